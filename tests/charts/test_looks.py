"""What a reader of one chart notices."""

from decimal import Decimal

import pytest

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostic, Diagnostics, Spot
from reportgen.drawing import Path, Plate
from reportgen.model.blocks import Callout, Chart
from reportgen.model.document import ChartData, Entry
from reportgen.model.inlines import Prose, Text
from support.plates import (
    WIDTH,
    Box,
    axis_lines,
    box,
    chart,
    document,
    draw,
    fonts,
    rects,
    runs,
    series,
    text,
    theme,
    words,
)

COLOURS = theme().colours
DEPARTMENTS = ("市卫生健康委", "市城市管理局", "市医疗保障局", "市人力资源社会保障局", "市民政局", "市教育局")
QUARTERS = ("一季度", "二季度", "三季度", "四季度")


def _where(plate: Plate, said: str) -> Box:
    return next(box(run) for run in runs(plate) if run.text == said)


def test_a_bar_chart_has_a_line_of_the_grid_for_each_row() -> None:
    plate = draw(
        chart("bar", ("出省出国产值", "建筑业总产值", "房地产开发投资"), series("26.4", "19.9", 19), emphasis=[0])
    )
    assert plate.height == 54
    assert words(plate) == ["出省出国产值", "26.4", "建筑业总产值", "19.9", "房地产开发投资", "19"]
    first, second, third = rects(plate)
    assert [bar.fill for bar in (first, second, third)] == [COLOURS["primary"], COLOURS["rule"], COLOURS["rule"]]
    assert {bar.height for bar in (first, second, third)} == {10.8}
    assert second.width / first.width == pytest.approx(19.9 / 26.4, rel=1e-4)
    assert first.x == pytest.approx(102.8, abs=0.5)  # the third column of the page
    assert box(runs(plate)[1])[2] == pytest.approx(WIDTH, abs=0.01)  # as wide as the plate allows


def test_labels_and_values_are_centred_on_their_bars() -> None:
    plate = draw(chart("bar", ("甲", "乙"), series(3, 5)))
    for bar, name, value in zip(rects(plate), runs(plate)[::2], runs(plate)[1::2], strict=True):
        middle = bar.y + bar.height / 2
        assert name.y == value.y == pytest.approx(middle + 0.37 * 8.5, abs=0.01)


def test_without_emphasis_bars_have_the_first_colour_of_the_palette() -> None:
    assert {bar.fill for bar in rects(draw(chart("column", QUARTERS, series(1, 2, 3, 4))))} == {theme().palette[0]}


def test_negative_bars_hang_on_the_other_side_of_zero() -> None:
    plate = draw(chart("bar", ("增", "减"), series(8, -4)))
    up, down = rects(plate)
    (axis,) = axis_lines(plate)
    assert up.x == pytest.approx(axis.x1, abs=0.01)
    assert down.x + down.width == pytest.approx(axis.x1, abs=0.01)
    assert _where(plate, "−4")[2] < down.x
    assert up.width == pytest.approx(2 * down.width, abs=0.01)


def test_a_gap_is_a_dash_without_a_bar() -> None:
    for kind in ("bar", "column"):
        plate = draw(chart(kind, ("甲", "乙"), series(3, None)))
        assert len(rects(plate)) == 1
        assert words(plate)[-1] == "—"


def test_values_are_printed_as_they_were_worded() -> None:
    data = chart("bar", ("甲", "乙"), series("5.60", "1000000"))
    assert words(draw(data))[1::2] == ["5.60", "1000000"]


@pytest.mark.parametrize("name", ("$100 和 $200", r"$\frac{$", "{" * 40, r"\alpha_1^2", "R&D <b>"))
def test_no_character_is_a_command(name: str) -> None:
    for kind in ("bar", "column", "line", "doughnut"):
        assert name.replace(" ", "") in text(draw(chart(kind, (name, "乙"), series(1, 2)))).replace(" ", "")


def test_a_long_name_stands_above_its_bar_and_is_whole() -> None:
    name = "市内六区新设院前急救站并投入使用的数量（含改造扩建项目）和其他一切有关事项"
    plate = draw(chart("bar", (name, "短"), series(11, 300)))
    assert words(plate) == [name, "11", "短", "300"]
    bar = rects(plate)[0]
    assert bar.x < 1
    assert _where(plate, "短")[3] <= rects(plate)[1].y


def test_chinese_names_break_where_lines_may() -> None:
    plate = draw(
        chart("column", ("甲（含乙、丙）办理数", "“一网通办”事项", "丁", "戊", "己", "庚"), series(1, 2, 3, 4, 5, 6))
    )
    lines = [run.text for run in runs(plate)]
    assert not any(line[0] in "），。、”" or line[-1] in "（“" for line in lines)
    assert "甲（含乙、丙）办理数" in "".join(lines)


