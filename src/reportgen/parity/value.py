"""What a comparison finds."""

from typing import Literal

import msgspec

Kind = Literal[
    "heading", "level", "text", "figure", "caption", "chart", "sheet", "column", "note", "restated", "order", "missing",
    "extra",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "heading", "level", "caption", "chart", "sheet", "column", "figure", "text", "missing", "extra", "order",
    "restated", "note",
)  # fmt: skip


class Difference(msgspec.Struct, frozen=True):
    """One difference: what the booklet says on ``page`` (0: unknown), what the draft says below ``heading``.

    ``chart``, ``sheet``: the heading is the chart's caption; of a sheet, ``printed`` is what its own chart shows.
    ``column``: the heading is the table's caption, where it has one; a column's head and cells, of ``paragraphs`` rows.
    "" for a text that is not there. ``other_page``: of what stands elsewhere in the draft, the page it follows there.
    """

    kind: Kind
    page: int
    heading: str
    printed: str
    drafted: str
    paragraphs: int = 1
    other_page: int = 0


class Report(msgspec.Struct, frozen=True):
    """How much was compared, and every difference in the booklet's order. Counts are (booklet, draft)."""

    pages: int
    paragraphs: int
    headings: tuple[int, int]
    characters: tuple[int, int]
    figures: tuple[int, int]
    captions: tuple[int, int]
    charts: tuple[int, int]
    notes: tuple[int, int]
    marks: int  # of the draft, taken away before
    differences: tuple[Difference, ...]
