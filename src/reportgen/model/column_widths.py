"""The widths of a table's columns, for both renderers: figures keep what they need, words share what is left."""

from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Column
from reportgen.model.columns import Need, eased, fitted, not_below
from reportgen.model.pieces import Line, lines_in

_TALL = 4.1  # em: what a name beside several rows claims at most
# What columns claim for as long as all have room for it: figures with their units no more than this share of the
# measure, words and headers so many em. Rather the widest figures lose their units to a second line than words stand
# in twos and threes; a figure itself is not parted by any of them.
_CLAIMS = (
    (1 / 3, 5.0, 3.0), (1 / 3, 5.0, 2.0), (1 / 4, 5.0, 2.0), (1 / 4, 4.0, 2.0), (1 / 5, 4.0, 2.0), (1 / 5, 3.5, 2.0),
    (0.15, 4.0, 1.0), (1 / 5, 2.0, 2.0), (1 / 6, 2.0, 1.0), (0.0, 3.0, 1.0), (0.0, 0.0, 1.0),
)  # fmt: skip
_WORTH = 1 / 8  # of a table's lines, for which its columns stand closer together
_CROWDED = 7  # from this claim on: words have no room for some characters on a line


class Entry(msgspec.Struct, frozen=True):
    """A cell of one column: its row (-1: the header's) and its lines where nothing wraps.

    ``rows``: how many it reaches over; ``sure``: points of what is never parted; ``size``: of its type.
    """

    row: int
    parts: tuple[Line, ...]
    size: float
    rows: int = 1
    sure: float = 0.0


class Grid(msgspec.Struct, frozen=True):
    """What a table's columns hold: cells, and what stands ``besides`` them, by column; the table's ``measure``.

    ``size`` is that of the table's text.
    """

    columns: Sequence[Column]
    cells: Sequence[Sequence[Entry]]
    besides: Sequence[float]
    measure: float
    size: float


def column_widths(grid: Grid) -> list[float]:
    """Widths in points that add up to the measure.

    Widths given by the author are shares, but for what a column does not need and another would wrap without: they
    were thought of for one theme's type, and another's is larger. Else nothing wraps where there is room, and the
    columns of words take what is left; where there is none, as little wraps as can be.
    """
    columns, measure = grid.columns, grid.measure
    needs = _needs(grid)[0]
    naturals = [need.natural for need in needs]
    given = [column.width for column in columns]
    if all(width is not None for width in given):
        known = sum(width or 0.0 for width in given)
        shares = [(width or 0.0) / known * measure for width in given]
        return not_below(eased(shares, naturals), [need.least for need in needs])
    needs = _with_wishes(needs, given, measure)
    naturals = [max(need.natural, need.least) for need in needs]
    widths = naturals if sum(naturals) <= measure else fitted(needs, measure)
    return _filled(columns, widths, naturals, measure)


def is_crowded(grid: Grid) -> bool:
    """Whether words have no room for some characters on a line beside what the other columns must have."""
    return _needs(grid)[1]


def has_room(grid: Grid) -> bool:
    """Whether nothing wraps, but for what stands in columns whose widths are given."""
    return grid.measure >= sum(
        need.natural if column.width is None else min(need.natural, column.width * grid.measure)
        for need, column in zip(_needs(grid)[0], grid.columns, strict=True)
    )


def lines_taken(grid: Grid, widths: Sequence[float]) -> int:
    """How many lines all rows below the header take; a cell over several rows has their lines."""
    tallest: dict[int, int] = {}
    for column, beside, width in zip(grid.cells, grid.besides, widths, strict=True):
        for one in column:
            if one.row >= 0 and one.rows == 1:
                tallest[one.row] = max(tallest.get(one.row, 1), lines_in(one.parts, width - beside))
    return sum(tallest.values())


def is_worth_it(lines: int, fewer: int) -> bool:
    """Whether ``fewer`` lines than ``lines`` are worth less blank beside words."""
    return lines - fewer >= _WORTH * lines


def _with_wishes(needs: Sequence[Need], given: Sequence[float | None], measure: float) -> list[Need]:
    """Columns that have widths where others have none: shares of the measure, as far as half the room goes."""
    wished = sum(width or 0.0 for width in given)
    if not wished:
        return list(needs)
    share = min(0.8, wished) * measure / wished
    extra = [
        max(0.0, min((width or 0.0) * share, need.natural) - need.least)
        for need, width in zip(needs, given, strict=True)
    ]
    room = max(0.0, measure - sum(need.least for need in needs)) / 2
    part = min(1.0, room / sum(extra)) if sum(extra) else 0.0
    return [
        msgspec.structs.replace(need, least=need.least + more * part)
        for need, more in zip(needs, extra, strict=True)
    ]  # fmt: skip


def _filled(
    columns: Sequence[Column], widths: Sequence[float], naturals: Sequence[float], measure: float
) -> list[float]:
    """What is left goes to columns that lack something, then to those of words in the share of what they have."""
    spare = max(0.0, measure - sum(widths))
    lacks = [max(0.0, natural - width) for natural, width in zip(naturals, widths, strict=True)]
    part = min(1.0, spare / sum(lacks)) if sum(lacks) else 0.0
    widths = [width + lack * part for width, lack in zip(widths, lacks, strict=True)]
    spare = max(0.0, measure - sum(widths))
    taking = [at for at, column in enumerate(columns) if column.is_words and column.width is None]
    taking = taking or [at for at, column in enumerate(columns) if column.width is None]
    whole = sum(widths[at] for at in taking)
    return [
        width + (spare * (width / whole if whole else 1 / len(taking)) if at in taking else 0.0)
        for at, width in enumerate(widths)
    ]


def _needs(grid: Grid) -> tuple[list[Need], bool]:
    """What the columns need by the first claims that have room together, and whether these are the last ones."""
    size = grid.size
    widest = [_widest(column) for column in grid.cells]
    leasts: list[float] = []
    crowded = False
    for at, (figures, words, heads) in enumerate(_CLAIMS):
        leasts = [
            beside + max(
                sure,
                min(body, words * size if _is_open(column) else figures * grid.measure),
                min(head, heads * size),
            )
            for column, (body, head, sure), beside in zip(grid.columns, widest, grid.besides, strict=True)
        ]  # fmt: skip
        crowded = at >= _CROWDED
        if sum(leasts) <= grid.measure:
            break
    needs = [
        Need(least, beside, tuple((one.row, one.parts, one.rows) for one in column))
        for least, beside, column in zip(leasts, grid.besides, grid.cells, strict=True)
    ]
    return needs, crowded


def _is_open(column: Column) -> bool:
    """Whether what a column holds may be of any length: words, not figures."""
    return column.type != "number" and column.align != "right"


def _widest(column: Sequence[Entry]) -> tuple[float, float, float]:
    """The widest line of a column's cells, and of its header, and the widest of what is never parted."""
    body = head = sure = 0.0
    for one in column:
        if one.row < 0:
            head = max(head, *(part.width for part in one.parts))
        else:
            widths = [part.width for part in one.parts]
            # a name beside several rows has as many lines for nothing
            body = max(body, *(min(wide, _TALL * one.size) if one.rows > 1 else wide for wide in widths))
            sure = max(sure, one.sure)
    return body, head, sure
