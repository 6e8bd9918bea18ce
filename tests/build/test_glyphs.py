"""A character that no face has is an error at each place where it is written, and only there."""

from pathlib import Path

import pytest

from reportgen.build.glyphs import check_glyphs
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.fonts import open_fonts
from support.project import SECTION, write_project

BOOK = open_fonts()


def found(folder: Path, section: str) -> list[tuple[str, str, int, int]]:
    loaded = load_project(write_project(folder, edu=section), Diagnostics())
    sink = Diagnostics()
    check_glyphs(loaded, BOOK, sink)
    assert {one.code for one in sink} <= {"font-glyph-missing"}
    return [(one.arguments["codepoint"], one.where.file, one.where.line, one.where.column) for one in sink]


def test_a_good_project_has_none(tmp_path: Path) -> None:
    assert found(tmp_path, SECTION) == []


def test_each_character_at_each_place(tmp_path: Path) -> None:
    section = "id: edu\nblocks:\n  - 甲\ue001乙\ue000丙\ue001\n  - |\n    行\n    行\ue000\n  - '\U000f0000'\n"
    assert found(tmp_path, section) == [
        ("U+E000", "sections/edu.yaml", 3, 8),
        ("U+E001", "sections/edu.yaml", 3, 6),
        ("U+E001", "sections/edu.yaml", 3, 10),
        ("U+E000", "sections/edu.yaml", 6, 6),
        ("U+F0000", "sections/edu.yaml", 7, 6),
    ]


def test_comments_do_not_count(tmp_path: Path) -> None:
    assert found(tmp_path, "# \ue000\nid: edu # \ue000\nblocks: []\n") == []


def test_a_character_written_by_its_number(tmp_path: Path) -> None:
    section = 'id: edu\nblocks:\n  - "甲\\ue000"\n  - \'不是转义 \\ue001\'\n  - "\\U000F0000"\n'
    assert found(tmp_path, section) == [
        ("U+E000", "sections/edu.yaml", 3, 5),
        ("U+F0000", "sections/edu.yaml", 5, 5),
    ]


@pytest.mark.parametrize("char", "\u3000\u00a0\u2009\u200b\ufeff")
def test_blanks_need_no_glyph(tmp_path: Path, char: str) -> None:
    assert found(tmp_path, f"id: edu\nblocks:\n  - 甲{char}乙\n") == []
