"""Before and after: a line for each category from its first figure to its second, named and told at both ends."""

from collections.abc import Sequence

import msgspec

from reportgen.charts.ends import middles
from reportgen.charts.figures import Magnitude
from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import GAP, HAIR, Sheet
from reportgen.model.document import ChartData

_LINES = 8  # of the grid, for few lines; many make it deeper
_NAME_SHARE = 0.42  # of the width, at most, for names and values at the right
_VALUE_SHARE = 0.18
_TO_WORDS = 3 * GAP  # from an upright to the words beside it
_STROKE, _STRONG = 1.2, 2.0
_DOT = 5.2

Side = tuple[list[Words], list[float]]  # values and the heights of their middles


class _Plan(msgspec.Struct, frozen=True):
    left: float
    right: float
    top: float
    bottom: float
    points: tuple[tuple[float | None, ...], tuple[float | None, ...]]  # heights, before and after


def draw_slope(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. There are two series: before and after."""
    values = [[sheet.value(word, sheet.width * _VALUE_SHARE) for word in one.words] for one in data.series]
    left = max(words.width for words in values[0]) + _TO_WORDS
    widest = max(words.width for words in values[1])
    room = sheet.width * _NAME_SHARE - _TO_WORDS - widest - GAP
    names = [_name(sheet, data, at, max(room, 3 * sheet.label.size)) for at in range(len(data.categories))]
    right = sheet.width - _TO_WORDS - widest - GAP - max(words.width for lines in names for words in lines)
    high = max(len(lines) for lines in names) * sheet.label.size * LINE
    top = _heads(sheet, data, (left, right))
    bottom = sheet.foot(top, max(_LINES, sheet.lines_high(high * len(names)) + 1))
    plan = _Plan(left, right, top, bottom, _heights(data, (top, bottom - sheet.grid / 2), sheet.grid))
    for x in (left, right):
        sheet.rule((x, top), (x, bottom - sheet.grid / 2), HAIR, sheet.colour("rule"))
    for at in sorted(range(len(names)), key=lambda at: (at in data.emphasis, -at)):  # what the title speaks of on top
        _draw(sheet, plan, at, data.emphasis)
    before, after = ([y - top for y in _wanted(plan, side)] for side in (0, 1))
    lows = [y + top for y in middles(before, sheet.strong.size * LINE, bottom - top)]
    highs = [y + top for y in middles(after, high, bottom - top)]
    for at, lines in enumerate(names):
        _leader(sheet, (left - _DOT, plan.points[0][at], left - _TO_WORDS + GAP / 2, lows[at]))
        sheet.put(values[0][at], left - _TO_WORDS, lows[at] + values[0][at].centre, align=1.0)
        _leader(sheet, (right + _DOT, plan.points[1][at], right + _TO_WORDS - GAP / 2, highs[at]))
        sheet.put(values[1][at], right + _TO_WORDS + widest, highs[at] + values[1][at].centre, align=1.0)
        sheet.put_lines(lines, right + _TO_WORDS + widest + GAP, highs[at])
    return bottom


def _name(sheet: Sheet, data: ChartData, at: int, room: float) -> tuple[Words, ...]:
    style = sheet.strong if at in data.emphasis else sheet.label
    return sheet.lettering.lines(data.categories[at], style, room)


def _heads(sheet: Sheet, data: ChartData, edges: tuple[float, float]) -> float:
    """What the two uprights stand for, above them; returns the height it takes."""
    grey, room = sheet.colour("grey"), (edges[1] - edges[0]) / 2 - GAP
    heads = [sheet.lettering.lines(one.name, sheet.label, room, grey) if one.name else () for one in data.series]
    most = max(map(len, heads))
    if not most:
        return sheet.grid / 2
    for lines, x in zip(heads, edges, strict=True):
        for index, words in enumerate(lines):
            half = words.width / 2
            middle = min(max(x, half), sheet.width - half)
            row = most - len(lines) + index
            sheet.put(words, middle, sheet.grid / 2 + row * words.size * LINE + words.centre, align=0.5)
    return sheet.grid * (1 + 0.25) + (most - 1) * sheet.label.size * LINE


def _heights(
    data: ChartData, span: tuple[float, float], grid: float
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Where the figures lie between the lowest and the highest of them."""
    size = Magnitude(value for series in data.series for value in series.values)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    known = [figure for row in figures for figure in row if figure is not None] or [0.0]
    low, high = min(known), max(known)
    top, bottom = span[0] + grid / 2, span[1] - grid / 2
    scale = (bottom - top) / (high - low) if high > low else 0.0
    level = (top + bottom) / 2 if not scale else bottom
    before, after = (
        tuple(None if figure is None else level - (figure - low) * scale for figure in row) for row in figures
    )
    return before, after


def _wanted(plan: _Plan, side: int) -> list[float]:
    """Where the words of a side would stand best: level with their point, or with the other where there is none."""
    found = []
    for own, other in zip(plan.points[side], plan.points[1 - side], strict=True):
        found.append(own if own is not None else other if other is not None else plan.bottom)
    return found


def _draw(sheet: Sheet, plan: _Plan, at: int, emphasis: Sequence[int]) -> None:
    spoken = at in emphasis or not emphasis
    colour = sheet.colour("primary") if at in emphasis else sheet.line_colour(0) if spoken else sheet.colour("rule")
    start, end = plan.points[0][at], plan.points[1][at]
    if start is not None and end is not None:
        width = _STRONG if at in emphasis else _STROKE
        sheet.polyline((plan.left, plan.right), (start, end), width, colour)
    for x, y in ((plan.left, start), (plan.right, end)):
        if y is not None:
            sheet.dots((x,), (y,), _DOT, colour, sheet.colour("paper"))


def _leader(sheet: Sheet, way: tuple[float, float | None, float, float]) -> None:
    """A thin line from a point to words that had to give way."""
    x, y, to, middle = way
    if y is not None and abs(y - middle) > 1.0:
        sheet.rule((x, y), (to, middle), HAIR, sheet.colour("rule"))
