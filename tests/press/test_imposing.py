"""The print file: where pages and marks stand, and that a page is moved and never changed."""

import io
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.press import Imposed, Job, print_file
from reportgen.press.order import Scheme, filled, sheets
from support.press_files import MEDIA, MM, TRIM, accepted, box, make_pdf, numbered

WIDTH, HEIGHT = TRIM[2] - TRIM[0], TRIM[3] - TRIM[1]


def printed(data: bytes, **asked: object) -> Imposed:
    found = Diagnostics()
    done = print_file(data, Job(**asked), found)  # type: ignore[arg-type]
    assert done is not None and done.imposed is not None, list(found)
    assert not found.has_errors
    return done.imposed


def matrices(page: pikepdf.Page) -> dict[str, tuple[float, ...]]:
    """Form name -> the matrix it is placed by."""
    placed, matrix = {}, ()
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "cm":
            matrix = tuple(float(number) for number in operands)
        if str(operator) == "Do":
            placed[str(operands[0])] = matrix
    return placed


def mark_strokes(page: pikepdf.Page) -> list[tuple[tuple[float, float], ...]]:
    """Points of every stroked path of a page of ours: nothing of ours but the marks is stroked."""
    strokes, points = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "m" | "l" | "c":
                numbers = [float(number) for number in operands]
                points += list(zip(numbers[::2], numbers[1::2], strict=True))
            case "S" | "s":
                strokes.append(tuple(points))
                points = []
    return strokes


def standing(page: pikepdf.Page) -> list[tuple[float, float, float, float]]:
    """The trims on a sheet, from the matrices that place pages."""
    rects = []
    for a, _, _, _, e, f in matrices(page).values():
        if a > 0:
            rects.append((e + TRIM[0], f + TRIM[1], e + TRIM[2], f + TRIM[3]))
        else:
            rects.append((e - TRIM[2], f - TRIM[3], e - TRIM[0], f - TRIM[1]))
    return rects


@pytest.mark.parametrize("scheme", ["none", "saddle", "quire", "signature"])
@pytest.mark.parametrize("pages", [5, 16, 22])
def test_pages_are_their_own_bytes_moved_or_turned_and_never_scaled(scheme: Scheme, pages: int) -> None:
    source = make_pdf(pages)
    done = printed(source, scheme=scheme, creep=0.3)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert len(pdf.pages) == done.sides
        seen = set()
        for page in pdf.pages:
            for name, matrix in matrices(page).items():
                assert matrix[:4] in ((1, 0, 0, 1), (-1, 0, 0, -1))
                form = page.obj.Resources.XObject[name]
                index = int(name[2:]) - 1
                assert form.read_bytes().rstrip() == numbered(index).rstrip()
                assert "/Matrix" not in form
                seen.add(index)
        assert seen == set(range(pages))


@pytest.mark.parametrize("scheme", ["none", "saddle", "quire", "signature"])
def test_every_side_shows_the_pages_that_imposition_puts_there(scheme: Scheme, tmp_path: Path) -> None:
    done = printed(make_pdf(14), scheme=scheme)
    places = filled(14, 1 if scheme == "none" else 4, back_cover=True)
    document = pypdfium2.PdfDocument(done.data)
    sides = [side for sheet in sheets(len(places), scheme) for side in (sheet.front, sheet.back) if side]
    assert len(document) == len(sides)
    for page, cells in zip(document, sides, strict=True):
        said = page.get_textpage().get_text_range().split()
        expected = [places[cell.place] for cell in cells]
        assert sorted(said, key=int) == sorted((str(one + 1) for one in expected if one is not None), key=int)
    document.close()
    accepted(done.data, tmp_path)


