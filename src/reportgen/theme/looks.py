"""Which of the looks that the program can draw a theme chooses, kind of block by kind of block."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from reportgen.fonts import FaceName

# What a theme file may write another way: a length as 22mm, 五号 or 10.5pt, a colour by its name in ``colours``.
Length = Annotated[float, msgspec.Meta(extra={"written": "length"}, extra_json_schema={"x-written": "length"})]
Colour = Annotated[str, msgspec.Meta(extra={"written": "colour"}, extra_json_schema={"x-written": "colour"})]


class TableLook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``edges``: whether the first and the last column keep ``inset`` from the type area's edges too.

    ``step`` is the pitch of the lines inside a cell, as a share of the row's. ``close`` is the height of the rows of
    lists, and of a table that would fill more than three quarters of a page else; 0: as high as ever.
    """

    inset: Length = 4.0
    edges: bool = True
    bands: bool = True  # every other row on a band; else a rule under each
    rule: Length = 0.4  # weight of the rules between rows
    step: float = 0.75
    close: Length = 0.0
    raised: bool = False  # labels of groups stand beside the first row of theirs, not in the middle
    fill: Colour = ""  # of the header row, whose own rules it replaces; "": none


class FurnitureLook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Running head and page number. ``drop``: from the type area's foot to the middle of the number's em box.

    ``counted``: which pages have a number, all of them or those of the text: without covers and contents (8.3).
    """

    running_head: bool = True
    folio: str = "{page}"
    inset: Length = 0.0  # of the number from the type area's outer edge
    drop: Length | None = None  # None: a line and three quarters of the grid
    counted: Literal["all", "text"] = "all"
    thumb: Length = 0.0  # width of a band at the outer edge of a department's pages, in its hue


class NoteLook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Notes (6.9): where their text stands, what their marks are, where the count begins anew.

    ``foot`` is that of the page; ``end`` is the section's or the booklet's, as ``restart`` says. ``circled`` are ① to
    ㊿ and [51] from there on, ``bracketed`` [1]. There is no restart by page: marks are text, known before pages are.
    """

    place: Literal["foot", "end"] = "foot"
    marks: Literal["circled", "bracketed"] = "circled"
    restart: Literal["section", "booklet"] = "section"


class Hue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A colour that departments have in turn, and what stands on it: text, what is seen first, roofs of a drawing.

    ``tint`` is light: text in ink stands on it.
    """

    fill: Colour
    text: Colour
    strong: Colour
    roof: Colour
    tint: Colour


class PosterLook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Boards (解读图板): faces by part, and colours; a colour that is "" is made from the theme's own.

    ``hero`` is the one large colour, ``on_hero``, ``second`` and ``track`` stand on it; ``fill`` is the bars' on it and
    ``leading`` the bar's that the hero number speaks of. ``cards``: with a rule at the left, or tiles of ``tiles`` in
    turn with corners of ``radius``.
    """

    number: FaceName = "hei-black"
    headline: FaceName = "hei-black"
    strong: FaceName = "hei-bold"
    label: FaceName = "hei-medium"
    text: FaceName = "hei-regular"
    hero: Colour = ""  # primary
    on_hero: Colour = ""  # paper
    second: Colour = ""
    fill: Colour = ""
    track: Colour = ""
    leading: Colour = ""  # accent
    strip: Colour = ""  # track
    on_strip: Colour = ""  # ink
    strip_title: Colour = ""  # primary
    growth: Colour = ""  # secondary
    cards: Literal["ruled", "tiles"] = "ruled"
    tiles: tuple[Colour, ...] = ()
    radius: Length = 0.0


class Looks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A look for each kind of block that has more than one; what only differs by face and size needs none."""

    areas: Literal["filled", "ruled"] = "filled"  # covers and openings on colour, or on paper with rules
    cover: Literal["horizon", "masthead", "towers"] = "horizon"
    contents: Literal["digest", "leaders", "chips"] = "digest"
    head: Literal["plain", "page", "band"] = "plain"  # of front and back matter; "page" and "band" begin a page
    board: Literal["bars", "scene"] = "bars"  # what a department's board shows
    overview: Literal["skyline", "tiles"] = "skyline"
    ordered: Literal["hanging", "run-in"] = "hanging"  # ordered lists (6.2)
    cards: Literal["ruled", "open", "tinted"] = "ruled"
    progress: Literal["ruled", "rounded"] = "ruled"
    callout: Literal["ruled", "tinted"] = "ruled"
    chart: Literal["open", "panel"] = "open"
    marks: Literal["filled", "outlined"] = "filled"  # of what is late or stopped
    table: TableLook = TableLook()
    furniture: FurnitureLook = FurnitureLook()
    poster: PosterLook = PosterLook()  # of boards (解读图板)

    @property
    def has_chips(self) -> bool:
        """Whether plans have their goals on chips, where an author's word may stand for a goal."""
        return self.cards == "tinted"


class DraftLook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands around the text of the Word draft, and how its page is told to Word.

    A ``dashed`` folio stands at the outer edge and needs ``mirrored``.
    """

    mirrored: bool = False  # the left margin is the one at the spine (mirrorMargins, evenAndOddHeaders)
    running_head: bool = True
    folio: Literal["counted", "dashed"] = "counted"  # 第3页 共8页; or — 3 — at the outer edge, counted from the text
    autospace: bool = True  # between Han and Latin (autoSpaceDE, autoSpaceDN)
    cover: Literal["plain", "masthead"] = "plain"
    joined: bool = False  # a section's headline stands right below its name


Measures = Mapping[str, Annotated[int, msgspec.Meta(ge=1, le=400)]]  # trim -> characters of body text in a line
