"""Each planted fault is found, on its page; what is right next to it is left alone."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reportgen.diagnostics import Diagnostics
from reportgen.press import Job, Limits, Report, print_file
from reportgen.press.page_list import listed
from support.press_files import MM, TRIM, make_pdf

CLEAN = b"0 0 0 1 k 0 0 0 1 K 0.5 w 100 100 m 200 100 l S 100 200 80 40 re f"
LEFT, BOTTOM, RIGHT, TOP = TRIM


def embedded(pdf: pikepdf.Pdf) -> None:
    """Give every page's F1 a font file (of no use to anyone but a preflight) and even widths of half an em."""
    font = pdf.pages[0].obj.Resources.Font.F1
    font.FirstChar, font.LastChar, font.Widths = 0, 255, Array([500] * 256)
    font.FontDescriptor = pdf.make_indirect(
        Dictionary(Type=Name.FontDescriptor, FontName=Name.Helvetica, Ascent=700, Descent=-200,
                   FontFile3=pdf.make_stream(b"", Subtype=Name.Type1C))
    )  # fmt: skip


def inspected(
    *contents: bytes, limits: Limits | None = None, job: Job | None = None,
    change: Callable[[pikepdf.Pdf], None] = embedded, **making: object,
) -> tuple[dict[str, dict[str, str]], Report]:  # fmt: skip
    """Warnings by their code (the last of each), and the report, of four pages or so many as are given."""
    pages = [*contents, *[CLEAN] * (-len(contents) % 4)]
    found = Diagnostics()
    source = make_pdf(pages, change=change, **making)  # type: ignore[arg-type]
    done = print_file(source, job or Job(), found, limits=limits, only_look=True)
    assert done is not None and done.report is not None
    return {one.code: one.arguments for one in found}, done.report


