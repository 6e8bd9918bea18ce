"""The parts of a flow, each on pages of its own; one whose last page would be almost empty is drawn together."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reportgen.theme import PageGeometry
from reportgen.typeset.pages.flow import Paginated, lay
from reportgen.typeset.pages.foot import Foot
from reportgen.typeset.pages.piece import Piece, is_figure, lessened
from reportgen.typeset.pages.sheet import FlowPiece, Item, Sheet
from reportgen.typeset.pages.tidying import give_text

_SHORT = 0.2  # of a page: a last page that is filled no further is almost empty
_COMPANY = 0.5  # of a page: not more than that is brought over for company
# What a part gives for such a page, tried in turn: a share of its charts and pictures, and of the blank around blocks.
_TIGHTER = ((1.0, 0.5), (0.92, 0.5), (0.85, 0.4))


def paginate(flow: Sequence[FlowPiece], page: PageGeometry, first: int = 1, foot: Foot | None = None) -> Paginated:
    """Lay the pieces on pages of ``page``, numbered from ``first``. The same pieces always give the same pages.

    ``foot``: the notes whose marks stand in the pieces, where they are set at the foot of the page.
    """
    sheets: list[Sheet] = []
    too_tall: list[int] = []
    ends = [at for at, one in enumerate(flow) if at and one.piece.page]
    for begin, end in pairwise([0, *ends, len(flow)]):
        laid = _part(flow[begin:end], page, first + len(sheets), foot)
        too_tall += [begin + at for at in laid.too_tall]
        for sheet in laid.sheets:
            if begin:
                sheet.items = [_behind(item, begin) for item in sheet.items]
            sheets.append(sheet)
    return Paginated(sheets, too_tall)


def _behind(item: Item, begin: int) -> Item:
    return Item(item.piece, item.y, item.flow + begin) if item.flow >= 0 else item


def _part(flow: Sequence[FlowPiece], page: PageGeometry, number: int, foot: Foot | None) -> Paginated:
    """What begins a page, up to what begins the next: with less blank and smaller charts, where that saves a page."""
    laid = lay(flow, page, number, foot)
    if not _is_short(laid.sheets, page):
        return laid
    for figures, blanks in _TIGHTER:
        tried = lay([_tighter(one, figures, blanks) for one in flow], page, number, foot)
        if len(tried.sheets) < len(laid.sheets):
            return tried
    give_text(laid.sheets, flow, page.grid, foot, _COMPANY * page.depth)
    return laid


def _is_short(sheets: Sequence[Sheet], page: PageGeometry) -> bool:
    """Whether the last of several pages is almost empty."""
    if len(sheets) < 2 or not sheets[-2].items or not sheets[-1].items:
        return False
    return max(item.y + item.piece.height for item in sheets[-1].items) <= _SHORT * page.depth


def _tighter(one: FlowPiece, figures: float, blanks: float) -> FlowPiece:
    piece = one.piece
    if is_figure(piece) and figures < 1.0:
        piece = lessened(piece, figures * piece.height)
    if not piece.opens:
        piece = _closer(piece, blanks)
    return one if piece is one.piece else msgspec.structs.replace(one, piece=piece)


def _closer(piece: Piece, share: float) -> Piece:
    if not piece.before and not piece.after:
        return piece
    return msgspec.structs.replace(piece, before=share * piece.before, after=share * piece.after)
