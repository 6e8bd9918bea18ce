"""A figure that a chart lacks is seen to be missing: 【待补】 in a draft, — in a final file, never a mark at zero."""

import pytest
from lxml import etree

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.fonts import open_fonts
from reportgen.model.document import Document
from reportgen.parity import read_and_compare
from reportgen.pdf import paint
from reportgen.theme import load_theme
from reportgen.typeset import typeset
from reportgen.word import write_draft
from support.chart_editing import in_chart
from support.docx_lint import faults
from support.docx_reading import paragraph_texts
from support.drafting import final
from support.every_kind import document_of, png
from support.native_charts import C, Native, cached, held, natives, series_of
from support.project import REPORT, write_project

REGISTER = "edu.rural: {name: 农村学校, value: 待补, unit: 所}\nedu.urban: {name: 城镇学校, value: 12, unit: 所}\n"
KINDS = ("column", "bar", "stacked", "target", "line", "area", "slope", "doughnut", "dots")


def chart(kind: str, *rows: str) -> str:
    series = "".join(f"      - {{{f'name: 第{at}列, ' if len(rows) > 1 else ''}values: [{row}]}}\n"
                     for at, row in enumerate(rows, 1))  # fmt: skip
    unit = "'%'" if kind == "dots" else "所"
    return (
        f"  - kind: chart\n    type: {kind}\n    title: {kind}{len(rows)}\n    unit: {unit}\n"
        f"    categories: [农村学校, 城镇学校, 民办学校]\n    series:\n{series}"
    )


ONE, TWO = "edu.rural, edu.urban, null", "5, null, 7"
BLOCKS = "".join(
    (
        *(chart(kind, ONE, TWO) if kind in ("stacked", "target", "slope") else chart(kind, ONE) for kind in KINDS),
        chart("line", ONE, TWO, "1, 2, 3"),
        chart("area", ONE, TWO),
        chart("area", ONE, TWO, "1, 2, 3") + "    panels: true\n",
    )
)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("gaps")
    section = f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n{BLOCKS}"
    return document_of(write_project(folder, report=REPORT, edu=section, indicators=REGISTER), pending=True)


def drafted(document: Document, mode: str) -> bytes:
    theme = load_theme("civic")
    theme = final(theme) if mode == "final" else theme
    return write_draft(document, theme, dict.fromkeys(document.charts, png(40, 20)), None)


def charts_in(document: Document, draft: bytes) -> dict[str, Native]:
    return {one.data.title: one for one in natives(document, draft)}


@pytest.mark.parametrize(("mode", "mark"), [("draft", "【待补】"), ("final", " —")])
def test_the_category_says_it_in_the_chart_and_in_its_sheet(document: Document, mode: str, mark: str) -> None:
    draft = drafted(document, mode)
    assert not faults(draft)
    for title in ("column1", "bar1", "line1", "doughnut1", "area1"):
        native = charts_in(document, draft)[title]
        ((_, categories, values),) = rows = cached(native.chart)
        assert categories == [f"农村学校{mark}", "城镇学校", "民办学校 —"], title
        assert [None if value is None else int(value) for value in values] == [None, 12, None]
        assert held(native.chart, native.workbook) == rows


def test_of_several_series_it_says_which(document: Document) -> None:
    drawn = charts_in(document, drafted(document, "draft"))
    assert cached(drawn["line3"].chart)[0][1] == ["农村学校\n第1列【待补】", "城镇学校\n第2列—", "民办学校\n第1列—"]
    assert cached(drawn["target2"].chart)[0][1] == ["农村学校 第1列【待补】", "城镇学校 第2列—", "民办学校 第1列—"]
    assert cached(drawn["slope2"].chart)[0][1] == ["第1列\n农村学校【待补】、民办学校—", "第2列\n城镇学校—"]


def test_the_alternative_text_asks_for_it(document: Document) -> None:
    draft, whole = (charts_in(document, drafted(document, mode))["bar1"].alt for mode in ("draft", "final"))
    assert "农村学校—" in whole and "待补" not in whole
    assert draft.endswith("【待补】：农村学校。")


def test_no_area_falls_to_zero_where_there_is_no_figure(document: Document) -> None:
    """Word has an area go down to the axis there."""
    draft = drafted(document, "final")
    drawn = charts_in(document, draft)
    assert drawn["area1"].chart.find(f".//{C}areaChart") is None is drawn["area2"].chart.find(f".//{C}areaChart")
    assert drawn["area1"].chart.find(f".//{C}lineChart") is not None
    assert drawn["area1"].chart.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "0"
    assert sum(one.data.panels and one.chart.find(f".//{C}areaChart") is None for one in natives(document, draft)) == 2
    assert all(one.chart.find(f".//{C}dispBlanksAs").get("val") == "gap" for one in drawn.values())


def test_the_table_below_a_picture_asks_for_it(document: Document) -> None:
    assert "【待补】" in paragraph_texts(drafted(document, "draft"))
    assert not [text for text in paragraph_texts(drafted(document, "final")) if "待补" in text]


def printed(document: Document) -> bytes:
    theme, book, sink = load_theme("civic"), open_fonts(), Diagnostics()
    drawn = plates(document, theme, book, theme.page.measure, sink)
    pdf = paint(typeset(document, theme, book, drawn, sink), book)
    assert not sink.has_errors, list(sink)
    return pdf


@pytest.mark.parametrize(("mode", "mark"), [("draft", "【待补】"), ("final", "—")])
def test_what_charts_lack_is_no_difference_and_a_mark_that_was_left_behind_is(
    document: Document, mode: str, mark: str
) -> None:
    def differences(draft: bytes) -> list[str]:
        report = read_and_compare(printed(document), draft, "draft.docx", Diagnostics())
        assert report is not None
        return [f"{one.printed}|{one.drafted}" for one in report.differences if one.kind in ("chart", "sheet")]

    def answered(root: etree._Element) -> None:
        (kept,) = root.iter(f"{C}numCache")
        point = etree.SubElement(kept, f"{C}pt", idx="0")
        etree.SubElement(point, f"{C}v").text = "9"

    draft = drafted(document, mode)
    assert not differences(draft)
    assert any(
        one.startswith("农村学校|农村学校") and mark in one for one in differences(in_chart(draft, "column1", answered))
    )


def test_a_line_that_ends_early_is_named_where_the_others_are(document: Document) -> None:
    drawn = charts_in(document, drafted(document, "final"))["line3"]
    first, second, third = series_of(drawn.chart)
    (early,) = first.findall(f"{C}dLbls/{C}dLbl/{C}layout/{C}manualLayout/{C}x")
    assert 0.2 < float(early.get("val")) < 0.34  # one category further to the right
    assert not [one for row in (second, third) for one in row.iter(f"{C}x") if float(one.get("val"))]
