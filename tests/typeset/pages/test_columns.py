"""Text in columns (typography specification 8.4): measure, balance, what stays together, pages."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.drawing import GlyphRun, Page, Pages
from reportgen.theme import load_theme
from reportgen.typeset.pages.columns import ColumnGrid, columns_piece
from reportgen.typeset.pages.piece import Piece, split
from reportgen.typeset.setting import baseline
from support.every_kind import document_of
from support.marks_reading import own_runs, own_text
from support.project import write_project
from support.setting import pages_of_document, set_blocks

THEME = load_theme("civic")
GRID, EM = THEME.page.grid, 10.5
PLAIN = "{opening: plain}"
SENTENCE = "全市经济运行总体平稳各项工作有序推进"


def paragraph(lines: int, width: int = 18) -> str:
    """A paragraph of so many lines in a column of ``width`` characters, that many to the last but two."""
    count = lines * width - 2 - 2
    return (SENTENCE * (count // len(SENTENCE) + 1))[:count]


def columns(*blocks: str, count: int = 2) -> str:
    return f"  - kind: columns\n    count: {count}\n    blocks:\n" + "".join(f"      - {one}\n" for one in blocks)


def left_of(page: Page) -> float:
    return THEME.page.inner if int(page.label) % 2 else THEME.page.outer


def column_lines(page: Page, at: int) -> list[tuple[float, str]]:
    """The lines of column ``at`` of two: baseline and text; the section's name aside."""
    step = 20 * EM
    found: dict[float, str] = {}
    for run in own_runs(page.marks):
        if run.size < 12 and int((run.x - left_of(page) + 1) / step) == at:
            found[round(run.y, 1)] = found.get(round(run.y, 1), "") + run.text
    return sorted(found.items())


def test_columns_are_whole_characters_wide_and_two_apart(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, columns(paragraph(5), paragraph(5)), page=PLAIN).pages[0]
    runs = [run for run in own_runs(page.marks) if run.size == EM]
    edges = sorted({round((run.x - left_of(page)) / EM, 2) for run in runs})
    assert edges == [0.0, 2.0, 20.0, 22.0]
    full = [run for run in runs if len(run.glyphs) == 18]
    assert full, "a full line holds eighteen characters, without a gap opened"
    assert all(run.spacing == 0 and not run.shifts for run in full)


def test_what_whole_characters_leave_over_goes_to_the_gutter(tmp_path: Path) -> None:
    page = set_blocks(
        tmp_path, columns(paragraph(5, 13), paragraph(5, 13)), page="{trim: A5, opening: plain}"
    ).pages[0]  # fmt: skip
    runs = [run for run in own_runs(page.marks) if run.size == EM]
    left = min(run.x for run in runs)
    assert {round((run.x - left) / EM, 2) for run in runs} == {0.0, 2.0, 16.0, 18.0}  # 29 = 13 + 3 + 13
    assert max(len(run.glyphs) for run in runs) == 13


@pytest.mark.parametrize("lines", [(5, 5), (7, 4), (3, 3, 3), (9, 2), (6, 6, 6, 6), (12,)])
def test_columns_are_as_long_as_each_other(tmp_path: Path, lines: tuple[int, ...]) -> None:
    page = set_blocks(tmp_path, columns(*map(paragraph, lines)), page=PLAIN).pages[0]
    first, last = column_lines(page, 0), column_lines(page, 1)
    assert len(first) + len(last) == sum(lines)
    assert len(first) >= len(last) >= len(first) - 3
    assert [y for y, _ in last] == [y for y, _ in first][: len(last)], "lines stand beside each other"


@pytest.mark.parametrize("lines", [(1, 2), (1, 3)])
def test_a_short_first_column_is_better_than_none_beside_it(tmp_path: Path, lines: tuple[int, ...]) -> None:
    page = set_blocks(tmp_path, columns(*map(paragraph, lines)), page=PLAIN).pages[0]
    assert [len(column_lines(page, at)) for at in (0, 1)] == list(lines)


