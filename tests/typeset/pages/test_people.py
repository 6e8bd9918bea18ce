"""Who is in charge: where the section opens, in the order written, inside the board however many they are."""

from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page, Rect
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document

OFFICES = "示例市住房和城乡建设局党组书记、局长"


def opening(folder: Path, people: list[str], theme: str, role: str = "department") -> Page:
    report = (
        f"title: 示例\nissuer: 示例市\ntheme: {theme}\nedition: {{period: 2025年, date: 2025-07-15}}\n"
        "sections: [sections/edu.yaml]\n"
    )
    listed = f"people: [{', '.join(people)}]\n" if people else ""
    edu = f"id: edu\nrole: {role}\nname: 示例局\nheadline: 食堂完工三十七所\n{listed}blocks:\n  - 正文一段。\n"
    return pages_of_document(document_of(write_project(folder, report=report, edu=edu))).pages[0]


def lines(page: Page) -> list[str]:
    found: dict[float, str] = {}
    for mark in page.marks:
        if isinstance(mark, GlyphRun):
            found[round(mark.y, 1)] = found.get(round(mark.y, 1), "") + mark.text
    return [words for _, words in sorted(found.items())]


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
@pytest.mark.parametrize("role", ["department", "back"])
def test_in_the_order_written(tmp_path: Path, theme: str, role: str) -> None:
    people = ["{duty: 分管市领导, title: 副市长, name: 张某}", "{title: 局长, name: 李某}", "{name: 王某}"]
    found = lines(opening(tmp_path, people, theme, role))
    at = [found.index(words) for words in ("分管市领导：副市长\u3000张某", "局长\u3000李某", "王某")]
    assert at == sorted(at) and at[-1] < found.index("正文一段。")


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
def test_many_with_long_titles_stay_inside(tmp_path: Path, theme: str) -> None:
    people = [f"{{duty: 分管市领导, title: {OFFICES}, name: 第{index}人}}" for index in range(12)]
    page = opening(tmp_path, people, theme)
    runs = [mark for mark in page.marks if isinstance(mark, GlyphRun)]
    bands = [mark for mark in page.marks if isinstance(mark, Rect) and mark.width == page.width and mark.y <= 0.01]
    own = [run for run in runs if "正文" not in run.text and run.y < page.height - 80]
    for band in bands:
        assert all(run.y < band.y + band.height for run in own if "人" in run.text)
    places = sorted((round(run.y, 1), run.x) for run in runs)
    assert len({y for y, _ in places}) >= 14
    assert all(run.x >= 0 and run.x + len(run.text) * run.size <= page.width + 6 for run in runs)


def test_without_people_nothing_changes(tmp_path: Path) -> None:
    """A board is as high as it was."""
    bands = [
        max(mark.height for mark in opening(tmp_path / name, people, "civic").marks if isinstance(mark, Rect))
        for name, people in (("a", []), ("b", ["{name: 王某}"]))
    ]
    assert bands[0] == bands[1]
