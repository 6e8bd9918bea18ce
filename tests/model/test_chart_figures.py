"""Scales of charts, against the library that made them before."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.ticker import MaxNLocator

from reportgen.model.chart_figures import tick_step, ticks

FIGURES = st.one_of(st.integers(-9, 9).map(float), st.decimals(-9, 9, places=2).map(float))


@given(FIGURES, FIGURES, st.sampled_from((3, 5)))
def test_ticks_are_round_and_enclose_the_figures(one: float, other: float, count: int) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high, count)
    step = tick_step(found)
    assert (found[0] <= low and high <= found[-1]) or low == high
    assert all(math.isclose(round(tick / step) * step, tick, abs_tol=1e-9) for tick in found)
    leading = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert any(math.isclose(leading, one) for one in (1, 2, 2.5, 5))
    assert 2 <= len(found) <= count + 3


@pytest.mark.parametrize("count", [3, 5])
@pytest.mark.parametrize(
    ("low", "high"), [(0, 3.7), (1.18, 1.62), (0, 0.05), (-4, 3.35), (7.3, 7.5), (0, 9.99), (0.1, 0.9), (-2, -1)]
)
def test_ticks_are_those_of_matplotlib(low: float, high: float, count: int) -> None:
    theirs = MaxNLocator(nbins=count, steps=(1, 2, 2.5, 5, 10)).tick_values(low, high)
    assert list(ticks(low, high, count)) == pytest.approx(list(theirs))


def test_one_figure_has_a_scale_from_nothing() -> None:
    assert ticks(4.0, 4.0, 5) == (0.0, 1.0, 2.0, 3.0, 4.0)
    assert ticks(0.0, 0.0, 5)[0] == 0.0