def test_lines_in_columns_stand_on_the_grid_of_the_page(tmp_path: Path) -> None:
    heading = "{kind: heading, text: 小标题, level: 3}"
    blocks = f"  - {paragraph(2, 38)}\n" + columns(paragraph(4), heading, paragraph(4), paragraph(6)) + "  - 后文。\n"
    page = set_blocks(tmp_path, blocks, page=PLAIN).pages[0]
    for run in own_runs(page.marks):
        if run.size == EM and run.face == "song-regular":
            offset = (run.y - THEME.page.top - baseline(GRID, EM)) / GRID
            assert abs(offset - round(offset)) * GRID < 0.1, run.text


def check_column(lines: list[str], starts: set[str], ends: set[str]) -> None:
    """No heading and no first line of a paragraph is a column's last, no last line its first."""
    assert "题" not in lines[-1]
    assert not any(lines[-1].startswith(one) for one in starts)
    assert not any(lines[0].endswith(one) for one in ends)


@pytest.mark.parametrize("first", range(2, 9))
def test_no_heading_and_no_line_is_parted_from_its_own_in_a_column(tmp_path: Path, first: int) -> None:
    marked = "甲" + paragraph(5)[2:] + "乙"
    heading = "{kind: heading, text: 标题, level: 3}"
    blocks = columns(paragraph(first), heading, marked, marked)
    page = set_blocks(tmp_path, blocks, page=PLAIN).pages[0]
    for at in (0, 1):
        check_column([text for _, text in column_lines(page, at)], {"甲"}, {"乙"})


@pytest.mark.parametrize("before", range(20, 34, 2))
def test_long_columns_go_on_over_pages_in_reading_order(tmp_path: Path, before: int) -> None:
    marked = ["甲" + paragraph(5)[2:] + "乙"] * 40
    line = f"  - {SENTENCE}。\n"
    pages = set_blocks(tmp_path, line * before + columns(*marked) + line, page=PLAIN)
    assert own_text(pages) == "一、示例局" + (SENTENCE + "。") * before + "".join(marked) + SENTENCE + "。"
    assert len(pages.pages) >= 3
    bottom = THEME.page.height - THEME.page.bottom
    for page in pages.pages:
        assert all(run.y < bottom for run in own_runs(page.marks))
    for page in pages.pages[1:-1]:
        for at in (0, 1):
            lines = column_lines(page, at)
            check_column([text for _, text in lines], {"甲"}, {"乙"})
            assert lines[-1][0] > bottom - 3 * GRID, "pages are filled"
    last = pages.pages[-1]
    assert len(column_lines(last, 0)) >= len(column_lines(last, 1)) - 1


def test_a_heading_stays_with_the_columns_below_it(tmp_path: Path) -> None:
    for before in range(28, 34):
        blocks = f"  - {SENTENCE}。\n" * before + "  - {kind: heading, text: 标题在此}\n" + columns(*[paragraph(5)] * 3)
        pages = set_blocks(tmp_path / str(before), blocks, page=PLAIN)
        for page in pages.pages:
            runs = list(own_runs(page.marks))
            for run in runs:
                if "标题在此" in run.text:
                    assert sum(1 for other in runs if other.y > run.y + 1) >= 4
                    below = min(other.y for other in runs if other.y > run.y + 1)
                    assert below - run.y < 1.5 * GRID


def test_three_columns(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, columns(*[paragraph(4, 11)] * 6, count=3), page=PLAIN).pages[0]
    runs = [run for run in own_runs(page.marks) if run.size == EM]
    lefts = sorted({round((run.x - left_of(page)) / EM, 2) for run in runs})
    assert lefts == [0.0, 2.0, 13.5, 15.5, 27.0, 29.0]  # 38 = 11 + 2.5 + 11 + 2.5 + 11
    assert len({run.y for run in runs}) == 8


