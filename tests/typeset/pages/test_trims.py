"""Trims, type area and what stands at the head of a page (typography specification 5.6, 8.1, 8.4, 8.5)."""

from pathlib import Path

import pytest

from reportgen.drawing import Page
from reportgen.theme import load_theme
from reportgen.units import POINTS_PER_MM
from support.marks_reading import own_runs
from support.setting import set_blocks

THEME = load_theme("civic")
SENTENCE = "全市经济运行总体平稳各项工作有序推进"
TRIMS = {
    "A4": (210, 297), "A5": (148, 210), "16开": (185, 260), "大16开": (210, 285), "32开": (130, 184),
    "大32开": (140, 203), "B5": (176, 250), "200x240": (200, 240),
}  # fmt: skip


def set_on(folder: Path, trim: str, more: str = "", blocks: str = "") -> list[Page]:
    text = blocks or f"  - {SENTENCE * 8}\n" * 40
    return list(set_blocks(folder, text, page=f"{{trim: {trim}, opening: plain{more}}}").pages)


def body(page: Page, size: float = 10.5) -> list[tuple[float, float, int]]:
    """Left edge, baseline and number of characters of the full lines of body text."""
    return [(run.x, run.y, len(run.glyphs)) for run in own_runs(page.marks) if run.size == size]


@pytest.mark.parametrize("trim", TRIMS)
def test_a_page_is_as_large_as_its_trim_and_its_lines_hold_whole_characters(tmp_path: Path, trim: str) -> None:
    pages = set_on(tmp_path, trim)
    width, height = TRIMS[trim]
    for page in pages:
        assert (page.width, page.height) == (
            pytest.approx(width * POINTS_PER_MM, abs=0.01),
            pytest.approx(height * POINTS_PER_MM, abs=0.01),
        )
    runs = [run for run in own_runs(pages[1].marks) if run.size == 10.5]
    count = max(len(run.glyphs) for run in runs)
    full = [run for run in runs if len(run.glyphs) == count]
    assert len(full) > 10
    # nothing but Han: the lines are as they come, n characters and not a hair more
    assert all(not run.shifts and run.spacing == pytest.approx(0, abs=0.01) for run in full)
    assert (count + 1) * 10.5 > page_measure(pages[1], runs)


def page_measure(page: Page, runs: list) -> float:  # type: ignore[type-arg]  # glyph runs
    left = min(run.x for run in runs)
    return max(run.x + len(run.glyphs) * run.size for run in runs) - left


def test_twenty_nine_characters_on_a5(tmp_path: Path) -> None:
    pages = set_on(tmp_path, "A5")
    lines = body(pages[1])
    assert max(count for _, _, count in lines) == 29
    left = min(x for x, _, _ in lines)
    assert left + (pages[1].width - left - 304.5) == pytest.approx(148 * POINTS_PER_MM - 304.5, abs=0.01)


@pytest.mark.parametrize(
    ("written", "points"), [("小四", 12), ("五号", 10.5), ("四号", 14), ("小三", 15), ("11pt", 11)]
)  # fmt: skip
def test_body_type_by_the_name_of_its_size(tmp_path: Path, written: str, points: float) -> None:
    pages = set_on(tmp_path, "A4", f", size: {written}, leading: 24pt")
    assert body(pages[1], points)


def test_space_above_a_heading_is_dropped_at_the_head_of_a_page(tmp_path: Path) -> None:
    blocks = (
        f"  - {SENTENCE}\n  - {{kind: pagebreak}}\n"
        "  - {kind: heading, text: 标题, numbered: false}\n"
        f"  - {SENTENCE}\n  - {{kind: pagebreak}}\n  - {SENTENCE}\n"
    )
    pages = set_on(tmp_path, "大16开", blocks=blocks)
    heading = next(run for run in own_runs(pages[1].marks))
    plain = next(run for run in own_runs(pages[2].marks))
    assert heading.text == "标题"
    # both lines take the first line of the grid
    assert heading.y - THEME.page.top < THEME.page.grid
    assert plain.y - THEME.page.top < THEME.page.grid


def test_lines_of_facing_pages_stand_at_equal_height(tmp_path: Path) -> None:
    blocks = (
        f"  - {SENTENCE * 6}\n" * 12
        + "  - {kind: table, columns: [甲, 乙], rows: [[一, 二], [三, 四], [五, 六]]}\n"
        + "  - {kind: heading, text: 标题}\n" + f"  - {SENTENCE * 6}\n" * 20
    )  # fmt: skip
    pages = set_on(tmp_path, "大16开", blocks=blocks)
    heights = [{round(y, 1) for _, y, _ in body(page)} for page in pages[:2]]
    first, second = heights
    grid = {round(min(first | second) + THEME.page.grid * line, 1) for line in range(60)}
    assert all(min(abs(y - other) for other in grid) <= 0.1 for y in first | second)
