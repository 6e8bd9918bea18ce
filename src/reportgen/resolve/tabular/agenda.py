"""An agenda as a table."""

from reportgen.model.blocks import Agenda, Row, Table
from reportgen.resolve.tabular.parts import cell, column


def table_of_agenda(block: Agenda) -> Table:
    """Time, item, and who is in charge, if anyone is; a break stands between rules."""
    who = any(item.who is not None for item in block.items)
    columns = [column("时间", "number"), column("内容")]
    if who:
        columns.append(column("负责", "label", "right"))
    rows = []
    apart = False
    for item in block.items:
        cells = [cell(item.time), cell(item.item), *([cell(item.who)] if who else [])]
        rows.append(Row(cells=tuple(cells), ruled=item.pause or apart))
        apart = item.pause
    return Table(title=block.title, columns=tuple(columns), rows=tuple(rows), source=block.source, id=block.id)
