"""The file as programs take it apart: objects, navigation, information, the same bytes everywhere."""

import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest

from reportgen.drawing import Anchor, Begin, End, GlyphRun, LinkArea, OutlineEntry, Page, Pages, Rect
from reportgen.drawing import Path as PathMark
from reportgen.fonts import open_fonts
from reportgen.pdf import paint
from reportgen.pdf.syntax import number, text_string, uri_string
from support.pages import pages_of, run_of
from support.pdf_reading import opened, page_texts, qpdf_complaints
from support.project import ROOT

BOOK = open_fonts()


def booklet() -> Pages:
    cover = [run_of(BOOK, "封面")]
    contents = [
        run_of(BOOK, "目录"),
        LinkArea(40, 50, 100, 14, "#one", "第一节"),
        LinkArea(40, 70, 100, 14, "#gone", "无"),
    ]
    first = [
        Anchor("one", 40, 50), run_of(BOOK, "第一节𠂇"), Anchor("two", 40, 200), Anchor("one", 0, 0),
        LinkArea(40, 90, 100, 14, "https://例.cn/甲(1)?a=b&c=d#e", "网"),
        LinkArea(40, 110, 10, 10, "mailto:a@x.cn", ""),
    ]  # fmt: skip
    second = [Anchor("three", -5, 0), run_of(BOOK, "第二节", face="hei-bold")]
    outline = [
        OutlineEntry(1, "一、第一节", "one"), OutlineEntry(3, "（深）𠂇", "two"), OutlineEntry(2, "（一）", "two"),
        OutlineEntry(1, "二、第二节", "three"), OutlineEntry(1, "不在此册", "gone"),
    ]  # fmt: skip
    return pages_of(cover, contents, first, second, first, labels=("", "i", "1", "2", "附-1"), outline=outline)


PDF = paint(booklet(), BOOK)


def test_the_file_is_sound() -> None:
    assert qpdf_complaints(PDF) == ""
    with opened(PDF) as document:
        assert document.check_pdf_syntax() == []
        assert document.pdf_version == "1.7"
        assert len(document.pages) == 5


def test_information_is_the_documents_own() -> None:
    with opened(PDF) as document:
        info = document.docinfo
        assert str(info.Title) == "示例" and str(info.Author) == "示例市人民政府"
        assert str(info.Subject) == "2025年上半年" and str(info.Keywords) == "民生"
        assert str(info.CreationDate) == str(info.ModDate) == "D:20250715000000Z"
        assert str(info.Producer).startswith("reportgen ")
        root = document.Root
        assert str(root.Lang) == "zh-CN" and bool(root.ViewerPreferences.DisplayDocTitle)
        first, second = document.trailer.ID
        assert len(bytes(first)) == 16 and bytes(first) == bytes(second)


def test_every_stream_ends_with_a_line_end_before_its_keyword() -> None:
    ends = [match.start() for match in re.finditer(rb"endstream", PDF)]
    assert len(ends) > 10
    assert all(PDF[at - 1 : at] == b"\n" for at in ends)
    with opened(PDF) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                assert str(thing.get("/Filter", "/FlateDecode")) == "/FlateDecode"
                assert len(thing.read_raw_bytes()) == int(thing.Length)


def test_destinations_are_names_in_order_and_the_first_place_counts() -> None:
    with opened(PDF) as document:
        names = document.Root.Names.Dests.Names
        keys = [bytes(names[at]) for at in range(0, len(names), 2)]
        assert keys == sorted(keys)
        assert [str(names[at]) for at in range(0, len(names), 2)] == ["one", "three", "two"]
        place = names[1]
        assert place[0].objgen == document.pages[2].objgen
        assert str(place[1]) == "/XYZ" and [float(place[2]), float(place[3])] == [40, 545.28]
        assert float(names[3][2]) == 0  # never left of the page


def test_every_destination_is_found_by_its_name() -> None:
    """Readers halve their way through the names: one name that begins another must stand before it."""
    names = [f"use{number}" for number in range(1, 130)] + ["a", "a-1", "甲"]
    page = [Anchor(name, 40, 50) for name in names]
    with opened(paint(pages_of([run_of(BOOK, "一页"), *page]), BOOK)) as document:
        tree = pikepdf.NameTree(document.Root.Names.Dests)
        assert [name for name in names if name not in tree] == []


def test_marked_content_tells_what_is_no_text() -> None:
    """In its own text objects, nested as the marks are; who reads the file knows furniture and drawings by it."""
    marks = [
        run_of(BOOK, "文"), Begin("Artifact"), run_of(BOOK, "页"), End(),
        Begin("Figure", alt="图"), Rect(0, 0, 9, 9, "#000000"), Begin("Artifact"), run_of(BOOK, "标"), End(), End(),
    ]  # fmt: skip
    with opened(paint(pages_of(marks), BOOK)) as document:
        found = []
        for one in pikepdf.parse_content_stream(document.pages[0]):
            operator = str(one.operator)
            if operator in ("BMC", "EMC", "BT", "ET", "f"):
                found.append(str(one.operands[0]) if operator == "BMC" else operator)
    shown = ["BT", "ET"]
    assert found == [*shown, "/Artifact", *shown, "EMC", "/Figure", "f", "/Artifact", *shown, "EMC", "EMC"]


