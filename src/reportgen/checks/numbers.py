"""Rules about numerals: GB/T 15835 (ranges, dates) and GB/T 15834, 5.1 (connecting marks)."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import HAN, Finding
from reportgen.checks.flat import Flat

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
# What a count is of. Left out: 号 室 层 栋 楼 班 单元 期, which stand behind the parts of an address or a code.
_COUNTED = (
    "周岁|岁|天|个|名|人次|人(?!工)|位|项|家|所|条|件|次|倍|小时|分钟|秒|公里|千米|平方米|米|亩|公顷|吨|公斤|千克|克"
    "|元|户|套|座|处|批|辆|台|张|种|类|篇|轮|场|支|头|只|级|度|周|学年|年|月|日"
)
_YEARS = ("年", "学年")
_UNITS = f"(?:[%％‰℃]|[万亿]?(?:{_COUNTED})|[万亿])"
# No letter, digit or sign that makes a code of it before the range (A1-5, GB/T 1583-2011, +86-10), and none behind.
_RANGE = re.compile(
    r"(?<![A-Za-z0-9.,:：+*/#_〔\[~～—–-])(?<![A-Za-z][ 　])"
    rf"(?P<first>{_NUMBER})(?P<unit>{_UNITS})?(?P<more>[0-9]{{1,2}}[月日]|)"
    rf"(?P<mark>[-－~∼˜])(?P<second>{_NUMBER})(?![0-9])(?P<last>{_UNITS}|)(?!-)"
)
_HOURS = re.compile(r"(?<![0-9:：-])([0-9]{1,2}:[0-9]{2})[-－~]([0-9]{1,2}:[0-9]{2})(?![0-9:：-])")
_HAN_WAVE = re.compile(f"(?<=[{HAN}])[~∼˜](?=[{HAN}])")
_SHARED = re.compile(
    rf"(?<![0-9.,A-Za-z～〜—-])(?P<first>{_NUMBER})(?P<mark>[～〜—])(?P<second>{_NUMBER})(?P<unit>[%％‰万亿])"
)
_ZERO = re.compile(r"(?<![0-9.-])0(?=[1-9]月)|(?<=月)0(?=[1-9]日)")
_SHORT_YEAR = re.compile(
    r"(?<![0-9.第约近超满共])(?P<year>[0-9]{2})年(?:1[0-2]|0?[1-9])月(?=[0-9]{1,2}日|[份底初末起至前后以])"
)
_LONG = re.compile(
    r"(?<![0-9.,A-Za-z〔/—～-])[0-9]{5,}(?=(?:\.[0-9]+)?(?:元|万|亿|人|个|件|户|家|套|项|次|吨|亩|平方米|公里))"
)
_QUOTED_NEIGHBOURS = re.compile("(?<=[》”])、(?=[《“])")


def ranges(flat: Flat) -> Iterator[Finding]:
    """``5-10天``, ``5~10``, ``周一~周五``: what joins the ends of a range; ``63～68%``: what both ends need."""
    for found in _RANGE.finditer(flat.text):
        better = _joined(found)
        if better:
            yield Finding("range-mark", *found.span(), at=found.start("mark"), better=better)
    for found in _HOURS.finditer(flat.text):
        yield Finding("range-mark", *found.span(), at=found.end(1), better=f"{found[1]}—{found[2]}")
    for found in _HAN_WAVE.finditer(flat.text):
        yield Finding("range-mark", *found.span(), better="～")
    for found in _SHARED.finditer(flat.text):
        better = f"{found['first']}{found['unit']}{found['mark']}{found['second']}{found['unit']}"
        yield Finding("range-unit", *found.span(), at=found.start("mark"), better=better)


def _joined(found: re.Match[str]) -> str:
    """How the range is written; "" where it may be none: a code, a telephone number, a score, a date."""
    first, second, unit, last = found["first"], found["second"], found["unit"] or "", found["last"]
    if found["more"] and (unit not in ("年", "月") or not found["more"].endswith("日" if unit == "月" else "月")):
        return ""
    if found["mark"] in "-－":
        if not unit and not last:
            return ""
        if not unit and not found["more"] and not _rises(first, second):
            return ""
    if len(second) > 6 and "." not in second and "," not in second:
        return ""  # 0532-12345678
    if not last and unit and unit[-1] not in "年月日":
        return ""
    if not unit and last and last[0] in "%％‰万亿":
        unit = last[0]  # which the first figure needs too
    counted = last or unit
    if counted in _YEARS and len(first) == 4 and not (_is_year(first) and _is_year(second)):
        return ""  # a number of a standard
    # GB/T 15834, 5.1.7: the dash between points of time, the wave between quantities.
    is_time = counted in ("月", "日") or (counted in _YEARS and len(first) == 4)
    return f"{first}{unit}{found['more']}{'—' if is_time else '～'}{second}{last}"


def _is_year(written: str) -> bool:
    return written.isdigit() and 1800 <= int(written) <= 2199


def _rises(first: str, second: str) -> bool:
    """Whether two written numbers are the ends of a range: neither padded, the second one the larger."""
    if any(len(one) > 1 and one[0] == "0" and one[1:2] != "." for one in (first, second)):
        return False
    return float(first.replace(",", "")) < float(second.replace(",", ""))


def dates(flat: Flat) -> Iterator[Finding]:
    """Noughts before months and days, years of two digits."""
    for found in _ZERO.finditer(flat.text):
        start = found.start()
        yield Finding("date-zero", start, start + 3, better=flat.text[start + 1 : start + 3])
    for found in _SHORT_YEAR.finditer(flat.text):
        if not 50 <= int(found["year"]) <= 77:
            century = "20" if int(found["year"]) < 50 else "19"
            yield Finding("short-year", *found.span("year"), better=century + found["year"])


def groups(flat: Flat) -> Iterator[Finding]:
    """Option: numbers of five digits and more in groups of three."""
    for found in _LONG.finditer(flat.text):
        yield Finding("digit-groups", *found.span(), better=f"{int(found[0]):,}")


def neighbours(flat: Flat) -> Iterator[Finding]:
    """Option: no 、 between titles or quotations that stand side by side (GB/T 15834, 4.5.3.5)."""
    for found in _QUOTED_NEIGHBOURS.finditer(flat.text):
        yield Finding("title-comma", *found.span())
