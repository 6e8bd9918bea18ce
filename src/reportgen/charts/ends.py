"""Names where lines and areas end, with their last values: kept apart, level with their ends as far as that allows."""

from collections.abc import Sequence

import msgspec

from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import GAP, HAIR, Sheet
from reportgen.model.document import ChartData
from reportgen.model.spread import spread

TO_NAME = 4 * GAP  # from the drawing to the names, for the lines that lead there
_NAME_SHARE = 0.36  # of the width, at most, for names and last values
_VALUE_SHARE = 0.14
_OFF = 3.6  # from an end to the line that leads to its name

Point = tuple[float, float]


class EndName(msgspec.Struct, frozen=True):
    """The name of a series and its last value."""

    lines: tuple[Words, ...]
    value: Words

    @property
    def room(self) -> float:
        """What it takes at the right of the drawing."""
        return TO_NAME + max(max(words.width for words in self.lines), self.lines[-1].width + GAP + self.value.width)

    @property
    def height(self) -> float:
        """The pitch of its lines together."""
        return len(self.lines) * self.lines[0].size * LINE


def end_names(sheet: Sheet, data: ChartData) -> list[EndName]:
    """The names of several series; none where there is one series, or no names."""
    if len(data.series) < 2 or not any(series.name for series in data.series):
        return []
    found = []
    for series in data.series:
        last = max((at for at, value in enumerate(series.values) if value is not None), default=-1)
        value = sheet.value(series.words[last] if last >= 0 else "—", sheet.width * _VALUE_SHARE)
        room = sheet.width * _NAME_SHARE - TO_NAME - GAP - value.width
        found.append(EndName(sheet.lettering.lines(series.name or "—", sheet.label, max(room, 20.0)), value))
    return found


def middles(wanted: Sequence[float], pitch: float, foot: float) -> list[float]:
    """The heights of the names' middles, ``pitch`` apart, above ``foot``; in the order of ``wanted``."""
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    low, limit = pitch / 2, foot - pitch / 2
    limit = max(limit, low + pitch * (len(wanted) - 1))
    places = spread([wanted[index] for index in order], pitch, low, limit)
    assert places is not None  # the limit has just been made to hold them
    found = dict(zip(order, places, strict=True))
    return [found[index] for index in range(len(wanted))]


def put_end_name(sheet: Sheet, name: EndName, place: tuple[float, Point | None, float], colour: str) -> None:
    """Name and last value at the right edge of the drawing, and a thin line that leads there from the series' end.

    ``place``: the drawing's right edge, where the series ends, the height of the name's middle.
    """
    right, end, middle = place
    if end is not None:
        start = end[0] + _OFF
        bend = max(start, right - GAP / 2)
        sheet.polyline((start, bend, right + TO_NAME - GAP), (end[1], end[1], middle), HAIR * 1.5, colour)
    sheet.put_lines(name.lines, right + TO_NAME - 3, middle)
    last = middle + (len(name.lines) - 1) / 2 * name.lines[-1].size * LINE
    sheet.put(name.value, right + TO_NAME - 3 + name.lines[-1].width + GAP, last + name.value.centre)
