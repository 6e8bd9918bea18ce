"""Colours that stand beside each other in a chart are told apart by everyone, and on a grey printer."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

import reportgen.theme
from reportgen.theme import load_theme

NAMES = sorted(path.stem for path in Path(reportgen.theme.__file__).parent.glob("*.yaml"))
Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]
# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SEEN: dict[str, Matrix] = {
    "everyone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}  # fmt: skip
XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
APART = 15.0  # CIE 1976 difference of neighbours: plain at a glance
CLOSED = 10.0  # of the last part of a ring and the first, between which paper runs


def _times(matrix: Matrix, colour: Triple) -> Triple:
    a, b, c = (sum(one * part for one, part in zip(row, colour, strict=True)) for row in matrix)
    return a, b, c


def _linear(colour: str) -> Triple:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _lab(colour: Triple) -> Triple:
    shares = (part / white for part, white in zip(_times(XYZ, colour), WHITE, strict=True))
    x, y, z = (share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, seen: Matrix) -> float:
    """The CIE 1976 difference of two colours as someone sees them."""
    labs = []
    for colour in (one, other):
        red, green, blue = (min(1.0, max(0.0, part)) for part in _times(seen, _linear(colour)))
        labs.append(_lab((red, green, blue)))
    return sum((a - b) ** 2 for a, b in zip(*labs, strict=True)) ** 0.5


def test_the_measure_itself() -> None:
    assert difference("#000000", "#FFFFFF", SEEN["everyone"]) == pytest.approx(100, abs=0.1)
    assert difference("#C00000", "#5A7A00", SEEN["everyone"]) > 60
    assert difference("#C00000", "#5A7A00", SEEN["deuteranopia"]) < 30  # red and olive run together


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("eye", sorted(SEEN))
def test_neighbours_differ(name: str, eye: str) -> None:
    palette = load_theme(name).palette
    for one, other in pairwise(palette):
        assert difference(one, other, SEEN[eye]) >= APART, (one, other)
    for last in palette[1:]:
        assert difference(palette[0], last, SEEN[eye]) >= CLOSED, last


def test_one_grey_alone_is_so_dark_that_it_fills_in() -> None:
    """Where there is no hue, parts are told apart by their grey alone; ink spreads, and dark greys print as black."""
    greys = load_theme("official").palette
    lightness = [_lab(_linear(grey))[0] for grey in greys]
    assert sum(light < 35 for light in lightness) <= 1
    assert all(abs(one - other) >= APART for one, other in combinations(lightness[:4], 2))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("eye", sorted(SEEN))
def test_what_the_title_speaks_of_stands_out_from_the_rest(name: str, eye: str) -> None:
    colours = load_theme(name).colours
    assert difference(colours["primary"], colours["rule"], SEEN[eye]) >= 25
