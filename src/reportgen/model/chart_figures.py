"""Figures of a chart as both renderers need them: magnitudes that floats can hold, shares, scales, names that count."""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from itertools import pairwise

from reportgen.indicators.wording import plain
from reportgen.model.document import ChartData

TICKS = 5  # intervals of a scale, about
_EXACT = Context(prec=700, Emax=10**6, Emin=-(10**6))  # sums of figures as long as YAML may write them
_STEPS = tuple(map(Decimal, ("10", "5", "2.5", "2", "1", "0.5", "0.25", "0.2", "0.1")))
_FROM_ZERO = 0.45  # a scale starts from zero when the lowest figure is less than this share of the highest
_COUNTED = re.compile("[0-9０-９一二三四五六七八九十]+")


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


def ticks(low: float, high: float, count: int) -> tuple[float, ...]:
    """About ``count`` intervals between round figures that enclose ``low`` and ``high``."""
    if high - low < 1e-9:  # one figure only
        low, high = (0.0, high) if high > 0 else (low, 0.0) if low < 0 else (0.0, 1.0)
    first, last = (Decimal(repr(round(figure, 12))) for figure in (low, high))
    raw = (last - first) / count
    power = Decimal(1).scaleb(raw.adjusted())
    steps = [step * power for step in _STEPS]
    for step in steps[max(at for at, step in enumerate(steps) if step >= raw) :]:
        start = int((first / step).to_integral_value(ROUND_FLOOR))
        end = int((last / step).to_integral_value(ROUND_CEILING))
        found = [step * at for at in range(start, end + 1)]
        if sum(first <= one <= last for one in found) >= 2:
            break
    return tuple(float(one) + 0.0 for one in found)


def tick_step(figures: Sequence[float]) -> float:
    """The distance of neighbouring ticks."""
    return min(round(high - low, 12) for low, high in pairwise(figures))


def zero_ticks(figures: Iterable[Iterable[float | None]], count: int = TICKS) -> tuple[float, ...]:
    """Round figures from zero over all ``figures``: the scale of whatever stands on zero."""
    known = [figure for row in figures for figure in row if figure is not None]
    return ticks(min((0.0, *known)), max((0.0, *known)), count)


def line_ticks(
    data: ChartData, size: Magnitude, figures: Sequence[Sequence[float | None]], count: int = TICKS
) -> tuple[float, ...]:
    """Round figures from the author's baseline, or from where the lines are seen best, to the highest figure."""
    known = [figure for row in figures for figure in row if figure is not None] or [0.0]
    low, high = min(known), max(known)
    if data.baseline is not None:
        return ticks(min(low, size.of(data.baseline)), high, count)
    if 0 < low < high * _FROM_ZERO:
        low = 0.0
    elif 0 > high > low * _FROM_ZERO:
        high = 0.0
    found = ticks(low, high, count)
    step = tick_step(found)
    # A point on the foot of the drawing has no room for its value below it.
    return (round(found[0] - step, 12), *found) if found[0] > 0 and low < found[0] + step / 3 else found


def is_sequence(categories: tuple[str, ...]) -> bool:
    """Whether the names count on (1月, 2月 … 2024年一季度), so that those left out can be supplied by the reader."""
    if not all(_COUNTED.search(name) for name in categories):
        return False
    forms = {_COUNTED.sub("0", name) for name in categories}
    return len(forms) <= max(2, len(categories) // 6)
