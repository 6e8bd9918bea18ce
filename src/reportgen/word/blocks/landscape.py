"""Landscape pages: a section of the file whose sheet lies on its side."""

from collections.abc import Callable

from reportgen.model.blocks import AnyBlock, Landscape
from reportgen.model.document import BlockId
from reportgen.word.story import Story

WriteBlock = Callable[[AnyBlock, BlockId], None]


def write_landscape(block: Landscape, id: BlockId, story: Story, write_child: WriteBlock) -> None:
    """The blocks on the wider measure; the text goes on on an upright page."""
    draft = story.draft
    story.turn_page()
    with (
        story.narrowed(draft.height - draft.top - draft.bottom, story.text_role),
        story.pages.turned(draft.width - draft.left - draft.right),
    ):
        for index, child in enumerate(block.blocks):
            write_child(child, f"{id}/blocks/{index}")
    story.turn_page(turned=True)
