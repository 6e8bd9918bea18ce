"""Areas as a reader sees them: on zero, on each other, named where they end."""

from itertools import pairwise

import pytest

from reportgen.drawing import Path, Plate
from support.plates import WIDTH, axis_lines, box, chart, draw, rects, runs, series, theme, words

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
Outline = list[tuple[float, float]]


def _areas(plate: Plate) -> list[tuple[str, Outline]]:
    found = []
    for mark in plate.marks:
        if isinstance(mark, Path) and mark.fill is not None:
            found.append((mark.fill, [(one[-2], one[-1]) for one in mark.segments if one[0] != "Z"]))
    return found  # type: ignore[return-value]  # segments that are not Z end with a point


def test_an_area_stands_on_zero_and_is_as_high_as_its_figures() -> None:
    plate = draw(chart("area", QUARTERS, series(10, 20, 15, 40)))
    ((_, outline),) = _areas(plate)
    (axis,) = axis_lines(plate)
    assert [y for _, y in outline[4:]] == pytest.approx([axis.y1] * 4, abs=0.01)
    heights = [axis.y1 - y for _, y in outline[:4]]
    assert [height / heights[0] for height in heights] == pytest.approx([1, 2, 1.5, 4], abs=0.001)
    values = [run.text for run in runs(plate) if run.colour == theme().colours["ink"] and run.text.isdigit()]
    assert values == ["10", "20", "15", "40"]


def test_several_areas_say_which_of_them_lacks_a_figure() -> None:
    plate = draw(chart("area", QUARTERS, series(1, 2, None, None, name="居民"), series(4, 3, None, 1, name="职工")))
    found = words(plate)
    assert "居民、职工—" in found and "居民—" in found


def test_a_scale_of_high_figures_starts_from_zero_all_the_same() -> None:
    assert "0" in words(draw(chart("area", QUARTERS, series(98, 99, 100, 99))))


def test_areas_lie_on_each_other_and_are_named_at_the_right() -> None:
    plate = draw(chart("area", QUARTERS, series(1, 2, 3, 4, name="居民"), series(4, 3, 2, 1, name="职工")))
    (low, lower), (high, upper) = _areas(plate)
    assert (low, high) == theme().palette[:2]
    assert upper[4:] == list(reversed(lower[:4]))
    said = words(plate)
    for name, last in (("居民", "4"), ("职工", "1")):
        assert said[said.index(name) + 1] == last
        assert next(box(run) for run in runs(plate) if run.text == name)[0] > WIDTH * 0.7


def test_names_of_thin_areas_stay_apart() -> None:
    rows = [series(1, 1, 1, 1, name=f"第{at}类从业人员") for at in range(5)]
    plate = draw(chart("area", QUARTERS, *rows, series(900, 900, 900, 900, name="其余")))
    names = sorted(box(run)[1] for run in runs(plate) if "类" in run.text or run.text == "其余")
    assert len(names) >= 6
    assert all(below - above >= 8.5 for above, below in pairwise(names))


def test_a_gap_is_a_gap() -> None:
    plate = draw(chart("area", ("甲", "乙", "丙", "丁", "戊"), series(1, 2, None, 4, 3)))
    assert len(_areas(plate)) == 2
    assert "—" in words(plate)


def test_one_figure_alone_is_seen() -> None:
    plate = draw(chart("area", ("2019年",), series(5)))
    (upright,) = rects(plate)
    assert upright.width > 2 and upright.height > 100
    assert "5" in words(plate)
