"""Large figures of charts in 万 and 亿: as they are read, and nothing of them lost."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.indicators.wording import plain
from reportgen.model.document import ChartSeries
from reportgen.resolve.chart_units import counted_in
from support.every_kind import document_of
from support.project import REPORT, write_project


def series(*values: str | None) -> ChartSeries:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    return ChartSeries("", numbers, tuple("—" if one is None else plain(one) for one in numbers))


@pytest.mark.parametrize(
    ("values", "unit", "words", "said"),
    [
        (("12345678", "0", "34567890"), "人", ("1234.5678", "0", "3456.789"), "万人"),
        (("158000", "90000"), "元", ("15.8", "9"), "万元"),
        (("1200000000", "350000000"), "元", ("12", "3.5"), "亿元"),
        (("345678901",), "元", ("34567.8901",), "万元"),
        (("360000", None), "户", ("36", "—"), "万户"),
        (("123456", "98765"), "人", ("123456", "98765"), "人"),  # would need four decimals: no easier to read
        (("99999",), "人", ("99999",), "人"),
        (("1580000",), "万元", ("1580000",), "万元"), (("158000",), "%", ("158000",), "%"),
        (("158000",), "", ("158000",), ""),
        (("-250000", "50000"), "人", ("−25", "5"), "万人"),
    ],
)  # fmt: skip
def test_figures_as_they_are_read(values: tuple[str | None, ...], unit: str, words: tuple[str, ...], said: str) -> None:
    (found,), word, _ = counted_in([series(*values)], unit)
    assert (found.words, word) == (words, said)


@given(st.lists(st.decimals(-(10**12), 10**12, places=3), min_size=1, max_size=6))
def test_no_figure_changes(values: list[Decimal]) -> None:
    before = ChartSeries("", tuple(values), tuple(map(plain, values)))
    (after,), unit, power = counted_in([before], "元")
    assert unit == {0: "元", 4: "万元", 8: "亿元"}[power]
    assert [value and value.scaleb(power) for value in after.values] == [value or value for value in values]
    assert all(len(word.partition(".")[2]) <= 4 for word in after.words) or not power


def test_booklet_and_baseline_speak_of_the_same_unit(tmp_path: Path) -> None:
    edu = (
        "id: edu\nname: 示例局\nblocks:\n  - {kind: chart, type: line, title: 参保人数, unit: 人, baseline: 3000000, "
        "categories: [一季度, 二季度], series: [{values: [3500000, 3620000]}]}\n"
    )
    document = document_of(write_project(tmp_path, report=REPORT, edu=edu))
    (chart,) = document.charts.values()
    assert (chart.unit, chart.baseline) == ("万人", Decimal(300))
    assert chart.series[0].words == ("350", "362") and "362万人" in chart.alt
