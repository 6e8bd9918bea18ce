"""A table's rows as pieces: whole where they can be, a tall one split between its lines where a page ends in it."""

from collections.abc import Iterator, Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Column, Table
from reportgen.model.inlines import Bar
from reportgen.model.runs import Run
from reportgen.typeset.grid import GridCell
from reportgen.typeset.pages.piece import Piece, PlacedLine, in_role
from reportgen.typeset.setting import Setting
from reportgen.typeset.table_bars import bar_marks
from reportgen.typeset.table_breaks import with_company
from reportgen.typeset.table_figures import Figure, FigureColumn
from reportgen.typeset.text import SetLine

_BANDS_FROM = 5  # rows
# Of the type area's depth. A row that is taller may be split; where rows that cells reach over are, together, such
# cells begin at the top and only hold the rows that their text stands beside.
_TALL = 1 / 3
_EACH_SIDE = 2  # lines of a split row on either page at least
_HOLE = 1 / 3  # of the type area's depth: rows are not kept together for more than that at a page's foot
_ABOVE = 4  # lines of it that heading, caption and header of the table take


class Cell(msgspec.Struct):
    """A cell: all its words on one line, then broken for the box it stands in."""

    cell: GridCell
    runs: tuple[Run, ...]
    whole: SetLine | None
    natural: float = 0.0  # its width where no line is broken but by its author
    widths: tuple[float, ...] = ()  # of its lines, where its author breaks them
    look: str = ""  # the style of its text: the row's, or its column's own
    colour: str = ""  # of the theme, where it is not the style's
    lines: tuple[SetLine, ...] = ()
    x: float = 0.0
    width: float = 0.0
    insets: tuple[float, float] = (0.0, 0.0)  # blank at its left and right
    figure: Figure | None = None  # in a column of figures, if it is one
    missing: bool = False  # a dash where a figure would stand
    bar: Bar | None = None  # in place of words
    at_top: bool = False  # of the rows that it reaches over, not in their middle: it holds those beside its text
    raised: bool = False  # it stands beside the first of its rows
    shared: str = ""  # which share of a cell it is whose lines stand in several rows: the first ("Reach"), "Reach-on"

    @property
    def left(self) -> float:
        """The left edge of its text."""
        return self.x + self.insets[0]

    @property
    def right(self) -> float:
        """The right edge of its text."""
        return self.x + self.width - self.insets[1]


class Row(msgspec.Struct):
    """A row's cells; ``role`` is the style of its text.

    ``tall``: it may be split, its cells begin at its top. ``holds``: so many rows below must stand on its page.
    """

    cells: list[Cell]
    role: str
    total: bool
    ruled: bool = False
    tall: bool = False
    holds: int = 0


def line_step(role: str, setting: Setting) -> float:
    """Pitch of the lines inside a cell."""
    return setting.theme.looks.table.step * setting.style(role).leading


def row_height(cells: Sequence[Cell], role: str, setting: Setting) -> float:
    """The height of a row by its tallest cell."""
    return _height(max((len(one.lines) for one in cells), default=1), role, setting)


def _height(lines: int, role: str, setting: Setting) -> float:
    return setting.style(role).leading + line_step(role, setting) * (max(1, lines) - 1)


def placed_cell(
    one: Cell, role: str, column: Column, place: FigureColumn | None, height: float, setting: Setting
) -> list[PlacedLine]:
    """The lines of a cell in the middle of ``height``; in a column of figures ``place`` says where these stand."""
    style = setting.style(role)
    step = line_step(role, setting)
    first = (height - style.leading - step * (len(one.lines) - 1)) / 2
    first += setting.baseline(style.leading, style.size) - 0.45
    align = column.align or ("right" if column.type == "number" and one.cell.columns == 1 else "left")
    found: list[PlacedLine] = []
    for index, line in enumerate(one.lines):
        x = one.left
        if place is not None and one.figure is not None and len(one.lines) == 1:
            x = place.point - one.figure.head
        elif place is not None and (one.missing or role == "table_header"):
            x = min(place.middle - line.width / 2, one.right - line.width)
        elif align == "right":
            x = one.right - line.width
        elif align == "center":
            x = one.x + (one.width - line.width) / 2
        found.append((x, first + index * step, line))
    return found


