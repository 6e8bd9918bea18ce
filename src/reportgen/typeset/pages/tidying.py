"""A page that would hold a single line (typography specification 5.4 forbids it) is taken in, or given company."""

from collections.abc import Sequence

import msgspec

from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Item, Sheet, below, stacked_items

_FARTHEST = 6  # lines, at most, that go over to a page for company


def tidy(sheets: list[Sheet], flow: Sequence[FlowPiece], grid: float) -> None:
    """See to the last sheet where one line is all it has. Everything stays on the grid."""
    if len(sheets) < 2:
        return
    tail, page = sheets[-1], sheets[-2]
    if len(tail.items) != 1 or tail.depth > grid + TOLERANCE or tail.foot or tail.low or not page.has_text:
        return
    line = tail.items[0].piece
    if line.page or line.sheet or line.stock or tail.items[0].flow < 0 or page.items[-1].piece.sheet:
        return
    if not _take_in(sheets, grid):
        _give_company(tail, page, flow, grid)


def _take_in(sheets: list[Sheet], grid: float) -> bool:
    """Set the line on the page before, by the blank line above a heading there."""
    tail, page = sheets[-1], sheets[-2]
    found = [index for index in range(len(page.items) - 1, page.heads, -1) if _is_open_above(page, index, grid)]
    if not found:
        return False
    # better above a heading that follows text than close below a table or a chart
    index = next((one for one in found if not page.items[one - 1].piece.after), found[0])
    raised = [Item(one.piece, one.y - grid, one.flow) for one in page.items[index:]]
    line = tail.items[0]
    y = below(page.depth - grid, 0.0, msgspec.structs.replace(line.piece, before=0.0), grid)
    if y + line.piece.height > page.limit:
        return False
    page.items[index:] = [*raised, Item(line.piece, y, line.flow)]
    page.depth = y + line.piece.height
    sheets.pop()
    return True


def _is_open_above(page: Sheet, index: int, grid: float) -> bool:
    above, under = page.items[index - 1], page.items[index]
    return under.piece.pliable and under.y - above.y - above.piece.height > grid - TOLERANCE


def _give_company(tail: Sheet, page: Sheet, flow: Sequence[FlowPiece], grid: float) -> None:
    """Bring the last lines of the page before over, as few as may be parted from what is above them."""
    if page.foot:
        return  # a note may belong to the lines
    for count in range(1, _FARTHEST + 1):
        at = len(page.items) - count
        if at <= page.heads or page.items[at].flow < 0 or page.items[at].piece.page:
            return
        if _may_part(page.items, at):
            moved = [(one.flow, flow[one.flow].piece) for one in [*page.items[at:], *tail.items]]
            del page.items[at:]
            last = page.items[-1]
            page.depth, page.after = last.y + last.piece.height, last.piece.after
            tail.items, _ = stacked_items(moved, grid)
            tail.depth = tail.items[-1].y + tail.items[-1].piece.height
            tail.section = flow[moved[0][0]].section
            return


def _may_part(items: Sequence[Item], at: int) -> bool:
    """Whether a page may end above item ``at``: nothing before it is to be kept with it, no block is cut."""
    if items[at].piece.repeat or items[at].piece.stock or items[at - 1].piece.cut:
        return False
    begin = items[at].flow
    return all(one.flow + one.piece.keep < begin for one in items[:at] if one.flow >= 0)
