"""Areas over categories, on zero; several lie on each other."""

from decimal import Decimal

from reportgen.word.native.frame import Edge, Frame, Plot, from_zero, names_how, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import WHITE, shape, stroke

_EDGE = 1.75


def plot_areas(frame: Frame) -> Plot:
    """One area below a line with its figures, or several with a scale.

    Labels of an area stand in its middle: where there is one, a line of the same cells runs along it and has them.
    """
    data, marks = frame.data, frame.paint.marks
    alone = len(data.series) == 1
    step = frame.step(scaled=frame.span is None)
    nothing: list[list[Label | None]] = [[None] * frame.count for _ in data.series]
    tops = [
        sum((value for value in column if value is not None), Decimal(0))
        for column in zip(*(series.values for series in data.series), strict=True)
    ]
    looks = [shape(marks.tint(at)) if alone else shape(marks.series(at), WHITE) for at in range(len(data.series))]
    return Plot(
        "area", f'<c:grouping val="{"standard" if alone else "stacked"}"/><c:varyColors val="0"/>', looks, nothing,
        scale=from_zero(frame, [list(tops)], shown=frame.span is None), legend="" if alone else "t",
        names=names_how(frame, step),
        edge=Edge(stroke(marks.line(0), _EDGE), _told(frame, step)) if alone else None,
    )  # fmt: skip


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
