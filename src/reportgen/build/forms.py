"""Ballots and opinion sheets as a file that is filled in on a screen."""

from collections.abc import Sequence

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Page
from reportgen.fonts import FontBook
from reportgen.model.blocks import Form
from reportgen.model.document import Document

FORMS = "forms.pdf"


def check_forms(document: Document, sink: Diagnostics) -> None:
    """Report a document without forms, of which such a file is asked for."""
    if not any(isinstance(entry.block, Form) for entry in document.flow):
        sink.error("forms-none", Spot(document.booklet.file_of("sections"), ("sections",)))


def form_file(document: Document, pages: Sequence[Page], fonts: FontBook) -> bytes:
    """The PDF of the form pages of ``document``."""
    from reportgen.pdf import FILLABLE, paint  # only what a build needs is imported; so below
    from reportgen.typeset import forms_of

    return paint(forms_of(document, pages), fonts, FILLABLE)
