"""A page setup that does not hold is told at the field that is at fault."""

from pathlib import Path

import pytest

from support.project import REPORT, diagnostics, run, write_project


@pytest.mark.parametrize(
    ("setup", "field", "code"),
    [
        ("{outer: 400mm}", "outer", "page-narrow"), ("{trim: B9}", "trim", "page-trim"),
        ("{size: large}", "size", "page-length"), ("{leading: 6pt}", "leading", "page-pitch"),
        ("{top: 25mm, inner: wide}", "inner", "page-length"),
        ("{inner: 100mm, outer: 100mm}", "outer", "page-narrow"),
    ],
)  # fmt: skip
def test_the_field_at_fault(tmp_path: Path, setup: str, field: str, code: str) -> None:
    write_project(tmp_path / "demo", report=REPORT + f"page: {setup}\n")
    done = run("check", "demo", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    found = diagnostics(done)
    assert [one["code"] for one in found] == [code]
    line = (REPORT + f"page: {setup}\n").splitlines()[4]
    assert found[0]["line"] == 5
    assert line[int(str(found[0]["column"])) - 1 :].startswith(line.split(field + ": ")[1])


def test_size_and_leading_go_together(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", report=REPORT + "page: {size: 24pt, leading: 40pt}\n")
    assert run("check", "demo", cwd=tmp_path).returncode == 0
