"""Before and after: a line for each category from its first figure to its second, named and told at both ends."""

from collections.abc import Sequence

import msgspec

from reportgen.charts.ends import middles
from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import GAP, HAIR, Sheet
from reportgen.model.chart_figures import Magnitude
from reportgen.model.document import ChartData

_LINES = 8  # of the grid, for few lines; many make it deeper
_NAME_SHARE = 0.42  # of the width, at most, for names and values at the right
_VALUE_SHARE = 0.18
_TO_WORDS = 3 * GAP  # from an upright to the words beside it
_FAR = 6 * GAP  # the same where the words give way to each other
_CROWDED = 0.6  # em: words that stand so far from their point's height make a crowd
_BOTH_SHARE = 0.34  # of the width, at most, for names and values at either side of a crowd
_LEAST = 0.25  # of the width: between the uprights, for names at both sides
_LOOSE = 1.25  # more from name to name in a crowd
_STROKE, _STRONG = 1.2, 2.0
_DOT = 5.2


class _Plan(msgspec.Struct, frozen=True):
    """Where the two uprights stand, the points on them and the words beside them.

    ``points`` and ``middles``: heights before and after, in the order of the categories; ``far``: from an upright to
    its words; ``before``: names at the left too, where words have to give way to each other.
    """

    left: float
    right: float
    bottom: float
    far: float
    points: tuple[tuple[float | None, ...], tuple[float | None, ...]]
    middles: tuple[list[float], list[float]]
    after: list[tuple[Words, ...]]
    before: list[tuple[Words, ...]]

    @property
    def gives_way(self) -> float:
        """How far words stand from the height of their points, at most."""
        return max(
            (abs(middle - point) for side in (0, 1) for middle, point in
             zip(self.middles[side], self.points[side], strict=True) if point is not None),
            default=0.0,
        )  # fmt: skip


