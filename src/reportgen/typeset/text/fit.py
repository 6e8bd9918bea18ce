"""Choosing line breaks: first fit where it is good, total fit where it is not; ties are decided the same way always.

Widths in em. A candidate line is atoms [start, end) without the spaces at its end; cost is r³ with r the share of the
shrink used, or the stretch over an eighth of an em a gap (specification 4.3).
"""

from bisect import bisect_right
from heapq import heappop, heappush
from itertools import accumulate
from operator import add

from reportgen.typeset.text.atoms import Atoms
from reportgen.typeset.text.classes import MARKS, Class
from reportgen.typeset.text.rules import INNER, PENALTIES, SOFT

COMFORTABLE = 0.125  # em a gap, 4.2
GOOD = 0.02  # a first-fit line of this cost or less is taken as it is
INFEASIBLE = 1e9
_RUNT = 12.0  # a last line of one character: the line above may have gaps of 0.29 em to prevent it (5.3)
_LOOSE = 512.0  # gaps of an em: an address is rather broken anywhere (2.5)
_LINE = 0.5  # price of a line where lines may be saved: a little squeezing is better than a scrap of a line
_PULLED = 4.0  # price of a line that a lone character would fill: it is pulled back wherever it can be (5.3)
_SHORT = 0.3  # of the measure: a last line that the lines above might take in
_WIDE = 24.0  # em: in narrower columns short last lines are left alone,
_PUSHED = 2  # but for two characters and marks: one that was pushed down is first pulled back where it can be (5.3)
_HALF = 0.5  # of the shrink of the last lines: enough to take a scrap in without breaking all anew
_TAKEN = 0.9  # of the shrink that a paragraph has: what taking in may use
_SHRINK = 1.02  # of two equal costs the open line reads better than the squeezed one
_EPSILON = 1e-9
_HANGING = (Class.CM, Class.FS)
_UNSEEN = MARKS | {
    Class.SP,
    Class.NBSP,
    Class.IDSP,
    Class.BREAK,
    Class.NOTE,
}  # no companions for a last character (5.3)


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
        self.free: list[int] | None = None  # how many gaps up to atom i may open; None: all
        if atoms.stuck:
            free = [1] * self.count
            for index in atoms.stuck:
                free[index] = 0
            self.free = list(accumulate(free))
        self.addressed = Class.URL in atoms.kinds

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

    def __init__(self, measured: Measured, measure: float, indent: float, *, justify: bool, runts: bool = True) -> None:
        self.measured = measured
        self.measure = measure
        self.indent = indent
        self.justify = justify
        self.runts = runts  # whether a last line of one character is to be prevented
        self.hang = measured.atoms.rules.typography.hang
        hyphens = measured.atoms.hyphens
        self.hyphen = max(one.body for one in hyphens) if hyphens else 0.0
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
        if len(ends) > 1 and self._is_scrap(ends):
            starts = [start, *ends[:-1]]
            line = self._taking_in(starts, end)
            if line is not None:
                self.overfull = [one for one in self.overfull if one < starts[line]]
                ends[line:] = self._total(starts[line], end, first=line == 0, thorough=True)
        return ends

    def _room(self, first: bool) -> float:
        return (self.measure - self.indent if first else self.measure) + _EPSILON

    def _is_scrap(self, ends: list[int]) -> bool:
        """Whether the last line is so short that the lines before it might take it in."""
        if not self.justify:
            return False
        place = self.measured.place
        if self.measure >= _WIDE:
            return bool(place[ends[-1] - 1] - place[ends[-2]] <= _SHORT * self.measure)
        return sum(kind not in _UNSEEN for kind in self.measured.kinds[ends[-2] : ends[-1]]) <= _PUSHED

    def _taking_in(self, starts: list[int], end: int) -> int | None:
        """The line from which on the text can be set on one line less (shrink before stretch, CLREQ).

        The last one from which half of the shrink does, so that little is broken anew; else the first line, if nearly
        all of its shrink does.
        """
        measured = self.measured
        room = -self.measure
        taken = _TAKEN if self.measure >= _WIDE else 1.0 + _EPSILON
        for line in range(len(starts) - 1, -1, -1):
            room += self.measure - (self.indent if line == 0 else 0.0)
            excess = measured.width(starts[line], end) - room
            shrink = measured.shrinks(starts[line], end)
            if excess <= _HALF * shrink or (line == 0 and excess <= taken * shrink):
                return line
        return None

    def _total(self, start: int, end: int, *, first: bool, thorough: bool) -> list[int]:
        """The breaks of least cost in all (Knuth and Plass 1981); of equal ones those of fewer lines, later first."""
        toll = 0.0 if not thorough else _LINE if self.measure >= _WIDE else _PULLED
        known_ends: dict[int, list[tuple[int, float]]] = {}

        def candidates(here: int) -> list[tuple[int, float]]:
            found = known_ends.get(here)
            if found is None:
                found = self._candidates(here, end, self._room(first and here == start), good=not thorough)
                known_ends[here] = found
            return found

        # what the breaks cost that are the best line by line: nothing dearer needs to be followed
        bound, here = _EPSILON, start
        while here != end:
            here, price = min(candidates(here), key=_price)
            bound += price + toll
        best: dict[int, tuple[float, int, int, int]] = {start: (0.0, 0, -1, start)}
        # position -> (cost, lines, first break negated for the tie, previous position)
        queue = [start]
        while True:
            here = heappop(queue)
            if here == end:
                break
            cost, lines, head, _ = best[here]
            for stop, price in candidates(here):
                total = cost + price + toll
                if total > bound:
                    continue
                entry = (total, lines + 1, head if head != -1 else -stop, here)
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
        bodies, origin, least = measured.bodies, place[start], place[start] + room * 0.6
        for stop in range(min(far, end - 1), start, -1):
            rule = breaks[stop]
            if not rule:
                continue
            visible = measured.visible_end(start, stop) if measured.spaced else stop
            edge = place[visible - 1] + bodies[visible - 1]
            price = self._cost(start, visible, edge - origin, room - self.hyphen if rule == SOFT else room)
            if price >= INFEASIBLE:
                if not self.hang or not self.hangs(start, visible, room):
                    continue
                price = self._cost(start, visible - 1, measured.width(start, visible - 1), room)
            if rule > 1:
                price += PENALTIES[rule]
            if end - stop <= 4 and self.runts and self.is_runt(stop, end):
                price += _RUNT
            if good and price <= GOOD:
                return [(stop, price)] if not found or found[0][1] > 4 * GOOD else [*found, (stop, price)]
            found.append((stop, price))
            # inside the words and quantities of a title or cell: on to their beginning, however short the line
            if (len(found) >= 6 or edge < least) and rule not in INNER:
                break
        if not found:
            self.overfull.append(start)
            return [(self._emergency(start, end, room), INFEASIBLE)]
        if self.justify and measured.addressed and min(found, key=_price)[1] > _LOOSE:
            stop = self._emergency(start, end, room)
            if measured.kinds[stop - 1] == measured.kinds[stop] == Class.URL:
                return [(stop, _LOOSE)]
        return found

    def _is_last(self, start: int, end: int, room: float) -> bool:
        """Whether all that is left can be set as the last line: it fits, or gives half an em and less (5.2)."""
        measured = self.measured
        if not measured.spaced and measured.place[end - 1] - measured.place[start] > room + 1.0:
            return False  # with most lines; a mark may hang, half an em may be taken in
        visible = measured.visible_end(start, end)
        excess = measured.width(start, visible) - room
        if excess <= 0 or (excess <= 0.5 and excess <= measured.shrinks(start, visible)):
            return True
        return self.hang and self.hangs(start, visible, room) and measured.width(start, visible - 1) <= room

    def _cost(self, start: int, end: int, width: float, room: float) -> float:
        """What atoms [start, end) of ``width`` cost as a line: r³ of what its gaps give or take (4.3)."""
        slack = room - _EPSILON - width
        if slack < -_EPSILON:
            available = self.measured.shrinks(start, end)
            if -slack > available + _EPSILON:
                return INFEASIBLE
            share = -slack / available
            return _SHRINK * share * share * share
        free = self.measured.free
        gaps = end - start - 1 if free is None else free[end - 1] - free[start]
        share = slack / (COMFORTABLE * max(1, gaps)) if self.justify else slack / max(room, 1.0)
        return share * share * share

    def hangs(self, start: int, end: int, room: float) -> bool:
        """Whether the mark that ends atoms [start, end) stands outside the measure: it must not fit otherwise (4.4).

        Never one of several marks.
        """
        measured, kinds = self.measured, self.measured.kinds
        if not self.hang or end - start < 2 or kinds[end - 1] not in _HANGING or kinds[end - 2] in MARKS:
            return False
        if end < measured.count and kinds[end] in MARKS:
            return False
        return measured.width(start, end) - measured.shrinks(start, end) > room + _EPSILON

    def is_runt(self, stop: int, end: int) -> bool:
        """Whether the rest would be a last line with fewer than two characters that are not marks (5.3)."""
        return sum(kind not in _UNSEEN for kind in self.measured.kinds[stop:end]) < 2

    def _emergency(self, start: int, end: int, room: float) -> int:
        """Where to break by force, at least one atom (2.5): inside an address, between marks, anywhere."""
        measured, kinds = self.measured, self.measured.kinds
        most = start + 1
        while most + 1 < end and measured.width(start, most + 1) - measured.shrinks(start, most + 1) <= room:
            most += 1
        stops = range(min(most, end - 1), start, -1)  # between two atoms: the last has none behind it
        inside = [stop for stop in stops if kinds[stop - 1] == kinds[stop] == Class.URL]
        marks = [stop for stop in stops if kinds[stop - 1] in MARKS and kinds[stop] in MARKS]
        return next(iter(inside or marks), most)


def _price(candidate: tuple[int, float]) -> float:
    return candidate[1]
