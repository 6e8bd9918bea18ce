"""Where long Latin words may be hyphenated (2.3): Liang's patterns, by pyphen. Off unless the theme asks for it."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

_WORD = re.compile(r"(?<![A-Za-z0-9@/.\-])[A-Za-z]{6,}(?![A-Za-z0-9@/\-]|\.[A-Za-z])")
_LEAST = 3  # letters before and after a hyphen


def soft_hyphens(text: str) -> list[int]:
    """Offsets in ``text`` before which a hyphen may be added. Acronyms are not hyphenated."""
    return [
        found.start() + offset
        for found in _WORD.finditer(text)
        if not found[0].isupper()
        for offset in _offsets(found[0])
    ]


@lru_cache(maxsize=4096)
def _offsets(word: str) -> tuple[int, ...]:
    return tuple(int(offset) for offset in _patterns().positions(word))


@cache
def _patterns() -> "pyphen.Pyphen":
    import pyphen

    return pyphen.Pyphen(lang="en_US", left=_LEAST, right=_LEAST)
