"""Names at the ends of lines, kept apart: Word puts each at its point and lets them lie on each other."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from reportgen.model.document import ChartSeries
from reportgen.model.spread import spread
from reportgen.word.native.frame import Frame, width_of
from reportgen.word.native.paint import LABEL

TOP, DEPTH = 0.06, 0.8  # of the chart, for the plot
SCALE_SHARE = 0.08  # of the width, for the figures of a scale
NAME_SHARE = 0.34  # of the width, at most, for names at the ends
TO_NAME = 14.0
_HEADROOM = Decimal("1.05")  # of a scale: its highest figure has so much
_PITCH = 1.45  # of labels, in em
_CROWDED = 0.03  # of the chart: labels that have to go so far make a crowd

Span = tuple[Decimal, Decimal]  # the figures at the foot and the head of the plot


def plot_place(left: float, width: float) -> str:
    """Where the plot stands in the chart, in shares of its width: labels can be reckoned by its height."""
    return (
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{TOP}"/><c:w val="{width:.4f}"/><c:h val="{DEPTH}"/>'
    )


def is_crowded(shifts: Sequence[Mapping[int, float]]) -> bool:
    """Whether labels, moved by ``shifts`` at each end, lie so close that a reader may lose their lines."""
    return any(abs(shift) > _CROWDED for end in shifts for shift in end.values())


def label_shifts(values: Sequence[Decimal | None], span: Span, height: float) -> dict[int, float]:
    """How far down the label of each of ``values`` must go, as a share of the chart, by line.

    ``height``: of the chart, in points.
    """
    low, high = span
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    wanted = sorted((float((high - value) / (high - low)) * height * DEPTH, at) for at, value in known)
    above = height * TOP
    gap = min(_PITCH * LABEL, (height * DEPTH + above - 1.5 * LABEL) / max(1, len(wanted)))  # not upon the time below
    places = spread([place for place, _ in wanted], gap, LABEL - above, height * DEPTH - LABEL / 2)
    assert places is not None  # the gap has just been made to fit
    return {at: (place - asked) / height for place, (asked, at) in zip(places, wanted, strict=True)}


def reached(low: Decimal, top: Decimal, step: Decimal) -> Decimal:
    """Where Word and LibreOffice end a scale that is left open: at a step, with some room above the highest figure."""
    steps = ((top - low) * _HEADROOM / step).to_integral_value(ROUND_CEILING)
    return low + max(steps, Decimal(1)) * step


def last_known(series: ChartSeries) -> int | None:
    """The last category that has a figure."""
    return next((at for at in reversed(range(len(series.values))) if series.values[at] is not None), None)


def room_for_names(frame: Frame) -> float:
    """Points right of the plot for the longest name with its figure; 0.0 where there are none to tell apart or they
    would take too much.
    """
    if len(frame.data.series) == 1 or not any(series.name for series in frame.data.series):
        return 0.0
    wide = 0.0
    for series in frame.data.series:
        last = last_known(series)
        if last is not None:
            wide = max(wide, width_of(f"{series.name} {series.words[last]}"))
    half = frame.width * (1 - SCALE_SHARE) / frame.count / 2  # the last point stands so far from the plot's edge
    room = max(wide + TO_NAME - half, 1.0)
    return room if room <= frame.width * NAME_SHARE else 0.0
