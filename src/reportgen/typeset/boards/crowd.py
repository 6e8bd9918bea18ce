"""Rows of people: parts of a whole that are counted in persons, a figure for a round number of them."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.model.document import ChartData
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.drawings import people, per_person, person
from reportgen.typeset.text import told

_PERSONS = re.compile("[万亿千百]?(?:人|名|户|位)(?:次)?")
_KINDS = ("doughnut", "people")
_HEIGHT, _PITCH = 16.5, 21.5  # mm
_MOST = 3
_NAME, _VALUE, _UNIT, _TEXT = (
    Type("label", 18, 24),
    Type("strong", 22, 28),
    Type("strong", 14, 20),
    Type("text", 14, 20),
)


class Crowd(msgspec.Struct, frozen=True):
    """Names, words and counts of figures, a figure for ``each`` of ``unit``."""

    title: str
    alt: str
    unit: str
    each: str
    rows: tuple[tuple[str, str, int], ...]
    leading: int = 0

    @property
    def height(self) -> float:
        """Of all rows, in mm."""
        return _PITCH * (len(self.rows) - 1) + _HEIGHT + 3.0

    def set(self, canvas: Canvas, left: float, at: float, top: float, right: float) -> None:
        """Names and values from ``left`` on, figures from ``at`` to ``right``, the first row's heads at ``top``."""
        colours = canvas.colours
        paints = [colours.on_hero if index == self.leading else colours.fill for index in range(len(self.rows))]
        counts = [(count, paint) for (_, _, count), paint in zip(self.rows, paints, strict=True)]
        for index, (name, words, _) in enumerate(self.rows):
            foot = top + _HEIGHT + index * _PITCH
            label = canvas.fitted(name, [(_NAME, 1), (_UNIT, 1)], colours.on_hero, at - left - 6.0)
            if label is None:
                canvas.too_long(name)
                return
            canvas.stack(label[1], label[0], left, foot - 8.6)
            value = told(canvas.line(words, _VALUE, colours.on_hero))
            unit = told(canvas.line(self.unit, _UNIT, colours.on_hero))
            canvas.place(value, left, foot)
            canvas.place(unit, left + canvas.width(value) + 0.8, foot)
        canvas.begin("Figure", self.alt)
        step = people(canvas, at, top + _HEIGHT, right - at, counts, _HEIGHT, _PITCH)
        canvas.end()
        self._legend(canvas, at, top, right, step)

    def _legend(self, canvas: Canvas, at: float, top: float, right: float, step: float) -> None:
        """What a figure stands for, in the free end of the shortest row; else above the first."""
        colours = canvas.colours
        words = canvas.line(f"一个小人代表{self.each}{self.unit}", _TEXT, colours.second)
        wide = canvas.width(words) + 4.0
        index = min(range(len(self.rows)), key=lambda row: self.rows[row][2])
        free = right - at - step * self.rows[index][2]
        foot = top + _HEIGHT + index * _PITCH
        if free < wide + 8.0:
            foot = top - 3.0
        person(canvas, right - wide - 1.0, foot, 6.5, colours.second)
        canvas.place(words, right, foot - 0.6, 1.0)


def crowd_of(charts: Sequence[ChartData]) -> Crowd | None:
    """The first of ``charts`` as rows of people, None where it is of another kind or does not count persons."""
    data = charts[0] if charts else None
    if data is None or data.type not in _KINDS or not _PERSONS.fullmatch(data.unit):
        return None
    if len(data.series) != 1 or not 2 <= len(data.categories) <= _MOST:
        return None
    series = data.series[0]
    values = [float(value) for value in series.values if value is not None and value > 0]
    if len(values) != len(data.categories):
        return None
    each = per_person(max(values))
    counts = [round(value / each) for value in values]
    if min(counts) < 1:
        return None
    rows = tuple(zip(data.categories, series.words, counts, strict=True))
    return Crowd(data.title, data.alt, data.unit, f"{each:g}", rows, data.emphasis[0] if data.emphasis else 0)
