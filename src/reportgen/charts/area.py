"""Areas over categories: they stand on zero; several lie on each other and are named at the right, where they end."""

import msgspec

from reportgen.charts.across import Across, any_across
from reportgen.charts.ends import Point, end_names, middles, put_end_name
from reportgen.charts.lettering import Words
from reportgen.charts.sheet import HAIR, RULE, Box, Sheet, level_box, overlap
from reportgen.charts.strokes import crossed, strokes
from reportgen.charts.uprights import Upright, draw_scale, room_for, scaled
from reportgen.model.chart_figures import Magnitude
from reportgen.model.document import ChartData

_LINES = 7  # of the grid, for the areas
_EDGE = 1.6  # the line along the upper edge of a single area
_ABOVE = 5.0
_STEP = 2.0  # from place to place that is tried for words
_MOST_VALUES = 24

Band = list[tuple[float, float] | None]  # from and to by category, in figures; None for a gap


class _Plan(msgspec.Struct, frozen=True):
    across: Across
    upright: Upright
    left: float
    right: float

    def x(self, at: int) -> float:
        return self.across.x(at)


def draw_area(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. Where there are several series, their values are known to be zero or more."""
    size = Magnitude(value for series in data.series for value in series.values)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    bands = _bands(figures)
    names = end_names(sheet, data)
    high = max((name.height for name in names), default=0.0)
    top = sheet.grid * 0.75
    bottom = sheet.foot(top, max(_LINES, sheet.lines_high(high * len(names))))
    ends: list[list[float | None]] = [[None if part is None else part[1] for part in band] for band in bands]
    upright = scaled(size, ends, (top, bottom))
    left = room_for(sheet, size, upright.ticks)
    right = sheet.width - max((name.room for name in names), default=0.0)
    plan = _Plan(any_across(sheet, data.categories, left, right), upright, left, right)
    draw_scale(sheet, upright, size, left, right)
    for index, band in enumerate(bands):
        _draw_band(sheet, plan, band, index, alone=len(bands) == 1)
    sheet.rule((left, upright.y(0.0)), (right, upright.y(0.0)), RULE, sheet.colour("ink"))
    for category in range(len(data.categories)):
        plan.across.put(sheet, category, bottom)
    if names:
        wanted = [_end(plan, band) for band in bands]
        for index, middle in enumerate(middles([y for _, y in wanted], high, bottom + sheet.grid / 2)):
            put_end_name(sheet, names[index], (right, wanted[index], middle), sheet.paints.line(index))
        _put_gaps(sheet, plan, data, bands)
    else:
        _put_values(sheet, plan, data, figures[0])
    return bottom + plan.across.height


def _bands(figures: list[list[float | None]]) -> list[Band]:
    """Each series on those before it; a series without a figure takes no height there."""
    below = [0.0] * len(figures[0])
    found: list[Band] = []
    for row in figures:
        band: Band = []
        for at, figure in enumerate(row):
            band.append(None if figure is None else (below[at], below[at] + figure))
            below[at] += figure or 0.0
        found.append(band)
    return found


def _draw_band(sheet: Sheet, plan: _Plan, band: Band, index: int, *, alone: bool) -> None:
    """The area of a series; a figure between gaps is a thin upright, so that it is not lost."""
    fill = sheet.paints.tint(index) if alone else sheet.paints.series(index)
    for run in _runs(band):
        xs = [plan.x(at) for at, _ in run]
        if len(run) == 1:
            xs = [xs[0] - _EDGE, xs[0] + _EDGE]
            run = run * 2
        upper = [(x, plan.upright.y(part[1])) for x, (_, part) in zip(xs, run, strict=True)]
        lower = [(x, plan.upright.y(part[0])) for x, (_, part) in zip(xs, run, strict=True)]
        sheet.polygon([*upper, *reversed(lower)], fill)
        if alone:
            sheet.polyline([x for x, _ in upper], [y for _, y in upper], _EDGE, sheet.paints.line(index))
        elif index:  # neighbours are parted by paper, whatever their colours
            sheet.polyline([x for x, _ in lower], [y for _, y in lower], 2 * HAIR, sheet.colour("paper"))


def _runs(band: Band) -> list[list[tuple[int, tuple[float, float]]]]:
    """The stretches of a band without gaps."""
    found: list[list[tuple[int, tuple[float, float]]]] = [[]]
    for at, part in enumerate(band):
        if part is None:
            found.append([])
        else:
            found[-1].append((at, part))
    return [run for run in found if run]


def _end(plan: _Plan, band: Band) -> Point:
    """The middle of a band where it ends."""
    known = [(at, part) for at, part in enumerate(band) if part is not None]
    if not known:
        return plan.left, plan.upright.y(0.0)
    at, (low, high) = known[-1]
    return plan.x(at), plan.upright.y((low + high) / 2)


def _put_gaps(sheet: Sheet, plan: _Plan, data: ChartData, bands: list[Band]) -> None:
    """Which of several areas have no figure, above the others: by name where there is room for that."""
    rows = [[None if part is None else (plan.x(at), plan.upright.y(part[1])) for at, part in enumerate(band)]
            for band in bands]  # fmt: skip
    edges = [edge for row in rows for edge in strokes(row)]
    taken: list[Box] = []
    for at in range(len(data.categories)):
        lacking = [one.name for one, band in zip(data.series, bands, strict=True) if band[at] is None]
        if not lacking:
            continue
        top = plan.upright.y(max((part[1] for band in bands if (part := band[at]) is not None), default=0.0))
        for text in ("、".join(lacking) + "—", "—"):
            words = sheet.lettering.words(text, sheet.label, sheet.colour("grey"))
            x = max(min(plan.x(at) - words.width / 2, plan.right - words.width), plan.left)
            y = top - _ABOVE
            while y > words.size and _is_taken(level_box(words, x, y), taken, edges):
                y -= _STEP
            if y > words.size:
                taken.append(level_box(words, x, y))
                sheet.put(words, x, y)
                break


def _is_taken(box: Box, taken: list[Box], edges: list[tuple[Point, Point]]) -> bool:
    return any(overlap(box, other) for other in taken) or crossed(box, edges)


def _put_values(sheet: Sheet, plan: _Plan, data: ChartData, row: list[float | None]) -> None:
    """Values of a single area above its edge: all where they have room, else those that matter."""
    series = data.series[0]
    known = [at for at, figure in enumerate(row) if figure is not None]
    order = list(range(len(row)))
    if known and not _all_fit(sheet, plan, series.words):
        heights = {at: row[at] or 0.0 for at in known}
        order = [*data.emphasis, known[-1], known[0], max(known, key=heights.__getitem__)]
        order += [at for at, figure in enumerate(row) if figure is None]
    points = [None if figure is None else (plan.x(at), plan.upright.y(figure)) for at, figure in enumerate(row)]
    edge = list(strokes(points))
    taken: list[Box] = []
    found: dict[int, tuple[Words, float, float]] = {}
    for at in dict.fromkeys(order):
        words, x, baseline = _value(sheet, plan, (at, row), series.words[at])
        box = level_box(words, x, baseline)
        inside = box[0] >= plan.left and box[2] <= sheet.width and sheet.is_free(box)
        if inside and not any(overlap(box, other) for other in taken) and not crossed(box, edge):
            taken.append(box)
            found[at] = (words, x, baseline)
    for at in sorted(found):
        sheet.put(*found[at])


def _all_fit(sheet: Sheet, plan: _Plan, words: tuple[str, ...]) -> bool:
    wide = max(sheet.lettering.words(word, sheet.strong).width for word in words)
    return len(words) <= _MOST_VALUES and wide + 4 <= plan.across.step


def _value(sheet: Sheet, plan: _Plan, place: tuple[int, list[float | None]], word: str) -> tuple[Words, float, float]:
    at, row = place
    figure = row[at]
    if figure is None:
        words = sheet.lettering.words(word, sheet.label, sheet.colour("grey"))
        return words, plan.x(at) - words.width / 2, plan.upright.y(0.0) - 4
    words = sheet.value(word, sheet.width / 4)
    x = min(max(plan.x(at) - words.width / 2, plan.left), sheet.width - words.width)
    y = plan.upright.y(figure)
    return words, x, y + _ABOVE + words.size * 0.75 if figure < 0 else y - _ABOVE
