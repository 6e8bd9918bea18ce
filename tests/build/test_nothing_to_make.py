"""What is asked for and cannot be made is an error: a build that makes nothing has not succeeded."""

from pathlib import Path

import pytest

from support.project import run, write_project


@pytest.mark.parametrize("targets", ["board", "drafts", "board,drafts"])
def test_files_of_departments_where_none_is_chosen(tmp_path: Path, targets: str) -> None:
    write_project(tmp_path / "demo")
    made = run("build", "demo", "--to", targets, "--only", "cover", cwd=tmp_path)
    assert made.returncode == 1
    assert "error[departments-none]" in made.stderr and "部门：edu" in made.stderr
    assert not list((tmp_path / "out").rglob("*.*x"))


def test_beside_files_of_the_whole_they_are_none(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    made = run("build", "demo", "--to", "docx,drafts", "--only", "cover", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert [path.name for path in (tmp_path / "out").rglob("*.docx")] == ["draft.docx"]
