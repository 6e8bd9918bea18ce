"""Font files that are missing or damaged are told like any other fault, and nothing is written."""

import shutil
from pathlib import Path

import pytest

import reportgen.fonts.book as book
from reportgen.build import Request, build_project
from reportgen.check import check_project
from reportgen.fonts import FACES, open_fonts
from support.project import write_project


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fonts folder that the program takes for its own."""
    folder = tmp_path / "fonts"
    for row in FACES.values():
        (folder / row.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / row.file).symlink_to(open_fonts().folder / row.file)
    monkeypatch.setattr(book, "_own_folder", lambda: folder)
    return folder


def codes(project: Path, out: Path) -> list[str]:
    request = Request(folder=project, display="", out=out, targets=("pdf",), force=True)
    built = build_project(request, lambda stage: None)
    assert bool(built.outputs) is not built.diagnostics.has_errors
    return [one.code for one in built.diagnostics]


def test_a_missing_file(tmp_path: Path, fonts: Path) -> None:
    (fonts / FACES["hei-bold"].file).unlink()
    assert codes(write_project(tmp_path / "p"), tmp_path / "out") == ["font-file-missing"]
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_font(tmp_path: Path, fonts: Path) -> None:
    path = fonts / FACES["song-regular"].file
    path.unlink()
    path.write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    project = write_project(tmp_path / "p")
    assert codes(project, tmp_path / "out") == ["font-file-damaged"]
    assert [one.code for one in check_project(project, "", lambda stage: None)[1]] == ["font-file-damaged"]


def test_without_fang_song_there_is_a_warning_and_a_booklet(tmp_path: Path, fonts: Path) -> None:
    shutil.rmtree(fonts / Path(FACES["fang-regular"].file).parent)
    assert codes(write_project(tmp_path / "p"), tmp_path / "out") == ["font-fang-missing"]
    assert (tmp_path / "out" / "p" / "booklet.pdf").is_file()
