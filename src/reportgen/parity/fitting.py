"""Cells of a table found in a text that has more than them: where each stands, and what stands in the gaps."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

GAP = ""  # instead of a cell: anything may stand there
ROW = "\n"  # a row begins: there one may be missing
_MOST_STEPS = 400_000  # of a search, all fits together
_LONGEST = 400  # characters that may stand in a gap, in the place of a changed cell or of a row
_CHANGED, _MISSING, _EMPTY = 1_000_000, 999_000, 1  # what a cell, a row and nothing in a gap cost
_DIGITS = re.compile(r"\d")
Span = tuple[int, int]
_Path = tuple[object, Span | None] | None  # the path before, where the last piece stands
_State = tuple[int, int, _Path]  # cost, the first place that is free, path


class Fit(msgspec.Struct, frozen=True):
    """How many pieces were changed, and where each stands; None for those and for gaps."""

    changed: int
    spans: tuple[Span | None, ...]


class Search:
    """Fits of one comparison: together they take only so long."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def fit(self, text: str, pieces: Sequence[str], most: int) -> Fit | None:
        """``pieces`` in order, all but ``most`` of them exactly, nothing between them but at gaps; the best such way.

        A piece that was changed, or a row that is missing, may be anything: what follows may begin anywhere behind it.
        None: there is no such way.
        """
        exact: dict[int, tuple[int, _Path]] = {0: (0, None)}  # where a piece ended: what may follow begins there
        loose: list[_State] = []  # what may follow begins there or later
        for piece in pieces:
            if piece == ROW:
                missing = [(cost + _MISSING, place, path) for place, (cost, path) in exact.items()]
                loose = _best([*missing, *loose], most)
            elif piece == GAP:
                free = [(cost, place, path) for place, (cost, path) in exact.items()]
                loose = [(cost, place, (path, None)) for cost, place, path in _best([*free, *loose], most)]
                exact = {}
            else:
                exact, loose = self._step(text, piece, exact, loose, most)
            if self._left < 0 or not (exact or loose):
                return None
        ends = [(cost + (place != len(text)) * _MISSING, path) for place, (cost, path) in exact.items()]
        ends += [(cost, path) for cost, _, path in loose]
        cost, path = min(ends, key=lambda one: one[0])
        changed = -(-(cost - cost % 1000) // _CHANGED)
        return Fit(changed, _walked(path)) if changed <= most else None

    def _step(
        self, text: str, piece: str, exact: dict[int, tuple[int, _Path]], loose: Sequence[_State], most: int
    ) -> tuple[dict[int, tuple[int, _Path]], list[_State]]:  # fmt: skip
        """The states behind a cell."""
        found: dict[int, tuple[int, _Path]] = {}
        changed: list[_State] = [(cost, place, path) for place, (cost, path) in exact.items()]
        changed = [(cost + _CHANGED, place, (path, None)) for cost, place, path in (*changed, *loose)]
        for place, (cost, path) in exact.items():
            if text.startswith(piece, place):
                _put(found, place + len(piece), cost, (path, (place, place + len(piece))))
        for cost, place, path in loose:
            last = place + _LONGEST + len(piece)
            at = text.find(piece, place, last)
            while at >= 0:
                _put(found, at + len(piece), cost + _EMPTY * (at == place), (path, (at, at + len(piece))))
                at = text.find(piece, at + 1, last)
        best = _best(changed, most)
        self._left -= len(found) + len(best) + 1
        return {
            place: one for place, one in found.items()
            if not any(cost <= one[0] and free <= place for cost, free, _ in best)
        }, best  # fmt: skip


def gaps(text: str, pieces: Sequence[str], fit: Fit) -> list[Span]:
    """What stands in each gap; nothing where more than one cell beside it was changed: nobody knows whose it is."""
    own = [one for one in pieces if one != ROW]
    found: list[Span] = []
    end, at = 0, 0
    while at < len(own):
        span = fit.spans[at]
        if span is not None:
            end, at = span[1], at + 1
            continue
        on = at
        while on < len(own) and fit.spans[on] is None:
            on += 1
        following = fit.spans[on] if on < len(own) else None
        high = following[0] if following is not None else len(text)
        found += [(end + start, end + stop) for start, stop in _shared_out(text[end:high], own[at:on])]
        at = on
    return found


def _shared_out(text: str, own: Sequence[str]) -> list[Span]:
    """The gaps among pieces of which none was found, in what stands in their place."""
    count = own.count(GAP)
    if len(own) == 1:
        return [(0, len(text))] * count
    if len(own) > 2 or count != 1 or len(text) > _LONGEST:
        return [(0, 0)] * count
    last = own[1] == GAP
    cell = own[0] if last else own[1]
    like, cut = max((_like(cell, text[:at] if last else text[at:]), at) for at in range(len(text) + 1))
    if not like[1]:
        return [(0, 0)]
    return [(cut, len(text)) if last else (0, cut)]


def _like(cell: str, other: str) -> tuple[bool, float]:
    """How much like it another text is; most where only the digits of its figures are others."""
    only_digits = _DIGITS.sub("0", cell) == _DIGITS.sub("0", other)
    return only_digits, 1.0 if only_digits else SequenceMatcher(None, cell, other, autojunk=False).ratio()


def _best(states: Sequence[_State], most: int) -> list[_State]:
    """Those that no other one is better than: earlier at a lower cost."""
    found: list[_State] = []
    for one in sorted(states, key=lambda state: state[:2]):
        if one[0] < (most + 1) * _MISSING and (not found or one[1] < found[-1][1]):
            found.append(one)
    return found


def _put(states: dict[int, tuple[int, _Path]], place: int, cost: int, path: _Path) -> None:
    if place not in states or cost < states[place][0]:
        states[place] = (cost, path)


def _walked(path: object) -> tuple[Span | None, ...]:
    found: list[Span | None] = []
    while isinstance(path, tuple):
        path, span = path
        found.append(span)
    return tuple(found[::-1])
