"""The brand's logo on covers and in running heads."""

from typing import Literal

from reportgen.drawing import Begin, End, Image, Mark
from reportgen.model.brand import Logo, LogoPlace
from reportgen.model.document import PictureData
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import box

_WIDEST = 0.5  # of the room: a long logo is made smaller
_PAD = 5.0  # of the panel below a logo on dark ground
_RADIUS = 4.0

Side = Literal["left", "center", "right"]


def logo_marks(
    place: LogoPlace, room: tuple[float, float, float, float], side: Side, setting: Setting, *, dark: bool = False
) -> tuple[Mark, ...]:
    """The logo as large as it may be in ``room`` (left, top, width, height), on its foot; nothing without one there.

    ``dark``: on ground that needs a panel of paper below it.
    """
    found = sized(place, room[2] * _WIDEST, room[3] - (2 * _PAD if dark else 0.0), setting)
    if found is None:
        return ()
    logo, data, width, height = found
    pad = _PAD if dark else 0.0
    shift = {"left": pad, "center": (room[2] - width) / 2, "right": room[2] - width - pad}[side]
    x, y = room[0] + shift, room[1] + room[3] - height - pad
    image = Image(x, y, width, height, data.data, data.digest, logo.alt)
    panel = (
        box((x - pad, y - pad), (width + 2 * pad, height + 2 * pad), _RADIUS, setting.colour("paper")),
    ) if dark else ()  # fmt: skip
    return (*panel, Begin("Figure", alt=logo.alt), image, End())


def sized(
    place: LogoPlace, width: float, height: float, setting: Setting
) -> tuple[Logo, PictureData, float, float] | None:
    """The logo with the width and height at which it fits, if it stands at ``place``; points."""
    logo, data = setting.document.booklet.logo, setting.document.logo
    if logo is None or data is None or place not in logo.places:
        return None
    tall = min(logo.height, height, width * data.height / data.width)
    return None if tall < 0.5 else (logo, data, tall * data.width / data.height, tall)