def with_resources(kind: str, **entries: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        embedded(pdf)
        for page in pdf.pages:
            page.obj.Resources["/" + kind] = Dictionary(**entries)

    return change


def image(pdf: pikepdf.Pdf, width: int, height: int, **entries: object) -> pikepdf.Stream:
    bits = {"BitsPerComponent": 8, "ColorSpace": Name.DeviceGray, **entries}
    return pdf.make_stream(
        b"\x00" * (width * height * 4), Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, **bits
    )


def pictured(width: int, height: int, **entries: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        embedded(pdf)
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(I=image(pdf, width, height, **entries))

    return change


def text(x: float, y: float, said: bytes = b"text", size: int = 10, colour: bytes = b"0 0 0 1 k") -> bytes:
    return b"%s BT /F1 %d Tf 1 0 0 1 %f %f Tm (%s) Tj ET" % (colour, size, x, y, said)


def test_a_clean_file_has_no_fault_and_its_facts_are_told() -> None:
    codes, report = inspected(CLEAN + b" " + text(100, 300))
    assert codes == {}
    assert report.trims == ((300.0, 420.0, 4),) and report.trim_said
    assert [(font.name, font.embedded, font.pages) for font in report.fonts] == [("Helvetica", True, (1,))]
    assert [(one.name, one.uses) for one in report.spaces] == [("DeviceCMYK", ("area", "line", "text"))]
    assert report.thinnest_line == (0.5, 1)
    assert report.most_ink == (1.0, 1)
    distance, edge, page = report.nearest_text or (0, "", 0)
    assert (round(distance, 2), edge, page) == (100 - LEFT, "left", 1)


def test_pages_are_counted_by_fours() -> None:
    found = Diagnostics()
    print_file(make_pdf(7), Job(), found, only_look=True)
    (one,) = [one for one in found if one.code == "press-blanks"]
    assert one.arguments == {"pages": "7", "blanks": "1"}


def test_a_font_that_is_not_embedded() -> None:
    codes, _ = inspected(CLEAN, text(100, 100), change=lambda pdf: None)
    assert codes == {"press-font": {"font": "Helvetica", "pages": "2"}}
    unseen = b"BT 3 Tr /F1 10 Tf 100 100 Td (text) Tj ET"
    assert inspected(unseen, change=lambda pdf: None)[0] == {}


@pytest.mark.parametrize(
    ("pixels", "entries", "dpi", "least"),
    [
        (100, {}, "100", "300"),
        (299, {}, "299", "300"),
        (300, {}, None, None),
        (300, {"BitsPerComponent": 1}, "300", "600"),
        (600, {"BitsPerComponent": 1}, None, None),
        (300, {"ImageMask": True, "BitsPerComponent": 1}, "300", "600"),
    ],
)
def test_pictures_are_measured_as_they_are_printed(
    pixels: int, entries: dict[str, object], dpi: str | None, least: str | None
) -> None:
    """72 pt square, upright, turned by 30 degrees, and through a form that halves what was twice as large."""
    for place in (
        b"72 0 0 72 100 100 cm", b"62.354 36 -36 62.354 150 100 cm", b"0.5 0 0 0.5 0 0 cm 144 0 0 144 200 200 cm",
    ):  # fmt: skip
        codes, report = inspected(CLEAN, b"q " + place + b" /I Do Q", change=pictured(pixels, pixels, **entries))
        assert [round(one.dpi) for one in report.pictures] == [pixels]
        if dpi is None:
            assert codes == {}
        else:
            said = codes["press-resolution"]
            assert (said["page"], said["dpi"], said["least"], said["size"]) == ("2", dpi, least, "25.4 × 25.4")


def test_the_coarser_direction_of_a_stretched_picture_counts() -> None:
    codes, _ = inspected(b"q 72 0 0 36 100 100 cm /I Do Q", change=pictured(300, 75))
    assert codes["press-resolution"]["dpi"] == "150"


def test_an_inline_picture_is_measured_and_a_hidden_one_is_not() -> None:
    inline = b"q 72 0 0 72 100 100 cm BI /W 20 /H 20 /BPC 8 /CS /G ID " + b"x" * 400 + b" EI Q"
    assert inspected(inline)[0]["press-resolution"]["dpi"] == "20"
    outside = b"q 72 0 0 72 2000 100 cm /I Do Q q 100 100 10 10 re W n 72 0 0 72 200 200 cm /I Do Q"
    assert inspected(outside, change=pictured(10, 10))[1].pictures == ()


@pytest.mark.parametrize(
    ("content", "width"),
    [
        (b"0 0 0 1 k 0 w 100 100 m 200 100 l S", "0"),
        (b"0 0 0 1 K 0.1 w 100 100 m 200 100 l S", "0.1"),
        (b"q 0.1 0 0 0.1 0 0 cm 1 w 1000 1000 m 2000 1000 l S Q", "0.1"),
        (b"100 100 50 0.1 re f", "0.1"),
        (b"0.25 w 100 100 m 200 100 l S", None),
        (b"100 100 50 0.3 re f", None),
        (b"0.1 w 100 100 m 200 100 l n", None),
        (b"q 0.1 w Q 100 100 m 200 100 l S", None),
    ],
)
def test_hairlines(content: bytes, width: str | None) -> None:
    codes, _ = inspected(CLEAN, CLEAN, content)
    if width is None:
        assert codes == {}
    else:
        assert codes["press-hairline"] == {"pages": "3", "width": width, "count": "1", "least": "0.25"}


@pytest.mark.parametrize(
    ("x", "y", "edge"),
    [
        (LEFT + 4 * MM, 200, "left"),
        (RIGHT - 20 - 4 * MM, 200, "right"),  # four characters of 5 pt
        (100, BOTTOM + 2 + 4 * MM, "bottom"),  # 2 pt of descent
        (100, TOP - 7 - 4 * MM, "top"),
    ],
)
def test_text_near_each_edge_of_the_trim(x: float, y: float, edge: str) -> None:
    codes, _ = inspected(text(x, y))
    assert codes == {"press-text-near": {"edge": edge, "pages": "1", "distance": "4.0", "safe": "5.0"}}
    assert inspected(text(x, y), limits=Limits(safe=3.9 * MM))[0] == {}


def test_text_over_the_trim_is_cut_and_text_in_the_slug_is_nobody_s() -> None:
    assert set(inspected(text(LEFT - 3, 200))[0]) == {"press-text-cut"}
    assert inspected(text(0, 200, b".", 2))[0] == {}


def test_text_is_found_through_every_way_of_placing_it() -> None:
    """By Td, TD, T*, ', a TJ's gaps, in a form, turned; blanks at the end do not count."""
    x = RIGHT - 20 - 2 * MM
    for content in (
        b"BT /F1 10 Tf %f 200 Td (text) Tj ET" % x,
        b"BT /F1 10 Tf 12 TL %f 200 TD T* (text   ) Tj ET" % x,
        b"BT /F1 10 Tf 12 TL %f 200 Td (text) ' ET" % x,
        b"BT /F1 10 Tf 100 200 Td [(text) -%f (text)] TJ ET" % ((x - 120) * 100),
        b"BT /F1 5 Tf 200 Tz %f 200 Td (text) Tj ET" % x,
        b"BT /F1 10 Tf 0 1 -1 0 %f 200 Tm (text) Tj ET" % (RIGHT - 2 - 2 * MM),
    ):
        codes, _ = inspected(content)
        assert codes["press-text-near"]["edge"] == "right" and codes["press-text-near"]["distance"] == "2.0", content


def test_edges_are_those_a_reader_sees() -> None:
    codes, _ = inspected(text(100, BOTTOM + 2 + 4 * MM), page={"Rotate": 90})
    assert codes["press-text-near"]["edge"] == "left"


@pytest.mark.parametrize(
    ("content", "use"),
    [
        (b"1 0 0 rg 100 100 50 50 re f", "area"),
        (b"1 0 0 RG 100 100 m 200 100 l S", "line"),
        (text(100, 100, colour=b"0 0 0 rg"), "text"),
        (b"/DeviceRGB cs 1 0 0 sc 100 100 50 50 re f", "area"),
        (b"/Icc cs 1 0 0 sc 100 100 50 50 re f", "area"),
        (b"/Idx cs 1 sc 100 100 50 50 re f", "area"),
    ],
)
def test_rgb_by_every_way_of_choosing_it(content: bytes, use: str) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        profile = pdf.make_stream(b"", N=3)
        with_resources(
            "ColorSpace", Icc=Array([Name.ICCBased, profile]), Idx=Array([Name.Indexed, Name.DeviceRGB, 1, b"\0" * 6])
        )(pdf)

    codes, _ = inspected(CLEAN, content, change=change)
    assert set(codes) == {"press-rgb"}
    assert (codes["press-rgb"]["pages"], codes["press-rgb"]["use"]) == ("2", use)


def test_colour_that_is_set_and_not_painted_with_is_none() -> None:
    assert inspected(b"1 0 0 rg 0 0 0 1 k 100 100 50 50 re f 1 0 0 RG")[0] == {}


def test_rgb_in_pictures_forms_patterns_and_shadings() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        embedded(pdf)
        red = b"1 0 0 rg 0 0 10 10 re f"
        for page in pdf.pages:
            resources = page.obj.Resources
            resources.XObject = Dictionary(
                I=image(pdf, 300, 300, ColorSpace=Name.DeviceRGB),
                F=pdf.make_stream(red, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10],
                                  Matrix=[1, 0, 0, 1, 100, 100]),
            )  # fmt: skip
            resources.Pattern = Dictionary(
                P=pdf.make_stream(red, PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 10, 10], XStep=10,
                                  YStep=10, Matrix=[1, 0, 0, 1, 100, 100], Resources=Dictionary()),
            )  # fmt: skip
            resources.Shading = Dictionary(S=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1]))

    for content, use in (
        (b"q 72 0 0 72 100 100 cm /I Do Q", "picture"),
        (b"/F Do", "area"),
        (b"/Pattern cs /P scn 100 100 50 50 re f", "area"),
        (b"q 100 100 50 50 re W n /S sh Q", "shading"),
    ):
        codes, _ = inspected(content, change=change)
        assert set(codes) == {"press-rgb"} and codes["press-rgb"]["use"] == use, content


