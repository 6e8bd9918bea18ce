"""Small multiples: each series in a panel of its own, all on one scale, so that eyes compare shapes and heights."""

from collections.abc import Iterator
from math import ceil, floor

import msgspec

from reportgen.charts.across import Across, any_across
from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import BAR_SHARE, HAIR, RULE, Box, Sheet, level_box, overlap
from reportgen.charts.strokes import Point, crossed, runs_of, strokes
from reportgen.charts.uprights import TICK_GAP, Upright, room_for, scaled, tick_words
from reportgen.model.chart_figures import Magnitude, line_ticks
from reportgen.model.document import ChartData
from reportgen.theme.paints import mixed

_LEAST = 104.0  # width of a panel
_MOST = 4  # side by side
_LINES = 4  # of the grid, for the drawing of a panel
_TICKS = 3
_STROKE = 1.6
_DOT = 4.6
_TINT = 0.72  # of paper in the fill below an edge
_WIDEST = 24.0  # of a column
_ABOVE = 4.0
_BELOW = 11.0  # from an end below zero to its value's baseline


class _Plan(msgspec.Struct, frozen=True):
    size: Magnitude
    columns: int
    left: float  # room for the scale
    width: float  # of a panel
    ticks: tuple[float, ...]


class _Panel(msgspec.Struct, frozen=True):
    """One series on a sheet of its own; it shares the scale with all others."""

    sheet: Sheet
    data: ChartData
    series: int
    across: Across
    upright: Upright
    figures: tuple[float | None, ...]

    def points(self) -> list[Point | None]:
        row = enumerate(self.figures)
        return [None if one is None else (self.across.x(at), self.upright.y(one)) for at, one in row]


