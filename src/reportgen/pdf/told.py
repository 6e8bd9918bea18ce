"""Lines whose gaps could be taken for spaces: which parts of them tell their text by ActualText.

PDFium (Chrome, Edge) drops characters beyond the BMP from an ActualText. They are painted outside it, where ToUnicode
gives them; a blank glyph inside the told parts bridges the gap on either side, so that no reader sees a space there.
Only between two neighbours that are both beyond the BMP nothing can bridge a gap.

A hyphen at a line's end is taken by readers for one that hyphenation added, and dropped. An author's is text. PDFium
drops it where an ActualText says it, or where what is painted next begins with a letter or figure: the hyphen is
painted outside, and the next line begins with a blank glyph, which the ActualText of its first letter hides. Poppler
(pdftotext without -raw and -layout) drops it where it is the last of its line: a line break that is told follows it.
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


def parts_of(line: Sequence[GlyphRun], book: FontBook, *, hyphen: bool = False) -> list[Part]:
    """The parts of a line, in order; one part unless it has a character beyond the BMP or ends with a ``hyphen``."""
    text = "".join(run.text for run in line)
    if line[0].angle or not (hyphen or max(text) > "\uffff"):
        return [Part(True, list(line), text)]
    # A run a part: PDFium takes the first run's end for the end of a span.
    pieces = [piece for run in line for piece in _pieces(run, book, hyphen=hyphen and run is line[-1])]
    parts = [Part(max(piece.text) <= "\uffff", [piece], piece.text) for piece in pieces]
    if hyphen:
        parts[-1].told = False
    for before, after in pairwise(parts):
        _bridge(before, after, book)
    return parts


def opened(part: Part, book: FontBook) -> list[Part]:
    """``part`` with its first glyph told apart, behind a blank glyph that is no part of its text and moves nothing.

    The first alone: MuPDF repeats text where what is painted begins otherwise than what is told.
    """
    run = part.runs[0]
    face = book.face(run.face)
    blank = face.glyph(" ")
    pieces = list(_cut(run, [1], book))
    first = pieces[0]
    text = first.text
    if not blank or max(text) > "\uffff":  # PDFium takes what is beyond the BMP for no letter
        return [part]
    first = _behind_blank(first, run.x, -face.advance(blank) - run.spacing, blank)
    rest = [*pieces[1:], *part.runs[1:]]
    if not rest:
        return [Part(True, [first], text)]
    head, body = Part(True, [first], text), Part(part.told, rest, part.text[len(text) :])
    if part.told:
        _bridge(head, body, book)
    return [head, body]


def told_at_end(run: GlyphRun) -> int:
    """How many glyphs at the end of ``run`` tell its last blanks: these and the one before them.

    Poppler drops blanks at the end of a line that stand alone.
    """
    blanks = len(run.text) - len(run.text.rstrip(" "))
    if blanks >= len(run.glyphs):
        return 0
    count = 1 if run.clusters is None else run.clusters[-1 - blanks]
    return 0 if max(run.text[-blanks - count :]) > "\uffff" else blanks + 1


def line_break(run: GlyphRun, book: FontBook) -> list[Part]:
    """A blank glyph behind ``run`` that tells a line break; nothing where the face has no blank."""
    blank = book.face(run.face).glyph(" ")
    if not blank:
        return []
    behind = msgspec.structs.replace(
        run, x=_end(run, book), glyphs=(blank,), text=" ", clusters=None, shifts=None, spacing=0.0
    )
    return [Part(True, [behind], "\r\n")]


def _pieces(run: GlyphRun, book: FontBook, *, hyphen: bool) -> Iterator[GlyphRun]:
    """The run cut at its characters beyond the BMP and before the hyphens at its end, each piece where it stood.

    Blanks behind a hyphen stay with it.
    """
    beyond, at = [], 0
    for count in run.clusters or (1,) * len(run.glyphs):
        beyond.append(max(run.text[at : at + count]) > "\uffff")
        at += count
    last = len(beyond) - len(run.text) + len(run.text.rstrip(" ").rstrip("-")) if hyphen else -1
    return _cut(run, [i for i in range(1, len(beyond)) if beyond[i - 1] or beyond[i] or i == last], book)


def _cut(run: GlyphRun, before: Sequence[int], book: FontBook) -> Iterator[GlyphRun]:
    """The run cut ``before`` the glyphs of these indices, each piece where it stood."""
    clusters = run.clusters or (1,) * len(run.glyphs)
    shifts = run.shifts or (0.0,) * len(run.glyphs)
    face = book.face(run.face)
    x, start, first = run.x, 0, 0
    for stop in (*before, len(run.glyphs)):
        if stop == first:
            continue  # a run of one glyph
        end = start + sum(clusters[first:stop])
        yield msgspec.structs.replace(
            run, x=x, glyphs=run.glyphs[first:stop], text=run.text[start:end], shifts=shifts[first:stop],
            clusters=clusters[first:stop],
        )  # fmt: skip
        x += sum(
            (face.advance(glyph) + shift + run.spacing) * run.size / 1000
            for glyph, shift in zip(run.glyphs[first:stop], shifts[first:stop], strict=True)
        )
        first, start = stop, end


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
    rest = gap / run.size * 1000 - face.advance(blank) - run.spacing
    if before.told:
        clusters = run.clusters or (1,) * len(run.glyphs)
        shifts = run.shifts or (0.0,) * len(run.glyphs)
        before.runs[-1] = msgspec.structs.replace(
            run, glyphs=(*run.glyphs, blank), text=run.text + " ", clusters=(*clusters, 1),
            shifts=(*shifts[:-1], rest, 0.0),
        )  # fmt: skip
    else:
        after.runs[0] = _behind_blank(run, end, rest, blank)


def _behind_blank(run: GlyphRun, x: float, shift: float, blank: int) -> GlyphRun:
    """``run`` with a blank glyph before it that stands at ``x`` and advances by ``shift`` more than it would."""
    clusters = run.clusters or (1,) * len(run.glyphs)
    shifts = run.shifts or (0.0,) * len(run.glyphs)
    return msgspec.structs.replace(
        run, x=x, glyphs=(blank, *run.glyphs), text=" " + run.text, clusters=(1, *clusters), shifts=(shift, *shifts)
    )


def _end(run: GlyphRun, book: FontBook) -> float:
    """Where the last glyph of a run ends, its gap aside."""
    face = book.face(run.face)
    width = sum(face.advance(glyph) for glyph in run.glyphs) + run.spacing * (len(run.glyphs) - 1)
    return run.x + (width + sum(run.shifts[:-1] if run.shifts else ())) * run.size / 1000
