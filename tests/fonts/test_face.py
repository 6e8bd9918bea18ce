"""One face: glyphs, advances, ink, shaping, digits, subsets, metrics — on the real fonts."""

import io
import shutil

import pytest
from fontTools.ttLib import TTFont

from reportgen.fonts import FACE_NAMES, FACES, FontError, open_fonts
from reportgen.fonts.face import Face

BOOK = open_fonts()
NOTO = tuple(name for name in FACE_NAMES if name.startswith(("song", "hei")))
RARE = "㛃䶮𬭎𫖯"


@pytest.mark.parametrize("name", FACE_NAMES)
def test_hanzi_are_one_em(name):
    face = BOOK.face(name)
    assert [face.advance(face.glyph(char)) for char in "汉字，。（"] == [1000.0] * 5


def test_missing_character_is_glyph_zero():
    assert BOOK.face("song-regular").glyph("\ue000") == 0
    assert BOOK.face("fang-regular").glyph("𬭎") == 0


def test_caches_fill_as_they_are_indexed():
    face = open_fonts().face("hei-regular")
    assert "中" not in face.glyphs
    glyph = face.glyphs["中"]
    assert glyph == face.glyph("中") == face.glyphs["中"]
    assert "中" in face.glyphs
    assert face.advances[glyph] == 1000.0


@pytest.mark.parametrize("name", NOTO)
def test_long_dash_is_one_glyph_of_two_ems(name):
    shaped = BOOK.face(name).shape("甲——乙")
    assert [(one.cluster, one.advance) for one in shaped] == [(0, 1000.0), (1, 2000.0), (3, 1000.0)]


@pytest.mark.parametrize("name", ["kai-regular", "fang-regular"])
def test_long_dash_is_two_joining_glyphs_where_the_face_has_no_long_one(name):
    face = BOOK.face(name)
    shaped = face.shape("——")
    assert [one.advance for one in shaped] == [1000.0, 1000.0]


@pytest.mark.parametrize("name", NOTO)
def test_ellipsis_and_single_dash_are_one_em_each(name):
    face = BOOK.face(name)
    assert [one.advance for one in face.shape("……")] == [1000.0, 1000.0]
    assert [one.advance for one in face.shape("京—沪")] == [1000.0] * 3


def test_clusters_count_characters_not_utf16_units():
    shaped = BOOK.face("song-regular").shape("𬭎𫖯—中")
    assert [one.cluster for one in shaped] == [0, 1, 2, 3]


def test_no_ligatures_one_glyph_a_letter():
    for name in FACE_NAMES:
        for language in ("en", "zh-Hans"):
            assert [one.cluster for one in BOOK.face(name).shape("office", language)] == list(range(6))


def test_latin_words_are_kerned_in_english_only():
    face = BOOK.face("hei-regular")
    natural = [face.advance(face.glyph(char)) for char in "AV"]
    assert sum(one.advance for one in face.shape("AV", "en")) < sum(natural)
    assert [one.advance for one in face.shape("AV")] == natural


def test_unknown_language_is_a_programmers_error():
    with pytest.raises(KeyError):
        BOOK.face("song-regular").shape("中", "tlh")


def test_digits_of_song_are_proportional_in_chinese_and_tabular_by_digit():
    widths = {"song-regular": 550.0, "song-medium": 561.0, "song-semibold": 573.0, "song-bold": 589.0}
    for name, width in widths.items():
        face = BOOK.face(name)
        assert len({face.advance(face.glyph(char)) for char in "0123456789"}) > 1
        assert {face.advance(face.digit(char)) for char in "0123456789"} == {width}


@pytest.mark.parametrize("name", FACE_NAMES)
def test_digits_are_tabular_in_every_face(name):
    face = BOOK.face(name)
    assert len({face.advance(face.digit(char)) for char in "0123456789"}) == 1


