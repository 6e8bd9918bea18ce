"""Rules about numbering labels (序次语) and the ends of headings: GB/T 15834 and GB/T 9704, 7.3.3."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import HAN, Finding
from reportgen.checks.flat import Flat

_NUMERALS = "一二三四五六七八九十百"
_COMMA = re.compile(
    rf"^[0-9]{{1,2}}、(?![0-9{_NUMERALS}])|(?<=[。；：])[0-9]{{1,2}}、(?=[{HAN}]{{2}})(?![{_NUMERALS}千万亿两])"
)
_BRACKET = re.compile(
    rf"(?:^|(?<=[。；：]))(?:[（(][{_NUMERALS}]{{1,3}}[）)]|[（(][0-9]{{1,2}}[）)]|[①-⑳㈠-㈩⑴-⒇])"
    "[、.．](?![0-9（(①-⑳㈠-㈩⑴-⒇])"
)
_STOP = re.compile(rf"^[{_NUMERALS}]{{1,4}}[.．](?![0-9])")
_TYPED = re.compile(
    rf"(?:[{_NUMERALS}]{{1,4}}[、.．](?![{_NUMERALS}])|[{_NUMERALS}]是(?=[{HAN}])"
    rf"|[（(](?:[{_NUMERALS}]{{1,3}}|[0-9]{{1,2}})[）)]|[0-9]{{1,2}}[.．、](?![0-9])|[①-⑳]"
    rf"|第[{_NUMERALS}0-9]{{1,3}}(?:章|节|部分|条)[\s　、：])"
)
_WIDE = str.maketrans("()", "（）")


def labels(flat: Flat) -> Iterator[Finding]:
    """Marks behind numbers that head an item."""
    text = flat.text
    typed = _TYPED.match(text) if flat.numbered else None
    if typed:
        yield Finding("typed-number", 0, typed.end())
    for found in _COMMA.finditer(text):
        if not (typed and found.start() == 0):
            yield Finding("label-comma", *found.span(), at=found.end() - 1, better=found[0][:-1] + ".")
    for found in _BRACKET.finditer(text):
        if not (typed and found.start() == 0):
            yield Finding("label-bracket", *found.span(), at=found.end() - 1, better=found[0][:-1].translate(_WIDE))
    stop = _STOP.match(text)
    if stop and not typed:
        yield Finding("label-stop", 0, stop.end(), at=stop.end() - 1, better=stop[0][:-1] + "、")


def heading_ends(flat: Flat) -> Iterator[Finding]:
    """A heading or title that ends like a sentence."""
    end = len(flat.text)
    if flat.role in ("heading", "title") and flat.text[-1:] in ("。", "；", "，", "、"):
        yield Finding("heading-stop", end - 1, end)
