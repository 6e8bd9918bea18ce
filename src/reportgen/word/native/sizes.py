"""A chart as Word draws it: what becomes of its data, and how high it is."""

from decimal import Decimal

import msgspec

from reportgen.model.document import ChartData, ChartSeries
from reportgen.word.native.frame import LEGEND
from reportgen.word.native.names import are_thinned, names_fit, room_below

_ROW = 26.0  # points for a row of bars
_SECOND_BAR = 0.5  # of a row, for each further bar in it
_DEPTH = 190.0  # of a plot with upright bars or lines
_SLOPE_LINE = 16.0  # points for the name of a line
_MARGIN = 16.0  # above and below rows
_LEAST = 60.0


def as_drawn(data: ChartData, width: float) -> ChartData:
    """``data`` as Word's chart has it, ``width`` points wide.

    A slope is two points in time with a line for each category; columns whose names cannot stand below them are rows,
    as they are in the booklet; areas that lack figures are a line, or columns.
    """
    if data.type == "slope":
        times = tuple(series.name or str(index) for index, series in enumerate(data.series, 1))
        lines = tuple(
            ChartSeries(name, tuple(one.values[at] for one in data.series), tuple(one.words[at] for one in data.series))
            for at, name in enumerate(data.categories)
        )
        return msgspec.structs.replace(data, categories=times, series=lines)
    names = data.categories
    if data.type == "column" and not names_fit(names, width) and not are_thinned(names, width):
        return msgspec.structs.replace(data, type="bar")
    return without_falls(data)


def without_falls(data: ChartData) -> ChartData:
    """``data`` of another kind where Word would have an area fall to zero for want of a figure.

    A line has a gap there, and so have columns.
    """
    if data.type != "area" or all(value is not None for series in data.series for value in series.values):
        return data
    if len(data.series) > 1:
        return msgspec.structs.replace(data, type="stacked")
    return msgspec.structs.replace(data, type="line", baseline=Decimal(0))


def height_of(data: ChartData, width: float, tallest: float) -> float:
    """Points for a chart of ``data`` as drawn, ``width`` points wide and ``tallest`` high at most: more below the plot
    for names that are not level.
    """
    height = _DEPTH
    if data.type in ("bar", "target"):
        bars = 1 if data.type == "target" else len(data.series)
        height = _ROW * len(data.categories) * (1 + _SECOND_BAR * (bars - 1)) + _MARGIN
    if data.type == "slope":
        height = max(height, _SLOPE_LINE * len(data.series))
    elif len(data.series) > 1:
        height += LEGEND
    height += room_below(data, width)
    return min(max(height, _LEAST), tallest)
