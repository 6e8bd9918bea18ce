"""What a reader of Word's charts would take for something else: curves, signs, names that run together, lost axes."""

from collections.abc import Sequence
from typing import Any

import pytest

from reportgen.theme import load_theme
from reportgen.word.native import height_of
from support.native_charts import A, C, series_of
from support.native_looks import labels, native, value_of
from support.plates import chart, series

MONTHS = [f"{at}月" for at in range(1, 7)]


def places(element: Any, count: int) -> list[str]:
    """Where the figure of each point stands, "" for none."""
    general = element.find(f"{C}dLbls")
    is_told = general.find(f"{C}showVal").get("val") == "1"
    found = [general.find(f"{C}dLblPos").get("val") if is_told else ""] * count
    for at, one in labels(element).items():
        found[at] = value_of(one, f"{C}dLblPos") or ""
    return found


def test_lines_run_straight_from_point_to_point() -> None:
    """A curve would show figures that nobody reported."""
    for kind in ("line", "slope"):
        rows = (series(3, 1, name="前"), series(1, 4, name="后"))
        for element in series_of(native(chart(kind, ("甲", "乙"), *rows))):
            assert value_of(element, f"{C}smooth") == "0"


def test_of_two_lines_each_has_its_figures_on_the_side_away_from_the_other() -> None:
    upper, lower = series(20, 22, 21, 23, name="上线"), series(10, 12, 11, 13, name="下线")
    for rows in ((upper, lower), (lower, upper)):
        found = {
            "".join(one.find(f"{C}tx").itertext(f"{C}v")): places(one, 4)
            for one in series_of(native(chart("line", MONTHS[:4], *rows)))
        }
        assert found["上线"][:3] == ["t"] * 3
        assert found["下线"][1:3] == ["b"] * 2, "the first stands at the foot of the plot"


def test_a_figure_stands_apart_from_the_name_before_it() -> None:
    """By a blank, as in the booklet: Word itself would put the mark of the reader's system between the two."""
    rows = (series(3, 4, 5, name="甲区"), series(6, 7, 8, name="乙区"), series(1, 2, 3, name="丙区"))
    part_ = native(chart("line", ("2021年", "2022年", "2023年"), *rows))
    named = [one for one in part_.iter(f"{C}dLbl") if value_of(one, f"{C}showSerName") == "1"]
    assert len(named) == 3
    assert {one.findtext(f"{C}separator") for one in named} == {" "}


@pytest.mark.parametrize("kind", ["line", "column"])
def test_a_scale_has_true_minus_signs(kind: str) -> None:
    rows = [series(*range(-1234 - at, -1210 - at), name=f"第{at}类") for at in range(3 if kind == "column" else 1)]
    part_ = native(chart(kind, [f"{at}月" for at in range(24)], *rows))
    assert value_of(part_, f"{C}valAx/{C}delete") == "0"
    code = part_.find(f".//{C}valAx/{C}numFmt").get("formatCode")
    assert code.split(";")[1].startswith("\N{MINUS SIGN}")


def test_the_scale_of_rows_stands_below_them() -> None:
    """They run from the top, so that the axis crosses at what is last."""
    rows = [series(*range(1, 21), name=f"第{at}类") for at in range(4)]
    part_ = native(chart("bar", [f"第{at}项" for at in range(20)], *rows))
    assert value_of(part_, f"{C}valAx/{C}delete") == "0", "no room for figures at the bars"
    assert value_of(part_, f"{C}catAx/{C}scaling/{C}orientation") == "maxMin"
    assert value_of(part_, f"{C}valAx/{C}crosses") == "max"


def test_a_bar_that_an_editor_adds_is_not_one_that_the_title_speaks_of() -> None:
    part_ = native(chart("bar", ("甲", "乙", "丙"), series(3, 5, 4), emphasis=(0,)))
    (element,) = series_of(part_)
    own, first = (one.find(f".//{A}srgbClr").get("val") for one in (element.find(f"{C}spPr"), element.find(f"{C}dPt")))
    assert "#" + first == load_theme("civic").colours["primary"] and own != first


@pytest.mark.parametrize("figures", [(1234567, 2345678), ("12.5", "-3.75")])
def test_no_figure_is_broken_over_two_lines(figures: Sequence[int | str]) -> None:
    """LibreOffice breaks those of a font that is wider than the one it was made for."""
    part_ = native(chart("column", ("甲", "乙"), series(*figures)))
    (text,) = part_.iterfind(f".//{C}dLbls/{C}txPr/{A}bodyPr")
    assert text.get("wrap") == "none"


def test_a_ring_begins_at_twelve_o_clock() -> None:
    """The figures beside its small parts are reckoned from there."""
    part_ = native(chart("doughnut", ("职工", "居民", "其他"), series(50, 48, 2)))
    assert value_of(part_, f"{C}firstSliceAng") == "0"


def test_a_legend_takes_nothing_from_the_plot() -> None:
    one, two = (
        height_of(chart("column", MONTHS, *(series(*range(6), name=name) for name in names)), 432.0, 500.0)
        for names in ("甲", "甲乙")
    )
    assert 20 <= two - one <= 30, "a line of names with its blank"


def test_the_language_of_a_chart_is_chinese() -> None:
    """Word would else mark every name in it as misspelt English."""
    part_ = native(chart("bar", ("甲",), series(3)))
    assert value_of(part_, f"{C}lang") == "zh-CN"
