"""Small trims: a figure keeps its unit beside the bars of an opening, words in tables keep room beside figures."""

from pathlib import Path

import pytest

from reportgen.drawing import Pages
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.project import write_project
from support.setting import pages_of_document

REGISTER = "edu.area: {name: 面积, value: 20.2, unit: 万平方米}\n" + "".join(
    f"edu.t{index}: {{name: 第{index}项, value: {index + 1}, unit: 项, target: 10}}\n" for index in range(9)
)
BARS = "  - kind: progress\n    title: 进度\n    items:\n" + "".join(
    f"      - indicator: edu.t{index}\n" for index in range(9)
)
NAMES = ("新建改扩建幼儿园开工", "农村集中供水工程完工", "市区居民参加垃圾分类")
TITLES = ("上半年", "全年目标", "完成率", "同比", "占比")
TABLE = (
    "  - kind: table\n    title: 指标\n    columns:\n      - 指标\n"
    + "".join(f"      - {{title: {title}, type: number}}\n" for title in TITLES)
    + "    rows:\n"
    + "".join(f"      - [{name}, 25120.48万平方米, 3688万平方米, 55.77%, —, —]\n" for name in NAMES)
)


def made(folder: Path, blocks: str, *, theme: str, head: str = "", page: str = "{trim: A5}") -> Pages:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"theme: {theme}\npage: {page}\nsections: [sections/edu.yaml]\n"
    )
    section = f"id: edu\nname: 示例局\nshort: 示例局\n{head}blocks:\n{blocks}"
    return pages_of_document(document_of(write_project(folder, report=report, edu=section, indicators=REGISTER)))


def lines(pages: Pages) -> list[str]:
    """The text of each line: runs of one baseline, size and page."""
    found: dict[tuple[int, float, float], str] = {}
    for number, page in enumerate(pages.pages):
        for run in own_runs(page.marks):
            key = (number, run.y, run.size)
            found[key] = found.get(key, "") + run.text
    return list(found.values())


def test_a_headline_beside_bars_keeps_a_figure_with_its_unit(tmp_path: Path) -> None:
    head = "headline: 老旧小区整治改造，已经动工${edu.area}\n"
    found = lines(made(tmp_path, BARS, theme="civic", head=head))
    assert any("20.2万平方米" in one for one in found)


@pytest.mark.parametrize("theme", ["civic", "official"])
def test_words_in_a_table_keep_room_beside_figures(tmp_path: Path, theme: str) -> None:
    pages = made(tmp_path, TABLE, theme=theme)
    parts = [
        run.text for page in pages.pages for run in own_runs(page.marks) if run.text and run.text in "".join(NAMES)
    ]
    assert "".join(parts) == "".join(NAMES)
    assert len(parts) <= 3 * len(NAMES), "three lines a name at most"


def test_a_header_of_three_characters_is_whole_beside_words_that_can_break(tmp_path: Path) -> None:
    table = """\
  - kind: table
    columns: [{title: 半年承诺, width: 0.29}, 兑现情况, {title: 完成率, type: number}, 结果]
    rows:
      - [年底前新增康复护理床位一千张, 新增八百六十张；市康复医院二期设备没有装完要到明年三月底前补足, "86%", 部分兑现]
      - [年底前新增普惠托位一千五百个, 新增一千六百五十个, "110%", 兑现]
"""
    found = lines(made(tmp_path, table, theme="civic"))
    assert any("完成率" in line for line in found)


MATTERS = (
    ("新增义务教育学位", "16800个", "15660个", "市教育局\\\\\\n配合：市住建局", "9月底", "未完成"),
    ("改造学校食堂", "60所", "62所", "市教育局\\\\\\n配合：市场监管局", "12月底", "完成"),
    ("公交枢纽无障碍改造", "4处", "0处", "市交通运输局\\\\\\n配合：市残联", "12月底", "未完成"),
    ("新增公共停车泊位", "6000个", "6480个", "市住建局\\\\\\n配合：市交通运输局", "12月底", "完成"),
)
OWNERS = (
    "  - kind: table\n    title: 民生实事\n    columns:\n      - {title: 序号, type: label}\n      - 实事项目\n"
    "      - {title: 年度目标, align: right}\n      - {title: 进展, align: right}\n      - 责任单位\n"
    "      - {title: 时限, type: label}\n      - {title: 状态, type: label}\n    rows:\n"
    + "".join(
        "      - [" + ", ".join(f'"{one}"' for one in (str(at), *row)) + "]\n" for at, row in enumerate(MATTERS, 1)
    )
)


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
def test_who_takes_part_in_a_matter_of_livelihood_stands_on_a_line(tmp_path: Path, theme: str) -> None:
    """Names of offices have what the names of matters can spare."""
    said = [run.text for page in made(tmp_path, OWNERS, theme=theme, page="{}").pages for run in own_runs(page.marks)]
    assert "配合：市场监管局" in said
    assert not [one for one in said if one in ("局", "站", "位", "施", "号")]
