"""A tower with a roof and windows: a task on covers and openings of the bright look."""

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.typeset.shapes import polygon
from reportgen.typeset.text import SetLine, place_line

_OVER = 0.057  # of the width: a roof's eaves at each side
_PANE = 0.23  # of the width: a window, of two beside each other
_FLOOR = 0.485  # of the width: from window to window
_LEAST = 5.0  # points: narrower walls have no windows


class Tower(msgspec.Struct, frozen=True):
    """Its left edge, the ground, width and height of its walls, the height of its roof."""

    x: float
    ground: float
    width: float
    height: float
    roof: float


def draw_tower(tower: Tower, colours: tuple[str, str, str], label: SetLine | None = None) -> tuple[Mark, ...]:
    """Walls, roof and windows in these colours; ``label`` on the wall at its foot."""
    wall, roof, window = colours
    x, width = tower.x, tower.width
    top = tower.ground - tower.height
    marks: list[Mark] = [Rect(x, top, width, tower.height, wall)]
    over = _OVER * width
    marks.append(polygon(((x - over, top), (x + width / 2, top - tower.roof), (x + width + over, top)), roof))
    foot = tower.ground
    if label is not None:
        foot -= 0.7 * label.size
        marks += place_line(label, x + (width - label.width) / 2, foot)
        foot -= 1.3 * label.size
    if width >= _LEAST:
        marks += _windows(tower, foot, window)
    return tuple(marks)


def _windows(tower: Tower, foot: float, colour: str) -> list[Mark]:
    """Two in a row, or one where the wall is narrow; as many rows as there is room for above ``foot``."""
    pairs = tower.width >= 14.0
    side = _PANE * tower.width if pairs else 0.4 * tower.width
    floor = _FLOOR * tower.width if pairs else 0.85 * tower.width
    top = tower.ground - tower.height + 0.32 * tower.width
    lefts = (0.2, 0.57) if pairs else (0.3,)
    marks: list[Mark] = []
    y = top
    while y + side <= foot:
        marks += [Rect(tower.x + left * tower.width, y, side, side, colour) for left in lefts]
        y += floor
    return marks
