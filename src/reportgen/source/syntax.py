"""What libyaml complains of, as a diagnostic that an author understands, at the place to be changed."""

from typing import Any

import yaml

from reportgen.diagnostics import Diagnostics, Place
from reportgen.source.read import Source

# Characters that mean something at the start of a plain value, so that text beginning with one needs quotes.
_STARTERS = "*&!@`%|>"
_STARTING = tuple(f"while scanning {what}" for what in ("an alias", "an anchor", "a tag", "a block scalar"))


def report_syntax(source: Source, error: yaml.YAMLError, depth: int, sink: Diagnostics) -> None:
    """Add the diagnostic for ``error``; ``depth`` is the greatest nesting allowed, for its message."""
    if not isinstance(error, yaml.MarkedYAMLError):
        sink.error("yaml-syntax", Place(source.name, 1, 1), problem=str(error))
        return
    problem, context = error.problem or str(error), error.context or ""
    mark: Any = error.problem_mark or error.context_mark
    place = _place(source, mark)
    line = source.text.splitlines()[place.line - 1] if source.text else ""
    indent = line[: len(line) - len(line.lstrip())]
    opened = _place(source, error.context_mark)
    char = _char(source, opened)
    if "\t" in indent:
        sink.error("yaml-tab", Place(source.name, place.line, indent.index("\t") + 1))
    elif "nesting depth" in problem:
        sink.error("yaml-depth", place, limit=depth)
    elif "mapping values are not allowed" in problem:
        sink.error("yaml-colon", place)
    elif context == "while scanning a quoted scalar" and "end of stream" in problem:
        sink.error("yaml-quote-open", opened)
    elif context in _STARTING:
        sink.error("yaml-quote", opened if char in _STARTERS else place, char=char)
    elif "cannot start any token" in problem and _char(source, place) in _STARTERS:
        sink.error("yaml-quote", place, char=_char(source, place))
    elif context.startswith("while parsing a flow"):
        sink.error("yaml-flow", opened if _at_end(source, mark) else place, line=opened.line)
    elif "did not find expected" in problem and _after_quote(source, mark):
        sink.error("yaml-quote", place, char=source.text[mark.index - 1])
    else:
        sink.error("yaml-syntax", place, problem=problem)


def _place(source: Source, mark: Any) -> Place:
    """The mark's place, inside the text even where libyaml points behind its last line."""
    if mark is None or not source.text:
        return Place(source.name, 1, 1)
    lines = source.text.splitlines()
    if mark.line >= len(lines):
        return Place(source.name, len(lines), len(lines[-1]) + 1)
    return Place(source.name, mark.line + 1, mark.column + 1)


def _char(source: Source, place: Place) -> str:
    line = source.text.splitlines()[place.line - 1] if source.text else ""
    return line[place.column - 1 : place.column]


def _at_end(source: Source, mark: Any) -> bool:
    return mark is None or not source.text[mark.index :].strip()


def _after_quote(source: Source, mark: Any) -> bool:
    """Whether the parser stopped right behind a closing quotation mark: ``title: "甲"乙``."""
    if mark is None or not mark.index:
        return False
    before, after = source.text[mark.index - 1], source.text[mark.index : mark.index + 1]
    return before in "\"'" and not after.isspace()
