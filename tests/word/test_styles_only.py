"""Drafts are set by styles: whoever changes a style changes the draft."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from support.docx_lint import W
from support.project import ROOT, run

_STORIES = re.compile(r"word/(document|footnotes|endnotes|header\d+|footer\d+)\.xml")
_OF_RUNS = {f"{W}rStyle", f"{W}lang"}
_OF_PARAGRAPHS = {f"{W}{name}" for name in ("pStyle", "numPr", "pageBreakBefore", "keepNext", "sectPr")}


@pytest.fixture(scope="module", params=["civic", "official", "bright"])
def drafts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every Word file of both samples in one theme."""
    folder = tmp_path_factory.mktemp("styles")
    projects = [ROOT / "content" / name for name in ("qingdao-2019h1", "gongkai-shuzhi-sample")]
    done = run(
        "build", *projects[:1], "--to", "docx,drafts", "--theme", request.param, "--out", folder, cwd=folder
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    done = run("build", *projects[1:], "--to", "docx,drafts", "--theme", request.param, "--out", folder, cwd=folder)
    assert done.returncode == 0, done.stderr
    return sorted(folder.rglob("*.docx"))


def _stories(file: Path) -> Iterator[Any]:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if _STORIES.fullmatch(name):
                yield etree.fromstring(archive.read(name))


def _is_direct_run(run: Any) -> bool:
    properties = run.find(f"{W}rPr")
    return properties is not None and any(
        one.tag not in _OF_RUNS and not (one.tag == f"{W}rFonts" and set(one.attrib) == {f"{W}hint"})
        for one in properties
    )


def _is_direct_paragraph(paragraph: Any) -> bool:
    properties = paragraph.find(f"{W}pPr")
    return properties is not None and any(one.tag not in _OF_PARAGRAPHS for one in properties)


@pytest.mark.slow
def test_nearly_all_runs_have_no_look_of_their_own(drafts: list[Path]) -> None:
    assert len(drafts) == 2 + 8 + 6
    for file in drafts:
        runs = [run for story in _stories(file) for run in story.iter(f"{W}r")]
        direct = sum(map(_is_direct_run, runs))
        assert direct <= 0.05 * len(runs), (file, direct, len(runs))


@pytest.mark.slow
def test_most_paragraphs_have_no_look_of_their_own(drafts: list[Path]) -> None:
    """What is left are figures in tables: their points stand under each other by indents that no style can know."""
    for file in drafts:
        paragraphs = [one for story in _stories(file) for one in story.iter(f"{W}p")]
        direct = sum(map(_is_direct_paragraph, paragraphs))
        assert direct <= 0.25 * len(paragraphs) or "drafts" in file.parts, (file, direct, len(paragraphs))


@pytest.mark.slow
def test_marks_shared_by_latin_and_chinese_are_said_to_be_chinese(drafts: list[Path]) -> None:
    """Word would set quotes, dashes and circled figures in the Latin font."""
    shared = re.compile("[\u2014\u2018-\u201d\u2026\u2103\u2460-\u2473\u25a0-\u25cf]")
    seen = 0
    for file in drafts:
        for words in (words for story in _stories(file) for words in story.iter(f"{W}r")):
            if shared.search("".join(one.text or "" for one in words.iter(f"{W}t"))):
                fonts = words.find(f"{W}rPr/{W}rFonts")
                assert fonts is not None and fonts.get(f"{W}hint") == "eastAsia", (file, etree.tostring(words))
                seen += 1
    assert seen > 100
