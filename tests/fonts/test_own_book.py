"""A user's fonts among the faces that ship: which sets a character, how heavy, and what keys of caches see."""

import os
from pathlib import Path

import pytest

from reportgen.fonts import FACE_NAMES, Choice, FontBook, OwnFile, OwnFonts, open_fonts
from support.own_fonts import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path / "a.ttf", name="A")
    build(tmp_path / "b.otf", kind="cff", name="B")
    return tmp_path


def opened(folder: Path, *, faces: dict | None = None, latin: dict | None = None) -> FontBook:
    own = OwnFonts(
        faces={face: OwnFile(file) for face, file in (faces or {}).items()},
        latin={face: OwnFile(file) for face, file in (latin or {}).items()},
    )
    book = open_fonts(own=own, own_folder=folder)
    assert book.remarks == ()
    return book


def test_the_user_s_font_comes_first_then_the_face_it_stands_for(folder: Path) -> None:
    book = opened(folder, faces={"fang-regular": "a.ttf", "song-regular": "b.otf"})
    assert book.order("fang-regular")[:4] == (
        "fang-regular", "fang-regular.shipped", "song-regular", "song-regular.shipped",
    )  # fmt: skip
    assert book.choose("中", "fang-regular") == Choice("fang-regular", 0.0)
    assert book.choose("京", "fang-regular") == Choice("fang-regular.shipped", 0.0)
    assert book.choose("祎", "fang-regular") == Choice("song-regular.shipped", 0.0)
    assert book.choose("中", "kai-regular") == Choice("kai-regular", 0.0)
    assert book.choose("\ue000", "fang-regular") is None
    for name in FACE_NAMES:
        for one in book.order(name):
            assert book.face(one).name == one


def test_only_fallback_glyphs_are_thickened(folder: Path) -> None:
    book = opened(folder, faces={"hei-bold": "a.ttf", "song-regular": "b.otf"})
    assert book.choose("中", "hei-bold") == Choice("hei-bold", 0.0)  # whatever the file looks like
    assert book.choose("京", "hei-bold") == Choice("hei-bold.shipped", 0.0)
    assert book.choose("㐀", "hei-bold") == Choice("song-regular.shipped", 0.046)
    assert book.choose("㐀", "song-regular") == Choice("song-regular.shipped", 0.0)


def test_latin_letters_and_figures_of_their_own(folder: Path) -> None:
    book = opened(folder, latin={"song-regular": "a.ttf", "kai-regular": "a.ttf", "song-bold": "b.otf"})
    for char in "AZaz019 ":
        assert book.choose(char, "song-regular") == Choice("song-regular.latin", 0.0)
        assert book.choose(char, "song-bold") == Choice("song-bold.latin", 0.0)
    assert book.choose("B", "song-regular") == Choice("song-regular", 0.0)  # the file has none
    for char in "的，—…“·":
        assert book.choose(char, "song-regular") == Choice("song-regular", 0.0)
    assert book.choose("A", "hei-regular") == Choice("hei-regular", 0.0)
    # one file is one face, so that it is embedded once
    assert book.choose("A", "kai-regular") == Choice("song-regular.latin", 0.0)


def test_a_missing_fang_song_may_be_the_user_s(folder: Path, tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    for path in open_fonts().folder.glob("*.ttf"):
        shipped.mkdir(exist_ok=True)
        (shipped / path.name).symlink_to(path.resolve())
    own = OwnFonts(faces={"fang-regular": OwnFile("a.ttf")})
    book = open_fonts(shipped, own, folder)
    assert book.missing_faces == ()
    assert book.order("fang-regular")[:2] == ("fang-regular", "song-regular")
    assert book.choose("京", "fang-regular") == Choice("song-regular", 0.0)
    assert open_fonts(shipped).missing_faces == ("fang-regular",)


def test_a_font_that_cannot_be_used_leaves_the_face_as_it_ships(folder: Path) -> None:
    (folder / "a.ttf").write_bytes(b"no font")
    own = OwnFonts(faces={"hei-bold": OwnFile("a.ttf"), "song-bold": OwnFile("none.ttf")})
    book = open_fonts(own=own, own_folder=folder)
    assert [(one.code, one.arguments["face"]) for one in book.remarks] == [
        ("font-own-missing", "song-bold"), ("font-own-format", "hei-bold"),
    ]  # fmt: skip
    assert book.order("hei-bold") == open_fonts().order("hei-bold")


def test_the_fingerprint_sees_the_user_s_files(folder: Path) -> None:
    plain = open_fonts().fingerprint()
    assert open_fonts(own=OwnFonts(), own_folder=folder).fingerprint() == plain
    once = opened(folder, faces={"hei-bold": "a.ttf"}).fingerprint()
    assert once not in (plain, opened(folder, faces={"song-bold": "a.ttf"}).fingerprint())
    assert once == opened(folder, faces={"hei-bold": "a.ttf"}).fingerprint()
    assert once != opened(folder, latin={"hei-bold": "a.ttf"}).fingerprint()
    stat = (folder / "a.ttf").stat()
    build(folder / "a.ttf", name="C")  # as long as before, and made to look as old
    os.utime(folder / "a.ttf", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert (folder / "a.ttf").stat().st_size == stat.st_size
    assert once != opened(folder, faces={"hei-bold": "a.ttf"}).fingerprint()


def test_figures_of_one_width_where_the_font_offers_them(folder: Path, tmp_path: Path) -> None:
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
    from fontTools.ttLib import TTFont

    with TTFont(folder / "a.ttf") as font:
        zero, one, eight, nine = (font.getBestCmap()[ord(char)] for char in "0189")
        addOpenTypeFeaturesFromString(font, f"feature tnum {{ sub {one} by {zero}; sub {eight} by {nine}; }} tnum;")
        font.save(folder / "t.ttf")
    proportional = opened(folder, faces={"hei-bold": "a.ttf"}).face("hei-bold")
    tabular = opened(folder, faces={"hei-bold": "t.ttf"}).face("hei-bold")
    assert len({proportional.advance(proportional.digit(char)) for char in "0189"}) > 1
    assert {tabular.advance(tabular.digit(char)) for char in "0189"} == {500.0}
    assert proportional.figure_width == 640.0
