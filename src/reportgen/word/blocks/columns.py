"""Text in columns: a section of the file of its own, which goes on where the text above it ends."""

from collections.abc import Callable

from reportgen.model.blocks import AnyBlock, Columns
from reportgen.model.columns import column_measure
from reportgen.model.document import BlockId
from reportgen.word.runs import twips
from reportgen.word.story import Story

WriteBlock = Callable[[AnyBlock, BlockId], None]


def write_columns(block: Columns, id: BlockId, story: Story, write_child: WriteBlock) -> None:
    """The blocks in ``count`` columns of the booklet's rule: whole characters, two of them between."""
    width = column_measure(story.measure, block.count, story.sheet.look("body").size)
    gutter = (story.measure - width * block.count) / (block.count - 1)
    story.division_end(inside=True)
    with story.narrowed(width, story.text_role), story.pages.in_columns(block.count):
        for index, child in enumerate(block.blocks):
            write_child(child, f"{id}/blocks/{index}")
    story.division_end(f'<w:cols w:num="{block.count}" w:space="{twips(gutter)}"/>', inside=True)
