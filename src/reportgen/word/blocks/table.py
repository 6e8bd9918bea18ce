"""Tables: a header that comes again on every page, rows that stay whole unless tall, figures under each other."""

from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Cell, Table
from reportgen.model.column_widths import Entry, Grid, column_widths, has_room, is_crowded, is_worth_it, lines_taken
from reportgen.model.document import BlockId
from reportgen.model.figures import figure_parts, is_missing
from reportgen.model.inlines import TO_COME, Prose
from reportgen.model.runs import is_plain, runs_of, text_of
from reportgen.model.table_bars import has_bars, without_bars
from reportgen.theme import BorderSide
from reportgen.word.captions import write_caption, write_source, write_unit
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.label_lines import aside_of, ended
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story
from reportgen.word.styles import border
from reportgen.word.table_widths import Text, cell_of

_ALIGNED = {"left": "table_left", "center": "table_centre", "right": "table_right"}
_ROLES = {"text": "table_text", "number": "table_number", "label": "table_label", "quoted": "table_quoted"}
_LOW = 0.25  # of a page: a table that is lower stays whole
_CLEAR = 5.0  # points between a grey ground and the words beside it
_UNBROKEN = 0.5  # points beside a figure that has no more room than it takes: readers round
_CLOSE = 1.0  # points beside figures where columns have no room


class _Place(msgspec.Struct, frozen=True):
    """A cell on the grid; ``prose`` is None where a cell reaches down from above."""

    prose: Prose | None
    column: int
    columns: int
    merge: str  # "restart", "continue" or ""
    rows: int = 1


def write_table(block: Table, id: BlockId, story: Story) -> None:
    """Caption, unit, header, rows, source. A draft has no bars in its cells: they would not follow its figures."""
    if has_bars(block):
        block = without_bars(block)
    if block.title is not None:
        write_caption(story, id, block.title)
    write_unit(story, block.unit)
    anchored = block.title is not None
    if block.summary is not None:
        words, text = story.runs(block.summary)
        story.paragraph("table_summary", words if anchored else story.bookmark(id, words), text)
        anchored = True
    story.before_table()
    if not anchored:
        story.parts.append(story.bookmark(id, ""))
    rows = [_place(line, len(block.columns)) for line in _unfolded(block)]
    writer = _Writer(block, rows, story)
    title = text_of(block.title, story.document)
    made = writer.header() + "".join(writer.row(at) for at in range(len(rows)))
    story.parts.append(table(story.sheet.ids["table"], writer.widths, made, title=title))
    story.pages.rows(writer.header_height, writer.rows())
    if not write_source(story, block.source):
        story.after_table()


def _unfolded(block: Table) -> list[list[tuple[Cell | None, int, int, str]]]:
    """For each row its cells from left to right: (cell, column, columns, merge)."""
    count = len(block.columns)
    below = [(0, 0)] * count  # for the first column of a tall cell: rows still to come, columns
    lines = []
    for index, one in enumerate(block.rows):
        waiting = list(one.cells)
        line: list[tuple[Cell | None, int, int, str]] = []
        column = 0
        while column < count:
            left, wide = below[column]
            if left:
                below[column] = (left - 1, wide)
                line.append((None, column, wide, "continue"))
                column += wide
                continue
            given = waiting.pop(0) if waiting else None
            wide = 1 if given is None else given.columns
            free = next((at for at in range(column, count) if below[at][0]), count)
            wide = min(wide, free - column)
            tall = 1 if given is None else min(given.rows, len(block.rows) - index)
            if tall > 1:
                below[column] = (tall - 1, wide)
            line.append((given, column, wide, "restart" if tall > 1 else ""))
            column += wide
        lines.append(line)
    return lines


def _place(line: list[tuple[Cell | None, int, int, str]], count: int) -> list[_Place]:
    return [
        _Place(
            None if given is None else given.text,
            column,
            min(wide, count - column),
            merge,
            1 if given is None else given.rows,
        )
        for given, column, wide, merge in line
    ]


