"""Native charts: what Word draws, what it caches and what its workbook holds are one and the same."""

import io
import zipfile
from decimal import Decimal
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from lxml import etree

from reportgen.model.blocks import Chart
from reportgen.model.document import ChartData, ChartSeries, Document
from reportgen.model.walk import blocks_inside
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W
from support.docx_reading import part
from support.every_kind import png

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def charts(document: Document, data: bytes) -> list[tuple[ChartData, Any, bytes]]:
    """(what the document says, chart part, workbook) in order."""
    ids = [
        id
        for entry in document.flow
        for id, block, _ in blocks_inside(entry.block, entry.id, ())
        if isinstance(block, Chart)
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            (
                as_drawn(document.charts[id]),
                etree.fromstring(archive.read(f"word/charts/chart{number}.xml")),
                archive.read(f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
            )
            for number, id in enumerate(ids, 1)
        ]


def as_drawn(data: ChartData) -> ChartData:
    """A slope is a line for each category between two points in time: to Word they are its series."""
    if data.type != "slope":
        return data
    rows = tuple(
        ChartSeries(name, tuple(one.values[at] for one in data.series), tuple(one.words[at] for one in data.series))
        for at, name in enumerate(data.categories)
    )
    return msgspec.structs.replace(data, categories=tuple(one.name for one in data.series), series=rows)


def points(parent: Any, count: int) -> list[str | None]:
    """The cached points of a category or value list, None for gaps."""
    found: list[str | None] = [None] * count
    for point in parent.iter(f"{C}pt"):
        found[int(point.get("idx"))] = point.find(f"{C}v").text
    return found


def cells(workbook: bytes) -> dict[str, str]:
    """The cells of the first sheet as text."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        shared = [
            "".join(t.text or "" for t in one.iter(f"{S}t"))
            for one in etree.fromstring(archive.read("xl/sharedStrings.xml")).iter(f"{S}si")
        ]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.iter(f"{S}c"):
        text = cell.find(f"{S}v").text
        found[cell.get("r")] = shared[int(text)] if cell.get("t") == "s" else text
    return found


def test_cache_workbook_and_document_agree(document: Document, draft: bytes) -> None:
    seen = charts(document, draft)
    assert [data.type for data, _, _ in seen] == ["bar", "column", "line", "stacked", "doughnut", "area", "slope"]
    for data, chart, workbook in seen:
        held = cells(workbook)
        count = len(data.categories)
        for row, category in enumerate(data.categories, 2):
            assert held[f"A{row}"] == category
        for column, (element, series) in enumerate(zip(chart.iter(f"{C}ser"), data.series, strict=True)):
            letter = "BCDEFG"[column]
            assert points(element.find(f"{C}cat"), count) == list(data.categories)
            cached = points(element.find(f"{C}val"), count)
            assert [None if one is None else Decimal(one) for one in cached] == list(series.values)
            assert held.get(f"{letter}1", "") == series.name
            for row, value in enumerate(series.values, 2):
                text = held.get(f"{letter}{row}")
                assert (None if text is None else Decimal(text)) == value
            assert element.find(f"{C}val/{C}numRef/{C}f").text == f"Sheet1!${letter}$2:${letter}${count + 1}"


def test_labels_print_the_words_of_the_document(document: Document, draft: bytes) -> None:
    """As many decimals as the author wrote, and a true minus."""
    for data, chart, _ in charts(document, draft):
        if data.type == "area":
            continue  # a scale says its figures
        for element, series in zip(chart.iter(f"{C}ser"), data.series, strict=True):
            labels = element.find(f"{C}dLbls")
            own = {label.find(f"{C}idx").get("val"): label for label in labels.iterchildren(f"{C}dLbl")}
            for at, (value, words) in enumerate(zip(series.values, series.words, strict=True)):
                if value is None:
                    continue
                code = own.get(str(at), labels).find(f"{C}numFmt").get("formatCode")
                positive, _, negative = code.partition(";")
                pattern = negative if value < 0 else positive
                decimals = len(pattern.partition(".")[2])
                assert words == ("\u2212" if value < 0 else "") + f"{abs(value):.{decimals}f}"


def test_axes_have_positive_ids_that_match(document: Document, draft: bytes) -> None:
    for _, chart, _ in charts(document, draft):
        plot = next(element for element in chart.find(f"{C}chart/{C}plotArea") if element.tag.endswith("Chart"))
        ids = [int(one.get("val")) for one in plot.findall(f"{C}axId")]
        assert all(0 < id < 2**32 for id in ids)
        axes = [int(one.get("val")) for axis in ("catAx", "valAx") for one in chart.iterfind(f".//{C}{axis}/{C}axId")]
        assert sorted(ids) == sorted(axes)


def test_every_shape_has_a_fill_and_every_text_its_fonts(document: Document, draft: bytes) -> None:
    for data, chart, _ in charts(document, draft):
        for element in chart.iter(f"{C}ser"):
            assert element.find(f"{C}spPr//{A}srgbClr") is not None
            if data.type == "doughnut":
                assert len(element.findall(f"{C}dPt")) == len(data.categories)
        for look in chart.iter(f"{A}defRPr"):
            assert look.find(f"{A}ea").get("typeface") == "黑体"


def test_what_the_title_speaks_of_stands_out(document: Document, draft: bytes, theme: Theme) -> None:
    data, chart, _ = charts(document, draft)[0]
    assert data.emphasis == (1,)
    element = next(chart.iter(f"{C}ser"))
    assert element.find(f"{C}spPr//{A}srgbClr").get("val") == theme.colours["rule"][1:]
    (point,) = element.findall(f"{C}dPt")
    assert point.find(f"{C}idx").get("val") == "1"
    assert point.find(f"{C}spPr//{A}srgbClr").get("val") == theme.palette[0][1:]


def test_areas_lie_on_each_other_with_a_scale_from_nothing(document: Document, draft: bytes) -> None:
    data, chart, _ = charts(document, draft)[-2]
    assert data.type == "area"
    plot = chart.find(f".//{C}areaChart")
    assert plot.find(f"{C}grouping").get("val") == "stacked"
    axis = chart.find(f".//{C}valAx")
    assert axis.find(f"{C}delete").get("val") == "0" and axis.find(f"{C}majorGridlines") is not None
    assert axis.find(f"{C}scaling/{C}min").get("val") == "0"
    forbidden = ("invertIfNegative", "marker", "smooth", "gapWidth", "overlap", "dLblPos")  # CT_AreaSer, CT_AreaChart
    assert not [name for name in forbidden if next(plot.iter(f"{C}{name}"), None) is not None]


def test_a_slope_is_told_at_both_ends(document: Document, draft: bytes, theme: Theme) -> None:
    data, chart, _ = charts(document, draft)[-1]
    assert data.type == "slope" and data.emphasis == (1,)
    assert chart.find(f".//{C}legend") is None and chart.find(f".//{C}valAx/{C}delete").get("val") == "1"
    for index, element in enumerate(chart.iter(f"{C}ser")):
        first, last = element.findall(f"{C}dLbls/{C}dLbl")
        assert (first.find(f"{C}dLblPos").get("val"), last.find(f"{C}dLblPos").get("val")) == ("l", "r")
        assert (first.find(f"{C}showSerName").get("val"), last.find(f"{C}showSerName").get("val")) == ("0", "1")
        colour = element.find(f"{C}spPr//{A}srgbClr").get("val")
        assert colour == (theme.palette[0] if index in data.emphasis else theme.colours["rule"])[1:]


def test_bars_start_at_nothing_and_read_from_the_top(document: Document, draft: bytes) -> None:
    _, chart, _ = charts(document, draft)[0]
    assert chart.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "0"
    assert chart.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert chart.find(f".//{C}dispBlanksAs").get("val") == "gap"


def test_alternative_text_is_the_documents(document: Document, draft: bytes) -> None:
    drawings = [one for one in part(draft, "word/document.xml").iter(f"{_WP}docPr") if "图表" in one.get("name")]
    assert [one.get("descr") for one in drawings] == [data.alt for data, _, _ in charts(document, draft)]


_TARGET = """\
  - kind: chart
    type: target
    id: aims
    title: 目标还远
    categories: [食堂]
    series: [{name: 实绩, values: [37]}, {name: 目标, values: [100]}]
"""


def test_the_kind_that_word_lacks_is_a_picture(tmp_path: Any, theme: Theme) -> None:
    from support.every_kind import document_of, write_every_kind

    document = document_of(write_every_kind(tmp_path, extra=_TARGET))
    (id,) = [id for id, data in document.charts.items() if data.type == "target"]
    with pytest.raises(KeyError):
        write_draft(document, theme, {}, None)
    picture = png(300, 100)
    data = write_draft(document, theme, {id: picture}, None)
    drawings = part(data, "word/document.xml").iter(f"{_WP}inline")
    (drawing,) = (one for one in drawings if one.find(f"{_WP}docPr").get("descr") == document.charts[id].alt)
    extent = drawing.find(f"{_WP}extent")
    assert int(extent.get("cx")) == pytest.approx(3 * int(extent.get("cy")), rel=0.001)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert picture in [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Any, theme: Theme) -> None:
    from support.every_kind import document_of, write_every_kind

    extra = (
        "  - kind: chart\n    type: column\n    title: 怪名\n    categories: ['=1+1', 'https://example.cn', '007']\n"
        "    series: [{name: '@和', values: [1, 2, 3]}]\n"
    )
    document = document_of(write_every_kind(tmp_path, extra=extra))
    _, _, workbook = charts(document, write_draft(document, theme, {}, None))[-1]
    held = cells(workbook)
    assert [held["A2"], held["A3"], held["A4"], held["B1"]] == ["=1+1", "https://example.cn", "007", "@和"]
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not any("sheet1.xml.rels" in name for name in archive.namelist())


def test_a_chart_stands_in_a_line_that_grows_with_it(draft: bytes) -> None:
    """An exact line pitch would cut it off."""
    style = next(
        style for style in part(draft, "word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == "Figure"
    )
    assert style.find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "auto"


_COUNTED = """\
  - kind: chart
    type: strip
    title: 二十所里建成十七所
    categories: [园]
    series: [{name: 建成, values: [17]}, {name: 计划, values: [20]}]
"""


def test_a_picture_has_its_figures_in_a_table_below(tmp_path: Any, theme: Theme) -> None:
    """What stands in a picture cannot be mended in Word; in a table it can."""
    from support.every_kind import document_of, write_every_kind

    document = document_of(write_every_kind(tmp_path, extra=_COUNTED))
    (id,) = [id for id, data in document.charts.items() if data.type == "strip"]
    data = write_draft(document, theme, {id: png(300, 100)}, None)
    found = [
        [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in part(data, "word/document.xml").iter(f"{W}tbl")
    ]
    (rows,) = (one for one in found if one[0][0] == "项目" and len(one) == 2)
    assert rows == [["项目", "建成", "计划"], ["园", "17", "20"]]


def test_a_chart_with_a_table_has_both(document: Document, draft: bytes) -> None:
    data = document.charts[next(id for id, one in document.charts.items() if one.type == "slope")]
    tables = [
        [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in part(draft, "word/document.xml").iter(f"{W}tbl")
    ]
    assert [["项目", *(one.name for one in data.series)], ["城", "210", "260"], ["乡", "110.5", "150"]] in tables


_PANELS = """\
  - kind: chart
    type: column
    panels: true
    title: 各区都在增加
    categories: [2023年, 2024年]
    series: [{name: 甲区, values: [10, 12]}, {name: 乙区, values: [3, 4]}, {name: 丙区, values: [7, 9]}]
"""


def test_panels_are_charts_on_one_scale(tmp_path: Any, theme: Theme) -> None:
    from support.every_kind import document_of, write_every_kind

    document = document_of(write_every_kind(tmp_path, extra=_PANELS))
    data = write_draft(document, theme, {}, None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        count = sum(name.startswith("word/charts/chart") for name in archive.namelist())
        made = [etree.fromstring(archive.read(f"word/charts/chart{at}.xml")) for at in range(count - 2, count + 1)]
    assert ["".join(one.find(f".//{C}title").itertext()) for one in made] == ["甲区", "乙区", "丙区"]
    scales = {
        (one.find(f".//{C}valAx/{C}scaling/{C}min").get("val"), one.find(f".//{C}valAx/{C}scaling/{C}max").get("val"))
        for one in made
    }
    assert scales == {("0", "14.4")}
    inlines = list(part(data, "word/document.xml").iter(f"{_WP}inline"))
    panels = [one for one in inlines if one.find(f".//{C}chart") is not None][-3:]
    extents = [int(one.find(f"{_WP}extent").get("cx")) for one in panels]
    assert len(set(extents)) == 1


def test_a_line_starts_where_the_author_says(tmp_path: Any, theme: Theme) -> None:
    from support.every_kind import document_of, write_every_kind

    extra = (
        "  - {kind: chart, type: line, title: 升, categories: [甲, 乙], series: [{values: [73, 75]}], baseline: 70}\n"
    )
    document = document_of(write_every_kind(tmp_path, extra=extra))
    _, chart, _ = charts(document, write_draft(document, theme, {}, None))[-1]
    assert chart.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "70"


_CROWD = """\
  - kind: chart
    type: slope
    title: 没有一项过半
    categories: [甲项, 乙项, 丙项, 丁项, 戊项, 己项]
    series:
      - {name: 上半年, values: [47, 42, 38.9, 38.3, 37.2, 35]}
      - {name: 全年, values: [94.6, 86, 94.4, 94.5, 93.2, 86.7]}
"""


def test_a_crowd_of_slopes_is_named_at_both_ends_in_colours_in_turn(tmp_path: Any, theme: Theme) -> None:
    from support.every_kind import document_of, write_every_kind

    document = document_of(write_every_kind(tmp_path, extra=_CROWD))
    data = write_draft(document, theme, {}, None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        made = [etree.fromstring(archive.read(name)) for name in archive.namelist() if "charts/chart" in name]
    (chart,) = (one for one in made if "甲项" in "".join(one.itertext()))
    lines = {one.find(f"{C}tx//{C}v").text: one for one in chart.iter(f"{C}ser")}
    assert len(lines) == 6
    for element in lines.values():
        assert all(one.find(f"{C}showSerName").get("val") == "1" for one in element.findall(f"{C}dLbls/{C}dLbl"))
    order = ["甲项", "丁项", "丙项", "戊项", "己项", "乙项"]  # by their last figures
    colours = [lines[name].find(f"{C}spPr//{A}srgbClr").get("val") for name in order]
    assert all(one != other for one, other in pairwise(colours))
