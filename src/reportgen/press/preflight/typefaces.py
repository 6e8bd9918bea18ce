"""Fonts of a file: whether they are embedded, how wide their characters run."""

import re
from collections.abc import Mapping

import msgspec
import pikepdf

from reportgen.press.opening import UNREADABLE

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_CODES = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_PLAIN = 0.55  # em, where a simple font gives no widths: Helvetica's average
_TALLEST, _DEEPEST = 0.9, -0.25  # em: what descriptors say beyond that is line spacing, not ink


class Typeface(msgspec.Struct, frozen=True):
    """A font of the file; lengths in em. ``mixed``: codes of one byte, of two from 0x81 on (GBK, Big5, Shift-JIS)."""

    name: str
    kind: str
    embedded: bool
    code_bytes: int
    mixed: bool
    vertical: bool
    widths: Mapping[int, float]
    width: float
    ascent: float
    descent: float

    def advances(self, text: bytes) -> tuple[int, float, int]:
        """How many characters ``text`` has, their width together, how many of them are one-byte blanks."""
        if self.mixed:
            count = len(re.sub(rb"[\x81-\xfe].", b"x", text, flags=re.DOTALL))
            return count, count * self.width, 0
        size = self.code_bytes
        if size == 1:
            return len(text), sum(self.widths.get(code, self.width) for code in text), text.count(b" ")
        count = len(text) // size
        codes = (int.from_bytes(text[at : at + size]) for at in range(0, count * size, size))
        return count, sum(self.widths.get(code, self.width) for code in codes), 0


UNKNOWN = Typeface("?", "?", False, 1, False, False, {}, _PLAIN, _TALLEST, 0.0)


def typeface(font: object) -> Typeface:
    """What a font dictionary says; ``UNKNOWN`` where it is none."""
    if not isinstance(font, pikepdf.Dictionary):
        return UNKNOWN
    try:
        if str(font.get("/Subtype")) == "/Type0":
            return _composite(font)
        return _simple(font)
    except UNREADABLE:
        return UNKNOWN


def _simple(font: pikepdf.Dictionary) -> Typeface:
    kind = str(font.get("/Subtype", "/?")).lstrip("/")
    name = str(font.get("/BaseFont", font.get("/Name", "/?"))).lstrip("/")
    descriptor = font.get("/FontDescriptor")
    scale = 0.001
    if kind == "Type3":
        matrix = font.get("/FontMatrix")
        scale = abs(float(matrix[0])) if isinstance(matrix, pikepdf.Array) and len(matrix) == 6 else 0.001
    first = int(font.get("/FirstChar", 0))
    given = font.get("/Widths")
    widths = {}
    if isinstance(given, pikepdf.Array):
        widths = {first + index: float(width) * scale for index, width in enumerate(given)}
    ascent, descent = _heights(descriptor)
    return Typeface(
        name=_SUBSET.sub("", name), kind=kind, embedded=kind == "Type3" or _has_file(descriptor), code_bytes=1,
        mixed=False, vertical=False, widths=widths, width=0.0 if widths else _PLAIN, ascent=ascent, descent=descent,
    )  # fmt: skip


def _composite(font: pikepdf.Dictionary) -> Typeface:
    below = font.get("/DescendantFonts")
    inner = below[0] if isinstance(below, pikepdf.Array) and len(below) else None
    if not isinstance(inner, pikepdf.Dictionary):
        return UNKNOWN
    encoding = font.get("/Encoding")
    size, mixed, own = _codes(encoding)
    descriptor = inner.get("/FontDescriptor")
    ascent, descent = _heights(descriptor)
    name = str(inner.get("/BaseFont", font.get("/BaseFont", "/?"))).lstrip("/")
    return Typeface(
        name=_SUBSET.sub("", name), kind=str(inner.get("/Subtype", "/?")).lstrip("/"), embedded=_has_file(descriptor),
        code_bytes=size, mixed=mixed, vertical=str(encoding).endswith("-V"),
        widths=_cid_widths(inner.get("/W")) if own else {}, width=float(inner.get("/DW", 1000)) / 1000,
        ascent=ascent, descent=descent,
    )  # fmt: skip


def _codes(encoding: object) -> tuple[int, bool, bool]:
    """Bytes a code, whether of one or two, whether codes are the font's own numbers (then /W holds for them)."""
    if isinstance(encoding, pikepdf.Stream):
        found = _CODES.search(encoding.read_bytes())
        return (len(found[1]) + 1) // 2 if found else 2, False, False
    name = str(encoding)
    if name in ("/Identity-H", "/Identity-V"):
        return 2, False, True
    return 2, not any(part in name for part in ("UCS2", "UTF16", "Identity")), False


def _cid_widths(given: object) -> dict[int, float]:
    """/W: ``c [w1 w2 …]`` and ``first last w`` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    if not isinstance(given, pikepdf.Array):
        return widths
    parts = list(given)
    at = 0
    while at + 1 < len(parts):
        first = int(parts[at])
        following = parts[at + 1]
        if isinstance(following, pikepdf.Array):
            widths.update((first + index, float(width) / 1000) for index, width in enumerate(following))
            at += 2
        elif at + 2 < len(parts):
            last = min(int(following), first + 65535)
            widths.update(dict.fromkeys(range(first, last + 1), float(parts[at + 2]) / 1000))
            at += 3
        else:
            break
    return widths


def _has_file(descriptor: object) -> bool:
    return isinstance(descriptor, pikepdf.Dictionary) and any(key in descriptor for key in _FILES)


def _heights(descriptor: object) -> tuple[float, float]:
    """Ascent and descent in em, as far as they are ink."""
    if not isinstance(descriptor, pikepdf.Dictionary):
        return 0.72, -0.2
    ascent = float(descriptor.get("/Ascent", 720)) / 1000
    descent = -abs(float(descriptor.get("/Descent", -200))) / 1000
    return min(ascent or 0.72, _TALLEST), max(descent, _DEEPEST)
