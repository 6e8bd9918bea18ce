"""From the characters of a prose back to its written form: what a message about one of them needs, and nothing else.

A prose is spelled as a row of leaves: each character of its own, one leaf for each forced break, quoted indicator and
reference without words; a note begins and ends with a leaf like a forced break's: it is no part of the sentence that it
stands in. ``spelled`` gives the leaves, ``written_at`` where each one stands.
"""

import re
from collections.abc import Iterable, Iterator

from reportgen.model.inlines import IndicatorRef, Inline, LineBreak, Link, Name, Note, Prose, Reference, Text

Leaf = str | IndicatorRef | Reference  # a character ("\n" for a forced break), or what stands for words from elsewhere

_ATOM = re.compile(r"\\(?=[!-/:-@\[-`{-~])(?P<escaped>.)|(?P<indicator>\$\{[^}\n]*\})|.", re.DOTALL)
_MAY_BE_MARKS = frozenset("*[]\\ \t\n\u3000")  # written, but perhaps not part of the text
# CommonMark 6.3: the part of a link behind its words. Alternatives begin differently: no backtracking worth the name.
_TAIL = re.compile(
    r"\]\(\s*(?:<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\([^\s()]*\))*\))*)"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"
)


_NAME_TAIL = re.compile(r"\]\{\.[^{}]*\}")


class _Tail:
    """Behind the words of a link its address is written, behind those of a name its class: neither is text."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern


class _Edge:
    """Where a note begins or ends."""

    def __init__(self, mark: str) -> None:
        self.mark = mark


def spelled(prose: Prose) -> Iterator[Leaf]:
    """The leaves of ``prose`` in order."""
    for leaf in _leaves(prose.inlines):
        if isinstance(leaf, _Edge):
            yield "\n"
        elif not isinstance(leaf, _Tail):
            yield leaf


def _leaves(inlines: Iterable[Inline]) -> Iterator[Leaf | _Tail | _Edge]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield from text
            case LineBreak():
                yield "\n"
            case IndicatorRef():
                yield inline
            case Reference(_, text):
                yield from text or (inline,)
                yield _Tail(_TAIL)
            case Link(_, children):
                yield from _leaves(children)
                yield _Tail(_TAIL)
            case Name(_, children):
                yield from _leaves(children)
                yield _Tail(_NAME_TAIL)
            case Note(children):
                yield _Edge("^[")
                yield from _leaves(children)
                yield _Edge("]")
            case _:
                yield from _leaves(inline.children)


def written_at(prose: Prose, written: str) -> tuple[int, ...]:
    """Where in ``written``, of which ``prose`` was parsed, each of its leaves stands; () where that cannot be told.

    Marks are passed over: characters that are no mark stand in the same order in both.
    """
    found: list[int] = []
    at = 0
    for leaf in _leaves(prose.inlines):
        if isinstance(leaf, _Tail):
            tail = leaf.pattern.search(written, at)
            if tail is None:
                return ()
            at = tail.end()
            continue
        if isinstance(leaf, _Edge):
            edge = _unescaped(written, at, leaf.mark)
            if edge is None:
                return ()
            found.append(edge)
            at = edge + len(leaf.mark)
            continue
        place = _next(written, at, leaf)
        if place is None:
            return ()
        found.append(place[0])
        at = place[1]
    return tuple(found)


def _unescaped(written: str, at: int, mark: str) -> int | None:
    """Where ``mark`` next stands at or behind ``at`` as a mark."""
    while atom := _ATOM.match(written, at):
        if not atom["escaped"] and written.startswith(mark, at):
            return at
        at = atom.end()
    return None


def _next(written: str, at: int, leaf: Leaf) -> tuple[int, int] | None:
    """Where ``leaf`` stands at or behind ``at``, and where it ends; None where other text comes first."""
    if isinstance(leaf, Reference):
        start = written.find("](", at)
        return None if start < 0 else (max(written.rfind("[", at, start), at), start)
    while True:
        atom = _ATOM.match(written, at)
        if atom is None:
            return None
        char = atom["escaped"] or atom[0]
        if isinstance(leaf, IndicatorRef):
            if atom["indicator"]:
                return at, atom.end()
        elif char == leaf or (leaf == " " and char in "\t\n"):
            return atom.end() - len(char), atom.end()
        if char not in _MAY_BE_MARKS:
            return None
        at = atom.end()
