"""How the program ends: exit codes, and what is left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reportgen.cli import run as ways
from support.project import REPORT, run, write_project


def ended(work: object) -> int:
    return ways.guarded(work)  # type: ignore[arg-type]  # a callable


def test_codes_of_the_ways_out(capsys: pytest.CaptureFixture[str]) -> None:
    def raising(error: BaseException) -> object:
        def work() -> None:
            raise error

        return work

    assert ended(lambda: None) == 0
    assert ended(lambda: 3) == 3
    assert ended(raising(click.exceptions.Exit(1))) == 1
    assert ended(raising(click.UsageError("x"))) == 2
    assert ended(raising(KeyboardInterrupt())) == 130
    assert ended(raising(click.Abort())) == 130
    assert ended(raising(PermissionError(13, "no"))) == 74
    assert "Traceback" not in capsys.readouterr().err


def test_a_fault_inside_is_kept_for_us_and_shown_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def work() -> None:
        raise ZeroDivisionError("inside")

    assert ways.guarded(work) == 70
    (kept,) = tmp_path.iterdir()
    assert "ZeroDivisionError: inside" in kept.read_text(encoding="utf-8")
    said = capsys.readouterr().err
    assert str(kept) in said and "Traceback" not in said


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reportgen", "explain", "list"], cwd=tmp_path, stdout=write, stderr=subprocess.PIPE,
        check=False, timeout=60,
    )  # fmt: skip
    os.close(write)
    assert b"Traceback" not in done.stderr and done.returncode == 74


@pytest.mark.slow
def test_ctrl_c_ends_with_130_and_leaves_no_half_file(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    process = subprocess.Popen(
        [sys.executable, "-m", "reportgen", "build", "demo", "-v"], cwd=tmp_path, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert process.stderr is not None
    process.stderr.readline()  # at work
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    assert process.wait(60) in (0, 130)
    assert "Traceback" not in rest
    left = [path for path in (tmp_path / "out").rglob("*") if path.is_file() and path.name != ".reportgen.lock"]
    assert process.returncode == 0 or left == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["build", "check", "init", "schema", "explain", "themes"])
def test_help_is_in_the_language_asked_for(tmp_path: Path, command: str, lang: str) -> None:
    said = run(command, "--lang", lang, "--help", cwd=tmp_path).stdout
    assert any("\u4e00" <= char <= "\u9fff" for char in said) is (lang == "zh"), said


def test_the_language_comes_from_the_environment_unless_asked_for(tmp_path: Path) -> None:
    assert "registered" in run("explain", "indicator-unknown", cwd=tmp_path, LANG="en_GB.UTF-8").stdout
    assert "登记" in run("explain", "indicator-unknown", cwd=tmp_path, LANG="C").stdout
    assert "登记" in run("explain", "indicator-unknown", "--lang=zh", cwd=tmp_path, LANG="en_GB.UTF-8").stdout
    assert "登记" in run("explain", "indicator-unknown", cwd=tmp_path, LANG="en_GB", REPORTGEN_LANG="zh").stdout


def test_output_survives_a_terminal_without_chinese(tmp_path: Path) -> None:
    done = run("explain", "indicator-unknown", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LANG="C")
    assert done.returncode == 0 and "indicator-unknown" in done.stdout and "Traceback" not in done.stderr


def test_nothing_to_build_is_said_with_what_to_do(tmp_path: Path) -> None:
    done = run("build", cwd=tmp_path)
    assert done.returncode == 2 and "init" in done.stderr


def test_check_writes_nothing_and_says_all_is_well(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    done = run("check", "demo", cwd=tmp_path)
    assert done.returncode == 0 and "demo" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]
    assert run("check", cwd=tmp_path / "demo").returncode == 0  # the folder one stands in


def test_json_is_json_also_when_there_is_nothing_to_say(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    assert run("check", "demo", "--format", "json", cwd=tmp_path).stdout.strip() == "[]"
    write_project(tmp_path / "bad", report=REPORT.replace("issuer", "isuer"))
    done = run("check", "bad", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1 and '"content-unknown-key"' in done.stdout


def test_version(tmp_path: Path) -> None:
    import reportgen

    assert run("--version", cwd=tmp_path).stdout.strip() == f"reportgen {reportgen.__version__}"


def test_leaving_at_once_loses_no_output_and_no_clearing_up(tmp_path: Path) -> None:
    program = (
        "import atexit, sys; from reportgen.cli.run import leave; atexit.register(print, 'cleared'); "
        "sys.stdout.write('x' * 100_000); sys.stderr.write('said'); leave(7)"
    )
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=buffered, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (7, "said")
    assert done.stdout == "x" * 100_000 + "cleared\n"
