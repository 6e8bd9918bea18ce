"""Bars of completion: a row each with label, bar, percentage and target; the bar is drawn by shaded cells."""

from collections.abc import Sequence

from reportgen.model.blocks import Progress
from reportgen.model.document import BlockId, ProgressData
from reportgen.model.statuses import progress_heads, status_word, time_said
from reportgen.word.bars import BESIDE, drawn_bar
from reportgen.word.captions import write_source
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_SHARES = (0.33, 0.36, 0.12, 0.16)  # of the measure: label, bar, percentage, target
_SLACK = 1.3  # letters and the bold figures of some fonts are wider than half an em
_AUTOSPACE = 0.25  # em: the blank that Word sets between a figure and its unit
_ROW = 22.0
_WHOLE = 0.5  # of a page: a list that is lower stays whole


def write_progress(block: Progress, id: BlockId, story: Story) -> None:
    """Title, heads, rows, source. A mark and the table's alternative text tell the states that the colours tell."""
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
    heights = [_height(bar.label, widths[1], story) for bar in bars]
    kept = _kept(len(bars), story.pages.holds(sum(heights), _WHOLE), sourced=block.source is not None)
    made = _head(widths, elapsed, story)
    for bar, keep in zip(bars, kept, strict=True):
        made += _row(bar, widths, elapsed, (story, "<w:keepNext/>" if keep else ""))
    if block.title is None:
        story.parts.append(story.bookmark(id, ""))
    story.parts.append(table(story.sheet.ids["progress"], widths, made, description=_reading(bars, elapsed)))
    head = story.sheet.look("table_head")
    story.pages.rows(head.before + head.line + head.after, list(zip(heights, kept, strict=True)))
    if not write_source(story, block.source):
        story.after_table()


def _height(label: str, width: int, story: Story) -> float:
    """Of a row whose label stands in a column of ``width``, with the rule below it."""
    style, look = story.draft.styles["progress"], story.sheet.look("table_text")
    lines = story.pages.lines(look, label, width / TWIPS - style.margins[1] - style.margins[3])
    rule, _, _ = style.borders.get("inside_h", (0.0, "", 0.0))
    return max(_ROW, look.before + lines * look.line + look.after) + rule


def _kept(count: int, whole: bool, *, sourced: bool) -> list[bool]:
    """Which rows stay with what follows: all of a short list, none alone on a page, the last one with the source."""
    last = count - 1
    return [(at < last and (whole or at in (0, last - 1))) or (at == last and sourced) for at in range(count)]


def _widths(bars: Sequence[ProgressData], story: Story) -> list[int]:
    """Of mark, label, bar, percentage, target: figures get what they need to stand on one line, whatever the sheet."""
    style = story.draft.styles["progress"]
    size = story.sheet.look("table_number").size
    beside = style.margins[1] + style.margins[3] + (story.draft.styles["table_number"].right or 0.0)
    weights = [share * story.measure for share in _SHARES]
    heads = progress_heads(0.0)
    for column, words in ((2, [bar.words for bar in bars]), (3, [bar.target for bar in bars])):
        needed = (max(map(em_width, words)) + _AUTOSPACE) * size * _SLACK
        head = em_width(heads[column]) * story.sheet.look("table_head").size
        weights[column] = max(weights[column], needed + beside, head + beside + 1.0)
    mark = 1.2 * size + style.margins[1] + style.margins[3]
    left = max(story.measure - mark - weights[2] - weights[3], 0.4 * story.measure)
    weights[0] = weights[1] = left / 2
    return shared(story.width, [mark, *weights])


def _head(widths: Sequence[int], elapsed: float, story: Story) -> str:
    """The heads; that of the bars stands over the mark of the time elapsed."""
    task, time, done, target = progress_heads(elapsed)
    edge = twips(story.draft.styles["table_number"].right or 0.0)
    flush = f'<w:ind w:right="{edge}"/><w:jc w:val="right"/>'
    side = "left" if elapsed > 50 else "right"
    aside = round(abs(elapsed - 50) / 50 * (widths[2] - twips(BESIDE))) + (twips(BESIDE) if side == "right" else 0)
    over = f'<w:ind w:{side}="{aside}"/><w:jc w:val="center"/>'
    cells = cell(widths[0] + widths[1], story.cell_paragraph("table_head", story.words(task)), span=2)
    for width, words, place in ((widths[2], time, over), (widths[3], done, flush), (widths[4], target, flush)):
        cells += cell(width, story.cell_paragraph("table_head", story.words(words), place))
    return row(cells, header=True)


def _row(bar: ProgressData, widths: Sequence[int], elapsed: float, setting: tuple[Story, str]) -> str:
    story, keep = setting
    ground = story.grounds.cell + CENTRED
    figure = story.grounds.figure(bar.words, story.sheet.ids["total"] if bar.percent is not None else "")
    target = story.grounds.figure(bar.target)
    made = cell(widths[0], story.cell_paragraph("status_mark", story.light(bar.status), keep), properties=CENTRED)
    made += cell(widths[1], story.cell_paragraph("table_text", story.words(bar.label), keep), properties=CENTRED)
    # a line of the right height above it centres the bar in every reader: not all centre a table inside a cell
    above = story.cell_paragraph("gap", "")
    made += cell(widths[2], above + drawn_bar(bar, widths[2], elapsed, story))
    made += cell(widths[3], story.cell_paragraph("table_number", figure, keep), properties=ground)
    made += cell(widths[4], story.cell_paragraph("table_number", target, keep), properties=ground)
    return row(made, height=twips(_ROW))


def _reading(bars: Sequence[ProgressData], elapsed: float) -> str:
    said = "；".join(f"{bar.label}：{bar.words}，{status_word(bar.status, elapsed)}" for bar in bars)
    return f"{said}。{time_said(elapsed)}"
