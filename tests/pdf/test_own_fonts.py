"""A user's fonts of every make in a PDF: embedded as a subset, read by two engines, drawn where they should be."""

import io
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen

from reportgen.fonts import FontBook, OwnFile, OwnFonts, open_fonts
from reportgen.pdf import paint
from support.own_fonts import CHARACTERS, GROWTH, LEFT, advance, build, right_edge, top_edge
from support.pages import pages_of, run_of
from support.pdf_reading import character_boxes, font_rows, opened, page_texts, poppler_texts, qpdf_complaints

TEXT = "的一是国，。中文字AZaz0189𬭎"
MAKES = {
    "TrueType": ({}, (), 0),
    "CFF": ({"kind": "cff"}, (), 0),
    "CFF in 2048 units": ({"kind": "cff", "upem": 2048}, (), 0),
    "TrueType in 2048 units": ({"upem": 2048}, (), 0),
    "CFF2": ({"kind": "cff2"}, (("wght", 900.0),), 1),
    "variable TrueType": ({"variable": True}, (("wght", 900.0),), 1),
    "variable in 2048 units": ({"variable": True, "upem": 2048}, (("wght", 900.0),), 1),
}
ROUNDED = 0.3  # points: PDFium's boxes are rounded outlines
PLAIN = ("TrueType", "TrueType in 2048 units")


def book_of(folder: Path, make: str, **more: object) -> FontBook:
    keys, axes, _ = MAKES[make]
    build(folder / "a", **keys, **more)  # type: ignore[arg-type]  # build's own
    return open_fonts(own=OwnFonts(faces={"song-bold": OwnFile("a", axes=axes)}), own_folder=folder)


@pytest.mark.parametrize("make", MAKES)
def test_both_engines_read_it_and_it_is_sound(make: str, tmp_path: Path) -> None:
    book = book_of(tmp_path, make)
    pdf = paint(pages_of([run_of(book, TEXT, face="song-bold", size=20)]), book)
    assert qpdf_complaints(pdf) == ""
    assert page_texts(pdf) == poppler_texts(pdf) == [TEXT]
    (row,) = font_rows(pdf)
    kind = "CID TrueType" if make in PLAIN else "CID Type 0C"
    assert (row["type"], row["encoding"], row["emb"], row["sub"], row["uni"]) == (
        kind, "Identity-H", "yes", "yes", "yes",
    )  # fmt: skip
    assert row["name"].split("+")[1].startswith("Own")


@pytest.mark.parametrize("make", MAKES)
def test_outlines_stand_where_the_instance_has_them(make: str, tmp_path: Path) -> None:
    book = book_of(tmp_path, make)
    text = TEXT[:-1]  # PDFium counts a character beyond the BMP as two
    pdf = paint(pages_of([run_of(book, text, face="song-bold", size=20, x=40, y=60)]), book)
    grown = GROWTH * MAKES[make][2]
    face = book.face("song-bold")
    x = 40.0
    boxes = character_boxes(pdf)[0]
    assert [box.char for box in boxes] == list(text)
    for box in boxes:
        assert box.left == pytest.approx(x + LEFT * 0.02, abs=ROUNDED)
        assert box.right == pytest.approx(x + (right_edge(box.char) + grown) * 0.02, abs=ROUNDED)
        assert box.top - box.bottom == pytest.approx(top_edge(box.char) * 0.02, abs=ROUNDED)
        x += face.advance(face.glyph(box.char)) * 0.02


