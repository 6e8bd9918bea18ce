"""Small reports set on pages, without files: blocks written as YAML."""

from functools import cache
from pathlib import Path

import msgspec

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Pages
from reportgen.fonts import FontBook, open_fonts
from reportgen.model.document import Document
from reportgen.theme import Theme, apply, load_theme
from reportgen.typeset import typeset
from support.every_kind import document_of
from support.project import write_project


@cache
def fonts() -> FontBook:
    """The booklet's own fonts, opened once."""
    return open_fonts()


def theme_of(document: Document) -> Theme:
    """The report's theme with its own page laid over it."""
    return apply(load_theme(document.booklet.report.theme), document.booklet.report.page)


def pages_of_document(document: Document, sink: Diagnostics | None = None, *, fitted: bool = True) -> Pages:
    """The pages of ``document``; without a sink no diagnostic may come of it.

    ``fitted``: nothing is left nearly empty at the end of a chapter where that can be helped.
    """
    theme = theme_of(document)
    if not fitted:
        theme = msgspec.structs.replace(theme, typography=msgspec.structs.replace(theme.typography, last_page=0.0))
    found = Diagnostics() if sink is None else sink
    drawn = plates(document, theme, fonts(), theme.page.measure, found) if document.charts else {}
    pages = typeset(document, theme, fonts(), drawn, found)
    assert sink is not None or not len(found), list(found)
    return pages


def set_blocks(folder: Path, blocks: str, *, page: str = "{}", head: str = "", fitted: bool = True) -> Pages:
    """A report of one department with ``blocks`` (a YAML list, indented by two), without cover and contents.

    ``page`` is report.yaml's page setup, ``head`` more keys of the section.
    """
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"page: {page}\nsections: [sections/edu.yaml]\n"
    )
    section = f"id: edu\nname: 示例局\nshort: 示例局\n{head}blocks:\n{blocks}"
    return pages_of_document(document_of(write_project(folder, report=report, edu=section)), fitted=fitted)
