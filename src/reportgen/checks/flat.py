"""A text as the rules see it: one row of characters, and which of them the author did not write as text."""

import re
from collections.abc import Callable

import msgspec

from reportgen.checks.texts import Role, Written
from reportgen.model.inlines import IndicatorRef, Prose, Reference, Text
from reportgen.model.written import spelled

# Addresses keep their own signs. A Han character or full-width mark ends one, with a blank before it or none.
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|`[^`\n]*`"
    r"|(?<![\w.-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:cn|com|org|net|gov|edu|html?)(?![\w-])(?:[/?:][!-~]*)?",
    re.ASCII,
)
_MASK = "x"


class Flat(msgspec.Struct, frozen=True):
    """``text`` has the characters as printed, an ``x`` for each one of an address; a forced break is a line feed.

    ``leaves``: the leaf of the prose (see ``spelled``) that each character belongs to; () where one is one.
    ``foreign``: what was not written as text here: words of indicators and references, addresses.
    ``follows``: the first character of the text that comes next.
    """

    text: str
    role: Role
    leaves: tuple[int, ...] = ()
    foreign: frozenset[int] = frozenset()
    numbered: bool = False
    follows: str = ""

    @property
    def running(self) -> bool:
        """Whether it is running prose: sentences, not a line of names or a signature."""
        return self.role == "prose" and any(mark in self.text for mark in "，。；！？")


Words = Callable[[IndicatorRef | Reference], str]


def words_of(prose: Prose, words: Words) -> str:
    """The characters of ``prose`` as printed."""
    return "".join(leaf if isinstance(leaf, str) else words(leaf) for leaf in spelled(prose))


def flatten(written: Written, words: Words, follows: str = "") -> Flat:
    """``written`` in one row; ``words`` says what is printed for indicators and references."""
    leaves: tuple[int, ...] = ()
    foreign: set[int] = set()
    if isinstance(written.text, str):
        text = written.text
    elif len(written.text.inlines) == 1 and isinstance(written.text.inlines[0], Text):
        text = written.text.inlines[0].text
    else:
        parts: list[str] = []
        of: list[int] = []
        for index, leaf in enumerate(spelled(written.text)):
            part = leaf if isinstance(leaf, str) else words(leaf)
            if not isinstance(leaf, str):
                foreign.update(range(len(of), len(of) + len(part)))
            parts.append(part)
            of += [index] * len(part)
        text, leaves = "".join(parts), tuple(of)

    def mask(address: re.Match[str]) -> str:
        whole = address[0]
        kept = len(whole.rstrip(".,;:!?'\")"))
        foreign.update(range(address.start(), address.start() + kept))
        return _MASK * kept + whole[kept:]

    return Flat(_ADDRESS.sub(mask, text), written.role, leaves, frozenset(foreign), written.numbered, follows)
