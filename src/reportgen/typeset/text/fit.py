"""Choosing line breaks: first fit where it is good, total fit where it is not; ties are decided the same way always.

Widths in em. A candidate line is atoms [start, end) without the spaces at its end; cost is r³ with r the share of the
shrink used, or the stretch over an eighth of an em a gap (specification 4.3).
"""

from bisect import bisect_right
from heapq import heappop, heappush
from itertools import accumulate
from operator import add

from reportgen.typeset.text.atoms import Atoms
from reportgen.typeset.text.classes import Class

COMFORTABLE = 0.125  # em a gap, 4.2
GOOD = 0.2  # a first-fit line of this cost or less is taken as it is
INFEASIBLE = 1e9
_RUNT = 60.0
_DISCOURAGED = 0.5
_LINE = 0.5  # price of a line where lines may be saved: a little squeezing is better than a scrap of a line
_SHORT = 0.3  # of the measure: a last line that the lines above might take in
_WIDE = 24.0  # em: in narrower columns short last lines are left alone
_TAKEN = 0.9  # of the shrink that a paragraph has: what taking in may use
_SHRINK = 1.02  # of two equal costs the open line reads better than the squeezed one
_EPSILON = 1e-9
_MARKS = frozenset((Class.OP, Class.CL, Class.CM, Class.FS, Class.LOP, Class.LCL))


