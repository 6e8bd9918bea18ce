"""Lists that are written by meaning become tables: columns that are used, figures of the register, counts."""

from pathlib import Path

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.model.blocks import Table
from reportgen.model.document import Document
from reportgen.model.runs import runs_of, text_of
from reportgen.model.statuses import Marks
from reportgen.resolve import resolve
from support.project import REPORT, write_project

REGISTER = "edu.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100}\n"


def resolved(
    folder: Path, block: str, *, register: str = REGISTER, elapsed: int = 50, marks: Marks = "filled"
) -> tuple[Document, list[Diagnostic]]:
    """A section whose first block is ``block`` (YAML, indented by two), and what was found wrong."""
    report = REPORT.replace("elapsed: 50", f"elapsed: {elapsed}")
    edu = f"id: edu\nname: 示例市教育局\nblocks:\n{block}"
    sink = Diagnostics()
    loaded = load_project(write_project(folder, report=report, indicators=register, edu=edu), sink)
    assert loaded.booklet is not None, list(sink)
    return resolve(loaded.booklet, sink, marks=marks), list(sink)


def table(document: Document) -> Table:
    return document.tables["edu/0"]


def heads(document: Document) -> list[str]:
    return [text_of(column.title, document) for column in table(document).columns]


def cells(document: Document) -> list[list[str]]:
    return [[text_of(cell.text, document) for cell in row.cells] for row in table(document).rows]


def test_a_list_of_names_has_the_columns_that_are_used(tmp_path: Path) -> None:
    made, found = resolved(tmp_path, "  - {kind: names, items: [{name: 张三, post: 局长}, {name: 李四}]}\n")
    assert not found
    assert heads(made) == ["序号", "姓名", "职务"]
    assert cells(made) == [["1", "张三", "局长"], ["2", "李四", ""]]
    assert not made.numbers.get("edu/0"), "without a title it has no number"


def test_names_of_two_stand_apart_only_beside_longer_ones(tmp_path: Path) -> None:
    for third, apart in (("王五", False), ("王小五", True)):
        items = f"[{{name: 张三}}, {{name: {third}}}, {{name: Li}}]"
        made, _ = resolved(tmp_path, f"  - {{kind: names, numbered: false, items: {items}}}\n")
        runs = [runs_of(row.cells[0].text, made)[0] for row in table(made).rows]
        assert [run.text for run in runs] == ["张三", third, "Li"]
        assert [run.spaced for run in runs] == [apart, False, False]


def test_groups_keep_together_and_are_counted_and_numbers_go_on(tmp_path: Path) -> None:
    items = "[{name: 甲, group: 一组}, {name: 乙, group: 二组}, {name: 丙, group: 一组}]"
    made, _ = resolved(tmp_path, f"  - {{kind: names, items: {items}}}\n")
    assert cells(made) == [["一组（2人）"], ["1", "甲"], ["2", "丙"], ["二组（1人）"], ["3", "乙"]]
    assert table(made).rows[0].cells[0].columns == 2


def test_the_unit_may_come_first_and_heads_have_names_of_their_own(tmp_path: Path) -> None:
    block = "  - kind: names\n    title: 名单\n    id: all\n    first: unit\n    heads: {number: 次序, name: 述职人}\n"
    made, _ = resolved(tmp_path, block + "    items: [{name: 张三, unit: 市教育局, time: 9:10}]\n  - 见[](#all)。\n")
    assert heads(made) == ["次序", "单位", "述职人", "时间"]
    assert text_of(made.flow[-1].block.text, made) == "见表1。"  # type: ignore[union-attr]  # a paragraph


def test_an_agenda_without_anyone_in_charge_has_no_such_column(tmp_path: Path) -> None:
    made, _ = resolved(tmp_path, "  - {kind: agenda, items: [{time: 8:30—9:00, item: 签到}]}\n")
    assert (heads(made), cells(made)) == (["时间", "内容"], [["8:30—9:00", "签到"]])
    made, _ = resolved(
        tmp_path, "  - {kind: agenda, items: [{time: 8:30, item: 签到, who: 会务组}, {time: 9:00, item: 会}]}\n"
    )
    assert (heads(made), cells(made)[1]) == (["时间", "内容", "负责"], ["9:00", "会", ""])
