"""Where a table may go on over the page: three rows at its foot and at the next one's head, as far as that is cheap."""

from collections.abc import Sequence

_FEW = 3  # rows of a table that goes on over the page, at least, on either page


def with_company(
    keeps: Sequence[int], heights: Sequence[float], heads: Sequence[bool], rooms: tuple[float, float]
) -> list[int]:
    """How many of the rows below each must stand on its page, so that few stand alone at a table's beginning and end.

    ``keeps``: as many as must in any case; ``heights`` in points; ``heads``: whether a row only heads others or sums
    them up. ``rooms``: rows that take more points together, at the table's beginning or further down, may be parted
    lest they leave a hole on a page.
    """
    found = list(keeps)
    first = _least(heads, found)
    if sum(heights[: _end(found, 0, first)]) <= rooms[0]:
        found[0] = max(found[0], first - 1)
    last = len(found) - _least(heads[::-1], found)
    begin = next(at for at in range(len(found)) if _end(found, at, 1) > last)
    if sum(heights[begin:]) <= rooms[begin > 0]:
        found[last] = len(found) - 1 - last
    return found


def _least(heads: Sequence[bool], rows: Sequence[int]) -> int:
    """So many rows from the first on hold ``_FEW`` that ``heads`` does not name; all where there are not as many."""
    count = 0
    for at, head in enumerate(heads):
        count += not head
        if count == _FEW:
            return at + 1
    return len(rows)


def _end(keeps: Sequence[int], at: int, rows: int) -> int:
    """The end of the rows that stand together where ``rows`` from ``at`` on do."""
    end = at + rows
    while at < end:
        end = max(end, at + 1 + keeps[at])
        at += 1
    return end
