"""Notes of the text: their order, marks (①, [1]) and places (typography specification 6.9)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import (
    AnyBlock,
    Bullets,
    Callout,
    Chart,
    Cover,
    EndNotes,
    Foreword,
    Glossary,
    Heading,
    Imprint,
    Opening,
    Overview,
    Paragraph,
    Picture,
    Progress,
    Questions,
    Quote,
    Table,
    Tabular,
    Timeline,
)
from reportgen.model.boards import Board
from reportgen.model.document import Entry, NoteEntry, Section
from reportgen.model.inlines import Note, Prose, Text
from reportgen.theme import NoteLook

_HEADING = "注释"
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))  # ① to ㊿
# The fields whose lines stand on the page once, where they are written. Cards, labels, categories and covers are drawn
# as wholes; the header of a table comes again on every page.
_PLACES: dict[type, tuple[str, ...]] = {
    Paragraph: ("text",),
    Bullets: ("items",),
    Quote: ("text", "by"),
    Heading: ("text",),
    Opening: ("headline",),
    Callout: ("title",),
    Table: ("title", "summary", "rows", "source"),
    Chart: ("title", "source"),
    Picture: ("caption", "credit"),
    Progress: ("title", "source"),
    Overview: ("title", "source"),
    Glossary: ("entries",),
    Foreword: ("text",),
    Imprint: ("title", "rows"),
    Timeline: ("title", "events", "source"),
    Questions: ("items",),
    **dict.fromkeys(get_args(Tabular), ("title", "items", "source")),
}


class Found(msgspec.Struct, frozen=True):
    """A note where it is written: the kind of block and its field, the section, the place of the prose."""

    note: Note
    block: type[AnyBlock | Board]
    field: str
    section: int
    spot: Spot


def can_be_called(kind: type, field: str) -> bool:
    """Whether the lines of a field are set once, where they are written, so that a mark or an anchor in them is one."""
    return field in _PLACES.get(kind, ())


def note_mark(number: int, look: NoteLook) -> str:
    """The mark of note ``number``, from 1."""
    if look.marks == "circled" and number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    return f"[{number}]"


def counts_of(sections: Sequence[Section], look: NoteLook, *, flowing: bool) -> tuple[int, ...]:
    """For each section the count that its notes go by.

    At the foot of a page two notes must not have one mark: the count begins anew only with a section that surely begins
    a page, a department unless departments are ``flowing``, or one of another role than the section before; back matter
    flows as departments do.
    """
    if look.restart == "booklet":
        return (0,) * len(sections)
    if look.place == "end":
        return tuple(range(len(sections)))
    counts: list[int] = []
    for index, section in enumerate(sections):
        opens = section.role == "department" and section.name and not flowing
        parted = index > 0 and section.role != sections[index - 1].role
        anew = index == 0 or opens or (parted and not (flowing and section.role == "back"))
        counts.append((counts[-1] if counts else -1) + bool(anew))
    return tuple(counts)


def number_notes(
    found: Iterable[Found], counts: Sequence[int], look: NoteLook, sink: Diagnostics
) -> tuple[tuple[NoteEntry, ...], dict[int, int]]:
    """The notes in the order of the text, and the place of each among them (from 1) by its identity.

    ``counts`` as ``counts_of`` gives them. A note where none may stand is reported and has no number. Raises ValueError
    for one object in two places: notes that read alike are told apart by nothing else.
    """
    entries: list[NoteEntry] = []
    places: dict[int, int] = {}
    numbers = dict.fromkeys(counts, 0)
    for one in found:
        if not can_be_called(one.block, one.field):
            sink.error("note-place", one.spot)
            continue
        if id(one.note) in places:
            raise ValueError(one.note)
        number = numbers[counts[one.section]] = numbers[counts[one.section]] + 1
        entries.append(NoteEntry(one.note, number, note_mark(number, look), one.section, one.spot))
        places[id(one.note)] = len(entries)
    return tuple(entries), places


def with_end_notes(
    flow: tuple[Entry, ...], notes: tuple[NoteEntry, ...], counts: Sequence[int], level: int, ids: tuple[str, ...]
) -> tuple[Entry, ...]:
    """``flow`` with the notes under a heading at the end of their sections, or of the booklet before its back cover.

    ``counts`` as ``counts_of`` gives them; ``level`` is the heading's, ``ids`` are the sections'.
    """
    groups: dict[int, list[int]] = {}  # count -> its notes
    for number, note in enumerate(notes, 1):
        groups.setdefault(counts[note.section], []).append(number)
    ends: dict[int, int] = {}  # count -> the last entry of the flow that belongs to it
    for at, entry in enumerate(flow):
        if not (isinstance(entry.block, Cover) and entry.block.back):
            ends[counts[entry.section]] = at
    made = {ends[group]: _end_notes(flow[ends[group]], level, numbers, ids) for group, numbers in groups.items()}
    return tuple(one for at, entry in enumerate(flow) for one in (entry, *made.get(at, ())))


def _end_notes(after: Entry, level: int, numbers: Iterable[int], ids: tuple[str, ...]) -> Iterator[Entry]:
    section = ids[after.section]
    heading = Heading(text=Prose((Text(_HEADING),)), level=level, numbered=False)
    yield Entry(f"{section}/notes-heading", heading, after.section, after.spot)
    yield Entry(f"{section}/notes", EndNotes(notes=tuple(numbers)), after.section, after.spot)
