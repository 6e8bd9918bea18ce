"""Notes are numbered as a reader meets them, also where cells go on together or a float waits for its page."""

from pathlib import Path

import pytest

from reportgen.drawing import Anchor, LinkArea, Page, Pages
from support.marks_reading import own_runs
from support.setting import set_blocks

PLAIN = "{opening: plain}"
LINE = "全市经济运行总体平稳，各项工作有序推进。"
CIRCLED = "①②③④⑤⑥⑦⑧"


def long_cell(mark: str, notes: dict[int, str], count: int = 60) -> str:
    """Many sentences; those numbered in ``notes`` have a note of these words."""
    said = {number: f"^[{words}]" for number, words in notes.items()}
    return "".join(f"{mark}{number}{LINE}{said.get(number, '')}" for number in range(count))


def table(*rows: str) -> str:
    head = "    columns: [{title: 左栏, width: 1}, {title: 右栏, width: 1}]\n"
    return f"  - kind: table\n    title: 长表\n{head}    rows:\n" + "".join(f"      - {row}\n" for row in rows)


def marks_on(page: Page) -> str:
    return "".join(run.text for run in own_runs(page.marks) if run.text and run.text in CIRCLED)


def feet(pages: Pages) -> list[str]:
    """What stands at each page's foot."""
    return ["".join(run.text for run in own_runs(page.marks, notes=True)) for page in pages.pages]


def assert_linked(pages: Pages) -> None:
    """Every mark leads to a note on its own page, and back."""
    for page in pages.pages:
        names = {mark.name for mark in page.marks if isinstance(mark, Anchor)}
        leads = [mark.target[1:] for mark in page.marks if isinstance(mark, LinkArea)]
        assert set(leads) <= names
        assert sum(lead.startswith("note") for lead in leads) == len(marks_on(page))


def test_notes_of_a_row_over_two_pages_are_numbered_page_by_page(tmp_path: Path) -> None:
    left = long_cell("甲", {1: "左一", 50: "左二"})
    right = long_cell("乙", {2: "右一", 51: "右二"})
    pages = set_blocks(tmp_path, table(f"['{left}', '{right}']") + "  - 末段^[末注]。\n", page=PLAIN)
    assert [marks_on(page) for page in pages.pages] == ["①②", "③④⑤"]
    assert feet(pages) == ["①左一②右一", "③左二④右二⑤末注"]
    assert_linked(pages)


def test_notes_of_a_cell_beside_many_rows_are_numbered_page_by_page(tmp_path: Path) -> None:
    tall = long_cell("甲", {50: "高格"})
    rows = [f"[{{text: '{tall}', rows: 60}}, '第0行^[首行]']", *(f"['第{number}行']" for number in range(1, 60))]
    pages = set_blocks(tmp_path, table(*rows), page=PLAIN)
    assert "".join(marks_on(page) for page in pages.pages) == "①②"
    assert "".join(feet(pages)) == "①首行②高格"
    assert_linked(pages)


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_the_note_of_a_float_that_waits_is_numbered_on_the_page_where_it_stands(tmp_path: Path, place: str) -> None:
    chart = (
        "  - {kind: chart, type: column, title: '图题^[图注]', categories: [甲, 乙], series: [{values: [1, 2]}], "
        f"place: {place}}}\n"
    )
    before = f"  - {LINE}\n" * 24
    pages = set_blocks(tmp_path, before + chart + "  - '文^[正文注]。'\n" + f"  - {LINE}\n" * 20, page=PLAIN)
    assert [marks_on(page) for page in pages.pages] == ["①", "②"]
    assert feet(pages) == ["①正文注", "②图注"]
    assert_linked(pages)


def test_a_numbering_that_changed_once_stays_for_the_next_section(tmp_path: Path) -> None:
    left = long_cell("甲", {50: "左"})
    right = long_cell("乙", {2: "右"})
    pages = set_blocks(tmp_path, table(f"['{left}', '{right}']", "['丙^[丙注]', 丁]"), page=PLAIN)
    assert "".join(feet(pages)) == "①右②左③丙注"
    assert_linked(pages)
