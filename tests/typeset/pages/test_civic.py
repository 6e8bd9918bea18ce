"""Theme civic's weights on the page: light lines over heavy ones on the covers, large light numbers on the boards."""

import json
import re
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Page, Rect
from reportgen.theme import load_theme
from reportgen.typeset import typeset
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.project import write_project
from support.setting import fonts, pages_of_document
from support.tasks import write_tasks

REPORT = """\
title: 示例市工作成绩单
issuer: 示例市人民政府
edition: {period: 2025年上半年, elapsed: 50, date: 2025-07-15}
sections: [sections/cover.yaml, sections/contents.yaml, sections/edu.yaml]
"""
EDU = "id: edu\nname: NAME\nshort: 教育局\nheadline: 新增学位五千个\nblocks: [正文。]\n"
LONG = "示例市某某新区经济技术开发区教育体育和文化旅游事业发展管理委员会办公室联合服务中心"
BACK = "id: cover\nrole: back\nblocks:\n  - kind: cover\n    back: true\n    lines: [TITLE, 第二行]\n"


def pages_of(folder: Path, name: str = "示例市教育局", opening: str = "board", **files: str) -> tuple[Page, ...]:
    theme = msgspec.structs.replace(load_theme("civic"), opening=opening)
    document = document_of(write_project(folder, report=REPORT, edu=EDU.replace("NAME", name), **files))
    return typeset(document, theme, fonts(), {}, Diagnostics()).pages


def text_in(page: Page, face: str, size: float) -> list[GlyphRun]:
    return [run for run in own_runs(page.marks) if (run.face, run.size) == (face, size)]


def said(runs: list[GlyphRun]) -> str:
    return "".join(run.text for run in runs)


def test_the_cover_has_a_light_period_over_a_heavy_title(tmp_path: Path) -> None:
    cover = pages_of(tmp_path)[0]
    period, title = text_in(cover, "hei-light", 42), text_in(cover, "hei-bold", 42)
    assert said(period) == "2025年上半年"
    assert said(title) == "示例市工作成绩单"
    assert period[0].y < title[0].y


def test_a_board_has_a_large_light_number_and_the_name_beside_it(tmp_path: Path) -> None:
    page = pages_of(tmp_path)[-1]
    (number,) = text_in(page, "hei-light", 42)
    assert number.text == "01"
    name = text_in(page, "hei-medium", 13.2)
    assert said(name) == "示例市教育局"
    assert name[0].y == number.y
    assert name[0].x == pytest.approx(number.x + 60)


def test_a_name_of_two_lines_stands_beside_the_number_and_within_the_measure(tmp_path: Path) -> None:
    page = pages_of(tmp_path, LONG)[-1]
    (number,) = text_in(page, "hei-light", 42)
    name = text_in(page, "hei-medium", 13.2)
    assert said(name) == LONG
    assert len({run.y for run in name}) == 2
    assert {run.x for run in name} == {number.x + 60}
    theme = load_theme("civic")
    for y in {run.y for run in name}:
        wide = 13.2 * sum(len(run.text) for run in name if run.y == y)
        assert number.x + 60 + wide <= number.x + theme.page.measure + 0.01
    headline = text_in(page, "hei-bold", 26.5)
    assert min(run.y for run in headline) - 26.5 > max(run.y for run in name)


def test_the_contents_count_the_departments_as_their_boards_do(tmp_path: Path) -> None:
    for opening, number in (("board", "01"), ("plain", "一")):
        contents = pages_of(tmp_path / opening, opening=opening)[1]
        assert number in [mark.text for mark in contents.marks if isinstance(mark, GlyphRun)]


@pytest.mark.parametrize(
    ("written", "light", "whole", "lines"),
    [
        ("看完成绩单，\\\n请您来评议", "看完成绩单，", "看完成绩单，请您来评议", 2),
        ("甲，\\\n乙，\\\n丙", "甲，乙，", "甲，乙，丙", 3),
        ("**看完**成绩单，\\\n请**您**来评议", "成绩单，", "看完成绩单，请您来评议", 2),
        ("看完成绩单，请您来评议", "", "看完成绩单，请您来评议", 1),
    ],
)
def test_the_back_covers_title_is_light_above_the_authors_break(
    tmp_path: Path, written: str, light: str, whole: str, lines: int
) -> None:
    cover = BACK.replace("TITLE", json.dumps(written, ensure_ascii=False))
    back = pages_of(tmp_path, cover=cover)[0]
    assert said(text_in(back, "hei-light", 42)) == light
    title = [run for run in own_runs(back.marks) if run.size == 42]
    assert said(title) == whole
    baselines = sorted({run.y for run in title})
    assert len(baselines) == lines
    assert [run.y for run in title] == sorted(run.y for run in title)
    assert all(below - above == pytest.approx(54) for above, below in pairwise(baselines))
    (after,) = (run for run in own_runs(back.marks) if run.text == "第二行")
    assert after.y > baselines[-1] + 18


