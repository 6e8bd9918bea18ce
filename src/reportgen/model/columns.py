"""The measure of columns: whole characters, so that every full line ends on its edge (typography specification 8.4).

And those of tables: which of them wrap, where there is too little room for all that stands in them.
"""

from collections.abc import Mapping, Sequence

import msgspec

from reportgen.model.pieces import Line, lines_in, width_for

GUTTER = 2.0  # em between two columns, and what whole characters leave over

_MOST_LINES = 40  # of a cell, before a table is given up to the least widths
_TRIED = 8  # widths of a column that are looked at, at each step
_ROUNDED = 0.01  # em: margins written in millimetres or twips make a measure that much short of whole characters


def column_measure(measure: float, count: int, size: float) -> float:
    """The width of each of ``count`` columns on ``measure``, both in points; ``size`` is a character's."""
    characters = int((measure / size - GUTTER * (count - 1)) / count + _ROUNDED)
    return max(1, characters) * size


def eased(widths: list[float], naturals: Sequence[float]) -> list[float]:
    """``widths`` with what some have over their natural width given to those that have less than theirs."""
    lacks = [max(0.0, natural - width) for width, natural in zip(widths, naturals, strict=True)]
    spare = [max(0.0, width - natural) for width, natural in zip(widths, naturals, strict=True)]
    moved = min(sum(lacks), sum(spare))
    if moved <= 0.0:
        return widths
    give, take = moved / sum(spare), moved / sum(lacks)
    return [width - over * give + lack * take for width, over, lack in zip(widths, spare, lacks, strict=True)]


def not_below(widths: Sequence[float], leasts: Sequence[float]) -> list[float]:
    """``widths`` with every column as wide as its ``least``, the others giving in the share of what they have over.

    As they are where the least widths do not fit together: a figure is then broken by force, and reported.
    """
    missing = sum(max(0.0, least - width) for width, least in zip(widths, leasts, strict=True))
    over = sum(max(0.0, width - least) for width, least in zip(widths, leasts, strict=True))
    if missing <= 0.0 or missing > over:
        return list(widths)
    return [
        least if width <= least else width - (width - least) * missing / over
        for width, least in zip(widths, leasts, strict=True)
    ]


class Need(msgspec.Struct, frozen=True):
    """What a column needs, in points: ``least`` that it is never below, ``beside`` its words, and its cells.

    A cell: its row, its lines where nothing wraps (an author's break parts two), rows that it reaches over.
    """

    least: float
    beside: float
    cells: tuple[tuple[int, tuple[Line, ...], int], ...]

    @property
    def natural(self) -> float:
        """The width at which nothing wraps."""
        widest = max((part.width for _, parts, _ in self.cells for part in parts), default=0.0)
        return max(self.least, self.beside + widest)

    def within(self, lines: int) -> float:
        """The width at which no cell takes more than ``lines`` lines of each row that it reaches over."""
        wide = max(0.0, self.least - self.beside)
        for _, parts, rows in self.cells:
            if lines_in(parts, wide) > max(lines * rows, len(parts)):
                wide = width_for(parts, lines * rows)
        return max(self.least, wide + self.beside)


def fitted(needs: Sequence[Need], measure: float) -> list[float]:
    """Widths of columns that wrap no more than they must, adding up to ``measure`` at most; points.

    First the fewest lines that the tallest row can do with, then, as far as there is room, whatever makes most rows
    lower for the least width. Where not even the least widths have room, all of them shrink alike.
    """
    leasts = [need.least for need in needs]
    if sum(leasts) >= measure:
        return [least * measure / sum(leasts) for least in leasts]
    widths = leasts
    for lines in range(1, _MOST_LINES):
        tried = [need.within(lines) for need in needs]
        if sum(tried) <= measure:
            widths = tried
            break
    return _lowered(needs, widths, measure)


def _lowered(needs: Sequence[Need], widths: list[float], measure: float) -> list[float]:
    """``widths`` with what is left of ``measure`` where it saves most lines."""
    while True:
        room = measure - sum(widths)
        taken = [_by_row(need, width) for need, width in zip(needs, widths, strict=True)]
        best, chosen = 0.0, None
        for at, need in enumerate(needs):
            others = _tallest([lines for other, lines in enumerate(taken) if other != at])
            for width in _wider(need, taken[at], widths[at], room):
                lines = _by_row(need, width)
                saved = sum(max(0, taken[at][row] - max(lines[row], others.get(row, 1))) for row in lines)
                if saved / (width - widths[at]) > best:
                    best, chosen = saved / (width - widths[at]), (at, width)
        if chosen is None:
            return widths
        widths = [chosen[1] if at == chosen[0] else width for at, width in enumerate(widths)]


def _by_row(need: Need, width: float) -> dict[int, int]:
    """The lines of each cell at ``width``, by its row: of those in one row, which others share."""
    return {row: lines_in(parts, width - need.beside) for row, parts, rows in need.cells if rows == 1}


def _tallest(columns: Sequence[Mapping[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for lines in columns:
        for row, count in lines.items():
            found[row] = max(found.get(row, 1), count)
    return found


def _wider(need: Need, taken: Mapping[int, int], width: float, room: float) -> list[float]:
    """Some widths of a column, no more than ``room`` above what it has, at which a cell takes fewer lines."""
    found = {
        width_for(parts, taken[row] - 1) + need.beside
        for row, parts, rows in need.cells
        if rows == 1 and taken[row] > len(parts)
    }
    fitting = sorted(one for one in found if width < one <= width + room)
    return fitting[:: max(1, len(fitting) // _TRIED)]
