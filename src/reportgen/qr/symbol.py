"""A code's modules, its drawing as one filled path, its picture.

One path, not a square a module: squares side by side show hairlines between them on screens and in some print shops.
"""

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.drawing import Colour, Path, Segment
from reportgen.qr.address import written

if TYPE_CHECKING:
    from segno import QRCode

Modules = tuple[tuple[bool, ...], ...]  # rows from the top; True is dark; without the quiet zone

QUIET = 4  # modules of blank that a code wants on all sides (ISO/IEC 18004, 6.3.8)
_LEVEL = "m"  # 15 % may be damaged; segno raises it where that costs no modules
_PIXELS = 12  # of a module in a picture

Point = tuple[int, int]


@lru_cache(maxsize=256)
def modules(address: str) -> Modules:
    """The modules of the code that says ``address``. Raises AddressError."""
    return tuple(tuple(bool(module) for module in row) for row in _made(address).matrix)


def drawn(address: str, x: float, y: float, side: float, colour: Colour) -> Path:
    """The code ``side`` points wide with its top-left module's corner at (x, y); its quiet zone is the caller's.

    Raises AddressError.
    """
    rows = modules(address)
    unit = side / len(rows)
    segments: list[Segment] = []
    for outline in outlines(rows):
        (first_x, first_y), *rest = outline
        segments.append(("M", x + first_x * unit, y + first_y * unit))
        segments.extend(("L", x + column * unit, y + row * unit) for column, row in rest)
        segments.append(("Z",))
    return Path(tuple(segments), fill=colour)


def picture(address: str) -> bytes:
    """The code as a PNG file of one bit a pixel, quiet zone and all. Raises AddressError."""
    file = io.BytesIO()
    _made(address).save(file, kind="png", scale=_PIXELS, border=QUIET)
    return file.getvalue()


def outlines(rows: Modules) -> list[list[Point]]:
    """The corners (column, row) of closed lines around the dark areas: clockwise, around holes the other way.

    Filled by the non-zero winding rule they are the dark modules, each area in one piece.
    """
    size = len(rows)

    def dark(row: int, column: int) -> bool:
        return 0 <= row < size and 0 <= column < size and rows[row][column]

    onward: dict[Point, list[Point]] = {}
    for row in range(size):
        for column in range(size):
            if not rows[row][column]:
                continue
            left, right, top, foot = column, column + 1, row, row + 1
            for neighbour, begin, end in (
                ((row - 1, column), (left, top), (right, top)),
                ((row, column + 1), (right, top), (right, foot)),
                ((row + 1, column), (right, foot), (left, foot)),
                ((row, column - 1), (left, foot), (left, top)),
            ):
                if not dark(*neighbour):
                    onward.setdefault(begin, []).append(end)
    found: list[list[Point]] = []
    for start, ends in onward.items():
        while ends:
            line = [start]
            at = ends.pop(0)
            while at != start:
                line.append(at)
                at = onward[at].pop(0)
            found.append(_corners(line))
    return found


def _corners(line: list[Point]) -> list[Point]:
    """``line`` without the points at which it goes straight on."""
    count = len(line)
    return [
        (x, y)
        for index, (x, y) in enumerate(line)
        if not (
            line[index - 1][0] == x == line[(index + 1) % count][0]
            or line[index - 1][1] == y == line[(index + 1) % count][1]
        )
    ]


def _made(address: str) -> "QRCode":
    import segno  # only where a code is to be drawn

    return segno.make_qr(written(address), error=_LEVEL, boost_error=True)
