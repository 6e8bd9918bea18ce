"""Areas over categories, on zero; several lie on each other and are named at the right, where they end."""

from decimal import Decimal

import msgspec

from reportgen.word.native.ends import SCALE_SHARE, label_shifts, plot_place, reached, room_for_names
from reportgen.word.native.frame import Edge, Frame, Plot, from_zero, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import WHITE, shape, stroke

_EDGE = 1.75
_TO_NAME = 6.0  # from the end of an area
_MOVED = 0.01  # of the chart: a name so far off has a line to its area


def plot_areas(frame: Frame) -> Plot:
    """One area below a line with its figures, or several with a scale, each with its name and last figure at its end.

    Labels of an area stand in its middle: where there is one, a line of the same cells runs along it and has them.
    """
    data, marks = frame.data, frame.paint.marks
    alone = len(data.series) == 1
    step = frame.step(scaled=frame.span is None)
    tops = [
        sum((value for value in column if value is not None), Decimal(0))
        for column in zip(*(series.values for series in data.series), strict=True)
    ]
    looks = [shape(marks.tint(at)) if alone else shape(marks.series(at), WHITE) for at in range(len(data.series))]
    scale = from_zero(frame, [list(tops)], shown=frame.span is None)
    nothing: list[list[Label | None]] = [[None] * frame.count for _ in data.series]
    plot = Plot(
        "area", f'<c:grouping val="{"standard" if alone else "stacked"}"/><c:varyColors val="0"/>', looks, nothing,
        scale=scale, legend="" if alone else "t",
        edge=Edge(stroke(marks.line(0), _EDGE), _told(frame, step)) if alone else None,
    )  # fmt: skip
    room = room_for_names(frame)
    if not room or scale.step is None:
        return plot
    shifts = _shifts(frame, reached(Decimal(0), max(tops), scale.step))
    share = 1 - SCALE_SHARE - room / frame.width
    return msgspec.structs.replace(
        plot, legend="", place=plot_place(frame, SCALE_SHARE, share),
        labels=[_named(frame, at, shifts[at]) for at in range(len(data.series))],
        leaders=any(abs(shift) > _MOVED for shift in shifts.values()),
    )  # fmt: skip


def _shifts(frame: Frame, high: Decimal) -> dict[int, float]:
    """How far the name of each area stands from its middle at its end; ``high``: where the scale ends."""
    below, middles = Decimal(0), []
    for series in frame.data.series:
        value = series.values[-1] or Decimal(0)
        middles.append(below + value / 2)
        below += value
    return label_shifts(middles, (Decimal(0), high), frame)


def _named(frame: Frame, index: int, shift: float) -> list[Label | None]:
    """The labels of an area: its name and its last figure, beside its end."""
    label = frame.label(index, frame.count - 1, "")
    assert label is not None  # areas that lack figures are drawn as something else
    series = frame.data.series[index]
    aside = width_of(f"{series.name} {series.words[-1]}") / 2 + _TO_NAME
    moved = msgspec.structs.replace(label, named=True, bold=False, shift=(aside / frame.width, shift))
    return [*[None] * (frame.count - 1), moved]


def _told(frame: Frame, step: float) -> list[Label | None]:
    """All figures where they have room, else those that matter most."""
    values = frame.data.series[0].values
    told = set(range(frame.count))
    if max(map(width_of, frame.data.series[0].words)) + 2 > step:
        known = {at: value for at, value in enumerate(values) if value is not None}
        most = {min(known), max(known), max(known, key=known.__getitem__)} if known else set()
        told = {*frame.data.emphasis, *most}
    return [
        frame.label(0, at, "b" if (values[at] or 0) < 0 else "t") if at in told else None for at in range(frame.count)
    ]
