"""What charts show is compared: the booklet's drawings, Word's own charts, the sheets behind them."""

import copy
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from reportgen.diagnostics import Diagnostics
from reportgen.parity import Difference, read_and_compare
from reportgen.theme import load_theme
from support import docx_editing as edit
from support.both_files import printed_and_drafted
from support.chart_editing import cell, in_both, in_chart, in_sheet, names_of, points
from support.chart_gallery import GALLERY
from support.drafting import final
from support.every_kind import document_of, write_every_kind
from support.native_charts import A, C

DRAWN = """\
  - kind: chart
    type: strip
    title: 完成了多少
    unit: 所
    categories: [学校, 食堂]
    series: [{name: 完成, values: [7, 3]}, {name: 在建, values: [5, 2]}, {name: 全部, values: [20, 8]}]
  - kind: chart
    type: dots
    title: 一百户里的户数
    unit: "%"
    categories: [已分类, 将分类]
    series: [{values: [76, 100]}]
"""
CIVIC = final(load_theme("civic"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    document = document_of(write_every_kind(tmp_path_factory.mktemp("charts"), GALLERY + DRAWN))
    return printed_and_drafted(document, CIVIC)


def compared(pdf: bytes, draft: bytes) -> list[Difference]:
    found = Diagnostics()
    report = read_and_compare(pdf, draft, "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return list(report.differences)


def told(pdf: bytes, draft: bytes) -> list[tuple[str, str, str]]:
    return [(one.kind, one.printed, one.drafted) for one in compared(pdf, draft)]


def test_charts_of_every_kind_are_equal(built: tuple[bytes, bytes]) -> None:
    assert told(*built) == []


@pytest.mark.parametrize(
    ("title", "place", "old", "new", "said"),
    [
        ("两条线", "B4", "14.2", "12.4", ("2023年，城镇居民：14.2", "2023年，城镇居民：12.4")),
        ("三十天", "B15", "23.5", "25.3", ("14日：23.5", "14日：25.3")),
        ("一块面积", "B3", "43.5", "45.3", ("二季度：43.5", "二季度：45.3")),
        ("有薄片的堆叠", "C4", "0.5", "0.6", ("镇，民办：0.5", "镇，民办：0.6")),
        ("有升有降", "B3", "-8.25", "8.25", ("下降的，今年：−8.25", "下降的，今年：8.25")),
        ("城乡都在增加", "C2", "110.5", "115.0", ("2024年，乡：110.5", "2024年，乡：115.0")),
        ("名字长的柱", "B5", "5", "5.4", ("失业保险参加人数的增长：5", "失业保险参加人数的增长：5（5.4）")),
        ("今年还没有过完", "A5", "4月", "四月", ("4月", "四月")),
        ("两条线", "C1", "农村居民", "乡村居民", ("农村居民", "乡村居民")),
    ],
)  # fmt: skip
def test_edited_data_are_told_with_the_chart_and_both_values(
    built: tuple[bytes, bytes], title: str, place: str, old: str, new: str, said: tuple[str, str]
) -> None:
    pdf, draft = built
    (one,) = compared(pdf, in_both(draft, title, place, old, new))
    assert (one.kind, one.printed, one.drafted) == ("chart", *said)
    assert title in one.heading and one.page > 1


def test_a_chart_that_its_own_sheet_contradicts_is_told(built: tuple[bytes, bytes]) -> None:
    """Whoever opens the data to edit them would find other figures than those that stand on the page."""
    pdf, draft = built
    assert told(pdf, in_sheet(draft, "两条线", cell("B4", "12.4"))) == [
        ("sheet", "2023年，城镇居民：14.2", "2023年，城镇居民：12.4")
    ]
    assert told(pdf, in_chart(draft, "两条线", points("14.2", "12.4"))) == [
        ("chart", "2023年，城镇居民：14.2", "2023年，城镇居民：12.4"),
        ("sheet", "2023年，城镇居民：12.4", "2023年，城镇居民：14.2"),
    ]


def test_a_share_that_was_not_reckoned_anew_is_told(built: tuple[bytes, bytes]) -> None:
    def share(root: Any) -> None:
        next(one for one in root.iter(f"{C}v") if one.text == "37%").text = "73%"

    assert told(built[0], in_chart(built[1], "有的还差得多", share)) == [("chart", "学校：37%", "学校：73%")]


def test_a_label_that_was_typed_over_is_told(built: tuple[bytes, bytes]) -> None:
    def type_over(root: Any) -> None:
        label = next(one for one in root.iter(f"{C}dLbl") if one.find(f"{C}tx") is not None)
        paragraphs = list(label.iter(f"{A}p"))
        for one in paragraphs:
            for field in one.findall(f"{A}fld"):
                one.remove(field)
        made = etree.SubElement(paragraphs[0], f"{A}r")
        etree.SubElement(made, f"{A}t").text = "306"

    (one,) = compared(built[0], in_chart(built[1], "有的超过了目标", type_over))
    assert one.kind == "chart" and one.drafted.endswith("（260）") and "306" in one.drafted


def test_a_row_that_was_added_or_taken_away_is_told(built: tuple[bytes, bytes]) -> None:
    def drop(root: Any) -> None:
        for cache in list(root.iter(f"{C}strCache", f"{C}numCache")):
            last = [one for one in cache.iter(f"{C}pt") if one.get("idx") == "3"]
            for one in last:
                cache.remove(one)
                cache.find(f"{C}ptCount").set("val", "3")
        for one in root.iter(f"{C}f"):
            one.text = one.text.replace("$5", "$4")

    def add(root: Any) -> None:
        for cache in list(root.iter(f"{C}strCache", f"{C}numCache")):
            if cache.find(f"{C}ptCount").get("val") == "4":
                made = copy.deepcopy([*cache.iter(f"{C}pt")][-1])
                made.set("idx", "4")
                made.find(f"{C}v").text = "五季度" if cache.tag == f"{C}strCache" else "50"
                cache.append(made)
                cache.find(f"{C}ptCount").set("val", "5")

    pdf, draft = built
    assert told(pdf, in_chart(draft, "一块面积", drop)) == [("chart", "四季度：46.2", "")]
    found = told(pdf, in_chart(draft, "一块面积", add))
    assert found == [("chart", "", "五季度：50.0"), ("sheet", "五季度", "—")]


def picture_of(root: Any, title: str) -> Any:
    paragraphs = list(root.iter(f"{edit.W}p"))
    at = next(at for at, one in enumerate(paragraphs) if edit.words_of(one).endswith(title) and
              one.find(f"{edit.W}pPr/{edit.W}pStyle").get(f"{edit.W}val") == "Caption")  # fmt: skip
    return next(one for one in paragraphs[at:] if next(one.iter(f"{C}chart"), None) is not None)


def test_a_chart_that_is_gone_is_told(built: tuple[bytes, bytes]) -> None:
    def drop(root: Any) -> None:
        found = picture_of(root, "两条线")
        found.getparent().remove(found)

    (one,) = compared(built[0], edit.edited(built[1], drop))
    assert one.kind == "missing" and one.heading.endswith("两条线") and one.page > 1
    assert one.printed.startswith("2021年：10.5，8；2022年：12，9") and one.drafted == ""


def test_charts_under_each_other_s_captions_are_told(built: tuple[bytes, bytes]) -> None:
    def swap(root: Any) -> None:
        one, other = (picture_of(root, title) for title in ("两条线", "三十天"))
        place = etree.Element("place")
        one.addprevious(place)
        other.addprevious(one)
        place.addprevious(other)
        place.getparent().remove(place)

    found = compared(built[0], edit.edited(built[1], swap))
    assert {one.kind for one in found} == {"order"} and 1 <= len(found) <= 2, found


def test_a_chart_moved_with_its_caption_is_one_move(built: tuple[bytes, bytes]) -> None:
    def move(root: Any) -> None:
        plot = picture_of(root, "两条线")
        own = [plot]
        while not edit.words_of(own[0]).endswith("两条线"):
            own.insert(0, own[0].getprevious())
        target = picture_of(root, "三十天")
        for one in reversed(own):
            target.addnext(one)

    found = compared(built[0], edit.edited(built[1], move))
    assert [one.kind for one in found] == ["order"] and "两条线" in found[0].printed, found


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (edit.replace("76", "6"), {"chart"}),
        (edit.replace("76", "67"), {"chart"}),
        (edit.replace("已分类", "已经分类"), {"chart"}),
    ],
)
def test_the_table_below_a_picture_is_compared_cell_by_cell(
    built: tuple[bytes, bytes], change: Callable[[Any], object], kinds: set[str]
) -> None:
    """6 stands somewhere in 76."""
    found = compared(built[0], edit.edited(built[1], change))
    assert {one.kind for one in found} == kinds and len(found) == 1, found


def test_figures_of_the_booklet_s_drawings_are_those_it_tells(tmp_path: Path) -> None:
    """The law itself: drawings of another document are told as different, chart by chart."""
    document = document_of(write_every_kind(tmp_path / "a", GALLERY + DRAWN))
    other = document_of(write_every_kind(tmp_path / "b", (GALLERY + DRAWN).replace("43.2", "34.2")))
    pdf, _ = printed_and_drafted(document, CIVIC)
    assert told(pdf, printed_and_drafted(other, CIVIC)[1]) == [("chart", "三季度：43.2", "三季度：34.2")]


def retold(pdf: bytes, told: bytes) -> bytes:
    """The booklet with other properties of its drawings' marked content."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            content = page.Contents.read_bytes()
            page.obj.Contents = opened.make_stream(re.sub(rb"/Figure <<.*?>>BDC", b"/Figure " + told, content))
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "properties",
    [
        b"BMC", b"<</XXTable 7>>BDC", b"<</XXTable[]>>BDC", b"<</XXTable[[(a)(b)][(c)]]>>BDC",
        b"<</XXTable[7 8]>>BDC", b"<</XXTable[" + b"[(a)(b)]" * 20_000 + b"]>>BDC",
    ],
    ids=range(6),
)  # fmt: skip
def test_a_booklet_that_tells_no_figures_says_that_charts_were_not_compared(
    built: tuple[bytes, bytes], properties: bytes
) -> None:
    found = Diagnostics()
    report = read_and_compare(retold(built[0], properties), built[1], "draft.docx", found)
    assert report is not None and [one.code for one in found] == ["parity-charts-untold"]
    assert report.charts == (0, 0) and {one.kind for one in report.differences} <= {"restated"}


@pytest.mark.parametrize("figure", ["1e999999999", "9" * 5_000, "-" * 9, "NaN", "1" * 60 + "e99", "０", "二"])
def test_what_is_no_figure_is_told_as_it_stands(built: tuple[bytes, bytes], figure: str) -> None:
    (one, _) = compared(built[0], in_chart(built[1], "两条线", points("14.2", figure)))
    assert (one.kind, one.printed) == ("chart", "2023年，城镇居民：14.2") and figure in one.drafted


def test_a_workbook_that_nobody_can_open_is_left_alone(built: tuple[bytes, bytes]) -> None:
    pdf, draft = built
    _, book = names_of(draft, "两条线")
    for data in (b"", b"PK\x03\x04", pdf, edit.package({"document": b"<a/>"})):
        assert told(pdf, edit.with_parts(draft, {book: data})) == []


def test_a_chart_part_that_is_damaged_stops_the_reading(built: tuple[bytes, bytes]) -> None:
    chart, _ = names_of(built[1], "两条线")
    found = Diagnostics()
    report = read_and_compare(built[0], edit.with_parts(built[1], {chart: b"<c:chart"}), "draft.docx", found)
    assert report is None and [one.code for one in found] == ["word-file-damaged"]