@pytest.mark.parametrize("make", [make for make in MAKES if make not in PLAIN])
def test_the_program_is_a_subset_whose_widths_are_those_of_the_pdf(make: str, tmp_path: Path) -> None:
    book = book_of(tmp_path, make)
    pdf = paint(pages_of([run_of(book, "中A1", face="song-bold")]), book)
    with opened(pdf) as document:
        (font,) = document.pages[0].Resources.Font.values()
        cid_font = font.DescendantFonts[0]
        program = bytes(cid_font.FontDescriptor.FontFile3.read_bytes())
        told: dict[int, float] = {}
        listed = list(cid_font.W)
        for first, widths in zip(listed[::2], listed[1::2], strict=True):
            told |= {int(first) + index: float(width) for index, width in enumerate(widths)}
        assert cid_font.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert "/CIDToGIDMap" not in cid_font
        name = str(cid_font.BaseFont)[1:]
    cff = CFFFontSet()
    cff.decompile(io.BytesIO(program), None)
    assert cff.fontNames == [name]
    top = cff[0]
    assert top.ROS == ("Adobe", "Identity", 0)
    face = book.face("song-bold")
    glyphs = {f"cid{face.glyph(char):05d}": char for char in "中A1"}
    blank = f"cid{face.glyph(' '):05d}"  # every font has its space
    assert top.charset == [".notdef", *sorted([*glyphs, blank])]
    for glyph, char in glyphs.items():
        charstring = top.CharStrings[glyph]
        pen = BoundsPen(None)
        charstring.draw(pen)
        left, right = face.ink(face.glyph(char))
        assert (pen.bounds[0], pen.bounds[2]) == pytest.approx((left, right), abs=0.6)
        assert charstring.width == pytest.approx(told.get(int(glyph[3:]), 1000), abs=0.01)
        assert charstring.width == pytest.approx(face.advance(face.glyph(char)), abs=0.01)


@pytest.mark.parametrize("make", MAKES)
def test_the_same_text_gives_the_same_bytes(make: str, tmp_path: Path) -> None:
    painted = set()
    for folder in ("one", "another/place"):
        book = book_of(tmp_path / folder, make)
        painted.add(paint(pages_of([run_of(book, TEXT, face="song-bold")]), book))
    assert len(painted) == 1
    assert str(tmp_path).encode() not in painted.pop()


@pytest.mark.parametrize("make", ["TrueType", "CFF", "CFF2"])
def test_one_glyph_for_two_characters(make: str, tmp_path: Path) -> None:
    """Space and no-break space have one glyph: each is read back as itself."""
    book = book_of(tmp_path, make)
    face = book.face("song-bold")
    assert face.glyph(" ") == face.glyph("\u00a0")
    pdf = paint(pages_of([run_of(book, "A Z\u00a0a z", face="song-bold")]), book)
    with opened(pdf) as document:
        (font,) = document.pages[0].Resources.Font.values()
        unicode_map = font.ToUnicode.read_bytes()
    assert b"<0020>" in unicode_map and b"<00A0>" in unicode_map
    assert poppler_texts(pdf) == ["A Z a z"]
    assert page_texts(pdf)[0].replace("\u00a0", " ") == "A Z a z"


@pytest.mark.slow  # fontTools writes the font for four seconds
def test_a_font_with_every_glyph_there_can_be(tmp_path: Path) -> None:
    """65535 glyphs leave no CID beyond them for a glyph's second text: one that is not in use serves."""
    extra = "".join(map(chr, range(0x10000, 0x10000 + 65534 - len(CHARACTERS))))
    book = book_of(tmp_path, "TrueType", characters=CHARACTERS + extra)
    face = book.face("song-bold")
    assert face.number_of_glyphs == 65535
    last = extra[-1]
    text = f"A Z\u00a0{last}{extra[-2]}"
    pdf = paint(pages_of([run_of(book, text, face="song-bold")]), book)
    assert qpdf_complaints(pdf) == ""
    assert page_texts(pdf)[0].replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_faces_of_one_name_are_told_apart(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf")
    build(tmp_path / "b.otf", kind="cff")
    own = OwnFonts(faces={"song-bold": OwnFile("a.ttf"), "hei-bold": OwnFile("b.otf")})
    book = open_fonts(own=own, own_folder=tmp_path)
    runs = [run_of(book, "中A", face="song-bold"), run_of(book, "中A", face="hei-bold", y=90)]
    names = [row["name"] for row in font_rows(paint(pages_of(runs), book))]
    assert len(set(names)) == 2


def test_text_and_widths_told_agree(tmp_path: Path) -> None:
    assert advance("中") == 1000
    book = book_of(tmp_path, "CFF")
    pdf = paint(pages_of([run_of(book, "中中A", face="song-bold", size=10, x=0)]), book)
    with opened(pdf) as document:
        (font,) = document.pages[0].Resources.Font.values()
        listed = list(font.DescendantFonts[0].W)
        told = {int(first): float(widths[0]) for first, widths in zip(listed[::2], listed[1::2], strict=True)}
        face = book.face("song-bold")
        assert told == {face.glyph("A"): 500.0, face.glyph(" "): face.advance(face.glyph(" "))}
        assert int(font.DescendantFonts[0].DW) == 1000
