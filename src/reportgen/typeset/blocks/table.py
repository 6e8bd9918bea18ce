"""Tables: rules above, below the header and at the foot; the header comes again on every page."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Column, Table
from reportgen.model.column_widths import Entry, Grid, column_widths, has_room, is_crowded, is_worth_it, lines_taken
from reportgen.model.inlines import Prose
from reportgen.model.pieces import Line
from reportgen.model.runs import Run
from reportgen.model.table_bars import bar_in, has_bars, without_bars
from reportgen.typeset.grid import GridCell, GridRow, rows_of
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact, as_furniture
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.table_bars import WIDTH
from reportgen.typeset.table_figures import (
    Figure,
    FigureColumn,
    aligns,
    block_of,
    figure_column,
    figure_of,
    says_missing,
)
from reportgen.typeset.table_rows import Cell, Row, TableBody, placed_cell, row_height
from reportgen.typeset.text import SetLine, place_line

_FIGURE = re.compile("[−+↑↓-]?[0-9][0-9.,]*[%‰]?")

_WHOLE = 6  # lines of source and notes that stay together
_LONG = 0.75  # of a page: a longer table has closer rows, where the theme has them
_CLOSER = (3 / 4, 1 / 2)  # of the blank beside cells, where many lines are saved by it,
_APART = 0.7  # em: between words and words
_CLOSEST = 1 / 3  # and where columns have no room for what they need
_ROWS = ("table_header", "table_body", "table_total")


def set_table(
    block: Table, id: str, setting: Setting, counts: Sequence[Piece] = (), *, listed: bool = False
) -> list[Piece]:
    """Caption with the unit at the right, what is counted (as ``counts``, else in a line), header, rows, source.

    Rows are closer where there are many, and in a list of names or hours (``listed``).
    """
    pieces = _set_table(block, id, setting, counts)
    close = setting.theme.looks.table.close
    long = listed or sum(piece.height for piece in pieces) > _LONG * setting.theme.page.depth
    if not long or not 0.0 < close < setting.style("table_body").leading:
        return pieces
    return _set_table(block, id, _with_rows(close, setting), counts)


def _with_rows(height: float, setting: Setting) -> Setting:
    """The same setting with rows of ``height``; the lines in a cell are as far apart as they were."""
    theme = setting.theme
    before = theme.style("table_body").leading
    rows = {role: msgspec.structs.replace(theme.style(role), leading=height) for role in _ROWS}
    table = msgspec.structs.replace(theme.looks.table, step=theme.looks.table.step * before / height)
    looks = msgspec.structs.replace(theme.looks, table=table)
    theme = msgspec.structs.replace(theme, styles={**theme.styles, **rows}, looks=looks)
    return msgspec.structs.replace(setting, theme=theme, looks={})


def _set_table(block: Table, id: str, setting: Setting, counts: Sequence[Piece]) -> list[Piece]:
    made = _choice(block, setting)
    block, setting = made.block, made.setting
    head, rows, figures, widths = made.head, made.rows, made.figures, made.widths
    edges = [sum(widths[:index]) for index in range(len(widths) + 1)]
    for row in (head, *rows):
        _break(row, edges, setting)
    places = [
        figure_column(one, max((line.width for line in cell.lines), default=0.0), cell.left, cell.right)
        for one, cell in zip(figures, head.cells, strict=True)
    ]
    header = _header(block, head, places, setting)
    pieces = _caption(block, id, setting)
    if not counts:
        pieces += _summary(block, id, setting, first=not pieces)
    if pieces and counts:
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1 + counts[0].keep)
    elif counts:
        counts = (_anchored(counts[0], id, setting), *counts[1:])
    pieces += counts
    if not pieces:
        header = msgspec.structs.replace(header, before=setting.grid / 5)
        header = _anchored(header, id, setting)
    pieces.append(msgspec.structs.replace(header, keep=1))
    repeat = (*_continued(block, id, setting), as_furniture(header))
    pieces += TableBody(block, rows, places, repeat, setting).pieces()
    if block.source is not None:
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        pieces += _source(block.source, setting)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.grid / 2)
    return pieces


def _source(source: Prose, setting: Setting) -> list[Piece]:
    """Source and notes below the rows: whole, but for notes so long that they may go on over the page."""
    style = setting.style("source")
    lines = setting.ragged(setting.runs(source), "source", setting.measure)
    baseline = setting.baseline(style.leading, style.size) + 1
    if len(lines) <= _WHOLE:
        return [Piece(style.leading * len(lines), stacked(lines, style.leading, baseline))]
    each = [Piece(style.leading, stacked([line], style.leading, baseline)) for line in lines]
    for at in (0, len(lines) - 2):  # no line of it alone on a page
        each[at] = msgspec.structs.replace(each[at], keep=1)
    return each


class _Laid(msgspec.Struct):
    """A table with its cells, what they ask of their columns, and the widths that these have."""

    block: Table
    setting: Setting
    head: Row
    rows: list[Row]
    figures: list[Figure | None]
    grid: Grid
    widths: list[float]


def _laid(block: Table, setting: Setting) -> _Laid:
    header_cells = tuple(GridCell(column.title, index, 1, 1) for index, column in enumerate(block.columns))
    head = _whole(GridRow(header_cells, False), "table_header", block.columns, setting)
    rows = [_whole(row, "table_total" if row.total else "table_body", block.columns, setting) for row in rows_of(block)]
    figures = _figures(block, rows)
    em = setting.style("table_body").size
    besides = [sum(cell.insets) for cell in head.cells]
    grid = Grid(block.columns, _entries(figures, head, rows, setting), besides, setting.measure, em)
    return _Laid(block, setting, head, rows, figures, grid, column_widths(grid))


def _choice(block: Table, setting: Setting) -> _Laid:
    """A table as it stands best: with less blank between its columns where that saves many lines.

    With bars it has a line for every row: as it is, with columns closer together, without the bars.
    """
    if has_bars(block):
        for one in (block, without_bars(block)):
            for share in (1.0, *_CLOSER, _CLOSEST):
                made = _laid(one, _closer(setting, share))
                if has_room(made.grid):
                    return made
        block = without_bars(block)
    made = _laid(block, setting)
    if is_crowded(made.grid):
        return _laid(block, _closer(setting, _CLOSEST))
    if has_room(made.grid):
        return made
    worded = any(one.is_words and other.is_words for one, other in pairwise(block.columns))
    least = _APART * setting.style("table_body").size if worded else 0.0
    for share in _CLOSER:
        if 2 * setting.theme.looks.table.inset * share < least:
            break
        other = _laid(block, _closer(setting, share))
        if is_worth_it(lines_taken(made.grid, made.widths), lines_taken(other.grid, other.widths)):
            made = other
    return made


def _closer(setting: Setting, share: float) -> Setting:
    """The same setting with ``share`` of the blank beside cells."""
    looks = setting.theme.looks
    table = msgspec.structs.replace(looks.table, inset=looks.table.inset * share)
    theme = msgspec.structs.replace(setting.theme, looks=msgspec.structs.replace(looks, table=table))
    return msgspec.structs.replace(setting, theme=theme)


def _anchored(piece: Piece, id: str, setting: Setting) -> Piece:
    """``piece`` as the place that references to the table lead to."""
    anchor = setting.document.anchors.get(id)
    return msgspec.structs.replace(piece, anchors=(anchor,) if anchor else ())


def _caption(block: Table, id: str, setting: Setting) -> list[Piece]:
    if block.title is None and not block.unit:
        return []
    style = setting.style("caption")
    foot = setting.baseline(style.leading, style.size)
    aside = setting.line(block.unit, "caption_aside") if block.unit else None
    lines: tuple[SetLine, ...] = ()
    if block.title is not None:
        runs = (Run(setting.document.numbers[id] + "\u3000"), *setting.runs(block.title))
        room = setting.measure - (aside.width + 2 * style.size if aside else 0.0)
        lines = setting.ragged(runs, "caption", room)
    height = style.leading * max(1, len(lines))
    placed = stacked(lines, style.leading, foot)
    if aside:
        placed += ((setting.measure - aside.width, foot + height - style.leading, aside),)
    anchor = (setting.document.anchors[id],)
    return [Piece(height, placed, before=setting.grid / 2, snap=True, keep=2, anchors=anchor)]


def _summary(block: Table, id: str, setting: Setting, *, first: bool) -> list[Piece]:
    """The line between title and table; ``first`` where there is no title."""
    if block.summary is None:
        return []
    style = setting.style("table_summary")
    lines = setting.ragged(setting.runs(block.summary), "table_summary", setting.measure)
    placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size))
    anchor = (setting.document.anchors[id],) if first and id in setting.document.anchors else ()
    before = setting.grid / 2 if first else 0.0
    return [Piece(style.leading * len(lines), placed, before=before, snap=first, keep=2, anchors=anchor)]


def _continued(block: Table, id: str, setting: Setting) -> tuple[Piece, ...]:
    """The line above a continued table: 续表1. Furniture: the text has said it once."""
    if block.title is None:
        return ()
    number = setting.document.numbers[id]
    line = setting.line_of((Run(f"续{number}\u3000"), *setting.quoted(block.title)), "caption_continued")
    style = setting.style("caption")
    if line.width > setting.measure:
        line = setting.line(f"续{number}", "caption_continued")
    marks = place_line(line, 0.0, setting.baseline(style.leading, style.size))
    return (Piece(style.leading, over=as_artifact(*marks)),)


def _whole(row: GridRow, role: str, columns: Sequence[Column], setting: Setting) -> Row:
    cells = []
    for cell in row.cells:
        runs = setting.runs(cell.text)
        kind = columns[cell.column].type if role == "table_body" and cell.columns == 1 else "text"
        raised = setting.theme.looks.table.raised and role == "table_body"
        names = cell.column == 0 and (kind == "label" or (raised and cell.rows > 1))  # what stands in its rows
        look = "table_quoted" if kind == "quoted" else "table_label" if names else role
        one = Cell(
            cell, runs, None, bar=bar_in(cell.text), look=look, colour="grey" if kind == "label" and not names else ""
        )
        one.raised = names and raised
        if runs:
            one.whole = setting.line_of(runs, look, one.colour)
            one.natural = one.whole.width
            if _is_broken(runs):
                lines = setting.ragged(runs, look, one.whole.width, one.colour)
                one.widths = tuple(line.width for line in lines)
                one.natural = max(one.widths)
        one.insets = _insets(cell, len(columns), setting)
        if one.whole is not None and cell.columns == 1 and aligns(columns[cell.column]) and role != "table_header":
            one.figure = figure_of(runs, one.whole, role, setting)
            one.missing = one.figure is None and says_missing(runs)
        cells.append(one)
    return Row(cells, role, row.total, row.ruled)


def _insets(cell: GridCell, columns: int, setting: Setting) -> tuple[float, float]:
    """Blank at both sides, but for the table's own edges where the theme sets cells flush with them."""
    look = setting.theme.looks.table
    first, last = cell.column == 0, cell.column + cell.columns >= columns
    return (look.inset if look.edges or not first else 0.0, look.inset if look.edges or not last else 0.0)


