"""Small multiples and baselines: one scale for all panels, zero where length is the figure."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.drawing import Path, Plate
from reportgen.model.document import ChartData
from support.chart_data import FIGURES, NAMES, faults
from support.plates import axis_lines, box, chart, draw, rects, runs, series, theme, words

YEARS = ("2021年", "2022年", "2023年", "2024年")
AREAS = ("市南区", "市北区", "李沧区", "崂山区", "黄岛区", "城阳区", "即墨区")


def panels(kind: str, names: tuple[str, ...], *rows: object) -> ChartData:
    return msgspec.structs.replace(chart(kind, names, *rows), panels=True)  # type: ignore[arg-type]


def _bars(plate: Plate) -> list[float]:
    return [bar.height for bar in rects(plate, theme().palette[0])]


def test_columns_of_all_panels_have_one_scale() -> None:
    made = [series(at + 1, 2 * at + 2, 3, 4, name=name) for at, name in enumerate(AREAS)]
    plate = draw(panels("column", YEARS, *made))
    expected = [float(value or 0) for one in made for value in one.values]
    heights = _bars(plate)
    assert len(heights) == len(expected)
    unit = heights[0] / expected[0]
    assert heights == pytest.approx([value * unit for value in expected], abs=0.02)
    assert len({round(line.x2 - line.x1, 1) for line in axis_lines(plate)}) == 1
    assert len(axis_lines(plate)) == 7


def test_a_panel_reads_name_first_then_its_years_and_figures() -> None:
    made = [series(1, 2, 3, 4, name="市南区"), series(5, 6, 7, 8, name="市北区")]
    said = words(draw(panels("column", YEARS, *made)))
    first, second = said.index("市南区"), said.index("市北区")
    assert said[first + 1 : first + 5] == list(YEARS)
    assert "4" in said[first:second] and "8" in said[second:]


@pytest.mark.parametrize("kind", ("column", "line", "area"))
@pytest.mark.parametrize("count", (1, 2, 5, 12, 24))
@pytest.mark.parametrize("width", (240.0, 399.0))
def test_any_number_of_panels(kind: str, count: int, width: float) -> None:
    made = [series(*((at * 7 + year * 5) % 19 + 90 for year in range(4)), name=f"第{at}区") for at in range(count)]
    plate = draw(panels(kind, YEARS, *made), width)
    assert not faults(plate)
    assert all(f"第{at}区" in words(plate) for at in range(count))


@given(
    st.sampled_from(("column", "line", "area")),
    st.lists(st.lists(FIGURES, min_size=5, max_size=5), min_size=1, max_size=7),
    st.lists(NAMES, min_size=7, max_size=7),
    st.sampled_from((240.0, 399.0)),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_words_stay_apart_whatever_the_data(kind: str, rows: list[list[int]], names: list[str], width: float) -> None:
    made = [series(*row, name=name) for row, name in zip(rows, names, strict=False)]
    assert not faults(draw(panels(kind, tuple(names[:5]), *made), width))


def test_a_line_starts_where_the_author_says() -> None:
    free = chart("line", YEARS, series(10, 12, 11, 13))
    set_ = msgspec.structs.replace(free, baseline=Decimal(-10))
    assert "−10" in words(draw(set_)) and "−10" not in words(draw(free))
    high = chart("line", YEARS, series(73, 74, 75, 76))
    assert "0" in words(draw(msgspec.structs.replace(high, baseline=Decimal(0))))


def test_areas_in_panels_may_go_below_zero() -> None:
    plate = draw(panels("area", YEARS, series(1, -2, 3, 4, name="甲"), series(1, 1, None, 1, name="乙")))
    assert [mark for mark in plate.marks if isinstance(mark, Path) and mark.fill]
    assert "—" in [run.text for run in runs(plate)] and all(box(run)[0] >= -0.01 for run in runs(plate))
