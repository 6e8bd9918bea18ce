"""What touches the trim goes on over it: areas are drawn out, lines go on, pictures are mirrored at the edge.

Nothing inside the trim changes. A mark touches an edge where it ends there or beyond it; a mark that goes over the
bleed by itself is left as it is.
"""

from collections.abc import Iterator
from itertools import pairwise, product

import msgspec

from reportgen.drawing import Image, Line, Mark, Path, Rect, Segment

_NEAR = 0.1  # points from the edge: nobody means to leave so little white
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x, y, width, height


class Trim(msgspec.Struct, frozen=True):
    """A page of ``width`` by ``height`` points with ``bleed`` around it."""

    width: float
    height: float
    bleed: float

    def bled(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """The marks of a page, those that touch the trim drawn out over the bleed."""
        return tuple(self._mark(mark) for mark in marks)

    def mirrored(self, mark: Image) -> Iterator[tuple[tuple[float, ...], Box]]:
        """For every strip of bleed beside a picture: the matrix that mirrors it there, and the strip.

        Matrices take the unit square to the page with y up from its foot; strips have y down from its head.
        """
        x, y, w, h = mark.x, mark.y, mark.width, mark.height
        across = [(1.0, x, max(x, 0.0), min(x + w, self.width))]
        if self._touches(x):
            across.append((-1.0, x, -self.bleed, x))
        if self._touches(self.width - x - w):
            across.append((-1.0, x + 2 * w, x + w, self.width + self.bleed))
        down = [(1.0, y, max(y, 0.0), min(y + h, self.height))]
        if self._touches(y):
            down.append((-1.0, y - h, -self.bleed, y))
        if self._touches(self.height - y - h):
            down.append((-1.0, y + h, y + h, self.height + self.bleed))
        for (turn, begin, left, right), (flip, head, top, bottom) in product(across, down):
            if turn == flip == 1.0:
                continue  # the picture itself
            foot = self.height - head - (h if flip > 0 else 0.0)
            yield (turn * w, 0.0, 0.0, flip * h, begin, foot), (left, top, right - left, bottom - top)

    def _mark(self, mark: Mark) -> Mark:
        match mark:
            case Rect():
                x, y, width, height = self._box((mark.x, mark.y, mark.width, mark.height))
                return msgspec.structs.replace(mark, x=x, y=y, width=width, height=height)
            case Line():
                x1, y1 = self._end((mark.x1, mark.y1), (mark.x2, mark.y2))
                x2, y2 = self._end((mark.x2, mark.y2), (mark.x1, mark.y1))
                return msgspec.structs.replace(mark, x1=x1, y1=y1, x2=x2, y2=y2)
            case Path():
                clip = None if mark.clip is None else self._box(mark.clip)
                return msgspec.structs.replace(mark, segments=tuple(self._outline(mark)), clip=clip)
            case _:
                return mark

    def _touches(self, inside: float) -> bool:
        """Whether something that ends ``inside`` an edge is to be drawn out over it."""
        return -self.bleed < inside <= _NEAR

    def _box(self, box: Box) -> Box:
        x, y, width, height = box
        right, foot = x + width, y + height
        if right < 0 or foot < 0 or x > self.width or y > self.height or width <= 0 or height <= 0:
            return box
        x = -self.bleed if self._touches(x) else x
        y = -self.bleed if self._touches(y) else y
        right = self.width + self.bleed if self._touches(self.width - right) else right
        foot = self.height + self.bleed if self._touches(self.height - foot) else foot
        return x, y, right - x, foot - y

    def _end(self, end: Point, other: Point) -> Point:
        """The end of a line, further out in its own direction where it stands on an edge that it crosses."""
        out = self._beyond(end)
        if out is None:
            return end
        dx, dy = end[0] - other[0], end[1] - other[1]
        steps = [
            (goal - at) / step
            for goal, at, step in ((out[0], end[0], dx), (out[1], end[1], dy))
            if goal != at and abs(step) > 1e-6 and (goal - at) / step > 0
        ]
        reach = max(steps, default=0.0)
        return end[0] + dx * reach, end[1] + dy * reach

    def _beyond(self, point: Point) -> Point | None:
        """The place at the outer edge of the bleed beside a point on the trim's edge; None for any other point."""
        x, y = point
        if not (-self.bleed < x < self.width + self.bleed and -self.bleed < y < self.height + self.bleed):
            return None
        left, right = self._touches(x), self._touches(self.width - x)
        top, foot = self._touches(y), self._touches(self.height - y)
        if not (left or right or top or foot):
            return None
        return (
            -self.bleed if left else self.width + self.bleed if right else x,
            -self.bleed if top else self.height + self.bleed if foot else y,
        )

    def _outline(self, path: Path) -> Iterator[Segment]:
        """The segments; an area's straight side along an edge makes a way round over the bleed."""
        if path.fill is None:
            yield from self._drawn_on(path.segments)
            return
        begin: Point | None = None
        at: Point | None = None
        for segment in (*path.segments, None):
            end = None if segment is None else _end_of(segment)
            if segment is None or segment[0] in ("M", "Z"):
                if at and begin:
                    yield from self._round(at, begin)  # filling closes what is open
                at = begin = end or begin
            elif at and end:
                if segment[0] == "L":
                    yield from self._round(at, end)
                at = end
            if segment is not None:
                yield segment

    def _round(self, one: Point, two: Point) -> Iterator[Segment]:
        """Out and back, where a straight side lies on an edge of the trim."""
        if not self._on_one_edge(one, two):
            return
        for point in map(self._beyond, (one, two)):
            if point is not None:
                yield ("L", *point)
        yield ("L", *two)

    def _on_one_edge(self, one: Point, two: Point) -> bool:
        sides = [
            (one[0], two[0]), (self.width - one[0], self.width - two[0]), (one[1], two[1]),
            (self.height - one[1], self.height - two[1]),
        ]  # fmt: skip
        return any(self._touches(first) and self._touches(second) for first, second in sides)

    def _drawn_on(self, segments: tuple[Segment, ...]) -> Iterator[Segment]:
        """A line that begins or ends at an edge goes on over it."""
        for segment, following in pairwise((*segments, None)):
            if segment is None:
                continue
            end, after = _end_of(segment), None if following is None else _end_of(following)
            if segment[0] == "M" and end and following is not None and following[0] == "L" and after:
                yield ("M", *self._end(end, after))
                continue
            yield segment
            if end and segment[0] != "M" and (following is None or following[0] == "M"):
                out = self._beyond(end)
                if out is not None:
                    yield ("L", *out)


def _end_of(segment: Segment) -> Point | None:
    """Where a segment ends; None for one that closes."""
    match segment:
        case ("M" | "L", x, y) | ("C", _, _, _, _, x, y):
            return x, y
        case _:
            return None
