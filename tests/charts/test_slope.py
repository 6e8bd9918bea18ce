"""Before and after as a reader sees them: lines between two uprights, told at both ends."""

from itertools import pairwise

import pytest

from reportgen.drawing import Line, Plate
from support.plates import WIDTH, box, chart, draw, runs, series, text, theme, words

NAMES = ("市教育局", "市民政局", "市体育局")


def _lines(plate: Plate) -> list[Line]:
    return [mark for mark in plate.marks if isinstance(mark, Line) and mark.width > 1]


def test_lines_rise_and_fall_with_their_figures() -> None:
    plate = draw(chart("slope", NAMES, series(10, 30, 20, name="去年"), series(30, 10, 20, name="今年")))
    fall, level, rise = sorted(_lines(plate), key=lambda line: line.y2 - line.y1, reverse=True)
    assert fall.y2 - fall.y1 == pytest.approx(rise.y1 - rise.y2, abs=0.01) and fall.y2 > fall.y1
    assert level.y1 == level.y2 == pytest.approx((fall.y1 + fall.y2) / 2, abs=0.01)
    assert words(plate)[:2] == ["去年", "今年"]


def test_every_line_is_told_at_both_ends() -> None:
    plate = draw(chart("slope", NAMES, series(10, 30, 20), series(31, 11, 21)))
    boxes = {run.text: box(run) for run in runs(plate)}
    for name, before, after in zip(NAMES, ("10", "30", "20"), ("31", "11", "21"), strict=True):
        assert boxes[before][2] < WIDTH / 5 < WIDTH / 2 < boxes[after][0] < boxes[name][0]
        assert boxes[after][1] == pytest.approx(boxes[name][1], abs=0.01)


def test_what_the_title_speaks_of_stands_out() -> None:
    plate = draw(chart("slope", NAMES, series(1, 2, 3), series(3, 2, 1), emphasis=[2]))
    colours = [line.colour for line in _lines(plate)]
    assert colours == [theme().colours["rule"]] * 2 + [theme().colours["primary"]]  # and lies on top


@pytest.mark.parametrize("count", (1, 2, 20, 60))
def test_words_of_equal_figures_stay_apart(count: int) -> None:
    plate = draw(chart("slope", [f"第{at}街道" for at in range(count)], series(*[5] * count), series(*[5] * count)))
    for edge in (True, False):
        heights = sorted(box(run)[1] for run in runs(plate) if run.text == "5" and (box(run)[0] < WIDTH / 2) == edge)
        assert len(heights) == count
        assert all(low - high >= 8.5 for high, low in pairwise(heights))


def test_a_missing_end_is_a_dash_and_no_line() -> None:
    plate = draw(chart("slope", ("甲", "乙"), series(1, None), series(None, 2)))
    assert not _lines(plate)
    assert words(plate).count("—") == 2 and "甲" in text(plate) and "乙" in text(plate)


def test_long_names_are_whole() -> None:
    name = "市内六区新设院前急救站并投入使用的数量（含改造扩建项目）"
    assert name in text(draw(chart("slope", (name, "短"), series(1, 2), series(2, 1)), 240.0))


def test_a_crowd_is_named_at_both_ends_with_room_between() -> None:
    """Figures that lie close: a reader needs not follow one line among others to know whose it is."""
    names = [f"任务{at}" for at in "甲乙丙丁戊己"]
    before, after = series(47, 42, 38.9, 38.3, 37.2, 35), series(94.6, 86, 94.4, 94.5, 93.2, 86.7)
    plate = draw(chart("slope", names, before, after), 442.0)
    for name in names:
        left, right = sorted(box(run) for run in runs(plate) if run.text == name)
        assert left[2] < 442 / 3 and right[0] > 442 * 2 / 3
    for values, far in ((("47", "42", "38.9", "38.3", "37.2", "35"), True), (("94.6", "94.5", "94.4"), False)):
        heights = sorted(box(run)[1] for run in runs(plate) if run.text in values and (box(run)[0] < 221) == far)
        assert all(low - high >= 1.2 * 8.5 for high, low in pairwise(heights))
    ends = sorted((line.y2, line.colour) for line in _lines(plate))
    assert all(one[1] != other[1] for one, other in pairwise(ends)), "neighbours have different colours"


def test_lines_far_from_each_other_are_named_once() -> None:
    plate = draw(chart("slope", NAMES, series(10, 30, 20), series(31, 11, 21)))
    assert all(words(plate).count(name) == 1 for name in NAMES)
