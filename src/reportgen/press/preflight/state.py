"""The graphics state while a page is read, as far as a preflight asks for it (ISO 32000-1, 8.4 and 9.3)."""

import copy
import math

from reportgen.press.geometry import IDENTITY, Matrix, Rect
from reportgen.press.preflight.colours import GREY, Space
from reportgen.press.preflight.typefaces import UNKNOWN, Typeface


class State:
    """What ``q`` keeps and ``Q`` brings back. ``clip`` as the notes take it; paints are a space and a colour."""

    __slots__ = (
        "blank", "clip", "fill", "fill_pattern", "font", "leading", "matrix", "rise", "shown", "size", "spacing",
        "stretch", "stroke", "width",
    )  # fmt: skip

    def __init__(self, matrix: Matrix, clip: Rect) -> None:
        self.matrix = matrix
        self.clip = clip
        self.fill: tuple[Space, tuple[float, ...]] = (GREY, (0.0,))
        self.stroke: tuple[Space, tuple[float, ...]] = (GREY, (0.0,))
        self.fill_pattern: object = None
        self.width = 1.0
        self.font: Typeface = UNKNOWN
        self.size = 1.0
        self.spacing = 0.0  # Tc
        self.blank = 0.0  # Tw
        self.stretch = 1.0  # Tz
        self.leading = 0.0
        self.rise = 0.0
        self.shown = 0  # Tr

    def kept(self) -> "State":
        """A copy that changes by itself."""
        return copy.copy(self)


class Path:
    """The path under construction: the box around it, and whether it is one rectangle."""

    __slots__ = ("clips", "pieces", "points")

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.points: list[tuple[float, float]] = []
        self.pieces = 0
        self.clips = False


class Pen:
    """Where text goes on: text and line matrix."""

    __slots__ = ("line", "matrix")

    def __init__(self) -> None:
        self.matrix: Matrix = IDENTITY
        self.line: Matrix = IDENTITY


def thinness(matrix: Matrix) -> float:
    """The least that ``matrix`` makes of a length of 1: its smaller singular value."""
    a, b, c, d, _, _ = matrix
    whole, size = a * a + b * b + c * c + d * d, abs(a * d - b * c)
    return math.sqrt(max(0.0, (whole - math.sqrt(max(0.0, whole * whole - 4 * size * size))) / 2))
