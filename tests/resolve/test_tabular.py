"""Lists that are written by meaning become tables: columns that are used, figures of the register, counts."""

from pathlib import Path

import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.model.blocks import Table
from reportgen.model.document import Document
from reportgen.model.runs import runs_of, text_of
from reportgen.model.statuses import Marks
from reportgen.resolve import resolve
from support.project import REPORT, write_project

REGISTER = """\
edu.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100}
edu.most: {name: 多半, value: 60, unit: 所, target: 100}
edu.done: {name: 超额, value: 103, unit: 所, target: 100}
"""


def resolved(
    folder: Path, block: str, *, register: str = REGISTER, elapsed: int = 50, marks: Marks = "filled",
    chips: bool = False,
) -> tuple[Document, list[Diagnostic]]:  # fmt: skip
    """A section whose first block is ``block`` (YAML, indented by two), and what was found wrong."""
    report = REPORT.replace("elapsed: 50", f"elapsed: {elapsed}")
    edu = f"id: edu\nname: 示例市教育局\nblocks:\n{block}"
    sink = Diagnostics()
    loaded = load_project(write_project(folder, report=report, indicators=register, edu=edu), sink)
    assert loaded.booklet is not None, list(sink)
    return resolve(loaded.booklet, sink, marks=marks, chips=chips), list(sink)


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


def summary(document: Document) -> str:
    return text_of(table(document).summary, document).replace("\u00a0", " ")


def test_projects_have_their_states_by_the_rule_and_counts_that_add_up(tmp_path: Path) -> None:
    register = "".join(f"d.t{value}: {{name: 某, value: {value}, unit: 个, target: 100}}\n" for value in (100, 50, 49))
    items = "[{item: 甲, indicator: d.t100}, {item: 乙, indicator: d.t50}, {item: 丙, indicator: d.t49}, {item: 丁}]"
    made, found = resolved(tmp_path, f"  - {{kind: projects, items: {items}}}\n", register=register)
    assert not found
    assert [row[-1].replace("\u00a0", " ") for row in cells(made)] == ["● 完成", "◐ 正常", "▲ 滞后", "○ 未列进度"]
    assert summary(made) == "共4项：● 完成1项，◐ 正常1项，▲ 滞后1项，○ 未列进度1项。"


def test_projects_without_any_state_have_no_lights(tmp_path: Path) -> None:
    made, _ = resolved(tmp_path, "  - {kind: projects, items: [{item: 甲, lead: 市教育局}]}\n")
    assert (heads(made), cells(made)) == (["序号", "事项", "责任单位"], [["1", "甲", "市教育局"]])
    assert table(made).summary is None


def test_who_supports_stands_below_who_leads(tmp_path: Path) -> None:
    items = "[{item: 甲, lead: 市教育局, support: 市住建局}, {item: 乙, support: 市公安局}]"
    made, _ = resolved(tmp_path, f"  - {{kind: projects, items: {items}}}\n")
    assert [row[-1] for row in cells(made)] == ["市教育局\n配合：市住建局", "配合：市公安局"]


def test_livelihood_projects_are_counted_in_their_last_row(tmp_path: Path) -> None:
    items = "[{item: 甲, status: done}, {item: 乙, status: on-course}]"
    made, _ = resolved(tmp_path, f"  - {{kind: projects, livelihood: true, items: {items}}}\n")
    assert heads(made)[1] == "实事项目" and table(made).summary is None
    assert cells(made)[-1][0].replace("\u00a0", " ") == "共2件：● 完成1件，◐ 正常1件。"
    assert table(made).rows[-1].total


