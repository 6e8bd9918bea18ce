"""Emphasis dots, lines under names, numbers in text (typography specification 6.4, 6.5, 6.7), as painted on a page."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Line, Page
from reportgen.drawing import Path as Outline
from reportgen.theme import load_theme
from support.marks_reading import own_runs
from support.setting import set_blocks

THEME = load_theme("civic")
PLAIN = "{opening: plain}"
SENTENCE = "全市经济运行总体平稳各项工作有序推进"


def page_of(folder: Path, *texts: str) -> Page:
    return set_blocks(folder, "".join(f"  - '{text}'\n" for text in texts), page=PLAIN).pages[0]


def baselines(page: Page) -> list[float]:
    return sorted({round(run.y, 3) for run in own_runs(page.marks) if run.size == 10.5})


def centres(outline: Outline) -> tuple[float, float, float]:
    """The middle and the diameter of a drawn dot."""
    xs = [one[at] for one in outline.segments for at in range(1, len(one), 2)]
    ys = [one[at] for one in outline.segments for at in range(2, len(one), 2)]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, max(xs) - min(xs)


def places(run: GlyphRun, advances: dict[str, float]) -> dict[str, float]:
    """The middle of each Han character of a run whose characters all differ."""
    found, x = {}, run.x
    for char, shift in zip(run.text, run.shifts or (0.0,) * len(run.glyphs), strict=True):
        found[char] = x + run.size / 2
        x += run.size * (1 + (shift + run.spacing) / 1000) * advances.get(char, 1.0)
    return found


def test_a_dot_stands_below_each_han_character_and_the_lines_keep_their_pitch(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{SENTENCE}{SENTENCE}*抓好项目*，{SENTENCE}{SENTENCE}", f"{SENTENCE}")
    dots = [centres(mark) for mark in page.marks if isinstance(mark, Outline)]
    assert len(dots) == 4
    run = next(run for run in own_runs(page.marks) if "抓好项目" in run.text)
    assert all(abs(b[0] - a[0] - 10.5) < 0.8 for a, b in pairwise(dots)), "a dot a character"
    for _, y, diameter in dots:
        assert 0.12 * 10.5 <= diameter <= 0.2 * 10.5
        assert y - run.y == pytest.approx((0.12 + 0.25) * 10.5, abs=0.1)  # a quarter below the em box
    assert {round(b - a, 2) for a, b in pairwise(baselines(page))} == {18.0}


def test_marks_spaces_and_latin_have_no_dot(tmp_path: Path) -> None:
    page = page_of(tmp_path, "前文*重点，GDP 突出*后文")
    assert sum(isinstance(mark, Outline) for mark in page.marks) == 4


def test_dots_stay_clear_of_the_line_below(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"*{SENTENCE * 4}*")
    dots = [centres(mark) for mark in page.marks if isinstance(mark, Outline)]
    lines = baselines(page)
    assert len(dots) == len(SENTENCE) * 4
    for first, second in pairwise(lines):
        between = [y + diameter / 2 for _, y, diameter in dots if first < y < second]
        assert between
        assert max(between) < second - 0.88 * 10.5, "no dot reaches into the em boxes below"


def test_two_names_have_two_lines_of_the_length_of_their_text(tmp_path: Path) -> None:
    page = page_of(tmp_path, "前文[张三]{.name}[李四]{.name}在[通知]{.title}里说。")
    straight = sorted((mark.x1, mark.x2) for mark in page.marks if isinstance(mark, Line))
    assert len(straight) == 2
    (a, b), (c, d) = straight
    assert b - a == pytest.approx(21, abs=2) and d - c == pytest.approx(21, abs=2)
    assert c - b >= 10.5 / 8 - 0.01, "neighbours are told apart"
    assert sum(isinstance(mark, Outline) for mark in page.marks) >= 1, "the title's line is wavy"


@pytest.mark.parametrize("number", ["1,234,567.89", "−3.5%", "10 000", "12:30", "126.5万元"])
def test_a_number_stands_on_one_line_wherever_it_falls(tmp_path: Path, number: str) -> None:
    kept = number.removesuffix("万元")
    for before in range(24, 40):
        page = page_of(tmp_path / str(before), f"{(SENTENCE * 3)[:before]}{number}{SENTENCE}")
        lines: dict[float, str] = {}
        for run in own_runs(page.marks):
            lines[round(run.y, 1)] = lines.get(round(run.y, 1), "") + run.text
        assert sum(kept in line for line in lines.values()) == 1, lines
