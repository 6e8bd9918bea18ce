"""What a cell says as pieces that no line parts, and how many lines they take at a width."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from reportgen.model.words import inner_breaks, quantities

# A character with the marks that stand with it, letters and figures together. Compiled when first met.
_OPENING, _CLOSING = "（《〈“‘「『【〔", "）》〉”’」』】〕，。、；：！？·…—%‰"
_ATOM = f"[{_OPENING}]*(?:[0-9A-Za-z.,:%+−±/&@-]+|[^{_OPENING}])[{_CLOSING}]*|[{_OPENING}]+"
_MARKS = re.compile("[^\u3400-\u9fff0-9A-Za-z]")
_FIGURE = re.compile("[0-9]$")
_HAN = re.compile("[\u3400-\u9fff]")
LEAST = 2  # characters of a last line: fewer are a scrap
_EVEN = 1e-6
_NEVER = 10_000  # lines of words that have no room at all


class Line(msgspec.Struct, frozen=True):
    """What stands on one line where nothing wraps: its words, its width in points, and how it may be parted.

    ``parted``: "words", between words, figures with their units; "characters", anywhere but beside marks; "" nowhere.
    """

    text: str
    width: float
    parted: str = "words"


def lines_in(parts: Sequence[Line], room: float) -> int:
    """How many lines of ``room`` words take; the author's breaks part them."""
    return sum(1 if one.width <= room + _EVEN else _filled(one, room)[0] for one in parts)


def width_for(parts: Sequence[Line], lines: int) -> float:
    """The least room in which words take no more than ``lines`` lines."""
    if lines <= len(parts):
        return max(one.width for one in parts)
    room = max(max(max(measured(one)) for one in parts), sum(one.width for one in parts) / lines)
    while True:
        taken, lacking = 0, 0.0
        for one in parts:
            if one.width <= room + _EVEN:
                taken += 1
                continue
            count, more = _filled(one, room)
            taken += count
            lacking = min(lacking or more, more)
        if taken <= lines or not lacking:
            return room
        room += lacking


@lru_cache(maxsize=4096)
def measured(line: Line) -> tuple[float, ...]:
    """The widths of the pieces of ``line``: a character of Han is as wide as another, the rest shares what is left."""
    pieces = pieces_of(line.text, line.parted)
    weights = [sum(1.0 if char > "\u2e7f" else 0.55 for char in piece) for piece in pieces]
    whole = sum(weights) or 1.0
    return tuple(line.width * weight / whole for weight in weights)


@lru_cache(maxsize=4096)
def pieces_of(text: str, parted: str) -> tuple[str, ...]:
    """``text`` in pieces that are never parted; its last two characters stay together."""
    if not parted or not text:
        return (text,)
    pieces = atoms_of(text)
    if parted == "words":
        pieces = _in_words(pieces, text)
    while len(pieces) > 1 and len(_MARKS.sub("", pieces[-1])) < LEAST:
        pieces[-2:] = ["".join(pieces[-2:])]
    return tuple(pieces)


def atoms_of(text: str) -> list[str]:
    """``text`` in characters with the marks that stand with them, letters and figures together."""
    return re.findall(_ATOM, text) or [text]


def is_scrap(line: str) -> bool:
    """Whether the last line of a cell is too short to stand alone: one character of Han and its marks."""
    return len(_MARKS.sub("", line)) < LEAST and bool(_HAN.search(line))


def within_quantities(text: str) -> list[int]:
    """Offsets between a figure and the end of its unit."""
    return [at for begin, end in quantities(text) for at in range(begin + 1, end)]


def _in_words(atoms: Sequence[str], text: str) -> list[str]:
    inside = frozenset((*inner_breaks(text), *within_quantities(text)))
    found = [atoms[0]]
    end = len(atoms[0])
    for before, atom in pairwise(atoms):
        if end in inside or (_FIGURE.search(before) and _HAN.match(atom)):
            found[-1] += atom
        else:
            found.append(atom)
        end += len(atom)
    return found


def _filled(line: Line, room: float) -> tuple[int, float]:
    """How many lines of ``room`` the pieces take, and how much wider the room must be for it to matter."""
    count, used, lacking = 1, 0.0, float("inf")
    for piece in measured(line):
        if used + piece <= room + _EVEN:
            used += piece
            continue
        lacking = min(lacking, used + piece - room)
        if piece > room + _EVEN:  # broken by force
            more = int((piece - _EVEN) / room) if room > 1.0 else _NEVER
            count += more + (used > 0.0)
            used = piece - more * room
        else:
            count, used = count + 1, piece
    return count, lacking
