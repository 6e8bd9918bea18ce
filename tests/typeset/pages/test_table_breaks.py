"""A table that goes on over the page leaves three rows at least on either, unless that would leave a hole."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.drawing import Page
from reportgen.theme import load_theme
from reportgen.typeset.table_breaks import with_company
from support.marks_reading import own_runs
from support.setting import set_blocks

PLAIN = "{opening: plain}"
PAGE = load_theme("civic").page
LINES = int(PAGE.depth / PAGE.grid)


def rows_on(page: Page) -> list[int]:
    """The numbers of the rows on a page."""
    return [int(found) for found in re.findall(r"第(\d+)行", "".join(run.text for run in own_runs(page.marks)))]


def table(rows: int, cell: str = "", every: int = 0) -> str:
    """A table of so many rows; before each ``every`` of them one that heads them."""
    lines = []
    for at in range(rows):
        if every and at % every == 0:
            lines.append(f"      - [{{text: 组{at}, columns: 2}}]\n")
        lines.append(f"      - [第{at}行, '{at}{cell}']\n")
    return "  - kind: table\n    title: 长表\n    columns: [项目, 数量]\n    rows:\n" + "".join(lines)


def paged(folder: Path, filler: int, blocks: str) -> list[list[int]]:
    pages = set_blocks(folder, "  - 填充。\n" * filler + blocks, page=PLAIN, fitted=False)
    return [found for page in pages.pages if (found := rows_on(page))]


@pytest.mark.parametrize("filler", range(LINES - 14, LINES - 2))
def test_three_rows_at_least_at_the_foot_and_at_the_head(tmp_path: Path, filler: int) -> None:
    found = paged(tmp_path, filler, table(8))
    assert [row for rows in found for row in rows] == list(range(8))
    assert all(len(rows) >= 3 for rows in found), found


@pytest.mark.parametrize("filler", range(LINES - 14, LINES - 2))
def test_the_heading_of_a_group_is_not_one_of_the_three(tmp_path: Path, filler: int) -> None:
    assert all(len(rows) >= 3 for rows in paged(tmp_path, filler, table(9, every=3)))


def test_tall_rows_are_parted_sooner_than_they_leave_a_hole(tmp_path: Path) -> None:
    tall = "。".join(["全市经济运行总体平稳，各项工作有序推进"] * 7)
    counts = [[len(rows) for rows in paged(tmp_path / str(one), LINES - one, table(4, tall))] for one in range(14, 20)]
    assert [2, 2] in counts, counts


@given(
    st.lists(st.tuples(st.floats(5, 60), st.booleans(), st.integers(0, 3)), min_size=1, max_size=12),
    st.floats(0, 300),
    st.floats(0, 100),
)
def test_company_only_adds_to_what_must_stay_together(
    rows: list[tuple[float, bool, int]], room: float, above: float
) -> None:
    heights = [height for height, _, _ in rows]
    keeps = [min(keep, len(rows) - 1 - at) for at, (_, _, keep) in enumerate(rows)]
    found = with_company(keeps, heights, [head for _, head, _ in rows], (room - above, room))
    assert all(before <= after < len(rows) - at for at, (before, after) in enumerate(zip(keeps, found, strict=True)))
    assert sum(before != after for before, after in zip(keeps, found, strict=True)) <= 2
    grown = [at for at, (before, after) in enumerate(zip(keeps, found, strict=True)) if before != after]
    assert all(sum(heights[at : at + 1 + found[at]]) <= room for at in grown)
