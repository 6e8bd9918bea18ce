"""Columns of tables that cannot have all on one line: what wraps, wraps as little as it can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.columns import Need, fitted, lines_in

EM = 10.0
Row = list[float]


def needs_of(rows: list[Row], claim: float) -> list[Need]:
    """Columns with blank of 5 points beside words of so many em, which keep ``claim`` em of them."""
    columns = zip(*rows, strict=True)
    return [
        Need(5 + min(max(column), claim) * EM, 5, tuple((at, (em * EM,), 1) for at, em in enumerate(column)))
        for column in columns
    ]


def tallest(rows: list[Row], widths: list[float]) -> int:
    return max(lines_in((em * EM,), width - 5, EM) for row in rows for em, width in zip(row, widths, strict=True))


tables = st.integers(2, 5).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(1, 60).map(float), min_size=count, max_size=count), min_size=1, max_size=8
    )
)


@given(tables, st.integers(120, 800))
def test_columns_have_their_claims_and_no_more_than_there_is(rows: list[Row], measure: int) -> None:
    needs = needs_of(rows, 5)
    widths = fitted(needs, measure, EM)
    assert sum(widths) <= measure + 1e-6
    if sum(need.least for need in needs) <= measure:
        assert all(width >= need.least - 1e-6 for need, width in zip(needs, widths, strict=True))
    if sum(need.natural for need in needs) <= measure:
        assert tallest(rows, widths) == 1


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=6), st.integers(130, 500))
def test_no_other_split_of_two_columns_has_a_lower_tallest_row(pairs: list[tuple[int, int]], measure: int) -> None:
    rows = [[float(one) for one in pair] for pair in pairs]
    needs = needs_of(rows, 5)
    widths = fitted(needs, measure, EM)
    least, most = needs[0].least, measure - needs[1].least
    splits = [least + (most - least) * step / 60 for step in range(61)]
    assert tallest(rows, widths) <= min(tallest(rows, [one, measure - one]) for one in splits)


@given(tables, st.integers(200, 700))
def test_what_is_left_saves_no_line_anywhere(rows: list[Row], measure: int) -> None:
    """No column could take a line fewer in all its cells with what is left, were the others as they are."""
    needs = needs_of(rows, 5)
    widths = fitted(needs, measure, EM)
    left = measure - sum(widths)
    if sum(need.least for need in needs) > measure:
        return
    for at, width in enumerate(widths):
        others = [one for other, one in enumerate(widths) if other != at]
        for row in rows:
            beside = [em for other, em in enumerate(row) if other != at]
            mine = lines_in((row[at] * EM,), width - 5, EM)
            theirs = max(lines_in((em * EM,), one - 5, EM) for em, one in zip(beside, others, strict=True))
            if mine == 2 and theirs == 1:  # the next step is no break at all
                assert 5 + row[at] * EM > width + left - 1e-6


def test_a_column_of_two_breaks_by_the_author_is_as_wide_as_its_longest_line() -> None:
    owners = Need(0, 5, ((0, (40.0, 80.0), 1), (1, (40.0, 60.0), 1)))
    works = Need(0, 5, ((0, (70.0,), 1), (1, (90.0,), 1)))
    widths = fitted([works, owners], 150, EM)
    assert widths[1] >= 85 and widths[0] >= 5 + (90 - 10) / 2 + 10


def test_a_name_beside_many_rows_may_take_as_many_lines() -> None:
    group = Need(25, 5, ((0, (80.0,), 4),))
    names = Need(55, 5, tuple((at, (120.0,), 1) for at in range(4)))
    widths = fitted([group, names], 170, EM)
    assert widths[1] == 125 and widths[0] >= 25


def test_too_little_room_for_anything_is_shared_alike() -> None:
    widths = fitted([Need(100, 0, ((0, (100.0,), 1),)), Need(50, 0, ((0, (50.0,), 1),))], 75, EM)
    assert widths == [50, 25]


def test_lines_are_counted_with_the_blank_that_a_break_leaves() -> None:
    counts = [lines_in((100.0,), room, EM) for room in (100, 99, 56, 54, 12, 10)]
    assert counts[:4] == [1, 2, 2, 3] and all(one <= other for one, other in pairwise(counts))