def test_black_printing_finds_colour_and_leaves_black_alone() -> None:
    grey = Limits(ink="grey")
    assert inspected(CLEAN, b"0.5 g 100 100 50 50 re f 0 0 0 0.3 k 100 200 50 50 re f", limits=grey)[0] == {}
    codes, _ = inspected(CLEAN, b"0.5 0 0 0 k 100 100 50 50 re f", b"1 0 0 rg 100 100 50 50 re f", limits=grey)
    assert codes == {"press-coloured": {"pages": "2, 3"}}
    codes, _ = inspected(b"0.5 0.5 0.5 rg 100 100 50 50 re f", limits=grey)
    assert set(codes) == {"press-rgb"}  # neutral, but not of black ink


def test_spot_inks_are_named_unless_they_are_meant() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
        gold = Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, tint])
        black = Array([Name.Separation, Name("/Black"), Name.DeviceCMYK, tint])
        with_resources("ColorSpace", Gold=gold, K=black)(pdf)

    content = b"/Gold cs 1 scn 100 100 50 50 re f /K cs 1 scn 100 200 50 50 re f"
    assert inspected(content, change=change)[0] == {"press-spot": {"inks": "Gold", "pages": "1"}}
    assert inspected(content, change=change, limits=Limits(spots=("Gold",)))[0] == {}


