"""Pieces in columns: shared out as evenly as lines that keep together allow, over pages where they are long."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from reportgen.typeset.pages.floats import unit_end
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Item, below, stacked_items

_SLACK = 4  # lines: so much deeper than need be, at most, for a last column that is no longer than the first
_LOW = 6  # lines: columns less deep than that have two lines at least


class ColumnGrid(msgspec.Struct, frozen=True):
    """``count`` columns whose left edges are ``step`` points apart, on lines of ``grid`` points.

    No page holds more than ``depth`` points of them.
    """

    count: int
    step: float
    grid: float
    depth: float


class _Column(msgspec.Struct, frozen=True):
    """Pieces [begin, end) below each other; ``depth`` is where the last ends."""

    begin: int
    end: int
    depth: float


class ColumnStock(msgspec.Struct, frozen=True):
    """Pieces in their order, to be set in columns: what is on no page yet."""

    pieces: tuple[Piece, ...]
    units: tuple[int, ...]  # where a column may begin: pieces between two of them stay together
    heights: tuple[float, ...]  # of the pieces before each
    grid: ColumnGrid
    start: int = 0  # the first unit that is on no page yet

    def take(self, room: float) -> tuple[Piece, Piece] | None:
        """Columns filled down to ``room``, and the rest; None where one would have less than two lines.

        Where the columns are deeper than they need be, all may fit after all: a line less then, so that some is left.
        """
        columns = self.filled(room)
        while columns and columns[-1].end == len(self.pieces):
            room -= self.grid.grid / 2
            columns = self.filled(room)
        few = any(column.depth < 2 * self.grid.grid - TOLERANCE for column in columns)
        low = min(_LOW * self.grid.grid, self.grid.depth - self.grid.grid)  # of a whole page anything is taken
        if not columns or (few and room < low):
            return None
        start = bisect_left(self.units, columns[-1].end)
        return self.piece(columns), msgspec.structs.replace(self, start=start).whole()

    def whole(self) -> Piece:
        """All that is left as one piece; what surely no page holds is not balanced, for it is split in any case."""
        least = (self.heights[-1] - self.heights[self.units[self.start]]) / self.grid.count
        if least > self.grid.depth + self.grid.grid and self.filled(self.grid.depth):
            return Piece(least, snap=True, stock=self)
        return msgspec.structs.replace(self.piece(self.balanced()), stock=self)

    def filled(self, room: float) -> list[_Column]:
        """As many units in each column, in turn, as ``room`` holds; none where the first does not hold one."""
        columns: list[_Column] = []
        at = self.start
        while at < len(self.units) - 1 and len(columns) < self.grid.count:
            begin, depth, after = at, 0.0, 0.0
            while at < len(self.units) - 1:
                reached = self._stack(self.units[at], self.units[at + 1], depth, after)
                if reached > room + TOLERANCE:
                    break
                depth, after = reached, self.pieces[self.units[at + 1] - 1].after
                at += 1
            if at == begin:
                if not columns:
                    return []
                break
            columns.append(_Column(self.units[begin], self.units[at], depth))
        return columns

    def _stack(self, begin: int, end: int, depth: float, after: float) -> float:
        for piece in self.pieces[begin:end]:
            depth = below(depth, after, piece, self.grid.grid) + piece.height
            after = piece.after
        return depth

    def balanced(self) -> list[_Column]:
        """All pieces, in columns as short as can be; the last no longer than the first where that costs little."""
        units = range(self.start, len(self.units) - 1)
        tallest = max(self._stack(self.units[unit], self.units[unit + 1], 0.0, 0.0) for unit in units)
        whole = self._stack(self.units[self.start], len(self.pieces), 0.0, 0.0)
        room = max(tallest, whole / self.grid.count - self.grid.grid)
        found: list[_Column] = []
        while True:
            columns = self.filled(room)
            if columns and columns[-1].end == len(self.pieces):
                if found and len(columns) < len(found):
                    return found  # an empty column is worse than a last one that is longer
                if columns[-1].depth <= columns[0].depth + TOLERANCE or len(columns) == 1:
                    return columns
                found = found or columns
                if room > _deepest(found) + _SLACK * self.grid.grid:
                    return found
            room += self.grid.grid / 2

    def piece(self, columns: Sequence[_Column]) -> Piece:
        """The strip of the type area that ``columns`` take."""
        inner: list[tuple[float, float, Piece]] = []
        for number, column in enumerate(columns):
            stack: list[Item]
            stack, _ = stacked_items(enumerate(self.pieces[column.begin : column.end]), self.grid.grid)
            inner += [(number * self.grid.step, item.y, item.piece) for item in stack]
        return Piece(_deepest(columns), inner=tuple(inner), snap=True)


def columns_piece(pieces: tuple[Piece, ...], grid: ColumnGrid) -> Piece:
    """All ``pieces`` in balanced columns; may be split over pages."""
    flow = [FlowPiece(piece, 0, 0) for piece in pieces]
    indices = range(len(flow))
    units = [0]
    while units[-1] < len(flow):
        units.append(unit_end(flow, indices, units[-1]))
    heights = tuple(accumulate((piece.height for piece in pieces), initial=0.0))
    return ColumnStock(pieces, tuple(units), heights, grid).whole()


def _deepest(columns: Sequence[_Column]) -> float:
    return max(column.depth for column in columns)
