"""The same content gives the same bytes: whatever the hash seed, time zone, language, folder, date or cache."""

import hashlib
import shutil
from pathlib import Path

import pytest

from support.project import run, write_project

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1000000000"},
)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".reportgen.lock"
    }


@pytest.mark.slow
def test_two_builds_in_different_surroundings(tmp_path: Path) -> None:
    found = []
    for number, surroundings in enumerate(SURROUNDINGS):
        here = tmp_path / f"place{number}" / ("deep/er" if number else ".")
        project = write_project(here / "demo")
        if number:  # another copy of the same words: times and order in the folder differ
            shutil.copytree(project, here / "copy" / "demo")
            project = here / "copy" / "demo"
        done = run("build", project, "-o", here / "out", cwd=here, XDG_CACHE_HOME=str(here / "cache"), **surroundings)
        assert done.returncode == 0, done.stderr
        found.append(digests(here / "out"))
    assert list(found[0]) == ["demo/booklet.pdf", "demo/draft.docx", "demo/drafts/edu.docx"]
    assert found[0] == found[1]
    # and a third time out of the second one's cache
    again = run("build", project, "-o", here / "out2", cwd=tmp_path, XDG_CACHE_HOME=str(here / "cache"))
    assert again.returncode == 0, again.stderr
    assert digests(here / "out2") == found[0]


@pytest.mark.slow
def test_what_authors_may_write_two_ways_prints_the_same(tmp_path: Path) -> None:
    """Blank lines, comments, quotes, order of keys and folded lines of the YAML are not content."""
    first = "id: edu\nname: 教育局\nblocks:\n  - 全市平稳，${edu.places}。\n  - {kind: heading, text: 题}\n"
    second = (
        "# a comment\n\nname: '教育局'  # another\nid: \"edu\"\n\nblocks:\n"
        "- >\n  全市\n  平稳，\n  ${ edu.places | value }。\n"
        "- text: 题\n  kind: heading\n"
    )
    for name, edu in (("a", first), ("b", second)):
        write_project(tmp_path / name / "demo", edu=edu)
        done = run("build", tmp_path / name / "demo", "--to", "pdf,docx", "-o", tmp_path / name / "out", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "a" / "out") == digests(tmp_path / "b" / "out")
