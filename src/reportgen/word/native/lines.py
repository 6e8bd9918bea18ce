"""Lines over categories, and slopes from before to after; several lines are named where they end."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from reportgen.model.chart_figures import Magnitude, line_ticks, tick_step
from reportgen.model.document import ChartSeries
from reportgen.word.native.ends import (
    DEPTH,
    NAME_SHARE,
    SCALE_SHARE,
    TO_NAME,
    Span,
    is_crowded,
    label_shifts,
    last_known,
    plot_place,
    reached,
    room_for_names,
)
from reportgen.word.native.frame import Frame, Plot, Scale, exact, figures, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import WHITE, shape, stroke

_STROKE, _THIN = 2.0, 1.25
_DOT, _LARGE = 6, 8  # points across, their edge of paper included
_MOST_DOTS = 40
_HEAD = '<c:grouping val="standard"/><c:varyColors val="0"/>'
_TAIL = '<c:marker val="1"/>'
_CLOSING = '<c:smooth val="0"/>'
_ASIDE = 0.03  # of the width: further off in a crowd, for the lines that lead there
_CLEAR = 15.0  # points that a figure above or below its point takes
_MOST_FIGURES = 60  # of several lines; more of them hide the lines
_ALONE = 2.5  # free around a figure that several lines could claim
_MOVED = 0.002  # of the chart: a shift that is seen


def plot_lines(frame: Frame) -> Plot:
    """A scale that says where it starts; figures where they are clear; names at the ends of several lines."""
    data, marks = frame.data, frame.paint.marks
    scale, span = _scale(frame)
    several = len(data.series) > 1
    room = room_for_names(frame)
    looks = [_line_look(frame, at, marks.line(at)) for at in range(len(data.series))]
    plot = Plot(
        "line", _HEAD, looks, _labels(frame, room=room, span=span), tail=_TAIL, closing=_CLOSING, scale=scale,
        legend="t" if several and not room else "",
    )  # fmt: skip
    return (
        msgspec.structs.replace(plot, place=plot_place(frame, SCALE_SHARE, 1 - SCALE_SHARE - room / frame.width))
        if room
        else plot
    )


def _scale(frame: Frame) -> tuple[Scale, Span]:
    """The booklet's own range. Only its foot is fixed: figures edited to be larger have room."""
    data = frame.data
    known = [value for row in figures(data) for value in row]
    size = Magnitude(known)
    marks = line_ticks(data, size, [[None if value is None else size.of(value) for value in known]])
    low = exact(marks[0], size)
    if frame.span is not None:
        return Scale(*frame.span, is_shown=not _all_fit(frame)), frame.span
    step = exact(tick_step(marks), size)
    top = max((value for value in known if value is not None), default=low)
    return Scale(low, None, step, is_shown=True), (low, reached(low, top, step))


def _line_look(frame: Frame, index: int, colour: str) -> str:
    dots = frame.count <= _MOST_DOTS
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/>{_marker(colour, _LARGE)}<c:bubble3D val="0"/>{stroke(colour, _STROKE)}</c:dPt>'
        for at in frame.data.emphasis
        if frame.data.series[index].values[at] is not None
    )
    return stroke(colour, _STROKE) + (_marker(colour, _DOT) if dots else _NO_MARKER) + points


_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def _marker(fill: str, size: int) -> str:
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{shape(fill, WHITE, 0.75)}</c:marker>'


def _all_fit(frame: Frame) -> bool:
    widest = max(width_of(word) for series in frame.data.series for word in series.words)
    return widest + 2 <= frame.step(scaled=frame.span is None)


