"""What a board is painted on: marks at places in millimetres or pixels, text in faces of the theme's boards."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Begin, Colour, End, Line, Mark, Path, Rect, Segment
from reportgen.fonts import FaceName, FontBook
from reportgen.model.runs import Run
from reportgen.theme import Theme
from reportgen.typeset.boards.colours import Colours, colours_of
from reportgen.typeset.text import Look, SetLine, TextSetting, place_line, set_cell, set_line, set_title

_SPACE = 0.14  # em between Han and Latin: large type wants less than text
_ARC = 0.5523  # control points of a quarter circle
_EXACT = 0.001

FacePart = Literal["number", "headline", "strong", "label", "text"]


class Type(msgspec.Struct, frozen=True):
    """A size of type: the part of the theme's faces, size and pitch of lines in points (pixels on a tall board)."""

    part: FacePart
    size: float
    leading: float


class Canvas:
    """Collects the marks of one board. Lengths in ``unit`` points: millimetres on paper, pixels on a screen.

    y runs down; text is placed by its baseline. What does not fit is reported at ``spot``.
    """

    def __init__(self, theme: Theme, fonts: FontBook, sink: Diagnostics, spot: Spot, unit: float) -> None:
        space = min(theme.typography.autospace, _SPACE)
        typography = msgspec.structs.replace(
            theme.typography, autospace=space, autospace_least=None, autospace_most=None
        )
        self.text = TextSetting(fonts, sink, typography)
        self.text.spot = spot
        self.look = theme.looks.poster
        self.colours: Colours = colours_of(theme)
        self.sink = sink
        self.spot = spot
        self.unit = unit
        self.marks: list[Mark] = []
        self._fonts = fonts

    @property
    def tiled(self) -> bool:
        """Whether the theme has its boards in tiles."""
        return self.look.cards == "tiles"

    # --- words

    def face(self, part: FacePart) -> FaceName:
        """The face of a part."""
        face: FaceName = getattr(self.look, part)
        return face

    def _look(self, type: Type, colour: Colour) -> Look:
        return Look(self.face(type.part), self.look.strong, type.size, colour)

    def line(self, text: str, type: Type, colour: Colour) -> SetLine:
        """``text`` on one line."""
        return set_line(self.text, (Run(text),), self._look(type, colour))

    def lines(self, text: str, type: Type, colour: Colour, width: float) -> tuple[SetLine, ...]:
        """Lines of at most ``width``, broken between words where they can be; the first as long as can be."""
        return set_cell(self.text, (Run(text),), self._look(type, colour), width * self.unit)

    def even(self, text: str, type: Type, colour: Colour, width: float) -> tuple[SetLine, ...]:
        """As few lines as hold ``text``, of even length."""
        return set_title(self.text, (Run(text),), self._look(type, colour), width * self.unit)

    def fitted(
        self, text: str, types: Sequence[tuple[Type, int]], colour: Colour, width: float
    ) -> tuple[Type, tuple[SetLine, ...]] | None:
        """``text`` in the first of ``types`` in which it needs at most so many lines; None where none does."""
        for type, most in types:
            if most > 0:
                lines = self.even(text, type, colour, width)
                if len(lines) <= most and self.fit(lines, width):
                    return type, lines
        return None

    def first_fitted(
        self, texts: Sequence[str], types: Sequence[tuple[Type, int]], colour: Colour, width: float
    ) -> tuple[Type, tuple[SetLine, ...]] | None:
        """The first of ``texts`` that fits in any of ``types``."""
        return next((found for text in texts if (found := self.fitted(text, types, colour, width))), None)

    def fit(self, lines: Sequence[SetLine], width: float) -> bool:
        """Whether no line is longer than ``width``."""
        return all(self.width(line) <= width + _EXACT for line in lines)

    def width(self, line: SetLine) -> float:
        """How long a line is."""
        return line.width / self.unit

    def size(self, type: Type) -> float:
        """An em of ``type`` in units."""
        return type.size / self.unit

    def pitch(self, type: Type) -> float:
        """From baseline to baseline in units."""
        return type.leading / self.unit

    def bearing(self, text: str, type: Type) -> float:
        """What the first glyph of ``text`` leaves blank before its ink, in units."""
        chosen = self._fonts.choose(text[:1], self.face(type.part)) if text else None
        if chosen is None:
            return 0.0
        face = self._fonts.face(chosen.face)
        return face.ink(face.glyph(text[0]))[0] / 1000 * type.size / self.unit

    def place(self, line: SetLine, x: float, y: float, align: float = 0.0) -> None:
        """Set a line: its left edge at ``x`` (``align`` 0), its middle (0.5) or its right edge (1)."""
        self.marks += place_line(line, x * self.unit - align * line.width, y * self.unit)

    def stack(self, lines: Sequence[SetLine], type: Type, x: float, y: float, align: float = 0.0) -> float:
        """Lines below each other, the first on ``y``; the last one's baseline."""
        for index, line in enumerate(lines):
            self.place(line, x, y + index * self.pitch(type), align)
        return y + max(0, len(lines) - 1) * self.pitch(type)

    def too_long(self, text: str, spot: Spot | None = None) -> None:
        """Report a text that has no room, so that no board is made."""
        self.sink.error("board-text-long", spot or self.spot, text=text)

    # --- shapes

    def rect(self, x: float, y: float, width: float, height: float, fill: Colour, radius: float = 0.0) -> None:
        """A filled rectangle with corners of ``radius``."""
        if width <= 0 or height <= 0:
            return
        u = self.unit
        if radius <= 0:
            self.marks.append(Rect(x * u, y * u, width * u, height * u, fill))
        else:
            outline = _rounded(x * u, y * u, width * u, height * u, min(radius, width / 2, height / 2) * u)
            self.marks.append(Path(outline, fill=fill))

    def frame(self, x: float, y: float, width: float, height: float, stroke: float, colour: Colour) -> None:
        """The outline of a rectangle, its stroke (points) inside."""
        u, half = self.unit, stroke / 2
        left, top, right, foot = x * u + half, y * u + half, (x + width) * u - half, (y + height) * u - half
        corners: tuple[Segment, ...] = (
            ("M", left, top), ("L", right, top), ("L", right, foot), ("L", left, foot), ("Z",),
        )  # fmt: skip
        self.marks.append(Path(corners, stroke=colour, stroke_width=stroke))

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour) -> None:
        """A stroke ``width`` points wide."""
        u = self.unit
        self.marks.append(Line(x1 * u, y1 * u, x2 * u, y2 * u, width, colour))

    def polygon(self, points: Sequence[tuple[float, float]], fill: Colour) -> None:
        """A filled outline."""
        u = self.unit
        (x, y), *rest = points
        outline: tuple[Segment, ...] = (("M", x * u, y * u), *(("L", a * u, b * u) for a, b in rest), ("Z",))
        self.marks.append(Path(outline, fill=fill))

    def outline(self, segments: tuple[Segment, ...], fill: Colour | None, stroke: Colour | None, width: float) -> None:
        """A path in points."""
        self.marks.append(Path(segments, fill=fill, stroke=stroke, stroke_width=width))

    # --- structure

    def begin(self, role: str, alt: str = "") -> None:
        """Open a structure element; drawings say in ``alt`` what they show."""
        self.marks.append(Begin(role, alt=alt))

    def end(self) -> None:
        """Close it."""
        self.marks.append(End())


def circle(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """A circle of four curves, in points."""
    k = _ARC * radius
    return (
        ("M", x, y - radius), ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius), ("Z",),
    )  # fmt: skip


def _rounded(x: float, y: float, width: float, height: float, r: float) -> tuple[Segment, ...]:
    k = (1 - _ARC) * r
    right, foot = x + width, y + height
    return (
        ("M", x + r, y), ("L", right - r, y), ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, foot - r), ("C", right, foot - k, right - k, foot, right - r, foot),
        ("L", x + r, foot), ("C", x + k, foot, x, foot - k, x, foot - r),
        ("L", x, y + r), ("C", x, y + k, x + k, y, x + r, y), ("Z",),
    )  # fmt: skip
