"""Headings and openings: broken between words, on even lines; the blank above an opening; room for emphasis dots."""

from pathlib import Path

import msgspec
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Pages
from reportgen.model.words import inner_breaks
from reportgen.theme import load_theme
from reportgen.typeset import typeset
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.project import REPORT, write_project
from support.setting import fonts, pages_of_document, set_blocks

TITLE = "关于进一步加强政务服务标准化建设和数据共享交换平台运行管理工作情况的说明"


def lines(pages: Pages) -> list[tuple[float, float, str]]:
    """(x, y, text) of the lines of the first page."""
    found: dict[float, tuple[float, str]] = {}
    for run in own_runs(pages.pages[0].marks):
        x, text = found.get(run.y, (run.x, ""))
        found[run.y] = (x, text + run.text)
    return [(x, y, text) for y, (x, text) in sorted(found.items())]


def test_a_long_heading_is_broken_between_words_on_even_lines(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, f"  - {{kind: heading, text: {TITLE}}}\n  - 正文。\n", page="{opening: plain}")
    found = [text for _, _, text in lines(pages) if text in "（一）" + TITLE and len(text) > 4]
    assert len(found) == 2
    assert "".join(found) == "（一）" + TITLE
    assert len(found[0]) - 3 not in inner_breaks(TITLE)
    assert abs(len(found[0]) - len(found[1])) <= 6


def opening(tmp_path: Path, space: str) -> float:
    """Where the baseline of a plain opening's name stands at the head of its page."""
    theme = load_theme("civic")
    typography = msgspec.structs.replace(theme.typography, opening_space=space)
    theme = msgspec.structs.replace(theme, typography=typography, opening="plain")
    document = document_of(write_project(tmp_path))
    pages = typeset(document, theme, fonts(), {}, Diagnostics())
    return next(run.y for page in pages.pages for run in own_runs(page.marks) if run.size == 21)


def test_a_theme_may_keep_the_blank_above_an_opening(tmp_path: Path) -> None:
    before = load_theme("civic").style("section_name").before
    assert before > 0
    assert opening(tmp_path / "a", "keep") - opening(tmp_path / "b", "drop") == before


def test_emphasis_dots_without_room_between_the_lines_are_told(tmp_path: Path) -> None:
    told = {}
    for name, leading in (("close", "14pt"), ("open", "18pt")):
        sink = Diagnostics()
        report = (
            "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
            f"page: {{size: 10.5pt, leading: {leading}}}\nsections: [sections/edu.yaml]\n"
        )
        text = "id: edu\nname: 示例局\nshort: 示例局\nblocks: [甲*重点*乙]\n"
        document = document_of(write_project(tmp_path / name, report=report, edu=text))
        pages_of_document(document, sink)
        told[name] = [one.code for one in sink]
    assert told == {"close": ["typeset-dots"], "open": []}


@pytest.mark.parametrize("theme", ["civic", "bright"])
def test_what_a_headline_refers_to_is_seen_on_its_ground(tmp_path: Path, theme: str) -> None:
    """On a board of the colour that references have in the text it has the headline's own."""
    section = (
        "id: edu\nname: 示例局\nheadline: 一句话见[](#t1)\nblocks:\n"
        "  - {kind: table, id: t1, title: 表题, columns: [项], rows: [[一]]}\n"
    )
    pages = pages_of_document(document_of(write_project(tmp_path, report=f"{REPORT}theme: {theme}\n", edu=section)))
    runs = list(own_runs(pages.pages[-1].marks))
    (first,) = [run for run in runs if run.text.startswith("一句话见")]
    line = [run for run in runs if run.y == first.y]
    assert "".join(run.text for run in line).startswith("一句话见表1")
    assert {run.colour for run in line} == {first.colour}