def draw_slope(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. There are two series: before and after."""
    values = [[sheet.value(word, sheet.width * _VALUE_SHARE) for word in one.words] for one in data.series]
    plan = _planned(sheet, data, values, crowded=False)
    crowded = plan.gives_way > _CROWDED * sheet.label.size
    if crowded:
        named = _planned(sheet, data, values, crowded=True)
        plan = named if named.right - named.left >= _LEAST * sheet.width else plan
    _heads(sheet, data, (plan.left, plan.right))
    top = _head_height(sheet, data, (plan.left, plan.right))
    for x in (plan.left, plan.right):
        sheet.rule((x, top), (x, plan.bottom - sheet.grid / 2), HAIR, sheet.colour("rule"))
    order = sorted(range(len(data.categories)), key=lambda at: plan.middles[1][at]) if crowded else None
    colours = sheet.paints.slopes(len(data.categories), data.emphasis, order)
    for at in sorted(range(len(colours)), key=lambda at: (at in data.emphasis, -at)):  # what the title speaks of on top
        _draw(sheet, plan, at, colours[at], strong=at in data.emphasis)
    widest = [max(words.width for words in side) for side in values]
    for at, colour in enumerate(colours):
        thin = colour if crowded and not data.emphasis else sheet.colour("rule")
        for side, (x, way) in enumerate(((plan.left, -1.0), (plan.right, 1.0))):
            point, middle, words = plan.points[side][at], plan.middles[side][at], values[side][at]
            _leader(sheet, (x + way * _DOT, point, x + way * (plan.far - GAP / 2), middle), thin)
            edge = x - plan.far if side == 0 else x + plan.far + widest[1]
            sheet.put(words, edge, middle + words.centre, align=1.0)
        if plan.before:
            edge = plan.left - plan.far - widest[0] - GAP
            sheet.put_lines(plan.before[at], edge, plan.middles[0][at], align=1.0)
        sheet.put_lines(plan.after[at], plan.right + plan.far + widest[1] + GAP, plan.middles[1][at])
    return plan.bottom


def _planned(sheet: Sheet, data: ChartData, values: Sequence[Sequence[Words]], *, crowded: bool) -> _Plan:
    """``crowded``: with names at both ends, further off, and more room between them."""
    far = _FAR if crowded else _TO_WORDS
    widest = [max(words.width for words in side) for side in values]
    count = len(data.categories)
    share = _BOTH_SHARE if crowded else _NAME_SHARE
    room = max(sheet.width * share - far - widest[1] - GAP, 3 * sheet.label.size)
    after = [_name(sheet, data, at, room) for at in range(count)]
    before = [_name(sheet, data, at, room) for at in range(count)] if crowded else []
    right = sheet.width - far - widest[1] - GAP - max(words.width for lines in after for words in lines)
    left = widest[0] + far
    left += GAP + max(words.width for lines in before for words in lines) if before else 0.0
    high = max(len(lines) for lines in after) * sheet.label.size * LINE
    pitch = high * _LOOSE if crowded else high
    top = _head_height(sheet, data, (left, right))
    bottom = sheet.foot(top, max(_LINES + 2 * crowded, sheet.lines_high(pitch * count) + 1))
    points = _heights(data, (top, bottom - sheet.grid / 2), sheet.grid)
    pitches = (pitch if crowded else sheet.strong.size * LINE, pitch)
    wanted = ([y - top for y in _wanted(points, side, bottom)] for side in (0, 1))
    lows, highs = (
        [y + top for y in middles(side, pitch, bottom - top - sheet.grid / 3)]
        for side, pitch in zip(wanted, pitches, strict=True)
    )
    return _Plan(left, right, bottom, far, points, (lows, highs), after, before)


def _name(sheet: Sheet, data: ChartData, at: int, room: float) -> tuple[Words, ...]:
    style = sheet.strong if at in data.emphasis else sheet.label
    return sheet.lettering.lines(data.categories[at], style, room)


def _head_lines(sheet: Sheet, data: ChartData, edges: tuple[float, float]) -> list[tuple[Words, ...]]:
    grey, room = sheet.colour("grey"), (edges[1] - edges[0]) / 2 - GAP
    return [sheet.lettering.lines(one.name, sheet.label, room, grey) if one.name else () for one in data.series]


def _head_height(sheet: Sheet, data: ChartData, edges: tuple[float, float]) -> float:
    """What the names of the two uprights take above them."""
    most = max(map(len, _head_lines(sheet, data, edges)))
    return sheet.grid * (1 + 0.25) + (most - 1) * sheet.label.size * LINE if most else sheet.grid / 2


def _heads(sheet: Sheet, data: ChartData, edges: tuple[float, float]) -> None:
    """What the two uprights stand for, above them."""
    heads = _head_lines(sheet, data, edges)
    most = max(map(len, heads))
    for lines, x in zip(heads, edges, strict=True):
        for index, words in enumerate(lines):
            half = words.width / 2
            middle = min(max(x, half), sheet.width - half)
            row = most - len(lines) + index
            sheet.put(words, middle, sheet.grid / 2 + row * words.size * LINE + words.centre, align=0.5)


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


def _wanted(points: Sequence[Sequence[float | None]], side: int, bottom: float) -> list[float]:
    """Where the words of a side would stand best: level with their point, or with the other where there is none."""
    found = []
    for own, other in zip(points[side], points[1 - side], strict=True):
        found.append(own if own is not None else other if other is not None else bottom)
    return found


def _draw(sheet: Sheet, plan: _Plan, at: int, colour: str, *, strong: bool) -> None:
    start, end = plan.points[0][at], plan.points[1][at]
    if start is not None and end is not None:
        sheet.polyline((plan.left, plan.right), (start, end), _STRONG if strong else _STROKE, colour)
    for x, y in ((plan.left, start), (plan.right, end)):
        if y is not None:
            sheet.dots((x,), (y,), _DOT, colour, sheet.colour("paper"))


def _leader(sheet: Sheet, way: tuple[float, float | None, float, float], colour: str) -> None:
    """A thin line from a point to words that had to give way."""
    x, y, to, middle = way
    if y is not None and abs(y - middle) > 1.0:
        sheet.rule((x, y), (to, middle), HAIR, colour)
