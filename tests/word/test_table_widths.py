"""Columns of tables in drafts: figures keep what they need, words share what is left and wrap as little as they can."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.blocks import Column
from reportgen.model.column_widths import Grid, column_widths
from reportgen.model.document import PageSetup
from reportgen.model.inlines import Prose, Text
from reportgen.theme import apply, load_theme, theme_names
from reportgen.word import write_draft
from reportgen.word.pagination import em_width
from reportgen.word.table_widths import Text as Said
from reportgen.word.table_widths import cell_of, text_width
from support.docx_lint import W
from support.docx_reading import part
from support.every_kind import document_of, png, write_every_kind
from support.project import ROOT

SIZE, BESIDE = 10.5, 5.0
KINDS = st.sampled_from(["text", "text", "number", "label"])
FIGURE = re.compile("[0-9]+([.][0-9]+)?")
CELL = {
    "text": st.integers(1, 40).map(lambda count: ("全市部门工作成绩单" * 5)[:count]),
    "label": st.integers(1, 8).map(lambda count: "海绵城市和管廊建"[:count]),
    "number": st.integers(0, 99999).map(str),
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Column], list[list[Said]]]:
    kinds = draw(st.lists(KINDS, min_size=2, max_size=7))
    count = draw(st.integers(1, 9))
    columns = [Column(title=Prose((Text("标题"),)), type=kind) for kind in kinds]
    cells = [[Said(-1, "标题", 9.5), *(Said(at, draw(CELL[kind]), SIZE) for at in range(count))] for kind in kinds]
    return columns, cells


def shared(columns: list[Column], cells: list[list[Said]], measure: int) -> list[float]:
    entries = [[cell_of(one) for one in column] for column in cells]
    return column_widths(Grid(columns, entries, [BESIDE] * len(columns), measure, SIZE))


@settings(deadline=None)
@given(tables(), st.integers(250, 480))
def test_no_words_are_squeezed_beside_a_column_with_room_to_spare(
    table: tuple[list[Column], list[list[Said]]], measure: int
) -> None:
    """Where words have fewer than five characters on a line, no other column has more than it needs."""
    columns, cells = table
    widths = shared(columns, cells, measure)
    assert sum(widths) == pytest.approx(measure)
    needed = [max(text_width(one.words) * one.size for one in column) + BESIDE for column in cells]
    squeezed = any(
        width < min(need, 5 * SIZE + BESIDE) - 0.01
        for column, width, need in zip(columns, widths, needed, strict=True)
        if column.type == "text"
    )
    if squeezed:
        spare = [max(0.0, width - need - 0.2 * SIZE) for width, need in zip(widths, needed, strict=True)]
        assert sum(spare) < 0.01


@settings(deadline=None)
@given(tables(), st.integers(400, 480))
def test_figures_stand_on_one_line(table: tuple[list[Column], list[list[Said]]], measure: int) -> None:
    columns, cells = table
    widths = shared(columns, cells, measure)
    for column, width, texts in zip(columns, widths, cells, strict=True):
        if column.type == "number":
            assert width >= max(text_width(one.words) for one in texts[1:]) * SIZE + BESIDE


def grid(data: bytes, header: str) -> tuple[list[float], list[list[str]]]:
    """Widths in points and the words of all rows, of the first table that has a column ``header``."""
    for table in part(data, "word/document.xml").iter(f"{W}tbl"):
        rows = [
            ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.iterchildren(f"{W}tc")]
            for row in table.iterchildren(f"{W}tr")
        ]
        if header in rows[0]:
            return [int(one.get(f"{W}w")) / 20 for one in table.find(f"{W}tblGrid")], rows
    raise AssertionError(header)


def type_size(data: bytes) -> float:
    """Of the words of tables, points: on a narrow sheet less than the theme's."""
    styles = part(data, "word/styles.xml").iter(f"{W}style")
    (found,) = [one for one in styles if one.get(f"{W}styleId") == "TableText"]
    return int(found.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2


@pytest.mark.parametrize("trim", ["A5", "32开"])
@pytest.mark.parametrize("name", theme_names())
def test_figures_are_rather_askew_than_broken(name: str, trim: str) -> None:
    """Eight columns on a small sheet: where points of figures under each other ask for too much, they give way."""
    theme = apply(load_theme(name), PageSetup(trim=trim))
    document = document_of(ROOT / "content" / "gongkai-shuzhi-sample")
    data = write_draft(document, theme, dict.fromkeys(document.charts, png(40, 20)), frozenset({"civil"}))
    size, found = type_size(data), 0
    own = theme.draft.styles["table_number"].right or 0.0
    for cell in part(data, "word/document.xml").iter(f"{W}tc"):
        style = cell.find(f"{W}p/{W}pPr/{W}pStyle")
        text = "".join(one.text or "" for one in cell.iter(f"{W}t"))
        if style is None or style.get(f"{W}val") != "TableNumber" or not FIGURE.fullmatch(text):
            continue
        indent = cell.find(f"{W}p/{W}pPr/{W}ind")
        right = own if indent is None else int(indent.get(f"{W}right")) / 20
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) / 20
        points = text.count(".")  # half as wide as digits
        assert (em_width(text) - 0.25 * points) * size <= width - BESIDE - right + 0.05, (text, width, right)
        found += 1
    assert found > 20


def draft_of(sample: str, name: str, section: str) -> tuple[Any, bytes]:
    theme = apply(load_theme(name), PageSetup())
    document = document_of(ROOT / "content" / sample)
    pictures = dict.fromkeys(document.charts, png(40, 20))
    return theme, write_draft(document, theme, pictures, frozenset({section}))


@pytest.mark.parametrize("name", theme_names())
def test_names_of_indicators_take_few_lines_beside_seven_columns(name: str) -> None:
    theme, data = draft_of("qingdao-2019h1", name, "housing")
    widths, rows = grid(data, "指标")
    size = theme.draft.styles["table_text"].size
    longest = max(text_width(row[1]) for row in rows[1:])
    lines = 3 if name == "official" else 2  # its type is larger, a name has fifteen characters
    assert lines * int((widths[1] - BESIDE) / size) >= longest, (widths[1], longest)


@pytest.mark.parametrize("name", theme_names())
def test_who_is_in_charge_of_a_matter_of_livelihood_stands_on_two_lines(name: str) -> None:
    theme, data = draft_of("gongkai-shuzhi-sample", name, "livelihood")
    widths, rows = grid(data, "责任单位")
    at = rows[0].index("责任单位")
    size = theme.draft.styles["table_text"].size
    for row in (row for row in rows[1:] if len(row) == len(widths)):
        before, found, after = row[at].partition("配合：")
        assert max(text_width(before), text_width(found + after)) * size <= widths[at] - BESIDE


@pytest.mark.parametrize("name", theme_names())
def test_nine_columns_on_a_small_sheet_break_no_figure(name: str, tmp_path: Path) -> None:
    """Figures give up the blank beside them first."""
    theme = apply(load_theme(name), PageSetup(trim="A5"))
    document = document_of(write_every_kind(tmp_path))
    data = write_draft(document, theme, {}, None)
    widths, rows = grid(data, "备注")
    size = type_size(data)
    beside = sum(theme.draft.styles["table"].margins[1::2])
    for at in (0, 1):
        assert widths[at] >= 2 * size + beside, (rows[0][at], widths)
    for row in (row for row in rows[1:] if len(row) == len(widths)):
        for text, width in zip(row[3:7], widths[3:7], strict=True):
            assert text_width(text) * size <= width - beside, (text, width)
