"""Bars of completion: a row each with label, bar, percentage and target; the bar is drawn by shaded cells."""

from collections.abc import Sequence
from itertools import pairwise

from reportgen.model.blocks import Progress
from reportgen.model.document import BlockId, ProgressData
from reportgen.model.statuses import STATUS_COLOURS, status_word, time_said
from reportgen.word.captions import write_source
from reportgen.word.cells import CENTRED, cell, row, shading, shared, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story
from reportgen.word.styles import border

_SHARES = (0.36, 0.36, 0.12, 0.16)  # of the measure: label, bar, percentage, target
_SLACK = 1.3  # letters and the bold figures of some fonts are wider than half an em
_AUTOSPACE = 0.25  # em: the blank that Word sets between a figure and its unit
_BAR = 6.0  # points
_MARK = 1.5  # weight of the mark of time elapsed
_ROW = 22.0


def write_progress(block: Progress, id: BlockId, story: Story) -> None:
    """Title, rows, source. The states, told by colour here, are said in the table's alternative text."""
    bars = story.document.progress[id]
    if not bars:
        return
    if block.title is not None:
        words, text = story.runs(block.title)
        story.paragraph("caption", story.bookmark(id, words), text)
    else:
        story.before_table()
    elapsed = story.document.booklet.report.edition.elapsed
    widths = _widths(bars, story)
    rows = [_row(bar, widths, elapsed, story) for bar in bars]
    if block.title is None:
        story.parts.append(story.bookmark(id, ""))
    story.parts.append(table(story.sheet.ids["progress"], widths, "".join(rows), description=_reading(bars, elapsed)))
    room = widths[0] / TWIPS / story.sheet.look("table_text").size
    story.pages.rows(0.0, [(_ROW * max(1, round(em_width(bar.label) / room + 0.45)), False) for bar in bars])
    if not write_source(story, block.source):
        story.after_table()


def _widths(bars: Sequence[ProgressData], story: Story) -> list[int]:
    """Figures get what they need to stand on one line, whatever the sheet; label and bar share the rest."""
    style = story.draft.styles["progress"]
    size = story.sheet.look("table_number").size
    beside = style.margins[1] + style.margins[3] + (story.draft.styles["table_number"].right or 0.0)
    weights = [share * story.measure for share in _SHARES]
    for column, words in ((2, [bar.words for bar in bars]), (3, [bar.target for bar in bars])):
        needed = (max(map(em_width, words)) + _AUTOSPACE) * size * _SLACK + beside
        weights[column] = max(weights[column], needed)
    left = max(story.measure - weights[2] - weights[3], 0.4 * story.measure)
    weights[0] = weights[1] = left / 2
    return shared(story.width, weights)


def _row(bar: ProgressData, widths: Sequence[int], elapsed: float, story: Story) -> str:
    ground = story.grounds.cell + CENTRED
    figure = story.grounds.figure(bar.words, story.sheet.ids["total"] if bar.percent is not None else "")
    target = story.grounds.figure(bar.target)
    made = cell(widths[0], story.cell_paragraph("table_text", story.words(bar.label)), properties=CENTRED)
    made += cell(widths[1], _bar(bar, widths[1], elapsed, story))
    made += cell(widths[2], story.cell_paragraph("table_number", figure), properties=ground)
    made += cell(widths[3], story.cell_paragraph("table_number", target), properties=ground)
    return row(made, height=twips(_ROW))


def _bar(bar: ProgressData, width: int, elapsed: float, story: Story) -> str:
    """A table inside the cell: done, not done, and a rule where the year stands."""
    width -= twips(10)
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
    # a line of the right height above it centres the bar in every reader: not all centre a table inside a cell
    return story.cell_paragraph("gap", "") + drawn + story.cell_paragraph("hairline", "")


def _reading(bars: Sequence[ProgressData], elapsed: float) -> str:
    said = "；".join(f"{bar.label}：{bar.words}，{status_word(bar.status, elapsed)}" for bar in bars)
    return f"{said}。{time_said(elapsed)}"
