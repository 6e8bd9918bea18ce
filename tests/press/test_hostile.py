"""Files from outside: broken, locked, absurd. Each gets its diagnostic, none a traceback, none takes the machine."""

import io
import zlib

import pikepdf
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.press import Job, Printed, print_file
from reportgen.press.order import Scheme
from support.press_files import make_pdf

HAND = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 2/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>> endobj
4 0 obj <</Length 6>> stream
0 0 m
endstream endobj
trailer <</Root 1 0 R>>
"""
KIDS = b"/Kids[3 0 R]"
BOX = b"[0 0 100 100]"


def half(data: bytes) -> bytes:
    """A download cut short: the pages stand at the front, what is on most of them does not come any more."""
    return data[: len(data) // 2]


HALF = half(make_pdf(97))


def press(data: bytes, scheme: Scheme = "saddle", **asked: object) -> tuple[set[str], Printed | None]:
    found = Diagnostics()
    done = print_file(data, Job(scheme=scheme, **asked), found)  # type: ignore[arg-type]
    return {one.code for one in found if one.severity == "error"}, done


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "press-no-pdf"),
        (b"PK\x03\x04" + b"x" * 500, "press-no-pdf"),
        (b"%PDF-1.7\n", "press-broken"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 5000, "press-broken"),
        (HAND.replace(KIDS, b"/Kids[3 0 R 2 0 R]"), "press-broken"),
        (HAND.replace(KIDS, b"/Kids[2 0 R]"), "press-broken"),
        (HAND.replace(KIDS, b"/Kids[5 0 R]") + b"5 0 obj <</Type/Pages/Kids[2 0 R]>> endobj", "press-broken"),
        (HAND.replace(KIDS, b""), "press-broken"),
        (HAND.replace(b"/Pages 2 0 R", b"/Pages 99 0 R"), "press-broken"),
        (HALF, "press-lost"),
        (HAND.replace(BOX, b"7"), "press-lost"),  # /MediaBox7 takes /Contents for its value
        (HAND.replace(BOX, b"[0 0 0 0]"), "press-box"),
        (HAND.replace(b"<</Length 6>>", b"<</Length 6/Filter/FlateDecode>>"), "press-content"),
        (HAND.replace(b"<</Length 6>>", b"<</Length 6/Filter/Nonsense>>"), "press-content"),
        (HAND.replace(b"/Contents 4 0 R", b"/Contents[4 0 R 99 0 R 3 0 R]"), "press-content"),
        (HAND.replace(BOX, b"[0 0 99999999999 100]"), "press-box"),
        (HAND.replace(BOX, b"[0 0 14401 100]"), "press-page-size"),
        (HAND.replace(BOX, b"[0 0 100 1]"), "press-page-size"),
        (HAND.replace(BOX, BOX + b"/UserUnit 1000"), "press-page-size"),
        (HAND.replace(BOX, BOX + b"/UserUnit -1"), "press-box"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_said(data: bytes, code: str) -> None:
    codes, done = press(data)
    assert code in codes
    assert done is None or done.imposed is None


@pytest.mark.parametrize(
    "data",
    [
        HAND,
        HAND.replace(BOX, b"[0 0 /A (b)]"),
        HAND.replace(KIDS, b"/Kids[3 0 R 7 (x) null]"),
        HAND.replace(KIDS, b"/Kids[3 0 R 3 0 R]"),
        HAND.replace(BOX, b"[100 100 0 0]"),
        HAND.replace(BOX, BOX + b"/Rotate (x)/UserUnit []/TrimBox 3/CropBox[1 2]"),
        HAND.replace(BOX, BOX + b"/Rotate 45"),
        HAND.replace(BOX, BOX + b"/Annots[3 0 R 5 (x)]"),
        HAND.replace(BOX, BOX + b"/Annots[<</AP 7/Subtype/Stamp/Rect[0 0]>>]"),
        HAND.replace(BOX, BOX + b"/Resources 7"),
        HAND.replace(BOX, BOX + b"/Resources<</XObject<</A 3 0 R>>>>"),
        HAND.replace(b"/Contents 4 0 R", b"/Contents 7"),
        HAND.replace(b"/Type/Catalog", b"/Type/Catalog/OCProperties 3 0 R/OutputIntents[1 0 R]/AcroForm 7"),
        make_pdf(3)[:-300],
    ],
    ids=range(14),
)  # fmt: skip
@pytest.mark.parametrize("scheme", ["none", "saddle", "signature"])
def test_what_can_be_printed_is_printed(data: bytes, scheme: Scheme) -> None:
    codes, done = press(data, scheme)
    assert codes == set()
    assert done is not None and done.imposed is not None
    with pikepdf.open(io.BytesIO(done.imposed.data)) as pdf:
        assert len(pdf.pages) == done.imposed.sides
        assert pdf.check_pdf_syntax() == []


def test_a_stream_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    packer = zlib.compressobj(9)
    zeros = b" " * 2**20
    bomb = b"".join(packer.compress(zeros) for _ in range(600)) + packer.flush()

    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents.write(bomb, filter=pikepdf.Name.FlateDecode)

    codes, done = press(make_pdf([b"", b""], change=plant))
    assert codes <= {"press-content"}
    assert done is not None


def test_passwords_and_permissions_are_respected() -> None:
    locked = make_pdf(4, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert press(locked) == ({"press-encrypted"}, None)
    owned = make_pdf(
        4,
        encryption=pikepdf.Encryption(
            owner="a", user="", allow=pikepdf.Permissions(modify_assembly=False, modify_other=False)
        ),
    )
    codes, done = press(owned)
    assert codes == {"press-restricted"} and done is not None and done.imposed is None
    found = Diagnostics()
    assert print_file(owned, Job(), found, only_look=True) is not None and not found.has_errors
    free = make_pdf(4, encryption=pikepdf.Encryption(owner="a", user=""))
    codes, done = press(free)
    assert codes == set() and done is not None and done.imposed is not None
    with pikepdf.open(io.BytesIO(done.imposed.data)) as pdf:
        assert not pdf.is_encrypted


def test_pages_of_two_sizes_are_not_imposed_but_marked() -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].obj.Rotate = 90

    source = make_pdf(4, change=turn)
    assert press(source)[0] == {"press-sizes"}
    codes, done = press(source, "none")
    assert codes == set() and done is not None and done.imposed is not None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"trim": (400.0, 400.0)}, "press-trim-large"),
        ({"sheet": (500.0, 500.0)}, "press-sheet-small"),
        ({"creep": 30.0}, "press-creep"),
    ],
)
def test_what_is_asked_and_impossible_is_said(asked: dict[str, object], code: str) -> None:
    codes, done = press(make_pdf(16), **asked)
    assert codes == {code} and done is not None and done.imposed is None


def test_a_thousand_pages_and_deep_trees() -> None:
    codes, done = press(make_pdf([b""] * 1003), "signature")
    assert codes == set() and done is not None and done.imposed is not None
    assert done.imposed.blanks == 1 and done.imposed.sheets == 64

    def deepen(pdf: pikepdf.Pdf) -> None:
        pages = pdf.Root.Pages
        for _ in range(300):
            inner = pdf.make_indirect(
                pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=4, Kids=pages.Kids, Parent=pages)
            )
            for kid in inner.Kids:
                kid.Parent = inner
            pages.Kids = pikepdf.Array([inner])

    assert press(make_pdf(4, change=deepen))[0] <= {"press-broken"}
