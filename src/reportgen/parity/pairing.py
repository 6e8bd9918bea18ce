"""A piece of the booklet and several paragraphs of the draft in its place: which part of it each paragraph is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

_ENDS = re.compile(r"[。！？；][”’）」』]*")
_LEAST = 0.3  # of the characters of both that a pair must share
_EDGE = 4  # characters that a paragraph and its part begin or end with alike
_MOST_CUTS, _MOST_PARAGRAPHS = 60, 30  # more than that is told as a whole
_MOST_CHARACTERS = 6_000


class Part(msgspec.Struct, frozen=True):
    """[start, end) of the piece is what the paragraph of that number (from 0) says; -1 for none, which is missing."""

    start: int
    end: int
    paragraph: int


def parts(piece: str, paragraphs: Sequence[str]) -> list[Part]:
    """The piece in parts, in order, with paragraphs that are new among them; one part with -1 where nothing is alike.

    What is alike is told by pairs of neighbouring characters, which is quick, not by the best alignment.
    """
    cuts = sorted({0, len(piece), *_cuts(piece, paragraphs)})
    size = len(piece) + sum(map(len, paragraphs))
    if len(cuts) > _MOST_CUTS or len(paragraphs) > _MOST_PARAGRAPHS or size > _MOST_CHARACTERS:
        return [Part(0, len(piece), -1)]
    pairs = [_pairs(piece[start:end]) for start, end in pairwise(cuts)]
    wanted = [_pairs(one) for one in paragraphs]
    # best[at][number]: what is gained by the first ``number`` paragraphs in the piece up to cut ``at``; how it was
    best: list[list[float]] = [[0.0] * (len(paragraphs) + 1) for _ in cuts]
    how: dict[tuple[int, int], tuple[int, int]] = {}
    for at in range(len(cuts)):
        for number in range(len(paragraphs) + 1):
            found = [(best[at][number - 1], (at, number - 1))] if number else []
            found += [(best[at - 1][number], (at - 1, number))] if at else []
            said: Counter[str] = Counter()
            for begin in range(at - 1, -1, -1) if number else ():
                said += pairs[begin]
                gain = _gain(said, wanted[number - 1], cuts[at] - cuts[begin], len(paragraphs[number - 1]))
                if gain > 0:
                    found.append((best[begin][number - 1] + gain, (begin, number - 1)))
            if found:
                best[at][number], how[at, number] = max(found)
    return list(_traced(cuts, how, len(paragraphs)))


def _traced(cuts: Sequence[int], how: dict[tuple[int, int], tuple[int, int]], count: int) -> list[Part]:
    found: list[Part] = []
    at, number = len(cuts) - 1, count
    while (at, number) in how:
        before, less = how[at, number]
        if before == at:
            pass  # a paragraph that is new
        elif less < number:
            found.append(Part(cuts[before], cuts[at], number - 1))
        elif found and found[-1].paragraph < 0:
            found[-1] = Part(cuts[before], found[-1].end, -1)
        else:
            found.append(Part(cuts[before], cuts[at], -1))
        at, number = before, less
    return found[::-1]


def _cuts(piece: str, paragraphs: Sequence[str]) -> Iterator[int]:
    """Where a paragraph may end in the piece: behind sentences, where one of the draft's begins or ends."""
    for found in _ENDS.finditer(piece):
        yield found.end()
    for one in paragraphs:
        if len(one) >= _EDGE:
            begin, end = piece.find(one[:_EDGE]), piece.rfind(one[-_EDGE:])
            yield from (begin,) if begin >= 0 else ()
            yield from (end + _EDGE,) if end >= 0 else ()


def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _gain(said: Counter[str], wanted: Counter[str], size: int, other: int) -> float:
    """How alike two texts are: positive where enough is, less for all that only one of them has."""
    shared = sum((said & wanted).values())
    return 2 * shared - _LEAST * (size + other)
