"""The conductor of a check: every stage but the writing, so that what passes here also builds."""

from pathlib import Path

from reportgen.build.conductor import Progress, fonts_reported, prepare, set_pages
from reportgen.build.plates import cached_plates
from reportgen.checks import check_typography
from reportgen.content import Loaded, load_project
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
    return loaded, sink
