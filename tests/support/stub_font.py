"""A font with the specification's test metrics: letters, digits, signs half an em, space a quarter, the rest one em."""

from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from reportgen.fonts import FontBook, open_fonts
from reportgen.fonts.pins import PINS

_LEFT_INK = "，。、；：？！．”’）〉》】〕〗〙］｝」』〞〟"
_RIGHT_INK = "“‘（〈《【〔〖〘［｛「『〝"
_BLANK = " \u00a0\u202f\u2009"


def _advance(char: str) -> int:
    if char in _BLANK:
        return 250
    return 500 if char < "\u0100" or char in "−–" else 1000


def _glyph(left: int, right: int):
    pen = TTGlyphPen(None)
    if right > left:
        pen.moveTo((left, 0))
        pen.lineTo((right, 0))
        pen.lineTo((right, 700))
        pen.lineTo((left, 700))
        pen.closePath()
    return pen.glyph()


def _ink(char: str) -> tuple[int, int]:
    if char in _BLANK or char == "\u3000":
        return 0, 0
    if char in _LEFT_INK:
        return 60, 400
    if char in _RIGHT_INK:
        return 600, 940
    advance = _advance(char)
    return (400, 600) if char == "·" else (50, advance - 50)


@cache
def stub_book(folder: Path, characters: str) -> FontBook:
    """A book whose seven faces are one tiny TrueType font with ``characters``."""
    chars = sorted(set(characters) | set(" 0123456789—…"))
    names = [".notdef", *(f"u{ord(char):05X}" for char in chars)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): name for char, name in zip(chars, names[1:], strict=True)})
    glyphs = {".notdef": _glyph(0, 0)} | {
        name: _glyph(*_ink(char)) for char, name in zip(chars, names[1:], strict=True)
    }
    builder.setupGlyf(glyphs)
    metrics = {".notdef": (500, 0)}
    for char, name in zip(chars, names[1:], strict=True):
        metrics[name] = (1000 if char in "·—" else _advance(char), _ink(char)[0])
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Stub", "styleName": "Regular", "psName": "Stub"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=0)
    builder.setupPost()
    for file, _ in PINS.values():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        builder.save(path)
    return open_fonts(folder)
