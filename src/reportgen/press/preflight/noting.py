"""What is painted, noted page by page: the eyes of the preflight."""

import math

from reportgen.press.boxes import Leaf
from reportgen.press.geometry import Matrix, Rect
from reportgen.press.preflight.colours import Space, is_coloured, is_white, plates
from reportgen.press.preflight.facts import EDGES, Edge, PageFacts, Picture, Use
from reportgen.press.preflight.judging import Limits
from reportgen.units import POINTS_PER_MM

_TOUCHES = 0.3 * POINTS_PER_MM  # as near as that to the trim is meant to reach it
_SHORT = 0.2 * POINTS_PER_MM  # a bleed that lacks no more than that is whole
_SAME = 0.01  # points: a line of 0.25 written as 0.2499 is one of 0.25
_SMALL = 18.0  # points: black type above that may be made of several inks
_SWATCH = 2  # pixels: a picture no wider than that is a colour or a gradient, not a picture

Paint = tuple[Space, tuple[float, ...]]
Stretch = tuple[float, float]


class Notes:
    """Gathers the facts of a page. All comes in points, upright, from the lower left corner of the trim."""

    def __init__(self, number: int, leaf: Leaf, limits: Limits, bleed: float) -> None:
        self.facts = PageFacts(number)
        self._trim = Rect(0.0, 0.0, *leaf.size)
        self._bleed = bleed
        self._limits = limits
        self._ending: dict[Edge, list[Stretch]] = {edge: [] for edge in EDGES}  # of edges where something ends
        self._going_on: dict[Edge, list[Stretch]] = {edge: [] for edge in EDGES}  # where something covers the bleed

    def painted(self, paint: Paint, use: Use, seen: Rect) -> None:
        """Something was painted with ``paint`` in ``seen``, which is not empty."""
        space, colour = paint
        facts = self.facts
        if space.family == "pattern":
            return
        facts.spaces.add((space.name, space.family, use))
        if is_coloured(space, colour):
            facts.coloured.add(use)
        tints = plates(space, colour)
        if tints is not None:
            facts.ink = max(facts.ink, sum(tints))
        if use in ("area", "shading") and not is_white(space, colour):
            self._bleeds(seen)

    def close(self) -> PageFacts:
        """The facts, when all of the page was noted: an edge lacks its bleed where something ends and nothing goes on.

        What ends at the edge under or over something that goes on leaves no paper bare where the knife goes astray.
        """
        for edge in EDGES:
            if any(_bare(one, self._going_on[edge]) > _TOUCHES for one in self._ending[edge]):
                self.facts.unbled.add(edge)
        return self.facts

    def _bleeds(self, seen: Rect) -> None:
        """Note the stretches of edges that ``seen`` reaches, and whether it goes on over the bleed there."""
        trim = self._trim
        within = seen.meet(trim)
        if within.width <= 0 or within.height <= 0:
            return
        beyond = self._beyond(seen)
        for edge in EDGES:
            if beyond[edge] < -_TOUCHES:
                continue
            stretch = (within.bottom, within.top) if edge in ("left", "right") else (within.left, within.right)
            goes_on = beyond[edge] >= self._bleed - _SHORT
            (self._going_on if goes_on else self._ending)[edge].append(stretch)

    def _beyond(self, seen: Rect) -> dict[Edge, float]:
        """How far ``seen`` goes over each edge of the trim; below zero where it stays inside."""
        trim = self._trim
        return {
            "left": trim.left - seen.left, "right": seen.right - trim.right, "top": seen.top - trim.top,
            "bottom": trim.bottom - seen.bottom,
        }  # fmt: skip

    def lined(self, width: float) -> None:
        """A line ``width`` points wide was drawn."""
        facts = self.facts
        facts.thinnest = width if facts.thinnest is None else min(facts.thinnest, width)
        if width < self._limits.line - _SAME:
            facts.hairlines += 1

    def lettered(self, paint: Paint, seen: Rect, size: float, font: tuple[str, str, bool]) -> None:
        """Text of ``size`` points was shown in ``seen``."""
        facts = self.facts
        facts.fonts.add(font)
        self.painted(paint, "text", seen)
        within = seen.meet(self._trim)
        if within.width <= 0 or within.height <= 0:
            return
        for edge, beyond in self._beyond(seen).items():
            inside = -beyond
            if inside < facts.nearest.get(edge, math.inf):
                facts.nearest[edge] = inside
        tints = plates(*paint)
        if tints is not None and size <= _SMALL:
            c, m, y, k, _ = tints
            if k > 0.5 and c + m + y > 0.3:
                facts.rich_text = True

    def pictured(self, pixels: tuple[int, int], matrix: Matrix, seen: Rect, space: Space | None, bits: int) -> None:
        """A picture was painted by ``matrix``; a mask has no ``space``: it is ``painted`` as well, with its colour."""
        a, b, c, d, _, _ = matrix
        size = math.hypot(a, b), math.hypot(c, d)
        if space is not None:
            self.facts.spaces.add((space.name, space.family, "picture"))
            if space.family not in ("grey", "unknown"):
                self.facts.coloured.add("picture")
            self._bleeds(seen)
        if min(pixels) > _SWATCH and min(size) > 0:
            dpi = min(pixels[0] / size[0], pixels[1] / size[1]) * 72
            name = space.name if space is not None else "ImageMask"
            self.facts.pictures.append(Picture(self.facts.number, pixels, size, dpi, bits, name))


def _bare(stretch: Stretch, covers: list[Stretch]) -> float:
    """How much of a stretch no cover reaches."""
    at, end = stretch
    bare = 0.0
    for begin, until in sorted(covers):
        if begin > at:
            bare += max(0.0, min(begin, end) - at)
        at = max(at, until)
        if at >= end:
            break
    return bare + max(0.0, end - at)
