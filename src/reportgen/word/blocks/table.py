"""Tables: a header that comes again on every page, rows that stay whole unless tall, figures under each other."""

import math
import re
from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Cell, Column, Table
from reportgen.model.columns import eased
from reportgen.model.document import BlockId
from reportgen.model.figures import figure_parts, is_missing
from reportgen.model.inlines import Prose
from reportgen.model.runs import runs_of, text_of
from reportgen.model.table_bars import has_bars, without_bars
from reportgen.word.captions import write_caption, write_source, write_unit
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.pagination import Look, em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story
from reportgen.word.styles import border

_ROLES = {"text": "table_text", "number": "table_number", "label": "table_label", "quoted": "table_quoted"}
_SLACK = 1.1  # letters and the figures of some fonts are wider than half an em
_AUTOSPACE = 0.5  # em: the blanks that Word sets before and behind figures among Han characters
_MEETING = re.compile(r"(?<=[\u2e80-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u2e80-\u9fff])")  # where it sets one
_CLAIMS = (6.0, 5.0, 4.0, 3.0)  # em that a column of words keeps of what it needs: the first that fit together
_LEAST = 2.5  # em: no column is narrower, however full the table


class _Place(msgspec.Struct, frozen=True):
    """A cell on the grid; ``prose`` is None where a cell reaches down from above."""

    prose: Prose | None
    column: int
    columns: int
    merge: str  # "restart", "continue" or ""


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
        _Place(None if given is None else given.text, column, min(wide, count - column), merge)
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
        self._figures = [self._widest(at) for at in range(len(block.columns))]
        self._grounds = [self._is_registered(at) for at in range(len(block.columns))]
        self.widths = _widths(block.columns, self._naturals(), story)
        self.header_height = self._height(
            [(text, width) for (_, text), width in zip(self._heads, self.widths, strict=True)],
            story.sheet.look("table_head"),
        )
        self.heights = [self._row_height(at) for at in range(len(rows))]

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
                properties = f'<w:ind w:right="{twips(self._edge + aside)}"/>'
            properties += f'<w:jc w:val="{align}"/>' if align != "left" else ""
            paragraph = self._story.cell_paragraph("table_head", words, properties)
            cells += cell(width, paragraph, properties='<w:vAlign w:val="bottom"/>')
        return row(cells, header=True)

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
            properties = keep + self._alignment(one, text)
            role = _ROLES[column.type] if one.columns == 1 and column.align != "left" else "table_text"
            paragraph = self._story.cell_paragraph(role, words, properties)
            ground = self._story.grounds.cell if one.columns == 1 and self._grounds[one.column] else ""
            cells += cell(width, paragraph, span=one.columns, merge=one.merge, properties=rule + ground + CENTRED)
        return row(cells, split=self._story.pages.may_split(self.heights[at]))

    def rows(self) -> list[tuple[float, bool]]:
        """The height of each row, and whether it stays with what follows."""
        return [(height, self._keeps(at)) for at, height in enumerate(self.heights)]

    def _keeps(self, at: int) -> bool:
        """Whether a row stays with what follows: no row alone on a page, none that heads others, none by a source."""
        last = len(self._rows) - 1
        heads = len(self._rows[at]) == 1 < len(self.widths)
        return (at < last and (at in (0, last - 1) or heads)) or (at == last and self._block.source is not None)

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
        if parts is not None:
            aside = max(0.0, (header - block) / 2) + (self._figures[one.column][1] - _figure_width(parts[1])) * size
        elif is_missing(text) and block:
            aside = max(0.0, (max(block, header) - em_width(text) * size) / 2)
        else:
            return ""
        return f'<w:ind w:right="{twips(self._edge + aside)}"/>' if aside > 0.01 * size else ""

    def _across(self, column: int) -> tuple[float, float]:
        """What a column's figures take with their points under each other, and its header: points, room at most."""
        whole, tail = self._figures[column]
        block = (whole + tail) * self._story.sheet.look("table_number").size
        room = self.widths[column] / TWIPS - self._margin - self._edge
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

    def _is_registered(self, column: int) -> bool:
        """Whether all figures of a column are registered ones: then the ground of its cells says so."""
        cells = [one.prose for line in self._rows for one in line if one.column == column and one.columns == 1]
        proses = [prose for prose in cells if prose is not None]
        return any(map(self._quotes, proses)) and all(self._quotes(one) or self._is_blank(one) for one in proses)

    def _quotes(self, prose: Prose) -> bool:
        """Whether ``prose`` is a registered figure and nothing else, but for notes."""
        runs = runs_of(prose, self._story.document)
        return bool(runs) and all(run.note or self._story.grounds.is_figure(run) for run in runs)

    def _is_blank(self, prose: Prose) -> bool:
        text = text_of(prose, self._story.document)
        return not text or is_missing(text)

    def _naturals(self) -> list[float]:
        """What each column would take for every cell to stand on one line; points."""
        head = self._story.sheet.look("table_head").size
        found = [_broken_width(text) * head * _SLACK for _, text in self._heads]
        for line, texts in zip(self._rows, self._texts, strict=True):
            for one, (_, text) in zip(line, texts, strict=True):
                if one.columns == 1:
                    found[one.column] = max(found[one.column], self._width(one.column, text))
        extra = [
            self._margin + (self._edge if column.type == "number" and column.align != "left" else 0.0)
            for column in self._block.columns
        ]
        return [width + more for width, more in zip(found, extra, strict=True)]

    def _width(self, column: int, text: str) -> float:
        size = self._story.sheet.look("table_text").size
        width = em_width(text)
        if self._block.columns[column].type == "number" and self._block.columns[column].align is None:
            parts = figure_parts(text)
            if parts is not None:
                width += self._figures[column][1] - _figure_width(parts[1])
            width += _AUTOSPACE
        else:
            width += _AUTOSPACE / 2 * len(_MEETING.findall(text))
        return width * size * _SLACK

    def _row_height(self, at: int) -> float:
        texts = [
            (text, sum(self.widths[one.column : one.column + one.columns]))
            for one, (_, text) in zip(self._rows[at], self._texts[at], strict=True)
            if not one.merge
        ]
        return self._height(texts, self._story.sheet.look("table_text"))

    def _height(self, texts: Sequence[tuple[str, int]], look: Look) -> float:
        lines = 1
        for text, width in texts:
            room = max(width / 20 - self._margin, look.size)
            lines = max(lines, math.ceil(em_width(text) * look.size / room - 0.01))
        return look.before + lines * look.line + look.after


