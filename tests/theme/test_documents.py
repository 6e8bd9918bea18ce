"""What docs/themes.md shows must be what the program takes, and what it says of the themes must be so."""

import re
from pathlib import Path

import jsonschema
import pytest

from reportgen.content import load_project, schema
from reportgen.content.schema import Kind
from reportgen.diagnostics import Diagnostics
from reportgen.fonts.table import FACE_NAMES
from reportgen.source import Source, load
from reportgen.theme import load_theme
from reportgen.units import POINTS_PER_MM, TRIMS
from support.project import REPORT, write_project

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "themes.md").read_text(encoding="utf-8")
BOARDS = (DOCS / "boards.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
EXAMPLES += [one for one in re.findall(r"```yaml\n(.*?)```", BOARDS, re.DOTALL) if "looks:" in one]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_a_theme(tmp_path: Path, example: str) -> None:
    write_project(tmp_path, report=REPORT + "theme: themes/ours.yaml\n")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text(example, encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(tmp_path, sink)
    assert list(sink) == []
    assert loaded.theme is not None


def test_the_example_of_a_brand_is_one(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml brand\n(.*?)```", PAGE, re.DOTALL)
    write_project(tmp_path, report=REPORT + "brand: brand.yaml\n")
    (tmp_path / "brand.yaml").write_text(example, encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(tmp_path, sink)
    assert list(sink) == []
    assert loaded.theme is not None
    assert loaded.booklet is not None and loaded.booklet.logo is not None


def value_of(text: str) -> object:
    sink = Diagnostics()
    value = load(Source("example", text), sink)
    assert list(sink) == []
    return value


def faults_by_schema(kind: Kind, text: str) -> list[str]:
    return [one.message for one in jsonschema.Draft202012Validator(schema(kind)).iter_errors(value_of(text))]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_fits_the_schema_for_editors(example: str) -> None:
    assert faults_by_schema("theme", example) == []


@pytest.mark.parametrize("name", ["official", "bright"])
def test_a_theme_that_ships_is_written_as_authors_write_theirs(name: str) -> None:
    file = Path(__file__).parents[2] / "src" / "reportgen" / "theme" / f"{name}.yaml"
    assert faults_by_schema("theme", file.read_text(encoding="utf-8")) == []


def test_the_example_of_a_brand_fits_the_schema() -> None:
    example = re.findall(r"```yaml brand\n(.*?)```", PAGE, re.DOTALL)
    assert example and faults_by_schema("brand", example[0]) == []


@pytest.mark.parametrize("text", [
    "colours: {primary: '#7A1F2B'}", "extends: civic\ncolors: {}", "extends: civic\nstyles: {boddy: {size: 五号}}",
    "extends: civic\nstyles: {body: {face: arial}}", "extends: civic\nlight: {page: {}}",
    "extends: civic\nfonts: {faces: {hei-bold: {index: 2}}}", "extends: civic\nhues: [{fill: primary}]",
])  # fmt: skip
def test_the_schema_refuses_what_the_program_refuses(tmp_path: Path, text: str) -> None:
    assert faults_by_schema("theme", text)
    write_project(tmp_path, report=REPORT + "theme: ours.yaml\n")
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    sink = Diagnostics()
    assert load_project(tmp_path, sink).theme is None and sink.has_errors


def test_every_key_of_a_theme_can_be_taken_back_by_null(tmp_path: Path) -> None:
    text = "extends: bright\nhues: null\nlooks: {cover: null, table: {fill: null}}\nstyles: {body: {align: null}}\n"
    text += "draft: {styles: {heading1: {shading: null, borders: {bottom: null}}}}\n"
    assert faults_by_schema("theme", text) == []
    write_project(tmp_path, report=REPORT + "theme: ours.yaml\n")
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    sink = Diagnostics()
    assert load_project(tmp_path, sink).theme is not None and list(sink) == []


def test_what_it_says_of_the_themes(tmp_path: Path) -> None:
    assert len(EXAMPLES) == 6
    official, civic = load_theme("official"), load_theme("civic")
    assert f"每行 {round(civic.page.measure / civic.style('body').size)} 字" in PAGE
    page = official.page
    margins = [round(side / POINTS_PER_MM) for side in (page.top, page.inner, page.outer, page.bottom)]
    assert "天头 {}、订口 {}、切口 {}、地脚 {} 毫米".format(*margins) in PAGE
    assert f"A5 {official.measures['A5']} 字、16开 {official.measures['16开']} 字" in PAGE
    assert all(trim in PAGE for trim in TRIMS)
    assert all(f"`{face}`" in PAGE for face in FACE_NAMES)
    assert official.department_page == "next"
    assert official.draft.styles["body"].tracking == -0.25
