"""What words and figures take of their column in a draft."""

import re

import msgspec

from reportgen.model.column_widths import Entry
from reportgen.model.pieces import Line
from reportgen.word.pagination import em_width

_LATIN = 0.06  # em: what letters and the figures of some fonts are wider than half an em
_WIDE = re.compile("[A-Z%@&]")
_WIDER = 0.3  # em: what these are, beside
_AUTOSPACE = 0.25  # em: the blank that Word sets between Han characters and figures
_MEETING = re.compile(r"(?<=[\u2e80-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u2e80-\u9fff])")  # where it sets one
_SURE = 0.1  # em: what rounding takes


class Text(msgspec.Struct, frozen=True):
    """A cell of one column: its row (-1: the header's), what it says, its size, how many rows it reaches over.

    ``more``: points that it takes at its right for its point to stand below the others'. ``broad``: em that each figure
    and letter of its font may be wider than those of the fonts that are on every machine.
    """

    row: int
    words: str
    size: float
    rows: int = 1
    more: float = 0.0
    broad: float = 0.0


def text_width(text: str, broad: float = 0.0) -> float:
    """The width in em of words on one line, with the blanks that Word sets in it, at most; ``broad`` as in ``Text``."""
    latin = len(text) - (len(text.encode("utf-8")) - len(text)) / 2
    taken = em_width(text) + _AUTOSPACE * len(_MEETING.findall(text))
    return taken + (_LATIN + broad) * max(0.0, latin) + _WIDER * len(_WIDE.findall(text)) if latin else taken


def cell_of(one: Text) -> Entry:
    """What ``one`` takes of its column."""
    parts = tuple(Line(line, _width(line, one), "characters") for line in one.words.split("\n"))
    return Entry(one.row, parts, one.size, one.rows)


def _width(line: str, one: Text) -> float:
    return (text_width(line, one.broad) + _SURE) * one.size + one.more if line else 0.0
