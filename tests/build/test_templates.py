"""A template of the project's: what is wrong with it is told where the theme names it, and a change of it is seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from reportgen.build import Built, Request, build_project
from reportgen.content import place_of
from support.docx_lint import faults
from support.docx_reading import around_text
from support.project import REPORT, write_project
from support.word_templates import changed, office, saved

THEME = "extends: civic\nname: ours\nword:\n  mode: final\n  template: brand/模板.docx\n"
Build = Callable[[], Built]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "demo", report=REPORT + "theme: looks/ours.yaml\n")
    (folder / "looks/brand").mkdir(parents=True)
    (folder / "looks/ours.yaml").write_text(THEME, encoding="utf-8")
    (folder / "looks/brand/模板.docx").write_bytes(saved(office()))
    return folder


@pytest.fixture
def build(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    request = Request(folder=project, display="demo", out=tmp_path / "out", targets=("docx",))
    return lambda: build_project(request, lambda stage: None)


def told(built: Built) -> list[tuple[str, str, int, int]]:
    """(code, file, line, column) of every diagnostic."""
    found = []
    for one in built.diagnostics:
        place = place_of(one.where, built.loaded.sources)
        assert place is not None
        found.append((one.code, place.file, place.line, place.column))
    return found


def draft(built: Built) -> bytes:
    (output,) = built.outputs
    return output.path.read_bytes()


def test_a_template_is_named_from_the_theme_files_own_folder(build: Build) -> None:
    built = build()
    assert told(built) == []
    assert "示例市某某局" in around_text(draft(built), "header")


def test_a_template_that_changes_is_a_new_build(build: Build, project: Path) -> None:
    first = draft(build())
    assert build().unchanged
    document = office()
    document.styles["Normal"].font.size = Pt(15)
    (project / "looks/brand/模板.docx").write_bytes(saved(document))
    built = build()
    assert not built.unchanged and draft(built) != first


def _with_words(folder: Path, words: str) -> None:
    (folder / "looks/ours.yaml").write_text(THEME.replace("brand/模板.docx", words), encoding="utf-8")


def _no_word_file(folder: Path) -> None:
    (folder / "looks/brand/模板.docx").write_bytes(b"%PDF-1.7")


def _macros(folder: Path) -> None:
    path = folder / "looks/brand/模板.docx"
    path.write_bytes(changed(path.read_bytes(), {"word/vbaProject.bin": b"x", "[Content_Types].xml": _with_macros}))


def _with_macros(xml: bytes) -> bytes:
    return xml.replace(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")


def _link(folder: Path) -> None:
    path = folder / "looks/brand/模板.docx"
    outside = folder.parent / "elsewhere.docx"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)


def _narrow(folder: Path) -> None:
    document = office()
    document.sections[0].left_margin = document.sections[0].right_margin = document.sections[0].page_width // 2
    (folder / "looks/brand/模板.docx").write_bytes(saved(document))


def _huge(folder: Path) -> None:
    document = office()
    document.styles["Normal"].font.size = Pt(1638)
    (folder / "looks/brand/模板.docx").write_bytes(saved(document))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda folder: _with_words(folder, "brand/没有.docx"), "file-missing"),
        (lambda folder: _with_words(folder, "../../brand.docx"), "file-outside"),
        (lambda folder: _with_words(folder, "/etc/passwd"), "theme-template-file"),
        (lambda folder: _with_words(folder, "[a, b]"), "content-type"),
        (_link, "file-outside"), (_no_word_file, "word-file-format"), (_macros, "word-file-macros"),
        (_narrow, "word-template-page"), (_huge, "word-template-body"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_the_theme_names_the_template(
    build: Build, project: Path, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(project)
    built = build()
    assert told(built) == [(code, "demo/looks/ours.yaml", 5, 13)]
    assert built.outputs == ()


def test_type_too_large_for_its_page_is_told_as_that(build: Build, project: Path) -> None:
    _huge(project)
    (one,) = build().diagnostics
    assert one.arguments["size"] == "1638" and one.arguments["width"] == "155"


@pytest.mark.parametrize("size", [16, 22])
def test_body_text_larger_than_the_pages_grid_takes_two_of_its_lines(build: Build, project: Path, size: int) -> None:
    """三号 on the grid of a new Chinese document, 15.6 points: what most offices write on."""
    document = office()
    document.styles["Normal"].font.size = Pt(size)
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="312"/>'))
    (project / "looks/brand/模板.docx").write_bytes(saved(document))
    built = build()
    assert told(built) == []
    assert not faults(draft(built))
