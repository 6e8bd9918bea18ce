"""Word files without the marks of a draft."""

import io
import zipfile
from typing import Any

import msgspec
from lxml import etree

from reportgen.theme import Theme
from support.docx_lint import W

MARKS = ("登记数", "登记数加重", "待补")  # styles that a final file does not have


def final(theme: Theme) -> Theme:
    """``theme`` whose Word files have the booklet's text and no more."""
    return msgspec.structs.replace(theme, word=msgspec.structs.replace(theme.word, mode="final"))


def without_draft_marks(data: bytes) -> bytes:
    """The Word file without what tells its editors what to do: the grounds of the text, what is asked for.

    What is left says what a final file says. A figure that is asked for is — there.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in _root(parts, "styles")}
    body = _root(parts, "document")
    for mark in list(body.iter(f"{W}rStyle")):
        name = names[mark.get(f"{W}val")]
        if name == "待补":
            for text in mark.getparent().getparent().iter(f"{W}t"):
                text.text = text.text.replace("【待补】", "—")
        if name in MARKS:
            mark.getparent().remove(mark)
    parts["word/document.xml"] = etree.tostring(body)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _root(parts: dict[str, bytes], name: str) -> Any:
    root = etree.fromstring(parts[f"word/{name}.xml"])
    return root if name == "document" else root.iterfind(f"{W}style")
