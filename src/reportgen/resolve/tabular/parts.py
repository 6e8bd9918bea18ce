"""What the tables made of lists are built from: cells, columns, rows that head a group."""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from reportgen.model.blocks import Cell, Column, Row
from reportgen.model.inlines import Inline, Prose, Strong, Text

T = TypeVar("T")
ColumnKind = Literal["text", "number", "label", "quoted"]


def prose(text: str) -> Prose:
    """Plain characters as prose."""
    return Prose((Text(text),) if text else ())


def cell(content: Prose | str | None, *, strong: bool = False) -> Cell:
    """A cell; the author's own prose is kept as it is, so that its notes are told by their identity."""
    written = content if isinstance(content, Prose) else prose(content or "")
    if strong and written.inlines:
        written = Prose((Strong(written.inlines),))
    return Cell(text=written)


def inlines(*parts: Inline) -> Cell:
    """A cell of these inlines."""
    return Cell(text=Prose(parts))


def column(
    title: str, kind: ColumnKind = "text",
    align: Literal["left", "center", "right"] | None = None, width: float | None = None,
) -> Column:  # fmt: skip
    """A column as wide as what stands in it, or of ``width`` as a share of the measure."""
    return Column(title=prose(title), type=kind, align=align, width=width)


def group_row(words: str, columns: int) -> Row:
    """The row above those of a group, over all columns."""
    return Row(cells=(Cell(text=Prose((Strong((Text(words),)),)), columns=columns),))


def grouped(items: Iterable[T], names: Sequence[str]) -> list[tuple[str, list[T]]]:
    """``items`` by the ``names`` of their groups, groups in the order in which they first occur."""
    found: dict[str, list[T]] = {}
    for item, name in zip(items, names, strict=True):
        found.setdefault(name, []).append(item)
    return list(found.items())
