"""The year-end sample as a reader meets it: resolved text by section, its register, what its files refer to."""

import re
from functools import cache

from reportgen.build.conductor import Prepared, prepare
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.indicators import Indicator, Register
from reportgen.model.document import Document, Section
from reportgen.model.inlines import Prose
from reportgen.model.runs import text_of
from reportgen.model.walk import notes_in, proses
from support.project import ROOT

YEAREND = ROOT / "content" / "gongkai-shuzhi-sample"
DEPARTMENTS = ("education", "health", "civil", "employment", "housing", "transport")


@cache
def sample() -> tuple[Prepared, Diagnostics]:
    """The sample, read and resolved once, with everything that was found wrong on the way."""
    sink = Diagnostics()
    prepared = prepare(load_project(YEAREND, sink), sink)
    assert prepared is not None
    return prepared, sink


def document() -> Document:
    return sample()[0].document


def register() -> Register:
    return document().booklet.register


def section(id: str) -> Section:
    return next(one for one in document().booklet.sections if one.id == id)


def text(id: str | None = None) -> str:
    """The running text of a section, or of all, one prose a line with its notes behind it."""
    found = []
    for entry in document().flow:
        if id is None or document().booklet.sections[entry.section].id == id:
            for _, prose in proses(entry.block):
                found.append(text_of(prose, document()))
                found += [text_of(Prose(note.children), document()) for note in notes_in(prose)]
    return "\n".join(found)


def quoted(folder: str = "*") -> set[str]:
    """Registered numbers that the files of the sections name, in prose, cards, bars, charts or tables."""
    words = "\n".join(path.read_text(encoding="utf-8") for path in YEAREND.glob(f"{folder}/*.yaml"))
    return set(re.findall(r"[a-z0-9_]+(?:\.[a-z0-9_]+)+", words))


def tasks(department: str) -> dict[str, Indicator]:
    """A department's tasks of the year: what has a target and a result, without the parts of another task."""
    known = register()
    return {
        id: one
        for id, one in known.items()
        if id.startswith(department + ".") and one.value is not None and one.target is not None
        and id.rpartition(".")[0] not in known
    }  # fmt: skip