def test_a_theme_may_outline_what_is_late(tmp_path: Path) -> None:
    items = "[{item: 甲, status: behind}, {item: 乙, status: stopped}, {item: 丙, status: partial}]"
    made, _ = resolved(tmp_path, f"  - {{kind: projects, items: {items}}}\n", marks="outlined")
    assert [row[-1].replace("\u00a0", " ") for row in cells(made)] == ["△ 滞后", "□ 停滞", "△ 部分完成"]
    assert summary(made) == "共3项：△ 部分完成1项，△ 滞后1项，□ 停滞1项。"


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ("{item: 甲, indicator: edu.canteens, status: done}", ["status-figures"]),
        ("{item: 甲, indicator: edu.canteens, status: on-course}", ["status-figures"]),
        ("{item: 甲, indicator: edu.canteens, status: stopped}", []),
        ("{item: 甲, indicator: edu.canteens, status: postponed}", []),
        ("{item: 甲, indicator: edu.canteens, status: partial}", []),
        ("{item: 甲, indicator: edu.done, status: partial}", ["status-figures"]),
        ("{item: 甲, indicator: edu.most, status: partial}", []),
        ("{item: 甲, deadline: 2025年6月底前, status: on-course}", ["status-deadline"]),
        ("{item: 甲, deadline: 6月底前, status: done}", []),
        ("{item: 甲, deadline: 7月底前, status: on-course}", []),
        ("{item: 甲, deadline: 2026年1月, status: on-course}", []),
        ("{item: 甲, deadline: 全年, status: on-course}", []),
        ("{item: 甲, indicator: edu.none}", ["indicator-unknown"]),
    ],
)
def test_a_state_agrees_with_the_figures_and_the_date(tmp_path: Path, item: str, codes: list[str]) -> None:
    _, found = resolved(tmp_path, f"  - {{kind: projects, items: [{item}]}}\n")
    assert [one.code for one in found] == codes


def test_problems_have_words_of_their_own_for_their_states(tmp_path: Path) -> None:
    items = (
        "[{problem: 甲, measure: 乙, status: done}, {problem: 丙, status: on-course}, {problem: 丁, status: stopped}]"
    )
    made, _ = resolved(tmp_path, f"  - {{kind: problems, items: {items}}}\n")
    assert heads(made) == ["序号", "问题", "整改措施", "整改情况"]
    assert summary(made) == "共3项：● 已整改1项，◐ 整改中1项，■ 未整改1项。"


PROMISED = """\
d.more: {name: 新增泊位, value: 6480, unit: 个, target: 6000}
d.part: {name: 改造完工, value: 81, unit: 个, target: 86}
d.none: {name: 枢纽改造, value: 0, unit: 处, target: 4}
"""


def counts(document: Document) -> list[tuple[str, str]]:
    return [
        ((card.light.sign if card.light else "") + card.label, card.number + card.unit)
        for card in document.counts.get("edu/0", ())
    ]


def test_a_promise_with_an_indicator_has_result_completion_and_state_from_the_register(tmp_path: Path) -> None:
    items = (
        "[{promise: 泊位六千个, indicator: d.more}, {promise: 改造86个, result: 余5个停工, indicator: d.part}, "
        "{promise: 枢纽四处, indicator: d.none}]"
    )
    block = f"  - {{kind: promises, made: 年初, items: {items}}}\n"
    made, found = resolved(tmp_path, block, register=PROMISED, elapsed=100)
    assert not found
    assert heads(made) == ["序号", "年初承诺", "兑现情况", "完成率", "结果"]
    assert [[words.replace("\u00a0", " ") for words in row] for row in cells(made)] == [
        ["1", "泊位六千个", "新增泊位6480个", "108%", "● 兑现"],
        ["2", "改造86个", "余5个停工", "94.2%", "▲ 部分兑现"],
        ["3", "枢纽四处", "枢纽改造0处", "0%", "■ 未兑现"],
    ]
    assert summary(made) == "共3项：● 兑现1项，▲ 部分兑现1项，■ 未兑现1项。"
    assert counts(made) == [], "few are counted in the line alone"


def test_before_the_year_is_over_a_promise_is_on_its_way_or_behind(tmp_path: Path) -> None:
    items = "[{promise: 甲, indicator: d.part}, {promise: 乙, indicator: d.none}]"
    made, _ = resolved(tmp_path, f"  - {{kind: promises, items: {items}}}\n", register=PROMISED, elapsed=50)
    assert [row[-1].replace("\u00a0", " ") for row in cells(made)] == ["◐ 兑现中", "▲ 滞后"]


