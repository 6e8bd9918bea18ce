"""Imposed order: by the trade's formulas, and by folding the sheets with one's hands and reading what comes out."""

import pytest

from reportgen.press.order import Binding, Cell, Scheme, Sheet, filled, sections, sheets
from support.folding import Leaf, fold_and_read

ALL = list(range(4, 97, 4))


@pytest.mark.parametrize("pages", ALL)
def test_saddle_stitch_follows_the_formula(pages: int) -> None:
    """Sheet s of N pages: N - 2s and 1 + 2s outside, 2 + 2s and N - 1 - 2s inside (pages and s from 0)."""
    made = sheets(pages, "saddle")
    assert len(made) == pages // 4
    for s, sheet in enumerate(made):
        assert [cell.place + 1 for cell in sheet.front] == [pages - 2 * s, 1 + 2 * s]
        assert [cell.place + 1 for cell in sheet.back] == [2 + 2 * s, pages - 1 - 2 * s]
        assert {cell.depth for cell in sheet.front + sheet.back} == {s}


@pytest.mark.parametrize("pages", [16, 32, 48, 64, 80, 96])
def test_pages_side_by_side_at_a_spine_of_a_signature_sum_to_seventeen(pages: int) -> None:
    for number, sheet in enumerate(sheets(pages, "signature")):
        assert (sheet.columns, sheet.rows) == (4, 2)
        for side in (sheet.front, sheet.back):
            by_place = {(cell.row, cell.column): cell.place + 1 - 16 * number for cell in side}
            for row in (0, 1):
                assert by_place[row, 0] + by_place[row, 1] == by_place[row, 2] + by_place[row, 3] == 17


@pytest.mark.parametrize("pages", ALL)
@pytest.mark.parametrize("scheme", ["saddle", "quire", "signature"])
@pytest.mark.parametrize("binding", ["left", "right"])
def test_folded_sheets_read_from_the_first_page_to_the_last(pages: int, scheme: Scheme, binding: Binding) -> None:
    made = list(sheets(pages, scheme, binding))
    read: list[Leaf] = []
    for size in sections(pages, scheme):
        count = 1 if scheme == "signature" else size // 4
        read += fold_and_read(made[:count], binding)
        del made[:count]
    assert not made
    assert [page for leaf in read for page in (leaf.recto, leaf.verso)] == list(range(pages))
    assert all(leaf.upright for leaf in read)


@pytest.mark.parametrize("pages", [8, 16, 48, 96])
@pytest.mark.parametrize("scheme", ["saddle", "quire", "signature"])
def test_depth_is_the_number_of_leaves_that_lie_around(pages: int, scheme: Scheme) -> None:
    made = list(sheets(pages, scheme))
    depths = {cell.place: cell.depth for sheet in made for cell in sheet.front + sheet.back}
    for size in sections(pages, scheme):
        count = 1 if scheme == "signature" else size // 4
        read = fold_and_read(made[:count], "left")
        del made[:count]
        for index, leaf in enumerate(read):
            around = min(index, len(read) - 1 - index)
            assert depths[leaf.recto] == depths[leaf.verso] == around


def test_the_folding_would_notice_a_wrong_sheet() -> None:
    """Two pages swapped, or a page that is not turned over: the reading is not in order, or stands on its head."""
    (right,) = sheets(16, "signature")
    swapped = Sheet(4, 2, (*right.front[1:2], *right.front[0:1], *right.front[2:]), right.back)
    moved = tuple(
        Cell(one.place, at.column, at.row, at.turned) for one, at in zip(swapped.front, right.front, strict=True)
    )
    read = fold_and_read([Sheet(4, 2, moved, right.back)], "left")
    assert [page for leaf in read for page in (leaf.recto, leaf.verso)] != list(range(16))
    level = tuple(Cell(one.place, one.column, one.row) for one in right.front)
    assert not all(leaf.upright for leaf in fold_and_read([Sheet(4, 2, level, right.back)], "left"))


@pytest.mark.parametrize("pages", range(1, 98))
def test_blanks_come_before_the_back_cover_and_only_as_many_as_needed(pages: int) -> None:
    places = filled(pages, 4, back_cover=True)
    assert len(places) % 4 == 0 and len(places) - pages < 4
    assert [place for place in places if place is not None] == list(range(pages))
    if pages > 1:
        assert places[0] == 0 and places[-1] == pages - 1
        blank = [index for index, place in enumerate(places) if place is None]
        assert blank == list(range(pages - 1, len(places) - 1))
    assert filled(pages, 4, back_cover=False)[:pages] == tuple(range(pages))


def test_what_is_left_over_makes_smaller_signatures_before_the_last() -> None:
    assert sections(96, "signature") == (16,) * 6
    assert sections(60, "signature") == (16, 16, 8, 4, 16)
    assert sections(60, "quire") == (16, 16, 12, 16)
    assert sections(12, "quire") == (12,)
    assert sections(4, "signature") == (4,)
    assert all(sum(sections(pages, "signature")) == pages for pages in ALL)
