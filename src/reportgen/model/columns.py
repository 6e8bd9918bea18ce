"""The measure of columns: whole characters, so that every full line ends on its edge (typography specification 8.4)."""

from collections.abc import Sequence

GUTTER = 2.0  # em between two columns, and what whole characters leave over

_ROUNDED = 0.01  # em: margins written in millimetres or twips make a measure that much short of whole characters


def column_measure(measure: float, count: int, size: float) -> float:
    """The width of each of ``count`` columns on ``measure``, both in points; ``size`` is a character's."""
    characters = int((measure / size - GUTTER * (count - 1)) / count + _ROUNDED)
    return max(1, characters) * size


def eased(widths: list[float], naturals: Sequence[float]) -> list[float]:
    """``widths`` with what some have over their natural width given to those that have less than theirs."""
    lacks = [max(0.0, natural - width) for width, natural in zip(widths, naturals, strict=True)]
    spare = [max(0.0, width - natural) for width, natural in zip(widths, naturals, strict=True)]
    moved = min(sum(lacks), sum(spare))
    if moved <= 0.0:
        return widths
    give, take = moved / sum(spare), moved / sum(lacks)
    return [width - over * give + lack * take for width, over, lack in zip(widths, spare, lacks, strict=True)]
