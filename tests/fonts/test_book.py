"""The faces together: opening, fallbacks, the folder without FangSong."""

import re

import pytest

from reportgen.diagnostics.catalogue import fonts as catalogue
from reportgen.fonts import FACE_NAMES, FACES, Choice, FontError, open_fonts


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
        ("㐀", "hei-bold", Choice("song-regular", 0.025)),
        ("㐀", "hei-medium", Choice("song-regular", 0.025)),
        ("㐀", "song-bold", Choice("song-regular", 0.025)),
        ("㐀", "kai-regular", Choice("song-regular", 0.0)),
        ("☑", "song-regular", Choice("kai-regular", 0.0)),
        ("☑", "song-bold", Choice("kai-regular", 0.025)),
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
