"""Outlines as a CFF font program for PDF (Adobe TN 5176 CFF, TN 5177 Type 2 charstrings; ISO 32000-1 9.7.4.2, 9.9).

PDF knows neither variable fonts nor CFF2, and a name-keyed CFF has no CIDs of its own. So a user's font that is not
plain TrueType is drawn by HarfBuzz at its pinned instance and written anew: CID-keyed, a thousand units an em, one
charstring for each CID. Two CIDs may have the same outline, which no charset of the original could say.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import uharfbuzz as hb

Number = int | float
Segment = tuple[str, tuple[float, ...]]

_STACK = 48  # the most operands that a charstring may gather (TN 5177, appendix B)
_FIRST_OWN_STRING = 391
_DEFAULT_WIDTH = 1000
_OPERATORS = {"M": b"\x15", "L": b"\x05", "C": b"\x08"}  # rmoveto, rlineto, rrcurveto
_END = b"\x0e"


class _Pen:
    """Collects a glyph's segments; HarfBuzz calls it."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        draw = hb.DrawFuncs()
        draw.set_move_to_func(lambda x, y, into: into.append(("M", (x, y))))
        draw.set_line_to_func(lambda x, y, into: into.append(("L", (x, y))))
        draw.set_quadratic_to_func(lambda a, b, x, y, into: into.append(("Q", (a, b, x, y))))
        draw.set_cubic_to_func(lambda a, b, c, d, x, y, into: into.append(("C", (a, b, c, d, x, y))))
        draw.set_close_path_func(lambda into: None)
        self._draw = draw

    def glyph(self, font: hb.Font, glyph: int) -> list[Segment]:
        """The outline of ``glyph`` in font units."""
        into: list[Segment] = []
        font.draw_glyph(glyph, self._draw, into)
        return into


def cff_program(font: hb.Font, name: str, cids: Mapping[int, int], widths: Mapping[int, float]) -> bytes:
    """A CID-keyed CFF named ``name``: CID -> glyph of ``font``; ``widths`` of glyphs in thousandths of an em.

    CID 0 is always there, as glyph 0. The same arguments give the same bytes. Coordinates are rounded to a thousandth
    of an em.
    """
    scale = 1000 / font.face.upem
    pen = _Pen()
    drawn: dict[int, bytes] = {}
    order = sorted({**cids, 0: 0}.items())
    for _, glyph in order:
        if glyph not in drawn:
            drawn[glyph] = _charstring(pen.glyph(font, glyph), widths[glyph], scale)
    charstrings = _index([drawn[glyph] for _, glyph in order])
    return _assembled(name, [cid for cid, _ in order], charstrings)


# --- charstrings


def _charstring(segments: Sequence[Segment], width: float, scale: float) -> bytes:
    out = [] if width == _DEFAULT_WIDTH else [_number(width)]  # as the difference from nominalWidthX, which is 0
    x = y = 0  # where the pen stands, in whole units: rounding never adds up
    exact = (0.0, 0.0)
    pending, count = "", 0
    waiting: list[bytes] = []
    for kind, given in segments:
        if kind == "Q":
            given = _cubic(exact, given)
            kind = "C"
        exact = (given[-2], given[-1])
        if pending and (kind != pending or kind == "M" or count + len(given) > _STACK):
            out += waiting
            out.append(_OPERATORS[pending])
            waiting, count = [], 0
        pending = kind
        for at in range(0, len(given), 2):
            to_x, to_y = round(given[at] * scale), round(given[at + 1] * scale)
            waiting += (_number(to_x - x), _number(to_y - y))
            x, y = to_x, to_y
        count += len(given)
    if pending:
        out += waiting
        out.append(_OPERATORS[pending])
    return b"".join(out) + _END


