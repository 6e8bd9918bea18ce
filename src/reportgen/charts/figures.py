"""Scales that start from zero and have room for the labels at the ends of their marks."""

from collections.abc import Sequence


def fitted_range(ends: Sequence[tuple[float, float]], length: float) -> tuple[float, float]:
    """The figures at both ends of a scale ``length`` points long that starts from zero.

    ``ends`` are bars' ends, each with the points that must stay free beyond it for its label: the scale is as
    large as it can be with every label inside.
    """
    if not any(figure for figure, _ in ends):
        return (0.0, 1.0) if length > 0 else (0.0, 0.0)

    def needed(scale: float) -> tuple[float, float]:
        below = max((-figure * scale + room for figure, room in ends if figure < 0), default=0.0)
        above = max((figure * scale + room for figure, room in ends if figure >= 0), default=0.0)
        return below, above

    low, high = 0.0, length / max(abs(figure) for figure, _ in ends)
    for _ in range(48):
        middle = (low + high) / 2
        if sum(needed(middle)) <= length:
            low = middle
        else:
            high = middle
    scale = low or length / 100 / max(abs(figure) for figure, _ in ends)
    below, _ = needed(scale)
    return -below / scale, (length - below) / scale