def _figures(block: Table, rows: Sequence[Row]) -> list[Figure | None]:
    """For each column what its figures take with their points below each other."""
    found: list[list[Figure]] = [[] for _ in block.columns]
    for row in rows:
        for one in row.cells:
            if one.figure is not None:
                found[one.cell.column].append(one.figure)
    return [block_of(figures) for figures in found]


def _entries(figures: Sequence[Figure | None], head: Row, rows: Sequence[Row], setting: Setting) -> list[list[Entry]]:
    """What each column holds, its header first: cells of one column that say or show something."""
    found: list[list[Entry]] = [[] for _ in figures]
    for at, row in enumerate((head, *rows), -1):
        for one in row.cells:
            if one.cell.columns == 1 and (one.whole is not None or one.bar is not None):
                found[one.cell.column].append(_entry(at, one, figures[one.cell.column], setting))
    return found


def _entry(at: int, one: Cell, taken: Figure | None, setting: Setting) -> Entry:
    """A cell of row ``at``; a figure has its point below the others', which with it take as much as ``taken``."""
    em = setting.style("table_body").size
    if one.whole is None or one.bar is not None:
        return Entry(at, (Line("", WIDTH * em, ""),), em, sure=WIDTH * em)
    text = "".join(run.text for run in one.runs)
    whole = bool(_FIGURE.fullmatch(text) or one.runs[0].light)  # a state and its word are never parted
    parted = "" if whole else "words"
    parts = [Line(text, one.natural, parted)]
    if taken is not None and one.figure is not None:
        parts = [Line(text, taken.head + taken.tail, parted)]
    elif one.widths:
        parts = [Line(line, width, parted) for line, width in zip(text.split("\n"), one.widths, strict=False)]
    return Entry(at, tuple(parts), one.whole.size, one.cell.rows, one.natural if whole else 0.0)


