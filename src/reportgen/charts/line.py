"""Lines over categories: a scale that says where it starts, names at the lines' ends, values where they are clear."""

from collections.abc import Iterator
from math import nan

import msgspec

from reportgen.charts.across import Across, any_across
from reportgen.charts.ends import end_names, middles, put_end_name
from reportgen.charts.lettering import Words
from reportgen.charts.sheet import HAIR, RULE, Box, Sheet, level_box, overlap
from reportgen.charts.strokes import Point, crossed, strokes
from reportgen.charts.uprights import Upright, draw_scale, room_for
from reportgen.model.chart_figures import Magnitude, line_ticks
from reportgen.model.document import ChartData

_LINES = 7  # of the grid, for the lines themselves
_STROKE = 1.6
_DOT = 5.2
_MOST_DOTS = 40
_MOST_VALUES = 60
_CLEAR = 5.5  # between a point and its value
_STEP = 3.0  # from place to place that is tried for words
_ALONE = 2.5  # free around a value where several lines could claim it


class _Lines(msgspec.Struct, frozen=True):
    across: Across
    upright: Upright
    points: list[list[Point | None]]


def draw_line(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height."""
    size = Magnitude(value for series in data.series for value in series.values)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    names = end_names(sheet, data)
    high = max((name.height for name in names), default=0.0)
    top = sheet.grid * 0.75  # room for values above the highest point
    bottom = sheet.foot(top, max(_LINES, sheet.lines_high(high * len(names))))
    marks = line_ticks(data, size, figures)
    upright = Upright(top, bottom, marks[0], marks[-1], marks)
    left = room_for(sheet, size, marks)
    right = sheet.width - max((name.room for name in names), default=0.0)
    across = any_across(sheet, data.categories, left, right)
    points = [
        [None if figure is None else (across.x(at), upright.y(figure)) for at, figure in enumerate(row)]
        for row in figures
    ]
    plan = _Lines(across, upright, points)
    _draw_ground(sheet, plan, size, left, right)
    _draw_lines(sheet, data, plan)
    ends = [_last(row) for row in points]
    heights = middles([end[1] if end else bottom for end in ends], high, bottom + sheet.grid / 2) if names else []
    values = _values(sheet, data, plan, bool(names))
    for category in range(len(data.categories)):
        across.put(sheet, category, bottom)
    for index in range(len(data.series)):
        if names:
            put_end_name(sheet, names[index], (right, ends[index], heights[index]), sheet.paints.line(index))
        for category in range(len(data.categories)):
            found = values.get((index, category))
            if found:
                sheet.put(*found)
    return bottom + across.height


def _draw_ground(sheet: Sheet, plan: _Lines, size: Magnitude, left: float, right: float) -> None:
    """Scale and grid; the line of zero in ink, or a light foot where the scale starts above it."""
    draw_scale(sheet, plan.upright, size, left, right)
    if plan.upright.low <= 0 <= plan.upright.high:
        zero = plan.upright.y(0.0)
        sheet.rule((left, zero), (right, zero), RULE, sheet.colour("ink"))
    if plan.upright.low != 0:
        foot = plan.upright.bottom
        sheet.rule((left, foot), (right, foot), HAIR, sheet.colour("rule"))


def _draw_lines(sheet: Sheet, data: ChartData, plan: _Lines) -> None:
    """The first series lies on top: it is the one the title speaks of."""
    paper = sheet.colour("paper")
    for index in reversed(range(len(plan.points))):
        row = plan.points[index]
        colour = sheet.paints.line(index)
        sheet.polyline(
            [nan if point is None else point[0] for point in row],
            [nan if point is None else point[1] for point in row],
            _STROKE, colour,
        )  # fmt: skip
        dots, large = [], []
        for at, point in enumerate(row):
            if point is None:
                continue
            alone = (at == 0 or row[at - 1] is None) and (at == len(row) - 1 or row[at + 1] is None)
            if at in data.emphasis:
                large.append(point)
            elif len(row) <= _MOST_DOTS or alone:
                dots.append(point)
        for points, size in ((dots, _DOT), (large, _DOT * 1.4)):
            if points:
                sheet.dots([x for x, _ in points], [y for _, y in points], size, colour, paper)


def _last(row: list[Point | None]) -> Point | None:
    return next((point for point in reversed(row) if point is not None), None)


def _values(
    sheet: Sheet, data: ChartData, plan: _Lines, named: bool
) -> dict[tuple[int, int], tuple[Words, float, float]]:
    """Values where nothing is in the way: all of them, or only those that matter most.

    Beside several lines a value must stand clear of all but its own point, or a reader takes it for another's.
    """
    paths = [pair for row in plan.points for pair in strokes(row)]
    edge = plan.across.left + plan.across.step * len(data.categories) if named else sheet.width
    limits = (paths, edge, _ALONE if len(data.series) > 1 else 0.0)
    rows = [(index, at) for index, row in enumerate(plan.points) for at in range(len(row))]
    gaps = [(index, at) for index, at in rows if plan.points[index][at] is None]
    if named:  # the last value stands with the name
        rows = [(index, at) for index, at in rows if plan.points[index][at] and any(plan.points[index][at + 1 :])]
        rows += gaps
    if len(rows) <= _MOST_VALUES:
        found = _placed(sheet, data, plan, rows, limits)
        if len(found) == len(rows):
            return found
    if named:
        wanted = [(index, at) for index, row in enumerate(plan.points) for at in data.emphasis if row[at]]
    else:
        wanted = [(index, at) for index, row in enumerate(plan.points) for at in _first_of_all(data, row)]
    return _placed(sheet, data, plan, wanted + gaps, limits)


def _first_of_all(data: ChartData, row: list[Point | None]) -> list[int]:
    """Categories whose values are printed first: those the title speaks of, the last, the first, highest, lowest."""
    known = [at for at, point in enumerate(row) if point is not None]
    heights = {at: point[1] for at, point in enumerate(row) if point is not None}
    wanted = [at for at in data.emphasis if at in heights]
    if known:
        wanted += [known[-1], known[0], min(known, key=heights.__getitem__), max(known, key=heights.__getitem__)]
    return list(dict.fromkeys(wanted))


def _placed(
    sheet: Sheet, data: ChartData, plan: _Lines, wanted: list[tuple[int, int]],
    limits: tuple[list[tuple[Point, Point]], float, float],
) -> dict[tuple[int, int], tuple[Words, float, float]]:  # fmt: skip
    """A free place for each of the values ``wanted`` that has one."""
    paths, edge, clear = limits
    taken: list[Box] = list(sheet.boxes)
    found: dict[tuple[int, int], tuple[Words, float, float]] = {}
    for index, category in wanted:
        for words, x, baseline in _candidates(sheet, data, plan, index, category):
            box = level_box(words, x, baseline)
            inside = box[0] >= plan.across.left and box[2] <= edge and box[1] >= 0 and box[3] <= plan.upright.bottom
            near = (box[0] - 1, box[1] + 1, box[2] + 1, box[3] - 1)
            wide = (box[0] - clear, box[1] - clear, box[2] + clear, box[3] + clear)
            if inside and not any(overlap(near, other) for other in taken) and not crossed(wide, paths):
                taken.append(box)
                found[index, category] = (words, x, baseline)
                break
    return found


def _down(start: float, end: float, step: float) -> Iterator[float]:
    """Heights from ``start`` up to ``end``: the foot first."""
    while start > end:
        yield start
        start -= step


def _candidates(
    sheet: Sheet, data: ChartData, plan: _Lines, index: int, category: int
) -> Iterator[tuple[Words, float, float]]:
    """Places for a value: above its point or below, the outer side of the line first; a gap says so at the foot."""
    row = plan.points[index]
    point = row[category]
    word = data.series[index].words[category]
    if point is None:
        name = data.series[index].name if len(data.series) > 1 else ""
        words = sheet.lettering.words(f"{name}{word}", sheet.label, sheet.colour("grey"))
        left, right = plan.across.left, plan.across.left + plan.across.step * len(data.categories)
        x = max(min(plan.across.x(category) - words.width / 2, right - words.width), left)
        step = _STEP if name else plan.upright.bottom
        yield from ((words, x, y) for y in _down(plan.upright.bottom - 4, plan.upright.top, step))
        return
    words = sheet.lettering.words(word, sheet.strong)
    left = point[0] - words.width / 2
    above = (words, left, point[1] - _CLEAR)
    below = (words, left, point[1] + _CLEAR + words.size * 0.75)
    beside = [one[1] for one in (*row[max(0, category - 1) : category], *row[category + 1 : category + 2]) if one]
    low = bool(beside) and point[1] > sum(beside) / len(beside) + 1
    yield from (below, above) if low else (above, below)
