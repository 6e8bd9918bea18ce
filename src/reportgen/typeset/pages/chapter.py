"""What is broken into pages as one: a chapter, the ways to break it, the places where a page of it begins."""

from collections.abc import Sequence

import msgspec

from reportgen.theme import PageGeometry
from reportgen.typeset.pages.floats import Float, Waiting
from reportgen.typeset.pages.foot import Foot
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import FlowPiece
from reportgen.typeset.pages.tightness import Fitting


class Chapter(msgspec.Struct, frozen=True):
    """Pieces that begin a page and end one.

    ``flow`` is the whole flow, [``begin``, ``end``) the chapter's indices in it, ``text`` those that are not of its
    ``floats``; ``number`` is its first page's.
    """

    flow: Sequence[FlowPiece]
    begin: int
    end: int
    text: Sequence[int]
    floats: list[Float]
    number: int
    page: PageGeometry
    foot: Foot | None
    fitting: Fitting | None = None


class Way(msgspec.Struct, frozen=True):
    """How the pages of a chapter are broken where that is not by themselves. Pages count from 0.

    ``tight``: the page from which on they may be set tighter, up to the level ``most``. ``holes``: all may, where a
    third of them would stay blank else.
    """

    tight: int | None = None
    most: float = 1.0
    holes: bool = False


class Turn(msgspec.Struct, frozen=True):
    """All that is known where a page begins with ``unit``, behind which the text goes on at ``end``."""

    unit: Sequence[int]
    first: FlowPiece
    end: int
    waiting: Waiting
    over: tuple[Piece, ...]
    too_tall: Sequence[int]
