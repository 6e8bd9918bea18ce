"""The page under way, and what it has room for."""

from collections.abc import Iterator, Sequence

from reportgen.typeset.pages.chapter import Chapter
from reportgen.typeset.pages.floats import unit_end
from reportgen.typeset.pages.foot import Taken, marks_in, taken
from reportgen.typeset.pages.piece import Piece, split
from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Sheet, below

_WHOLE = 1 / 4  # of a page: not more is left blank for a table to stand whole on the next one
HOLE = 1 / 3  # of a page: so much left blank is worth doing something about


class PageRoom:
    """``flow``: the pieces, of one that is split what is left of it."""

    def __init__(self, chapter: Chapter, flow: list[FlowPiece]) -> None:
        self.chapter = chapter
        self.flow = flow
        self.depth = chapter.page.depth
        self.grid = chapter.page.grid
        self.foot = chapter.foot
        self.over: tuple[Piece, ...] = ()  # lines of a note that go on over the page
        self.sheet: Sheet | None = None

    def is_better_whole(self, table: Sequence[int]) -> bool:
        """Whether all of a table is better left to the next page than begun on this one."""
        assert self.sheet is not None
        left = self.sheet.limit - self.sheet.depth
        return left <= _WHOLE * self.depth and self.is_used() and self.stands_alone(table)

    def is_used(self) -> bool:
        """Whether more than a repeated header stands on the page."""
        assert self.sheet is not None
        return any(item.flow >= 0 for item in self.sheet.items) or bool(self.sheet.low or self.sheet.foot)

    def is_fresh(self) -> bool:
        """Whether nothing stands on the page but a repeated header and the end of a note: no page has more room."""
        assert self.sheet is not None
        return not self.sheet.low and all(item.flow < 0 for item in self.sheet.items)

    def fits(self, unit: Sequence[int], *, force: bool = True) -> bool:
        """Whether this page has room for the unit; with ``force``, a page's first unit need not leave any for notes."""
        assert self.sheet is not None
        if self.flow[unit[0]].piece.sheet:
            return self.sheet.depth == 0  # a whole page is as large as its page
        depth = self.reach(unit)
        return depth <= self.sheet.limit and (
            self.foot is None or self.notes(unit, depth, force and self.is_fresh()) is not None
        )

    def reach(self, unit: Sequence[int]) -> float:
        """How far down this page the unit would reach."""
        assert self.sheet is not None
        return self.sheet.reach((self.flow[index].piece for index in unit), self.grid)

    def notes(self, unit: Sequence[int], depth: float, fresh: bool) -> Taken | None:
        """The lines of the unit's notes where the text reaches down to ``depth``; None where there is no room.

        ``fresh``: the unit is the page's first. There is no better page for it.
        """
        assert self.sheet is not None
        if self.foot is None:
            return Taken(())
        numbers = [number for index in unit for number in marks_in(self.flow[index].piece)]
        if not numbers:
            return Taken(())
        notes = [self.foot.note(number) for number in numbers]
        if self.over:  # this page's foot is full
            return Taken((), tuple(line for note in notes for line in note)) if fresh else None
        room = self.sheet.limit - depth - (0.0 if self.sheet.foot else self.foot.separator.height)
        return taken(notes, room, force=fresh)

    def stands_alone(self, unit: Sequence[int]) -> bool:
        """Whether a page would have room for the unit, its notes apart."""
        depth = after = 0.0
        for index in unit:
            piece = self.flow[index].piece
            top = below(depth, after, piece, self.grid)
            depth, after = top + piece.height, piece.after
            if depth > self.depth + TOLERANCE:
                return split(piece, self.depth - top) is not None
        return True

    def full(self, unit: Sequence[int]) -> int:
        """How many of the unit's pieces this page has room for, with their notes; one at least."""
        return next((at for at in range(1, len(unit)) if not self.fits(unit[: at + 1], force=False)), len(unit) - 1)

    def opens(self, index: int) -> bool:
        """Whether the piece begins a page, or a page that begins with it has no running head."""
        piece = self.flow[index].piece
        return piece.opens or bool(piece.page)

    def good_cuts(self, unit: Sequence[int]) -> list[int]:
        """Where the unit may be broken on this page, last first: what keeps together below has room on the next."""
        return [
            at for at in range(self.full(unit), 0, -1)
            if self.stands_alone(unit[at : unit_end(self.flow, unit, at)])
        ]  # fmt: skip

    def below_text(self, unit: Sequence[int], cuts: Sequence[int]) -> Iterator[int]:
        """Those of ``cuts`` that stand below the end of a text: its heading has that, if not two lines of it."""
        for at in cuts:
            last = self.flow[unit[at - 1]]
            reaching = (one for begin, one in enumerate(unit[:at]) if begin + self.flow[one].piece.keep >= at)
            if not last.piece.keep and all(self.flow[one].block != last.block for one in reaching):
                yield at

    def taken_apart(self, unit: Sequence[int]) -> int:
        """So many of the unit's pieces belong here where no page has room for all; 0 where it may stay whole."""
        if self.opens(unit[0]) or self.stands_alone(unit):
            return 0
        return next(self.below_text(unit, self.good_cuts(unit)), 0)
