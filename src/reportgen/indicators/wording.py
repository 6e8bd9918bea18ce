"""Numbers into words: the forms in which ``${id|form}`` may quote an indicator."""

from collections.abc import Callable
from decimal import Decimal

from reportgen.indicators.indicator import Indicator

_BEFORE = ("约", "近", "超", "不少于")


class WordingError(Exception):
    """The indicator has no figure for the form asked; ``missing`` names the field."""

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing


def plain(number: Decimal) -> str:
    """A number as printed: no exponent, no grouping, no trailing zeros that were not given, U+2212 for minus."""
    text = format(number, "f")
    return text.replace("-", "\N{MINUS SIGN}")


def percent(number: Decimal) -> str:
    """A percentage, ``55%``."""
    return plain(number) + "%"


def _required(number: Decimal | None, field: str) -> Decimal:
    if number is None:
        raise WordingError(field)
    return number


def _spread(number: Decimal, upper: Decimal | None) -> str:
    return plain(number) if upper is None else plain(number) + "～" + plain(upper)


def _number(one: Indicator) -> str:
    return _spread(_required(one.value, "value"), one.upper)


def _value(one: Indicator) -> str:
    return _roughly(_required(one.value, "value"), one)


def _target(one: Indicator) -> str:
    target = _required(one.target, "target")
    # A range and a rough word belong to the actual figure; a plan without one is itself the range: 2～3个, 不少于8000例
    return plain(target) + one.unit if one.value is not None else _roughly(target, one)


def _roughly(figure: Decimal, one: Indicator) -> str:
    number = _spread(figure, one.upper)
    rough = one.rough
    if rough is None:
        return number + one.unit
    if rough in _BEFORE:
        return rough + number + one.unit
    if rough == "以上":
        return number + one.unit + rough
    # 余 and 多 stand before 万 after a round number (4800余万), else after it: 3700余户, 3万余人, 2.7万余个
    if one.unit[:1] in ("万", "亿") and figure % 10:
        return number + one.unit[0] + rough + one.unit[1:]
    return number + rough + one.unit


def _change(one: Indicator) -> str:
    change = _required(one.yoy, "yoy")
    if change == 0:
        return "持平"
    return ("增长" if change > 0 else "下降") + percent(abs(change))


def _share(one: Indicator) -> str:
    if one.share is None:
        raise WordingError("share")
    return percent(one.share.percent)


def _arrow(one: Indicator) -> str:
    change = _required(one.yoy, "yoy")
    mark = "↑" if change > 0 else "↓" if change < 0 else "→"
    return mark + percent(abs(change))


def _figure(one: Indicator) -> str:
    """The actual figure for a column whose unit stands beside it: rough words are part of it."""
    whole = _value(one)
    if whole.endswith(one.unit):
        return whole.removesuffix(one.unit)
    number = _number(one)  # the word stands inside or behind the unit: 2.7万余个, 10个以上
    return number + (one.rough or "")


def _arrow_figure(one: Indicator) -> str:
    return _arrow(one).removesuffix("%")


FORMS: dict[str, Callable[[Indicator], str]] = {
    "value": _value,  # 3700余户
    "exact": lambda one: _number(one) + one.unit,  # 3700户
    "number": _number,  # 3700
    "unit": lambda one: one.unit,
    "name": lambda one: one.name,
    "target": _target,
    "completion": lambda one: percent(_required(one.progress, "completion")),
    "yoy": lambda one: percent(abs(_required(one.yoy, "yoy"))),  # 8.9%
    "change": _change,  # 增长8.9%
    "arrow": _arrow,  # ↑8.9%
    "share": _share,  # 32.5%
    # for columns of tables, whose units stand in their heads or beside them
    "figure": _figure,  # 3700余
    "target-figure": lambda one: plain(_required(one.target, "target")),  # 5600
    "completion-figure": lambda one: plain(_required(one.progress, "completion")),  # 55
    "arrow-figure": _arrow_figure,  # ↑8.9
}


def say(one: Indicator, form: str) -> str:
    """The words of ``form`` (a key of FORMS; KeyError otherwise). Raises WordingError when the figure is not known."""
    return FORMS[form](one)
