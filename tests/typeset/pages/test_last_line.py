"""The last page of a department never holds a single line where that can be helped (5.4)."""

from pathlib import Path

import msgspec
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Begin, End, Image, Page, Pages, Rect
from reportgen.model.runs import Run
from reportgen.theme import load_theme
from reportgen.typeset.pages.flow import paginate
from reportgen.typeset.pages.foot import Foot
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import FlowPiece, Sheet
from reportgen.typeset.text import Look, TextSetting, set_line
from support.every_kind import document_of, png
from support.marks_reading import all_text, own_runs
from support.project import write_project
from support.setting import fonts, pages_of_document, set_blocks

THEME = load_theme("civic")
PAGE = THEME.page
GRID = PAGE.grid
LINES = round(PAGE.depth / GRID)
RULE = Piece(12.0)
PLAIN = Piece(GRID, snap=True)
LINE = "全市经济运行总体平稳，各项工作有序推进。"


def marked(note: int) -> Piece:
    """A line of text with the mark of ``note``."""
    setting = TextSetting(fonts(), Diagnostics(), THEME.typography)
    look = Look("song-regular", "song-semibold", 10.5, "#000000", "#000000", False)
    return Piece(GRID, ((0.0, 13.5, set_line(setting, [Run("字"), Run("①", note=note)], look)),), snap=True)


def foot(*lengths: int) -> Foot:
    notes = [tuple(Piece(12.0) for _ in range(length)) for length in lengths]
    return Foot(lambda number: notes[number - 1], RULE)


def laid(pieces: list[Piece], notes: Foot | None = None) -> list[Sheet]:
    flow = [FlowPiece(piece, 0, index) for index, piece in enumerate(pieces)]
    return paginate(flow, PAGE, foot=notes).sheets


def flows(sheet: Sheet) -> list[int]:
    return [item.flow for item in sheet.items if item.flow >= 0]


def notes_on(sheet: Sheet) -> int:
    return sum(item.flow < 0 and item.piece is not RULE for item in sheet.items)


def test_lines_are_brought_over_from_a_page_with_notes() -> None:
    """Two lines of the page are the note's and its rule's."""
    last = LINES - 2
    first, second = laid([marked(1), *[PLAIN] * last], foot(1))
    assert (flows(first)[-1], flows(second)) == (last - 2, [last - 1, last])
    assert (notes_on(first), notes_on(second)) == (1, 0)


def test_a_line_that_is_brought_over_takes_its_note_along() -> None:
    last = LINES - 2
    pieces = [marked(1), *[PLAIN] * (last - 2), marked(2), PLAIN]
    first, second = laid(pieces, foot(1, 1))
    assert (flows(first)[-1], flows(second)) == (last - 2, [last - 1, last])
    assert (notes_on(first), notes_on(second)) == (1, 1)


def test_a_line_with_a_note_is_given_company_above_it() -> None:
    pieces = [*[PLAIN] * LINES, marked(1)]
    first, second = laid(pieces, foot(2))
    assert flows(second) == [LINES - 1, LINES]
    assert notes_on(second) == 2
    assert flows(first)[-1] == LINES - 2


def test_a_table_that_fills_the_page_before_gives_rows_with_its_header(tmp_path: Path) -> None:
    found = 0
    for count in range(25, 40):
        rows = "".join(f"      - [第{number}行, {number}]\n" for number in range(count))
        table = f"  - kind: table\n    title: 长表\n    columns: [甲项, 乙项]\n    rows:\n{rows}"
        pages = set_blocks(tmp_path / str(count), table + "  - 末行。\n", page="{opening: plain}").pages
        if len(pages) == 1 or "第0行" not in all_text(pages[-2]):
            continue
        found += 1
        last = all_text(pages[-1])
        assert "末行" in last
        if last.count("行") == 1:
            pytest.fail(f"{count} rows: a single line on the last page")
        assert last.count("行") >= 3, "two rows at least, and the line"
        assert "续表1" in last and "甲项" in last
        rules = [mark for mark in pages[-2].marks if isinstance(mark, Rect) and mark.height == 0.8]
        lowest = max(run.y for run in own_runs(pages[-2].marks))
        assert any(0 < mark.y - lowest < GRID for mark in rules), "the part above is closed by its rule"
    assert found >= 3


