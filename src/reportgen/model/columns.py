"""The measure of columns: whole characters, so that every full line ends on its edge (typography specification 8.4)."""

GUTTER = 2.0  # em between two columns, and what whole characters leave over


def column_measure(measure: float, count: int, size: float) -> float:
    """The width of each of ``count`` columns on ``measure``, both in points; ``size`` is a character's."""
    characters = int((measure / size - GUTTER * (count - 1)) / count + 1e-6)
    return max(1, characters) * size
