"""What pages are painted for: a screen, or a press with its inks and its bleed."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from reportgen.units import POINTS_PER_MM

Ink = Literal["cmyk", "grey"]
Cmyk = tuple[int, int, int, int]  # per cent of each ink
BLEED = 3 * POINTS_PER_MM  # what printers ask for


class Edition(msgspec.Struct, frozen=True):
    """``ink`` None: colours as written, in RGB, for screens. ``bleed``: points of paper beyond every edge of the trim.

    ``given``: inks of colours (``#RRGGBB``) that a designer chose; all others are separated by the profile.
    ``fillable``: what is to be filled in can be filled in on a screen.
    """

    ink: Ink | None = None
    bleed: float = 0.0
    given: Mapping[str, Cmyk] = {}
    fillable: bool = False


SCREEN = Edition()
FILLABLE = Edition(fillable=True)
