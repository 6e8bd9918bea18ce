"""Figures that a chart lacks: Word sets no label where there is no mark, so the name of the category says it."""

import re
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from reportgen.model.chart_table import series_names
from reportgen.model.document import ChartData, ChartSeries
from reportgen.model.figures import MISSING, PENDING

_MARK = re.compile(f"(?:[ \\n][^ \\n]*)?(?:{MISSING}|{PENDING})$")


def missing_of(data: ChartData) -> list[str]:
    """What the figures are called that are missing, series by series."""
    names = [f"，{name}" for name in series_names(data)] if len(data.series) > 1 else [""]
    return [
        f"{category}{name}"
        for name, one in zip(names, data.series, strict=True)
        for category, value in zip(data.categories, one.values, strict=False)
        if value is None
    ]


def with_gaps_told(data: ChartData) -> ChartData:
    """``data`` with categories that say what they lack: 民办学校 —, and in a draft that asks for it 民办学校【待补】.

    Of several series 民办学校 计划—, unless all lack a figure; on a line of its own below a column or a point.
    """
    names = series_names(data)
    categories = []
    for at, category in enumerate(data.categories):
        lacking = [
            (name, one.words[at]) for name, one in zip(names, data.series, strict=True) if one.values[at] is None
        ]
        between = " " if data.type in ("bar", "target") else "\n"
        categories.append(category + _mark(lacking, between, whole=len(lacking) == len(names)))
    series = tuple(
        msgspec.structs.replace(one, words=tuple(MISSING if value is None else word for value, word in _pairs(one)))
        for one in data.series
    )
    return msgspec.structs.replace(data, categories=tuple(categories), series=series)


def without_gap(category: str) -> str:
    """The name of a category without what ``with_gaps_told`` says of it."""
    return _MARK.sub("", category)


def _mark(lacking: list[tuple[str, str]], between: str, *, whole: bool) -> str:
    if not lacking:
        return ""
    words = {word for _, word in lacking}
    if whole and len(words) == 1:
        return PENDING if words == {PENDING} else f" {MISSING}"
    return between + "、".join(f"{name}{PENDING if word == PENDING else MISSING}" for name, word in lacking)


def _pairs(one: ChartSeries) -> Iterable[tuple[Decimal | None, str]]:
    return zip(one.values, one.words, strict=True)
