"""Bars of completion that go on over a page, as a table does."""

import re
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page, Rect
from reportgen.fonts import open_fonts
from reportgen.theme import load_theme
from support.every_kind import document_of
from support.marks_reading import all_text, own_runs
from support.setting import pages_of_document
from support.tasks import write_tasks

THEME = load_theme("civic")
PAGE = THEME.page
LINE = "全市经济运行总体平稳，各项工作有序推进。"


def pages_of(
    folder: Path, lines: int, rows: int, title: str = "    title: 年度*任务*^[注]\n", elapsed: float = 50
) -> tuple[Page, ...]:
    items = "".join(f"      - {{indicator: civil.beds, label: 第{number}项}}\n" for number in range(rows))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text(
        f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年, date: 2025-07-15, elapsed: {elapsed}}}\n"
        "page: {opening: plain}\nsections: [civil.yaml]\n",
        encoding="utf-8",
    )
    (folder / "indicators.yaml").write_text(
        "civil.beds: {name: 新增床位, value: 2700, unit: 张, target: 4000}\n", encoding="utf-8"
    )
    (folder / "civil.yaml").write_text(
        "id: civil\nname: 民政局\nshort: 民政局\nblocks:\n"
        + f"  - {LINE}\n" * lines + f"  - kind: progress\n{title}    items:\n{items}",
        encoding="utf-8",
    )  # fmt: skip
    return pages_of_document(document_of(folder), fitted=False).pages


def rows_on(page: Page) -> int:
    return sum(run.text.startswith("第") and run.text.endswith("项") for run in own_runs(page.marks))


@pytest.mark.parametrize("rows", [2, 3, 4, 5])
def test_two_rows_at_least_stand_on_either_page(tmp_path: Path, rows: int) -> None:
    parted = 0
    for lines in range(18, 32):
        counts = [rows_on(page) for page in pages_of(tmp_path / str(lines), lines, rows)]
        assert sum(counts) == rows
        assert all(count != 1 for count in counts), (lines, counts)
        parted += sum(count > 0 for count in counts) > 1
    assert bool(parted) == (rows >= 4)


def test_title_and_header_come_again_above_rows_that_go_on(tmp_path: Path) -> None:
    first, second, *rest = pages_of(tmp_path, 20, 30)
    assert "年度任务" in all_text(first)
    assert "（续）" not in all_text(first)
    for page in (second, *rest):
        words = all_text(page)
        assert "年度任务（续）" in words
        assert words.count("序时50%") == words.count("完成率") == 1
        own = "".join(run.text for run in own_runs(page.marks))
        assert "年度任务" not in own and "①" not in words, "furniture: the text has said it once"
    rules = [mark.y for mark in first.marks if isinstance(mark, Rect) and mark.height == 0.8]
    assert max(rules) > max(run.y for run in own_runs(first.marks) if run.text.endswith("项")), "closed by a rule"


def test_without_a_title_the_header_alone_comes_again(tmp_path: Path) -> None:
    _, second, *_ = pages_of(tmp_path, 20, 30, title="")
    assert "完成率" in all_text(second)
    assert "（续）" not in all_text(second)


@pytest.mark.parametrize("elapsed", [0, 50, 83.3, 95, 99, 100])
def test_the_label_of_the_time_keeps_clear_of_the_columns_names(tmp_path: Path, elapsed: float) -> None:
    """At the year's end there is none: the line stands at the targets."""
    page = pages_of(tmp_path, 2, 3, elapsed=elapsed)[0]
    heads = {run.text: run for run in page.marks if isinstance(run, GlyphRun)}
    label = heads.get(f"序时{elapsed:g}%")
    assert (label is None) == (elapsed == 100)
    if label is not None:
        face = open_fonts().face(label.face)
        wide = sum(face.advance(glyph) + label.spacing for glyph in label.glyphs) + sum(label.shifts or ())
        assert label.x + wide * label.size / 1000 + 3 < heads["完成率"].x


def test_points_of_percentages_stand_below_each_other(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "demo", [[100.0, 96.7, 8.5, 30.0]])
    page = pages_of_document(document_of(folder)).pages[-2]
    found = {run.text: run for run in own_runs(page.marks) if re.fullmatch("[0-9.]+%", run.text)}
    assert set(found) == {"100%", "96.7%", "8.5%", "30%"}
    digit = 0.59 * 8.5  # of the heavy face
    points = [run.x + digit * len(text.removesuffix("%").split(".")[0]) for text, run in found.items()]
    assert max(points) - min(points) < 0.1
    assert "任务" in all_text(page)
