"""Lines with fixed gaps, and their placing on a page."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import GlyphRun, LinkArea, Mark, Path, Segment
from reportgen.typeset.text.atoms import Atoms, Glyph
from reportgen.typeset.text.classes import LEFT_BLANK, RIGHT_BLANK, STRETCHES, Class

VISIBLE_GAP = 0.12  # em; wider gaps are taken for spaces by readers of the PDF
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


class SetLine(msgspec.Struct, frozen=True, gc=False):
    """A line: ``width`` in points, emphasis dots by their centres, links as (x, width, target, text)."""

    width: float
    size: float
    runs: tuple[SetRun, ...]
    dots: tuple[float, ...]
    links: tuple[tuple[float, float, str, str], ...]
    forced: bool
    text: str


class RunLook(msgspec.Struct, frozen=True):
    """What a run of text looks like and where it leads."""

    colour: str
    emphasis: bool = False
    link: str = ""


class LineBox(msgspec.Struct, frozen=True):
    """Where a line stands: atoms [start, end), its left edge in points, whether it ends a paragraph's part."""

    start: int
    end: int
    left: float
    forced: bool


def build_line(atoms: Atoms, box: LineBox, gaps: Sequence[float], looks: Sequence[RunLook], size: float) -> SetLine:
    """The line of ``box``; ``gaps[i]`` is the em before its atom i (the first counts as nothing)."""
    start, end, left, forced = box.start, box.end, box.left, box.forced
    glyphs = atoms.glyphs[start:end]
    texts = atoms.texts[start:end]
    run_of = atoms.looks[start:end]
    places, x = [], 0.0
    for glyph, gap in zip(glyphs, gaps, strict=True):
        x += gap
        places.append(x)
        x += glyph.body
    actual = any(gap > VISIBLE_GAP for gap in gaps)
    runs: list[SetRun] = []
    count = end - start
    begin = 0
    while begin < count:
        first = glyphs[begin]
        face, weight, colour = first.face, first.weight, looks[run_of[begin]].colour
        stop = begin + 1
        while (
            stop < count and glyphs[stop].face == face and glyphs[stop].weight == weight
            and looks[run_of[stop]].colour == colour
        ):  # fmt: skip
            stop += 1
        part = slice(begin, stop)
        runs.append(_run(glyphs[part], texts[part], places[part], (size, colour, left), actual=actual))
        begin = stop
    dots: tuple[float, ...] = ()
    links: tuple[tuple[float, float, str, str], ...] = ()
    if any(look.emphasis or look.link for look in looks):
        kinds = atoms.kinds[start:end]
        dots = tuple(
            left + (place + glyph.body / 2) * size
            for place, glyph, kind, run in zip(places, glyphs, kinds, run_of, strict=True)
            if looks[run].emphasis and kind is Class.HAN
        )
        bodies = [glyph.body for glyph in glyphs]
        links = _links(tuple(zip(places, bodies, texts, run_of, strict=True)), looks, size, left)
    return SetLine(left + x * size, size, tuple(runs), dots, links, forced, "".join(texts))


def _run(
    glyphs: Sequence[Glyph], texts: Sequence[str], places: Sequence[float], look: tuple[float, str, float],
    *, actual: bool,
) -> SetRun:  # fmt: skip
    """One run; ``look`` is size, colour and the line's left edge."""
    size, colour, left = look
    first = glyphs[0]
    origins = [place + glyph.shift for place, glyph in zip(places, glyphs, strict=True)]
    shifts = [
        round((after - here - glyph.advance) * 1000, 2)
        for here, after, glyph in zip(origins, origins[1:], glyphs, strict=False)
    ]
    text = "".join(texts)
    clusters = None if len(text) == len(glyphs) else tuple(map(len, texts))
    return SetRun(
        left + origins[0] * size, first.face, size, colour, tuple([glyph.glyph for glyph in glyphs]), text,
        (*shifts, 0.0) if any(shifts) else None, clusters, actual, first.weight,
    )  # fmt: skip


