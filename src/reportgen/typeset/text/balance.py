"""Titles on lines as even as can be, as few as hold them, broken between words and after marks (2.4, 7)."""

from reportgen.typeset.text.classes import MARKS, Class
from reportgen.typeset.text.fit import Measured
from reportgen.typeset.text.rules import PENALTIES, SOFT

MAX_ATOMS = 200  # of a title; a longer one is set like text
_AFTER_MARK = 0.15  # what an end after a mark is worth: lines that differ by half of the measure and more
_LEAD = 1e-6  # of two equal shapes the one with the longer first line


def balanced(measured: Measured, start: int, ends: list[int], measure: float) -> list[int]:
    """Other ends for the lines of atoms [start, ends[-1]) that ``ends`` gives: as many lines, of even length.

    ``measure`` in em. The cost of a line is the square of its distance from the mean as a share of the measure, plus
    the penalty of its break; the last line has two characters at least where it can.
    """
    end, lines = ends[-1], len(ends)
    if lines < 2 or end - start > MAX_ATOMS:
        return ends
    kinds, codes = measured.kinds, measured.atoms.breaks
    hyphen = max((one.body for one in measured.atoms.hyphens), default=0.0)
    mean = (
        sum(measured.width(a, measured.visible_end(a, b)) for a, b in zip([start, *ends], ends, strict=False)) / lines
    )
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, start): (0.0, ())}
    stops = [at for at in range(start + 1, end) if codes[at]] + [end]
    for line in range(1, lines + 1):
        for begin in [start] if line == 1 else stops:
            known = best.get((line - 1, begin))
            if known is None:
                continue
            for stop in stops:
                if stop <= begin or (stop == end) != (line == lines):
                    continue
                visible = measured.visible_end(begin, stop)
                width = measured.width(begin, visible)
                if width > measure + 1e-9:
                    break
                if stop < end and codes[stop] == SOFT and width > measure - hyphen + 1e-9:
                    continue
                cost = known[0] + ((width - mean) / measure) ** 2 + _LEAD * line * width
                if stop != end:
                    cost += PENALTIES[codes[stop]] - (_AFTER_MARK if kinds[visible - 1] in MARKS else 0.0)
                elif sum(kind not in MARKS and kind != Class.NOTE for kind in kinds[begin:stop]) < 2:
                    cost += 1.0
                now = best.get((line, stop))
                if now is None or cost < now[0]:
                    best[line, stop] = cost, (*known[1], stop)
    found = best.get((lines, end))
    return ends if found is None else list(found[1])
