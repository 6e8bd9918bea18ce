"""What a careful typesetter does about a chapter that ends on a nearly empty page: save the page, or fill it.

The chapter is broken anew from one of its last pages on, that one and those behind it set tighter, until its last page
is not needed; where none of that saves it, the page before gives up so much that the last one holds enough. No line is
set again, and the order of what is on the pages never changes.
"""

from itertools import pairwise

from reportgen.typeset.pages.anew import again, ended, parted
from reportgen.typeset.pages.breaker import PageBreaker
from reportgen.typeset.pages.chapter import Way
from reportgen.typeset.pages.sheet import TOLERANCE, Sheet
from reportgen.typeset.pages.tightness import Fitting, Tightness

_REACH = (1, 2, 4, 8, 16)  # so many pages before the last are set tighter for it, tried in turn
_STEPS = (0.5, 1.0)  # how tight, at most: rather more pages a little than one page much
_TRIES = 3  # places at which the page before may end
_HALF = 0.5  # of a page: the page before keeps that much


def better(breaker: PageBreaker, fitting: Fitting) -> PageBreaker:
    """The chapter as it is, or broken another way that has no more pages, where it needs one."""
    found = breaker
    if breaker.wants:
        found = _taken(again(breaker, 0, Way(holes=True)), breaker) or breaker
    while _is_poor(found, fitting):
        saved = _saved(found, fitting)
        if saved is None:
            return _filled(found, fitting) or found
        found = saved
    return found


def _taken(other: PageBreaker | None, breaker: PageBreaker, fewer: int = 0) -> PageBreaker | None:
    """``other`` if it has ``fewer`` pages, at least, and no more pieces that fit none."""
    if other is None or len(other.sheets) + fewer > len(breaker.sheets):
        return None
    return other if len(other.too_tall) <= len(breaker.too_tall) else None


def _is_poor(breaker: PageBreaker, fitting: Fitting) -> bool:
    """Whether the last page is not the only one, and holds less than it should."""
    if len(breaker.sheets) < 2:
        return False
    last = breaker.sheets[-1]
    if not last.has_text or last.items[-1].piece.sheet or last.items[0].piece.page:
        return False
    return _used(last, breaker.depth) < fitting.last * breaker.depth


def _used(sheet: Sheet, depth: float) -> float:
    """How many points of the type area text, floats and notes take."""
    return sheet.depth + depth + TOLERANCE - sheet.limit


def _saved(breaker: PageBreaker, fitting: Fitting) -> PageBreaker | None:
    """The chapter with a page less: tighter as little and from as late a page on as can be."""
    if not _promising(breaker, fitting.at(_STEPS[-1])):
        return None
    for most in _STEPS:
        for page in _promising(breaker, fitting.at(most)):
            if found := _taken(again(breaker, page, Way(tight=page, most=most)), breaker, 1):
                return found
    return None


def _promising(breaker: PageBreaker, tight: Tightness) -> list[int]:
    """The pages, last first, that may make room for the last page's text, with those behind them, if set so tight."""
    sheets, found = breaker.sheets, []
    needed = _used(sheets[-1], breaker.depth)
    room = 0.0
    last = len(sheets) - 1
    for page in range(last - 1, max(-1, last - 1 - _REACH[-1]), -1):
        sheet = sheets[page]
        if sheet.items and sheet.items[0].piece.sheet:
            break
        room += _most_room(sheet, tight, breaker.grid)
        if room < needed or (page and last - page not in _REACH):
            continue
        if page < last - 1 or _holds(sheet.tightened(tight), sheets[-1], breaker.grid):
            found.append(page)
    return found


def _holds(sheet: Sheet, last: Sheet, grid: float) -> bool:
    """Whether the page has room for the text of the last one."""
    return sheet.reach((item.piece for item in last.items[last.heads :] if item.flow >= 0), grid) <= sheet.limit


def _most_room(sheet: Sheet, tight: Tightness, grid: float) -> float:
    """No less than the room on the page if it is set so tight, whatever else then stands on it."""
    room = max(0.0, sheet.limit - sheet.depth) + grid
    for above, item in pairwise(sheet.items):
        room += max(0.0, item.y - above.y - above.piece.height) * (1 - tight.spaces)
    return room + sum(item.piece.height - tight.height(item.piece) for item in sheet.items)


def _filled(breaker: PageBreaker, fitting: Fitting) -> PageBreaker | None:
    """The chapter with the page before the last ended early, so that the last one holds enough, or more than it did."""
    page = len(breaker.sheets) - 2
    sheet, used = breaker.sheets[page], _used(breaker.sheets[-1], breaker.depth)
    lacking = fitting.last * breaker.depth - used
    if found := _holding(parted(breaker, page, lacking), breaker, used):
        return found
    ends = _ends(breaker, sheet)
    enough = [at for at in ends if sheet.depth - sheet.items[at].y >= lacking]
    for at in (*enough[:_TRIES], *ends[-len(enough) - 1 :: -1][:1]):
        if found := _holding(ended(breaker, page, at), breaker, used):
            return found
    return None


def _holding(found: PageBreaker | None, breaker: PageBreaker, used: float) -> PageBreaker | None:
    """``found`` if its last page holds more than ``used`` and the one before it still as much as that, and enough."""
    found = _taken(found, breaker)
    if found is None or len(found.sheets) < len(breaker.sheets):
        return found
    before, last = (_used(one, breaker.depth) for one in found.sheets[-2:])
    return found if last > used + TOLERANCE and before >= max(last, _HALF * breaker.depth) else None


def _ends(breaker: PageBreaker, sheet: Sheet) -> list[int]:
    """Above which items the page may end, last first."""
    found = []
    items = sheet.items
    for at in range(len(items) - 1, sheet.heads, -1):
        first, above = items[at], items[at - 1]
        if first.flow < 0 or above.flow < 0 or above.y + above.piece.height < _HALF * breaker.depth:
            break
        if all(one.flow + one.piece.keep < first.flow for one in items[:at] if one.flow >= 0):
            found.append(at)
    return found
