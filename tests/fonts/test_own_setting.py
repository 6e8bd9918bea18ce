"""Text set in a user's font: fallback glyphs take the place of those it lacks, to the width and the line."""

from pathlib import Path

import msgspec
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun
from reportgen.fonts import FontBook, OwnFile, OwnFonts, open_fonts
from reportgen.pdf import paint
from reportgen.typeset import typeset
from reportgen.typeset.text.classes import Class
from reportgen.typeset.text.glyphs import Glyphs
from support.every_kind import document_of
from support.own_fonts import build
from support.pdf_reading import page_texts, poppler_texts
from support.project import write_project
from support.setting import theme_of

REPORT = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"


@pytest.fixture
def book(tmp_path: Path) -> FontBook:
    """Song from a file with few characters, its Han 0.9 em wide and its figures of different widths."""
    build(tmp_path / "a.ttf", characters="的一是国，。0123456789 ")
    from fontTools.ttLib import TTFont

    with TTFont(tmp_path / "a.ttf") as font:
        for char in "的一是国":
            glyph = font.getBestCmap()[ord(char)]
            font["hmtx"][glyph] = (900, font["hmtx"][glyph][1])
        font.save(tmp_path / "narrow.ttf")
    own = OwnFonts(faces={"song-regular": OwnFile("narrow.ttf")})
    book = open_fonts(own=own, own_folder=tmp_path)
    assert book.remarks == ()
    return book


def test_own_and_fallback_characters_have_the_advance_of_their_class(book: FontBook) -> None:
    table = Glyphs(book, "song-regular", tabular=False)
    for char, kind, body in [
        ("的", Class.HAN, 1.0), ("京", Class.HAN, 1.0), ("𬭎", Class.HAN, 1.0), ("①", Class.HAN, 1.0),
        ("，", Class.CM, 0.5), ("；", Class.CM, 0.5), ("（", Class.OP, 0.5), ("》", Class.CL, 0.5),
        ("·", Class.MID, 0.5), ("。", Class.FS, 0.5), ("？", Class.FS, 0.5), ("…", Class.ELL, 1.0),
        ("\u3000", Class.IDSP, 1.0),
    ]:  # fmt: skip
        glyph = table[char]
        assert (glyph.kind, glyph.body) == (kind, body), char
        assert glyph.face == ("song-regular" if char in "的，。" else "song-regular.shipped"), char
        assert glyph.shift + glyph.advance + glyph.tail == pytest.approx(body)


def test_figures_without_tabular_forms_stand_in_the_middle_of_the_widest(book: FontBook) -> None:
    table = Glyphs(book, "song-regular", tabular=True)
    assert {table[char].body for char in "0123456789"} == {0.64}
    assert table["1"].advance == 0.4 and table["1"].shift == pytest.approx(0.12)
    assert table["8"].shift == 0.0


def test_lines_keep_their_pitch_and_their_text(book: FontBook, tmp_path: Path) -> None:
    text = "的一是国，京𬭎国的。" * 30
    section = f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n  - {text}\n"
    document = document_of(write_project(tmp_path / "p", report=REPORT, edu=section))
    theme = theme_of(document)
    sink = Diagnostics()
    pages = typeset(document, theme, book, {}, sink)
    body = theme.style("body")
    own, ship = open_fonts(), book
    lines = []
    for fonts in (own, ship):
        marks = [mark for page in typeset(document, theme, fonts, {}, sink).pages for mark in page.marks]
        runs = [mark for mark in marks if isinstance(mark, GlyphRun) and mark.size == body.size and "国" in mark.text]
        lines.append(sorted({round(run.y, 3) for run in runs}))
    assert lines[0] == lines[1] and len(lines[0]) > 5  # the same lines at the same heights as with the shipped Song
    assert {round(b - a, 3) for a, b in zip(lines[1], lines[1][1:], strict=False)} == {body.leading}
    pdf = paint(pages, book)
    assert text in "".join(page_texts(pdf)) and text in "".join(poppler_texts(pdf))
    assert not len(sink), list(sink)


def test_the_fonts_of_a_theme_count_for_its_cache(tmp_path: Path) -> None:
    document = document_of(write_project(tmp_path / "p", report=REPORT, edu="id: edu\nname: 局\nblocks: []\n"))
    theme = theme_of(document)
    changed = msgspec.structs.replace(theme, fonts=OwnFonts(latin={"song-bold": OwnFile("a.ttf")}))
    assert msgspec.json.encode(theme) != msgspec.json.encode(changed)
