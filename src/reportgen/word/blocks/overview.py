"""All departments at a glance: the counts of each state in a sentence, a table with a row for each department."""

from collections.abc import Sequence

from reportgen.model.blocks import Overview
from reportgen.model.columns import eased
from reportgen.model.document import BlockId, OverviewCell
from reportgen.model.statuses import Status, states_of, status_word, time_said
from reportgen.word.captions import write_source
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_HEADS = ("部门", "关键数字", "任务", "完成率")
_SHARES = (0.26, 0.36, 0.26, 0.12)  # of the measure
_COLUMNS = (("table_text", False), ("table_text", True), ("table_text", False), ("table_number", True))  # quote figures
_ROW = 22.0
_SLACK = 1.15  # letters and the figures of some fonts are wider than half an em, and Word sets blanks beside figures


def write_overview(block: Overview, id: BlockId, story: Story) -> None:
    """Title, counts, table, source; what the booklet draws as a skyline is said in words here."""
    data = story.document.overviews[id]
    if not data.cells:
        return
    if block.title is not None:
        words, text = story.runs(block.title)
        story.paragraph("caption", story.bookmark(id, words), text)
    if data.tasks:
        said = _counts([task.status for task in data.tasks], story.document.booklet.report.edition.elapsed)
        words = story.words(said)
        story.paragraph("body", words if block.title is not None else story.bookmark(id, words), said)
    elif block.title is None:
        story.parts.append(story.bookmark(id, ""))
    if block.title is None and not data.tasks:
        story.before_table()
    widths = shared(story.width, eased([share * story.measure for share in _SHARES], _naturals(data.cells, story)))
    made = _head(widths, story) + "".join(_row(one, widths, story) for one in data.cells)
    story.parts.append(table(story.sheet.ids["table"], widths, made, description="各部门一览"))
    room = [width / TWIPS / story.sheet.look("table_text").size for width in widths]
    story.pages.rows(_ROW, [(_ROW * _lines(one, room), False) for one in data.cells])
    if not write_source(story, block.source):
        story.after_table()


def _naturals(cells: Sequence[OverviewCell], story: Story) -> list[float]:
    """What each column would take for every cell to stand on one line; points."""
    margins = story.draft.styles["table"].margins
    size = story.sheet.look("table_text").size * _SLACK
    wides = (max(map(em_width, column)) for column in zip(*map(_texts, cells), strict=True))
    naturals = [wide * size + margins[1] + margins[3] for wide in wides]
    naturals[-1] += story.draft.styles["table_number"].right or 0.0
    return naturals


def _head(widths: list[int], story: Story) -> str:
    cells = ""
    for at, (width, words) in enumerate(zip(widths, _HEADS, strict=True)):
        edge = twips(story.draft.styles["table_number"].right or 0.0)
        properties = f'<w:ind w:right="{edge}"/><w:jc w:val="right"/>' if at == len(_HEADS) - 1 else ""
        cells += cell(width, story.cell_paragraph("table_head", story.words(words), properties))
    return row(cells, header=True)


def _counts(states: list[Status], elapsed: float) -> str:
    each = "，".join(f"{status_word(status, elapsed)}{states.count(status)}项" for status in states_of(elapsed))
    return f"可比进度的任务共{len(states)}项：{each}。{time_said(elapsed)}"


def _texts(one: OverviewCell) -> tuple[str, str, str, str]:
    """The cells of a department's row."""
    number = "" if one.card is None else f"{one.card.number}{one.card.unit}　{one.card.label}"
    task, percent = ("未列年度目标", "—") if one.bar is None else (one.bar.label, one.bar.words)
    return one.name, number, task, percent


def _row(one: OverviewCell, widths: list[int], story: Story) -> str:
    cells = ""
    for width, (role, quotes), text in zip(widths, _COLUMNS, _texts(one), strict=True):
        ground = story.grounds.cell if quotes else ""
        cells += cell(width, story.cell_paragraph(role, story.grounds.said(text)), properties=ground + CENTRED)
    return row(cells)


def _lines(one: OverviewCell, room: list[float]) -> int:
    return max(round(em_width(text) / width + 0.45) for text, width in zip(_texts(one), room, strict=True)) or 1
