"""A department's board as a page: A3 in one of two layouts, or tall for telephones."""

from collections.abc import Mapping, Sequence

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Page, Pages
from reportgen.fonts import FontBook
from reportgen.model.boards import BoardData
from reportgen.model.document import ChartData, Document
from reportgen.theme import Theme
from reportgen.typeset.boards.band import set_band
from reportgen.typeset.boards.canvas import Canvas
from reportgen.typeset.boards.head import Head
from reportgen.typeset.boards.left import set_left
from reportgen.typeset.boards.panel import Plates
from reportgen.typeset.boards.strip import set_strip
from reportgen.typeset.boards.tall import set_tall
from reportgen.units import POINTS_PER_MM

A3 = (420.0, 297.0)


def set_board(
    data: BoardData, charts: Mapping[str, ChartData], theme: Theme, fonts: FontBook, plates: Plates, sink: Diagnostics
) -> Page:
    """The board on an A3 sheet. What has no room on it is reported to ``sink``."""
    canvas = Canvas(theme, fonts, sink, data.spot, POINTS_PER_MM)
    canvas.rect(0, 0, *A3, canvas.colours.paper)
    head = Head(canvas, data)
    lay = set_left if data.layout == "hero-left" else set_band
    lay(canvas, data, head, plates, charts)
    set_strip(canvas, data)
    return Page(A3[0] * POINTS_PER_MM, A3[1] * POINTS_PER_MM, "", tuple(canvas.marks))


def set_tall_board(
    data: BoardData, charts: Mapping[str, ChartData], theme: Theme, fonts: FontBook, plates: Plates, sink: Diagnostics
) -> Page:
    """The board for telephones; a point of the page is a pixel. ``plates`` are those of ``hero-left``."""
    return set_tall(Canvas(theme, fonts, sink, data.spot, 1.0), data, plates, charts)


def board_pages(document: Document, data: BoardData, pages: Sequence[Page]) -> Pages:
    """``pages`` with what a painter must know of the whole: title and the like are those of ``data``."""
    report = document.booklet.report
    return Pages(
        pages=tuple(pages), outline=(), title=f"{data.name}：{data.headline}", author=report.issuer,
        subject=data.period, keywords=" ".join(report.keywords), language="zh-CN", date=report.edition.date,
    )  # fmt: skip
