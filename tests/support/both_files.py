"""The booklet and the Word file of one document, as bytes."""

from pathlib import Path

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.fonts import open_fonts
from reportgen.model.document import Document
from reportgen.pdf import paint
from reportgen.theme import Theme, load_theme
from reportgen.typeset import typeset
from reportgen.word import write_draft
from support.every_kind import document_of, png, write_every_kind


def printed_and_drafted(document: Document, theme: Theme) -> tuple[bytes, bytes]:
    """Both, with a grey picture for each chart that Word cannot draw; a report is a fault of the test."""
    book, sink = open_fonts(), Diagnostics()
    drawn = plates(document, theme, book, theme.page.measure, sink)
    pdf = paint(typeset(document, theme, book, drawn, sink), book)
    assert not sink.has_errors, list(sink)
    return pdf, write_draft(document, theme, dict.fromkeys(document.charts, png(40, 20)), None)


def every_kind_with(folder: Path, blocks: str) -> tuple[bytes, bytes]:
    """Of a report of every kind that ends with ``blocks``, in civic."""
    return printed_and_drafted(document_of(write_every_kind(folder, blocks)), load_theme("civic"))
