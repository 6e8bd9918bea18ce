"""All departments at a glance in a draft: states as a strip and cards, a row with a bar for each department."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.model.document import Document, PageSetup
from reportgen.theme import Theme, apply, load_theme, theme_names
from reportgen.word import write_draft
from support.docx_lint import W
from support.docx_reading import part
from support.every_kind import document_of


def tables(data: bytes) -> list[Any]:
    """The tables of the body, not those inside cells."""
    return list(part(data, "word/document.xml").find(f"{W}body").iterchildren(f"{W}tbl"))


def words(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def rows_of(table: Any) -> list[list[Any]]:
    return [list(row.iterchildren(f"{W}tc")) for row in table.iterchildren(f"{W}tr")]


def grid_of(table: Any) -> list[int]:
    return [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]


def overview(data: bytes) -> tuple[Any, Any, Any]:
    """Strip, cards and departments of the only overview."""
    found = tables(data)
    at = next(at for at, table in enumerate(found) if "关键数字" in words(table))
    return found[at - 2], found[at - 1], found[at]


def lines(cell: Any) -> list[str]:
    return [text for paragraph in cell.iterchildren(f"{W}p") if (text := words(paragraph))]


def fills(table: Any) -> list[str]:
    return [str(one.get(f"{W}fill")) for one in table.iter(f"{W}shd")]


def test_states_are_counted_by_a_strip_and_by_cards(draft: bytes, theme: Theme) -> None:
    """Four tasks: one done, three on their course, none behind."""
    strip, cards, _ = overview(draft)
    assert fills(strip) == [theme.colours[name][1:] for name in ("done", "on-course")]
    widths = grid_of(strip)
    assert 3 * widths[0] == pytest.approx(widths[1], abs=3)
    assert [lines(cell) for cell in rows_of(cards)[0]] == [
        ["●\u00a0完成", "1项"], ["◐\u00a0正常", "3项"], ["▲\u00a0滞后", "0项"]
    ]  # fmt: skip


def test_each_department_has_its_marks_its_number_and_its_bar(document: Document, draft: bytes, theme: Theme) -> None:
    *_, table = overview(draft)
    head, first, second = rows_of(table)
    assert [words(cell) for cell in head] == ["部门", "关键数字", "任务", "完成率"]
    sides = [cell.find(f"{W}p/{W}pPr/{W}jc") for cell in head]
    assert [None if one is None else one.get(f"{W}val") for one in sides] == [None, None, None, "right"]
    assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert [lines(cell) for cell in first] == [["市教育局"], ["37所", "食堂完工"], ["未列年度目标"], ["—"]]
    assert [lines(cell) for cell in second] == [
        ["市民政局", "●◐◐◐"], ["2700余张", "新增床位"], ["新增床位"], ["135%"]
    ]  # fmt: skip
    assert first[2].find(f"{W}tbl") is None
    bar = second[2].find(f"{W}tbl")
    assert set(fills(bar)) == {theme.colours["done"][1:]}
    assert sum(grid_of(bar)) < grid_of(table)[2]


@pytest.mark.parametrize("name", theme_names())
def test_figures_and_percentages_stay_whole(name: str) -> None:
    document = document_of(Path(__file__).parents[2] / "content/gongkai-shuzhi-sample")
    theme = apply(load_theme(name), PageSetup())
    *_, table = overview(write_draft(document, theme, {}, frozenset({"overview"})))
    inside = sum(theme.draft.styles["table"].margins[1::2])
    sizes = {role: theme.draft.styles[role].size or 0.0 for role in ("table_text", "overview_number")}
    for row in rows_of(table)[1:]:
        for at, (cell, width) in enumerate(zip(row, grid_of(table), strict=True)):
            if at % 2 == 0:
                continue
            text = lines(cell)[0]
            size = sizes["overview_number" if at == 1 else "table_text"]
            wide = (len(text) + sum(char >= "\u2e80" for char in text)) / 2 * size
            assert wide + inside < width / 20, (text, width)
