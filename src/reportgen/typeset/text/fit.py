"""Choosing line breaks: first fit where it is good, total fit where it is not; ties are decided the same way always.

Widths in em. A candidate line is atoms [start, end) without the spaces at its end; cost is r³ with r the share of the
shrink used, or the stretch over an eighth of an em a gap (specification 4.3).
"""

from bisect import bisect_right
from itertools import accumulate

from reportgen.typeset.text.atoms import Atoms
from reportgen.typeset.text.classes import LEFT_BLANK, RIGHT_BLANK, Class

COMFORTABLE = 0.125  # em a gap, 4.2
GOOD = 0.2  # a first-fit line of this cost or less is taken as it is
INFEASIBLE = 1e9
_RUNT = 60.0
_DISCOURAGED = 0.5
_SHORT = 0.3  # of the measure: a last line that the lines above might take in
_LINE = 0.5  # price of a line where they might: a little squeezing is better than a scrap of a line
_WIDE = 24.0  # em: in narrower columns short last lines are left alone
_SHRINK = 1.02  # of two equal costs the open line reads better than the squeezed one
_EPSILON = 1e-9


class Measured:
    """Prefix sums over an atom list: any line's natural width and shrink in constant time."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.kinds = atoms.kinds
        bodies = [glyph.body for glyph in atoms.glyphs]
        # place[i] is where atom i's body begins when all stands on one line
        self.place = list(accumulate(bodies, initial=0.0))
        glued = list(accumulate(atoms.glue))
        self.place = [
            place + glue for place, glue in zip(self.place, [*glued, glued[-1] if glued else 0.0], strict=True)
        ]
        self.bodies = bodies
        self.shrink = list(accumulate(map(shrinkable, atoms.kinds, [None, *atoms.kinds], atoms.glue)))
        self.count = len(bodies)

    def width(self, start: int, end: int) -> float:
        """Natural width of atoms [start, end): both edges trimmed (3.4, 3.5)."""
        last = end - 1
        return self.place[last] + self.bodies[last] - self.place[start]

    def shrinks(self, start: int, end: int) -> float:
        """How much the gaps inside may give."""
        return self.shrink[end - 1] - self.shrink[start]

    def visible_end(self, start: int, end: int) -> int:
        """``end`` without the spaces and breaks before it."""
        while end > start + 1 and self.kinds[end - 1] in (Class.SP, Class.BREAK):
            end -= 1
        return end


def shrinkable(right: Class, left: Class | None, glue: float) -> float:
    """How much the gap between two atoms may give (4.1): blanks of marks to nothing, Han-Latin space to an eighth."""
    if glue <= 0.0 or left is None:
        return 0.0
    blank = RIGHT_BLANK[left] + LEFT_BLANK[right]
    if blank:
        return min(glue, blank)
    return glue - COMFORTABLE if glue > COMFORTABLE else 0.0


class Fit:
    """Breaks one stretch of atoms (no forced breaks inside) for a measure."""

    def __init__(self, measured: Measured, measure: float, indent: float, justify: bool) -> None:
        self.measured = measured
        self.measure = measure
        self.indent = indent
        self.justify = justify
        self._thorough = False
        self.overfull: list[int] = []  # starts of lines that had to be broken where no break is allowed

    def breaks(self, start: int, end: int) -> list[int]:
        """Ends of the lines of atoms [start, end), the last one being ``end``."""
        if self.measured.count == 0 or start >= end:
            return [end]
        ends = self._fit(start, end)
        if len(ends) > 1 and self.measure >= _WIDE and not self._is_long(ends[-2], end):
            # Taking lines as they come left a short last line: total fit may take it in.
            self.overfull.clear()
            self._thorough = True
            ends = self._fit(start, end)
            self._thorough = False
        return ends

    def _fit(self, start: int, end: int) -> list[int]:
        best: dict[int, tuple[float, int, int, int]] = {start: (0.0, 0, -1, start)}
        # position -> (cost, lines, first break negated for the tie, previous position)
        queue = [start]
        while queue:
            queue.sort()
            here = queue.pop(0)
            if here == end:
                break
            cost, lines, first, _ = best[here]
            for stop, price in self._candidates(here, end, first_line=here == start):
                if self._thorough:
                    price += _LINE
                entry = (cost + price, lines + 1, first if first != -1 else -stop, here)
                known = best.get(stop)
                if known is None:
                    queue.append(stop)
                if known is None or entry[:3] < known[:3]:
                    best[stop] = entry
        ends = [end]
        while best[ends[-1]][3] != start:
            ends.append(best[ends[-1]][3])
        return ends[::-1]

    def _room(self, first_line: bool) -> float:
        return self.measure - self.indent if first_line else self.measure

    def _candidates(self, start: int, end: int, first_line: bool) -> list[tuple[int, float]]:
        """Ends of a line that begins at ``start``, with their costs; never empty."""
        measured, breaks = self.measured, self.measured.atoms.breaks
        room = self._room(first_line) + _EPSILON
        last = self._last_line(start, end, room, first_line)
        if last is not None:
            return [(end, last)]
        # The furthest atom that could begin beyond the room even with all blanks gone.
        far = bisect_right(measured.place, measured.place[start] + room + 2.0, start, end)
        while (
            far < end
            and measured.place[far] - measured.shrink[far] < measured.place[start] - measured.shrink[start] + room
        ):
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
            if stop < end:
                price += self._runt(stop, end)
            found.append((stop, price))
            if not self._thorough and len(found) == 1 and price <= GOOD:
                return found
            if len(found) >= 6 or measured.width(start, visible) < room * 0.6:
                break
        return found or [(self._emergency(start, end, room), INFEASIBLE)]

    def _last_line(self, start: int, end: int, room: float, first_line: bool) -> float | None:
        """The cost of setting all that is left as the last line, or None if it does not fit."""
        measured = self.measured
        visible = measured.visible_end(start, end)
        excess = measured.width(start, visible) - room
        if excess <= 0:
            return 0.0
        if excess <= 0.5 and excess <= measured.shrinks(start, visible):
            return 0.0
        return None

    def _cost(self, start: int, end: int, room: float) -> float:
        measured = self.measured
        slack = room - _EPSILON - measured.width(start, end)
        if slack < -_EPSILON:
            available = measured.shrinks(start, end)
            if -slack > available + _EPSILON:
                return INFEASIBLE
            return float(_SHRINK * (-slack / available) ** 3)
        if not self.justify:
            return float((slack / max(room, 1.0)) ** 3)
        return float((slack / (COMFORTABLE * max(1, end - start - 1))) ** 3)

    def _runt(self, stop: int, end: int) -> float:
        """The price of what would be left as a last line: of one Han character nearly anything is better (5.3)."""
        return _RUNT if self._leaves_runt(stop, end) else 0.0

    def _is_long(self, stop: int, end: int) -> bool:
        return self.measured.place[end - 1] - self.measured.place[stop] > _SHORT * self.measure

    def _leaves_runt(self, stop: int, end: int) -> bool:
        """Whether the rest would be a last line with fewer than two Han characters (5.3)."""
        if end - stop > 4:
            return False
        return (
            sum(
                kind is not Class.SP and kind < Class.SP and not _is_mark(kind)
                for kind in self.measured.kinds[stop:end]
            )
            < 2
        )

    def _emergency(self, start: int, end: int, room: float) -> int:
        """No permitted break fits: the last atom that still does, at least one (2.5)."""
        self.overfull.append(start)
        measured = self.measured
        stop = start + 1
        while stop < end and measured.width(start, stop + 1) <= room:
            stop += 1
        return stop


def _is_mark(kind: Class) -> bool:
    return kind in (Class.OP, Class.CL, Class.CM, Class.FS, Class.LOP, Class.LCL)
