"""Figures as a number format shows them (ISO 29500-1, 18.8.31): what charts and sheets of reports use of it."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

_MOST = 60  # digits of a figure on either side of its point: nobody's report has more
_DOUBLE = Context(prec=15)  # what every program keeps of a figure
_EXACT = Context(prec=4 * _MOST)
_NUMBER = re.compile(r"[-+\u2212]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][-+]?\d{1,2})?", re.ASCII)
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<one>.)|_.|\*.|\[[^\]]*\]|(?P<digits>[#0?][#0?,]*(?:\.[#0?]+)?)|(?P<other>.)'
)
_GENERAL = ("general", "g/通用格式", "@", "")
_DAYS = re.compile(r"[ymdhs]", re.IGNORECASE)
MINUS = "\N{MINUS SIGN}"


def number_of(text: str) -> Decimal | None:
    """The figure that ``text`` is, None where it is something else; either kind of minus, no commas."""
    said = text.strip()
    if not _NUMBER.fullmatch(said):
        return None
    try:
        number = Decimal(said.replace(MINUS, "-"))
    except InvalidOperation:
        return None
    return number if abs(number.adjusted()) <= _MOST else None


def plainly(number: Decimal) -> str:
    """A figure with the digits that say something. Programs keep binary fractions: 0.30000000000000004 is 0.3."""
    text = format(_DOUBLE.plus(number), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS) if text not in ("-0", "") else "0"


def shown(number: Decimal, code: str) -> str:
    """``number`` as Word shows it by ``code``; plainly where the format is none for figures."""
    sections = _sections(code)
    at = 1 if number < 0 else 2 if number == 0 else 0
    section = sections[at] if at < len(sections) else sections[0]
    sign = MINUS if number < 0 and len(sections) < 2 else ""
    if section.strip().lower() in _GENERAL or _DAYS.search(re.sub(r'"[^"]*"|\[[^\]]*\]', "", section)):
        return plainly(number)
    pieces = list(_PIECE.finditer(section))
    others = "".join(one["other"] or "" for one in pieces)
    size = abs(number).scaleb(2 * others.count("%"), _EXACT)
    text, told = "", False
    for one in pieces:
        if one["digits"] and not told:
            text, told = text + _digits(size, one["digits"]), True
        else:
            text += one["quoted"] or one["one"] or one["other"] or ""
    return sign + text.replace("-", MINUS) if text else plainly(number)


def _digits(size: Decimal, code: str) -> str:
    whole, _, part = code.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    places = len(part)
    figure = size.scaleb(-3 * thousands, _EXACT).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    text = format(figure, "," + "f") if "," in whole.rstrip(",") else format(figure, "f")
    for one in reversed(part):
        if one != "#" or not text.endswith("0"):
            break
        text = text[:-1]
    return text.removesuffix(".")


def _sections(code: str) -> list[str]:
    """The parts of a format between its semicolons, those in quotes aside."""
    found, start, quoted = [], 0, False
    for at, one in enumerate(code):
        if one == '"':
            quoted = not quoted
        elif one == ";" and not quoted:
            found.append(code[start:at])
            start = at + 1
    return [*found, code[start:]]
