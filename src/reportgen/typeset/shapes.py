"""Shapes that several looks draw: boxes with round corners, discs, half discs, roofs. Points; y runs down."""

from collections.abc import Sequence

from reportgen.drawing import Path, Segment

_ARC = 0.5523  # control points of a quarter circle
Corners = tuple[bool, bool, bool, bool]  # top left, top right, bottom right, bottom left
ALL: Corners = (True, True, True, True)
TOP: Corners = (True, True, False, False)
FOOT: Corners = (False, False, True, True)


def box(at: tuple[float, float], size: tuple[float, float], radius: float, fill: str, corners: Corners = ALL) -> Path:
    """A filled box with its top-left corner ``at``; the ``corners`` named are round, as far as it is large enough."""
    (x, y), (width, height) = at, size
    r = max(0.0, min(radius, width / 2, height / 2))
    k = r * (1 - _ARC)
    a, b, c, d = (r if one else 0.0 for one in corners)
    right, foot = x + width, y + height
    segments: list[Segment] = [("M", x + a, y), ("L", right - b, y)]
    if b:
        segments.append(("C", right - k, y, right, y + k, right, y + b))
    segments.append(("L", right, foot - c))
    if c:
        segments.append(("C", right, foot - k, right - k, foot, right - c, foot))
    segments.append(("L", x + d, foot))
    if d:
        segments.append(("C", x + k, foot, x, foot - k, x, foot - d))
    segments.append(("L", x, y + a))
    if a:
        segments.append(("C", x, y + k, x + k, y, x + a, y))
    return Path((*segments, ("Z",)), fill=fill)


def disc(x: float, y: float, r: float, fill: str) -> Path:
    """A filled circle about (x, y)."""
    return Path(circle(x, y, r), fill=fill)


def circle(x: float, y: float, r: float) -> tuple[Segment, ...]:
    """The outline of a circle about (x, y)."""
    k = _ARC * r
    return (
        ("M", x + r, y), ("C", x + r, y + k, x + k, y + r, x, y + r), ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r), ("C", x + k, y - r, x + r, y - k, x + r, y), ("Z",),
    )  # fmt: skip


def hill(x: float, y: float, r: float, fill: str) -> Path:
    """The upper half of a disc that stands on ``y`` with its middle at ``x``."""
    k = _ARC * r
    return Path(
        (("M", x - r, y), ("C", x - r, y - k, x - k, y - r, x, y - r), ("C", x + k, y - r, x + r, y - k, x + r, y),
         ("Z",)), fill=fill,
    )  # fmt: skip


def outlined(path: Path, colour: str, width: float, fill: str | None = None) -> Path:
    """``path`` as a stroke, on ``fill`` or on nothing."""
    return Path(path.segments, fill=fill, stroke=colour, stroke_width=width)


def polygon(points: Sequence[tuple[float, float]], fill: str) -> Path:
    """A filled polygon."""
    (x, y), *rest = points
    return Path((("M", x, y), *(("L", *point) for point in rest), ("Z",)), fill=fill)
