"""From a character of a scalar's value back to where it is written: folds, quotes, escapes, block indents and all."""

import re
from functools import lru_cache
from typing import Any

from reportgen.source.folding import folded

_BLANKS = " \t\r\n"
_QUOTED_ONCE = re.compile("''|.", re.DOTALL)
_QUOTED_TWICE = re.compile(r"\\(?:x(..)|u(....)|U(.{8})|(\r?\n[ \t]*)|(.))|.", re.DOTALL)
# YAML 1.2, 5.7: escapes that are not the character itself.
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def value_of(text: str, event: Any) -> str:
    """The value of the scalar ``event`` of the file ``text`` as ``load`` gives it, before its type is asked."""
    value: str = event.value.replace("\t", " ")
    if event.style != "|" and event.end_mark.line > event.start_mark.line:
        return folded(value, text[event.start_mark.index : event.end_mark.index])
    return value


def index_of(text: str, event: Any, offset: int) -> int | None:
    """The index in ``text`` of the character at ``offset`` of the scalar's value; None where it cannot be told."""
    found = _indices(value_of(text, event), text[event.start_mark.index : event.end_mark.index], event.style)
    if not 0 <= offset < len(found):
        return None
    at: int = event.start_mark.index + found[offset]
    return at


@lru_cache(maxsize=8)  # a paragraph with many faults asks once for each
def _indices(value: str, written: str, style: str | None) -> tuple[int, ...]:
    """Where in ``written`` each character of ``value`` stands; () where the two do not go together.

    Whatever the style, characters that are not blank stand in the same order in both. Between them a run of blanks of
    the value is the run of blanks written there, or what folding has left of it.
    """
    tokens = _tokens(written, style)
    count = len(tokens)
    found: list[int] = []
    at = 0
    for char in value:
        if char in _BLANKS:
            blank = at < count and tokens[at][0] in _BLANKS
            found.append(tokens[at][1] if blank else (found[-1] if found else 0))
            at += blank
            continue
        while at < count and tokens[at][0] in _BLANKS:
            at += 1
        if at == count or tokens[at][0] != char:
            return ()
        found.append(tokens[at][1])
        at += 1
    return tuple(found)


def _tokens(written: str, style: str | None) -> list[tuple[str, int]]:
    """Each character that ``written`` means, with its index there."""
    if style == "'":
        return [(found[0][0], found.start()) for found in _QUOTED_ONCE.finditer(written, 1, len(written) - 1)]
    if style == '"':
        return [
            (char, found.start())
            for found in _QUOTED_TWICE.finditer(written, 1, len(written) - 1)
            if (char := _meant(found))
        ]
    start = written.find("\n") + 1 if style in ("|", ">") else 0
    return [(char, start + index) for index, char in enumerate(written[start:])]


def _meant(found: re.Match[str]) -> str:
    """The character of one escape or of none; "" for a line end that an escape takes away."""
    short, middle, long, fold, char = found.groups()
    number = short or middle or long
    if number:
        try:
            return chr(int(number, 16))
        except (ValueError, OverflowError):
            return "\ufffd"
    if fold is not None:
        return ""
    return found[0] if char is None else _ESCAPES.get(char, char)