def _labels(frame: Frame, *, room: float, span: Span) -> list[list[Label | None]]:
    """``room``: points right of the plot, for names where lines end; 0.0 for none."""
    data, found = frame.data, []
    lasts = [last_known(series) for series in data.series]
    shifts: dict[int, float] = {}
    free = _free(frame, room, span) if len(data.series) > 2 else {}
    if room:
        ends = [None if last is None else data.series[at].values[last] for at, last in enumerate(lasts)]
        shifts = label_shifts(ends, span, frame)
    for index, series in enumerate(data.series):
        told = _told(frame, series)
        row = [
            frame.label(index, at, _side(frame, (index, at), span)) if at in told else None for at in range(frame.count)
        ]
        for at, sides in free.items():
            row[at] = frame.label(index, at, sides[index]) if index in sides else None
        last = lasts[index]
        if room and last is not None:
            # a line that ends early is named where the others are, or its name lies on them
            aside = (frame.count - 1 - last) * (1 - SCALE_SHARE - room / frame.width) / frame.count
            shift = (aside, shifts[index]) if aside or abs(shifts[index]) > _MOVED else None
            label = frame.label(index, last, "r")
            assert label is not None  # it is the last that is known
            row[last] = msgspec.structs.replace(label, named=True, bold=False, shift=shift)
        found.append(row)
    return found


def _told(frame: Frame, series: ChartSeries) -> set[int]:
    """The points whose figures are told: all where one or two lines give them room, else those that matter most."""
    data = frame.data
    if len(data.series) <= 2 and _all_fit(frame):
        return set(range(frame.count))
    if len(data.series) > 1 or frame.span is not None:
        return set(data.emphasis)
    known = [at for at, value in enumerate(series.values) if value is not None]
    if not known:
        return set()
    heights = {at: value for at, value in enumerate(series.values) if value is not None}
    return {
        *data.emphasis,
        known[0],
        known[-1],
        max(known, key=heights.__getitem__),
        min(known, key=heights.__getitem__),
    }


def _side(frame: Frame, point: tuple[int, int], span: Span) -> str:
    """Above a point, or below it where that is the outer side of its line; of two lines, away from the other.

    At the foot of the plot there is room above only.
    """
    data, (index, at) = frame.data, point
    value = data.series[index].values[at]
    if value is not None and float((value - span[0]) / (span[1] - span[0])) * frame.upper * DEPTH < _CLEAR:
        return "t"
    if len(data.series) == 2:
        other = data.series[1 - index].values[at]
        if value is not None and other is not None and value != other:
            return "t" if value > other else "b"
        return "bt"[index == 0]
    values = data.series[index].values
    beside = [one for one in (*values[max(0, at - 1) : at], *values[at + 1 : at + 2]) if one is not None]
    return "b" if beside and value is not None and value < sum(beside) / len(beside) else "t"


def _free(frame: Frame, room: float, span: Span) -> dict[int, dict[int, str]]:
    """Where the figures of several lines stand, by category and line: all of them if all are clear, as in the booklet,
    else those that the title speaks of.
    """
    data = frame.data
    step = (frame.width * (1 - SCALE_SHARE) - room) / frame.count
    found = {at: _free_sides(frame, at, span, step) for at in range(frame.count)}
    lasts = [last_known(series) for series in data.series]
    is_complete = all(
        value is None or index in found[at] or (room and lasts[index] == at)
        for index, series in enumerate(data.series)
        for at, value in enumerate(series.values)
    )
    if is_complete and _all_fit(frame) and len(data.series) * frame.count <= _MOST_FIGURES:
        return found
    return {at: found[at] for at in data.emphasis}


