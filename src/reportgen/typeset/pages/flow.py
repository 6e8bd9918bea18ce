"""The whole flow onto pages, chapter by chapter: none ends on a nearly empty page where that can be helped."""

from collections.abc import Iterator, Sequence

import msgspec

from reportgen.theme import PageGeometry
from reportgen.typeset.pages.breaker import PageBreaker
from reportgen.typeset.pages.chapter import Chapter, Way
from reportgen.typeset.pages.floats import set_apart
from reportgen.typeset.pages.foot import Foot
from reportgen.typeset.pages.last_page import better
from reportgen.typeset.pages.sheet import FlowPiece, Sheet
from reportgen.typeset.pages.tightness import Fitting


class Paginated(msgspec.Struct):
    """The sheets, and the flow indices of pieces that are taller than a page."""

    sheets: list[Sheet]
    too_tall: list[int]


def paginate(
    flow: Sequence[FlowPiece],
    page: PageGeometry,
    first: int = 1,
    foot: Foot | None = None,
    fitting: Fitting | None = None,
) -> Paginated:
    """Lay the pieces on pages of ``page``, numbered from ``first``. The same pieces always give the same pages.

    ``foot``: the notes whose marks stand in the pieces, where they are set at the foot of the page. ``fitting``: what
    may be done about a chapter that ends on a nearly empty page; None: nothing.
    """
    found = Paginated([], [])
    rest = list(flow)  # of a piece that is split, what is left of it
    for begin, end in _chapters(flow):
        text, floats = set_apart(flow, begin, end)
        chapter = Chapter(flow, begin, end, text, floats, first + len(found.sheets), page, foot, fitting)
        breaker = PageBreaker(chapter, rest, Way())
        breaker.run()
        if fitting is not None and fitting.last:
            breaker = better(breaker, fitting)
        found.sheets += breaker.sheets
        found.too_tall += breaker.too_tall
    for sheet in found.sheets:
        sheet.close(page.depth)
    return found


def _chapters(flow: Sequence[FlowPiece]) -> Iterator[tuple[int, int]]:
    """Pieces [begin, end) of which the first must begin a page and no other."""
    begin = 0
    for at in range(1, len(flow)):
        if flow[at].piece.page:
            yield begin, at
            begin = at
    if flow:
        yield begin, len(flow)
