"""Colours of the screen into printing inks, by the ICC profile of a printing condition.

The condition is FOGRA39, sheetfed offset on coated paper (ISO 12647-2:2004/Amd 1). Its profile is the only one that is
both widely asked for and free to be shipped (``profiles/LICENSE.txt``). Vector colours get whole per cents; what is
nearly grey is printed with black alone, so that small type and hairlines need no register.
"""

import io
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.pdf.edition import Cmyk

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.ImageFilter import Color3DLUT

CONDITION = "FOGRA39"  # as the registry of characterization data at color.org names it
CONDITION_TITLE = "Coated FOGRA39 (ISO 12647-2:2004/Amd 1), sheetfed offset"
MOST_INK = 300  # per cent of all inks together
RICH_BLACK: Cmyk = (40, 30, 30, 100)

_FILE = Path(__file__).parent / "profiles" / "FOGRA39L_coated.icc"
_GREYISH = 0.55  # share of grey in a colour from which on it has no hue to lose …
_FAINT = 0.1  # … unless its channels differ by more than that
_TRACE = 3  # per cent: less of an ink beside others prints nothing but a trace
_STEPS = 33  # nodes of the pictures' table along each channel


class Separation:
    """The colours of one printing condition."""

    def __init__(self) -> None:
        from PIL import ImageCms  # here alone is colour managed, and only for print

        self.profile = _FILE.read_bytes()
        self._cms: Any = ImageCms
        self._press = ImageCms.ImageCmsProfile(io.BytesIO(self.profile))
        self._screen = ImageCms.createProfile("sRGB")
        self._known: dict[str, Cmyk] = {}

    def inks(self, colour: str) -> Cmyk:
        """The inks of ``#RRGGBB`` in per cent, as near as the condition comes to it."""
        found = self._known.get(colour)
        if found is None:
            found = self._known[colour] = self._separated(colour)
        return found

    def black(self, colour: str) -> int:
        """The per cent of black ink alone that is as light as ``#RRGGBB``."""
        light = lightness(_channels(colour))
        return min(range(101), key=lambda black: abs(self._ramp[black] - light))

    def _separated(self, colour: str) -> Cmyk:
        if is_greyish(colour):
            return 0, 0, 0, self.black(colour)
        from PIL import Image

        pixel = Image.new("RGB", (1, 1), _channels(colour))
        exact = self._cms.applyTransform(pixel, self._transform(self._screen, self._press, "CMYK")).getpixel((0, 0))
        whole = [round(value / 2.55) for value in exact]
        c, m, y, k = (0 if value <= _TRACE < max(whole) else value for value in whole)
        return c, m, y, k

    @cached_property
    def _ramp(self) -> list[float]:
        """L* of 0 to 100 % black on the condition's paper, the paper itself being 100."""
        from PIL import Image

        steps = Image.new("CMYK", (101, 1))
        steps.putdata([(0, 0, 0, round(black * 2.55)) for black in range(101)])
        lab = self._cms.createProfile("LAB")
        seen = self._cms.applyTransform(steps, self._cms.buildTransform(self._press, lab, "CMYK", "LAB", 1))
        return [level / 2.55 for level in seen.getchannel(0).tobytes()]

    def _transform(self, source: Any, target: Any, mode: str, *, scaled: bool = False) -> Any:
        """Relative colorimetric; ``scaled``: the darkest of one becomes the darkest of the other."""
        flags = self._cms.Flags.BLACKPOINTCOMPENSATION if scaled else self._cms.Flags.NONE
        return self._cms.buildTransform(source, target, "RGB", mode, 1, flags)

    @cached_property
    def process_table(self) -> "Color3DLUT":
        """RGB of pictures to CMYK: the profile's separation, total ink held to ``MOST_INK``."""
        from PIL import Image, ImageFilter

        nodes = Image.new("RGB", (_STEPS * _STEPS, _STEPS))
        nodes.putdata(list(_nodes()))
        parted = self._cms.applyTransform(nodes, self._transform(self._screen, self._press, "CMYK", scaled=True))
        raw = parted.tobytes()
        table: list[float] = []
        for at in range(0, len(raw), 4):
            table += _held(raw[at], raw[at + 1], raw[at + 2], raw[at + 3])
        return ImageFilter.Color3DLUT(_STEPS, table, channels=4, target_mode="CMYK")

    @cached_property
    def grey_table(self) -> "Color3DLUT":
        """RGB of pictures to levels of ``DeviceGray`` (in all three channels), as light as the colours are."""
        from PIL import ImageFilter

        table: list[float] = []
        for node in _nodes():
            table += [self._level(lightness(node))] * 3
        return ImageFilter.Color3DLUT(_STEPS, table)

    @cached_property
    def grey_levels(self) -> list[int]:
        """The same for 256 levels of a grey picture."""
        return [round(255 * self._level(lightness((level, level, level)))) for level in range(256)]

    def _level(self, light: float) -> float:
        """The level of ``DeviceGray``, 0 to 1, that prints L* ``light`` of a picture: its black is all that ink can."""
        ramp, darkest = self._ramp, self._ramp[100]
        light = darkest + light * (100 - darkest) / 100
        below = next((black for black in range(100) if ramp[black + 1] <= light), 99)
        share = (ramp[below] - light) / (ramp[below] - ramp[below + 1])
        return 1 - (below + min(1.0, max(0.0, share))) / 100

    def on_screen(self, picture: "Picture", profile: bytes | None) -> "Picture":
        """A picture of any mode in sRGB, by its own profile where it has one that can be used."""
        if profile is not None and picture.mode in ("RGB", "CMYK", "L"):
            try:
                own = self._cms.ImageCmsProfile(io.BytesIO(profile))
                made = self._cms.profileToProfile(picture, own, self._screen, renderingIntent=1, outputMode="RGB")
            except (self._cms.PyCMSError, OSError, ValueError):
                made = None
            if made is not None:
                return made  # type: ignore[no-any-return]  # of the module held as Any
        if picture.mode == "CMYK":
            back = self._cms.buildTransform(self._press, self._screen, "CMYK", "RGB", 1)
            return self._cms.applyTransform(picture, back)  # type: ignore[no-any-return]  # as above
        return picture.convert("RGB")


