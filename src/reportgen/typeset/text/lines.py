"""Lines with fixed gaps, and their placing on a page."""

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from reportgen.drawing import GlyphRun, LinkArea, Mark, Path, Segment
from reportgen.typeset.text.atoms import Atoms
from reportgen.typeset.text.classes import Class
from reportgen.typeset.text.gaps import Gaps

VISIBLE_GAP = 120.0  # thousandths of an em; wider gaps are taken for spaces by readers of the PDF
_DOT = 0.16  # diameter of an emphasis dot in em (6.4)
_DOT_BELOW = 0.37  # its centre below the baseline: 0.12 em descent of the em box and a quarter


class SetRun(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one look; ``x`` is relative to the line's left edge. The other fields are a GlyphRun's."""

    x: float
    face: str
    size: float
    colour: str
    glyphs: tuple[int, ...]
    text: str
    shifts: tuple[float, ...] | None
    clusters: tuple[int, ...] | None
    actual: bool
    weight: float
    spacing: float


class SetLine(msgspec.Struct, frozen=True, gc=False):
    """A line: ``width`` in points, emphasis dots by their centres, links as (x, width, target, text).

    ``notes``: the numbers of the notes whose marks stand in it.
    """

    width: float
    size: float
    runs: tuple[SetRun, ...]
    dots: tuple[float, ...]
    links: tuple[tuple[float, float, str, str], ...]
    forced: bool
    text: str
    notes: tuple[int, ...] = ()


class RunLook(msgspec.Struct, frozen=True):
    """What a run of text looks like and where it leads."""

    colour: str
    emphasis: bool = False
    link: str = ""


class LineBox(msgspec.Struct, frozen=True):
    """Where a line stands: atoms [start, end), left edge and width in points, whether it ends a paragraph's part."""

    start: int
    end: int
    left: float
    width: float
    forced: bool


class LineBuilder:
    """Builds the lines of one paragraph."""

    def __init__(self, atoms: Atoms, looks: Sequence[RunLook], size: float) -> None:
        self.atoms = atoms
        self.looks = looks
        self.size = size
        self.shifts = atoms.shifts
        self.single = isinstance(atoms.texts, str) or all(len(text) == 1 for text in atoms.texts)
        self.marked = any(look.emphasis or look.link for look in looks)

    def build(self, box: LineBox, gaps: Gaps) -> SetLine:
        """The line of ``box``."""
        start, end = box.start, box.end
        shifts = self.shifts[start:end]
        shifts[-1] = 0.0
        for index, change in gaps.changed.items():
            shifts[index - 1 - start] = round(shifts[index - 1 - start] + change * 1000, 2)
        extra = round(gaps.extra * 1000, 3)
        text = "".join(self.atoms.texts[start:end])
        glyphs = self.atoms.glyphs
        if self.atoms.plain and not self.marked:
            x = box.left + glyphs[start].shift * self.size
            run = self._run(start, end, x, (shifts, extra, extra + max(shifts) > VISIBLE_GAP))
            return SetLine(box.left + box.width, self.size, (run,), (), (), box.forced, text)
        return self._mixed(box, gaps, shifts, extra)

    def _run(self, begin: int, stop: int, x: float, how: tuple[list[float], float, bool]) -> SetRun:
        """Atoms [begin, stop) from ``x``; ``how`` is their shifts, the spacing, whether gaps are seen."""
        shifts, extra, actual = how
        atoms = self.atoms
        first = atoms.glyphs[begin]
        texts = atoms.texts[begin:stop]
        shown = tuple(shifts) if any(shifts) else None
        clusters = None if self.single else tuple(map(len, texts))
        return SetRun(
            x, first.face, self.size, self.looks[atoms.looks[begin]].colour,
            tuple([glyph.glyph for glyph in atoms.glyphs[begin:stop]]), "".join(texts), shown, clusters, actual,
            first.weight, extra,
        )  # fmt: skip

    def _places(self, start: int, end: int, gaps: Gaps) -> list[float]:
        """Where each atom's body begins, in em from the line's edge."""
        glue, glyphs = self.atoms.glue, self.atoms.glyphs
        steps = [
            glyphs[index - 1].body + glue[index] + gaps.changed.get(index, 0.0) + gaps.extra
            for index in range(start + 1, end)
        ]
        return list(accumulate(steps, initial=0.0))

    def _mixed(self, box: LineBox, gaps: Gaps, shifts: list[float], extra: float) -> SetLine:
        """A line of several faces, colours, links or emphasis."""
        start, end, size, left = box.start, box.end, self.size, box.left
        atoms, looks = self.atoms, self.looks
        places = self._places(start, end, gaps)
        actual = extra + max(shifts) > VISIBLE_GAP
        look = [
            (glyph.face, glyph.weight, looks[run].colour)
            for glyph, run in zip(atoms.glyphs[start:end], atoms.looks[start:end], strict=True)
        ]
        runs: list[SetRun] = []
        begin = 0
        while begin < end - start:
            stop = begin + 1
            while stop < end - start and look[stop] == look[begin]:
                stop += 1
            x = left + (places[begin] + atoms.glyphs[start + begin].shift) * size
            part = shifts[begin:stop]
            part[-1] = 0.0
            runs.append(self._run(start + begin, start + stop, x, (part, extra, actual)))
            begin = stop
        dots = self._dots(box, places) if self.marked else ()
        links = _links(self, box, places) if self.marked else ()
        text = "".join(atoms.texts[start:end])
        return SetLine(left + box.width, size, tuple(runs), dots, links, box.forced, text)

    def _dots(self, box: LineBox, places: Sequence[float]) -> tuple[float, ...]:
        """The centres of emphasis dots, in points: under Han characters only."""
        atoms = self.atoms
        return tuple(
            box.left + (place + atoms.glyphs[index].body / 2) * self.size
            for index, place in enumerate(places, box.start)
            if self.looks[atoms.looks[index]].emphasis and atoms.kinds[index] == Class.HAN
        )


def _links(builder: LineBuilder, box: LineBox, places: Sequence[float]) -> tuple[tuple[float, float, str, str], ...]:
    """One area for each stretch of atoms that lead to the same target."""
    areas: list[tuple[float, float, str, str]] = []
    atoms, size = builder.atoms, builder.size
    for index, place in enumerate(places, box.start):
        target = builder.looks[atoms.looks[index]].link
        if not target:
            continue
        text = atoms.texts[index]
        x, right = box.left + place * size, box.left + (place + atoms.glyphs[index].body) * size
        if areas and areas[-1][2] == target and x - (areas[-1][0] + areas[-1][1]) < size:
            begin, _, _, words = areas.pop()
            areas.append((begin, right - begin, target, words + text))
        else:
            areas.append((x, right - x, target, text))
    return tuple(areas)


def place_line(line: SetLine, x: float, y: float) -> tuple[Mark, ...]:
    """The marks of ``line`` with its left edge at ``x`` and its baseline at ``y``."""
    marks: list[Mark] = [
        GlyphRun(
            run.face, run.size, run.colour, x + run.x, y, run.glyphs, run.text, run.shifts, run.clusters, run.actual,
            run.weight, 0.0, run.spacing,
        )
        for run in line.runs
    ]  # fmt: skip
    for centre in line.dots:
        marks.append(_dot(x + centre, y + _DOT_BELOW * line.size, _DOT / 2 * line.size, line.runs[0].colour))
    for left, width, target, text in line.links:
        marks.append(LinkArea(x + left, y - 0.88 * line.size, width, 1.1 * line.size, target, text))
    return tuple(marks)


_ARC = 0.5523  # control points of a quarter circle


def _dot(x: float, y: float, r: float, colour: str) -> Path:
    k = _ARC * r
    segments: tuple[Segment, ...] = (
        ("M", x + r, y), ("C", x + r, y + k, x + k, y + r, x, y + r), ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r), ("C", x + k, y - r, x + r, y - k, x + r, y), ("Z",),
    )  # fmt: skip
    return Path(segments, fill=colour)
