"""Notes through the whole program: the theme chooses, an excerpt keeps what its sections call."""

from pathlib import Path

import pytest

from reportgen.build import Request, build_project
from support.pdf_reading import poppler_texts
from support.project import REPORT, write_project

CIVIL = "id: civil\nname: 示例市民政局\nblocks:\n  - 床位^[含改造。]和道路^[新命名。]。\n"
EDU = "id: edu\nname: 示例市教育局\nblocks:\n  - 学位^[秋季。]。\n"


def texts(folder: Path, notes: str, only: tuple[str, ...] = ()) -> str:
    report = REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/civil.yaml]") + "theme: ours.yaml\n"
    write_project(folder, report=report, edu=EDU)
    (folder / "sections/civil.yaml").write_text(CIVIL, encoding="utf-8")
    (folder / "ours.yaml").write_text(f"extends: civic\nnotes: {notes}\n", encoding="utf-8")
    request = Request(folder=folder, display="", out=folder / "out", targets=("pdf", "docx"), only=only)
    made = build_project(request, lambda stage: None)
    assert not list(made.diagnostics), list(made.diagnostics)
    data = next(output.path for output in made.outputs if output.path.suffix == ".pdf").read_bytes()
    return "".join(poppler_texts(data)).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("{}", ["学位①。", "①秋季。", "床位①和道路②。", "①含改造。②新命名。"]),
        (
            "{restart: booklet, marks: bracketed}",
            ["学位[1]。", "[1]秋季。", "床位[2]和道路[3]。", "[2]含改造。[3]新命名。"],
        ),
        ("{place: end}", ["学位①。", "注释①秋季。", "床位①和道路②。", "注释①含改造。②新命名。"]),
        ("{place: end, restart: booklet}", ["学位①。", "床位②和道路③。", "注释①秋季。②含改造。③新命名。"]),
    ],
)  # fmt: skip
def test_a_theme_says_where_notes_stand_and_how_they_are_marked(tmp_path: Path, notes: str, words: list[str]) -> None:
    said = texts(tmp_path, notes)
    at = 0
    for one in words:
        found = said.find(one, at)
        assert found >= 0, (one, said)
        at = found + len(one)


def test_an_excerpt_has_the_notes_that_it_calls_under_their_heading(tmp_path: Path) -> None:
    said = texts(tmp_path / "a", "{place: end, restart: booklet}", ("edu",))
    assert "学位①。" in said and "注释①秋季。" in said
    assert "含改造" not in said
    said = texts(tmp_path / "b", "{place: end, restart: booklet}", ("civil",))
    assert "注释②含改造。③新命名。" in said
    assert "注释" not in texts(tmp_path / "c", "{place: end, restart: booklet}", ("contents",)).replace("目录", "")
