"""How Word's charts look: the booklet's colours, ranges and places of figures, fonts for both scripts."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from reportgen.drawing import GlyphRun, Rect
from reportgen.model.document import Document
from reportgen.theme import load_theme
from reportgen.theme.paints import contrast
from support.chart_gallery import GALLERY
from support.docx_reading import W, part
from support.native_charts import A, C, label_formats, natives, parts, series_of
from support.native_looks import labels, native, plate, value_of
from support.plates import chart, series

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
Write = Callable[[str], tuple[Document, bytes]]


def colour(element: Any) -> str:
    """The first colour that an element says."""
    return "#" + str(next(element.iter(f"{A}srgbClr")).get("val"))


def fills(element: Any, count: int) -> list[str]:
    """The colour of each point of a series."""
    found = [colour(element.find(f"{C}spPr"))] * count
    for point in element.iterchildren(f"{C}dPt"):
        found[int(point.find(f"{C}idx").get("val"))] = colour(point.find(f"{C}spPr"))
    return found


# --- all kinds


def test_every_shape_has_a_fill_and_every_text_its_fonts(write: Write) -> None:
    """Readers without our theme part draw what has no fill in no colour at all."""
    document, draft = write(GALLERY)
    for data, part_, _, _ in natives(document, draft):
        for element in part_.iter(f"{C}ser"):
            assert element.find(f"{C}spPr//{A}srgbClr") is not None
            if data.type == "doughnut":
                assert len(element.findall(f"{C}dPt")) == len(data.categories)
        looks = list(part_.iter(f"{A}defRPr", f"{A}rPr"))
        assert looks
        for look in looks:
            assert (look.find(f"{A}latin").get("typeface"), look.find(f"{A}ea").get("typeface")) == ("Arial", "黑体")


def test_axes_have_positive_ids_that_match(write: Write) -> None:
    for part_, _, _ in parts(write(GALLERY)[1]):
        axes = [int(one.get("val")) for tag in ("catAx", "valAx") for one in part_.iterfind(f".//{C}{tag}/{C}axId")]
        for plot in part_.find(f"{C}chart/{C}plotArea"):
            if plot.tag.endswith("Chart"):
                assert [int(one.get("val")) for one in plot.findall(f"{C}axId")] == axes
        assert all(0 < id < 2**32 for id in axes)


@pytest.mark.parametrize("name", ["civic", "official", "bright"])
@pytest.mark.parametrize("emphasis", [(), (1,)])
def test_bars_have_the_colours_of_the_booklet(name: str, emphasis: Sequence[int]) -> None:
    data = chart("column", ("甲", "乙", "丙"), series(3, 5, 4), emphasis=emphasis)
    bars = [mark.fill for mark in plate(data, name).marks if isinstance(mark, Rect)]
    (element,) = series_of(native(data, name))
    assert fills(element, 3) == bars


@pytest.mark.parametrize("name", ["civic", "official", "bright"])
def test_figures_on_colours_can_be_read(name: str) -> None:
    for data in (
        chart("stacked", ("甲", "乙"), *(series(5, 6, name=f"第{at}类") for at in range(6))),
        chart("doughnut", "甲乙丙丁戊己", series(20, 20, 20, 20, 10, 10)),
        chart("doughnut", "甲乙丙丁", series(20, 20, 20, 20), emphasis=(1,)),
        chart("target", ("甲", "乙"), series(11, 20), series(20, 40)),
    ):
        part_ = native(data, name)
        for element in list(series_of(part_))[: 1 if data.type == "target" else None]:
            grounds = fills(element, len(data.categories))
            dressed = element.find(f"{C}dLbls")
            for at, ground in enumerate(grounds):
                label = labels(element).get(at, dressed)
                if label.find(f"{C}layout") is None and label.find(f"{C}numFmt") is not None:
                    ink = colour(label.find(f"{C}tx") if label.find(f"{C}tx") is not None else label.find(f"{C}txPr"))
                    assert contrast(ink, ground) >= 3.5, (data.type, ink, ground)


def test_a_chart_stands_in_a_line_that_grows_with_it(draft: bytes) -> None:
    """An exact line pitch would cut it off."""
    style = next(
        style for style in part(draft, "word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == "Figure"
    )
    assert style.find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "auto"


# --- bars


def test_bars_start_at_nothing_and_read_from_the_top() -> None:
    part_ = native(chart("bar", ("甲", "乙"), series(3, 5)))
    assert value_of(part_, f"{C}valAx/{C}scaling/{C}min") == "0"
    assert value_of(part_, f"{C}catAx/{C}scaling/{C}orientation") == "maxMin"
    assert value_of(part_, f"{C}dispBlanksAs") == "gap"
    assert value_of(part_, f"{C}valAx/{C}delete") == "1"


def test_bars_below_nothing_have_room_and_names_below_them() -> None:
    part_ = native(chart("bar", ("甲", "乙"), series(3, -5)))
    assert value_of(part_, f"{C}valAx/{C}scaling/{C}min") is None
    assert value_of(part_, f"{C}catAx/{C}tickLblPos") == "low"
    assert value_of(part_, f"{C}invertIfNegative") == "0"


def test_columns_whose_names_have_no_room_are_rows_as_in_the_booklet() -> None:
    names = [f"城镇职工基本养老保险第{at}类参保人" for at in "甲乙丙丁戊己庚辛壬癸"]
    assert value_of(native(chart("column", names, series(*range(10)))), f"{C}barDir") == "bar"
    assert value_of(native(chart("column", names[:3], series(1, 2, 3))), f"{C}barDir") == "col"


def test_figures_that_are_wider_than_their_columns_are_turned() -> None:
    months = [f"{at}月" for at in range(1, 13)]
    part_ = native(chart("column", months, *(series(*range(1234, 1246), name=one) for one in "甲乙")))
    assert part_.find(f".//{C}dLbls/{C}txPr/{A}bodyPr").get("rot") == "-5400000"


def test_columns_too_narrow_for_any_figure_have_a_scale() -> None:
    months = [f"{at}月" for at in range(1, 25)]
    part_ = native(chart("column", months, *(series(*range(1234, 1258), name=one) for one in "甲乙丙")))
    assert value_of(part_, f"{C}valAx/{C}delete") == "0"
    assert value_of(part_, f"{C}valAx/{C}majorUnit") is not None
    assert {one.get("val") for one in part_.iter(f"{C}showVal")} == {"0"}


def test_a_part_too_thin_for_its_figure_has_it_beside() -> None:
    part_ = native(chart("stacked", ("城", "乡"), series(30, 40, name="公办"), series(1, 12, name="民办")))
    _, thin = series_of(part_)
    assert labels(thin)[0].find(f"{C}layout") is not None
    assert 1 not in labels(thin)
    assert thin.find(f".//{_C15}showLeaderLines").get("val") == "0"


# --- targets


def test_the_outline_of_a_target_is_filled_by_what_is_done() -> None:
    part_ = native(chart("target", ("急救站", "国医馆"), series(11, 20), series(20, 40)))
    assert value_of(part_, f"{C}overlap") == "100"
    done, asked = series_of(part_)
    assert asked.find(f"{C}spPr/{A}noFill") is not None
    assert colour(done.find(f"{C}spPr")) == load_theme("civic").colours["primary"]
    told = labels(done)[0]
    assert "".join(told.find(f"{C}tx").itertext()) == "11（55%）"
    assert told.find(f"{C}dLblPos").get("val") == "inEnd"
    assert asked.find(f"{C}dLbls/{C}dLblPos").get("val") == "outEnd"
    assert done.find(f".//{_C15}datalabelsRange/{_C15}f").text == "Sheet1!$D$2:$D$3"
    assert [one.text for one in done.find(f".//{_C15}datalabelsRange").iter(f"{C}v")] == ["55%", "50%"]


def test_beyond_its_target_a_bar_has_the_outline_in_it() -> None:
    done, asked = series_of(native(chart("target", ("床位",), series(260), series(210))))
    assert labels(done)[0].find(f"{C}dLblPos").get("val") == "outEnd"
    assert asked.find(f"{C}dLbls/{C}dLblPos").get("val") == "inEnd"


def test_bars_too_short_for_their_figures_stand_side_by_side() -> None:
    part_ = native(chart("target", ("食堂", "学校"), series(3, 37), series(4, 100)))
    assert value_of(part_, f"{C}overlap") == "0"
    for element in series_of(part_):
        assert {one.get("val") for one in element.iter(f"{C}dLblPos")} == {"outEnd"}


# --- lines, areas, slopes


def test_a_line_has_the_booklets_range_and_says_it() -> None:
    data = chart("line", ("2021年", "2022年", "2023年"), series("16.2", "15.1", "11.8"))
    ticks = [run.text for run in plate(data).marks if isinstance(run, GlyphRun) and run.text.isdigit()]
    part_ = native(data)
    low = Decimal(str(value_of(part_, f"{C}valAx/{C}scaling/{C}min")))
    step = Decimal(str(value_of(part_, f"{C}valAx/{C}majorUnit")))
    count = len(ticks)
    assert sorted(map(int, ticks)) == [int(low + step * at) for at in range(count)]
    assert value_of(part_, f"{C}valAx/{C}delete") == "0"
    assert value_of(part_, f"{C}valAx/{C}scaling/{C}max") is None  # a figure edited to be larger has room


def test_a_line_starts_where_the_author_says(write: Write) -> None:
    extra = (
        "  - {kind: chart, type: line, title: 升, categories: [甲, 乙], series: [{values: [73, 75]}], baseline: 70}\n"
    )
    ((part_, _, _),) = parts(write(extra)[1])
    assert value_of(part_, f"{C}valAx/{C}scaling/{C}min") == "70"


def test_figures_of_a_line_stand_at_its_outer_side() -> None:
    (element,) = series_of(native(chart("line", "甲乙丙丁戊", series(10, 30, 12, 31, 29))))
    found = [element.find(f"{C}dLbls/{C}dLblPos").get("val")] * 5
    for at, one in labels(element).items():
        found[at] = one.find(f"{C}dLblPos").get("val")
    assert found == ["b", "t", "b", "t", "b"]


def test_several_lines_are_named_where_they_end() -> None:
    rows = (series(3, 4, 5, name="甲区"), series(4, 5, "5.1", name="乙区"), series(1, 2, None, name="丙区"))
    part_ = native(chart("line", ("2021年", "2022年", "2023年"), *rows))
    assert part_.find(f".//{C}legend") is None
    ends = [
        [at for at, one in labels(element).items() if one.find(f'{C}showSerName[@val="1"]') is not None]
        for element in series_of(part_)
    ]
    assert ends == [[2], [2], [1]]
    moved = [float(one.get("val")) for one in part_.iterfind(f".//{C}dLbl/{C}layout/{C}manualLayout/{C}y")]
    assert len(moved) == 3 and min(moved) < 0 < max(moved)  # the two that end close by give way to each other


def test_a_long_time_has_few_names_and_few_figures() -> None:
    days = [f"{at}日" for at in range(1, 61)]
    part_ = native(chart("line", days, series(*range(100, 160))))
    assert int(value_of(part_, f"{C}catAx/{C}tickLblSkip") or 0) > 1
    (element,) = series_of(part_)
    assert sorted(label_formats(element)) == [0, 59]


def test_an_area_has_a_line_of_the_same_cells_with_its_figures() -> None:
    part_ = native(chart("area", ("一季度", "二季度"), series("41.9", "46.2")))
    first, edge = part_.iter(f"{C}ser")
    assert first.getparent().tag == f"{C}areaChart" and edge.getparent().tag == f"{C}lineChart"
    assert [one.text for one in first.iter(f"{C}f")] == [one.text for one in edge.iter(f"{C}f")]
    assert value_of(first, f"{C}dLbls/{C}showVal") == "0" and value_of(edge, f"{C}dLbls/{C}showVal") == "1"
    assert [one.get("val") for one in part_.iter(f"{C}order")] == ["0", "1"]
    assert part_.find(f".//{C}legend") is None


def test_areas_lie_on_each_other_with_a_scale_from_nothing() -> None:
    rows = (series(300, 320, name="公办"), series(100, 90, name="民办"))
    part_ = native(chart("area", ("2023年", "2024年"), *rows))
    plot = part_.find(f".//{C}areaChart")
    assert plot.find(f"{C}grouping").get("val") == "stacked"
    axis = part_.find(f".//{C}valAx")
    assert axis.find(f"{C}delete").get("val") == "0" and axis.find(f"{C}majorGridlines") is not None
    assert axis.find(f"{C}scaling/{C}min").get("val") == "0"
    forbidden = ("invertIfNegative", "marker", "smooth", "gapWidth", "overlap", "dLblPos")  # CT_AreaSer, CT_AreaChart
    assert not [name for name in forbidden if next(plot.iter(f"{C}{name}"), None) is not None]


def test_a_slope_is_told_at_both_ends() -> None:
    theme = load_theme("civic")
    rows = (series(210, "110.5", name="2024年"), series(260, 150, name="2025年"))
    part_ = native(chart("slope", ("城", "乡"), *rows, emphasis=(1,)))
    assert part_.find(f".//{C}legend") is None and value_of(part_, f"{C}valAx/{C}delete") == "1"
    for index, element in enumerate(series_of(part_)):
        first, last = element.find(f"{C}dLbls"), labels(element)[1]
        assert (first.find(f"{C}dLblPos").get("val"), last.find(f"{C}dLblPos").get("val")) == ("l", "r")
        assert (first.find(f"{C}showSerName").get("val"), last.find(f"{C}showSerName").get("val")) == ("0", "1")
        assert colour(element.find(f"{C}spPr")) == theme.colours["primary" if index == 1 else "rule"]


def test_times_stand_below_a_slope_that_runs_through_nothing() -> None:
    part_ = native(chart("slope", ("甲", "乙"), series(-5, 3, name="前"), series(4, -2, name="后")))
    assert value_of(part_, f"{C}catAx/{C}crosses") == "min"


def test_a_crowd_of_slopes_is_named_at_both_ends_in_colours_in_turn() -> None:
    names = ("甲项", "乙项", "丙项", "丁项", "戊项", "己项")
    before = series(47, 42, "38.9", "38.3", "37.2", 35, name="上半年")
    after = series("94.6", 86, "94.4", "94.5", "93.2", "86.7", name="全年")
    found = series_of(native(chart("slope", names, before, after)))
    lines = {"".join(one.find(f"{C}tx").itertext(f"{C}v")): one for one in found}
    assert len(lines) == 6
    for element in lines.values():
        assert all(one.find(f"{C}showSerName").get("val") == "1" for one in labels(element).values())
    order = ["甲项", "丁项", "丙项", "戊项", "己项", "乙项"]  # by their last figures
    assert all(one != other for one, other in pairwise(colour(lines[name].find(f"{C}spPr")) for name in order))


# --- rings, panels


def test_a_ring_tells_figures_and_shares_and_small_ones_outside() -> None:
    part_ = native(chart("doughnut", ("职工", "居民", "其他"), series(50, 48, 2)))
    (element,) = series_of(part_)
    told = {at: "".join(one.find(f"{C}tx").itertext()) for at, one in labels(element).items()}
    assert told == {0: "5050%", 1: "4848%", 2: "2（2%）"}
    assert [at for at, one in labels(element).items() if one.find(f"{C}layout") is not None] == [2]
    assert element.find(f".//{_C15}datalabelsRange/{_C15}f").text == "Sheet1!$C$2:$C$4"


def test_parts_that_the_title_does_not_speak_of_are_told_apart() -> None:
    (element,) = series_of(native(chart("doughnut", "甲乙丙丁", series(40, 30, 20, 10), emphasis=(0,))))
    found = fills(element, 4)
    assert found[0] == load_theme("civic").colours["primary"]
    assert len(set(found)) == 4


_PANELS = """\
  - kind: chart
    type: column
    panels: true
    title: 各区都在增加
    categories: [2023年, 2024年]
    series: [{name: 甲区, values: [10, 12]}, {name: 乙区, values: [3, 4]}, {name: 丙区, values: [7, 9]}]
"""


def test_panels_are_charts_on_one_scale(write: Write) -> None:
    _, data = write(_PANELS)
    made = [part_ for part_, _, _ in parts(data)]
    assert ["".join(one.find(f".//{C}title").itertext()) for one in made] == ["甲区", "乙区", "丙区"]
    scales = {tuple(value_of(one, f"{C}valAx/{C}scaling/{C}{end}") for end in ("min", "max")) for one in made}
    assert scales == {("0", "14.4")}
    extents = [int(one.get("cx")) for one in part(data, "word/document.xml").iter(f"{_WP}extent")]
    assert len(extents) == 3 and len(set(extents)) == 1


def test_a_panel_of_one_figure_has_a_scale(write: Write) -> None:
    """One figure alone has no range of its own."""
    text = _PANELS.replace("[10, 12]", "[5, 5]").replace("[3, 4]", "[5, 5]").replace("[7, 9]", "[5, 5]")
    for part_, _, _ in parts(write(text.replace("column", "line"))[1]):
        low, high = (value_of(part_, f"{C}valAx/{C}scaling/{C}{end}") for end in ("min", "max"))
        assert Decimal(str(low)) < 5 < Decimal(str(high))
        assert not re.search("E", f"{low}{high}")