def _cubic(start: tuple[float, float], given: tuple[float, ...]) -> tuple[float, ...]:
    """A quadratic curve raised to a cubic one, which is the same curve."""
    (x0, y0), (x1, y1, x2, y2) = start, given
    return (
        x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3, x2, y2,
    )  # fmt: skip


@cache
def _number(value: Number) -> bytes:
    """A number in a charstring: integers short, anything else as 16.16."""
    if value != int(value):
        return b"\xff" + max(-(2**31), min(round(value * 65536), 2**31 - 1)).to_bytes(4, "big", signed=True)
    value = max(-32768, min(int(value), 32767))
    if -107 <= value <= 107:
        return bytes((value + 139,))
    if 108 <= value <= 1131:
        return bytes(((value - 108 >> 8) + 247, value - 108 & 255))
    if -1131 <= value <= -108:
        return bytes(((-value - 108 >> 8) + 251, -value - 108 & 255))
    return b"\x1c" + value.to_bytes(2, "big", signed=True)


# --- the tables around them


def _assembled(name: str, cids: Sequence[int], charstrings: bytes) -> bytes:
    head = b"\x01\x00\x04\x04" + _index([name.encode("ascii")])
    strings = _index([b"Adobe", b"Identity"]) + b"\0\0"  # and no global subroutines
    charset = _charset(cids)
    select = b"\x03\0\x01\0\0\0" + len(cids).to_bytes(2, "big")  # all glyphs in the one font dictionary
    private = _long(_DEFAULT_WIDTH) + b"\x14" + _long(0) + b"\x15"  # defaultWidthX, nominalWidthX
    # Every number that depends on a place is five bytes long, so that the top dictionary's length is known before.
    top_length = len(_top(0, 0, 0, 0, 0))
    at_charset = len(head) + len(_index([bytes(top_length)])) + len(strings)
    at_select = at_charset + len(charset)
    at_charstrings = at_select + len(select)
    at_private = at_charstrings + len(charstrings)
    at_dictionaries = at_private + len(private)
    top = _top(at_charset, at_select, at_charstrings, at_dictionaries, max(cids) + 1)
    dictionaries = _index([_long(len(private)) + _long(at_private) + b"\x12"])
    return head + _index([top]) + strings + charset + select + charstrings + private + dictionaries


def _top(charset: int, select: int, charstrings: int, dictionaries: int, count: int) -> bytes:
    return b"".join((
        _long(_FIRST_OWN_STRING), _long(_FIRST_OWN_STRING + 1), _long(0), b"\x0c\x1e",  # ROS: Adobe-Identity-0
        _long(count), b"\x0c\x22",  # CIDCount
        _long(charset), b"\x0f",
        _long(charstrings), b"\x11",
        _long(dictionaries), b"\x0c\x24",  # FDArray
        _long(select), b"\x0c\x25",  # FDSelect
    ))  # fmt: skip


def _charset(cids: Sequence[int]) -> bytes:
    """Format 2: ranges of CIDs that follow each other; glyph 0 is not named."""
    ranges: list[list[int]] = []
    for cid in cids[1:]:
        if ranges and ranges[-1][0] + ranges[-1][1] + 1 == cid:
            ranges[-1][1] += 1
        else:
            ranges.append([cid, 0])
    return b"\x02" + b"".join(first.to_bytes(2, "big") + more.to_bytes(2, "big") for first, more in ranges)


def _index(items: Sequence[bytes]) -> bytes:
    offsets = [1]
    for item in items:
        offsets.append(offsets[-1] + len(item))
    size = 1 if offsets[-1] < 2**8 else 2 if offsets[-1] < 2**16 else 3 if offsets[-1] < 2**24 else 4
    placed = b"".join(offset.to_bytes(size, "big") for offset in offsets)
    return len(items).to_bytes(2, "big") + bytes((size,)) + placed + b"".join(items)


def _long(value: int) -> bytes:
    """An integer in a dictionary, always five bytes."""
    return b"\x1d" + value.to_bytes(4, "big", signed=True)