@pytest.mark.parametrize("scheme", ["none", "saddle", "quire", "signature"])
@pytest.mark.parametrize("bleed", [0.0, 2 * MM, 5 * MM])
def test_marks_lie_outside_every_trim_and_bleed(scheme: Scheme, bleed: float) -> None:
    done = printed(make_pdf(24), scheme=scheme, bleed=bleed, creep=0.4)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        for page in pdf.pages:
            strokes = mark_strokes(page)
            assert len(strokes) > 12
            left, bottom, right, top = box(page, "/BleedBox")
            near = 0.001  # numbers are written to five places
            paper = box(page, "/MediaBox")
            for points in strokes:
                across, up = [x for x, _ in points], [y for _, y in points]
                assert max(across) < left or min(across) > right or max(up) < bottom or min(up) > top
                assert min(across) > 0 and max(across) < paper[2] and min(up) > 0 and max(up) < paper[3]
            trims = standing(page)
            for one in trims:
                assert left - near <= one[0] and one[2] <= right + near
                assert bottom - near <= one[1] and one[3] <= top + near
            # and they are where the knife goes: each outer edge of a trim has its mark in line
            level = {round(points[0][1], 3) for points in strokes if len(points) == 2 and points[0][1] == points[1][1]}
            upright = {
                round(points[0][0], 3) for points in strokes if len(points) == 2 and points[0][0] == points[1][0]
            }
            for one in trims:
                assert round(one[1], 3) in level and round(one[3], 3) in level
                assert round(one[0], 3) in upright or round(one[2], 3) in upright


def test_boxes_of_a_marked_page_are_trim_bleed_and_paper() -> None:
    done = printed(make_pdf(1), bleed=2 * MM)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        page = pdf.pages[0]
        trim, bleed = box(page, "/TrimBox"), box(page, "/BleedBox")
        assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((WIDTH, HEIGHT))
        assert bleed == pytest.approx(
            (trim[0] - 2 * MM, trim[1] - 2 * MM, trim[2] + 2 * MM, trim[3] + 2 * MM), abs=1e-4
        )
        assert box(page, "/CropBox") == box(page, "/MediaBox")


def test_bleed_box_says_no_more_than_the_file_has() -> None:
    bare = make_pdf(1, media=TRIM, trim=None)
    done = printed(bare)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert box(pdf.pages[0], "/BleedBox") == box(pdf.pages[0], "/TrimBox")


def test_creep_moves_inner_pages_to_the_spine_by_the_paper_s_thickness() -> None:
    done = printed(make_pdf(16), scheme="saddle", creep=0.3 * MM)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        middle = float(pdf.pages[0].MediaBox[2]) / 2
        for sheet in range(4):
            for side in (0, 1):
                left, right = sorted(standing(pdf.pages[2 * sheet + side]))
                assert left[2] == pytest.approx(middle + sheet * 0.3 * MM, abs=1e-3)
                assert right[0] == pytest.approx(middle - sheet * 0.3 * MM, abs=1e-3)


def pixels(data: bytes, page: int, scale: float = 1.0):  # type: ignore[no-untyped-def]
    document = pypdfium2.PdfDocument(data)
    picture = document[page].render(scale=scale).to_pil().convert("RGB")
    document.close()
    return picture


def test_a_page_prints_on_its_own_side_of_the_spine_only() -> None:
    """Page 1 is all red with its bleed, its neighbour is blank: no red may cross the fold."""
    red = b"0 1 1 0 k 0 0 317 437 re f"
    done = printed(make_pdf([red, b"", b"", b""]), scheme="saddle", marks=False)
    picture = pixels(done.data, 0)
    middle = picture.width / 2
    row = picture.height // 2
    red_columns = [x for x in range(picture.width) if picture.getpixel((x, row))[1] < 128]
    assert min(red_columns) >= middle - 1
    assert max(red_columns) >= picture.width - 2  # at the fore-edge the bleed is there


