"""matplotlib's artists draw themselves into this renderer; what comes out are marks of our own.

It keeps matplotlib's renderer protocol (``new_gc``, ``draw_path``, ``draw_markers`` …) without deriving from
``RendererBase``: the module of that class loads the text machinery and with it a scan of the machine's fonts, a
cache in the user's home and twice the import time. Text never passes here: it is set with our own faces.

Display space is the plate itself: points, origin at the top left, y runs down.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, Bbox, Transform

from reportgen.drawing import GlyphRun, Line, Mark, Path, Rect, Segment

Rgba = tuple[float, float, float, float]
DECIMALS = 3  # of a point: 0.35 µm; the same digits on every machine


class CannotDrawError(Exception):
    """An artist asked for something that has no mark: a picture, a hatch, text of matplotlib's own."""


class Drawable(Protocol):
    """What an artist of matplotlib is to us."""

    def draw(self, renderer: Any) -> None:
        """Draw into ``renderer``."""


def rounded(value: float) -> float:
    """A coordinate as it is emitted; never minus zero."""
    return round(float(value), DECIMALS) + 0.0


class Pen:
    """matplotlib's graphics context, as far as marks can say it."""

    def __init__(self) -> None:
        self.colour: Rgba = (0.0, 0.0, 0.0, 1.0)
        self.alpha: float | None = None
        self.width = 0.0
        self.dash: tuple[float, ...] = ()
        self.round_cap = False
        self.clip: tuple[float, float, float, float] | None = None

    def set_foreground(self, colour: Rgba, isRGBA: bool = False) -> None:  # noqa: N803  # matplotlib's name
        """The stroke's colour; artists give it as RGBA."""
        if not isRGBA:
            raise CannotDrawError("a colour by name")
        self.colour = colour

    def set_alpha(self, alpha: float | None) -> None:
        """Opacity that overrides the colours' own."""
        self.alpha = alpha

    def set_linewidth(self, width: float) -> None:
        """The stroke's width in points."""
        self.width = float(width)

    def set_dashes(self, offset: float | None, dashes: Sequence[float] | None) -> None:
        """On and off lengths in points; the pattern starts at a line's start."""
        if dashes is not None and offset:
            raise CannotDrawError("a shifted dash")
        self.dash = () if dashes is None else tuple(rounded(part) for part in dashes)

    def set_capstyle(self, style: str) -> None:
        """Round or not: a projecting cap would lie about a bar's length."""
        self.round_cap = style == "round"

    def set_clip_rectangle(self, box: Bbox | None) -> None:
        """The box outside which nothing is painted."""
        self.clip = None if box is None else (box.x0, box.y0, box.width, box.height)

    def set_clip_path(self, path: object) -> None:
        """Only boxes clip."""
        if path is not None:
            raise CannotDrawError("a clip path")

    def set_hatch(self, hatch: str) -> None:
        """No hatches: parts differ by colour, place and words."""
        raise CannotDrawError("a hatch")

    def set_sketch_params(self, *_: object) -> None:
        """No hand-drawn look."""
        raise CannotDrawError("a sketch")

    def _nothing(self, *_: object) -> None:
        """Settings of pixels and links, which a mark does not have."""

    set_joinstyle = set_antialiased = set_snap = set_url = _nothing

    def restore(self) -> None:
        """A pen is used for one artist."""


class MarkRenderer:
    """Collects marks in painting order."""

    _raster_depth = 0  # read by matplotlib before each artist
    _rasterizing = False

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def new_gc(self) -> Pen:
        """A fresh pen."""
        return Pen()

    def open_group(self, kind: str, gid: str | None = None) -> None:
        """Groups of matplotlib say nothing to a reader."""

    def close_group(self, kind: str) -> None:
        """See ``open_group``."""

    def points_to_pixels(self, points: float) -> float:
        """A pixel is a point."""
        return points

    def draw_path(self, pen: Pen, path: Outline, transform: Transform, rgbFace: Rgba | None = None) -> None:  # noqa: N803  # matplotlib's name
        """A path filled with ``rgbFace`` and stroked with ``pen``, as the simplest mark that says it."""
        segments = _segments(path, transform)
        fill = None if rgbFace is None else _colour(rgbFace, pen.alpha)
        stroke = _colour(pen.colour, pen.alpha) if pen.width > 0 else None
        if not segments or (fill is None and stroke is None):
            return
        if fill is not None and stroke is None and pen.clip is None:
            box = _box(segments)
            if box is not None:
                self.marks.append(Rect(*box, fill))
                return
        if fill is None and stroke is not None and pen.clip is None:
            match segments:
                case (("M", x1, y1), ("L", x2, y2)):
                    self.marks.append(Line(x1, y1, x2, y2, rounded(pen.width), stroke, pen.dash, pen.round_cap))
                    return
                case _:
                    pass
        clip = None
        if pen.clip is not None:
            x, y, width, height = pen.clip
            clip = (rounded(x), rounded(y), rounded(width), rounded(height))
        width = rounded(pen.width) if stroke is not None else 0.0
        self.marks.append(Path(segments, fill, stroke, width, pen.dash if stroke is not None else (), clip))

    def draw_markers(
        self, pen: Pen, shape: Outline, shape_transform: Affine2D, path: Outline, transform: Transform,
        rgbFace: Rgba | None = None,  # noqa: N803  # matplotlib's name
    ) -> None:  # fmt: skip
        """``shape`` at every vertex of ``path``."""
        for points, _ in path.iter_segments(transform, simplify=False):
            x, y = points[-2:]
            self.draw_path(pen, shape, shape_transform.frozen().translate(x, y), rgbFace)

    def draw_image(self, *_: object) -> None:
        """A plate is vectors only."""
        raise CannotDrawError("a picture")

    def draw_text(self, *_: object) -> None:
        """Text is set with our own faces, not through matplotlib."""
        raise CannotDrawError("text of matplotlib's own")


