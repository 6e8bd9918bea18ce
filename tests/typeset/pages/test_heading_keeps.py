"""A heading never stands last on a page: what it heads comes with it, smaller where it must be (5.5)."""

from pathlib import Path

import msgspec
import pytest

from reportgen.drawing import Image, Page, Pages
from reportgen.theme import load_theme
from reportgen.typeset.pages.flow import paginate
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import FlowPiece
from support.every_kind import document_of, png
from support.marks_reading import own_runs
from support.project import write_project
from support.setting import pages_of_document

PAGE = load_theme("civic").page
GRID = PAGE.grid
LINES = round(PAGE.depth / GRID)
PLAIN = Piece(GRID, snap=True)
HEADING = msgspec.structs.replace(PLAIN, keep=2, before=GRID / 2)
LINE = "全市经济运行总体平稳，各项工作有序推进。"


def pages_of(folder: Path, blocks: str, page: str = "{opening: plain}") -> Pages:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"page: {page}\nsections: [sections/edu.yaml]\n"
    )
    project = write_project(folder, report=report, edu=f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n{blocks}")
    (project / "tall.png").write_bytes(png(20, 70))
    return pages_of_document(document_of(project))


def page_with(pages: Pages, words: str) -> Page:
    (page,) = [page for page in pages.pages if any(words in run.text for run in own_runs(page.marks))]
    return page


def picture_on(page: Page) -> Image:
    (image,) = [mark for mark in page.marks if isinstance(mark, Image)]
    return image


HEADINGS = "  - {kind: heading, text: 甲标题}\n  - {kind: heading, level: 3, text: 乙标题}\n"
PICTURE = "kind: picture, file: tall.png, alt: 图"


@pytest.mark.parametrize("headings", [1, 2, 3])
@pytest.mark.parametrize("caption", ["", ", caption: 图题"])
def test_a_picture_as_deep_as_a_page_leaves_room_for_its_headings(tmp_path: Path, headings: int, caption: str) -> None:
    stack = "".join(f"  - {{kind: heading, level: {2 + at}, text: 标题{at}}}\n" for at in range(headings))
    pages = pages_of(tmp_path, f"  - {LINE}\n" * 3 + stack + f"  - {{{PICTURE}{caption}}}\n")
    page = page_with(pages, f"标题{headings - 1}")
    image = picture_on(page)
    assert page is page_with(pages, "标题0")
    assert image.height > 0.8 * PAGE.depth, "no smaller than need be"
    assert image.height / image.width == pytest.approx(70 / 20)
    assert image.y + image.height <= page.height - PAGE.bottom + 0.01


def test_a_picture_as_deep_as_a_page_stands_below_the_name_of_its_department(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, HEADINGS + f"  - {{{PICTURE}}}\n").pages
    assert picture_on(page).height > 0.7 * PAGE.depth


def test_a_picture_in_a_remark_leaves_room_for_the_title(tmp_path: Path) -> None:
    remark = f"  - {{kind: callout, title: 提示题, blocks: [{{kind: heading, text: 甲标题}}, {{{PICTURE}}}]}}\n"
    pages = pages_of(tmp_path, f"  - {LINE}\n" * 3 + "  - {kind: heading, text: 乙标题}\n" + remark)
    page = page_with(pages, "甲标题")
    assert picture_on(page).height > 0.7 * PAGE.depth
    assert page is page_with(pages, "提示题") is page_with(pages, "乙标题")


def test_a_chart_as_deep_as_a_page_leaves_room_for_its_headings(tmp_path: Path) -> None:
    bars = ", ".join(f"第{number}项" for number in range(40))
    values = ", ".join(str(number) for number in range(1, 41))
    chart = f"  - {{kind: chart, type: bar, title: 图题, categories: [{bars}], series: [{{values: [{values}]}}]}}\n"
    pages = pages_of(tmp_path, f"  - {LINE}\n" * 3 + HEADINGS + chart, "{opening: plain, trim: A5}")
    assert page_with(pages, "甲标题") is page_with(pages, "乙标题") is page_with(pages, "图题")


@pytest.mark.parametrize("place", ["top", "bottom"])
@pytest.mark.parametrize("lines", [20, 25])
def test_a_float_that_is_all_a_heading_has_stands_below_it(tmp_path: Path, place: str, lines: int) -> None:
    picture = f"  - {{{PICTURE}, width: 0.5, place: {place}}}\n"
    pages = pages_of(tmp_path, f"  - {LINE}\n" * lines + HEADINGS + picture)
    page = page_with(pages, "乙标题")
    lowest = max(run.y for run in own_runs(page.marks) if "乙标题" in run.text)
    assert picture_on(page).y > lowest
    assert pages.pages[-1] is page


def laid(pieces: list[Piece], sections: list[int]) -> list[list[int]]:
    flow = [FlowPiece(piece, section, at) for at, (piece, section) in enumerate(zip(pieces, sections, strict=True))]
    return [[item.flow for item in sheet.items if item.flow >= 0] for sheet in paginate(flow, PAGE).sheets]


def test_a_float_below_its_heading_does_not_overtake_one_that_waits() -> None:
    waiting = Piece(GRID * 8, snap=True, place="top")
    own = Piece(GRID * 3, snap=True, place="bottom")
    pieces = [*[PLAIN] * (LINES - 7), waiting, HEADING, own]
    sheets = laid(pieces, [0] * len(pieces))
    order = [index for sheet in sheets for index in sheet]
    assert order.index(LINES - 7) < order.index(LINES - 5)
    assert next(sheet for sheet in sheets if LINES - 6 in sheet)[-1] == LINES - 5


def test_a_line_between_headings_is_the_better_end_of_a_page_than_a_heading() -> None:
    """A heading, a paragraph of a line, another heading with a picture that leaves no room for both."""
    picture = Piece((LINES - 3) * GRID, snap=True)
    sheets = laid([PLAIN, HEADING, PLAIN, HEADING, picture, PLAIN], [0] * 6)
    assert sheets == [[0, 1, 2], [3, 4, 5]]
