"""Chapters on right-hand pages, pages made up to a multiple (typography specification 8.4)."""

from pathlib import Path

import pytest

from reportgen.drawing import Pages
from support.every_kind import document_of
from support.marks_reading import all_text
from support.project import write_project
from support.setting import pages_of_document

BACK = "id: back\nrole: back\nblocks:\n  - {kind: cover, back: true, lines: [封底]}\n"


def booklet(folder: Path, departments: int, *, page: str, back: bool = True, theme: str = "civic") -> Pages:
    """A cover, departments of a page each, a back cover."""
    names = [f"d{index}" for index in range(1, departments + 1)]
    files = ["sections/cover.yaml", *(f"{name}.yaml" for name in names), *(["back.yaml"] if back else [])]
    report = (
        f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年, date: 2025-07-15}}\ntheme: {theme}\n"
        f"page: {page}\nsections: [{', '.join(files)}]\n"
    )
    write_project(folder, report=report)
    for name in names:
        (folder / f"{name}.yaml").write_text(f"id: {name}\nname: 第{name}局\nblocks: [一段话。]\n", encoding="utf-8")
    (folder / "back.yaml").write_text(BACK, encoding="utf-8")
    return pages_of_document(document_of(folder))


def test_departments_on_right_hand_pages_behind_true_blank_ones(tmp_path: Path) -> None:
    pages = booklet(tmp_path, 3, page="{department_page: recto}").pages
    assert [bool(page.marks) for page in pages] == [True, False, True, False, True, False, True, True]
    starts = [number for number, page in enumerate(pages, 1) if "局" in all_text(page)]
    assert starts == [3, 5, 7]


@pytest.mark.parametrize("theme", ["civic", "official"])
@pytest.mark.parametrize("departments", [1, 2, 3, 6, 11])
def test_pages_come_to_a_multiple_of_four(tmp_path: Path, departments: int, theme: str) -> None:
    pages = booklet(tmp_path, departments, page="{multiple: 4, department_page: next}", theme=theme).pages
    front = 1 if theme == "civic" else 2  # official's text begins on a right-hand page
    assert len(pages) == -(-(front + departments + 1) // 4) * 4
    assert "封底" in all_text(pages[-1]), "the back cover stays outermost"
    blank = [number for number, page in enumerate(pages, 1) if not page.marks]
    made_up = list(range(front + departments + 1, len(pages)))
    assert blank == ([2] if theme == "official" else []) + made_up


def test_thirteen_pages_become_sixteen_without_a_back_cover(tmp_path: Path) -> None:
    assert len(booklet(tmp_path, 12, page="{}", back=False).pages) == 13
    pages = booklet(tmp_path / "made-up", 12, page="{multiple: 4}", back=False).pages
    assert len(pages) == 16
    assert [bool(page.marks) for page in pages[-4:]] == [True, False, False, False]
