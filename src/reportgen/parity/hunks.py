"""Where two texts differ, in pieces that a person would see: no chance character in the middle of what is all new."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import msgspec

from reportgen.parity.aligning import Match, aligned

_CHANCE = 8  # characters: a shorter piece that both have, between longer ones that differ, is chance
_WHOLE = 4  # characters: a paragraph that long is none


class Hunk(msgspec.Struct, frozen=True):
    """[start, end) of the first text stands where [from_, to) of the second does; one of them may be empty."""

    start: int
    end: int
    from_: int
    to: int

    def moved(self, by: int) -> "Hunk":
        """The hunk further on in both texts."""
        return Hunk(self.start + by, self.end + by, self.from_ + by, self.to + by)

    @property
    def is_only_first(self) -> bool:
        """Whether the second text has nothing there."""
        return self.from_ == self.to

    @property
    def is_only_second(self) -> bool:
        """Whether the first text has nothing there."""
        return self.start == self.end


class Alignment:
    """What is equal in two texts and what is not; ``begins``: where a paragraph of the second begins."""

    def __init__(self, first: str, second: str, begins: Callable[[int], bool]) -> None:
        self.first, self._second, self._begins = first, second, begins
        self._keep(_without_chance(aligned(first, second), len(first), len(second), begins))
        hunks: list[Hunk] = []
        for hunk in _between(self._matches, len(first), len(second)):
            slid = self._slid(hunk)
            free = not hunks or (slid.start >= hunks[-1].end and slid.from_ >= hunks[-1].to)
            hunks.append(slid if free else hunk)
        self.hunks = tuple(hunks)
        self._keep(_besides(hunks, len(first)))

    def _keep(self, matches: list[Match]) -> None:
        self._matches = matches
        self._froms = [match[1] for match in matches]
        self._starts = [match[0] for match in matches]

    def place(self, there: int) -> int:
        """Where in the first text stands what the second has at ``there``."""
        return _mapped(self._matches, self._froms, there, 1, 0)

    def place_of_end(self, there: int) -> int:
        """Where in the first text ends what ends in the second at ``there``."""
        return self.place(there - 1) + (there - 1 < self._end_of_match(there - 1)) if there else 0

    def place_in_second(self, at: int) -> int:
        """Where in the second text stands what the first has at ``at``."""
        return _mapped(self._matches, self._starts, at, 0, 1)

    def _slid(self, hunk: Hunk) -> Hunk:
        """The hunk moved over equal characters to where a paragraph begins: "ab|Xab|" and "|abX|ab" are the same."""
        if not (hunk.is_only_first or hunk.is_only_second) or self._begins(hunk.from_):
            return hunk
        text, low, high = (
            (self._second, hunk.from_, hunk.to) if hunk.is_only_second else (self.first, hunk.start, hunk.end)
        )
        before = bisect_right(self._froms, hunk.from_ - 1) - 1
        room = self._matches[before][2] if before >= 0 else 0
        for back in range(1, room + 1):
            if text[low - back] != text[high - back]:
                break
            if self._begins(hunk.from_ - back):
                return hunk.moved(-back)
        after = bisect_right(self._froms, hunk.to - 1) if hunk.is_only_second else before + 1
        room = self._matches[after][2] if after < len(self._matches) else 0
        for on in range(1, room + 1):
            if text[low + on - 1] != text[high + on - 1]:
                break
            if self._begins(hunk.from_ + on):
                return hunk.moved(on)
        return hunk

    def _end_of_match(self, there: int) -> int:
        index = bisect_right(self._froms, there) - 1
        return self._matches[index][1] + self._matches[index][2] if index >= 0 else 0


def _between(matches: Sequence[Match], first: int, second: int) -> list[Hunk]:
    found = []
    at = there = 0
    for start, from_, count in (*matches, (first, second, 0)):
        if start > at or from_ > there:
            found.append(Hunk(at, start, there, from_))
        at, there = start + count, from_ + count
    return found


def _besides(hunks: Sequence[Hunk], first: int) -> list[Match]:
    """What is equal, where all else is ``hunks``."""
    found: list[Match] = []
    at = there = 0
    for start, end, to in (*((one.start, one.end, one.to) for one in hunks), (first, first, 0)):
        if start > at:
            found.append((at, there, start - at))
        at, there = end, to
    return found


def _without_chance(
    matches: Sequence[Match], first: int, second: int, begins: Callable[[int], bool]
) -> list[Match]:  # fmt: skip
    kept = [match for match in matches if match[2]]
    while True:
        edges = [(0, 0, 0), *kept, (first, second, 0)]
        dropped: list[int] = []
        for index in range(1, len(edges) - 1):
            before, match, after = edges[index - 1 : index + 2]
            chance = match[2] < _CHANCE and match[2] <= min(_gap(before, match), _gap(match, after))
            chance = chance and not (match[2] >= _WHOLE and begins(match[1]) and begins(match[1] + match[2]))
            if chance and (not dropped or dropped[-1] < index - 1):  # its neighbour is looked at again
                dropped.append(index)
        if not dropped:
            return kept
        for index in reversed(dropped):
            del kept[index - 1]


def _gap(before: Match, after: Match) -> int:
    """How much of the longer text stands between two matches."""
    return max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])


def _mapped(matches: Sequence[Match], keys: Sequence[int], at: int, own: int, other: int) -> int:
    index = bisect_right(keys, at) - 1
    if index < 0:
        return 0
    match = matches[index]
    return match[other] + min(at - match[own], match[2])
