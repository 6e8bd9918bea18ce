"""What docs/press.md shows must be what the program says: its commands are run, in their order."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.pdf.separation import CONDITION, MOST_INK, RICH_BLACK
from reportgen.press import Job, Limits
from reportgen.units import POINTS_PER_MM
from support.project import ROOT, run

PAGE = (ROOT / "docs" / "press.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(\$ .*?)^```", PAGE, re.M | re.S)


def sessions() -> list[tuple[str, list[str]]]:
    """Each command of the page with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for line in "\n".join(BLOCKS).splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        elif line:
            found[-1][1].append(line)
    return found


def shows(shown: list[str], said: list[str]) -> bool:
    """Whether ``shown`` is ``said``: a line …… stands for any lines, … for anything in a line."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "……" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in said)) is not None


@pytest.mark.slow
def test_each_command_says_what_the_page_shows(tmp_path: Path) -> None:
    commands = sessions()
    assert len(commands) >= 8
    for command, shown in commands:
        program, *arguments = command.split()
        assert program == "reportgen"
        done = subprocess.run(
            [sys.executable, "-m", "reportgen", *arguments, "--lang", "zh"], cwd=tmp_path, check=False, timeout=300,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode in (0, 3), done.stdout
        assert shows(shown, done.stdout.splitlines()), f"{command}\n{done.stdout}"


def test_what_the_page_shows_of_a_line_is_looked_at() -> None:
    assert shows(["a … c", "……", "z"], ["a b c", "d", "e", "z"])
    assert not shows(["a … c"], ["a b d"]) and not shows(["a"], ["a", "b"]) and not shows(["a", "……", "z"], ["a", "y"])


def test_the_limits_and_inks_that_the_page_names() -> None:
    limits, job = Limits(), Job()
    assert f"{limits.dpi:.0f} dpi" in PAGE and f"{limits.line:g} 点以上" in PAGE
    assert (
        f"离裁切线 {limits.safe / POINTS_PER_MM:.0f} 毫米" in PAGE and f"{job.creep / POINTS_PER_MM:.1f} 毫米" in PAGE
    )
    assert f"不超过 {MOST_INK}%" in PAGE and "/".join(map(str, RICH_BLACK)) in PAGE and CONDITION in PAGE


def test_every_option_of_the_command_is_told(tmp_path: Path) -> None:
    options = set(re.findall(r"--[a-z][a-z-]+", run("press", "--help", cwd=tmp_path).stdout))
    untold = {one for one in options if one not in PAGE} - {"--lang", "--help", "--out", "--marks", "--back-cover"}
    assert untold == set()


def test_the_codes_that_the_page_names_exist() -> None:
    from reportgen.diagnostics.catalogue import CATALOGUE

    named = set(re.findall(r"\[(press-[a-z-]+)\]|explain (press-[a-z-]+)", PAGE))
    assert named and all((one or other) in CATALOGUE for one, other in named)
    shown = re.search(r'"nearest_text_mm": (\{.*?\})', PAGE, re.S)
    assert shown is not None and json.loads(shown[1])
