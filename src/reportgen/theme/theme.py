"""A theme: roles with resolved styles, page geometry, colours. Read by both renderers; neither adds to it."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from reportgen.fonts import FaceName, OwnFonts
from reportgen.theme.looks import Colour, DraftLook, Hue, Length, Looks, Measures, NoteLook
from reportgen.theme.typography import Typography

Align = Literal["left", "center", "right", "justify"]
BorderSide = Literal["top", "bottom", "left", "right", "head", "inside_h", "inside_v"]


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a role looks in the booklet. Lengths in points unless said otherwise; ``colour`` is ``#RRGGBB``.

    ``face`` and ``strong`` are face names of the fonts room; ``indent`` is the first line's, in em of ``size``;
    ``before`` and ``after`` are blank space in points (multiples of the grid for blocks in the flow).
    """

    face: FaceName
    size: Length
    leading: Length
    colour: Colour
    strong: FaceName = "hei-medium"
    align: Align = "left"
    indent: float = 0.0
    left: Length = 0.0
    right: Length = 0.0
    before: Length = 0.0
    after: Length = 0.0
    snap: Literal["top", "foot"] = "top"  # whether its first line begins or ends on a line of the grid
    keep_next: bool = False
    tabular: bool = False  # figures of one width (6.8)


class PageGeometry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trim and margins in points; ``inner`` is at the spine. ``grid`` is the baseline pitch."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    inner: Length
    outer: Length
    grid: Length

    @property
    def measure(self) -> float:
        """Width of the type area."""
        return self.width - self.inner - self.outer

    @property
    def depth(self) -> float:
        """Height of the type area."""
        return self.height - self.top - self.bottom


class DraftStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named Word style. ``name`` is what the department sees; sizes and spaces in points; None inherits."""

    name: str
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    builtin: str = ""  # Word's own name ("heading 1", "toc 1"): Word then shows its own Chinese name for it
    based_on: str = ""  # a role of this draft
    next: str = ""
    ascii: str = ""  # Latin font
    east_asia: str = ""
    size: Length | None = None
    line: Length | None = None  # exact line pitch; 0: as high as what stands in the line
    bold: bool | None = None
    raised: bool = False  # small and high, as marks of notes are
    struck: bool = False
    emphasis_mark: bool = False  # dots under Han characters (着重号)
    underline: Literal["", "single", "wave", "dotted"] = ""
    tracking: Length | None = None  # between characters, in points (w:spacing)
    colour: Colour = ""  # here and in the borders: RRGGBB, as Word writes it
    shading: Colour = ""
    align: Literal["left", "center", "right", "both", ""] = ""
    first_line_chars: float | None = None
    left: Length | None = None
    hanging: Length | None = None
    right: Length | None = None
    before: Length | None = None
    after: Length | None = None
    keep_next: bool | None = None
    page_break_before: bool | None = None
    outline_level: Annotated[int, msgspec.Meta(ge=1, le=9)] | None = None
    tabs: tuple[tuple[Length, Literal["none", "dot"]], ...] = ()  # right-aligned stops: position, leader
    # side -> (points, colour, distance in points); a table also has head (under its first row), inside_h, inside_v
    borders: Mapping[BorderSide, tuple[Length, Colour, Length]] = {}
    margins: tuple[Length, Length, Length, Length] = (0, 0, 0, 0)  # of a table's cells: top, right, bottom, left
    head: Colour = ""  # what fills a table's first row


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The Word draft: page in points and the named styles by role."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    header: Length
    footer: Length
    grid: Length
    styles: Mapping[str, DraftStyle]
    look: DraftLook = DraftLook()


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How Word files are made. ``draft`` tells its editors what to do; ``final`` has the booklet's text and no more.

    ``template``: a .docx or .dotx file of the project whose styles, page, headers and footers they have; as a theme
    file writes it, it is named from that file's own folder. ``embed_fonts``: the booklet's faces are in the file.
    """

    mode: Literal["draft", "final"] = "draft"
    template: Annotated[str, msgspec.Meta(extra={"written": "template"})] = ""
    embed_fonts: bool = False


Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a theme is for, in a sentence for those who choose among themes; "" where nobody wrote it."""

    zh: str = ""
    en: str = ""


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that decides how a report looks. ``description`` is what its uppermost file says, or one below it."""

    name: str
    title: str
    page: PageGeometry
    colours: Mapping[str, Colour]  # "ink", "primary", "grey", "rule", "band" … -> "#RRGGBB"
    palette: Annotated[tuple[Colour, ...], msgspec.Meta(min_length=1)]  # chart series in order
    styles: Mapping[str, Style]
    draft: Draft
    word: WordFile = WordFile()
    description: Description = Description()
    hues: tuple[Hue, ...] = ()  # of departments, in turn; without any all have the primary colour
    # "#RRGGBB" -> cyan, magenta, yellow, black: what print uses for it; all other colours are separated by the profile
    inks: Mapping[str, tuple[Percent, Percent, Percent, Percent]] = {}
    looks: Looks = Looks()
    notes: NoteLook = NoteLook()
    measures: Measures = {}  # characters of body text in a line, for trims where it is not the theme's share (8.4)
    typography: Typography = Typography()
    fonts: OwnFonts = OwnFonts()  # files of the user's own, named from the project
    facing: bool = True
    department_page: Literal["recto", "next", "flow"] = "next"
    multiple: Annotated[int, msgspec.Meta(ge=1, le=64)] = 1  # pages are made up to a multiple of it (8.4)
    opening: Literal["board", "plain"] = "plain"  # of departments; other sections open plainly

    @property
    def chart_inset(self) -> float:
        """Blank between a chart's panel and the chart at either side, in points; 0.0 without a panel."""
        return 1.2 * self.styles["body"].size if self.looks.chart == "panel" else 0.0

    @property
    def chart_measure(self) -> float:
        """The width of a chart that stands in the flow."""
        return self.page.measure - 2 * self.chart_inset

    def hue(self, number: int) -> Hue:
        """The hue of the department ``number``, from 0."""
        if self.hues:
            return self.hues[number % len(self.hues)]
        primary, paper = self.colours["primary"], self.colours["paper"]
        return Hue(fill=primary, text=paper, strong=paper, roof=self.colours["accent"], tint=self.colours["band"])

    def style(self, role: str) -> Style:
        """The style of a role; KeyError for a role the theme lacks (a test holds the list complete)."""
        return self.styles[role]
