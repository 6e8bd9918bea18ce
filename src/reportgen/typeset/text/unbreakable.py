"""Rules of breaking that look at more than two classes (2.2): units, dates, document numbers, labels, names."""

import re

from reportgen.typeset.text.classes import MEASURES
from reportgen.typeset.text.rules import DISCOURAGED, FORBIDDEN, HYPHEN

# A figure and what is better not parted from it, 第 and a figure (2.2 e); what is never: 表10, 图3, 附件1. Each way
# begins with a character of its own, so that the search skips to one.
_MEASURED = re.compile(
    f"[0-9](?=[{''.join(sorted(MEASURES))}])|[第图表](?=[0-9])|件(?<=附件)(?=[0-9])|栏(?<=专栏)(?=[0-9])"
)
_LABELS = frozenset("图表件栏")  # of tables, figures, annexes, boxes
MAGNITUDES = frozenset("万亿")
_SIGNED = re.compile(r"(?<![0-9A-Za-z])[+](?=[0-9])")
_LABEL = re.compile(r"(?:（[一二三四五六七八九十百]+）|[一二三四五六七八九十百]+、|[0-9]+[.．](?![0-9])|（[0-9]+）)")
# Compiled when first met. 国办发〔2024〕12号: the office's abbreviation, the kind of paper, year and number (2.2 i)
_PAPER = (
    "(?:(?:国办|国|中办|中|[\u4e00-\u9fff]{1,2}(?:政办|府办|政|府|办)|[\u4e00-\u9fff]{1,3}(?:委|局|厅))?[发函字规令通文建])?"
    "〔[0-9]{4}〕(?:第)?[0-9]+号"
)
_WORD_HYPHEN = re.compile(r"(?<=[A-Za-z]{2})-(?=[A-Za-z0-9]{2})")
_DATED = re.compile(r"(?<=[0-9])(?=[年月日时分])|(?<=[年月日时分])(?=[0-9])")


def refinements(text: str, numbered: bool, latin: bool) -> list[tuple[int, int]]:
    """Offsets in ``text`` and the code of the break there; a later one of the same offset counts.

    ``numbered``, ``latin``: whether there are figures, Latin letters.
    """
    found: list[tuple[int, int]] = []
    if numbered:
        found += [(one.end(), FORBIDDEN if one[0] in _LABELS else DISCOURAGED) for one in _MEASURED.finditer(text)]
        if "+" in text:
            found += [(one.end(), FORBIDDEN) for one in _SIGNED.finditer(text)]
        if "〔" in text:
            for one in re.finditer(_PAPER, text):
                found += [(at, FORBIDDEN) for at in range(one.start() + 1, one.end())]
    if latin and "-" in text:
        found += [(one.end(), HYPHEN) for one in _WORD_HYPHEN.finditer(text)]
    label = _LABEL.match(text[:12])
    if label:
        found.append((label.end(), FORBIDDEN))  # a label keeps a character of its text (2.2 g)
        found += [(at, FORBIDDEN) for at in range(1, label.end())]
    return found


def date_joints(text: str) -> list[int]:
    """Offsets between figures and 年, 月, 日, where some offices set no space (5.1)."""
    return [one.start() for one in _DATED.finditer(text)]