def _colour(rgba: Rgba, alpha: float | None) -> str | None:
    """A solid colour; translucent ones as they look on white paper, None for nothing."""
    opacity = rgba[3] if alpha is None else alpha
    if opacity == 0:
        return None
    parts = (round((1 - opacity + opacity * part) * 255) for part in rgba[:3])
    return "#" + "".join(f"{part:02X}" for part in parts)


def _segments(path: Outline, transform: Transform) -> tuple[Segment, ...]:
    """The path in plate coordinates, quadratic curves made cubic; gaps (NaN) begin a new part."""
    found: list[Segment] = []
    at = (0.0, 0.0)
    for points, code in path.iter_segments(transform, remove_nans=True, simplify=False):
        numbers = [float(number) for number in points]
        if code == Outline.CLOSEPOLY:
            found.append(("Z",))
            continue
        if code == Outline.CURVE3:
            x, y, end_x, end_y = numbers
            numbers = [
                at[0] + (x - at[0]) * 2 / 3, at[1] + (y - at[1]) * 2 / 3,
                end_x + (x - end_x) * 2 / 3, end_y + (y - end_y) * 2 / 3,
                end_x, end_y,
            ]  # fmt: skip
        at = (numbers[-2], numbers[-1])
        numbers = [rounded(number) for number in numbers]
        if len(numbers) == 6:
            x1, y1, x2, y2, x3, y3 = numbers
            found.append(("C", x1, y1, x2, y2, x3, y3))
        else:
            if code == Outline.MOVETO and found and found[-1][0] == "M":
                found.pop()  # a point alone draws nothing
            found.append(("M" if code == Outline.MOVETO else "L", numbers[0], numbers[1]))
    if found and found[-1][0] == "M":
        found.pop()
    return tuple(found)


def _box(segments: tuple[Segment, ...]) -> tuple[float, float, float, float] | None:
    """Left, top, width and height when the segments are an upright rectangle."""
    match segments:
        case (("M", xa, ya), ("L", xb, yb), ("L", xc, yc), ("L", xd, yd), ("Z",)):
            pass
        case _:
            return None
    if (ya, xb, yc, xd) != (yb, xc, yd, xa) and (xa, yb, xc, yd) != (xb, yc, xd, ya):
        return None
    left, right = sorted((xa, xc))
    top, bottom = sorted((ya, yc))
    return left, top, rounded(right - left), rounded(bottom - top)


def moved(mark: Mark, x: float, y: float) -> Mark:
    """A mark of a chart somewhere else on its plate."""
    change = msgspec.structs.replace
    match mark:
        case GlyphRun() | Rect():
            return change(mark, x=rounded(mark.x + x), y=rounded(mark.y + y))
        case Line():
            return change(
                mark, x1=rounded(mark.x1 + x), y1=rounded(mark.y1 + y), x2=rounded(mark.x2 + x), y2=rounded(mark.y2 + y)
            )
        case Path(clip=None):
            return change(mark, segments=tuple(_moved(segment, x, y) for segment in mark.segments))
        case _:
            raise CannotDrawError("a clipped path in a panel")


def _moved(segment: Segment, x: float, y: float) -> Segment:
    match segment:
        case ("C", x1, y1, x2, y2, x3, y3):
            numbers = (x1 + x, y1 + y, x2 + x, y2 + y, x3 + x, y3 + y)
            a, b, c, d, e, f = map(rounded, numbers)
            return ("C", a, b, c, d, e, f)
        case ("M" | "L" as code, x1, y1):
            return (code, rounded(x1 + x), rounded(y1 + y))
        case _:
            return segment
