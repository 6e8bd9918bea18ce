"""The sample report as a reader meets it: resolved text by section, with the words of its cards, charts and bars."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reportgen.build.conductor import Prepared, prepare
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.document import Document, Section
from reportgen.model.inlines import Prose
from reportgen.model.runs import text_of
from reportgen.model.walk import notes_in, proses
from support.project import SAMPLE

HERE = Path(__file__).parent
DEPARTMENTS = ("health", "urban", "medical", "employment", "civil", "education", "sports", "housing")


@cache
def sample() -> tuple[Prepared, Diagnostics]:
    """The sample, read and resolved once, with everything that was found wrong on the way."""
    sink = Diagnostics()
    prepared = prepare(load_project(SAMPLE, sink), sink)
    assert prepared is not None
    return prepared, sink


def document() -> Document:
    return sample()[0].document


def section(id: str) -> Section:
    return next(one for one in document().booklet.sections if one.id == id)


def prose_of(document: Document, id: str | None = None) -> Iterator[tuple[str, str]]:
    """(block id, text) of every prose of a section, or of all; the notes of a prose follow it."""
    for entry in document.flow:
        if id is None or document.booklet.sections[entry.section].id == id:
            for _, prose in proses(entry.block):
                yield entry.id, text_of(prose, document)
                for note in notes_in(prose):
                    yield entry.id, text_of(Prose(note.children), document)


def text(id: str) -> str:
    """The running text of a section, one prose a line; cards, charts and bars do not count."""
    return "\n".join(words for _, words in prose_of(document(), id))
