"""Lists of people as tables."""

from collections.abc import Iterator

from reportgen.model.blocks import Cell, Column, NameItem, Names, Row, Table
from reportgen.model.inlines import Prose, Spaced
from reportgen.resolve.tabular.parts import cell, column, group_row, grouped

_SPREAD = 3  # characters: names of two take the room of three


def table_of_names(block: Names) -> Table:
    """Number, name, unit, post, time and note, as far as anyone has them; a row above each group."""
    used = [field for field in _fields(block) if any(_has(item, field) for item in block.items)]
    spread = any(len(item.name) >= _SPREAD for item in block.items)
    columns = tuple(_column(block, field) for field in used)
    rows: list[Row] = []
    number = 0
    for group, items in grouped(block.items, [item.group for item in block.items]):
        if group:
            rows.append(group_row(f"{group}（{len(items)}人）", len(columns)))
        for item in items:
            number += 1
            rows.append(Row(cells=tuple(_cell(item, field, number, spread=spread) for field in used)))
    return Table(title=block.title, columns=columns, rows=tuple(rows), source=block.source, id=block.id)


def _fields(block: Names) -> Iterator[str]:
    if block.numbered:
        yield "number"
    yield from ("name", "unit") if block.first == "name" else ("unit", "name")
    yield from ("post", "time", "note")


def _has(item: NameItem, field: str) -> bool:
    return field == "number" or bool(getattr(item, field))


def _column(block: Names, field: str) -> Column:
    return column(getattr(block.heads, field), "number" if field in ("number", "time") else "text")


def _cell(item: NameItem, field: str, number: int, *, spread: bool) -> Cell:
    if field == "number":
        return cell(str(number))
    if field == "name" and spread and len(item.name) == _SPREAD - 1 and all(char >= "\u2e80" for char in item.name):
        return Cell(text=Prose((Spaced(item.name),)))
    return cell(getattr(item, field))