def _broken_width(text: str) -> float:
    """In em: of words with forced breaks the widest line."""
    return max(map(em_width, text.split("\n")))


def _figure_width(text: str) -> float:
    """In em: digits are half an em, the point a quarter."""
    return em_width(text) - 0.25 * text.count(".")


def _widths(columns: Sequence[Column], naturals: Sequence[float], story: Story) -> list[int]:
    """Widths in twips that add up to the measure.

    Widths given by the author are shares, but for what a column does not need and another would wrap without. Of the
    others texts take what room there is; where there is none, they shrink
    first.
    """
    given = [column.width for column in columns]
    if all(width is not None for width in given):
        known = sum(width or 0.0 for width in given)
        return shared(story.width, eased([(width or 0.0) / known * story.measure for width in given], naturals))
    weights = list(naturals)
    whole = sum(width or 0.0 for width in given)
    if whole:
        reserved = min(0.8, whole) * story.measure
        weights = [
            natural if width is None else width / whole * reserved
            for width, natural in zip(given, naturals, strict=True)
        ]
    size = story.sheet.look("table_text").size
    least = _LEAST * size
    spare = story.measure - sum(weights)
    open_ones = [at for at, width in enumerate(given) if width is None]
    texts = [at for at in open_ones if columns[at].is_words and (spare >= 0 or weights[at] > least)]
    open_ones = texts or open_ones
    before = sum(weights[at] for at in open_ones)
    room = before + spare
    if room < least * len(open_ones):  # nothing left for texts: all shrink alike
        return shared(story.width, [max(weight, least) for weight in weights])
    leasts = _claimed([weights[at] for at in open_ones], room, size)
    over = before - sum(leasts)
    for at, claimed in zip(open_ones, leasts, strict=True):
        weights[at] = claimed + (weights[at] - claimed) * (room - sum(leasts)) / over if over > 0 else weights[at]
    return shared(story.width, weights)


def _claimed(weights: Sequence[float], room: float, size: float) -> list[float]:
    """What each column keeps while the wider ones give way: words that are short enough stay on one line."""
    for words in _CLAIMS:
        leasts = [min(weight, words * size) for weight in weights]
        if sum(leasts) <= room:
            return leasts
    return [0.0] * len(weights)
