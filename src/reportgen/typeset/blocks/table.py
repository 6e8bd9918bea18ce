"""Tables: rules above, below the header and at the foot; the header comes again on every page."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Column, Table
from reportgen.model.columns import not_below
from reportgen.model.inlines import Prose
from reportgen.model.runs import Run
from reportgen.model.table_bars import bar_in, has_bars, without_bars
from reportgen.typeset.grid import GridCell, GridRow, column_widths, rows_of
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

_SHORT = 2.1  # em: a header of two characters over figures is not broken
_FIGURE = re.compile("[−+↑↓-]?[0-9][0-9.,]*[%‰]?")
_NARROW = 3.1  # em: nor is one of three (完成率), where words have some room beside it all the same
# The room that columns claim: figures with their units as far as they take no more than this share of the measure,
# words so many em, headers over figures so many. The first that fits together is kept: rather the widest figures lose
# their units to a second line.
_CLAIMS = (
    (1 / 3, 5.0, _NARROW), (1 / 3, 5.0, _SHORT), (1 / 4, 5.0, _SHORT), (1 / 4, 4.0, _SHORT),
    (1 / 5, 4.0, _SHORT), (1 / 5, 3.5, _SHORT), (0.15, 4.0, 1.0), (0.0, 4.0, 1.0), (0.0, 3.0, 1.0), (0.0, 0.0, 1.0),
)  # fmt: skip


_WHOLE = 6  # lines of source and notes that stay together
_LONG = 0.75  # of a page: a longer table has closer rows, where the theme has them
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
    block, close = _choice(block, setting)
    made = _laid(block, _closer(setting) if close else setting)
    if not made.fits:
        made = _laid(block, _closer(setting))
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
    """A table's cells and the widths of its columns. ``fits``: words have room for some characters on a line."""

    head: Row
    rows: list[Row]
    figures: list[Figure | None]
    widths: list[float]
    fits: bool


def _laid(block: Table, setting: Setting) -> _Laid:
    header_cells = tuple(GridCell(column.title, index, 1, 1) for index, column in enumerate(block.columns))
    head = _whole(GridRow(header_cells, False), "table_header", block.columns, setting)
    rows = [_whole(row, "table_total" if row.total else "table_body", block.columns, setting) for row in rows_of(block)]
    figures = _figures(block, rows)
    widths = column_widths(block.columns, _naturals(figures, head, rows, setting), setting.measure)
    em = setting.style("table_body").size
    for share, words, heads in _CLAIMS:
        leasts = _leasts(block, figures, rows, share * setting.measure, words * em)
        leasts = _with_headers(leasts, figures, head, heads)
        if sum(leasts) <= setting.measure:
            return _Laid(head, rows, figures, not_below(widths, leasts), words > 0)
    return _Laid(head, rows, figures, widths, False)


def _choice(block: Table, setting: Setting) -> tuple[Table, bool]:
    """A table with bars as it has a line for every row: as it is, with columns closer together, without the bars.

    Also whether columns stand closer together. Any other table as it is.
    """
    if not has_bars(block):
        return block, False
    for one in (block, without_bars(block)):
        for close, tried in ((False, setting), (True, _closer(setting))):
            if _has_room(one, tried):
                return one, close
    return without_bars(block), True


def _closer(setting: Setting) -> Setting:
    """The same setting with a third of the blank beside cells."""
    looks = setting.theme.looks
    table = msgspec.structs.replace(looks.table, inset=looks.table.inset / 3)
    theme = msgspec.structs.replace(setting.theme, looks=msgspec.structs.replace(looks, table=table))
    return msgspec.structs.replace(setting, theme=theme)


def _has_room(block: Table, setting: Setting) -> bool:
    """Whether all cells stand on one line each, but for those of columns whose widths are given."""
    heads = tuple(GridCell(column.title, index, 1, 1) for index, column in enumerate(block.columns))
    widest = [one.natural for one in _whole(GridRow(heads, False), "table_header", block.columns, setting).cells]
    for grid in rows_of(block):
        for one in _whole(grid, "table_body", block.columns, setting).cells:
            if one.cell.columns == 1:
                widest[one.cell.column] = max(widest[one.cell.column], _width(one, setting))
    for at, column in enumerate(block.columns):
        if column.width is not None:
            widest[at] = min(widest[at], column.width * setting.measure)
    return sum(widest) + 2 * setting.theme.looks.table.inset * len(widest) <= setting.measure


def _width(one: Cell, setting: Setting) -> float:
    """What a cell wants without its insets."""
    if one.bar is not None:
        return WIDTH * setting.style("table_body").size
    return one.natural


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
                one.natural = max(line.width for line in lines)
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


def _naturals(
    figures: Sequence[Figure | None], head: Row, rows: Sequence[Row], setting: Setting
) -> list[tuple[float, float]]:
    """For each column the width of its widest cell and of its header, with insets."""
    bodies = [0.0 if one is None else one.head + one.tail for one in figures]
    bodies = [width + sum(cell.insets) if width else 0.0 for width, cell in zip(bodies, head.cells, strict=True)]
    headers = [0.0] * len(bodies)
    for row in (head, *rows):
        into = headers if row is head else bodies
        for one in row.cells:
            if one.cell.columns == 1 and (one.whole is not None or one.bar is not None):
                into[one.cell.column] = max(into[one.cell.column], _width(one, setting) + sum(one.insets))
    return list(zip(bodies, headers, strict=True))


def _with_headers(leasts: Sequence[float], figures: Sequence[Figure | None], head: Row, most: float) -> list[float]:
    """``leasts`` with what a header of up to ``most`` em needs over figures, else one character of it."""
    found = list(leasts)
    for at, (figure, cell) in enumerate(zip(figures, head.cells, strict=True)):
        if cell.whole is not None and figure is not None:
            size = cell.whole.size
            needed = cell.natural if cell.natural <= most * size else min(cell.natural, size)
            found[at] = max(found[at], needed + sum(cell.insets))
    return found


def _leasts(
    block: Table, figures: Sequence[Figure | None], rows: Sequence[Row], most: float, words: float
) -> list[float]:
    """For each column the width of its widest figure, which has no place to break.

    In columns of figures, with its unit (4800余万平方米) and its point below the others', where that takes no more than
    ``most``. In columns of words ``words``, where they need as much.
    """
    found = [0.0] * len(block.columns)
    for row in rows:
        for one in row.cells:
            if one.cell.columns > 1 or one.whole is None:
                continue
            column, width = block.columns[one.cell.column], one.whole.width + sum(one.insets)
            taken = figures[one.cell.column]
            if taken is not None and one.figure is not None:
                together = taken.head + taken.tail + sum(one.insets)
                width = together if together <= most else width
            of_figures = column.type == "number" or column.align == "right"
            lit = bool(one.runs[0].light)  # a state and its word are never parted
            if lit or _FIGURE.fullmatch(one.whole.text) or (of_figures and width <= most):
                found[one.cell.column] = max(found[one.cell.column], width)
            elif words and not of_figures:
                found[one.cell.column] = max(found[one.cell.column], min(width, words + sum(one.insets)))
    return found


def _is_broken(runs: Sequence[Run]) -> bool:
    """Whether the author breaks the line."""
    return "\n" in runs[0].text if len(runs) == 1 else any("\n" in run.text for run in runs)


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
