"""Table rows that are too tall to stay whole, as a reader finds them on the pages."""

from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page, Pages, Rect
from reportgen.theme import load_theme
from support.marks_reading import all_text, own_runs
from support.setting import set_blocks

THEME = load_theme("civic")
PLAIN = "{opening: plain}"
LINE = "全市经济运行总体平稳，各项工作有序推进。"
STEP = THEME.looks.table.step * THEME.style("table_body").leading
LEFT = [THEME.page.outer, THEME.page.inner]  # of the type area on even and odd pages


def long_text(mark: str, count: int) -> str:
    return "".join(f"{mark}{number}{LINE}" for number in range(count))


def table(*rows: str, head: str = "    columns: [{title: 左栏, width: 1}, {title: 右栏, width: 1}]\n") -> str:
    return f"  - kind: table\n    title: 长表\n{head}    rows:\n" + "".join(f"      - {row}\n" for row in rows)


def column(page: Page, at: int) -> dict[float, str]:
    """The lines of the table's left (0) or right (1) half on a page by their baselines, captions and headers aside."""
    middle = page.width / 2 + (LEFT[int(page.label) % 2] - LEFT[(int(page.label) + 1) % 2]) / 2
    found: dict[float, str] = {}
    for run in own_runs(page.marks):
        if run.size == 8.5 and run.face == "hei-regular" and (run.x >= middle) == bool(at):
            found[round(run.y, 2)] = found.get(round(run.y, 2), "") + run.text
    return found


def joined(pages: Pages, at: int) -> str:
    return "".join(text for page in pages.pages for text in column(page, at).values())


def test_a_row_longer_than_a_page_goes_on_with_all_its_cells(tmp_path: Path) -> None:
    left, right = long_text("甲", 100), long_text("乙", 90)
    pages = set_blocks(tmp_path, table(f"['{left}', '{right}']"), page=PLAIN)
    assert len(pages.pages) == 3
    assert joined(pages, 0) == left
    assert joined(pages, 1) == right
    for page in pages.pages:
        assert all_text(page).count("左栏右栏") == 1, "the header comes again"
        ys = [sorted(column(page, at)) for at in (0, 1)]
        assert len(ys[0]) >= 2
        assert ys[1] == ys[0][: len(ys[1])], "the cells go on together, line by line"
        assert all(b - a == pytest.approx(STEP, abs=0.02) for a, b in zip(ys[0], ys[0][1:], strict=False))
        assert ys[0][-1] < page.height - THEME.page.bottom
    for page in pages.pages[1:]:
        assert "续表1\u3000长表" in all_text(page)


def test_every_part_of_a_row_is_closed_by_a_rule(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, table(f"['{long_text('甲', 100)}', 乙]"), page=PLAIN)
    for page in pages.pages:
        lowest = max(column(page, 0))
        rules = [mark for mark in page.marks if isinstance(mark, Rect) and mark.height == 0.8]
        below = [mark.y for mark in rules if mark.y > lowest]
        assert len(below) == 1
        assert 0.12 * 8.5 < below[0] - lowest < STEP


def test_a_band_goes_on_beneath_both_parts(tmp_path: Path) -> None:
    rows = [f"[第{number}行, '{number}']" for number in range(5)]
    rows[3] = f"['{long_text('甲', 120)}', '3']"
    pages = set_blocks(tmp_path, table(*rows), page=PLAIN)
    parts = 0
    for page in pages.pages:
        bands = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == THEME.colours["band"]]
        for run in own_runs(page.marks):
            if run.size == 8.5 and run.text.startswith(("甲", "全市")):
                assert any(band.y < run.y - 7 and run.y + 1 < band.y + band.height for band in bands), run.text
        parts += bool(bands)
    assert parts == 2


@pytest.mark.parametrize("before", range(24, 32))
def test_no_line_of_a_split_row_stands_alone(tmp_path: Path, before: int) -> None:
    text = long_text("甲", 28)
    pages = set_blocks(tmp_path, f"  - {LINE}\n" * before + table(f"['{text}', 乙]", "[丙, 丁]"), page=PLAIN)
    counts = [sum(1 for text in column(page, 0).values() if text != "丙") for page in pages.pages]
    assert joined(pages, 0) == text + "丙"
    assert all(count >= 2 for count in counts if count), counts


def test_a_row_of_a_third_of_a_page_stays_whole(tmp_path: Path) -> None:
    short = long_text("甲", 10)
    for before in range(20, 31, 2):
        blocks = f"  - {LINE}\n" * before + table(f"['{short}', 乙]", "[丙, 丁]")
        pages = set_blocks(tmp_path / str(before), blocks, page=PLAIN)
        found = ["".join(column(page, 0).values()) for page in pages.pages]
        assert [text for text in found if "甲" in text] == [short + "丙"]


def test_a_cell_over_many_rows_goes_on_over_the_page(tmp_path: Path) -> None:
    tall = long_text("甲", 60)
    rows = [f"[{{text: '{tall}', rows: 60}}, 第0行]", *(f"[第{number}行]" for number in range(1, 60))]
    pages = set_blocks(tmp_path, table(*rows), page=PLAIN)
    assert joined(pages, 0) == tall
    assert joined(pages, 1) == "".join(f"第{number}行" for number in range(60))
    for page in pages.pages:
        for run in page.marks:
            assert not isinstance(run, GlyphRun) or run.y < page.height - 40


def test_a_label_beside_more_rows_than_a_page_holds_stands_at_their_head(tmp_path: Path) -> None:
    rows = ["[{text: 全市, rows: 90}, 第0行]", *(f"[第{number}行]" for number in range(1, 90))]
    pages = set_blocks(tmp_path, table(*rows), page=PLAIN)
    assert len(pages.pages) >= 2
    first = column(pages.pages[0], 0)
    assert "".join(first.values()) == "全市"
    assert min(first) == pytest.approx(min(column(pages.pages[0], 1)))


def test_a_float_between_a_heading_and_a_row_of_many_pages_does_not_wait_for_its_end(tmp_path: Path) -> None:
    chart = (
        "  - {kind: chart, type: bar, title: 图题, unit: 所, categories: [甲, 乙], "
        "series: [{name: 子, values: [5, 3]}], place: bottom}\n"
    )
    row = f"['{long_text('甲', 700)}', 乙]"
    pages = set_blocks(tmp_path, f"  - {{kind: heading, text: 标题}}\n{chart}{table(row)}", page=PLAIN)
    assert len(pages.pages) > 5
    (at,) = [number for number, page in enumerate(pages.pages, 1) if "图题" in all_text(page)]
    assert at <= 2
