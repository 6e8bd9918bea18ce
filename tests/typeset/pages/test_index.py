"""Indexes: every place where an indicator or a department is spoken of, with the page that it is on."""

from pathlib import Path

import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Anchor, GlyphRun, LinkArea, Pages
from reportgen.model.document import Document
from reportgen.resolve import resolve
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document

INDICATORS = """\
edu.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100}
edu.places: {name: 新增学位, value: 3895, unit: 个}
civil.beds: {name: 新增床位, value: 12, unit: 张, target: 20}
civil.total: {name: 合计, value: 1, unit: 项}
edu.total: {name: 合计, value: 2, unit: 项}
edu.unused: {name: 没人用, value: 3, unit: 项}
"""
PERIODS = """\
edu.places.last: {name: 新增学位, value: 3000, unit: 个, period: 2024年}
half.edu.places: {name: 新增学位, value: 1500, unit: 个, period: 上半年}
"""
EDU = """\
id: edu
name: 示例市教育局
short: 市教育局
headline: 食堂完工${edu.canteens}
blocks:
  - 学位新增${edu.places}，又说一次${edu.places}。
  - {kind: pagebreak}
  - {kind: progress, items: [{indicator: edu.canteens}]}
  - {kind: pagebreak}
  - 合计${edu.total}。
"""
CIVIL = """\
id: civil
name: 示例市民政局
short: 市民政局
blocks:
  - {kind: keyfigures, cards: [{indicator: civil.beds}]}
  - 和市教育局一起做，床位${civil.beds}。
  - {kind: pagebreak}
  - {kind: chart, type: bar, title: 学位多, categories: [甲], series: [{values: [edu.places]}]}
  - 合计${civil.total}。
"""


def book(
    folder: Path, *, index: str = "", edu: str = EDU, more: str = "", indicators: str = INDICATORS
) -> tuple[Document, Pages]:
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"sections: [sections/edu.yaml, sections/civil.yaml, sections/index.yaml]\n{more}"
    )
    write_project(folder, report=report, indicators=indicators, edu=edu)
    (folder / "sections" / "civil.yaml").write_text(CIVIL, encoding="utf-8")
    blocks = index or "  - {kind: index, by: department}\n  - {kind: index}\n"
    (folder / "sections" / "index.yaml").write_text(
        f"id: index\nrole: back\nname: 索引\nblocks:\n{blocks}", encoding="utf-8"
    )
    document = document_of(folder)
    return document, pages_of_document(document)


def listed(document: Document, pages: Pages) -> dict[str, list[str]]:
    """The page numbers beside each entry, as they are printed."""
    index = pages.pages[-1]
    lines: dict[tuple[float, bool], str] = {}
    for mark in index.marks:
        if isinstance(mark, GlyphRun):
            key = (round(mark.y, 1), mark.x > 0.45 * index.width)
            lines[key] = lines.get(key, "") + mark.text
    words = [entry.words for groups in document.indexes.values() for group in groups for entry in group.entries]
    found = {}
    for line in lines.values():
        for word in words:
            if line.startswith(word + "\u3000"):
                found[word] = line.removeprefix(word).strip("\u3000").split("、")
    return found


def test_every_page_once_in_order(tmp_path: Path) -> None:
    document, pages = book(tmp_path)
    assert [page.label for page in pages.pages] == ["1", "2", "3", "4", "5", "6"]
    assert listed(document, pages) == {
        "食堂完工": ["1", "2"], "新增学位": ["1", "5"], "新增床位": ["4"], "合计（市教育局）": ["3"],
        "合计（市民政局）": ["5"], "市教育局": ["1", "4", "5"], "市民政局": ["4"],
    }  # fmt: skip


def test_one_name_of_one_department_is_one_line(tmp_path: Path) -> None:
    """This year's figure, last year's, the half year's: one thing to readers, on all its pages."""
    edu = EDU.replace("合计${edu.total}", "合计${edu.total}，上年学位${edu.places.last}，半年${half.edu.places}")
    document, pages = book(tmp_path, edu=edu, indicators=INDICATORS + PERIODS)
    entries = [entry.words for groups in document.indexes.values() for group in groups for entry in group.entries]
    assert entries.count("新增学位") == 1
    assert listed(document, pages)["新增学位"] == ["1", "3", "5"]
    assert not any("half" in words for words in entries)


def test_numbers_lead_to_where_it_is_said(tmp_path: Path) -> None:
    _, pages = book(tmp_path)
    places = {
        mark.name: page.label for page in pages.pages for mark in page.marks if isinstance(mark, Anchor)
    }  # fmt: skip
    links = [mark for mark in pages.pages[-1].marks if isinstance(mark, LinkArea)]
    assert len(links) == 11
    assert all(places[link.target[1:]] == link.text for link in links)


def test_entries_stand_by_pinyin_under_their_letters(tmp_path: Path) -> None:
    document, _ = book(tmp_path, index="  - {kind: index}\n")
    (groups,) = document.indexes.values()
    assert [(group.letter, [entry.words for entry in group.entries]) for group in groups] == [
        ("H", ["合计（市教育局）", "合计（市民政局）"]), ("S", ["食堂完工"]), ("X", ["新增床位", "新增学位"]),
    ]  # fmt: skip


def test_a_use_in_the_second_part_of_a_paragraph_is_on_its_page(tmp_path: Path) -> None:
    long = "一行一行写下去，" * 30
    edu = EDU.replace("  - 学位新增", f"  - {long * 4}学位新增").replace("  - {kind: pagebreak}\n", "")
    document, pages = book(tmp_path, edu=edu, index="  - {kind: index}\n")
    said = [
        page.label for page in pages.pages
        if any(isinstance(mark, GlyphRun) and "3895个" in mark.text for mark in page.marks)
    ]  # fmt: skip
    assert said and listed(document, pages)["新增学位"][0] == said[0]


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
def test_many_uses_stay_in_their_column(tmp_path: Path, theme: str) -> None:
    edu = EDU.partition("blocks:")[0] + "blocks:\n" + "  - 学位${edu.places}。\n  - {kind: pagebreak}\n" * 120
    _, pages = book(tmp_path, edu=edu, index="  - {kind: index}\n", more=f"theme: {theme}\n")
    index = pages.pages[-1]
    for mark in index.marks:
        if isinstance(mark, GlyphRun):
            assert mark.x > 0 and mark.x + len(mark.text.encode("gbk")) / 2 * mark.size < index.width
    wanted = sum(any(isinstance(mark, GlyphRun) and "3895" in mark.text for mark in page.marks) for page in pages.pages)
    texts = "".join(mark.text for page in pages.pages[-3:] for mark in page.marks if isinstance(mark, GlyphRun))
    assert texts.count("、") >= wanted - 1


def test_an_index_of_nothing_is_told(tmp_path: Path) -> None:
    report = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"
    edu = "id: edu\nrole: back\nname: 索引\nblocks:\n  - {kind: index}\n  - {kind: index, by: department}\n"
    sink = Diagnostics()
    loaded = load_project(write_project(tmp_path, report=report, edu=edu), sink)
    assert loaded.booklet is not None
    resolve(loaded.booklet, sink)
    assert [one.code for one in sink] == ["index-empty", "index-empty"]


def test_without_an_index_nothing_is_looked_for(tmp_path: Path) -> None:
    document, _ = book(tmp_path, index="  - 没有索引。\n")
    assert not document.uses and not document.block_uses
