"""Outline, named destinations, page labels (ISO 32000-1 12.3, 12.4.2)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.drawing import OutlineEntry
from reportgen.model.numerals import roman_number
from reportgen.pdf.syntax import text_string

if TYPE_CHECKING:
    from reportgen.pdf.objects import ObjectFile, Verbatim


def destinations(anchors: dict[str, str]) -> str:
    """A name tree of one node; names sorted by their bytes as read, as the tree requires: readers halve their way."""
    pairs = sorted(anchors.items(), key=lambda pair: pair[0].encode("utf-16-be"))
    names = "".join(text_string(name) + place for name, place in pairs)
    return f"<</Names[{names}]>>"  # a root has no Limits


class _Item:
    def __init__(self, entry: OutlineEntry | None, reference: str, made: "Verbatim") -> None:
        self.entry = entry
        self.reference = reference
        self.made = made
        self.children: list[_Item] = []


def outline(entries: Sequence[OutlineEntry], file: "ObjectFile") -> str:
    """The outline's reference. A skipped level hangs under the nearest level above it; chapters start closed."""
    root = _Item(None, *file.reserve())
    open_items: list[tuple[int, _Item]] = [(0, root)]
    for entry in entries:
        while open_items[-1][0] >= entry.level:
            open_items.pop()
        item = _Item(entry, *file.reserve())
        open_items[-1][1].children.append(item)
        open_items.append((entry.level, item))
    _write(root, "", "", "")
    return root.reference


def _write(item: _Item, parent: str, before: str, after: str) -> None:
    body = ""
    if item.entry is None:
        body = "/Type/Outlines"
    else:
        body = f"/Title{text_string(item.entry.text)}/Parent {parent}/Dest{text_string(item.entry.anchor)}"
    body += f"/Prev {before}" if before else ""
    body += f"/Next {after}" if after else ""
    children = item.children
    if children:
        count = len(children) if item.entry is None else -len(children)
        body += f"/First {children[0].reference}/Last {children[-1].reference}/Count {count}"
    item.made.body = f"<<{body}>>".encode("latin-1")
    for index, child in enumerate(children):
        previous = children[index - 1].reference if index else ""
        following = children[index + 1].reference if index + 1 < len(children) else ""
        _write(child, item.reference, previous, following)


def page_labels(labels: Sequence[str]) -> str:
    """Runs of decimal or roman labels as ranges; anything else as a prefix of its own."""
    ranges: list[str] = []
    following: tuple[str, int] | None = None  # (style, number) that would continue the range
    for index, label in enumerate(labels):
        style, value = _style(label)
        if style and following == (style, value):
            following = (style, value + 1)
            continue
        if style:
            ranges.append(f"{index}<</S/{style}/St {value}>>")
            following = (style, value + 1)
        else:
            prefix = f"/P{text_string(label)}" if label else ""
            ranges.append(f"{index}<<{prefix}>>")
            following = None
    return f"<</Nums[{''.join(ranges)}]>>"


def _style(label: str) -> tuple[str, int]:
    if label.isascii() and label.isdigit() and label[0] != "0":
        return "D", int(label)
    for value in range(1, 40):
        if roman_number(value).lower() == label:
            return "r", value
    return "", 0
