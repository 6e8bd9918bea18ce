"""Which page lies where on which side of which sheet: imposition as arithmetic, without a PDF.

Words of the trade: a sheet has a front and a back, is turned over sideways between the two, and is folded into a
signature. A saddle-stitched booklet is one signature of nested sheets, a bound book is signatures one after another.
"""

from typing import Literal

import msgspec

Scheme = Literal["none", "saddle", "quire", "signature"]
Binding = Literal["left", "right"]

SECTION = 16  # pages of a full signature


class Cell(msgspec.Struct, frozen=True):
    """A page's place on a side: ``place`` counts from 0 in the finished booklet.

    ``column`` and ``row`` count from the left and from the bottom; a ``turned`` page stands upside down; ``depth``:
    how many folded leaves of its signature lie around it (0 for the outermost).
    """

    place: int
    column: int
    row: int = 0
    turned: bool = False
    depth: int = 0


class Sheet(msgspec.Struct, frozen=True):
    """A printed sheet: columns and rows of pages, front and back as seen when each lies on top."""

    columns: int
    rows: int
    front: tuple[Cell, ...]
    back: tuple[Cell, ...]


# A sheet folded across its longer side again and again, the last fold at the spine: pages of the front and of the back
# by rows from the bottom. The upper row stands on its head: heads meet where the sheet is folded.
_FOLDED: dict[int, tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]] = {
    4: (((4, 1),), ((2, 3),)),
    8: (((8, 1), (5, 4)), ((2, 7), (3, 6))),
    16: (((4, 13, 16, 1), (5, 12, 9, 8)), ((2, 15, 14, 3), (7, 10, 11, 6))),
}


def filled(pages: int, multiple: int, back_cover: bool) -> tuple[int | None, ...]:
    """The booklet's pages in order, counted from 0, with blanks (None) up to a multiple.

    Blanks stand before the last page where that is the back cover, else at the end.
    """
    blanks: list[int | None] = [None] * (-pages % multiple)
    real: list[int | None] = list(range(pages))
    if back_cover and pages > 1:
        return (*real[:-1], *blanks, real[-1])
    return (*real, *blanks)


def sections(pages: int, scheme: Scheme) -> tuple[int, ...]:
    """How many pages each signature has, for a number of pages that is a multiple of 4.

    What is left over after sections of 16 makes smaller ones, of 12 (8 and 4 where one sheet is folded), 8 or 4; they
    stand before the last full one, since a thin signature holds badly on the outside.
    """
    if scheme == "saddle":
        return (pages,)
    full, left = divmod(pages, SECTION)
    if scheme == "signature" and left == 12:
        small: tuple[int, ...] = (8, 4)
    else:
        small = (left,) if left else ()
    return (SECTION,) * (full - 1) + small + (SECTION,) * min(full, 1)


def sheets(pages: int, scheme: Scheme, binding: Binding = "left") -> tuple[Sheet, ...]:
    """The sheets of a booklet of ``pages`` (a multiple of 4 unless the scheme is ``none``), in printing order."""
    if scheme == "none":
        return tuple(Sheet(1, 1, (Cell(place, 0),), ()) for place in range(pages))
    made: list[Sheet] = []
    first = 0
    for size in sections(pages, scheme):
        made += [_folded(first, size)] if scheme == "signature" else _nested(first, size)
        first += size
    return tuple(made) if binding == "left" else tuple(_mirrored(sheet) for sheet in made)


def _nested(first: int, size: int) -> list[Sheet]:
    """Sheets of four pages one inside another, from the outermost."""
    made = []
    for depth in range(size // 4):
        low, high = first + 2 * depth, first + size - 1 - 2 * depth
        front = (Cell(high, 0, depth=depth), Cell(low, 1, depth=depth))
        back = (Cell(low + 1, 0, depth=depth), Cell(high - 1, 1, depth=depth))
        made.append(Sheet(2, 1, front, back))
    return made


def _folded(first: int, size: int) -> Sheet:
    """One sheet folded once, twice or three times into ``size`` pages."""
    front, back = _FOLDED[size]

    def side(rows: tuple[tuple[int, ...], ...]) -> tuple[Cell, ...]:
        return tuple(
            Cell(first + page - 1, column, row, turned=row == 1, depth=_depth(page, size))
            for row, line in enumerate(rows)
            for column, page in enumerate(line)
        )

    return Sheet(len(front[0]), len(front), side(front), side(back))


def _depth(page: int, size: int) -> int:
    """How many leaves lie around that of ``page`` (from 1): leaves hang together in pairs, first with last."""
    leaf = (page - 1) // 2
    return min(leaf, size // 2 - 1 - leaf)


def _mirrored(sheet: Sheet) -> Sheet:
    """The sheet of a booklet bound at the right: the same pages from right to left."""

    def side(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(msgspec.structs.replace(cell, column=sheet.columns - 1 - cell.column) for cell in cells)

    return msgspec.structs.replace(sheet, front=side(sheet.front), back=side(sheet.back))
