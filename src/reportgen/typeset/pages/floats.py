"""Charts and pictures that go to the head or the foot of a page instead of standing where they are written."""

from collections.abc import Sequence
from math import ceil
from typing import Literal

import msgspec

from reportgen.typeset.pages.foot import Foot, marks_in
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Item, Sheet, stacked_items

_SHARE = 0.7  # of a page that floats waiting for it may take together; a single one may take more


class Float(msgspec.Struct, frozen=True):
    """Pieces (indices of the flow) that stand together at a page's ``place``; written before text piece ``before``."""

    unit: tuple[int, ...]
    section: int
    place: Literal["top", "bottom"]
    before: int


def unit_end(flow: Sequence[FlowPiece], indices: Sequence[int], at: int) -> int:
    """The end of the pieces from ``at`` that must stay on one page; ``at`` and the end count in ``indices``.

    What needs two lines below it is content with one where its section ends there.
    """
    bound, end = at, at
    last = len(indices) - 1
    while True:
        bound = max(bound, end + flow[indices[end]].piece.keep)
        here = flow[indices[end]]
        if end >= bound or end == last or flow[indices[end + 1]].piece.page:
            return end + 1
        parted = not here.piece.keep or indices[end + 1] > indices[end] + 1  # a float of the section waits between
        if flow[indices[end + 1]].section != here.section and parted:
            return end + 1
        end += 1


def set_apart(flow: Sequence[FlowPiece], begin: int, stop: int) -> tuple[Sequence[int], list[Float]]:
    """The text and the floats of the flow's pieces [begin, stop), as indices of the flow.

    What must begin a page is never a float, nor what is all that a heading has.
    """
    if not any(flow[at].piece.place for at in range(begin, stop)):
        return range(begin, stop), []
    everything = range(stop)
    text: list[int] = []
    floats: list[Float] = []
    at = begin
    while at < stop:
        piece = flow[at].piece
        if piece.place and not piece.page:
            end = unit_end(flow, everything, at)
            if _is_headed(flow, text, at, stop):
                text += range(at, end)
                at = end
                continue
            floats.append(Float(tuple(range(at, end)), flow[at].section, piece.place, len(text)))
            at = end
        else:
            text.append(at)
            at += 1
    return text, floats


def _is_headed(flow: Sequence[FlowPiece], text: Sequence[int], at: int, stop: int) -> bool:
    """Whether the float at ``at`` stands right below a heading that has nothing else on its page."""
    if not text or text[-1] != at - 1 or not flow[at - 1].piece.keep or flow[at - 1].section != flow[at].section:
        return False
    everything = range(stop)
    while at < stop and flow[at].piece.place and not flow[at].piece.page:
        at = unit_end(flow, everything, at)
    return at == stop or bool(flow[at].piece.page) or flow[at].section != flow[text[-1]].section


class Waiting:
    """The floats of a flow on their way to a page, always in the order in which they are written."""

    def __init__(self, flow: Sequence[FlowPiece], floats: list[Float], grid: float, foot: Foot | None = None) -> None:
        self._flow = flow
        self._foot = foot
        self._coming = floats
        self._grid = grid
        self._queue: list[Float] = []

    def copied(self) -> "Waiting":
        """The same floats, on a way of their own."""
        found = Waiting(self._flow, list(self._coming), self._grid, self._foot)
        found._queue = list(self._queue)
        return found

    def meet(self, at: int, sheet: Sheet | None) -> None:
        """Take the floats written before text piece ``at``: onto this sheet where there is room, else they wait."""
        while self._coming and self._coming[0].before <= at:
            one = self._coming.pop(0)
            if sheet is None or self._queue or not self._set(one, sheet, sheet.limit):
                self._queue.append(one)

    def begin(self, sheet: Sheet) -> None:
        """Set waiting floats on a sheet that has no text yet."""
        whole = sheet.limit
        while self._queue:
            alone = not sheet.head and sheet.limit == whole
            limit = whole if alone else sheet.limit - (1 - _SHARE) * whole
            if not self._set(self._queue[0], sheet, limit):
                break
            self._queue.pop(0)

    def has(self, section: int) -> bool:
        """Whether a float of ``section`` is on no page yet."""
        return any(one.section == section for one in (*self._queue, *self._coming[:1]))

    def overdue(self, section: int | None, last: int | None) -> list[Float]:
        """Take those out that may wait no longer: text of another ``section`` follows, or of ``last`` on a new page.

        None for ``section``: nothing follows. None for ``last``: no new page is asked for.
        """
        found = []
        while self._queue and (self._queue[0].section != section or self._queue[0].section == last):
            found.append(self._queue.pop(0))
        return found

    def _set(self, one: Float, sheet: Sheet, limit: float) -> bool:
        stack, depth = stacked_items(((index, self._flow[index].piece) for index in one.unit), self._grid)
        notes = self._notes(one, sheet)
        room = min(limit, sheet.limit - sum(line.height for line in notes))
        if one.place == "top":
            height = ceil(depth / self._grid - 1e-4) * self._grid
            if sheet.low or not _may_go_down(sheet) or sheet.depth + height > room + TOLERANCE:
                return False
            sheet.set_head(stack, height)
        else:
            blank = self._flow[one.unit[0]].piece.before
            if sheet.depth + blank + depth > room + TOLERANCE:
                return False
            sheet.set_low([Item(item.piece, item.y + blank, item.flow) for item in stack], blank + depth)
        sheet.set_foot(notes)
        return True

    def _notes(self, one: Float, sheet: Sheet) -> tuple[Piece, ...]:
        """What the float's notes add to the sheet's foot: all of them, whole."""
        if self._foot is None:
            return ()
        numbers = [number for index in one.unit for number in marks_in(self._flow[index].piece)]
        lines = tuple(line for number in numbers for line in self._foot.note(number))
        return (self._foot.separator, *lines) if lines and not sheet.foot else lines


def _may_go_down(sheet: Sheet) -> bool:
    """Whether a float may be set above the text: not above an opening, nor above a table that goes on."""
    if not sheet.has_text:
        return True
    first = sheet.items[sheet.heads]
    return first.flow >= 0 and not first.piece.page and not first.piece.opens
