"""Marks turned by a quarter, counter-clockwise: what is read from the right edge of the upright page."""

import msgspec

from reportgen.drawing import Anchor, Begin, End, Field, GlyphRun, Image, Line, LinkArea, Mark, Path, Rect, Segment


def turned(mark: Mark, width: float) -> Mark:
    """``mark`` of a frame ``width`` points wide, with the frame's top at the left and its left side at the foot.

    Both are measured from the frame's top-left corner: (x, y) comes to (y, width - x).
    """
    match mark:
        case GlyphRun():
            return msgspec.structs.replace(mark, x=mark.y, y=width - mark.x, angle=mark.angle + 90.0)
        case Line():
            return msgspec.structs.replace(mark, x1=mark.y1, y1=width - mark.x1, x2=mark.y2, y2=width - mark.x2)
        case Rect() | LinkArea() | Field():
            return msgspec.structs.replace(
                mark, x=mark.y, y=width - mark.x - mark.width, width=mark.height, height=mark.width
            )
        case Image():
            return msgspec.structs.replace(
                mark, x=mark.y, y=width - mark.x - mark.width, width=mark.height, height=mark.width, turned=True
            )
        case Path():
            return _turned_path(mark, width)
        case Anchor():
            return Anchor(mark.name, mark.y, width - mark.x)
        case Begin() | End():
            return mark


def _turned_path(path: Path, width: float) -> Path:
    segments: list[Segment] = []
    for segment in path.segments:
        match segment:
            case ("C", x1, y1, x2, y2, x3, y3):
                segments.append(("C", y1, width - x1, y2, width - x2, y3, width - x3))
            case ("M" | "L" as operator, x1, y1):
                segments.append((operator, y1, width - x1))
            case _:
                segments.append(segment)
    clip = path.clip
    if clip is not None:
        x, y, across, down = clip
        clip = (y, width - x - across, down, across)
    return msgspec.structs.replace(path, segments=tuple(segments), clip=clip)
