"""Chinese words in the order of pinyin, the same on every machine.

The first level of GB 2312, 3755 characters, stands in that order itself, and Python's own codec knows it. The 3008 of
the second level stand by strokes there: ``level2.txt`` has for each, in its order, a first-level character of the same
sound. A system's collation would differ from version to version, and a library of readings would be two megabytes for
one list. A character has one place, that of its usual reading: 重 at zhong, 长 at chang.
"""

from bisect import bisect_right
from functools import cache
from importlib import resources

# The first characters of the letters in the first level; no syllable begins with I, U or V.
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LEVEL1, _LEVEL2 = range(0xB0, 0xD8), range(0xD8, 0xF8)  # the first bytes of their codes

Key = tuple[tuple[int, int, int, str], ...]


def pinyin_key(words: str) -> Key:
    """What to sort by: digits and Latin before Han, Han by sound, all else by code point."""
    return tuple(_place(char) for char in words)


def first_letter(words: str) -> str:
    """The letter of the alphabet that ``words`` begin with, "#" for anything but letters and known characters."""
    char = words[:1]
    if char.isascii() and char.isalpha():
        return char.upper()
    place = _places().get(char)
    return "#" if place is None else _LETTERS[bisect_right(_bounds(), place[0]) - 1]


def _place(char: str) -> tuple[int, int, int, str]:
    place = _places().get(char)
    if place is not None:
        return (1, *place, char)
    return (0 if char.isascii() else 2, ord(char.lower()) if len(char.lower()) == 1 else ord(char), 0, char)


@cache
def _bounds() -> tuple[int, ...]:
    return tuple(_places()[char][0] for char in _FIRST)


@cache
def _places() -> dict[str, tuple[int, int]]:
    """Character -> its place in the first level, and 1 if it has only the sound of what stands there."""
    places = {char: (at, 0) for at, char in enumerate(_level(_LEVEL1))}
    alike = (resources.files("reportgen.resolve") / "level2.txt").read_text(encoding="utf-8")
    for char, other in zip(_level(_LEVEL2), alike, strict=True):
        places[char] = (places[other][0], 1)
    return places


def _level(rows: range) -> str:
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return b"".join(codes).decode("gb2312", errors="ignore")