def _is_broken(runs: Sequence[Run]) -> bool:
    """Whether the author breaks the line between words."""
    text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
    return "\n" in text and not text.isspace()


def _break(row: Row, edges: Sequence[float], setting: Setting) -> None:
    """Give every cell its box and break its words to fit."""
    least = setting.style(row.role).size
    for one in row.cells:
        one.x = edges[one.cell.column]
        one.width = edges[min(one.cell.column + one.cell.columns, len(edges) - 1)] - one.x
        room = max(one.width - sum(one.insets), least)
        if one.whole is None:
            continue
        if one.whole.width <= room + 0.001 and not _is_broken(one.runs):
            one.lines = (one.whole,)
        else:
            one.lines = setting.ragged(one.runs, one.look, room, one.colour)


def _header(block: Table, head: Row, places: Sequence[FigureColumn | None], setting: Setting) -> Piece:
    height = row_height(head.cells, head.role, setting)
    lines: list[PlacedLine] = []
    over: list[Mark] = []  # of bars, which are furniture as they are
    barred = {cell.column for row in rows_of(block)[:1] for cell in row.cells if bar_in(cell.text) is not None}
    for one, place in zip(head.cells, places, strict=True):
        placed = placed_cell(one, head.role, block.columns[one.cell.column], place, height, setting)
        if one.cell.column in barred:
            over += [mark for x, y, line in placed for mark in place_line(line, x, y)]
        else:
            lines += placed
    named = as_artifact(*over) if over else ()
    ink = setting.colour("ink")
    if fill := setting.theme.looks.table.fill:
        return Piece(height, tuple(lines), under=(Rect(0.0, 0.0, setting.measure, height, fill),), over=named)
    rules: tuple[Mark, ...] = (
        Rect(0.0, 0.0, setting.measure, 0.8, ink), Rect(0.0, height - 0.4, setting.measure, 0.4, ink),
    )  # fmt: skip
    return Piece(height, tuple(lines), under=rules, over=named)
