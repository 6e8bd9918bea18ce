"""What holds for every chart, whatever its data: words apart and on the plate, bars as long as their figures."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.drawing import Line, Path, Plate, Rect
from reportgen.model.document import ChartData
from support.chart_data import COUNTS, FIGURES, NAMES, PARTS, SHARES, faults
from support.plates import axis_lines, chart, draw, rects, series, text, theme, words

KINDS = ("column", "bar", "line", "area", "stacked", "slope", "doughnut", "target", "strip", "dots", "people")
LAW = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def charts(draw_: st.DrawFn, kinds: tuple[str, ...] = KINDS, most: int = 24) -> ChartData:
    kind = draw_(st.sampled_from(kinds))
    count = draw_(st.integers(1, most))
    if draw_(st.booleans()):
        names = [f"{2000 + at // 12}年{at % 12 + 1}月" for at in range(count)]
    else:
        names = draw_(st.lists(NAMES, min_size=count, max_size=count))
    fixed = {"doughnut": 1, "target": 2, "slope": 2, "strip": 3, "dots": 1, "people": 1}
    rows = fixed.get(kind) or draw_(st.integers(1, 6))
    figures = PARTS if kind in ("doughnut", "people") or (kind == "area" and rows > 1) else FIGURES
    figures = {"strip": COUNTS, "dots": SHARES}.get(kind, figures)
    made = [
        series(*draw_(st.lists(figures, min_size=count, max_size=count)), name=draw_(st.one_of(st.just(""), NAMES)))
        for _ in range(rows)
    ]
    if kind == "doughnut" and not any(made[0].values):
        made = [series(1, *made[0].values[1:])]
    emphasis = draw_(st.lists(st.integers(0, count - 1), max_size=2, unique=True))
    return chart(kind, names, *made, emphasis=emphasis)


def _points(plate: Plate) -> list[tuple[float, float]]:
    points = []
    for mark in plate.marks:
        match mark:
            case Rect():
                points += [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
            case Line():
                points += [(mark.x1, mark.y1), (mark.x2, mark.y2)]
            case Path():
                points += [(one[-2], one[-1]) for one in mark.segments if one[0] != "Z"]  # type: ignore[misc]
            case _:
                pass
    return points


@given(charts(), st.sampled_from((240.0, 290.5, 399.0, 453.5)))
@LAW
def test_words_stay_apart_and_on_the_plate(data: ChartData, width: float) -> None:
    plate = draw(data, width)
    assert not faults(plate)
    assert plate.width == pytest.approx(width, abs=0.001)
    grid = theme().page.grid
    assert plate.height / grid == pytest.approx(round(plate.height / grid), abs=1e-6)
    for x, y in _points(plate):
        assert -0.9 <= x <= width + 0.9 and -0.9 <= y <= plate.height + 0.9


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", (1, 2, 3, 5, 8, 12, 13, 20, 31, 60, 200))
def test_any_number_of_categories(kind: str, count: int) -> None:
    rows = 2 if kind in ("target", "slope", "strip") else 1
    for names in (
        [f"{at + 1}月" for at in range(count)],
        [f"第{at + 1}街道办事处的" + "社区" * (at % 4) for at in range(count)],
    ):
        made = [series(*[(at * 37 + row * 11) % 100 + 1 for at in range(count)]) for row in range(rows)]
        assert not faults(draw(chart(kind, names, *made)))


def _lengths(plate: Plate, values: list[Decimal]) -> list[tuple[float, float]]:
    """Length and foot of the bars in the order of ``values``; the swatches of a legend come before them."""
    palette = (*theme().palette, theme().colours["primary"], theme().colours["rule"])
    bars = rects(plate, *palette)
    bars = bars[len(bars) - len(values) :]
    lying = any(line.x1 == line.x2 for line in axis_lines(plate))  # columns may become rows
    if lying:
        return [(bar.width, bar.x if value > 0 else bar.x + bar.width) for bar, value in zip(bars, values, strict=True)]
    return [(bar.height, bar.y + bar.height if value > 0 else bar.y) for bar, value in zip(bars, values, strict=True)]


@given(charts(("bar", "column"), most=20))
@LAW
def test_bars_are_as_long_as_their_figures_and_stand_on_zero(data: ChartData) -> None:
    plate = draw(data)
    values = [row.values[at] for at in range(len(data.categories)) for row in data.series]
    drawn = [value for value in values if value]
    lengths = _lengths(plate, drawn)
    if not drawn:
        return
    largest = max(range(len(drawn)), key=lambda at: abs(drawn[at]))
    for value, (length, _) in zip(drawn, lengths, strict=True):
        expected = float(abs(value) / abs(drawn[largest])) * lengths[largest][0]
        assert length == pytest.approx(expected, rel=0.005, abs=0.003)
    feet = {round(foot, 2) for _, foot in lengths}
    axes = {round(end, 2) for line in axis_lines(plate) for end in (line.x1, line.y1)}
    for foot in feet:
        assert min(abs(foot - axis) for axis in axes) <= 0.02


@given(charts(("stacked",), most=12))
@LAW
def test_parts_of_a_stack_are_as_high_as_their_figures(data: ChartData) -> None:
    drawn = [value for at in range(len(data.categories)) for row in data.series if (value := row.values[at])]
    bars = rects(draw(data), *theme().palette)
    bars = bars[len(bars) - len(drawn) :]
    if not drawn:
        return
    tallest = max(range(len(drawn)), key=lambda at: abs(drawn[at]))
    for value, bar in zip(drawn, bars, strict=True):
        expected = float(abs(value) / abs(drawn[tallest])) * bars[tallest].height
        assert bar.height == pytest.approx(expected, rel=0.005, abs=0.003)


@given(charts(("bar", "target", "doughnut", "slope", "strip", "dots", "people"), most=16))
@LAW
def test_every_name_and_value_is_printed(data: ChartData) -> None:
    printed = text(draw(data)).replace(" ", "")
    for name in data.categories:
        assert name.replace(" ", "") in printed
    for row in data.series:
        for word in row.words:
            assert word in printed


@given(charts(("bar",), most=16))
@LAW
def test_rows_read_name_first_then_values_series_by_series(data: ChartData) -> None:
    said = "".join(words(draw(data))).replace(" ", "")
    expected = "".join(
        name.replace(" ", "") + "".join(row.words[at] for row in data.series) for at, name in enumerate(data.categories)
    )
    assert said.endswith(expected)


@given(charts())
@LAW
def test_the_colour_of_time_is_not_used(data: ChartData) -> None:
    accent = theme().colours["accent"]
    for mark in draw(data).marks:
        for name in ("fill", "colour", "stroke"):
            assert getattr(mark, name, None) != accent


def test_feet_of_neighbours_differ_only_by_column() -> None:
    plate = draw(chart("bar", [f"第{at}街道" for at in range(60)], series(*range(1, 61))))
    feet = sorted({bar.x for bar in rects(plate)})
    assert len(feet) == 2
    assert all(high - low > 100 for low, high in pairwise(feet))
