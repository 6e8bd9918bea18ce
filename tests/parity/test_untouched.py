"""A booklet and the draft built with it are the same, whatever is in them, in either mode."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.model.document import Document
from reportgen.parity import Difference, read_and_compare
from reportgen.theme import Theme, load_theme, theme_names
from support.both_files import printed_and_drafted
from support.docx_editing import Change, W, edited, words_of
from support.drafting import final
from support.every_kind import document_of

PICTURED = ("dots", "people", "strip")


def chart(type_: str, more: str, series: str = "", categories: str = "[甲, 乙]") -> str:
    usual = "[{name: 子, values: [5, 3]}" + (", {name: 丑, values: [5, 4]}]" if type_ == "strip" else "]")
    unit = "'%'" if type_ == "dots" else "所"
    return (
        f"  - {{kind: chart, type: {type_}, title: 图, unit: {unit}, categories: {categories}, "
        f"series: {series or usual}{more and ', ' + more}}}\n"
    )


def called_out(*blocks: str) -> str:
    inner = "".join(f"    {one}" if one.startswith("  - ") else one for one in blocks)
    return f"  - kind: callout\n    title: 说明\n    blocks:\n{inner}"


BLOCKS = {
    "notes without figures": """\
  - 正文^[注${a.y}。]完。
  - 再说^[注${待补}。]完。
""",
    **{
        f"{type_}, {how or 'plain'}": chart(type_, how)
        for type_ in PICTURED
        for how in ("", "reading: true", "reading: true, data: table")
    },
    **{
        f"{type_} in a callout": called_out(chart(type_, how))
        for type_, how in (("dots", ""), ("people", "reading: true"), ("strip", "source: 源"))
    },
    "two pictures in a callout": called_out(chart("dots", ""), "      - 中间的话。\n", chart("people", "")),
    "targets without goals": chart(
        "target", "", "[{name: 实绩, values: [20, 5, 7]}, {name: 目标, values: [50, a.y, 0]}]", "[甲, 乙, 丙]"
    ),
    "a thin part with more decimals than others": chart(
        "stacked",
        "data: table",
        "[{name: 子, values: [361.62, 167.3, 216.0, 210.4, 486.0, 41.49]}, "
        "{name: 丑, values: [162.66, 64.8, 376.6, 111.0, 291.3, 314.6]}]",
        "[类0, 类1, 类2（甲）, 类3, 类4较长的类别名称, 类5较长的类别名称]",
    ),
    "a heading without its figure": """\
  - {kind: heading, text: "推进${a.y}和${待补}^[注。]的事"}
  - 正文。
""",
    "a heading with a note and the next one below it": """\
  - {kind: heading, text: "又一个^[标题里的注。]", level: 2}
  - {kind: heading, text: 紧接的标题, level: 3}
  - 正文。
""",
    "a short heading between two charts at the foot": "  - 正文。\n"
    + chart("bar", "place: bottom")
    + "  - {kind: heading, text: 标题}\n"
    + chart("bar", "place: bottom").replace("图", "又")
    + "  - 正文。\n",
    "a short heading between two pictures with tables": "  - 正文。\n"
    + chart("people", "place: bottom")
    + "  - {kind: heading, text: 标题}\n"
    + chart("dots", "place: bottom").replace("图", "又")
    + "  - 正文。\n",
    "what stands at the foot, then what stands at the head": "  - 正文。\n"
    + chart("bar", "place: bottom")
    + chart("bar", "place: top").replace("图", "又")
    + "  - 正文。\n",
    "a plan beside a picture at the head of the page": """\
  - kind: plans
    items: [{item: 食堂, text: 再建一万余所, deadline: 年底, lead: 局}]
