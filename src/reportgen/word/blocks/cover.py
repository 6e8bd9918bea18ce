"""Front and back cover: styled paragraphs, nothing that floats."""

import math

from reportgen.model.blocks import Cover
from reportgen.model.numerals import han_date
from reportgen.word.pagination import em_width
from reportgen.word.runs import text_run
from reportgen.word.story import Story

_LEAST_TITLE = 26.0  # points (一号): a longer title takes two lines


def write_cover(block: Cover, story: Story) -> None:
    """A page of its own."""
    if block.back:
        _write_back(block, story)
    else:
        _write_front(block, story)
    story.break_page()


def _write_front(block: Cover, story: Story) -> None:
    report = story.document.booklet.report
    if story.draft.look.cover == "masthead":
        _write_masthead(block, story)
        return
    for role, text in (
        ("cover_mark", report.edition.period),
        ("cover_title", report.title),
        ("cover_subtitle", report.subtitle),
        ("cover_issuer", report.issuer),
    ):
        if text:
            story.paragraph(role, story.words(text), text)
    for line in block.lines:
        story.prose("cover_line", line)


def _write_masthead(block: Cover, story: Story) -> None:
    """Like the head of an official document: the author's lines, the title over its rule, the issuer at the foot."""
    report = story.document.booklet.report
    for line in block.lines:
        story.prose("cover_line", line)
    story.paragraph("cover_title", text_run(report.title, mark=_fitted(report.title, story)), report.title)
    for role, text in (
        ("cover_mark", report.edition.period),
        ("cover_subtitle", report.subtitle),
        ("cover_issuer", report.issuer),
        ("cover_date", han_date(report.edition.date)),
    ):
        if text:
            story.paragraph(role, story.words(text), text)


def _fitted(title: str, story: Story) -> str:
    """``w:sz`` of a title that is too long for its line: Word would leave its last character alone on another."""
    style = story.sheet.look("cover_title").size
    size = max(_LEAST_TITLE, math.floor(2 * story.measure / max(1.0, em_width(title))) / 2)
    if size >= style:
        return ""
    half_points = round(2 * size)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _write_back(block: Cover, story: Story) -> None:
    """What to do next first, then which report this was."""
    report = story.document.booklet.report
    story.break_page()
    for index, line in enumerate(block.lines):
        story.prose("back_title" if index == 0 else "back_line", line)
    title = f"{report.edition.period}\u3000{report.title}"
    story.paragraph("cover_issuer", story.words(title), title)
    story.paragraph("cover_line", story.words(report.issuer), report.issuer)
