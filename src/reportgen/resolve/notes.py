"""Notes of the text: their order, marks (①, [1]) and places (typography specification 6.9)."""

from collections.abc import Iterable, Iterator

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import (
    AnyBlock,
    Bullets,
    Callout,
    Chart,
    Cover,
    EndNotes,
    Heading,
    Opening,
    Paragraph,
    Picture,
    Progress,
    Quote,
    Table,
)
from reportgen.model.document import Entry, NoteEntry
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
    Table: ("title", "rows", "source"),
    Chart: ("title", "source"),
    Picture: ("caption",),
    Progress: ("title", "source"),
}


class Found(msgspec.Struct, frozen=True):
    """A note where it is written: the kind of block and its field, the section, the place of the prose."""

    note: Note
    block: type[AnyBlock]
    field: str
    section: int
    spot: Spot


def note_mark(number: int, look: NoteLook) -> str:
    """The mark of note ``number``, from 1."""
    if look.marks == "circled" and number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    return f"[{number}]"


def number_notes(
    found: Iterable[Found], look: NoteLook, sink: Diagnostics
) -> tuple[tuple[NoteEntry, ...], dict[int, int]]:
    """The notes in the order of the text, and the place of each among them (from 1) by its identity.

    A note where none may stand is reported and has no number. Raises ValueError for one object in two places: notes
    that read alike are told apart by nothing else.
    """
    entries: list[NoteEntry] = []
    places: dict[int, int] = {}
    section, number = -1, 0
    for one in found:
        if one.field not in _PLACES.get(one.block, ()):
            sink.error("note-place", one.spot)
            continue
        if id(one.note) in places:
            raise ValueError(one.note)
        if look.restart == "section" and one.section != section:
            section, number = one.section, 0
        number += 1
        entries.append(NoteEntry(one.note, number, note_mark(number, look), one.section, one.spot))
        places[id(one.note)] = len(entries)
    return tuple(entries), places


def with_end_notes(
    flow: tuple[Entry, ...], notes: tuple[NoteEntry, ...], ids: tuple[str, ...], look: NoteLook
) -> tuple[Entry, ...]:
    """``flow`` with the notes under a heading at the end of their sections, or of the booklet before its back cover.

    ``ids`` are the sections'.
    """
    if not notes:
        return flow
    if look.restart == "booklet":
        last = flow[-1].block
        at = len(flow) - (isinstance(last, Cover) and last.back and len(flow) > 1)
        return (*flow[:at], *_end_notes(flow[at - 1], 1, range(1, len(notes) + 1), ids), *flow[at:])
    numbers: dict[int, list[int]] = {}
    for number, note in enumerate(notes, 1):
        numbers.setdefault(note.section, []).append(number)
    made: list[Entry] = []
    for entry, following in zip(flow, (*flow[1:], None), strict=True):
        made.append(entry)
        if (following is None or following.section != entry.section) and entry.section in numbers:
            made += _end_notes(entry, 2, numbers[entry.section], ids)
    return tuple(made)


def _end_notes(after: Entry, level: int, numbers: Iterable[int], ids: tuple[str, ...]) -> Iterator[Entry]:
    section = ids[after.section]
    heading = Heading(text=Prose((Text(_HEADING),)), level=level, numbered=False)
    yield Entry(f"{section}/notes-heading", heading, after.section, after.spot)
    yield Entry(f"{section}/notes", EndNotes(notes=tuple(numbers)), after.section, after.spot)
