"""Lines over categories: a scale that says where it starts, names at the lines' ends, values where they are clear."""

from collections.abc import Iterator
from itertools import pairwise
from math import nan

import msgspec

from reportgen.charts.across import Across, any_across
from reportgen.charts.figures import Magnitude, spread, ticks
from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import GAP, HAIR, RULE, Box, Sheet, level_box, overlap
from reportgen.charts.uprights import TICKS, Upright, draw_scale, room_for
from reportgen.model.document import ChartData

_LINES = 7  # of the grid, for the lines themselves
_STROKE = 1.6
_DOT = 5.2
_MOST_DOTS = 40
_CLEAR = 5.5  # between a point and its value
_NAME_SHARE = 0.28  # of the width, at most, for the names at the right
_FROM_ZERO = 0.45  # a scale starts from zero when the lowest figure is less than this share of the highest

Point = tuple[float, float]


class _Name(msgspec.Struct, frozen=True):
    """The name of a line, where the line ends."""

    lines: tuple[Words, ...]
    end: Point


class _Lines(msgspec.Struct, frozen=True):
    across: Across
    upright: Upright
    points: list[list[Point | None]]


def draw_line(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height."""
    size = Magnitude(value for series in data.series for value in series.values)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    names = _names(sheet, data)
    high = max((len(lines) for lines in names), default=0) * sheet.label.size * LINE
    top = sheet.grid * 0.75  # room for values above the highest point
    bottom = sheet.lines_high(max(_LINES * sheet.grid, high * len(names))) * sheet.grid + top
    marks = _marks(figures)
    upright = Upright(top, bottom, marks[0], marks[-1], marks)
    left = room_for(sheet, size, marks)
    right = sheet.width - max((words.width + 4 * GAP for lines in names for words in lines), default=0.0)
    across = any_across(sheet, data.categories, left, right)
    points = [
        [None if figure is None else (across.x(at), upright.y(figure)) for at, figure in enumerate(row)]
        for row in figures
    ]
    plan = _Lines(across, upright, points)
    _draw_ground(sheet, plan, size, left, right)
    _draw_lines(sheet, data, plan)
    ends = _ends(sheet, plan, names, high, right)
    values = _values(sheet, data, plan, ends)
    for category in range(len(data.categories)):
        across.put(sheet, category, bottom)
    for index in range(len(data.series)):
        if ends:
            _put_name(sheet, index, ends[index], plan, right)
        for category in range(len(data.categories)):
            found = values.get((index, category))
            if found:
                words, x, baseline = found
                sheet.put(words, x, baseline)
    return bottom + across.height


def _names(sheet: Sheet, data: ChartData) -> list[tuple[Words, ...]]:
    if len(data.series) < 2 or not any(series.name for series in data.series):
        return []
    room = sheet.width * _NAME_SHARE - 4 * GAP
    return [sheet.lettering.lines(series.name or "—", sheet.label, room) for series in data.series]


def _marks(figures: list[list[float | None]]) -> tuple[float, ...]:
    known = [figure for row in figures for figure in row if figure is not None] or [0.0]
    low, high = min(known), max(known)
    if 0 < low < high * _FROM_ZERO:
        low = 0.0
    elif 0 > high > low * _FROM_ZERO:
        high = 0.0
    return ticks(low, high, TICKS)


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
        colour = sheet.series_colour(index)
        xs = [nan if point is None else point[0] for point in row]
        ys = [nan if point is None else point[1] for point in row]
        sheet.polyline(xs, ys, _STROKE, colour)
        for at, point in enumerate(row):
            if point is None:
                continue
            alone = (at == 0 or row[at - 1] is None) and (at == len(row) - 1 or row[at + 1] is None)
            if len(row) <= _MOST_DOTS or alone or at in data.emphasis:
                larger = 2.2 if at in data.emphasis else 0.0
                sheet.dots([point[0]], [point[1]], _DOT + larger, colour, paper)


def _ends(
    sheet: Sheet, plan: _Lines, names: list[tuple[Words, ...]], high: float, right: float
) -> list[tuple[_Name, float]]:
    """Each name with the height of its middle: level with its line's end as far as the others allow."""
    if not names:
        return []
    found = []
    for lines, row in zip(names, plan.points, strict=True):
        known = [point for point in row if point is not None]
        found.append(_Name(lines, known[-1] if known else (right, plan.upright.bottom)))
    order = sorted(range(len(found)), key=lambda index: (found[index].end[1], index))
    half = high / 2
    low, limit = plan.upright.top - sheet.grid * 0.75 + half, plan.upright.bottom + sheet.grid / 2 - half
    places = spread([found[index].end[1] for index in order], high, low, max(limit, low + high * (len(found) - 1)))
    assert places is not None
    middles = dict(zip(order, places, strict=True))
    return [(name, middles[index]) for index, name in enumerate(found)]


def _put_name(sheet: Sheet, index: int, end: tuple[_Name, float], plan: _Lines, right: float) -> None:
    name, middle = end
    start = name.end[0] + _DOT / 2 + 1
    edge = right + 2 * GAP
    bend = max(start, right - GAP / 2)
    colour = sheet.series_colour(index)
    if any(point is not None for point in plan.points[index]):
        sheet.polyline((start, bend, edge + GAP), (name.end[1], name.end[1], middle), HAIR * 1.5, colour)
    sheet.put_lines(name.lines, edge + 2 * GAP - 3, middle)


def _values(
    sheet: Sheet, data: ChartData, plan: _Lines, ends: list[tuple[_Name, float]]
) -> dict[tuple[int, int], tuple[Words, float, float]]:
    """Values where nothing is in the way. A line has all of them, or only those that matter most."""
    taken: list[Box] = list(sheet.boxes)
    strokes = [pair for row in plan.points for pair in _strokes(row)]
    edge = plan.across.left + plan.across.step * len(data.categories) if ends else sheet.width
    found: dict[tuple[int, int], tuple[Words, float, float]] = {}
    for index, row in enumerate(plan.points):
        placed = _placed(sheet, data, plan, (index, range(len(row))), (taken, strokes, edge))
        if len(placed) < len(row):
            placed = _placed(sheet, data, plan, (index, _first_of_all(data, row)), (taken, strokes, edge))
        for key, one in placed.items():
            found[key] = one
            taken.append(level_box(*one))
    return found


def _first_of_all(data: ChartData, row: list[Point | None]) -> list[int]:
    """Categories whose values are printed first: those the title speaks of, the last, the first, highest, lowest."""
    known = [at for at, point in enumerate(row) if point is not None]
    heights = {at: point[1] for at, point in enumerate(row) if point is not None}
    wanted = [at for at in data.emphasis if at in heights]
    if known:
        wanted += [known[-1], known[0], min(known, key=heights.__getitem__), max(known, key=heights.__getitem__)]
    return list(dict.fromkeys(wanted))


def _placed(
    sheet: Sheet, data: ChartData, plan: _Lines, wanted: tuple[int, range | list[int]],
    around: tuple[list[Box], list[tuple[Point, Point]], float],
) -> dict[tuple[int, int], tuple[Words, float, float]]:  # fmt: skip
    index, categories = wanted
    taken, strokes, edge = around
    mine: list[Box] = []
    found: dict[tuple[int, int], tuple[Words, float, float]] = {}
    for category in categories:
        for words, x, baseline in _candidates(sheet, data, plan, index, category):
            box = level_box(words, x, baseline)
            inside = box[0] >= plan.across.left and box[2] <= edge and box[1] >= 0 and box[3] <= plan.upright.bottom
            near = (box[0] - 1, box[1] + 1, box[2] + 1, box[3] - 1)
            if inside and not any(overlap(near, other) for other in (*taken, *mine)) and not _crossed(box, strokes):
                mine.append(box)
                found[index, category] = (words, x, baseline)
                break
    return found


def _candidates(
    sheet: Sheet, data: ChartData, plan: _Lines, index: int, category: int
) -> Iterator[tuple[Words, float, float]]:
    """Places for a value: above its point or below, the outer side of the line first; a gap says so at the foot."""
    row = plan.points[index]
    point = row[category]
    word = data.series[index].words[category]
    if point is None:
        words = sheet.lettering.words(word, sheet.label, sheet.colour("grey"))
        yield words, plan.across.x(category) - words.width / 2, plan.upright.bottom - 4
        return
    words = sheet.lettering.words(word, sheet.strong)
    left = point[0] - words.width / 2
    above = (words, left, point[1] - _CLEAR)
    below = (words, left, point[1] + _CLEAR + words.size * 0.75)
    beside = [one[1] for one in (*row[max(0, category - 1) : category], *row[category + 1 : category + 2]) if one]
    low = bool(beside) and point[1] > sum(beside) / len(beside) + 1
    yield from (below, above) if low else (above, below)


def _strokes(row: list[Point | None]) -> Iterator[tuple[Point, Point]]:
    for start, end in pairwise(row):
        if start is not None and end is not None:
            yield start, end


def _crossed(box: Box, strokes: list[tuple[Point, Point]]) -> bool:
    """Whether a line runs through the figures in ``box``."""
    left, top, right, bottom = box[0], box[1] + 1, box[2], box[3] - 1
    for (x1, y1), (x2, y2) in strokes:
        if x2 <= left or x1 >= right:
            continue
        slope = (y2 - y1) / (x2 - x1)
        start = y1 + (max(left, x1) - x1) * slope
        end = y1 + (min(right, x2) - x1) * slope
        if max(start, end) > top and min(start, end) < bottom:
            return True
    return False
