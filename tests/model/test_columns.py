"""Columns of tables that cannot have all on one line: what wraps, wraps as little as it can."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.columns import Need, fitted
from reportgen.model.pieces import Line, is_scrap, lines_in, measured, pieces_of, width_for

EM = 10.0
Row = list[float]


def han(em: float) -> tuple[Line, ...]:
    """A cell of so many characters, which may be parted anywhere."""
    return (Line("字" * int(em), em * EM, "characters"),)


def needs_of(rows: list[Row], claim: float) -> list[Need]:
    """Columns with blank of 5 points beside words of so many em, which keep ``claim`` em of them."""
    columns = zip(*rows, strict=True)
    return [
        Need(5 + min(max(column), claim) * EM, 5, tuple((at, han(em), 1) for at, em in enumerate(column)))
        for column in columns
    ]


def tallest(rows: list[Row], widths: list[float]) -> int:
    return max(lines_in(han(em), width - 5) for row in rows for em, width in zip(row, widths, strict=True))


tables = st.integers(2, 5).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(1, 60).map(float), min_size=count, max_size=count), min_size=1, max_size=8
    )
)


@given(tables, st.integers(120, 800))
def test_columns_have_their_claims_and_no_more_than_there_is(rows: list[Row], measure: int) -> None:
    needs = needs_of(rows, 5)
    widths = fitted(needs, measure)
    assert sum(widths) <= measure + 1e-6
    if sum(need.least for need in needs) <= measure:
        assert all(width >= need.least - 1e-6 for need, width in zip(needs, widths, strict=True))
    if sum(need.natural for need in needs) <= measure:
        assert tallest(rows, widths) == 1


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=6), st.integers(130, 500))
def test_no_other_split_of_two_columns_has_a_lower_tallest_row(pairs: list[tuple[int, int]], measure: int) -> None:
    rows = [[float(one) for one in pair] for pair in pairs]
    needs = needs_of(rows, 5)
    widths = fitted(needs, measure)
    least, most = needs[0].least, measure - needs[1].least
    splits = [least + (most - least) * step / 60 for step in range(61)]
    assert tallest(rows, widths) <= min(tallest(rows, [one, measure - one]) for one in splits)


@given(tables, st.integers(200, 700))
def test_what_is_left_saves_no_line_anywhere(rows: list[Row], measure: int) -> None:
    """No column could take a line fewer in all its cells with what is left, were the others as they are."""
    needs = needs_of(rows, 5)
    widths = fitted(needs, measure)
    left = measure - sum(widths)
    if sum(need.least for need in needs) > measure:
        return
    for at, width in enumerate(widths):
        others = [one for other, one in enumerate(widths) if other != at]
        for row in rows:
            beside = [em for other, em in enumerate(row) if other != at]
            mine = lines_in(han(row[at]), width - 5)
            theirs = max(lines_in(han(em), one - 5) for em, one in zip(beside, others, strict=True))
            if mine == 2 and theirs == 1:  # the next step is no break at all
                assert 5 + row[at] * EM > width + left - 1e-6


def test_a_column_of_two_breaks_by_the_author_is_as_wide_as_its_longest_line() -> None:
    owners = Need(0, 5, ((0, (*han(4), *han(8)), 1), (1, (*han(4), *han(6)), 1)))
    works = Need(0, 5, ((0, han(7), 1), (1, han(9), 1)))
    widths = fitted([works, owners], 150)
    assert widths[1] >= 85 and widths[0] >= 5 + 50


def test_a_name_beside_many_rows_may_take_as_many_lines() -> None:
    group = Need(25, 5, ((0, han(8), 4),))
    names = Need(55, 5, tuple((at, han(12), 1) for at in range(4)))
    widths = fitted([group, names], 170)
    assert widths[1] == 125 and widths[0] >= 25


def test_too_little_room_for_anything_is_shared_alike() -> None:
    widths = fitted([Need(100, 0, ((0, han(10), 1),)), Need(50, 0, ((0, han(5), 1),))], 75)
    assert widths == [50, 25]


def test_lines_are_counted_as_they_are_broken() -> None:
    counts = [lines_in(han(10), room) for room in (100, 99, 50, 49, 12, 10)]
    assert counts[:4] == [1, 2, 2, 3] and all(one <= other for one, other in pairwise(counts))


@given(st.text("城市道路和停车（区）、。2019%", min_size=1, max_size=30), st.sampled_from(["words", "characters"]))
def test_pieces_are_the_whole_text_and_its_end_is_no_scrap(text: str, parted: str) -> None:
    pieces = pieces_of(text, parted)
    assert "".join(pieces) == text
    assert len(pieces) == 1 or not is_scrap(pieces[-1])
    assert not any(piece[0] in "）、。%" for piece in pieces[1:])


@given(st.text("城市道路和停车（区）、。2019%", min_size=2, max_size=30), st.integers(1, 6))
def test_the_least_room_for_some_lines_is_the_least(text: str, lines: int) -> None:
    parts = (Line(text, 10.0 * len(text), "words"),)
    room = width_for(parts, lines)
    assert lines_in(parts, room) <= lines
    if lines > 1 and room > 30:
        widest = max(measured(parts[0]))
        assert lines_in(parts, room - 0.5) > lines or room == pytest.approx(widest)


def test_a_label_is_parted_at_a_word() -> None:
    assert pieces_of("供热和燃气", "words") == ("供热", "和", "燃气")
    assert pieces_of("改革监管方式", "characters")[-1] == "方式"
    assert pieces_of("学位7200个", "words") == ("学位", "7200个")
