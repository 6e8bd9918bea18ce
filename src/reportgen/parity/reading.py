"""Two files from outside, opened without trust, then compared."""

from reportgen.diagnostics import Diagnostics
from reportgen.manuscript import Manuscript, read_manuscript
from reportgen.opc import OpcError
from reportgen.parity.booklet import Booklet, read_booklet
from reportgen.parity.comparing import compare
from reportgen.parity.fonts import BudgetError
from reportgen.parity.value import Report
from reportgen.press.opening import UNREADABLE, opened

_READ = 0.9  # of a booklet's characters that must say what they are


def read_and_compare(
    pdf: bytes, docx: bytes, name: str, found: Diagnostics, *, part: bool = False
) -> Report | None:  # fmt: skip
    """The comparison; None after an error, which is in ``found``. ``name``: what messages call the Word file.

    ``part``: the draft has only some of the booklet's chapters, and these are compared.
    """
    booklet, manuscript = _booklet(pdf, found), _manuscript(docx, name, found)
    if booklet is None or manuscript is None:
        return None
    if not booklet.marked:
        found.warning("parity-unmarked", None)
    if not booklet.charts and any(one.charts for one in manuscript.paragraphs):
        found.warning("parity-charts-untold", None)
    return compare(booklet, manuscript, part=part)


def _booklet(data: bytes, found: Diagnostics) -> Booklet | None:
    pdf = opened(data, found)
    if pdf is None:
        return None
    try:
        booklet = read_booklet(pdf)
    except BudgetError:
        found.error("parity-absurd", None)
        return None
    except UNREADABLE as error:
        found.error("press-broken", None, reason=str(error) or type(error).__name__)
        return None
    said = booklet.text.length + booklet.notes.length + booklet.restated.length
    if not said or said < _READ * (said + booklet.unread):
        found.error("parity-unread", None)
        return None
    return booklet


def _manuscript(data: bytes, name: str, found: Diagnostics) -> Manuscript | None:
    try:
        return read_manuscript(data, name)
    except OpcError as error:
        found.error(error.code, None, **error.arguments)
        return None
