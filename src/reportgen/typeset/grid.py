"""A table's cells on their grid of rows and columns."""

import msgspec

from reportgen.model.blocks import Table
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