class Measured:
    """Prefix sums over an atom list: any line's natural width and shrink in constant time."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.kinds = atoms.kinds
        self.bodies = [glyph.body for glyph in atoms.glyphs]
        self.count = len(self.bodies)
        # place[i] is where atom i's body begins when all stands on one line
        after = [*atoms.glue[1:], 0.0]
        self.place = list(accumulate(map(add, self.bodies, after), initial=0.0))
        self.shrink = list(accumulate(atoms.shrink))
        self.spaced = Class.SP in atoms.kinds or Class.BREAK in atoms.kinds

    def width(self, start: int, end: int) -> float:
        """Natural width of atoms [start, end): both edges trimmed (3.4, 3.5)."""
        last = end - 1
        width: float = self.place[last] + self.bodies[last] - self.place[start]
        return width

    def shrinks(self, start: int, end: int) -> float:
        """How much the gaps inside may give."""
        return self.shrink[end - 1] - self.shrink[start]

    def visible_end(self, start: int, end: int) -> int:
        """``end`` without the spaces and breaks before it."""
        if self.spaced:
            while end > start + 1 and self.kinds[end - 1] in (Class.SP, Class.BREAK):
                end -= 1
        return end


class Fit:
    """Breaks one stretch of atoms (no forced breaks inside) for a measure."""

    def __init__(self, measured: Measured, measure: float, indent: float, justify: bool) -> None:
        self.measured = measured
        self.measure = measure
        self.indent = indent
        self.justify = justify
        self.overfull: list[int] = []  # starts of lines that had to be broken where no break is allowed

    def breaks(self, start: int, end: int) -> list[int]:
        """Ends of the lines of atoms [start, end), the last one being ``end``."""
        if self.measured.count == 0 or start >= end:
            return [end]
        ends: list[int] = []
        here = start
        while not ends or ends[-1] != end:
            found = self._candidates(here, end, self._room(here == start), good=True)
            if len(found) != 1 or found[0][1] >= INFEASIBLE:
                ends += self._total(here, end, first=here == start, thorough=False)
                break
            here = found[0][0]
            ends.append(here)
        if len(ends) > 1 and self._might_take_in(start, ends):
            self.overfull.clear()
            ends = self._total(start, end, first=True, thorough=True)
        return ends

    def _room(self, first: bool) -> float:
        return (self.measure - self.indent if first else self.measure) + _EPSILON

    def _might_take_in(self, start: int, ends: list[int]) -> bool:
        """Whether the last line is short and the lines before it could hold it (shrink before stretch, CLREQ)."""
        measured, end = self.measured, ends[-1]
        if not self.justify or self.measure < _WIDE:
            return False
        if measured.place[end - 1] - measured.place[ends[-2]] > _SHORT * self.measure:
            return False
        room = self.measure * (len(ends) - 1) - self.indent
        return measured.width(start, end) - room <= _TAKEN * measured.shrinks(start, end)

    def _total(self, start: int, end: int, *, first: bool, thorough: bool) -> list[int]:
        """The breaks of least cost in all (Knuth and Plass 1981); of equal ones those of fewer lines, later first."""
        best: dict[int, tuple[float, int, int, int]] = {start: (0.0, 0, -1, start)}
        # position -> (cost, lines, first break negated for the tie, previous position)
        queue = [start]
        while True:
            here = heappop(queue)
            if here == end:
                break
            cost, lines, head, _ = best[here]
            for stop, price in self._candidates(here, end, self._room(first and here == start), good=not thorough):
                if thorough:
                    price += _LINE
                entry = (cost + price, lines + 1, head if head != -1 else -stop, here)
                known = best.get(stop)
                if known is None:
                    heappush(queue, stop)
                if known is None or entry[:3] < known[:3]:
                    best[stop] = entry
        ends = [end]
        while best[ends[-1]][3] != start:
            ends.append(best[ends[-1]][3])
        return ends[::-1]

    def _candidates(self, start: int, end: int, room: float, *, good: bool) -> list[tuple[int, float]]:
        """Ends of a line that begins at ``start``, with their costs; never empty. ``good``: a good one will do."""
        measured = self.measured
        if self._is_last(start, end, room):
            return [(end, 0.0)]
        place, shrink, breaks = measured.place, measured.shrink, measured.atoms.breaks
        # The furthest atom that could begin beyond the room even with all blanks gone.
        reach = place[start] - shrink[start] + room
        far = bisect_right(place, place[start] + room + 2.0, start, end)
        while far < end and place[far] - shrink[far] < reach:
            far += 1
        found: list[tuple[int, float]] = []
        for stop in range(min(far, end - 1), start, -1):
            rule = breaks[stop]
            if not rule:
                continue
            visible = measured.visible_end(start, stop)
            price = self._cost(start, visible, room)
            if price >= INFEASIBLE:
                continue
            if rule == 2:
                price += _DISCOURAGED
            if end - stop <= 4 and self._is_runt(stop, end):
                price += _RUNT
            if good and price <= GOOD:
                return [(stop, price)] if not found or found[0][1] > 4 * GOOD else [*found, (stop, price)]
            found.append((stop, price))
            if len(found) >= 6 or measured.width(start, visible) < room * 0.6:
                break
        return found or [(self._emergency(start, end, room), INFEASIBLE)]

    def _is_last(self, start: int, end: int, room: float) -> bool:
        """Whether all that is left can be set as the last line: it fits, or gives half an em and less (5.2)."""
        measured = self.measured
        visible = measured.visible_end(start, end)
        excess = measured.width(start, visible) - room
        return excess <= 0 or (excess <= 0.5 and excess <= measured.shrinks(start, visible))

    def _cost(self, start: int, end: int, room: float) -> float:
        measured = self.measured
        slack = room - _EPSILON - measured.width(start, end)
        if slack < -_EPSILON:
            available = measured.shrinks(start, end)
            if -slack > available + _EPSILON:
                return INFEASIBLE
            return _SHRINK * float(-slack / available) ** 3
        if not self.justify:
            return float(slack / max(room, 1.0)) ** 3
        return float(slack / (COMFORTABLE * max(1, end - start - 1))) ** 3

    def _is_runt(self, stop: int, end: int) -> bool:
        """Whether the rest would be a last line with fewer than two characters that are not marks (5.3)."""
        return sum(kind < Class.SP and kind not in _MARKS for kind in self.measured.kinds[stop:end]) < 2

    def _emergency(self, start: int, end: int, room: float) -> int:
        """No permitted break fits: the last atom that still does, at least one (2.5)."""
        self.overfull.append(start)
        measured = self.measured
        stop = start + 1
        while stop < end and measured.width(start, stop + 1) <= room:
            stop += 1
        return stop
