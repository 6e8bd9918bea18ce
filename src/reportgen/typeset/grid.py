"""A table's cells on their grid of rows and columns, and the widths of its columns."""

from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Column, Table
from reportgen.model.columns import eased
from reportgen.model.inlines import Prose


class GridCell(msgspec.Struct, frozen=True):
    """A cell with the column it begins in and how far it reaches."""

    text: Prose
    column: int
    columns: int
    rows: int


class GridRow(msgspec.Struct, frozen=True):
    """The cells that begin in a row, left to right."""

    cells: tuple[GridCell, ...]
    total: bool
    ruled: bool = False


def rows_of(table: Table) -> list[GridRow]:
    """The rows with every cell's column known: cells that reach down from above take up their places."""
    count = len(table.columns)
    taken: list[int] = [0] * count  # rows still covered from above, by column
    found = []
    for index, row in enumerate(table.rows):
        column = 0
        cells = []
        for cell in row.cells:
            while column < count and taken[column]:
                column += 1
            if column >= count:
                break  # a surplus of cells is reported by resolve
            columns = min(cell.columns, count - column)
            rows = min(cell.rows, len(table.rows) - index)
            cells.append(GridCell(cell.text, column, columns, rows))
            for covered in range(column, column + columns):
                taken[covered] = rows
            column += columns
        taken = [max(0, left - 1) for left in taken]
        found.append(GridRow(tuple(cells), row.total, row.ruled))
    return found


def column_widths(columns: Sequence[Column], naturals: Sequence[tuple[float, float]], measure: float) -> list[float]:
    """Widths in points that add up to ``measure``; ``naturals`` is the widest body cell and header of each column.

    Widths given by the author are kept in their proportions, but for what a column does not need and another would
    wrap without: they were thought of for one theme's type, and another's is larger. Otherwise figures and labels get
    what they need, texts share the rest by what they would need; a header may wrap where room is short.
    """
    if all(column.width is not None for column in columns):
        whole = sum(column.width or 0.0 for column in columns)
        return eased([measure * (column.width or 0.0) / whole for column in columns], [max(pair) for pair in naturals])
    wanted = [max(pair) for pair in naturals]
    given = sum(column.width or 0.0 for column in columns)
    if given:  # some are given: they are shares of the measure, beside what the others want
        share = min(0.8, given)
        wanted = [
            column.width / given * share * measure if column.width is not None else natural
            for column, natural in zip(columns, wanted, strict=True)
        ]
    spare = measure - sum(wanted)
    flexible = [index for index, column in enumerate(columns) if column.is_words and column.width is None]
    if spare >= 0:
        grow = flexible or list(range(len(columns)))
        whole = sum(wanted[index] for index in grow) or 1.0
        return [
            width + (spare * (width or whole / len(grow)) / whole if index in grow else 0.0)
            for index, width in enumerate(wanted)
        ]
    return _squeezed(wanted, [body for body, _ in naturals], flexible, measure)


def _squeezed(wanted: list[float], bodies: Sequence[float], flexible: Sequence[int], measure: float) -> list[float]:
    """Too little room: first headers wrap, then texts, then all."""
    floor = measure / len(wanted) / 3
    widths = [
        want if index in flexible else min(want, max(body, floor))
        for index, (want, body) in enumerate(zip(wanted, bodies, strict=True))
    ]
    fixed = sum(width for index, width in enumerate(widths) if index not in flexible)
    room = measure - fixed
    if flexible and room >= floor * len(flexible):
        spare = room - floor * len(flexible)
        whole = sum(max(0.0, widths[index] - floor) for index in flexible) or 1.0
        for index in flexible:
            widths[index] = floor + spare * max(0.0, widths[index] - floor) / whole
        return widths
    whole = sum(widths)
    return [measure * width / whole for width in widths]
