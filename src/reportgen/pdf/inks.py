"""How colours are written into content streams: as they are for screens, as inks for a press."""

from collections.abc import Callable
from typing import Protocol

from reportgen.pdf.edition import Cmyk, Edition
from reportgen.pdf.syntax import colour_operator, number

LARGE = 0.1  # of the page: an area so large may be printed in a black of several inks

# Names of graphics states: what follows prints over what is there, or takes its place (ISO 32000-1, 8.6.7).
_OVER, _INSTEAD = "/GO gs ", "/GI gs "


class Inks(Protocol):
    """Operators that choose a colour (``#RRGGBB``); ``states``: the graphics states that they name, for resources."""

    states: str

    def text(self, colour: str) -> str:
        """For type that is filled."""

    def area(self, colour: str) -> str:
        """For areas that are filled."""

    def large(self, colour: str) -> str:
        """For an area of ``LARGE`` of the page or more."""

    def line(self, colour: str) -> str:
        """For strokes."""


class _Screen:
    states = ""

    def text(self, colour: str) -> str:
        return colour_operator(colour, "rg")

    area = large = text

    def line(self, colour: str) -> str:
        return colour_operator(colour, "RG")


class _Process:
    """Cyan, magenta, yellow and black. Black type prints over what is there: its edges need no register."""

    states = "/GO<</Type/ExtGState/op true/OPM 1>>/GI<</Type/ExtGState/op false/OPM 0>>"

    def __init__(self, inks: Callable[[str], Cmyk], rich_black: Cmyk) -> None:
        self._inks = inks
        self._rich_black = rich_black

    def text(self, colour: str) -> str:
        inks = self._inks(colour)
        return (_OVER if inks == (0, 0, 0, 100) else _INSTEAD) + _shares(inks, "k")

    def area(self, colour: str) -> str:
        return _INSTEAD + _shares(self._inks(colour), "k")

    def large(self, colour: str) -> str:
        inks = self._inks(colour)
        return _INSTEAD + _shares(self._rich_black if inks == (0, 0, 0, 100) else inks, "k")

    def line(self, colour: str) -> str:
        return _shares(self._inks(colour), "K")


class _Grey:
    states = ""

    def __init__(self, black: Callable[[str], int]) -> None:
        self._black = black

    def text(self, colour: str) -> str:
        return f"{number(1 - self._black(colour) / 100)} g"

    area = large = text

    def line(self, colour: str) -> str:
        return f"{number(1 - self._black(colour) / 100)} G"


def inks_of(edition: Edition) -> Inks:
    """How an edition writes its colours."""
    if edition.ink is None:
        return _Screen()
    from reportgen.pdf.separation import RICH_BLACK, separation  # a plain build has no inks to separate

    parted = separation()
    if edition.ink == "grey":
        return _Grey(parted.black)
    return _Process(lambda colour: edition.given.get(colour) or parted.inks(colour), RICH_BLACK)


def _shares(inks: Cmyk, operator: str) -> str:
    return " ".join(number(ink / 100) for ink in inks) + f" {operator}"
