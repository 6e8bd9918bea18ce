"""LibreOffice updates every field and index of the samples' drafts: only page numbers change, and those little."""

import fcntl
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from support.docx_reading import headings
from support.libreoffice import SOFFICE, page_words, settings
from support.project import ROOT, run

_PYTHON = Path("/usr/bin/python3")  # the system's: LibreOffice's module belongs to it
_SAMPLES = ("qingdao-2019h1", "gongkai-shuzhi-sample")
_THEMES = ("civic", "official", "bright")
_WHOLE = [f"{theme}-{sample}" for theme in _THEMES for sample in _SAMPLES]
_LISTED = re.compile(r"^(.*\S)\t([0-9]+|[IVX]+)$")  # an entry of contents and of lists
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_INDEXED = re.compile("^(.*[^\u3000])\u3000([0-9]+(?:、\u200b[0-9]+)*)$")
_PLAIN = 90  # of 255: a difference that is seen
_BLANK = re.compile("[ \u3000]")


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


@pytest.mark.parametrize("name", [f"{one}{part}" for one in _WHOLE for part in ("", "-0", "-1")])
def test_an_update_changes_nothing_but_page_numbers(updated: Path, name: str) -> None:
    """To the letter: the blank behind a heading's number and the tab before a page are those that it writes."""
    before, after = (_lines(updated, name, when) for when in ("before", "after"))
    is_whole = name in _WHOLE
    assert len(before) > (1000 if is_whole else 50)
    pages = 0
    for old, new in zip(before, after, strict=True):
        if found := _LISTED.match(old) or _INDEXED.match(old):
            own = found.re.match(new)
            assert own is not None and own[1] == found[1]
            pages += 1
        else:
            assert old == new
    assert (pages > 40) == is_whole


@pytest.mark.parametrize("name", _WHOLE)
def test_updated_contents_and_lists_look_as_they_were_printed(updated: Path, name: str) -> None:
    """Pixel by pixel, but for figures at the right edge and what a leader's dots are off by."""
    before, after = (pypdfium2.PdfDocument(updated / f"{name}-{when}.pdf") for when in ("before", "after"))
    assert len(before) == len(after) > 30
    for old, new in zip(list(before)[:5], list(after)[:5], strict=True):
        pictures = [page.render(scale=0.7).to_pil().convert("L") for page in (old, new)]
        found = ImageChops.difference(*pictures).point([255 if value > _PLAIN else 0 for value in range(256)]).getbbox()
        assert found is None or found[0] > 0.8 * pictures[0].width


def _listed(lines: list[str]) -> dict[str, str]:
    """Entry of contents or of a list -> its page."""
    return {_BLANK.sub("", found[1]): found[2] for line in lines if (found := _LISTED.match(line))}


@pytest.mark.parametrize("name", _WHOLE)
def test_page_numbers_are_those_of_libreoffice_within_one(updated: Path, name: str) -> None:
    said, found = (_listed(_lines(updated, name, when)) for when in ("before", "after"))
    assert len(said) > 30 and sum(entry.startswith("表") for entry in said) > 10
    for entry, page in said.items():
        assert page.isdigit() == found[entry].isdigit()
        assert abs(_number(page) - _number(found[entry])) <= 1, (entry, page, found[entry])


def _number(page: str) -> int:
    return int(page) if page.isdigit() else _ROMAN.index(page) + 1


@pytest.mark.parametrize("name", _WHOLE)
def test_pages_of_an_index_are_near_too(updated: Path, name: str) -> None:
    said, found = (
        [match[2].split("、\u200b") for line in _lines(updated, name, when) if (match := _INDEXED.match(line))]
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
