"""Front and back cover: styled paragraphs, nothing that floats."""

from reportgen.model.blocks import Cover
from reportgen.word.story import Story


def write_cover(block: Cover, story: Story) -> None:
    """A page of its own."""
    if block.back:
        _write_back(block, story)
    else:
        _write_front(block, story)
    story.break_page()


def _write_front(block: Cover, story: Story) -> None:
    report = story.document.booklet.report
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


def _write_back(block: Cover, story: Story) -> None:
    """What to do next first, then which report this was."""
    report = story.document.booklet.report
    story.break_page()
    for index, line in enumerate(block.lines):
        story.prose("back_title" if index == 0 else "back_line", line)
    title = f"{report.edition.period}\u3000{report.title}"
    story.paragraph("cover_issuer", story.words(title), title)
    story.paragraph("cover_line", story.words(report.issuer), report.issuer)
