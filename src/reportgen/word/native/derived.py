"""Shares that the booklet prints beside a chart's figures: in the workbook they are formulas, so that they follow an
edit, and the chart's labels read them from its cells.
"""

from decimal import Decimal

import msgspec

from reportgen.model.chart_figures import percentage, percentages, total
from reportgen.model.chart_table import PART, REACHED
from reportgen.model.document import ChartData


class Derived(msgspec.Struct, frozen=True):
    """A column of shares by category: in words, as values (None: there is none), as formulas of the sheet."""

    head: str
    words: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    formulas: tuple[str, ...]


def derived_shares(data: ChartData) -> Derived | None:
    """What was reached of each target, or each part's share of the whole; None for other kinds."""
    if data.type == "target":
        return _reached(data)
    if data.type == "doughnut" and total(data.series[0].values):
        return _parts(data)
    return None


def _reached(data: ChartData) -> Derived:
    words: list[str] = []
    values: list[Decimal | None] = []
    formulas: list[str] = []
    for row, (done, goal) in enumerate(zip(*(series.values for series in data.series), strict=True), 2):
        if done is None or not goal or goal < 0 or done < 0:
            words.append("—")
            values.append(None)
        else:
            words.append(percentage(done, goal))
            values.append(_value(words[-1]))
        formulas.append(f'IF(AND(ISNUMBER(B{row}),B{row}>=0,ISNUMBER(C{row}),C{row}>0),ROUND(B{row}/C{row},3),"—")')
    return Derived(REACHED, tuple(words), tuple(values), tuple(formulas))


def _parts(data: ChartData) -> Derived:
    known = data.series[0].values
    whole, last = total(known), len(known) + 1
    words = tuple(word or "—" for word in percentages(known, whole))
    values = tuple(None if word == "—" else _value(word) for word in words)
    rows = range(2, last + 1)
    formulas = tuple(f'IF(ISNUMBER(B{row}),ROUND(B{row}/SUM(B$2:B${last}),3),"—")' for row in rows)
    return Derived(PART, words, values, formulas)


def _value(words: str) -> Decimal:
    """What is printed, 56.5%, as the share that a formula finds."""
    return Decimal(words.removesuffix("%")) / 100
