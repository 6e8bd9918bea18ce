"""Names of categories below Word's charts: a chart is as high as they need, and its plot no smaller for them."""

from collections.abc import Callable
from typing import Any

import pytest

from reportgen.model.document import ChartData, Document
from reportgen.theme.paints import contrast
from support.docx_reading import part
from support.native_charts import A, C, parts, series_of
from support.native_looks import labels, native, value_of
from support.plates import chart, series

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHORT = tuple("教卫住城人民医发工文农市")
_OFFICES = (
    "市教育局", "市卫生健康委员会", "市住房和城乡建设局", "市城市管理局", "市人力资源和社会保障局", "市民政局",
    "市医疗保障局", "市发展和改革委员会", "市工业和信息化局", "市文化和旅游局", "市农业农村局", "市市场监督管理局",
)  # fmt: skip
_LONGEST = 11 * 10.0  # points, of these names
_POINT = 12700  # EMU
Write = Callable[[str], tuple[Document, bytes]]


def offices(kind: str, count: int, names: tuple[str, ...] = _OFFICES) -> ChartData:
    rows = (series(*(3 * one + 10 * at for one in range(len(names))), name=f"单位{at}") for at in range(count))
    return chart(kind, names, *rows)


def share(part_: Any, end: str) -> float:
    return float(value_of(part_, f"{C}plotArea/{C}layout/{C}manualLayout/{C}{end}") or 0)


def yaml_of(data: ChartData) -> str:
    rows = ", ".join(f"{{name: {one.name}, values: [{', '.join(map(str, one.values))}]}}" for one in data.series)
    names = ", ".join(data.categories)
    return f"  - {{kind: chart, type: {data.type}, title: 比较, categories: [{names}], series: [{rows}]}}\n"


def drawn(write: Write, data: ChartData) -> tuple[Any, float]:
    """The chart of a draft, and its height in points."""
    _, draft = write(yaml_of(data))
    ((part_, _, _),) = parts(draft)
    (extent,) = part(draft, "word/document.xml").iter(f"{_WP}extent")
    return part_, int(extent.get("cy")) / _POINT


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("kind", ["line", "area", "stacked"])
def test_names_read_upwards_have_room_below_a_plot_that_keeps_its_depth(write: Write, kind: str, count: int) -> None:
    """The booklet prints such names upwards too, and its drawing grows by them."""
    part_, height = drawn(write, offices(kind, count))
    _, usual = drawn(write, offices(kind, count, _SHORT))
    assert part_.find(f".//{C}catAx/{C}txPr/{A}bodyPr").get("rot") == "-5400000"
    assert share(part_, "h") * height == pytest.approx(0.8 * usual, abs=0.5)
    assert (1 - share(part_, "y") - share(part_, "h")) * height >= _LONGEST + 5


_COUNTED = tuple(f"很长很长的类别名称第{at}个不会断开" for at in range(8))


@pytest.mark.parametrize("count", [1, 3])
def test_columns_of_long_names_that_count_on_are_rows(count: int) -> None:
    """The booklet leaves every other one out and breaks the rest; LibreOffice leaves none out, and breaks none."""
    assert value_of(native(offices("column", count, _COUNTED)), f"{C}barDir") == "bar"


@pytest.mark.parametrize("kind", ["line", "area", "stacked"])
def test_long_names_that_count_on_are_read_upwards(write: Write, kind: str) -> None:
    part_, height = drawn(write, offices(kind, 3, _COUNTED))
    assert part_.find(f".//{C}catAx/{C}txPr/{A}bodyPr").get("rot") == "-5400000"
    assert (1 - share(part_, "y") - share(part_, "h")) * height >= 16 * 10.0 + 5


def test_times_below_lines_have_room_where_a_reader_leans_them(write: Write) -> None:
    """Every so many are printed, in Word; LibreOffice leans all of them at 45 degrees, and cuts what has no room."""
    times = tuple(f"{year}年{at}季度" for year in (2022, 2023, 2024) for at in "一二三四")
    part_, height = drawn(write, offices("line", 2, times))
    assert int(value_of(part_, f"{C}catAx/{C}tickLblSkip") or 0) > 1
    assert (1 - share(part_, "y") - share(part_, "h")) * height >= (6 * 10.0 + 10) * 0.71 + 5
    _, usual = drawn(write, offices("line", 2, _SHORT))
    assert share(part_, "h") * height == pytest.approx(0.8 * usual, abs=0.5)


# --- below nothing


def places(element: Any, count: int) -> list[str]:
    """Where the figure of each point stands."""
    usual = element.find(f"{C}dLbls/{C}dLblPos")
    found = [usual.get("val")] * count
    for at, one in labels(element).items():
        found[at] = one.find(f"{C}dLblPos").get("val")
    return found


def test_figures_read_upwards_do_not_lie_on_the_names_below_the_lowest_column() -> None:
    """Readers leave a twentieth of the plot free there, too little for them."""
    rows = (series("-1.5", 2, -3, 0, name="计划"), series(-1, -2, -3, -400000, name="实绩"))
    first, second = series_of(native(chart("column", ("甲区", "乙区", "丙区", "丁区"), *rows)))
    assert places(first, 4) == ["outEnd"] * 4
    assert places(second, 4) == ["outEnd", "outEnd", "outEnd", "inEnd"]
    fill = second.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val")
    ink = labels(second)[3].find(f"{C}txPr//{A}srgbClr").get("val")
    assert contrast(f"#{ink}", f"#{fill}") >= 3.5


def test_level_figures_stand_below_their_columns() -> None:
    (element,) = series_of(native(chart("column", ("甲区", "乙区"), series(3, -5))))
    assert places(element, 2) == ["outEnd", "outEnd"]


@pytest.mark.parametrize("figures", [(5, -4), (-3, -4)])
def test_panels_have_room_for_a_figure_below_the_lowest_column(write: Write, figures: tuple[int, int]) -> None:
    one, other = figures
    data = chart("column", ("甲区", "乙区"), series(0, 1, name="前"), series(one, other, name="后"))
    _, draft = write(yaml_of(data).replace("type:", "panels: true, type:"))
    for part_, _, _ in parts(draft):
        low, high = (float(value_of(part_, f"{C}valAx/{C}scaling/{C}{end}") or 0) for end in ("min", "max"))
        assert low <= -4 - (max(figures) + 4) / 6 and high >= 1


def test_a_legend_of_several_lines_does_not_lie_on_the_plot_above_such_names(write: Write) -> None:
    long = "城镇职工基本养老保险参保人数中的灵活就业人员"
    rows = tuple(series(*range(at, at + 12), name=f"{long}{at}") for at in range(2))
    part_, height = drawn(write, chart("line", _OFFICES, *rows))
    assert part_.find(f".//{C}legend") is not None
    assert share(part_, "y") * height >= 2 * 14
    assert (1 - share(part_, "y") - share(part_, "h")) * height >= _LONGEST + 5
