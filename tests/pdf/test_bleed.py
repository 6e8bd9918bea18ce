"""What touches the trim goes on over it, and nothing inside the trim changes."""

import io

import pytest
from PIL import Image

from reportgen.drawing import Line, Rect
from reportgen.drawing import Path as Drawn
from reportgen.fonts import open_fonts
from reportgen.pdf import Edition, paint
from reportgen.raster import render_page
from support.pages import image_of, pages_of

BOOK = open_fonts()


def picture(mode: str, colour: object, form: str = "PNG", **more: object) -> bytes:
    stream = io.BytesIO()
    made = Image.new(mode, (40, 40), colour)  # type: ignore[arg-type]  # a colour of the mode
    made.save(stream, form, **more)
    return stream.getvalue()


def rendered(marks: tuple[object, ...], edition: Edition, scale: int = 4) -> Image.Image:
    data = paint(pages_of(marks, size=(100, 80)), BOOK, edition)  # type: ignore[arg-type]  # marks
    with Image.open(io.BytesIO(render_page(data, 0, 72 * scale))) as page:
        return page.convert("RGB").copy()


PICTURE = picture("RGB", (51, 102, 153))
WAVE = Drawn(
    (("M", 0, 50), ("C", 30, 20, 70, 70, 100, 40), ("L", 100, 80), ("L", 0, 80), ("Z",)), fill="#2A8C82"
)  # fmt: skip
OPEN = Drawn((("M", 100, 10), ("L", 60, 0), ("L", 100, 0)), fill="#B5392F")  # closed by filling
STROKE = Drawn((("M", 0, 20), ("L", 50, 40), ("L", 100, 20)), stroke="#C8891A", stroke_width=4)
BLEEDING = {
    "rect": ((Rect(0, 50, 100, 30, "#0B4F7D"),), "bottom left right"),
    "corner": ((Rect(80, 0, 20, 20, "#0B4F7D"),), "top right"),
    "nearly": ((Rect(0.05, 30, 9.95, 10, "#0B4F7D"),), "left"),
    "beyond": ((Rect(-3, 30, 10, 10, "#0B4F7D"),), "left"),
    "wave": ((WAVE,), "bottom left right"),
    "open": ((OPEN,), "top right"),
    "stroke": ((STROKE,), "left right"),
    "line": ((Line(0, 40, 100, 40, 3, "#000000"), Line(50, 80, 70, 40, 3, "#000000")), "left right bottom"),
    "picture": ((image_of(PICTURE, x=60, y=40, width=40, height=40),), "right bottom"),
    "inside": ((Rect(10, 10, 80, 60, "#0B4F7D"), Line(10, 5, 90, 5, 2, "#000000")), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BLEEDING)
def test_what_touches_the_trim_goes_on_over_it_and_nothing_inside_changes(name: str) -> None:
    marks, edges = BLEEDING[name]
    bleed = 8.0
    whole, trimmed = rendered(marks, Edition("cmyk", bleed)), rendered(marks, Edition("cmyk", 0.0))
    edge = round(bleed * 4)
    inside = whole.crop((edge, edge, whole.width - edge, whole.height - edge))
    assert inside.size == trimmed.size
    assert difference(inside, trimmed) < 12  # smoothed edges at the cut
    right, foot = whole.width, whole.height
    strips = {
        "left": (2, edge, 6, foot - edge), "right": (right - 6, edge, right - 2, foot - edge),
        "top": (edge, 2, right - edge, 6), "bottom": (edge, foot - 6, right - edge, foot - 2),
    }  # fmt: skip
    painted = {side for side, strip in strips.items() if whole.crop(strip).getextrema() != ((255, 255),) * 3}
    assert painted == set(edges.split())


def difference(one: Image.Image, two: Image.Image) -> int:
    """How many pixels away from the outermost ones differ by more than smoothing makes."""
    size = (2, 2, one.width - 2, one.height - 2)
    pairs = zip(one.crop(size).tobytes(), two.crop(size).tobytes(), strict=True)
    return sum(abs(a - b) > 40 for a, b in pairs)


def test_corners_are_filled() -> None:
    whole = rendered((Rect(0, 0, 100, 80, "#0B4F7D"),), Edition("cmyk", 8.0))
    corners = [(x, y) for x in (1, whole.width - 2) for y in (1, whole.height - 2)]
    assert len({whole.getpixel(one) for one in corners}) == 1 and whole.getpixel((1, 1)) != (255, 255, 255)
    mirrored = rendered((image_of(PICTURE, x=0, y=0, width=100, height=80),), Edition("cmyk", 8.0))
    assert all(mirrored.getpixel(one) != (255, 255, 255) for one in corners)


def test_a_picture_is_mirrored_at_the_edge() -> None:
    """Left half red, right half blue, at the right edge: the bleed is blue, and red where it comes back."""
    made = Image.new("RGB", (80, 80), (200, 0, 0))
    made.paste((0, 0, 200), (72, 0, 80, 80))
    stream = io.BytesIO()
    made.save(stream, "PNG")
    whole = rendered((image_of(stream.getvalue(), x=60, y=20, width=40, height=40),), Edition("cmyk", 8.0))
    row = [whole.getpixel((x, whole.height // 2)) for x in range(whole.width)]
    trim = (8 + 100) * 4
    assert row[trim - 5] == row[trim + 5] and row[trim + 5][2] > row[trim + 5][0]  # type: ignore[index]  # RGB
    assert row[trim + 5 * 4][0] > row[trim + 5 * 4][2]  # type: ignore[index]  # RGB
