"""The print editions of whole booklets: nothing in RGB, boxes, the printing condition, no links, the same words."""

import io
from functools import cache
from pathlib import Path

import msgspec
import pikepdf
import pytest
from PIL import Image

from reportgen.build.conductor import prepare, set_pages
from reportgen.charts import plates
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import LinkArea, Page, Pages, Rect
from reportgen.fonts import open_fonts
from reportgen.model.document import PageSetup
from reportgen.pdf import BLEED, Edition, Ink, paint
from reportgen.press import Job, Limits, print_file
from reportgen.theme import theme_names
from support.ink_reading import colour_operations, image_spaces
from support.pages import image_of, pages_of, run_of
from support.pdf_reading import page_texts, qpdf_complaints
from support.press_files import accepted, box

BOOK = open_fonts()
SAMPLE = Path(__file__).parents[2] / "content" / "qingdao-2019h1"
CMYK, GREY = Edition("cmyk", BLEED), Edition("grey", BLEED)


@cache
def sample(theme: str) -> Pages:
    sink = Diagnostics()
    loaded = load_project(SAMPLE, sink)
    assert loaded.booklet is not None
    report = msgspec.structs.replace(loaded.booklet.report, theme=theme, page=PageSetup())
    booklet = msgspec.structs.replace(loaded.booklet, report=report)
    prepared = prepare(msgspec.structs.replace(loaded, booklet=booklet, theme=None), sink)
    assert prepared is not None
    drawn = plates(prepared.document, prepared.theme, prepared.fonts, prepared.theme.page.measure, sink)
    pages = set_pages(prepared.document, prepared, drawn, sink, lambda stage: None)
    assert not sink.has_errors
    return pages


@pytest.mark.parametrize("theme", theme_names())
def test_the_colour_edition_has_no_operator_but_of_four_inks(theme: str) -> None:
    data = paint(sample(theme), BOOK, CMYK)
    assert {one.operator for one in colour_operations(data)} == {"k", "K"}
    assert set(image_spaces(data)) <= {"/DeviceCMYK", "/DeviceGray"}
    for one in colour_operations(data):
        inks = [float(share) for share in one.operands]
        assert sum(inks) <= 3.0 and all(0 <= share <= 1 for share in inks)
    assert qpdf_complaints(data) == ""


@pytest.mark.parametrize("theme", theme_names())
def test_the_grey_edition_has_no_operator_but_of_black(theme: str) -> None:
    data = paint(sample(theme), BOOK, GREY)
    assert {one.operator for one in colour_operations(data)} == {"g", "G"}
    assert set(image_spaces(data)) <= {"/DeviceGray"}


def test_the_screen_edition_would_be_noticed() -> None:
    assert {"rg", "RG"} <= {one.operator for one in colour_operations(paint(sample("civic"), BOOK))}


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("ink", ["cmyk", "grey"])
def test_it_passes_the_preflight(theme: str, ink: Ink, tmp_path: Path) -> None:
    """Of all that a preflight may say there is only that the sample's pages are no multiple of 4."""
    data = paint(sample(theme), BOOK, Edition(ink, BLEED))
    found = Diagnostics()
    done = print_file(data, Job(), found, limits=Limits(ink=ink))
    assert {one.code for one in found} <= {"press-blanks"}
    assert done is not None and done.report is not None and done.report.trim_said and done.imposed is not None
    accepted(done.imposed.data, tmp_path)


@pytest.mark.parametrize("edition", [CMYK, GREY])
def test_words_are_those_of_the_screen_edition(edition: Edition) -> None:
    pages = sample("civic")
    assert page_texts(paint(pages, BOOK, edition)) == page_texts(paint(pages, BOOK))


def test_boxes_are_the_trim_and_its_bleed() -> None:
    with pikepdf.open(io.BytesIO(paint(pages_of([], size=(300, 400)), BOOK, CMYK))) as pdf:
        page = pdf.pages[0]
        assert box(page, "/TrimBox") == pytest.approx((BLEED, BLEED, 300 + BLEED, 400 + BLEED), abs=1e-3)
        for name in ("/MediaBox", "/CropBox", "/BleedBox"):
            assert box(page, name) == pytest.approx((0, 0, 300 + 2 * BLEED, 400 + 2 * BLEED), abs=1e-3)


def test_it_names_the_printing_condition_and_has_its_profile() -> None:
    for edition in (CMYK, GREY):
        with pikepdf.open(io.BytesIO(paint(pages_of([]), BOOK, edition))) as pdf:
            (intent,) = pdf.Root.OutputIntents
            assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
            assert intent.DestOutputProfile.N == 4
            assert intent.DestOutputProfile.read_bytes()[12:20] == b"prtrCMYK"
            assert pdf.docinfo["/Trapped"] == "/False"


def test_paper_has_no_links_and_keeps_the_outline(tmp_path: Path) -> None:
    pages = pages_of([LinkArea(10, 10, 50, 20, "https://example.cn", "网站"), run_of(BOOK, "网站")])
    for edition, annotated in ((Edition(), True), (CMYK, False)):
        with pikepdf.open(io.BytesIO(paint(pages, BOOK, edition))) as pdf:
            assert ("/Annots" in pdf.pages[0].obj) == annotated
    accepted(paint(sample("civic"), BOOK, CMYK), tmp_path)


def test_the_same_pages_give_the_same_bytes() -> None:
    stream = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").point(lambda level: 255 - level // 2).save(stream, "JPEG")
    photograph = image_of(stream.getvalue())
    pages = Pages(
        (Page(100, 100, "", (photograph, Rect(0, 0, 100, 30, "#0B4F7D"))),), (), "题", "", "", "",
        "zh-CN", "2025-07-15",
    )  # fmt: skip
    for edition in (CMYK, GREY):
        assert paint(pages, BOOK, edition) == paint(pages, BOOK, edition)
    assert len({paint(pages, BOOK, one) for one in (CMYK, GREY, Edition())}) == 3