def draw_panels(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. The kind is column, line or area."""
    plan = _planned(sheet, data)
    y = 0.0
    for first in range(0, len(data.series), plan.columns):
        row = range(first, min(first + plan.columns, len(data.series)))
        names = [sheet.lettering.lines(data.series[at].name or "—", sheet.strong, plan.width) for at in row]
        top = max(map(len, names)) * sheet.strong.size * LINE + sheet.grid * 0.7  # room for a value at the very top
        upright = Upright(top, top + _LINES * sheet.grid, plan.ticks[0], plan.ticks[-1], plan.ticks)
        for figure, words in zip(plan.ticks, tick_words(sheet, plan.size, plan.ticks), strict=True):
            sheet.put(words, plan.left - TICK_GAP, y + upright.y(figure) + words.centre, align=1.0)
        heights = []
        for place, at in enumerate(row):
            inner = Sheet(sheet.theme, sheet.lettering, plan.width)
            for index, words in enumerate(names[place]):
                inner.put(words, 0.0, (index + 0.5) * words.size * LINE + words.centre)
            figures = tuple(None if value is None else plan.size.of(value) for value in data.series[at].values)
            across = any_across(inner, data.categories, 0.0, plan.width)
            _draw(_Panel(inner, data, at, across, upright, figures))
            sheet.adopt(inner, plan.left + place * (plan.width + sheet.grid), y)
            heights.append(upright.bottom + across.height)
        y += max(heights) + sheet.grid / 2
    return y - sheet.grid / 2


def _planned(sheet: Sheet, data: ChartData) -> _Plan:
    size = Magnitude(value for series in data.series for value in series.values)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    if data.type == "line":
        marks = line_ticks(data, size, figures, _TICKS)
    else:
        marks = scaled(size, figures, (0.0, 1.0), _TICKS).ticks
    left = room_for(sheet, size, marks)
    room, gutter, count = sheet.width - left, sheet.grid, len(data.series)
    columns = max(1, min(count, _MOST, floor((room + gutter) / (_LEAST + gutter))))
    columns = ceil(count / ceil(count / columns))  # rows about equally long
    return _Plan(size, columns, left, (room - (columns - 1) * gutter) / columns, marks)


def _draw(panel: _Panel) -> None:
    sheet, upright = panel.sheet, panel.upright
    zero = upright.low <= 0 <= upright.high
    for figure in upright.ticks:
        if figure or not zero:
            sheet.rule((0.0, upright.y(figure)), (sheet.width, upright.y(figure)), HAIR, sheet.colour("track"))
    if panel.data.type == "column":
        _columns(panel)
    else:
        _edge(panel)
    if zero:
        sheet.rule((0.0, upright.y(0.0)), (sheet.width, upright.y(0.0)), RULE, sheet.colour("ink"))
    for category in range(len(panel.data.categories)):
        panel.across.put(sheet, category, upright.bottom)
    for words, x, baseline in _values(panel):
        sheet.put(words, x, baseline)


def _columns(panel: _Panel) -> None:
    width = min(panel.across.step * BAR_SHARE, _WIDEST)
    zero = panel.upright.y(0.0)
    alone = msgspec.structs.replace(panel.data, series=(panel.data.series[panel.series],))
    for at, point in enumerate(panel.points()):
        if point is not None and panel.figures[at]:
            x, y = point
            fill = panel.sheet.paints.bar(alone, 0, at)
            panel.sheet.rectangle((x - width / 2, min(y, zero), x + width / 2, max(y, zero)), fill)


def _edge(panel: _Panel) -> None:
    """A line, with the area below it where the kind is area; the last point has a dot."""
    sheet, colour = panel.sheet, panel.sheet.paints.line(0)
    row = panel.points()
    runs = runs_of(row)
    for run in runs:
        if panel.data.type == "area" and len(run) > 1:
            zero = panel.upright.y(0.0)
            fill = mixed(colour, sheet.colour("paper"), _TINT)
            sheet.polygon([*run, (run[-1][0], zero), (run[0][0], zero)], fill)
        if len(run) > 1:
            sheet.polyline([x for x, _ in run], [y for _, y in run], _STROKE, colour)
    dots = [run[0] for run in runs if len(run) == 1] + [run[-1] for run in runs[-1:]]
    dots += [point for at in panel.data.emphasis if (point := row[at]) is not None]
    for x, y in dict.fromkeys(dots):
        sheet.dots((x,), (y,), _DOT, colour, sheet.colour("paper"))


def _values(panel: _Panel) -> list[tuple[Words, float, float]]:
    """Figures where they have room: what the title speaks of, the last, the highest, the first; gaps say so."""
    sheet, series = panel.sheet, panel.data.series[panel.series]
    row = panel.points()
    known = [at for at, point in enumerate(row) if point is not None]
    order = [*panel.data.emphasis]
    if known:
        order += [known[-1], min(known, key=lambda at: row[at][1]), known[0]]  # type: ignore[index]  # known
    order += [at for at, point in enumerate(row) if point is None]
    lines = list(strokes(row)) if panel.data.type != "column" else []
    taken: list[Box] = list(sheet.boxes)
    found: dict[int, tuple[Words, float, float]] = {}
    for at in dict.fromkeys(order):
        for placed in _candidates(panel, at, series.words[at]):
            box = level_box(*placed)
            inside = box[0] >= 0 and box[2] <= sheet.width and box[3] <= panel.upright.bottom + sheet.grid / 4
            if inside and not any(overlap(box, other) for other in taken) and not crossed(box, lines):
                taken.append(box)
                found[at] = placed
                break
    return [found[at] for at in sorted(found)]


def _candidates(panel: _Panel, at: int, word: str) -> Iterator[tuple[Words, float, float]]:
    """Places for a value: at the end of its column; above its point or, where the line runs there, below."""
    sheet, figure = panel.sheet, panel.figures[at]
    x = panel.across.x(at)
    if figure is None:
        words = sheet.lettering.words(word, sheet.label, sheet.colour("grey"))
        yield words, x - words.width / 2, min(panel.upright.y(0.0), panel.upright.bottom) - _ABOVE
        return
    words = sheet.value(word, sheet.width)
    left = min(max(x - words.width / 2, 0.0), sheet.width - words.width)
    y = panel.upright.y(figure)
    if panel.data.type == "column":
        yield words, left, y + _BELOW if figure < 0 else y - _ABOVE
        return
    places = (y - _ABOVE - 1.5, y + _BELOW + 1.5)
    for baseline in reversed(places) if figure < 0 else places:
        yield words, left, baseline