def test_what_is_not_kept_is_counted_even_where_there_is_none(tmp_path: Path) -> None:
    items = ", ".join(["{promise: 甲, status: done}"] * 6)
    made, _ = resolved(tmp_path, f"  - {{kind: promises, made: 年初, items: [{items}]}}\n")
    assert counts(made) == [("年初承诺", "6项"), ("●兑现", "6项"), ("▲部分兑现", "0项"), ("■未兑现", "0项")]
    assert summary(made) == "共6项：● 兑现6项，▲ 部分兑现0项，■ 未兑现0项。"
    assert heads(made) == ["序号", "年初承诺", "结果"]


def test_promises_without_any_state_are_not_counted(tmp_path: Path) -> None:
    made, _ = resolved(tmp_path, "  - {kind: promises, items: [{promise: 甲, owner: 市教育局}]}\n")
    assert (heads(made), counts(made), table(made).summary) == (["序号", "承诺", "责任单位"], [], None)


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ("{promise: 甲, indicator: d.part, status: done}", ["status-figures"]),
        ("{promise: 甲, indicator: d.more, status: partial}", ["status-figures"]),
        ("{promise: 甲, indicator: d.part, status: stopped}", []),
        ("{promise: 甲, indicator: d.some}", ["indicator-unknown"]),
    ],
)
def test_a_promise_agrees_with_the_figures(tmp_path: Path, item: str, codes: list[str]) -> None:
    block = f"  - {{kind: promises, items: [{item}]}}\n"
    _, found = resolved(tmp_path, block, register=PROMISED, elapsed=100)
    assert [one.code for one in found] == codes


INDICATED = """\
d.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100, note: 含改造}
d.places: {name: 新增学位, value: 3700, unit: 个, rough: 余, yoy: 8.9}
d.lamps: {name: 路灯, completion: 120, unit: 盏}
d.last: {name: 上年学位, value: 3400, unit: 个, period: 2024年}
d.plan: {name: 明年学位, target: 4000, unit: 个}
dd.other: {name: 别处, value: 1, unit: 个}
"""


def test_a_table_of_indicators_has_every_figure_from_the_register(tmp_path: Path) -> None:
    items = "[{indicator: d.canteens}, {indicator: d.places, label: 学位}, {indicator: d.lamps, note: 加急}]"
    made, found = resolved(tmp_path, f"  - {{kind: indicators, items: {items}}}\n", register=INDICATED)
    assert not found
    assert [head.replace("\n", "") for head in heads(made)] == [
        "指标", "单位", "年度目标", "上半年实绩", "完成率%", "进度序时50%", "同比%", "状态", "备注",
    ]  # fmt: skip
    assert [[words.replace("\u00a0", " ") for words in row] for row in cells(made)] == [
        ["食堂完工", "所", "100", "37", "37", "", "—", "▲ 滞后", "含改造"],
        ["学位", "个", "—", "3700余", "—", "", "↑8.9", "—", ""],
        ["路灯", "盏", "—", "—", "120", "", "—", "● 完成", "加急"],
    ]
    for row, strong in zip(table(made).rows, ({0, 3, 7}, {3}, set()), strict=True):
        bold = {at for at, cell in enumerate(row.cells) if any(run.strong for run in runs_of(cell.text, made))}
        assert bold == strong, "actual figures; what is late, in its name and state too"


def test_remarks_that_are_sentences_stand_below_the_table_each_once(tmp_path: Path) -> None:
    items = (
        "[{indicator: d.canteens, note: 原文没有公布目标}, {indicator: d.lamps, note: 原文没有公布目标}, "
        "{indicator: d.places, label: 学位, note: 含在建的}]"
    )
    made, found = resolved(
        tmp_path, f"  - {{kind: indicators, items: {items}, source: 市教育局填报。}}\n", register=INDICATED
    )
    assert not found and "备注" not in heads(made)
    said = text_of(table(made).source, made)
    assert said == "注：食堂完工、路灯：原文没有公布目标；学位：含在建的。市教育局填报。"


def test_what_no_indicator_has_is_no_column(tmp_path: Path) -> None:
    made, _ = resolved(tmp_path, "  - {kind: indicators, items: [{indicator: dd.other}]}\n", register=INDICATED)
    assert [head.replace("\n", "") for head in heads(made)] == ["指标", "单位", "上半年实绩"]


