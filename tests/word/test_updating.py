"""LibreOffice updates every field and index of the samples' drafts: only page numbers change, and those little."""

import fcntl
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.docx_reading import headings
from support.libreoffice import SOFFICE, page_words, settings
from support.project import ROOT, run

_PYTHON = Path("/usr/bin/python3")  # the system's: LibreOffice's module belongs to it
_SAMPLES = ("qingdao-2019h1", "gongkai-shuzhi-sample")
_THEMES = ("civic", "official", "bright")
_WHOLE = [f"{theme}-{sample}" for theme in _THEMES for sample in _SAMPLES]
_LISTED = re.compile(r"\t([0-9]+|[IVX]+)$")  # an entry of contents and of lists
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_INDEXED = re.compile(r"\u3000([0-9]+(?:、[0-9]+)*)$")
_BLANK = re.compile("[ \u3000]")  # LibreOffice sets one behind the number of a heading


def _can_update() -> bool:
    if SOFFICE is None or not _PYTHON.exists():
        return False
    return subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not _can_update(), reason="no LibreOffice, or no python3-uno"),
]


@pytest.fixture(scope="session")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every whole draft and some departments', before and after (see ``support/updating.py``).

    Made once, whichever of the test run's processes asks first.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "updated"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _update(folder)
            (folder / "done").touch()
    return folder


def _update(folder: Path) -> None:
    for theme in _THEMES:
        for sample in _SAMPLES:
            project = ROOT / "content" / sample
            done = run(
                "build", project, "--to", "docx,drafts", "--theme", theme, "--out", folder / theme, cwd=folder
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            made = folder / theme / sample
            (made / "draft.docx").rename(folder / f"{theme}-{sample}.docx")
            for at, draft in enumerate(sorted(made.glob("drafts/*.docx"))[:2]):
                draft.rename(folder / f"{theme}-{sample}-{at}.docx")
    files = sorted(folder.glob("*.docx"))
    assert len(files) == 3 * len(_WHOLE)
    program, pipe = ROOT / "tests/support/updating.py", f"reportgen{os.getpid()}"
    subprocess.run(
        [_PYTHON, program, str(SOFFICE), pipe, folder / "profile", *files],
        env=settings(folder), check=True, capture_output=True, timeout=600,
    )  # fmt: skip


def _lines(updated: Path, name: str, when: str) -> list[str]:
    text = (updated / f"{name}-{when}.txt").read_text("utf-8-sig")
    return text.split("\n")


def _without_pages(line: str) -> str:
    return _BLANK.sub("", _INDEXED.sub("", _LISTED.sub("", line)))


def _listed(lines: list[str]) -> dict[str, str]:
    """Entry of contents or of a list -> its page."""
    return {_without_pages(line): found[1] for line in lines if (found := _LISTED.search(line))}


def _digest(lines: list[str]) -> list[str]:
    """The headlines below the names of departments have a page in LibreOffice only: it knows no switch against it."""
    return [_without_pages(line) for line in lines]


@pytest.mark.parametrize("name", _WHOLE)
def test_an_update_changes_nothing_but_page_numbers(updated: Path, name: str) -> None:
    before, after = (_digest(_lines(updated, name, when)) for when in ("before", "after"))
    assert len(before) > 1000
    assert before == after


@pytest.mark.parametrize("name", _WHOLE)
def test_page_numbers_are_those_of_libreoffice_within_one(updated: Path, name: str) -> None:
    said, found = (_listed(_lines(updated, name, when)) for when in ("before", "after"))
    assert len(said) > 15
    for entry, page in said.items():
        assert page.isdigit() == found[entry].isdigit()
        assert abs(_number(page) - _number(found[entry])) <= 1, (entry, page, found[entry])


def _number(page: str) -> int:
    return int(page) if page.isdigit() else _ROMAN.index(page) + 1


@pytest.mark.parametrize("name", _WHOLE)
def test_pages_of_an_index_are_near_too(updated: Path, name: str) -> None:
    said, found = (
        [match[1].split("、") for line in _lines(updated, name, when) if (match := _INDEXED.search(line))]
        for when in ("before", "after")
    )
    assert len(said) == len(found) > 8
    for pages, real in zip(said, found, strict=True):
        assert all(abs(int(one) - int(other)) <= 1 for one, other in zip(pages, real, strict=True)), (pages, real)


@pytest.mark.parametrize("name", _WHOLE)
def test_numbers_of_headings_are_words_own_and_those_that_libreoffice_prints(updated: Path, name: str) -> None:
    lines = {_BLANK.sub("", line) for line in _lines(updated, name, "before")}
    numbered = [one for one in headings((updated / f"{name}.docx").read_bytes()) if one[1]]
    assert {level for level, _, _ in numbered} >= {1, 2}
    for _, label, text in numbered:
        assert _BLANK.sub("", label + text) in lines


def _counts(pages: list[str]) -> Mapping[int, str]:
    """Number of a page -> the count of pages that its foot says."""
    return {int(found[1]): found[2] for page in pages if (found := re.search(r"第([0-9]+)页共([0-9]+)页", page))}


@pytest.mark.parametrize(
    "name", [f"{one}{part}" for one in _WHOLE for part in ("", "-0", "-1") if "official" not in one]
)
def test_the_count_of_pages_is_the_last_pages_number(updated: Path, name: str) -> None:
    counts = _counts(page_words(updated / f"{name}-before.pdf"))
    assert set(counts) == set(range(1, len(counts) + 1))
    assert set(counts.values()) == {str(len(counts))}
