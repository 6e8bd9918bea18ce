"""The gaps of one line: natural, shrunk or stretched in the specification's order (4.1, 4.2). Widths in em."""

from bisect import bisect_left, bisect_right

import msgspec

from reportgen.typeset.text.atoms import Atoms
from reportgen.typeset.text.classes import Class

_MOST_SPACE = 0.5  # em: a word space may open to that before all gaps do
_LEAST = 1e-9


class Gaps(msgspec.Struct, gc=False):
    """How a line's gaps differ from natural: ``extra`` at every gap that may open, ``changed`` at single ones.

    ``changed`` maps an atom's index to what its gap has more than natural (``extra`` not counted); at a gap that may
    not open it takes ``extra`` back. ``widest``: the gap opened in the last step. ``gain``: how much wider the line is.
    """

    extra: float = 0.0
    changed: dict[int, float] = {}
    widest: float = 0.0
    gain: float = 0.0


NATURAL = Gaps()


def justified(atoms: Atoms, start: int, end: int, slack: float) -> Gaps:
    """Gaps that make atoms [start, end) wider by ``slack`` or narrower; a line without gaps stays as it is."""
    if slack < 0:
        shrunk = _shrunk(atoms, start, end, -slack)
        return Gaps(changed=shrunk, gain=sum(shrunk.values()))
    changed: dict[int, float] = {}
    left = slack
    if atoms.spaces:
        spaces = _inside(atoms.spaces, start, end)
        if spaces:
            widest = max(atoms.glyphs[index].body for index in spaces)
            left -= _raise(changed, spaces, slack, max(0.0, _MOST_SPACE - widest))
    left -= _raise(changed, _inside(atoms.latin, start, end), left, atoms.rules.latin_opens)
    if left <= _LEAST:
        return Gaps(changed=changed, gain=slack)
    stuck = _inside(atoms.stuck, start, end)
    free = end - start - 1 - len(stuck)
    if free > 0:
        extra = left / free
        for index in stuck:
            changed[index] = changed.get(index, 0.0) - extra
        return Gaps(extra, changed, extra, slack)
    return Gaps(changed=changed, widest=left, gain=slack - left)  # nothing may open: the line stays short, and is told


def _inside(indices: list[int], start: int, end: int) -> list[int]:
    """Those of the sorted ``indices`` that are gaps between two atoms of [start, end)."""
    return indices[bisect_right(indices, start) : bisect_left(indices, end)]


def _raise(changed: dict[int, float], where: list[int], slack: float, most: float) -> float:
    """Open the gaps at ``where`` equally, each by ``most`` at the most; what was used."""
    if not where or slack <= 0:
        return 0.0
    extra = min(most, slack / len(where))
    for index in where:
        changed[index] = changed.get(index, 0.0) + extra
    return extra * len(where)


def _shrunk(atoms: Atoms, start: int, end: int, excess: float) -> dict[int, float]:
    """Close gaps step by step (4.1): word spaces, brackets' blanks, commas', Han-Latin spaces, full stops'."""
    kinds, shrink = atoms.kinds, atoms.shrink
    left_blank, right_blank = atoms.rules.left_blank, atoms.rules.right_blank
    steps: tuple[list[int], ...] = ([], [], [], [], [])
    for index in range(start + 1, end):
        if shrink[index] <= 0:
            continue
        left, right = kinds[index - 1], kinds[index]
        if right == Class.SP:
            steps[0].append(index)
        elif left == Class.CM and right != Class.OP:
            steps[2].append(index)
        elif left == Class.FS and right != Class.OP:
            steps[4].append(index)
        elif right_blank[left] or left_blank[right]:
            steps[1].append(index)
        else:
            steps[3].append(index)
    changed: dict[int, float] = {}
    for step in steps:
        available = sum(shrink[index] for index in step)
        if excess <= 1e-12 or available == 0:
            continue
        share = min(1.0, excess / available)
        for index in step:
            changed[index] = -shrink[index] * share
        excess -= available * share
    return changed
