"""Diagnostics as values, and the sink that collects them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]


class Place(msgspec.Struct, frozen=True, order=True):
    """A place in a text file: line and column count code points from 1; length is the caret's, in code points."""

    file: str
    line: int
    column: int
    length: int = 1


class Spot(msgspec.Struct, frozen=True):
    """A place named by structure: the value at ``path`` of ``file``, optionally ``offset`` characters into it.

    Rooms above ``source`` only know this; the conductor turns it into a Place by reading the file again
    (only when there is something to report, so that a valid build never pays for positions).
    """

    file: str
    path: tuple[str | int, ...] = ()
    offset: int | None = None
    key: bool = False  # the key of the last path step is meant, not its value
    find: str = ""  # instead of an offset: the first place inside the value where these characters are written


class Diagnostic(msgspec.Struct, frozen=True):
    """One message: ``arguments`` fill the catalogue's text for ``code``.

    ``times``: how often the same is wrong in the text that begins or lies at ``where``, which is the first place.
    """

    severity: Severity
    code: str
    where: Place | Spot | None
    arguments: dict[str, str] = {}
    suggestion: str | None = None  # "did you mean …": the one word proposed
    times: int = 1


class Diagnostics:
    """The sink a conductor hands to the stages: a stage adds and goes on after an author's mistake."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Diagnostic] = {}  # by all that makes two of them the same

    def error(
        self, code: str, where: Place | Spot | None, *, suggestion: str | None = None, **arguments: object
    ) -> None:
        """Add an error; ``arguments`` become the text's fields."""
        self._add("error", code, where, suggestion, arguments)

    def warning(
        self, code: str, where: Place | Spot | None, *, suggestion: str | None = None, **arguments: object
    ) -> None:
        """Add a warning; ``arguments`` become the text's fields."""
        self._add("warning", code, where, suggestion, arguments)

    def _add(
        self, severity: Severity, code: str, where: Place | Spot | None, suggestion: str | None,
        arguments: dict[str, object],
    ) -> None:  # fmt: skip
        texts = {name: str(value) for name, value in arguments.items()}
        self.add(Diagnostic(severity, code, where, texts, suggestion))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic made elsewhere, once."""
        arguments = tuple(sorted(diagnostic.arguments.items()))
        key = (diagnostic.severity, diagnostic.code, diagnostic.where, arguments, diagnostic.suggestion)
        self._found.setdefault(key, diagnostic)

    def arrange(self, files: Sequence[str]) -> None:
        """Order the diagnostics by files, and in a file by blocks and items, whoever found them first.

        Those without a place lead; what is equal so far stays as it was added.
        """
        numbers = {file: number for number, file in enumerate(files)}
        self._found = dict(sorted(self._found.items(), key=lambda pair: _order(pair[1], numbers)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(tuple(self._found.values()))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(one.severity == "error" for one in self._found.values())


def _order(one: Diagnostic, numbers: Mapping[str, int]) -> tuple[int, tuple[int, ...]]:
    where = one.where
    if where is None:
        return -1, ()
    steps = (where.line, where.column) if isinstance(where, Place) else where.path
    return numbers.get(where.file, len(numbers)), tuple(step for step in steps if isinstance(step, int))