def test_a_skipped_level_hangs_under_the_nearest_one_above() -> None:
    with opened(PDF) as document, document.open_outline() as outline:
        told = [(one.title, [two.title for two in one.children]) for one in outline.root]
        assert told == [("一、第一节", ["（深）𠂇", "（一）"]), ("二、第二节", [])]
        assert str(document.Root.PageMode) == "/UseOutlines"


def test_page_labels_are_the_folios() -> None:
    with opened(PDF) as document:
        assert [page.label for page in document.pages] == ["", "i", "1", "2", "附-1"]


@pytest.mark.parametrize(
    "labels",
    [
        ("", "", "1", "2"),
        ("i", "ii", "iii", "1"),
        ("1", "2", "5", "6"),
        ("A", "B", "1"),
        ("iv", "v", "x"),
        ("0", "01", "1"),
    ],
)
def test_any_folios_come_back(labels: tuple[str, ...]) -> None:
    pdf = paint(pages_of(*([run_of(BOOK, "甲")] for _ in labels), labels=labels), BOOK)
    with opened(pdf) as document:
        assert tuple(page.label for page in document.pages) == labels


def test_links_say_where_they_lead() -> None:
    with opened(PDF) as document:
        (inner,) = document.pages[1].Annots  # the one whose target is not in this edition is left out
        assert str(inner.Subtype) == "/Link" and int(inner.F) == 4
        assert str(inner.Contents) == "第一节" and str(inner.Dest) == "one"
        assert [round(float(side), 2) for side in inner.Rect] == [40, 531.28, 140, 545.28]
        web, mail = document.pages[2].Annots
        assert str(web.A.URI) == "https://%E4%BE%8B.cn/%E7%94%B2(1)?a=b&c=d#e" and str(web.Contents) == "网"
        assert str(mail.A.URI) == "mailto:a@x.cn" and str(mail.Contents) == "mailto:a@x.cn"
        assert all(str(page.Tabs) == "/S" for page in document.pages)


def test_nothing_in_the_file_acts_by_itself() -> None:
    for key in (b"/JS", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA"):
        assert key not in PDF
    assert b"Helvetica" not in PDF and b"ASCII85" not in PDF and b"/Trans" not in PDF


def test_fonts_say_what_they_are() -> None:
    with opened(PDF) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        whole = [one for one in fonts if one.Subtype == "/Type0"]
        assert len(whole) == 2
        for font in whole:
            below = font.DescendantFonts[0]
            assert str(font.Encoding) == "/Identity-H" and str(below.Subtype) == "/CIDFontType2"
            assert str(font.BaseFont) == str(below.BaseFont) == str(below.FontDescriptor.FontName)
            assert isinstance(below.CIDToGIDMap, pikepdf.Stream)
            assert int(below.FontDescriptor.Flags) & 4
            mapping = font.ToUnicode.read_bytes().decode("ascii")
            assert "begincodespacerange" in mapping
        song = next(font for font in whole if BOOK.face("song-regular").postscript_name in str(font.BaseFont))
        assert "<D840DC87>" in song.ToUnicode.read_bytes().decode("ascii")  # 𠂇 as a surrogate pair


def test_a_unicode_map_has_at_most_a_hundred_lines_a_block() -> None:
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 250))
    pdf = paint(pages_of([run_of(BOOK, text, size=1)]), BOOK)
    with opened(pdf) as document:
        maps = [
            one.read_bytes()
            for one in document.objects
            if isinstance(one, pikepdf.Stream) and b"beginbfchar" in one.read_bytes()
        ]
    counts = [int(found) for found in re.findall(rb"(\d+) beginbfchar", maps[0])]
    assert counts == [100, 100, 51]  # with the space, which every font has
    assert page_texts(pdf) == [text]


