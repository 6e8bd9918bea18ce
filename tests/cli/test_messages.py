"""What messages say and where: enough to mend the fault without looking anything up."""

from pathlib import Path

import pytest

from reportgen.check import check_project
from reportgen.cli.language import Language
from reportgen.cli.show import help_text, message
from reportgen.content import place_of
from support.checking import BARE
from support.project import REPORT, write_project

Told = list[tuple[int, int, str, str]]


def told(folder: Path, language: Language = "zh", theme: str = "", **changes: str) -> Told:
    """(line, column, message, help) of all that a check tells; ``theme``: the text of themes/ours.yaml."""
    if theme:
        changes["report"] = REPORT + "theme: themes/ours.yaml\n"
        (folder / "themes").mkdir()
        (folder / "themes" / "ours.yaml").write_text(theme, encoding="utf-8")
    write_project(folder, **changes)
    loaded, sink = check_project(folder, "", lambda stage: None)
    places = [(one, place_of(one.where, loaded.sources)) for one in sink]
    return [
        (place.line, place.column, message(one, language), help_text(one, language)) for one, place in places if place
    ]


FILE = "写项目里的文件，用 / 隔开，例如 fonts/a.ttf；不用盘符和绝对路径"
NARROW = "减小 inner、outer 或 size，或改大开本"
PITCH = "leading 至少与 size 一样大，正文一般是字号的 1.5 至 2 倍"
INTEGER = "不带单位，不分节，例如 12"
NUMBER = "不带单位，不分节，例如 12 或 12.5"
LENGTH = "写成 22mm、2.2cm、11pt，或字号名（五号）"
FONTS = [
    ("faces: {hei-bald: a.ttf}", 3, 11, "没有名为“hei-bald”的项", "是不是“hei-bold”？"),
    ("faces: hei-black", 3, 10, "这里要写“键: 值”，写的是文字", "一行一项，写成“键: 值”，冒号后面空一格"),
    ("faces: {hei-bold: [a.ttf]}", 3, 21, "这里要写文字或“键: 值”，写的是列表", "只写一个值，不要写成列表"),
    ("faces: {hei-bold: {index: 2}}", 3, 21, "缺少“file”", "补上这一项"),
    ("faces: {hei-bold: {file: a.ttc, indx: 2}}", 3, 35, "没有名为“indx”的项", "是不是“index”？"),
    ("faces: {hei-bold: {file: a.ttc, index: two}}", 3, 42, "这里要写整数，写的是文字", INTEGER),
    ("latin: {hei-bold: {file: a.ttf, axes: {wght: heavy}}}", 3, 48, "这里要写数字，写的是文字", NUMBER),
    ("faces: {hei-bold: /usr/a.ttf}", 3, 21, "“/usr/a.ttf”不能指字体文件", FILE),
    ("folder: 'C:\\fonts'", 3, 11, "“C:\\fonts”不能指字体文件", FILE),
    ("faces: {hei-bold: {file: ' '}}", 3, 28, "“ ”不能指字体文件", FILE),
]  # fmt: skip


@pytest.mark.parametrize(("line", "row", "column", "said", "advice"), FONTS)
def test_fonts_of_a_theme(tmp_path: Path, line: str, row: int, column: int, said: str, advice: str) -> None:
    assert told(tmp_path, theme=f"extends: civic\nfonts:\n  {line}\n") == [(row, column, said, advice)]


def test_every_fault_of_the_fonts_in_one_run(tmp_path: Path) -> None:
    theme = "extends: civic\nfonts:\n  folders: x\n  faces: {hei-bald: a, kai-regular: 3}\n  licence: [a]\n"
    assert [(line, column) for line, column, _, _ in told(tmp_path, theme=theme)] == [(3, 3), (4, 11), (4, 37), (5, 12)]


def test_a_font_that_is_taken_away(tmp_path: Path) -> None:
    theme = "extends: civic\nfonts: {faces: {hei-bold: null}, licence: null}\n"
    assert told(tmp_path, theme=theme) == []


SHEETS = [
    ("{inner: 300mm}", "inner", "“inner: 300mm”让版心太窄：页宽 210 mm，剩 0 mm，至少要 25.4 mm", NARROW),
    ("{trim: A5, inner: 70mm, outer: 60mm}", "outer",
     "“outer: 60mm”让版心太窄：页宽 148 mm，剩 18 mm，至少要 25.4 mm", NARROW),
    ("{trim: 30x200, size: 五号}", "trim", "“trim: 30x200”让版心太窄：页宽 30 mm，剩", NARROW),
    ("{trim: A5, size: 80pt, leading: 80pt}", "size", "“size: 80pt”让版心太窄：页宽 148 mm，剩", NARROW),
    ("{top: 150mm, bottom: 120mm}", "bottom",
     "“bottom: 120mm”让版心太矮：页高 285 mm，剩", "减小 top、bottom 或 leading，或改大开本"),
    ("{leading: 6pt}", "leading", "行距 6 pt 小于字号 10.5 pt", PITCH),
    ("{size: 30pt}", "size", "行距 18 pt 小于字号 30 pt", PITCH),
    ("{inner: wide}", "inner", "“inner: wide”不是长度", LENGTH),
    ("{size: 0pt}", "size", "“size: 0pt”不是长度", LENGTH),
    ("{trim: B9}", "trim", "没有“B9”这种开本", "写 A3、A4、A5、16开、大16开、32开、大32开、B5，或毫米数 210x285"),
]  # fmt: skip


