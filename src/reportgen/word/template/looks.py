"""What a template's styles measure: each with all it inherits, as a style of the theme's draft.

A draft counts its pages, sizes its tables and indents its lists by the styles' measures; those of a template's styles
are read here. How they look is not decided by this: the template's own definitions go into the file as they are.
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from lxml import etree

from reportgen.theme import Align, BorderSide, DraftStyle
from reportgen.word.fonts import Pair, ThemeFonts
from reportgen.word.template.names import A, W, number_of

_NATURAL = 1.3  # of its size: how high Word makes a single line of East Asian text
_LINE = 240.0  # units of a single line
_TWIPS = 20.0
_OFF = ("0", "false", "off")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_DEEPEST = 30  # styles on top of each other
_ALIGN: dict[str, Align | str] = {"start": "left", "end": "right", "distribute": "both", "center": "center",
                                  "left": "left", "right": "right", "both": "both"}  # fmt: skip
_SIDES: tuple[tuple[BorderSide, str], ...] = (
    ("top", "top"), ("left", "left"), ("bottom", "bottom"), ("right", "right"), ("inside_h", "insideH"),
    ("inside_v", "insideV"),
)  # fmt: skip

_MARGINS = (("top",), ("right", "end"), ("bottom",), ("left", "start"))


class Grid(msgspec.Struct, frozen=True):
    """The grid of lines that a template's page has: its pitch in points, and whether lines stand on it."""

    pitch: float
    snaps: bool


def fonts_of(theme: etree._Element) -> ThemeFonts:
    """The two pairs of fonts that a theme part names; "" where it leaves one to the machine."""
    return ThemeFonts(*(_pair(theme.find(f".//{A}{which}Font")) for which in ("major", "minor")))


def _pair(element: etree._Element | None) -> Pair:
    if element is None:
        return Pair("", "")
    latin, east = element.find(f"{A}latin"), element.find(f"{A}ea")
    chinese = "" if east is None else str(east.get("typeface", ""))
    if not chinese:
        hans = element.find(f"{A}font[@script='Hans']")
        chinese = "" if hans is None else str(hans.get("typeface", ""))
    return Pair("" if latin is None else str(latin.get("typeface", "")), chinese)