class _Lines(msgspec.Struct, frozen=True):
    """What a tall row holds from line ``begin`` on."""

    body: "TableBody"
    at: int
    begin: int

    def take(self, room: float) -> tuple[Piece, Piece] | None:
        """All cells go on together, two lines at least on either page."""
        return self.body.parted(self.at, self.begin, room)


class TableBody:
    """The rows of one table with what they share: columns, places of figures, what is repeated above them."""

    def __init__(
        self, block: Table, rows: Sequence[Row], places: Sequence[FigureColumn | None], repeat: tuple[Piece, ...],
        setting: Setting,
    ) -> None:  # fmt: skip
        self.columns = block.columns
        self.rows = rows
        self.places = places
        self.repeat = repeat
        self.setting = setting
        self.spans = any(cell.rows > 1 for row in block.rows for cell in row.cells)
        self.heights = [row_height([one for one in row.cells if one.cell.rows == 1], row.role, setting) for row in rows]
        self._counts = self._places_in_groups()
        self.lefts = [min((one.x for one in row.cells), default=0.0) for row in rows]  # where cells begin in a row
        if self.spans:
            for begin, end in list(self._groups()):
                self._join(begin, end)
        else:
            most = _TALL * setting.theme.page.depth
            for at, height in enumerate(self.heights):
                rows[at].tall = height > most and self._is_tall(at, most)
        self._keeps = self._keeps_of_rows()

    def pieces(self) -> list[Piece]:
        """A piece for each row."""
        return [self._tall(at, 0, self._count(at)) if row.tall else self._whole(at) for at, row in enumerate(self.rows)]

    def parted(self, at: int, begin: int, room: float) -> tuple[Piece, Piece] | None:
        """The lines of row ``at`` from ``begin`` that fit ``room``, and the others."""
        role, end = self.rows[at].role, self._count(at)
        count = min(int((room - _height(1, role, self.setting)) / line_step(role, self.setting) + 1e-6) + 1,
                    end - begin - _EACH_SIDE)  # fmt: skip
        if count < _EACH_SIDE:
            return None
        return self._tall(at, begin, begin + count), self._tall(at, begin + count, end)

    def _groups(self) -> Iterator[tuple[int, int]]:
        """Rows [begin, end) that cells reach over, and every other row by itself."""
        begin = end = 0
        for at, row in enumerate(self.rows):
            if at >= end and at > begin:
                yield begin, at
                begin = at
            end = max([end, at + 1, *(min(at + one.cell.rows, len(self.rows)) for one in row.cells)])
        if self.rows:
            yield begin, len(self.rows)

    def _join(self, begin: int, end: int) -> None:
        """Make room for cells over several rows in the last of theirs; share them out where all is too tall."""
        heights = self.heights[begin:end]
        for at in range(begin, end):
            for one in self.rows[at].cells:
                if one.cell.rows > 1:
                    stop = min(at + one.cell.rows, end)
                    lacking = row_height([one], "table_body", self.setting) - sum(heights[at - begin : stop - begin])
                    heights[stop - 1 - begin] += max(0.0, lacking)
        most = _TALL * self.setting.theme.page.depth
        if sum(heights) <= most:
            self.heights[begin:end] = heights
            return
        if end - begin > 1:
            self._to_the_top(begin, end, most)
        for at in range(begin, end):
            self.rows[at].tall = self._is_tall(at, most)

    def _to_the_top(self, begin: int, end: int, most: float) -> None:
        """Set cells that reach over rows at the top of theirs; tall ones line by line into all of them."""
        for at in range(begin, end):
            row = self.rows[at]
            reaching = [one for one in row.cells if one.cell.rows > 1]
            row.cells = [one for one in row.cells if one.cell.rows == 1]
            for one in reaching:
                stop = min(at + one.cell.rows, end)
                needed = row_height([one], row.role, self.setting)
                if needed > most:
                    self._share_out(one, at, stop)
                    continue
                covered = at + 1
                while covered < stop and sum(self.heights[at:covered]) < needed:
                    covered += 1
                self.heights[covered - 1] += max(0.0, needed - sum(self.heights[at:covered]))
                row.holds = max(row.holds, covered - at - 1)
                self._insert(at, msgspec.structs.replace(one, at_top=True))

    def _share_out(self, one: Cell, begin: int, end: int) -> None:
        """A cell's lines into the rows that it reaches over: each can go to a page of its own then."""
        lines = one.lines
        for at in range(begin, end):
            count = len(lines) if at == end - 1 else self._lines_in(at)
            if lines[:count] or at == begin:
                share = msgspec.structs.replace(
                    one, lines=lines[:count], cell=msgspec.structs.replace(one.cell, rows=1),
                    shared="Reach" if at == begin else "Reach-on",
                )  # fmt: skip
                self._insert(at, share)
                self.heights[at] = max(self.heights[at], row_height([share], self.rows[at].role, self.setting))
            lines = lines[count:]

    def _lines_in(self, at: int) -> int:
        role = self.rows[at].role
        return int((self.heights[at] - _height(1, role, self.setting)) / line_step(role, self.setting) + 1e-6) + 1

    def _insert(self, at: int, one: Cell) -> None:
        cells = self.rows[at].cells
        cells.insert(sum(other.cell.column < one.cell.column for other in cells), one)

    def _count(self, at: int) -> int:
        return max((len(one.lines) for one in self.rows[at].cells), default=1)

    def _is_tall(self, at: int, most: float) -> bool:
        row = self.rows[at]
        return self.heights[at] > most and not row.holds and self._count(at) >= 2 * _EACH_SIDE

    def _place(self, one: Cell) -> FigureColumn | None:
        return self.places[one.cell.column] if one.cell.columns == 1 else None

    def _whole(self, at: int) -> Piece:
        row, height = self.rows[at], self.heights[at]
        cells: list[tuple[float, float, Piece]] = []
        for one in row.cells:
            room = sum(self.heights[at : at + one.cell.rows])
            if one.raised:
                room = max(self.heights[at], row_height([one], row.role, self.setting))
            elif one.at_top:
                room = row_height([one], row.role, self.setting)
            own = placed_cell(one, row.role, self.columns[one.cell.column], self._place(one), room, self.setting)
            cells.append((0.0, 0.0, _in_share(Piece(height, tuple(own)), one)))
        told = any(one.shared for one in row.cells)
        lines = () if told else tuple(line for _, _, one in cells for line in one.lines)
        last = at == len(self.rows) - 1
        foot = self._foot(height)
        return Piece(
            height, lines, inner=tuple(cells) if told else (),
            under=(*self._band(at, height), *self._rules(at), *self._bars(at, height)),
            keep=self._keeps[at], repeat=self.repeat, over=foot if last else (), cut=() if last else foot,
        )  # fmt: skip

    def _tall(self, at: int, begin: int, end: int) -> Piece:
        """Lines [begin, end) of a tall row; each cell says which it is, since their parts take turns page by page."""
        row, setting = self.rows[at], self.setting
        height = _height(end - begin, row.role, setting)
        cells: list[tuple[float, float, Piece]] = []
        for number, one in enumerate(row.cells):
            part = msgspec.structs.replace(one, lines=one.lines[begin:end])
            box = _height(len(part.lines), row.role, setting)
            part.figure = one.figure if len(one.lines) == 1 else None
            lines = placed_cell(part, row.role, self.columns[one.cell.column], self._place(one), box, setting)
            made = _in_share(Piece(box, tuple(lines)), one, goes_on=begin > 0)
            cells.append((0.0, 0.0, in_role(made, f"Cell{'' if begin == 0 else '-on'}-{number}")))
        whole = end == self._count(at)
        last = at == len(self.rows) - 1 and whole
        foot = self._foot(height)
        return Piece(
            height, inner=tuple(cells),
            under=(*self._band(at, height), *((*self._rules(at), *self._bars(at, height)) if begin == 0 else ())),
            keep=self._keeps[at], repeat=self.repeat, over=foot if last or not whole else (),
            cut=() if last or not whole else foot, stock=_Lines(self, at, begin) if whole else None,
        )  # fmt: skip

    def _bars(self, at: int, height: float) -> tuple[Mark, ...]:
        return tuple(
            mark
            for one in self.rows[at].cells
            if one.bar is not None
            for mark in bar_marks(one.bar, one.left, one.right, height, self.setting)
        )

    def _foot(self, height: float) -> tuple[Mark, ...]:
        return (Rect(0.0, height - 0.8, self.setting.measure, 0.8, self.setting.colour("ink")),)

    def _places_in_groups(self) -> list[int]:
        """For each row how many stand between it and the row that heads its group; such a row itself counts as none."""
        found: list[int] = []
        count = -1
        for row in self.rows:
            count = 0 if self._heads(row) else count + 1
            found.append(count)
        return found

    def _heads(self, row: Row) -> bool:
        """Whether a cell of the row reaches over all columns: it heads the rows below it, or sums up those above."""
        return len(self.columns) > 1 and any(one.cell.columns == len(self.columns) for one in row.cells)

    def _keeps_of_rows(self) -> list[int]:
        """For each row how many of those below it must stand on its page."""
        if not self.rows:
            return []
        keeps = [self._keep(at) for at in range(len(self.rows))]
        heads = [self._heads(row) for row in self.rows]
        room = self.setting.theme.page.depth * _HOLE
        return with_company(keeps, self.heights, heads, (room - _ABOVE * self.setting.grid, room))

    def _keep(self, at: int) -> int:
        """How many of the rows after row ``at`` must stand on its page."""
        row, count = self.rows[at], len(self.rows)
        keep = max([row.holds, *(one.cell.rows - 1 for one in row.cells if not one.at_top)])
        if self._heads(row) or at == count - 2 or (at == 0 and count > 1):
            keep = max(keep, 1)  # no row stands alone on a page
        return min(keep, count - 1 - at)

    def _band(self, at: int, height: float) -> tuple[Mark, ...]:
        look = self.setting.theme.looks.table
        if (
            self.spans
            or not look.bands
            or len(self.rows) < _BANDS_FROM
            or self._counts[at] % 2 == 0
            or self.rows[at].total
        ):
            return ()
        return (Rect(0.0, 0.0, self.setting.measure, height, self.setting.colour("band")),)

    def _rules(self, at: int) -> tuple[Mark, ...]:
        """The rule above a row: between rows where there are no bands, the heavier one above a total."""
        row, setting = self.rows[at], self.setting
        look = setting.theme.looks.table
        found: tuple[Mark, ...] = ()
        if self.spans:
            # a band would cut through a cell that reaches over several rows: rules between them instead
            left = self.lefts[at] if at else setting.measure
            found = (Rect(left, 0.0, setting.measure - left, look.rule, setting.colour("rule")),)
        elif not look.bands and at and not row.total:
            found = (Rect(0.0, 0.0, setting.measure, look.rule, setting.colour("rule")),)
        if row.total or (row.ruled and at):
            found = (*found, Rect(0.0, 0.0, setting.measure, 0.4, setting.colour("ink")))
        return found


def _in_share(piece: Piece, one: Cell, *, goes_on: bool = False) -> Piece:
    """``piece`` as what a cell says whose lines stand in several rows: each share says of which column it is."""
    if not one.shared:
        return piece
    return in_role(piece, f"{'Reach-on' if goes_on else one.shared}-{one.cell.column}")
