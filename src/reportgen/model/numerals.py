"""Numbers in Han numerals, for headings, lists and whoever else counts in words; labels that are words."""

import re

DATE_FORM = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)"
QUESTION, ANSWER = "问：", "答："
_DIGITS = "零一二三四五六七八九"
_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def chinese_number(number: int) -> str:
    """1..9999 in Han numerals as counting numbers: 十一, 二十, 一百零五.

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 9999:
        raise ValueError(number)
    words = ""
    gap = False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + name
        gap = digit == 0
    return words.removeprefix("一") if words.startswith("一十") else words


def roman_number(number: int) -> str:
    """1..399 in Roman figures, as pages of front matter are numbered: IV."""
    text = ""
    for unit, letters in _ROMAN:
        text += letters * (number // unit)
        number %= unit
    return text


def spoken_label(position: int) -> str:
    """The words that run in with the ``position``-th item of a spoken list: 一是, 二是 … 十一是."""
    return chinese_number(position) + "是"


def han_date(date: str) -> str:
    """The year and month of an ISO date in Han digits, as on the cover of a document: 二〇一九年七月."""
    year, month, _ = date.split("-")
    return f"{_year(year)}年{chinese_number(int(month))}月"


def han_years(words: str) -> str:
    """Words with the years in them in Han digits: 二〇二五年度 for 2025年度; as they are where other figures remain."""
    said = re.sub(r"(?<![0-9])[0-9]{4}(?=年)", lambda found: _year(found[0]), words)
    return words if any(char.isdigit() for char in said) else said


def _year(digits: str) -> str:
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in digits)


def plain_date(date: str) -> str:
    """An ISO date as text has it: 2019年7月15日."""
    year, month, day = map(int, date.split("-"))
    return f"{year}年{month}月{day}日"
