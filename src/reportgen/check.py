"""The conductor of a check: every stage but the writing, so that what passes here also builds."""

from pathlib import Path

import msgspec

from reportgen.build.boards import Workshop, check_boards
from reportgen.build.conductor import Progress, fonts_reported, prepare, set_pages
from reportgen.build.plates import cached_plates
from reportgen.checks import check_typography
from reportgen.content import Choice, Loaded, edition_names, load_project, place_of
from reportgen.diagnostics import Diagnostics


def check_project(folder: Path, display: str, progress: Progress, *, force: bool = False) -> tuple[Loaded, Diagnostics]:
    """Read, resolve and set the project in ``folder``; the diagnostics say what is wrong with it."""
    sink = Diagnostics()
    progress("read")
    loaded = load_project(folder, sink, display=display)
    with fonts_reported(sink):
        prepared = prepare(loaded, sink)
        if prepared is not None:
            check_typography(prepared.document, loaded.sources, sink)
        if prepared is not None and not sink.has_errors:
            progress("charts")
            plates = cached_plates(prepared.document, prepared.theme, prepared.fonts, force=force, sink=sink)
            set_pages(prepared.document, prepared, plates, sink, progress)
            if prepared.document.boards:
                progress("boards")
                check_boards(Workshop(prepared.document, prepared.theme, prepared.fonts, sink, force))
        if not sink.has_errors:
            for name in edition_names(folder):
                loaded = _with_edition(Choice(name), folder, display, (loaded, sink))
    return loaded, sink


def _with_edition(choice: Choice, folder: Path, display: str, whole: tuple[Loaded, Diagnostics]) -> Loaded:
    """Read and resolve an edition; what the whole report has not told already is added to its diagnostics.

    With its place known: blocks of an edition are counted without those that it leaves out. What was loaded is given
    back with the edition's own file.
    """
    loaded, sink = whole
    said = {(one.code, place_of(one.where, loaded.sources)) for one in sink}
    own = Diagnostics()
    edition = load_project(folder, own, display, choice)
    prepare(edition, own)
    for one in own:
        place = place_of(one.where, edition.sources)
        if (one.code, place) not in said:
            sink.add(msgspec.structs.replace(one, where=place))
    return msgspec.structs.replace(loaded, sources={**edition.sources, **loaded.sources})
