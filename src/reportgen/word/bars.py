"""Bars of completion drawn by shaded cells: whoever edits one changes the width of a cell."""

from itertools import pairwise

from reportgen.model.document import ProgressData
from reportgen.model.statuses import STATUS_COLOURS
from reportgen.word.cells import cell, row, shading, shared, table
from reportgen.word.runs import twips
from reportgen.word.story import Story
from reportgen.word.styles import border

BESIDE = 10.0  # points of its cell that a bar leaves blank
_BAR = 6.0  # points
_MARK = 1.5  # weight of the mark of time elapsed


def drawn_bar(bar: ProgressData, width: int, elapsed: float, story: Story) -> str:
    """A table inside a cell of ``width``, and the line that ends it: done, not done, a rule where the year stands."""
    width -= twips(BESIDE)
    done = 0.0 if bar.percent is None else min(max(float(bar.percent), 0.0), 100.0)
    edges = sorted({0.0, done, min(max(elapsed, 0.0), 100.0), 100.0})
    colours = story.theme.colours
    fill = STATUS_COLOURS[bar.status]
    weights = [right - left for left, right in pairwise(edges)]
    parts = shared(width, weights)
    cells = ""
    for right, part in zip(edges[1:], parts, strict=True):
        marked = right == elapsed and 0 < elapsed < 100
        rule = f"<w:tcBorders>{border('right', _MARK, colours['accent'][1:])}</w:tcBorders>" if marked else ""
        ground = shading(colours[fill] if right <= done else colours["track"])
        cells += cell(part, story.cell_paragraph("hairline", ""), properties=rule + ground)
    drawn = table(story.sheet.ids["bar"], parts, row(cells, height=twips(_BAR), exact=True))
    return drawn + story.cell_paragraph("hairline", "")
