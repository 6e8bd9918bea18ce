"""What boards draw themselves: bars, strips that count, rows of people, a hundred dots."""

from collections.abc import Sequence
from math import ceil, cos, pi, sin

from reportgen.drawing import Colour, Segment
from reportgen.typeset.boards.canvas import Canvas, circle

_GAP = 1.1  # between two marks of a strip, mm; a twelfth of a mark's height on a screen
_HEAD = 0.15  # of a figure's height: radius of its head
_WIDE = 0.32  # of a figure's height: its width


def bar(
    canvas: Canvas, x: float, y: float, size: tuple[float, float], share: float, colours: tuple[Colour, Colour]
) -> None:
    """A track of ``size`` with ``share`` of it filled; ``colours``: track, fill."""
    width, height = size
    canvas.rect(x, y, width, height, colours[0])
    canvas.rect(x, y, width * min(1.0, max(0.0, share)), height, colours[1])


def count_strip(
    canvas: Canvas,
    x: float,
    y: float,
    size: tuple[float, float],
    count: tuple[int, int],
    colours: tuple[Colour, Colour],
) -> None:
    """A rectangle for each of ``count[1]`` items, ``count[0]`` of them filled; ``colours``: done, outline."""
    width, height = size
    done, whole = count
    gap = min(_GAP * height / 6, width / whole / 4)
    step = (width + gap) / whole
    for index in range(whole):
        left = x + index * step
        if index < done:
            canvas.rect(left, y, step - gap, height, colours[0])
        else:
            canvas.frame(left, y, step - gap, height, 0.4 * canvas.unit if canvas.unit < 2 else 0.9, colours[1])


def per_person(largest: float) -> float:
    """What one figure stands for, so that the longest row has at most fifty: 1, 2, 5, 10, 20 …"""
    step = 1.0
    factors = (2.0, 2.5, 2.0)
    at = 0
    while largest / step > 50:
        step *= factors[at % 3]
        at += 1
    while largest / step < 12 and step > 0.001:
        at -= 1
        step /= factors[at % 3]
    return step


def people(
    canvas: Canvas, x: float, y: float, width: float, counts: Sequence[tuple[int, Colour]], height: float, pitch: float
) -> float:
    """Rows of figures on ``y`` and ``pitch`` below it; how far a figure stands from the next."""
    most = max(count for count, _ in counts)
    step = min(width / max(most, 1), 0.55 * height)
    for row, (count, colour) in enumerate(counts):
        foot = y + row * pitch
        for index in range(count):
            _person(canvas, x + index * step, foot, height, colour)
    return step


def _person(canvas: Canvas, x: float, foot: float, height: float, colour: Colour) -> None:
    """A round head over a body that is round at its shoulders."""
    u = canvas.unit
    wide, radius = _WIDE * height, _HEAD * height
    canvas.outline(circle((x + wide / 2) * u, (foot - height + radius) * u, radius * u), colour, None, 0.0)
    top = foot - height + 2.25 * radius
    r = 0.3 * wide
    left, right, upper, lower = x * u, (x + wide) * u, top * u, foot * u
    k = 0.45 * r * u
    body: tuple[Segment, ...] = (
        ("M", left, lower), ("L", left, upper + r * u), ("C", left, upper + k, left + k, upper, left + r * u, upper),
        ("L", right - r * u, upper), ("C", right - k, upper, right, upper + k, right, upper + r * u),
        ("L", right, lower), ("Z",),
    )  # fmt: skip
    canvas.outline(body, colour, None, 0.0)


def person(canvas: Canvas, x: float, foot: float, height: float, colour: Colour) -> float:
    """One figure, for a legend; its width."""
    _person(canvas, x, foot, height, colour)
    return _WIDE * height


def hundred_dots(
    canvas: Canvas, x: float, y: float, width: float, percent: float, colours: tuple[Colour, Colour]
) -> float:
    """A hundred dots in four rows, ``percent`` of them filled; how high they are. ``colours``: fill, ring."""
    u = canvas.unit
    step = width / 25
    radius = 0.38 * step
    fill, ring = colours
    full = int(percent)
    part = percent - full
    for index in range(100):
        cx, cy = (x + (index % 25 + 0.5) * step) * u, (y + (index // 25 + 0.5) * step) * u
        if index < full:
            canvas.outline(circle(cx, cy, radius * u), fill, None, 0.0)
            continue
        canvas.outline(circle(cx, cy, (radius - 0.03 * step) * u), None, ring, 0.06 * step * u)
        if index == full and part > 0.005:
            canvas.outline(_sector(cx, cy, radius * u, part), fill, None, 0.0)
    return 4 * step


def _sector(cx: float, cy: float, radius: float, share: float) -> tuple[Segment, ...]:
    """A part of a disc, clockwise from 12 o'clock, in curves of at most an eighth of a turn."""
    count = max(1, ceil(share * 8))
    turn = 2 * pi * share / count
    k = 4 / 3 * (1 - cos(turn / 2)) / sin(turn / 2) * radius
    segments: list[Segment] = [("M", cx, cy), ("L", cx, cy - radius)]
    for index in range(count):
        a, b = index * turn, (index + 1) * turn
        segments.append((
            "C", cx + radius * sin(a) + k * cos(a), cy - radius * cos(a) + k * sin(a),
            cx + radius * sin(b) - k * cos(b), cy - radius * cos(b) - k * sin(b),
            cx + radius * sin(b), cy - radius * cos(b),
        ))  # fmt: skip
    segments.append(("Z",))
    return tuple(segments)
