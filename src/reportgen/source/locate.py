"""From a path of keys back to line and column, by reading the events again: only errors pay for positions."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import yaml
from yaml import events

from reportgen.diagnostics import Place, Spot
from reportgen.source.read import Source
from reportgen.source.written import index_of, value_of


class _Node:
    """A node with its marks; ``items`` maps key or index to (mark of the key, node)."""

    def __init__(self, event: Any) -> None:
        self.event = event
        self.items: dict[str | int, tuple[Any, _Node]] | None = None if type(event) is events.ScalarEvent else {}


def locate(source: Source, spot: Spot) -> Place:
    """Where the value at ``spot.path`` stands (or its key); the deepest part that exists if the path does not.

    Steps that the written form leaves out (a plain string for a paragraph, a plain list for a row) are passed over.
    ``spot.offset`` counts characters into a scalar's value, however that is written; where it cannot be told
    ``spot.find`` is looked for as written.
    """
    root = _compose(source.text)
    if root is None:
        return Place(source.name, 1, 1)
    node, mark = _reached(root, spot, source)
    if node.items is None and not spot.key:
        at = _index(source.text, node.event, spot)
        if at is not None:
            place = _at(source, at)
            return Place(place.file, place.line, place.column, max(1, len(spot.find)))
    return Place(source.name, mark.line + 1, mark.column + 1)


def value_at(source: Source, spot: Spot) -> str | None:
    """The value of the scalar at ``spot.path`` as it is read; None where the file has no scalar there."""
    root = _compose(source.text)
    if root is None:
        return None
    node, _ = _reached(root, spot, source)
    return value_of(source.text, node.event) if node.items is None else None


def _reached(root: _Node, spot: Spot, source: Source) -> tuple[_Node, Any]:
    """The node that the path of ``spot`` leads to, as far as it leads, and the mark to point at."""
    node, mark = root, root.event.start_mark
    for position, step in enumerate(_written(spot.path, source)):
        if node.items is None:
            break
        found = node.items.get(step)
        if found is None:
            continue
        key_mark, node = found
        last = position == len(spot.path) - 1
        mark = key_mark if spot.key and last else node.event.start_mark
    return node, mark


def _written(path: tuple[str | int, ...], source: Source) -> tuple[str | int, ...]:
    """``path`` as it is in the file, where a reader has left faulty items out before it."""
    written: tuple[str | int, ...] = ()
    for step in path:
        kept = source.moved.get(written)
        if kept is not None and isinstance(step, int) and step < len(kept):
            step = kept[step]
        written = (*written, step)
    return written


def _index(text: str, event: Any, spot: Spot) -> int | None:
    """The index in the file that the spot means inside the scalar of ``event``, if it can be told."""
    start, end = event.start_mark.index, event.end_mark.index
    if spot.offset is not None:
        exact = index_of(text, event, spot.offset)
        if exact is not None:
            return exact
    at = text.find(spot.find, start, end) if spot.find else -1
    return at if at >= 0 else None


def characters(source: Source, wanted: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """Where the characters ``wanted`` stand in values, as far as the file can be read; comments do not count.

    One written as an escape is said to stand where its value begins.
    """
    signs = set(wanted)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            if type(event) is not events.ScalarEvent or signs.isdisjoint(event.value):
                continue
            marks: tuple[Any, Any] = (event.start_mark, event.end_mark)
            start, end = marks[0].index, marks[1].index
            for char in sorted(signs.intersection(event.value)):
                found = [at for at in range(start, end) if source.text[at] == char]
                for at in found or [start]:
                    yield char, _at(source, at)
    except yaml.YAMLError:
        return


def _at(source: Source, index: int) -> Place:
    line = source.text.count("\n", 0, index) + 1
    return Place(source.name, line, index - source.text.rfind("\n", 0, index))


@lru_cache(maxsize=4)  # many errors of one file ask one after the other
def _compose(text: str) -> _Node | None:
    stack: list[tuple[_Node, list[Any]]] = []
    root: _Node | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            kind = type(event)
            if kind in (events.MappingEndEvent, events.SequenceEndEvent):
                stack.pop()
            elif kind in (events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent):
                node = _Node(event)
                if not stack:
                    root = root or node
                elif not _attach(stack[-1], node):
                    continue
                if node.items is not None:
                    stack.append((node, []))
    except yaml.YAMLError:
        pass  # what was read so far still has places
    return root


def _attach(top: tuple[_Node, list[Any]], node: _Node) -> bool:
    """Put ``node`` into the open collection; False where it was a mapping's key."""
    parent, waiting = top
    assert parent.items is not None
    if type(parent.event) is events.SequenceStartEvent:
        parent.items[len(parent.items)] = (node.event.start_mark, node)
        return True
    if not waiting:
        waiting.append(node)
        return node.items is not None
    key = waiting.pop()
    parent.items[getattr(key.event, "value", "")] = (key.event.start_mark, node)
    return True
