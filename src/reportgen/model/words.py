"""Words and quantities of a title or a cell, so that it breaks between them (2.4): as few words as do, from our list.

What happens to be installed never decides: only a theme that says so has them by jieba.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from reportgen.model.segmenter import segmented

_LONE = 1.6  # a character that belongs to no word costs more than a word
_EVEN = 0.01  # of as many words the more even ones: the sum of squares counts a little
# Where lines break between words a figure keeps its whole unit: 20.2万平方米, 1049.7亿元. Compiled when first met.
_QUANTITY = (
    "[0-9]+(?:[.,][0-9]+)*[多余]?[万亿千百]*[多余]?(?:"
    "平方[公千厘毫]?米|立方[厘毫]?米|[公千厘毫]?米|[公英海]里|公顷|平米|千瓦时|[千兆]瓦|[公千]?克|[户人班车航]次|个?百分点|小时|分钟|星期"
    "|[元角年月日号时分秒天周岁度吨升亩人户名位套间栋幢座处所家个项条件次例宗单份张册本部辆台艘架艘班批期届场类种级倍成里股支对组])?"
)


@lru_cache(maxsize=4096)
def inner_breaks(text: str, *, jieba: bool = False) -> tuple[int, ...]:
    """Offsets inside words, sorted: i stands between ``text[i - 1]`` and ``text[i]``."""
    inside = _inside_by_jieba if jieba else _inside
    return tuple(begin + offset for begin, han in _stretches(text) for offset in inside(han))


def quantities(text: str) -> list[tuple[int, int]]:
    """Where figures stand in ``text``, each with its unit if it has one."""
    return [one.span() for one in re.finditer(_QUANTITY, text)]


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """Stretches of two Han and more with their offsets."""
    begin = 0
    for is_han, stretch in groupby(text, lambda char: "\u3400" <= char <= "\u9fff"):
        chars = "".join(stretch)
        if is_han and len(chars) > 1:
            yield begin, chars
        begin += len(chars)


def _inside_by_jieba(text: str) -> list[int]:
    found: list[int] = []
    begin = 0
    for word in segmented(text):
        found += range(begin + 1, begin + len(word))
        begin += len(word)
    return found


def _inside(text: str) -> list[int]:
    """The offsets inside the words of a stretch of Han; of equal ways the one whose last word is longer."""
    words, longest = _words()
    count = len(text)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count  # cost up to i, where its last word begins
    for end in range(1, count + 1):
        for start in range(max(0, end - longest), end):
            length = end - start
            if length > 1 and text[start:end] not in words:
                continue
            cost = best[start][0] + (_LONE if length == 1 else 1.0) + _EVEN * length * length
            if cost < best[end][0]:
                best[end] = cost, start
    found: list[int] = []
    end = count
    while end:
        start = best[end][1]
        found += range(end - 1, start, -1)
        end = start
    return found[::-1]


@cache
def _words() -> tuple[frozenset[str], int]:
    """The words that ship and the length of the longest."""
    lines = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines()
    words = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return words, max(map(len, words))
