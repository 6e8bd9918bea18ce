"""What of a document a part of it shows: the entries of some of its sections."""

from collections.abc import Iterator, Set

import msgspec

from reportgen.model.blocks import EndNotes
from reportgen.model.document import Document, Entry


def entries_of(document: Document, sections: Set[int]) -> Iterator[Entry]:
    """The entries of ``sections``, in order; of notes at an end those that these sections call, with their heading."""
    notes = {
        entry.id: tuple(number for number in entry.block.notes if document.notes[number - 1].section in sections)
        for entry in document.flow
        if isinstance(entry.block, EndNotes)
    }
    for entry in document.flow:
        kept = notes.get(entry.id.removesuffix("-heading"))
        if kept is None:
            if entry.section in sections:
                yield entry
        elif kept:
            yield entry if entry.id not in notes else msgspec.structs.replace(entry, block=EndNotes(notes=kept))
