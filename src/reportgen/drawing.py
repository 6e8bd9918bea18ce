"""Marks at fixed places: what a page or a chart plate is made of. Points; origin at the top left, y runs down.

Painting order is reading order: the text of a page is the text of its marks, in order.
"""

from typing import Literal

import msgspec

Colour = str  # "#RRGGBB", nothing else


class GlyphRun(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one face on one baseline, starting at (x, y).

    ``face`` is a face name ("song-regular"); ``glyphs`` are original glyph ids of that face; ``shifts``
    are extra advances *after* each glyph in thousandths of an em, relative to the glyph's natural advance
    (positive opens, negative closes), or None where all are zero; ``offset`` moves the very first glyph by
    thousandths of an em without changing where later ones stand (an opening bracket whose blank is cut).
    ``text`` is what the glyphs say; ``clusters[i]`` is the count of characters glyph i stands for, or None
    where each glyph is one character (a 2-em dash is one glyph and two characters).
    ``actual`` says that visible gaps could be taken for spaces: the painter gives the text as ActualText.
    ``weight`` > 0 strokes the outline by that many ems: synthetic weight of a fallback glyph.
    """

    face: str
    size: float
    colour: Colour
    x: float
    y: float
    glyphs: tuple[int, ...]
    text: str
    shifts: tuple[float, ...] | None = None
    clusters: tuple[int, ...] | None = None
    actual: bool = False
    weight: float = 0.0
    angle: float = 0.0  # degrees, counter-clockwise, about (x, y)
    spacing: float = 0.0  # more advance after every glyph, thousandths of an em (PDF's Tc)


class Rect(msgspec.Struct, frozen=True, gc=False):
    """A filled rectangle with its top-left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour


class Line(msgspec.Struct, frozen=True, gc=False):
    """A straight stroke; ``dash`` alternates on and off lengths in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: Colour
    dash: tuple[float, ...] = ()
    round_cap: bool = False


Segment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


class Path(msgspec.Struct, frozen=True, gc=False):
    """A path of M/L/C/Z segments, filled (even-odd off), stroked or both; ``clip`` is (x, y, width, height).

    ``round_ends``: its stroke's ends and corners are round.
    """

    segments: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    clip: tuple[float, float, float, float] | None = None
    round_ends: bool = False


class Image(msgspec.Struct, frozen=True, gc=False):
    """A picture's encoded bytes (PNG or JPEG) in a box; ``digest`` is the SHA-256 of ``data`` in hex.

    ``turned``: a quarter, counter-clockwise, in a box that is turned already.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes
    digest: str
    alt: str
    turned: bool = False


class LinkArea(msgspec.Struct, frozen=True, gc=False):
    """A clickable box: ``target`` is "#anchor" inside the document or an http/https/mailto address."""

    x: float
    y: float
    width: float
    height: float
    target: str
    text: str


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A named place that links and the outline point to."""

    name: str
    x: float
    y: float


class FieldLook(msgspec.Struct, frozen=True, gc=False):
    """What a field shows that is filled in: text in ``face`` and ``size`` points; a tick ``weight`` points wide.

    ``tick`` are the points of its line in shares of the box, from its top left corner. ``ground``: what text of several
    lines stands on, instead of the ruled lines of the page.
    """

    face: str
    size: float
    colour: Colour
    ground: Colour
    tick: tuple[tuple[float, float], ...]
    weight: float


class Field(msgspec.Struct, frozen=True, gc=False):
    """A box to be filled in: nothing is painted for it; a file that is filled in on a screen has a form field there.

    ``choice``: of all fields with its ``name`` in its ``form`` one can be ticked, ``tick``: by itself; ``value`` is
    what is ticked. ``text``: room for ``lines`` of text. ``label`` is what is read out, ``question`` what all boxes of
    a choice are about.
    """

    x: float
    y: float
    width: float
    height: float
    kind: Literal["choice", "tick", "text"]
    name: str
    label: str
    form: str
    look: FieldLook
    value: str = ""
    question: str = ""
    lines: int = 1


class Begin(msgspec.Struct, frozen=True, gc=False):
    """Opens a structure element ("P", "H1", "Table", "Figure", "Artifact" …); closed by End. They nest.

    ``key`` ties the parts of an element that is split over pages. ``table``: the figures that a drawing shows, row by
    row: not every one of them is printed beside its mark.
    """

    role: str
    key: str = ""
    alt: str = ""
    table: tuple[tuple[str, ...], ...] = ()


class End(msgspec.Struct, frozen=True, gc=False):
    """Closes the structure element opened last."""


Mark = GlyphRun | Rect | Line | Path | Image | LinkArea | Anchor | Field | Begin | End


class Plate(msgspec.Struct, frozen=True):
    """A drawing of fixed size whose marks are relative to its own top-left corner."""

    width: float
    height: float
    marks: tuple[Mark, ...]


class OutlineEntry(msgspec.Struct, frozen=True):
    """A line of the PDF outline; level counts from 1."""

    level: int
    text: str
    anchor: str


class Page(msgspec.Struct, frozen=True):
    """One page: ``label`` is the folio as printed ("i", "12"; "" on a cover)."""

    width: float
    height: float
    label: str
    marks: tuple[Mark, ...]


class Pages(msgspec.Struct, frozen=True):
    """A finished booklet, ready to be painted: all that a painter needs and nothing it must decide."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]
    title: str
    author: str
    subject: str
    keywords: str
    language: str  # BCP 47, "zh-CN"
    date: str  # ISO "2019-07-15", of the document, never of the clock
