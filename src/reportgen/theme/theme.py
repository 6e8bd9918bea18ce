"""A theme: roles with resolved styles, page geometry, colours. Read by both renderers; neither adds to it."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from reportgen.fonts import OwnFonts
from reportgen.theme.typography import Typography

Align = Literal["left", "center", "right", "justify"]


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a role looks in the booklet. Lengths in points unless said otherwise.

    ``face`` and ``strong`` are face names of the fonts room; ``indent`` is the first line's, in em of ``size``;
    ``before`` and ``after`` are blank space in points (multiples of the grid for blocks in the flow).
    """

    face: str
    size: float
    leading: float
    colour: str
    strong: str = "hei-medium"
    align: Align = "left"
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    tabular: bool = False  # figures of one width (6.8)


class PageGeometry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trim and margins in points; ``inner`` is at the spine. ``grid`` is the baseline pitch."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    grid: float
    first_baseline: float  # of a page's first line, below ``top``

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
    size: float | None = None
    line: float | None = None  # exact line pitch; 0: as high as what stands in the line
    bold: bool | None = None
    emphasis_mark: bool = False  # dots under Han characters (着重号)
    colour: str = ""
    shading: str = ""
    align: Literal["left", "center", "right", "both", ""] = ""
    first_line_chars: float | None = None
    left: float | None = None
    hanging: float | None = None
    right: float | None = None
    before: float | None = None
    after: float | None = None
    keep_next: bool | None = None
    page_break_before: bool | None = None
    outline_level: int | None = None  # from 1
    tabs: tuple[tuple[float, Literal["none", "dot"]], ...] = ()  # right-aligned stops: position, leader
    # side -> (points, colour, distance in points); a table also has head (under its first row), inside_h, inside_v
    borders: Mapping[str, tuple[float, str, float]] = {}
    margins: tuple[float, float, float, float] = (0, 0, 0, 0)  # of a table's cells: top, right, bottom, left


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The Word draft: page in points and the named styles by role."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    grid: float
    styles: Mapping[str, DraftStyle]


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that decides how a report looks."""

    name: str
    title: str
    page: PageGeometry
    colours: Mapping[str, str]  # "ink", "primary", "grey", "rule", "band" … -> "#RRGGBB"
    palette: tuple[str, ...]  # chart series in order
    styles: Mapping[str, Style]
    draft: Draft
    typography: Typography = Typography()
    fonts: OwnFonts = OwnFonts()  # files of the user's own, named from the project
    facing: bool = True
    department_page: Literal["recto", "next", "flow"] = "next"
    opening: Literal["board", "plain"] = "plain"  # of departments; other sections open plainly

    def style(self, role: str) -> Style:
        """The style of a role; KeyError for a role the theme lacks (a test holds the list complete)."""
        return self.styles[role]
