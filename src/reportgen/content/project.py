"""A project folder into a Booklet: report.yaml, the registers, the section files."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Literal, TypeVar

import msgspec

from reportgen import source as yaml_source
from reportgen.content import sugar
from reportgen.content.ahead import Read, read_ahead
from reportgen.content.convert import convert, written_kinds
from reportgen.content.editions import Choice, chosen
from reportgen.content.themes import dressed
from reportgen.diagnostics import Diagnostics, Place, Spot
from reportgen.indicators import Register
from reportgen.model.blocks import MADE, Cover
from reportgen.model.document import Booklet, Report, Section
from reportgen.model.walk import blocks_inside
from reportgen.source import Source
from reportgen.theme import Theme

REPORT = "report.yaml"
_WHOLE = Choice()
T = TypeVar("T")


class Loaded(msgspec.Struct, frozen=True):
    """What a folder gave: the booklet (None without a readable report.yaml) and every file that was read, by name.

    ``theme`` is what the report's own theme file or brand file make; None without them, or where they have faults.
    ``word`` is where they say the keys of ``word``, by key.
    """

    booklet: Booklet | None
    sources: Mapping[str, Source]
    theme: Theme | None = None
    word: Mapping[str, Spot] = {}


class Dress(msgspec.Struct, frozen=True):
    """What is asked of a report's look otherwise than it says itself; "" for nothing."""

    print: Literal["", "full", "light"] = ""
    brand: str = ""  # a file of the project
    theme: str = ""  # one that ships, or a file of the project
    word: Literal["", "draft", "final"] = ""


_OWN = Dress()


def load_project(
    folder: Path, sink: Diagnostics, display: str = "", choice: Choice = _WHOLE, dress: Dress = _OWN
) -> Loaded:
    """Read the project in ``folder``, or an edition of it; messages name files as ``display``/file.

    ``dress``: what is asked of its look otherwise than the report says.

    Faulty files and blocks are reported and left out, so that one run tells all that is wrong.
    """
    reader = FolderReader(folder.resolve(), display, sink)
    report = reader.report()
    if report is None:
        return Loaded(None, reader.sources)
    register, spots = reader.registers(report)
    sections, files = reader.sections(report)
    booklet = Booklet(
        name=folder.resolve().name, folder=str(folder.resolve()), report=report, sections=sections, files=files,
        register=register, register_spots=spots, report_file=reader.name(REPORT),
    )  # fmt: skip
    _check_blocks(booklet, sink)
    if not sink.has_errors:  # else nothing is made; and places are told before anything is taken out
        booklet = chosen(booklet, choice, reader)
    booklet = _dressed(booklet, dress)
    look = dressed(booklet, reader)
    if look.logo is not None:
        booklet = msgspec.structs.replace(booklet, logo=look.logo)
    return Loaded(booklet, reader.sources, look.theme, look.word)


def _dressed(booklet: Booklet, dress: Dress) -> Booklet:
    report = booklet.report
    if dress.print:
        report = msgspec.structs.replace(report, page=msgspec.structs.replace(report.page, print=dress.print))
    if dress.brand:
        report = msgspec.structs.replace(report, brand=dress.brand)
    if dress.theme:
        report = msgspec.structs.replace(report, theme=dress.theme)
    return booklet if report is booklet.report else msgspec.structs.replace(booklet, report=report)


def place_of(where: Place | Spot | None, sources: Mapping[str, Source]) -> Place | None:
    """A diagnostic's place: a Spot is looked up in its file."""
    if not isinstance(where, Spot):
        return where
    source = sources.get(where.file)
    if source is None:
        return Place(where.file, 1, 1)
    return yaml_source.locate(source, where)