"""
    + chart("strip", "reading: true, place: top"),
    "a part of nothing": chart("doughnut", "", "[{name: 子, values: [0, 990, 100]}]", "[甲, 乙, 丙]"),
}


COVERS = ("a.yaml, cover.yaml", "contents.yaml, cover.yaml, a.yaml", "a.yaml")


def project(
    folder: Path, blocks: str, sections: str = "cover.yaml, contents.yaml, a.yaml", theme: str = "civic"
) -> Document:
    folder.mkdir(exist_ok=True)
    (folder / "report.yaml").write_text(
        "title: 书\nissuer: 单位\nedition: {period: 2025年上半年, elapsed: 50, date: 2025-07-15, cutoff: 截至}\n"
        f"sections: [{sections}]\ntheme: {theme}\n",
        encoding="utf-8",
    )
    (folder / "cover.yaml").write_text("id: cover\nrole: front\nblocks: [{kind: cover}]\n", encoding="utf-8")
    (folder / "contents.yaml").write_text(
        "id: contents\nrole: front\nblocks: [{kind: contents, depth: 3, lists: [charts, tables]}]\n", encoding="utf-8"
    )
    (folder / "indicators.yaml").write_text(
        "a.x: {name: 食堂, value: 37, unit: 所, target: 100}\na.y: {name: 学位, value: 待补, unit: 个, target: 待补}\n",
        encoding="utf-8",
    )
    (folder / "a.yaml").write_text(
        f"id: a\nname: 市教育局\nshort: 教育局\nheadline: 要点\nblocks:\n{blocks}", encoding="utf-8"
    )
    return document_of(folder, pending=True)


def differences(document: Document, theme: Theme, change: Change | None = None) -> list[Difference]:
    pdf, draft = printed_and_drafted(document, theme)
    draft = draft if change is None else edited(draft, change)
    found = Diagnostics()
    report = read_and_compare(pdf, draft, "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return list(report.differences)


@pytest.mark.parametrize("mode", ["draft", "final"])
@pytest.mark.parametrize("name", BLOCKS)
def test_what_was_just_built_is_the_same(name: str, mode: str, tmp_path: Path) -> None:
    document = project(tmp_path, BLOCKS[name])
    for theme in map(load_theme, ("civic", "official")):
        assert differences(document, theme if mode == "draft" else final(theme)) == []


@pytest.mark.parametrize("mode", ["draft", "final"])
@pytest.mark.parametrize("name", theme_names())
def test_more_notes_than_word_has_circles_are_the_same(name: str, mode: str, tmp_path: Path) -> None:
    """Circled from ㉑ to ㊿ in print, bracketed in both from there on."""
    many = "，".join(f"建成{2000 + at}^[第{at}条。]" for at in range(1, 56))
    beside = "".join(f"{at}^[{at}]" for at in range(1, 51))  # figures like the marks between them
    for number, blocks in enumerate((f"  - 甲{many}。\n", f"  - {beside}\n")):
        document = project(tmp_path / str(number), blocks)
        theme = load_theme(name)
        assert differences(document, theme if mode == "draft" else final(theme)) == []


PLANS = """\
  - kind: plans
    items: [{item: 乙, word: 开学前, text: 公布收费标准。}, {item: 丙, indicator: a.y}, {item: 丁}]
  - {kind: plans, items: [{item: 戊, word: 全覆盖}]}
"""


@pytest.mark.parametrize("mode", ["draft", "final"])
@pytest.mark.parametrize("name", theme_names())
def test_a_word_in_the_place_of_a_plan_s_goal_is_in_both_or_in_neither(name: str, mode: str, tmp_path: Path) -> None:
    document = project(tmp_path, PLANS, theme=name)
    theme = load_theme(name) if mode == "draft" else final(load_theme(name))
    assert differences(document, theme) == []
    if name == "bright":
        told = differences(document, theme, of_cell("开学前", "开学后"))
        assert [(one.kind, one.printed, one.drafted) for one in told] == [("restated", "开学前", "开学后")], told


@pytest.mark.parametrize("sections", COVERS)
def test_the_marks_of_a_title_page_are_told_wherever_the_cover_is(sections: str, tmp_path: Path) -> None:
    assert differences(project(tmp_path, BLOCKS["notes without figures"], sections), load_theme("civic")) == []


@pytest.mark.parametrize("place", ["", "in a callout"])
@pytest.mark.parametrize("how", ["", "reading: true", "reading: true, data: table"])
def test_a_figure_changed_below_a_picture_is_told(place: str, how: str, tmp_path: Path) -> None:
    block = chart("people", how).replace("values: [5, 3]", "values: [5, 37]")
    document = project(tmp_path, called_out(block) if place else block)
    found = differences(document, final(load_theme("civic")), of_cell("37", "73"))
    assert ("chart", "乙：37", "乙：73") in [(one.kind, one.printed, one.drafted) for one in found], found
    assert len(found) == 1 + ("data" in how), found


def of_cell(old: str, new: str) -> Change:
    """A cell that says ``old`` says ``new``."""

    def change(root: Any) -> None:
        found = [one for one in root.iter(f"{W}p") if words_of(one) == old]
        (one,) = found
        next(one.iter(f"{W}t")).text = new

    return change
