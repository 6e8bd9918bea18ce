"""Which characters of two long texts are the same ones: rare strings that both have, in order, then what is between."""

from bisect import bisect_left
from difflib import SequenceMatcher

Match = tuple[int, int, int]  # where in the first text, where in the second, how many characters

_LENGTHS = (24, 12, 6)  # characters of a string that is looked for, the longest first
_SMALL = 1_200  # characters on either side that are compared one by one
_MOST = 200_000_000  # pairs of characters that are compared so: files made to be slow are told as different


def aligned(first: str, second: str) -> list[Match]:
    """What both texts share, in order, as runs of equal characters that are as long as can be."""
    aligner = _Aligner()
    aligner.align(first, second, 0, 0, 0)
    merged: list[Match] = []
    for at, there, count in sorted(aligner.found):
        if merged and merged[-1][0] + merged[-1][2] == at and merged[-1][1] + merged[-1][2] == there:
            merged[-1] = (*merged[-1][:2], merged[-1][2] + count)
        elif count:
            merged.append((at, there, count))
    return merged


class _Aligner:
    def __init__(self) -> None:
        self.found: list[Match] = []
        self._left = _MOST

    def align(self, first: str, second: str, at: int, there: int, step: int) -> None:
        """Add the matches of ``first`` and ``second``, which begin at ``at`` and ``there`` of the whole texts."""
        head = _common(first, second)
        tail = _common(first[head:][::-1], second[head:][::-1])
        if head:
            self.found.append((at, there, head))
        if tail:
            self.found.append((at + len(first) - tail, there + len(second) - tail, tail))
        first, second = first[head : len(first) - tail], second[head : len(second) - tail]
        at, there = at + head, there + head
        if not first or not second:
            return
        if step == len(_LENGTHS):
            self._one_by_one(first, second, at, there)
            return
        length = _LENGTHS[step]
        last_at = last_there = 0
        for a, b in _anchors(first, second, length):
            if a < last_at or b < last_there:
                continue  # inside what an anchor before it grew to
            size = length + _common(first, second, a + length, b + length)
            self.align(first[last_at:a], second[last_there:b], at + last_at, there + last_there, step + 1)
            self.found.append((at + a, there + b, size))
            last_at, last_there = a + size, b + size
        self.align(first[last_at:], second[last_there:], at + last_at, there + last_there, step + 1)

    def _one_by_one(self, first: str, second: str, at: int, there: int) -> None:
        self._left -= len(first) * len(second)
        if max(len(first), len(second)) <= _SMALL and self._left > 0:
            matcher = SequenceMatcher(None, first, second, autojunk=False)
            self.found += [(at + a, there + b, size) for a, b, size in matcher.get_matching_blocks() if size]


def _anchors(first: str, second: str, length: int) -> list[tuple[int, int]]:
    """Strings of ``length`` that each text has once, as many as follow each other in both.

    Of the second text every third of ``length`` one is taken: whole runs of equal text are found all the same. Such a
    one may still stand elsewhere between those that were taken, which is looked for last.
    """
    places: dict[str, int] = {}
    for there in range(0, len(second) - length + 1, length // 3):
        piece = second[there : there + length]
        places[piece] = -1 if piece in places else there
    pairs: dict[str, tuple[int, int]] = {}
    for at in range(len(first) - length + 1):
        piece = first[at : at + length]
        there = places.get(piece, -1)
        if there >= 0:
            pairs[piece] = (-1, -1) if piece in pairs else (at, there)
    known = {piece: pair for piece, pair in pairs.items() if pair[0] >= 0}
    for there in range(len(second) - length + 1 if known else 0):
        pair = known.get(second[there : there + length])
        if pair is not None and pair[1] != there:
            del known[second[there : there + length]]
    return _rising(sorted(known.values()))


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs`` whose second numbers rise."""
    tops: list[int] = []  # the least last number of a rising part of each length
    at_top: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(pairs):
        place = bisect_left(tops, number)
        if place == len(tops):
            tops.append(number)
            at_top.append(index)
        else:
            tops[place], at_top[place] = number, index
        before.append(at_top[place - 1] if place else -1)
    found = []
    index = at_top[-1] if at_top else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _common(first: str, second: str, at: int = 0, there: int = 0) -> int:
    """How many characters both have alike from ``at`` and ``there`` on."""
    most = min(len(first) - at, len(second) - there)
    low, step = 0, 64
    while low < most and first[at + low : at + low + step] == second[there + low : there + low + step]:
        low, step = low + step, 4 * step
    low, high = min(low, most), min(low + step, most)
    while low < high:
        middle = (low + high + 1) // 2
        if first[at + low : at + middle] == second[there + low : there + middle]:
            low = middle
        else:
            high = middle - 1
    return low