def test_widths_are_the_faces_own() -> None:
    pdf = paint(pages_of([run_of(BOOK, "1i中")]), BOOK)
    face = BOOK.face("song-regular")
    with opened(pdf) as document:
        font = next(one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/DW" in one)
        written = [font.W[at] for at in range(len(font.W))]
        widths = {int(cid): float(width[0]) for cid, width in zip(written[::2], written[1::2], strict=True)}
        assert int(font.DW) == 1000
    assert widths == {face.glyph(char): face.advance(face.glyph(char)) for char in "1i "}


def test_thickened_glyphs_are_stroked_in_their_own_colour_and_size() -> None:
    runs = [
        run_of(BOOK, "甲", weight=0.025, colour="#FF0000"), run_of(BOOK, "乙", x=60, weight=0.025, colour="#0000FF"),
        run_of(BOOK, "丙", x=80, weight=0.025, colour="#0000FF", size=24), run_of(BOOK, "丁", x=120, colour="#0000FF"),
        Rect(0, 0, 5, 5, "#00FF00"), run_of(BOOK, "戊", x=140),
    ]  # fmt: skip
    with opened(paint(pages_of(runs), BOOK)) as document:
        content = document.pages[0].Contents.read_bytes().decode("latin-1")
    shown = re.split(r"Tj|TJ", content)
    assert "2 Tr" in shown[0] and "1 0 0 RG" in shown[0] and "0.3 w" in shown[0]
    assert "0 0 1 RG" in shown[1]
    assert "0.6 w" in shown[2]
    assert "0 Tr" in shown[3]
    assert "0 0 0 rg" in shown[4]


def test_a_path_is_drawn_filled_stroked_and_clipped() -> None:
    triangle = (("M", 10.0, 10.0), ("L", 90.0, 10.0), ("C", 90.0, 50.0, 50.0, 90.0, 10.0, 90.0), ("Z",))
    path = PathMark(triangle, fill="#00FF00", stroke="#FF0000", stroke_width=2, dash=(3, 1), clip=(0, 0, 50, 50))
    with opened(paint(pages_of([path], size=(100, 100)), BOOK)) as document:
        content = document.pages[0].Contents.read_bytes().decode("latin-1")
    assert content.startswith("q 0 50 50 50 re W n 0 1 0 rg 2 w 1 0 0 RG [3 1] 0 d 10 90 m 90 90 l")
    assert content.endswith("90 50 50 10 10 10 c h B Q")


def test_an_empty_booklet_page_is_a_page() -> None:
    pdf = paint(pages_of([]), BOOK)
    assert qpdf_complaints(pdf) == "" and page_texts(pdf) == [""]


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.0001, "0"), (1.5, "1.5"), (100, "100"), (0.12345, "0.123"), (1e7, "10000000"), (-3.25, "-3.25")],
)
def test_numbers(value: float, written: str) -> None:
    assert number(value) == written


def test_strings_survive_any_character() -> None:
    assert text_string("甲(𠂇)\\") == "<FEFF" + "甲(𠂇)\\".encode("utf-16-be").hex().upper() + ">"
    assert uri_string("https://x.cn/a b)(\\") == "(https://x.cn/a%20b\\)\\(%5C)"


PAINTER = """
import sys
sys.path.insert(0, sys.argv[1])
from pdf.test_file import booklet, BOOK
from reportgen.pdf import paint
sys.stdout.buffer.write(paint(booklet(), BOOK))
"""


def test_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
        {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LANG": "C", "SOURCE_DATE_EPOCH": "1234567890"},
    )
    for more in surroundings:
        done = subprocess.run(
            [sys.executable, "-c", PAINTER, str(ROOT / "tests")], cwd=tmp_path, env=os.environ | more,
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        assert done.stdout == PDF


def test_the_identity_changes_with_the_content() -> None:
    other = paint(pages_of([run_of(BOOK, "别的")]), BOOK)
    with opened(PDF) as one, opened(other) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def test_reportlab_still_has_the_hooks_that_the_painter_uses() -> None:
    """Each of them is private: a new ReportLab may move it, and then this says so before anything else does."""
    from reportgen.pdf.objects import ObjectFile

    file = ObjectFile()
    reference, made = file.reserve()  # Reference, idToObjectNumberAndVersion
    assert re.fullmatch(r"\d+ 0 R", reference)
    made.body = b"<</Kept true>>"  # format
    streamed = file.add_stream("/Own 1", b"data" * 100)
    data = file.finish(f"<</Type/Catalog/Own {reference}/Data {streamed}>>", "<</Title(own)>>", b"\x01" * 16)
    assert data.startswith(b"%PDF-1.7") and data.rstrip().endswith(b"%%EOF")
    number = reference.split()[0].encode()
    assert re.search(rb"\n" + number + rb" 0 obj\s+<</Kept true>>\s+endobj", data)
    assert b"/Type/Catalog/Own" in data and b"/Title(own)" in data  # Catalog, info
    assert data.count(b"01" * 16) == 2  # _ID
    compressed = re.search(rb"/Own 1/Filter/FlateDecode/Length \d+>>stream\n(.*?)\nendstream", data, re.S)
    assert compressed and zlib.decompress(compressed[1]) == b"data" * 100


def test_pages_may_differ_in_size() -> None:
    pages = booklet()
    wide = Page(800, 400, "", (run_of(BOOK, "宽"),))
    pdf = paint(Pages((*pages.pages, wide), (), "", "", "", "", "zh-CN", "2025-07-15"), BOOK)
    with opened(pdf) as document:
        assert [float(side) for side in document.pages[5].MediaBox] == [0, 0, 800, 400]
        assert "/Title" not in document.docinfo


def test_letter_spacing_opens_glyphs_and_ends_with_its_run() -> None:
    from support.pdf_reading import character_boxes

    spaced: GlyphRun = run_of(BOOK, "甲甲甲", spacing=100.0, size=20)
    boxes = character_boxes(paint(pages_of([spaced, run_of(BOOK, "乙乙", y=90, size=20)]), BOOK))[0]
    assert boxes[2].left - boxes[0].left == pytest.approx(44, abs=0.1)
    assert boxes[4].left - boxes[3].left == pytest.approx(20, abs=0.1)
