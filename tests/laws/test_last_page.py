"""A chapter that would end on a nearly empty page is set again: what that may change, and what never."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.theme import load_theme
from reportgen.typeset.pages.flow import paginate
from reportgen.typeset.pages.foot import Foot
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import FlowPiece, Item, Sheet
from reportgen.typeset.pages.tightness import Fitting
from reportgen.typeset.text import Look, TextSetting, set_line
from support.setting import fonts

PAGE = load_theme("civic").page
GRID, DEPTH = PAGE.grid, PAGE.depth
RULE = Piece(9.0)
HEADER = Piece(GRID)
NEAR = 0.02


class Elastic:
    """A chart of so many points."""

    def __init__(self, natural: float) -> None:
        self.natural = natural

    def height(self, share: float) -> float:
        return self.natural * max(share, 0.75)

    def drawn(self, share: float) -> Piece:
        return Piece(self.height(share))


class Lines(msgspec.Struct, frozen=True):
    """Lines that may be parted anywhere, as those of a tall row or of columns."""

    count: int

    def piece(self) -> Piece:
        return Piece(self.count * GRID, snap=True, stock=self)

    def take(self, room: float) -> tuple[Piece, Piece] | None:
        fit = min(int(room / GRID + 1e-6), self.count - 2)
        return (Piece(fit * GRID, snap=True), Lines(self.count - fit).piece()) if fit >= 2 else None


def marked(note: int) -> Piece:
    setting = TextSetting(fonts(), Diagnostics(), load_theme("civic").typography)
    look = Look("song-regular", "song-semibold", 10.5, "#000000", "#000000", False)
    return Piece(GRID, ((0.0, 13.5, set_line(setting, [Run("字"), Run("①", note=note)], look)),), snap=True)


def paragraph(lines: int) -> list[Piece]:
    keeps = [int(at in (0, lines - 2) and at < lines - 1) for at in range(lines)]
    return [Piece(GRID, keep=keep, snap=at == 0) for at, keep in enumerate(keeps)]


def heading() -> list[Piece]:
    return [Piece(GRID, before=GRID / 2, keep=2, snap=True, pliable=True)]


def chart(height: float) -> list[Piece]:
    return [
        Piece(22.5, before=GRID, snap=True, keep=1),
        Piece(height, after=GRID, flexible=Elastic(height)),
    ]


def table(rows: int) -> list[Piece]:
    body = [Piece(16.2, keep=int(at in (0, rows - 2) and at < rows - 1), repeat=(HEADER,)) for at in range(rows)]
    body[-1] = msgspec.structs.replace(body[-1], after=GRID / 2)
    return [Piece(GRID, before=GRID / 2, snap=True, keep=2), Piece(16.2, keep=1), *body]


BLOCKS = st.one_of(
    st.builds(paragraph, st.integers(1, 14)),
    st.builds(paragraph, st.integers(1, 4)),
    st.builds(heading),
    st.builds(chart, st.floats(40, 300)),
    st.builds(table, st.integers(1, 40)),
    st.builds(lambda count: [Lines(count).piece()], st.integers(4, 60)),
    st.builds(lambda count: [msgspec.structs.replace(one, page="note") for one in paragraph(count)], st.integers(1, 1)),
)
CHAPTERS = st.lists(st.lists(BLOCKS, min_size=1, max_size=22), min_size=1, max_size=3)
FITTINGS = st.builds(
    Fitting,
    last=st.sampled_from([0.2, 0.34, 0.5]),
    spaces=st.sampled_from([0.0, 0.5, 0.8]),
    figures=st.sampled_from([0.7, 0.85, 1.0]),
    step=st.sampled_from([GRID, GRID / 2]),
)


def flow_of(chapters: Sequence[Sequence[Sequence[Piece]]], lengths: Sequence[int]) -> tuple[list[FlowPiece], Foot]:
    """The flow, a page begun by each chapter; lines told as ``note`` have one each, of these lengths in turn."""
    flow: list[FlowPiece] = []
    notes: list[tuple[Piece, ...]] = []
    for at, chapter in enumerate(chapters):
        begins = True
        for number, block in enumerate(chapter):
            for piece in block:
                if piece.page == "note":
                    piece = marked(len(notes) + 1)
                    notes.append(tuple(Piece(12.0) for _ in range(lengths[len(notes) % len(lengths)])))
                piece = msgspec.structs.replace(piece, page="next" if begins else "")
                begins = False
                flow.append(FlowPiece(piece, at, 1000 * at + number))
    return flow, Foot(lambda number: notes[number - 1], RULE)


def by_chapter(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    found: list[list[Sheet]] = []
    for sheet in sheets:
        if sheet.items[0].piece.page:
            found.append([])
        found[-1].append(sheet)
    return found


def text(sheet: Sheet) -> list[Item]:
    return [item for item in sheet.items if item.flow >= 0]


def used(sheet: Sheet) -> float:
    """Of the type area: text and notes."""
    notes = sum(item.piece.height for item in sheet.items if item.piece.height == 12.0 or item.piece is RULE)
    return (max(item.y + item.piece.height for item in text(sheet)) + notes) / DEPTH if text(sheet) else 1.0


def same(one: Sequence[Sheet], other: Sequence[Sheet]) -> bool:
    """Whether the pages hold the same things at the same places."""
    return [[(item.flow, item.y, item.piece) for item in sheet.items] for sheet in one] == [
        [(item.flow, item.y, item.piece) for item in sheet.items] for sheet in other
    ]


def shares(sheets: Sequence[Sheet]) -> dict[int, float]:
    """By piece of the flow, the points of it on all pages."""
    found: dict[int, float] = {}
    for sheet in sheets:
        for item in text(sheet):
            found[item.flow] = found.get(item.flow, 0.0) + item.piece.height
    return found


@given(CHAPTERS, FITTINGS, st.lists(st.integers(1, 9), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_chapter_set_again(chapters: list[list[list[Piece]]], fitting: Fitting, lengths: list[int]) -> None:
    flow, foot = flow_of(chapters, lengths)
    plain = paginate(flow, PAGE, 1, foot)
    found = paginate(flow, PAGE, 1, foot, fitting)
    again = paginate(flow, PAGE, 1, foot, fitting)
    assert same(found.sheets, again.sheets), "the same pieces give the same pages"
    assert len(found.too_tall) <= len(plain.too_tall)
    assert [sheet.number for sheet in found.sheets] == list(range(1, len(found.sheets) + 1))
    order = [item.flow for sheet in found.sheets for item in text(sheet)]
    assert order == sorted(order), "the order of the text"
    for before, after in zip(by_chapter(plain.sheets), by_chapter(found.sheets), strict=True):
        _check(flow, before, after, fitting)


def _check(flow: Sequence[FlowPiece], before: Sequence[Sheet], after: Sequence[Sheet], fitting: Fitting) -> None:
    assert len(after) <= len(before), "no chapter gets longer"
    holes = any(
        DEPTH - max(i.y + i.piece.height for i in text(one)) > DEPTH / 3 - 1 for one in before[:-1] if text(one)
    )
    if not holes and (len(before) == 1 or used(before[-1]) >= fitting.last + 0.001):
        assert same(before, after), "what needs nothing stays as it is"
    if len(after) == len(before) and not holes:
        assert used(after[-1]) >= min(used(before[-1]), fitting.last) - 0.001
    told = [len([item for item in sheet.items if item.piece.height == 12.0]) for sheet in (*before, *after)]
    assert sum(told[: len(before)]) == sum(told[len(before) :]), "every line of every note"
    natural, now = shares(before), shares(after)
    assert natural.keys() == now.keys()
    for index, height in now.items():
        flexible = flow[index].piece.flexible
        if flexible is None:
            assert abs(height - natural[index]) < NEAR, "nothing of a block is lost"
        else:
            assert flexible.height(fitting.figures) - NEAR <= height <= flexible.height(1.0) + NEAR
    for sheet in after:
        _check_page(flow, sheet, fitting)


def _check_page(flow: Sequence[FlowPiece], sheet: Sheet, fitting: Fitting) -> None:
    boxes = sorted((item.y, item.y + item.piece.height) for item in sheet.items)
    assert all(upper[1] <= lower[0] + NEAR for upper, lower in pairwise(boxes))
    if len(text(sheet)) > 1:
        assert boxes[-1][1] <= DEPTH + NEAR
    closer = []
    for above, below in pairwise(text(sheet)):
        blank = max(above.piece.after, below.piece.before)
        gap = below.y - above.y - above.piece.height
        closer += [below.piece] if gap < blank * fitting.spaces - NEAR else []
        assert gap < blank + GRID + NEAR
    # no less blank than may be, but that above a heading may go for a single line (5.4)
    assert len(closer) <= 1
    assert all(piece.pliable for piece in closer)
    for item in text(sheet):
        if item.piece.snap and fitting.step == GRID:
            assert abs(item.y / GRID - round(item.y / GRID)) < 0.001, "on the grid"


def test_a_page_is_saved_that_would_hold_two_lines() -> None:
    """A page full to its foot, with headings and a chart, and two lines more."""
    blocks = [heading(), paragraph(6), heading(), paragraph(5), heading(), paragraph(4), chart(120.0)]
    height = 0
    while True:
        flow, foot = flow_of([[*blocks, paragraph(2 + height)]], [1])
        if len(paginate(flow, PAGE, 1, foot).sheets) == 2:
            break
        height += 1
    fitting = Fitting(0.34, 0.5, 0.85, GRID / 2)
    assert len(paginate(flow, PAGE, 1, foot, fitting).sheets) == 1
    assert len(paginate(flow, PAGE, 1, foot, msgspec.structs.replace(fitting, last=0.0)).sheets) == 2


def test_a_last_page_is_filled_that_cannot_be_saved() -> None:
    lines = round(DEPTH / GRID)
    flow, foot = flow_of([[paragraph(lines), paragraph(3)]], [1])
    plain, fitted = (paginate(flow, PAGE, 1, foot, fit).sheets for fit in (None, Fitting(0.34, 0.5, 0.85, GRID / 2)))
    assert used(plain[-1]) < 0.1
    assert len(fitted) == 2
    assert 0.34 <= used(fitted[-1]) < 0.45


def test_a_page_with_a_hole_is_set_tighter_for_what_has_no_room() -> None:
    lines = round(DEPTH / GRID)
    blocks = [heading(), paragraph(lines - 16), chart(13 * GRID), *[paragraph(9)] * 2]
    flow, foot = flow_of([blocks], [1])
    plain, fitted = (paginate(flow, PAGE, 1, foot, fit).sheets for fit in (None, Fitting(0.34, 0.5, 0.85, GRID / 2)))
    figure = next(index for index, one in enumerate(flow) if one.piece.flexible)
    assert figure not in [item.flow for item in plain[0].items]
    assert figure in [item.flow for item in fitted[0].items]
