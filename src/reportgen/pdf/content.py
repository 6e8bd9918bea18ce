"""Marks into the operators of a page's content stream."""

from collections.abc import Callable
from itertools import chain, islice
from math import cos, radians, sin
from typing import assert_never

from reportgen.drawing import (
    Anchor,
    Begin,
    End,
    Field,
    GlyphRun,
    Image,
    Line,
    LinkArea,
    Mark,
    Path,
    Rect,
)
from reportgen.fonts import FontBook
from reportgen.pdf.bleed import Trim
from reportgen.pdf.cid_font import CodeTable
from reportgen.pdf.edition import SCREEN, Edition
from reportgen.pdf.inks import LARGE, inks_of
from reportgen.pdf.syntax import number, text_string
from reportgen.pdf.told import Part, line_break, opened, parts_of, told_at_end

_NOTHING = 0.0005  # points: what a length is written as 0 below
_RAISED = 0.5  # em: runs of one line differ by less (note marks), lines by more


class _Gaps(dict[float, str]):
    """Extra advance in thousandths -> what stands between two codes of a TJ string."""

    def __missing__(self, shift: float) -> str:
        text = number(-shift)
        gap = self[shift] = "" if text == "0" else f">{text}<"
        return gap


class _Operators(dict[str, str]):
    """``#RRGGBB`` -> the operators that choose it."""

    def __init__(self, written: Callable[[str], str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, colour: str) -> str:
        operators = self[colour] = self._written(colour)
        return operators


class ContentWriter:
    """One document's writer: fonts are shared by its pages, everything else starts anew with each page."""

    def __init__(self, book: FontBook, edition: Edition = SCREEN) -> None:
        self._book = book
        inks = inks_of(edition)
        self._text, self._area = _Operators(inks.text), _Operators(inks.area)
        self._large, self._lines = _Operators(inks.large), _Operators(inks.line)
        self._bleed, self._has_rich_black = edition.bleed, edition.ink == "cmyk"
        self.fonts: dict[str, CodeTable] = {}  # face -> codes, in the order of first use
        self.images: dict[str, Image] = {}  # digest -> image
        self._names = {name: font_name(name, book) for name in book.names}
        self._gaps = _Gaps()
        self.links: list[LinkArea] = []
        self.anchors: list[Anchor] = []
        self.fields: list[Field] = []

    def page(self, marks: tuple[Mark, ...], width: float, height: float) -> bytes:
        """The content of a page; its ``links``, ``anchors`` and ``fields`` are kept until the next call."""
        self.links, self.anchors, self.fields = [], [], []
        self._height = height
        self._trim = Trim(width, height, self._bleed)
        self._large_from = LARGE * width * height
        self._out: list[str] = []
        if self._bleed:
            marks = self._trim.bled(marks)
            self._out.append(f"1 0 0 1 {number(self._bleed)} {number(self._bleed)} cm")
        self._state: tuple[str, float, str, float] = ("", 0.0, "", 0.0)
        self._in_text = False
        self._spacing, self._spaced_size = 0.0, 0.0
        self._fill = ""
        self._hyphened: GlyphRun | None = None  # the run painted last, if its line ends with an author's hyphen
        at = 0
        while at < len(marks):
            mark = marks[at]
            if type(mark) is GlyphRun:
                at = self._runs(marks, at, mark)
                continue
            self._paint(mark)
            at += 1
        self._leave_text()
        return "\n".join(self._out).encode("latin-1")

    def _runs(self, marks: tuple[Mark, ...], at: int, run: GlyphRun) -> int:
        """Paint the run at ``at``; runs of one line with visible gaps share one span of ActualText."""
        above, last = self._hyphened, run.text[-1]
        if not run.actual and above is None and last != "-" and last != " ":
            self._run(run)
            return at + 1
        hyphened = last == "-" or (last == " " and run.text.rstrip(" ").endswith("-"))
        if last == " " and above is None and not run.actual and not hyphened:
            self._run(run, told_at_end(run))
            return at + 1
        line = [run]
        if run.actual:
            for mark in marks[at + 1 :]:
                if type(mark) is not GlyphRun or not mark.actual or mark.angle != run.angle:
                    break
                if _on_another_line(run, mark):
                    break
                line.append(mark)
        after = at + len(line)
        ends = line[-1].text.rstrip(" ").endswith("-") and not run.angle and _is_last_of_line(line[-1], marks, after)
        parts = parts_of(line, self._book, hyphen=ends) if run.actual else [Part(False, line, run.text)]
        if above is not None and _on_another_line(above, run) and run.text[0].isalnum() and not run.angle:
            parts[:1] = opened(parts[0], self._book)
        if ends:
            parts += line_break(line[-1], self._book)
        self._hyphened = line[-1] if ends else None
        if not self._in_text:
            self._enter_text()
        for part in parts:
            if part.told:
                self._out.append(_span(part.text))
            for one in part.runs:
                self._run(one, 0 if part.told or ends or one.text[-1] != " " else told_at_end(one))
            if part.told:
                self._out.append("EMC")
        return after

    def _run(self, run: GlyphRun, told: int = 0) -> None:
        """Show a run; the last ``told`` of its glyphs tell their text."""
        table = self.fonts.get(run.face)
        if table is None:
            table = self.fonts[run.face] = CodeTable(self._book.face(run.face))
        if run.clusters is None:
            codes = list(map(table.__getitem__, zip(run.glyphs, run.text, strict=True)))
        else:
            codes, start = [], 0
            for glyph, count in zip(run.glyphs, run.clusters, strict=True):
                codes.append(table[glyph, run.text[start : start + count]])
                start += count
        if not self._in_text:
            self._enter_text()
        self._look(run)
        if run.spacing != self._spacing or (run.spacing and run.size != self._spaced_size):
            self._out.append(f"{run.spacing * run.size / 1000:.5f} Tc" if run.spacing else "0 Tc")
            self._spacing, self._spaced_size = run.spacing, run.size
        gaps = None if run.shifts is None else list(map(self._gaps.__getitem__, run.shifts))
        if told:
            count = told if run.clusters is None else sum(run.clusters[-told:])
            head, tail = (_shown(codes[part], gaps and gaps[part]) for part in (slice(-told), slice(-told, None)))
            shown = f"{head}{_span(run.text[-count:])}{tail} EMC"
        else:
            shown = _shown(codes, gaps)
        y = self._height - run.y
        if run.angle:
            turn = radians(run.angle)
            c, s = number(cos(turn)), number(sin(turn))
            self._out.append(f"{c} {s} {number(-sin(turn))} {c} {run.x:.3f} {y:.3f} Tm {shown}")
        else:
            self._out.append(f"1 0 0 1 {run.x:.3f} {y:.3f} Tm {shown}")

    def _look(self, run: GlyphRun) -> None:
        face, size, colour, weight = self._state
        if run.face != face or run.size != size:
            self._out.append(f"/{self._names[run.face]} {number(run.size)} Tf")
        fill = self._text[run.colour]
        if fill != self._fill:
            self._set_fill(fill)
        if run.weight != weight or (run.weight and (run.size, run.colour) != (size, colour)):
            if run.weight:
                self._out.append(f"2 Tr {number(run.weight * run.size)} w {self._lines[run.colour]}")
            else:
                self._out.append("0 Tr")
        self._state = (run.face, run.size, run.colour, run.weight)

    def _enter_text(self) -> None:
        self._out.append("BT")
        self._in_text = True

    def _leave_text(self) -> None:
        if self._in_text:
            if self._state[3]:
                self._out.append("0 Tr")
                self._state = (*self._state[:3], 0.0)
            self._out.append("ET")
            self._in_text = False

    def _set_fill(self, operators: str) -> None:
        self._out.append(operators)
        self._fill = operators

    def _paint(self, mark: Mark) -> None:
        match mark:
            case LinkArea():
                self.links.append(mark)
            case Anchor():
                self.anchors.append(mark)
            case Field():
                self.fields.append(mark)
            case Begin():
                self._leave_text()  # marked content nests with text objects, it never crosses one (ISO 32000-1, 14.6.1)
                self._out.append(f"/{mark.role} {_table(mark.table)}BDC" if mark.table else f"/{mark.role} BMC")
            case End():
                self._leave_text()
                self._out.append("EMC")
            case Rect():
                self._leave_text()
                self._rect(mark)
            case Line():
                self._leave_text()
                self._line(mark)
            case Path():
                self._leave_text()
                self._path(mark)
            case Image():
                self._leave_text()
                self._image(mark)
            case GlyphRun():
                self._run(mark)
            case _:
                assert_never(mark)

    def _rect(self, mark: Rect) -> None:
        if min(mark.width, mark.height) < _NOTHING:
            return  # filled, it would be a line as thin as the device can (ISO 32000-1, 8.5.3.3)
        fill = (self._area if mark.width * mark.height < self._large_from else self._large)[mark.fill]
        if fill != self._fill:
            self._set_fill(fill)
        y = self._height - mark.y - mark.height
        self._out.append(f"{number(mark.x)} {number(y)} {number(mark.width)} {number(mark.height)} re f")

    def _line(self, mark: Line) -> None:
        dash = f"[{' '.join(number(part) for part in mark.dash)}] 0 d " if mark.dash else ""
        cap = "1 J " if mark.round_cap else ""
        self._out.append(
            f"q {cap}{dash}{number(mark.width)} w {self._lines[mark.colour]} "
            f"{number(mark.x1)} {number(self._height - mark.y1)} m "
            f"{number(mark.x2)} {number(self._height - mark.y2)} l S Q"
        )

    def _path(self, mark: Path) -> None:
        parts = ["q"]
        if mark.clip is not None:
            x, y, width, height = mark.clip
            parts.append(f"{number(x)} {number(self._height - y - height)} {number(width)} {number(height)} re W n")
        if mark.fill is not None:
            large = self._has_rich_black and _extent(mark) >= self._large_from
            parts.append((self._large if large else self._area)[mark.fill])
        if mark.stroke is not None:
            parts.append(f"{number(mark.stroke_width)} w {self._lines[mark.stroke]}")
            if mark.round_ends:
                parts.append("1 J 1 j")
            if mark.dash:
                parts.append(f"[{' '.join(number(part) for part in mark.dash)}] 0 d")
        for segment in mark.segments:
            if segment[0] == "Z":
                parts.append("h")
            else:
                numbers: tuple[float, ...] = segment[1:]
                points = [
                    number(value if index % 2 == 0 else self._height - value) for index, value in enumerate(numbers)
                ]
                parts.append(" ".join(points) + " " + segment[0].lower())
        parts.append({(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[
            mark.fill is not None, mark.stroke is not None
        ])  # fmt: skip
        parts.append("Q")
        self._out.append(" ".join(parts))

    def _image(self, mark: Image) -> None:
        self.images.setdefault(mark.digest, mark)
        y = self._height - mark.y - mark.height
        matrix = f"{number(mark.width)} 0 0 {number(mark.height)} {number(mark.x)} {number(y)}"
        if mark.turned:
            right = number(mark.x + mark.width)
            matrix = f"0 {number(mark.height)} {number(-mark.width)} 0 {right} {number(y)}"
        self._out.append(f"q {matrix} cm /{image_name(mark.digest)} Do Q")
        if self._bleed and not mark.turned:  # a turned picture stands in the type area
            for mirror, (x, top, width, height) in self._trim.mirrored(mark):
                strip = f"{number(x)} {number(self._height - top - height)} {number(width)} {number(height)} re W n"
                placed = " ".join(number(part) for part in mirror)
                self._out.append(f"q {strip} {placed} cm /{image_name(mark.digest)} Do Q")


def _shown(codes: list[str], gaps: list[str] | None) -> str:
    """The operator that shows ``codes``, each with the gap behind it; nothing without codes."""
    if not codes:
        return ""
    if gaps is None:
        return f"<{''.join(codes)}>Tj"
    return f"[<{''.join(chain.from_iterable(zip(codes, gaps, strict=True)))}>]TJ"


def _extent(path: Path) -> float:
    """What the largest part of a path takes of the page, in square points, as far as its points tell."""
    parts: list[list[float]] = []
    for segment in path.segments:
        numbers: tuple[float, ...] = () if segment[0] == "Z" else segment[1:]
        if segment[0] == "M" or not parts:
            parts.append([])
        parts[-1] += numbers
    sizes = ((max(part[::2]) - min(part[::2])) * (max(part[1::2]) - min(part[1::2])) for part in parts if part)
    return max(sizes, default=0.0)


def _span(text: str) -> str:
    """What begins marked content that tells ``text``."""
    return f"/Span<</ActualText{text_string(text)}>>BDC"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """The figures of a drawing as a private property of its marked content (ISO 32000-1, 14.6.2 and Annex E)."""
    told = "".join(f"[{''.join(map(text_string, row))}]" for row in rows)
    return f"<</XXTable[{told}]>>"


def _on_another_line(run: GlyphRun, other: GlyphRun) -> bool:
    return abs(other.y - run.y) > _RAISED * max(run.size, other.size)


def _is_last_of_line(run: GlyphRun, marks: tuple[Mark, ...], after: int) -> bool:
    """Whether the text that is painted next, from ``after`` on, stands on another line."""
    for mark in islice(marks, after, None):
        if type(mark) is GlyphRun:
            return _on_another_line(run, mark)
    return True


def font_name(face: str, book: FontBook) -> str:
    """The resource name of a face: the same wherever in the document it is used first."""
    return f"F{book.names.index(face) + 1}"


def image_name(digest: str) -> str:
    """The resource name of an image: by content, never by path."""
    return f"I{digest[:16]}"
