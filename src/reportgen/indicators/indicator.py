"""The register's types: what is known of a number."""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# Words that make a number rough; the first four stand before it, the rest between number and unit or after both.
Rough = Literal["约", "近", "超", "不少于", "余", "多", "以上"]
# Figures that may be registered before they are known.
Awaited = Literal["value", "target", "completion", "yoy", "share"]

_MAX_DIGITS = 20


def is_printable(figure: Decimal) -> bool:
    """Whether ``figure`` can be said in digits: neither NaN nor infinite, nor hundreds of digits long."""
    return figure.is_finite() and -_MAX_DIGITS < figure.adjusted() < _MAX_DIGITS and len(str(figure)) <= 2 * _MAX_DIGITS


def _printable(figure: Decimal) -> None:
    if not is_printable(figure):
        raise ValueError(f"no figure that can be printed: {figure}")


class Share(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A share of a whole that the source states: ``of`` names the whole, ``percent`` the printed figure."""

    of: Annotated[str, Meta(description="What the whole is, e.g. 全市村庄（社区）总数.")]
    percent: Annotated[Decimal, Meta(description="The share in per cent, as printed by the source.")]

    def __post_init__(self) -> None:
        _printable(self.percent)


class Indicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One registered number. Percentages are in per cent (55 means 55 %)."""

    name: Annotated[str, Meta(description="Short name as printed in tables and cards.")]
    value: Annotated[
        Decimal | None,
        Meta(description="The actual figure, in units of `unit`; none where only a percentage is stated."),
    ] = None
    upper: Annotated[Decimal | None, Meta(description="Upper end where the source gives a range.")] = None
    unit: Annotated[str, Meta(description="Unit as printed after the figure: 个, 万人, 亿元, %.")] = ""
    rough: Annotated[Rough | None, Meta(description="The word that makes the figure rough.")] = None
    target: Annotated[
        Decimal | None, Meta(description="Annual target in `unit`, only where printed or exactly given.")
    ] = None
    completion: Annotated[
        Decimal | None, Meta(description="Completion of the year's target in per cent, as stated by the source.")
    ] = None
    yoy: Annotated[Decimal | None, Meta(description="Change on the year before in per cent; negative for a fall.")] = (
        None
    )
    share: Annotated[Share | None, Meta(description="Share of a whole, as stated by the source.")] = None
    period: Annotated[str, Meta(description="Period, where it differs from the edition's.")] = ""
    source: Annotated[str, Meta(description="Where the figure was published.")] = ""
    note: Annotated[str, Meta(description="Remark for tables.")] = ""
    pending: Annotated[tuple[Awaited, ...], Meta(description="Figures still to come, in short: value: 待补.")] = ()

    def __post_init__(self) -> None:
        for figure in (self.value, self.upper, self.target, self.completion, self.yoy):
            if figure is not None:
                _printable(figure)

    @property
    def progress(self) -> Decimal | None:
        """Completion in per cent: as stated, else actual / target rounded half up to one decimal; None if unknown."""
        if self.completion is not None:
            return self.completion
        if self.target is None or self.value is None or self.target == 0:
            return None
        exact = self.value / self.target * 100
        step = Decimal(1) if exact == exact.to_integral_value() else Decimal("0.1")
        return exact.quantize(step, rounding="ROUND_HALF_UP")

    def awaits(self, field: str) -> bool:
        """Whether ``field`` is missing because it is still to come, or follows from a figure that is."""
        if field == "completion":
            worked_out = any(self.awaits(one) for one in ("value", "target"))
            return self.progress is None and (field in self.pending or worked_out)
        return field in self.pending and getattr(self, field) is None


# What ${…} can quote. "$" alone would let a line feed pass at the end.
IndicatorId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.-]+$(?!\n)", description="department.indicator")]
Register = dict[IndicatorId, Indicator]
