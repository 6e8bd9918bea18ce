"""Columns of a table that only one of the two has: told once each, and left out where the rest is compared.

The booklet's text does not say where a cell begins. But where a column is missing from the draft, each row of the
draft's table must stand in the booklet with something more at the same place; where one is new, without its cells.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

import msgspec

from reportgen.manuscript import Paragraph
from reportgen.parity.fitting import GAP, ROW, Search, Span, gaps
from reportgen.parity.hunks import Alignment
from reportgen.parity.stream import Stream, squeezed
from reportgen.parity.value import Difference

_LEAST = 2  # rows in which a column says something
_SHARE = 5  # one in so many rows must
_CHANGED = 4  # at most one row in so many may have a cell that was changed too
_MOST_COLUMNS = 16  # of which two are tried together
_MOST_CELLS = 4_000
_NO_HEAD = "（(，、。；"  # what a head does not begin with: there a cell lost the end of its words
_ABOVE = 3  # paragraphs above a table in which its caption stands
IsCaption = Callable[[Paragraph], bool]


class _Piece(msgspec.Struct):
    """A cell: its columns in the table's grid [start, end), its paragraphs (from 1), its words without blanks."""

    start: int
    end: int
    numbers: list[int]
    text: str


class _Table(msgspec.Struct):
    """Rows of cells; paragraphs ``first`` to ``last``, those of tables inside its cells too."""

    first: int
    last: int
    rows: list[list[_Piece]]

    @property
    def bounds(self) -> list[int]:
        """Where in the grid a column may be missing."""
        found = [{0, *(one.end for one in row)} for row in self.rows]
        return [at for at in sorted(set().union(*found)) if 2 * sum(at in one for one in found) >= len(found)]

    @property
    def columns(self) -> list[Span]:
        """What of the grid is a column."""
        found = [{(one.start, one.end) for one in row} for row in self.rows]
        return [at for at in sorted(set().union(*found)) if 2 * sum(at in one for one in found) >= len(found)]


class _Column(msgspec.Struct, frozen=True):
    """What a column says in each row: places in the booklet, or cells of the draft."""

    lost: tuple[Span, ...] = ()
    new: tuple[_Piece, ...] = ()


