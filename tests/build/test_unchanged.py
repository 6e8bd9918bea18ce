"""A build with nothing to do does nothing; whatever could change the outputs is noticed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.build import Built, Request, build_project
from reportgen.build import unchanged as unchanged_builds
from support.project import SECTION, run, write_project

Build = Callable[..., Built]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "demo")


@pytest.fixture
def build(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def made(**asked: object) -> Built:
        request = Request(folder=project, display="demo", out=tmp_path / "out", **asked)  # type: ignore[arg-type]  # as the caller says
        built = build_project(request, lambda stage: None)
        assert not built.diagnostics.has_errors
        return built

    return made


def contents(built: Built) -> dict[str, bytes]:
    return {output.path.name: output.path.read_bytes() for output in built.outputs}


def test_the_second_build_does_nothing_and_tells_the_same(build: Build) -> None:
    first = build()
    times = {output.path: output.path.stat().st_mtime_ns for output in first.outputs}
    second = build()
    assert (first.unchanged, second.unchanged) == (False, True)
    assert second.outputs == first.outputs
    assert {output.path: output.path.stat().st_mtime_ns for output in second.outputs} == times


def test_force_builds_anew_and_gives_the_same(build: Build) -> None:
    first = contents(build())
    again = build(force=True)
    assert not again.unchanged and contents(again) == first
    assert build().unchanged


def test_a_changed_file_is_noticed_whatever_its_size_and_time(build: Build, project: Path) -> None:
    first = contents(build())
    section = project / "sections/edu.yaml"
    times = section.stat()
    section.write_text(SECTION.replace("食堂还差一多半", "食堂已过一小半"), encoding="utf-8")
    os.utime(section, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert section.stat().st_size == times.st_size
    second = build()
    assert not second.unchanged and contents(second)["draft.docx"] != first["draft.docx"]


@pytest.mark.parametrize("name", ["booklet.pdf", "draft.docx", "drafts/edu.docx"])
@pytest.mark.parametrize("slip", ["gone", "changed"])
def test_an_output_that_is_not_as_it_was_is_written_anew(build: Build, tmp_path: Path, name: str, slip: str) -> None:
    first = contents(build())
    path = tmp_path / "out/demo" / name
    if slip == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"\n")
    second = build()
    assert not second.unchanged and contents(second) == first


def test_what_else_is_asked_is_another_build(build: Build) -> None:
    build()
    assert not build(targets=("pdf",)).unchanged
    assert not build(only=("edu",)).unchanged
    assert not build(strict=True).unchanged


def test_a_new_file_or_a_new_name_is_another_build(build: Build, project: Path) -> None:
    build()
    (project / "notes.txt").write_text("x", encoding="utf-8")
    assert not build().unchanged
    (project / "notes.txt").rename(project / "other.txt")
    assert not build().unchanged
    assert build().unchanged


def test_outputs_inside_the_project_are_no_input(project: Path, tmp_path: Path) -> None:
    for said in ("用时", "没有变化"):
        done = run("build", project, "-o", project / "out", cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert done.returncode == 0 and said in done.stdout, done.stdout + done.stderr


def test_a_warning_is_said_every_time(build: Build, project: Path) -> None:
    section = project / "sections/edu.yaml"
    wide = (
        "  - kind: columns\n    count: 3\n    blocks: [" + "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente" * 2
    )
    section.write_text(SECTION + wide + "]\n", encoding="utf-8")
    first, second = build(), build()
    assert len(first.diagnostics) and len(second.diagnostics) == len(first.diagnostics)
    assert not second.unchanged


def test_a_link_to_elsewhere_or_a_large_project_is_always_built(
    build: Build, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(unchanged_builds, "MOST_FILES", 3)
        build()
        assert not build().unchanged
    (project / "elsewhere").symlink_to(project.parent)
    build()
    assert not build().unchanged


def test_a_damaged_memory_is_as_good_as_none(build: Build, tmp_path: Path) -> None:
    build()
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])
    assert not build().unchanged
