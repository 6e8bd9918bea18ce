"""Bars in rows: labels at the left, values at the bars' ends, as many rows as there are categories."""

from math import ceil

import msgspec

from reportgen.charts.figures import fitted_range
from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import BAR_SHARE, GAP, RULE, Sheet
from reportgen.model.chart_figures import Magnitude
from reportgen.model.document import ChartData

_LABEL_SHARE = 0.4  # of the width, for labels in two lines; longer ones stand above their bars
_LINE_SHARE = 0.5  # for labels that fit on one line with it
_LABEL_GAP = 9.0
_LABEL_LINE = 13.5  # pitch of label lines above bars
_SECOND_BAR = 11.25  # pitch of the bars of one category
_TALLEST = 30  # lines of the grid; more rows go into columns side by side
_MOST_COLUMNS = 4
_NARROWEST = 84.0  # column


class RowLabels(msgspec.Struct, frozen=True):
    """The labels of rows: in a column ``width`` wide, or above the bars where one of them is too long for that."""

    lines: tuple[tuple[Words, ...], ...]
    width: float
    above: bool

    def over(self, row: int) -> float:
        """Height of the label lines above the bars of ``row``."""
        return len(self.lines[row]) * _LABEL_LINE if self.above else 0.0

    @property
    def tallest(self) -> float:
        """What a row needs for its label beside the bars."""
        if self.above:
            return 0.0
        most = max(map(len, self.lines))
        return 0.0 if most == 1 else max(words.size * LINE * most for line in self.lines for words in line) + 1.4


def row_labels(sheet: Sheet, categories: tuple[str, ...], width: float) -> RowLabels:
    """Labels for rows ``width`` wide. Short ones share the third column of the page, so that charts line up."""
    style, letter = sheet.label, sheet.lettering
    limit = width * _LINE_SHARE - _LABEL_GAP
    lines = tuple(letter.lines(text, style, limit) for text in categories)
    if max(map(len, lines)) > 1:
        limit = width * _LABEL_SHARE - _LABEL_GAP
        lines = tuple(letter.lines(text, style, limit) for text in categories)
    if any(len(line) > 2 for line in lines) or any(letter.breaks_words(text, style, limit) for text in categories):
        return RowLabels(tuple(letter.lines(text, style, width) for text in categories), 0.0, True)
    natural = max(words.width for line in lines for words in line) + _LABEL_GAP
    third = (width + style.size * 1.25) / 4
    return RowLabels(lines, third if width >= 300 and natural <= third else natural, False)


class _Plan(msgspec.Struct, frozen=True):
    """Where rows stand: in ``columns`` columns ``width`` wide, ``per`` rows each; ``base`` is a row without label."""

    labels: RowLabels
    columns: int
    width: float
    per: int
    base: float
    bar: float

    def height(self, row: int) -> float:
        return max(self.base, self.labels.tallest) + self.labels.over(row)

    @property
    def tallest(self) -> float:
        heights = [self.height(row) for row in range(len(self.labels.lines))]
        return max(sum(heights[at : at + self.per]) for at in range(0, len(heights), self.per))


def _planned(sheet: Sheet, data: ChartData) -> _Plan:
    count, series = len(data.categories), len(data.series)
    base = sheet.step(count) if series == 1 else series * _SECOND_BAR + 6.75
    bar = base * BAR_SHARE if series == 1 else _SECOND_BAR - 1.2
    limit = _TALLEST * sheet.grid
    gutter = sheet.grid
    for columns in range(1, _MOST_COLUMNS + 1):
        width = (sheet.width - (columns - 1) * gutter) / columns
        plan = _Plan(row_labels(sheet, data.categories, width), columns, width, ceil(count / columns), base, bar)
        narrow = (sheet.width - columns * gutter) / (columns + 1) < _NARROWEST
        if plan.tallest <= limit or columns == count or narrow:
            return plan
    if series == 1:
        plan = msgspec.structs.replace(plan, base=sheet.grid * BAR_SHARE, bar=sheet.grid * BAR_SHARE * BAR_SHARE)
    return plan


def draw_bar(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height."""
    top = sheet.legend(data)
    plan = _planned(sheet, data)
    if not plan.labels.above:  # whole lines of the grid, shared out among the rows
        idle = sheet.lines_high(top + plan.tallest) * sheet.grid - top - plan.tallest
        plan = msgspec.structs.replace(plan, base=plan.height(0) + idle / plan.per)
    size = Magnitude(value for series in data.series for value in series.values)
    left = plan.labels.width + RULE / 2
    length = plan.width - left
    signs = {value < 0 for series in data.series for value in series.values if value}
    room = length * (0.6 if len(signs) < 2 else 0.42) - GAP  # values may stand at both sides of zero
    values = [
        [sheet.value(word, room, _ink(sheet, word), regular=word == "—") for word in series.words]
        for series in data.series
    ]
    ends = [
        (size.of(value) if value is not None else 0.0, GAP + words.width)
        for series, row in zip(data.series, values, strict=True)
        for value, words in zip(series.values, row, strict=True)
    ]
    low, high = fitted_range(ends, length)
    scale = length / (high - low)
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    for column in range(plan.columns):
        rows = range(column * plan.per, min((column + 1) * plan.per, len(data.categories)))
        corner = column * (plan.width + sheet.grid)
        _draw_column(sheet, data, plan, (rows, corner, top), (scale, corner + left - low * scale), figures, values)
    return top + plan.tallest


def _ink(sheet: Sheet, word: str) -> str:
    return sheet.colour("grey" if word == "—" else "ink")


def _draw_column(
    sheet: Sheet, data: ChartData, plan: _Plan, place: tuple[range, float, float], axis: tuple[float, float],
    figures: list[list[float | None]], values: list[list[Words]],
) -> None:  # fmt: skip
    rows, corner, top = place
    scale, zero = axis
    pitch = plan.bar if len(data.series) == 1 else _SECOND_BAR
    start = y = top
    for row in rows:
        over, height = plan.labels.over(row), plan.height(row)
        lines = plan.labels.lines[row]
        middle = y + over + (height - over) / 2
        if over:
            for index, words in enumerate(lines):
                sheet.put(words, corner, y + (index + 0.5) * _LABEL_LINE + 1.5 + words.centre)
        else:
            sheet.put_lines(lines, corner, middle)
        for index in range(len(data.series)):
            centre = middle + (index - (len(data.series) - 1) / 2) * pitch
            figure, words = figures[index][row], values[index][row]
            if figure:
                fill = sheet.paints.bar(data, index, row)
                sheet.bar((zero, centre - plan.bar / 2, zero + figure * scale, centre + plan.bar / 2), fill)
            end = zero + (figure or 0.0) * scale
            below = figure is not None and figure < 0
            sheet.put(words, end - GAP if below else end + GAP, centre + words.centre, align=1.0 if below else 0.0)
        if over and not sheet.on_panel:
            half = (plan.base + (plan.bar if len(data.series) == 1 else plan.base - 3)) / 4
            sheet.rule((zero, middle - half), (zero, middle + half), RULE, sheet.colour("ink"))
        y += height
    if not plan.labels.above and not (sheet.on_panel and all((one or 0.0) >= 0 for line in figures for one in line)):
        sheet.rule((zero, start), (zero, y), RULE, sheet.colour("ink"))
