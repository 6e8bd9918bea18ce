"""Whether a text has anything for the rules to look at: nearly none has, and asking must cost nearly nothing.

Each pattern begins with the characters that it is about, so that one scan passes over all other text. Whatever a rule
can find, a pattern here finds (a test holds it for random text); what a pattern finds, the rules may still pass.
"""

import re
from collections.abc import Set

from reportgen.checks.finding import CLOSING, HAN, HANISH, OPENING, STOPS
from reportgen.checks.texts import ENDED, NUMBERED
from reportgen.model.lint import RuleId

_PAIRS = ("“”", "（）", "《》", "【】", "〔〕", "「」", "『』", "〖〗")  # ‘ and 〈 are signs below
_PAIRED = re.compile(f"[{''.join(_PAIRS)}\n]")
_TWICE = re.compile("|".join(f"{pair[0]}[^{pair}\n]*{pair[0]}" for pair in _PAIRS))
_LABELS = "①-⑳㈠-㈩⑴-⒇"

# Signs that are looked at wherever they stand: Chinese text has none of them, or few.
_SIGNS = "\"'()⋯•・‧∙⋅･．―─０-９Ａ-Ｚａ-ｚ\u3000‘〈〉∼˜"
_RARE = (
    rf"[{_SIGNS},;:!?.\-－~ {NUMBERED}](?:(?<=[{_SIGNS}])"
    rf"|(?<=[,;:!?.])(?:(?<=[{HANISH}{_LABELS}].)|(?=[{HAN}])|(?=\.\.))"
    rf"|(?<=[-－~])(?:(?<=[0-9{HAN}%％‰℃].)(?=[0-9])|(?=[-－])|(?<=[{HAN}].)(?=[{HAN}]))"
    # Between Han and Latin the typesetter makes its own space of a blank.
    rf"|(?<= )(?:(?<=[{STOPS}{OPENING}] )|(?=[{STOPS}{CLOSING}])|(?<=[{HANISH}·] )(?= *[{HANISH}·]))"
    rf"|(?<={NUMBERED})(?=[一二三四五六七八九十百0-9第（(①-⑳]))"
)
_MARKS = rf"[，。、；：](?:[，。、；：]|”。|{ENDED}|(?<=[0-9）){_LABELS}]、)(?![0-9]))"
_OTHERS = (
    r"[0年～〜—…·’](?:(?<=0)(?=[1-9][月日])"
    r"|(?<=[0-9][0-9]年)(?<![0-9][0-9][0-9]年)(?=[0-9])"
    r"|(?<=[0-9][～〜—])(?=[0-9.,]+[%％‰万亿])"
    r"|(?<=—)(?=——)|(?<=·)(?=··)|(?<=…)(?!…)(?<!……)|(?<=…)(?=……)|(?<=’)(?<![A-Za-z]’)"
    r")"
)
_PATTERNS = tuple(re.compile(pattern) for pattern in (_RARE, _MARKS, _OTHERS))
_ASKED: dict[RuleId, re.Pattern[str]] = {
    "digit-groups": re.compile("[0-9]{5}"),
    "title-comma": re.compile("、(?<=[》”]、)(?=[《“])"),
}


def is_suspect(text: str, enabled: Set[RuleId]) -> bool:
    """Whether a rule may find something in ``text``, or in one of several texts joined by line feeds."""
    if any(pattern.search(text) for pattern in _PATTERNS):
        return True
    if _are_unpaired("".join(_PAIRED.findall(text))):
        return True
    return any(id in enabled and pattern.search(text) for id, pattern in _ASKED.items())


def _are_unpaired(marks: str) -> bool:
    """Whether something is left when pairs are taken out, the inner ones first, or a pair holds its own kind."""
    if _TWICE.search(marks):
        return True
    left = ""
    while marks != left:
        left = marks
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
    return marks.strip("\n") != ""