def line_of(id: str, known: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """A style and all that it is based on."""
    for _ in range(_DEEPEST):
        style = known.get(id)
        if style is None:
            return
        yield style
        based = style.find(f"{W}basedOn")
        if based is None:
            return
        id = str(based.get(f"{W}val"))


class Looks:
    """The styles of a style part, measured when they are asked for."""

    def __init__(self, styles: etree._Element, fonts: ThemeFonts, grid: Grid) -> None:
        self._styles = {str(one.get(f"{W}styleId")): one for one in styles.iterchildren(f"{W}style")}
        self._defaults = styles.find(f"{W}docDefaults")
        self._fonts = fonts
        self._grid = grid

    def of(self, id: str, own: DraftStyle) -> DraftStyle:
        """The style ``id`` of the template, which stands for the theme's ``own``."""
        if own.kind == "table":
            return self._table(id, own)
        line = list(line_of(id, self._styles))
        run = _Merged([one.find(f"{W}rPr") for one in line])
        paragraph = _Merged([one.find(f"{W}pPr") for one in line])
        if own.kind == "paragraph" and self._defaults is not None:
            run.add(self._defaults.find(f"{W}rPrDefault/{W}rPr"))
            paragraph.add(self._defaults.find(f"{W}pPrDefault/{W}pPr"))
        ground = paragraph if own.kind == "paragraph" else run
        changes: dict[str, Any] = {"based_on": "", "next": "", "shading": _fill(ground), **self._run(run, own)}
        if own.kind == "paragraph":
            changes |= self._paragraph(paragraph, changes["size"] or 10.0)
            keeps = paragraph.switch("keepNext")  # where nothing is said, a draft says what its theme does
            changes["keep_next"] = bool(own.keep_next) if keeps is None else keeps
        return msgspec.structs.replace(own, **changes)

    def stops(self, id: str) -> tuple[int, ...]:
        """Where a style has stops of any kind, in twips."""
        tabs = (tab for one in line_of(id, self._styles) for tab in one.iterfind(f"{W}pPr/{W}tabs/{W}tab"))
        found = {number_of(tab.get(f"{W}pos")) for tab in tabs if tab.get(f"{W}val") != "clear"}
        return tuple(sorted(round(at) for at in found if at is not None))

    def _run(self, run: "_Merged", own: DraftStyle) -> dict[str, Any]:
        size = run.number("sz", "val")
        colour = run.get("color", "val") or ""
        if size is None and own.kind == "paragraph":
            size = 20.0  # ten points, where no style says anything (17.7.4.1)
        return {
            "size": None if size is None else size / 2,
            "ascii": self._font(run, "ascii", "asciiTheme") or own.ascii,
            "east_asia": self._font(run, "eastAsia", "eastAsiaTheme") or own.east_asia,
            "bold": run.switch("b"),
            "colour": colour.upper() if _HEX.fullmatch(colour) else "",
            "tracking": _points(run.number("spacing", "val")),
        }

    def _font(self, run: "_Merged", axis: str, themed: str) -> str:
        for element in run.elements("rFonts"):
            which = element.get(f"{W}{themed}")
            if which is not None:
                pair = self._fonts.major if str(which).startswith("major") else self._fonts.minor
                return pair.chinese if "EastAsia" in str(which) else pair.latin
            name = element.get(f"{W}{axis}")
            if name is not None:
                return str(name)
        return ""

    def _paragraph(self, paragraph: "_Merged", size: float) -> dict[str, Any]:
        left, right = (
            _points(paragraph.number("ind", "left", "start")),
            _points(paragraph.number("ind", "right", "end")),
        )
        first, hanging = _first_line(paragraph)
        chars = paragraph.number("ind", "firstLineChars")
        level = paragraph.number("outlineLvl", "val")
        tabs = [one for element in paragraph.elements("tabs")[:1] for one in element]
        return {
            "line": self._pitch(paragraph, size),
            "align": _ALIGN.get(paragraph.get("jc", "val") or "left", "left"),
            "left": left or None,
            "right": right or None,
            "hanging": _points(hanging or None),
            "first_line_chars": chars / 100 if chars is not None else first / _TWIPS / size,
            "before": self._blank(paragraph, "before"),
            "after": self._blank(paragraph, "after"),
            "page_break_before": paragraph.switch("pageBreakBefore") or False,
            "outline_level": None if level is None or not 0 <= level <= 8 else int(level) + 1,
            "tabs": tuple(
                (_points(number_of(one.get(f"{W}pos"))) or 0.0, "dot" if one.get(f"{W}leader") == "dot" else "none")
                for one in tabs if one.get(f"{W}val") in ("right", "end")
            ),
            "borders": _rules(paragraph.elements("pBdr")[:1]),
        }  # fmt: skip

    def _blank(self, paragraph: "_Merged", side: str) -> float:
        lines = paragraph.number("spacing", f"{side}Lines")
        if lines is not None:
            return lines / 100 * self._grid.pitch
        return _points(paragraph.number("spacing", side)) or 0.0

    def _pitch(self, paragraph: "_Merged", size: float) -> float:
        """How high a line is: exact, at least, or so many times a single line, which a grid rounds up to its own."""
        line = paragraph.number("spacing", "line")
        rule = paragraph.get("spacing", "lineRule") or "auto"
        single = _NATURAL * size
        if line is not None and rule == "exact":
            return line / _TWIPS
        if self._grid.snaps and paragraph.switch("snapToGrid") is not False:
            single = math.ceil(single / self._grid.pitch - 0.01) * self._grid.pitch
        if line is not None and rule == "atLeast":
            return max(line / _TWIPS, single)
        return single * (_LINE if line is None else line) / _LINE

    def _table(self, id: str, own: DraftStyle) -> DraftStyle:
        line = list(line_of(id, self._styles))
        properties = _Merged([one.find(f"{W}tblPr") for one in line])
        cells = _Merged([one.find(f"{W}tcPr") for one in line])
        first = _Merged([one.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr") for one in line])
        margins = properties.elements("tblCellMar")[:1]
        rules = properties.elements("tblBorders")[:1]
        head = first.elements("tcBorders")[:1]
        borders = _rules(rules)
        under = _rule(head[0], "bottom") if head else None
        if under is not None:
            borders["head"] = under
        top, right, bottom, left = (_margin(margins, names) for names in _MARGINS)
        return msgspec.structs.replace(
            own, based_on="", borders=borders, shading=_fill(cells), head=_fill(first),
            margins=(top, right, bottom, left),
        )  # fmt: skip


class _Merged:
    """The same property of a style and of those below it, the uppermost first."""

    def __init__(self, holders: list[etree._Element | None]) -> None:
        self._holders = [one for one in holders if one is not None]

    def add(self, holder: etree._Element | None) -> None:
        """What holds where no style says anything."""
        if holder is not None:
            self._holders.append(holder)

    def elements(self, name: str) -> list[etree._Element]:
        return [found for one in self._holders if (found := one.find(f"{W}{name}")) is not None]

    def get(self, name: str, *attributes: str) -> str | None:
        """An attribute by one of its names: attributes are inherited one by one."""
        for element in self.elements(name):
            for attribute in attributes:
                found = element.get(f"{W}{attribute}")
                if found is not None:
                    return str(found)
        return None

    def number(self, name: str, *attributes: str) -> float | None:
        return number_of(self.get(name, *attributes))

    def switch(self, name: str) -> bool | None:
        found = self.elements(name)[:1]
        return None if not found else found[0].get(f"{W}val", "1") not in _OFF


def _first_line(paragraph: _Merged) -> tuple[float, float]:
    """How far the first line goes in and hangs out, twips: a style that says one of them says the other is nothing."""
    for element in paragraph.elements("ind"):
        first, hanging = (number_of(element.get(f"{W}{name}")) for name in ("firstLine", "hanging"))
        if first is not None or hanging is not None:
            return (0.0, hanging) if hanging is not None else (first or 0.0, 0.0)
    return 0.0, 0.0


def _points(twips: float | None) -> float | None:
    return None if twips is None else twips / _TWIPS


def _rules(holders: list[etree._Element]) -> dict[BorderSide, tuple[float, str, float]]:
    """The sides of a paragraph or table that have a rule."""
    return {side: rule for one in holders for side, name in _SIDES if (rule := _rule(one, name))}


def _rule(element: etree._Element, name: str) -> tuple[float, str, float] | None:
    found = element.find(f"{W}{name}")
    if found is None or found.get(f"{W}val") in ("none", "nil"):
        return None
    colour = str(found.get(f"{W}color", ""))
    weight, distance = (number_of(found.get(f"{W}{key}")) or 0.0 for key in ("sz", "space"))
    return weight / 8, colour.upper() if _HEX.fullmatch(colour) else "000000", distance


def _fill(cells: _Merged) -> str:
    fill = cells.get("shd", "fill") or ""
    return fill.upper() if _HEX.fullmatch(fill) else ""


def _margin(margins: list[etree._Element], names: tuple[str, ...]) -> float:
    for element in margins:
        for name in names:
            found = element.find(f"{W}{name}")
            if found is not None:
                return (number_of(found.get(f"{W}w")) or 0.0) / _TWIPS
    return 0.0
