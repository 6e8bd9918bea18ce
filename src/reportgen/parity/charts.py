"""Charts side by side: what the booklet's drawing shows, what Word's own chart shows, what the sheet behind it says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

import msgspec

from reportgen.manuscript import NativeChart, Series, number_of, plainly
from reportgen.parity.drawn import Drawn, Figure
from reportgen.parity.stream import squeezed
from reportgen.parity.value import Difference, Kind

_PERCENT = re.compile(r"\d+(?:\.\d+)?%")
_NONE = ("", "—")


class Shown(msgspec.Struct, frozen=True):
    """What the draft has in the place of a drawing: a chart, or one for each panel; its caption."""

    caption: str
    charts: tuple[NativeChart, ...]


def chart_differences(drawn: Drawn, shown: Shown) -> Iterator[Difference]:
    """Every difference of names and figures, each told once; then those of the draft's charts from their sheets."""
    found = _Found(drawn.page, shown.caption)
    names = [squeezed(one.name) for chart in shown.charts for one in chart.series]
    told = _as_drawn(drawn, [squeezed(one) for one in shown.charts[0].categories], names)
    columns = dict(_pairs([squeezed(one) for one in told.series], names))
    for column, series in enumerate(told.series):
        if column not in columns.values():
            found.add("chart", series, "")
    at = 0
    for chart in shown.charts:
        own = {place - at: columns.get(place) for place in range(at, at + len(chart.series))}
        _compare(told, chart, own, found)
        at += len(chart.series)
        _compare_sheet(chart, found)
    _compare_shares(told, shown, found)
    yield from found.differences


class _Found:
    """What was found so far, each once."""

    def __init__(self, page: int, caption: str) -> None:
        self._page, self._caption = page, caption
        self._made: dict[Difference, None] = {}

    def add(self, kind: Kind, printed: str, drafted: str) -> None:
        """One more."""
        self._made[Difference(kind, self._page, self._caption, printed, drafted)] = None

    @property
    def differences(self) -> list[Difference]:
        """All of them."""
        return list(self._made)


def _as_drawn(drawn: Drawn, categories: Sequence[str], names: Sequence[str]) -> Drawn:
    """The drawing's figures with the categories that the draft has as such: of a slope they are its series."""
    rows, columns = set(map(squeezed, drawn.categories)), set(map(squeezed, drawn.series))
    straight = len(rows & set(categories)) + len(columns & set(names))
    turned = len(columns & set(categories)) + len(rows & set(names))
    return drawn.turned if turned > straight else drawn


def _pairs(printed: Sequence[str], drafted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(place in the draft, place in the booklet) of names that are the same, or stand where the other one stood."""
    if Counter(printed) == Counter(drafted):
        free = list(range(len(printed)))
        for place, name in enumerate(drafted):
            at = next(one for one in free if printed[one] == name)
            free.remove(at)
            yield place, at
        return
    for tag, a, b, c, d in SequenceMatcher(None, printed, drafted, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            yield from zip(range(c, d), range(a, b), strict=True)


def _compare(told: Drawn, chart: NativeChart, columns: dict[int, int | None], found: _Found) -> None:
    """Names and figures of one chart; ``columns``: which of the drawing's series each of its series is."""
    rows = dict(_pairs([squeezed(one) for one in told.categories], [squeezed(one) for one in chart.categories]))
    several = len(told.series) > 1
    for row in range(len(told.categories)):
        if row not in rows.values():
            found.add("chart", _row(told.categories[row], [one.words for one in told.figures[row]]), "")
    for place, name in enumerate(chart.categories):
        if place not in rows:
            found.add("chart", "", _row(name, [_at(one.shown, place) for one in chart.series]))
        elif squeezed(told.categories[rows[place]]) != squeezed(name):
            found.add("chart", told.categories[rows[place]], name)
    order = [rows[place] for place in range(len(chart.categories)) if place in rows]
    if order != sorted(order):
        found.add("chart", "，".join(told.categories), "，".join(chart.categories))
    for index, series in enumerate(chart.series):
        column = columns[index]
        if column is None:
            found.add("chart", "", series.name)
            continue
        if squeezed(series.name) != squeezed(told.series[column]):
            found.add("chart", told.series[column], series.name)
        for place, row in rows.items():
            figure, kept = told.figures[row][column], _at(series.kept, place)
            shown = _at(series.shown, place)
            if not _is_same(figure, shown, kept):
                name = f"{told.categories[row]}，{told.series[column]}" if several else told.categories[row]
                found.add("chart", f"{name}：{figure.words}", f"{name}：{_shown(shown, kept)}")


def _is_same(figure: Figure, shown: str, kept: str) -> bool:
    """Whether the figure is what is shown, and what the mark is drawn from; worded ones (近3万) are numbers in Word."""
    if figure.exact is None:
        return figure.words in _NONE and shown in _NONE
    number = number_of(kept)
    if number is None or plainly(number) != plainly(figure.exact):
        return False
    printed, said = number_of(figure.words), number_of(shown)
    return printed is None or (said is not None and said == printed)


def _shown(shown: str, kept: str) -> str:
    """What the draft shows; with the figure itself where that is another one."""
    if shown in _NONE:
        return "—"
    return shown if number_of(shown) == number_of(kept) else f"{shown}（{kept}）"


def _compare_sheet(chart: NativeChart, found: _Found) -> None:
    """Whether the sheet that opens for editing has what the chart shows."""
    absent: set[str] = set()
    if chart.sheet_categories:
        for name, other in zip_longest(chart.categories, chart.sheet_categories, fillvalue=""):
            if squeezed(name) != squeezed(other):
                found.add("sheet", name or "—", other or "—")
                absent |= {name} if not other else set()
    several = len(chart.series) > 1
    for series in chart.series:
        if series.sheet_name is not None and squeezed(series.sheet_name) != squeezed(series.name):
            found.add("sheet", series.name, series.sheet_name or "—")
        for place, name in enumerate(chart.categories if series.sheet else ()):
            kept, sheet = _at(series.kept, place), _at(series.sheet, place)
            if kept != sheet and name not in absent:
                label = f"{name}，{series.name}" if several else name
                found.add("sheet", f"{label}：{_figure(series, place)}", f"{label}：{sheet or '—'}")


def _figure(series: Series, place: int) -> str:
    return _at(series.kept, place) or "—"


def _compare_shares(told: Drawn, shown: Shown, found: _Found) -> None:
    """Shares (55%) that Word's labels say beside the figures must stand in the drawing."""
    for chart in shown.charts:
        shares = [(name, one) for name, one in zip(chart.categories, chart.shares, strict=False) if one not in _NONE]
        printed = _PERCENT.findall(told.said)
        if len(printed) == len(shares):
            for (name, share), other in zip(shares, printed, strict=True):
                if share != other:
                    found.add("chart", f"{name}：{other}", f"{name}：{share}")
            continue
        left = Counter(printed)
        for name, share in shares:
            if number_of(share.rstrip("%")) == 0 and not left[share]:
                continue  # a part of nothing has no place in a ring, and none for its share
            left[share] -= 1
            if left[share] < 0:
                found.add("chart", "", f"{name}：{share}")


def _row(name: str, words: Sequence[str]) -> str:
    return f"{name}：{'，'.join(words)}"


def _at(values: Sequence[str], place: int) -> str:
    return values[place] if place < len(values) else ""
