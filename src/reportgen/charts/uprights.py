"""The upright scale of columns, stacks and lines: where a figure lies, and its ticks with one light grid."""

import msgspec

from reportgen.charts.lettering import Words
from reportgen.charts.sheet import HAIR, Sheet
from reportgen.model.chart_figures import TICKS, Magnitude, tick_step, zero_ticks
from reportgen.model.document import ChartData

TICK_GAP = 6.0


class Upright(msgspec.Struct, frozen=True):
    """A span of the plate from ``top`` to ``bottom`` that stands for the figures from ``high`` to ``low``."""

    top: float
    bottom: float
    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def scale(self) -> float:
        """Points for one unit of the figures."""
        return (self.bottom - self.top) / (self.high - self.low)

    def y(self, figure: float) -> float:
        """Where ``figure`` lies."""
        return self.top + (self.high - figure) * self.scale


def scaled(
    size: Magnitude, figures: list[list[float | None]], span: tuple[float, float], count: int = TICKS
) -> Upright:
    """A scale on zero with round ticks at both ends."""
    marks = zero_ticks(figures, count)
    return Upright(span[0], span[1], marks[0], marks[-1], marks)


def tick_words(sheet: Sheet, size: Magnitude, marks: tuple[float, ...]) -> list[Words]:
    """The ticks' figures."""
    step, grey = tick_step(marks), sheet.colour("grey")
    return [sheet.value(size.words(figure, step), sheet.width / 4, grey, regular=True) for figure in marks]


def tick_room(sheet: Sheet, size: Magnitude, data: ChartData) -> float:
    """What a scale from zero over the chart's figures takes at the left."""
    figures = [[None if value is None else size.of(value) for value in series.values] for series in data.series]
    return room_for(sheet, size, scaled(size, figures, (0.0, 1.0)).ticks)


def room_for(sheet: Sheet, size: Magnitude, marks: tuple[float, ...]) -> float:
    """What the figures of ticks take at the left."""
    return max(words.width for words in tick_words(sheet, size, marks)) + TICK_GAP


def draw_scale(sheet: Sheet, upright: Upright, size: Magnitude, left: float, right: float = 0.0) -> None:
    """Ticks from high to low with their grid lines; the lowest line and zero are the drawing's own."""
    words = tick_words(sheet, size, upright.ticks)
    for figure, one in reversed(list(zip(upright.ticks, words, strict=True))):
        y = upright.y(figure)
        if figure:
            sheet.rule((left, y), (right or sheet.width, y), HAIR, sheet.colour("track"))
        sheet.put(one, left - TICK_GAP, y + one.centre, align=1.0)
