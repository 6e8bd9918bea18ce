"""An option that names nothing is a slip, most often an empty variable of a script: not everything is meant."""

from pathlib import Path

import pytest

from support.project import run, write_project


@pytest.mark.parametrize("option", ["--only", "--edition", "--tags"])
@pytest.mark.parametrize("value", ["", " ", ",，"])
def test_an_empty_choice_is_a_usage_error(option: str, value: str, tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    done = run("build", "demo", option, value, cwd=tmp_path)
    assert done.returncode == 2 and option in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_edition_of_no_sections_is_an_error(tmp_path: Path) -> None:
    project = write_project(tmp_path / "demo")
    (project / "editions").mkdir()
    (project / "editions/none.yaml").write_text("title: 空\nsections: []\n", "utf-8")
    done = run("build", "demo", "--edition", "none", cwd=tmp_path)
    assert done.returncode == 1 and "editions/none.yaml:2" in done.stderr, done.stderr
