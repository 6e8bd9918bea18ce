"""The sheet a chart is drawn on: matplotlib's shapes, our words, and what every kind of chart has in common."""

from collections.abc import Sequence
from math import ceil, floor

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, IdentityTransform

from reportgen.charts.lettering import ASCENT, DESCENT, LINE, Lettering, Words
from reportgen.charts.renderer import Drawable, MarkRenderer, moved, rounded
from reportgen.drawing import Plate
from reportgen.model.chart_colours import ChartColours
from reportgen.model.document import ChartData
from reportgen.theme import Style, Theme

Box = tuple[float, float, float, float]  # left, top, right, bottom
BAR_SHARE = 0.6  # of the step
GAP = 5.0  # between a bar's end and its value
RULE, HAIR = 0.8, 0.4
SWATCH = 6.2
UNIT_GAP = 2.5  # between a figure and its unit
_LARGER, _FEW = 1.4, 8  # of the grid: the step of bars on a panel, where they are few
_RADIUS = 3.0  # of a bar's corners on a panel
_ARC = 0.5523  # control points of a quarter circle


class Sheet:
    """Collects the marks of one plate. y runs down; the height is known when all is drawn."""

    def __init__(self, theme: Theme, lettering: Lettering, width: float) -> None:
        self.theme = theme
        self.lettering = lettering
        self.width = width
        self.grid = theme.style("label").leading  # pitch of rows and labels
        self.boxes: list[Box] = []  # of the words set so far
        self.paints = ChartColours(theme)
        self._renderer = MarkRenderer()

    # --- looks

    def colour(self, name: str) -> str:
        """A colour of the theme."""
        return self.theme.colours[name]

    @property
    def label(self) -> Style:
        """Names of categories and series."""
        return self.theme.style("label")

    @property
    def strong(self) -> Style:
        """Values."""
        return self.theme.style("label_strong")

    @property
    def on_panel(self) -> bool:
        """Whether the chart stands on a panel: its bars are larger then, with round corners."""
        return self.theme.looks.chart == "panel"

    @property
    def track(self) -> str:
        """What a bar runs on."""
        return self.colour("paper" if self.on_panel else "track")

    def step(self, rows: int) -> float:
        """From bar to bar where there are so many."""
        return self.grid * (_LARGER if self.on_panel and rows <= _FEW else 1.0)

    # --- shapes

    def add(self, artist: Drawable) -> None:
        """Draw an artist of matplotlib; its display space is the plate."""
        artist.draw(self._renderer)

    def rectangle(self, box: Box, fill: str, transform: Affine2D | None = None) -> None:
        """A filled box; in the figures of ``transform`` where one is given."""
        left, top, right, bottom = box
        self.add(
            Rectangle(
                (left, top), right - left, bottom - top, facecolor=fill, edgecolor="none", linewidth=0,
                transform=transform or IdentityTransform(),
            )
        )  # fmt: skip

    def bar(self, box: Box, fill: str) -> None:
        """A bar: a filled box, its corners round on a panel."""
        left, right = min(box[0], box[2]), max(box[0], box[2])
        top, bottom = box[1], box[3]
        r = min(_RADIUS, (right - left) / 2, (bottom - top) / 2)
        if not self.on_panel or r < HAIR:
            self.rectangle((left, top, right, bottom), fill)
            return
        k = r * (1 - _ARC)
        points = [
            (left + r, top), (right - r, top), (right - k, top), (right, top + k), (right, top + r),
            (right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom),
            (left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r),
            (left, top + r), (left, top + k), (left + k, top), (left + r, top), (left + r, top),
        ]  # fmt: skip
        side = [Outline.LINETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4]
        self.shape(Outline(points, [Outline.MOVETO, *side * 4, Outline.CLOSEPOLY]), fill=fill)

    def polygon(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled outline through points of the plate."""
        self.add(
            Polygon(points, closed=True, facecolor=fill, edgecolor="none", linewidth=0, transform=IdentityTransform())
        )

    def frame(self, box: Box, width: float, colour: str) -> None:
        """The outline of a box, its stroke inside."""
        left, top, right, bottom = box
        half = width / 2
        corners = [(left + half, top + half), (right - half, top + half), (right - half, bottom - half)]
        self.shape(Outline([*corners, (left + half, bottom - half), corners[0]], closed=True), edge=colour, width=width)

    def shape(self, outline: Outline, *, fill: str = "", edge: str = "", width: float = 0.0) -> None:
        """A path of matplotlib's, filled or stroked: many marks that look alike are one path."""
        self.add(
            PathPatch(
                outline, facecolor=fill or "none", edgecolor=edge or "none", linewidth=width,
                transform=IdentityTransform(),
            )
        )  # fmt: skip

    def rule(self, start: tuple[float, float], end: tuple[float, float], width: float, colour: str) -> None:
        """A straight stroke with flat ends."""
        self.polyline((start[0], end[0]), (start[1], end[1]), width, colour)

    def polyline(
        self, xs: Sequence[float], ys: Sequence[float], width: float, colour: str,
        transform: Affine2D | None = None,
    ) -> None:  # fmt: skip
        """A stroke through points; NaN makes a gap."""
        self.add(
            Line2D(
                xs, ys, linewidth=width, color=colour, linestyle="-", marker="None", antialiased=True,
                solid_capstyle="butt", solid_joinstyle="round", transform=transform or IdentityTransform(),
            )
        )  # fmt: skip

    def dots(self, xs: Sequence[float], ys: Sequence[float], size: float, fill: str, edge: str) -> None:
        """Round marks ``size`` points across at places on the plate."""
        self.add(
            Line2D(
                xs, ys, linestyle="None", marker="o", markersize=size, markerfacecolor=fill, markeredgecolor=edge,
                markeredgewidth=1.2, fillstyle="full", antialiased=True, transform=IdentityTransform(),
            )
        )  # fmt: skip

    def ring_part(
        self, centre: tuple[float, float], radii: tuple[float, float], turn: tuple[float, float], fill: str
    ) -> None:
        """A part of a ring: ``radii`` outer and inner; ``turn`` from and to in degrees clockwise from 12 o'clock."""
        outer, inner = radii
        self.add(
            Wedge(
                centre, outer, turn[0] - 90, turn[1] - 90, width=outer - inner, facecolor=fill,
                edgecolor=self.colour("paper"), linewidth=1.6, transform=IdentityTransform(),
            )
        )  # fmt: skip

    # --- words

    def put(self, words: Words, x: float, baseline: float, *, align: float = 0.0, turned: bool = False) -> None:
        """Set words at ``x``: their left edge there (``align`` 0), their middle (0.5) or their right edge (1).

        Turned words read upwards from ``baseline``, their middle line at ``x``.
        """
        if not words.text:
            return
        if turned:
            x += words.centre
            self.boxes.append(turned_box(words, x, baseline))
        else:
            x -= align * words.width
            self.boxes.append(level_box(words, x, baseline))
        self._renderer.marks.extend(words.runs(x, baseline, 90.0 if turned else 0.0))

    def put_quantity(self, number: Words, unit: Words, x: float, baseline: float) -> None:
        """A figure with its unit behind it: one word to whoever reads the text."""
        for words, left in ((number, x), (unit, x + number.width + UNIT_GAP)):
            self.boxes.append(level_box(words, left, baseline))
            self._renderer.marks.extend(words.runs(left, baseline, told=True))

    def value(self, text: str, room: float, colour: str = "", *, regular: bool = False) -> Words:
        """A value's words; a figure longer than ``room`` is set smaller, so that it stays whole and on the plate."""
        style = self.label if regular else self.strong
        words = self.lettering.words(text, style, colour)
        if words.width > room:
            words = self.lettering.words(text, style, colour, size=floor(style.size * room / words.width * 100) / 100)
        return words

    def put_lines(self, lines: Sequence[Words], x: float, middle: float, *, align: float = 0.0) -> None:
        """Set the lines of one label, centred as a whole on the height ``middle``."""
        for index, words in enumerate(lines):
            pitch = words.size * LINE
            self.put(words, x, middle + (index - (len(lines) - 1) / 2) * pitch + words.centre, align=align)

    def adopt(self, inner: "Sheet", x: float, y: float) -> None:
        """Take over all that stands on ``inner``, whose top left corner is put at (x, y)."""
        self.boxes += [(left + x, top + y, right + x, bottom + y) for left, top, right, bottom in inner.boxes]
        self._renderer.marks += [moved(mark, x, y) for mark in inner._renderer.marks]

    def is_free(self, box: Box) -> bool:
        """Whether no words stand in ``box``."""
        return not any(overlap(box, other) for other in self.boxes)

    def legend(self, data: ChartData) -> float:
        """The names of several series with their colours, at the top; returns the height it takes."""
        if len(data.series) < 2 or not any(series.name for series in data.series):
            return 0.0
        x, row = 0.0, 0
        for index, series in enumerate(data.series):
            lines = self.lettering.lines(series.name or "—", self.label, self.width - SWATCH - 4)
            wide = SWATCH + 4 + max(words.width for words in lines)
            if x and x + wide > self.width:
                x, row = 0.0, row + 1
            middle = (row + 0.5) * self.grid
            fill = self.paints.series(index)
            self.rectangle((x, middle - SWATCH / 2, x + SWATCH, middle + SWATCH / 2), fill)
            for extra, words in enumerate(lines):
                self.put(words, x + SWATCH + 4, middle + extra * self.grid + words.centre)
            row += len(lines) - 1
            x += wide + self.grid
        return (row + 1) * self.grid + self.grid / 4

    def plate(self, height: float) -> Plate:
        """The finished plate, as high as whole lines of the grid."""
        return Plate(rounded(self.width), rounded(self.lines_high(height) * self.grid), tuple(self._renderer.marks))

    def foot(self, top: float, lines: int) -> float:
        """About ``lines`` lines below ``top``, on a line of the grid: no plate has an idle strip at its end."""
        return (lines + floor(top / self.grid + 0.3)) * self.grid

    def lines_high(self, height: float) -> int:
        """How many lines of the grid hold ``height``."""
        return max(1, ceil(round(height / self.grid, 6)))


def level_box(words: Words, x: float, baseline: float) -> Box:
    """The em box of words that begin at (x, baseline)."""
    return (x, baseline - ASCENT * words.size, x + words.width, baseline + DESCENT * words.size)


def turned_box(words: Words, x: float, baseline: float) -> Box:
    """The em box of words that read upwards from (x, baseline)."""
    return (x - ASCENT * words.size, baseline - words.width, x + DESCENT * words.size, baseline)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