def test_heavy_ink_and_rich_black_text() -> None:
    codes, _ = inspected(CLEAN, b"1 1 1 1 k 100 100 50 50 re f")
    assert codes == {"press-ink": {"pages": "2", "ink": "400", "most": "300"}}
    assert inspected(b"0.6 0.4 0.4 1 k 100 100 50 50 re f")[0] == {}
    codes, _ = inspected(text(100, 100, colour=b"0.6 0.4 0.4 1 k"))
    assert codes == {"press-rich-text": {"pages": "1"}}
    assert inspected(text(60, 100, b"A", 40, b"0.6 0.4 0.4 1 k"))[0] == {}


@pytest.mark.parametrize(
    ("area", "edge"),
    [
        ((LEFT, 100, 50, 50), "left"),
        ((LEFT - 1 * MM, 100, 50, 50), "left"),
        ((RIGHT - 50, 100, 50, 50), "right"),
        ((100, TOP - 50, 50, 50), "top"),
        ((100, BOTTOM, 50, 50), "bottom"),
    ],
)
def test_areas_that_end_at_the_trim(area: tuple[float, ...], edge: str) -> None:
    content = b"1 0 0 0 k %f %f %f %f re f" % area
    codes, _ = inspected(CLEAN, content)
    assert codes == {"press-bleed": {"edge": edge, "pages": "2", "bleed": "3.0"}}
    assert inspected(content.replace(b"1 0 0 0 k", b"0 0 0 0 k"))[0] == {}  # white on white


def test_areas_that_bleed_or_stay_inside_are_right() -> None:
    whole = b"1 0 0 0 k 0 0 317 437 re f"
    inside = b"1 0 0 0 k %f 100 50 50 re f" % (LEFT + 1 * MM)
    assert inspected(whole, inside)[0] == {}
    assert set(inspected(whole, media=TRIM)[0]) == {"press-bleed"}  # a file that has no bleed at all


def test_what_ends_at_the_edge_beside_something_that_goes_on_is_right() -> None:
    """A band that bleeds lies under a shape that ends at the trim; where it ends short of the shape, paper is bare."""
    band, shape = b"0 1 0 0 k 0 0 317 108 re f ", b"1 0 0 0 k 8.5 20 50 %d re f"
    assert inspected(band + shape % 60)[0] == {}
    assert inspected(shape % 60 + b" " + band)[0] == {}
    codes, _ = inspected(band + shape % 160)
    assert codes == {"press-bleed": {"edge": "left", "pages": "1", "bleed": "3.0"}}


