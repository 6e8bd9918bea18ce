"""Figures of a chart as lengths: magnitudes that floats can hold, scales with room for labels, ticks."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import pairwise

from matplotlib.ticker import MaxNLocator

from reportgen.indicators.wording import plain

_EXACT = Context(prec=700, Emax=10**6, Emin=-(10**6))  # sums of figures as long as YAML may write them
_STEPS = (1, 2, 2.5, 5, 10)


class Magnitude:
    """The power of ten that brings a chart's figures near 1, so that huge and tiny ones are drawn alike."""

    def __init__(self, values: Iterable[Decimal | None]) -> None:
        sizes = [value.adjusted() for value in values if value]
        self.power = max(sizes, default=0)

    def of(self, value: Decimal) -> float:
        """``value`` in units of the magnitude."""
        return float(value.scaleb(-self.power, _EXACT))

    def words(self, figure: float, step: float) -> str:
        """A tick's figure, in the chart's own unit and with no more digits than its step has."""
        quantum = Decimal(repr(step)).normalize().as_tuple().exponent
        assert isinstance(quantum, int)
        exact = Decimal(repr(figure)).quantize(Decimal(1).scaleb(quantum)).scaleb(self.power, _EXACT)
        text = plain(exact)
        return (text.rstrip("0").rstrip(".") if "." in text else text) if exact else "0"


def total(values: Iterable[Decimal | None]) -> Decimal:
    """The exact sum."""
    found = Decimal(0)
    for value in values:
        if value is not None:
            found = _EXACT.add(found, value)
    return found


def tidy(number: Decimal) -> str:
    """A number as printed, without zeros at its end that say nothing."""
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percentage(part: Decimal, whole: Decimal) -> str:
    """``part`` of ``whole`` with at most one decimal: 56.5%, 50%."""
    return _percent(part, whole).removesuffix(".0") + "%"


def percentages(parts: Sequence[Decimal | None], whole: Decimal) -> list[str]:
    """Each of ``parts`` of ``whole``, "" for None, all with a decimal where any has one: 11.1%, 74.0%, 14.9%."""
    found = ["" if part is None else _percent(part, whole) for part in parts]
    if all(text.endswith(".0") for text in found if text):
        found = [text.removesuffix(".0") for text in found]
    return [text + "%" if text else "" for text in found]


def _percent(part: Decimal, whole: Decimal) -> str:
    exact = _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole)
    return plain(exact.quantize(Decimal("0.1"), ROUND_HALF_UP, _EXACT))


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


def ticks(low: float, high: float, count: int) -> tuple[float, ...]:
    """About ``count`` round figures that enclose ``low`` and ``high``."""
    if high - low < 1e-9:  # one figure only
        low, high = (0.0, high) if high > 0 else (low, 0.0) if low < 0 else (0.0, 1.0)
    found = MaxNLocator(nbins=count, steps=_STEPS).tick_values(low, high)
    figures = [round(float(figure), 12) + 0.0 for figure in found]
    while len(figures) > 2 and figures[1] <= low:
        figures.pop(0)
    while len(figures) > 2 and figures[-2] >= high:
        figures.pop()
    return tuple(figures)


def tick_step(figures: Sequence[float]) -> float:
    """The distance of neighbouring ticks."""
    return min(round(high - low, 12) for low, high in pairwise(figures))