class Columns:
    """The columns that differ, and both texts without them."""

    def __init__(
        self, printed: Stream, paragraphs: Sequence[Paragraph], drafted: Stream, is_caption: IsCaption
    ) -> None:  # fmt: skip
        self._printed, self._drafted = printed, drafted
        self._paragraphs, self._is_caption = paragraphs, is_caption
        self.alignment = Alignment(printed.text, drafted.text, drafted.begins)
        self._search = Search()
        self.differences: list[Difference] = []
        self._lost: list[Span] = []
        self._new: set[int] = set()
        for number in _touched(self.alignment, paragraphs, drafted):
            table = _table(number, paragraphs)
            self._tell(table, self._columns(table))

    @property
    def printed(self) -> Stream:
        """The booklet's text without the columns that only it has."""
        return self._printed.edited((start, end, "") for start, end in self._lost)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The draft's without those of columns that only it has."""
        return [one for number, one in enumerate(self._paragraphs, 1) if number not in self._new]

    def _columns(self, table: _Table) -> list[_Column]:
        if sum(map(len, table.rows)) > _MOST_CELLS:
            return []
        low = self.alignment.place_of_end(self._drafted.start_of(table.first))
        high = self.alignment.place(self._drafted.start_of(table.last + 1))
        text = self._printed.text[low:high]
        plain = self._search.fit(text, _pieces(table, (), ())[0], len(table.rows))
        worst = len(table.rows) if plain is None else plain.changed
        most = min(max(1, len(table.rows) // _CHANGED), worst - 2)
        for changed, several in product((0, most), (False, True)):
            tried = _double(table) if several else _single(table)
            found: list[tuple[int, int, list[_Column]]] = []
            for lost, new in tried if changed <= most else ():
                pieces, bounds = _pieces(table, lost, new)
                fit = self._search.fit(text, pieces, changed)
                if fit is not None and 2 * sum(one is not None for one in fit.spans) >= len(table.rows):
                    columns = _of(table, [(low + a, low + b) for a, b in gaps(text, pieces, fit)], bounds, lost, new)
                    if all(map(self._is_column, columns)) and not self._is_one_anew(columns):
                        found.append((fit.changed, -sum(len(one.lost) + len(one.new) for one in columns), columns))
            if found:
                return min(found, key=lambda one: one[:2])[2]
        return []

    def _is_column(self, column: _Column) -> bool:
        """Whether it has a head, and says something in enough rows."""
        said = self._said(column)
        return bool(said[0]) and said[0][0] not in _NO_HEAD and sum(map(bool, said)) >= max(_LEAST, len(said) / _SHARE)

    def _is_one_anew(self, columns: Sequence[_Column]) -> bool:
        """Whether what is gone and what is new have one head: cells were changed, unless all of it was moved."""
        said = [self._said(one) for one in columns]
        both = len(said) == 2 and bool(columns[0].lost) != bool(columns[1].lost)
        return both and said[0][0].startswith(said[1][0]) and said[0] != said[1]

    def _said(self, column: _Column) -> list[str]:
        text = self._printed.text
        return [text[start:end] for start, end in column.lost] or [one.text for one in column.new]

    def _tell(self, table: _Table, columns: Sequence[_Column]) -> None:
        said = ["\n".join(filter(None, self._said(one))) for one in columns]
        moved = len(columns) == 2 and said[0] == said[1]
        for column, words in zip(columns, said, strict=True):
            self._lost += column.lost
            self._new.update(number for one in column.new for number in one.numbers)
            at = column.lost[0][0] if column.lost else self.alignment.place(self._drafted.start_of(table.first))
            page, heading = self._printed.place(at), self._heading(table)
            if moved and column.lost:
                self.differences.append(Difference("order", page, heading, words, words, len(table.rows), page))
            elif not moved:
                both = (words, "") if column.lost else ("", words)
                self.differences.append(Difference("column", page, heading, *both, len(table.rows)))

    def _heading(self, table: _Table) -> str:
        """The table's caption, or the heading above it."""
        above = self._paragraphs[: table.first - 1][::-1]
        caption = next(filter(self._is_caption, above[:_ABOVE]), None)
        own = caption or next((one for one in above if one.level), None)
        return "" if own is None else own.words.strip()


def _touched(alignment: Alignment, paragraphs: Sequence[Paragraph], drafted: Stream) -> list[int]:
    """The tables in which more than one row differs."""
    rows: dict[int, set[int]] = {}
    for hunk in alignment.hunks:
        first = drafted.place(max(0, hunk.from_ - hunk.is_only_first))
        last = drafted.place(hunk.from_ if hunk.is_only_first else hunk.to - 1)
        for one in paragraphs[max(0, first - 1) : last]:
            if one.cell is not None:
                rows.setdefault(one.cell.table, set()).add(one.cell.row)
    return [table for table, own in rows.items() if len(own) > 1]


def _table(number: int, paragraphs: Sequence[Paragraph]) -> _Table:
    own = [at for at, one in enumerate(paragraphs, 1) if one.cell is not None and one.cell.table == number]
    made = _Table(own[0], own[-1], [])
    before = (0, 0)
    for at in range(made.first, made.last + 1):
        cell, text = paragraphs[at - 1].cell, squeezed(paragraphs[at - 1].words)
        if cell is None or cell.table != number or (cell.row, cell.column) == before:
            made.rows[-1][-1].numbers.append(at)
            made.rows[-1][-1].text += text
            continue
        if cell.row != before[0]:
            made.rows.append([])
        before = (cell.row, cell.column)
        made.rows[-1].append(_Piece(cell.grid, cell.grid + cell.span, [at], text))
    return made


def _single(table: _Table) -> Iterator[tuple[Sequence[int], Sequence[Span]]]:
    """One column gone, or one new."""
    yield from (((at,), ()) for at in table.bounds)
    yield from (((), (one,)) for one in table.columns)


def _double(table: _Table) -> Iterator[tuple[Sequence[int], Sequence[Span]]]:
    """Two gone, two new, or one of each; in the same place they are cells that were written anew."""
    if len(table.columns) <= _MOST_COLUMNS:
        yield from ((two, ()) for two in combinations(table.bounds, 2))
        yield from (((), two) for two in combinations(table.columns, 2))
        both = product(table.bounds, table.columns)
        yield from (((at,), (one,)) for at, one in both if at not in one)


def _pieces(table: _Table, lost: Sequence[int], new: Sequence[Span]) -> tuple[list[str], list[tuple[int, int]]]:
    """The table's rows, cells and gaps in order, ``new`` columns left out; row and number of ``lost`` of each gap."""
    pieces: list[str] = []
    bounds: list[tuple[int, int]] = []
    for row, cells in enumerate(table.rows):
        free = list(enumerate(lost))
        pieces.append(ROW)
        for cell in cells:
            while free and free[0][1] <= cell.start:
                bounds.append((row, free.pop(0)[0]))
                pieces.append(GAP)
            while free and free[0][1] < cell.end:
                free.pop(0)  # inside a cell of several columns
            if cell.text and (cell.start, cell.end) not in new:
                pieces.append(cell.text)
        for number, _ in free:
            bounds.append((row, number))
            pieces.append(GAP)
    return pieces, bounds


def _of(
    table: _Table, said: Sequence[Span], bounds: Sequence[tuple[int, int]], lost: Sequence[int], new: Sequence[Span]
) -> list[_Column]:  # fmt: skip
    """The columns that were tried, row by row."""
    found = [
        _Column(lost=tuple(gap for gap, (_, own) in zip(said, bounds, strict=True) if own == number))
        for number in range(len(lost))
    ]
    for one in new:
        own = [cell for row in table.rows for cell in row if (cell.start, cell.end) == one]
        found.append(_Column(new=tuple(own)))
    return found
