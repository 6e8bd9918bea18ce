"""Pages as pixels."""

import io

import pytest
from PIL import Image

from reportgen.drawing import Rect
from reportgen.fonts import open_fonts
from reportgen.pdf import paint
from reportgen.raster import render_page
from support.pages import pages_of, run_of

BOOK = open_fonts()
PDF = paint(pages_of([Rect(0, 0, 72, 36, "#FF0000")], [run_of(BOOK, "甲", x=20, y=60, size=40)], size=(72, 72)), BOOK)


@pytest.mark.parametrize("dpi", [36, 72, 220])
def test_size_and_resolution_are_as_asked(dpi: int) -> None:
    with Image.open(io.BytesIO(render_page(PDF, 0, dpi))) as picture:
        assert picture.format == "PNG" and picture.size == (dpi, dpi)
        assert [round(value) for value in picture.info["dpi"]] == [dpi, dpi]
        assert picture.convert("RGB").getpixel((dpi // 2, dpi // 4)) == (255, 0, 0)
        assert picture.convert("RGB").getpixel((dpi // 2, dpi * 3 // 4)) == (255, 255, 255)


def test_the_page_asked_for_with_its_own_fonts() -> None:
    with Image.open(io.BytesIO(render_page(PDF, 1, 72))) as picture:
        dark = sum(1 for value in picture.convert("L").tobytes() if value < 100)
    assert 150 < dark < 1200  # strokes of one character, neither blank nor a box


def test_the_same_bytes_for_the_same_pdf() -> None:
    assert render_page(PDF, 1, 100) == render_page(PDF, 1, 100)
