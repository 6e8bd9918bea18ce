"""Colour spaces as a printer sorts them: black, process colours, spot inks, and those no plate is made of."""

from collections.abc import Sequence
from typing import Literal

import msgspec
import pikepdf

Family = Literal["grey", "cmyk", "rgb", "lab", "spot", "pattern", "unknown"]
_DEEPEST = 8  # an indexed pattern of a separation …: deeper than that is a circle
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_SIMPLE: dict[str, tuple[str, Family]] = {
    "/DeviceGray": ("DeviceGray", "grey"), "/G": ("DeviceGray", "grey"), "/CalGray": ("CalGray", "grey"),
    "/DeviceRGB": ("DeviceRGB", "rgb"), "/RGB": ("DeviceRGB", "rgb"), "/CalRGB": ("CalRGB", "rgb"),
    "/DeviceCMYK": ("DeviceCMYK", "cmyk"), "/CMYK": ("DeviceCMYK", "cmyk"), "/Lab": ("Lab", "lab"),
    "/Pattern": ("Pattern", "pattern"),
}  # fmt: skip
_BY_COUNT: dict[int, Family] = {1: "grey", 3: "rgb", 4: "cmyk"}


class Space(msgspec.Struct, frozen=True):
    """A colour space: its name as a report gives it; ``inks`` of a Separation or DeviceN in their order."""

    name: str
    family: Family
    inks: tuple[str, ...] = ()

    @property
    def start(self) -> tuple[float, ...]:
        """The colour in force when the space is chosen (ISO 32000-1, 8.6.5 to 8.6.8)."""
        if self.inks:
            return (1.0,) * len(self.inks)
        return {"cmyk": (0.0, 0.0, 0.0, 1.0), "rgb": (0.0, 0.0, 0.0), "lab": (0.0, 0.0, 0.0)}.get(self.family, (0.0,))


GREY = Space("DeviceGray", "grey")
RGB = Space("DeviceRGB", "rgb")
CMYK = Space("DeviceCMYK", "cmyk")
UNKNOWN = Space("?", "unknown")


def space_of(value: object, resources: object, depth: int = 0) -> Space:
    """The colour space that a name or an array of a file means; ``UNKNOWN`` where it means none."""
    if depth > _DEEPEST:
        return UNKNOWN
    if isinstance(value, pikepdf.Name):
        if (known := _SIMPLE.get(str(value))) is not None:
            return Space(*known)
        named = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
        found = named.get(str(value)) if isinstance(named, pikepdf.Dictionary) else None
        return space_of(found, None, depth + 1) if found is not None else UNKNOWN
    if not isinstance(value, pikepdf.Array) or not len(value):
        return UNKNOWN
    return _of_array(value, resources, depth)


def _of_array(value: pikepdf.Array, resources: object, depth: int) -> Space:
    kind = str(value[0])
    if kind in ("/Indexed", "/I") and len(value) > 1:
        base = space_of(value[1], resources, depth + 1)
        return Space(f"Indexed {base.name}", base.family, base.inks)
    if kind == "/ICCBased" and len(value) > 1 and isinstance(value[1], pikepdf.Stream):
        count = int(value[1].get("/N", 0))
        return Space(f"ICCBased ({count})", _BY_COUNT.get(count, "unknown"))
    if kind == "/Separation" and len(value) > 1:
        return _of_inks("Separation", (str(value[1]).lstrip("/"),))
    if kind == "/DeviceN" and len(value) > 1 and isinstance(value[1], pikepdf.Array):
        return _of_inks("DeviceN", tuple(str(name).lstrip("/") for name in value[1]))
    known = _SIMPLE.get(kind)
    return Space(*known) if known else UNKNOWN


def _of_inks(kind: str, inks: tuple[str, ...]) -> Space:
    if inks == ("Black",):
        family: Family = "grey"
    elif all(ink in (*_PROCESS, "None") for ink in inks):
        family = "cmyk"
    else:
        family = "spot"
    return Space(f"{kind} {', '.join(inks)}", family, inks)


def plates(space: Space, colour: Sequence[float]) -> tuple[float, float, float, float, float] | None:
    """Cyan, magenta, yellow, black and all spot inks together, each 0 to 1; None where the space has no plates."""
    if space.inks:
        tints = dict(zip(space.inks, colour, strict=False))
        if "All" in tints:
            return (tints["All"],) * 4 + (0.0,)
        spots = sum(tint for ink, tint in tints.items() if ink not in (*_PROCESS, "None"))
        c, m, y, k = (tints.get(ink, 0.0) for ink in _PROCESS)
        return c, m, y, k, spots
    if space.family == "grey" and len(colour) == 1 and not space.name.startswith("Indexed"):
        return 0.0, 0.0, 0.0, 1.0 - colour[0], 0.0
    if space.family == "cmyk" and len(colour) == 4:
        c, m, y, k = colour
        return c, m, y, k, 0.0
    return None


def is_white(space: Space, colour: Sequence[float]) -> bool:
    """Whether painting with it leaves the paper bare."""
    tints = plates(space, colour)
    if tints is not None:
        return max(tints) < 0.005
    return space.family == "rgb" and len(colour) == 3 and min(colour) > 0.995


def is_coloured(space: Space, colour: Sequence[float]) -> bool:
    """Whether it needs more than black ink; a space whose colours are not known here counts by its family."""
    tints = plates(space, colour)
    if tints is not None:
        c, m, y, _, spots = tints
        return max(c, m, y, spots) > 0.005
    if space.family == "rgb" and len(colour) == 3 and not space.name.startswith("Indexed"):
        return max(colour) - min(colour) > 0.005
    return space.family not in ("grey", "pattern", "unknown")
