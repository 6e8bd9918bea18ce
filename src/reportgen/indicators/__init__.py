"""Registered numbers (指标): one value, said everywhere in the same words."""

from reportgen.indicators.indicator import Awaited, Indicator, Register, Rough, Share, is_printable
from reportgen.indicators.wording import FORMS, WordingError, say

__all__ = ["FORMS", "Awaited", "Indicator", "Register", "Rough", "Share", "WordingError", "is_printable", "say"]
