"""Which font files may go whole into a document that others go on writing."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.fonts import FACES, Face, open_fonts, whole_font

BOOK = open_fonts()


def _marked(tmp_path: Path, fs_type: int) -> Face:
    """Kai as it ships, but for what it says of embedding."""
    font = TTFont(BOOK.face("kai-regular").path, lazy=True)
    font["OS/2"].fsType = fs_type
    path = tmp_path / "marked.ttf"
    font.save(path)
    return Face(FACES["kai-regular"], path)


def test_the_faces_that_ship_may_and_are_whole() -> None:
    for name in ("song-regular", "hei-regular", "hei-bold", "kai-regular"):
        found = whole_font(BOOK.face(name))
        assert found is not None
        assert found.data == BOOK.face(name).path.read_bytes()
        assert found.is_bold == (name == "hei-bold")
    regular, bold = (whole_font(BOOK.face(name)) for name in ("hei-regular", "hei-bold"))
    assert regular is not None and bold is not None and regular.family == bold.family == "Booklet Hei"


@pytest.mark.parametrize(
    ("fs_type", "may"), [(0, True), (8, True), (0x0108, True), (2, False), (4, False), (12, True), (0x0004, False)]
)
def test_the_files_own_permission_decides(tmp_path: Path, fs_type: int, may: bool) -> None:
    """Installable and editable; not restricted, not "preview and print"."""
    assert (whole_font(_marked(tmp_path, fs_type)) is not None) == may
