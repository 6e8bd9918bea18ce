"""Pages painted apart and joined are the pages painted one after the other."""

from reportgen.drawing import GlyphRun, Pages
from reportgen.fonts import open_fonts
from reportgen.pdf import joined, paint, paint_pages, write
from support.pages import pages_of, run_of
from support.pdf_reading import page_texts

BOOK = open_fonts()


def saying(text: str, glyph: str) -> GlyphRun:
    """A run of one glyph that says something else than its character."""
    shown = run_of(BOOK, glyph)
    return GlyphRun(shown.face, shown.size, shown.colour, shown.x, shown.y, shown.glyphs, text)


def apart(booklet: Pages) -> bytes | None:
    half = len(booklet.pages) // 2
    first, second = paint_pages(booklet.pages[:half], BOOK), paint_pages(booklet.pages[half:], BOOK)
    whole = joined(first, second, BOOK)
    return None if whole is None else write(booklet, whole, BOOK)


def test_faces_and_characters_that_only_one_half_has() -> None:
    booklet = pages_of(
        [run_of(BOOK, "全市平稳")], [run_of(BOOK, "甲")], [run_of(BOOK, "乙", face="kai-regular"), run_of(BOOK, "市")]
    )
    assert apart(booklet) == paint(booklet, BOOK)


def test_a_second_text_of_a_glyph_that_only_the_second_half_has() -> None:
    booklet = pages_of([run_of(BOOK, "一")], [run_of(BOOK, "一"), saying("⼀", "一")])
    assert apart(booklet) == paint(booklet, BOOK)


def test_codes_in_another_order_are_noticed_and_can_be_given_anew() -> None:
    booklet = pages_of([run_of(BOOK, "一")], [saying("⼀", "一"), run_of(BOOK, "一")])
    assert apart(booklet) is None
    first = paint_pages(booklet.pages[:1], BOOK)
    second = paint_pages(booklet.pages[1:], BOOK, first.codes)
    whole = joined(first, second, BOOK)
    assert whole is not None
    pdf = write(booklet, whole, BOOK)
    assert pdf == paint(booklet, BOOK)
    assert page_texts(pdf) == ["一", "⼀一"]