@pytest.mark.parametrize(("setup", "field", "said", "advice"), SHEETS)
def test_a_page_that_does_not_hold_says_why(tmp_path: Path, setup: str, field: str, said: str, advice: str) -> None:
    ((line, column, text, help_line),) = told(tmp_path, report=REPORT + f"page: {setup}\n")
    assert (line, column) == (5, 6 + setup.index(field + ": ") + len(field) + 3)
    assert text.startswith(said)
    assert help_line == advice


def test_a_theme_whose_page_does_not_hold_says_why(tmp_path: Path) -> None:
    theme = "extends: civic\npage: {inner: 100mm, outer: 100mm}\n"
    ((line, _, said, _),) = told(tmp_path, theme=theme)
    assert (line, said) == (2, "印本的版心太窄：页宽 210 mm，剩 10 mm，至少要 25.4 mm")


VALUES = [
    ("  - kind: callout\n    title: true\n    blocks: [文]\n", "这里要写文字，写的是真假值（true 或 false）", "整段"),
    ("  - kind: callout\n    title: {甲: 乙}\n    blocks: [文]\n", "这里要写文字，写的是“键: 值”", "整段加引号"),
    ("  - kind: heading\n    text: 甲\n    numbered: 3\n", "这里要写真假值（true 或 false），写的是数字", "是写 true"),
    ("  - kind: bullets\n    items: 甲\n", "这里要写列表，写的是文字", "每项一行"),
    ("  - kind: heading\n    text: 甲\n    level: 2.5\n", "这里要写整数，写的是数字", "不带单位"),
    ("  - kind: heading\n    text: 甲\n    level: true\n", "这里要写整数，写的是真假值（true 或 false）", "不带单位"),
    ("  - kind: heading\n    text: 甲\n    level: 7\n", "7 超出范围", "写一个数 n：1 ≤ n ≤ 4"),
    ("  - kind: table\n    columns: [{title: 甲, width: 200}]\n    rows: [[乙]]\n",
     "200 超出范围", "写一个数 n：0 < n ≤ 100"),
    ("  - kind: chart\n    type: bar\n    title: 图\n    categories: [甲]\n    series: [{name: 乙, values: [[1]]}]\n",
     "这里要写数字、文字或空（null），写的是列表", "只写一个值"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "said", "advice"), VALUES)
def test_a_value_of_the_wrong_kind(tmp_path: Path, block: str, said: str, advice: str) -> None:
    ((_, _, text, help_line),) = told(tmp_path, edu=BARE + block)
    assert text == said
    assert help_line.startswith(advice)


def test_kinds_are_named_in_the_reader_s_language(tmp_path: Path) -> None:
    ((_, _, said, advice),) = told(tmp_path, "en", edu=BARE + "  - kind: bullets\n    items: 甲\n")
    assert said == "expected a list, found text"
    assert advice.startswith("an item a line")


AUTOSPACES = [
    ("{autospace: 0}", ""), ("{autospace: 0.4}", ""), ("{autospace: 0.1, autospace_least: 0.1}", ""),
    ("{autospace: 0.1, autospace_least: 0.2}", "autospace_least"), ("{autospace_least: 0.3}", "autospace_least"),
    ("{autospace_most: 0.2}", "autospace_most"), ("{autospace: 0, autospace_most: 0.1}", ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "field"), AUTOSPACES)
def test_the_space_between_han_and_latin_lies_between_its_bounds(tmp_path: Path, written: str, field: str) -> None:
    found = told(tmp_path, theme=f"extends: civic\ntypography: {written}\n")
    if not field:
        assert found == []
        return
    ((line, column, said, _),) = found
    assert (line, column) == (2, 13 + written.index(field + ": ") + len(field) + 2)
    assert "autospace_least ≤ autospace ≤ autospace_most" in said


RULES = [
    ("{enable: [half-ellipsis]}", 17, "half-ellipsis 本来就用"),
    ("{ignore: [title-comma]}", 17, "title-comma 本来就不用"),
    ("{ignore: [date-zero], enable: [date-zero]}", 38, "date-zero 同时写在 ignore 和 enable 里，按不用算"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "column", "said"), RULES)
def test_a_choice_of_rules_that_changes_nothing(tmp_path: Path, written: str, column: int, said: str) -> None:
    found = told(tmp_path, report=REPORT + f"lint: {written}\n")
    assert [one[:3] for one in found] == [(5, column, said)]


def test_one_fault_made_over_and_over_in_a_text_is_told_once(tmp_path: Path) -> None:
    edu = BARE + "  - 全市,上下,共同;努力,完成(全部)任务。\n  - 另一段,也有。\n"
    found = told(tmp_path, edu=edu)
    assert [one[:3] for one in found] == [
        (4, 7, "中文里用了半角的“,”（这一段共 3 处）"),
        (4, 13, "中文里用了半角的“;”"),
        (4, 19, "中文里用了半角的“(”"),
        (4, 22, "中文里用了半角的“)”"),
        (5, 8, "中文里用了半角的“,”"),
    ]
    english = told(tmp_path, "en", edu=edu)
    assert english[0][2] == "a half-width , in Chinese text (3 in this text)"
