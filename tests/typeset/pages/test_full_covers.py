"""A cover that cannot hold its words says so, at its place, and nothing is printed of it."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.theme import theme_names
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document


def told(folder: Path, theme: str, cover: str) -> list[tuple[str, tuple[str | int, ...]]]:
    report = (
        "title: 示例市部门工作成绩单\nissuer: 示例市\nedition: {period: 2025年上半年, date: 2025-07-15}\n"
        f"theme: {theme}\nsections: [sections/edu.yaml, sections/cover.yaml]\n"
    )
    write_project(folder, report=report, cover=f"id: cover\nrole: back\nblocks:\n  - {{kind: cover, {cover}}}\n")
    sink = Diagnostics()
    pages_of_document(document_of(folder), sink)
    return [(one.code, one.where.path) for one in sink if one.where is not None]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("back", ["true", "false"])
def test_sixty_lines_are_too_many(theme: str, back: str, tmp_path: Path) -> None:
    lines = ", ".join(f"第{at}行写在封面上" for at in range(60))
    assert ("cover-full", ("blocks", 0)) in told(tmp_path / "demo", theme, f"back: {back}, lines: [{lines}]")


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("back", ["true", "false"])
def test_two_lines_are_not(theme: str, back: str, tmp_path: Path) -> None:
    assert told(tmp_path / "demo", theme, f"back: {back}, lines: [请您评议, 数据截至6月30日]") == []
