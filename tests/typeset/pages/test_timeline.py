"""Events along an axis: one line from the first dot to the last, over pages too, and no date on the axis."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page, Rect
from reportgen.drawing import Path as Drawn
from support.setting import set_blocks

PRIMARY = "#0B4F7D"


def event(date: str, text: str) -> str:
    return f"      - {{date: {date}, text: {text}}}\n"


def axis(page: Page) -> list[Rect]:
    found = [mark for mark in page.marks if isinstance(mark, Rect) and mark.width == 0.8 and mark.fill == PRIMARY]
    return sorted(found, key=lambda mark: mark.y)


def dots(page: Page) -> list[tuple[float, float]]:
    """The centres of the dots, from above."""
    found = []
    for mark in page.marks:
        if isinstance(mark, Drawn) and mark.fill == PRIMARY and sum(one[0] == "C" for one in mark.segments) == 4:
            points = [one[-2:] for one in mark.segments if one[0] != "Z"]
            xs, ys = zip(*points, strict=True)
            found.append(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return sorted(found, key=lambda place: place[1])


def test_the_axis_runs_from_the_first_dot_to_the_last_without_a_gap(tmp_path: Path) -> None:
    events = event("1月", "开工。") + event("2月", "一句长话，" * 30) + event("3月", "完工。")
    (page,) = set_blocks(tmp_path, f"  - kind: timeline\n    events:\n{events}").pages
    parts, places = axis(page), dots(page)
    assert len(places) == 3
    assert parts[0].y == pytest.approx(places[0][1], abs=0.01)
    assert parts[-1].y + parts[-1].height == pytest.approx(places[-1][1], abs=0.01)
    for above, below in pairwise(parts):
        assert above.y + above.height == pytest.approx(below.y, abs=0.01)
    assert {round(x, 2) for x, _ in places} == {round(parts[0].x + 0.4, 2)}


def test_one_event_has_a_dot_and_no_axis(tmp_path: Path) -> None:
    (page,) = set_blocks(tmp_path, f"  - kind: timeline\n    events:\n{event('1月', '开工。')}").pages
    assert len(dots(page)) == 1 and not axis(page)


def test_dates_stand_left_of_the_axis_and_texts_right_of_it(tmp_path: Path) -> None:
    events = event("2025年1月1日凌晨起至次日正午止一直到夜里", "开工，" * 40) + event("3月", "完工。")
    (page,) = set_blocks(tmp_path, f"  - kind: timeline\n    events:\n{events}").pages
    line = dots(page)[0][0]
    for run in (mark for mark in page.marks if isinstance(mark, GlyphRun)):
        if run.face == "hei-bold" and ("月" in run.text or "夜里" in run.text):
            assert run.x < line
        elif "工" in run.text:
            assert run.x > line


def test_many_go_on_over_pages(tmp_path: Path) -> None:
    events = "".join(event(f"{index}日", f"第{index}件事，说得长一些，会排到下一行。" * 2) for index in range(1, 61))
    pages = set_blocks(tmp_path, f"  - kind: timeline\n    title: 大事\n    events:\n{events}").pages
    assert len(pages) > 1 and sum(len(dots(page)) for page in pages) == 60
