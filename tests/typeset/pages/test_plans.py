"""Plans on their pages: numbered cards, chips with the goals, or a table; short and long, wide and narrow."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Pages, Rect
from reportgen.drawing import Path as Outline
from reportgen.theme import load_theme, theme_names
from support.every_kind import document_of
from support.marks_reading import own_text
from support.project import write_project
from support.setting import pages_of_document

REGISTER = "d.streets: {name: 街道, target: 30, unit: 个}\nd.many: {name: 例数, target: 8000, unit: 例}\n"
THREE = (
    "[{item: 打击骗保, text: 专项行动查得细。, deadline: 为期三个月, lead: 甲局}, "
    "{item: 改革监管, text: 请第三方参加。, lead: 乙局}, "
    "{item: 建街道, indicator: d.streets, deadline: 年底前, lead: 丙局}]"
)
LONG = "很长的文字没有一处标点也没有一处空白" * 30


def pages(folder: Path, items: str, theme: str = "civic", trim: str = "", sink: Diagnostics | None = None) -> Pages:
    report = (
        f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年上半年, date: 2025-07-15}}\ntheme: {theme}\n"
        f"sections: [sections/edu.yaml]\n" + (f"page: {{trim: {trim}}}\n" if trim else "")
    )
    section = (
        f"id: edu\nname: 示例局\nblocks:\n  - {{kind: plans, id: one, title: 计划, items: {items}}}\n  - 见[](#one)。\n"
    )
    return pages_of_document(
        document_of(write_project(folder, report=report, indicators=REGISTER, edu=section)), sink
    )  # fmt: skip


def runs(made: Pages) -> Iterator[GlyphRun]:
    return (mark for page in made.pages for mark in page.marks if isinstance(mark, GlyphRun))


def run_of(made: Pages, text: str) -> GlyphRun:
    return next(run for run in runs(made) if run.text == text)


def squeezed(made: Pages) -> str:
    return "".join(own_text(made).split())


def test_civic_has_numbered_cards_that_say_how_much_when_and_who(tmp_path: Path) -> None:
    made = pages(tmp_path, THREE)
    assert (
        "一是打击骗保专项行动查得细。时限为期三个月牵头甲局二是改革监管请第三方参加。时限未列时限牵头乙局三是建街道目标30个时限年底前牵头丙局"
    ) in squeezed(made)
    colours = load_theme("civic").colours
    blocks = [
        mark for page in made.pages for mark in page.marks
        if isinstance(mark, Rect) and mark.fill == colours["primary"] and mark.width == 36 and mark.height > 20
    ]  # fmt: skip
    assert len(blocks) == 3
    assert [round(one.height, 2) for one in blocks] == [45.0, 45.0, 63.0]  # goal, deadline and lead below each other
    assert [round(low.y - high.y, 2) for high, low in pairwise(blocks)] == [54.0, 54.0]
    for block, label in zip(blocks, ("一是", "二是", "三是"), strict=True):
        run = run_of(made, label)
        assert run.colour == colours["paper"]
        assert block.x < run.x and block.y < run.y < block.y + block.height
    assert run_of(made, "打击骗保").y == run_of(made, "专项行动查得细。").y == run_of(made, "时限").y


def test_on_a_narrow_page_the_text_stands_below_the_plan(tmp_path: Path) -> None:
    made = pages(tmp_path, THREE, "civic", "A5")
    assert run_of(made, "打击骗保").y < run_of(made, "专项行动查得细。").y


def test_bright_has_the_goals_on_chips(tmp_path: Path) -> None:
    items = (
        "[{item: 建街道, indicator: d.streets}, {item: 测体质, indicator: d.many}, "
        "{item: 某事, word: 年底前}, {item: 又一事}]"
    )
    made = pages(tmp_path, items, "bright")
    assert "30个建街道8000例测体质年底前某事四是又一事" in squeezed(made)
    goal, unit, name = (run_of(made, text) for text in ("30", "个", "建街道"))
    assert goal.size > 1.5 * name.size and goal.y == unit.y and goal.x < unit.x < name.x
    hue = load_theme("bright").hue(0)
    chips = [
        mark for page in made.pages for mark in page.marks
        if isinstance(mark, Outline) and mark.fill == hue.fill and len(mark.segments) > 6
    ]  # fmt: skip
    assert len(chips) == 4
    assert goal.colour == hue.text


def test_official_has_a_table(tmp_path: Path) -> None:
    made = pages(tmp_path, THREE, "official")
    assert "序号事项内容目标时限牵头单位1打击骗保专项行动查得细。为期三个月甲局" in squeezed(made)


@pytest.mark.parametrize("trim", ["", "A5"])
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("count", [1, 40])
def test_all_plans_are_on_their_pages(tmp_path: Path, theme: str, trim: str, count: int) -> None:
    items = ", ".join(f"{{item: 第{at}件事, text: 说明, lead: 某局}}" for at in range(1, count + 1))
    sink = Diagnostics()
    made = pages(tmp_path, f"[{items}]", theme, trim, sink)
    assert not list(sink)
    said = squeezed(made)
    assert [f"第{at}件事" in said for at in range(1, count + 1)] == [True] * count
    assert len(made.pages) > 1 if count == 40 else len(made.pages) == 1


@pytest.mark.parametrize("theme", theme_names())
def test_a_plan_longer_than_a_page_goes_on_over_it(tmp_path: Path, theme: str) -> None:
    sink = Diagnostics()
    made = pages(tmp_path, f"[{{item: 事, text: {LONG}, lead: 某局}}, {{item: 末一件}}]", theme, "A5", sink)
    assert not [one.code for one in sink if one.severity == "error"]
    said = squeezed(made)
    assert said.count("标") == 30 and "末一件" in said
    assert all(run.x >= 0 and run.y <= made.pages[0].height for run in runs(made))
