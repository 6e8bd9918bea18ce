"""Covers of every theme: what they say and show, whatever a report has; nothing runs into anything."""

from pathlib import Path

import pytest

from reportgen.drawing import Begin, GlyphRun, Page, Rect
from reportgen.theme import load_theme, theme_names
from support.every_kind import document_of
from support.setting import pages_of_document
from support.tasks import LONG, outside, overlapping, painted_boxes, write_tasks


def cover(folder: Path) -> Page:
    return pages_of_document(document_of(folder)).pages[0]


def words(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, GlyphRun)]


def split(count: int) -> list[list[float]]:
    found = [[float(index * 7 % 101) for index in range(at, min(at + 5, count))] for at in range(0, count, 5)]
    return found or [[]]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("trim", ["大16开", "A5", "32开"])
@pytest.mark.parametrize("count", [0, 1, 3, 17, 60])
def test_nothing_leaves_a_cover_nor_runs_into_another(tmp_path: Path, count: int, trim: str, theme: str) -> None:
    folder = write_tasks(tmp_path / "demo", split(count), theme=theme, page=f"{{trim: {trim}}}")
    for width, height, boxes in (painted := painted_boxes(folder))[:1] + painted[-1:]:
        assert len(boxes) > 20
        assert outside(width, height, boxes) == []
        assert overlapping(boxes) == []


@pytest.mark.parametrize("theme", theme_names())
def test_overlong_names_leave_no_cover(tmp_path: Path, theme: str) -> None:
    folder = write_tasks(tmp_path / "demo", [[5.0, 51.0], [99.0]], theme=theme, name=LONG, department=LONG)
    report = folder / "report.yaml"
    text = report.read_text("utf-8").replace("示例市政府部门工作成绩单", LONG * 2)
    report.write_text(text.replace("示例市政府办公厅", LONG * 3), encoding="utf-8")
    width, height, boxes = painted_boxes(folder)[0]
    assert outside(width, height, boxes) == []
    assert overlapping(boxes) == []


def test_a_column_for_each_task_by_department(tmp_path: Path) -> None:
    page = cover(write_tasks(tmp_path / "demo", [[55.0, 37.0], [], [100.0]]))
    said = words(page)
    assert "3项任务，2项达线" in said
    assert [one for one in said if one in ("55", "37", "100")] == ["55", "37", "100"]
    assert "".join(one for one in said if len(one) == 1).startswith("某事0某事1某事2"), "from top to bottom"
    assert "示例市d0局" not in "".join(said), "the short name, not the full one"
    colours = load_theme("civic").colours
    above = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == colours["primary"]][1:]
    surface = 0.624 * page.height
    assert [round(mark.height / (surface - min(one.y for one in above)), 3) for mark in above] == [0.1, 1.0]
    alt = [mark.alt for mark in page.marks if isinstance(mark, Begin) and mark.role == "Figure"]
    assert alt == ["各项任务的完成率：d0局，某事055%，某事137%；d2局，某事2100%"]


def test_a_task_that_two_blocks_show_is_one_column(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "demo", [[55.0]])
    first = folder / "d0.yaml"
    blocks = first.read_text("utf-8")
    first.write_text(blocks + blocks[blocks.index("  - kind: progress") :], encoding="utf-8")
    assert "1项任务，1项达线" in words(cover(folder))


@pytest.mark.parametrize(("elapsed", "said"), [(50, "时间过半，序时50%"), (75, "序时75%"), (25, "序时25%")])
def test_the_surface_is_the_time_elapsed(tmp_path: Path, elapsed: int, said: str) -> None:
    found = "".join(words(cover(write_tasks(tmp_path / "demo", [[80.0, 30.0, 100.0]], elapsed=elapsed))))
    assert found.count(said) == 1
    assert f"3项任务，{sum(one >= elapsed for one in (80, 30, 100))}项达线" in found


CONTACT = """\
contact:
  address: https://www.example.gov.cn/2025h1
  words: 扫码看进展
  sites: [{name: 示例市政务网, address: "https://www.example.gov.cn"}]
  hotline: 12345
  hotline_name: 政务服务便民热线
"""


def back(folder: Path, more: str, *, contact: bool = False) -> Page:
    if contact:
        report = folder / "report.yaml"
        report.write_text(report.read_text("utf-8") + CONTACT, encoding="utf-8")
    file = folder / "back.yaml"
    file.write_text(file.read_text("utf-8") + more, encoding="utf-8")
    return pages_of_document(document_of(folder)).pages[-1]


STEPS = """\
    steps:
      - {word: 看, text: 看进展和图板，已在网上公开，也可以到各部门的窗口取阅。}
      - {word: 说, text: 有意见请提。}
      - {word: 评, text: 请来评议。}
"""


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("trim", ["大16开", "A5", "32开"])
@pytest.mark.parametrize("contact", [False, True])
def test_steps_on_the_back(tmp_path: Path, contact: bool, theme: str, trim: str) -> None:
    folder = write_tasks(tmp_path / "demo", [[50.0]], theme=theme, page=f"{{trim: {trim}}}")
    said = "".join(words(back(folder, STEPS, contact=contact))).replace("\u3000", "")
    order = ["请您来评议", "看看进展", "说有意见", "评请来", "网站", *(["扫码看"] if contact else []), "2025年上半年"]
    places = [said.index(one) for one in order]
    assert places == sorted(places)
    width, height, boxes = painted_boxes(folder)[-1]
    assert outside(width, height, boxes) == []
    assert overlapping(boxes) == []


def test_steps_of_civic_hang_side_by_side_where_there_is_room(tmp_path: Path) -> None:
    for trim, count in (("大16开", 1), ("32开", 3)):
        folder = write_tasks(tmp_path / trim, [[50.0]], page=f"{{trim: {trim}}}")
        page = back(folder, STEPS)
        rules = [mark for mark in page.marks if isinstance(mark, Rect) and mark.height == 0.8]
        assert len(rules) == 3
        assert len({round(mark.y) for mark in rules}) == count


def test_a_step_on_civics_back_breaks_between_its_phrases(tmp_path: Path) -> None:
    steps = "    steps:\n      - {word: 投, text: 听完填好评议票，不记名，投进票箱。}\n"
    steps += "      - {word: 问, text: 会上举手。}\n"
    steps += "      - {word: 读, text: 会前读完六个部门的述职，把想问的记下来。}\n"
    page = back(write_tasks(tmp_path / "demo", [[50.0]]), steps)
    found: dict[tuple[float, float], str] = {}
    for mark in page.marks:
        if isinstance(mark, GlyphRun) and mark.size == 8.5:
            found[round(mark.y, 1), mark.x // 180] = found.get((round(mark.y, 1), mark.x // 180), "") + mark.text
    said = list(found.values())
    assert "会前读完六个部门的述职，" in said and "把想问的记下来。" in said
    assert not [one for one in said if one in ("箱。", "的记下来。")]
