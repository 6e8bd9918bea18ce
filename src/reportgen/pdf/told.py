"""Lines whose gaps could be taken for spaces: which parts of them tell their text by ActualText.

PDFium (Chrome, Edge) drops characters beyond the BMP from an ActualText. They are painted outside it, where ToUnicode
gives them; a blank glyph inside the told parts bridges the gap on either side, so that no reader sees a space there.
Only between two neighbours that are both beyond the BMP nothing can bridge a gap.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reportgen.drawing import GlyphRun
from reportgen.fonts import FontBook


class Part(msgspec.Struct):
    """Runs that follow each other; ``told``: inside one span with their text as ActualText."""

    told: bool
    runs: list[GlyphRun]
    text: str


def parts_of(line: Sequence[GlyphRun], book: FontBook) -> list[Part]:
    """The parts of a line, in order; one part unless it has a character beyond the BMP."""
    text = "".join(run.text for run in line)
    if text.isascii() or max(text) <= "\uffff" or line[0].angle:
        return [Part(True, list(line), text)]
    # A run a part: PDFium takes the first run's end for the end of a span.
    pieces = [piece for run in line for piece in _pieces(run, book)]
    parts = [Part(max(piece.text) <= "\uffff", [piece], piece.text) for piece in pieces]
    for before, after in pairwise(parts):
        _bridge(before, after, book)
    return parts


def _pieces(run: GlyphRun, book: FontBook) -> Iterator[GlyphRun]:
    """The run cut at its characters beyond the BMP, each piece where it stood."""
    clusters = run.clusters or (1,) * len(run.glyphs)
    shifts = run.shifts or (0.0,) * len(run.glyphs)
    face = book.face(run.face)
    x, start, first = run.x, 0, 0
    at = 0
    widths: list[float] = []
    for index, (glyph, count) in enumerate(zip(run.glyphs, clusters, strict=True)):
        at += count
        widths.append((face.advance(glyph) + shifts[index] + run.spacing) * run.size / 1000)
        last = index + 1 == len(run.glyphs)
        beyond = max(run.text[at - count : at]) > "\uffff"
        if last or beyond or max(run.text[at : at + clusters[index + 1]]) > "\uffff":
            yield msgspec.structs.replace(
                run, x=x, glyphs=run.glyphs[first : index + 1], text=run.text[start:at],
                shifts=shifts[first : index + 1], clusters=clusters[first : index + 1],
            )  # fmt: skip
            x += sum(widths)
            first, start, widths = index + 1, at, []


def _bridge(before: Part, after: Part, book: FontBook) -> None:
    """Fill the gap between two parts with a blank that belongs to the told one.

    It stands in the same run as its neighbour, from whose end a reader measures.
    """
    last, following = before.runs[-1], after.runs[0]
    end = _end(last, book)
    gap = following.x - end
    if gap < 1e-3 or not (before.told or after.told):
        return
    run = last if before.told else following
    face = book.face(run.face)
    blank = face.glyph(" ")
    clusters = run.clusters or (1,) * len(run.glyphs)
    shifts = run.shifts or (0.0,) * len(run.glyphs)
    rest = gap / run.size * 1000 - face.advance(blank) - run.spacing
    if before.told:
        before.runs[-1] = msgspec.structs.replace(
            run, glyphs=(*run.glyphs, blank), text=run.text + " ", clusters=(*clusters, 1),
            shifts=(*shifts[:-1], rest, 0.0),
        )  # fmt: skip
    else:
        after.runs[0] = msgspec.structs.replace(
            run, x=end, glyphs=(blank, *run.glyphs), text=" " + run.text, clusters=(1, *clusters),
            shifts=(rest, *shifts),
        )  # fmt: skip


def _end(run: GlyphRun, book: FontBook) -> float:
    """Where the last glyph of a run ends, its gap aside."""
    face = book.face(run.face)
    width = sum(face.advance(glyph) for glyph in run.glyphs) + run.spacing * (len(run.glyphs) - 1)
    return run.x + (width + sum(run.shifts[:-1] if run.shifts else ())) * run.size / 1000
