"""Landscape pages: laid out on the type area turned over, then turned back by a quarter, heads at the left.

The trim stays upright: printers bind, impose and cut pages of one size, and a page that a viewer turns by itself would
lie across in the sheet. Heads at the left on left and right pages alike (CY/T 170-2019: 顶左底右), running head and
page number where they always are.
"""

import msgspec

from reportgen.drawing import Anchor, Mark
from reportgen.model.blocks import Landscape
from reportgen.theme import PageGeometry
from reportgen.typeset.headings import HeadingStack, SetBlock, set_children
from reportgen.typeset.notes import foot_of
from reportgen.typeset.pages.flow import paginate
from reportgen.typeset.pages.piece import Piece, anchors_in, marks_of
from reportgen.typeset.pages.sheet import FlowPiece, Sheet
from reportgen.typeset.pages.turning import turned
from reportgen.typeset.setting import Setting


def set_landscape(block: Landscape, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """A piece as large as the type area for each page."""
    upright = setting.theme.page
    theme = msgspec.structs.replace(setting.theme, page=_turned_over(upright))
    inner = msgspec.structs.replace(setting, theme=theme, measure=theme.page.measure, container="landscape", above={})
    pieces = set_children(block.blocks, id, inner, set_child, HeadingStack(inner))
    if not pieces:
        return []
    flow = [FlowPiece(msgspec.structs.replace(piece, place=""), 0, 0) for piece in pieces]
    laid = paginate(flow, theme.page, 1, foot_of(inner))
    for _ in laid.too_tall:
        setting.text.sink.error("typeset-too-tall", setting.text.spot)
    return [_page(sheet, upright) for sheet in laid.sheets if sheet.items]


def _turned_over(page: PageGeometry) -> PageGeometry:
    """The same sheet lying on its side: as wide as the type area was deep, as deep as it was wide."""
    return msgspec.structs.replace(
        page, width=page.height, height=page.width, inner=page.bottom, outer=page.top, top=page.inner,
        bottom=page.outer,
    )  # fmt: skip


def _page(sheet: Sheet, upright: PageGeometry) -> Piece:
    anchors = tuple(dict.fromkeys(name for item in sheet.items for name in anchors_in(item.piece)))
    marks: list[Mark] = []
    for item in sheet.items:
        for mark in marks_of(item.piece, 0.0, item.y):
            if not (isinstance(mark, Anchor) and mark.name in anchors):  # they are the piece's
                marks.append(turned(mark, upright.depth))
    return Piece(upright.depth, over=tuple(marks), page="next", anchors=anchors)