HEADLINE = "新增义务教育学位15660个，还有一所学校没有按期完工"


def contents_rows(folder: Path, count: int, headline: str = HEADLINE) -> list[float]:
    """Baselines of the departments' names on the page of the contents; all of them must stand there."""
    pages = pages_of_document(document_of(write_tasks(folder, [[50.0]] * count, headline=headline))).pages
    name = [mark for mark in pages[1].marks if isinstance(mark, GlyphRun) and re.fullmatch(r"示例市d\d+局", mark.text)]
    assert len(name) == count
    return sorted(mark.y for mark in name)


@pytest.mark.parametrize(("count", "pitch"), [(3, 54.0), (12, 40.5), (20, 22.5), (23, 22.5)])
def test_the_rows_of_the_contents_close_up_to_stand_on_one_page(tmp_path: Path, count: int, pitch: float) -> None:
    rows = contents_rows(tmp_path / "demo", count)
    assert {round(below - above, 2) for above, below in pairwise(rows)} == {pitch}


def test_headlines_of_the_contents_are_smaller_only_where_they_would_not_fit(tmp_path: Path) -> None:
    for count, size in ((12, 10.5), (20, 8.5)):
        folder = write_tasks(tmp_path / f"{count}", [[50.0]] * count, headline=HEADLINE)
        page = pages_of_document(document_of(folder)).pages[1]
        found = [mark for mark in page.marks if isinstance(mark, GlyphRun) and "新增义务" in mark.text]
        assert found
        assert {run.size for run in found} == {size}


def board_of(folder: Path, count: int, headline: str, elapsed: float = 100) -> tuple[list[str], list[Rect], float]:
    """The lines of a headline, the bars of its department from the left, the baseline of its last line."""
    percents = [100.0] * (count - 1) + [40.0]
    document = document_of(write_tasks(folder, [percents], headline=headline, elapsed=elapsed))
    page = next(page for page in pages_of_document(document).pages[1:-1] if text_in(page, "hei-light", 42))
    lines: dict[float, str] = {}
    for run in text_in(page, "hei-bold", 26.5):
        lines[run.y] = lines.get(run.y, "") + run.text
    foot = max(mark.y + mark.height for mark in page.marks if isinstance(mark, Rect) and mark.width >= page.width)
    paper = load_theme("civic").colours["paper"]
    bars = [
        mark for mark in page.marks
        if isinstance(mark, Rect) and mark.fill == paper and abs(mark.y + mark.height - foot) < 0.01
    ]  # fmt: skip
    return [lines[y] for y in sorted(lines)], sorted(bars, key=lambda bar: bar.x), max(lines)


@pytest.mark.parametrize("count", [1, 7, 8, 12, 20, 40])
@pytest.mark.parametrize(
    "headline",
    [
        "新增义务教育学位15660个，一所学校没有按期完工",
        "急救平均11.8分钟到现场，康复护理床位还差140张",
        "121个老旧小区完工，还有7个拖到今年",
        "公交更准点了，枢纽无障碍改造一处没有动工",
    ],
)
def test_a_headline_beside_bars_breaks_between_its_phrases(tmp_path: Path, count: int, headline: str) -> None:
    lines, bars, last = board_of(tmp_path / "demo", count, headline)
    assert "".join(lines) == headline
    assert len(lines) == 2 and lines[0].endswith("，")
    assert len(bars) == count, "a bar for each task"
    right = {bar.x + bar.width for bar in bars}
    assert max(right) - min(bar.x for bar in bars) <= 399.01
    for before, after in pairwise(bars):
        assert before.x + before.width < after.x
    top = min(bar.y for bar in bars)
    assert top > last or bars[0].x > 399 / 2, "below the headline, or at its right"


def test_bars_of_few_tasks_stand_beside_the_headline_as_high_as_they_can(tmp_path: Path) -> None:
    lines, bars, last = board_of(tmp_path / "demo", 3, "老年食堂开了52家，比承诺少8家", 50)
    assert len(lines) == 2
    assert [round(bar.height, 2) for bar in bars] == [108.0, 108.0, 43.2]
    assert bars[0].y < last
    (only,) = board_of(tmp_path / "one", 1, "老年食堂开了52家，比承诺少8家", 50)[1]
    assert only.width > 1.5 * board_of(tmp_path / "many", 7, "老年食堂开了52家", 50)[1][0].width, "no stick"
