"""A page that would hold a single line (typography specification 5.4 forbids it) is taken in, or given company."""

from collections.abc import Sequence

from reportgen.typeset.pages.foot import Foot, marks_in
from reportgen.typeset.pages.piece import Piece, is_figure, lessened
from reportgen.typeset.pages.sheet import TOLERANCE, FlowPiece, Item, Sheet, below, closed, stacked_items

_FARTHEST = 6  # lines or rows, at most, that go over to a page for company
_LEAST = 0.85  # of a picture's height: not made smaller than that for the line behind it


def tidy(sheets: list[Sheet], flow: Sequence[FlowPiece], grid: float, foot: Foot | None = None) -> None:
    """See to the last sheet where one line is all it has. Everything stays on the grid."""
    if len(sheets) < 2:
        return
    tail, page = sheets[-1], sheets[-2]
    if len(tail.items) != 1 or tail.depth > grid + TOLERANCE or tail.low or not page.items:
        return
    line = tail.items[0].piece
    if line.page or line.sheet or line.stock or tail.items[0].flow < 0 or page.items[-1].piece.sheet:
        return
    if not _take_in(sheets, grid) and not _give_company(tail, page, flow, grid, foot):
        _make_room(sheets, grid)


def _take_in(sheets: list[Sheet], grid: float) -> bool:
    """Set the line on the page before, by the blank line above a heading there."""
    page = sheets[-2]
    found = [index for index in range(len(page.items) - 1, page.heads, -1) if _is_open_above(page, index, grid)]
    if not found:
        return False
    # better above a heading that follows text than close below a table or a chart
    index = next((one for one in found if not page.items[one - 1].piece.after), found[0])
    raised = [Item(one.piece, one.y - grid, one.flow) for one in page.items[index:]]
    line = sheets[-1].items[0]
    y = below(page.depth - grid, page.after, line.piece, grid)
    return _joined(sheets, index, [*raised, Item(line.piece, y, line.flow)])


def _joined(sheets: list[Sheet], index: int, items: Sequence[Item]) -> bool:
    """Set ``items`` on the page before from its item ``index`` on, with the last page's notes, if it has room."""
    tail, page = sheets[-1], sheets[-2]
    notes = tail.foot[1:] if page.foot else tail.foot  # one rule above them is enough
    depth = items[-1].y + items[-1].piece.height
    if depth > page.limit - sum(one.height for one in notes):
        return False
    page.items[index:] = items
    page.depth, page.after = depth, items[-1].piece.after
    page.set_foot(notes)
    sheets.pop()
    return True


def _is_open_above(page: Sheet, index: int, grid: float) -> bool:
    above, under = page.items[index - 1], page.items[index]
    return under.piece.pliable and under.y - above.y - above.piece.height > grid - TOLERANCE


def _give_company(tail: Sheet, page: Sheet, flow: Sequence[FlowPiece], grid: float, foot: Foot | None) -> bool:
    """Bring the last lines or rows of the page before over, as few as may be parted from what is above them."""
    for count in range(1, _FARTHEST + 1):
        at = len(page.items) - count
        if at <= page.heads or page.items[at].flow < 0 or page.items[at].piece.page:
            return False
        if _may_part(page.items, at, flow):
            return _moved_over(tail, page, at, flow, grid, foot)
    return False


def _may_part(items: Sequence[Item], at: int, flow: Sequence[FlowPiece]) -> bool:
    """Whether a page may end above item ``at``: nothing before it is to be kept with it, nothing behind was split."""
    if any(one.piece is not flow[one.flow].piece for one in items[at:]):
        return False
    begin = items[at].flow
    return all(one.flow + one.piece.keep < begin for one in items[:at] if one.flow >= 0)


def _moved_over(tail: Sheet, page: Sheet, at: int, flow: Sequence[FlowPiece], grid: float, foot: Foot | None) -> bool:
    """Set the items from ``at`` on above the line, in a table below its header, with their notes; if there is room."""
    last, moved = page.items[at - 1], page.items[at:]
    goes_on = flow[last.flow].block == flow[moved[0].flow].block
    repeat = [(-1, one) for one in moved[0].piece.repeat] if goes_on else []
    stack, _ = stacked_items([*repeat, *((one.flow, one.piece) for one in (*moved, *tail.items))], grid)
    depth = stack[-1].y + stack[-1].piece.height
    numbers = [number for one in moved for number in marks_in(one.piece)]
    notes = [line for number in numbers for line in foot.note(number)] if foot is not None else []
    rule = foot.separator.height if notes and foot is not None else 0.0
    if depth + rule + sum(line.height for line in notes) > tail.limit or not _take_notes(tail, page, notes, foot):
        return False
    del page.items[at:]
    if goes_on:
        page.items[-1] = closed(last)
    page.depth, page.after = last.y + last.piece.height, last.piece.after
    tail.items, tail.depth, tail.section = stack, depth, flow[moved[0].flow].section
    return True


def _take_notes(tail: Sheet, page: Sheet, notes: Sequence[Piece], foot: Foot | None) -> bool:
    """Bring ``notes`` over if they are the last of the page before: none goes on, no float's stands behind them."""
    if not notes or foot is None:
        return True
    if not page.take_foot([notes]):
        return False
    behind, tail.foot = tail.foot[1:], []
    tail.limit += sum(line.height for line in behind) + (foot.separator.height if behind else 0.0)
    tail.set_foot((foot.separator, *notes, *behind))
    return True


def _make_room(sheets: list[Sheet], grid: float) -> bool:
    """Make the last picture or chart of the page before smaller, as little as lets the line stand there."""
    tail, page = sheets[-1], sheets[-2]
    first = page.heads if page.has_text else 0
    found = (at for at in range(len(page.items) - 1, first - 1, -1) if is_figure(page.items[at].piece))
    at = next(found, -1)
    if at < 0:
        return False
    figure = page.items[at]
    step = grid / 4
    for count in range(1, int((1 - _LEAST) * figure.piece.height / step) + 1):
        smaller = lessened(figure.piece, figure.piece.height - count * step)
        items = [Item(smaller, figure.y, figure.flow)]
        for one in (*page.items[at + 1 :], *tail.items):
            last = items[-1]
            y = below(last.y + last.piece.height, last.piece.after, one.piece, grid)
            items.append(Item(one.piece, y, one.flow))
        if _joined(sheets, at, items):
            return True
    return False