def places_of_characters(source: Source, wanted: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """Where characters stand in the values of a file (comments are none), as far as it can be read."""
    return yaml_source.characters(source, wanted)


class FolderReader:
    """Reads files of one folder, never outside it."""

    def __init__(self, folder: Path, display: str, sink: Diagnostics) -> None:
        self.folder = folder
        self.display = display
        self.sink = sink
        self.sources: dict[str, Source] = {}

    def name(self, file: str) -> str:
        """``file`` as messages name it."""
        return f"{self.display.rstrip('/')}/{file}" if self.display else file

    def value(self, file: str, spot: Spot) -> Any:
        """The plain value of ``file``, or None after a report (at ``spot`` where the file itself is at fault)."""
        path = self.path(file)
        if path is None:
            self.sink.error("file-outside", spot, file=file)
            return None
        try:
            exists = path.is_file()
        except (OSError, ValueError):  # a name too long
            exists = False
        if not exists:
            self.sink.error("file-missing", spot, file=self.name(file))
            return None
        read = yaml_source.read(path, self.name(file), self.sink)
        if read is None:
            return None
        self.sources[read.name] = read
        before = len(self.sink)
        value = yaml_source.load(read, self.sink)
        if value is None and len(self.sink) == before:
            self.sink.error("file-empty", Place(read.name, 1, 1))
        return value

    def path(self, file: str) -> Path | None:
        """The file with its links followed; None where it leads out of the project."""
        pure = PurePosixPath(file)
        if pure.is_absolute() or "\\" in file or ":" in file or "\0" in file:
            return None
        try:
            path = (self.folder / pure).resolve()
        except (OSError, RuntimeError):  # a loop of links
            return self.folder  # which is no file
        return path if path.is_relative_to(self.folder) else None

    def typed(self, value: Any, kind: type[T], file: str, sink: Diagnostics | None = None) -> T | None:
        """``value`` of ``file`` as ``kind``; what was left out of it is remembered for later places."""
        name = self.name(file)
        found, self.sources[name] = convert(value, kind, self.sources[name], self.sink if sink is None else sink)
        return found

    def report(self) -> Report | None:
        """report.yaml; of a faulty one, enough to look at its files all the same."""
        value = self.value(REPORT, Spot(self.name(REPORT)))
        if value is None:
            return None
        report = self.typed(value, Report, REPORT)
        if report is None and isinstance(value, dict):
            edition = {"period": "—", "date": "1980-01-01"}
            files = {key: value[key] for key in ("sections", "registers") if key in value}
            blank = {"title": "—", "issuer": "—", "edition": edition, **files}
            report = self.typed(blank, Report, REPORT, Diagnostics())  # all its faults are reported already
        if report is not None:
            self._check_dates(report)
        return report

    def _check_dates(self, report: Report) -> None:
        for path, date in ((("edition", "date"), report.edition.date), (("draft", "due"), report.draft.due)):
            try:
                datetime.date.fromisoformat(date or "1980-01-01")
            except ValueError:
                self.sink.error("content-date", Spot(self.name(REPORT), path), written=date)

    def registers(self, report: Report) -> tuple[Register, dict[str, Spot]]:
        """All registers in one, and where each indicator is registered."""
        register: Register = {}
        spots: dict[str, Spot] = {}
        for index, file in enumerate(report.registers):
            value = self.value(file, Spot(self.name(REPORT), ("registers", index)))
            if value is None:
                continue
            for id, one in (self.typed(sugar.register(value), Register, file) or {}).items():
                spot = Spot(self.name(file), (id,), key=True)
                if id in register:
                    self.sink.error("content-duplicate-indicator", spot, id=id, first=spots[id].file)
                    continue
                register[id] = one
                spots[id] = spot
        return register, spots

    def section_values(self, report: Report) -> Iterator[tuple[str, Any]]:
        """The file of each section and its plain value, None after a report; many are read by two processes."""

        def at_once(index: int) -> Read | None:
            before = len(self.sink)
            value = self.value(report.sections[index], Spot(""))
            source = self.sources.get(self.name(report.sections[index]))
            return None if source is None or len(self.sink) > before else (source.text, value)

        size = sum(map(self.size, report.sections))
        with read_ahead(len(report.sections), size, at_once) as ahead:
            for index, file in enumerate(report.sections):
                found = ahead.found(index)
                if found is None:
                    yield file, self.value(file, Spot(self.name(REPORT), ("sections", index)))
                else:
                    self.sources[self.name(file)] = Source(self.name(file), found[0])
                    yield file, found[1]

    def size(self, file: str) -> int:
        """Bytes of ``file``, 0 where it cannot be had."""
        try:
            return os.stat(os.path.join(self.folder, file)).st_size  # noqa: PTH116, PTH118  # 400 files: a third of the time
        except (OSError, ValueError):
            return 0

    def sections(self, report: Report) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """The sections in order, and the file of each."""
        sections: list[Section] = []
        files: list[str] = []
        seen: dict[str, str] = {}
        for index, (file, value) in enumerate(self.section_values(report)):
            if value is None:
                continue
            value = sugar.section(value)
            section = self.typed(value, Section, file)
            if section is None and isinstance(value, dict):
                # Without a good id its blocks are still worth looking at; the faults are reported already.
                section = self.typed({**value, "id": f"unnamed-{index}"}, Section, file, Diagnostics())
            if section is None:
                continue
            if section.id in seen:
                spot = Spot(self.name(file), ("id",))
                self.sink.error("content-duplicate-id", spot, id=section.id, first=seen[section.id])
                section = msgspec.structs.replace(section, id=f"unnamed-{index}")
            seen[section.id] = self.name(file)
            sections.append(section)
            files.append(self.name(file))
        return tuple(sections), tuple(files)


def _check_blocks(booklet: Booklet, sink: Diagnostics) -> None:
    """What types cannot say: an id names one thing in the whole booklet, and nobody writes what is made from the rest.

    Sections and blocks share one space of names.
    """
    seen: dict[str, str] = {section.id: file for section, file in zip(booklet.sections, booklet.files, strict=True)}
    for section, file in zip(booklet.sections, booklet.files, strict=True):
        for index, top in enumerate(section.blocks):
            for _, block, path in blocks_inside(top, "", ("blocks", index)):
                if isinstance(block, MADE):
                    kinds = "、".join(written_kinds())
                    sink.error(
                        "content-kind-unknown",
                        Spot(file, (*path, "kind")),
                        kind=str(block.__struct_config__.tag),
                        kinds=kinds,
                    )
                    continue
                if isinstance(block, Cover) and block.steps and not block.back:
                    sink.error("content-cover-front", Spot(file, (*path, "steps"), key=True), key_name="steps")
                id = getattr(block, "id", None)
                if id is None:
                    continue
                if id in seen:
                    sink.error("content-duplicate-id", Spot(file, (*path, "id")), id=id, first=seen[id])
                seen.setdefault(id, file)
