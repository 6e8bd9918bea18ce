"""A part of a report, built by itself, keeps the numbers of the whole: in print, in Word and in the outline."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.build import Request, build_project
from reportgen.diagnostics import Diagnostics
from reportgen.parity import read_and_compare
from reportgen.theme import theme_names
from support.docx_editing import W, edited, words_of
from support.pdf_reading import poppler_texts
from support.project import REPORT, write_project

CIVIL = "id: civil\nname: 示例市民政局\nheadline: 床位添了\nblocks:\n  - {kind: heading, text: 养老}\n  - 床位添了。\n"
SECTIONS = {("contents", "civil"): "02", ("contents", "edu"): "01", ("contents", "edu", "civil"): "02"}


def built(folder: Path, theme: str, only: tuple[str, ...]) -> tuple[bytes, bytes]:
    report = REPORT.replace("edu.yaml]", "edu.yaml, sections/civil.yaml]") + f"theme: {theme}\n"
    write_project(folder, report=report)
    (folder / "sections/civil.yaml").write_text(CIVIL, encoding="utf-8")
    request = Request(folder=folder, display="", out=folder / "out", targets=("pdf", "docx"), only=only)
    made = build_project(request, lambda stage: None)
    assert not list(made.diagnostics), list(made.diagnostics)
    files = {output.path.suffix: output.path.read_bytes() for output in made.outputs}
    return files[".pdf"], files[".docx"]


@pytest.mark.parametrize("only", SECTIONS)
@pytest.mark.parametrize("theme", theme_names())
def test_a_part_is_the_same_in_both_and_keeps_its_number(theme: str, only: tuple[str, ...], tmp_path: Path) -> None:
    pdf, draft = built(tmp_path, theme, only)
    found = Diagnostics()
    report = read_and_compare(pdf, draft, "draft.docx", found)
    assert report is not None and not len(found), list(found)
    assert report.differences == ()
    said = "".join(poppler_texts(pdf)).replace("\n", "").replace(" ", "")
    if theme != "official":
        assert SECTIONS[only] in said, said


@pytest.mark.parametrize("theme", theme_names())
def test_a_changed_name_of_a_department_is_told_once(theme: str, tmp_path: Path) -> None:
    """Where its board has 01 for the 一、 of the draft, too."""

    def change(root: Any) -> None:
        names = [one for one in root.iter(f"{W}p") if words_of(one) == "示例市民政局"]
        next(names[-1].iter(f"{W}t")).text = "新示例市民政局"

    pdf, draft = built(tmp_path, theme, ("contents", "civil"))
    found = Diagnostics()
    report = read_and_compare(pdf, edited(draft, change), "draft.docx", found)
    assert report is not None and not len(found), list(found)
    told = [(one.kind, one.printed, one.drafted) for one in report.differences]
    assert told == [("heading", "二、示例市民政局", "二、新示例市民政局")]
