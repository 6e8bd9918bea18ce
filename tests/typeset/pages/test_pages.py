"""Pages as a reader finds them: what stays together, what comes again, where numbers stand."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, LinkArea, Page, Pages
from reportgen.theme import load_theme
from reportgen.typeset import typeset
from reportgen.typeset.pages.flow import paginate
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import FlowPiece
from reportgen.typeset.setting import baseline
from support.every_kind import document_of, write_every_kind
from support.marks_reading import all_text, own_runs
from support.project import REPORT, write_project
from support.setting import fonts, pages_of_document, set_blocks, theme_of

THEME = load_theme("civic")
GRID = THEME.page.grid
LINES = round(THEME.page.depth / GRID)
PLAIN = "{opening: plain}"
SENTENCE = "全市经济运行总体平稳，各项工作有序推进。"


def paragraphs(count: int, length: int = 1) -> str:
    return "".join(f"  - {SENTENCE * length}\n" for _ in range(count))


def body_lines(page: Page) -> list[str]:
    """The text of the page by baselines, furniture aside."""
    lines: dict[float, str] = {}
    for run in own_runs(page.marks):
        lines[round(run.y, 1)] = lines.get(round(run.y, 1), "") + run.text
    return [lines[y] for y in sorted(lines)]


def test_body_lines_stand_on_the_grid_on_every_page(tmp_path: Path) -> None:
    table = "  - {kind: table, columns: [项, 数], rows: [[甲, 1], [乙, 2], [丙, 3]]}\n"
    pages = set_blocks(tmp_path, (paragraphs(3, 4) + table) * 6, page=PLAIN)
    assert len(pages.pages) > 1
    for page in pages.pages:
        for run in own_runs(page.marks):
            if run.face == "song-regular" and run.size == 10.5:
                offset = (run.y - THEME.page.top - baseline(GRID, 10.5)) / GRID
                assert abs(offset - round(offset)) * GRID < 0.1, run.text


def test_justified_lines_end_on_the_measure(tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument  # the outlines themselves, not our own sums

    from reportgen.pdf import paint

    pages = set_blocks(tmp_path, paragraphs(1, 12), page=PLAIN)
    right = THEME.page.inner + THEME.page.measure
    text = PdfDocument(paint(pages, fonts()))[0].get_textpage()
    ends: dict[int, float] = {}
    for index in range(text.count_chars()):
        _, bottom, edge, top = text.get_charbox(index, loose=False)
        if text.get_text_range(index, 1).strip() and top > 300:
            ends[round(bottom / GRID)] = max(ends.get(round(bottom / GRID), 0.0), edge)
    inner = sorted(ends.values())[1:]
    assert len(inner) >= 5
    # a Han character's outline ends a little within its em, a mark's within its half
    assert all(right - 0.5 * 10.5 <= edge <= right + 0.5 for edge in inner if edge > right - 12), inner


@pytest.mark.parametrize("before", range(LINES - 6, LINES))
def test_a_heading_is_never_the_last_line_of_a_page(tmp_path: Path, before: int) -> None:
    blocks = paragraphs(before) + "  - {kind: heading, text: 标题在此}\n" + paragraphs(1, 8)
    pages = set_blocks(tmp_path, blocks, page=PLAIN)
    for page in pages.pages:
        lines = body_lines(page)
        for index, line in enumerate(lines):
            if "标题在此" in line:
                assert len(lines) - index > 2, "a heading keeps two lines of what follows"


@pytest.mark.parametrize("before", range(LINES - 8, LINES + 1))
def test_no_paragraph_leaves_one_line_alone(tmp_path: Path, before: int) -> None:
    marked = "甲" + SENTENCE * 9 + "乙"
    pages = set_blocks(tmp_path, paragraphs(before) + f"  - {marked}\n" + paragraphs(3), page=PLAIN)
    found = []
    for page in pages.pages:
        inside, count = False, 0
        for line in body_lines(page):
            inside = inside or line.startswith("甲") or (bool(found) and line == body_lines(page)[0])
            if inside:
                count += 1
            if line.endswith("乙"):
                break
        if count and (not found or "甲" not in all_text(page)):
            found.append(count)
    starts = [page for page in pages.pages if "甲" in all_text(page)]
    ends = [page for page in pages.pages if "乙" in all_text(page)]
    if starts[0] is not ends[0]:
        first = body_lines(starts[0])
        last = body_lines(ends[0])
        assert len(first) - next(i for i, line in enumerate(first) if "甲" in line) >= 2
        assert next(i for i, line in enumerate(last) if "乙" in line) >= 1


@pytest.mark.parametrize(("control", "lines"), [(True, 0), (False, 1)])
def test_a_theme_may_leave_lines_alone(tmp_path: Path, control: bool, lines: int) -> None:
    # one line is left on the first page when a paragraph of several begins
    blocks = paragraphs(LINES - 2) + f"  - 甲{SENTENCE * 6}\n"
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"page: {PLAIN}\nsections: [sections/edu.yaml]\n"
    )
    head = "id: edu\nname: 示例局\nshort: 示例局\nblocks:\n"
    document = document_of(write_project(tmp_path, report=report, edu=head + blocks))
    theme = theme_of(document)
    typography = msgspec.structs.replace(theme.typography, widow_control=control, last_page=0.0)
    found = []
    for more in range(4):  # the name above takes some lines of its own
        taken = blocks.split("\n", more)[-1]
        document = document_of(write_project(tmp_path / str(more), report=report, edu=head + taken))
        pages = typeset(
            document, msgspec.structs.replace(theme, typography=typography), fonts(), {}, Diagnostics()
        ).pages
        here = next(body_lines(page) for page in pages if "甲" in all_text(page))
        found.append(len(here) - next(index for index, line in enumerate(here) if "甲" in line))
    assert found.count(1) == lines


def rows(count: int) -> str:
    return "".join(f"      - [第{index}行, {index}]\n" for index in range(1, count + 1))


def test_a_table_over_pages_repeats_its_header_and_splits_between_rows(tmp_path: Path) -> None:
    blocks = (
        f"  - kind: table\n    title: 长表\n    columns: [项目, {{title: 数量, type: number}}]\n    rows:\n{rows(80)}"
    )
    pages = set_blocks(tmp_path, blocks, page=PLAIN)
    assert len(pages.pages) >= 3
    assert "表1\u3000长表" in all_text(pages.pages[0])
    for page in pages.pages[1:]:
        assert "续表1\u3000长表" in all_text(page)
    seen = []
    for page in pages.pages:
        assert all_text(page).count("项目数量") == 1
        numbers = [
            int(number) for number in re.findall(r"第(\d+)行", "".join(run.text for run in own_runs(page.marks)))
        ]
        assert len(numbers) >= 2, "no row stands alone"
        seen += numbers
    assert seen == list(range(1, 81))


def test_a_figure_is_not_broken_though_its_column_was_given_too_little(tmp_path: Path) -> None:
    blocks = (
        "  - kind: table\n    columns: [{title: 项, width: 30}, {title: 率, width: 1, type: number}]\n"
        "    rows: [[甲, '48.9%'], [乙, '1,234.5']]\n"
    )
    page = set_blocks(tmp_path, blocks, page=PLAIN).pages[0]
    assert {"48.9%", "1,234.5"} <= {run.text for run in own_runs(page.marks)}


def test_contents_have_the_pages_that_headings_stand_on_and_link_there(tmp_path: Path) -> None:
    document = document_of(write_every_kind(tmp_path))
    pages = pages_of_document(document)
    contents = next(page for page in pages.pages if "目录" in all_text(page))
    rows = {mark.target: mark for mark in contents.marks if isinstance(mark, LinkArea)}
    checked = 0
    for item in document.outline:
        if item.level != 1:
            continue
        area = rows["#" + item.anchor]
        number = next(
            run.text for run in contents.marks
            if isinstance(run, GlyphRun) and run.text.isdigit() and area.y <= run.y <= area.y + area.height
        )  # fmt: skip
        page = next(page for page in pages.pages if page.label == number)
        assert item.text in all_text(page)
        assert anchors(page) >= {item.anchor}
        checked += 1
    assert checked == 6


def anchors(page: Page) -> set[str]:
    from reportgen.drawing import Anchor

    return {mark.name for mark in page.marks if isinstance(mark, Anchor)}


def test_every_target_of_a_link_is_there(tmp_path: Path) -> None:
    pages = pages_of_document(document_of(write_every_kind(tmp_path)))
    known = set().union(*(anchors(page) for page in pages.pages))
    links = {mark.target for page in pages.pages for mark in page.marks if isinstance(mark, LinkArea)}
    assert {link[1:] for link in links if link.startswith("#")} <= known
    assert "mailto:a@example.cn" in links
    assert {entry.anchor for entry in pages.outline} <= known


def test_running_heads_and_folios(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, paragraphs(120), page=PLAIN)
    assert [page.label for page in pages.pages] == [str(number + 1) for number in range(len(pages.pages))]
    for index, page in enumerate(pages.pages):
        text = all_text(page)
        assert text.endswith(str(index + 1))
        assert ("示例局" + str(index + 1) in text) == (index > 0), "a page that opens a section has no running head"
        folio = [mark for mark in page.marks if isinstance(mark, GlyphRun)][-1]
        outer = THEME.page.outer
        assert folio.x > page.width / 2 if index % 2 == 0 else folio.x == pytest.approx(outer)


@pytest.mark.parametrize(("page", "head"), [("{}", "01\u3000示例局"), (PLAIN, "示例局")])
def test_a_running_head_has_the_number_of_its_departments_board(tmp_path: Path, page: str, head: str) -> None:
    pages = set_blocks(tmp_path, paragraphs(120), page=page)
    found = [mark for mark in pages.pages[1].marks if isinstance(mark, GlyphRun) and mark.y < THEME.page.top]
    assert "".join(mark.text for mark in found) == head


def test_a_name_too_long_for_a_running_head_ends_in_an_ellipsis(tmp_path: Path) -> None:
    section = f"id: edu\nname: {SENTENCE * 3}\nblocks:\n{paragraphs(120)}"
    found = pages_of_document(document_of(write_project(tmp_path, edu=section))).pages[4]
    head = [mark for mark in found.marks if isinstance(mark, GlyphRun) and mark.y < THEME.page.top]
    text = "".join(mark.text for mark in head)
    assert text.endswith("……")
    assert ("01\u3000" + SENTENCE * 3).startswith(text.removesuffix("……"))
    assert min(mark.x for mark in head) >= THEME.page.inner - 0.1


def test_facing_pages_mirror_their_margins(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, paragraphs(80, 3), page=PLAIN)
    lefts = [min(run.x for run in own_runs(page.marks)) for page in pages.pages]
    assert lefts[1] == pytest.approx(THEME.page.outer, abs=1)
    assert lefts[2] == pytest.approx(THEME.page.inner, abs=1)


def test_own_page_setup_is_kept_to(tmp_path: Path) -> None:
    setup = "{trim: A4, inner: 22mm, outer: 22mm, top: 25mm, bottom: 25mm, size: 11pt, leading: 19pt, opening: plain}"
    pages = set_blocks(tmp_path, paragraphs(60, 3), page=setup)
    page = pages.pages[1]
    assert (page.width, page.height) == (pytest.approx(595.28, abs=0.01), pytest.approx(841.89, abs=0.01))
    runs = [run for run in own_runs(page.marks) if run.size == 11]
    # the em boxes of the first and last lines lie in the type area, to a twentieth of an em
    assert min(run.y - 0.88 * 11 for run in runs) == pytest.approx(25 * 72 / 25.4, abs=0.6)
    assert max(run.y + 0.12 * 11 for run in runs) <= page.height - 25 * 72 / 25.4 + 0.6
    steps = {
        round(b - a, 2)
        for a, b in zip(sorted({run.y for run in runs}), sorted({run.y for run in runs})[1:], strict=False)
    }
    assert steps == {19.0}


def test_a_page_break_begins_a_page(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, "  - 甲在此。\n  - {kind: pagebreak}\n  - 乙在此。\n", page=PLAIN)
    assert ["甲在此" in all_text(page) for page in pages.pages] == [True, False]
    assert ["乙在此" in all_text(page) for page in pages.pages] == [False, True]


def test_what_cannot_be_split_and_is_taller_than_a_page_is_told_at_its_block(tmp_path: Path) -> None:
    section = (
        "id: edu\nname: 示例局\nblocks:\n  - 前文。\n"
        f"  - kind: table\n    columns: ['{SENTENCE * 130}', 乙]\n    rows: [[甲, 1]]\n"
    )
    document = document_of(write_project(tmp_path, edu=section))
    sink = Diagnostics()
    pages_of_document(document, sink)
    assert [(one.code, one.where.path) for one in sink] == [("typeset-too-tall", ("blocks", 1))]


@pytest.mark.parametrize("theme", ["civic", "bright"])
def test_a_headline_taller_than_a_page_is_told_at_the_headline(tmp_path: Path, theme: str) -> None:
    section = f"id: edu\nname: 示例局\nshort: 局\nheadline: {SENTENCE * 25}\nblocks:\n  - 字。\n"
    document = document_of(write_project(tmp_path, report=f"{REPORT}theme: {theme}\n", edu=section))
    sink = Diagnostics()
    pages_of_document(document, sink)
    found = [one.where for one in sink if one.code == "typeset-too-tall"]
    assert [where.path for where in found] == [("headline",)]


def test_an_unbreakable_word_in_a_narrow_cell_is_told_and_loses_nothing(tmp_path: Path) -> None:
    word = "A" * 120
    section = (
        "id: edu\nname: 示例局\nblocks:\n"
        f"  - kind: table\n    columns: [甲, 乙, 丙, 丁]\n    rows: [[{word}, {word}, 1, 1]]\n"
    )
    document = document_of(write_project(tmp_path, edu=section))
    sink = Diagnostics()
    pages = pages_of_document(document, sink)
    assert [one.code for one in sink] == ["typeset-overfull"]
    assert "".join(all_text(page) for page in pages.pages).count("A") == 240


flows = st.lists(
    st.builds(
        Piece, height=st.sampled_from([9.0, 18.0, 22.5, 36.0, 200.0]), before=st.sampled_from([0.0, 9.0, 18.0]),
        after=st.sampled_from([0.0, 18.0]), keep=st.integers(0, 3), snap=st.booleans(),
        page=st.sampled_from(["", "", "", "next", "recto"]), pliable=st.booleans(),
    ),
    min_size=1, max_size=60,
)  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True)
@given(flows)
def test_every_piece_is_placed_once_in_order_inside_the_type_area(pieces: list[Piece]) -> None:
    laid = paginate([FlowPiece(piece, 0, index) for index, piece in enumerate(pieces)], THEME.page)
    assert laid.too_tall == []
    placed = [item.flow for sheet in laid.sheets for item in sheet.items]
    assert placed == list(range(len(pieces)))
    for sheet in laid.sheets:
        below = 0.0
        for item in sheet.items:
            assert item.y >= below - 0.01
            if item.piece.snap:
                assert abs(item.y / GRID - round(item.y / GRID)) < 0.001
            below = item.y + item.piece.height
        assert below <= THEME.page.depth + 0.02
    page_of = {item.flow: sheet.number for sheet in laid.sheets for item in sheet.items}
    for index, piece in enumerate(pieces):
        if piece.page == "recto":
            assert page_of[index] % 2 == 1
        if piece.page and index:
            assert page_of[index] > page_of[index - 1]


def test_theme_has_a_style_for_every_role_that_is_asked_for(tmp_path: Path) -> None:
    """Every kind, openings on boards and plain: a role without a style is a KeyError."""
    document = document_of(write_every_kind(tmp_path))
    assert isinstance(pages_of_document(document), Pages)
    assert theme_of(document).style("body").size == 10.5


def test_size_and_leading_hold_together(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, paragraphs(20), page="{size: 24pt, leading: 40pt, opening: plain}")
    assert {run.size for page in pages.pages for run in own_runs(page.marks)} >= {24.0}