def test_a_note_in_columns_stands_at_the_foot_of_its_page(tmp_path: Path) -> None:
    section = "id: edu\nname: 示例局\nblocks:\n" + columns(
        *[paragraph(5)] * 30, f"有注的一段^[注文在此。]{SENTENCE}", *[paragraph(5)] * 8
    )
    pages = pages_of_document(document_of(write_project(tmp_path, edu=section)))
    with_mark = [number for number, page in enumerate(pages.pages) if "有注的一段" in text_of(page)]
    with_note = [number for number, page in enumerate(pages.pages) if "注文在此" in text_of(page)]
    assert with_mark == with_note and len(with_mark) == 1


def text_of(page: Page) -> str:
    return "".join(mark.text for mark in page.marks if isinstance(mark, GlyphRun))


def test_contents_know_the_page_of_a_heading_in_columns(tmp_path: Path) -> None:
    contents = "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 2}\n"
    heading = "{kind: heading, text: 栏里标题}"
    section = "id: edu\nname: 示例局\nblocks:\n" + columns(*[paragraph(5)] * 30, heading, *[paragraph(5)] * 8)
    project = write_project(tmp_path, edu=section)
    (project / "sections/contents.yaml").write_text(contents, encoding="utf-8")
    pages: Pages = pages_of_document(document_of(project))
    page = next(one for one in pages.pages if any("栏里标题" in run.text for run in own_runs(one.marks)))
    listing = next(one for one in pages.pages if "目录" in text_of(one))
    row = next(mark.y for mark in listing.marks if isinstance(mark, GlyphRun) and "栏里标题" in mark.text)
    said = [mark.text for mark in listing.marks if isinstance(mark, GlyphRun) and abs(mark.y - row) < 1]
    assert page.label in said


pieces = st.lists(
    st.builds(
        Piece, height=st.sampled_from([9.0, 18.0, 18.0, 18.0, 36.0, 90.0]), before=st.sampled_from([0.0, 0.0, 9.0]),
        after=st.sampled_from([0.0, 0.0, 18.0]), keep=st.integers(0, 2), snap=st.booleans(),
    ),
    min_size=1, max_size=60,
)  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True)
@given(pieces, st.integers(2, 3), st.sampled_from([100.0, 180.0, 300.0]))
def test_every_piece_is_set_once_in_order_and_no_column_is_deeper_than_its_room(
    given: list[Piece], count: int, room: float
) -> None:
    # each is told from the others by a mark of its own
    own = tuple(Piece(one.height, before=one.before, after=one.after, keep=one.keep, snap=one.snap, anchors=(str(n),))
                for n, one in enumerate(given))  # fmt: skip
    left: Piece | None = columns_piece(own, ColumnGrid(count, 200.0, GRID, room))
    seen: list[str] = []
    while left is not None:
        parts = split(left, room) if left.height > room else None
        if parts is None:
            seen += [name for _, _, one in left.inner for name in one.anchors]
            break
        head, left = parts
        assert head.height <= room + 0.02
        for (x, y, one), (next_x, next_y, _) in pairwise(head.inner):
            assert next_x > x or next_y >= y + one.height - 0.01
        seen += [name for _, _, one in head.inner for name in one.anchors]
    assert seen == [str(number) for number in range(len(own))]


def test_columns_of_many_pages_lose_nothing(tmp_path: Path) -> None:
    marked = [f"第{number}段" + paragraph(5)[6:] for number in range(300)]
    pages = set_blocks(tmp_path, columns(*marked), page=PLAIN)
    assert len(pages.pages) > 20
    assert own_text(pages) == "一、示例局" + "".join(marked)


@pytest.mark.parametrize("whole", [19, 22])
def test_columns_whose_rest_just_fills_a_page_are_all_on_it(whole: int) -> None:
    """Depths are sums of fractions of a point: what is a page deep must not be taken for more."""
    grid = load_theme("official").page.grid
    for first in range(6, whole):
        lines = tuple(Piece(grid, snap=True, anchors=(str(at),)) for at in range(2 * whole + 2 * first))
        long = columns_piece(lines, ColumnGrid(2, 200.0, grid, whole * grid))
        parts = split(long, first * grid)
        assert parts is not None
        found = [piece.anchors[0] for part in parts for _, _, piece in part.inner]
        assert found == [str(at) for at in range(len(lines))]
