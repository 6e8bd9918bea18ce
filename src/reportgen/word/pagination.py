"""On which page of the draft a heading will stand, as near as counting lines can tell.

Word breaks lines and pages itself and corrects the contents as soon as someone updates it; until then, and in readers
that never update, the numbers come from here: every full-width character is one em wide, every other one half an em.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from reportgen.model.numerals import roman_number

_TALL = 1 / 3  # of a page
_REPEATED = 0.9  # of a page: a header that leaves less below it would be repeated without end
_SEPARATOR = 8.0  # points: the rule above the notes of a page
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[0-9A-Za-z%]+")
# Em that readers leave at both sides of Latin words and numbers together; LibreOffice, whose pages these are compared
# with, does so where a style wants none too.
_AUTOSPACE = 0.45
_MOST = 2.6  # of its width, with the blanks beside it: the most that a text of signs of half an em takes
_PERCENT = 0.33  # em that the sign is wider than a figure
_POINT = 0.25  # em: a point or a comma among figures
_WASTE = 1.5  # em: what a line may leave at its end for a number or a mark that belongs to the next
_TOKEN = re.compile(r"[!-~]+|.", re.DOTALL)
_SAVED = 1.5  # em: what a line may hold more of marks that hang or are drawn together
_HANGS = 1.0  # em of a mark beyond the end of a line
_DRAWN = 0.5  # em that a mark gives up beside another
_MARKS = frozenset("，。、；：！？）》」』】〕〉”’")
_NO_START = frozenset("，。、；：？！）》」』】〕〉”’…—～·％①②③④⑤⑥⑦⑧⑨⑩")
_NO_END = frozenset("（《「『【〔〈“‘")


class Look(msgspec.Struct, frozen=True):
    """The measures of a paragraph style that decide how high a paragraph is; points."""

    size: float
    line: float
    before: float
    after: float  # with the rule below it
    sides: float  # left and right indent together
    indent: float  # of the first line
    keep_next: bool
    page_break: bool
    blank: float = 0.0  # of what is after it: of this and the blank before the next the larger stands


def em_width(text: str) -> float:
    """The width of ``text`` in em: one for a Han character, half for a Latin one, without looking at each."""
    return len(text) / 2 + (len(text.encode("utf-8")) - len(text)) / 4


def line_count(text: str, room: float, indent: float = 0.0, autospace: float = 0.0, *, hangs: bool = True) -> int:
    """The lines of ``text`` without forced breaks on ``room`` em, the first of them ``indent`` em shorter.

    ``autospace``: em that a word or number of Latin letters has beside it. Where the text would end near the end of a
    line, it is laid out unit by unit: numbers and words stay whole, no mark begins a line that must not, one that ends
    a line hangs or is drawn together where ``hangs``. Elsewhere its width says enough.
    """
    width = em_width(text)
    if _MOST * width + indent <= room:  # most cells of tables
        return 1
    if autospace and not _HAN.search(text):  # beside an arrow or a dash there is none
        autospace = 0.0
    gaps = autospace * len(_LATIN.findall(text)) if autospace else 0.0
    width += _PERCENT * text.count("%") + gaps + indent
    lines = max(1, math.ceil(width / room - 0.001))
    if lines == 1 or (
        lines * room - width >= _WASTE * (lines - 1) and width - (lines - 1) * room >= _SAVED * (lines - 1)
    ):
        return lines
    return _first_fit(text, room, indent, autospace, _HANGS if hangs else 0.0)


def _first_fit(text: str, room: float, indent: float, autospace: float, hangs: float) -> int:
    """Units one by one; ``hangs``: em of a mark beyond the end of a line."""
    drawn = _DRAWN if hangs else 0.0
    lines, used, begins = 1, indent, True
    # of what may not be parted: what it says, its width, whether more must follow, its last token
    said, unit, opens, mark = "", 0.0, True, False
    lead = 0.0  # of its width the blank ahead of it, which no line begins with
    for token, width, blank in _tokens(text, autospace):
        if token and (opens or token in _NO_START):
            said += token
            unit += width - (drawn if mark and token in _MARKS else 0.0)
            opens = token in _NO_END
            mark = token in _MARKS
            continue
        beyond = used + unit - (hangs if mark else 0.0) - room
        if beyond > 0.01 and not begins:
            lines, used, begins, beyond = lines + 1, 0.0, True, beyond - used - lead
            unit -= lead
        more, left = _broken(said, room, used, hangs) if beyond > 0.01 else (0, 0.0)
        lines, used, begins = lines + more, left if more else used + unit, False
        said, unit, opens, mark, lead = token, width, token in _NO_END, token in _MARKS, blank
    return lines


def _tokens(text: str, autospace: float) -> Iterator[tuple[str, float, float]]:
    """Characters, and words and numbers whole; of each its width and what of that is a blank ahead of it.

    The last says nothing: it ends what stands before it.
    """
    is_han = is_latin = False  # the token before
    for token in _TOKEN.findall(text):
        after_han, after_latin = is_han, is_latin
        if "\u0800" <= token < "\U00010000":  # a Han character or a mark: nearly all of them
            is_han, is_latin = "\u3400" <= token <= "\u9fff", False
            width, blank = 1.0, autospace / 2 if is_han and after_latin else 0.0
        else:
            is_han, is_latin = False, _LATIN.search(token) is not None
            width, blank = sum(map(_width, token)), autospace / 2 if is_latin and after_han else 0.0
        yield token, width + blank, blank
    yield "", 0.0, 0.0


def _width(sign: str) -> float:
    """The width of one sign in em."""
    return _POINT if sign in ".," else em_width(sign) + (_PERCENT if sign == "%" else 0.0)


def _broken(unit: str, room: float, used: float, hangs: float) -> tuple[int, float]:
    """How many lines more a unit takes that begins a line, and what it takes of the last.

    One that is wider than the line is broken wherever that ends.
    """
    more = 0
    for sign in unit:
        width = _width(sign)
        if used + width > room + (hangs if sign in _MARKS else 0.0) + 0.01 and used > 0:
            more, used = more + 1, 0.0
        used += width
    return more, used


class Pagination:
    """The pen's place on the pages, moved by what is written."""

    def __init__(self, depth: float) -> None:
        self._depth = depth
        self._noted = 0  # the page that has the rule above its notes already
        self._page = 1
        self._used = 0.0
        self._share = 1.0  # of its height that the text takes of the page
        self._in_cell = False
        self._held = 0.0  # height of paragraphs that wait for the one they are kept with
        self._held_before = 0.0  # the blank above the first of them, which a page that begins with it has not
        self._below = 0.0  # the blank below the paragraph written last
        self._owed = 0.0  # height of notes whose marks stand in what is written next
        self._waiting: list[str] = []  # anchors of what is written next
        self._kept: list[str] = []  # those of what is held
        self._uncounted = 0  # pages before the one numbered 1
        self.pages: dict[str, int] = {}  # anchor -> number of its page
        self._front: dict[str, int] = {}  # the same of pages before the one numbered 1

    def mark(self, anchor: str) -> None:
        """The next thing written carries ``anchor``."""
        self._waiting.append(anchor)

    def new_page(self) -> None:
        """A page break; nothing at the head of a page. Anchors that wait belong to what comes after it.

        What is held stays before it: there is nothing to be kept with.
        """
        waiting, self._waiting = self._waiting, []
        if self._held > 0:
            self._fit(0.0)
        self._waiting = waiting
        self._below = 0.0
        if self._used > 0:
            self._page += 1
            self._used = 0.0

    def count_from_here(self, *, right: bool) -> None:
        """The page begun last is numbered 1. ``right``: on the right, a blank page comes before it where needed."""
        self._page += right and self._page % 2 == 0
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
        self._owed += self.lines(look, text, measure, in_cell=False) * look.line
        if self._noted != self._page:
            self._owed += _SEPARATOR
            self._noted = self._page

    @contextmanager
    def in_columns(self, count: int) -> Iterator[None]:
        """Inside columns: what stands there takes its share of the page's depth."""
        self._share = 1 / count
        try:
            yield
        finally:
            self._share = 1.0

    @contextmanager
    def in_cell(self) -> Iterator[None]:
        """Paragraphs stand in a cell that runs over pages."""
        outer, self._in_cell = self._in_cell, True
        try:
            yield
        finally:
            self._in_cell = outer

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
        self._lines(self.lines(look, text, measure, in_cell=self._in_cell), look)

    def lines(self, look: Look, text: str, measure: float, *, in_cell: bool = True) -> int:
        """The lines that ``text`` takes on a measure in points; in a cell LibreOffice lets no mark hang."""
        room = max(measure - look.sides, look.size) / look.size
        indent = look.indent / look.size
        return sum(
            line_count(line, room, 0.0 if at else indent, _AUTOSPACE, hangs=not in_cell)
            for at, line in enumerate(text.split("\n"))
        )

    def _lines(self, count: int, look: Look) -> None:
        if self._share < 1:
            names = ("line", "before", "after", "blank")
            look = msgspec.structs.replace(look, **{name: self._share * getattr(look, name) for name in names})
        before = max(0.0, look.before - self._below)
        self._below = look.blank
        if look.keep_next:
            self._hold(before + count * look.line + look.after, before)
            return
        if self._fit(before + min(count, 2) * look.line):
            self._used += before
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
        self._kept += self._waiting
        self._waiting = []

    def solid(self, height: float, keep_next: bool = False) -> None:
        """Something that is never split: a row, a picture."""
        height *= self._share
        self._below = 0.0
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
        self._below = 0.0
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
            while self._used > self._depth + 0.5 and header < _REPEATED * self._depth:  # it goes on below the header
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
        for anchor in (*self._kept, *self._waiting):
            self.pages[anchor] = self._page - self._uncounted
        self._kept, self._waiting = [], []
        self._used += self._held
        self._held = 0.0
        while self._used > self._depth + 0.5:  # more than a page holds cannot be kept together
            self._page += 1
            self._used -= self._depth

    def finish(self) -> int:
        """The number of pages, once all is written."""
        return self.here + self._uncounted
