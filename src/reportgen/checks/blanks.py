"""Rules about characters of a wrong width: full-width letters and digits, blanks where layout makes them."""

import re
import unicodedata
from collections.abc import Iterator

from reportgen.checks.finding import CLOSING, HAN, OPENING, STOPS, Finding
from reportgen.checks.flat import Flat

_DIGITS = re.compile("[０-９]+(?:[．，：][０-９]+)*")
_LETTERS = re.compile("[Ａ-Ｚａ-ｚ]+")
_BETWEEN = re.compile(f"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
_WIDE = re.compile("\u3000+")
_HAN = re.compile(f"[{HAN}]")
_FIELD = re.compile(f"[{HAN}]{{1,8}}：")  # 联系人：张三　电话：…
_SIGNED = re.compile(
    f"(?<=[{HAN}][{HAN}])[ \u3000]+[{HAN}][ \u3000]+[{HAN}](?![{HAN}])(?![ \u3000]+[{HAN}](?![{HAN}]))"
)
_ELSEWHERE = STOPS + OPENING + CLOSING + " \n"  # a blank beside one of these is another rule's
_STOP = re.compile("[，。；：？！]")
_TERM = 16  # characters of a term that may be set apart
_AT_STOP = re.compile(f"(?<![ \u3000])[ \u3000]+(?=[{STOPS}])|(?<=[{STOPS}])[ \u3000]+(?=\\S)")
_INSIDE = re.compile("(?<=[（《〈【〔「『〖])[ \u3000]+(?=\\S)|(?<=\\S)[ \u3000]+(?=[）》〉】〕」』〗])")
_QUOTED = re.compile(f"(?<=“)[ \u3000]+(?=[{HAN}])|(?<=[{HAN}{STOPS}])[ \u3000]+(?=”)")
_OUTSIDE = re.compile(f"(?<=[）》”】])[ \u3000]+(?=[{HAN}（《“【])|(?<=[{HAN}])[ \u3000]+(?=[（《“【])")
_LABEL = re.compile(f"(?<=^[（(][一二三四五六七八九十0-9][）)])[ \u3000]+(?=[{HAN}])")
_MIDDLE = re.compile(f"(?<=[{HAN}])[ \u3000]*·[ \u3000]*(?=[{HAN}])")


def full_width_letters(flat: Flat) -> Iterator[Finding]:
    """Digits and letters of the full width."""
    for found in _DIGITS.finditer(flat.text):
        yield Finding("full-width-digit", *found.span(), better=unicodedata.normalize("NFKC", found[0]))
    for found in _LETTERS.finditer(flat.text):
        yield Finding("full-width-letter", *found.span(), better=unicodedata.normalize("NFKC", found[0]))


def _separates(flat: Flat, start: int, end: int) -> bool:
    """Whether a blank between Han is one that titles, tables and lines of names have in place of a mark.

    Titles and lines set phrases apart by a blank; cells hold names (张　三). What is spaced out letter by letter
    (工 作 总 结) is neither.
    """
    text = flat.text
    alone_left = start == 1 or not _HAN.match(text, start - 2)
    alone_right = not _HAN.match(text, end + 1)
    beside = text[max(0, start - 2) : start - 1] + text[end + 1 : end + 2]
    if alone_left and alone_right and " " not in beside and "\u3000" not in beside:
        return True  # 合　计; 姓　名：; 王　强、李建国
    if flat.running and not _is_within(text, start):
        return _is_set_apart(text, start, end)
    return flat.role == "cell" or not (alone_left or alone_right)


def _is_within(text: str, at: int) -> bool:
    """Whether ``at`` is inside a title or a quotation, which is a line of its own: 《中共中央 国务院关于…的意见》."""
    return any(text.rfind(left, 0, at) > text.rfind(right, 0, at) for left, right in ("《》", "“”"))


def _is_set_apart(text: str, start: int, end: int) -> bool:
    """Whether a blank begins a field (联系人：张三　电话：…), or sets a glossary's term apart from what follows."""
    if _FIELD.match(text, end):
        return True
    return end - start == 1 and text[start] == "\u3000" and 0 < start <= _TERM and not _STOP.search(text, 0, start)


def blanks_between_han(flat: Flat) -> Iterator[Finding]:
    """A blank that the author typed between two Han characters."""
    # A signature's name is spaced out to the width of others: 自治区主席 韦 韬.
    names = () if flat.running else _SIGNED.finditer(flat.text)
    signed = {at for name in names for at in range(*name.span())}
    for found in _BETWEEN.finditer(flat.text):
        if found.start() not in signed and not _separates(flat, *found.span()):
            yield Finding("ideographic-blank" if "\u3000" in found[0] else "han-blank", *found.span())
    for found in _WIDE.finditer(flat.text) if flat.running else ():
        before, after = flat.text[found.start() - 1 : found.start()], flat.text[found.end() : found.end() + 1]
        inside = before and after and before not in _ELSEWHERE and after not in _ELSEWHERE
        if inside and not (_HAN.match(before) and _HAN.match(after)) and not _is_set_apart(flat.text, *found.span()):
            yield Finding("ideographic-blank", *found.span())


def blanks_at_marks(flat: Flat) -> Iterator[Finding]:
    """A blank before or behind a Chinese mark, which has its own; titles may set quoted parts apart."""
    more = [_OUTSIDE, _MIDDLE] if flat.running else [_LABEL]
    for pattern in [_AT_STOP, _INSIDE, _QUOTED, *more]:
        for found in pattern.finditer(flat.text):
            if found[0] != "·" and not _is_set_apart(flat.text, *found.span()):
                yield Finding("blank-at-mark", found.start(), found.end())
