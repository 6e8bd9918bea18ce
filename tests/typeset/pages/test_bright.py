"""Theme bright: covers, contents, tiles, boards and thumbs, whatever a report has; the words are the document's."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, LinkArea, Page, Rect
from reportgen.drawing import Path as PathMark
from reportgen.theme import load_theme
from support.document_words import document_words
from support.every_kind import document_of, write_every_kind
from support.marks_reading import all_text, own_text
from support.project import write_project
from support.setting import pages_of_document
from support.tasks import LONG, outside, overlapping, painted_boxes, write_tasks

BRIGHT = load_theme("bright")
FILLS = [hue.fill for hue in BRIGHT.hues]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u2002]+", "", text)


def test_the_words_are_those_of_the_document(tmp_path: Path) -> None:
    folder = write_every_kind(tmp_path / "every")
    report = folder / "report.yaml"
    report.write_text(report.read_text("utf-8") + "theme: bright\n", encoding="utf-8")
    document = document_of(folder)
    words = squeezed("".join(document_words(document, printed=True)))
    for number, ordinal in (("一、示例市", "01示例市"), ("二、示例市", "02示例市")):
        words = words.replace(number, ordinal)
    words = words.replace("一市教育局", "01市教育局").replace("二市民政局", "02市民政局")
    assert squeezed(own_text(pages_of_document(document))) == words


def departments(count: int) -> list[list[float]]:
    return [[40.0 + index, 80.0] if index % 3 else [] for index in range(count)]


def tiles(page: Page) -> list[Rect]:
    """The tiles of a page: it is made of them."""
    found = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill in FILLS]
    return found if len(found) > 0 and sum(one.width * one.height for one in found) > 0.9 * 419 * 550 else []


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 9, 17])
def test_tiles_fill_their_pages_and_neighbours_differ(tmp_path: Path, count: int) -> None:
    document = document_of(write_tasks(tmp_path / "demo", departments(count), theme="bright"))
    pages = pages_of_document(document)
    found = [
        tiles(page) for page in pages.pages
        if sum(isinstance(mark, LinkArea) and mark.width > 150 and mark.height > 100 for mark in page.marks)
    ]  # fmt: skip
    found = [one for one in found if one]
    assert sum(map(len, found)) == count
    for sheet in found:
        for one, other in pairwise(sheet):
            assert one.fill != other.fill
        for upper in sheet:
            for lower in sheet:
                if abs(upper.x - lower.x) < 1 and abs(upper.y + upper.height - lower.y) < 1:
                    assert upper.fill != lower.fill
        assert {round(one.width) for one in sheet} <= {210, 420}


@pytest.mark.parametrize("trim", ["A5", "32开", "大16开"])
@pytest.mark.parametrize("count", [0, 1, 3, 17, 60])
def test_nothing_leaves_its_page_nor_runs_into_another(tmp_path: Path, count: int, trim: str) -> None:
    each = [[float(index * 7 % 101) for index in range(start, min(start + 8, count))] for start in range(0, count, 8)]
    folder = write_tasks(tmp_path / "demo", each or [[]], theme="bright", page=f"{{trim: {trim}}}")
    for width, height, boxes in painted_boxes(folder):
        assert outside(width, height, boxes) == []
        assert overlapping(boxes) == []


def test_overlong_names_stay_on_their_pages(tmp_path: Path) -> None:
    folder = write_tasks(
        tmp_path / "demo", [[30.0, 70.0], [], [99.0]], theme="bright", name=LONG, department=LONG, headline=LONG * 2
    )
    for width, height, boxes in painted_boxes(folder):
        assert outside(width, height, boxes) == []
        assert overlapping(boxes) == []


def test_contents_of_eight_departments_stand_on_one_page(tmp_path: Path) -> None:
    document = document_of(write_tasks(tmp_path / "demo", departments(8), theme="bright"))
    pages = pages_of_document(document)
    rows = [sum(isinstance(mark, LinkArea) for mark in page.marks) for page in pages.pages]
    assert rows[1] == 9
    said = "".join(mark.text for mark in pages.pages[1].marks if isinstance(mark, GlyphRun))
    assert said.count("一句话说出半年的事") == 8


@pytest.mark.parametrize("count", [8, 18, 20])
def test_contents_that_a_few_rows_or_a_list_would_carry_over_stay_on_their_page(tmp_path: Path, count: int) -> None:
    folder = write_tasks(tmp_path / "demo", departments(count), theme="bright")
    (folder / "contents.yaml").write_text(
        "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1, lists: [tables]}\n", encoding="utf-8"
    )
    if count == 8:
        table = "  - {kind: table, title: 一句话说出表里的事, columns: [甲, 乙], rows: [[丙, 丁]]}\n"
        first = folder / "d0.yaml"
        first.write_text(first.read_text("utf-8") + table * 9, encoding="utf-8")
    pages = pages_of_document(document_of(folder)).pages
    links = [mark for mark in pages[1].marks if isinstance(mark, LinkArea)]
    assert len(links) == count + 1 + (9 if count == 8 else 0)
    assert not [mark for mark in pages[2].marks if isinstance(mark, LinkArea) and mark.width > 250]
    for upper, lower in pairwise(links):
        assert lower.y >= upper.y + upper.height - 0.01


def test_a_department_keeps_its_hue(tmp_path: Path) -> None:
    """On its chip, its tile, its board and the band at the edge of its pages."""
    text = "  - " + "这是一段很长的话。" * 60 + "\n"
    folder = write_tasks(tmp_path / "demo", [[50.0], [60.0]], theme="bright")
    second = folder / "d1.yaml"
    second.write_text(second.read_text("utf-8") + text * 4, encoding="utf-8")
    pages = pages_of_document(document_of(folder)).pages
    width = BRIGHT.looks.furniture.thumb
    bands = [
        (number, mark) for number, page in enumerate(pages, 1) for mark in page.marks
        if isinstance(mark, Rect) and mark.height == page.height and mark.width == pytest.approx(width)
    ]  # fmt: skip
    assert bands
    for number, band in bands:
        assert band.fill == FILLS[1]
        assert band.x == pytest.approx(pages[0].width - width if number % 2 else 0.0)
    boards = [mark for page in pages for mark in page.marks if isinstance(mark, Rect) and mark.fill == FILLS[1]
              and mark.x == 0 and mark.width == page.width and 300 < mark.height < 450]  # fmt: skip
    assert len(boards) == 1


def test_a_tile_says_the_page_that_its_department_opens_on(tmp_path: Path) -> None:
    pages = pages_of_document(document_of(write_tasks(tmp_path / "demo", departments(8), theme="bright"))).pages
    sheet = next(page for page in pages if len(tiles(page)) == 8)
    opens = [page.label for page in pages if "2025年上半年" in all_text(page) and "一句话" in all_text(page)][-8:]
    said = [mark for mark in sheet.marks if isinstance(mark, GlyphRun)]
    for tile, folio in zip(tiles(sheet), opens, strict=True):
        corner = [
            run.text for run in said
            if tile.x + 0.7 * tile.width < run.x < tile.x + tile.width
            and tile.y + 0.7 * tile.height < run.y < tile.y + tile.height
        ]  # fmt: skip
        assert corner == [folio]


def icons(page: Page) -> list[float]:
    """How wide the icons of a page are, in points."""
    widths = []
    for mark in page.marks:
        if isinstance(mark, PathMark) and mark.round_ends:
            across = [one for segment in mark.segments if segment[0] != "Z" for one in segment[1::2]]
            widths.append(max(across) - min(across))
    return widths


def test_icons_stand_on_tiles_and_large_where_there_are_no_tasks(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "demo", [[40.0], []], theme="bright", icon="house", cards=3)
    pages = pages_of_document(document_of(folder)).pages
    found = {number: icons(page) for number, page in enumerate(pages, 1) if icons(page)}
    assert [len(one) for one in found.values()] == [2, 1]
    sheet, opening = found
    assert all(20 < width < 45 for width in found[sheet])
    assert found[opening][0] > 80
    assert "d1局" in all_text(pages[opening - 1])


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (4, 4), (6, 6), (30, 0)])
def test_tasks_stand_below_the_key_numbers_where_they_have_room(tmp_path: Path, count: int, shown: int) -> None:
    each = [float(index * 7 % 101) for index in range(count)]
    folder = write_tasks(tmp_path / "demo", [each], theme="bright", cards=3)
    pages = pages_of_document(document_of(folder)).pages
    page = next(page for page in pages if all_text(page).count("全年合计") == 3)
    words = all_text(page)
    assert words.count("某事") == shown
    assert "对着计划看进度" in words
    if not shown:  # a field for each, counted by state
        behind = sum(percent < 50 for percent in each)
        assert f"滞后{behind}项" in words
        fields = [
            (mark.fill, round(mark.segments[0][2])) for mark in page.marks
            if isinstance(mark, PathMark) and mark.segments[0][0] == "M" and mark.fill in FILLS
        ]  # fmt: skip
        lowest = max(y for _, y in fields)
        assert [fill for fill, y in fields if y == lowest].count(BRIGHT.colours["behind"]) == behind
        assert len([y for _, y in fields if y == lowest]) == count
    assert sum(all_text(one).count("某事") for one in pages) >= count  # said in full as well


@pytest.mark.parametrize("trim", ["A5", "32开", "A4"])
@pytest.mark.parametrize("count", [2, 5, 12])
def test_an_opening_with_its_tasks_stays_on_its_page(tmp_path: Path, count: int, trim: str) -> None:
    folder = write_tasks(
        tmp_path / "demo", [[float(index * 9 % 101) for index in range(count)]], theme="bright", cards=4,
        page=f"{{trim: {trim}}}", name="老旧小区改造", icon="house",
    )  # fmt: skip
    for width, height, boxes in painted_boxes(folder):
        assert outside(width, height, boxes) == []
        assert overlapping(boxes) == []


@pytest.mark.parametrize(("count", "each"), [(34, 6), (47, 8), (60, 10), (60, 3), (40, 40)])
def test_of_many_tasks_each_is_a_window_filled_as_far_as_it_is_done(tmp_path: Path, count: int, each: int) -> None:
    percents = [float(index * 13 % 101) for index in range(count)]
    parts = [percents[at : at + each] for at in range(0, count, each)]
    page = pages_of_document(document_of(write_tasks(tmp_path / "demo", parts, theme="bright"))).pages[0]
    walls = [mark for mark in page.marks if isinstance(mark, Rect) and mark.height > 60 and mark.width < 80]
    assert len(walls) == (len(parts) if len(parts) > 1 else 8)
    dark = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == FILLS[0] and mark.width < 40]
    assert len(dark) == sum(percent > 0 for percent in percents)
    high = max(mark.height for mark in dark) / (max(percents) / 100)
    assert high > 6.0, "large enough to be told apart"
    assert sorted(round(mark.height / high, 3) for mark in dark) == sorted(one / 100 for one in percents if one)
    assert "涂满的已完成" in all_text(page)


@pytest.mark.parametrize("count", [1, 3, 8, 13, 20])
def test_of_few_tasks_each_is_a_tower(tmp_path: Path, count: int) -> None:
    percents = [20.0 + index * 4 for index in range(count)]
    parts = [percents[at : at + 5] for at in range(0, count, 5)]
    page = pages_of_document(document_of(write_tasks(tmp_path / "demo", parts, theme="bright"))).pages[0]
    walls = [mark.height for mark in page.marks if isinstance(mark, Rect) and mark.height > 30 and mark.width < 80]
    walls = [one for one in walls if one > 32]
    assert [round(one / walls[0], 3) for one in walls] == [round(one / 20.0, 3) for one in percents]
    assert "完成率画出" in all_text(page)


def test_the_panel_of_a_remark_has_no_gap(tmp_path: Path) -> None:
    blocks = (
        "  - {kind: pagebreak}\n  - 一段话。\n  - kind: callout\n    title: 一个题目\n"
        "    blocks: [第一段话。, 第二段话。, {kind: bullets, items: [甲, 乙]}]\n"
    )
    page = next(page for page in bright_pages(tmp_path, blocks) if "第一段话" in all_text(page))
    tint = BRIGHT.hues[0].tint
    panel = sorted(
        (mark.y, mark.y + mark.height) for mark in page.marks
        if isinstance(mark, Rect) and mark.fill == tint and mark.width > 300
    )  # fmt: skip
    assert len(panel) > 3
    assert all(lower[0] <= upper[1] + 0.01 for upper, lower in pairwise(panel))


def test_a_heading_stands_nearer_to_its_text_than_to_what_is_above(tmp_path: Path) -> None:
    blocks = "  - {kind: pagebreak}\n  - 上面的一段话。\n  - {kind: heading, text: 一个标题}\n  - 下面的一段话。\n"
    page = next(page for page in bright_pages(tmp_path, blocks) if "一个标题" in all_text(page))
    at = {run.text: run.y for run in page.marks if isinstance(run, GlyphRun)}
    above = next(y for text, y in at.items() if "上面" in text)
    title = next(y for text, y in at.items() if "一个标题" in text)
    below = next(y for text, y in at.items() if "下面" in text)
    assert title - above > 1.5 * (below - title)
    assert round((below - above) / BRIGHT.page.grid, 3) == 3.0, "the text stays on the grid"


def test_a_heading_below_a_table_stands_nearer_to_its_text(tmp_path: Path) -> None:
    table = "  - {kind: table, title: 一张表, columns: [甲, 乙], rows: [[一行, 丁], [二行, 丁], [末行, 丁]]}\n"
    blocks = f"  - {{kind: pagebreak}}\n{table}  - {{kind: heading, text: 一个标题}}\n  - 下面的一段话。\n"
    page = next(page for page in bright_pages(tmp_path, blocks) if "一个标题" in all_text(page))
    at = {run.text: run.y for run in page.marks if isinstance(run, GlyphRun)}
    rule = max(mark.y for mark in page.marks if isinstance(mark, Rect) and mark.height < 1.0 and mark.y > at["末行"])
    title, below = (next(y for text, y in at.items() if words in text) for words in ("一个标题", "下面"))
    assert title - 0.88 * 16.7 - rule > below - title - 0.88 * 10


@pytest.mark.parametrize(("count", "across"), [(1, 1), (2, 2), (3, 3), (4, 2), (6, 3)])
def test_tinted_cards_are_as_wide_together_as_the_text(tmp_path: Path, count: int, across: int) -> None:
    cards = "".join("      - {indicator: edu.places, label: 学位}\n" for _ in range(count))
    page = bright_pages(tmp_path, f"  - {{kind: pagebreak}}\n  - kind: keyfigures\n    cards:\n{cards}")[-1]
    tints = {hue.tint for hue in BRIGHT.hues}
    panels = []
    for mark in page.marks:
        if isinstance(mark, PathMark) and mark.fill in tints:
            xs = [one for segment in mark.segments if segment[0] != "Z" for one in segment[1::2]]
            panels.append((min(xs), max(xs)))
    assert len(panels) == count
    assert len({round(left) for left, _ in panels}) == across
    assert max(right for _, right in panels) - min(left for left, _ in panels) == pytest.approx(BRIGHT.page.measure)


def bright_pages(folder: Path, blocks: str) -> tuple[Page, ...]:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        "theme: bright\nsections: [sections/edu.yaml]\n"
    )
    section = f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n{blocks}"
    return pages_of_document(document_of(write_project(folder, report=report, edu=section))).pages


@pytest.mark.parametrize(("count", "pitch"), [(2, 21.25), (6, 21.25), (7, 15.3), (12, 15.3)])
def test_many_bars_stand_closer_so_that_they_hold_one_page(tmp_path: Path, count: int, pitch: float) -> None:
    items = "      - {indicator: edu.canteens, label: 食堂}\n" * count
    blocks = f"  - {{kind: pagebreak}}\n  - kind: progress\n    title: 一句话\n    items:\n{items}"
    page = bright_pages(tmp_path, blocks)[-1]
    rows = sorted(run.y for run in page.marks if isinstance(run, GlyphRun) and run.text == "食堂")
    assert {round(lower - upper, 2) for upper, lower in pairwise(rows)} == {pitch}


def test_contents_below_text_begin_a_page_for_their_band_reaches_to_its_head(tmp_path: Path) -> None:
    pages = bright_pages(
        tmp_path / "demo", "  - 文。\n  - {kind: pagebreak}\n  - 目录上面的一段。\n  - {kind: contents}\n"
    )
    above = next(page for page in pages if "目录上面的一段" in all_text(page))
    assert "目录" not in all_text(above).replace("目录上面的一段", "")