def test_content_beyond_the_bleed_is_cut_away() -> None:
    wide = make_pdf([b"0 1 1 0 k -100 -100 1000 1000 re f"], media=(-50, -50, 400, 500))
    done = printed(wide, bleed=3 * MM)
    picture = pixels(done.data, 0, 2)
    assert picture.getpixel((4, 4)) == (255, 255, 255)
    assert picture.getpixel((picture.width // 2, picture.height // 2)) != (255, 255, 255)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
def test_a_turned_page_stands_as_readers_show_it(turn: int) -> None:
    """The trim of the imposed page, drawn, is the picture a reader shows of the page itself."""
    content = b"0 1 1 0 k 20 20 60 30 re f 1 0 0 0 k 200 350 40 70 re f"
    source = make_pdf([content], media=(0, 0, 300, 420), trim=None, page={"Rotate": turn})
    done = printed(source, marks=False, bleed=0.0)
    assert pixels(done.data, 0).tobytes() == pixels(source, 0).tobytes()


def test_user_unit_and_inherited_boxes_count() -> None:
    def inherit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        pdf.Root.Pages.MediaBox = page.MediaBox
        pdf.Root.Pages.Rotate = 90
        del page.MediaBox

    done = printed(
        make_pdf([b""], media=(0, 0, 100, 200), trim=None, page={"UserUnit": 2}, change=inherit), marks=False, bleed=0.0
    )
    assert done.paper == pytest.approx((400, 200))


def test_inverted_boxes_are_read_and_a_trim_outside_the_page_is_not_believed() -> None:
    done = printed(make_pdf([b""], media=(300, 420, 0, 0), trim=(900, 900, 950, 950)), marks=False, bleed=0.0)
    assert done.paper == pytest.approx((300, 420))


def test_a_trim_asked_for_is_cut_from_the_middle_and_the_rest_is_its_bleed() -> None:
    done = printed(make_pdf(2, trim=None), trim=(WIDTH, HEIGHT), bleed=3 * MM)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        (_, _, _, _, e, f) = matrices(pdf.pages[0])["/P1"]
        trim = box(pdf.pages[0], "/TrimBox")
        assert (trim[0] - e, trim[1] - f) == pytest.approx((TRIM[0], TRIM[1]), abs=1e-4)


def test_milled_spines_stand_apart_and_the_sheet_is_filled_from_its_middle() -> None:
    done = printed(make_pdf(16), scheme="signature", mill=3 * MM, creep=0.0, sheet=(640 * MM, 450 * MM))
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        page = pdf.pages[0]
        assert box(page, "/MediaBox") == pytest.approx((0, 0, 640 * MM, 450 * MM), abs=1e-4)
        lower = sorted(standing(page), key=lambda one: (round(one[1]), one[0]))[:4]
        gaps = [after[0] - before[2] for before, after in pairwise(lower)]
        assert gaps == pytest.approx([6 * MM, 6 * MM, 6 * MM], abs=1e-3)
        assert lower[0][0] == pytest.approx(640 * MM - lower[3][2], abs=1e-3)


def test_duplex_says_how_the_sheet_is_turned_and_scaling_is_off() -> None:
    for scheme, flip in (("saddle", "/DuplexFlipShortEdge"), ("signature", "/DuplexFlipShortEdge")):
        done = printed(make_pdf(16), scheme=scheme)
        with pikepdf.open(io.BytesIO(done.data)) as pdf:
            assert str(pdf.Root.ViewerPreferences.Duplex) == flip
            assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"
    done = printed(make_pdf(8), scheme="signature")  # two by two: taller than wide
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"


def test_form_fields_print_and_hidden_layers_stay_hidden(tmp_path: Path) -> None:
    def dress(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        look = pdf.make_stream(b"0 1 1 0 k 0 0 50 50 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
                               BBox=[0, 0, 50, 50])  # fmt: skip
        page.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, F=4, Rect=[100, 300, 150, 350],
            AP=pikepdf.Dictionary(N=look),
        ))]))  # fmt: skip
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="draft"))
        page.Resources.Properties = pikepdf.Dictionary(L=layer)
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer], Order=[layer])
        )  # fmt: skip

    source = make_pdf([b"/OC /L BDC 1 0 0 0 k 200 100 50 50 re f EMC"], change=dress)
    done = printed(source, marks=False, bleed=0.0)
    accepted(done.data, tmp_path)
    picture = pixels(done.data, 0)
    assert picture.getpixel((int(125 - TRIM[0]), int(TRIM[3] - 325)))[1] < 100  # the stamp
    assert picture.getpixel((int(225 - TRIM[0]), int(TRIM[3] - 125))) == (255, 255, 255)  # the layer


def test_the_same_file_gives_the_same_bytes() -> None:
    source = make_pdf(20)
    for scheme in ("none", "saddle", "signature"):
        assert printed(source, scheme=scheme).data == printed(source, scheme=scheme).data
    assert MEDIA[2] > WIDTH
