"""Columns, rows and stacks of bars; bars against their targets."""

from decimal import Decimal
from typing import Literal

import msgspec

from reportgen.model.spread import spread
from reportgen.word.native.frame import LEGEND, NAMES, Frame, Plot, Room, figures, from_zero, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import LABEL, WHITE, shape

_SHARE, _GROUP = 0.6, 0.74  # of the step, for a bar; for the bars of a category
_WIDEST, _WIDEST_IN_GROUP, _WIDEST_STACK = 54.0, 33.0, 66.0  # points
_MOST_GAP = 500  # per cent (ECMA-376 part 1, 21.2.2.75)
_TIGHT = 1.5  # beside a label
_THIN = 12.0  # a part that has no room for its figure
_BESIDE = 4.0
_LINE = 12.0  # from figure to figure below it
_SURE = 0.85  # of a plot's depth: what columns have, whatever scale a reader makes
_FREE = 0.05  # of it, below the lowest column
_KEEP = '<c:invertIfNegative val="0"/>'

How = Literal["level", "turned", "scale"]


def plot_bars(frame: Frame) -> Plot:
    """Columns or rows, one or several a category; they stand on zero."""
    data, marks = frame.data, frame.paint.marks
    lying = data.type == "bar"
    pitch = _row_pitch(frame) if lying else _column_pitch(frame)
    how, (gap, overlap) = _how(frame, pitch, lying=lying), _gaps(frame, pitch, lying=lying)
    labels, looks = [], []
    for index, series in enumerate(data.series):
        colours = [marks.bar(data, index, at) for at in range(frame.count)]
        fill = marks.quiet if data.emphasis and len(data.series) == 1 else colours[0]
        looks.append(_bar_look(fill, colours))
        told = range(len(series.values)) if how != "scale" else data.emphasis if len(data.series) == 1 else ()
        row = [
            frame.label(index, at, "outEnd", turned=how == "turned") if at in told else None
            for at in range(frame.count)
        ]
        labels.append(_above_names(frame, row, index, colours) if how == "turned" else row)
    return Plot(
        "bar", _head("bar" if lying else "col", "clustered"), looks, labels,
        tail=f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>',
        scale=from_zero(frame, figures(data), shown=how == "scale"), lying=lying, reversed_=lying,
        legend="t" if len(data.series) > 1 else "",
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


def _column_pitch(frame: Room) -> float:
    """From column to column: so far that their figures stand side by side, where the group has room for that."""
    series = len(frame.data.series)
    if series == 1:
        return frame.step()
    room, asked = frame.step() * _GROUP / series, _widest(frame) + _TIGHT
    return min(room, max(asked, _WIDEST_IN_GROUP) if asked <= room else _WIDEST_IN_GROUP)


def _widest(frame: Room) -> float:
    return max(width_of(word) for series in frame.data.series for word in series.words)


def _gaps(frame: Frame, pitch: float, *, lying: bool) -> tuple[int, int]:
    """Between the groups of bars, and how far those of a group overlap (less than 0: stand apart), both in per cent
    of a bar.
    """
    series = len(frame.data.series)
    if lying:
        bar, step = pitch * (_SHARE if series == 1 else 1.0), pitch if series == 1 else pitch * series / _GROUP
        pitch = bar
    else:
        bar, step = min(pitch * _SHARE, _WIDEST) if series == 1 else min(pitch, _WIDEST_IN_GROUP), frame.step()
    taken, apart = bar + (series - 1) * pitch, 0 if series == 1 else min(round((pitch / bar - 1) * 100), 100)
    return max(0, min(round((step - taken) / bar * 100), _MOST_GAP)), -apart


def column_figures(room: Room) -> How:
    """How the figures of columns stand."""
    return _how(room, _column_pitch(room), lying=False)


def _how(frame: Room, pitch: float, *, lying: bool) -> How:
    """Figures at the ends of their bars, read upwards there, or a scale where there is no room for that."""
    if lying:
        return "level" if pitch >= LABEL * 0.9 else "scale"
    if _widest(frame) <= pitch - _TIGHT:
        return "level"
    return "turned" if pitch > LABEL and frame.span is None else "scale"


def _above_names(frame: Frame, labels: list[Label | None], index: int, fills: list[str]) -> list[Label | None]:
    """``labels`` with those inside their columns that would else reach from below them into the names.

    Readers leave a twentieth of the plot free below the lowest column: enough for level figures only.
    """
    known = [value for row in figures(frame.data) for value in row if value is not None]
    low = min(known, default=Decimal(0))
    if low >= 0:
        return labels
    depth = (frame.upper - NAMES - (LEGEND if len(frame.data.series) > 1 else 0.0)) * _SURE
    tall = depth / float(max(*known, Decimal(0)) - low)
    found = list(labels)
    for at, (label, value) in enumerate(zip(labels, frame.data.series[index].values, strict=True)):
        if label is None or value is None or value >= 0:
            continue
        asked = width_of(label.words) + _TIGHT
        if float(value - low) * tall + depth * _FREE < asked <= float(-value) * tall:
            found[at] = msgspec.structs.replace(label, place="inEnd", ink=frame.paint.marks.on(fills[at]))
    return found


def plot_stacked(frame: Frame) -> Plot:
    """Columns made of parts, their figures inside; beside them where a part is too thin for its own."""
    data, marks = frame.data, frame.paint.marks
    columns = list(zip(*(series.values for series in data.series), strict=True))
    tops = [[sum((value for value in column if value and value > 0), Decimal(0)) for column in columns]]
    feet = [[sum((value for value in column if value and value < 0), Decimal(0)) for column in columns]]
    length = max(max(tops[0]) - min(feet[0]), Decimal("1e-9"))
    tall = (frame.upper - LEGEND - NAMES) * 0.92 / float(length)
    width = min(frame.step() * _SHARE, _WIDEST_STACK)
    stacks = [_figures_of(frame, at, (width, tall), float(min(feet[0]))) for at in range(frame.count)]
    shown = any(stack is None for stack in stacks)
    labels: list[list[Label | None]] = [[None] * frame.count for _ in data.series]
    for at, stack in enumerate(stacks):
        for index, label in enumerate(stack or _inside(frame, at, (width, tall))):
            labels[index][at] = None if shown and label is not None and label.shift is not None else label
    return Plot(
        "bar", _head("col", "stacked"),
        [_bar_look(marks.series(at), [], WHITE) for at in range(len(data.series))], labels,
        tail=f'<c:gapWidth val="{min(round((frame.step() / width - 1) * 100), _MOST_GAP)}"/><c:overlap val="100"/>',
        scale=from_zero(frame, [*tops, *feet], shown=shown), legend="t" if len(data.series) > 1 else "",
        leaders=False,
    )  # fmt: skip


def _inside(frame: Frame, at: int, size: tuple[float, float]) -> list[Label | None]:
    """The figures of a column that have room in their parts. ``size``: its width; points for one of its unit."""
    found: list[Label | None] = []
    for index, series in enumerate(frame.data.series):
        thin = abs(float(series.values[at] or 0)) * size[1] < _THIN or width_of(series.words[at]) > size[0] - 2
        ink = frame.paint.marks.on(frame.paint.marks.series(index))
        found.append(None if thin else frame.label(index, at, "ctr", ink=ink))
    return found


def _figures_of(frame: Frame, at: int, size: tuple[float, float], foot: float) -> list[Label | None] | None:
    """The figures of a column, those without room in their parts beside it, one below the other; None: no room there.

    ``foot``: the lowest end of all columns. A reader of the file puts every figure upon the middle of its part, so
    what is told here is only how far from there it stands.
    """
    (width, tall), found = size, _inside(frame, at, size)
    room, ends, outside = frame.step() - width - _BESIDE, [0.0, 0.0], []
    for index, series in enumerate(frame.data.series):
        value, below = float(series.values[at] or 0), (series.values[at] or 0) < 0
        if series.values[at] is not None and found[index] is None:
            if width_of(series.words[at]) > room:
                return None
            outside.append((-(ends[below] + value / 2) * tall, -index))
        ends[below] += value
    outside.sort()
    lowest = -foot * tall - LABEL / 2
    places = spread([middle for middle, _ in outside], _LINE, lowest - (frame.upper - LEGEND - NAMES), lowest)
    if places is None:
        return None
    for (middle, turned), place in zip(outside, places, strict=True):
        label = frame.label(-turned, at, "ctr")
        assert label is not None  # it has a value
        aside = (width / 2 + width_of(label.words) / 2 + _BESIDE) / frame.width
        found[-turned] = msgspec.structs.replace(label, shift=(aside, (place - middle) / frame.height))
    return found
