"""Every bad input ever met. A file's name is the code it must give, two dashes, and what is wrong with it."""

import re
from pathlib import Path

import pytest

from reportgen.cli.show import help_text, message
from reportgen.content import Choice, load_project, place_of
from reportgen.diagnostics import Diagnostics
from reportgen.diagnostics.catalogue import content, matter, resolve, source
from reportgen.resolve import resolve as resolve_booklet
from support.project import REPORT, write_project

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.glob("*/*--*") if path.is_file())
# codes that need a whole project or a file of 16 MB: tests/content, tests/source, tests/typeset/pages/test_overview.py
ELSEWHERE = {
    "edition-unknown",
    "index-empty",
    "reference-left-out",
    "file-unreadable",
    "file-too-large",
    "yaml-nodes",
    "overview-empty",
    "chart-illegible",  # tests/charts/test_looks.py
    "ballot-empty",  # tests/typeset/pages/test_forms.py
}
TWO = REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/bad.yaml]")
PICTURE = "id: bad\nblocks:\n  - {kind: picture, file: bad.png, alt: 图}\n"


def project_with(path: Path, folder: Path) -> str:
    """A good project but for the file at ``path``; the name of the file that is at fault."""
    write_project(folder)
    match path.parent.name:
        case "section":
            (folder / "report.yaml").write_text(TWO, encoding="utf-8")
            name, at_fault = "sections/bad.yaml", "sections/bad.yaml"
        case "register":
            report = TWO.replace(", sections/bad.yaml", "") + "registers: [indicators.yaml, more.yaml]\n"
            (folder / "report.yaml").write_text(report, encoding="utf-8")
            name, at_fault = "more.yaml", "more.yaml"
        case "report":
            name, at_fault = "report.yaml", "report.yaml"
        case "edition":
            name, at_fault = "editions/bad.yaml", "editions/bad.yaml"
            (folder / "editions").mkdir()
        case "picture":
            (folder / "report.yaml").write_text(TWO, encoding="utf-8")
            (folder / "sections/bad.yaml").write_text(PICTURE, encoding="utf-8")
            name, at_fault = "bad.png", "sections/bad.yaml"
        case kind:
            raise AssertionError(f"no such folder: {kind}")
    (folder / name).write_bytes(path.read_bytes())
    return at_fault


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_bad_input(path: Path, tmp_path: Path) -> None:
    at_fault = project_with(path, tmp_path)
    sink = Diagnostics()
    loaded = load_project(tmp_path, sink, choice=Choice("bad" if path.parent.name == "edition" else ""))
    if loaded.booklet is not None:
        resolve_booklet(loaded.booklet, sink)
    found = list(sink)
    assert {one.code for one in found} == {path.name.split("--")[0]}, found
    for one in found:
        for language in ("zh", "en"):
            said = message(one, language) + help_text(one, language)
            assert not re.search(r"(?<!\$)\{[a-z_]+\}", said), said
        place = place_of(one.where, loaded.sources)
        assert place is not None
        lines = (tmp_path / place.file).read_bytes().decode("utf-8", errors="replace").splitlines() or [""]
        assert 1 <= place.line <= len(lines), place
        if "twice" not in path.name:
            assert place.file == at_fault


def test_every_code_of_content_has_a_bad_input() -> None:
    codes = {*source.ENTRIES, *content.ENTRIES, *resolve.ENTRIES, *matter.ENTRIES}
    shown = {path.name.split("--")[0] for path in FILES}
    assert codes - shown - ELSEWHERE == set()
