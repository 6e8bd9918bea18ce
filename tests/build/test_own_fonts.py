"""A project with fonts of its own: from the theme file to the booklet, and what is told at which place."""

from pathlib import Path

import pytest

from reportgen.build import Request, build_project
from reportgen.content import place_of
from support.own_fonts import CHARACTERS, build
from support.pdf_reading import font_rows, poppler_texts, qpdf_complaints
from support.project import REPORT, write_project

THEME = """\
extends: civic
fonts:
  folder: ../type
  faces:
    song-regular: own.otf
    hei-bold: {file: vary.otf, axes: {wght: 900}}
  latin:
    song-regular: {file: vary.otf, instance: Semi Bold}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "p", report=REPORT + "theme: themes/ours.yaml\n")
    (folder / "themes").mkdir()
    (folder / "themes" / "ours.yaml").write_text(THEME, encoding="utf-8")
    build(folder / "type" / "own.otf", kind="cff", name="Ours", characters=CHARACTERS + "上半年食堂完工")
    build(folder / "type" / "vary.otf", kind="cff2", name="Vary")
    return folder


def built(project: Path, out: Path) -> tuple[bytes, list[tuple[str, str, str, int]]]:
    """The booklet, empty when there is none, and what was told: severity, code, file, line."""
    request = Request(folder=project, display="", out=out, targets=("pdf",), force=True)
    made = build_project(request, lambda stage: None)
    told = []
    for one in made.diagnostics:
        place = place_of(one.where, made.loaded.sources)
        assert place is not None
        told.append((one.severity, one.code, place.file, place.line))
    path = out / project.name / "booklet.pdf"
    return path.read_bytes() if path.exists() else b"", told


def test_the_booklet_has_them(project: Path, tmp_path: Path) -> None:
    pdf, told = built(project, tmp_path / "out")
    assert told == []
    assert qpdf_complaints(pdf) == ""
    names = {row["name"].split("+")[1]: row["type"] for row in font_rows(pdf)}
    assert names["Ours"] == names["Vary_650wght"] == names["Vary_900wght"] == "CID Type 0C"
    assert "NotoSerifSC-Regular" in names  # what the user's Song lacks
    assert "上半年食堂完工37所，新增学位3895个。" in "".join(poppler_texts(pdf))
    again, _ = built(project, tmp_path / "elsewhere" / "out")
    assert again == pdf


def test_faults_are_told_where_the_font_is_named(project: Path, tmp_path: Path) -> None:
    build(project / "type" / "own.otf", kind="cff", fs_type=2)
    (project / "type" / "vary.otf").unlink()
    pdf, told = built(project, tmp_path / "out")
    assert pdf == b""
    assert told == [
        ("error", "font-not-embeddable", "themes/ours.yaml", 5),
        ("error", "font-own-missing", "themes/ours.yaml", 6),
        ("error", "font-own-missing", "themes/ours.yaml", 8),
    ]


def test_a_warning_leaves_the_booklet(project: Path, tmp_path: Path) -> None:
    build(project / "type" / "own.otf", kind="cff", fs_type=4)
    pdf, told = built(project, tmp_path / "out")
    assert pdf
    assert told == [("warning", "font-preview-print", "themes/ours.yaml", 5)]
    theme = THEME.replace("song-regular: own.otf", "song-regular: {file: own.otf, licence: 合同 1}")
    (project / "themes" / "ours.yaml").write_text(theme, encoding="utf-8")
    assert built(project, tmp_path / "out")[1] == []


def test_a_damaged_outline_stops_the_build(project: Path, tmp_path: Path) -> None:
    path = build(project / "type" / "own.otf", name="Ours")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    pdf, told = built(project, tmp_path / "out")
    assert (pdf, told) == (b"", [("error", "font-own-damaged", "themes/ours.yaml", 5)])


def test_a_face_that_is_not_one_of_ours(project: Path, tmp_path: Path) -> None:
    (project / "themes" / "ours.yaml").write_text(THEME.replace("hei-bold", "hei-heavy"), encoding="utf-8")
    pdf, told = built(project, tmp_path / "out")
    assert (pdf, told) == (b"", [("error", "content-unknown-key", "themes/ours.yaml", 6)])
