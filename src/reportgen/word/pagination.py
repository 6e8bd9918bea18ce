"""On which page of the draft a heading will stand, as near as counting lines can tell.

Word breaks lines and pages itself and corrects the contents as soon as someone updates it; until then, and in readers
that never update, the numbers come from here: every full-width character is one em wide, every other one half an em.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from reportgen.model.numerals import roman_number

_TALL = 1 / 3  # of a page


class Look(msgspec.Struct, frozen=True):
    """The measures of a paragraph style that decide how high a paragraph is; points."""

    size: float
    line: float
    before: float
    after: float
    sides: float  # left and right indent together
    indent: float  # of the first line
    keep_next: bool
    page_break: bool


def em_width(text: str) -> float:
    """The width of ``text`` in em: one for a Han character, half for a Latin one, without looking at each."""
    return len(text) / 2 + (len(text.encode("utf-8")) - len(text)) / 4


class Pagination:
    """The pen's place on the pages, moved by what is written."""

    def __init__(self, depth: float) -> None:
        self._depth = depth
        self._page = 1
        self._used = 0.0
        self._share = 1.0  # of its height that the text takes of the page
        self._held = 0.0  # height of paragraphs that wait for the one they are kept with
        self._held_before = 0.0  # the blank above the first of them, which a page that begins with it has not
        self._owed = 0.0  # height of notes whose marks stand in what is written next
        self._waiting: list[str] = []
        self._uncounted = 0  # pages before the one numbered 1
        self.pages: dict[str, int] = {}  # anchor -> number of its page
        self._front: dict[str, int] = {}  # the same of pages before the one numbered 1

    def mark(self, anchor: str) -> None:
        """The next thing written carries ``anchor``."""
        self._waiting.append(anchor)

    def new_page(self) -> None:
        """A page break; nothing at the head of a page. Anchors that wait belong to what comes after it."""
        self._used += self._held
        self._held = 0.0
        if self._used > 0:
            self._page += 1
            self._used = 0.0

    def count_from_here(self, *, right: bool) -> None:
        """The page begun last is numbered 1. ``right``: on the right, a blank page comes before it where needed."""
        self._page += (self._page - 1) % 2 if right else 0
        self._uncounted = self._page - 1
        self._front.update(self.pages)
        self.pages.clear()

    @property
    def here(self) -> int:
        """The number of the page that was written last; what was held stands now."""
        self._settle()
        return self._page - self._uncounted - (self._used == 0 and self._page - self._uncounted > 1)

    def folios(self, anchors: Iterable[str]) -> dict[str, str]:
        """The numbers as printed of the pages that ``anchors`` stand on, in order, Roman ones of front matter first.

        Each with one of the anchors on it.
        """
        front, text = (
            dict(sorted({known[anchor]: anchor for anchor in reversed(tuple(anchors)) if anchor in known}.items()))
            for known in (self._front, self.pages)
        )
        return {roman_number(number): anchor for number, anchor in front.items()} | {
            str(number): anchor for number, anchor in text.items()
        }

    def note(self, look: Look, text: str, measure: float) -> None:
        """A note to what is written next, at the foot of the same page."""
        room = max(measure - look.sides, look.size)
        self._owed += math.ceil(em_width(text) * look.size / room) * look.line

    @contextmanager
    def in_columns(self, count: int) -> Iterator[None]:
        """Inside columns: what stands there takes its share of the page's depth."""
        self._share = 1 / count
        try:
            yield
        finally:
            self._share = 1.0

    @contextmanager
    def turned(self, depth: float) -> Iterator[None]:
        """On pages ``depth`` points deep."""
        self.new_page()
        outer, self._depth = self._depth, depth
        try:
            yield
        finally:
            self.new_page()
            self._depth = outer

    def paragraph(self, look: Look, text: str, measure: float) -> None:
        """A paragraph of ``text`` on a measure in points."""
        if look.page_break:
            self.new_page()
        room = max(measure - look.sides, look.size)
        count = 0
        for line in text.split("\n"):
            width = em_width(line) * look.size + (look.indent if count == 0 else 0)
            count += max(1, math.ceil(width / room - 0.001))
        self._lines(count, look)

    def _lines(self, count: int, look: Look) -> None:
        if self._share < 1:
            line, before, after = (value * self._share for value in (look.line, look.before, look.after))
            look = msgspec.structs.replace(look, line=line, before=before, after=after)
        if look.keep_next:
            self._hold(look.before + count * look.line + look.after, look.before)
            return
        if self._fit(look.before + min(count, 2) * look.line):
            self._used += look.before
        while count > 0:
            here = int((self._depth - self._used + 0.01) / look.line)
            if here >= count or (here <= 0 and self._used == 0):
                self._used += count * look.line
                break
            if count - here == 1 and here > 1:  # no line alone on the next page
                here -= 1
            count -= max(here, 0)
            self._page += 1
            self._used = 0.0
        self._used += look.after

    def _hold(self, height: float, before: float) -> None:
        """Keep with what follows."""
        if self._held == 0:
            self._held_before = before
        self._held += height

    def solid(self, height: float, keep_next: bool = False) -> None:
        """Something that is never split: a row, a picture."""
        height *= self._share
        if keep_next:
            self._hold(height, 0.0)
            return
        self._fit(height)
        self._used += height

    @property
    def left(self) -> float:
        """What is left of the page, points."""
        return self._depth - self._used - self._held

    def may_split(self, height: float) -> bool:
        """Whether a row is so tall that it may go on over the page."""
        return height > _TALL * self._depth

    def holds(self, height: float, share: float) -> bool:
        """Whether ``height`` is no more than that share of a page."""
        return height <= share * self._depth

    def rows(self, header: float, rows: Sequence[tuple[float, bool]]) -> None:
        """A table whose header comes again on every page it runs to; of each row its height and if it is kept."""
        self._hold(header, 0.0)
        first = True  # its header is held already
        for height, keep_next in rows:
            if keep_next:
                self._held += height
                continue
            page = self._page
            if self.may_split(height):
                self._settle()
            else:
                self._fit(height)
            if self._page != page and not first:
                self._used += header
            first = False
            self._used += height
            while self._used > self._depth + 0.5 and header < self._depth / 2:  # it goes on below the header
                self._page += 1
                self._used -= self._depth - header

    def _fit(self, height: float) -> bool:
        """Begin a page where ``height`` has no room with what is held; whether the blank above it stands.

        At the head of a page that is full of itself there is none, in Word and LibreOffice.
        """
        height += self._owed
        stands = True
        if self._used > 0 and self._used + self._held + height > self._depth + 0.5:
            self._page += 1
            self._used = 0.0
            stands = self._held > 0
            self._held = max(0.0, self._held - self._held_before)
        self._settle()
        self._used += self._owed
        self._owed = 0.0
        return stands

    def _settle(self) -> None:
        """What was held stands now, and so do the anchors that waited."""
        self._used += self._held
        self._held = 0.0
        for anchor in self._waiting:
            self.pages[anchor] = self._page - self._uncounted
        self._waiting.clear()

    def finish(self) -> int:
        """The number of pages, once all is written."""
        return self.here + self._uncounted
