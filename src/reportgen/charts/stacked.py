"""Columns made of parts: positive parts rise from zero, negative ones hang from it."""

from decimal import Decimal

import msgspec
from matplotlib.transforms import Affine2D

from reportgen.charts.across import Across, any_across
from reportgen.charts.figures import fitted_range
from reportgen.charts.lettering import Words
from reportgen.charts.sheet import BAR_SHARE, RULE, Sheet
from reportgen.charts.uprights import Upright, draw_scale, room_for, scaled
from reportgen.model.chart_figures import Magnitude
from reportgen.model.document import ChartData
from reportgen.model.spread import spread

_WIDEST = 60.0
_LINES = 9  # of the grid, for the columns
_INSIDE = 1.5  # free above and below a value in its part
_BESIDE = 3.0  # between a column and the value beside it

Part = tuple[float, float]  # from and to, in figures


class _Stacks(msgspec.Struct, frozen=True):
    across: Across
    width: float
    inside: dict[tuple[int, int], Words]  # (series, category)
    beside: dict[tuple[int, int], tuple[Words, float]]  # and the height of its middle
    complete: bool


def draw_stacked(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height."""
    top = sheet.legend(data) or sheet.grid / 2
    size = Magnitude(value for series in data.series for value in series.values)
    columns = zip(*(series.values for series in data.series), strict=True)
    parts = [_parts([size.of(value or Decimal(0)) for value in column]) for column in columns]
    tops = [[end for part in column for end in part] for column in parts]
    span = (top, sheet.foot(top, _LINES))
    low, high = fitted_range([(end, 1.0) for column in tops for end in column], span[1] - span[0])
    upright = Upright(*span, low, high, ())
    plan = _planned(sheet, data, upright, parts, 0.0)
    if not plan.complete:
        ends: list[list[float | None]] = [list(column) for column in tops]
        upright = scaled(size, ends, (top + sheet.grid / 4, span[1]))
        plan = _planned(sheet, data, upright, parts, room_for(sheet, size, upright.ticks))
        draw_scale(sheet, upright, size, plan.across.left)
    lay = Affine2D().scale(1.0, -upright.scale).translate(0.0, upright.y(0.0))
    across = plan.across
    for category, column in enumerate(parts):
        x = across.x(category)
        for index, (start, end) in enumerate(column):
            if start != end:
                sheet.rectangle((x - plan.width / 2, start, x + plan.width / 2, end), sheet.paints.series(index), lay)
        for start, end in column:
            if start and start != end:  # paper runs between two parts
                y = upright.y(start)
                sheet.rule((x - plan.width / 2, y), (x + plan.width / 2, y), RULE, sheet.colour("paper"))
    ends_x = (across.left, across.left + across.step * len(parts))
    sheet.rule((ends_x[0], upright.y(0.0)), (ends_x[1], upright.y(0.0)), RULE, sheet.colour("ink"))
    for category, column in enumerate(parts):
        across.put(sheet, category, upright.bottom)
        for index, (start, end) in enumerate(column):
            _put_value(sheet, plan, (index, category), upright.y((start + end) / 2))
    return upright.bottom + across.height


def _put_value(sheet: Sheet, plan: _Stacks, place: tuple[int, int], middle: float) -> None:
    x = plan.across.x(place[1])
    if place in plan.inside:
        words = plan.inside[place]
        sheet.put(words, x, middle + words.centre, align=0.5)
    elif place in plan.beside:
        words, middle = plan.beside[place]
        sheet.put(words, x + plan.width / 2 + _BESIDE, middle + words.centre)


def _parts(figures: list[float]) -> list[Part]:
    """Where each part of a stack begins and ends."""
    found: list[Part] = []
    above = below = 0.0
    for figure in figures:
        start = above if figure >= 0 else below
        found.append((start, start + figure))
        if figure >= 0:
            above += figure
        else:
            below += figure
    return found


def _planned(sheet: Sheet, data: ChartData, upright: Upright, parts: list[list[Part]], left: float) -> _Stacks:
    """Where names and values go; a value too large for its part goes beside it, if the gap allows."""
    plan = _laid(sheet, data, upright, parts, (left, sheet.width))
    widest = max((words.width for words, _ in plan.beside.values()), default=0.0)
    # Half of the last gap lies right of the last column; it shrinks as the margin grows.
    share = (1 - BAR_SHARE) / 2 / len(data.categories)
    margin = (widest + _BESIDE - share * (sheet.width - left)) / (1 - share)
    if widest and margin > 0:  # the last column needs room for what stands beside it
        plan = _laid(sheet, data, upright, parts, (left, sheet.width - margin))
    return plan


def _laid(
    sheet: Sheet, data: ChartData, upright: Upright, parts: list[list[Part]], edges: tuple[float, float]
) -> _Stacks:
    across = any_across(sheet, data.categories, *edges)
    width = min(across.step * BAR_SHARE, _WIDEST)
    gap = across.step - width - 2 * _BESIDE
    inside: dict[tuple[int, int], Words] = {}
    beside: dict[tuple[int, int], tuple[Words, float]] = {}
    complete = True
    for category, column in enumerate(parts):
        outside: list[tuple[float, int, Words]] = []
        for index, (start, end) in enumerate(column):
            series = data.series[index]
            words = sheet.lettering.words(
                series.words[category], sheet.strong, sheet.paints.on(sheet.paints.series(index))
            )
            tall = abs(end - start) * upright.scale
            if tall >= words.size + 2 * _INSIDE and words.width <= width - 2:
                inside[index, category] = words
            else:
                word = series.words[category]
                colour = sheet.colour("grey" if word == "—" else "ink")
                words = sheet.lettering.words(word, sheet.label if word == "—" else sheet.strong, colour)
                outside.append((upright.y((start + end) / 2), index, words))
        outside.sort(key=lambda one: (one[0], -one[1]))
        half = sheet.strong.size * 0.55
        places = spread([one[0] for one in outside], half * 2, upright.top + half, upright.bottom - half)
        if places is None or any(words.width > gap for _, _, words in outside):
            complete = False
            continue
        for (_, index, words), place in zip(outside, places, strict=True):
            beside[index, category] = (words, place)
    return _Stacks(across, width, inside, beside, complete)
