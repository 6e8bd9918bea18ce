"""Text in columns: a section of the file of its own, which goes on where the text above it ends."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from reportgen.model.blocks import AnyBlock, Columns, Heading
from reportgen.model.columns import column_measure
from reportgen.model.document import BlockId
from reportgen.word.runs import twips
from reportgen.word.story import Story

WriteBlock = Callable[[AnyBlock, BlockId], None]
_SAID = re.compile("<w:t(?: [^>]*)?>([^<]*)")
_STYLE = re.compile("<w:pStyle [^>]*/>")
_LET_GO = '<w:keepNext w:val="0"/>'
_LAST = 0.75  # of a column: what is less than that stands in the last one, however lines break


def write_columns(block: Columns, id: BlockId, story: Story, write_child: WriteBlock) -> None:
    """The blocks in ``count`` columns of the booklet's rule: whole characters, two of them between."""
    width = column_measure(story.measure, block.count, story.sheet.look("body").size)
    gutter = (story.measure - width * block.count) / (block.count - 1)
    story.division_end(inside=True)
    with story.narrowed(width, story.text_role), story.pages.in_columns(block.count):
        begins = []
        for index, child in enumerate(block.blocks):
            begins.append(len(story.parts))
            write_child(child, f"{id}/blocks/{index}")
    _let_go(block, begins, story)
    story.division_end(f'<w:cols w:num="{block.count}" w:space="{twips(gutter)}"/>', inside=True)


def _let_go(block: Columns, begins: Sequence[int], story: Story) -> None:
    """Headings in the last column are not kept with what follows, from which no column parts them.

    LibreOffice finds no balance with such a heading: it fills the first column alone and leaves the page.
    """
    parts = ["".join(story.parts[begin:end]) for begin, end in pairwise([*begins, len(story.parts)])]
    sizes = [sum(map(len, _SAID.findall(part))) for part in parts]
    for at, child in enumerate(block.blocks):
        if isinstance(child, Heading) and sum(sizes[at + 1 :]) < _LAST * sum(sizes) / block.count:
            story.parts[begins[at]] = _STYLE.sub(rf"\g<0>{_LET_GO}", story.parts[begins[at]], count=1)
