"""Imprint and notes on the data: a table of labels and what is said of them."""

from reportgen.model.blocks import Imprint
from reportgen.model.imprint import imprint_rows
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_LABELS = 0.3  # of the measure: what labels may take
_LEAST = 96.0  # points of the labels' column
_ROW = 26.0


def write_imprint(block: Imprint, story: Story) -> None:
    """Title and rows."""
    rows = imprint_rows(block, story.document)
    if not rows:
        return
    if block.title is not None:
        story.prose("caption", block.title)
    else:
        story.before_table()
    size = story.sheet.look("table_text").size
    widest = max(em_width(label) for label, _ in rows) * size + 12
    left = min(max(_LEAST, widest), _LABELS * story.measure)
    widths = shared(story.width, [left, story.measure - left])
    made, heights = "", []
    for at, (label, prose) in enumerate(rows):
        keep = "<w:keepNext/>" if at < len(rows) - 1 else ""  # an imprint stays whole: it is read as one
        words, text = story.runs(prose)
        cells = cell(widths[0], story.cell_paragraph("table_label", story.words(label), keep), properties=CENTRED)
        cells += cell(widths[1], story.cell_paragraph("table_text", words, keep), properties=CENTRED)
        made += row(cells, height=twips(_ROW), split=True)
        lines = [
            round(em_width(said) * size / (width / TWIPS) + 0.45)
            for said, width in zip((label, text), widths, strict=True)
        ]
        heights.append((max(_ROW, 20.0 * max(lines)), bool(keep)))
    story.parts.append(table(story.sheet.ids["imprint"], widths, made, description="版权和数据说明"))
    story.pages.rows(0.0, heights)
    story.after_table()
