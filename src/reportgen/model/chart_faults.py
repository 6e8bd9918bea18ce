"""Figures that a kind of chart cannot show: known from the data alone, so told whatever is made of the document."""

import msgspec

from reportgen.indicators.wording import plain
from reportgen.model.chart_figures import total
from reportgen.model.document import ChartData

MOST_COUNTED = 500  # marks of one row: nobody counts more
# Series at least and at most, where any number will not do.
SERIES_OF = {"doughnut": (1, 1), "target": (2, 2), "slope": (2, 2), "strip": (2, 3), "dots": (1, 1), "people": (1, 1)}


class ChartFault(msgspec.Struct, frozen=True):
    """The code of a diagnostic and its arguments; series and value by their indexes, () where all are concerned."""

    code: str
    at: tuple[int, ...]
    arguments: dict[str, str]


def fault_of(data: ChartData) -> ChartFault | None:
    """The first figure that cannot be shown by a chart of this kind; None where all can."""
    fault = _not_finite(data)
    if fault is not None:
        return fault
    match data.type:
        case "doughnut":
            return _no_part(data) or _nothing_to_share(data)
        case "people":
            return _no_part(data)
        case "area" if len(data.series) > 1 and not data.panels:
            return _no_part(data)
        case "strip":
            return _not_countable(data)
        case "dots":
            return _no_percentage(data)
        case _:
            return None


def _not_finite(data: ChartData) -> ChartFault | None:
    for index, series in enumerate(data.series):
        for at, value in enumerate(series.values):
            if value is not None and not value.is_finite():
                return _fault("chart-value-not-finite", (index, at), value=str(value))
    return None


def _no_part(data: ChartData) -> ChartFault | None:
    for index, series in enumerate(data.series):
        for at, (value, name) in enumerate(zip(series.values, data.categories, strict=False)):
            if value is not None and value < 0:
                return _fault("chart-part-negative", (index, at), name=name, value=plain(value), type=data.type)
    return None


def _nothing_to_share(data: ChartData) -> ChartFault | None:
    if total(value for series in data.series for value in series.values):
        return None
    return _fault("chart-nothing-to-share", ())


def _not_countable(data: ChartData) -> ChartFault | None:
    for index, series in enumerate(data.series):
        for at, (value, name) in enumerate(zip(series.values, data.categories, strict=False)):
            if value is not None and (not 0 <= value <= MOST_COUNTED or value != int(value)):
                said = plain(value)
                return _fault("chart-not-countable", (index, at), name=name, value=said, most=str(MOST_COUNTED))
    return None


def _no_percentage(data: ChartData) -> ChartFault | None:
    for index, series in enumerate(data.series):
        for at, (value, name) in enumerate(zip(series.values, data.categories, strict=False)):
            if value is not None and not 0 <= value <= 100:
                return _fault("chart-not-percentage", (index, at), name=name, value=plain(value))
    return None


def _fault(code: str, at: tuple[int, ...], **arguments: str) -> ChartFault:
    return ChartFault(code, at, arguments)
