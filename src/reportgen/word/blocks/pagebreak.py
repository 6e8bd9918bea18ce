"""A page break: a property of what follows, so that no empty paragraph is left to drift."""

from reportgen.word.story import Story


def write_pagebreak(story: Story) -> None:
    """The next block starts on a new page."""
    story.break_page()
