"""A project folder into a Booklet: report.yaml, the registers, the section files."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from reportgen import source as yaml_source
from reportgen.content import sugar
from reportgen.content.convert import convert
from reportgen.diagnostics import Diagnostics, Place, Spot
from reportgen.indicators import Indicator, Register
from reportgen.model.document import Booklet, Report, Section
from reportgen.model.walk import blocks_inside
from reportgen.source import Source

REPORT = "report.yaml"


class Loaded(msgspec.Struct, frozen=True):
    """What a folder gave: the booklet (None without a readable report.yaml) and every file that was read, by name."""

    booklet: Booklet | None
    sources: Mapping[str, Source]


def load_project(folder: Path, sink: Diagnostics, display: str = "") -> Loaded:
    """Read the project in ``folder``; messages name files as ``display``/file.

    Faulty files and blocks are reported and left out, so that one run tells all that is wrong.
    """
    reader = _Reader(folder.resolve(), display, sink)
    value = reader.value(REPORT, Spot(reader.name(REPORT)))
    report = convert(value, Report, reader.name(REPORT), sink) if value is not None else None
    if report is None:
        report = reader.skeleton(value)
        if report is None:
            return Loaded(None, reader.sources)
    register, spots = reader.registers(report)
    sections, files = reader.sections(report)
    booklet = Booklet(
        name=folder.resolve().name, folder=str(folder.resolve()), report=report, sections=sections, files=files,
        register=register, register_spots=spots, report_file=reader.name(REPORT),
    )  # fmt: skip
    _check_ids(booklet, sink)
    return Loaded(booklet, reader.sources)


def place_of(where: Place | Spot | None, sources: Mapping[str, Source]) -> Place | None:
    """A diagnostic's place: a Spot is looked up in its file."""
    if not isinstance(where, Spot):
        return where
    source = sources.get(where.file)
    if source is None:
        return Place(where.file, 1, 1)
    return yaml_source.locate(source, where)


def values_of(source: Source) -> Iterator[str]:
    """Every scalar of a file (comments are none), as far as it can be read."""
    return yaml_source.scalars(source)


class _Reader:
    """Reads files of one folder, never outside it."""

    def __init__(self, folder: Path, display: str, sink: Diagnostics) -> None:
        self.folder = folder
        self.display = display
        self.sink = sink
        self.sources: dict[str, Source] = {}

    def name(self, file: str) -> str:
        return f"{self.display.rstrip('/')}/{file}" if self.display else file

    def value(self, file: str, spot: Spot) -> Any:
        """The plain value of ``file``, or None after a report (at ``spot`` where the file itself is at fault)."""
        pure = PurePosixPath(file)
        safe = not (pure.is_absolute() or "\\" in file or ":" in file or "\0" in file)
        path = (self.folder / pure).resolve() if safe else self.folder
        if not safe or not path.is_relative_to(self.folder):
            self.sink.error("file-outside", spot, file=file)
            return None
        if not path.is_file():
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

    def skeleton(self, value: Any) -> Report | None:
        """Enough of a faulty report.yaml to look at its section files all the same."""
        if not isinstance(value, dict):
            return None
        names = [one for one in value.get("sections") or () if isinstance(one, str)]
        registers = [one for one in value.get("registers") or ("indicators.yaml",) if isinstance(one, str)]
        if not names:
            return None
        edition = {"period": "—", "date": "1980-01-01"}
        blank = {"title": "—", "issuer": "—", "edition": edition, "sections": names, "registers": registers}
        return msgspec.convert(blank, Report)

    def registers(self, report: Report) -> tuple[Register, dict[str, Spot]]:
        register: Register = {}
        spots: dict[str, Spot] = {}
        for index, file in enumerate(report.registers):
            value = self.value(file, Spot(self.name(REPORT), ("registers", index)))
            if value is None:
                continue
            found = convert(value, dict[str, Indicator], self.name(file), self.sink)
            for id, one in (found or {}).items():
                spot = Spot(self.name(file), (id,), key=True)
                if id in register:
                    self.sink.error("content-duplicate-indicator", spot, id=id, first=spots[id].file)
                    continue
                register[id] = one
                spots[id] = spot
        return register, spots

    def sections(self, report: Report) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        sections: list[Section] = []
        files: list[str] = []
        seen: dict[str, str] = {}
        for index, file in enumerate(report.sections):
            value = self.value(file, Spot(self.name(REPORT), ("sections", index)))
            if value is None:
                continue
            section = convert(sugar.section(value), Section, self.name(file), self.sink)
            if section is None:
                continue
            if section.id in seen:
                spot = Spot(self.name(file), ("id",))
                self.sink.error("content-duplicate-id", spot, id=section.id, first=seen[section.id])
                continue
            seen[section.id] = self.name(file)
            sections.append(section)
            files.append(self.name(file))
        return tuple(sections), tuple(files)


def _check_ids(booklet: Booklet, sink: Diagnostics) -> None:
    """An author's id names one thing in the whole booklet: sections and blocks share one space of names."""
    seen: dict[str, str] = {section.id: file for section, file in zip(booklet.sections, booklet.files, strict=True)}
    for section, file in zip(booklet.sections, booklet.files, strict=True):
        for index, top in enumerate(section.blocks):
            for _, block, path in blocks_inside(top, "", ("blocks", index)):
                id = getattr(block, "id", None)
                if id is None:
                    continue
                if id in seen:
                    sink.error("content-duplicate-id", Spot(file, (*path, "id")), id=id, first=seen[id])
                seen.setdefault(id, file)
