"""One page under way: its text from the head down, its floats and notes from the foot up."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

import msgspec

from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.tightness import Tightness

TOLERANCE = 0.01  # points


def below(depth: float, after: float, piece: Piece, grid: float, share: float = 1.0) -> float:
    """Where ``piece`` begins on a page filled down to ``depth``, below a piece that wants ``after`` blank.

    ``share``: of that blank, and of the piece's own, that there is.
    """
    if depth <= TOLERANCE:
        return piece.head
    blank = max(after, piece.before) * share
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
    notes (``foot``) leave of the type area. ``close`` has them all in ``items``. ``tight``: how its text is set where
    that is tighter than it is by itself.
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
    tight: Tightness | None = None

    def copied(self) -> "Sheet":
        """The same page, to be changed by itself."""
        return msgspec.structs.replace(self, items=list(self.items), low=list(self.low), foot=list(self.foot))

    def reach(self, pieces: Iterable[Piece], grid: float) -> float:
        """How far down ``pieces`` would reach below what is there."""
        depth, after, tight = self.depth, self.after, self.tight
        if tight is None:
            for piece in pieces:
                depth = below(depth, after, piece, grid) + piece.height
                after = piece.after
            return depth
        for piece in pieces:
            depth = below(depth, after, piece, tight.step, tight.spaces) + tight.height(piece)
            after = piece.after
        return depth

    def put(self, piece: Piece, index: int, grid: float) -> None:
        """Set ``piece``, of that index in the flow, below what is there."""
        if self.tight is None:
            y = below(self.depth, self.after, piece, grid)
        else:
            piece = self.tight.lowered(piece)
            y = below(self.depth, self.after, piece, self.tight.step, self.tight.spaces)
        self.items.append(Item(piece, y, index))
        self.depth = y + piece.height
        self.after = piece.after

    def tightened(self, tight: Tightness) -> "Sheet":
        """A page of the same text set tighter: its first piece where it is, the others moved up."""
        found = self.copied()
        found.tight = tight
        text = found.items[found.heads :]
        del found.items[found.heads :]
        for item in text:
            if len(found.items) == found.heads:
                piece = tight.lowered(item.piece)
                found.items.append(Item(piece, item.y, item.flow))
                found.depth, found.after = item.y + piece.height, piece.after if item.flow >= 0 else 0.0
            elif item.flow < 0:
                found.items.append(Item(item.piece, found.depth, -1))  # a header that is repeated has no blank
                found.depth += item.piece.height
            else:
                found.put(item.piece, item.flow, tight.step)
        return found

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

    def take_foot(self, notes: Sequence[Sequence[Piece]]) -> bool:
        """Take ``notes`` off the foot, with the rule where none is left; False where they are not the last there."""
        lines = [line for note in notes for line in note]
        kept = self.foot[: max(0, len(self.foot) - len(lines))]
        theirs = self.foot[len(kept) :]
        if len(theirs) != len(lines) or any(one is not other for one, other in zip(theirs, lines, strict=True)):
            return False
        self.limit += sum(line.height for line in self.foot)
        self.foot = []
        self.set_foot(kept if len(kept) > 1 else ())
        return True

    def floats(self) -> Iterator[tuple[Item, bool, bool]]:
        """The items, each with whether a float begins with it and whether one ends: what its first piece keeps."""
        bound = -1
        for at, item in enumerate(self.items):
            begins = at > bound and bool(item.piece.place)
            if begins:
                bound = at
            inside = at <= bound
            if inside:
                bound = min(max(bound, at + item.piece.keep), len(self.items) - 1)
            yield item, begins, inside and at == bound

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