def test_groups_stand_at_the_left_of_their_rows(tmp_path: Path) -> None:
    items = "[{group: 甲, indicator: d.canteens}, {group: 乙, indicator: d.places}, {group: 甲, indicator: d.lamps}]"
    made, _ = resolved(tmp_path, f"  - {{kind: indicators, items: {items}}}\n", register=INDICATED)
    assert heads(made)[:2] == ["类别", "指标"]
    assert [row[0] for row in cells(made)] == ["甲", "路灯", "乙"]
    assert [row.cells[0].rows for row in table(made).rows] == [2, 1, 1]


def test_a_department_s_indicators_are_those_of_its_name_and_of_the_edition_s_period(tmp_path: Path) -> None:
    made, _ = resolved(tmp_path, "  - {kind: indicators, department: d}\n", register=INDICATED)
    assert [row[0] for row in cells(made)] == ["食堂完工", "新增学位", "路灯"]


def test_at_the_year_s_end_the_table_says_what_was_not_done(tmp_path: Path) -> None:
    block = "  - {kind: indicators, items: [{indicator: d.canteens}, {indicator: d.lamps}]}\n"
    made, _ = resolved(tmp_path, block, register=INDICATED, elapsed=100)
    assert [head.replace("\n", "") for head in heads(made)][5:7] == ["较目标百分点", "结果"]
    assert [row[6].replace("\u00a0", " ") for row in cells(made)] == ["▲ 未完成", "● 完成"]


@pytest.mark.parametrize(
    ("block", "codes"),
    [
        ("{kind: indicators}", ["indicators-empty"]),
        ("{kind: indicators, department: nobody}", ["indicators-empty"]),
        ("{kind: indicators, items: [{indicator: d.cantens}]}", ["indicator-unknown"]),
    ],
)
def test_a_table_without_indicators_is_told(tmp_path: Path, block: str, codes: list[str]) -> None:
    _, found = resolved(tmp_path, f"  - {block}\n", register=INDICATED)
    assert [one.code for one in found] == codes


PLANNED = (
    "d.streets: {name: 街道, target: 30, unit: 个}\nd.rough: {name: 例数, target: 8000, unit: 例, rough: 不少于}\n"
)


def test_plans_are_a_table_with_goals_from_the_register(tmp_path: Path) -> None:
    items = (
        "[{item: 建街道, text: 先易后难。, indicator: d.streets, deadline: 年底前}, {item: 测体质, indicator: d.rough}]"
    )
    made, found = resolved(tmp_path, f"  - {{kind: plans, items: {items}}}\n", register=PLANNED)
    assert not found
    assert heads(made) == ["序号", "事项", "内容", "目标", "时限"]
    assert cells(made) == [["1", "建街道", "先易后难。", "30个", "年底前"], ["2", "测体质", "", "不少于8000例", ""]]
    assert [(card.number, card.unit) for card in made.counts["edu/0"]] == [("30", "个"), ("不少于8000", "例")]


def test_a_plan_without_a_goal_has_its_word_or_its_number(tmp_path: Path) -> None:
    plans = "  - {kind: plans, items: [{item: 甲, word: 年底前}, {item: 乙, lead: 丙局}]}\n"
    made, _ = resolved(tmp_path, plans)
    assert heads(made) == ["序号", "事项", "牵头单位"]
    assert [card.number or card.label for card in made.counts["edu/0"]] == ["一是", "二是"]
    made, _ = resolved(tmp_path, plans, chips=True)
    assert heads(made) == ["序号", "事项", "目标", "牵头单位"]
    assert cells(made) == [["1", "甲", "年底前", ""], ["2", "乙", "", "丙局"]]
    assert [card.number or card.label for card in made.counts["edu/0"]] == ["年底前", "二是"]


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ("{item: 甲, indicator: d.street}", ["indicator-unknown"]),
        ("{item: 甲, indicator: d.done}", ["indicator-figure-missing"]),
    ],
)
def test_a_plan_s_goal_is_a_registered_target(tmp_path: Path, item: str, codes: list[str]) -> None:
    register = PLANNED + "d.done: {name: 做完的, value: 3, unit: 个}\n"
    _, found = resolved(tmp_path, f"  - {{kind: plans, items: [{item}]}}\n", register=register)
    assert [one.code for one in found] == codes
