"""The specification's cases of sections 5.4 to 5.6 and 9, as listings of pages: which lines stand where.

Official pages have 22 lines. A paragraph of n lines is n stretches of Han with a forced break between.
"""

from pathlib import Path

import msgspec
import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Page
from reportgen.theme import load_theme
from reportgen.typeset import typeset
from reportgen.typeset.setting import baseline
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.page_listing import LINES, REPORT, above, filler, laid, listing, paragraph
from support.project import write_project
from support.setting import fonts

OFFICIAL = load_theme("official").page
CIVIC = load_theme("civic").page


@pytest.mark.parametrize(
    ("length", "starts", "stays"),
    [
        (5, 22, 0),  # 22-line page, paragraph of 5 that starts on line 22: moves to the next page
        (3, 21, 0),  # 3 lines that start on line 21: all move
        (4, 21, 2), (5, 21, 2), (4, 20, 2), (5, 20, 3), (5, 19, 3), (2, 22, 0), (2, 21, 2),
    ],
)  # fmt: skip
def test_no_line_of_a_paragraph_stands_alone(tmp_path: Path, length: int, starts: int, stays: int) -> None:
    blocks = filler(starts - 1 - above(tmp_path)) + paragraph("段", length) + filler(3)
    pages = laid(tmp_path / "case", blocks)
    names = [f"段{at}" for at in "一二三四五六七八九十"[:length]]
    assert [line for line in listing(pages.pages[0]) if line.startswith("段")] == names[:stays]
    assert listing(pages.pages[1])[: length - stays] == names[stays:]


def test_a_last_page_with_one_line_is_given_company(tmp_path: Path) -> None:
    pages = laid(tmp_path / "case", filler(LINES + 1 - above(tmp_path)))
    assert [listing(page)[-2:] for page in pages.pages] == [["填充。"] * 2] * 2
    assert len(listing(pages.pages[1])) == 2


@pytest.mark.parametrize("line", range(19, 23))
def test_a_heading_keeps_two_lines(tmp_path: Path, line: int) -> None:
    heading = "  - {kind: heading, level: 2, text: 标题}\n"
    pages = laid(tmp_path / "case", filler(line - 1 - above(tmp_path)) + heading + paragraph("段", 4) + filler(6))
    page = next(page for page in pages.pages if any("标题" in text for text in listing(page)))
    at = next(at for at, text in enumerate(listing(page)) if "标题" in text)
    assert listing(page)[at + 1 : at + 3] == ["段一", "段二"]
    assert (page is pages.pages[0]) == (line <= LINES - 2)


@pytest.mark.parametrize("line", range(17, 23))
def test_headings_in_a_row_are_one_with_two_lines_below_the_last(tmp_path: Path, line: int) -> None:
    stack = "".join(f"  - {{kind: heading, level: {level}, text: 标题{level}}}\n" for level in (2, 3, 4))
    pages = laid(tmp_path / "case", filler(line - 1 - above(tmp_path)) + stack + paragraph("段", 4))
    page = next(page for page in pages.pages if any("标题2" in text for text in listing(page)))
    at = next(at for at, text in enumerate(listing(page)) if "标题2" in text)
    found = listing(page)[at : at + 5]
    assert [text[-3:] for text in found] == ["标题2", "标题3", "标题4", "段一", "段二"]


def test_the_title_of_a_table_stays_with_it(tmp_path: Path) -> None:
    table = "  - {kind: table, title: 表题, columns: [甲, 乙], rows: [[一, 1], [二, 2], [三, 3]]}\n"
    for line in range(17, 23):
        pages = laid(tmp_path / str(line), filler(line - 1 - above(tmp_path)) + table)
        page = next(page for page in pages.pages if any("表题" in text for text in listing(page)))
        at = next(at for at, text in enumerate(listing(page)) if "表题" in text)
        assert len(listing(page)) > at + 2, "its header and a row at least"


@pytest.mark.parametrize("theme", ["civic", "official"])
def test_blank_above_a_heading_goes_at_the_head_of_a_page(tmp_path: Path, theme: str) -> None:
    heading = "  - {kind: heading, level: 2, text: 标题}\n"
    blocks = filler(2) + "  - {kind: pagebreak}\n" + heading + filler(2)
    page = laid(tmp_path / "broken", blocks, theme).pages[1]
    plain = laid(tmp_path / "plain", filler(2) + "  - {kind: pagebreak}\n" + filler(2), theme).pages[1]
    first = min(run.y for run in own_runs(page.marks))
    assert abs(first - min(run.y for run in own_runs(plain.marks))) < load_theme(theme).page.grid / 2


