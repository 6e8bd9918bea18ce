"""Marks into the operators of a page's content stream."""

from itertools import chain, islice
from math import cos, radians, sin
from typing import assert_never

from reportgen.drawing import (
    Anchor,
    Begin,
    End,
    GlyphRun,
    Image,
    Line,
    LinkArea,
    Mark,
    Path,
    Rect,
)
from reportgen.fonts import FontBook
from reportgen.pdf.cid_font import CodeTable
from reportgen.pdf.syntax import colour_operator, number, text_string
from reportgen.pdf.told import Part, line_break, opened, parts_of, told_at_end

_RAISED = 0.5  # em: runs of one line differ by less (note marks), lines by more


class _Gaps(dict[float, str]):
    """Extra advance in thousandths -> what stands between two codes of a TJ string."""

    def __missing__(self, shift: float) -> str:
        text = number(-shift)
        gap = self[shift] = "" if text == "0" else f">{text}<"
        return gap


class ContentWriter:
    """One document's writer: fonts are shared by its pages, everything else starts anew with each page."""

    def __init__(self, book: FontBook) -> None:
        self._book = book
        self.fonts: dict[str, CodeTable] = {}  # face -> codes, in the order of first use
        self.images: dict[str, Image] = {}  # digest -> image
        self._names = {name: font_name(name, book) for name in book.names}
        self._gaps = _Gaps()
        self._fills: dict[str, str] = {}
        self.links: list[LinkArea] = []
        self.anchors: list[Anchor] = []

    def page(self, marks: tuple[Mark, ...], height: float) -> bytes:
        """The content of a page; its links and anchors are in ``links`` and ``anchors`` until the next call."""
        self.links, self.anchors = [], []
        self._height = height
        self._out: list[str] = []
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
        if run.colour != self._fill:
            self._set_fill(run.colour)
        if run.weight != weight or (run.weight and (run.size, run.colour) != (size, colour)):
            if run.weight:
                stroke = colour_operator(run.colour, "RG")
                self._out.append(f"2 Tr {number(run.weight * run.size)} w {stroke}")
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

    def _set_fill(self, colour: str) -> None:
        if colour not in self._fills:
            self._fills[colour] = colour_operator(colour, "rg")
        self._out.append(self._fills[colour])
        self._fill = colour

    def _paint(self, mark: Mark) -> None:
        match mark:
            case LinkArea():
                self.links.append(mark)
            case Anchor():
                self.anchors.append(mark)
            case Begin() | End():
                pass  # the structure is there for the tagged edition
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
        if mark.fill != self._fill:
            self._set_fill(mark.fill)
        y = self._height - mark.y - mark.height
        self._out.append(f"{number(mark.x)} {number(y)} {number(mark.width)} {number(mark.height)} re f")

    def _line(self, mark: Line) -> None:
        dash = f"[{' '.join(number(part) for part in mark.dash)}] 0 d " if mark.dash else ""
        cap = "1 J " if mark.round_cap else ""
        self._out.append(
            f"q {cap}{dash}{number(mark.width)} w {colour_operator(mark.colour, 'RG')} "
            f"{number(mark.x1)} {number(self._height - mark.y1)} m "
            f"{number(mark.x2)} {number(self._height - mark.y2)} l S Q"
        )

    def _path(self, mark: Path) -> None:
        parts = ["q"]
        if mark.clip is not None:
            x, y, width, height = mark.clip
            parts.append(f"{number(x)} {number(self._height - y - height)} {number(width)} {number(height)} re W n")
        if mark.fill is not None:
            parts.append(colour_operator(mark.fill, "rg"))
        if mark.stroke is not None:
            parts.append(f"{number(mark.stroke_width)} w {colour_operator(mark.stroke, 'RG')}")
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


def _shown(codes: list[str], gaps: list[str] | None) -> str:
    """The operator that shows ``codes``, each with the gap behind it; nothing without codes."""
    if not codes:
        return ""
    if gaps is None:
        return f"<{''.join(codes)}>Tj"
    return f"[<{''.join(chain.from_iterable(zip(codes, gaps, strict=True)))}>]TJ"


def _span(text: str) -> str:
    """What begins marked content that tells ``text``."""
    return f"/Span<</ActualText{text_string(text)}>>BDC"


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
