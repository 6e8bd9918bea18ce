"""Pictures in print: in inks of whatever form they came, as light on paper, below the limit of ink."""

import io

import pikepdf
import pytest
from PIL import Image

from reportgen.fonts import open_fonts
from reportgen.pdf import BLEED, Edition, Ink, paint
from reportgen.pdf.separation import lightness
from reportgen.raster import render_page
from support.ink_reading import image_spaces, near, on_paper
from support.pages import image_of, pages_of
from support.pdf_reading import qpdf_complaints

BOOK = open_fonts()
CMYK, GREY = Edition("cmyk", BLEED), Edition("grey", BLEED)


def paletted(colour: tuple[int, int, int]) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), colour).convert("P").save(stream, "PNG")
    return stream.getvalue()


def picture(mode: str, colour: object, form: str = "PNG", **more: object) -> bytes:
    stream = io.BytesIO()
    made = Image.new(mode, (40, 40), colour)  # type: ignore[arg-type]  # a colour of the mode
    made.save(stream, form, **more)
    return stream.getvalue()


PICTURES = {
    "png": picture("RGB", (51, 102, 153)), "jpeg": picture("RGB", (51, 102, 153), "JPEG", quality=95),
    "palette": paletted((102, 153, 102)), "alpha": picture("RGBA", (180, 60, 60, 120)),
    "black": picture("RGB", (0, 0, 0)),
    "inks": picture("CMYK", (255, 0, 128, 0), "JPEG", quality=95), "grey": picture("L", 90),
    "grey jpeg": picture("L", 90, "JPEG", quality=95), "sixteen bits": picture("I;16", 0x6464),
    "one bit": picture("1", 0), "grey as rgb": picture("RGB", (90, 91, 90), "JPEG", quality=95),
    "grey alpha": picture("LA", (0, 128)),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("ink", ["cmyk", "grey"])
def test_pictures_are_in_inks_and_as_light_on_paper(name: str, ink: Ink) -> None:
    pages = pages_of([image_of(PICTURES[name], x=20, y=20, width=60, height=60)], size=(100, 100))
    data = paint(pages, BOOK, Edition(ink, BLEED))
    assert qpdf_complaints(data) == ""
    colourless = ink == "grey" or name in ("black", "one bit", "sixteen bits") or name.startswith("grey")
    assert image_spaces(data) == ["/DeviceGray" if colourless else "/DeviceCMYK"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert ("/SMask" in image) == (name in ("alpha", "grey alpha"))
        printed = samples(image)
    assert sum(printed) <= 3 * 255
    red, green, blue = on_paper(printed)
    if name == "inks":
        assert ink == "grey" or near(printed, (255, 0, 128, 0), 3)
    elif not colourless:
        assert near((red, green, blue), SOURCE[name], 12)
        # a Decode that is wrong would show the negative
        assert name == "alpha" or near(seen(data), seen(paint(pages, BOOK)), 20)
    else:
        assert max(red, green, blue) - min(red, green, blue) <= 6
        # the darkest level of a picture is the darkest that one ink can, L* 17
        assert lightness((red, green, blue)) == pytest.approx(17.3 + 0.827 * lightness(SOURCE[name]), abs=2.5)


SOURCE = {
    "png": (51, 102, 153), "jpeg": (51, 102, 153), "palette": (102, 153, 102), "alpha": (180, 60, 60),
    "black": (0, 0, 0), "grey": (90, 90, 90), "grey jpeg": (90, 90, 90), "sixteen bits": (100, 100, 100),
    "one bit": (0, 0, 0), "grey as rgb": (90, 91, 90), "grey alpha": (0, 0, 0),
}  # fmt: skip


def samples(image: pikepdf.Object) -> tuple[int, int, int, int]:
    """Inks of the picture's middle, 0 to 255."""
    if image.get("/Filter") == "/DCTDecode":
        with Image.open(io.BytesIO(image.read_raw_bytes())) as opened:
            found = opened.getpixel((20, 20))
    else:
        raw = image.read_bytes()
        found = tuple(raw[:4]) if str(image.ColorSpace) == "/DeviceCMYK" else raw[0]
    return (0, 0, 0, 255 - found) if isinstance(found, int) else found  # type: ignore[return-value]  # four of CMYK


def seen(data: bytes) -> tuple[int, int, int]:
    with Image.open(io.BytesIO(render_page(data, 0, 72))) as page:
        return page.convert("RGB").getpixel((page.width // 2, page.height // 2))  # type: ignore[return-value]  # RGB


def test_dark_pictures_stay_below_the_limit_of_ink() -> None:
    colours = [
        (red, green, blue) for red in range(0, 60, 12) for green in range(0, 60, 12) for blue in range(0, 60, 12)
    ]
    made = Image.new("RGB", (len(colours), 1))
    made.putdata(colours)
    stream = io.BytesIO()
    made.save(stream, "PNG")
    data = paint(pages_of([image_of(stream.getvalue())]), BOOK, CMYK)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        raw = image.read_bytes()
    assert len(raw) == 4 * len(colours)
    assert max(sum(raw[at : at + 4]) for at in range(0, len(raw), 4)) <= 3 * 255 + 2