def baselines(page: Page, size: float) -> list[float]:
    return sorted({round(run.y, 3) for run in own_runs(page.marks) if run.size == size})


def on_grid(y: float, theme: str) -> float:
    """How far a body baseline stands from the grid, in points."""
    page = load_theme(theme).page
    size = load_theme(theme).style("body").size
    offset = (y - page.top - baseline(page.grid, size, load_theme(theme).typography.drop)) / page.grid
    return abs(offset - round(offset)) * page.grid


BETWEEN = {
    "a heading of two lines": "  - {kind: heading, level: 2, text: " + "很长的标题" * 14 + "}\n",
    "a table": "  - {kind: table, columns: [甲, 乙], rows: [[一, 1], [二, 2], [三, 3], [四, 4], [五, 5]]}\n",
    "a fallback face": "  - 𬭎𣲗河边的字。\n",
    "dots and weight": "  - 甲*着重号*乙**黑体**丙。\n",
    "a note": "  - 甲乙丙^[注文。]丁。\n",
    "mixed text": "  - GDP of 5.2% 与 CO₂。\n",
    "a quotation": "  - {kind: quote, text: 引文引文。}\n",
    "a list": "  - {kind: bullets, items: [甲, 乙]}\n",
    "a callout": "  - {kind: callout, title: 说明, blocks: [文字。]}\n",
}


@pytest.mark.parametrize("theme", ["civic", "official"])
@pytest.mark.parametrize("what", BETWEEN)
def test_body_lines_come_back_to_the_grid(tmp_path: Path, theme: str, what: str) -> None:
    pages = laid(tmp_path, filler(3) + BETWEEN[what] + "  - 正文回到网格。\n", theme)
    size = load_theme(theme).style("body").size
    body = ("填充。", "正文回到网格。")
    runs = [run for page in pages.pages for run in own_runs(page.marks)]
    found = [run.y for run in runs if run.text in body and run.size == size]
    assert len(found) == 4
    assert max(on_grid(y, theme) for y in found) < 0.1


def test_lines_of_facing_pages_stand_at_equal_heights(tmp_path: Path) -> None:
    blocks = (filler(7) + BETWEEN["a table"] + BETWEEN["a heading of two lines"]) * 6
    pages = laid(tmp_path, blocks, "civic")
    grid = CIVIC.grid
    rows = [
        {round((run.y - CIVIC.top) / grid % 1, 3) for run in own_runs(page.marks) if run.text == "填充。"}
        for page in pages.pages
    ]
    assert len(rows) > 3
    assert len(set().union(*rows)) == 1


def test_a_table_of_a_fraction_of_lines_takes_the_whole_line(tmp_path: Path) -> None:
    """9: a table of 7.3 pitches takes 8."""
    for rows in range(1, 9):
        table = "  - {kind: table, columns: [甲], rows: [" + ", ".join(["[一]"] * rows) + "]}\n"
        pages = laid(tmp_path / str(rows), filler(2) + table + filler(2), "civic")
        y = baselines(pages.pages[0], 10.5)
        body = sorted(run.y for run in own_runs(pages.pages[0].marks) if run.text == "填充。")
        gap = (body[2] - body[1]) / CIVIC.grid
        assert y
        assert abs(gap - round(gap)) < 0.01
        height = rows * 16.2
        assert gap * CIVIC.grid > height, "nothing overlaps"


def test_the_order_of_widow_control_holds_for_lists(tmp_path: Path) -> None:
    item = "甲" * 70
    blocks = filler(LINES - 1 - above(tmp_path)) + f"  - {{kind: bullets, items: [{item}]}}\n"
    pages = laid(tmp_path / "case", blocks)
    assert "甲" not in "".join(listing(pages.pages[0]))


def test_widow_control_is_a_choice(tmp_path: Path) -> None:
    theme = load_theme("official")
    loose = msgspec.structs.replace(
        theme, typography=msgspec.structs.replace(theme.typography, widow_control=False, last_page=0.0)
    )
    blocks = filler(LINES - 1 - above(tmp_path)) + paragraph("段", 5)
    text = f"id: edu\nname: 局\nshort: 局\nnumbered: false\nblocks:\n{blocks}"
    report = REPORT.replace("{theme}", "official").replace("{{", "{").replace("}}", "}")
    document = document_of(write_project(tmp_path / "case", report=report, edu=text))
    first = typeset(document, loose, fonts(), {}, Diagnostics()).pages[0]
    assert listing(first)[-1] == "段一"
