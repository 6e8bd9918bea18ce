"""Headings: Word's own styles with Word's own numbers."""

from reportgen.model.blocks import Heading
from reportgen.model.document import BlockId
from reportgen.word.headings import write_title
from reportgen.word.story import Story


def write_heading(block: Heading, id: BlockId, story: Story) -> None:
    """A heading of its level, numbered as the document says."""
    write_title(story, id, block.level, block.text)
