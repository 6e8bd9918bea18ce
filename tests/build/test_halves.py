"""A booklet made by two processes is the booklet that one makes, and nothing of the second process is left or heard."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportgen.build import Built, Request, build_project, halves
from reportgen.diagnostics import Diagnostics
from reportgen.processes import Shares, processes
from support.project import write_project

pytestmark = pytest.mark.skipif(processes() < 2, reason="one process is all that can work at once here")

REPORT = """\
title: 示例市工作成绩单
issuer: 示例市人民政府
edition: {period: 2025年上半年, date: 2025-07-15}
registers: []
"""
PROSE = (
    "上半年，全市新建社区食堂37所，“15分钟服务圈”覆盖率75.5%；见[](#d5)，𫖯𬭎二字也在此列——"
    "共3895人^[含在建，见[](#d1)。]。"
)


def project(folder: Path, *, departments: int = 6, paragraphs: int = 12, **replaced: str) -> Path:
    """Cover, contents and departments alike; ``replaced`` gives sections other blocks."""
    files = {
        "cover.yaml": "id: cover\nrole: front\nblocks:\n  - kind: cover\n",
        "contents.yaml": "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 2}\n",
    }
    for number in range(departments):
        blocks = "".join(f"  - 第{index}件。{PROSE}\n" for index in range(paragraphs))
        blocks += "  - {kind: heading, text: 指标}\n  - {kind: table, columns: [项, 数], rows: [[甲, 1], [乙, 2.5]]}\n"
        body = replaced.get(f"d{number}", blocks)
        files[f"d{number}.yaml"] = f"id: d{number}\nname: 第{number}局\nblocks:\n{body}"
    write_project(folder, report=REPORT + f"sections: [{', '.join(files)}]\n")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def built(folder: Path, processes: int, **more: object) -> Built:
    request = Request(
        folder=folder, display="", out=folder / f"out{processes}", targets=("pdf",), processes=processes, **more
    )  # type: ignore[arg-type]  # the request's own fields
    return build_project(request, lambda stage: None)


def data(made: Built) -> bytes:
    (output,) = made.outputs
    return output.path.read_bytes()


@pytest.fixture(autouse=True)
def by_two(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages of every booklet that was made in halves; -1 where the second process failed."""
    pages: list[int] = []
    make = halves.made_in_halves

    def made(half: halves.Half, sink: Diagnostics) -> halves.Whole | None:
        found = make(half, sink)
        pages.append(-1 if found is None else found.count)
        return found

    monkeypatch.setattr(halves, "made_in_halves", made)
    return pages


@pytest.mark.parametrize("only", [(), ("contents", "d1", "d2", "d3", "d4")])
def test_the_same_bytes(tmp_path: Path, only: tuple[str, ...], by_two: list[int]) -> None:
    folder = project(tmp_path / "demo")
    alone = built(folder, 1, only=only)
    assert by_two == []
    together = built(folder, 2, only=only)
    assert by_two == [alone.outputs[0].pages]
    assert together.outputs[0].pages == alone.outputs[0].pages
    assert data(together) == data(alone)


def test_print_editions_too(tmp_path: Path, by_two: list[int]) -> None:
    folder = project(tmp_path / "demo")
    alone, together = (built(folder, count, press=("cmyk", "grey"), bleed=9.0) for count in (1, 2))
    assert [one.path.name for one in together.outputs] == ["booklet.pdf", "booklet-cmyk.pdf", "booklet-grey.pdf"]
    files = [[one.path.read_bytes() for one in made.outputs] for made in (alone, together)]
    assert files[0] == files[1] and len(set(files[0])) == 3
    assert by_two == [alone.outputs[0].pages]


