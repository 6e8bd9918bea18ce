"""The large colour that the hero stands on: to the trim and down to the strip, or a tile with blank around it."""

import msgspec

from reportgen.typeset.boards.canvas import Canvas
from reportgen.typeset.boards.head import LEFT, RIGHT

_PAD, _BLEED_PAD = 10.0, 12.0  # mm: of what stands on the colour from its edges
GAP, WIDE_GAP = 6.0, 9.0  # between tiles, and between cards without any


class Ground(msgspec.Struct, frozen=True):
    """Where things stand on the colour, in mm: text from ``left`` to ``right``; ``edge`` is the colour's right one."""

    left: float
    right: float
    top: float
    foot: float
    edge: float

    @property
    def width(self) -> float:
        """Of the text."""
        return self.right - self.left


def ground(canvas: Canvas, top: float, foot: float, edge: float | None, *, to_strip: bool) -> Ground:
    """Paint the colour from ``top`` to ``foot``. ``edge`` is its right one where it bleeds, None: across the board.

    A tile is as much wider as its text is moved in; it ends above the strip (``to_strip``: where it would reach it).
    """
    if not canvas.tiled:
        canvas.rect(0, top, 420 if edge is None else edge, foot - top, canvas.colours.hero)
        right = RIGHT if edge is None else edge - _BLEED_PAD
        return Ground(LEFT, right, top, foot, 420 if edge is None else edge)
    right = RIGHT if edge is None else edge + 2 * _PAD - _BLEED_PAD
    foot -= GAP if to_strip else 0.0
    canvas.rect(LEFT, top, right - LEFT, foot - top, canvas.colours.hero, canvas.look.radius / canvas.unit)
    return Ground(LEFT + _PAD, right - _PAD, top, foot, right)
