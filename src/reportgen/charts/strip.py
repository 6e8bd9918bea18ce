"""So many of so many, a mark for each: 17 of 20. Done is filled, under way is pale, the rest is an outline."""

from math import ceil

import msgspec

from reportgen.charts.lettering import Words
from reportgen.charts.rows import RowLabels, row_labels
from reportgen.charts.sheet import BAR_SHARE, HAIR, RULE, SWATCH, Sheet
from reportgen.model.document import ChartData
from reportgen.theme.paints import mixed

_IN_LINE = 60  # a row of up to so many is one line of marks, a longer one is broken into lines of tens
_WIDEST = 20.0  # of a mark
_NARROWEST = 4.4
_LINE = 10.5  # pitch of lines of marks in one row
_BETWEEN = 10.0
_WAY_TINT = 0.62
_TENS = 0.4  # of a mark: more room between tens, so that they are counted at a glance


class _Plan(msgspec.Struct, frozen=True):
    labels: RowLabels
    left: float
    pitch: float
    per: int  # marks in a line
    lines: tuple[int, ...]  # of marks, by row

    def height(self, sheet: Sheet, row: int) -> float:
        """Of the row below a label that stands above it."""
        return max(sheet.grid + (self.lines[row] - 1) * _LINE, self.labels.tallest)


def draw_strip(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. The figures are known to be whole; the last series is what there is in all."""
    counts = [tuple(None if value is None else int(value) for value in series.values) for series in data.series]
    tails = [_tail(sheet, data, row) for row in range(len(data.categories))]
    tail = max(sum(words.width for words in row) for row in tails)
    plan = _planned(sheet, data, counts, sheet.width - tail - _BETWEEN)
    y = _legend(sheet, data)
    for row in range(len(data.categories)):
        lines, over = plan.labels.lines[row], plan.labels.over(row)
        height = plan.height(sheet, row)
        middle = y + over + height / 2
        if over:
            for index, words in enumerate(lines):
                sheet.put(words, 0.0, y + (index + 0.5) * over / len(lines) + 1.5 + words.centre)
        else:
            sheet.put_lines(lines, 0.0, middle)
        done, whole = counts[0][row], counts[-1][row]
        way = sum(series[row] or 0 for series in counts[1:-1])
        _marks(sheet, plan, (row, middle), (done or 0, way, whole or 0))
        x = sheet.width - sum(words.width for words in tails[row])
        for words in tails[row]:
            sheet.put(words, x, middle + words.centre)
            x += words.width
        y += over + height
    return y


def _planned(sheet: Sheet, data: ChartData, counts: list[tuple[int | None, ...]], right: float) -> _Plan:
    labels = row_labels(sheet, data.categories, right)
    left = labels.width + RULE / 2
    if not labels.above and right - left < sheet.width * 0.25:
        lines = tuple(sheet.lettering.lines(text, sheet.label, sheet.width) for text in data.categories)
        labels, left = RowLabels(lines, 0.0, True), RULE / 2
    sums = [sum(series[row] or 0 for series in counts[:-1]) for row in range(len(data.categories))]
    tallest = [max(known, counts[-1][row] or 0) for row, known in enumerate(sums)]
    most = max(1, *tallest)
    room = right - left
    per = most
    if most > _IN_LINE or room / _wide(most) < _NARROWEST:
        per = next((tens for tens in (50, 40, 30, 20) if room / _wide(tens) >= _NARROWEST), 10)
    lines_of = tuple(max(1, ceil(count / per)) for count in tallest)
    return _Plan(labels, left, min(room / _wide(per), _WIDEST), per, lines_of)


def _wide(count: int) -> float:
    """How many pitches a line of ``count`` marks takes."""
    return count + (count - 1) // 10 * _TENS


def _marks(sheet: Sheet, plan: _Plan, place: tuple[int, float], counts: tuple[int, int, int]) -> None:
    row, middle = place
    done, way, whole = counts
    lines = plan.lines[row]
    tall = sheet.grid * BAR_SHARE if lines == 1 else _LINE * 0.76
    gap = min(1.4, plan.pitch * 0.2)
    primary, paper = sheet.colour("primary"), sheet.colour("paper")
    first = middle - (lines - 1) / 2 * _LINE
    for index in range(max(done + way, whole)):
        line, at = divmod(index, plan.per)
        left, centre = plan.left + (at + at // 10 * _TENS) * plan.pitch, first + line * _LINE
        box = (left, centre - tall / 2, left + plan.pitch - gap, centre + tall / 2)
        if index < done:
            sheet.rectangle(box, primary)
        elif index < done + way:
            sheet.rectangle(box, mixed(primary, paper, _WAY_TINT))
        else:
            sheet.frame(box, HAIR * 1.5, sheet.colour("grey"))
        if index + 1 == whole < done + way:  # more than was asked for: where the goal was
            edge = box[2] + gap / 2
            sheet.rule((edge, box[1] - 2.2), (edge, box[3] + 2.2), RULE, sheet.colour("ink"))


def _tail(sheet: Sheet, data: ChartData, row: int) -> tuple[Words, ...]:
    """17/20, with those under way 17＋2/20, for the right edge."""
    room, grey = sheet.width * 0.12, sheet.colour("grey")
    done, *way, whole = (series.words[row] for series in data.series)
    between = [sheet.value("＋" + word, room, grey, regular=True) for word in way]
    return sheet.value(done, room), *between, sheet.value("/" + whole, room, grey, regular=True)


def _legend(sheet: Sheet, data: ChartData) -> float:
    """What the marks stand for, where the series have names; returns the height it takes."""
    if not any(series.name for series in data.series):
        return 0.0
    primary = sheet.colour("primary")
    looks = [primary, *(mixed(primary, sheet.colour("paper"), _WAY_TINT),) * (len(data.series) - 2), ""]
    x, row = 0.0, 0
    for series, fill in zip(data.series, looks, strict=True):
        lines = sheet.lettering.lines(series.name or "—", sheet.label, sheet.width - SWATCH - 4)
        wide = SWATCH + 4 + max(words.width for words in lines)
        if x and x + wide > sheet.width:
            x, row = 0.0, row + 1
        middle = (row + 0.5) * sheet.grid
        box = (x, middle - SWATCH / 2, x + SWATCH, middle + SWATCH / 2)
        if fill:
            sheet.rectangle(box, fill)
        else:
            sheet.frame(box, HAIR * 1.5, sheet.colour("grey"))
        for extra, words in enumerate(lines):
            sheet.put(words, x + SWATCH + 4, middle + extra * sheet.grid + words.centre)
        row += len(lines) - 1
        x += wide + sheet.grid
    return (row + 1) * sheet.grid
