"""All departments at a glance: how many tasks are in each state, then a row for each department with its bar."""

from collections.abc import Sequence

from reportgen.model.blocks import Overview
from reportgen.model.columns import eased, not_below
from reportgen.model.document import BlockId, CardData, OverviewCell
from reportgen.model.inlines import Light
from reportgen.model.statuses import STATUS_COLOURS, Status, states_of, status_sign, status_word, time_said
from reportgen.word.bars import BESIDE, drawn_bar
from reportgen.word.captions import write_source
from reportgen.word.cards import write_cards
from reportgen.word.cells import CENTRED, cell, row, shading, shared, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story
from reportgen.word.table_widths import text_width

_HEADS = ("部门", "关键数字", "任务", "完成率")
_SHARES = (0.24, 0.32, 0.32, 0.12)  # of the measure
_ROW = 22.0
_STRIP = 6.0  # points
_BAR = 72.0  # points: a bar is longer than that, where there is any room


def write_overview(block: Overview, id: BlockId, story: Story) -> None:
    """Title, the states of all tasks as a strip and as cards, the table, source.

    The skyline of the booklet is the strip here, whose parts are as wide as there are tasks in a state.
    """
    data = story.document.overviews[id]
    if not data.cells:
        return
    elapsed = story.document.booklet.report.edition.elapsed
    titled = block.title is not None
    if block.title is not None:
        words, text = story.runs(block.title)
        story.paragraph("caption", story.bookmark(id, words), text)
    if data.tasks:
        said = f"可比进度的任务共{len(data.tasks)}项。{time_said(elapsed)}"
        words = story.words(said)
        story.paragraph("table_summary", words if titled else story.bookmark(id, words), said)
        _states([task.status for task in data.tasks], elapsed, story)
    else:
        if not titled:
            story.before_table()
            story.parts.append(story.bookmark(id, ""))
    _departments(data.cells, elapsed, story)
    if not write_source(story, block.source):
        story.after_table()


def _states(found: Sequence[Status], elapsed: float, story: Story) -> None:
    """A strip in the colours of the states, and a card for each."""
    states = states_of(elapsed)
    counts = [found.count(status) for status in states]
    shown = [(status, count) for status, count in zip(states, counts, strict=True) if count]
    parts = shared(story.width, [float(count) for _, count in shown])
    hairline = story.cell_paragraph("hairline", "")
    cells = "".join(
        cell(part, hairline, properties=shading(story.theme.colours[STATUS_COLOURS[status]]))
        for (status, _), part in zip(shown, parts, strict=True)
    )
    said = "；".join(f"{status_word(status, elapsed)}{count}项" for status, count in shown)
    strip = row(cells, height=twips(_STRIP), exact=True)
    story.parts.append(table(story.sheet.ids["bar"], parts, strip, description=said))
    story.pages.solid(_STRIP, keep_next=True)
    story.after_table()
    marks = story.theme.looks.marks
    write_cards(
        [
            CardData(status_word(status, elapsed), str(count), "项", "", Light(status_sign(status, marks), status))
            for status, count in zip(states, counts, strict=True)
        ],
        story,
    )


def _departments(cells: Sequence[OverviewCell], elapsed: float, story: Story) -> None:
    size = story.sheet.look("table_text").size
    margins = story.draft.styles["table"].margins
    beside = margins[1] + margins[3]
    columns = list(zip(*(_lines(one) for one in cells), strict=True))
    sizes = (size, max(size, story.sheet.look("overview_number").size), size, size)
    broad = [story.sheet.broad(one) for one in ("table_text", "overview_number", "table_text", "table_text")]
    naturals = [
        max(text_width(line, more) for lines in column for line in lines) * em + beside
        for column, em, more in zip(columns, sizes, broad, strict=True)
    ]
    naturals[3] += (story.draft.styles["table_number"].right or 0.0) + 0.2 * size
    naturals[2] = max(naturals[2], _BAR + BESIDE)
    shares = eased([share * story.measure for share in _SHARES], naturals)
    cards = [one.card.number + one.card.unit for one in cells if one.card]
    figures = [max((text_width(one, broad[1]) * sizes[1] for one in cards), default=0.0) + beside, naturals[3]]
    widths = shared(story.width, not_below(shares, [4 * size, figures[0], 4 * size, figures[1]]))
    made = _head(widths, story) + "".join(_row(one, widths, elapsed, story) for one in cells)
    story.parts.append(table(story.sheet.ids["table"], widths, made, description="各部门一览"))
    room = [(width / TWIPS - beside) / size for width in widths]
    story.pages.rows(_ROW, [(_height(one, room, story), False) for one in cells])


def _lines(one: OverviewCell) -> tuple[tuple[str, ...], ...]:
    """The cells of a department's row, line by line; the second lines are marks and bars but for the key number's."""
    number = ("", "") if one.card is None else (f"{one.card.number}{one.card.unit}", one.card.label)
    task, percent = ("未列年度目标", "—") if one.bar is None else (one.bar.label, one.bar.words)
    return (one.name, "\u3000" * len(one.states)), number, (task,), (percent,)


def _height(one: OverviewCell, room: Sequence[float], story: Story) -> float:
    look = story.sheet.look("table_text")
    counts = [
        sum(max(1, round(em_width(line) / wide + 0.45)) for line in lines if line)
        for lines, wide in zip(_lines(one), room, strict=True)
    ]
    return max(2, *counts) * (look.before + look.line + look.after)


def _head(widths: Sequence[int], story: Story) -> str:
    cells = ""
    for at, (width, words) in enumerate(zip(widths, _HEADS, strict=True)):
        edge = twips(story.draft.styles["table_number"].right or 0.0)
        properties = f'<w:ind w:right="{edge}"/><w:jc w:val="right"/>' if at == len(_HEADS) - 1 else ""
        cells += cell(width, story.cell_paragraph("table_head", story.words(words), properties))
    return row(cells, header=True)


def _row(one: OverviewCell, widths: Sequence[int], elapsed: float, story: Story) -> str:
    """Name above the marks of all its tasks; key number above its label; a task above its bar; the percentage."""
    ground = story.grounds.cell + CENTRED
    name = story.cell_paragraph("table_text", story.words(one.name))
    if one.states:
        name += story.cell_paragraph("table_text", "".join(map(story.light, one.states)))
    figure = story.cell_paragraph("table_text", "")
    if one.card is not None:
        figure = story.cell_paragraph("overview_number", story.grounds.figure(one.card.number + one.card.unit))
        figure += story.cell_paragraph("table_text", story.words(one.card.label))
    if one.bar is None:
        task = story.cell_paragraph("table_label", story.words("未列年度目标"))
        percent = story.cell_paragraph("table_number", story.words("—"))
    else:
        task = story.cell_paragraph("table_text", story.words(one.bar.label))
        task += drawn_bar(one.bar, widths[2], elapsed, story)
        percent = story.cell_paragraph("table_number", story.grounds.figure(one.bar.words, story.sheet.ids["total"]))
    cells = cell(widths[0], name, properties=CENTRED) + cell(widths[1], figure, properties=CENTRED)
    cells += cell(widths[2], task, properties=CENTRED) + cell(widths[3], percent, properties=ground)
    return row(cells)
