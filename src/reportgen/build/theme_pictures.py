"""What a theme looks like: four pages that it makes of a project, or of a specimen that ships, as one picture."""

from collections.abc import Container
from pathlib import Path

import msgspec

from reportgen.build.conductor import Progress, fonts_reported, prepare, set_pages
from reportgen.build.plates import cached_plates
from reportgen.content import Dress, Loaded, load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Anchor, Begin, LinkArea, Page, Pages
from reportgen.model.blocks import Opening
from reportgen.model.document import Document

SPECIMEN = Path(__file__).parent / "specimen"  # an invented report with something of everything
_A_CHART = 150  # marks: more than the cells of a table that goes on over a page


def theme_picture(
    folder: Path, display: str, dress: Dress, width: int, sink: Diagnostics, progress: Progress
) -> tuple[bytes | None, Loaded]:
    """The PNG of the project in ``folder`` in ``dress``, ``width`` pixels across, and what was loaded for it.

    Messages name its files as ``display``/file. None where ``sink`` has errors: then nothing can be set.
    """
    progress("read")
    loaded = load_project(folder, sink, display, dress=dress)
    with fonts_reported(sink):
        prepared = prepare(loaded, sink)
        if prepared is None or sink.has_errors:
            return None, loaded
        progress("charts")
        plates = cached_plates(prepared.document, prepared.theme, prepared.fonts, force=False, sink=sink)
        pages = set_pages(prepared.document, prepared, plates, sink, progress)
        if sink.has_errors:
            return None, loaded
        from reportgen.pdf import paint  # here and below: only what is reached is loaded
        from reportgen.raster import contact_sheet

        progress("pictures")
        shown = tuple(pages.pages[at] for at in pages_shown(prepared.document, pages))
        few = msgspec.structs.replace(pages, pages=shown, outline=())
        return contact_sheet(paint(few, prepared.fonts), width), loaded
    return None, loaded  # a font that failed, told by now


def pages_shown(document: Document, pages: Pages) -> list[int]:
    """The pages that tell most of a theme, by their indexes, ascending: cover, contents, a department's two.

    Of a department its opening and the fullest page behind it: the department with the fullest such page. What a report
    lacks is left out.
    """
    starts = _starts(document, pages)
    openings = [at for at, department in starts if department]
    shown = {0}
    if not openings:
        return sorted(shown)
    # not to captions: lists of charts and tables may have more links than the contents
    heads = frozenset("#" + item.anchor for item in document.outline if item.level == 1)
    contents = max(range(1, openings[0]), key=lambda at: _links(pages.pages[at], heads), default=0)
    if _links(pages.pages[contents], heads):
        shown.add(contents)
    ends = [at for at, _ in starts[1:]] + [len(pages.pages)]
    spreads = [
        (opening, max(range(opening + 1, end), key=lambda at: _fullness(pages.pages[at])))
        for (opening, department), end in zip(starts, ends, strict=True)
        if department and opening + 1 < end
    ]
    fullest = max(spreads, key=lambda spread: _fullness(pages.pages[spread[1]]), default=openings[:1])
    return sorted(shown.union(fullest))


def _starts(document: Document, pages: Pages) -> list[tuple[int, bool]]:
    """The pages on which sections begin, and whether a department's does, in order."""
    at_anchor = {
        mark.name: at for at, page in enumerate(pages.pages) for mark in page.marks if isinstance(mark, Anchor)
    }  # fmt: skip
    entries = {entry.id: entry for entry in document.flow}
    found = []
    for item in document.outline:
        entry = entries.get(item.block)
        if item.level == 1 and item.anchor in at_anchor and entry is not None:
            department = document.booklet.sections[entry.section].role == "department"
            found.append((at_anchor[item.anchor], department and isinstance(entry.block, Opening)))
    return found


def _links(page: Page, targets: Container[str]) -> int:
    return sum(isinstance(mark, LinkArea) and mark.target in targets for mark in page.marks)


def _fullness(page: Page) -> int:
    """How much there is to see on a page: a chart counts for more than a table, whose every cell is a mark."""
    charts = sum(isinstance(mark, Begin) and mark.role == "Figure" for mark in page.marks)
    return len(page.marks) + _A_CHART * min(charts, 1)
