"""Labels at both ends of a slope's lines, kept apart: Word puts each at its point and lets them lie on each other."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.model.document import ChartData
from reportgen.model.spread import spread

_TOP, _HEIGHT = 0.06, 0.8  # of the chart, for the plot
_PITCH = 1.45  # of labels, in em
_CROWDED = 0.03  # of the chart: labels that have to go so far make a crowd
_TURNS = 3  # colours of the lines of a crowd


def plot_place(*, crowded: bool) -> str:
    """Where the plot stands in the chart: with room for names at the right, in a crowd at the left too."""
    x, width = (0.12, 0.76) if crowded else (0.04, 0.8)
    return (
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{_TOP}"/><c:w val="{width}"/><c:h val="{_HEIGHT}"/>'
    )


def is_crowded(shifts: Sequence[Mapping[int, float]]) -> bool:
    """Whether labels, moved by ``shifts`` at each end, lie so close that a reader may lose their lines."""
    return any(abs(shift) > _CROWDED for end in shifts for shift in end.values())


def turn_of(data: ChartData, line: int) -> int:
    """Which of three colours a line of a crowd has, by the order of the lines' last figures."""
    last = [one.values[-1] for one in data.series]
    order = sorted(range(len(last)), key=lambda at: (last[at] is None, -(last[at] or Decimal(0)), at))
    return order.index(line) % _TURNS


def figure_range(data: ChartData) -> tuple[Decimal, Decimal]:
    """The figures that the scale begins and ends with."""
    known = [value for series in data.series for value in series.values if value is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    if low == high:
        return low - 1, high + 1
    return low - (high - low) / 10, high  # the line of the categories runs below the lowest


def label_shifts(data: ChartData, end: int, looks: tuple[float, float]) -> dict[int, float]:
    """How far down each label of an end must go, as a share of the chart; by line.

    ``looks``: the chart's height and the labels' size, in points.
    """
    height, size = looks
    low, high = figure_range(data)
    known = [(at, value) for at, one in enumerate(data.series) if (value := one.values[end]) is not None]
    wanted = sorted((float((high - value) / (high - low)) * height * _HEIGHT, at) for at, value in known)
    above = height * _TOP
    gap = min(_PITCH * size, (height * _HEIGHT + above - 1.5 * size) / max(1, len(wanted)))  # not upon the time below
    places = spread([place for place, _ in wanted], gap, size - above, height * _HEIGHT - size / 2)
    assert places is not None  # the gap has just been made to fit
    return {at: (place - asked) / height for place, (asked, at) in zip(places, wanted, strict=True)}
