"""A figure among words, and its decimal point: what a column of figures is aligned at (typography 6.8)."""

import re

# One number with what stands around it: −3.5, ≥95, 约23.55, 12.5%, 4800余万平方米. Two (63%～68%) have no one point.
_NUMBER = re.compile(r"(?P<head>\D*\d+(?:[,\u2009\u00a0\u202f ]\d{3}(?!\d))*)(?P<tail>(?:\.\d+)?\D*)", re.DOTALL)
# A time, or the first of a span: 8:30, 9:10—10:10. Its colon stands where a decimal point would.
_TIME = re.compile(r"(?P<head>\d{1,2})(?P<tail>[:：]\d{2}(?:\D.*)?)", re.DOTALL)
MISSING = "—"  # in the place of a figure that is not known
PENDING = "【待补】"  # there in a draft, where it is still to come
_MISSING = frozenset((MISSING, PENDING, "——", "…", "……", "–", "-"))


def figure_parts(text: str) -> tuple[str, str] | None:
    """``text`` before and from its decimal point on (12, %: a whole number's is behind it); None for no one figure.

    A time has its colon for a point.
    """
    if text.isdecimal():
        return text, ""
    found = _NUMBER.fullmatch(text) or _TIME.fullmatch(text)
    return None if found is None else (found["head"], found["tail"])


def is_missing(text: str) -> bool:
    """Whether ``text`` says that there is no figure."""
    return text in _MISSING
