"""The built booklet and drafts: each number reaches its department's pages; one value changed changes both outputs."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from content_sample.reading import DEPARTMENTS, HERE, document, section
from support.docx_reading import paragraph_texts
from support.pdf_reading import poppler_texts
from support.project import SAMPLE, run

ARTICLE: dict[str, list[str]] = yaml.safe_load((HERE / "article-numbers.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.slow


def stands(figure: str, words: str) -> bool:
    return re.search(rf"(?<![\d.～]){re.escape(figure)}(?!\d)", re.sub(r"\s", "", words)) is not None


def build(project: Path, out: Path) -> Path:
    finished = run("build", project, "-o", out, "--force", "--strict", cwd=out)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return out / project.name


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(SAMPLE, tmp_path_factory.mktemp("out"))


def pages_by_department(pdf: Path) -> dict[str, str]:
    """The text of each department: from the page of its opening to the page before the next section's."""
    pages = poppler_texts(pdf.read_bytes())
    starts: list[int] = []
    for number, id in enumerate(DEPARTMENTS, 1):
        after = starts[-1] if starts else 2  # cover and contents
        name = rf"{number:02}\s+{section(id).name}"
        starts.append(next(at for at in range(after, len(pages)) if re.search(name, pages[at])))
    starts.append(next(at for at in range(starts[-1], len(pages)) if section("annex").name in pages[at]))
    return {id: "\n".join(pages[starts[at] : starts[at + 1]]) for at, id in enumerate(DEPARTMENTS)}


def test_every_number_of_the_article_is_on_its_departments_pages(built: Path) -> None:
    for id, words in pages_by_department(built / "booklet.pdf").items():
        assert [figure for figure in ARTICLE[id] if not stands(figure, words)] == [], id


@pytest.mark.parametrize("id", DEPARTMENTS)
def test_every_number_of_the_article_is_in_its_departments_draft(built: Path, id: str) -> None:
    words = "\n".join(paragraph_texts((built / "drafts" / f"{id}.docx").read_bytes()))
    assert [figure for figure in ARTICLE[id] if not stands(figure, words)] == []


def charts_of(docx: Path) -> str:
    with zipfile.ZipFile(docx) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/charts/chart\d*\.xml", name)]
        return "\n".join(archive.read(name).decode("utf-8") for name in names)


def test_one_value_changed_in_the_register_changes_both_outputs(built: Path, tmp_path: Path) -> None:
    """42 roads named: in the card, the overview, the prose, the chart, the department's table, the annex."""
    project = tmp_path / SAMPLE.name
    shutil.copytree(SAMPLE, project)
    register = project / "indicators.yaml"
    text = register.read_text(encoding="utf-8")
    assert document().booklet.register["civil.named"].value == 42
    register.write_text(text.replace("value: 42\n", "value: 43\n"), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    changed = build(project, out)
    for folder, new, old in ((built, 42, 43), (changed, 43, 42)):
        pdf = "".join(poppler_texts((folder / "booklet.pdf").read_bytes()))
        docx = "\n".join(paragraph_texts((folder / "draft.docx").read_bytes()))
        assert (times(new, pdf), times(old, pdf)) == (6, 0)
        assert (times(new, docx), times(old, docx)) == (5, 0)  # in Word the chart's figures are in the chart's part
        assert f"<c:v>{new}</c:v>" in charts_of(folder / "draft.docx")
        assert f"<c:v>{old}</c:v>" not in charts_of(folder / "draft.docx")


def times(figure: int, words: str) -> int:
    return len(re.findall(rf"(?<![\d.]){figure}(?![\d.])", words))
