"""What the typographic rules say of a small report."""

from pathlib import Path

from reportgen.checks import check_typography
from reportgen.content import load_project, place_of
from reportgen.diagnostics import Diagnostic, Diagnostics, Place
from reportgen.resolve import resolve
from support.project import INDICATORS, REPORT, write_project

BARE = "id: edu\nname: 示例市教育局\nblocks:\n"


def checked(folder: Path, **changes: str) -> list[tuple[Diagnostic, Place]]:
    """Every finding in a project with these files (see ``write_project``), with its place, in order of place."""
    write_project(folder, **changes)
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None and not len(sink), list(sink)
    document = resolve(loaded.booklet, sink)
    assert not len(sink), list(sink)
    check_typography(document, loaded.sources, sink)
    found = []
    for one in sink:
        place = place_of(one.where, loaded.sources)
        assert place is not None
        found.append((one, place))
    return sorted(found, key=lambda pair: (pair[1], pair[0].code))


def said_of(folder: Path, blocks: str, **changes: str) -> list[tuple[str, str, int, int]]:
    """(rule, what is quoted, line, column) for a section with these blocks; its blocks begin in line 4."""
    found = checked(folder, edu=BARE + blocks, indicators=INDICATORS, **{"report": REPORT, **changes})
    for _, place in found:
        assert place.file == "sections/edu.yaml", place
    return [(one.code, one.arguments["written"], place.line, place.column) for one, place in found]