class _Writer:
    """The rows of one table, with the widths and indents that depend on all of them."""

    def __init__(self, block: Table, rows: Sequence[Sequence[_Place]], story: Story) -> None:
        self._block = block
        self._rows = rows
        self._story = story
        self._texts = [[("", "") if one.prose is None else story.runs(one.prose) for one in line] for line in rows]
        self._heads = [story.runs(column.title) for column in block.columns]
        self._margin = story.draft.styles["table"].margins[1] + story.draft.styles["table"].margins[3]
        self._edge = story.draft.styles["table_number"].right or 0.0
        # figures are counted as half an em each; those of a template's font may be wider
        self._wider = 1.0 + 3.0 * story.sheet.broad("table_number")
        self._figures = [self._widest(at) for at in range(len(block.columns))]
        self._grey = self._registered() if story.grounds.cell else frozenset()
        self.widths = self._widths()
        self.header_height = self._head_height()
        self.heights = self._heights()
        self._low = story.pages.holds(self.header_height + sum(self.heights), _LOW)

    def header(self) -> str:
        """The header row."""
        cells = ""
        for at, (column, (words, _), width) in enumerate(
            zip(self._block.columns, self._heads, self.widths, strict=True)
        ):
            align = column.align or ("right" if column.type == "number" else "left")
            properties = ""
            if align == "right":
                block, header = self._across(at)
                aside = max(0.0, (block - header) / 2) if column.align is None else 0.0
                properties = f'<w:ind w:right="{twips(self._edge_of(at) + aside)}"/>'
            properties += f'<w:jc w:val="{align}"/>' if align != "left" else ""
            paragraph = self._story.cell_paragraph("table_head", words, properties)
            cells += cell(width, paragraph, properties=self._inset(at) + '<w:vAlign w:val="bottom"/>')
        # Inside a callout Word repeats none, and LibreOffice lays one that is tall out without end.
        tall = self._story.pages.may_split(self.header_height)
        return row(cells, header=not (tall and self._story.text_role == "callout_text"))

    def row(self, at: int) -> str:
        """A body row; one that totals is set off by a rule and by weight, others by a rule where they ask for it."""
        total = self._block.rows[at].total
        rule = ""
        head = self._story.draft.styles["table"].borders.get("head")
        if (total or (self._block.rows[at].ruled and at)) and head is not None:
            weight, colour, _ = head
            rule = f"<w:tcBorders>{border('top', weight, colour)}</w:tcBorders>"
        keep = "<w:keepNext/>" if self._keeps(at) else ""
        cells = ""
        for one, (words, text) in zip(self._rows[at], self._texts[at], strict=True):
            if total and one.prose is not None:
                words = self._story.runs(one.prose, "total")[0]
            column = self._block.columns[one.column]
            width = sum(self.widths[one.column : one.column + one.columns])
            role = _ROLES[column.type] if one.columns == 1 and column.align != "left" else "table_text"
            if role == "table_text" and column.align is not None:
                role, properties = _ALIGNED[column.align], keep
            else:
                properties = keep + (self._alignment(one, text) or self._ended(role, text, width, one.column))
            paragraph = self._story.cell_paragraph(role, words, properties)
            ground = self._story.grounds.cell if one.columns == 1 and one.column in self._grey else ""
            around = rule + ground + self._inset(one.column) + CENTRED
            cells += cell(width, paragraph, span=one.columns, merge=one.merge, properties=around)
        return row(cells, split=self._story.pages.may_split(self.heights[at]))

    def rows(self) -> list[tuple[float, bool]]:
        """The height of each row, and whether it stays with what follows."""
        return [(height, self._keeps(at)) for at, height in enumerate(self.heights)]

    def _keeps(self, at: int) -> bool:
        """Whether a row stays with what follows.

        All of a low table do; of others no row is alone on a page, none that heads others, none by a source.
        """
        if self._story.pages.may_split(self.heights[at]):  # more than a page would be kept together
            return False
        last = len(self._rows) - 1
        heads = len(self._rows[at]) == 1 < len(self.widths)
        if at == last:
            return self._block.source is not None
        return self._low or at in (0, last - 1) or heads

    def _alignment(self, one: _Place, text: str) -> str:
        """Figures stand with their points under each other: the right indent is what is missing of a tail.

        The header stands over their middle, and so does a dash for a figure that is missing; words are flush right.
        """
        column = self._block.columns[one.column]
        if column.align is not None:
            return f'<w:jc w:val="{column.align}"/>'
        if column.type != "number" or one.columns > 1:
            return ""
        size = self._story.sheet.look("table_number").size
        parts = figure_parts(text)
        block, header = self._across(one.column)
        aside = 0.0
        if parts is not None:
            aside = max(0.0, (header - block) / 2) + (self._figures[one.column][1] - _figure_width(parts[1])) * size
        elif is_missing(text) and block:
            aside = max(0.0, (max(block, header) - em_width(text) * size) / 2)
        own = self._story.draft.styles["table_number"].right or 0.0
        room = self.widths[one.column] / TWIPS - self._margin - _figure_width(text) * size * self._wider
        edge = max(0.0, min(self._edge_of(one.column) + aside, room - _UNBROKEN))  # rather askew than broken
        return f'<w:ind w:right="{twips(edge)}"/>' if abs(edge - own) > 0.01 * size else ""

    def _ended(self, role: str, text: str, width: int, column: int) -> str:
        """The right indent of words that would else be broken inside a word, or leave one character on a line."""
        return "" if role == "table_number" else ended(text, role, self._room(width, column), self._story)

    def _room(self, width: int, column: int) -> float:
        """What the words of a cell have of its width."""
        return width / TWIPS - self._margin - (_CLEAR if self._is_beside_grey(column) else 0.0)

    def _across(self, column: int) -> tuple[float, float]:
        """What a column's figures take with their points under each other, and its header: points, room at most."""
        whole, tail = self._figures[column]
        block = (whole + tail) * self._story.sheet.look("table_number").size * self._wider
        room = self.widths[column] / TWIPS - self._margin - self._edge_of(column)
        header = _broken_width(self._heads[column][1]) * self._story.sheet.look("table_head").size
        return block, min(header, room) if block else 0.0

    def _widest(self, column: int) -> tuple[float, float]:
        """The widths in em of the longest whole and the longest decimal part, with what follows it, of figures."""
        found = [
            parts
            for line, texts in zip(self._rows, self._texts, strict=True)
            for one, (_, text) in zip(line, texts, strict=True)
            if one.column == column and one.columns == 1 and (parts := figure_parts(text)) is not None
        ]
        if not found:
            return 0.0, 0.0
        return max(_figure_width(head) for head, _ in found), max(_figure_width(tail) for _, tail in found)

    def _registered(self) -> frozenset[int]:
        """The columns all of whose figures are registered ones: the ground of their cells says so."""
        document = self._story.document
        registered: set[int] = set()
        written: set[int] = set()
        for line, texts in zip(self._rows, self._texts, strict=True):
            for one, (_, text) in zip(line, texts, strict=True):
                if one.prose is None or one.columns > 1:
                    continue
                plain = is_plain(one.prose, document)
                if not text or (plain and is_missing(text)):
                    continue
                runs = () if plain else runs_of(one.prose, document)
                if runs and all(run.indicator is not None and run.indicator[0] == TO_COME for run in runs):
                    continue  # quotes no register: the column is what its other cells are
                quotes = not plain and all(map(self._story.grounds.is_registered, runs))
                (registered if quotes else written).add(one.column)
        return frozenset(registered - written)

    def _widths(self) -> list[int]:
        """The widths of the columns in twips."""
        sheet = self._story.sheet
        head, size = (sheet.look(role).size for role in ("table_head", "table_text"))
        above, broad = (sheet.broad(role) for role in ("table_head", "table_text"))
        cells = [[cell_of(Text(-1, text, head, broad=above))] for _, text in self._heads]
        for at, (line, texts) in enumerate(zip(self._rows, self._texts, strict=True)):
            for one, (_, text) in zip(line, texts, strict=True):
                if one.columns == 1 and one.merge != "continue":
                    own = sheet.look(_ROLES[self._block.columns[one.column].type]).size
                    tail = self._tail(one.column, text) * size
                    cells[one.column].append(cell_of(Text(at, text, max(own, size), one.rows, tail, broad)))
        grid = self._grid(cells)
        made, edge = column_widths(grid), self._edge
        if is_crowded(grid) or not has_room(grid):
            self._edge = min(edge, _CLOSE)
            closer = self._grid(cells)
            other = column_widths(closer)
            if is_crowded(grid) or is_worth_it(lines_taken(grid, made), lines_taken(closer, other)):
                made = other
            else:
                self._edge = edge
        return shared(self._story.width, made)

    def _grid(self, cells: Sequence[Sequence[Entry]]) -> Grid:
        size = self._story.sheet.look("table_text").size
        return Grid(self._block.columns, cells, self._besides(), self._story.measure, size)

    def _besides(self) -> list[float]:
        """What stands beside the words of each column."""
        return [
            self._margin
            + (self._edge_of(at) if column.type == "number" and column.align != "left" else 0.0)
            + (_CLEAR if self._is_beside_grey(at) else 0.0)
            for at, column in enumerate(self._block.columns)
        ]

    def _edge_of(self, column: int) -> float:
        """The blank at the right of a column's figures; what stands clear of their ground has its blank from there."""
        following = column + 1
        if following < len(self._block.columns) and self._is_beside_grey(following):
            return max(min(self._edge, _CLOSE), self._edge - _CLEAR)
        return self._edge

    def _is_beside_grey(self, column: int) -> bool:
        """Whether words of a column begin where the ground of the column before it ends."""
        here = self._block.columns[column]
        begins = here.align == "left" or (here.align is None and here.type != "number")
        return begins and column - 1 in self._grey and column not in self._grey

    def _inset(self, column: int) -> str:
        """The left margin of a cell that must keep clear of a ground."""
        if not self._is_beside_grey(column):
            return ""
        return f'<w:tcMar><w:left w:w="{twips(_CLEAR)}" w:type="dxa"/></w:tcMar>'

    def _tail(self, column: int, text: str) -> float:
        """In em: what a figure is moved in by, for its point to stand below the others'."""
        if self._block.columns[column].type != "number" or self._block.columns[column].align is not None:
            return 0.0
        parts = figure_parts(text)
        return 0.0 if parts is None else self._figures[column][1] - _figure_width(parts[1])

    def _heights(self) -> list[float]:
        """Of each row; what reaches down from a row takes what it needs beyond that of the last one it reaches."""
        heights, tall = [], []
        for at, (line, texts) in enumerate(zip(self._rows, self._texts, strict=True)):
            own = [(one, self._cell_height(one, text)) for one, (_, text) in zip(line, texts, strict=True)]
            heights.append(max([height for one, height in own if one.rows == 1], default=self._height(1)))
            tall += [(at, one.rows, height) for one, height in own if one.rows > 1]
        for at, rows, height in tall:
            heights[at + rows - 1] += max(0.0, height - sum(heights[at : at + rows]))
        if heights:
            heights[-1] += self._rule("bottom") - self._rule("inside_h")
        return heights

    def _cell_height(self, one: _Place, text: str) -> float:
        if not text:
            return self._height(1)
        look, width = self._story.sheet.look("table_text"), sum(self.widths[one.column : one.column + one.columns])
        room = self._room(width, one.column)
        column = self._block.columns[one.column]
        if one.columns == 1 and column.type == "number" and column.align != "left":
            aside = self._edge_of(one.column)
        else:  # what stands on one line with ease is not moved in
            easy = 1.5 * em_width(text) * look.size < room
            aside = 0.0 if easy else aside_of(text, "table_text", room, self._story)
        return self._height(self._story.pages.lines(look, text, room - aside))

    def _head_height(self) -> float:
        look, lines = self._story.sheet.look("table_head"), 1
        for at, ((_, text), width) in enumerate(zip(self._heads, self.widths, strict=True)):
            lines = max(lines, self._story.pages.lines(look, text, self._room(width, at)))
        return look.before + lines * look.line + look.after + self._rule("top") + self._rule("head")

    def _height(self, lines: int) -> float:
        look = self._story.sheet.look("table_text")
        return look.before + lines * look.line + look.after + self._rule("inside_h")

    def _rule(self, side: BorderSide) -> float:
        """The width of one of the table's rules, points."""
        width, _, _ = self._story.draft.styles["table"].borders.get(side) or (0.0, "", 0.0)
        return width


def _broken_width(text: str) -> float:
    """In em: of words with forced breaks the widest line."""
    return max(map(em_width, text.split("\n")))


def _figure_width(text: str) -> float:
    """In em: digits are half an em, the point a quarter, the sign of per cent up to nine tenths."""
    return em_width(text) - 0.25 * text.count(".") + 0.36 * text.count("%")
