"""What is drawn beside a board's hero number: bars of tasks, bars of a simple chart, or a chart."""

import difflib
import re
from decimal import Decimal

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import AnyBlock, Chart, Progress
from reportgen.model.boards import Board, BoardLine
from reportgen.model.document import ChartData, Document
from reportgen.model.runs import text_of
from reportgen.resolve.boards.figures import row_of
from reportgen.resolve.readings import percentage
from reportgen.source.folding import joined_lines

_NONE = "none"
_PER_CENT = ("%", "％")
_MOST_BARS = 8  # of a chart that is set as rows
_SHORT_UNIT = re.compile("[%％‰℃\\u3400-\\u9fff]{1,3}")


class Drawn(msgspec.Struct, frozen=True):
    """Bars with their indicators ("" for none) under a title, or charts of which the first that fits is drawn.

    ``tasks``: the bars are completions of the year's tasks. ``unit``: of bars whose words do not say it.
    """

    title: str = ""
    unit: str = ""
    rows: tuple[tuple[str, BoardLine], ...] = ()
    charts: tuple[str, ...] = ()
    tasks: bool = False


def rows_of(
    document: Document, board: Board, blocks: tuple[tuple[str, AnyBlock], ...], spot: Spot, sink: Diagnostics
) -> Drawn:
    """The author's choice, else all the section's bars, else its charts; a chart rather than one bar alone."""
    charts = tuple(id for id, block in blocks if isinstance(block, Chart))
    bars = [(id, block) for id, block in blocks if isinstance(block, Progress)]
    chosen = board.chart
    if chosen == _NONE:
        return Drawn()
    if chosen is not None:
        named = {block.id: (id, block) for id, block in blocks if isinstance(block, Chart | Progress) and block.id}
        if chosen not in named:
            near = difflib.get_close_matches(chosen, list(named), n=1, cutoff=0.5)
            at = Spot(spot.file, (*spot.path, "chart"))
            sink.error(
                "board-chart-unknown", at, suggestion=near[0] if near else None, id=chosen, ids="、".join(named) or "—"
            )
            return Drawn()
        id, block = named[chosen]
        if isinstance(block, Chart):
            return _chart(document, (id,))
        bars = [(id, block)]
    title = ""
    rows: list[tuple[str, BoardLine]] = []
    for id, block in bars:
        title = title or joined_lines(text_of(block.title, document))
        for item, data in zip(block.items, document.progress.get(id, ()), strict=False):
            if data.percent is not None:
                rows.append((item.indicator, row_of(data)))
    if not rows or (chosen is None and len(rows) == 1 and charts):
        return _chart(document, charts)
    return Drawn(title or "全年任务完成情况", rows=tuple(rows), tasks=True)


def _chart(document: Document, charts: tuple[str, ...]) -> Drawn:
    """A chart of a few plain bars becomes rows, as the tasks are; others are drawn as they are in the booklet."""
    data = document.charts.get(charts[0]) if charts else None
    rows = None if data is None else _bars(data)
    if data is None or rows is None:
        return Drawn(charts=charts)
    unit, behind = _unit(data.unit)
    lines = [msgspec.structs.replace(row, words=row.words + behind) for row in rows]
    return Drawn(joined_lines(data.title), unit, tuple(("", line) for line in lines), charts)


def _bars(data: ChartData) -> list[BoardLine] | None:
    """The rows of a chart of one series of lengths or parts, without gaps or falls; None for another.

    Each is as long as its share of the longest; parts, and percentages of a hundred, are drawn as the shares that they
    are.
    """
    if data.type not in ("bar", "doughnut") or len(data.series) != 1 or not 1 <= len(data.categories) <= _MOST_BARS:
        return None
    series = data.series[0]
    values = [value for value in series.values if value is not None and value.is_finite() and value >= 0]
    if len(values) != len(data.categories) or not any(values):
        return None
    parts = data.type == "doughnut" and data.unit not in _PER_CENT
    whole = sum(values, Decimal(0)) if parts else max(values)
    if data.unit in _PER_CENT and max(values) <= 100:
        whole = Decimal(100)
    return [
        BoardLine(
            joined_lines(name), word, "占" + percentage(value, whole) if parts else "", value * 100 / whole,
            leading=at in data.emphasis,
        )
        for at, (name, word, value) in enumerate(zip(data.categories, series.words, values, strict=True))
    ]  # fmt: skip


def _unit(unit: str) -> tuple[str, str]:
    """What is said beside the title, and what behind each figure: 同比，% is 同比 and %."""
    *before, last = re.split("[：:，,、；; ]", unit.strip())
    if _SHORT_UNIT.fullmatch(last):
        return "，".join(one for one in before if one != "单位"), last
    return unit, ""
