"""Actual figures against targets: the bar on its track, the mark of the target, both figures, the share reached."""

from decimal import Decimal

from reportgen.charts.figures import fitted_range
from reportgen.charts.lettering import Words
from reportgen.charts.rows import RowLabels, row_labels
from reportgen.charts.sheet import BAR_SHARE, RULE, SWATCH, Sheet
from reportgen.model.chart_figures import Magnitude, percentage
from reportgen.model.chart_table import REACHED, series_names
from reportgen.model.document import ChartData

_BETWEEN = 12.0  # columns of figures
_PAST = 2.2  # how far the mark of the target reaches over its track
_HEAD_SHARE = 0.25  # of the width, at most, for the name of a column
_FIGURE_SHARE = 0.2  # of the width, at most, for one column of figures


def draw_target(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height."""
    actual, target = data.series
    shares = [_share(*pair) for pair in zip(actual.values, target.values, strict=True)]
    room = sheet.width * _FIGURE_SHARE
    columns = [
        [sheet.value(word, room) for word in actual.words],
        [sheet.value(word, room, sheet.colour("grey"), regular=True) for word in target.words],
        [sheet.value(word, room) for word in shares],
    ]
    heads = _heads(sheet, data, sheet.width * _HEAD_SHARE)
    edges = _edges(sheet, columns, heads)
    labels = row_labels(sheet, data.categories, sheet.width)
    left = labels.width + RULE / 2
    right = edges[0][0] - _BETWEEN
    if not labels.above and right - left < sheet.width * 0.25:
        lines = tuple(sheet.lettering.lines(text, sheet.label, sheet.width) for text in data.categories)
        labels, left = RowLabels(lines, 0.0, True), RULE / 2
    top = _header(sheet, heads, edges)
    size = Magnitude((*actual.values, *target.values))
    pairs = [
        tuple(None if value is None else size.of(value) for value in pair)
        for pair in zip(actual.values, target.values, strict=True)
    ]
    low, high = fitted_range([(figure or 0.0, 1.0) for pair in pairs for figure in pair], right - left)
    scale = (right - left) / (high - low)
    zero = left - low * scale
    y = top
    for row, (done, goal) in enumerate(pairs):
        y = _row(sheet, labels, (row, y, sheet.step(len(pairs))), (scale, zero), (done, goal))
        middle = y - max(sheet.step(len(pairs)), labels.tallest) / 2
        for words, (_, edge) in zip((column[row] for column in columns), edges, strict=True):
            sheet.put(words, edge, middle + words.centre, align=1.0)
    if not labels.above and not sheet.on_panel:
        sheet.rule((zero, top), (zero, y), RULE, sheet.colour("ink"))
    return y


def _share(done: Decimal | None, goal: Decimal | None) -> str:
    return "—" if done is None or not goal or goal < 0 or done < 0 else percentage(done, goal)


def _heads(sheet: Sheet, data: ChartData, room: float) -> list[tuple[Words, ...]]:
    names, grey = series_names(data), sheet.colour("grey")
    return [sheet.lettering.lines(name, sheet.label, room - SWATCH - 4, grey) for name in (*names, REACHED)]


def _edges(sheet: Sheet, columns: list[list[Words]], heads: list[tuple[Words, ...]]) -> list[tuple[float, float]]:
    """Left and right edge of each column of figures, the last at the edge of the plate."""
    edges: list[tuple[float, float]] = []
    right = sheet.width
    for index in (2, 1, 0):
        swatch = SWATCH + 4 if index < 2 else 0.0
        wide = max(max(words.width for words in columns[index]), max(words.width for words in heads[index]) + swatch)
        edges.append((right - wide, right))
        right -= wide + _BETWEEN
    return edges[::-1]


def _header(sheet: Sheet, heads: list[tuple[Words, ...]], edges: list[tuple[float, float]]) -> float:
    """Names of the columns; the first two carry what their marks look like."""
    high = max(map(len, heads))
    pitch = sheet.grid * 0.625
    height = sheet.grid + (high - 1) * pitch
    for index, (lines, (_, right)) in enumerate(zip(heads, edges, strict=True)):
        first = height - sheet.grid / 2 - (len(lines) - 1) * pitch
        left = right - max(words.width for words in lines) - SWATCH - 4
        box = (left, first - SWATCH / 2, left + SWATCH, first + SWATCH / 2)
        if index == 0:
            sheet.rectangle(box, sheet.colour("primary"))
        elif index == 1:
            sheet.rectangle(box, sheet.track)
            edge = left + SWATCH
            sheet.rule((edge, box[1] - 1.2), (edge, box[3] + 1.2), RULE, sheet.colour("ink"))
        for at, words in enumerate(lines):
            sheet.put(words, right, first + at * pitch + words.centre, align=1.0)
    return height


def _row(
    sheet: Sheet, labels: RowLabels, place: tuple[int, float, float], axis: tuple[float, float],
    figures: tuple[float | None, ...],
) -> float:  # fmt: skip
    """Label, track, bar and mark of one row; returns where the next begins. ``place``: row, its top, its step."""
    row, y, step = place
    scale, zero = axis
    done, goal = figures
    over, base = labels.over(row), max(step, labels.tallest)
    middle = y + over + base / 2
    if over:
        for index, words in enumerate(labels.lines[row]):
            pitch = over / len(labels.lines[row])
            sheet.put(words, 0.0, y + (index + 0.5) * pitch + 1.5 + words.centre)
    else:
        sheet.put_lines(labels.lines[row], 0.0, middle)
    half = step * BAR_SHARE / 2
    if goal:
        sheet.bar((zero, middle - half, zero + goal * scale, middle + half), sheet.track)
    if done:
        sheet.bar((zero, middle - half, zero + done * scale, middle + half), sheet.colour("primary"))
    if done and goal and done / goal > 1:  # the mark stands out from the bar below it
        edge = zero + goal * scale
        sheet.rule((edge, middle - half), (edge, middle + half), 3 * RULE, sheet.colour("paper"))
    if goal:
        edge = zero + goal * scale
        sheet.rule((edge, middle - half - _PAST), (edge, middle + half + _PAST), RULE, sheet.colour("ink"))
    if over and not sheet.on_panel:
        sheet.rule((zero, middle - half - _PAST), (zero, middle + half + _PAST), RULE, sheet.colour("ink"))
    return y + over + base