def test_ink():
    face = BOOK.face("song-regular")
    left, right = face.ink(face.glyph("，"))
    assert 0 < left < right < 500
    left, right = face.ink(face.glyph("（"))
    assert 500 < left < right < 1000
    assert face.ink(face.glyph("\u3000")) == (0.0, 0.0)
    centred = BOOK.face("fang-regular")
    left, right = centred.ink(centred.glyph("？"))
    assert left < 500 < right


def test_kai_keeps_full_width_quotes_behind_the_variation_selector():
    shaped = BOOK.face("kai-regular").shape("“\ufe01")
    assert sum(one.advance for one in shaped) == 1000.0


@pytest.mark.parametrize("name", [name for name in FACE_NAMES if name != "fang-regular"])
def test_subset_holds_rare_characters_where_the_mapping_says(name):
    face = BOOK.face(name)
    old = [face.glyph(char) for char in RARE + "中A"]
    assert all(old)
    subset = face.subset(old)
    assert subset.old_to_new[0] == 0
    with TTFont(io.BytesIO(bytes(face.data))) as whole, TTFont(io.BytesIO(subset.data)) as few:
        before, after = whole.getGlyphOrder(), few.getGlyphOrder()
        for glyph in old:
            new = after[subset.old_to_new[glyph]]
            coordinates = whole["glyf"][before[glyph]].getCoordinates(whole["glyf"])[0]
            assert list(coordinates) == list(few["glyf"][new].getCoordinates(few["glyf"])[0])
            assert whole["hmtx"][before[glyph]] == few["hmtx"][new]


def test_subset_is_the_same_for_the_same_set():
    face = BOOK.face("fang-regular")
    glyphs = [face.glyph(char) for char in "全市经济运行总体平稳"]
    once, again = face.subset(glyphs), open_fonts().face("fang-regular").subset(reversed(glyphs * 2))
    assert once == again
    assert set(glyphs) <= set(once.old_to_new)


def test_subset_of_nothing_has_glyph_zero():
    assert BOOK.face("kai-regular").subset([]).old_to_new == {0: 0}


@pytest.mark.parametrize("name", FACE_NAMES)
def test_metrics(name):
    face = BOOK.face(name)
    left, bottom, right, top = face.bbox
    assert left < 0 < right
    assert bottom < 0 < top
    assert (face.ascent, face.descent) == (880.0, -120.0)
    assert 600 < face.cap_height < 800
    assert face.italic_angle == 0
    assert face.weight == FACES[name].weight
    assert 70 < face.stem_v < 250
    assert face.is_serif is (not name.startswith("hei"))
    assert face.embeddable
    assert face.number_of_glyphs > 7000
    assert face.postscript_name.isascii()
    assert " " not in face.postscript_name


def test_a_file_that_is_no_font_is_damaged(tmp_path):
    for content in (b"", b"version https://git-lfs.github.com/spec/v1\n"):
        path = tmp_path / "x.ttf"
        path.write_bytes(content)
        with pytest.raises(FontError) as caught:
            Face(FACES["hei-bold"], path).glyph("中")
        assert caught.value.code == "font-file-damaged"
        assert caught.value.arguments == {"face": "hei-bold", "file": "BookletHei-Bold.ttf"}


def test_a_file_cut_short_is_found_by_verify(tmp_path):
    path = tmp_path / "x.ttf"
    whole = BOOK.face("hei-bold").data
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FontError) as caught:
        Face(FACES["hei-bold"], path).verify()
    assert caught.value.code == "font-file-damaged"


def test_a_font_that_forbids_embedding_is_not_subset(tmp_path):
    path = tmp_path / "x.ttf"
    shutil.copy(BOOK.face("fang-regular").path, path)
    with TTFont(path, lazy=True) as font:
        at = font.reader.tables["OS/2"].offset
    with path.open("r+b") as file:
        file.seek(at + 8)
        file.write((4).to_bytes(2, "big"))
    face = Face(FACES["fang-regular"], path)
    assert not face.embeddable
    with pytest.raises(FontError) as caught:
        face.subset([1])
    assert caught.value.code == "font-not-embeddable"
