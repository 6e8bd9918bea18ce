"""Headings as they stand on the page (typography specification 7)."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page, Pages
from reportgen.theme import load_theme
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.project import write_project
from support.setting import pages_of_document

THEME = load_theme("civic")
LONG = "关于进一步加强全市基础教育阶段政务服务标准化建设和学前教育普及普惠安全优质发展工作的意见"


def pages_of(folder: Path, sections: str, theme: str = "civic", names: int = 1) -> Pages:
    files = ", ".join(f"sections/s{number}.yaml" for number in range(names))
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"theme: {theme}\npage: {{opening: plain, department_page: flow}}\nsections: [{files}]\n"
    )
    project = write_project(folder, report=report)
    for number in range(names):
        (project / f"sections/s{number}.yaml").write_text(f"id: s{number}\n{sections}", encoding="utf-8")
    return pages_of_document(document_of(project))


def lines_of(page: Page, size: float) -> list[tuple[float, float, str]]:
    """Left edge, width and text of the lines in type of ``size``, from the top."""
    found: dict[float, list[GlyphRun]] = {}
    for run in own_runs(page.marks):
        if run.size == pytest.approx(size):
            found.setdefault(round(run.y, 1), []).append(run)
    return [
        (min(run.x for run in line), len("".join(run.text for run in line)) * size, "".join(run.text for run in line))
        for _, line in sorted(found.items())
    ]


def test_numbers_of_every_level_go_on_beyond_ten_and_the_text_follows_without_a_space(tmp_path: Path) -> None:
    level = "  - {{kind: heading, text: 标题, level: {}}}\n"
    blocks = "".join(level.format(2) for _ in range(21)) + "".join(
        level.format(number) * 11 for number in (3, 4)
    )  # fmt: skip
    pages = pages_of(tmp_path, f"name: 示例局\nblocks:\n{blocks}", names=11)
    text = "".join(run.text for page in pages.pages for run in own_runs(page.marks))
    for wanted in (
        "十、示例局",
        "十一、示例局",
        "（十一）标题",
        "（二十）标题",
        "（二十一）标题",
        "11.标题",
        "（11）标题",
    ):
        assert wanted in text
    assert "、 " not in text and "） " not in text and ". " not in text


@pytest.mark.parametrize(
    ("theme", "level", "size"), [("civic", 2, 13.2), ("civic", 3, 10.5), ("official", 2, 15.75), ("official", 3, 15.75)]
)
def test_a_long_heading_is_broken_between_words_and_never_leaves_one_character(
    tmp_path: Path, theme: str, level: int, size: float
) -> None:
    for cut in range(30, len(LONG) + 1):
        blocks = f"name: 示例局\nblocks:\n  - {{kind: heading, text: {LONG[:cut]}, level: {level}, numbered: false}}\n"
        lines = [text for _, _, text in lines_of(pages_of(tmp_path / str(cut), blocks, theme).pages[0], size)]
        assert "".join(lines) == LONG[:cut]
        assert len(lines) == 1 or len(lines[-1]) >= 2
        for word in ("标准化", "基础", "教育", "政务", "服务", "普及", "安全", "优质", "发展"):
            for before, after in pairwise(lines):
                joint = before[-len(word) + 1 :] + after[: len(word) - 1]
                assert word not in joint, (before, after)


def test_lines_of_a_long_heading_are_even(tmp_path: Path) -> None:
    blocks = f"name: 示例局\nblocks:\n  - {{kind: heading, text: {LONG}, numbered: false}}\n"
    lines = [text for _, _, text in lines_of(pages_of(tmp_path, blocks).pages[0], 13.2)]
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 4, "not a full line and a scrap"


def test_a_centred_title_is_a_trapezoid_or_a_lozenge_about_the_middle_of_the_measure(tmp_path: Path) -> None:
    page = pages_of(tmp_path, f"name: {LONG}\nnumbered: false\nblocks: [前文。]\n", "official").pages[0]
    theme = load_theme("official")
    lines = lines_of(page, theme.style("section_name").size)
    assert len(lines) >= 2
    middle = theme.page.inner + theme.page.measure / 2
    for left, width, _ in lines:
        assert left + width / 2 == pytest.approx(middle, abs=1)
    assert max(width for _, width, _ in lines) - min(width for _, width, _ in lines) <= 5 * 22


def test_a_heading_of_two_lines_takes_whole_lines_of_the_grid(tmp_path: Path) -> None:
    blocks = f"name: 示例局\nblocks:\n  - 前文。\n  - {{kind: heading, text: {LONG}, numbered: false}}\n  - 后文。\n"
    page = pages_of(tmp_path, blocks).pages[0]
    ys = {run.text: run.y for run in own_runs(page.marks) if run.text in ("前文。", "后文。")}
    steps = (ys["后文。"] - ys["前文。"]) / THEME.page.grid
    assert steps == pytest.approx(round(steps), abs=0.1 / THEME.page.grid)
    assert round(steps) in (4, 5)  # two lines of the heading, one or two of blank, one of text
