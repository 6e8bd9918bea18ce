"""The colours of a chart's marks, the same in the booklet and in Word's charts."""

from collections.abc import Sequence

from reportgen.model.document import ChartData
from reportgen.theme import Theme
from reportgen.theme.paints import contrast, mixed

_FAINT = 2.0  # contrast on paper
_QUIET = 0.6  # of paper in the primary colour
_PALER = (0.0, 0.5, 0.25)  # of paper in parts of a whole that the title does not speak of, in turn
_TINT = 0.72  # of paper in the area below an edge
_TURNS = 3  # colours of lines that lie close


class ChartColours:
    """A theme's colours for series, bars, lines and parts; each is ``#RRGGBB``."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._named = theme.colours

    def series(self, index: int) -> str:
        """A series or part; beyond the palette its colours return, paler."""
        palette = self._theme.palette
        round_, place = divmod(index, len(palette))
        return mixed(palette[place], "#FFFFFF", 0.45 * min(round_, 1) + 0.1 * max(0, min(round_ - 1, 4)))

    def line(self, index: int) -> str:
        """A line: what is pale enough for an area is too pale for a stroke."""
        colour = self.series(index)
        faint = contrast(self._named["paper"], colour) < _FAINT
        return mixed(colour, self._named["ink"], 0.35) if faint else colour

    def bar(self, data: ChartData, series: int, category: int) -> str:
        """A bar: by series where there are several, else by what the title speaks of."""
        if len(data.series) > 1:
            return self.series(series)
        if not data.emphasis:
            return self._theme.palette[0]
        return self._named["primary"] if category in data.emphasis else self.quiet

    def part(self, data: ChartData, index: int) -> str:
        """A part of a whole; neighbours that the title does not speak of are told apart by shades."""
        if not data.emphasis:
            return self.series(index)
        if index in data.emphasis:
            return self._named["primary"]
        turn = sum(at not in data.emphasis for at in range(index))
        return mixed(self.quiet, self._named["paper"], _PALER[turn % len(_PALER)])

    def slopes(self, count: int, emphasis: Sequence[int], order: Sequence[int] | None) -> list[str]:
        """The ``count`` lines of a slope: what the title speaks of stands out, else there is one colour for all.

        ``order``: lines that lie close, from the top of their ends down; they have three colours in turn.
        """
        if emphasis:
            return [self._named["primary" if at in emphasis else "rule"] for at in range(count)]
        if order is None:
            return [self.line(0)] * count
        turn = {at: place % _TURNS for place, at in enumerate(order)}
        return [self.line(turn[at]) for at in range(count)]

    def tint(self, index: int) -> str:
        """The area below the edge of a series that is alone."""
        return mixed(self.series(index), self._named["paper"], _TINT)

    @property
    def quiet(self) -> str:
        """What stands back behind the part that a title speaks of."""
        if self._theme.looks.chart == "panel":
            return mixed(self._named["primary"], self._named["paper"], _QUIET)
        return self._named["rule"]

    def on(self, fill: str) -> str:
        """Paper or ink: which of the two reads better on ``fill``."""
        ink, paper = self._named["ink"], self._named["paper"]
        return paper if contrast(paper, fill) >= contrast(ink, fill) else ink
