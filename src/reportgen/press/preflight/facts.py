"""What a preflight finds on pages: numbers, no opinions. Lengths in points, resolutions in dots an inch."""

from typing import Literal

import msgspec

Edge = Literal["left", "right", "top", "bottom"]
Use = Literal["text", "line", "area", "picture", "shading"]
EDGES: tuple[Edge, ...] = ("left", "right", "top", "bottom")


class Picture(msgspec.Struct, frozen=True):
    """A picture as it is printed: ``dpi`` is the lower of both directions; ``size`` in points."""

    page: int
    pixels: tuple[int, int]
    size: tuple[float, float]
    dpi: float
    bits: int
    space: str


class FontFact(msgspec.Struct, frozen=True):
    """A font that pages show text in."""

    name: str
    kind: str
    embedded: bool
    pages: tuple[int, ...]


class SpaceFact(msgspec.Struct, frozen=True):
    """A colour space that is painted with: by what, on which pages."""

    name: str
    family: str
    uses: tuple[Use, ...]
    pages: tuple[int, ...]


class PageFacts:
    """What one page shows within its bleed, gathered while it is read."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.pictures: list[Picture] = []
        self.fonts: set[tuple[str, str, bool]] = set()  # name, kind, embedded
        self.spaces: set[tuple[str, str, Use]] = set()  # name, family, use
        self.thinnest: float | None = None  # of all lines
        self.hairlines = 0  # lines thinner than asked
        self.nearest: dict[Edge, float] = {}  # text to each edge of the trim; below zero where it is cut
        self.unbled: set[Edge] = set()  # edges that something reaches without going on over the bleed
        self.ink = 0.0  # the most at one place, 1 for each plate in full
        self.coloured: set[Use] = set()  # what is painted in more than black
        self.rich_text = False  # small dark text made of several inks
        self.transparent = False
        self.whole = True  # read to its end


class Report(msgspec.Struct, frozen=True):
    """The preflight of a file."""

    pages: int
    trims: tuple[tuple[float, float, int], ...]  # width, height, how many pages
    trim_said: bool  # whether every page has a TrimBox of its own
    fonts: tuple[FontFact, ...]
    spaces: tuple[SpaceFact, ...]
    pictures: tuple[Picture, ...]
    thinnest_line: tuple[float, int] | None  # width, page
    nearest_text: tuple[float, Edge, int] | None  # distance, edge, page
    most_ink: tuple[float, int] | None  # 1 for each plate in full, page
    transparent: tuple[int, ...]  # pages
    each: tuple[PageFacts, ...] = ()  # what the judging goes by; not part of what is written out
