"""Where the figures of Word's charts stand: none on another, level where there is room, as many as the booklet has."""

from itertools import pairwise
from typing import Any

import pytest

from reportgen.drawing import GlyphRun
from reportgen.word.native import height_of
from support.native_charts import A, C, series_of
from support.native_looks import labels, native, plate, value_of
from support.plates import chart, series


@pytest.mark.parametrize("names", [("甲", "乙"), ("甲", "乙", "丙")])
def test_figures_stay_level_where_their_group_has_room(names: tuple[str, ...]) -> None:
    """Columns of a group are never wide; they can stand as far apart as their figures ask."""
    rows = (series("1049.7", "1204.5", 1), series("1149.7", "1304.5", 2))
    for wide in (rows, (series("104970.2", 2, 3), rows[1])):
        data = chart(
            "column", names, *(series(*one.values[: len(names)], name=f"第{at}") for at, one in enumerate(wide))
        )
        part_ = native(data)
        bodies = [one.get("rot") for one in part_.iterfind(f".//{C}dLbls/{C}txPr/{A}bodyPr")]
        assert bodies == [None, None]
        gap, overlap = (float(value_of(part_, f"{C}{one}") or 0) / 100 for one in ("gapWidth", "overlap"))
        bar = 432 / len(names) / (2 - overlap + gap)
        widest = max(len(word) for one in data.series for word in one.words)
        assert bar * (1 - overlap) >= widest * 5.0 and bar < 54.0  # from figure to figure


@pytest.mark.parametrize(
    "thin", [(6, 4), (-5, 5), (5, -5), (0, 4), (0, 0)], ids=lambda values: ",".join(map(str, values))
)
def test_thin_parts_on_each_other_have_their_figures_one_below_the_other(thin: tuple[int, int]) -> None:
    """Word and LibreOffice put each upon the middle of its part: 6 and 4 of 900 would lie on each other."""
    rows = (series(900, 850, name="公办"), *(series(one, 400, name=str(at)) for at, one in enumerate(thin)))
    data = chart("stacked", ("2023", "2024"), *rows)
    first, second = (labels(element)[0].find(f"{C}layout/{C}manualLayout") for element in series_of(native(data))[1:])
    ends, heights = [0.0, 0.0], []
    for value, place in zip(thin, (first, second), strict=True):
        middle = (900 if value >= 0 else 0) + ends[value < 0] + value / 2
        ends[value < 0] += value
        # the parts take four fifths of the chart at most, so this is the least that they are apart by themselves
        heights.append(middle / 1300 * 0.7 - float(place.find(f"{C}y").get("val")))
    apart = abs(heights[1] - heights[0]) * height_of(data, 432.0, 500.0)
    assert apart >= 10.0  # points, of a figure


def test_more_thin_parts_than_have_room_below_each_other_have_a_scale() -> None:
    rows = [series(10000, name="大"), *(series(1, name=f"第{at}") for at in range(30))]
    part_ = native(chart("stacked", ("甲",), *rows))
    assert value_of(part_, f"{C}valAx/{C}delete") == "0"
    assert all(0 not in labels(element) for element in series_of(part_)[1:])


def sides(element: Any, count: int) -> list[str]:
    """Where the figure of each point stands; "" for a point whose figure is not told."""
    usual = element.find(f"{C}dLbls/{C}dLblPos")
    found = ["" if usual is None else str(usual.get("val"))] * count
    for at, one in labels(element).items():
        place = one.find(f"{C}dLblPos")
        found[at] = "" if place is None else str(place.get("val"))
    return found


_YEARS = ("2021年", "2022年", "2023年", "2024年")


