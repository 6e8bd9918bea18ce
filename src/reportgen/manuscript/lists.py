"""The numbers that Word prints before paragraphs of a list, counted as Word counts (ISO 29500-1, 17.9)."""

import re
from collections.abc import Mapping

from reportgen.manuscript.names import Element, W
from reportgen.manuscript.styles import value_of

_LEVELS = 9
_LONGEST = 80  # characters of a label
_DIGITS = "零一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 9_999  # no list of a report counts further
_FIELD = re.compile(r"%([1-9])")
_CHINESE = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand")  # fmt: skip
_CIRCLED = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese")


class Lists:
    """One count for each abstract list and level; a list that overrides a start begins anew where it is first used."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, Element]] = {}
        self._lists: dict[str, Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[tuple[str, int]] = set()
        self._starts: dict[tuple[str, int], int] = {}
        if root is None:
            return
        for one in root.iter(f"{W}abstractNum"):
            levels = {_number(level.get(f"{W}ilvl")): level for level in one.iter(f"{W}lvl")}
            self._abstract[one.get(f"{W}abstractNumId", "")] = levels
        self._lists = {one.get(f"{W}numId", ""): one for one in root.iter(f"{W}num")}
        for override in root.iter(f"{W}lvlOverride"):
            start = value_of(override, "startOverride")
            if start is not None:
                number = override.getparent().get(f"{W}numId", "")
                self._starts[number, _number(override.get(f"{W}ilvl"))] = _number(start)

    def label(self, number: str, level: str | None, style: str) -> str:
        """What stands before the next paragraph of list ``number``; an unsaid level is the one tied to ``style``."""
        one = self._lists.get(number)
        if one is None:
            return ""
        id = value_of(one, "abstractNumId") or ""
        levels = self._abstract.get(id, {})
        at = _number(level) if level is not None else _tied(levels, style)
        if at not in levels or not 0 <= at < _LEVELS:
            return ""
        counts = self._counted(id, number, at, levels)
        if _format(levels[at]) in ("bullet", "none"):
            return ""
        legal = levels[at].find(f"{W}isLgl") is not None
        text = (value_of(levels[at], "lvlText") or "")[:_LONGEST]
        return _FIELD.sub(lambda found: _shown(levels, counts, int(found[1]) - 1, legal), text)

    def _counted(self, id: str, number: str, at: int, levels: Mapping[int, Element]) -> list[int | None]:
        counts = self._counts.setdefault(id, [None] * _LEVELS)
        start = self._starts.get((number, at))
        if start is not None and (number, at) not in self._used:
            counts[at] = start
        else:
            before = counts[at]
            counts[at] = _start(levels[at]) if before is None else before + 1
        self._used.add((number, at))
        counts[at + 1 :] = [None] * (_LEVELS - 1 - at)
        return counts


def formatted(number: int, form: str) -> str:
    """A count as Word writes it in that number format; as figures where the format is unknown here."""
    if form in _CHINESE:
        return _chinese(number) if number <= _MOST else str(number)
    if form in _CIRCLED:
        return chr(0x245F + number) if 1 <= number <= 20 else str(number)
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _MOST:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form in ("lowerLetter", "upperLetter") and 0 < number <= _MOST:
        letter = chr(0x61 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _shown(levels: Mapping[int, Element], counts: list[int | None], at: int, legal: bool) -> str:
    if at not in levels:
        return ""
    count = counts[at]
    return formatted(_start(levels[at]) if count is None else count, "decimal" if legal else _format(levels[at]))


def _tied(levels: Mapping[int, Element], style: str) -> int:
    return next((at for at, level in levels.items() if style and value_of(level, "pStyle") == style), 0)


def _format(level: Element) -> str:
    return value_of(level, "numFmt") or "decimal"


def _start(level: Element) -> int:
    return _number(value_of(level, "start") or "1")


def _number(said: str | None) -> int:
    """A count as a file writes it; 0 where it is no number or absurd."""
    return int(said) if said is not None and said.isascii() and said.isdigit() and len(said) <= 9 else 0


def _chinese(number: int) -> str:
    """一, 十二, 二十, 一百零五."""
    words = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += _DIGITS[digit] + unit
        elif words and not words.endswith("零") and number % place:
            words += "零"
    return words.removeprefix("一") if words.startswith("一十") else words or "零"


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
