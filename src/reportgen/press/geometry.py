"""Rectangles and matrices of a PDF's user space, in points."""

from typing import Self

import msgspec

# a b c d e f of ISO 32000-1, 8.3.3: x' = a x + c y + e, y' = b x + d y + f
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rect(msgspec.Struct, frozen=True):
    """A rectangle by its edges; ``left <= right`` and ``bottom <= top`` unless it is empty."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def empty(self) -> bool:
        """Whether nothing lies inside, not even a line."""
        return self.left > self.right or self.bottom > self.top

    def grown(self, by: float) -> "Rect":
        """The rectangle with every edge ``by`` further out."""
        return Rect(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def moved(self, right: float, up: float) -> "Rect":
        """The rectangle elsewhere."""
        return Rect(self.left + right, self.bottom + up, self.right + right, self.top + up)

    def meet(self, other: Self) -> "Rect":
        """What both have; may be empty."""
        return Rect(
            max(self.left, other.left), max(self.bottom, other.bottom), min(self.right, other.right),
            min(self.top, other.top),
        )  # fmt: skip

    def seen_through(self, matrix: Matrix) -> "Rect":
        """The smallest upright rectangle around what ``matrix`` makes of this one."""
        corners = [
            applied(matrix, x, y) for x, y in (
                (self.left, self.bottom), (self.right, self.bottom), (self.left, self.top), (self.right, self.top)
            )
        ]  # fmt: skip
        return around(corners)


def around(points: list[tuple[float, float]]) -> Rect:
    """The smallest upright rectangle that holds all of ``points`` (one at least)."""
    across = [x for x, _ in points]
    up = [y for _, y in points]
    return Rect(min(across), min(up), max(across), max(up))


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where ``matrix`` takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def after(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and ``then`` the other, as ``cm`` puts the new one before the old."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def shift(right: float, up: float) -> Matrix:
    """The matrix that moves and does nothing else."""
    return (1.0, 0.0, 0.0, 1.0, right, up)


def written(*numbers: float) -> str:
    """Numbers for a content stream, to a hundred thousandth of a point, without exponents."""
    return " ".join(_number(number) for number in numbers)


def _number(number: float) -> str:
    text = f"{number:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
