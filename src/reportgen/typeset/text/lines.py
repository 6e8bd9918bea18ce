"""Lines with fixed gaps, and their placing on a page."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

import msgspec

from reportgen.drawing import GlyphRun, LinkArea, Mark
from reportgen.fonts import FontBook
from reportgen.typeset.text.atoms import Atoms
from reportgen.typeset.text.classes import Class
from reportgen.typeset.text.gaps import Gaps
from reportgen.typeset.text.glyphs import NOTE_RISE, NOTE_SIZE, Glyph
from reportgen.typeset.text.strokes import Stroke, dot_path, stroke_marks

# Thousandths of an em; wider gaps may be taken for spaces by readers of the PDF. PDFium does so from half of the font's
# own space, where that is wider than a third of an em (Kai) from a quarter of the glyph at hand; Poppler from 0.15 em.
VISIBLE_GAP = 75.0
_BLANKS = "\u00a0\u2002\u2003\u2009\u202f\u3000"  # Poppler makes plain spaces of these
_NARROW = -60.0  # thousandths of an em that a word space may lose and still be seen
_APART = 1 / 16  # em: lines under neighbouring names keep an eighth between them (6.5)

_LIGHT, _MIDDLE = 0.75, 0.36  # of the text: marks of states; em from the baseline to the middle of a mark


class SetRun(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one look; ``x`` is relative to the line's left edge, ``rise`` above its baseline.

    The other fields are a GlyphRun's.
    """

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
    rise: float = 0.0


