"""Columns side by side, one or several series; they stand on zero."""

from typing import Literal

import msgspec
from matplotlib.transforms import Affine2D

from reportgen.charts.across import Across, level, thinned
from reportgen.charts.figures import fitted_range
from reportgen.charts.lettering import Words
from reportgen.charts.rows import draw_bar
from reportgen.charts.sheet import BAR_SHARE, RULE, Sheet, level_box
from reportgen.charts.uprights import Upright, draw_scale, scaled, tick_room
from reportgen.model.chart_figures import Magnitude, is_sequence
from reportgen.model.document import ChartData

_WIDEST = 48.0  # of a column
_GROUP_SHARE = 0.74  # of the step, where a category has several columns
_WIDEST_IN_GROUP = 30.0
_ABOVE = 4.0  # between a column's end and its value
_LINES = 8  # of the grid, for columns and their values
_LEAST_PITCH = 1.0  # beyond a turned value's own height

How = Literal["level", "turned", "scale"]


class _Columns(msgspec.Struct, frozen=True):
    across: Across
    pitch: float
    width: float
    how: How


def draw_column(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. Names that neither fit below columns nor count on make rows of the columns."""
    size = Magnitude(value for series in data.series for value in series.values)
    found = _planned(sheet, data, 0.0)
    if found is not None and found.how == "scale":
        found = _planned(sheet, data, tick_room(sheet, size, data))
    if found is None:
        return draw_bar(sheet, data)
    top = sheet.legend(data)
    foot = sheet.foot(top, _LINES)
    values = _values(sheet, data, found.how)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    upright = (
        scaled(size, figures, (top + sheet.grid / 2, foot))
        if found.how == "scale"
        else _fitted(figures, values, found.how, (top, foot))
    )
    if found.how == "scale":
        draw_scale(sheet, upright, size, found.across.left)
    _draw_columns(sheet, data, found, upright, figures)
    across = found.across
    ends = (across.left, across.left + across.step * len(data.categories))
    sheet.rule((ends[0], upright.y(0.0)), (ends[1], upright.y(0.0)), RULE, sheet.colour("ink"))
    for category in range(len(data.categories)):
        across.put(sheet, category, upright.bottom)
        if found.how == "scale" and category not in data.emphasis:
            continue  # the scale says it
        for index, row in enumerate(values):
            _put_value(sheet, found, upright, (category, index, len(values)), figures[index][category], row[category])
    return upright.bottom + across.height


def _planned(sheet: Sheet, data: ChartData, left: float) -> _Columns | None:
    across = level(sheet, data.categories, left, sheet.width)
    if across is None:
        if not is_sequence(data.categories):
            return None
        across = thinned(sheet, data.categories, left, sheet.width)
    series = len(data.series)
    if series == 1:
        pitch, width = across.step, min(across.step * BAR_SHARE, _WIDEST)
    else:
        pitch = min(across.step * _GROUP_SHARE / series, _WIDEST_IN_GROUP)
        width = pitch * 0.92
    if left:
        return _Columns(across, pitch, width, "scale")
    style = sheet.strong
    widest = max(sheet.lettering.words(word, style).width for one in data.series for word in one.words)
    if widest <= pitch - 1.5:
        return _Columns(across, pitch, width, "level")
    if pitch >= style.size + _LEAST_PITCH:
        return _Columns(across, pitch, width, "turned")
    return _Columns(across, pitch, width, "scale")


def _values(sheet: Sheet, data: ChartData, how: How) -> list[list[Words]]:
    room = sheet.grid * (_LINES / 3 if how == "turned" else 6)
    ink, grey = sheet.colour("ink"), sheet.colour("grey")
    return [
        [sheet.value(word, room, grey if word == "—" else ink, regular=word == "—") for word in series.words]
        for series in data.series
    ]


def _fitted(
    figures: list[list[float | None]], values: list[list[Words]], how: How, span: tuple[float, float]
) -> Upright:
    ends = [
        (figure or 0.0, _ABOVE + (words.width if how == "turned" else words.size * 0.94))
        for row, line in zip(figures, values, strict=True)
        for figure, words in zip(row, line, strict=True)
    ]
    low, high = fitted_range(ends, span[1] - span[0])
    return Upright(span[0], span[1], low, high, ())


def _draw_columns(
    sheet: Sheet, data: ChartData, plan: _Columns, upright: Upright, figures: list[list[float | None]]
) -> None:
    lay = Affine2D().scale(1.0, -upright.scale).translate(0.0, upright.y(0.0))
    for category in range(len(data.categories)):
        for index, row in enumerate(figures):
            figure = row[category]
            if figure:
                x = _x(plan, category, index, len(figures))
                fill = sheet.paints.bar(data, index, category)
                sheet.rectangle((x - plan.width / 2, 0.0, x + plan.width / 2, figure), fill, lay)


def _x(plan: _Columns, category: int, index: int, count: int) -> float:
    return plan.across.x(category) + (index - (count - 1) / 2) * plan.pitch


def _put_value(
    sheet: Sheet, plan: _Columns, upright: Upright, place: tuple[int, int, int], figure: float | None, words: Words
) -> None:
    """A value at the end of its column; beside a scale only where it disturbs nothing."""
    x = _x(plan, *place)
    end, below = upright.y(figure or 0.0), figure is not None and figure < 0
    if plan.how == "turned":
        sheet.put(words, x, end + _ABOVE + words.width if below else end - _ABOVE, turned=True)
        return
    baseline = end + _ABOVE + words.size * 0.82 if below else end - _ABOVE
    if plan.how == "scale":
        box = level_box(words, x - words.width / 2, baseline)
        if box[0] < plan.across.left or box[2] > sheet.width or box[1] < upright.top - sheet.grid / 2:
            return
        if not sheet.is_free(box):
            return
    sheet.put(words, x, baseline, align=0.5)
