"""Two hundred reports of chance and every Word file of both samples: sound by Word's own SDK and by our lint, whole in
LibreOffice."""

import json
import os
import re
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportgen.model.blocks import DRAWN_IN_WORD
from reportgen.theme import theme_names
from reportgen.word import write_draft
from support.content_sizes import KINDS
from support.docx_lint import faults
from support.docx_reading import headings
from support.drafting import final
from support.every_kind import png
from support.libreoffice import READABLE, convert_all, page_words
from support.project import ROOT, run
from support.random_reports import random_reports

SEEDS = (1, 2, 3, 4)  # a quarter of the reports each, so that several workers share them
COUNT = 50
_BLANK = re.compile(r"\s+")
_BEGINNING = 12
VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")
pytestmark = pytest.mark.slow


def drafts(folder: Path, seed: int) -> list[Path]:
    """Reports in turn as drafts and final, whole and one department alone; every kind of block is among them."""
    made = []
    kinds: Counter[type] = Counter()
    for number, (document, theme) in enumerate(random_reports(folder, COUNT, seed)):
        kinds.update(type(entry.block) for entry in document.flow)
        pictures = {id: png(40, 20) for id, data in document.charts.items() if data.type in DRAWN_IN_WORD}
        chosen = None if number % 3 else frozenset({"d0"})
        data = write_draft(document, final(theme) if number % 2 else theme, pictures, chosen)
        path = folder / f"{number}.docx"
        path.write_bytes(data)
        made.append(path)
    assert not [kind.__name__ for kind in KINDS if not kinds[kind]], kinds
    return made


def samples(out: Path, sample: str, theme: str) -> list[Path]:
    """A sample in a theme: the whole draft, final too, and every department's."""
    for mode, kinds in (("draft", "docx,drafts"), ("final", "docx")):
        done = run(
            "build", ROOT / "content" / sample, "-o", out / mode, "--to", kinds, "--theme", theme, "--word-mode", mode,
            "--force", cwd=out,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    return sorted(out.rglob("*.docx"))


def validated(paths: list[Path]) -> list[str]:
    """What the Open XML SDK finds, file by file."""

    def errors(path: Path) -> list[str]:
        done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False, timeout=120)
        report = json.loads(done.stdout)
        return [f"{path.name}: {one['path']} {one['description']}" for one in report["errors"][:3]]

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return [one for found in pool.map(errors, paths) for one in found]


def faults_in(paths: list[Path]) -> list[str]:
    """By the lint, and by the SDK where it is at hand."""
    found = [f"{path.name}: {one}" for path in paths for one in faults(path.read_bytes())[:3]]
    return found + (validated(paths) if VALIDATOR else [])


def untold_headings(paths: list[Path], folder: Path) -> list[str]:
    """Headings whose beginning, which no page parts, LibreOffice's pages lack."""
    found = []
    for path, pdf in zip(paths, convert_all(paths, "pdf", folder), strict=True):
        said = "".join(page_words(pdf))
        told = [_BLANK.sub("", text)[:_BEGINNING] for _, _, text in headings(path.read_bytes())]
        found += [f"{path.name}: {one}" for one in told if one not in said]
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_reports_of_chance_are_sound(seed: int, tmp_path: Path) -> None:
    made = drafts(tmp_path, seed)
    assert len(made) == COUNT and faults_in(made) == []
    if READABLE:
        assert untold_headings(made, tmp_path / "pages") == []


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("sample", ["qingdao-2019h1", "gongkai-shuzhi-sample"])
def test_every_word_file_of_the_samples_is_sound(sample: str, theme: str, tmp_path: Path) -> None:
    made = samples(tmp_path, sample, theme)
    assert len(made) >= 8 and faults_in(made) == []
