"""One page under way: its text from the head down, its floats and notes from the foot up."""

from collections.abc import Iterable, Sequence
from math import ceil

import msgspec

from reportgen.typeset.pages.piece import Piece

TOLERANCE = 0.01  # points


def below(depth: float, after: float, piece: Piece, grid: float) -> float:
    """Where ``piece`` begins on a page filled down to ``depth``, below a piece that wants ``after`` blank."""
    if depth <= TOLERANCE:
        return piece.head
    blank = max(after, piece.before)
    if piece.snap:
        return ceil((depth + blank) / grid - 1e-4) * grid
    if piece.sits:
        return ceil((depth + blank + piece.height) / grid - 1e-4) * grid - piece.height
    return depth + blank


class FlowPiece(msgspec.Struct, frozen=True):
    """A piece of the flow with its section and its block (both as indices of the document's flow)."""

    piece: Piece
    section: int
    block: int


class Item(msgspec.Struct, frozen=True):
    """A piece on a sheet: ``y`` from the type area's top; ``flow`` is its index in the flow, -1 where it has none."""

    piece: Piece
    y: float
    flow: int


def closed(item: Item) -> Item:
    """``item`` with the marks of its lower edge, where its block goes on over the page below it."""
    piece = item.piece
    return Item(msgspec.structs.replace(piece, over=piece.over + piece.cut), item.y, item.flow) if piece.cut else item


class Sheet(msgspec.Struct):
    """A page; ``section`` is the section of its first piece. A sheet without items is blank. Lengths in points.

    The text may reach down to ``limit``: what the floats (``low``, each with the height it takes) and the lines of
    notes (``foot``) leave of the type area. ``close`` has them all in ``items``.
    """

    number: int
    section: int
    items: list[Item]
    limit: float = 0.0
    depth: float = 0.0
    after: float = 0.0  # blank that the last piece wants below it
    head: float = 0.0  # depth of the floats at the head
    heads: int = 0  # so many of the first items are theirs
    low: list[tuple[float, list[Item]]] = []
    foot: list[Piece] = []

    @property
    def has_text(self) -> bool:
        """Whether anything but floats and notes stands on it."""
        return len(self.items) > self.heads

    def set_head(self, stack: Sequence[Item], height: float) -> None:
        """Set a float, stacked from 0, at the head; the text there goes down by ``height``."""
        text = [Item(one.piece, one.y + height, one.flow) for one in self.items[self.heads :]]
        self.items[self.heads :] = [*(Item(one.piece, one.y + self.head, one.flow) for one in stack), *text]
        self.heads += len(stack)
        self.head += height
        self.depth += height

    def set_low(self, stack: Sequence[Item], height: float) -> None:
        """Set a float, stacked from 0, at the foot, below those that are there."""
        self.low.append((height, list(stack)))
        self.limit -= height

    def set_foot(self, lines: Sequence[Piece]) -> None:
        """Set lines of notes at the foot, below those that are there."""
        self.foot.extend(lines)
        self.limit -= sum(line.height for line in lines)

    def close(self, depth: float) -> None:
        """Give floats and notes their places at the foot of a type area of ``depth``: notes last."""
        y = depth - sum(line.height for line in self.foot) - sum(height for height, _ in self.low)
        for height, stack in self.low:
            self.items.extend(Item(one.piece, y + one.y, one.flow) for one in stack)
            y += height
        for line in self.foot:
            self.items.append(Item(line, y, -1))
            y += line.height
        self.low, self.foot = [], []


def stacked_items(pieces: Iterable[tuple[int, Piece]], grid: float) -> tuple[list[Item], float]:
    """Pieces (each with its index in the flow) below each other from 0, and the depth they reach with their blank."""
    items: list[Item] = []
    depth = after = 0.0
    for flow, piece in pieces:
        y = below(depth, after, piece, grid)
        items.append(Item(piece, y, flow))
        depth, after = y + piece.height, piece.after
    return items, depth + after
