"""The fonts of a draft: found on any machine, and changed in one place."""

from typing import Any

import pytest

from reportgen.model.document import Document
from reportgen.theme import load_theme
from reportgen.word import write_draft
from support.docx_lint import faults
from support.docx_reading import W, part
from support.every_kind import document_of, write_every_kind

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What has each of the four faces: Windows, WPS and older documents, Office for Mac, macOS.
_FACES = {
    "宋体": {"SimSun", "STSong", "Songti SC"},
    "黑体": {"SimHei", "STHeiti", "Heiti SC"},
    "楷体": {"KaiTi", "楷体_GB2312", "STKaiti", "Kaiti SC"},
    "仿宋": {"FangSong", "仿宋_GB2312", "STFangsong"},
    "方正小标宋简体": {"华文中宋", "STZhongsong", "宋体"},
}
_LONGEST = 31  # characters of a font's name that Windows knows


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("fonts")))


@pytest.fixture(scope="module", params=["civic", "official", "bright"])
def made(request: pytest.FixtureRequest, report: Document) -> bytes:
    data = write_draft(report, load_theme(request.param), {}, None)
    assert not faults(data)
    return data


def fonts_of(data: bytes) -> dict[str, Any]:
    return {one.get(f"{W}name"): one for one in part(data, "word/fontTable.xml")}


def styles_of(data: bytes) -> dict[str, Any]:
    return {one.find(f"{W}name").get(f"{W}val"): one for one in part(data, "word/styles.xml").iter(f"{W}style")}


def said(font: Any, name: str) -> str:
    found = font.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val"))


def test_every_font_that_a_style_names_is_in_the_table_and_every_chinese_one_has_others_in_its_place(
    made: bytes,
) -> None:
    table = fonts_of(made)
    for fonts in part(made, "word/styles.xml").iter(f"{W}rFonts"):
        for axis in ("ascii", "hAnsi", "eastAsia", "cs"):
            name = fonts.get(f"{W}{axis}")
            assert name is None or name in table
        chinese = fonts.get(f"{W}eastAsia")
        if chinese in _FACES:
            others = said(table[chinese], "altName").split(",")
            assert _FACES[chinese] <= set(others)
            assert chinese not in others and len(set(others)) == len(others)
            assert max(map(len, others)) <= _LONGEST
            assert said(table[chinese], "charset") == "86"  # GB 2312
    for font in table.values():
        assert len(said(font, "panose1")) == 20  # so that a machine without any of the names finds the right class


def test_latin_fonts_are_not_called_chinese(made: bytes) -> None:
    table = fonts_of(made)
    for name, family in (("Times New Roman", "roman"), ("Arial", "swiss")):
        if name in table:
            assert (said(table[name], "charset"), said(table[name], "family")) == ("00", family)


def test_text_and_headings_are_in_the_fonts_of_the_theme_and_name_them_too(made: bytes) -> None:
    scheme = part(made, "word/theme/theme1.xml").find(f".//{A}fontScheme")
    styles = styles_of(made)
    for which, name in (("minor", "Normal"), ("major", "heading 1")):
        pair = scheme.find(f"{A}{which}Font")
        fonts = styles[name].find(f"{W}rPr/{W}rFonts")
        assert fonts.get(f"{W}asciiTheme") == fonts.get(f"{W}hAnsiTheme") == f"{which}HAnsi"
        assert fonts.get(f"{W}eastAsiaTheme") == f"{which}EastAsia"
        assert fonts.get(f"{W}ascii") == pair.find(f"{A}latin").get("typeface")
        assert fonts.get(f"{W}eastAsia") == pair.find(f"{A}ea").get("typeface")
        assert pair.find(f"{A}font[@script='Hans']").get("typeface") == fonts.get(f"{W}eastAsia")


def test_a_style_in_a_font_of_its_own_is_not_the_themes(made: bytes) -> None:
    scheme = part(made, "word/theme/theme1.xml").find(f".//{A}fontScheme")
    of_theme = {one.get("typeface") for one in scheme.iter(f"{A}ea")}
    kai = [one for one in part(made, "word/styles.xml").iter(f"{W}rFonts") if one.get(f"{W}eastAsia") == "楷体"]
    assert kai and "楷体" not in of_theme
    assert all(one.get(f"{W}eastAsiaTheme") is None for one in kai)
