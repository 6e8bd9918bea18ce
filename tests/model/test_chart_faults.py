"""Figures that a kind of chart cannot show are found in the data, and told at the figure by every command."""

from pathlib import Path

import pytest

from reportgen.diagnostics.catalogue import CATALOGUE
from reportgen.model.chart_faults import fault_of
from reportgen.model.document import ChartData
from support.plates import chart, draw, series
from support.project import run, write_project


@pytest.mark.parametrize(
    ("data", "code", "at"),
    [
        (chart("bar", ("甲", "乙"), series(1, "Infinity")), "chart-value-not-finite", (0, 1)),
        (chart("line", ("甲",), series(1), series("NaN")), "chart-value-not-finite", (1, 0)),
        (chart("doughnut", ("甲", "乙"), series(3, -1)), "chart-part-negative", (0, 1)),
        (chart("doughnut", ("甲", "乙"), series(0, None)), "chart-nothing-to-share", ()),
        (chart("area", ("甲", "乙"), series(1, 2), series(3, -1)), "chart-part-negative", (1, 1)),
        (chart("people", ("甲",), series(-1)), "chart-part-negative", (0, 0)),
        (chart("dots", ("甲", "乙"), series(None, 101)), "chart-not-percentage", (0, 1)),
        (chart("dots", ("甲",), series("100.1")), "chart-not-percentage", (0, 0)),
        (chart("dots", ("甲",), series(-1)), "chart-not-percentage", (0, 0)),
        (chart("strip", ("甲",), series("37.5"), series(40)), "chart-not-countable", (0, 0)),
        (chart("strip", ("甲",), series(3), series(501)), "chart-not-countable", (1, 0)),
        (chart("strip", ("甲",), series(-1), series("1e400")), "chart-not-countable", (0, 0)),
    ],
)
def test_the_first_figure_that_cannot_be_shown(data: ChartData, code: str, at: tuple[int, ...]) -> None:
    fault = fault_of(data)
    assert fault is not None and (fault.code, fault.at) == (code, at)
    entry = CATALOGUE[code]
    assert "{" not in entry.zh.format(**fault.arguments) + entry.en.format(**fault.arguments)


@pytest.mark.parametrize(
    "data",
    [
        chart("bar", ("甲", "乙"), series(-1, None)),
        chart("area", ("甲", "乙"), series(1, -1)),  # alone it is no part of anything
        chart("doughnut", ("甲", "乙"), series(3, None)),
        chart("dots", ("甲", "乙"), series(0, 100)),
        chart("strip", ("甲",), series(0), series(500)),
    ],
)
def test_what_can_be_shown_is_drawn(data: ChartData) -> None:
    assert fault_of(data) is None
    assert draw(data).marks


@pytest.mark.parametrize("command", [("check",), ("build", "--to", "docx"), ("build", "--to", "pdf")])
def test_told_at_the_figure_whatever_is_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A Word draft shows charts that it does not draw: their faults are told all the same, all in one run."""
    write_project(
        tmp_path / "demo",
        edu="id: edu\nname: 示例局\nblocks:\n"
        "  - {kind: chart, type: doughnut, title: 构成, categories: [居民, 职工], series: [{values: [3, -1]}]}\n"
        "  - {kind: chart, type: dots, title: 覆盖率, unit: '%', categories: [甲], series: [{values: [120]}]}\n",
    )
    made = run(*command, cwd=tmp_path / "demo")
    assert made.returncode == 1
    assert ":4:" in made.stderr and "error[chart-part-negative]" in made.stderr
    assert "“职工”是负数（−1）" in made.stderr and "error[chart-not-percentage]" in made.stderr
    assert made.stderr.count("error[") == 2
