"""Tables, cell by cell."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.model.blocks.block import Block, Id
from reportgen.model.inlines import Prose


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table column. ``number`` aligns at the decimal point, ``quoted`` is another's words in a face of their own.

    Width is relative to the other columns'.
    """

    title: Prose
    type: Literal["text", "number", "label", "quoted"] = "text"
    width: Annotated[float, Meta(gt=0, le=100, description="Relative width; left out: by content.")] | None = None
    align: Literal["left", "center", "right"] | None = None

    @property
    def is_words(self) -> bool:
        """Whether it holds words that are broken where room is short."""
        return self.type in ("text", "quoted")


class Cell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cell that spans columns or rows; a cell without spans is written as a plain string."""

    text: Prose
    columns: Annotated[int, Meta(ge=1, le=64)] = 1
    rows: Annotated[int, Meta(ge=1, le=1000)] = 1


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of cells; ``total`` sets it off, ``ruled`` has a rule above it. Without marks it is written as a list."""

    cells: tuple[Cell, ...]
    total: bool = False
    ruled: Annotated[bool, Meta(description="A rule above it.")] = False


class Table(Block, frozen=True, kw_only=True, tag="table"):
    """A table with one header row, repeated on every page it runs to."""

    title: Prose | None = None
    summary: Annotated[Prose | None, Meta(description="What it comes to, between title and table.")] = None
    columns: Annotated[tuple[Column, ...], Meta(min_length=1, max_length=24)]
    rows: tuple[Row, ...]
    unit: Annotated[str, Meta(description="Unit of all figures, printed above the table at the right.")] = ""
    source: Prose | None = None
    id: Id | None = None