class SetLine(msgspec.Struct, frozen=True, gc=False):
    """A line: ``width`` in points, emphasis dots by their centres, links as (x, width, target, text).

    ``notes``: the numbers of the notes whose marks stand in it. ``strokes``: lines under names and titles.
    """

    width: float
    size: float
    runs: tuple[SetRun, ...]
    dots: tuple[float, ...]
    links: tuple[tuple[float, float, str, str], ...]
    forced: bool
    text: str
    notes: tuple[int, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    uses: tuple[str, ...] = ()  # the anchors of what indexes lead to in it


class RunLook(msgspec.Struct, frozen=True):
    """What a run of text looks like and where it leads."""

    colour: str
    emphasis: bool = False
    link: str = ""
    note: int = 0
    underline: Literal["", "name", "title", "term"] = ""
    goes_on: bool = False
    use: str = ""
    light: bool = False  # the mark of a state


class LineBox(msgspec.Struct, frozen=True):
    """Where a line stands: atoms [start, end), left edge and width in points, whether it ends a paragraph's part."""

    start: int
    end: int
    left: float
    width: float
    forced: bool


class LineBuilder:
    """Builds the lines of one paragraph."""

    def __init__(self, atoms: Atoms, looks: Sequence[RunLook], size: float, book: FontBook) -> None:
        self.atoms = atoms
        self.book = book
        self.looks = looks
        self.size = size
        self.shifts = atoms.shifts
        self.shown = [glyph.glyph for glyph in atoms.glyphs]
        self.single = isinstance(atoms.texts, str) or all(len(text) == 1 for text in atoms.texts)
        text = atoms.texts if isinstance(atoms.texts, str) else "".join(atoms.texts)
        self.spaced = " " in text
        self.blanks = [blank for blank in _BLANKS if blank in text]
        self.marked = any(look.emphasis or look.link or look.note or look.underline or look.use for look in looks)

    def build(self, box: LineBox, gaps: Gaps) -> SetLine:
        """The line of ``box``."""
        start, end = box.start, box.end
        shifts = self.shifts[start:end]
        shifts[-1] = 0.0
        for index, change in gaps.changed.items():
            shifts[index - 1 - start] = round(shifts[index - 1 - start] + change * 1000, 2)
        extra = round(gaps.extra * 1000, 3)
        text = self._text(start, end)
        glyphs = self.atoms.glyphs
        if self.atoms.plain and not self.marked:
            x = box.left + glyphs[start].shift * self.size
            told = extra + max(shifts) > VISIBLE_GAP or self._hides(text, shifts)
            run = self._run(start, end, x, (shifts, extra, told))
            return SetLine(box.left + box.width, self.size, (run,), (), (), box.forced, text)
        return self._mixed(box, gaps, shifts, extra)

    def _text(self, start: int, end: int) -> str:
        texts = self.atoms.texts[start:end]
        return texts if isinstance(texts, str) else "".join(texts)

    def hyphen(self, stop: int) -> Glyph:
        """What is added to a line that ends before atom ``stop``: of the face that ends it."""
        return self.atoms.hyphens[self.atoms.looks[stop - 1]]

    def hyphenated(self, line: SetLine, stop: int) -> SetLine:
        """``line`` with a hyphen at its end, told as U+00AD: no part of the text (ISO 32000-1, 14.8.2.2.3)."""
        hyphen = self.hyphen(stop)
        run = SetRun(
            line.width, hyphen.face, self.size, line.runs[-1].colour, (hyphen.glyph,), "\u00ad", None, None, True,
            hyphen.weight, 0.0,
        )  # fmt: skip
        return msgspec.structs.replace(line, width=line.width + hyphen.body * self.size, runs=(*line.runs, run))

    def ended(self, line: SetLine, visible: int, stop: int) -> SetLine:
        """``line`` with the blanks it was broken at, atoms [visible, stop): they are text, but nothing to be seen.

        So a reader's programs find the words of two lines apart (ISO 32000-1, 14.8.2.2.3).
        """
        blanks = [index for index in range(visible, stop) if self.atoms.kinds[index] != Class.BREAK]
        if not blanks:
            return line
        last = line.runs[-1]
        text = "".join(self.atoms.texts[index] for index in blanks)
        glyphs = tuple(self.atoms.glyphs[index].glyph for index in blanks)
        first = self.atoms.glyphs[blanks[0]]
        if any(self.atoms.glyphs[index].face != last.face for index in blanks):
            blank = self.book.face(last.face).glyph(" ")
            if not blank:
                run = SetRun(
                    line.width, first.face, self.size, last.colour, glyphs, text, None, None, False, first.weight, 0.0
                )
                return msgspec.structs.replace(line, runs=(*line.runs, run))
            glyphs = (blank,) * len(blanks)
        # Painted with the word before them, whatever their own look: PDFium keeps no others.
        return msgspec.structs.replace(line, runs=(*line.runs[:-1], _joined(last, glyphs, text)))

    def _run(self, begin: int, stop: int, x: float, how: tuple[list[float], float, bool]) -> SetRun:
        """Atoms [begin, stop) from ``x``; ``how`` is their shifts, the spacing, whether gaps are seen."""
        shifts, extra, actual = how
        atoms = self.atoms
        first = atoms.glyphs[begin]
        shown = tuple(shifts) if any(shifts) else None
        clusters = None if self.single else tuple(map(len, atoms.texts[begin:stop]))
        size, rise = self.size, 0.0
        if first.kind == Class.NOTE:
            size, rise, shown, extra = size * NOTE_SIZE, size * NOTE_RISE, None, 0.0
        elif self.looks[atoms.looks[begin]].light:  # smaller, in the middle of its em
            size, rise, shown = size * _LIGHT, size * (1 - _LIGHT) * _MIDDLE, None
            x += self.size * (1 - _LIGHT) / 2
        return SetRun(
            x, first.face, size, self.looks[atoms.looks[begin]].colour,
            tuple(self.shown[begin:stop]), self._text(begin, stop), shown, clusters, actual,
            first.weight, extra, rise,
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
        actual = extra + max(shifts) > VISIBLE_GAP or self._hides(atoms.texts[start:end], shifts)
        look = [
            (glyph.face, glyph.weight, looks[run].colour, glyph.kind == Class.NOTE, looks[run].light)
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
        text = "".join(atoms.texts[start:end])
        line = SetLine(left + box.width, size, tuple(runs), (), (), box.forced, text)
        if not self.marked:
            return line
        notes = tuple(dict.fromkeys(looks[run].note for run in atoms.looks[start:end] if looks[run].note))
        if notes and start and looks[atoms.looks[start - 1]].note == notes[0]:
            notes = notes[1:]  # a mark that had to be broken stands where it begins
        return msgspec.structs.replace(
            line, dots=self._dots(box, places), links=_links(self, box, places), notes=notes,
            strokes=self._strokes(box, places), uses=self._uses(start, end),
        )  # fmt: skip

    def _uses(self, start: int, end: int) -> tuple[str, ...]:
        """The anchors of uses that begin in atoms [start, end)."""
        looks, runs = self.looks, self.atoms.looks
        found = tuple(dict.fromkeys(looks[run].use for run in runs[start:end] if looks[run].use))
        return found[1:] if found and start and looks[runs[start - 1]].use == found[0] else found

    def _hides(self, texts: Sequence[str], shifts: Sequence[float]) -> bool:
        """Whether Poppler, which goes by gaps, would not see a blank of the line ``texts`` for what it is.

        One that is set narrow, one that is no plain space, all where every word has one character.
        """
        if self.blanks and any(blank in texts for blank in self.blanks):
            return True
        if not self.spaced or " " not in texts:
            return False
        if len(texts) > 2 and all(text == " " for text in texts[1::2]):
            return True
        if min(shifts) >= _NARROW:
            return False
        return any(
            text == " " and shifts[at] + (shifts[at - 1] if at else 0.0) < _NARROW for at, text in enumerate(texts)
        )

    def _strokes(self, box: LineBox, places: Sequence[float]) -> tuple[Stroke, ...]:
        """A line under each stretch of one name or title, without the blanks at its edges."""
        atoms, size = self.atoms, self.size
        found: list[Stroke] = []
        before = -1
        for index, place in enumerate(places, box.start):
            run = atoms.looks[index]
            look = self.looks[run]
            if look.underline:
                x, right = box.left + place * size, box.left + (place + atoms.glyphs[index].body) * size
                if run == before or (look.goes_on and before == run - 1):
                    found[-1] = msgspec.structs.replace(found[-1], right=right - _APART * size)
                else:
                    found.append(Stroke(x + _APART * size, right - _APART * size, look.underline, look.colour))
            before = run
        return tuple(found)

    def _dots(self, box: LineBox, places: Sequence[float]) -> tuple[float, ...]:
        """The centres of emphasis dots, in points: under Han characters only."""
        atoms = self.atoms
        return tuple(
            box.left + (place + atoms.glyphs[index].body / 2) * self.size
            for index, place in enumerate(places, box.start)
            if self.looks[atoms.looks[index]].emphasis and atoms.kinds[index] == Class.HAN
        )


def _joined(run: SetRun, blanks: tuple[int, ...], text: str) -> SetRun:
    """``run`` with ``blanks``, which say ``text``, at its end."""
    count = len(blanks)
    return msgspec.structs.replace(
        run, glyphs=run.glyphs + blanks, text=run.text + text,
        shifts=run.shifts and (*run.shifts, *[0.0] * count),
        clusters=run.clusters and (*run.clusters, *[1] * count),
    )  # fmt: skip


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


def told(line: SetLine) -> SetLine:
    """``line`` telling its text itself: one word with what is told beside it on its baseline, whatever the gap."""
    return msgspec.structs.replace(line, runs=tuple(msgspec.structs.replace(run, actual=True) for run in line.runs))


def place_line(line: SetLine, x: float, y: float) -> tuple[Mark, ...]:
    """The marks of ``line`` with its left edge at ``x`` and its baseline at ``y``."""
    marks: list[Mark] = [
        GlyphRun(
            run.face, run.size, run.colour, x + run.x, y - run.rise, run.glyphs, run.text, run.shifts, run.clusters,
            run.actual, run.weight, 0.0, run.spacing,
        )
        for run in line.runs
    ]  # fmt: skip
    for stroke in line.strokes:
        marks.append(stroke_marks(stroke, x, y, line.size))
    for centre in line.dots:
        marks.append(dot_path(x + centre, y, line.size, line.runs[0].colour))
    for left, width, target, text in line.links:
        marks.append(LinkArea(x + left, y - 0.88 * line.size, width, 1.1 * line.size, target, text))
    return tuple(marks)
