"""``reportgen word-template``: a file to start from, which builds as it is and as it is changed."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reportgen.theme import load_theme
from support.docx_lint import faults
from support.docx_reading import W, around_text, paragraph_texts, part
from support.project import REPORT, run, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "demo", report=REPORT + "theme: official\n")
    (folder / "themes").mkdir()
    (folder / "themes/ours.yaml").write_text(
        "extends: civic\nname: ours\nword: {template: ours.docx}\n", encoding="utf-8"
    )
    return folder


def built(folder: Path, *options: str) -> bytes:
    done = run("build", "--to", "docx", "--out", "out", "--force", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    (file,) = (folder / "out").rglob("draft.docx")
    return file.read_bytes()


def style(data: bytes, name: str) -> str:
    """The measures and fonts of a style as they lie in the file."""
    found = part(data, "word/styles.xml").iter(f"{W}style")
    one = next(one for one in found if one.find(f"{W}name").get(f"{W}val") == name)
    return "".join(sorted(f"{element.tag}{sorted(element.attrib.items())}" for element in one.iter()))


def test_every_style_of_the_theme_stands_there_by_its_name(project: Path) -> None:
    done = run("word-template", "themes/ours.docx", "--theme", "civic", cwd=project)
    assert done.returncode == 0, done.stderr
    data = (project / "themes/ours.docx").read_bytes()
    assert not faults(data)
    text = "\n".join(paragraph_texts(data))
    for role, one in load_theme("civic").draft.styles.items():
        if role not in ("gap", "hairline", "bar", "figures_again"):
            assert one.name in text, role


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
def test_a_template_nobody_changed_makes_the_same_draft_as_none(project: Path, theme: str) -> None:
    ours = project / "themes/ours.yaml"
    ours.write_text(ours.read_text(encoding="utf-8").replace("civic", theme), encoding="utf-8")
    assert run("word-template", "themes/ours.docx", "--theme", theme, cwd=project).returncode == 0
    plain, made = built(project, "--theme", theme), built(project, "--theme", "themes/ours.yaml")
    assert not faults(made)
    assert _story(made) == _story(plain)
    for what in ("header", "footer"):
        assert _shown(made, what) == _shown(plain, what)
    for name in ("Normal", "heading 1", "导语", "表内文字", "指标表"):
        assert style(made, name) == style(plain, name)


def _shown(data: bytes, what: str) -> set[str]:
    """What heads or feet show, and the fields in them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(rf"word/{what}[0-9]+\.xml", name)]
    found = set()
    for name in names:
        root = part(data, name)
        for code in list(root.iter(f"{W}instrText")):
            if "DOCPROPERTY" in code.text:  # what is a field in a template is a word in a draft without one
                code.text = ""
        shown = "".join(" ".join(root.itertext()).split())
        found.add(re.sub("PAGE[I1]", "PAGE", shown))  # a page's number is the reader's own
    return found


def _story(data: bytes) -> str:
    """All of the main part but for which parts stand around its pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return re.sub("<w:(header|footer)Reference[^>]*/>", "", archive.read("word/document.xml").decode())


def test_what_is_changed_in_the_template_is_in_the_draft(project: Path) -> None:
    assert run("word-template", "themes/ours.docx", "--theme", "civic", cwd=project).returncode == 0
    path = project / "themes/ours.docx"
    document = docx.Document(str(path))
    heading = document.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = RGBColor(0x8B, 0, 0), Pt(30)
    document.sections[0].left_margin = Mm(45)
    document.sections[0].header.paragraphs[0].add_run("某某局专用")
    document.save(str(path))
    made = built(project, "--theme", "themes/ours.yaml")
    assert not faults(made)
    own = part(made, "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']/{W}rPr")
    assert own.find(f"{W}color").get(f"{W}val") == "8B0000"
    assert own.find(f"{W}sz").get(f"{W}val") == "60"
    for margins in part(made, "word/document.xml").iter(qn("w:pgMar")):
        assert margins.get(f"{W}left") == str(round(45 / 25.4 * 1440))
    assert "某某局专用" in around_text(made, "header")
    assert "2025年上半年" in around_text(made, "header")


def test_a_file_that_is_there_stays_unless_asked(project: Path) -> None:
    path = project / "template.docx"
    path.write_bytes(b"mine")
    done = run("word-template", cwd=project)
    assert done.returncode == 2 and path.read_bytes() == b"mine"
    assert "--force" in done.stderr
    assert run("word-template", "--force", cwd=project).returncode == 0
    first = path.read_bytes()
    assert first[:2] == b"PK"
    assert run("word-template", "--force", cwd=project).returncode == 0
    assert path.read_bytes() == first
    assert sorted(one.name for one in project.iterdir() if "template" in one.name) == ["template.docx"]


def test_without_a_name_the_theme_is_the_reports(project: Path) -> None:
    assert run("word-template", cwd=project).returncode == 0
    data = (project / "template.docx").read_bytes()
    assert part(data, "word/document.xml").find(f".//{qn('w:docGrid')}").get(f"{W}linePitch") == "579"  # official's


@pytest.mark.parametrize(
    ("asked", "code"),
    [(("--theme", "none"), 2), (("brand.doc",), 2), (("themes",), 2)],
)
def test_what_cannot_be_meant_is_told(project: Path, asked: tuple[str, ...], code: int) -> None:
    done = run("word-template", *asked, cwd=project)
    assert done.returncode == code and done.stderr


def test_a_theme_file_with_faults_writes_nothing(project: Path) -> None:
    (project / "themes/ours.yaml").write_text("extends: civic\ncolours: {ink: red}\n", encoding="utf-8")
    done = run("word-template", "--theme", "themes/ours.yaml", cwd=project)
    assert done.returncode == 1 and "themes/ours.yaml:2" in done.stderr
    assert not (project / "template.docx").exists()
