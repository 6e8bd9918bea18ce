"""Icons: each is drawn within its square, no two alike, and says what it is drawn with."""

import pytest

from reportgen.model.icons import ICONS, Icon
from reportgen.typeset.icons import draw_icon

SIDE, LEFT, TOP = 48.0, 100.0, 200.0


def points(icon: Icon) -> list[tuple[float, float]]:
    """The ends and control points of an icon drawn in the square above."""
    numbers = [segment[1:] for segment in draw_icon(icon, LEFT, TOP, SIDE, "#123456").segments if segment[0] != "Z"]
    return [(one[at], one[at + 1]) for one in numbers for at in range(0, len(one), 2)]


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_fills_its_square_and_does_not_leave_it(icon: Icon) -> None:
    path = draw_icon(icon, LEFT, TOP, SIDE, "#123456")
    half = path.stroke_width / 2
    across, down = zip(*points(icon), strict=True)
    assert path.stroke == "#123456"
    assert path.fill is None
    assert min(across) - half >= LEFT
    assert max(across) + half <= LEFT + SIDE
    assert min(down) - half >= TOP
    assert max(down) + half <= TOP + SIDE
    assert max(max(across) - min(across), max(down) - min(down)) > 0.7 * SIDE


def test_no_two_icons_are_alike() -> None:
    assert len({draw_icon(icon, 0.0, 0.0, 24.0, "#000000").segments for icon in ICONS}) == len(ICONS)
