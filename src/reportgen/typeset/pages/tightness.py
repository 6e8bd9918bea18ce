"""How tight a page is set: less blank between blocks, lower charts and cards. Type and its pitch never change."""

import msgspec

from reportgen.typeset.pages.piece import Piece

LEVELS = (0.25, 0.5, 0.75, 1.0)  # shares of what a theme allows, tried in turn: a page is set no tighter than need be


class Fitting(msgspec.Struct, frozen=True):
    """What may be done so that a chapter does not end on a nearly empty page.

    ``last``: the share of a page that its last page should hold, 0 where it may end anywhere. ``spaces`` and
    ``figures``: what blank between blocks, charts and cards may shrink to, as shares of themselves. ``step``: of the
    lines of the grid, in points; what begins on one begins on a whole number of steps on a page set tighter.
    """

    last: float
    spaces: float
    figures: float
    step: float

    def at(self, level: float) -> "Tightness":
        """The tightness of ``level`` between 0, which is none, and 1."""
        return Tightness(level, 1 - level * (1 - self.spaces), 1 - level * (1 - self.figures), self.step)


class Tightness(msgspec.Struct, frozen=True):
    """Of one page: shares of their natural size that blanks (``spaces``), charts and cards (``figures``) have."""

    level: float
    spaces: float
    figures: float
    step: float

    def height(self, piece: Piece) -> float:
        """How high ``piece`` is at this tightness."""
        return piece.height if piece.flexible is None else piece.flexible.height(self.figures)

    def lowered(self, piece: Piece) -> Piece:
        """``piece`` as high as it is at this tightness."""
        height = self.height(piece)
        if piece.flexible is None or height >= piece.height:
            return piece
        drawn = piece.flexible.drawn(self.figures)
        return msgspec.structs.replace(
            piece, height=height, lines=drawn.lines, under=drawn.under, over=drawn.over, inner=drawn.inner
        )
