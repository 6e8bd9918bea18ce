"""Pictures in a painted page: the pixels a reader sees, alpha, colour modes, one copy a picture."""

import io

import pikepdf
import pytest
from PIL import Image

from reportgen.fonts import open_fonts
from reportgen.pdf import paint
from reportgen.raster import render_page
from support.pages import image_of, pages_of
from support.pdf_reading import opened, qpdf_complaints

BOOK = open_fonts()


def encoded(picture: Image.Image, form: str, **more: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, **more)
    return stream.getvalue()


def seen(data: bytes) -> tuple[int, int, int]:
    """The colour in the middle of the picture, as PDFium shows it on white."""
    pdf = paint(pages_of([image_of(data, x=20, y=20, width=60, height=60)], size=(100, 100)), BOOK)
    assert qpdf_complaints(pdf) == ""
    with Image.open(io.BytesIO(render_page(pdf, 0, 72))) as page:
        assert page.size == (100, 100)
        assert page.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
        found: tuple[int, int, int] = page.convert("RGB").getpixel((50, 50))
        return found


def near(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 4 for a, b in zip(one, two, strict=True))


BLUE = (51, 102, 153)


@pytest.mark.parametrize(
    ("data", "colour"),
    [
        (encoded(Image.new("RGB", (30, 30), BLUE), "PNG"), BLUE),
        (encoded(Image.new("RGB", (30, 30), BLUE), "JPEG", quality=95), BLUE),
        (encoded(Image.new("L", (30, 30), 100), "JPEG", quality=95), (100, 100, 100)),
        (encoded(Image.new("L", (30, 30), 100), "PNG"), (100, 100, 100)),
        (encoded(Image.new("1", (30, 30), 0), "PNG"), (0, 0, 0)),
        (encoded(Image.new("P", (30, 30), 1), "PNG"), None),
        (encoded(Image.new("CMYK", (30, 30), (255, 0, 0, 0)), "JPEG", quality=95), None),
        (encoded(Image.new("RGBA", (30, 30), (*BLUE, 255)), "PNG"), BLUE),
        (encoded(Image.new("RGBA", (30, 30), (*BLUE, 0)), "PNG"), (255, 255, 255)),
        (encoded(Image.new("RGBA", (30, 30), (0, 0, 0, 128)), "PNG"), (127, 127, 127)),
        (encoded(Image.new("LA", (30, 30), (0, 128)), "PNG"), (127, 127, 127)),
        (encoded(Image.new("I;16", (30, 30), 0x6464), "PNG"), (100, 100, 100)),
        (encoded(Image.new("RGB", (30, 30), BLUE), "JPEG", quality=95, progressive=True), BLUE),
    ],
    ids=["png", "jpeg", "grey jpeg", "grey png", "one bit", "palette", "cmyk jpeg", "opaque alpha", "clear", "half",
         "grey half", "sixteen bits", "progressive"],
)  # fmt: skip
def test_the_picture_is_seen_in_its_colours(data: bytes, colour: tuple[int, int, int] | None) -> None:
    with Image.open(io.BytesIO(data)) as picture:
        expected = colour or picture.convert("RGB").getpixel((15, 15))
    assert near(seen(data), expected)


def test_a_palette_with_a_transparent_colour() -> None:
    picture = Image.new("P", (30, 30), 0)
    picture.putpalette([200, 0, 0, 0, 200, 0])
    assert seen(encoded(picture, "PNG", transparency=0)) == (255, 255, 255)


def test_a_picture_stands_where_it_was_put_the_right_way_up() -> None:
    picture = Image.new("RGB", (20, 20), "#FFFFFF")
    picture.paste((255, 0, 0), (0, 0, 10, 10))  # top left
    pdf = paint(pages_of([image_of(encoded(picture, "PNG"), x=10, y=20, width=40, height=40)], size=(100, 100)), BOOK)
    with Image.open(io.BytesIO(render_page(pdf, 0, 72))) as page:
        assert near(page.convert("RGB").getpixel((18, 28)), (255, 0, 0))
        assert page.convert("RGB").getpixel((42, 28)) == (255, 255, 255)
        assert page.convert("RGB").getpixel((18, 52)) == (255, 255, 255)


def test_a_picture_used_twice_is_written_once_and_named_by_its_content() -> None:
    data = encoded(Image.new("RGB", (30, 30), BLUE), "PNG")
    pdf = paint(pages_of([image_of(data)], [image_of(data, y=200), image_of(data, y=300)]), BOOK)
    with opened(pdf) as document:
        pictures = [
            one for one in document.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        assert len(pictures) == 1
    assert pdf == paint(pages_of([image_of(data)], [image_of(data, y=200), image_of(data, y=300)]), BOOK)


def test_jpeg_data_goes_in_as_it_is() -> None:
    data = encoded(Image.new("RGB", (30, 30), BLUE), "JPEG")
    assert data in paint(pages_of([image_of(data)]), BOOK)
