"""A PDF from outside, opened without trust."""

import io

import pikepdf

from reportgen.diagnostics import Diagnostics
from reportgen.press.page_list import listed

MAX_PAGES = 20_000
_MOST_BYTES = 256 * 2**20  # what one stream may unpack to: a page's operators are never so long, a bomb is

# What qpdf raises for objects that are not what a PDF should have at their place: it is all one to the reader.
UNREADABLE = (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def opened(data: bytes, found: Diagnostics) -> pikepdf.Pdf | None:
    """The file, its pages counted; None after an error (no PDF, beyond repair, locked by a password, no page)."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=_MOST_BYTES, run_length_max_memory=_MOST_BYTES, png_max_memory=_MOST_BYTES,
        tiff_max_memory=_MOST_BYTES,
    )  # fmt: skip
    if b"%PDF-" not in data[:1024]:
        found.error("press-no-pdf", None)
        return None
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        pages = len(pdf.pages)
    except pikepdf.PasswordError:
        found.error("press-encrypted", None)
        return None
    except UNREADABLE as error:
        found.error("press-broken", None, reason=_reason(error))
        return None
    if not pages:
        found.error("press-no-pages", None)
        return None
    if pages > MAX_PAGES:
        found.error("press-too-many", None, pages=pages, most=MAX_PAGES)
        return None
    warnings = pdf.get_warnings()
    if warnings:
        found.warning("press-repaired", None, reason=_reason(warnings[0]))
        lost = [number for number, page in enumerate(pdf.pages, 1) if page.obj.get("/Contents") is None]
        if lost:  # a blank page of a sound file is one; in a file that had to be put together nobody knows
            found.error("press-lost", None, count=len(lost), pages=listed(lost))
            return None
    return pdf


def may_be_printed(pdf: pikepdf.Pdf, found: Diagnostics) -> bool:
    """Whether the owner of the file lets its pages be put together anew and printed; else an error."""
    if not pdf.is_encrypted:
        return True
    allowed = pdf.allow
    if allowed.print_highres and (allowed.modify_assembly or allowed.modify_other):
        return True
    found.error("press-restricted", None)
    return False


def _reason(error: object) -> str:
    """qpdf's words without the name of our own stream, which tells nobody anything."""
    said = str(error)
    if said.startswith("stream <"):
        _, _, after = said.partition(">")
        said = after.lstrip(": ")
    return said or type(error).__name__
