"""A remark set off from the text: a frame with a rule at its left, in which its blocks stand."""

from collections.abc import Callable

from reportgen.model.blocks import AnyBlock, Callout
from reportgen.model.document import BlockId
from reportgen.word.cells import frame
from reportgen.word.story import Story

WriteBlock = Callable[[AnyBlock, BlockId], None]


def write_callout(block: Callout, id: BlockId, story: Story, write_child: WriteBlock) -> None:
    """Title and children in one cell; running text inside has a role of its own."""
    style = story.draft.styles["callout"]
    story.before_table()
    head, foot = frame(story.sheet.ids["callout"], story.width)
    story.parts.append(head)
    before = len(story.parts)
    measure = story.measure - style.margins[1] - style.margins[3]
    with story.narrowed(measure, "callout_text"), story.pages.in_cell():
        if block.title is not None:
            story.prose("callout_title", block.title)
        for index, child in enumerate(block.blocks):
            write_child(child, f"{id}/blocks/{index}")
    if len(story.parts) == before:  # nothing but page breaks: a cell holds a paragraph all the same
        story.parts.append(story.cell_paragraph("hairline", ""))
    story.parts.append(foot)
    story.after_table()
