"""Theme files of a project's own: what each changes of the theme it is based on, every fault at its place."""

import posixpath
from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from reportgen.content.brands import laid_brand
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.brand import Logo
from reportgen.model.document import Booklet
from reportgen.source import Source, kind_of, locate
from reportgen.theme import (
    EXTENDS,
    InkUse,
    Theme,
    draft_fault,
    faults,
    merged,
    page_fault,
    printed,
    settle_fonts,
    settled,
    theme_names,
    whole,
    written_theme,
)

_PAGE_CODES = {
    "narrow": "theme-narrow", "shallow": "theme-shallow", "pitch": "theme-pitch", "large": "theme-large",
    "header": "theme-header",
}  # fmt: skip
_OLD = "based_on"  # what ``extends`` was called
_MOST = 8  # theme files on top of each other


class Reader(Protocol):
    """Reads files of the project; ``sources`` holds what was read, by the names that messages use."""

    sink: Diagnostics
    sources: dict[str, Source]

    def name(self, file: str) -> str:
        """``file`` as messages name it."""

    def value(self, file: str, spot: Spot) -> Any:
        """The plain value of ``file``, or None after a report (at ``spot`` where the file itself is at fault)."""


def is_theme_file(theme: str) -> bool:
    """Whether a report or a theme file means a file, not a theme that ships."""
    return "/" in theme or theme.endswith((".yaml", ".yml"))


class Files(msgspec.Struct, frozen=True):
    """A theme as written: ``chain`` are its files, the uppermost first, laid over the theme ``base`` that ships.

    ``below`` is what all of them say together: of faulty ones (not ``sound``) as much as holds.
    """

    base: str
    chain: list[tuple[str, dict[str, Any]]]
    below: dict[str, Any]
    sound: bool


class Dressed(msgspec.Struct, frozen=True):
    """What the project's own files make of a report's look: a theme where any has a say in it, the brand's logo.

    ``word``: where the keys of ``word`` are said, by key.
    """

    theme: Theme | None = None
    logo: Logo | None = None
    word: Mapping[str, Spot] = {}


def dressed(booklet: Booklet, reader: Reader) -> Dressed:
    """The theme file and the brand file that a report names, every fault of them reported; nothing without them."""
    report = booklet.report
    ink = report.page.print or "full"
    named = report.theme
    if not is_theme_file(named) and (report.brand is None or named not in theme_names()):
        return Dressed()  # one that ships, or none at all: the conductor's
    files = laid_files(named, reader, Spot(booklet.file_of("theme"), ("theme",)))
    if files is None:
        return Dressed()
    below, sound = files.below, files.sound
    logo = None
    if report.brand is not None:
        branded = laid_brand(report.brand, below, reader, Spot(booklet.file_of("brand"), ("brand",)))
        sound = sound and branded is not None
        below, logo = (below, None) if branded is None else branded
    theme = finished(below, files.chain, reader, ink) if sound else None
    return Dressed(theme, logo, _said_of_word(files.chain, reader))


def _said_of_word(chain: list[tuple[str, dict[str, Any]]], reader: Reader) -> dict[str, Spot]:
    """The place of each key of ``word`` in the uppermost file that says it."""
    found: dict[str, Spot] = {}
    for name, value in reversed(chain):
        word = value.get("word")
        found |= {key: Spot(reader.name(name), ("word", key)) for key in (word if isinstance(word, dict) else ())}
    return found


def laid_files(named: str, reader: Reader, spot: Spot) -> Files | None:
    """The files of the theme ``named`` (a file, or one that ships) laid over each other; None after a report.

    ``spot`` is where it is named. Every fault of the files is reported; ``sound`` says whether there was none.
    """
    read = _chain(named, reader, spot)
    if read is None:
        return None
    base, chain = read
    below, sound = written_theme(base), True
    for name, value in reversed(chain):
        laid = _laid(name, value, below, reader)
        sound = sound and laid is not None
        below = below if laid is None else laid
    return Files(base, chain, below, sound)


