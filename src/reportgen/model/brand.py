"""The mark of whoever issues a report, as its brand file names it."""

from typing import Literal

import msgspec

from reportgen.diagnostics import Spot

LogoPlace = Literal["cover", "head", "back"]


class Logo(msgspec.Struct, frozen=True):
    """A picture file of the project; ``height`` in points, the most it takes; ``alt`` is what it says."""

    file: str
    spot: Spot
    height: float
    places: tuple[LogoPlace, ...]
    alt: str
