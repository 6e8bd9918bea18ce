"""From the characters of a prose back to its written form: what a message about one of them needs, and nothing else.

A prose is spelled as a row of leaves: each character of its own, one leaf for each forced break, quoted indicator and
reference without words. ``spelled`` gives the leaves, ``written_at`` where each one stands.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from reportgen.model.inlines import (
    Bar,
    IndicatorRef,
    Inline,
    Light,
    LineBreak,
    Link,
    Name,
    Note,
    Prose,
    Reference,
    Spaced,
    Text,
)

Leaf = str | IndicatorRef | Reference  # a character ("\n" for a forced break), or what stands for words from elsewhere

_ATOM = re.compile(r"\\(?=[!-/:-@\[-`{-~])(?P<escaped>.)|(?P<indicator>\$\{[^}\n]*\})|.", re.DOTALL)
_MAY_BE_MARKS = frozenset("*[]\\ \t\n\u3000")  # written, but perhaps not part of the text
# CommonMark 6.3: the part of a link behind its words. Alternatives begin differently: no backtracking worth the name.
_ADDRESS = re.compile(
    r"\]\(\s*(?:<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\([^\s()]*\))*\))*)"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"
)
_KIND = re.compile(r"\]\{\.[a-z]+\}")
_NOTE = re.compile(r"\^\[")


class _Passed(msgspec.Struct, frozen=True):
    """What is written next and is no text: the address of a link, the kind of a name, the head of a note."""

    pattern: re.Pattern[str]


def spelled(prose: Prose) -> Iterator[tuple[int, Leaf]]:
    """The leaves of ``prose`` in order, each with its text: 0 is the prose itself, from 1 on its notes."""
    return ((text, leaf) for text, leaf in _leaves(prose.inlines, _Notes()) if not isinstance(leaf, _Passed))


class _Notes:
    """Which text the walk is in, and how many notes it has met."""

    text = 0
    met = 0


def _leaves(inlines: Iterable[Inline], notes: _Notes) -> Iterator[tuple[int, Leaf | _Passed]]:
    for inline in inlines:
        match inline:
            case Text(text) | Light(text) | Spaced(text):
                for char in text:
                    yield notes.text, char
            case Bar():
                pass
            case LineBreak():
                yield notes.text, "\n"
            case IndicatorRef():
                yield notes.text, inline
            case Reference(_, text):
                for leaf in text or (inline,):
                    yield notes.text, leaf
                yield notes.text, _Passed(_ADDRESS)
            case Link(_, children):
                yield from _leaves(children, notes)
                yield notes.text, _Passed(_ADDRESS)
            case Name(_, children):
                yield from _leaves(children, notes)
                yield notes.text, _Passed(_KIND)
            case Note(children):
                notes.met += 1
                outer, notes.text = notes.text, notes.met
                yield notes.text, _Passed(_NOTE)
                yield from _leaves(children, notes)
                notes.text = outer
            case _:
                yield from _leaves(inline.children, notes)


def written_at(prose: Prose, written: str) -> tuple[int, ...]:
    """Where in ``written``, of which ``prose`` was parsed, each of its leaves stands; () where that cannot be told.

    Marks are passed over: characters that are no mark stand in the same order in both.
    """
    found: list[int] = []
    at = 0
    for _, leaf in _leaves(prose.inlines, _Notes()):
        if isinstance(leaf, _Passed):
            passed = leaf.pattern.search(written, at)
            if passed is None:
                return ()
            at = passed.end()
            continue
        place = _next(written, at, leaf)
        if place is None:
            return ()
        found.append(place[0])
        at = place[1]
    return tuple(found)


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
