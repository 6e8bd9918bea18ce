"""YAML events into plain values, iteratively: no recursion, no aliases, no tags, every refusal with its place."""

from typing import Any

import yaml
from yaml import events
from yaml._yaml import CParser

from reportgen.diagnostics import Diagnostics, Place
from reportgen.source.folding import folded
from reportgen.source.read import UNPRINTABLE, Source
from reportgen.source.scalars import plain_value
from reportgen.source.syntax import report_syntax

MAX_DEPTH = 64
MAX_NODES = 1_000_000


class _RefusedError(Exception):
    """A construct after which nothing can be read."""


def load(source: Source, sink: Diagnostics) -> object:
    """The one document of ``source`` as dict, list, str, int, float, bool or None.

    None also after a report that ends the reading; after others (a duplicate key, a tag) the rest is read all the
    same, so that one run tells all that is wrong.
    """
    try:
        return _Builder(source, sink).build()
    except _RefusedError:
        return None
    except yaml.YAMLError as error:
        report_syntax(source, error, MAX_DEPTH, sink)
        return None


class _Builder:
    """A stack of open collections; the document is what the first one becomes."""

    def __init__(self, source: Source, sink: Diagnostics) -> None:
        self.source = source
        self.sink = sink
        self.stack: list[Any] = []  # open dicts and lists
        self.keys: list[Any] = []  # for each: the key waiting for its value, or _NO_KEY
        self.first: list[dict[str, Any]] = []  # for each dict: where a key stood first
        self.root: object = None
        self.nodes = 0

    def report(self, code: str, mark: Any, **arguments: str | int) -> None:
        place = Place(self.source.name, mark.line + 1, mark.column + 1)
        self.sink.error(code, place, suggestion=None, **arguments)

    def refuse(self, code: str, mark: Any, **arguments: str | int) -> _RefusedError:
        self.report(code, mark, **arguments)
        return _RefusedError(code)

    def build(self) -> object:
        # The event interface never recurses, whatever the nesting: depth is ours to refuse.
        parser = CParser(self.source.text)
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
                raise self.refuse("yaml-alias", event.start_mark, name=event.anchor)
            elif kind is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self.refuse("yaml-documents", event.start_mark)
            elif kind is events.StreamEndEvent:
                return self.root

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self.report("yaml-anchor", event.start_mark, name=event.anchor)
        if event.tag is not None:
            self.report("yaml-tag", event.start_mark, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.refuse("yaml-nodes", event.start_mark, limit=MAX_NODES)

    def _open(self, value: Any, event: Any) -> None:
        self._check(event)
        if len(self.stack) >= MAX_DEPTH:
            raise self.refuse("yaml-depth", event.start_mark, limit=MAX_DEPTH)
        if self.stack and type(self.stack[-1]) is dict and self.keys[-1] is _NO_KEY:
            raise self.refuse("yaml-key", event.start_mark)
        self._put(value)
        self.stack.append(value)
        self.keys.append(_NO_KEY)
        self.first.append({})

    def _scalar(self, event: Any) -> None:
        self._check(event)
        text = event.value
        if event.style == '"':
            # Escapes bring in what no raw text may hold: "\\0", "\\x07", "\\r".
            hidden = UNPRINTABLE.search(text)
            if hidden:
                self.report("control-character", event.start_mark, codepoint=f"U+{ord(hidden[0]):04X}")
        if self.stack and self.keys[-1] is _NO_KEY and type(self.stack[-1]) is dict:
            if text == "<<" and event.implicit[0]:
                raise self.refuse("yaml-merge", event.start_mark)
            if event.implicit[0] and not isinstance(plain_value(text), str):
                self.report("yaml-key", event.start_mark)
            seen = self.first[-1]
            if text in seen:
                self.report("yaml-duplicate-key", event.start_mark, key=text, line=seen[text].line + 1)
            else:
                seen[text] = event.start_mark
            self.keys[-1] = text
            return
        if event.implicit[0]:
            one_line = event.start_mark.line == event.end_mark.line
            self._put(plain_value(text) if one_line else self._fold(event))
        elif event.style != "|" and event.end_mark.line > event.start_mark.line:
            self._put(self._fold(event))
        else:
            self._put(text)

    def _fold(self, event: Any) -> str:
        return folded(event.value, self.source.text[event.start_mark.index : event.end_mark.index])

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
