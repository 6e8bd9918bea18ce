"""The measure of columns: whole characters, so that every full line ends on its edge (typography specification 8.4)."""

GUTTER = 2.0  # em between two columns, and what whole characters leave over

_ROUNDED = 0.01  # em: margins written in millimetres or twips make a measure that much short of whole characters


def column_measure(measure: float, count: int, size: float) -> float:
    """The width of each of ``count`` columns on ``measure``, both in points; ``size`` is a character's."""
    characters = int((measure / size - GUTTER * (count - 1)) / count + _ROUNDED)
    return max(1, characters) * size