def test_columns_whose_names_do_not_fit_become_rows() -> None:
    names = tuple(f"{name}及所属事业单位" for name in DEPARTMENTS for _ in range(2))
    plate = draw(chart("column", names, series(*range(1, 13))))
    assert {bar.height for bar in rects(plate)} == {10.8}
    assert all(name in text(plate) for name in names)


def test_names_that_a_scale_leaves_no_room_for_become_rows() -> None:
    names = (*"甲乙丙丁戊己庚辛壬癸子丑", "GB2312")
    plate = draw(chart("column", names, *(series(*range(1000, 1013)) for _ in range(4))), 453.5)
    assert all(box(run)[0] >= 0 for run in runs(plate))
    assert "GB2312" in words(plate)


def test_many_months_are_thinned_out_and_marked() -> None:
    months = tuple(f"{year}年{month}月" for year in (2018, 2019) for month in range(1, 13))
    plate = draw(chart("column", months, series(*range(100, 124))))
    printed = [run for run in runs(plate) if "月" in run.text or "年" in run.text]
    said = "".join(run.text for run in printed)
    assert said.startswith("2018年1月2018年5月")
    assert len(rects(plate)) == 24


def test_several_series_are_named_above_in_their_order() -> None:
    plate = draw(chart("column", QUARTERS, series(1, 2, 3, 4, name="居民"), series(4, 3, 2, 1, name="职工")))
    assert words(plate)[:3] == ["居民", "职工", "一季度"]
    swatches = rects(plate)[:2]
    assert [swatch.fill for swatch in swatches] == list(theme().palette[:2])
    assert box(runs(plate)[0])[3] < min(bar.y for bar in rects(plate)[2:])


def test_a_stack_carries_its_values_in_readable_colours() -> None:
    plate = draw(chart("stacked", ("2018年", "2019年"), series(120, 160, name="甲"), series(90, 70, name="乙")))
    colours = {run.text: run.colour for run in runs(plate)}
    assert colours["120"] == COLOURS["paper"]  # on deep blue
    assert colours["90"] == COLOURS["ink"]  # on grey
    lower, upper = rects(plate)[2:4]
    assert upper.y + upper.height == pytest.approx(lower.y, abs=0.01)


def test_a_line_says_where_its_scale_starts() -> None:
    plate = draw(chart("line", ("2017年", "2018年", "2019年"), series("73.1", "74.2", "75.5")))
    scale = [run.text for run in runs(plate) if run.colour == COLOURS["grey"]]
    assert all(float(figure) > 70 for figure in scale)
    assert {"73.1", "74.2", "75.5"} <= set(words(plate))


def test_lines_are_named_where_they_end_with_their_last_value() -> None:
    plate = draw(chart("line", QUARTERS, series(10, 20, 30, 42, name="居民"), series(5, 6, None, 8, name="职工")))
    for name, last in (("居民", "42"), ("职工", "8")):
        assert _where(plate, name)[0] > WIDTH * 0.7
        found = words(plate)
        assert found[found.index(name) + 1] == last
    assert "职工—" in words(plate)


def test_a_line_breaks_at_a_gap() -> None:
    plate = draw(chart("line", ("甲", "乙", "丙", "丁", "戊"), series(1, 2, None, 4, 3)))
    (drawn,) = (mark for mark in plate.marks if isinstance(mark, Path) and mark.stroke_width == 1.6)
    assert [segment[0] for segment in drawn.segments] == ["M", "L", "M", "L"]


def test_shares_of_one_whole_have_one_number_of_decimals() -> None:
    said = words(draw(chart("doughnut", ("甲", "乙", "丙"), series(74, "11.1", "14.9"))))
    assert {"74.0%", "11.1%", "14.9%"} <= set(said)
    said = words(draw(chart("doughnut", ("甲", "乙"), series(75, 25))))
    assert {"75%", "25%"} <= set(said)


def test_a_doughnut_shows_shares_total_and_parts() -> None:
    plate = draw(chart("doughnut", ("居民医保", "职工医保"), series("485.6", "374.4")))
    said = words(plate)
    assert said == ["居民医保", "485.6", "万人", "职工医保", "374.4", "万人", "56.5%", "43.5%", "860", "万人"]
    assert plate.height == 180


def test_small_parts_carry_their_shares_outside_the_ring() -> None:
    plate = draw(chart("doughnut", ("甲", "乙", "丙"), series(970, 20, 10)))
    inside = _where(plate, "97%")
    for share in ("2%", "1%"):
        assert _where(plate, share)[3] < inside[1]  # above the ring's upper part, where these parts lie


