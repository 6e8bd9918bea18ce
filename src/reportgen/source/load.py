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
        # The open collection: a dict, a list, or None before the document's value. Of a dict the key that waits for
        # its value (_NO_KEY where a key is due, None in a list) and where each key stood first.
        self.top: Any = None
        self.key: Any = None
        self.first: dict[str, Any] = {}
        self.outer: list[tuple[Any, Any, dict[str, Any]]] = []  # the same of the collections around it
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
                self.top, self.key, self.first = self.outer.pop()
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
        if len(self.outer) >= MAX_DEPTH:
            raise self.refuse("yaml-depth", event.start_mark, limit=MAX_DEPTH)
        if self.key is _NO_KEY:
            raise self.refuse("yaml-key", event.start_mark)
        self._put(value)
        self.outer.append((self.top, self.key, self.first))
        self.top, self.key, self.first = value, _NO_KEY if type(value) is dict else None, {}

    def _scalar(self, event: Any) -> None:
        self._check(event)
        text = event.value
        if "\t" in text:
            text = text.replace("\t", " ")  # nothing that is printed has tab stops
        if event.style == '"':
            # Escapes bring in what no raw text may hold: "\\0", "\\x07", "\\r".
            hidden = UNPRINTABLE.search(text)
            if hidden:
                self.report("control-character", event.start_mark, codepoint=f"U+{ord(hidden[0]):04X}")
        plain = event.implicit[0]
        if self.key is _NO_KEY:
            if text == "<<" and plain:
                raise self.refuse("yaml-merge", event.start_mark)
            if plain and not isinstance(plain_value(text), str):
                self.report("yaml-key", event.start_mark)
            seen = self.first
            if text in seen:
                self.report("yaml-duplicate-key", event.start_mark, key=text, line=seen[text].line + 1)
            else:
                seen[text] = event.start_mark
            self.key = text
        elif event.style != "|" and event.end_mark.line > event.start_mark.line:
            self._put(folded(text, self.source.text[event.start_mark.index : event.end_mark.index]))
        else:
            self._put(plain_value(text) if plain else text)

    def _put(self, value: object) -> None:
        top = self.top
        if type(top) is list:
            top.append(value)
        elif top is None:
            self.root = value
        else:
            top[self.key] = value
            self.key = _NO_KEY


_NO_KEY = object()
