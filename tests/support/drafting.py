"""Word files without the marks of a draft."""

import io
import zipfile
from typing import Any

import msgspec
from lxml import etree

from reportgen.theme import Theme
from support.docx_lint import W

# Styles that a final file does not have: the grounds of the text, the title page, how to edit.
MARKS = (
    "登记数", "登记数加重", "待补", "稿次", "稿件标题", "封面信息项", "封面信息", "封面信息表", "签字标题", "签字表",
    "填改说明标题", "说明要点", "说明小标题", "说明表头", "说明表文字", "说明编号", "样例", "自查", "说明表", "自查表",
    "样例删去", "样例新增",
)  # fmt: skip


def final(theme: Theme) -> Theme:
    """``theme`` whose Word files have the booklet's text and no more."""
    return msgspec.structs.replace(theme, word=msgspec.structs.replace(theme.word, mode="final"))


def as_draft(theme: Theme) -> Theme:
    """``theme`` whose Word files ask their editors for what is missing."""
    return msgspec.structs.replace(theme, word=msgspec.structs.replace(theme.word, mode="draft"))


def without_draft_marks(data: bytes) -> bytes:
    """The Word file without what tells its editors what to do.

    That is the grounds of the text, the line that says which draft it is, the tables of the title page, and how to
    edit, with its entry in the contents. What is left says what a final file says: a figure asked for is — there.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in _root(parts, "styles")}
    body = _root(parts, "document")
    for kind, element in (("tblStyle", "tbl"), ("pStyle", "p")):
        for mark in list(body.iter(f"{W}{kind}")):
            if names[mark.get(f"{W}val")] in MARKS:
                whole = next(mark.iterancestors(f"{W}{element}"))
                whole.getparent().remove(whole)
    for entry in [one for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor") == "_howto"]:
        entry.getparent().remove(entry)
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
