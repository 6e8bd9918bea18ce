"""Edition files: read and checked like other content, then laid over the report and its sections."""

import datetime
import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from reportgen.content.convert import written_kinds
from reportgen.content.picking import pick
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import AnyBlock
from reportgen.model.document import Booklet, Section
from reportgen.model.editions import EditionFile
from reportgen.model.walk import blocks_inside
from reportgen.source import Source

FOLDER = "editions"
T = TypeVar("T")


class Reader(Protocol):
    """Reads files of the project; ``sources`` holds what was read, by the names that messages use."""

    folder: Path
    sink: Diagnostics
    sources: dict[str, Source]

    def name(self, file: str) -> str:
        """``file`` as messages name it."""

    def value(self, file: str, spot: Spot) -> Any:
        """The plain value of ``file``, or None after a report."""

    def typed(self, value: Any, kind: type[T], file: str) -> T | None:
        """``value`` of ``file`` as ``kind``, or None after a report."""


class Choice(msgspec.Struct, frozen=True):
    """What is asked for: the edition of a name, or of some tags; nothing for the whole report."""

    name: str = ""
    tags: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of its outputs below the project's; "" for the whole report."""
        chosen = self.name or "+".join(self.tags)
        return f"{FOLDER}/{chosen}" if chosen else ""


def edition_names(folder: Path) -> tuple[str, ...]:
    """The editions of a project, in the order of their names."""
    return tuple(sorted(path.stem for path in (folder / FOLDER).glob("*.yaml") if path.is_file()))


def chosen(booklet: Booklet, choice: Choice, reader: Reader) -> Booklet:
    """``booklet``, or what ``choice`` picks of it; faults of the edition are reported at their places."""
    wanted, file = EditionFile(tags=choice.tags), ""
    if choice.name:
        read = _read(choice.name, reader)
        if read is None:
            return booklet
        wanted, file = read
    elif not choice.tags:
        return booklet
    before = len(reader.sink)
    _check(booklet, wanted, file, reader.sink)
    if len(reader.sink) > before:
        return booklet
    return _picked(_renamed(booklet, wanted, file), wanted, file, reader)


def _read(name: str, reader: Reader) -> tuple[EditionFile, str] | None:
    names = edition_names(reader.folder)
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
        reader.sink.error(
            "edition-unknown", None, suggestion=near[0] if near else None, name=name, names="、".join(names) or "—"
        )
        return None
    file = f"{FOLDER}/{name}.yaml"
    value = reader.value(file, Spot(reader.name(file)))
    wanted = None if value is None else reader.typed(value, EditionFile, file)
    if wanted is None:
        return None
    if wanted.date is not None:
        try:
            datetime.date.fromisoformat(wanted.date)
        except ValueError:
            reader.sink.error("content-date", Spot(reader.name(file), ("date",)), written=wanted.date)
            return None
    return wanted, reader.name(file)


def _check(booklet: Booklet, wanted: EditionFile, file: str, sink: Diagnostics) -> None:
    """Report every name in an edition that nothing in the report has."""
    sections = [section.id for section in booklet.sections]
    blocks = [block for section in booklet.sections for block in _blocks(section)]
    ids = [id for block in blocks if (id := getattr(block, "id", None)) is not None]
    tags = {tag for one in (*booklet.sections, *blocks) for tag in one.tags}
    for path, names, known, code in (
        (("sections",), wanted.sections, sections, "edition-id"),
        (("tags",), wanted.tags, sorted(tags), "edition-tag"),
        (("leave_out", "sections"), wanted.leave_out.sections, sections, "edition-id"),
        (("leave_out", "blocks"), wanted.leave_out.blocks, ids, "edition-id"),
        (("leave_out", "kinds"), wanted.leave_out.kinds, written_kinds(), "edition-kind"),
    ):
        for index, name in enumerate(names):
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
                spot = Spot(file, (*path, index)) if file else None
                sink.error(
                    code, spot, suggestion=near[0] if near else None, name=name, names="、".join(_some(known)) or "—"
                )


def _some(names: Iterable[str]) -> Iterator[str]:
    """The first names, as many as anybody reads."""
    for index, name in enumerate(names):
        if index == 12:
            yield "……"
            return
        yield name


def _blocks(section: Section) -> Iterator[AnyBlock]:
    for top in section.blocks:
        for _, block, _ in blocks_inside(top, "", ()):
            yield block


def _renamed(booklet: Booklet, wanted: EditionFile, file: str) -> Booklet:
    """``booklet`` with what the edition says in place of the report."""
    own = {key: value for key in ("title", "subtitle", "issuer", "theme", "page")
           if (value := getattr(wanted, key)) is not None}  # fmt: skip
    dated = {key: value for key in ("period", "date", "cutoff") if (value := getattr(wanted, key)) is not None}
    edition = msgspec.structs.replace(booklet.report.edition, **dated)
    report = msgspec.structs.replace(booklet.report, edition=edition, **own)
    return msgspec.structs.replace(booklet, report=report, said_in=dict.fromkeys(own, file))


def _picked(booklet: Booklet, wanted: EditionFile, file: str, reader: Reader) -> Booklet:
    sections: list[Section] = []
    files: list[str] = []
    for section, name in zip(booklet.sections, booklet.files, strict=True):
        picked, reader.sources[name] = pick(section, wanted, reader.sources[name])
        if picked is not None:
            sections.append(picked)
            files.append(name)
    if not sections:
        reader.sink.error("edition-empty", Spot(file) if file else None)
        return booklet
    return msgspec.structs.replace(booklet, sections=tuple(sections), files=tuple(files), whole=booklet.sections)
