"""Labels at both ends of a slope's lines, kept apart: Word puts each at its point and lets them lie on each other."""

from decimal import Decimal

from reportgen.model.document import ChartData
from reportgen.model.spread import spread

_TOP, _HEIGHT = 0.06, 0.8  # of the chart, for the plot
_PITCH = 1.45  # of labels, in em
PLOT = (
    '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    f'<c:x val="0.04"/><c:y val="{_TOP}"/><c:w val="0.8"/><c:h val="{_HEIGHT}"/>'
)


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
    gap = min(_PITCH * size, (height - 2 * size) / max(1, len(wanted)))
    places = spread([place for place, _ in wanted], gap, size - above, height - above - size)
    assert places is not None  # the gap has just been made to fit
    return {at: (place - asked) / height for place, (asked, at) in zip(places, wanted, strict=True)}
