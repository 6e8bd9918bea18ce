"""Tables: rules above, below the header and at the foot; the header comes again on every page."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Table
from reportgen.model.runs import Run
from reportgen.typeset.grid import GridCell, GridRow, column_widths, not_below, rows_of
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact, as_furniture
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.table_rows import Cell, Row, TableBody, placed_cell, row_height
from reportgen.typeset.text import SetLine, place_line, text_width

_FIGURE = re.compile("[−+↑↓-]?[0-9][0-9.,]*[%‰]?")
_VALUE_MOST = 1 / 3  # of the measure: a figure with its unit that takes more may break before the unit


def set_table(block: Table, id: str, setting: Setting) -> list[Piece]:
    """Caption with the unit at the right, header, rows, source."""
    header_cells = tuple(GridCell(column.title, index, 1, 1) for index, column in enumerate(block.columns))
    count = len(block.columns)
    head = _whole(GridRow(header_cells, False), "table_header", count, setting)
    rows = [_whole(row, "table_total" if row.total else "table_body", count, setting) for row in rows_of(block)]
    widths = column_widths(block.columns, _naturals(count, head, rows), setting.measure)
    widths = not_below(not_below(widths, _leasts(block, rows, setting.measure)), _leasts(block, rows, 0.0))
    edges = [sum(widths[:index]) for index in range(len(widths) + 1)]
    for row in (head, *rows):
        _break(row, edges, setting)
    points = _decimal_points(block, rows, edges, setting)
    header = _header(block, head, setting)
    pieces = _caption(block, id, setting)
    if not pieces:
        header = msgspec.structs.replace(header, before=setting.grid / 5)
        anchor = setting.document.anchors.get(id)
        header = msgspec.structs.replace(header, anchors=(anchor,) if anchor else ())
    pieces.append(msgspec.structs.replace(header, keep=1))
    repeat = (*_continued(block, id, setting), as_furniture(header))
    pieces += TableBody(block, rows, points, repeat, setting).pieces()
    if block.source is not None:
        style = setting.style("source")
        lines = setting.ragged(setting.runs(block.source), "source", setting.measure)
        placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size) + 1)
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        pieces.append(Piece(style.leading * len(lines), placed))
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.grid / 2)
    return pieces


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


def _whole(row: GridRow, role: str, columns: int, setting: Setting) -> Row:
    cells = []
    for cell in row.cells:
        runs = setting.runs(cell.text)
        one = Cell(cell, runs, setting.line_of(runs, role) if runs else None)
        one.insets = _insets(cell, columns, setting)
        cells.append(one)
    return Row(cells, role, row.total)


def _insets(cell: GridCell, columns: int, setting: Setting) -> tuple[float, float]:
    """Blank at both sides, but for the table's own edges where the theme sets cells flush with them."""
    look = setting.theme.looks.table
    first, last = cell.column == 0, cell.column + cell.columns >= columns
    return (look.inset if look.edges or not first else 0.0, look.inset if look.edges or not last else 0.0)


def _naturals(count: int, head: Row, rows: Sequence[Row]) -> list[tuple[float, float]]:
    """For each column the width of its widest cell and of its header, with insets."""
    bodies, headers = [0.0] * count, [0.0] * count
    for row in (head, *rows):
        into = headers if row is head else bodies
        for one in row.cells:
            if one.cell.columns == 1 and one.whole is not None:
                into[one.cell.column] = max(into[one.cell.column], one.whole.width + sum(one.insets))
    return list(zip(bodies, headers, strict=True))


def _leasts(block: Table, rows: Sequence[Row], measure: float) -> list[float]:
    """For each column the width of its widest figure, which has no place to break.

    In columns of figures, with its unit (4800余万平方米), where it takes no more than its share of ``measure``.
    """
    found = [0.0] * len(block.columns)
    for row in rows:
        for one in row.cells:
            if one.cell.columns > 1 or one.whole is None:
                continue
            column, width = block.columns[one.cell.column], one.whole.width + sum(one.insets)
            figures = column.type == "number" or column.align == "right"
            if _FIGURE.fullmatch(one.whole.text) or (figures and width <= _VALUE_MOST * measure):
                found[one.cell.column] = max(found[one.cell.column], width)
    return found


def _break(row: Row, edges: Sequence[float], setting: Setting) -> None:
    """Give every cell its box and break its words to fit."""
    least = setting.style(row.role).size
    for one in row.cells:
        one.x = edges[one.cell.column]
        one.width = edges[min(one.cell.column + one.cell.columns, len(edges) - 1)] - one.x
        room = max(one.width - sum(one.insets), least)
        if one.whole is None:
            continue
        if one.whole.width <= room + 0.001 and not any("\n" in run.text for run in one.runs):
            one.lines = (one.whole,)
        else:
            one.lines = setting.ragged(one.runs, row.role, room)


def _header(block: Table, head: Row, setting: Setting) -> Piece:
    height = row_height(head.cells, head.role, setting)
    lines: list[PlacedLine] = []
    for one in head.cells:
        lines += placed_cell(one, head.role, block.columns[one.cell.column], None, height, setting)
    ink = setting.colour("ink")
    rules: tuple[Mark, ...] = (
        Rect(0.0, 0.0, setting.measure, 0.8, ink), Rect(0.0, height - 0.4, setting.measure, 0.4, ink),
    )  # fmt: skip
    return Piece(height, tuple(lines), under=rules)


def _is_figure(text: str) -> bool:
    return text[:1].isdigit() or (text[:1] in "−-+↑↓" and text[1:2].isdigit())


def _before_point(text: str, role: str, setting: Setting) -> float:
    """The width of a figure up to its decimal point."""
    whole = text.split(".")[0]
    digits = len(whole)
    while digits and not whole[digits - 1].isdigit():
        digits -= 1  # 12% has its point after the 12
    return text_width(setting.text, whole[:digits], setting.look(role))


def _decimal_points(block: Table, rows: Sequence[Row], edges: Sequence[float], setting: Setting) -> list[float | None]:
    """Where the decimal points of each number column stand; the widest fraction is flush right."""
    points: list[float | None] = [None] * len(block.columns)
    for row in rows:
        for one in row.cells:
            index = one.cell.column
            column = block.columns[index]
            if column.type != "number" or column.align is not None or one.cell.columns > 1 or one.whole is None:
                continue
            if _is_figure(one.whole.text) and one.whole.width <= one.width:
                one.before_point = _before_point(one.whole.text, row.role, setting)
                fraction = one.whole.width - one.before_point
                edge = one.right - fraction
                known = points[index]
                points[index] = edge if known is None else min(known, edge)
    return points
