"""Pieces onto pages: keep together, repeat table headers, begin on the grid, start pages where asked."""

from collections.abc import Sequence
from math import ceil

import msgspec

from reportgen.theme import PageGeometry
from reportgen.typeset.pages.piece import Piece

_TOLERANCE = 0.01  # points


class FlowPiece(msgspec.Struct, frozen=True):
    """A piece of the flow with its section and its block (both as indices of the document's flow)."""

    piece: Piece
    section: int
    block: int


class Item(msgspec.Struct, frozen=True):
    """A piece on a sheet: ``y`` from the type area's top; ``flow`` is its index in the flow, -1 for a repetition."""

    piece: Piece
    y: float
    flow: int


class Sheet(msgspec.Struct):
    """One page under way; ``section`` is the section of its first piece. A sheet without items is blank."""

    number: int
    section: int
    items: list[Item]
    depth: float = 0.0
    after: float = 0.0  # blank that the last piece wants below it


class Paginated(msgspec.Struct):
    """The sheets, and the flow indices of pieces that are taller than a page."""

    sheets: list[Sheet]
    too_tall: list[int]


def paginate(flow: Sequence[FlowPiece], page: PageGeometry, first: int = 1) -> Paginated:
    """Lay the pieces on pages of ``page``, numbered from ``first``. The same pieces always give the same pages."""
    return _Paginator(flow, page, first).run()


class _Paginator:
    def __init__(self, flow: Sequence[FlowPiece], page: PageGeometry, number: int) -> None:
        self.flow = flow
        self.number = number  # of the first page
        self.depth = page.depth + _TOLERANCE
        self.grid = page.grid
        self.sheets: list[Sheet] = []
        self.too_tall: list[int] = []
        self.sheet: Sheet | None = None

    def run(self) -> Paginated:
        at = 0
        while at < len(self.flow):
            first = self.flow[at]
            end = self._unit(at)
            if self.sheet is None or first.piece.page or self._closed():
                self._take_in()
                self._start(first)
            elif not self._fits(at, end):
                self._cut(at)
                self._start(first)
                self._repeat(first.piece)
            if self._fits(at, end):
                self._put(at, end)
            else:
                self._spill(at, end)
            at = end
        self._take_in()
        return Paginated(self.sheets, self.too_tall)

    def _unit(self, at: int) -> int:
        """The end of the pieces from ``at`` that must stay on one page."""
        bound, end = at, at
        last = len(self.flow) - 1
        while True:
            bound = max(bound, end + self.flow[end].piece.keep)
            if end >= bound or end == last or self.flow[end + 1].piece.page:
                return end + 1
            end += 1

    def _closed(self) -> bool:
        """Whether the page under way is a whole-page piece."""
        return bool(self.sheet and self.sheet.items and self.sheet.items[-1].piece.sheet)

    def _take_in(self) -> None:
        """A page at whose head one line is all there is: take it in by the blank line above a heading before it.

        Specification 5.4 forbids such a page. Everything stays on the grid.
        """
        if len(self.sheets) < 2:
            return
        tail, page = self.sheets[-1], self.sheets[-2]
        alone = len(tail.items) == 1 and tail.depth <= self.grid + _TOLERANCE
        if not alone or not page.items or tail.items[0].piece.page or tail.items[0].piece.sheet:
            return
        found = [index for index in range(len(page.items) - 1, 0, -1) if self._is_open_above(page, index)]
        if not found:
            return
        # better above a heading that follows text than close below a table or a chart
        index = next((one for one in found if not page.items[one - 1].piece.after), found[0])
        raised = [Item(one.piece, one.y - self.grid, one.flow) for one in page.items[index:]]
        line = tail.items[0]
        y = self._next(page.depth - self.grid, 0.0, msgspec.structs.replace(line.piece, before=0.0))
        if y + line.piece.height <= self.depth:
            page.items[index:] = [*raised, Item(line.piece, y, line.flow)]
            page.depth = y + line.piece.height
            self.sheets.pop()

    def _is_open_above(self, page: Sheet, index: int) -> bool:
        above, below = page.items[index - 1], page.items[index]
        return below.piece.pliable and below.y - above.y - above.piece.height > self.grid - _TOLERANCE

    def _start(self, first: FlowPiece) -> None:
        number = self.number + len(self.sheets)
        if first.piece.page == "recto" and number % 2 == 0:
            self.sheets.append(Sheet(number, first.section, []))
            number += 1
        self.sheet = Sheet(number, first.section, [])
        self.sheets.append(self.sheet)

    def _repeat(self, piece: Piece) -> None:
        assert self.sheet is not None
        for again in piece.repeat:
            self.sheet.items.append(Item(again, self.sheet.depth, -1))
            self.sheet.depth += again.height

    def _next(self, depth: float, after: float, piece: Piece) -> float:
        """Where ``piece`` begins on a page filled down to ``depth``, below a piece that wants ``after`` blank."""
        if depth <= _TOLERANCE:
            return 0.0
        blank = max(after, piece.before)
        if piece.snap:
            return ceil((depth + blank) / self.grid - 1e-4) * self.grid
        return depth + blank

    def _fits(self, at: int, end: int) -> bool:
        assert self.sheet is not None
        depth, after = self.sheet.depth, self.sheet.after
        if self.flow[at].piece.sheet:
            return depth == 0  # a whole page is as large as its page
        for index in range(at, end):
            piece = self.flow[index].piece
            depth = self._next(depth, after, piece) + piece.height
            after = piece.after
        return depth <= self.depth

    def _put(self, at: int, end: int) -> None:
        assert self.sheet is not None
        for index in range(at, end):
            piece = self.flow[index].piece
            y = self._next(self.sheet.depth, self.sheet.after, piece)
            self.sheet.items.append(Item(piece, y, index))
            self.sheet.depth = y + piece.height
            self.sheet.after = piece.after

    def _spill(self, at: int, end: int) -> None:
        """Pieces that belong together but fill more than a page: broken where the page is full."""
        for index in range(at, end):
            if not self._fits(index, index + 1):
                assert self.sheet is not None
                if self.sheet.items:
                    self._cut(index)
                    self._start(self.flow[index])
                    self._repeat(self.flow[index].piece)
                if not self._fits(index, index + 1):
                    self.too_tall.append(index)
            self._put(index, index + 1)

    def _cut(self, at: int) -> None:
        """Close off a block that goes on over the page."""
        assert self.sheet is not None
        if not self.sheet.items:
            return
        last = self.sheet.items[-1]
        goes_on = last.flow >= 0 and self.flow[last.flow].block == self.flow[at].block
        if goes_on and last.piece.cut:
            closed = msgspec.structs.replace(last.piece, over=last.piece.over + last.piece.cut)
            self.sheet.items[-1] = Item(closed, last.y, last.flow)
