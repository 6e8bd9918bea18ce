"""The figures that a drawing of the booklet shows, as its marked content tells them (``XXTable``)."""

from decimal import Decimal

import msgspec
import pikepdf

from reportgen.manuscript import number_of

_MOST_CELLS = 10_000  # of a drawing
_LONGEST = 1_000  # characters of a cell


class Figure(msgspec.Struct, frozen=True):
    """As printed, and exactly; None for no figure."""

    words: str
    exact: Decimal | None


class Drawn(msgspec.Struct, frozen=True):
    """A chart of the booklet: rows of figures by category, a column for each series."""

    page: int
    categories: tuple[str, ...]
    series: tuple[str, ...]
    figures: tuple[tuple[Figure, ...], ...]
    said: str = ""  # all that is printed in the drawing

    @property
    def turned(self) -> "Drawn":
        """The same with its series as categories."""
        return Drawn(self.page, self.series, self.categories, tuple(zip(*self.figures, strict=True)), self.said)


def drawn_of(table: object, page: int) -> Drawn | None:
    """What a table of marked content tells; None for one that is none, or absurd."""
    if not isinstance(table, pikepdf.Array) or len(table) < 2:
        return None
    rows: list[list[str]] = []
    for row in table:
        if not isinstance(row, pikepdf.Array) or len(row) * len(table) > _MOST_CELLS or len(row) < 2:
            return None
        rows.append([str(cell)[:_LONGEST] for cell in row])
    if any(len(row) != len(rows[0]) for row in rows):
        return None
    return Drawn(
        page, tuple(row[0] for row in rows[1:]), tuple(rows[0][1:]),
        tuple(tuple(map(_figure, row[1:])) for row in rows[1:]),
    )  # fmt: skip


def _figure(cell: str) -> Figure:
    words, _, exact = cell.partition("\t")
    return Figure(words, number_of(exact or words))
