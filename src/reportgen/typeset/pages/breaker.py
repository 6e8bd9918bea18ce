"""Pieces onto the pages of a chapter: kept together, headers repeated, floats at head and foot, notes at the foot."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

import msgspec

from reportgen.typeset.pages.chapter import Chapter, Turn, Way
from reportgen.typeset.pages.floats import Waiting, unit_end
from reportgen.typeset.pages.foot import taken
from reportgen.typeset.pages.piece import Piece, split
from reportgen.typeset.pages.room import HOLE, PageRoom
from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Item, Sheet, closed
from reportgen.typeset.pages.tidying import tidy
from reportgen.typeset.pages.tightness import LEVELS

_TEXT_LINES = 3  # a page whose foot begins with the end of a long note keeps room for that many lines of text


class PageBreaker(PageRoom):
    """The pages of one chapter as they are filled.

    ``flow`` is a copy of the chapter's whole one: of a piece that is split it has what is left.
    """

    def __init__(self, chapter: Chapter, flow: list[FlowPiece], way: Way) -> None:
        super().__init__(chapter, flow)
        self.way = way
        self.text = chapter.text
        self.waiting = Waiting(flow, list(chapter.floats), chapter.page.grid, chapter.foot)
        self.sheets: list[Sheet] = []
        self.too_tall: list[int] = []
        self.turns: dict[int, Turn] = {}  # by page: those that begin within the text, and not for a float
        self.wants = False  # a page has a hole that would be filled if it were set tighter
        self._after = 0  # where the text goes on behind the unit under way
        self._straight = False  # whether it is set as one, and not for a float

    def run(self, at: int = 0) -> None:
        """Fill pages from text piece ``at`` on."""
        while at < len(self.text):
            self._meet(at)
            end = unit_end(self.flow, self.text, at)
            section = self.flow[self.text[at]].section
            if self.waiting.has(section):  # an empty heading keeps the next section's opening, but not from a float
                end = next((one for one in range(at, end) if self.flow[self.text[one]].section != section), end)
            unit = self.text[at:end]
            if self._has_float(unit):
                self.waiting.meet(end - 1, None)
            self._after = end
            self._place(unit, self._table_behind(at, end))
            at = end
        self._meet(at)
        self._end(None)

    def go_on_from(self, turn: Turn) -> None:
        """Begin a page where ``turn`` was, and fill it and those behind it."""
        self.flow[turn.unit[0]] = turn.first
        self.too_tall = list(turn.too_tall)
        self.waiting = turn.waiting.copied()
        self.over = turn.over
        self._after = turn.end
        self._straight = True
        self._turn(turn.unit)
        self._set(turn.unit)
        self.run(turn.end)

    def _has_float(self, unit: Sequence[int]) -> bool:
        """Whether a float stands in the text, below its heading: none written before it may still wait then."""
        return any(self.flow[index].piece.place for index in unit)

    def _meet(self, at: int) -> None:
        """Take the floats before text piece ``at``; none has room on a whole page, nor where notes have filled it."""
        self.waiting.meet(at, None if self._closed() or self.over else self.sheet)

    def _table_behind(self, at: int, end: int) -> Sequence[int]:
        """What the table that begins in the text pieces [at, end) has behind them; none where none begins."""
        block = self.flow[self.text[end - 1]].block
        begins = at == 0 or self.flow[self.text[at - 1]].block != block
        stop = end
        if begins and self.flow[self.text[end - 1]].piece.repeat:
            while stop < len(self.text) and self.flow[self.text[stop]].block == block:
                stop += 1
        return self.text[end:stop]

    def _place(self, unit: Sequence[int], rest: Sequence[int] = ()) -> None:
        """Set the unit, behind which ``rest`` of its table comes."""
        first = self.flow[unit[0]]
        if self.sheet is None or first.piece.page or self._closed():
            self._end(first)
            self._start(first)
        else:
            for late in self.waiting.overdue(first.section, None):
                self._set(late.unit, late=True)
        if self._has_float(unit):
            for late in self.waiting.overdue(None, None):
                self._set(late.unit, late=True)
        self._straight = True
        if rest and not self._stays_whole([*unit, *rest]):
            self._turn(unit)
        self._set(unit)
        self._straight = False

    def _stays_whole(self, table: Sequence[int]) -> bool:
        """Whether a table may be begun here: it has room, or would have no better place on the next page."""
        if not self.is_better_whole(table) or self.fits(table, force=False):
            return True
        return self._is_tight() and self._tightens(table, self.way.most)

    def _set(self, unit: Sequence[int], *, late: bool = False) -> None:
        """Set pieces that belong together: on this page, or the next that has room for them.

        ``late``: a float that stands in the text after all. None that is still waiting may come before it.
        """
        assert self.sheet is not None
        # notes are not pressed upon a page that would have room for them if less text stood on it
        while not self.fits(unit, force=len(unit) == 1 and not self.flow[unit[0]].piece.stock):
            if self._is_tight() and self._tightens(unit, self.way.most):
                break
            if rest := self._split(unit):
                unit = rest
            elif self.is_used() and (at := self.taken_apart(unit)):
                straight, self._straight = self._straight, False
                self._set(unit[:at], late=late)
                self._straight = straight
                unit = unit[at:]
            elif self.is_used():
                if self._fills_hole(unit):
                    break
                self.close_off(self.flow[unit[0]])
                self._withdraw()
                self._turn(unit, floats=not late)
            else:
                unit = self._spill(unit)
                if not unit:
                    return
        self._put(unit)

    def _turn(self, unit: Sequence[int], *, floats: bool = True) -> None:
        """Begin a page with ``unit``; ``floats``: those that wait may come before it."""
        first = self.flow[unit[0]]
        if self._straight and floats:
            self.turns[len(self.sheets)] = Turn(
                unit, first, self._after, self.waiting.copied(), self.over, tuple(self.too_tall)
            )
        self._start(first, floats=floats)
        self._repeat(first.piece)

    def _is_tight(self) -> bool:
        """Whether the page under way may be set tighter for whatever comes next."""
        return self.way.tight is not None and len(self.sheets) > self.way.tight and self.is_used()

    def _tightens(self, unit: Sequence[int], most: float) -> bool:
        """Set the page under way as tight, up to ``most``, as lets it hold the unit too; whether that can be."""
        sheet, fitting = self.sheet, self.chapter.fitting
        assert sheet is not None
        if fitting is None:
            return False
        for level in LEVELS:
            if (sheet.tight is None or level > sheet.tight.level) and level <= most:
                self.sheet = sheet.tightened(fitting.at(level))
                if self.fits(unit, force=False):
                    self.sheets[-1] = self.sheet
                    return True
        self.sheet = sheet
        return False

    def _fills_hole(self, unit: Sequence[int]) -> bool:
        """Set the page tighter where a large part of it would stay blank because the unit has no room on it."""
        sheet = self.sheet
        assert sheet is not None
        if (
            self.chapter.fitting is None
            or sheet.limit - sheet.depth < HOLE * self.depth
            or (self.wants and not self.way.holes)
        ):
            return False
        found = self._tightens(unit, 1.0)
        if found and not self.way.holes:  # not now: it is seen afterwards whether that costs a page
            self.wants = True
            self.sheet = self.sheets[-1] = sheet
            return False
        return found

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
        above = self.reach(unit[: at + 1]) - whole.piece.height
        room = min(self.sheet.limit - above, whole.piece.height - 2 * TOLERANCE)
        while room > 0 and (parts := split(whole.piece, room)):
            self.flow[unit[at]] = msgspec.structs.replace(whole, piece=parts[0])
            if self.fits(unit[: at + 1], force=False):
                self._put(unit[: at + 1])
                self.flow[unit[at]] = msgspec.structs.replace(whole, piece=parts[1])
                self.waiting.meet(bisect_left(self.text, unit[at]), None)  # it may go on over many pages
                self._turn(unit[at:])
                return True
            room = parts[0].height - self.grid / 2
        self.flow[unit[at]] = whole
        return False

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
        if first.piece.page == "recto" and (self.chapter.number + len(self.sheets)) % 2 == 0:
            self._sheet(first.section)
        sheet = self._sheet(first.section)
        if not first.piece.page:
            self._go_on(self.depth - _TEXT_LINES * self.grid)
            if floats and not self.over:
                self.waiting.begin(sheet)

    def _sheet(self, section: int) -> Sheet:
        self.sheet = Sheet(self.chapter.number + len(self.sheets), section, [], self.depth + TOLERANCE)
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

    def _put(self, unit: Sequence[int]) -> None:
        assert self.sheet is not None
        fresh = self.is_fresh()
        for index in unit:
            self.sheet.put(self.flow[index].piece, index, self.grid)
        if self.foot is not None:
            self._put_notes(unit, fresh)

    def _put_notes(self, unit: Sequence[int], fresh: bool) -> None:
        assert self.sheet is not None
        assert self.foot is not None
        found = self.notes(unit, self.sheet.depth, fresh)
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
        whole = self.fits(unit)
        opens = self.flow[unit[0]].piece.opens
        if len(unit) == 1 or self.fits(unit, force=False) or (whole and not opens):
            if not whole:
                self.too_tall.append(unit[0])
            self._put(unit)
            return ()
        good = self.good_cuts(unit)
        opening = (at for at in good if self.opens(unit[at - 1]) and not self.opens(unit[at]))
        between = (at for at in good if self.flow[unit[at]].block != self.flow[unit[at - 1]].block)
        text = self.below_text(unit, good)
        at = next(chain(opening, text, between), self.full(unit))
        self._spill(unit[:at])
        return unit[at:]

    def close_off(self, following: FlowPiece) -> None:
        """Close off a block that goes on over the page."""
        assert self.sheet is not None
        if not self.sheet.has_text:
            return
        last = self.sheet.items[-1]
        goes_on = last.flow >= 0 and self.flow[last.flow].block == following.block
        if goes_on:
            self.sheet.items[-1] = closed(last)