def test_many_parts_are_listed_in_rows() -> None:
    names = tuple(f"第{at}类" for at in range(9))
    said = words(draw(chart("doughnut", names, series(*range(9, 0, -1)))))
    at = said.index("第0类")
    assert said[at : at + 3] == ["第0类", "9", "20.0%"]


def test_a_target_prints_both_figures_and_the_share() -> None:
    plate = draw(chart("target", ("食堂", "道路"), series(37, 6, name="上半年"), series(100, 20, name="全年")))
    assert words(plate) == ["上半年", "全年", "完成率", "食堂", "37", "100", "37%", "道路", "6", "20", "30%"]
    actual, tracks = rects(plate, COLOURS["primary"])[1:], rects(plate, COLOURS["track"])[1:]
    assert actual[0].width / tracks[0].width == pytest.approx(0.37, rel=0.005)
    marks = [line for line in axis_lines(plate) if line.y2 - line.y1 == pytest.approx(15.2, abs=0.01)]
    assert [mark.x1 for mark in marks] == [track.x + track.width for track in tracks]


def test_a_target_without_a_published_figure_has_no_share() -> None:
    said = words(draw(chart("target", ("甲", "乙", "丙"), series(3, None, 5), series(None, 8, 0))))
    assert said[3:] == ["甲", "3", "—", "—", "乙", "—", "8", "—", "丙", "5", "0", "—"]


def test_huge_and_tiny_figures_are_drawn() -> None:
    for figures in (("1e80", "5e79"), ("1e-30", "5e-31"), (10**400, 5 * 10**399)):
        plate = draw(chart("bar", ("甲", "乙"), series(*figures)))
        long, short = rects(plate)
        assert short.width / long.width == pytest.approx(0.5, rel=0.005)
        assert all(box(run)[2] <= WIDTH + 0.01 for run in runs(plate))
        for kind in ("column", "line", "stacked"):
            draw(chart(kind, ("甲", "乙"), series(*figures)))


def _reported(data: ChartData, flow: tuple[Entry, ...] = ()) -> tuple[dict[str, Plate], list[Diagnostic]]:
    sink = Diagnostics()
    found = plates(document({"a/1/blocks/0": data}, flow), theme(), fonts(), WIDTH, sink)
    return found, list(sink)


def test_what_cannot_be_shown_has_no_drawing() -> None:
    """The resolver has said why (tests/model/test_chart_faults.py)."""
    assert _reported(chart("doughnut", ("甲", "乙"), series(3, -1))) == ({}, [])


def test_a_report_says_where_the_chart_stands() -> None:
    inner = Chart(type="doughnut", title=Prose((Text("x"),)), categories=(), series=())
    callout = Callout(blocks=(inner,))
    flow = (Entry("a/1", callout, 0, Spot("sections/a.yaml", ("blocks", 1))),)
    _, (reported,) = _reported(chart("bar", ("甲\ue000",), series(1)), flow)
    assert reported.where == Spot("sections/a.yaml", ("blocks", 1, "blocks", 0), find="\ue000")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, []), (4, [("warning", "chart-crowded")]), (6, [("error", "chart-illegible")])],
)
def test_a_chart_taller_than_a_page_is_smaller_as_long_as_it_can_be_read(count: int, said: list[object]) -> None:
    rows = [series(*range(1, 61), name=str(at)) for at in range(count)]
    _, reported = _reported(chart("bar", [f"第{at}街道" for at in range(60)], *rows))
    assert [(one.severity, one.code) for one in reported] == said


def test_a_character_that_no_face_has_is_an_error() -> None:
    _, reported = _reported(chart("bar", ("甲\ue000",), series(1)))
    assert [one.code for one in reported] == ["font-glyph-missing"]


def test_a_rare_character_is_set_in_a_fallback_face() -> None:
    plate = draw(chart("bar", ("𬭎𠂇甲",), series(1)))
    assert words(plate)[0] == "𬭎𠂇甲"
    assert all(0 not in run.glyphs for run in runs(plate))


def test_figures_have_one_width() -> None:
    plate = draw(chart("bar", ("甲", "乙"), series("111.1", "888.8")))
    low, high = (box(run) for run in runs(plate)[1::2])
    assert low[2] - low[0] == pytest.approx(high[2] - high[0], abs=0.001)


def test_more_values_than_categories_do_not_stop_the_rest() -> None:
    assert Decimal(1) in series(1, 2, 3).values
    assert words(draw(chart("bar", ("甲", "乙"), series(1, 2, 3), series(4)))) == ["甲", "1", "4", "乙", "2", "—"]
