"""A chart's words and figures: the one source for the plate, for Word's chart and for the text in their place."""

import re
from collections.abc import Callable
from decimal import Decimal

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators.wording import plain
from reportgen.model.blocks import MOST_SERIES, PANELLED, Chart
from reportgen.model.chart_faults import SERIES_OF, fault_of
from reportgen.model.chart_gaps import missing_of
from reportgen.model.document import ChartData, ChartSeries, Document
from reportgen.model.runs import text_of
from reportgen.resolve import figures
from reportgen.resolve.chart_units import counted_in
from reportgen.resolve.readings import ends_in_words, reading_of

Where = Callable[..., Spot]  # the place of a key of the chart
_MOST_FIGURES = 24  # of an alternative text; with more of them nobody listens to its end
_HUNDRED = re.compile(r"(?:.*[：:，,、；; ])?[%％]|")  # units of dots, which are a hundred: 同比，%
_COUNTING = ("strip", "dots", "people")  # their marks are the items themselves


def chart_data(document: Document, chart: Chart, where: Where, sink: Diagnostics) -> ChartData:
    """``chart`` with its figures known; what does not hold is reported where it stands."""
    count = len(chart.categories)
    written_series = []
    for index, written in enumerate(chart.series):
        if len(written.values) != count:
            sink.error("chart-length", where("series", index, "values"), values=len(written.values), categories=count)
        found = [
            figures.plotted(document.booklet.register, value, where("series", index, "values", at), sink)
            for at, value in enumerate(written.values)
        ]
        written_series.append(
            ChartSeries(
                written.name,
                tuple(one[0] for one in found),
                tuple(one[1] for one in found),
                tuple(at for at, one in enumerate(found) if one[2]),
            )
        )
    _check(chart, where, sink)
    series, unit, power = tuple(written_series), chart.unit, 0
    if chart.type not in _COUNTING:
        series, unit, power = counted_in(series, chart.unit)
    data = ChartData(
        type=chart.type, title=text_of(chart.title, document), unit=unit,
        categories=tuple(text_of(category, document) for category in chart.categories), series=series,
        emphasis=tuple(number - 1 for number in chart.emphasis if 1 <= number <= count), alt=chart.alt,
    )  # fmt: skip
    shown = msgspec.structs.replace(data, panels=chart.panels, series=tuple(written_series))  # figures as written
    fault = fault_of(shown)
    if fault is not None:
        sink.error(fault.code, where(*_place(fault.at)), **fault.arguments)
    data = msgspec.structs.replace(data, panels=chart.panels, baseline=_baseline(chart, data, power, (where, sink)))
    reading = reading_of(data)
    return msgspec.structs.replace(data, reading=reading, alt=_told(chart.alt, data) or _alternative(data, reading))


def _place(at: tuple[int, ...]) -> tuple[str | int, ...]:
    return ("series", at[0], "values", at[1]) if at else ("series",)


def _check(chart: Chart, where: Where, sink: Diagnostics) -> None:
    least, most = SERIES_OF.get(chart.type, (1, len(chart.series)))
    if not least <= len(chart.series) <= most:
        expected = str(least) if least == most else f"{least}～{most}"
        sink.error("chart-series", where("series"), type=chart.type, expected=expected, found=len(chart.series))
    elif len(chart.series) > MOST_SERIES and not chart.panels:
        sink.error("chart-crowd", where("series"), most=MOST_SERIES, found=len(chart.series))
    if chart.panels and chart.type not in PANELLED:
        kinds = "、".join(sorted(PANELLED))
        sink.error("chart-panels", where("panels"), type=chart.type, kinds=kinds)
    if chart.type == "dots" and not _HUNDRED.fullmatch(chart.unit.strip()):
        sink.error("chart-dots-unit", where("unit"), unit=chart.unit)
    for index, number in enumerate(chart.emphasis):
        if not 1 <= number <= len(chart.categories):
            sink.error("chart-emphasis", where("emphasis", index), number=number, count=len(chart.categories))


def _baseline(chart: Chart, data: ChartData, power: int, report: tuple[Where, Diagnostics]) -> Decimal | None:
    """Where the author wants the scale to start. A length that does not start from zero lies about its figure.

    ``power`` of ten is what the data have been divided by.
    """
    where, sink = report
    if chart.baseline is None:
        return None
    baseline = Decimal(str(chart.baseline)).scaleb(-power)
    if chart.type != "line":
        if baseline:
            sink.error("chart-baseline", where("baseline"), type=chart.type, value=plain(baseline))
        return None
    known = [value for series in data.series for value in series.values if value is not None and value.is_finite()]
    if not baseline.is_finite() or (known and baseline > min(known)):
        lowest = plain(min(known)) if known else "0"
        sink.error("chart-baseline-high", where("baseline"), value=plain(baseline), lowest=lowest)
        return None
    return baseline


def _told(alt: str, data: ChartData) -> str:
    """An author's alternative text, and which figures are missing."""
    gaps = missing_of(data) if alt else []
    return f"{alt}{'' if alt.endswith('。') else '。'}没有数值：{'、'.join(gaps)}。" if gaps else alt


def _alternative(data: ChartData, reading: str) -> str:
    """The text in the chart's place: its statement, what the data say, and every figure where they are not many."""
    parts = [f"{part}。" for part in (data.title, reading) if part]
    if len(data.series) * len(data.categories) <= _MOST_FIGURES:
        said, unit = [], "%" if data.type == "dots" else data.unit
        between = "" if all(map(ends_in_words, data.categories)) else "为"  # one form for all names of a chart
        for one in data.series:
            values = "，".join(
                f"{name}—" if word == "—" else f"{name}{between if name else ''}{word}{unit}"
                for name, word in zip(data.categories, one.words, strict=False)
            )
            said.append(f"{one.name}：{values}" if one.name else values)
        parts.append(f"{'；'.join(said)}。")
    elif gaps := missing_of(data):
        parts.append(f"没有数值：{'、'.join(gaps)}。")
    return "".join(parts)
