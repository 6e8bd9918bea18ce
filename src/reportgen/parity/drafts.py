"""A draft without what only a draft has: the marks that tell its editor what to do (docs/parity.md)."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from reportgen.manuscript import Manuscript, Note, Paragraph, Span
from reportgen.parity.stream import squeezed

# Styles of paragraphs that stand in drafts alone, each on its page: on the first one which draft it is, what is asked,
# who signs; on another how to edit. The same style elsewhere is an editor's own doing, and told.
_TITLES = frozenset(("稿次", "稿件标题", "封面信息项", "封面信息", "签字标题"))
_SIGNING, _TO_SIGN, _SIGNED = "签字标题", "核改签字", ("封面信息项", "封面信息")
_HOW_TO = frozenset((
    "填改说明标题", "说明要点", "说明小标题", "说明表头", "说明表文字", "说明编号", "样例", "自查",
))  # fmt: skip
_HOW_TO_TITLE, _HOW_TO_WORDS, _CHECK = "填改说明标题", "填改说明", "自查"
_Asked = TypeVar("_Asked", Paragraph, Note)
_PENDING_STYLE = "待补"  # a character style: a figure that is still to come
_PENDING, _PRINTED = "【待补】", "—"  # what the draft asks with, what the booklet prints there


def without_marks(manuscript: Manuscript) -> tuple[Manuscript, int]:
    """What is compared of a draft, and how many marks were taken away."""
    paragraphs = manuscript.paragraphs
    places = frozenset((*_of_title_pages(paragraphs), *_of_how_to(paragraphs)))
    kept = [_answered(one) for at, one in enumerate(paragraphs) if at not in places]
    notes = tuple(map(_answered, manuscript.notes))
    marks = sum(bool(paragraphs[at].text.strip()) for at in places)
    whole = [one for at, one in enumerate(paragraphs) if at not in places]
    marks += sum(made is not one for made, one in zip((*kept, *notes), (*whole, *manuscript.notes), strict=True))
    return Manuscript(tuple(kept), notes), marks


def _of_title_pages(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The marks of title pages: one begins the file, others are told by their table for signatures, which ends them.

    Contents, a chapter and 填改说明 end one too.
    """
    own: list[int] = []
    is_first, signed = True, False
    for at, one in enumerate(paragraphs):
        ended = signed and bool(one.text.strip()) and one.style not in (_SIGNING, *_SIGNED)
        if ended or one.listed or one.level or one.style == _HOW_TO_TITLE:
            yield from own if is_first or signed else ()
            own, is_first, signed = [], False, False
        own += [at] if one.style in _TITLES else []
        signed = signed or (one.style == _SIGNING and squeezed(one.words) == _TO_SIGN)
    yield from own if is_first or signed else ()


def _of_how_to(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The marks of the page 填改说明: it ends with the boxes to tick, or where contents or a chapter begin."""
    begun = checked = False
    for at, one in enumerate(paragraphs):
        begun = begun or (one.style == _HOW_TO_TITLE and squeezed(one.words) == _HOW_TO_WORDS)
        if not begun:
            continue
        checked = checked or one.style == _CHECK
        if one.listed or one.level or (checked and one.text.strip() and one.style != _CHECK):
            return
        if one.style in _HOW_TO:
            yield at


def _answered(asked: _Asked) -> _Asked:
    """Questions for a figure are what the booklet prints in its place; one that was answered stays what it is."""
    text, at = "", 0
    kept: list[Span] = []
    for span in sorted(asked.spans, key=lambda one: one.start):
        if span.start < at:
            continue  # inside the one before
        text += asked.text[at : span.start]
        start, at = len(text), span.end
        said = asked.text[span.start : at]
        text += _PRINTED if span.style == _PENDING_STYLE and said == _PENDING else said
        kept.append(Span(start, len(text), span.style))
    text += asked.text[at:]
    return asked if text == asked.text else msgspec.structs.replace(asked, text=text, spans=tuple(kept))
