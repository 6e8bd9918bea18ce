"""A page's boxes as a printer needs them: media, trim and bleed, upright, whatever the file says or leaves out."""

import math
from collections.abc import Sequence

import msgspec
import pikepdf

from reportgen.diagnostics import Diagnostics
from reportgen.press.geometry import Matrix, Rect
from reportgen.press.job import Job
from reportgen.units import POINTS_PER_MM

_LEAST = 3.0  # points, the smallest page (ISO 32000-1, annex C)
_MOST = 14400.0  # 200 inches, the largest that readers show
_SAME = 0.5  # points by which two trims may differ and be the same


class Leaf(msgspec.Struct, frozen=True):
    """A page to be placed: boxes in its own user space; ``turn`` 0, 90, 180, 270 clockwise; ``unit`` points a unit.

    ``said``: whether the file itself names the trim (a TrimBox), else it was asked for or is all of the page.
    """

    media: Rect
    trim: Rect
    turn: int
    unit: float
    said: bool

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the finished page as it is read, in points."""
        across, up = self.trim.width * self.unit, self.trim.height * self.unit
        return (across, up) if self.turn % 180 == 0 else (up, across)

    @property
    def upright(self) -> Matrix:
        """Takes the page's user space to points with the trim's lower left corner at 0 0, read upright."""
        u, trim = self.unit, self.trim
        match self.turn:
            case 90:
                return (0.0, -u, u, 0.0, -trim.bottom * u, trim.right * u)
            case 180:
                return (-u, 0.0, 0.0, -u, trim.right * u, trim.top * u)
            case 270:
                return (0.0, u, -u, 0.0, trim.top * u, -trim.left * u)
            case _:
                return (u, 0.0, 0.0, u, -trim.left * u, -trim.bottom * u)

    def bleed(self, asked: float) -> Rect:
        """The part of the page up to ``asked`` points beyond the trim that there is, in its user space."""
        return self.trim.grown(asked / self.unit).meet(self.media)


def measured(pdf: pikepdf.Pdf, job: Job, found: Diagnostics) -> list[Leaf]:
    """The boxes of every page; a page whose boxes say nothing usable is an error and left out."""
    made = []
    for number, page in enumerate(pdf.pages, 1):
        leaf = _leaf(page, number, job, found)
        if leaf is not None:
            made.append(leaf)
    return made


def _leaf(page: pikepdf.Page, number: int, job: Job, found: Diagnostics) -> Leaf | None:
    media = _box(_inherited(page, "/MediaBox"))
    unit = _number(page.obj.get("/UserUnit"), 1.0)
    if media is None or not 0.01 <= unit <= 10000:
        found.error("press-box", None, page=number)
        return None
    if not all(_LEAST <= side * unit <= _MOST for side in (media.width, media.height)):
        across, down = (f"{side * unit / POINTS_PER_MM:.6g}" for side in (media.width, media.height))
        found.error("press-page-size", None, page=number, width=across, height=down)
        return None
    turn = int(_number(_inherited(page, "/Rotate"), 0.0)) % 360
    crop = _within(_box(_inherited(page, "/CropBox")), media)
    trim = _within(_box(page.obj.get("/TrimBox")), media)
    leaf = Leaf(media, trim or crop or media, turn - turn % 90, unit, trim is not None)
    if job.trim is None:
        return leaf
    asked = _centred(leaf, job.trim)
    if asked is None:
        across, down = _millimetres((media.width * unit, media.height * unit))
        found.error("press-trim-large", None, page=number, width=across, height=down)
        return None
    return msgspec.structs.replace(leaf, trim=asked)


def _inherited(page: pikepdf.Page, key: str) -> object:
    """A page's own entry, or that of the nodes above it in the page tree (ISO 32000-1, 7.7.3.4)."""
    node: object = page.obj
    for _ in range(64):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if (value := node.get(key)) is not None:
            return value
        node = node.get("/Parent")
    return None


def _number(value: object, otherwise: float) -> float:
    """A number of a file; ``otherwise`` where it is none or not finite."""
    try:
        number = float(value)  # type: ignore[arg-type]  # what is no number raises
    except (TypeError, ValueError, OverflowError):
        return otherwise
    return number if math.isfinite(number) else otherwise


def _box(value: object) -> Rect | None:
    """A rectangle of four numbers, corners in any order; None where it is none or encloses nothing."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    numbers = [_number(one, math.nan) for one in value]
    if any(math.isnan(number) or abs(number) > 1e9 for number in numbers):
        return None
    left, right = sorted((numbers[0], numbers[2]))
    bottom, top = sorted((numbers[1], numbers[3]))
    return Rect(left, bottom, right, top) if left < right and bottom < top else None


def _within(box: Rect | None, media: Rect) -> Rect | None:
    """A box as far as it lies on the page (ISO 32000-1, 14.11.2); None where hardly any of it does."""
    if box is None:
        return None
    kept = box.meet(media)
    return kept if kept.width >= _LEAST and kept.height >= _LEAST else None


def _centred(leaf: Leaf, size: tuple[float, float]) -> Rect | None:
    """A trim of ``size`` as read in the middle of what the file has for one; None where the page is smaller."""
    across, up = (side / leaf.unit for side in (size if leaf.turn % 180 == 0 else size[::-1]))
    middle, centre = (leaf.trim.left + leaf.trim.right) / 2, (leaf.trim.bottom + leaf.trim.top) / 2
    made = Rect(middle - across / 2, centre - up / 2, middle + across / 2, centre + up / 2)
    spare = _SAME / leaf.unit
    kept = made.meet(leaf.media)
    return kept if kept.width > across - spare and kept.height > up - spare else None


def alike(leaves: Sequence[Leaf], found: Diagnostics) -> bool:
    """Whether all pages are finished to one size, as imposing needs; else an error that names the first other one."""
    first = leaves[0].size
    for number, leaf in enumerate(leaves, 1):
        if any(abs(one - other) > _SAME for one, other in zip(first, leaf.size, strict=True)):
            across, down = _millimetres(leaf.size)
            width, height = _millimetres(first)
            found.error("press-sizes", None, page=number, width=across, height=down, first=f"{width} × {height}")
            return False
    return True


def _millimetres(size: tuple[float, float]) -> tuple[str, str]:
    across, down = (f"{side / POINTS_PER_MM:.1f}".removesuffix(".0") for side in size)
    return across, down
