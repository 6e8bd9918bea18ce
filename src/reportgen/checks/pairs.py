"""Rules about marks in pairs: the same pair inside itself, one half alone, the inner pair outside."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CLOSING, HAN, OPENING, Finding
from reportgen.checks.flat import Flat

_PAIRED = re.compile(f"[{OPENING}{CLOSING}()]")
_PARTNER = dict(zip(OPENING, CLOSING, strict=True)) | {"(": "）"}
_DEEPEST = 32  # a text of nothing but openers is answered in time, too
_INNER = {"《": "〈 〉", "〈": "《 》", "“": "‘ ’", "‘": "“ ”", "「": "『 』", "『": "「 」"}
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
# 1）甲；2）乙, an interval, a smile: closers that never had an opener.
_ITEM = re.compile(
    r"(?:^|[。；，、：\s（(])\s*[0-9A-Za-z一二三四五六七八九十]{1,3}$|(?<![0-9])[1-9]$|\[[0-9.]+[，,]\s?[0-9.]+$|[：:]$"
)


def pairs(flat: Flat) -> Iterator[Finding]:
    """All four rules at once: they share one stack."""
    text = flat.text
    opened: list[tuple[str, int]] = []
    nested: set[int] = set()  # openers that a nested one has been told of
    for found in _PAIRED.finditer(text):
        char, at = found[0], found.start()
        if at in flat.foreign:
            continue
        if char in _PARTNER:
            if char in _INNER and opened and opened[-1][0] == char:
                yield Finding("nested-mark", at, at + 1, better=_INNER[char])
                nested.add(opened[-1][1])
            if char == "〈" and not any(one == "《" for one, _ in opened) and "〉" in text[at:]:
                yield Finding("title-level", at, at + 1, better="《 》")
            opened.append((char, at))
            if len(opened) > _DEEPEST:
                yield from _alone([opened.pop(0)], nested, flat)
            continue
        if char == "’" and _is_apostrophe(text, at, opened):
            continue
        closer = "）" if char == ")" else char
        depth = next((index for index in range(len(opened) - 1, -1, -1) if _PARTNER[opened[index][0]] == closer), None)
        if depth is None:
            if char != ")" and not (char == "）" and _ITEM.search(text, max(0, at - 16), at)):
                yield Finding("unbalanced-mark", at, at + 1)
            continue
        yield from _alone(opened[depth + 1 :], nested, flat)
        if char == "’":
            yield from _outer_single(text, opened[: depth + 1], at)
        del opened[depth:]
    yield from _alone(opened, nested, flat)


def _alone(opened: list[tuple[str, int]], nested: set[int], flat: Flat) -> Iterator[Finding]:
    """Openers without their other half; a quotation of several paragraphs opens each and closes the last."""
    for char, at in opened:
        goes_on = at == 0 and char in "“「『" and flat.follows == char
        if char != "(" and at not in nested and not goes_on:
            yield Finding("unbalanced-mark", at, at + 1)


def _is_apostrophe(text: str, at: int, opened: list[tuple[str, int]]) -> bool:
    if not _LATIN.match(text, at - 1 if at else 0):
        return False
    return _LATIN.match(text, at + 1) is not None or all(char != "‘" for char, _ in opened)


def _outer_single(text: str, opened: list[tuple[str, int]], end: int) -> Iterator[Finding]:
    """‘…’ around Chinese with no quotation around it."""
    start = opened[-1][1]
    quoted = any(char in "“「『" for char, _ in opened[:-1])
    if not quoted and text[:1] != "“" and _HAN.search(text, start, end):
        yield Finding("quote-level", start, end + 1, better=f"“{text[start + 1 : end]}”" if end - start < 20 else "“ ”")
