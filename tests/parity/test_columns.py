"""Whole columns of a table that a clerk takes out, adds or moves: each is told once, with its head, at its table."""

import copy
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from reportgen.cli.parity_report import as_lines
from reportgen.diagnostics import Diagnostics
from reportgen.parity import Difference, read_and_compare
from support import docx_editing as edit
from support.both_files import every_kind_with
from support.docx_editing import W, paragraph, words_of

ROWS = [
    ["东街道", "换了新灯", "12", "31", "—"], ["西街道", "还没有换", "45", "62", "居民意见不一"],
    ["南街道", "换了一半", "78", "93", "—"], ["北街道", "换了新灯", "12", "8", "—"],
    ["中街道", "—", "—", "—", "没有报"],
]  # fmt: skip
HEAD = ["街道", "路灯", "电梯", "服务点", "备注"]
BLOCKS = f"""\
  - {{kind: heading, text: 街道办的实事}}
  - 下面的表写各街道办成的事。
  - kind: table
    title: 各街道办成的事
    columns: [{", ".join(HEAD)}]
    rows: [{", ".join(f"[{', '.join(row)}]" for row in ROWS)}]
  - {{kind: heading, text: 往后的打算}}
  - 明年的打算写在这里，先做急的，再做缓的。
  - kind: table
    title: 明年的打算
    columns: [事项, 时限]
    rows: [[路灯, 六月底], [电梯, 年底], [服务点, 没有定]]
"""
Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    return every_kind_with(tmp_path_factory.mktemp("columns"), BLOCKS)


