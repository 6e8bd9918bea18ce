"""Names at the ends of lines, kept apart: Word puts each at its point and lets them lie on each other."""

import math
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from reportgen.model.document import ChartSeries
from reportgen.model.spread import spread
from reportgen.word.native.frame import LEGEND, SIDES, Frame, Plot, Room, Scale, figures, width_of
from reportgen.word.native.paint import LABEL, SCALE

TOP, DEPTH = 0.06, 0.8  # of the chart without names that are not level, for the plot
SCALE_SHARE = 0.08  # of the width, for the figures of a scale
NAME_SHARE = 0.34  # of the width, at most, for names at the ends
TO_NAME = 14.0
_KEY, _LINE = 30.0, 14.0  # points: what stands beside a name in a legend; a line of it
_TO_SCALE = 8.0  # from its figures to the plot
_HEADROOM = Decimal("1.05")  # of a scale: its highest figure has so much
_PITCH = 1.45  # of labels, in em
_CROWDED = 0.03  # of the chart: labels that have to go so far make a crowd

Span = tuple[Decimal, Decimal]  # the figures at the foot and the head of the plot


def plot_place(frame: Frame, left: float, width: float, above: float = 0.0) -> str:
    """Where the plot stands in the chart, in shares of its width: labels can be reckoned by its height.

    ``above``: points that a legend takes.
    """
    share = frame.upper / frame.height
    top, depth = max(TOP * share, above / frame.height), DEPTH * share - max(above - LEGEND, 0.0) / frame.height
    return (
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{round(top, 4)}"/><c:w val="{width:.4f}"/><c:h val="{round(depth, 4)}"/>'
    )


def is_crowded(shifts: Sequence[Mapping[int, float]]) -> bool:
    """Whether labels, moved by ``shifts`` at each end, lie so close that a reader may lose their lines."""
    return any(abs(shift) > _CROWDED for end in shifts for shift in end.values())


def label_shifts(values: Sequence[Decimal | None], span: Span, frame: Frame) -> dict[int, float]:
    """How far down the label of each of ``values`` must go, as a share of the chart, by line."""
    (low, high), height = span, frame.upper
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    wanted = sorted((float((high - value) / (high - low)) * height * DEPTH, at) for at, value in known)
    above = height * TOP
    gap = min(_PITCH * LABEL, (height * DEPTH + above - 1.5 * LABEL) / max(1, len(wanted)))  # not upon the time below
    places = spread([place for place, _ in wanted], gap, LABEL - above, height * DEPTH - LABEL / 2)
    assert places is not None  # the gap has just been made to fit
    return {at: (place - asked) / frame.height for place, (asked, at) in zip(places, wanted, strict=True)}


def reached(low: Decimal, top: Decimal, step: Decimal) -> Decimal:
    """Where Word and LibreOffice end a scale that is left open: at a step, with some room above the highest figure."""
    steps = ((top - low) * _HEADROOM / step).to_integral_value(ROUND_CEILING)
    return low + max(steps, Decimal(1)) * step


def last_known(series: ChartSeries) -> int | None:
    """The last category that has a figure."""
    return next((at for at in reversed(range(len(series.values))) if series.values[at] is not None), None)


def room_for_names(frame: Room) -> float:
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


def turned_place(frame: Frame, plot: Plot) -> str:
    """Where a plot stands above names that are read upwards; "" where there are none.

    Left to themselves, readers of the file give such names too little, or the plot. Panels have titles, whose height
    is the reader's own.
    """
    if frame.names != "turned" or frame.span is not None or plot.scale is None:
        return ""
    left = _scale_room(frame, plot.scale) / frame.width if plot.scale.is_shown else SIDES / 2 / frame.width
    return plot_place(frame, left, 1 - left - SIDES / 2 / frame.width, _legend_room(frame) if plot.legend else 0.0)


def _legend_room(frame: Frame) -> float:
    """Points that a legend takes, which a plot with a place of its own would lie on."""
    wide = sum(width_of(series.name) + _KEY for series in frame.data.series)
    return LEGEND + (math.ceil(wide / frame.width) - 1) * _LINE


def _scale_room(frame: Frame, scale: Scale) -> float:
    """Points that the figures of a scale take left of the plot."""
    columns = [[value for value in column if value] for column in zip(*figures(frame.data), strict=True)]
    on_each_other = frame.data.type in ("stacked", "area")
    most = max((sum(column, Decimal(0)) if on_each_other else max(column) for column in columns if column), default=0)
    told = [scale.low or min((min(column) for column in columns if column), default=Decimal(0)), Decimal(most)]
    if scale.step is not None:
        told = [told[0] + scale.step, reached(told[0], told[1], scale.step)]
    wide = max(width_of(f"{one:f}") for one in told) * SCALE / LABEL
    return max(wide + _TO_SCALE, frame.width * SCALE_SHARE)
