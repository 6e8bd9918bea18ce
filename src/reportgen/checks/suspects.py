"""Whether a text has anything for the rules to look at: nearly none has, and asking must cost nearly nothing.

Each pattern begins with the characters that it is about, so that one scan passes over all other text. Whatever a rule
can find, a pattern here finds (a test holds it for random text); what a pattern finds, the rules may still pass.
"""

import re
from collections.abc import Set

from reportgen.checks.finding import CLOSING, HAN, HANISH, OPENING, STOPS
from reportgen.checks.texts import ENDED, NUMBERED
from reportgen.model.lint import RuleId

_PAIRS = tuple((left, right) for left, right in zip(OPENING, CLOSING, strict=True) if left not in "‘〈")
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
# An opener whose own closer does not come before it stands again, or that another's closer follows first.
_ALONE = (
    f"(?<={left})(?:(?![^{left}{right}\\n]*{right})"
    f"|(?=[^{OPENING}{CLOSING}\\n]*[{CLOSING.replace(right, '').replace('’', '')}]))"
    for left, right in _PAIRS
)
_OTHERS = (
    rf"[0年～〜—…·’{OPENING}](?:(?<=0)(?=[1-9][月日])"
    r"|(?<=[0-9][0-9]年)(?<![0-9][0-9][0-9]年)(?=[0-9])"
    r"|(?<=[0-9][～〜—])(?=[0-9.,]+[%％‰万亿])"
    r"|(?<=—)(?=——)|(?<=·)(?=··)|(?<=…)(?!…)(?<!……)|(?<=…)(?=……)|(?<=’)(?<![A-Za-z]’)"
    rf"|{'|'.join(_ALONE)})"
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
    # Every opener has its closer behind it, so a closer alone shows in the counts.
    if any(text.count(left) != text.count(right) for left, right in _PAIRS):
        return True
    return any(id in enabled and pattern.search(text) for id, pattern in _ASKED.items())