def differences(built: tuple[bytes, bytes], *changes: Change) -> Sequence[Difference]:
    found = Diagnostics()

    def change(root: Any) -> None:
        for one in changes:
            one(root)

    report = read_and_compare(built[0], edit.edited(built[1], change), "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return report.differences


def rows(root: Any, words: str = "东街道") -> list[list[Any]]:
    """The cells of the table that has a paragraph beginning so."""
    table = next(paragraph(root, words).iterancestors(f"{W}tbl"))
    return [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]


def say(cell: Any, text: str) -> None:
    first, *rest = cell.iter(f"{W}t")
    first.text = text
    for one in rest:
        one.text = ""


def without(*columns: int) -> Change:
    def change(root: Any) -> None:
        for cells in rows(root):
            for at in columns:
                cells[at].getparent().remove(cells[at])

    return change


def beside(column: int, texts: Sequence[str]) -> Change:
    """A new column behind another."""

    def change(root: Any) -> None:
        for cells, text in zip(rows(root), texts, strict=True):
            made = copy.deepcopy(cells[column])
            say(made, text)
            cells[column].addnext(made)

    return change


def moved(column: int, behind: int) -> Change:
    def change(root: Any) -> None:
        for cells in rows(root):
            cells[behind].addnext(cells[column])

    return change


def replaced(old: str, new: str) -> Change:
    return edit.replace(old, new)


def column(at: int) -> str:
    return "\n".join([HEAD[at], *(row[at] for row in ROWS)])


@pytest.mark.parametrize("at", range(5))
def test_a_column_that_was_taken_out_is_told_once_with_its_head(built: tuple[bytes, bytes], at: int) -> None:
    (one,) = differences(built, without(at))
    assert (one.kind, one.printed, one.drafted) == ("column", column(at), ""), one
    assert one.heading.startswith("表") and one.heading.endswith("各街道办成的事") and one.page > 1, one


NEW = ["负责人", "张三", "李四", "王五", "赵六", "钱七"]


@pytest.mark.parametrize("at", range(5))
def test_a_column_that_was_added_is_told_once_with_its_head(built: tuple[bytes, bytes], at: int) -> None:
    (one,) = differences(built, beside(at, NEW))
    assert (one.kind, one.printed, one.drafted) == ("column", "", "\n".join(NEW)), one
    assert one.heading.endswith("各街道办成的事") and one.page > 1, one


def test_a_column_like_its_neighbour_is_told_as_one_that_was_added(built: tuple[bytes, bytes]) -> None:
    (one,) = differences(built, beside(2, ["电梯", "12", "45", "78", "12", "—"]))
    assert (one.kind, one.drafted) == ("column", column(2)), one


@pytest.mark.parametrize(("at", "other"), [(0, 2), (1, 3), (0, 3), (1, 4), (2, 4)])
def test_two_columns_are_told_as_two(built: tuple[bytes, bytes], at: int, other: int) -> None:
    found = differences(built, without(at, other))
    assert [(one.kind, one.printed) for one in found] == [("column", column(at)), ("column", column(other))], found


def test_columns_side_by_side_are_told_as_one(built: tuple[bytes, bytes]) -> None:
    (one,) = differences(built, without(2, 3))
    assert one.kind == "column" and one.printed.startswith("电梯服务点\n1231\n"), one


def test_one_column_taken_out_and_another_added_are_told_as_two(built: tuple[bytes, bytes]) -> None:
    found = differences(built, beside(0, NEW), without(3))
    assert sorted((one.kind, one.printed, one.drafted) for one in found) == [
        ("column", "", "\n".join(NEW)), ("column", column(2), ""),
    ], found  # fmt: skip


@pytest.mark.parametrize(("at", "behind"), [(1, 3), (0, 4), (4, 0), (3, 1), (2, 3)])
def test_a_column_that_was_moved_is_told_once(built: tuple[bytes, bytes], at: int, behind: int) -> None:
    (one,) = differences(built, moved(at, behind))
    assert one.kind == "order" and one.page == one.other_page and one.heading.endswith("各街道办成的事"), one
    assert one.printed in (column(at), column(2)), one  # 电梯 and 服务点: either may be the one that was moved


@pytest.mark.parametrize("at", [2, 3, 4])
def test_what_else_was_changed_in_the_table_is_told_beside_it(built: tuple[bytes, bytes], at: int) -> None:
    gone = without(at)
    found = differences(built, replaced("还没有换", "已经换了"), gone)
    assert sorted(one.kind for one in found) == ["column", "text"], found
    assert next(one for one in found if one.kind == "column").printed == column(at), found
    changed = next(one for one in found if one.kind == "text")
    assert "还没有换" in changed.printed and "已经换了" in changed.drafted, changed


def test_a_row_that_was_taken_out_too_is_told_as_a_row(built: tuple[bytes, bytes]) -> None:
    found = differences(built, edit.drop_row("南街道"), without(1))
    assert sorted(one.kind for one in found) == ["column", "missing"], found
    assert next(one for one in found if one.kind == "missing").printed.startswith("南街道"), found


def test_a_figure_in_the_cell_beside_the_column_is_told_as_one(built: tuple[bytes, bytes]) -> None:
    found = differences(built, lambda root: say(rows(root)[2][2], "54"), without(3))
    assert sorted(one.kind for one in found) == ["column", "figure"], found
    figure = next(one for one in found if one.kind == "figure")
    assert (figure.printed, figure.drafted) == ("45", "54"), figure
    assert next(one for one in found if one.kind == "column").printed == column(3), found


def test_a_short_table_tells_its_column_too(built: tuple[bytes, bytes]) -> None:
    def change(root: Any) -> None:
        for cells in rows(root, "六月底"):
            cells[1].getparent().remove(cells[1])

    (one,) = differences(built, change)
    assert (one.kind, one.printed) == ("column", "时限\n六月底\n年底\n没有定"), one


def test_a_column_is_no_column_where_only_cells_were_changed(built: tuple[bytes, bytes]) -> None:
    """Two cells of a column without a word of theirs, and every figure of a column another: cell by cell."""
    found = differences(built, replaced("换了新灯", "换灯"), replaced("换了一半", "一半"))
    assert [one.kind for one in found] == ["text", "text"], found

    def another_year(root: Any) -> None:
        for at, cells in enumerate(rows(root)[1:5]):
            say(cells[3], str(100 + at))

    found = differences(built, another_year)
    assert len(found) == 4 and all(one.kind == "figure" for one in found), found


def test_a_new_column_of_empty_cells_is_told_by_its_head(built: tuple[bytes, bytes]) -> None:
    (one,) = differences(built, beside(4, ["审核", "", "", "", "", ""]))
    assert "审核" in one.drafted, one


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_says_which_column_of_which_table(
    built: tuple[bytes, bytes], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["reportgen", "--lang", lang])
    found = Diagnostics()
    for change, title, said in (
        (without(3), "表的列不同", "手册有、初稿没有的列：服务点｜31｜62"),
        (beside(0, NEW), "表的列不同", "初稿多的列：负责人｜张三"),
        (moved(1, 3), "先后不同", "路灯｜换了新灯"),
    ):
        report = read_and_compare(built[0], edit.edited(built[1], change), "draft.docx", found)
        assert report is not None
        lines = "\n".join(as_lines(report, ("booklet.pdf", "draft.docx"), None))
        assert "各街道办成的事" in lines
        assert (title in lines and said in lines) if lang == "zh" else "column" in lines or "order" in lines, lines


def test_words_of_a_cell_are_read(built: tuple[bytes, bytes]) -> None:
    """The helper of this file reads what the tables say."""
    seen: list[list[str]] = []
    edit.edited(built[1], lambda root: seen.extend([words_of(cell) for cell in cells] for cells in rows(root)))
    assert seen == [HEAD, *ROWS]
