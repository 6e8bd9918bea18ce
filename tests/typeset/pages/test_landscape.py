"""Landscape pages: heads at the left, inside the type area, as many as it takes; what follows stands upright again."""

from pathlib import Path

import pytest

from reportgen.drawing import Anchor, GlyphRun, Image, Line, LinkArea, Page, Pages, Rect
from reportgen.drawing import Path as Drawn
from reportgen.typeset.pages.turning import turned
from support.every_kind import document_of, png
from support.project import write_project
from support.setting import pages_of_document, set_blocks

WIDTH = 300.0


def table(rows: int, *, cells: str = "一格") -> str:
    columns = ", ".join(f"第{index}列" for index in range(10))
    row = ", ".join([cells] * 10)
    return "".join(
        ("      - kind: table\n        title: 很宽的表\n", f"        columns: [{columns}]\n        rows:\n")
    ) + "".join(f"          - [{row}]\n" for _ in range(rows))  # fmt: skip


def landscape(inner: str) -> str:
    return f"  - 前面一段。\n  - kind: landscape\n    blocks:\n{inner}  - 后面一段。\n"


def sides(page: Page) -> list[GlyphRun]:
    return [mark for mark in page.marks if isinstance(mark, GlyphRun) and mark.angle]


def own_pages(pages: Pages) -> list[Page]:
    return [page for page in pages.pages if sides(page)]


def test_a_mark_turned_four_times_is_itself() -> None:
    marks = (
        Rect(10, 20, 30, 40, "#000000"), Line(1, 2, 30, 4, 1, "#000000"), LinkArea(5, 6, 7, 8, "#a", "a"),
        Anchor("a", 3, 4), Drawn((("M", 1, 2), ("L", 3, 4), ("C", 1, 2, 3, 4, 5, 6), ("Z",)), clip=(1, 2, 3, 4)),
    )  # fmt: skip
    for mark in marks:
        once = turned(mark, WIDTH)
        assert once != mark
        assert turned(turned(turned(once, 0), WIDTH), 0) == mark


def test_heads_stand_at_the_left_and_lines_are_read_upwards(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, landscape(table(3)))
    (page,) = own_pages(pages)
    runs = sides(page)
    assert {run.angle for run in runs} == {90.0}
    title = next(run for run in runs if "很宽的表" in run.text)
    heads = [run for run in runs if run.text.startswith("第") and run.text.endswith("列")]
    cells = [run for run in runs if run.text == "一格"]
    assert max([title.x]) < min(run.x for run in heads) < min(run.x for run in cells)
    assert [run.y for run in heads] == sorted((run.y for run in heads), reverse=True)
    upright = [run.text for run in page.marks if isinstance(run, GlyphRun) and not run.angle]
    assert upright == ["01\u3000示例局", str(pages.pages.index(page) + 1)]


def test_before_and_after_it_the_page_is_upright(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, landscape(table(3)))
    assert [bool(sides(page)) for page in pages.pages] == [False, True, False]
    assert len({(page.width, page.height) for page in pages.pages}) == 1


@pytest.mark.parametrize("trim", ["大16开", "A5", "100x180"])
def test_many_rows_go_on_over_pages_inside_the_type_area(tmp_path: Path, trim: str) -> None:
    pages = set_blocks(tmp_path, landscape(table(90)), page=f"{{trim: {trim}}}")
    found = own_pages(pages)
    assert len(found) > 1
    assert sum(run.text == "一格" for page in found for run in sides(page)) == 900
    for page in found:
        assert any(run.text.startswith("第") for run in sides(page)), "the head comes again"
        for run in sides(page):
            assert 0 < run.x < page.width and run.y - len(run.text) * run.size > 0 and run.y < page.height


def test_pictures_links_and_notes_turn_with_it(tmp_path: Path) -> None:
    report = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"
    inner = (
        "      - {kind: picture, file: a.png, alt: 图, caption: 校园, id: yard}\n"
        "      - 一段话，见[网站](https://example.cn/)，有注^[转过来的注。]。\n"
    )
    edu = f"id: edu\nname: 示例局\nblocks:\n{landscape(inner)}  - 见[](#yard)。\n"
    write_project(tmp_path, report=report, edu=edu)
    (tmp_path / "a.png").write_bytes(png(40, 20))
    document = document_of(tmp_path)
    pages = pages_of_document(document)
    (page,) = own_pages(pages)
    (picture,) = (mark for mark in page.marks if isinstance(mark, Image))
    assert picture.turned and picture.height > picture.width
    assert any("转过来的注" in run.text for run in sides(page))
    web = next(mark for mark in page.marks if isinstance(mark, LinkArea) and mark.target.startswith("https"))
    assert web.height > web.width
    names = [mark.name for mark in page.marks if isinstance(mark, Anchor)]
    assert document.targets["yard"].anchor in names and len(names) == len(set(names))


def test_a_note_of_a_landscape_page_stays_on_it(tmp_path: Path) -> None:
    pages = set_blocks(tmp_path, landscape("      - 有注^[转过来的注。]。\n") + "  - 又有注^[直着的注。]。\n")
    turned_pages = own_pages(pages)
    upright = [run.text for page in pages.pages for run in page.marks if isinstance(run, GlyphRun) and not run.angle]
    assert "转过来的注" in "".join(run.text for page in turned_pages for run in sides(page))
    assert "转过来的注" not in "".join(upright) and "直着的注" in "".join(upright)
