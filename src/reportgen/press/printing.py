"""The order of work at the press: open, measure, look, impose."""

import msgspec

from reportgen.diagnostics import Diagnostics
from reportgen.press.boxes import measured
from reportgen.press.imposing import Imposed, impose
from reportgen.press.job import Job
from reportgen.press.opening import may_be_printed, opened


class Printed(msgspec.Struct, frozen=True):
    """What became of a file: its number of pages; the print file, None where none was asked for or an error stopped."""

    pages: int
    imposed: Imposed | None


def print_file(data: bytes, job: Job, found: Diagnostics, *, only_look: bool = False) -> Printed | None:
    """Check ``data``, a PDF file, and make the print file of it; None where it cannot even be opened.

    What is wrong goes to ``found``; nothing is raised for what a file may hold.
    """
    pdf = opened(data, found)
    if pdf is None:
        return None
    with pdf:
        pages = len(pdf.pages)
        leaves = measured(pdf, job, found)
        _count(pages, job, found)
        whole = not found.has_errors
        if only_look or not whole or not may_be_printed(pdf, found):
            return Printed(pages, None)
        return Printed(pages, impose(pdf, leaves, job, found))


def _count(pages: int, job: Job, found: Diagnostics) -> None:
    """Say how many blanks a booklet of ``pages`` needs; a leaf of one or two pages is no booklet."""
    if pages % 4 and (pages > 2 or job.scheme != "none"):
        found.warning("press-blanks", None, pages=pages, blanks=-pages % 4)
