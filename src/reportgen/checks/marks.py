"""Rules about the marks themselves: quotes, ellipses, dashes, interpuncts, half-width and doubled marks."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CLOSING, HAN, HANISH, Finding
from reportgen.checks.flat import Flat

_LATIN = re.compile("[A-Za-z0-9]")
_HAN = re.compile(f"[{HAN}]")
_HANISH = re.compile(f"[{HANISH}]")
_ELLIPSIS = re.compile("[…⋯]+")
_DOTS = re.compile("\\.{3,6}(?!\\.)|。{3,}|．{3,}|·{3,}")
_DASH = re.compile("-{2,4}(?!-)|[―─－]{2,4}|—{3,}")
_INTERPUNCT = re.compile(f"(?<=[{HAN}])(?:[•・‧∙⋅･]|．)(?=[{HAN}])")
_HALF = re.compile(r"[!?]+|[,;:.()]")
_FULL = str.maketrans(",;:!?.()", "，；：！？。（）")
_ENTITY = re.compile(r"&#?\w{1,8}$", re.ASCII)
_FORMULA = re.compile(r"[A-Za-z0-9.,%\s]*(?:[+×÷*/=<>≤≥−^±·]|[A-Za-z]-)[A-Za-z0-9+×÷*/=<>≤≥−^±·.,%\s-]*")
_OPERATORS = tuple("+×÷*/=^²³")
_DOUBLED = re.compile("(?<![，。、；：])(?!。{3,})[，。、；：]{2,}|。”。")
_LABEL_HEAD = re.compile(r"[一二三四五六七八九十百]{1,4}|[（(][一二三四五六七八九十0-9]{1,3}[）)]")


def _is_hanish(char: str) -> bool:
    return _HANISH.match(char) is not None


def straight_quotes(flat: Flat) -> Iterator[Finding]:
    """``"规划"``: a pair at a time; inches, minutes, apostrophes and English quotations are left alone."""
    for sign in "\"'":
        opened = -1
        for found in re.finditer(sign, flat.text):
            at = found.start()
            before, after = flat.text[at - 1 : at], flat.text[at + 1 : at + 2]
            if at in flat.foreign or (sign == "'" and _LATIN.match(before) and (_LATIN.match(after) or opened < 0)):
                continue
            if opened < 0:
                if not before.isdigit():
                    opened = at
                continue
            inside = flat.text[opened + 1 : at]
            outer = flat.text[opened - 1 : opened] + after
            if _HANISH.search(inside) or (inside and _HANISH.search(outer)):
                quotes = "‘’" if flat.text.count("“", 0, opened) > flat.text.count("”", 0, opened) else "“”"
                better = quotes[0] + inside + quotes[1] if len(inside) <= 20 else f"{quotes[0]}…{quotes[1]}"
                yield Finding("straight-quote", opened, at + 1, better=better)
            opened = -1
        beside = flat.text[opened - 1 : opened] + flat.text[opened + 1 : opened + 2]
        if opened >= 0 and sign == '"' and _HANISH.search(beside):
            yield Finding("straight-quote", opened, opened + 1, better="“ ”")


def ellipses(flat: Flat) -> Iterator[Finding]:
    """One ``…`` beside Chinese, and dots in place of an ellipsis."""
    text = flat.text
    for found in _ELLIPSIS.finditer(text):
        before, after = text[: found.start()].rstrip()[-1:], text[found.end() :].lstrip()[:1]
        listing = before + after in ("，，", "、、")  # 1，2，…，n
        if len(found[0]) % 2 and not listing and (_is_hanish(before) or _is_hanish(after)):
            yield Finding("half-ellipsis", *found.span(), better="……")
    for found in _DOTS.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if after.isdigit():
            continue  # leaders of a contents typed by hand
        if found[0][0] != "." or (_is_hanish(before) and after != "/") or (before in " \n" and _is_hanish(after)):
            yield Finding("dots-ellipsis", *found.span(), better="……")


def dashes(flat: Flat) -> Iterator[Finding]:
    """Hyphens, bars and box lines beside Chinese in place of a dash, or an odd number of em dashes."""
    for found in _DASH.finditer(flat.text):
        before, after = flat.text[found.start() - 1 : found.start()], flat.text[found.end() : found.end() + 1]
        if found[0][0] == "—" and len(found[0]) % 2 == 0:
            continue
        if before == "-" or not (_is_hanish(before) or _is_hanish(after)):
            continue
        if found[0][0] == "-" and _LATIN.match(after):  # 使用--strict
            continue
        yield Finding("false-dash", *found.span(), better="——")


def interpuncts(flat: Flat) -> Iterator[Finding]:
    """A bullet, katakana dot or full-width full stop between the parts of a name."""
    for found in _INTERPUNCT.finditer(flat.text):
        if found[0] == "．" and _LABEL_HEAD.fullmatch(flat.text, 0, found.start()):
            continue  # 一．总体要求: another rule's
        yield Finding("wrong-interpunct", *found.span(), better="·")


def half_width_marks(flat: Flat) -> Iterator[Finding]:
    """``,`` ``;`` ``:`` ``!`` ``?`` ``.`` and parentheses of ASCII that belong to Chinese words."""
    text = flat.text
    partners = _parentheses(text)
    for found in _HALF.finditer(text):
        at, char = found.start(), found[0]
        before, after = text[at - 1 : at] if at else "", text[found.end() : found.end() + 1]
        if char in "()":
            wrong = _is_chinese_parenthesis(text, at, partners)
        elif char == ".":
            ends = (
                after in ("", "\n", '"')
                or after in CLOSING
                or (after == " " and not _LATIN.match(text[at + 2 : at + 3]))
            )
            wrong = _is_hanish(before) and not _is_label(text, at) and (ends or _HAN.match(after) is not None)
        elif char[0] in "!?":
            wrong = _is_hanish(before) and not _LATIN.match(after) and after != "="
        else:
            entity = char == ";" and _ENTITY.search(text[max(0, at - 10) : at])
            wrong = not entity and after != char and (_is_hanish(before) or _HAN.match(after) is not None)
            wrong = wrong and not (char == ":" and after in ("/", "\\"))
        if wrong:
            yield Finding("half-width-mark", *found.span(), better=char.translate(_FULL))


def _is_label(text: str, at: int) -> bool:
    """Whether the stop at ``at`` follows a number that begins the text (another rule's)."""
    return _LABEL_HEAD.fullmatch(text, 0, at) is not None


def _parentheses(text: str) -> dict[int, int]:
    """Each half-width parenthesis -> its partner's index, whatever width that has; none for one that stands alone."""
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for found in re.finditer("[()（）]", text):
        if found[0] in "(（":
            open_at.append(found.start())
        elif open_at:
            start = open_at.pop()
            pairs[start], pairs[found.start()] = found.start(), start
    return pairs


def _is_chinese_parenthesis(text: str, at: int, partners: dict[int, int]) -> bool:
    """Whether the parenthesis at ``at`` belongs to Chinese words: not to a formula, a function, an English sentence."""
    partner = partners.get(at)
    if partner is None:
        return text[at] == "(" and _is_hanish(text[at - 1 : at] if at else "") and _HAN.match(text, at + 1) is not None
    start, end = min(at, partner), max(at, partner)
    inside = text[start + 1 : min(end, start + 200)]
    if text[start] != "(" or text[end] != ")" or _HAN.search(inside):
        return True  # a pair of two widths is Chinese by its other half
    before, after = text[start - 1 : start] if start else "", text[end + 1 : end + 2]
    if inside.isdigit() and after.isdigit():
        return False  # (0532)85911234
    if _LATIN.match(before) or _FORMULA.fullmatch(inside) or not inside or after in _OPERATORS:
        return False
    return _is_hanish(before) or (before in ("", "\n") and _HAN.match(text, end + 1) is not None)


def doubled_marks(flat: Flat) -> Iterator[Finding]:
    """``，，`` ``。，`` and the stop set on both sides of a closing quote."""
    for found in _DOUBLED.finditer(flat.text):
        yield Finding("doubled-mark", *found.span(), better="。”" if "”" in found[0] else found[0][0])
