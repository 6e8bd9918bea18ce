"""The frame that a chart is written for, and the plot that each kind makes in it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from reportgen.model.chart_figures import Magnitude, tick_step, zero_ticks
from reportgen.model.document import ChartData
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import LABEL, Paint
from reportgen.word.native.workbook import number_format
from reportgen.word.pagination import em_width

LEGEND, NAMES = 24.0, 22.0  # points that a legend above a plot and the names below it take
SIDES = 8.0  # left and right of a plot without a scale
_SCALE = 34.0  # points that the figures of a scale take
_LATIN = 1.1  # digits of a sans serif are wider than half an em

NamesHow = Literal["level", "turned", "thinned"]


def width_of(text: str) -> float:
    """About how wide ``text`` stands in a label, in points."""
    return max(map(em_width, text.split("\n"))) * LABEL * _LATIN


class Scale(msgspec.Struct, frozen=True):
    """The axis of the values: where it begins and ends, its step (None: as the reader of the file finds best)."""

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None
    is_shown: bool = False


class Room(msgspec.Struct, frozen=True):
    """A chart's data and its width in points: what is known before its height, which depends on how its names stand.

    ``span``: it is one of several panels, which share this scale.
    """

    data: ChartData
    width: float
    span: tuple[Decimal, Decimal] | None

    @property
    def count(self) -> int:
        """Categories."""
        return len(self.data.categories)

    def step(self, *, scaled: bool = False) -> float:
        """From category to category along the plot's width; ``scaled``: beside the figures of a scale."""
        return (self.width - SIDES - (_SCALE if scaled else 0.0)) / self.count


class Frame(Room, frozen=True):
    """A chart in its final size. ``names``: how those of its categories stand; ``upper``: its height without what
    names take that are not level.
    """

    paint: Paint
    height: float
    names: NamesHow
    upper: float

    def label(self, series: int, at: int, place: str, *, ink: str = "", turned: bool = False) -> Label | None:
        """The label of a point, None for one without a figure: bold where the title speaks of it."""
        one = self.data.series[series]
        if one.values[at] is None:
            return None
        words = one.words[at]
        bold = at in self.data.emphasis
        ink = ink or self.paint.colour("ink")
        return Label(number_format(words), words, ink, place, bold=bold, turned=turned)


class Edge(msgspec.Struct, frozen=True):
    """A line along the one area of a plot, with the figures that an area cannot tell above its edge."""

    look: str
    labels: Sequence[Label | None]


class Plot(msgspec.Struct, frozen=True):
    """What differs from kind to kind.

    ``head``: the plot's element and what stands before its series; ``looks``: of each series, in the place that its
    schema gives them; ``tail``: behind them; ``scale``: None for a kind without axes; ``place``: of the plot in the
    chart, "" for the reader's choice.
    """

    element: str
    head: str
    looks: Sequence[str]
    labels: Sequence[Sequence[Label | None]]
    tail: str = ""
    closing: str = ""  # of each series, behind its values
    scale: Scale | None = None
    place: str = ""
    legend: Literal["", "t", "r"] = ""
    lying: bool = False
    reversed_: bool = False  # the first category on top
    edge: Edge | None = None
    leaders: bool = True  # lines lead to labels that are moved
    uprights: bool = False  # a rule at each category, its line ends there


def from_zero(frame: Frame, ends: Sequence[Sequence[Decimal | None]], *, shown: bool) -> Scale:
    """A scale for what stands on zero. Its end is left open, so that a figure edited to be larger has room."""
    known = [value for row in ends for value in row if value is not None]
    size = Magnitude(known)
    low = None if any(value < 0 for value in known) else Decimal(0)
    if frame.span is not None:
        return Scale(frame.span[0], frame.span[1], is_shown=shown)
    if not shown:
        return Scale(low)
    marks = zero_ticks([[size.of(value) for value in known]])
    return Scale(low, None, exact(tick_step(marks), size), is_shown=True)


def exact(figure: float, size: Magnitude) -> Decimal:
    """A figure of a scale in the chart's own unit."""
    return Decimal(repr(figure)).scaleb(size.power)


def figures(data: ChartData) -> list[list[Decimal | None]]:
    """The values by series."""
    return [list(series.values) for series in data.series]
