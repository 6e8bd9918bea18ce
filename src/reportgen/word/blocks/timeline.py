"""Events as a table of two columns: when, and what."""

from reportgen.model.blocks import Timeline
from reportgen.model.document import BlockId
from reportgen.word.captions import write_source
from reportgen.word.cells import cell, row, shared, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_DATES = 0.3  # of the measure: what dates may take
_BESIDE = 10.0  # points between a date and its event
_SLACK = 1.25  # for the blanks that Word sets between figures and Han
_ROW = 20.0


def write_timeline(block: Timeline, id: BlockId, story: Story) -> None:
    """Title, a row for each event, source."""
    if block.title is not None:
        words, text = story.runs(block.title)
        story.paragraph("caption", story.bookmark(id, words), text)
    else:
        story.before_table()
        story.parts.append(story.bookmark(id, ""))
    size = story.sheet.look("table_text").size
    widest = max(em_width(event.date) for event in block.events) * size * _SLACK + _BESIDE
    left = min(widest, _DATES * story.measure)
    widths = shared(story.width, [left, story.measure - left])
    rows, heights = "", []
    for event in block.events:
        words, text = story.runs(event.text)
        cells = cell(widths[0], story.cell_paragraph("table_text", story.words(event.date, "total")))
        rows += row(cells + cell(widths[1], story.cell_paragraph("table_text", words)), height=twips(_ROW), split=True)
        lines = max(
            1, round(em_width(text) * size / (widths[1] / TWIPS) + 0.45),
            round(em_width(event.date) * size / (widths[0] / TWIPS) + 0.45),
        )  # fmt: skip
        heights.append((_ROW * lines, False))
    story.parts.append(table(story.sheet.ids["timeline"], widths, rows, description="大事记"))
    story.pages.rows(0.0, heights)
    if not write_source(story, block.source):
        story.after_table()