def picture_pages(folder: Path, blocks: str) -> Pages:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        "page: {opening: plain, department_page: next}\nsections: [sections/edu.yaml]\n"
    )
    project = write_project(folder, report=report, edu=f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n{blocks}")
    (project / "tall.png").write_bytes(png(20, 70))
    return pages_of_document(document_of(project))


def picture_on(page: Page) -> Image:
    (image,) = [mark for mark in page.marks if isinstance(mark, Image)]
    return image


@pytest.mark.parametrize("words", ["末行。", "末行^[末注]。"])
def test_a_picture_that_fills_the_page_before_makes_room_for_the_line(tmp_path: Path, words: str) -> None:
    picture = "  - {kind: picture, file: tall.png, alt: 图, caption: 图题}\n"
    before = f"  - {LINE}\n" * 3 + "  - {kind: heading, text: 标题}\n"
    pages = picture_pages(tmp_path, f"{before}{picture}  - '{words}'\n").pages
    alone = picture_on(picture_pages(tmp_path / "alone", before + picture).pages[-1])
    image = picture_on(pages[-1])
    assert "末行" in all_text(pages[-1])
    assert 0.85 * alone.height < image.height < alone.height
    assert image.height / image.width == pytest.approx(alone.height / alone.width)
    (line,) = [run for run in own_runs(pages[-1].marks) if "末行" in run.text]
    (caption,) = [run for run in own_runs(pages[-1].marks) if "图题" in run.text]
    assert image.y + image.height < caption.y < line.y < PAGE.height - PAGE.bottom
    assert (line.y - PAGE.top - 13.5) / GRID == pytest.approx(round((line.y - PAGE.top - 13.5) / GRID), abs=0.01)


def test_a_picture_is_not_made_small_for_a_line(tmp_path: Path) -> None:
    """Two paragraphs of a line each have company already."""
    picture = "  - {kind: picture, file: tall.png, alt: 图, caption: 图题}\n"
    pages = picture_pages(tmp_path, f"  - {LINE}\n" * 3 + picture + "  - 末行。\n  - 又一行。\n").pages
    alone = picture_pages(tmp_path / "alone", f"  - {LINE}\n" * 3 + picture).pages
    assert picture_on(pages[1]) == picture_on(alone[1])
    assert "末行" in all_text(pages[2]) and "又一行" in all_text(pages[2])


def test_contents_that_settle_leave_a_smaller_picture_as_it_is(tmp_path: Path) -> None:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        "page: {opening: plain}\nsections: [sections/contents.yaml, sections/edu.yaml]\n"
    )
    blocks = f"  - {LINE}\n" * 3 + "  - {kind: heading, text: 标题}\n"
    blocks += "  - {kind: picture, file: tall.png, alt: 图, caption: 图题}\n  - 末行。\n"
    project = write_project(
        tmp_path, report=report, edu=f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n{blocks}",
        contents="id: contents\nrole: front\nblocks: [{kind: contents}]\n",
    )  # fmt: skip
    (project / "tall.png").write_bytes(png(20, 70))
    page = pages_of_document(document_of(project)).pages[-1]
    (caption,) = [run for run in own_runs(page.marks) if "图题" in run.text]
    image = picture_on(page)
    assert image.y + image.height < caption.y - 6
    assert "末行" in all_text(page)


def test_a_float_alone_on_the_page_before_makes_room_for_the_line() -> None:
    """It waited for a page of its own, and a line of its section is left behind it."""
    tall = Piece((LINES - 0.5) * GRID, over=(Begin("Figure", alt="图"), End()), snap=True, place="top")
    (first, second) = laid([*[PLAIN] * (LINES - 1), tall, PLAIN, PLAIN])
    assert flows(first) == [*range(LINES - 1), LINES]
    assert flows(second) == [LINES - 1, LINES + 1]
    assert second.items[1].y == (LINES - 1) * GRID


@pytest.mark.parametrize(("chain", "brought"), [(6, True), (7, False)])
def test_no_more_than_six_lines_are_brought_over_for_company(chain: int, brought: bool) -> None:
    """Lines that keep together go over together; a page is not emptied for one line."""
    kept = [msgspec.structs.replace(PLAIN, keep=1)] * (chain - 1)
    _, second = laid([*[PLAIN] * (LINES - chain), *kept, PLAIN, PLAIN])
    assert len(flows(second)) == (chain + 1 if brought else 1)


@pytest.mark.parametrize(("lines", "taken"), [(5, True), (6, False)])
def test_a_picture_is_made_no_smaller_than_by_a_seventh(lines: int, taken: bool) -> None:
    """A line of 18 points, a rule of 12 and as many lines of a note; 15 of 100 of the page are 91.8."""
    picture = Piece(LINES * GRID, over=(Begin("Figure", alt="图"), End()), snap=True)
    sheets = laid([picture, marked(1)], foot(lines))
    assert len(sheets) == (1 if taken else 2)
    assert (sheets[0].items[0].piece.height == LINES * GRID) is not taken
