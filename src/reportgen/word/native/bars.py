"""Columns, rows and stacks of bars; bars against their targets."""

from decimal import Decimal
from typing import Literal

import msgspec

from reportgen.word.native.frame import LEGEND, NAMES, Frame, Plot, figures, from_zero, names_how, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import LABEL, WHITE, shape

_SHARE, _GROUP = 0.6, 0.74  # of the step, for a bar; for the bars of a category
_WIDEST, _WIDEST_IN_GROUP, _WIDEST_STACK = 54.0, 33.0, 66.0  # points
_MOST_GAP = 500  # per cent (ECMA-376 part 1, 21.2.2.75)
_TIGHT = 1.5  # beside a label
_THIN = 12.0  # a part that has no room for its figure
_BESIDE = 4.0
_KEEP = '<c:invertIfNegative val="0"/>'

How = Literal["level", "turned", "scale"]


def plot_bars(frame: Frame) -> Plot:
    """Columns or rows, one or several a category; they stand on zero."""
    data, marks = frame.data, frame.paint.marks
    lying = data.type == "bar"
    pitch = _row_pitch(frame) if lying else _column_pitch(frame)
    how = _how(frame, pitch, lying=lying)
    labels, looks = [], []
    for index, series in enumerate(data.series):
        colours = [marks.bar(data, index, at) for at in range(frame.count)]
        fill = marks.quiet if data.emphasis and len(data.series) == 1 else colours[0]
        looks.append(_bar_look(fill, colours))
        told = range(len(series.values)) if how != "scale" else data.emphasis if len(data.series) == 1 else ()
        labels.append(
            [
                frame.label(index, at, "outEnd", turned=how == "turned") if at in told else None
                for at in range(frame.count)
            ]
        )
    return Plot(
        "bar", _head("bar" if lying else "col", "clustered"), looks, labels,
        tail=f'<c:gapWidth val="{_gap(frame, pitch, lying=lying)}"/><c:overlap val="0"/>',
        scale=from_zero(frame, figures(data), shown=how == "scale"), lying=lying, reversed_=lying,
        legend="t" if len(data.series) > 1 else "",
        names="level" if lying else names_how(frame, frame.step(scaled=how == "scale")),
    )  # fmt: skip


def _head(direction: str, grouping: str) -> str:
    return f'<c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'


def _bar_look(fill: str, colours: list[str], edge: str = "") -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/>{_KEEP}<c:bubble3D val="0"/>{shape(colour, edge)}</c:dPt>'
        for at, colour in enumerate(colours)
        if colour != fill
    )
    return f"{shape(fill, edge)}{_KEEP}{points}"


def _row_pitch(frame: Frame) -> float:
    series = len(frame.data.series)
    row = (frame.height - (LEGEND if series > 1 else 0.0)) / frame.count
    return row if series == 1 else row * _GROUP / series


def _column_pitch(frame: Frame) -> float:
    series = len(frame.data.series)
    return frame.step() if series == 1 else min(frame.step() * _GROUP / series, _WIDEST_IN_GROUP)


def _gap(frame: Frame, pitch: float, *, lying: bool) -> int:
    """Between the groups of bars, in per cent of a bar."""
    series = len(frame.data.series)
    if lying:
        bar, step = pitch * (_SHARE if series == 1 else 1.0), pitch if series == 1 else pitch * series / _GROUP
    else:
        bar, step = min(pitch * _SHARE, _WIDEST) if series == 1 else pitch, frame.step()
    return max(0, min(round((step - bar * series) / bar * 100), _MOST_GAP))


def _how(frame: Frame, pitch: float, *, lying: bool) -> How:
    """Figures at the ends of their bars, read upwards there, or a scale where there is no room for that."""
    if lying:
        return "level" if pitch >= LABEL * 0.9 else "scale"
    widest = max(width_of(word) for series in frame.data.series for word in series.words)
    if widest <= pitch - _TIGHT:
        return "level"
    return "turned" if pitch > LABEL and frame.span is None else "scale"


def plot_stacked(frame: Frame) -> Plot:
    """Columns made of parts, their figures inside; beside them where a part is too thin for its own."""
    data, marks = frame.data, frame.paint.marks
    columns = list(zip(*(series.values for series in data.series), strict=True))
    tops = [[sum((value for value in column if value and value > 0), Decimal(0)) for column in columns]]
    feet = [[sum((value for value in column if value and value < 0), Decimal(0)) for column in columns]]
    length = max(max(tops[0]) - min(feet[0]), Decimal("1e-9"))
    tall = (frame.height - LEGEND - NAMES) * 0.92 / float(length)
    width = min(frame.step() * _SHARE, _WIDEST_STACK)
    labels: list[list[Label | None]] = []
    for index, series in enumerate(data.series):
        ink = marks.on(marks.series(index))
        row: list[Label | None] = []
        for at, value in enumerate(series.values):
            label = frame.label(index, at, "ctr", ink=ink)
            wide = width_of(series.words[at])
            if label is not None and (abs(float(value or 0)) * tall < _THIN or wide > width - 2):
                aside = (width / 2 + wide / 2 + _BESIDE) / frame.width
                label = msgspec.structs.replace(label, ink=frame.paint.colour("ink"), shift=(aside, 0.0))
            row.append(label)
        labels.append(row)
    room = frame.step() - width - _BESIDE
    beside = [label for row in labels for label in row if label is not None and label.shift is not None]
    shown = any(width_of(label.words) > room for label in beside)
    if shown:
        labels = [[None if label is None or label.shift is not None else label for label in row] for row in labels]
    return Plot(
        "bar", _head("col", "stacked"),
        [_bar_look(marks.series(at), [], WHITE) for at in range(len(data.series))], labels,
        tail=f'<c:gapWidth val="{min(round((frame.step() / width - 1) * 100), _MOST_GAP)}"/><c:overlap val="100"/>',
        scale=from_zero(frame, [*tops, *feet], shown=shown), legend="t" if len(data.series) > 1 else "",
        names=names_how(frame, frame.step(scaled=shown)), leaders=False,
    )  # fmt: skip