def finished(
    below: dict[str, Any], chain: list[tuple[str, dict[str, Any]]], reader: Reader, ink: InkUse
) -> Theme | None:
    """The theme of ``below``, what all files of ``chain`` say together, for an edition; None after a report."""
    theme = settled(printed(below, ink))
    if any(_moves_measure(value) for _, value in chain):
        theme = whole(theme)
    faulty = page_fault(theme.page, theme.style("body").size)
    if faulty is not None:
        _report(_PAGE_CODES[faulty.kind], _said_in("page", chain, reader), reader, sheet="booklet", **faulty.arguments)
        return None
    faulty = draft_fault(theme.draft)
    if faulty is not None:
        _report(_PAGE_CODES[faulty.kind], _said_in("draft", chain, reader), reader, sheet="draft", **faulty.arguments)
        return None
    return theme


def _said_in(key: str, chain: list[tuple[str, dict[str, Any]]], reader: Reader) -> Spot:
    """The place of ``key`` in the uppermost file that has it."""
    name = next((name for name, value in chain if key in value), chain[0][0])
    return Spot(reader.name(name), (key,), key=True)


def _chain(file: str, reader: Reader, spot: Spot) -> tuple[str, list[tuple[str, dict[str, Any]]]] | None:
    """The theme that ships and the files that lie on it, the last first; None after a report."""
    chain: list[tuple[str, dict[str, Any]]] = []
    seen: set[str] = set()
    while is_theme_file(file):
        file = posixpath.normpath(file)
        if file in seen or len(seen) >= _MOST:
            _report("theme-recursion", spot, reader, file=file, names="、".join(theme_names()))
            return None
        seen.add(file)
        value = reader.value(file, spot)
        if value is None:
            return None
        here = reader.name(file)
        if not isinstance(value, dict):
            _report("content-type", Spot(here), reader, expected="mapping", found=kind_of(value))
            return None
        if _OLD in value:
            _report("theme-extends", Spot(here, (_OLD,), key=True), reader, written=_OLD)
            return None
        if EXTENDS not in value:
            _report("content-missing-key", Spot(here), reader, key_name=EXTENDS)
            return None
        spot = Spot(here, (EXTENDS,))
        if not isinstance(value[EXTENDS], str):
            _report("content-type", spot, reader, expected="text", found=kind_of(value[EXTENDS]))
            return None
        chain.append((file, value))
        file = value[EXTENDS]
    if file not in theme_names():
        _report("theme-unknown", spot, reader, name=file, names="、".join(theme_names()))
        return None
    return file, chain


def _laid(file: str, value: dict[str, Any], below: dict[str, Any], reader: Reader) -> dict[str, Any] | None:
    """``below`` with what ``file`` changes; None after a report of all that is wrong with it."""
    sound = True
    for one in faults(value, below):
        sound = False
        spot = Spot(reader.name(file), one.path, key=one.key)
        where = locate(reader.sources[reader.name(file)], spot)
        reader.sink.error(one.code, where, suggestion=one.suggestion, **one.arguments)
    own = {key: inner for key, inner in value.items() if key != EXTENDS}
    if not sound:
        return None
    if "fonts" in own:
        own["fonts"] = settle_fonts(own["fonts"], file)
    if own.get("word") and own["word"].get("template"):
        template = posixpath.normpath(posixpath.join(posixpath.dirname(file), own["word"]["template"]))
        own["word"] = {**own["word"], "template": template}
    return merged(below, own)


def _moves_measure(value: dict[str, Any]) -> bool:
    """Whether a theme file changes the measure or the body's size without saying the outer margin."""
    page = value.get("page", {})
    sizes = value.get("styles", {}).get("body", {})
    return "outer" not in page and ("inner" in page or "width" in page or "size" in sizes)


def _report(code: str, spot: Spot, reader: Reader, **arguments: str) -> None:
    source = reader.sources.get(spot.file)
    reader.sink.error(code, spot if source is None else locate(source, spot), **arguments)