def _links(
    boxes: Sequence[tuple[float, float, str, int]], looks: Sequence[RunLook], size: float, left: float
) -> tuple[tuple[float, float, str, str], ...]:
    """One area for each stretch of atoms that lead to the same target; boxes are (place, body, text, run)."""
    areas: list[tuple[float, float, str, str]] = []
    for place, body, text, run in boxes:
        target = looks[run].link
        if not target:
            continue
        x, right = left + place * size, left + (place + body) * size
        if areas and areas[-1][2] == target and x - (areas[-1][0] + areas[-1][1]) < size:
            begin, _, _, words = areas.pop()
            areas.append((begin, right - begin, target, words + text))
        else:
            areas.append((x, right - x, target, text))
    return tuple(areas)


def justified(atoms: Atoms, span: tuple[int, int], room: float) -> tuple[list[float], float]:
    """The gaps of a line that fill ``room`` exactly, and the widest gap opened in the last step (em).

    Shrinks or stretches in the specification's order (4.1, 4.2); a line without gaps stays as it is.
    """
    start, end = span
    gaps = natural(atoms, span)
    width = sum(gaps) + sum(glyph.body for glyph in atoms.glyphs[start:end])
    slack = room - width
    if slack < 0:
        _shrink(atoms, span, gaps, -slack)
        return gaps, 0.0
    kinds = atoms.kinds
    inner = range(1, end - start)
    spaces = [i for i in inner if kinds[start + i] is Class.SP]
    slack -= _raise(gaps, spaces, slack, 0.25)
    latin = [
        i
        for i in inner
        if 0.2 < gaps[i] < 0.3 and not RIGHT_BLANK[kinds[start + i - 1]] and not LEFT_BLANK[kinds[start + i]]
    ]
    slack -= _raise(gaps, latin, slack, 1 / 12)
    if slack <= 1e-9:
        return gaps, 0.0
    free = [i for i in inner if STRETCHES[kinds[start + i - 1]][kinds[start + i]]] or [
        i for i in inner if Class.SP in (kinds[start + i - 1], kinds[start + i])
    ]
    if not free:
        return gaps, 0.0
    extra = slack / len(free)
    for i in free:
        gaps[i] += extra
    return gaps, extra


def natural(atoms: Atoms, span: tuple[int, int]) -> list[float]:
    """The gaps of a line at its natural width: the first is its edge and counts as nothing."""
    start, end = span
    gaps = atoms.glue[start:end]
    if gaps:
        gaps[0] = 0.0
    return gaps


def _raise(gaps: list[float], where: Sequence[int], slack: float, most: float) -> float:
    """Open the gaps at ``where`` equally, each by ``most`` at the most; what was used."""
    if not where or slack <= 0:
        return 0.0
    extra = min(most, slack / len(where))
    for i in where:
        gaps[i] += extra
    return extra * len(where)


def _shrink(atoms: Atoms, span: tuple[int, int], gaps: list[float], excess: float) -> None:
    """Close gaps step by step (4.1): brackets' blanks, then commas', then Han-Latin, then full stops'."""
    start, end = span
    kinds = atoms.kinds
    steps: tuple[list[tuple[int, float]], ...] = ([], [], [], [])
    for i in range(1, end - start):
        left, right = kinds[start + i - 1], kinds[start + i]
        gap = gaps[i]
        if gap <= 0:
            continue
        if left is Class.CM and right is not Class.OP:
            steps[1].append((i, gap))
        elif left is Class.FS and right is not Class.OP:
            steps[3].append((i, gap))
        elif RIGHT_BLANK[left] or LEFT_BLANK[right]:
            steps[0].append((i, gap))
        elif gap > 0.125:
            steps[2].append((i, gap - 0.125))
    for step in steps:
        available = sum(amount for _, amount in step)
        if excess <= 1e-12 or available == 0:
            continue
        share = min(1.0, excess / available)
        for i, amount in step:
            gaps[i] -= amount * share
        excess -= available * share


def place_line(line: SetLine, x: float, y: float) -> tuple[Mark, ...]:
    """The marks of ``line`` with its left edge at ``x`` and its baseline at ``y``."""
    marks: list[Mark] = [
        GlyphRun(
            run.face, run.size, run.colour, x + run.x, y, run.glyphs, run.text, run.shifts, run.clusters, run.actual,
            run.weight,
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
