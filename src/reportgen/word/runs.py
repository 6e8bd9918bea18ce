"""Runs of WordprocessingML as text: built as strings, because a draft of 400 departments has 100,000 of them."""

import re
from functools import cache

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUTES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " ", "\t": " "})
# Marks that Latin and Chinese share (quotes, dashes, dots, signs, circled figures): Word sets them in the Latin font
# unless the run says that it is East Asian text.
_AMBIGUOUS = re.compile("[\u00a1-\u2e7f\ue000-\uf8ff]")
END_MARK = "_rend"  # the bookmark where the text ends
_SAFE = ("http://", "https://", "mailto:")
_IN_CODES = str.maketrans({'"': "%22", "\\": "%5C"})  # what ends or changes an argument of a field
TWIPS = 20  # in a point


def twips(points: float) -> int:
    """Points as twentieths of a point, Word's unit of length."""
    return round(points * TWIPS)


def escaped(text: str) -> str:
    """``text`` as XML character data."""
    return text.translate(_ESCAPES) if "&" in text or "<" in text or ">" in text else text


def attribute(text: str) -> str:
    """``text`` as the value of an XML attribute in double quotes."""
    return text.translate(_IN_ATTRIBUTES)


@cache
def run_properties(style: str = "", hint: bool = False, mark: str = "") -> str:
    """``w:rPr`` of a run: character style, East Asian hint, and ``mark``, properties that come after these two."""
    inner = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner += '<w:rFonts w:hint="eastAsia"/>' if hint else ""
    inner += mark
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def text_run(text: str, style: str = "", mark: str = "") -> str:
    """A run of plain text in a character style; line feeds are forced breaks. "" for no text."""
    if not text:
        return ""
    properties = run_properties(style, _AMBIGUOUS.search(text) is not None, mark)
    if "\n" in text:
        return f"<w:r>{properties}{_broken(text)}</w:r>"
    return f"<w:r>{properties}{_words(text)}</w:r>"


def _words(text: str) -> str:
    # XML processors may drop spaces at the ends and fold those inside
    space = ' xml:space="preserve"' if text[0] == " " or text[-1] == " " or "  " in text else ""
    return f"<w:t{space}>{escaped(text)}</w:t>"


def _broken(text: str) -> str:
    return "<w:br/>".join(_words(line) if line else "" for line in text.split("\n"))


TAB = "<w:r><w:tab/></w:r>"


def field(instruction: str, result: str, style: str = "") -> str:
    """A field with its result filled in: Word shows it as it is until someone asks for an update.

    Written as a complex field: readers that know no fields still see the result. ``style`` is the result's character
    style: an update takes the look of the field's own runs.
    """
    end = f'<w:r>{run_properties(style)}<w:fldChar w:fldCharType="end"/></w:r>'  # LibreOffice goes by the look of it
    return f"{field_start(instruction, style)}{result}{end}"


def web_link(address: str, words: str) -> str:
    """``words`` (runs) that lead to a web or mail address, as a field: the package itself points to nothing outside.

    Raises ValueError for an address of another kind.
    """
    if not address.startswith(_SAFE):
        raise ValueError(address)
    return field(f'HYPERLINK "{address.translate(_IN_CODES)}"', words)


def field_start(instruction: str, style: str = "") -> str:
    """The part of a field before its result, for a result of several paragraphs; closed by FIELD_END."""
    look = run_properties(style)
    code = "<w:tab/>".join(_code(part) for part in f" {instruction} ".split("\t"))  # as Word writes a tab in a code
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r>{look}{code}</w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _code(text: str) -> str:
    return f'<w:instrText xml:space="preserve">{escaped(text)}</w:instrText>'


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