def _free_sides(frame: Frame, at: int, span: Span, step: float) -> dict[int, str]:
    """Where the figures of several lines stand at a category: above or below their points, where neither a line nor
    another figure is in the way. ``step``: from category to category.
    """
    low, high = span
    foot = frame.upper * DEPTH
    depth = foot / float(high - low)
    rows = [[None if value is None else float(high - value) * depth for value in one.values]
            for one in frame.data.series]  # fmt: skip
    known = sorted((y, index) for index, row in enumerate(rows) if (y := row[at]) is not None)
    found: dict[int, str] = {}
    taken: list[tuple[float, float]] = []
    for y, index in known:
        share = min(width_of(frame.data.series[index].words[at]) / 2 / step, 0.5)
        reaches = [_reach(row, at, share) for row in rows]
        others = [reach for other, reach in enumerate(reaches) if other != index and reach is not None]
        own = reaches[index]
        assert own is not None  # it is known here
        sides = {"t": (y - _CLEAR, y - _DOT / 2), "b": (y + _DOT / 2, y + _CLEAR)}
        if own[0] + own[1] < 2 * y:  # its line goes up from here: the outer side first
            sides = dict(reversed(sides.items()))
        for side, (top, end) in sides.items():
            steep = own[0] < top + _CLEAR / 3 if side == "t" else own[1] > end - _CLEAR / 3
            is_clear = all(end + _ALONE < other[0] or top - _ALONE > other[1] for other in (*taken, *others))
            if is_clear and not steep and end <= foot:
                found[index] = side
                taken.append((top, end))
                break
    return found


def _reach(row: Sequence[float | None], at: int, share: float) -> tuple[float, float] | None:
    """How high and how low a line runs around a category, ``share`` of a step to either side; None for a gap there."""
    here = row[at]
    if here is None:
        return None
    beside = [one for one in (*row[max(0, at - 1) : at], *row[at + 1 : at + 2]) if one is not None]
    heights = [here, *(here + (one - here) * share for one in beside)]
    return min(heights), max(heights)


def plot_slopes(frame: Frame) -> Plot:
    """A line for each series between two points in time, told at both ends; in a crowd named at both ends too."""
    data, paint = frame.data, frame.paint
    low, high = _range(figures(data))
    shifts = [label_shifts([one.values[end] for one in data.series], (low, high), frame) for end in (0, 1)]
    crowded = is_crowded(shifts)
    last = [one.values[-1] for one in data.series]
    order = sorted(range(len(last)), key=lambda at: (last[at] is None, -(last[at] or Decimal(0)), at))
    colours = paint.marks.slopes(len(data.series), data.emphasis, order if crowded else None)
    looks = [stroke(colour, _THIN if crowded else _STROKE) + _marker(colour, _DOT) for colour in colours]
    labels = [
        [_end(frame, index, end, shifts[end].get(index, 0.0), crowded=crowded) for end in (0, 1)]
        for index in range(len(data.series))
    ]
    left, right = _sides(frame, crowded=crowded)
    return Plot(
        "line", _HEAD, looks, labels, tail=_TAIL, closing=_CLOSING, scale=Scale(low, high),
        place=plot_place(frame, left, 1 - left - right), uprights=True,
    )  # fmt: skip


def _sides(frame: Frame, *, crowded: bool) -> tuple[float, float]:
    """What figures and names take left and right of a slope, as shares of the width."""
    far = TO_NAME + (_ASIDE * frame.width if crowded else 0.0)
    found = []
    for end in (0, 1):
        told = [
            f"{one.name} {one.words[end]}" if end or crowded or one.values[1] is None else one.words[end]
            for one in frame.data.series
        ]
        found.append(min((max(map(width_of, told)) + far) / frame.width, NAME_SHARE))
    return found[0], found[1]


def _range(rows: Sequence[Sequence[Decimal | None]]) -> Span:
    known = [value for row in rows for value in row if value is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    if low == high:
        return low - 1, high + 1
    return low - (high - low) / 10, high  # the line of the categories runs below the lowest


def _end(frame: Frame, index: int, end: int, shift: float, *, crowded: bool) -> Label | None:
    """A line's first figure at its left, the last one with its name; ``shift`` keeps them apart."""
    label = frame.label(index, end, "r" if end else "l")
    if label is None:
        return None
    aside = (_ASIDE if end else -_ASIDE) if crowded else 0.0
    moved = (aside, shift) if abs(shift) > _MOVED or crowded else None
    named = bool(end) or crowded or frame.data.series[index].values[1] is None
    return msgspec.structs.replace(label, named=named, bold=index in frame.data.emphasis, shift=moved)
