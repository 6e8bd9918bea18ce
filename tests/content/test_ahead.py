"""Files read by two processes are the files that one reads: their content, their order, all that is wrong with them."""

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from reportgen.content import Loaded, ahead, load_project
from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.processes import LostError, Shares, processes
from support.project import write_project

pytestmark = pytest.mark.skipif(processes() < 2, reason="one process is all that can work at once here")

COUNT = 12


def project(folder: Path, **faulty: str) -> Path:
    """A report of COUNT sections; ``faulty`` replaces some of their files."""
    names = [f"s{index}" for index in range(COUNT)]
    listed = ", ".join(f"{name}.yaml" for name in names)
    write_project(folder, report=f"title: 示例\nissuer: 市\nedition: {{period: 2025年, date: 2025-07-15}}\n"
                                 f"registers: []\nsections: [{listed}]\n")  # fmt: skip
    for index, name in enumerate(names):
        blocks = f"  - 共{index}件𠮷，占5.60%。\n  - {{kind: table, columns: [甲], rows: [[1]]}}\n"
        text = f"id: {name}\nname: 第{index}局\nblocks:\n{blocks}"
        (folder / f"{name}.yaml").write_text(faulty.get(name, text), encoding="utf-8")
    return folder


def loaded(folder: Path) -> tuple[Loaded, list[Diagnostic]]:
    sink = Diagnostics()
    return load_project(folder, sink, "demo"), list(sink)


@pytest.fixture
def by_two(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Have so many files of a project read by this process, the others by the second."""

    def set_up(ours: int) -> None:
        first = os.getpid()

        class Uneven(Shares):
            def take(self) -> bool:
                if os.getpid() == first:
                    self.left = getattr(self, "left", ours) - 1
                    return self.left >= 0
                self.taken = getattr(self, "taken", 0) + 1
                return self.taken <= COUNT - ours

        monkeypatch.setattr(ahead, "LEAST", 0)
        monkeypatch.setattr(ahead, "Shares", Uneven)

    return set_up


@pytest.mark.parametrize("ours", range(COUNT + 1))
def test_the_same_project_wherever_they_meet(tmp_path: Path, ours: int, by_two: Callable[[int], None]) -> None:
    folder = project(tmp_path / "demo")
    alone, said = loaded(folder)
    by_two(ours)
    together, heard = loaded(folder)
    assert together == alone and said == heard == []
    assert list(together.sources) == list(alone.sources)


@pytest.mark.parametrize("ours", [0, 5, COUNT])
def test_what_is_wrong_is_told_as_always(tmp_path: Path, ours: int, by_two: Callable[[int], None]) -> None:
    folder = project(
        tmp_path / "demo", s1="id: s1\nname: [\n", s4="", s6="id: s6\nname: 局\nblocks: [{kind: tabel}]\n",
        s7="id: s2\nname: 局\nblocks: []\n", s11="id: s11\nid: s11\nname: 局\nblocks: []\n",
    )  # fmt: skip
    (folder / "s9.yaml").unlink()
    (folder / "s10.yaml").write_bytes("id: s10\nname: 局\n".encode("gbk"))
    alone, said = loaded(folder)
    assert {one.code for one in said} >= {"file-missing", "file-empty", "encoding-gbk", "yaml-duplicate-key"}
    by_two(ours)
    together, heard = loaded(folder)
    assert together == alone and heard == said


@pytest.mark.parametrize("way", ["none", "killed"])
def test_a_second_process_that_fails_is_done_without(
    tmp_path: Path, way: str, by_two: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path / "demo")
    alone, _ = loaded(folder)
    by_two(3)

    def killed(*all: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def none(serve: Callable[[Connection], None]) -> Any:
        raise LostError

    if way == "killed":
        monkeypatch.setattr(ahead, "_serve", killed)
    else:
        monkeypatch.setattr(ahead, "second_process", none)
    assert loaded(folder) == (alone, [])


def test_small_projects_are_read_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forked(serve: Callable[[Connection], None]) -> Any:
        raise AssertionError("forked for a few hundred bytes")

    monkeypatch.setattr(ahead, "second_process", forked)
    assert loaded(project(tmp_path / "demo"))[1] == []
