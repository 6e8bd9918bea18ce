"""From a path of keys back to line and column, by reading the events again: only errors pay for positions."""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events

from reportgen.diagnostics import Place, Spot
from reportgen.source.read import Source


class _Node:
    """A node with its marks; ``items`` maps key or index to (mark of the key, node)."""

    def __init__(self, event: Any) -> None:
        self.event = event
        self.items: dict[str | int, tuple[Any, _Node]] | None = None if type(event) is events.ScalarEvent else {}


def locate(source: Source, spot: Spot) -> Place:
    """Where the value at ``spot.path`` stands (or its key); the deepest part that exists if the path does not.

    Steps that the written form leaves out (a plain string for a paragraph, a plain list for a row) are passed over.
    ``spot.find`` is looked for as written; ``spot.offset`` counts characters into a scalar; it is exact for
    scalars written on one line without escapes.
    """
    root = _compose(source.text)
    if root is None:
        return Place(source.name, 1, 1)
    node, mark = root, root.event.start_mark
    for position, step in enumerate(spot.path):
        if node.items is None:
            break
        found = node.items.get(step)
        if found is None:
            continue
        key_mark, node = found
        last = position == len(spot.path) - 1
        mark = key_mark if spot.key and last else node.event.start_mark
    if node.items is None and spot.find:
        start, end = node.event.start_mark.index, node.event.end_mark.index
        at = source.text.find(spot.find, start, end)
        if at >= 0:
            line = source.text.count("\n", 0, at) + 1
            return Place(source.name, line, at - source.text.rfind("\n", 0, at), len(spot.find))
    if node.items is None and spot.offset is not None:
        return _inside(source, node.event, spot.offset)
    return Place(source.name, mark.line + 1, mark.column + 1)


def scalars(source: Source) -> Iterator[str]:
    """Every scalar of the file, keys included, as far as it can be read."""
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            if type(event) is events.ScalarEvent:
                yield event.value
    except yaml.YAMLError:
        return


def _inside(source: Source, event: Any, offset: int) -> Place:
    start, end = event.start_mark, event.end_mark
    written = source.text[start.index : end.index]
    value = event.value
    if start.line == end.line:
        shift = written.find(value) if value else -1
        if shift >= 0:
            return Place(source.name, start.line + 1, start.column + shift + offset + 1)
    elif event.style in ("|", ">") and 0 <= offset < len(value):
        # The line of the block on which the character stands: found by the text around it.
        before, _, _ = value[:offset].rpartition("\n")
        words = value[len(before) : offset + 1].strip("\n") or value[offset]
        at = written.find(words)
        if at >= 0:
            index = start.index + at + len(words) - 1
            line = source.text.count("\n", 0, index) + 1
            return Place(source.name, line, index - source.text.rfind("\n", 0, index))
    return Place(source.name, start.line + 1, start.column + 1)


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
