"""The table behind a chart: its categories, its series and every figure as printed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from reportgen.indicators.wording import plain
from reportgen.model.blocks import Cell, Column, Row, Table
from reportgen.model.document import ChartData
from reportgen.model.figures import PENDING
from reportgen.model.inlines import TO_COME, IndicatorRef, Prose, Text

_ITEM, _SERIES, _FIGURE = "项目", "数列", "数值"
_ACTUAL_TARGET = ("实绩", "目标")
REACHED, PART = "完成率", "占比"  # of a target; of a whole
_MOST_ACROSS = 6  # columns of figures


def series_names(data: ChartData) -> list[str]:
    """What stands above each column of a chart's figures, and beside its colour."""
    if len(data.series) == 1:
        return [data.series[0].name or data.unit or _FIGURE]
    if data.type == "target":
        return [series.name or name for series, name in zip(data.series, _ACTUAL_TARGET, strict=True)]
    return [series.name or f"{_SERIES}{index}" for index, series in enumerate(data.series, 1)]


def told_figures(data: ChartData) -> tuple[tuple[str, ...], ...]:
    """What a drawing shows, for whoever compares it: names of the series, then a row for each category.

    A figure that is printed rounded has the exact one behind it, after a tab.
    """
    names = series_names(data)
    if data.panels:  # Word has a chart for each, named as one that is alone
        names = [series_names(msgspec.structs.replace(data, series=(one,)))[0] for one in data.series]
    elif data.type == "slope":  # its series are two points in time
        names = [one.name or str(at) for at, one in enumerate(data.series, 1)]
    rows = (
        (name, *(_exactly(one.values[at], one.words[at]) for one in data.series))
        for at, name in enumerate(data.categories)
    )
    return (("", *names), *rows)


def _exactly(value: Decimal | None, words: str) -> str:
    return words if value is None or plain(value) == words else f"{words}\t{value:f}"


def chart_table(data: ChartData, source: Prose | None = None) -> Table:
    """A row for each category and a column for each series, without a title of its own; ``source`` stands below it.

    Where there are more series than go side by side, a row is a series, or a single figure.
    """
    names = series_names(data)
    if len(names) == 1:
        return _table((_ITEM, names[0]), zip(data.categories, data.series[0].words, strict=False), source)
    if len(names) <= _MOST_ACROSS:
        rows = zip(data.categories, *(series.words for series in data.series), strict=False)
        return _table((_ITEM, *names), rows, source)
    if len(data.categories) <= _MOST_ACROSS:
        turned = ((name, *series.words) for name, series in zip(names, data.series, strict=True))
        return _table((_ITEM, *data.categories), turned, source)
    single = (
        (name, category, word)
        for name, series in zip(names, data.series, strict=True)
        for category, word in zip(data.categories, series.words, strict=False)
    )
    return _table((_SERIES, _ITEM, data.unit or _FIGURE), single, source, figures=1)


def _table(
    heads: Sequence[str], rows: Iterable[tuple[str, ...]], source: Prose | None, figures: int | None = None
) -> Table:
    """``figures``: how many columns at the right are figures; all but the first where it is left out."""
    first = len(heads) - (len(heads) - 1 if figures is None else figures)
    return Table(
        columns=tuple(
            Column(title=_prose(head), type="number" if at >= first else "text") for at, head in enumerate(heads)
        ),
        rows=tuple(Row(cells=tuple(Cell(text=_prose(word)) for word in row)) for row in rows),
        source=source,
    )


def _prose(text: str) -> Prose:
    if text == PENDING:  # asked for as it is anywhere in a draft
        return Prose((IndicatorRef(TO_COME),))
    return Prose((Text(text),) if text else ())
