"""A text as the rules see it: one row of characters, and which of them the author did not write as text."""

import re
from collections.abc import Callable, Sequence

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


def words_of(prose: Prose, words: Words) -> list[str]:
    """The characters of ``prose`` as printed, then those of each of its notes."""
    texts = [""]
    for text, leaf in spelled(prose):
        texts += [""] * (text + 1 - len(texts))
        texts[text] += leaf if isinstance(leaf, str) else words(leaf)
    return texts


def flatten(written: Written, words: Words, follows: str = "") -> list[Flat]:
    """``written`` in one row, then each of its notes; ``words`` says what is printed for indicators and references."""
    if isinstance(written.text, str):
        return [_masked(written.text, written, (), set(), follows)]
    inlines = written.text.inlines
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return [_masked(inlines[0].text, written, (), set(), follows)]
    rows: dict[int, _Row] = {0: _Row()}
    for index, (text, leaf) in enumerate(spelled(written.text)):
        row = rows.setdefault(text, _Row())
        part = leaf if isinstance(leaf, str) else words(leaf)
        if not isinstance(leaf, str):
            row.foreign.update(range(len(row.leaves), len(row.leaves) + len(part)))
        row.parts.append(part)
        row.leaves += [index] * len(part)
    note = Written(written.path, written.text, "prose", False)
    return [
        _masked("".join(row.parts), note if text else written, row.leaves, row.foreign, "" if text else follows)
        for text, row in rows.items()
    ]


class _Row:
    """A text on its way to being flat."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.leaves: list[int] = []
        self.foreign: set[int] = set()


def _masked(text: str, written: Written, leaves: Sequence[int], foreign: set[int], follows: str) -> Flat:
    def mask(address: re.Match[str]) -> str:
        whole = address[0]
        kept = len(whole.rstrip(".,;:!?'\")"))
        foreign.update(range(address.start(), address.start() + kept))
        return _MASK * kept + whole[kept:]

    masked = _ADDRESS.sub(mask, text)
    return Flat(masked, written.role, tuple(leaves), frozenset(foreign), written.numbered, follows)
