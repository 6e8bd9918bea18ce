"""Small content projects on disk, and the program run on them as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "content" / "qingdao-2019h1"

REPORT = """\
title: 示例市工作成绩单
issuer: 示例市人民政府
edition: {period: 2025年上半年, elapsed: 50, date: 2025-07-15}
sections: [sections/cover.yaml, sections/contents.yaml, sections/edu.yaml]
"""
COVER = "id: cover\nrole: front\nblocks:\n  - kind: cover\n"
CONTENTS = "id: contents\nrole: front\nblocks:\n  - kind: contents\n"
INDICATORS = """\
edu.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100}
edu.places: {name: 新增学位, value: 3895, unit: 个, yoy: 8.9}
"""
SECTION = """\
id: edu
name: 示例市教育局
short: 市教育局
headline: ${edu.canteens}食堂完工
blocks:
  - kind: keyfigures
    cards:
      - indicator: edu.canteens
      - indicator: edu.places
  - 上半年食堂完工${edu.canteens}，新增学位${edu.places}。
  - kind: table
    title: 主要指标
    id: main
    columns: [指标, {title: 实绩, type: number}]
    rows:
      - [食堂完工, "${edu.canteens|number}"]
  - kind: chart
    type: bar
    title: 食堂还差一多半
    categories: [全年, 上半年]
    series:
      - values: [edu.canteens|target, edu.canteens]
"""


def write_project(folder: Path, **changes: str) -> Path:
    """A project that builds, in ``folder``; ``changes`` replaces files: report, cover, contents, indicators, edu."""
    files = {
        "report.yaml": changes.pop("report", REPORT),
        "indicators.yaml": changes.pop("indicators", INDICATORS),
        "sections/cover.yaml": changes.pop("cover", COVER),
        "sections/contents.yaml": changes.pop("contents", CONTENTS),
        "sections/edu.yaml": changes.pop("edu", SECTION),
    }
    assert not changes, f"no such file: {changes}"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, as ``python -m reportgen``; output decoded as UTF-8."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("REPORTGEN_", "LC_"))}
    here = str(ROOT / "src")  # the program of this checkout, whatever is installed
    clean |= {"LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1", "PYTHONPATH": here} | environment
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *map(str, arguments)],
        cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip


def diagnostics(finished: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """The diagnostics of a run with ``--format json``."""
    found: list[dict[str, object]] = json.loads(finished.stdout)
    return found
