"""The faces together: opening, fallbacks, the folder without FangSong."""

import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from reportgen.diagnostics.catalogue import fonts as catalogue
from reportgen.fonts import FACE_NAMES, FACES, Choice, FontError, open_fonts
from reportgen.pdf import paint
from support.pages import pages_of, run_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def linked(tmp_path):
    """A folder with links to the committed fonts, to take files away from."""
    own = open_fonts().folder
    for row in FACES.values():
        (tmp_path / row.file).parent.mkdir(exist_ok=True)
        (tmp_path / row.file).symlink_to((own / row.file).resolve())
    return tmp_path


def test_opening_reads_no_font():
    book = open_fonts()
    assert book.missing_faces == ()
    assert all("_opened" not in vars(book.face(name)) for name in FACE_NAMES)
    assert all("data" not in vars(book.face(name)) for name in FACE_NAMES)


def test_a_face_that_no_style_uses_is_never_opened():
    """Nor is one opened as a fallback before the faces that come first have been asked."""
    book = open_fonts()
    used = ("song-regular", "hei-regular", "hei-bold")
    for name in used:
        for char in "全市经济ABC123，。㐀":
            assert book.choose(char, name) is not None
    paint(pages_of([run_of(book, "全市经济", face=name, y=60 + 30 * at) for at, name in enumerate(used)]), book)
    opened = {name for name in FACE_NAMES if "_opened" in vars(book.face(name))}
    assert opened == {*used, "song-bold"}  # song-bold was asked for 㐀 by hei-bold


def test_unknown_names_are_key_errors():
    book = open_fonts()
    with pytest.raises(KeyError):
        book.face("song-heavy")
    with pytest.raises(KeyError):
        book.choose("中", "song-heavy")


@pytest.mark.parametrize("name", FACE_NAMES)
def test_a_face_is_its_own_first_choice(name):
    assert open_fonts().choose("中", name) == Choice(name, 0.0)


@pytest.mark.parametrize(
    ("char", "name", "choice"),
    [
        ("𬭎", "fang-regular", Choice("song-regular", 0.0)),
        ("祎", "fang-regular", Choice("song-regular", 0.0)),
        ("㐀", "hei-regular", Choice("song-regular", 0.0)),
        ("㐀", "hei-light", Choice("song-regular", 0.0)),
        ("㐀", "hei-medium", Choice("song-regular", 0.029)),
        ("㐀", "hei-bold", Choice("song-regular", 0.046)),
        ("㐀", "hei-black", Choice("song-regular", 0.062)),
        ("㐀", "song-medium", Choice("song-regular", 0.007)),
        ("㐀", "song-semibold", Choice("song-regular", 0.013)),
        ("㐀", "song-bold", Choice("song-regular", 0.023)),
        ("㐀", "kai-regular", Choice("song-regular", 0.0)),
        ("☑", "song-regular", Choice("kai-regular", 0.0)),
        ("☑", "song-bold", Choice("kai-regular", 0.021)),
        ("\ue000", "song-regular", None),
    ],
)
def test_fallbacks(char, name, choice):
    book = open_fonts()
    assert book.choose(char, name) == choice
    assert book.choose(char, name) is book.choose(char, name)


def test_every_face_ends_in_the_one_that_covers_most():
    book = open_fonts()
    for name in FACE_NAMES:
        assert book.order(name)[0] == name
        assert "song-regular" in book.order(name)
        weights = [FACES[one].weight for one in book.order(name)[1:]]
        same = [weight == FACES[name].weight for weight in weights]
        assert same == sorted(same, reverse=True)
        if FACES[name].weight > 400:  # a heavy face is asked before the regular ones are
            assert weights == sorted(weights, reverse=True)


def test_ink_of_the_table_is_what_a_page_shows():
    listed = (ROOT / "fonts/build/lists/tgscc-8105.txt").read_text(encoding="utf-8").split()
    chars = listed[:3500:50]  # of the first level, the everyday characters
    size = 64
    for name, row in FACES.items():
        font = ImageFont.truetype(open_fonts().face(name).path, size)
        darkness = 0.0
        for char in chars:
            paper = Image.new("L", (2 * size, 2 * size))
            ImageDraw.Draw(paper).text((size // 2, size // 4), char, font=font, fill=255)
            darkness += sum(level * count for level, count in enumerate(paper.histogram())) / 255
        assert darkness / len(chars) / size**2 == pytest.approx(row.ink, rel=0.03), name


@pytest.mark.parametrize("name", ["song-medium", "song-semibold", "song-bold", "hei-medium", "hei-bold", "hei-black"])
def test_a_thickened_glyph_is_as_dark_as_its_neighbours(name):
    """Song Regular, thickened as for a rare character, beside the heavy face: the same characters, the same ink."""
    size = 200
    choice = open_fonts().choose("㐀", name)
    neighbour = ImageFont.truetype(open_fonts().face(name).path, size)
    stand_in = ImageFont.truetype(open_fonts().face(choice.face).path, size)
    shades = []
    for font, stroke in ((neighbour, 0.0), (stand_in, choice.weight * size / 2)):
        darkness = 0.0
        for char in "全市经济运行总体平稳教育医疗":
            paper = Image.new("L", (2 * size, 2 * size))
            ImageDraw.Draw(paper).text((size // 2, size // 4), char, font=font, fill=255, stroke_width=stroke)
            darkness += sum(level * count for level, count in enumerate(paper.histogram()))
        shades.append(darkness)
    assert shades[1] == pytest.approx(shades[0], rel=0.08)


def test_without_the_gpl_folder_fang_is_set_in_song(linked):
    whole = open_fonts(linked)
    (linked / FACES["fang-regular"].file).unlink()
    (linked / "gpl").rmdir()
    book = open_fonts(linked)
    assert book.missing_faces == ("fang-regular",)
    assert book.face("fang-regular") is book.face("song-regular")
    assert book.choose("中", "fang-regular") == Choice("song-regular", 0.0)
    assert book.fingerprint() != whole.fingerprint()
    book.verify()


def test_without_another_file_nothing_opens(linked):
    (linked / FACES["kai-regular"].file).unlink()
    with pytest.raises(FontError) as caught:
        open_fonts(linked)
    assert caught.value.code == "font-file-missing"
    assert caught.value.arguments == {"face": "kai-regular", "file": "BookletKai-Regular.ttf"}


def test_fingerprint_is_the_same_in_every_folder(linked):
    assert open_fonts().fingerprint() == open_fonts(linked).fingerprint()


def test_committed_files_are_the_pinned_ones():
    open_fonts().verify()


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("font-glyph-missing", {"char", "codepoint", "faces"}),
        ("font-fang-missing", set()),
        ("font-file-missing", {"face", "file"}),
        ("font-file-damaged", {"face", "file"}),
        ("font-not-embeddable", {"face", "file"}),
    ],
)
def test_messages_name_what_the_room_tells(code, fields):
    entry = catalogue.ENTRIES[code]
    for text in (entry.zh, entry.en):
        assert set(re.findall(r"\{(\w+)\}", text)) == fields
    assert entry.help_zh
    assert entry.help_en
    assert entry.explain_zh
    assert entry.explain_en
