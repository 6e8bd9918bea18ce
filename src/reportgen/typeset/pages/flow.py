"""Pieces onto pages: kept together, table headers repeated, on the grid, floats at head and foot, notes at the foot."""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from reportgen.theme import PageGeometry
from reportgen.typeset.pages.floats import Waiting, set_apart, unit_end
from reportgen.typeset.pages.foot import Foot, Taken, marks_in, taken
from reportgen.typeset.pages.piece import Piece, split
from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Item, Sheet, below, closed
from reportgen.typeset.pages.tidying import tidy

_HOLE = 0.4  # of a page: so much may be left blank for a table to stay whole
_TEXT_LINES = 3  # a page whose foot begins with the end of a long note keeps room for that many lines of text


class Paginated(msgspec.Struct):
    """The sheets, and the flow indices of pieces that are taller than a page."""

    sheets: list[Sheet]
    too_tall: list[int]


def lay(flow: Sequence[FlowPiece], page: PageGeometry, first: int, foot: Foot | None) -> Paginated:
    """The pieces on pages as they come (see ``parts`` for what makes of them the pages of a booklet)."""
    return _Paginator(flow, page, first, foot).run()


class _Paginator:
    def __init__(self, flow: Sequence[FlowPiece], page: PageGeometry, number: int, foot: Foot | None) -> None:
        self.flow = list(flow)  # of a piece that is split, what is left of it
        self.text, floats = set_apart(flow)
        self.waiting = Waiting(flow, floats, page.grid, foot)
        self.number = number  # of the first page
        self.depth = page.depth
        self.grid = page.grid
        self.foot = foot
        self.over: tuple[Piece, ...] = ()  # lines of a note that go on over the page
        self.sheets: list[Sheet] = []
        self.too_tall: list[int] = []
        self.sheet: Sheet | None = None

    def run(self) -> Paginated:
        at = 0
        while at < len(self.text):
            self._meet(at)
            end = unit_end(self.flow, self.text, at)
            section = self.flow[self.text[at]].section
            if self.waiting.has(section):  # an empty heading keeps the next section's opening, but not from a float
                end = next((one for one in range(at, end) if self.flow[self.text[one]].section != section), end)
            unit = self.text[at:end]
            if self._has_float(unit):
                self.waiting.meet(end - 1, None)
            self._place(unit, self._table(at, end))
            at = end
        self._meet(at)
        self._end(None)
        for sheet in self.sheets:
            sheet.close(self.depth)
        return Paginated(self.sheets, self.too_tall)

    def _has_float(self, unit: Sequence[int]) -> bool:
        """Whether a float stands in the text, below its heading: none written before it may still wait then."""
        return any(self.flow[index].piece.place for index in unit)

    def _meet(self, at: int) -> None:
        """Take the floats before text piece ``at``; none has room on a whole page, nor where notes have filled it."""
        self.waiting.meet(at, None if self._closed() or self.over else self.sheet)

    def _table(self, at: int, end: int) -> Sequence[int]:
        """What the table that begins in the text pieces [at, end) has behind them; none where none begins."""
        block = self.flow[self.text[end - 1]].block
        begins = at == 0 or self.flow[self.text[at - 1]].block != block
        stop = end
        if begins and self.flow[self.text[end - 1]].piece.repeat:
            while stop < len(self.text) and self.flow[self.text[stop]].block == block:
                stop += 1
        return self.text[end:stop]

    def _waits(self, unit: Sequence[int], rest: Sequence[int]) -> bool:
        """Whether a table, begun by ``unit`` and going on with ``rest``, is better left to the next page, whole."""
        assert self.sheet is not None
        whole = [*unit, *rest]
        if not rest or not self._is_used() or self.sheet.limit - self.sheet.depth > _HOLE * self.depth:
            return False
        return self._stands_alone(whole) and not self._fits(whole, force=False)

    def _place(self, unit: Sequence[int], rest: Sequence[int] = ()) -> None:
        first = self.flow[unit[0]]
        if self.sheet is None or first.piece.page or self._closed():
            self._end(first)
            self._start(first)
        else:
            for late in self.waiting.overdue(first.section, None):
                self._set(late.unit, late=True)
            if self._waits(unit, rest):
                self._start(first)
        if self._has_float(unit):
            for late in self.waiting.overdue(None, None):
                self._set(late.unit, late=True)
        self._set(unit)

    def _set(self, unit: Sequence[int], *, late: bool = False) -> None:
        """Set pieces that belong together: on this page, or the next that has room for them.

        ``late``: a float that stands in the text after all. None that is still waiting may come before it.
        """
        assert self.sheet is not None
        # notes are not pressed upon a page that would have room for them if less text stood on it
        while not self._fits(unit, force=len(unit) == 1 and not self.flow[unit[0]].piece.stock):
            first = self.flow[unit[0]]
            if rest := self._split(unit):
                unit = rest
            elif self._is_used() and (at := self._taken_apart(unit)):
                self._set(unit[:at], late=late)
                unit = unit[at:]
            elif self._is_used():
                self._cut(first)
                self._withdraw()
                self._start(first, floats=not late)
                self._repeat(first.piece)
            else:
                unit = self._spill(unit)
                if not unit:
                    return
        self._put(unit)

    def _split(self, unit: Sequence[int]) -> Sequence[int]:
        """Set what fits of the last piece that can be split here, with those before it, and begin a page.

        What is left of the unit; empty, and nothing set, where nothing fits.
        """
        for at in range(len(unit) - 1, -1, -1):
            if self.flow[unit[at]].piece.stock and self._split_at(unit, at):
                return unit[at:]
        return ()

    def _split_at(self, unit: Sequence[int], at: int) -> bool:
        """Split the unit's piece ``at`` where this page is full, its notes included; whether that can be."""
        assert self.sheet is not None
        whole = self.flow[unit[at]]
        above = self._depth(unit[: at + 1]) - whole.piece.height
        room = min(self.sheet.limit - above, whole.piece.height - 2 * TOLERANCE)
        while room > 0 and (parts := split(whole.piece, room)):
            self.flow[unit[at]] = msgspec.structs.replace(whole, piece=parts[0])
            if self._fits(unit[: at + 1], force=False):
                self._put(unit[: at + 1])
                rest = self.flow[unit[at]] = msgspec.structs.replace(whole, piece=parts[1])
                self._start(rest)
                self._repeat(rest.piece)
                return True
            room = parts[0].height - self.grid / 2
        self.flow[unit[at]] = whole
        return False

    def _is_used(self) -> bool:
        """Whether more than a repeated header stands on the page."""
        assert self.sheet is not None
        return any(item.flow >= 0 for item in self.sheet.items) or bool(self.sheet.low or self.sheet.foot)

    def _end(self, following: FlowPiece | None) -> None:
        """End a part of the book: nothing that was written before ``following`` may wait any longer."""
        if self.sheet is None and following is not None:
            return
        section = None if following is None else following.section
        last = None if self.sheet is None or not self.sheet.items else self._last_section()
        for late in self.waiting.overdue(section, last):
            if self.sheet is None or self._closed():
                self._start(self.flow[late.unit[0]], floats=False)
            self._set(late.unit, late=True)
        while self.over:
            self._sheet(self._last_section())
            self._go_on(self.depth)
        tidy(self.sheets, self.flow, self.grid, self.foot)

    def _last_section(self) -> int:
        found = (self.flow[item.flow].section for item in reversed(self.sheets[-1].items) if item.flow >= 0)
        return next(found, self.sheets[-1].section)

    def _closed(self) -> bool:
        """Whether the page under way is a whole-page piece."""
        return bool(self.sheet and self.sheet.items and self.sheet.items[-1].piece.sheet)

    def _start(self, first: FlowPiece, *, floats: bool = True) -> None:
        if first.piece.page == "recto" and (self.number + len(self.sheets)) % 2 == 0:
            self._sheet(first.section)
        sheet = self._sheet(first.section)
        if not first.piece.page:
            self._go_on(self.depth - _TEXT_LINES * self.grid)
            if floats and not self.over:
                self.waiting.begin(sheet)

    def _sheet(self, section: int) -> Sheet:
        self.sheet = Sheet(self.number + len(self.sheets), section, [], self.depth + TOLERANCE)
        self.sheets.append(self.sheet)
        return self.sheet

    def _go_on(self, room: float) -> None:
        """Set the rest of a note from the page before at this page's foot."""
        if self.over and self.foot is not None and self.sheet is not None:
            found = taken((self.over,), room - self.foot.separator.height, force=True)
            assert found is not None
            here = found.here or self.over[:1]  # one line a page at least, or it would never end
            self.sheet.set_foot((self.foot.separator, *here))
            self.over = self.over[len(here) :]

    def _repeat(self, piece: Piece) -> None:
        assert self.sheet is not None
        for again in piece.repeat:
            self.sheet.items.append(Item(again, self.sheet.depth, -1))
            self.sheet.depth += again.height

    def _withdraw(self) -> None:
        """Take a repeated header off a page that has no room for what belongs below it."""
        assert self.sheet is not None
        text = self.sheet.items[self.sheet.heads :]
        if all(item.flow < 0 for item in text):
            del self.sheet.items[self.sheet.heads :]
            self.sheet.depth = self.sheet.head

    def _is_fresh(self) -> bool:
        """Whether nothing stands on the page but a repeated header and the end of a note: no page has more room."""
        assert self.sheet is not None
        return not self.sheet.low and all(item.flow < 0 for item in self.sheet.items)

    def _fits(self, unit: Sequence[int], *, force: bool = True) -> bool:
        """Whether this page has room for the unit; with ``force``, a page's first unit need not leave any for notes."""
        assert self.sheet is not None
        if self.flow[unit[0]].piece.sheet:
            return self.sheet.depth == 0  # a whole page is as large as its page
        depth = self._depth(unit)
        return depth <= self.sheet.limit and (
            self.foot is None or self._notes(unit, depth, force and self._is_fresh()) is not None
        )

    def _depth(self, unit: Sequence[int]) -> float:
        """How far down this page the unit would reach."""
        assert self.sheet is not None
        depth, after = self.sheet.depth, self.sheet.after
        for index in unit:
            piece = self.flow[index].piece
            depth = below(depth, after, piece, self.grid) + piece.height
            after = piece.after
        return depth

    def _notes(self, unit: Sequence[int], depth: float, fresh: bool) -> Taken | None:
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

    def _put(self, unit: Sequence[int]) -> None:
        assert self.sheet is not None
        fresh = self._is_fresh()
        for index in unit:
            piece = self.flow[index].piece
            y = below(self.sheet.depth, self.sheet.after, piece, self.grid)
            self.sheet.items.append(Item(piece, y, index))
            self.sheet.depth = y + piece.height
            self.sheet.after = piece.after
        if self.foot is not None:
            self._put_notes(unit, fresh)

    def _put_notes(self, unit: Sequence[int], fresh: bool) -> None:
        assert self.sheet is not None
        assert self.foot is not None
        found = self._notes(unit, self.sheet.depth, fresh)
        if found is None or (not found.here and not found.over):
            return
        if found.here:
            self.sheet.set_foot(found.here if self.sheet.foot else (self.foot.separator, *found.here))
        self.over += found.over

    def _spill(self, unit: Sequence[int]) -> Sequence[int]:
        """Pieces that belong together but fill more than a page: broken where it hurts least. What is left of them.

        Where they only leave no room for their notes, an opening is parted from its text, and nothing else.

        Best is below an opening where the rest has room on a page of its own (it leaves its heading to the text), next
        below the end of a text, then between two blocks, else where the page is full.
        """
        whole = self._fits(unit)
        opens = self.flow[unit[0]].piece.opens
        if len(unit) == 1 or self._fits(unit, force=False) or (whole and not opens):
            if not whole:
                self.too_tall.append(unit[0])
            self._put(unit)
            return ()
        good = self._good_cuts(unit)
        opening = (at for at in good if self._opens(unit[at - 1]) and not self._opens(unit[at]))
        between = (at for at in good if self.flow[unit[at]].block != self.flow[unit[at - 1]].block)
        text = self._below_text(unit, good)
        at = next(chain(opening, text, between), self._full(unit))
        self._spill(unit[:at])
        return unit[at:]

    def _taken_apart(self, unit: Sequence[int]) -> int:
        """So many of the unit's pieces belong here where no page has room for all; 0 where it may stay whole."""
        if self._opens(unit[0]) or self._stands_alone(unit):
            return 0
        return next(self._below_text(unit, self._good_cuts(unit)), 0)

    def _opens(self, index: int) -> bool:
        piece = self.flow[index].piece
        return piece.opens or bool(piece.page)

    def _full(self, unit: Sequence[int]) -> int:
        """How many of the unit's pieces this page has room for, with their notes; one at least."""
        return next((at for at in range(1, len(unit)) if not self._fits(unit[: at + 1], force=False)), len(unit) - 1)

    def _good_cuts(self, unit: Sequence[int]) -> list[int]:
        """Where the unit may be broken on this page, last first: what keeps together below has room on the next."""
        return [
            at for at in range(self._full(unit), 0, -1)
            if self._stands_alone(unit[at : unit_end(self.flow, unit, at)])
        ]  # fmt: skip

    def _below_text(self, unit: Sequence[int], cuts: Sequence[int]) -> Iterator[int]:
        """Those of ``cuts`` that stand below the end of a text: its heading has that, if not two lines of it."""
        for at in cuts:
            last = self.flow[unit[at - 1]]
            reaching = (one for begin, one in enumerate(unit[:at]) if begin + self.flow[one].piece.keep >= at)
            if not last.piece.keep and all(self.flow[one].block != last.block for one in reaching):
                yield at

    def _stands_alone(self, unit: Sequence[int]) -> bool:
        """Whether a page would have room for the unit, its notes apart."""
        depth = after = 0.0
        for index in unit:
            piece = self.flow[index].piece
            top = below(depth, after, piece, self.grid)
            depth, after = top + piece.height, piece.after
            if depth > self.depth + TOLERANCE:
                return split(piece, self.depth - top) is not None
        return True

    def _cut(self, following: FlowPiece) -> None:
        """Close off a block that goes on over the page."""
        assert self.sheet is not None
        if not self.sheet.has_text:
            return
        last = self.sheet.items[-1]
        goes_on = last.flow >= 0 and self.flow[last.flow].block == following.block
        if goes_on:
            self.sheet.items[-1] = closed(last)
