"""What the codes of a font say: its ToUnicode (ISO 32000-1, 9.10.3)."""

import re

import msgspec

MOST_BYTES = 2 * 2**20  # of a page's operators, or of a font's map: they are taken apart as a whole
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_BEGIN = re.compile(rb"begin(bfchar|bfrange|codespacerange)")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([0-9A-Fa-f<>\s]*)\])")
_MOST_CODES = 0x20000  # of a font


class BudgetError(Exception):
    """More than any booklet has: nobody should wait for it."""


class Font(msgspec.Struct):
    """Codes of ``width`` bytes and what they say."""

    width: int
    texts: dict[bytes, str]


def read_font(told: bytes, width: int) -> Font:
    """What a font's ToUnicode says; ``width`` is that of a code where it does not say."""
    if len(told) > MOST_BYTES:
        raise BudgetError
    texts: dict[bytes, str] = {}
    at, left = 0, _MOST_CODES
    while (found := _BEGIN.search(told, at)) is not None:
        at = told.find(b"end" + found[1], found.end())
        if at < 0:
            break
        body = told[found.end() : at]
        if found[1] == b"codespacerange":
            width = len(_code((_HEX.findall(body) or [b"0000"])[0])) or width
        elif found[1] == b"bfchar":
            codes = [_code(one) for one in _HEX.findall(body)]
            texts.update((code, _utf16(text)) for code, text in zip(codes[::2], codes[1::2], strict=False))
        else:
            left = _take_ranges(body, texts, left)
    return Font(width, texts)


def _take_ranges(body: bytes, texts: dict[bytes, str], left: int) -> int:
    """Add the codes of ranges, at most ``left`` of them, which may be the same ones again; how many are left then."""
    for first, last, start, several in _RANGE.findall(body):
        low, high, size = int(first, 16), int(last, 16), len(_code(first))
        said = [_utf16(_code(one)) for one in _HEX.findall(several)]
        begin = _utf16(_code(start))
        left -= max(0, high - low) + 1
        if left < 0:
            raise BudgetError
        for code in range(low, high + 1):
            at = code - low
            if said:
                text = said[at] if at < len(said) else ""
            else:
                text = begin[:-1] + chr(min(ord(begin[-1]) + at, 0x10FFFF)) if begin else ""
            texts[code.to_bytes(size, "big")] = text
    return left


def _code(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode("ascii"))


def _utf16(code: bytes) -> str:
    return code.decode("utf-16-be", errors="replace")
