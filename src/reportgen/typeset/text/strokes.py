"""What is drawn below the text: emphasis dots, lines under proper names, waves under titles (6.4, 6.5), fine dots
under terms that are explained."""

from typing import Literal

import msgspec

from reportgen.drawing import Line, Mark, Path, Segment

_DOT = 0.16  # diameter of an emphasis dot in em (6.4)
_DOT_BELOW = 0.37  # its centre below the baseline: 0.12 em descent of the em box and a quarter
_LINE_BELOW = 0.2  # of a line under a name: nearer than the dots
_THICK = 0.05
_WAVE = 0.25  # length of a wave in em
_SWING = 0.05  # how far it goes up and down
_POINT, _POINT_STEP = 0.06, 0.2  # of the dots under a term: diameter, distance in em
_ARC = 0.5523  # control points of a quarter circle
_BEND = 0.3642  # control points of half a sine wave, as a share of its length


class Stroke(msgspec.Struct, frozen=True, gc=False):
    """A line under text from ``left`` to ``right`` (points from the line's edge)."""

    left: float
    right: float
    kind: Literal["name", "title", "term"]
    colour: str


def dot_path(x: float, baseline: float, size: float, colour: str) -> Path:
    """An emphasis dot centred at ``x`` under text of ``size``."""
    y, r = baseline + _DOT_BELOW * size, _DOT / 2 * size
    k = _ARC * r
    segments: tuple[Segment, ...] = (
        ("M", x + r, y), ("C", x + r, y + k, x + k, y + r, x, y + r), ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r), ("C", x + k, y - r, x + r, y - k, x + r, y), ("Z",),
    )  # fmt: skip
    return Path(segments, fill=colour)


def stroke_marks(stroke: Stroke, x: float, baseline: float, size: float) -> Mark:
    """The line of ``stroke``: straight under names (专名号), waves under titles (甲式书名号), fine dots under terms."""
    y = baseline + _LINE_BELOW * size
    left, right = x + stroke.left, x + stroke.right
    if stroke.kind == "name":
        return Line(left, y, right, y, _THICK * size, stroke.colour)
    if stroke.kind == "term":
        count = max(1, round((right - left) / (_POINT_STEP * size)))
        dots = (0.0, (right - left) / count)
        return Line(left, y, right, y, _POINT * size, stroke.colour, dots, round_cap=True)
    halves = max(2, round((right - left) / (_WAVE * size / 2)))
    step = (right - left) / halves
    bend, swing = _BEND * step, _SWING * size * 2
    segments: list[Segment] = [("M", left, y)]
    for index in range(halves):
        begin, up = left + index * step, -swing if index % 2 == 0 else swing
        segments.append(("C", begin + bend, y + up, begin + step - bend, y + up, begin + step, y))
    return Path(tuple(segments), stroke=stroke.colour, stroke_width=_THICK * size)
