"""Whether a cover holds what its author gives it: a page of its own cannot go on over the next one."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting

_ABOVE, _BELOW = 0.7, 0.08  # em about the baseline: the ink of nearly every glyph
_LEAST = 5.0  # points: covers close up where much is written on them, but nobody reads less
_TOUCH = 0.35  # em across and 0.1 down: side bearings, marks that hang
_Box = tuple[float, float, float, float, float]  # left, top, right, bottom, size of its type


def reported(pieces: Sequence[Piece], setting: Setting) -> list[Piece]:
    """``pieces`` of a cover; lines too small to read, off the page or over each other are an error at its place."""
    boxes = [box for piece in pieces for box in _boxes(piece)]
    page = setting.theme.page
    lost = any(
        size < _LEAST or left < -0.01 or top < 0 or right > page.width + 0.6 * size or bottom > page.height
        for left, top, right, bottom, size in boxes
    )
    if lost or any(_overlap(one, other) for one, other in combinations(boxes, 2)):
        setting.text.sink.error("cover-full", setting.text.spot)
    return list(pieces)


def _boxes(piece: Piece, x: float = 0.0, y: float = 0.0) -> Iterator[_Box]:
    for left, foot, line in piece.lines:
        size = line.size
        yield x + left, y + foot - _ABOVE * size, x + left + line.width, y + foot + _BELOW * size, size
    for across, down, inner in piece.inner:
        yield from _boxes(inner, x + across, y + down)


def _overlap(one: _Box, other: _Box) -> bool:
    least = min(one[4], other[4])
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > _TOUCH * least and down > 0.1 * least
