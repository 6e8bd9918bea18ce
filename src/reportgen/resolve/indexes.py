"""Where indicators and departments are spoken of: anchors for every place, and the lines of the indexes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import (
    AnyBlock,
    Bullets,
    Card,
    Foreword,
    Index,
    IndicatorItem,
    Paragraph,
    PlanItem,
    ProgressItem,
    Questions,
    Quote,
    Series,
    Timeline,
)
from reportgen.model.document import Document, IndexEntry, IndexGroup, Section
from reportgen.model.inlines import TO_COME, Prose, Text
from reportgen.model.walk import Path, indicator_refs, inlines_of, proses
from reportgen.resolve.notes import can_be_called
from reportgen.resolve.pinyin import Key, first_letter, pinyin_key

_RUNNING = (Paragraph, Bullets, Quote, Questions, Timeline, Foreword)  # where a department's name is a mention


class Placed(msgspec.Struct, frozen=True):
    """A block with its address, its section and its place."""

    id: str
    block: AnyBlock
    section: int
    spot: Spot


class _Use(msgspec.Struct, frozen=True):
    """A use: its anchor, its section, the indicator or (``department``) the section whose name it is."""

    anchor: str
    section: int
    indicator: str = ""
    department: str = ""


class _Uses:
    """The uses of a document as they are found."""

    def __init__(self) -> None:
        self.all: list[_Use] = []
        self.inlines: dict[int, str] = {}
        self.blocks: dict[str, tuple[str, ...]] = {}

    def add(self, section: int, *, indicator: str = "", department: str = "") -> str:
        anchor = f"use{len(self.all) + 1}"
        self.all.append(_Use(anchor, section, indicator, department))
        return anchor

    def add_block(self, one: Placed, *, indicator: str = "", department: str = "") -> None:
        anchor = self.add(one.section, indicator=indicator, department=department)
        self.blocks[one.id] = (*self.blocks.get(one.id, ()), anchor)


def with_indexes(document: Document, placed: Iterable[Placed], sink: Diagnostics) -> Document:
    """``document`` with the lines of its indexes and the anchors that they lead to; as it is where it has none."""
    placed = tuple(placed)
    indexes = [one for one in placed if isinstance(one.block, Index)]
    if not indexes:
        return document
    uses = _found(document, placed)
    made = {}
    for one in indexes:
        assert isinstance(one.block, Index)
        entries = _indicators(document, uses.all) if one.block.by == "indicator" else _departments(document, uses.all)
        if not entries:
            sink.warning("index-empty", one.spot)
        made[one.id] = _grouped(entries)
    return msgspec.structs.replace(document, indexes=made, uses=uses.inlines, block_uses=uses.blocks)


def _found(document: Document, placed: Sequence[Placed]) -> _Uses:
    uses = _Uses()
    sections = document.booklet.sections
    for one in placed:
        for name in dict.fromkeys(_figures(one.block)):
            uses.add_block(one, indicator=name)
        seen: set[tuple[object, ...]] = set()
        for path, prose in proses(one.block):
            if path[0] == "blocks" or not can_be_called(type(one.block), str(path[0])):
                continue
            for ref in indicator_refs(prose):
                place = (*path[:2], ref.id)  # once a row, once an item: pages are what an index tells apart
                if place not in seen and ref.id != TO_COME:
                    seen.add(place)
                    uses.inlines[id(ref)] = uses.add(one.section, indicator=ref.id)
        if isinstance(one.block, _RUNNING):
            words = "\n".join(_plain(prose) for _, prose in proses(one.block))
            for at, section in enumerate(sections):
                if at != one.section and _is_named(section, words):
                    uses.add_block(one, department=section.id)
    return uses


def _figures(block: Any, path: Path = ()) -> Iterator[str]:
    """The indicators that a block shows as figures: of cards, bars and series."""
    if isinstance(block, Card | IndicatorItem | PlanItem | ProgressItem):
        if block.indicator is not None:
            yield block.indicator
    elif isinstance(block, Series):
        for value in block.values:
            if isinstance(value, str) and "." in value and not value.replace(".", "").isdigit():
                yield value.partition("|")[0].strip()
    elif type(block) is tuple:
        for one in block:
            yield from _figures(one, path)
    elif isinstance(block, msgspec.Struct):
        for name in block.__struct_fields__:
            if name != "blocks":
                yield from _figures(getattr(block, name), path)


def _plain(prose: Prose) -> str:
    return "".join(inline.text for inline in inlines_of(prose) if isinstance(inline, Text))


def _is_named(section: Section, words: str) -> bool:
    if section.role != "department":
        return False
    return any(name and name in words for name in (section.short, section.name))


def _indicators(document: Document, uses: Iterable[_Use]) -> list[IndexEntry]:
    """A line for each name that a department's indicators have, whatever their periods; of two departments' with each.

    The year's figure, last year's and the plan are one thing to readers: all of them stand in one line.
    """
    register = document.booklet.register
    shorts = {one.id: one.short or one.name for one in document.booklet.sections if one.role == "department"}
    found: dict[tuple[str, str], list[str]] = {}
    for use in uses:
        if use.indicator in register:
            owner = next((part for part in use.indicator.split(".") if part in shorts), "")
            found.setdefault((register[use.indicator].name, owner), []).append(use.anchor)
    names = [name for name, _ in found]
    return [
        IndexEntry(f"{name}（{shorts[owner]}）" if owner and names.count(name) > 1 else name, "", tuple(anchors))
        for (name, owner), anchors in found.items()
    ]


def _departments(document: Document, uses: Sequence[_Use]) -> list[IndexEntry]:
    """A line for each department: where it opens, where else its name or its figures stand."""
    entries = []
    for at, section in enumerate(document.booklet.sections):
        if section.role != "department" or not section.name:
            continue
        elsewhere = tuple(
            use.anchor for use in uses
            if use.section != at and section.id in (use.department, use.indicator.partition(".")[0])
        )  # fmt: skip
        entries.append(IndexEntry(section.short or section.name, document.anchors[f"{section.id}/head"], elsewhere))
    return entries


def _grouped(entries: Iterable[IndexEntry]) -> tuple[IndexGroup, ...]:
    """By pinyin, under the letters that they begin with."""
    ordered = sorted(((_sorted_as(entry.words), entry) for entry in entries), key=lambda pair: _key(pair[0]))
    return tuple(
        IndexGroup(letter, tuple(entry for _, entry in group))
        for letter, group in groupby(ordered, lambda pair: first_letter(pair[0]))
    )


def _key(words: str) -> tuple[str, Key]:
    return first_letter(words), pinyin_key(words)


def _sorted_as(words: str) -> str:
    """Words without the marks that no reader looks under."""
    return words.strip("“”‘’《》〈〉「」（） ") or words
