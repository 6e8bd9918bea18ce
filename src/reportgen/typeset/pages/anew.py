"""A chapter broken anew from one of its pages on: those before it stay, and no line is set again.

What the chapter was before is to be read no more but for its pages.
"""

from bisect import bisect_left

import msgspec

from reportgen.typeset.pages.breaker import PageBreaker
from reportgen.typeset.pages.chapter import Turn, Way
from reportgen.typeset.pages.floats import unit_end
from reportgen.typeset.pages.foot import marks_in
from reportgen.typeset.pages.piece import split
from reportgen.typeset.pages.sheet import Item


def again(breaker: PageBreaker, page: int, way: Way) -> PageBreaker | None:
    """The chapter broken another ``way`` from ``page`` on; None where it cannot be begun anew there."""
    turn = breaker.turns.get(page)
    if page and turn is None:
        return None
    other = _anew(breaker, page, way)
    if turn is None:
        other.run()
    else:
        other.go_on_from(turn)
    return other


def ended(breaker: PageBreaker, page: int, at: int) -> PageBreaker | None:
    """The chapter with ``page``, the last but one, ended above its item ``at``; None where that cannot be.

    Nothing above the item may have to be kept with it.
    """
    turn, foot = breaker.turns.get(page + 1), breaker.foot
    if turn is None or turn.over or breaker.chapter.floats:
        return None
    sheet = breaker.sheets[page].copied()
    moved = [item for item in sheet.items[at:] if item.flow >= 0]
    numbers = [number for item in moved for number in marks_in(item.piece)]
    if numbers and (foot is None or not sheet.take_foot([foot.note(number) for number in numbers])):
        return None
    last = sheet.items[at - 1]
    del sheet.items[at:]
    sheet.depth, sheet.after = last.y + last.piece.height, last.piece.after
    other = _anew(breaker, page + 1, Way())
    other.sheets[-1] = other.sheet = sheet
    first = other.flow[moved[0].flow]
    other.close_off(first)
    begin = bisect_left(other.text, moved[0].flow)
    end = unit_end(other.flow, other.text, begin)
    other.go_on_from(Turn(other.text[begin:end], first, end, turn.waiting, (), breaker.too_tall))
    return other


def parted(breaker: PageBreaker, page: int, less: float) -> PageBreaker | None:
    """The chapter with the last piece of ``page``, the last but one, split ``less`` points earlier.

    None where it does not go on over the page, or that cannot be.
    """
    turn, sheet = breaker.turns.get(page + 1), breaker.sheets[page].copied()
    if not sheet.items:  # floats alone
        return None
    item = sheet.items[-1]
    if turn is None or turn.over or breaker.chapter.floats or item.flow != turn.unit[0] or marks_in(item.piece):
        return None
    before = breaker.turns.get(page)
    begun = before is not None and before.unit[0] == item.flow
    whole = before.first if begun and before is not None else breaker.chapter.flow[item.flow]
    parts = split(whole.piece, item.piece.height - less)
    if parts is None:
        return None
    sheet.items[-1] = Item(parts[0], item.y, item.flow)
    sheet.depth = item.y + parts[0].height
    other = _anew(breaker, page + 1, Way())
    other.sheets[-1] = other.sheet = sheet
    rest = msgspec.structs.replace(whole, piece=parts[1])
    other.go_on_from(msgspec.structs.replace(turn, first=rest))
    return other


def _anew(breaker: PageBreaker, page: int, way: Way) -> PageBreaker:
    """The chapter with no more than the pages before ``page``."""
    chapter, flow = breaker.chapter, breaker.flow
    flow[chapter.begin : chapter.end] = chapter.flow[chapter.begin : chapter.end]
    other = PageBreaker(chapter, flow, way)
    if page:
        other.sheets = [*breaker.sheets[: page - 1], breaker.sheets[page - 1].copied()]
        other.turns = {at: one for at, one in breaker.turns.items() if at < page}
    return other
