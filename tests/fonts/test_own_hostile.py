"""Fonts that mislead: colour glyphs without outlines, holes in the figures, licences that only sound open, links."""

import os
import random
from pathlib import Path

import pytest
from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph as Outline

from reportgen.diagnostics import Diagnostics
from reportgen.fonts import FontBook, FontError, OwnFile, OwnFonts, open_fonts
from reportgen.pdf import paint
from reportgen.typeset import typeset
from reportgen.typeset.text.glyphs import Glyphs
from support.every_kind import document_of
from support.own_fonts import CHARACTERS, build, collect
from support.pdf_reading import qpdf_complaints
from support.project import write_project
from support.setting import theme_of


def book(folder: Path, face: str = "song-regular", **own: object) -> FontBook:
    return open_fonts(own=OwnFonts(faces={face: OwnFile(**own)}), own_folder=folder)  # type: ignore[arg-type, dict-item]  # as a test says it


def codes(found: FontBook) -> list[tuple[str, bool]]:
    return [(one.code, one.fatal) for one in found.remarks]


# --- glyphs


def test_a_colour_glyph_without_an_outline_leaves_no_hole(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", characters=CHARACTERS + "①")
    with TTFont(tmp_path / "a.ttf") as font:
        names = font.getBestCmap()
        font["glyf"][names[ord("①")]] = Outline()
        layer = {"Format": 10, "Glyph": names[ord("国")], "Paint": {"Format": 2, "PaletteIndex": 0, "Alpha": 1.0}}
        font["COLR"] = buildCOLR({names[ord("①")]: layer, names[ord("的")]: layer}, version=1)
        font["CPAL"] = buildCPAL([[(1, 0, 0, 1)]])
        font.save(tmp_path / "colour.ttf")
    found = book(tmp_path, file="colour.ttf")
    assert codes(found) == []
    choice = found.choose("①", "song-regular")
    assert choice is not None and choice.face == "song-regular.shipped"
    face = found.face("song-regular")
    assert face.ink(face.glyph("的")) == (60, 840)  # of its own outline, not of the picture that is laid over it
    assert face.subset([face.glyph("的")]).data


def test_a_long_dash_that_the_font_lacks_is_one_glyph_of_the_fallback(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf")
    table = Glyphs(book(tmp_path, file="a.ttf"), "song-regular", tabular=False)
    assert table.dash is not None
    assert (table.dash.face, table.dash.body) == ("song-regular.shipped", 2.0)
    heavy = Glyphs(book(tmp_path, "hei-bold", file="a.ttf"), "hei-bold", tabular=False)
    assert heavy.dash is not None
    assert heavy.dash.face == "hei-bold.shipped"


def test_figures_that_the_font_lacks_do_not_widen_the_others(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", characters="的一是国，。AZaz018 ")
    with TTFont(tmp_path / "a.ttf") as font:
        font["hmtx"][".notdef"] = (1000, 0)
        font.save(tmp_path / "b.ttf")
    table = Glyphs(book(tmp_path, file="b.ttf"), "song-regular", tabular=True)
    assert {table[char].body for char in "018"} == {0.64}
    assert table["7"].face == "song-regular.shipped"


def test_a_font_of_any_units_sets_the_same_place(tmp_path: Path) -> None:
    for upem in (16, 1000, 2048, 16384):
        build(tmp_path / f"{upem}.ttf", upem=upem)
        face = book(tmp_path, file=f"{upem}.ttf").face("song-regular")
        assert face.advance(face.glyph("国")) == pytest.approx(1000)
        assert face.ink(face.glyph("国"))[1] == pytest.approx(840, abs=32 if upem == 16 else 1)
    with TTFont(tmp_path / "1000.ttf") as font:
        font["head"].unitsPerEm = 8
        font.save(tmp_path / "few.ttf")
    assert codes(book(tmp_path, file="few.ttf")) == [("font-own-damaged", True)]


@pytest.mark.parametrize("table", ["OS/2", "hmtx", "hhea"])
def test_a_font_for_vertical_setting_alone_or_of_an_old_system_is_refused_by_name(tmp_path: Path, table: str) -> None:
    build(tmp_path / "a.ttf")
    with TTFont(tmp_path / "a.ttf") as font:
        font.ensureDecompiled()
        data = {tag: font.getTableData(tag) for tag in ("hmtx", "hhea", "maxp", "OS/2")}
    raw = (tmp_path / "a.ttf").read_bytes()
    assert data[table]
    (tmp_path / "b.ttf").write_bytes(raw.replace(table.encode(), b"vXXX", 1))
    found = book(tmp_path, file="b.ttf")
    assert codes(found) == [("font-own-damaged", True)]
    assert table in found.remarks[0].arguments["table"]


# --- permission


@pytest.mark.parametrize(
    ("licence", "known"),
    [
        ("All rights reserved, without exception.", False),
        ("本字体不得嵌入。No exceptions.", False),
        ("GPL v3 with the special exception that documents may embed this font", True),
        ("GPLv2 with font exception", True),
        ("GNU General Public License with font embedding exception", True),
        ("Creative Commons BY-NC-ND 4.0", False),
        ("https://creativecommons.org/licenses/by-nc/4.0/", False),
        ("Creative Commons Attribution-NoDerivatives", False),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("CC0 1.0", True),
        ("Not licensed under the SIL Open Font License", False),
        ("This font is not in the public domain.", False),
        ("Licensed to MIT for internal use only", False),
        ("MIT License", True),
        ("Licensed under the Apache License, Version 2.0", True),
        ("© Apache Helicopter Fonts Ltd.", False),
        ("Ubuntu Font Licence 1.0", True),
        ("Arphic Public License", True),
        ("This Font Software is licensed under the SIL OFL 1.1", True),
    ],
)
def test_what_only_sounds_open_is_told(tmp_path: Path, licence: str, known: bool) -> None:
    build(tmp_path / "a.ttf", licence=licence)
    assert codes(book(tmp_path, file="a.ttf")) == ([] if known else [("font-licence-unknown", False)])


def test_a_blank_word_is_no_licence(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", fs_type=2)
    assert codes(book(tmp_path, file="a.ttf", licence=" \u3000")) == [("font-not-embeddable", True)]


# --- files


def test_only_files_of_the_project_are_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    build(project / "fonts" / "a.ttf")
    build(tmp_path / "outside.ttf")
    (project / "fonts" / "link.ttf").symlink_to(tmp_path / "outside.ttf")
    (project / "fonts" / "inside.ttf").symlink_to("a.ttf")
    (project / "fonts" / "loop.ttf").symlink_to("loop.ttf")
    assert codes(book(project, file="fonts/inside.ttf")) == []
    for name in ("../outside.ttf", "fonts/../../outside.ttf", "fonts/link.ttf"):
        assert codes(book(project, file=name)) == [("font-own-outside", True)], name
    assert codes(book(project, file="fonts/loop.ttf")) == [("font-own-missing", True)]
    assert codes(book(project, file="fonts")) == [("font-own-missing", True)]
    os.mkfifo(project / "fonts" / "pipe.ttf")
    assert codes(book(project, file="fonts/pipe.ttf")) == [("font-own-missing", True)]


def test_one_file_for_two_faces_is_one_file(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf")
    own = OwnFonts(faces={"song-regular": OwnFile("a.ttf"), "song-bold": OwnFile("a.ttf")})
    found = open_fonts(own=own, own_folder=tmp_path)
    assert codes(found) == []
    assert found.choose("国", "song-bold") is not None
    assert found.choose("国", "song-bold").face == "song-bold"  # type: ignore[union-attr]  # not None, as just seen


REPORT = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"
TEXT = "的一是国，。中文字AZaz0189 𬭎——“的”京"


@pytest.mark.slow
@pytest.mark.parametrize("make", ["glyf", "cff", "cff2", "variable", "collection"])
def test_damage_anywhere_is_told_or_harmless(tmp_path: Path, make: str) -> None:
    """Bytes changed at random: the font is refused, or the booklet is whole and every character is on it."""
    kind = {"variable": "glyf", "collection": "cff"}.get(make, make)
    path = build(tmp_path / "a.font", kind=kind, variable=make == "variable")
    if make == "collection":
        path = collect(tmp_path / "a.ttc", [path, path])
    whole = path.read_bytes()
    section = f"id: edu\nname: 局\nblocks:\n  - {TEXT * 3}\n"
    document = document_of(write_project(tmp_path / "p", report=REPORT, edu=section))
    theme = theme_of(document)
    dice = random.Random(9704)
    used = 0
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 1, 2, 8, 40))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        if dice.random() < 0.2:
            del data[dice.randrange(len(data)) :]
        path.write_bytes(bytes(data))
        index = 1 if make == "collection" else None
        found = book(tmp_path, file=path.name, index=index)
        if any(one.fatal for one in found.remarks):
            continue
        sink = Diagnostics()
        try:
            pdf = paint(typeset(document, theme, found, {}, sink), found)
        except FontError as error:
            assert error.code.startswith("font-own")
            continue
        used += 1
        assert qpdf_complaints(pdf) == ""
    assert used > 5
