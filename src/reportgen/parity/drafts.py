"""A draft without what only a draft has: the marks that tell its editor what to do (docs/parity.md)."""

import msgspec

from reportgen.manuscript import Manuscript, Paragraph

# Styles of paragraphs that stand in drafts alone: which draft it is, what is asked, who signs; the page 填改说明.
_MARKS = frozenset((
    "稿次", "稿件标题", "封面信息项", "封面信息", "签字标题", "填改说明标题", "说明要点", "说明小标题", "说明表头",
    "说明表文字", "说明编号", "样例", "自查",
))  # fmt: skip
_PENDING_STYLE = "待补"  # a character style: a figure that is still to come
_PENDING, _PRINTED = "【待补】", "—"  # what the draft asks with, what the booklet prints there


def without_marks(manuscript: Manuscript) -> tuple[tuple[Paragraph, ...], int]:
    """The paragraphs that are compared, and how many marks were taken away."""
    kept: list[Paragraph] = []
    marks = 0
    for paragraph in manuscript.paragraphs:
        if paragraph.style in _MARKS:
            marks += bool(paragraph.text.strip())
            continue
        made = _answered(paragraph)
        marks += made is not paragraph
        kept.append(made)
    return tuple(kept), marks


def _answered(paragraph: Paragraph) -> Paragraph:
    """Questions for a figure are what the booklet prints in its place; one that was answered stays what it is."""
    text = paragraph.text
    for span in reversed(paragraph.spans):
        if span.style == _PENDING_STYLE and text[span.start : span.end] == _PENDING:
            text = text[: span.start] + _PRINTED + text[span.end :]
    return paragraph if text == paragraph.text else msgspec.structs.replace(paragraph, text=text, spans=())
