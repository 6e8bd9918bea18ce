"""Large figures of a chart in 万 or 亿, as they are read in Chinese (GB/T 15835-2011, 5.1.3)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from reportgen.indicators.wording import plain
from reportgen.model.document import ChartSeries

_COUNTED = re.compile(r"(?!.*[十百千万亿兆%％‰])[\u4e00-\u9fff㎡]{1,6}")  # units that 万 may stand before
_POWERS = ((8, "亿"), (4, "万"))
_LEAST = Decimal(100_000)  # five digits are still read at a glance
_FEW, _MOST = 2, 4  # decimals: where figures are short, and at most; 万 keeps every whole number with four
_LONG = 2  # with so many powers of ten more than the word says, figures are long anyway and may have the most


def counted_in(series: Sequence[ChartSeries], unit: str) -> tuple[tuple[ChartSeries, ...], str, int]:
    """The series, their unit and the power of ten that went into it: 0 where all stays as it was.

    Nothing is rounded: figures that need more than four decimals stay as they are, and so do worded ones (近3万).
    """
    known = [value for one in series for value in one.values if value is not None and value.is_finite()]
    top = max(map(abs, known), default=Decimal(0))
    plainly = all(
        value is None or word == plain(value)
        for one in series
        for value, word in zip(one.values, one.words, strict=True)
    )
    if top < _LEAST or not plainly or not _COUNTED.fullmatch(unit):
        return tuple(series), unit, 0
    for power, word in _POWERS:
        decimals = _MOST if top.adjusted() >= power + _LONG else _FEW
        if top.adjusted() >= power and all(_places(value) + power <= decimals for value in known):
            return tuple(_scaled(one, power) for one in series), word + unit, power
    return tuple(series), unit, 0


def _places(value: Decimal) -> int:
    """Digits behind the point that say something; negative for zeros before it."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # the figures are finite
    return -exponent if value else -_POWERS[0][0]


def _scaled(one: ChartSeries, power: int) -> ChartSeries:
    values = tuple(None if value is None else value.scaleb(-power).normalize() for value in one.values)
    words = tuple(word if value is None else plain(value) for value, word in zip(values, one.words, strict=True))
    return ChartSeries(one.name, values, words, one.pending)
