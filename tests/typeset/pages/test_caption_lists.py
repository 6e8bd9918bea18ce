"""Lists of charts and tables below the contents: every caption with its page, in columns or behind leaders."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, LinkArea, Page, Pages
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document

TABLE = "  - {{kind: table, title: {title}, columns: [项], rows: [[一]]}}\n"
CHART = "  - {{kind: chart, type: bar, title: {title}, categories: [甲, 乙], series: [{{values: [1, 2]}}]}}\n"


def book(folder: Path, blocks: str, *, lists: str = "charts, tables", more: str = "") -> Pages:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"sections: [sections/contents.yaml, sections/edu.yaml]\n{more}"
    )
    contents = f"id: contents\nrole: front\nblocks:\n  - {{kind: contents, lists: [{lists}]}}\n"
    section = f"id: edu\nname: 示例市教育局\nblocks:\n  - 一段话。\n{blocks}"
    return pages_of_document(document_of(write_project(folder, report=report, contents=contents, edu=section)))


def rows(page: Page) -> dict[float, list[GlyphRun]]:
    """The runs of a page by their baselines, from the left."""
    found: dict[float, list[GlyphRun]] = {}
    for mark in sorted((one for one in page.marks if isinstance(one, GlyphRun)), key=lambda one: one.x):
        found.setdefault(round(mark.y, 1), []).append(mark)
    return found


def said(page: Page) -> list[str]:
    return ["".join(run.text for run in row) for _, row in sorted(rows(page).items())]


def captions(pages: Pages) -> dict[str, int]:
    """The page on which each caption stands, by its number and title, contents aside."""
    found = {}
    for number, page in enumerate(pages.pages, 1):
        for line in said(page):
            if line.startswith(("图", "表")) and "\u3000" in line:
                found.setdefault(line.replace("\u3000", ""), number)
    return found


def test_each_caption_with_its_page_and_a_link(tmp_path: Path) -> None:
    pages = book(tmp_path / "demo", CHART.format(title="甲比乙少") + TABLE.format(title="主要指标"))
    first = pages.pages[0]
    assert "图表目录" in said(first)
    (row,) = (row for row in rows(first).values() if any(run.text == "图1" for run in row))
    assert [run.text for run in row] == ["2", "图1", "甲比乙少", "2", "表1", "主要指标"]
    links = {mark.text: mark.target for mark in first.marks if isinstance(mark, LinkArea)}
    assert {"图1\u3000甲比乙少", "表1\u3000主要指标"} <= set(links)


def test_only_what_is_asked_for_and_nothing_without_captions(tmp_path: Path) -> None:
    blocks = CHART.format(title="甲比乙少") + TABLE.format(title="主要指标")
    listing = said(book(tmp_path / "charts", blocks, lists="charts").pages[0])
    assert "图目录" in listing and not [line for line in listing if "表1" in line]
    listing = said(book(tmp_path / "tables", blocks, lists="tables").pages[0])
    assert "表目录" in listing and not [line for line in listing if "图1" in line]
    untitled = "  - {kind: table, columns: [项], rows: [[一]]}\n"
    assert not [line for line in said(book(tmp_path / "none", untitled).pages[0]) if "目录" in line and line != "目录"]


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
@pytest.mark.parametrize("trim", ["A4", "A5"])
def test_many_go_on_over_pages_with_the_right_numbers(tmp_path: Path, theme: str, trim: str) -> None:
    blocks = "".join(
        (CHART if index % 3 else TABLE).format(title=f"第{index}项说的是一句相当长的话，一行里排不下也要排完")
        for index in range(90)
    )
    pages = book(tmp_path / "demo", blocks, more=f"theme: {theme}\npage: {{trim: {trim}}}\n")
    listed = {
        mark.text.replace("\u3000", ""): mark
        for page in pages.pages for mark in page.marks
        if isinstance(mark, LinkArea) and mark.text.startswith(("图", "表"))
    }  # fmt: skip
    assert len(listed) == 90
    assert sum(any(isinstance(mark, LinkArea) for mark in page.marks) for page in pages.pages) > 1
    labels = [page.label for page in pages.pages]
    anchors = {
        mark.name: label
        for page, label in zip(pages.pages, labels, strict=True) for mark in page.marks if hasattr(mark, "name")
    }  # fmt: skip
    for page in pages.pages:
        for link in (mark for mark in page.marks if isinstance(mark, LinkArea) and mark.text[:1] in "图表"):
            inside = [
                run.text for run in page.marks
                if isinstance(run, GlyphRun) and link.x <= run.x < link.x + link.width
                and link.y <= run.y < link.y + link.height
            ]  # fmt: skip
            assert anchors[link.target[1:]] in inside, link.text


def test_leaders_have_charts_and_then_tables_under_one_heading(tmp_path: Path) -> None:
    blocks = CHART.format(title="甲比乙少") + TABLE.format(title="主要指标")
    listing = said(book(tmp_path / "demo", blocks, more="theme: official\n").pages[0])
    at = [listing.index(words) for words in ("图表目录", "图1甲比乙少1", "表1主要指标1")]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("theme", "departments", "tables"), [("civic", 21, 32), ("official", 15, 32), ("bright", 21, 32)]
)
def test_lists_begin_a_page_where_that_keeps_them_and_the_rows_whole(
    tmp_path: Path, theme: str, departments: int, tables: int
) -> None:
    """As close as their page asks for; else a few of them would stand below the rows, or run over to a third page."""
    names = [f"s{at}" for at in range(departments)]
    write_project(tmp_path, report=(
        f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年, date: 2025-07-15}}\ntheme: {theme}\n"
        f"sections: [sections/contents.yaml, {', '.join(f'{name}.yaml' for name in names)}]\n"
    ), contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1, lists: [tables]}\n")  # fmt: skip
    for at, name in enumerate(names):
        own = "".join(TABLE.format(title=f"第{number}张表") for number in range(tables)) if at == 0 else ""
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\nname: 示例{at}局\nblocks:\n  - 一段话。\n{own}", "utf-8")
    pages = pages_of_document(document_of(tmp_path)).pages
    linked = [[mark.text for mark in page.marks if isinstance(mark, LinkArea)] for page in pages[:3]]
    assert [len(one) for one in linked] == [departments, tables, 0]
    heading, first = (said(pages[1])[at] for at in (0, 1))
    assert heading == "表目录" and "第0张表" in first
    assert all(mark.y + mark.height < pages[1].height - 36 for mark in pages[1].marks if isinstance(mark, LinkArea))


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
def test_no_page_of_contents_ends_between_a_name_and_what_is_below_it(tmp_path: Path, theme: str) -> None:
    for count in range(11, 17):  # so that in some a name would be the last row of its page
        names = [f"s{at}" for at in range(count)]
        folder = tmp_path / str(count)
        write_project(folder, report=(
            f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年, date: 2025-07-15}}\ntheme: {theme}\n"
            f"sections: [sections/contents.yaml, {', '.join(f'{name}.yaml' for name in names)}]\n"
        ), contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 2}\n")  # fmt: skip
        for at, name in enumerate(names):
            below = "".join(f"  - {{kind: heading, text: 第{number}节}}\n  - 一段话。\n" for number in range(2))
            (folder / f"{name}.yaml").write_text(f"id: {name}\nname: 示例{at}局\nblocks:\n{below}", "utf-8")
        for page in pages_of_document(document_of(folder)).pages:
            linked = [mark.text for mark in page.marks if isinstance(mark, LinkArea)]
            assert not linked or "局" not in linked[-1]


def test_a_list_closes_up_where_that_lets_it_stand_below_the_rows(tmp_path: Path) -> None:
    def tops(folder: Path, departments: int, charts: int) -> list[float]:
        names = [f"s{at}" for at in range(departments)]
        write_project(folder, report=(
            "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
            f"sections: [sections/contents.yaml, {', '.join(f'{name}.yaml' for name in names)}]\n"
        ), contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, lists: [charts]}\n")  # fmt: skip
        for at, name in enumerate(names):
            own = "".join(CHART.format(title=f"第{number}张图") for number in range(charts)) if at == 0 else ""
            text = f"id: {name}\nname: 示例{at}局\nblocks:\n  - 一段话。\n{own}"
            (folder / f"{name}.yaml").write_text(text, "utf-8")
        first = pages_of_document(document_of(folder)).pages[0]
        found = [mark.y for mark in first.marks if isinstance(mark, LinkArea) and mark.text.startswith("图")]
        assert len(found) == charts
        return found

    loose, close = (tops(tmp_path / str(count), count, charts) for count, charts in ((5, 4), (15, 28)))
    assert loose[1] - loose[0] == pytest.approx(18) and close[1] - close[0] == pytest.approx(0.8 * 18)


def test_rows_close_up_where_that_lets_the_list_stand_on_their_page(tmp_path: Path) -> None:
    """Twelve rows and twelve charts: at two lines a row the list would have a page of its own, however close."""

    def contents(folder: Path, charts: int) -> tuple[list[Page], float]:
        names = [f"s{at}" for at in range(12)]
        write_project(folder, report=(
            "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
            f"sections: [sections/contents.yaml, {', '.join(f'{name}.yaml' for name in names)}]\n"
        ), contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, lists: [charts]}\n")  # fmt: skip
        for at, name in enumerate(names):
            block = CHART.format(title=f"第{at}张图") if at < charts else "  - 一段话。\n"
            (folder / f"{name}.yaml").write_text(f"id: {name}\nname: 示例{at}局\nblocks:\n{block}", encoding="utf-8")
        pages = pages_of_document(document_of(folder)).pages
        tops = sorted(mark.y for mark in pages[0].marks if isinstance(mark, LinkArea) and "局" in mark.text)
        return [page for page in pages if any("图目录" in line for line in said(page))], tops[1] - tops[0]

    (first,), pitch = contents(tmp_path / "many", 12)
    assert any("第11张图" in line for line in said(first)) and pitch < 36
    nowhere, pitch = contents(tmp_path / "none", 0)
    assert not nowhere and pitch == pytest.approx(36)


@pytest.mark.parametrize(("departments", "page_count"), [(20, 1), (22, 1), (24, 1), (30, 2)])
def test_a_few_rows_too_many_close_up_on_one_page_of_an_official_document(
    tmp_path: Path, departments: int, page_count: int
) -> None:
    """22 lines hold the title, a blank and twenty rows."""
    names = [f"s{at}" for at in range(departments)]
    write_project(tmp_path, report=(
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\ntheme: official\n"
        f"sections: [sections/contents.yaml, {', '.join(f'{name}.yaml' for name in names)}]\n"
    ))  # fmt: skip
    for at, name in enumerate(names):
        text = f"id: {name}\nname: 示例{at}局\nblocks: [一段话。]\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    pages = pages_of_document(document_of(tmp_path)).pages
    listed = [page for page in pages if sum(isinstance(mark, LinkArea) for mark in page.marks)]
    assert len(listed) == page_count
    for page in listed:
        tops = sorted(mark.y for mark in page.marks if isinstance(mark, LinkArea))
        assert all(below - above > 22 for above, below in pairwise(tops))


def test_lists_of_an_official_document_are_small_where_one_page_then_holds_all(tmp_path: Path) -> None:
    def listed(folder: Path, charts: int) -> list[list[str]]:
        blocks = "".join(CHART.format(title=f"第{index}张图") for index in range(charts))
        names = [f"d{index}" for index in range(12)]
        report = (
            "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\ntheme: official\n"
            f"sections: [sections/contents.yaml, {', '.join(f'sections/{name}.yaml' for name in names)}]\n"
        )
        contents = "id: contents\nrole: front\nblocks:\n  - {kind: contents, lists: [charts]}\n"
        write_project(folder, report=report, contents=contents, edu="id: edu\nname: 局\nblocks: [字]\n")
        for name in names:
            own = blocks if name == "d0" else ""
            section = f"id: {name}\nname: 示例市{name}局\nblocks:\n  - 一段话。\n{own}"
            (folder / "sections" / f"{name}.yaml").write_text(section, encoding="utf-8")
        pages = pages_of_document(document_of(folder)).pages
        front = pages[: next(at for at, page in enumerate(pages) if page.label == "1")]
        return [lines for page in front if (lines := said(page))]  # the text begins on a right page

    def sizes(lines: list[str]) -> int:
        return sum(line.startswith("图") and line[1:2].isdigit() for line in lines)

    (few,) = listed(tmp_path / "few", 3)
    assert sizes(few) == 3
    (many,) = listed(tmp_path / "many", 9)
    assert sizes(many) == 9 and sum("示例市" in line for line in many) == 12


def test_lines_of_one_title_stand_closer_than_two_rows(tmp_path: Path) -> None:
    title = "上半年完成得比计划快而且每一项都有数字可以核对"
    blocks = "".join(TABLE.format(title=f"{title}{at}") for at in "甲乙丙丁")
    page = book(tmp_path / "demo", blocks).pages[0]
    left = [run for run in page.marks if isinstance(run, GlyphRun) and run.x < page.width / 2 and run.size == 8.5]
    first, second = (next(run.y for run in left if run.text == f"表{at}") for at in (1, 2))
    inner = sorted({run.y for run in left if first < run.y < second})
    assert inner, "the first title takes two lines"
    assert inner[0] - first < 0.8 * (second - inner[-1])


def test_contents_that_end_at_the_foot_of_a_page_need_no_list_below(tmp_path: Path) -> None:
    """61 rows fill the last page of the contents; nothing was asked for below them."""
    names = [f"sections/s{at}.yaml" for at in range(61)]
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\npage: {department_page: flow}\n"
        f"sections: [sections/contents.yaml, {', '.join(names)}]\n"
    )
    write_project(tmp_path, report=report)
    for at, name in enumerate(names):
        (tmp_path / name).write_text(f"id: s{at}\nname: 第{at}局\nheadline: 一句话\nblocks:\n  - 字。\n", "utf-8")
    pages = pages_of_document(document_of(tmp_path), fitted=False).pages
    led = [mark.text for page in pages for mark in page.marks if isinstance(mark, LinkArea)]
    assert len(led) == 61 and "第60局" in led[-1]


@pytest.mark.parametrize("theme", ["civic", "bright"])
def test_a_heading_of_the_first_level_has_its_own_number_and_not_its_sections_headline(
    tmp_path: Path, theme: str
) -> None:
    """As it is numbered in the text, where the headline stands but once."""
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"sections: [sections/contents.yaml, sections/edu.yaml]\ntheme: {theme}\n"
    )
    section = (
        "id: edu\nname: 示例市教育局\nheadline: 一句话\nblocks:\n"
        "  - 字。\n  - {kind: heading, level: 1, text: 大标题}\n  - 字。\n"
    )
    contents = "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1}\n"
    folder = write_project(tmp_path, report=report, contents=contents, edu=section)
    words = "".join(said(pages_of_document(document_of(folder)).pages[0]))
    assert words.count("一句话") == 1
    assert "大标题" in words and "02" not in words
