"""Columns of figures (typography specification 6.8), at the places where they are painted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page
from reportgen.fonts import FACE_NAMES
from reportgen.pdf import paint
from reportgen.theme import load_theme
from reportgen.typeset.text.glyphs import Glyphs
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.pdf_reading import character_boxes
from support.project import write_project
from support.setting import fonts, pages_of_document

THEMES = ("civic", "official")
CELLS = ("9.5", "10.25", "100", "12.5%", "3%", "−0.75", "≥95", "约23.55", "37所", "1,234.5", "—")


def page_of(folder: Path, theme: str, cells: tuple[str, ...], header: str = "实绩", more: str = "") -> Page:
    rows = "".join(f"      - [第{index}行, '{text}']\n" for index, text in enumerate(cells))
    report = (
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\n"
        f"theme: {theme}\nsections: [sections/edu.yaml]\npage: {{opening: plain}}\n"
    )
    section = (
        "id: edu\nname: 示例局\nblocks:\n  - kind: table\n"
        f"    columns: [项目, {{title: {header}, type: number}}]\n    rows:\n{rows}{more}"
    )
    return pages_of_document(document_of(write_project(folder, report=report, edu=section))).pages[0]


def lines(page: Page) -> Iterator[list[tuple[str, float, float]]]:
    """The table's lines in its right column: each character with its left and right edge."""
    found: dict[float, list[tuple[str, float, float]]] = {}
    for run in own_runs(page.marks):
        if run.x > page.width / 2:
            found.setdefault(round(run.y, 1), []).extend(boxes(run))
    yield from (found[y] for y in sorted(found))


def boxes(run: GlyphRun) -> Iterator[tuple[str, float, float]]:
    face = fonts().face(run.face)
    x = run.x
    for char, glyph, shift in zip(run.text, run.glyphs, run.shifts or (0.0,) * len(run.glyphs), strict=True):
        right = x + face.advances[glyph] * run.size / 1000
        yield char, x, right
        x = right + (shift + run.spacing) * run.size / 1000


def text_of(line: list[tuple[str, float, float]]) -> str:
    return "".join(char for char, _, _ in line)


def point_of(line: list[tuple[str, float, float]], tabular: float) -> float:
    """Where the decimal point of a figure stands, or would stand: a figure's body is ``tabular`` wide."""
    for char, left, _ in line:
        if char == ".":
            return left
    _, left, right = next(box for box in reversed(line) if box[0].isdigit())
    return (left + right) / 2 + tabular / 2


def width_of_figures(theme: str) -> float:
    style = load_theme(theme).style("table_body")
    return fonts().face(style.face).figure_width * style.size / 1000


@pytest.mark.parametrize("theme", THEMES)
def test_decimal_points_stand_below_each_other(tmp_path: Path, theme: str) -> None:
    header, *body = lines(page_of(tmp_path, theme, CELLS))
    assert text_of(header) == "实绩"
    assert [text_of(line) for line in body] == list(CELLS)
    points = [point_of(line, width_of_figures(theme)) for line in body[:-1]]
    assert max(points) - min(points) < 0.05


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("header", ["率", "上半年累计完成数量"])
def test_the_header_stands_over_the_middle_of_the_figures(tmp_path: Path, theme: str, header: str) -> None:
    head, *body = lines(page_of(tmp_path, theme, CELLS, header))
    style = load_theme(theme).style("table_body")
    left = min(line[0][1] for line in body)
    right = max(line[-1][2] for line in body)
    middle = (head[0][1] + head[-1][2]) / 2
    assert middle == pytest.approx((left + right) / 2, abs=0.1 * style.size)
    dash = body[-1]
    assert (dash[0][1] + dash[-1][2]) / 2 == pytest.approx(middle, abs=0.1 * style.size)


@pytest.mark.parametrize("theme", THEMES)
def test_digits_stand_below_digits(tmp_path: Path, theme: str) -> None:
    _, *body = lines(page_of(tmp_path, theme, ("111.11", "808.88", "174.19")))
    middles = [[(left + right) / 2 for char, left, right in line if char.isdigit()] for line in body]
    for column in zip(*middles, strict=True):
        assert max(column) - min(column) < 0.05


@pytest.mark.parametrize("name", FACE_NAMES)
def test_figures_of_every_face_have_one_width(name: str) -> None:
    table = Glyphs(fonts(), name, tabular=True)
    assert len({round(table[char].body, 4) for char in "0123456789"}) == 1


def test_a_range_and_words_are_flush_right(tmp_path: Path) -> None:
    _, *body = lines(page_of(tmp_path, "civic", ("63%～68%", "12.5", "见附表", "100.25")))
    ends = {text_of(line): line[-1][2] for line in body}
    assert ends["63%～68%"] == pytest.approx(ends["100.25"], abs=0.6)
    assert ends["12.5"] < ends["100.25"] - 2, "the others keep their points below each other"


def test_figures_have_room_though_their_points_are_far_from_either_end(tmp_path: Path) -> None:
    page = page_of(tmp_path, "civic", ("1,234,567,890", "0.123456789"))
    _, *body = lines(page)
    point = point_of(body[1], width_of_figures("civic"))
    assert point_of(body[0], width_of_figures("civic")) == pytest.approx(point, abs=0.05)
    left = max(box[2] for run in own_runs(page.marks) if re.fullmatch("第.行", run.text) for box in boxes(run))
    assert body[0][0][1] > left
    right = load_theme("civic").page.inner + load_theme("civic").page.measure
    assert body[1][-1][2] <= right


@pytest.mark.parametrize("theme", THEMES)
def test_painted_points_stand_below_each_other(tmp_path: Path, theme: str) -> None:
    from reportgen.drawing import Pages

    page = page_of(tmp_path, theme, ("9.5", "10.25", "−3.75", "12.5%"))
    pages = Pages(
        pages=(page,), outline=(), title="示例", author="", subject="", keywords="", language="zh-CN", date="2025-07-15"
    )
    found = character_boxes(paint(pages, fonts()))[0]
    lefts = [box[1] for box in found if box[0] == "."]
    assert len(lefts) == 4
    assert max(lefts) - min(lefts) < 0.05
