"""Large figures: a number with its unit, as large as its place allows, and its change on the year before."""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from reportgen.drawing import Colour
from reportgen.model.boards import BoardFigure
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.text import SetLine, told

_UNIT_GAP = 0.16  # em of the unit
_UNITS = (0.5, 0.42, 0.34)  # of the number's size
_LEAST_UNIT = 14.0
_HAN = "\u2e80"
_ROUGH = re.compile("([\u2e80-\u9fff]*)([^\u2e80-\u9fff]+)([\u2e80-\u9fff]*)")


class Quantity(msgspec.Struct, frozen=True):
    """A number and its unit as set; ``before`` is a word that makes it rough.

    ``gap`` between them and ``width`` of all in units; ``hang``: the blank before the first one's ink.
    """

    type: Type
    before: SetLine | None
    number: SetLine
    unit: SetLine | None
    gap: float
    width: float
    hang: float
    drop: float = 0.0  # of the unit below the number, 0.0: it stands behind

    def place(self, canvas: Canvas, x: float, y: float) -> None:
        """Set all on baseline ``y``, the first one's ink at ``x``."""
        if self.drop and self.unit is not None:
            canvas.place(self.unit, x, y + self.drop)
        x -= self.hang
        for line in (self.before, self.number, None if self.drop else self.unit):
            if line is not None:
                canvas.place(line, x, y)
                x += canvas.width(line) + self.gap


def quantity(
    canvas: Canvas, figure: BoardFigure, size: float, colour: Colour, *, least: float = _LEAST_UNIT
) -> list[Quantity]:
    """The figure with a number of ``size`` points, and units of less and less; a word in place of one is smaller.

    Words that make it rough are as small as the unit: 不少于 8000 例, 1300 余名.
    """
    found = _ROUGH.fullmatch(figure.number)
    before, number, behind = found.groups() if found else ("", figure.number, "")
    is_word = found is None and figure.number[:1] >= _HAN and not figure.unit
    type = Type("number", size * (0.8 if is_word else 1.0), size * 1.2)
    main = canvas.line(number, type, colour)
    unit_text = behind + figure.unit
    made = []
    for share in _UNITS:
        unit_size = max(least, size * share)
        small = Type("strong", unit_size, unit_size)
        parts = [canvas.line(text, small, colour) if text else None for text in (before, unit_text)]
        if not any(parts):
            hang = canvas.bearing(number, type)
            return [Quantity(type, None, main, None, 0.0, canvas.width(main) - hang, hang)]
        gap = _UNIT_GAP * unit_size / canvas.unit
        hang = canvas.bearing(before, small) if before else canvas.bearing(number, type)
        lines = [None if line is None else told(line) for line in (parts[0], main, parts[1])]
        width = sum(canvas.width(line) + gap for line in lines if line is not None) - gap - hang
        made.append(Quantity(type, lines[0], told(main), lines[2], gap, width, hang))
    return made


def repainted(one: Quantity, colour: Colour) -> Quantity:
    """``one`` in another colour."""

    def paint(line: SetLine) -> SetLine:
        runs = tuple(msgspec.structs.replace(run, colour=colour) for run in line.runs)
        return msgspec.structs.replace(line, runs=runs)

    before, unit = one.before and paint(one.before), one.unit and paint(one.unit)
    return msgspec.structs.replace(one, before=before, number=paint(one.number), unit=unit)


def unit_below(canvas: Canvas, one: Quantity) -> Quantity:
    """``one`` with its unit on a line of its own."""
    if one.unit is None:
        return one
    number = one.width - one.gap - canvas.width(one.unit)
    drop = one.unit.size * 1.36 / canvas.unit
    return msgspec.structs.replace(one, width=max(number, canvas.width(one.unit)), drop=drop)


def largest(
    canvas: Canvas, figures: Sequence[BoardFigure], rooms: Sequence[float], sizes: Sequence[float], colour: Colour, *,
    least: float = _LEAST_UNIT, below: bool = False,
) -> list[Quantity] | None:  # fmt: skip
    """Figures in one size, the largest of ``sizes`` in which each fits its room; None where none does.

    ``least``: size of the smallest unit; ``below``: a unit may stand below its number where all else fails.
    """
    for ways in (_beside, _below) if below else (_beside,):
        for size in sizes:
            found = []
            for figure, room in zip(figures, rooms, strict=True):
                made = ways(canvas, quantity(canvas, figure, size, colour, least=least))
                fitting = next((one for one in made if one.width <= room), None)
                if fitting is None:
                    break
                found.append(fitting)
            else:
                return found
    return None


def _beside(canvas: Canvas, made: list[Quantity]) -> list[Quantity]:
    return made


def _below(canvas: Canvas, made: list[Quantity]) -> list[Quantity]:
    return [*made, unit_below(canvas, made[-1])]


class Growth(msgspec.Struct, frozen=True):
    """The change on the year before: an arrow and the figure."""

    words: SetLine
    colour: Colour
    rising: int  # 1, 0, -1
    arrow: float  # width in units
    gap: float
    width: float

    def place(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        """Set it from ``x`` on baseline ``y``; ``size``: an em in units."""
        high, foot = 0.72 * size, y
        left, right = x, x + self.arrow
        middle = (left + right) / 2
        stem = 0.3 * self.arrow
        head = 0.55 * self.arrow
        if self.rising == 0:
            canvas.rect(left, y - 0.42 * size, self.arrow, 0.1 * size, self.colour)
        else:
            points = [
                (middle, foot - high), (right, foot - high + head), (middle + stem / 2, foot - high + head),
                (middle + stem / 2, foot), (middle - stem / 2, foot), (middle - stem / 2, foot - high + head),
                (left, foot - high + head),
            ]  # fmt: skip
            if self.rising < 0:
                points = [(px, 2 * foot - high - py) for px, py in points]
            canvas.polygon(points, self.colour)
        canvas.place(self.words, right + self.gap, y)


def growth_of(canvas: Canvas, change: Decimal, words: str, type: Type, colour: Colour) -> Growth:
    """The change in ``words`` (8.9%), its arrow beside it."""
    rising = (change > 0) - (change < 0)
    size = canvas.size(type)
    line = canvas.line(words, type, colour)
    arrow, gap = 0.56 * size, 0.2 * size
    return Growth(line, colour, rising, arrow, gap, arrow + gap + canvas.width(line))


def change_words(change: Decimal) -> str:
    """What an arrow says, in words."""
    return "同比增长" if change > 0 else "同比下降" if change < 0 else "同比持平"