@pytest.mark.parametrize("pages", ["next", "recto"])
@pytest.mark.parametrize("ours", range(5))
def test_the_same_bytes_wherever_they_meet(
    tmp_path: Path, ours: int, pages: str, by_two: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first process sets so many departments beside its own first one, the second the rest, but for its last."""
    tables = "".join(
        "  - {kind: table, columns: [项], rows: [[甲]]}\n  - {kind: heading, text: 题}\n" for _ in range(9)
    )
    folder = project(tmp_path / "demo", paragraphs=5, d1=tables, d4=tables * 3)  # of one page and of more
    report = folder / "report.yaml"
    report.write_text(report.read_text("utf-8") + f"page: {{department_page: {pages}}}\n", encoding="utf-8")
    alone = built(folder, 1)
    first = os.getpid()

    class Uneven(Shares):
        taken = 0

        def take(self) -> bool:
            self.taken += 1
            return self.taken <= (ours if os.getpid() == first else 4 - ours)

    monkeypatch.setattr(halves, "Shares", Uneven)
    assert data(built(folder, 2)) == data(alone)
    assert by_two == [alone.outputs[0].pages]


@pytest.mark.parametrize("only_in", ["d0", "d5"])
def test_rare_characters_and_faces_that_one_half_alone_has(tmp_path: Path, only_in: str, by_two: list[int]) -> None:
    """What was met before must not matter: a fallback face, a second face, a glyph with two texts."""
    plain = "".join(f"  - 第{index}件。全市平稳，共3895人，比上年多8.9%。\n" for index in range(12))
    rare = plain + "  - 罕用字𫖯𬭎与⼀、一。\n  - {kind: quote, text: 一句话, by: 某人}\n"
    others = {f"d{number}": plain for number in range(6)}
    folder = project(tmp_path / "demo", **others | {only_in: rare})
    assert data(built(folder, 2)) == data(built(folder, 1))
    assert len(by_two) == 1 and by_two[0] > 0


def test_contents_that_grow_by_a_page_move_the_second_half(tmp_path: Path, by_two: list[int]) -> None:
    """More headings than a page of contents holds: what follows begins later, in both processes."""
    headings = "".join(f"  - {{kind: heading, text: 第{index}题}}\n  - 文。\n" for index in range(30))
    folder = project(tmp_path / "demo", d1=headings, d2=headings, d4=headings)
    assert data(built(folder, 2)) == data(built(folder, 1))
    assert len(by_two) == 1 and by_two[0] > 0


def test_what_is_wrong_in_the_second_half_is_told_as_always(tmp_path: Path, by_two: list[int]) -> None:
    tall = "  - kind: table\n    columns: [长]\n    rows: [[甲]]\n    title: " + "一页放不下的字" * 900 + "\n"
    folder = project(tmp_path / "demo", d5=tall)
    alone, together = built(folder, 1), built(folder, 2)
    assert [one.code for one in alone.diagnostics] == ["typeset-too-tall"]
    assert list(together.diagnostics) == list(alone.diagnostics)
    assert together.outputs == () and by_two == [0]


@pytest.mark.parametrize("way", ["raises", "killed"])
def test_a_second_process_that_fails_is_done_without(
    tmp_path: Path, way: str, by_two: list[int], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path / "demo")
    alone = data(built(folder, 1))

    def failing(*all: object) -> None:
        try:
            if way == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            raise MemoryError
        finally:
            os._exit(1)

    monkeypatch.setattr(halves, "_serve", failing)
    assert data(built(folder, 2)) == alone
    assert by_two == [-1]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("later", [0.0, 0.02, 0.1, 0.3])
def test_ctrl_c_ends_both(tmp_path: Path, later: float) -> None:
    project(tmp_path / "demo", departments=12, paragraphs=300)
    process = subprocess.Popen(
        [sys.executable, "-m", "reportgen", "build", "demo", "--to", "pdf"], cwd=tmp_path, stderr=subprocess.PIPE,
        text=True, env=os.environ | {"PYTHONUTF8": "1"}, start_new_session=True,
    )  # fmt: skip
    assert process.stderr is not None
    while "排版" not in process.stderr.readline():
        pass
    time.sleep(later)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to the whole group
    rest = process.stderr.read()
    assert process.wait(60) == 130, rest
    assert "Traceback" not in rest
    with pytest.raises(ProcessLookupError):  # nobody of the group is left
        os.killpg(process.pid, 0)
    assert not list((tmp_path / "out").rglob("*.pdf"))
