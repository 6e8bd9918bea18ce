"""What the specification forbids at the edges of lines (2.1, level gb) and inside units (2.2), written from its tables.

Nothing of the typesetter is used here: a fault in its classes must not be a fault in what it is judged by.
"""

import re
from collections.abc import Sequence

# table 2.1: 避头 and 避尾 of level gb; half-width closing and opening marks are barred like the full-width ones
NOT_FIRST = frozenset("，、；：。？！．”’）〉》】〕〗〙］｝」』〞〟～〜–‐·•・‧/／%‰％℃℉°′″㎡㎥㎏㎞,.;:!?)]}")
NOT_LAST = frozenset("“‘（〈《【〔〖〘［｛「『〝/／([{")
PREFIXES = frozenset("￥¥$€£№+−±≥≤≈")  # before a digit

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*(?:[ \u2009\u00a0\u202f][0-9]{3}(?![0-9]))*")
_UNITS = (
    re.compile(r"[￥¥$€£№−±]?[0-9]+(?:[.,:][0-9]+)*[%‰％℃℉°′″㎡㎥㎏㎞]?"),  # 2.2 b, c
    re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ \u2009\u00a0\u202f][0-9]{3})+(?![0-9])"),
    re.compile(r"[0-9][ \u2009](?:km|kWh|mm|cm|kg|MW)(?![A-Za-z])"),
    re.compile(r"[0-9][～—–](?=[0-9])"),  # 2.2 f: no break before the sign
    re.compile(r"[A-Za-z]+(?:’[A-Za-z]+)*"),  # 2.2 d
    re.compile(r"〔[0-9]{4}〕[0-9]+号"),  # 2.2 i
    re.compile("——|……"),  # 2.2 a, counted from the beginning of a run
)


class Rules:
    """What may not happen in one text, by offsets: a line never ends before them."""

    def __init__(self, text: str, *, strict: bool = False) -> None:
        self.text = text
        self.strict = strict
        self.addresses = [found.span() for found in _ADDRESS.finditer(text)]
        self.kept: dict[int, str] = {}
        for pattern in _UNITS:
            for found in pattern.finditer(text):
                for at in range(found.start() + 1, found.end()):
                    self.kept.setdefault(at, found[0])

    def _in_address(self, at: int) -> bool:
        return any(start < at < end for start, end in self.addresses)

    def is_solid(self, first: int, last: int) -> bool:
        """Whether all from ``first`` to ``last`` is Western without a space: no gap in it may be opened (4.2)."""
        return not re.search("[^!-~À-ɏͰ-ӿ—–−～℃㎡￥№’“”‰]", self.text[first:last])

    def fault(self, at: int) -> str:
        """What is wrong with a line that ends before offset ``at``; "" if nothing is."""
        text = self.text
        if self._in_address(at):
            return ""  # addresses have rules of their own, see address_fault
        before, after = text[at - 1], text[at]
        if after in NOT_FIRST or (after == "—" and text[at : at + 2] != "——" and before != "—"):
            return f"{after} begins a line"
        if self.strict and text[at : at + 2] in ("——", "……"):
            return f"{text[at : at + 2]} begins a line"
        if before in NOT_LAST or (before in PREFIXES and after.isdigit()):
            return f"{before} ends a line"
        if at in self.kept:
            return f"{self.kept[at]} is parted"
        return ""

    def address_fault(self, at: int) -> str:
        """2.3: after / ? & = # _ . - : with three characters on each side, never inside ://; mail after @ and a dot."""
        for start, end in self.addresses:
            if start < at < end and (self.text[at - 1] not in "/?&=#_.-:@" or self.text[at - 2 : at + 1] == "://"):
                return f"{self.text[start:end]} is cut before {self.text[at:end]}"
        return ""


def ends(lines: Sequence[str]) -> list[int]:
    """Offsets where lines end but the last, in the joined text."""
    found, at = [], 0
    for line in lines[:-1]:
        at += len(line)
        found.append(at)
    return found


def expected_text(text: str) -> str:
    """The text after the replacements of 1.2 (interpuncts), 5.1 (a space between Han and Latin) and 6.1 (leading)."""
    text = text.lstrip("\u3000 \t")
    han = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々]"
    text = re.sub(f"(?<={han})[•・‧](?={han})", "·", text)
    western = r"[A-Za-z0-9À-ɏͰ-ӿ$€£￥¥№+−±%‰％℃℉°′″㎡㎥㎏㎞]"
    text = re.sub(f"(?<={han}) (?={western})", "", text)
    return re.sub(f"(?<={western}) (?={han})", "", text)


_HAN = re.compile("[\u2e80-\u9fff\uac00-\ufaff\U00020000-\U0003ffff]")


def western_quotes(text: str) -> set[int]:
    """Offsets of quotes that are Western by 1.1: apostrophes, and pairs around text without Han among Western words."""
    found = {one.start() for one in re.finditer("(?<=[A-Za-z])’(?=[A-Za-z])", text)}
    for one in re.finditer("“[^“”]*”|‘[^‘’]*’", text):
        outer = text[max(one.start() - 1, 0) : one.start()] + text[one.end() : one.end() + 1]
        if not _HAN.search(one[0]) and all(char <= "\u052f" for char in outer):
            found |= {one.start(), one.end() - 1}
    return found