@cache
def separation() -> Separation:
    """The one condition that ships; its tables are made when they are first asked for."""
    return Separation()


def is_greyish(colour: str) -> bool:
    """Whether ``#RRGGBB`` is a grey, or so near to one that black ink alone prints it."""
    amounts = [255 - channel for channel in _channels(colour)]
    most, least = max(amounts), min(amounts)
    return most - least <= _FAINT * 255 and least >= _GREYISH * most


def lightness(colour: tuple[int, int, int]) -> float:
    """L* of an sRGB colour (IEC 61966-2-1, CIE 15), 0 to 100."""
    shares = (0.2126, 0.7152, 0.0722)
    y = sum(share * _linear(channel / 255) for share, channel in zip(shares, colour, strict=True))
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def _nodes() -> Iterator[tuple[int, int, int]]:
    """The colours at which a table for pictures is exact; red runs fastest."""
    levels = [round(255 * step / (_STEPS - 1)) for step in range(_STEPS)]
    return ((red, green, blue) for blue in levels for green in levels for red in levels)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _held(c: int, m: int, y: int, k: int) -> tuple[float, float, float, float]:
    """Inks of 0 to 255 as 0 to 1, the coloured ones drawn in until all together are no more than ``MOST_INK``."""
    total = c + m + y + k
    most = MOST_INK * 2.55
    factor = (most - k) / (c + m + y) if total > most else 1.0
    return c * factor / 255, m * factor / 255, y * factor / 255, k / 255
