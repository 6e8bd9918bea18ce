"""What a pressman asks for."""

import msgspec

from reportgen.press.order import Binding, Scheme
from reportgen.units import POINTS_PER_MM


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Lengths in points. ``trim``: the finished page where the file's own boxes do not say; ``sheet``: the paper.

    ``creep``: how much each folded leaf pushes those inside it outwards, the paper's thickness; ``mill``: what is
    milled off at the spine of a bound book; ``back_cover``: whether the last page is it, so that blanks come before.
    """

    scheme: Scheme = "none"
    binding: Binding = "left"
    trim: tuple[float, float] | None = None
    sheet: tuple[float, float] | None = None
    bleed: float = 3 * POINTS_PER_MM
    creep: float = 0.1 * POINTS_PER_MM
    mill: float = 0.0
    marks: bool = True
    back_cover: bool = True
