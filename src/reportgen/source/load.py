"""YAML events into plain values, iteratively: no recursion, no aliases, no tags, every refusal with its place."""

from typing import Any

import yaml
from yaml import events
from yaml._yaml import CParser

from reportgen.diagnostics import Diagnostics, Place
from reportgen.source.read import Source
from reportgen.source.scalars import plain_value

MAX_DEPTH = 64
MAX_NODES = 1_000_000


class _RefusedError(Exception):
    """A construct that content files do not use."""

    def __init__(self, code: str, mark: Any, **arguments: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark
        self.arguments = arguments


def load(source: Source, sink: Diagnostics) -> object:
    """The one document of ``source`` as dict, list, str, int, float, bool or None; None too after a report."""
    try:
        return _Builder().build(source.text)
    except _RefusedError as refused:
        sink.error(refused.code, _place(source.name, refused.mark), suggestion=None, **refused.arguments)
    except yaml.MarkedYAMLError as error:
        _syntax(source, error, sink)
    except yaml.YAMLError as error:
        sink.error("yaml-syntax", Place(source.name, 1, 1), problem=str(error))
    return None


def _place(name: str, mark: Any) -> Place:
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)


def _syntax(source: Source, error: yaml.MarkedYAMLError, sink: Diagnostics) -> None:
    mark = error.problem_mark or error.context_mark
    place = _place(source.name, mark)
    lines = source.text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        sink.error("yaml-tab", Place(source.name, place.line, line.index("\t") + 1))
    elif error.problem and "mapping values are not allowed" in error.problem:
        sink.error("yaml-colon", place)
    else:
        sink.error("yaml-syntax", place, problem=error.problem or str(error))


class _Builder:
    """A stack of open collections; the document is what the first one becomes."""

    def __init__(self) -> None:
        self.stack: list[Any] = []  # open dicts and lists
        self.keys: list[Any] = []  # for each: the key waiting for its value, or _NO_KEY
        self.first: list[dict[str, Any]] = []  # for each dict: where a key stood first
        self.root: object = None
        self.nodes = 0

    def build(self, text: str) -> object:
        # The event interface never recurses, whatever the nesting: depth is ours to refuse.
        parser = CParser(text)
        documents = 0
        while True:
            event: Any = parser.get_event()
            kind = type(event)
            if kind is events.ScalarEvent:
                self._scalar(event)
            elif kind is events.MappingStartEvent:
                self._open({}, event)
            elif kind is events.SequenceStartEvent:
                self._open([], event)
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                self.stack.pop()
                self.keys.pop()
                self.first.pop()
            elif kind is events.AliasEvent:
                raise _RefusedError("yaml-alias", event.start_mark, name=event.anchor)
            elif kind is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _RefusedError("yaml-documents", event.start_mark)
            elif kind is events.StreamEndEvent:
                return self.root

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            raise _RefusedError("yaml-anchor", event.start_mark, name=event.anchor)
        if event.tag is not None:
            raise _RefusedError("yaml-tag", event.start_mark, tag=event.tag)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _RefusedError("yaml-nodes", event.start_mark, limit=MAX_NODES)

    def _open(self, value: Any, event: Any) -> None:
        self._check(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _RefusedError("yaml-depth", event.start_mark, limit=MAX_DEPTH)
        if self.stack and type(self.stack[-1]) is dict and self.keys[-1] is _NO_KEY:
            raise _RefusedError("yaml-key", event.start_mark)
        self._put(value)
        self.stack.append(value)
        self.keys.append(_NO_KEY)
        self.first.append({})

    def _scalar(self, event: Any) -> None:
        self._check(event)
        text = event.value
        if self.stack and self.keys[-1] is _NO_KEY and type(self.stack[-1]) is dict:
            if text == "<<" and event.implicit[0]:
                raise _RefusedError("yaml-merge", event.start_mark)
            if event.implicit[0] and not isinstance(plain_value(text), str):
                raise _RefusedError("yaml-key", event.start_mark)
            seen = self.first[-1]
            if text in seen:
                raise _RefusedError("yaml-duplicate-key", event.start_mark, key=text, line=seen[text].line + 1)
            seen[text] = event.start_mark
            self.keys[-1] = text
            return
        self._put(plain_value(text) if event.implicit[0] else text)

    def _put(self, value: object) -> None:
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if type(top) is list:
            top.append(value)
        else:
            top[self.keys[-1]] = value
            self.keys[-1] = _NO_KEY


_NO_KEY = object()
