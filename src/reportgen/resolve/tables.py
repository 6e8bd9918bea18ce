"""Whether the cells of a table fill its columns: a surplus cell would be lost, a missing one would shift the row."""

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import Table

Path = tuple[str | int, ...]


def check_cells(table: Table, file: str, path: Path, sink: Diagnostics) -> None:
    """Report each row whose cells, with those that reach down from above, are more or fewer than the columns."""
    count = len(table.columns)
    reaching = [0] * count  # rows still covered from above, by column
    for index, row in enumerate(table.rows):
        column, surplus = 0, 0
        for cell in row.cells:
            while column < count and reaching[column]:
                column += 1
            for place in range(column, column + cell.columns):
                if place < count and not reaching[place]:
                    reaching[place] = cell.rows
                else:
                    surplus += 1
            column += cell.columns
        missing = sum(left == 0 for left in reaching)
        if surplus or missing:
            filled = count + surplus - missing
            sink.error("table-cells", Spot(file, (*path, "rows", index)), cells=filled, columns=count)
        reaching = [max(0, left - 1) for left in reaching]
