"""The table behind a chart: every figure as printed, in as many columns as a page has room for."""

import pytest

from reportgen.model.chart_table import chart_table
from reportgen.model.inlines import Prose, Text
from support.plates import chart, series


def _words(prose: Prose) -> str:
    return "".join(child.text for child in prose.inlines if isinstance(child, Text))


@pytest.mark.parametrize(
    ("columns", "categories", "shape"),
    [(1, 3, (2, 3)), (6, 40, (7, 40)), (7, 6, (7, 7)), (24, 12, (3, 288))],
)
def test_every_figure_is_there(columns: int, categories: int, shape: tuple[int, int]) -> None:
    rows = [series(*(at + 100 * index for at in range(categories)), name=f"列{index}") for index in range(columns)]
    table = chart_table(chart("column", [f"类{at}" for at in range(categories)], *rows))
    assert (len(table.columns), len(table.rows)) == shape
    said = [_words(cell.text) for row in table.rows for cell in row.cells]
    for one in rows:
        for word in one.words:
            assert word in said
    assert table.title is None and table.columns[0].type == "text" and table.columns[-1].type == "number"


def test_heads_are_the_series_and_a_series_without_a_name_has_its_unit() -> None:
    assert [_words(one.title) for one in chart_table(chart("bar", ("甲",), series(1))).columns] == ["项目", "万人"]
    named = chart_table(chart("bar", ("甲",), series(1, name="今年"), series(None)))
    assert [_words(one.title) for one in named.columns] == ["项目", "今年", "数列2"]
    assert [_words(cell.text) for cell in named.rows[0].cells] == ["甲", "1", "—"]
