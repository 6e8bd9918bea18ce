"""Lengths: every length inside the program is a float in PostScript points (1/72 inch)."""

import re

POINTS_PER_MM = 72 / 25.4

# 字号: Word's values, typography specification 8.5.
SIZE_NAMES: dict[str, float] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip

# Trim sizes in mm (成品尺寸), typography specification 8.1; trade values for the K sizes.
TRIMS: dict[str, tuple[float, float]] = {
    "A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "16开": (185, 260), "大16开": (210, 285),
    "32开": (130, 184), "大32开": (140, 203), "B5": (176, 250),
}  # fmt: skip

_LENGTH = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)\s*(pt|mm|cm|in)?")
_FACTORS = {None: 1.0, "pt": 1.0, "mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM, "in": 72.0}


def parse_length(text: str | float) -> float:
    """Points of ``"22mm"``, ``"10.5pt"``, ``"五号"`` or a bare number of points.

    Raises ValueError for anything else.
    """
    if not isinstance(text, str):
        return float(text)
    if text in SIZE_NAMES:
        return SIZE_NAMES[text]
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not a length: {text!r}")
    return float(found[1]) * _FACTORS[found[2]]
