"""The head of a section: its name as a heading of the first level, its headline."""

from reportgen.model.blocks import Opening
from reportgen.model.document import BlockId
from reportgen.word.headings import write_title
from reportgen.word.story import Story


def write_opening(block: Opening, id: BlockId, story: Story) -> None:
    """Name and headline; the heading's style starts a page."""
    joined = story.draft.look.joined and block.headline is not None
    write_title(story, id, 1, block.name, '<w:spacing w:after="0"/>' if joined else "")
    if block.headline is not None:
        story.prose("lead", block.headline)
