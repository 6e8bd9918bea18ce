"""A table that the next page holds whole is not begun at a page's foot."""

from pathlib import Path

import pytest

from support.marks_reading import all_text
from support.page_listing import LINES, above, filler, laid
from support.setting import set_blocks


def table(rows: int, title: str = "本年完成情况") -> str:
    """A row a line, below a title and a header of a line each."""
    listed = ", ".join(f"[行{at}止, {at}]" for at in range(1, rows + 1))
    return f"  - {{kind: table, title: {title}, columns: [指标, {{title: 实绩, type: number}}], rows: [{listed}]}}\n"


def rows_on(text: str, rows: int) -> list[int]:
    return [at for at in range(1, rows + 1) if f"行{at}止" in text]


def begun(folder: Path, lines_left: int, rows: int, before: str = "") -> list[list[int]]:
    """The table's rows page by page, where so many lines are left at the first page's foot."""
    blocks = filler(LINES - above(folder) - lines_left - before.count("heading")) + before + table(rows)
    return [rows_on(all_text(page), rows) for page in laid(folder / "laid", blocks).pages]


@pytest.mark.parametrize("lines_left", [4, 5])
def test_a_table_that_would_leave_some_rows_behind_stands_whole_on_the_next_page(
    tmp_path: Path, lines_left: int
) -> None:
    assert begun(tmp_path, lines_left, 9) == [[], list(range(1, 10))]


def test_its_heading_goes_with_it(tmp_path: Path) -> None:
    heading = "  - {kind: heading, text: 指标完成情况, level: 2}\n"
    blocks = filler(LINES - above(tmp_path) - 5) + heading + table(9)
    first, second = laid(tmp_path / "laid", blocks).pages
    assert "指标完成情况" not in all_text(first)
    assert "指标完成情况" in all_text(second)


@pytest.mark.parametrize("lines_left", [8, 10, 12])
def test_it_is_begun_where_too_much_of_the_page_would_be_blank(tmp_path: Path, lines_left: int) -> None:
    first, second = begun(tmp_path, lines_left, 12)
    assert len(first) >= 3
    assert len(second) >= 3
    assert first + second == list(range(1, 13))


def test_a_table_with_room_enough_stays(tmp_path: Path) -> None:
    first, *_ = begun(tmp_path, 8, 3)
    assert first == [1, 2, 3]


@pytest.mark.parametrize("theme", ["civic", "bright"])
def test_so_it_is_in_the_other_themes(tmp_path: Path, theme: str) -> None:
    lines = next(
        count for count in range(1, 60)
        if len(laid(tmp_path / f"p{count}", filler(count) + table(2), theme).pages) > 1
    )  # fmt: skip
    pages = laid(tmp_path / "laid", filler(lines - 1) + table(9), theme).pages
    assert [rows_on(all_text(page), 9) for page in pages] == [[], list(range(1, 10))]


def test_a_cell_of_nothing_but_line_breaks_is_blank(tmp_path: Path) -> None:
    rows = '  - {kind: table, title: 表, columns: [项目, 备注], rows: [[甲, "\\n\\n"], [乙, 无]]}\n'
    pages = set_blocks(tmp_path, rows)
    assert "甲乙无" in "".join(all_text(page) for page in pages.pages)
