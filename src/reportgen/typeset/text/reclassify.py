"""Characters whose class depends on what stands beside them (1.1, 1.2, 2.2, 2.3), decided over the whole paragraph."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.typeset.text.classes import Class
from reportgen.typeset.text.glyphs import Glyph, Glyphs

# Here ``in`` asks the text itself, which is one search in memory; to go through a Chinese text by characters, as sets
# and regular expressions do, makes and hashes each of them.
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_AFTER_URL = frozenset("/?&=#_.-:")
_AFTER_MAIL = frozenset("@.")
# Classes of tens of thousands of characters take long to compile: what stands beside or between is looked at by hand.
_DOTS = re.compile(r"(?<=.)[•・‧](?=.)", re.DOTALL)
_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’")
_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ɏͰ-ӿ])’(?=[A-Za-zÀ-ɏͰ-ӿ])")
_WESTERN_NEIGHBOUR = re.compile(r"[\t\n -~\u00a0-\u024f\u0370-\u052f\u2009\u202f]")
_DASHES = re.compile("——+")
_SINGLE_ELLIPSIS = re.compile(r"(?<![…⋯])[…⋯](?![…⋯])")
_LETTER = re.compile(r"[A-Za-z0-9À-ɏͰ-ӿ ]")
_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ \u2009\u00a0\u202f][0-9]{3})+(?![0-9])")
# A figure, a space and a unit (2.2 c); not any Latin word: "in 2019 the" is no quantity.
_UNITS = (
    "[kMGT]?(?:W|Wh|V|A|Hz|B|bps|Pa|J|m|g|t|L|l)|[cmdµn]?m[²³]?|[mµ]g|ha|hm[²³]?|dB|rpm|min|h|s|d|Ω|pH|mol|ppm|mL|ml"
    "|mmHg|km/h|m/s|[mµ]?g/L|[mµ]g/m[³3]|km²"
)
_QUANTITY = re.compile(rf"(?<=[0-9])[ \u2009](?=(?:{_UNITS})(?![A-Za-z]))")


def reclassify(text: str, glyphs: list[Glyph], kinds: list[int], tables: Sequence[Glyphs]) -> str:
    """Set the classes that the neighbours decide, in place; ``tables[i]`` is the face of character i.

    The text as it is set: other interpuncts between Han become U+00B7 (1.2).
    """
    text = _interpuncts(text, glyphs, kinds, tables)
    if "@" in text or "://" in text or "www." in text:
        for found in _ADDRESS.finditer(text):
            for at in range(*found.span()):
                kinds[at] = Class.URL
    _quotes(text, glyphs, kinds, tables)
    if "——" in text:
        for found in _DASHES.finditer(text):
            for at in range(*found.span()):
                if kinds[at] != Class.DSH:
                    kinds[at], glyphs[at] = Class.DSH, _rebodied(glyphs[at], Class.DSH, 1.0)
    if Class.ELL in kinds:
        _ellipses(text, glyphs, kinds)
    if Class.SP in kinds or Class.NBSP in kinds:
        for pattern in (_GROUPED, _QUANTITY):
            for found in pattern.finditer(text):
                for at in range(*found.span()):
                    if kinds[at] == Class.SP:
                        kinds[at] = Class.NBSP
    return text


def _ellipses(text: str, glyphs: list[Glyph], kinds: list[int]) -> None:
    """A single ellipsis between Latin letters is one of theirs."""
    for found in _SINGLE_ELLIPSIS.finditer(text):
        at = found.start()
        around = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        if all(map(_LETTER.match, around)) and around != (" ", " "):
            kinds[at], glyphs[at] = Class.LAT, _rebodied(glyphs[at], Class.LAT, glyphs[at].advance)


def _interpuncts(text: str, glyphs: list[Glyph], kinds: list[int], tables: Sequence[Glyphs]) -> str:
    if "•" not in text and "・" not in text and "‧" not in text:
        return text
    places = [found.start() for found in _DOTS.finditer(text)]
    places = [at for at in places if _is_ideograph(text[at - 1]) and _is_ideograph(text[at + 1])]
    if not places:
        return text
    changed = list(text)
    for at in places:
        glyphs[at] = tables[at]["·"]
        kinds[at] = Class.MID
        changed[at] = "·"
    return "".join(changed)


def _is_ideograph(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _quotes(text: str, glyphs: list[Glyph], kinds: list[int], tables: Sequence[Glyphs]) -> None:
    """Curly quotes have no width of their own: Western only around text without Han, among Western neighbours (1.1)."""
    if "”" not in text and "’" not in text:
        return
    for found in _APOSTROPHE.finditer(text) if "’" in text else ():
        at = found.start()
        if kinds[at] != Class.URL:
            glyph = tables[at].western("’")
            kinds[at], glyphs[at] = Class.LAT, msgspec.structs.replace(glyph, kind=Class.LAT)
    for found in _QUOTED.finditer(text):
        start, end = found.span()
        if kinds[start] != Class.OP or kinds[end - 1] != Class.CL or max(found[0]) >= "\u2e80":
            continue  # not a pair of quotes, or Chinese between them
        if all(
            not one or _WESTERN_NEIGHBOUR.match(one) for one in (text[max(start - 1, 0) : start], text[end : end + 1])
        ):
            for at in (start, end - 1):
                glyphs[at] = tables[at].western(text[at])
                kinds[at] = glyphs[at].kind


def _rebodied(glyph: Glyph, kind: int, body: float) -> Glyph:
    """``glyph`` as another class, centred in ``body``."""
    shift = (body - glyph.advance) / 2
    return msgspec.structs.replace(glyph, kind=kind, body=body, shift=shift, tail=shift)


def address_breaks(texts: Sequence[str], kinds: Sequence[int]) -> list[int]:
    """Where an address may break: after / ? & = # _ . - : with three characters on each side, in mail after @ and .

    Never inside ``://`` (2.3).
    """
    found: list[int] = []
    start, count = 0, len(kinds)
    while start < count:
        if kinds[start] != Class.URL:
            start += 1
            continue
        end = start
        while end < count and kinds[end] == Class.URL:
            end += 1
        address = texts[start:end]
        after = _AFTER_MAIL if "@" in address and "://" not in "".join(address) else _AFTER_URL
        found += [
            start + at
            for at in range(3, len(address) - 2)
            if address[at - 1] in after and address[at] not in _AFTER_URL
        ]
        start = end
    return found
