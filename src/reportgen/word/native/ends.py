"""Names at the ends of lines, kept apart: Word puts each at its point and lets them lie on each other."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.model.spread import spread
from reportgen.word.native.paint import LABEL

TOP, DEPTH = 0.06, 0.8  # of the chart, for the plot
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
