"""Marks made larger or smaller, with what they look like."""

from typing import assert_never

import msgspec

from reportgen.drawing import Anchor, Begin, End, Field, GlyphRun, Image, Line, LinkArea, Mark, Path, Rect, Segment


def scaled(mark: Mark, factor: float, x: float, y: float) -> Mark:
    """``mark``, drawn from (0, 0), ``factor`` times as large and drawn from (x, y)."""
    match mark:
        case GlyphRun():
            return msgspec.structs.replace(
                mark, x=x + mark.x * factor, y=y + mark.y * factor, size=mark.size * factor
            )  # fmt: skip
        case Rect() | Image() | LinkArea() | Field():
            return msgspec.structs.replace(
                mark, x=x + mark.x * factor, y=y + mark.y * factor, width=mark.width * factor,
                height=mark.height * factor,
            )  # fmt: skip
        case Line():
            return msgspec.structs.replace(
                mark, x1=x + mark.x1 * factor, y1=y + mark.y1 * factor, x2=x + mark.x2 * factor,
                y2=y + mark.y2 * factor, width=mark.width * factor, dash=tuple(one * factor for one in mark.dash),
            )  # fmt: skip
        case Path():
            clip = mark.clip and (
                x + mark.clip[0] * factor, y + mark.clip[1] * factor, mark.clip[2] * factor, mark.clip[3] * factor
            )  # fmt: skip
            return msgspec.structs.replace(
                mark, segments=tuple(_segment(one, factor, x, y) for one in mark.segments),
                stroke_width=mark.stroke_width * factor, dash=tuple(one * factor for one in mark.dash), clip=clip,
            )  # fmt: skip
        case Anchor():
            return Anchor(mark.name, x + mark.x * factor, y + mark.y * factor)
        case Begin() | End():
            return mark
        case _:
            assert_never(mark)


def _segment(one: Segment, factor: float, x: float, y: float) -> Segment:
    match one:
        case ("M", a, b):
            return ("M", x + a * factor, y + b * factor)
        case ("L", a, b):
            return ("L", x + a * factor, y + b * factor)
        case ("C", a, b, c, d, e, f):
            return (
                "C", x + a * factor, y + b * factor, x + c * factor, y + d * factor, x + e * factor, y + f * factor
            )  # fmt: skip
        case _:
            return one
