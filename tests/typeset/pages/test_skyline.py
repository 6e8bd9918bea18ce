"""Theme civic's skyline on the cover, for few tasks and many, through the year and at its end."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page, Rect
from reportgen.theme import load_theme
from support.every_kind import document_of
from support.setting import pages_of_document
from support.tasks import outside, overlapping, painted_boxes, write_tasks

COLOURS = load_theme("civic").colours


def cover(folder: Path) -> Page:
    return pages_of_document(document_of(folder)).pages[0]


def words(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, GlyphRun)]


def bars(page: Page, colour: str) -> list[Rect]:
    found = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == COLOURS[colour]]
    return [mark for mark in found if mark.width < 60 and mark.height > 2]


def line(page: Page) -> Rect:
    (found,) = (mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == COLOURS["accent"])
    return found


def some(count: int, elapsed: float) -> list[list[float]]:
    """Departments of up to seven tasks: every sixth task short of the line by a different part of it, all else over."""
    found = [
        round(elapsed * (index * 7 % 90 + 5) / 100, 1) if index % 6 == 4 else min(100.0, elapsed + index % 9 * 6)
        for index in range(count)
    ]
    return [found[at : at + 1 + at % 7] for at in _begins(count)]


def _begins(count: int) -> list[int]:
    begins, at = [], 0
    while at < count:
        begins.append(at)
        at += 1 + at % 7
    return begins


@pytest.mark.parametrize("elapsed", [0, 25, 75, 95, 100])
@pytest.mark.parametrize("count", [1, 8, 20, 34, 47, 60, 90])
@pytest.mark.parametrize("trim", ["大16开", "32开"])
def test_nothing_runs_into_another_whatever_the_time(tmp_path: Path, count: int, elapsed: float, trim: str) -> None:
    folder = write_tasks(tmp_path / "demo", some(count, elapsed), elapsed=elapsed, page=f"{{trim: {trim}}}")
    width, height, boxes = painted_boxes(folder)[0]
    assert outside(width, height, boxes) == []
    assert overlapping(boxes) == []


def test_at_the_years_end_columns_stand_on_the_ground_and_reach_for_the_line(tmp_path: Path) -> None:
    page = cover(write_tasks(tmp_path / "demo", [[120.0, 100.0], [60.0, 0.0]], elapsed=100))
    done, missing = bars(page, "primary"), bars(page, "pale")
    ground = 0.624 * page.height
    target = line(page).y + line(page).height / 2
    assert [round((one.y + one.height - ground), 3) for one in (*done, missing[1])] == [0.0] * 4
    assert [round(one.height / (ground - target), 3) for one in done] == [1.0, 1.0, 0.6]
    assert [round(one.height / (ground - target), 3) for one in missing] == [0.4, 1.0]
    assert [round(one.y - target, 3) for one in missing] == [0.0, 0.0], "what is missing is seen up to the line"
    said = words(page)
    assert [one for one in said if one in ("120", "100", "60")] == ["120", "100", "60"]
    assert "4项任务，2项完成" in said and "橙线是全年目标；浅色是没有完成的部分" in said
    assert not any("序时" in one for one in said)


def test_the_back_of_a_years_end_has_the_same_edge_and_no_line(tmp_path: Path) -> None:
    pages = pages_of_document(document_of(write_tasks(tmp_path / "demo", [[120.0, 60.0]], elapsed=100))).pages
    seas = [
        next(mark for mark in page.marks if isinstance(mark, Rect) and mark.width == page.width)
        for page in (pages[0], pages[-1])
    ]
    assert seas[0].y == seas[1].y
    assert not [mark for mark in pages[-1].marks if isinstance(mark, Rect) and mark.fill == COLOURS["accent"]]


@pytest.mark.parametrize("elapsed", [50, 100])
def test_among_many_only_those_short_of_the_line_have_words(tmp_path: Path, elapsed: float) -> None:
    groups = [[100.0] * 12, [100.0] * 6 + [31.5] + [100.0] * 5, [100.0] * 12, [100.0] * 8 + [44.0] + [100.0] * 2]
    page = cover(write_tasks(tmp_path / "demo", groups, elapsed=elapsed))
    said = words(page)
    assert [one for one in said if one in ("100", "31.5", "44")] == ["31.5", "44"]
    assert "".join(one for one in said if len(one) == 1) == "某事18某事44", "from top to bottom, nothing else"
    columns = sorted((one for one in bars(page, "primary") if one.height > 20), key=lambda mark: mark.x)
    assert len({round(one.width, 3) for one in columns}) == 1
    for before, after in pairwise(columns):
        assert before.x + before.width < after.x


def test_the_sea_rises_with_the_time(tmp_path: Path) -> None:
    surfaces = [
        line(cover(write_tasks(tmp_path / f"{elapsed}", [[80.0, 30.0]], elapsed=elapsed))).y
        for elapsed in (25, 50, 75)
    ]  # fmt: skip
    assert surfaces == sorted(surfaces, reverse=True)
    assert surfaces[0] - surfaces[2] > 100


def test_each_department_is_named_below_its_columns(tmp_path: Path) -> None:
    page = cover(write_tasks(tmp_path / "demo", [[60.0], [70.0], [80.0], [90.0] * 30], department="某某", elapsed=50))
    names = {one: mark for mark in page.marks if isinstance(mark, GlyphRun) for one in [mark.text] if "局" in one}
    assert list(names) == [f"某某d{index}局" for index in range(4)]
    lefts = sorted({round(mark.x, 2) for mark in page.marks if isinstance(mark, Rect) and mark.height == 0.8})
    assert [round(names[name].x, 2) for name in names] == lefts
    assert names["某某d0局"].y != names["某某d1局"].y, "too long for one line: the next takes the second"
