"""Tables with bars in a column of their own: which cell is one, and the table without them where room is short."""

import msgspec

from reportgen.model.blocks import Table
from reportgen.model.inlines import Bar, Prose


def bar_in(prose: Prose | None) -> Bar | None:
    """The bar that a cell is, if it is one."""
    if prose is None or len(prose.inlines) != 1:
        return None
    one = prose.inlines[0]
    return one if isinstance(one, Bar) else None


def has_bars(table: Table) -> bool:
    """Whether any cell is a bar."""
    return any(bar_in(cell.text) is not None for row in table.rows for cell in row.cells)


def without_bars(table: Table) -> Table:
    """``table`` without the column of its bars, which its first row has one of."""
    at = 0
    for cell in table.rows[0].cells:
        if bar_in(cell.text) is not None:
            break
        at += cell.columns
    rows = tuple(
        msgspec.structs.replace(row, cells=tuple(cell for cell in row.cells if bar_in(cell.text) is None))
        for row in table.rows
    )
    return msgspec.structs.replace(table, columns=(*table.columns[:at], *table.columns[at + 1 :]), rows=rows)
