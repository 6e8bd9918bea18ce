"""The order of work at the press: open, measure, look, impose."""

import msgspec

from reportgen.diagnostics import Diagnostics
from reportgen.press.boxes import measured
from reportgen.press.imposing import Imposed, impose
from reportgen.press.job import Job
from reportgen.press.opening import may_be_printed, opened
from reportgen.press.order import filled
from reportgen.press.preflight import Limits, Report, judge, look
from reportgen.press.preflight.facts import Edge


class Printed(msgspec.Struct, frozen=True):
    """What became of a file: its number of pages; the preflight, None where no page can be measured; the print file,
    None where none was asked for or an error stopped.
    """

    pages: int
    report: Report | None
    imposed: Imposed | None


def print_file(
    data: bytes, job: Job, found: Diagnostics, *, limits: Limits | None = None, only_look: bool = False
) -> Printed | None:
    """Check ``data``, a PDF file, and make the print file of it; None where it cannot even be opened.

    What is wrong goes to ``found``; nothing is raised for what a file may hold.
    """
    limits = limits or Limits()
    pdf = opened(data, found)
    if pdf is None:
        return None
    with pdf:
        pages = len(pdf.pages)
        leaves = measured(pdf, job, found)
        _count(pages, job, found)
        if len(leaves) < pages:
            return Printed(pages, None, None)
        report = look(pdf, leaves, limits, job.bleed)
        judge(report, limits, _spines(pages, job), job.bleed, found)
        if only_look or not may_be_printed(pdf, found):
            return Printed(pages, report, None)
        return Printed(pages, report, impose(pdf, leaves, job, found))


def _count(pages: int, job: Job, found: Diagnostics) -> None:
    """Say how many blanks a booklet of ``pages`` needs; a leaf of one or two pages is no booklet."""
    if pages % 4 and (pages > 2 or job.scheme != "none"):
        found.warning("press-blanks", None, pages=pages, blanks=-pages % 4)


def _spines(pages: int, job: Job) -> list[Edge | None]:
    """The edge of each page at the spine; None where pages are not bound by us."""
    if job.scheme == "none":
        return [None] * pages
    first: Edge = "left" if job.binding == "left" else "right"
    second: Edge = "right" if job.binding == "left" else "left"
    places = filled(pages, 4, job.back_cover)
    return [first if place % 2 == 0 else second for place, page in enumerate(places) if page is not None]