def test_at_the_spine_nothing_has_to_bleed() -> None:
    """Page 1 has its spine at the left, page 2 at the right; bound at the right it is the other way round."""
    left = b"1 0 0 0 k %f 100 50 50 re f" % LEFT
    right = b"1 0 0 0 k %f 100 50 50 re f" % (RIGHT - 50)
    saddle = Job(scheme="saddle")
    assert inspected(left, right, left, right, job=saddle)[0] == {}
    assert inspected(right, left, job=Job(scheme="saddle", binding="right"))[0] == {}
    assert inspected(right, left, job=saddle)[0]["press-bleed"]["pages"] in ("1", "2")


def test_transparency_is_told() -> None:
    change = with_resources("ExtGState", T=Dictionary(ca=0.5), N=Dictionary(ca=1, BM=Name.Normal))
    _, report = inspected(CLEAN, b"/T gs " + CLEAN, b"/N gs " + CLEAN, change=change)
    assert report.transparent == (2,)


def test_forms_within_themselves_and_pages_without_end_are_read_as_far_as_it_goes() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        embedded(pdf)
        entries = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": [0, 0, 400, 500]}
        circle = pdf.make_stream(b"1 0 0 rg 100 100 10 10 re f /A Do", **entries)
        circle.Resources = Dictionary(XObject=Dictionary(A=circle))
        last = pdf.make_stream(b"0 0 0 1 k 100 100 10 10 re f", **entries)
        for _ in range(10):  # each paints the one before ten times: ten thousand million in all
            last = pdf.make_stream(b"/B Do " * 10, Resources=Dictionary(XObject=Dictionary(B=last)), **entries)
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(A=circle, B=last)

    codes, _ = inspected(b"/A Do", b"/B Do", change=change)
    assert set(codes) == {"press-rgb", "press-unread"}
    assert codes["press-unread"]["pages"] == "2"


@pytest.mark.parametrize(
    "content",
    [
        b"Q Q Q q q q", b"1 0 0", b"(", b"<<", b"1 re f", b"/None Do /None gs /None sh", b"/None cs 1 scn 1 1 9 9 re f",
        b"BT (no font) Tj ET", b"/F1 1 Tf", b"999999999999999999999999 0 0 1 0 0 cm 1 1 9 9 re f", b"[ (a) /b ] TJ",
        b"\xff\x00\x80" * 50, b"BI /W 1 /H 1 ID x", b"0 0 0 0 0 0 cm 1 w 1 1 m 9 9 l S (a) Tj",
    ],
)  # fmt: skip
def test_broken_operators_are_no_end(content: bytes) -> None:
    _, report = inspected(content + b"\n1 0 0 rg 100 100 10 10 re f")
    assert report.pages == 4


def test_composite_fonts_run_as_wide_as_their_widths() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Song"), DW=1000,
            W=Array([5, Array([250, 500]), 10, 20, 300]),
            FontDescriptor=Dictionary(FontFile2=pdf.make_stream(b""), Ascent=880, Descent=-120),
        )  # fmt: skip
        for page in pdf.pages:
            page.obj.Resources.Font = Dictionary(
                C=Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Song, Encoding=Name("/Identity-H"),
                             DescendantFonts=[inner]),
            )  # fmt: skip

    for codes_shown, width in ((b"<00010002>", 20.0), (b"<00050006>", 7.5), (b"<000A0014>", 6.0)):
        x = RIGHT - 3 * MM - width
        codes, report = inspected(b"BT /C 10 Tf %f 200 Td %s Tj ET" % (x, codes_shown), change=change)
        assert codes["press-text-near"]["distance"] == "3.0", codes_shown
        assert report.fonts[0].name == "Song" and report.fonts[0].embedded


def test_page_numbers_are_drawn_together() -> None:
    assert listed([7, 1, 2, 3, 5, 6, 3]) == "1-3, 5-7"
    assert listed([4]) == "4" and listed([4, 5]) == "4, 5" and listed(range(1, 31)) == "1-30"