def test_three_lines_tell_all_their_figures_where_all_are_clear_as_in_the_booklet() -> None:
    rows = (
        series(300, 320, 330, 340, name="公办"), series(100, 90, 95, 97, name="民办"),
        series(200, 190, 195, 197, name="乙"),
    )  # fmt: skip
    data = chart("line", _YEARS, *rows)
    printed = {run.text for run in plate(data).marks if isinstance(run, GlyphRun)}
    assert printed >= {word for one in rows for word in one.words[:3]}
    found = [sides(element, 4) for element in series_of(native(data))]
    assert found == [["b", "t", "t", "r"], ["t", "b", "t", "r"], ["t", "b", "t", "r"]]


def test_lines_that_cross_have_the_figures_that_the_title_speaks_of() -> None:
    rows = (
        series(300, 220, 130, 340, name="公办"), series(100, 190, 295, 97, name="民办"),
        series(200, 190, 195, 197, name="乙"),
    )  # fmt: skip
    for emphasis, told in (((), []), ((0,), [0])):
        for element in series_of(native(chart("line", _YEARS, *rows, emphasis=emphasis))):
            assert [at for at, side in enumerate(sides(element, 4)) if side in ("t", "b")] == told


def test_figures_are_clear_on_the_scale_that_word_makes_for_itself() -> None:
    """A highest figure that is at the end of the booklet's scale has one step more above it in Word."""
    rows = (
        series(300, 500, 300, 500, name="公办"), series(100, 90, 95, 97, name="民办"),
        series(200, 190, 195, 197, name="乙"),
    )  # fmt: skip
    data = chart("line", _YEARS, *rows)
    point = height_of(data, 432.0, 500.0) * 0.8 / 600
    found = [sides(element, 4) for element in series_of(native(data))]
    for at in range(3):
        assert all(side[at] in ("t", "b") for side in found)
        places = sorted(
            float(row.values[at] or 0) * point + (9 if side[at] == "t" else -9)
            for row, side in zip(rows, found, strict=True)
        )
        assert all(other - one >= 12 for one, other in pairwise(places)), (at, places)


def named(part_: Any) -> list[list[int]]:
    """Which points of each series have its name beside their figure."""
    return [
        [at for at, one in labels(element).items() if one.find(f'{C}showSerName[@val="1"]') is not None]
        for element in series_of(part_)
    ]


def test_areas_are_named_with_their_last_figures_where_they_end_as_in_the_booklet() -> None:
    rows = (
        series(300, 320, 330, 340, name="公办"), series(10, 9, 9, 9, name="民办"), series(5, 5, 5, 6, name="其他"),
    )  # fmt: skip
    data = chart("area", _YEARS, *rows)
    printed = [run.text for run in plate(data).marks if isinstance(run, GlyphRun)]
    part_ = native(data)
    assert named(part_) == [[3], [3], [3]] and part_.find(f".//{C}legend") is None
    places = []
    for element, row, middle in zip(series_of(part_), rows, (170.0, 344.5, 352.0), strict=True):
        assert f"{row.name} {row.words[-1]}" in printed or {row.name, row.words[-1]} <= set(printed)
        label = labels(element)[3]
        assert float(label.find(f"{C}layout/{C}manualLayout/{C}x").get("val")) > 0.02
        # the chart has four fifths of its height for the 400 of its scale
        down = float(label.find(f"{C}layout/{C}manualLayout/{C}y").get("val"))
        places.append((middle / 400 * 0.8 - down) * height_of(data, 432.0, 500.0))
    assert all(other - one >= 12 for one, other in pairwise(places)), places


def test_areas_whose_names_are_too_long_for_that_have_a_legend() -> None:
    long = "城镇职工基本养老保险参保人数中的灵活就业人员"
    part_ = native(chart("area", _YEARS, series(1, 2, 3, 4, name=long), series(4, 3, 2, 1, name="其他")))
    assert part_.find(f".//{C}legend") is not None and named(part_) == [[], []]


@pytest.mark.parametrize("row", [(0, 0), (0, 3)])
def test_areas_of_nothing_have_their_names(row: tuple[int, int]) -> None:
    part_ = native(chart("area", ("甲", "乙"), series(0, 0, name="公办"), series(*row, name="民办")))
    assert named(part_) == [[1], [1]]
