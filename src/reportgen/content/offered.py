"""Which themes a report can choose among: those that ship, and the project's own theme files."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from reportgen.content.editions import FOLDER, edition_names
from reportgen.content.project import REPORT, FolderReader
from reportgen.content.themes import finished, is_theme_file, laid_files
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.document import Report
from reportgen.model.editions import EditionFile
from reportgen.source import Source
from reportgen.theme import Description, InkUse, Theme, lineage, load_theme, theme_names

THEMES = "themes"  # the folder of a project whose files are themes, chosen or not


class Offered(msgspec.Struct, frozen=True):
    """A theme to be chosen by its ``name``: as report.yaml writes it.

    ``theme`` is None for a file with faults; ``title`` and ``description`` are its own, never those of a theme below.
    ``lineage``: what it is laid over, the next below it first. ``chosen_in``: the files that name it, as messages do.
    """

    name: str
    title: str
    description: Description
    lineage: tuple[str, ...]
    theme: Theme | None
    chosen_in: tuple[str, ...] = ()


class Offer(msgspec.Struct, frozen=True):
    """All themes on offer, those that ship first; every file that was read for them, by name."""

    themes: tuple[Offered, ...]
    sources: Mapping[str, Source]


def offered_themes(folder: Path | None, sink: Diagnostics, display: str = "", ink: InkUse = "full") -> Offer:
    """The themes that ship and, of the project in ``folder``, those that its report, its editions or themes/ name.

    Messages name files as ``display``/file. A faulty file is reported, and is on offer without a theme.
    """
    if folder is None:
        return Offer(tuple(_shipped(ink, {})), {})
    reader = FolderReader(folder.resolve(), display, sink)
    report = reader.report()
    chosen = _chosen(report, reader)
    brand = None if report is None else report.brand
    own = tuple(_own(name, spots, reader, ink) for name, spots in _files(chosen, brand, reader).items())
    return Offer((*_shipped(ink, chosen), *own), reader.sources)


def _shipped(ink: InkUse, chosen: Mapping[str, list[Spot]]) -> Iterator[Offered]:
    for name in sorted(theme_names(), key=lambda name: (len(lineage(name)), name)):  # the one below the others leads
        theme = load_theme(name, ink)
        spots = chosen.get(name, [])
        yield Offered(
            name, theme.title, theme.description, lineage(name), theme, tuple(spot.file for spot in spots)
        )  # fmt: skip


def _chosen(report: Report | None, reader: FolderReader) -> dict[str, list[Spot]]:
    """The themes that the report and its editions name, with where they do; unknown names are reported."""
    found: dict[str, list[Spot]] = {}
    if report is not None:
        found[_normal(report.theme)] = [Spot(reader.name(REPORT), ("theme",))]
    for edition in edition_names(reader.folder):
        file = f"{FOLDER}/{edition}.yaml"
        value = reader.value(file, Spot(reader.name(file)))
        said = None if value is None else reader.typed(value, EditionFile, file)
        if said is not None and said.theme is not None:
            found.setdefault(_normal(said.theme), []).append(Spot(reader.name(file), ("theme",)))
    for name, spots in found.items():
        if not is_theme_file(name) and name not in theme_names():
            for spot in spots:
                laid_files(name, reader, spot)  # which says so
    return found


def _normal(name: str) -> str:
    return posixpath.normpath(name) if is_theme_file(name) else name


def _files(chosen: Mapping[str, list[Spot]], brand: str | None, reader: FolderReader) -> dict[str, list[Spot]]:
    """The project's theme files with where they are named: those of themes/ too, which nobody needs to name."""
    lying = {
        path.relative_to(reader.folder).as_posix()
        for pattern in ("*.yaml", "*.yml")
        for path in (reader.folder / THEMES).glob(pattern)
        if path.is_file()
    }
    named = {name: spots for name, spots in chosen.items() if is_theme_file(name)}
    others = lying - named.keys() - ({posixpath.normpath(brand)} if brand else set())
    return named | {file: [] for file in sorted(others)}


def _own(name: str, spots: list[Spot], reader: FolderReader, ink: InkUse) -> Offered:
    spot = spots[0] if spots else Spot(reader.name(name))
    named_in = tuple(one.file for one in spots)
    files = laid_files(name, reader, spot)
    if files is None:
        return Offered(name, "", Description(), (), None, named_in)
    written = files.chain[0][1]
    below = (*(file for file, _ in files.chain[1:]), files.base, *lineage(files.base))
    theme = finished(files.below, files.chain, reader, ink) if files.sound else None
    title = written.get("title")
    return Offered(
        name, title if isinstance(title, str) else "", _description(written), below, theme, named_in
    )  # fmt: skip


def _description(written: Mapping[str, Any]) -> Description:
    said = written.get("description")
    texts = said if isinstance(said, dict) else {}
    return Description(**{key: one for key in ("zh", "en") if isinstance(one := texts.get(key), str)})
