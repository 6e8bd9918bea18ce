"""Crop, fold and register marks and the sheet's number, all outside the trim and the bleed, on every plate."""

import msgspec

from reportgen.press.geometry import written
from reportgen.press.layout import CLEARANCE, LENGTH, Face
from reportgen.units import POINTS_PER_MM

_WIDTH = 0.25  # points
_TARGET = 1.5 * POINTS_PER_MM  # radius of a register mark
_ARC = 0.5523  # control points of a quarter circle
_DASH = "[2 1.5] 0 d"
_DIGIT = (1.4 * POINTS_PER_MM, 2.6 * POINTS_PER_MM)

# Strokes of a figure: t(op) m(iddle) b(ottom), and left and right above (L R) and below (l r).
_STROKES = {
    "0": "tbLRlr", "1": "Rr", "2": "tRmlb", "3": "tRmrb", "4": "LRmr", "5": "tLmrb", "6": "tLmlrb", "7": "tRr",
    "8": "tmbLRlr", "9": "tLRmrb", "A": "tLRmlr", "B": "Llmbr", "-": "m",
}  # fmt: skip
_ENDS = {
    "t": (0, 2, 1, 2), "m": (0, 1, 1, 1), "b": (0, 0, 1, 0), "L": (0, 1, 0, 2), "R": (1, 1, 1, 2),
    "l": (0, 0, 0, 1), "r": (1, 0, 1, 1),
}  # fmt: skip


class Line(msgspec.Struct, frozen=True):
    """A mark's stroke between two points of the sheet."""

    x1: float
    y1: float
    x2: float
    y2: float
    folded: bool = False


def crop_lines(face: Face) -> list[Line]:
    """Crop marks of a side: along every trim edge that a knife follows, at the sheet's own edges only.

    At a fold there is none: the spine is not cut, and between pages that meet elsewhere no mark has room.
    """
    if not face.standing:
        return []
    columns = max(one.cell.column for one in face.standing)
    rows = max(one.cell.row for one in face.standing)
    near, far = face.bleed + CLEARANCE, face.bleed + CLEARANCE + LENGTH
    block = face.block
    lines = []
    for one in face.standing:
        edges = []
        if columns == 0 or one.cell.column % 2 == 0:
            edges.append(one.trim.left)
        if columns == 0 or one.cell.column % 2 == 1:
            edges.append(one.trim.right)
        for x in edges:
            if one.cell.row == rows:
                lines.append(Line(x, block.top + near, x, block.top + far))
            if one.cell.row == 0:
                lines.append(Line(x, block.bottom - near, x, block.bottom - far))
        for y in (one.trim.bottom, one.trim.top):
            if one.cell.column == 0:
                lines.append(Line(block.left - near, y, block.left - far, y))
            if one.cell.column == columns:
                lines.append(Line(block.right + near, y, block.right + far, y))
    return lines


def fold_lines(face: Face) -> list[Line]:
    """Fold marks of a side, at its edges."""
    near, far = face.bleed + CLEARANCE, face.bleed + CLEARANCE + LENGTH
    block = face.block
    lines = []
    for x in face.upright_folds:
        lines.append(Line(x, block.top + near, x, block.top + far, folded=True))
        lines.append(Line(x, block.bottom - near, x, block.bottom - far, folded=True))
    for y in face.level_folds:
        lines.append(Line(block.left - near, y, block.left - far, y, folded=True))
        lines.append(Line(block.right + near, y, block.right + far, y, folded=True))
    return lines


def targets(face: Face) -> list[tuple[float, float]]:
    """Middles of the register marks, one at each edge, away from crop and fold marks."""
    away = face.bleed + CLEARANCE + LENGTH / 2
    block = face.block
    x = block.left + block.width * (3 / 8 if face.upright_folds else 1 / 2)
    y = block.bottom + block.height * (1 / 4 if face.level_folds else 1 / 2)
    return [(x, block.top + away), (x, block.bottom - away), (block.left - away, y), (block.right + away, y)]


def label_lines(face: Face, label: str) -> list[Line]:
    """The sheet's number above the first page, in strokes as on a pocket calculator: marks need no font."""
    width, height = _DIGIT
    x = face.block.left + 4 * POINTS_PER_MM
    y = face.block.top + face.bleed + CLEARANCE + (LENGTH - height) / 2
    lines = []
    for sign in label:
        for stroke in _STROKES[sign]:
            x1, y1, x2, y2 = _ENDS[stroke]
            lines.append(Line(x + x1 * width, y + y1 * height / 2, x + x2 * width, y + y2 * height / 2))
        x += 1.6 * width
    return lines


def drawn(face: Face, label: str) -> str:
    """Operators that draw all marks of a side in the colour space ``/All`` of its resources."""
    parts = [f"q /All CS 1 SCN {written(_WIDTH)} w 0 J 0 j"]
    parts += [_stroked(line) for line in crop_lines(face) + label_lines(face, label)]
    for x, y in targets(face):
        parts.append(_circle(x, y))
        reach = LENGTH / 2
        parts.append(_stroked(Line(x - reach, y, x + reach, y)))
        parts.append(_stroked(Line(x, y - reach, x, y + reach)))
    folds = fold_lines(face)
    if folds:
        parts.append(_DASH)
        parts += [_stroked(line) for line in folds]
    parts.append("Q")
    return "\n".join(parts) + "\n"


def _stroked(line: Line) -> str:
    return f"{written(line.x1, line.y1)} m {written(line.x2, line.y2)} l S"


def _circle(x: float, y: float) -> str:
    r, k = _TARGET, _TARGET * _ARC
    quarters = [
        (r, k, k, r, 0, r), (-k, r, -r, k, -r, 0), (-r, -k, -k, -r, 0, -r), (k, -r, r, -k, r, 0),
    ]  # fmt: skip
    curves = [
        f"{written(x + a, y + b, x + c, y + d, x + e, y + f)} c" for a, b, c, d, e, f in quarters
    ]  # fmt: skip
    return f"{written(x + r, y)} m {' '.join(curves)} s"
