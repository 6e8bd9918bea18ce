"""Running text."""

from reportgen.model.blocks import Paragraph
from reportgen.word.story import Story


def write_paragraph(block: Paragraph, story: Story) -> None:
    """A paragraph in the role that running text has here."""
    story.prose(story.text_role, block.text)
