"""Straight strokes between the points of a series, and whether one runs through a box."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportgen.charts.sheet import Box

Point = tuple[float, float]
Stroke = tuple[Point, Point]


def strokes(row: Sequence[Point | None]) -> Iterator[Stroke]:
    """The strokes of a series whose points run from left to right; a gap (None) parts them."""
    for start, end in pairwise(row):
        if start is not None and end is not None:
            yield start, end


def runs_of(row: Sequence[Point | None]) -> list[list[Point]]:
    """The stretches of a series without gaps."""
    found: list[list[Point]] = [[]]
    for point in row:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [run for run in found if run]


def crossed(box: Box, lines: Iterable[Stroke]) -> bool:
    """Whether a line runs through the figures in ``box``."""
    left, top, right, bottom = box[0], box[1] + 1, box[2], box[3] - 1
    for (x1, y1), (x2, y2) in lines:
        if x2 <= left or x1 >= right:
            continue
        slope = (y2 - y1) / (x2 - x1)
        start = y1 + (max(left, x1) - x1) * slope
        end = y1 + (min(right, x2) - x1) * slope
        if max(start, end) > top and min(start, end) < bottom:
            return True
    return False
