"""An icon as one path, of any size."""

from collections.abc import Iterator
from functools import cache

from reportgen.drawing import Path, Segment
from reportgen.model.icons import Icon
from reportgen.typeset.icons.outlines import OUTLINES
from reportgen.typeset.shapes import box, circle

_UNITS = 24.0
_STROKE = 1.25  # units
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "R": 5}


def draw_icon(icon: Icon, x: float, y: float, size: float, colour: str) -> Path:
    """The icon in a square of ``size`` points with its upper left corner at (x, y), as strokes with round ends."""
    k = size / _UNITS
    segments: list[Segment] = []
    for one in _segments(icon):
        match one:
            case ("C", a, b, c, d, e, f):
                segments.append(("C", x + a * k, y + b * k, x + c * k, y + d * k, x + e * k, y + f * k))
            case ("M" | "L" as operator, a, b):
                segments.append((operator, x + a * k, y + b * k))
            case _:
                segments.append(one)
    return Path(tuple(segments), stroke=colour, stroke_width=_STROKE * k, round_ends=True)


@cache
def _segments(icon: Icon) -> tuple[Segment, ...]:
    return tuple(_read(OUTLINES[icon]))


def _read(outline: str) -> Iterator[Segment]:
    """The segments that an outline of ``OUTLINES`` says."""
    words = iter(outline.split())
    for operator in words:
        n = [float(next(words)) for _ in range(_NUMBERS[operator])]
        match operator:
            case "M":
                yield ("M", n[0], n[1])
            case "L":
                yield ("L", n[0], n[1])
            case "C":
                yield ("C", n[0], n[1], n[2], n[3], n[4], n[5])
            case "O":
                yield from circle(n[0], n[1], n[2])
            case "R":
                yield from box((n[0], n[1]), (n[2], n[3]), n[4], "").segments
            case _:
                yield ("Z",)
