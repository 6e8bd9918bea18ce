"""Tiny font files of every make: TrueType and CFF, variable ones with glyf and CFF2, collections.

Each glyph is a box with one round corner, 60 from the left and as high as its character's code tells. In variable fonts
its right side moves with the weight, by 50 at the heaviest, and Latin letters become wider by 60.
"""

from collections.abc import Sequence
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

CHARACTERS = "的一是国，。中文字AZaz0189 𬭎"
OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
AXES = [("wght", 100, 400, 900, "Weight")]
INSTANCES = [
    {"location": {"wght": 400}, "stylename": "Regular"},
    {"location": {"wght": 650}, "stylename": "Semi Bold"},
]
GROWTH, WIDENING = 50, 60  # at weight 900, in thousandths of an em
LEFT = 60

Point = tuple[int, int, int]  # x, y, and how far x moves to the heaviest weight


def glyph_name(char: str) -> str:
    """The glyph of a character."""
    return f"u{ord(char):05X}"


def advance(char: str) -> int:
    """Advance of a character at weight 400, in thousandths of an em; figures are proportional."""
    return {" ": 250, "1": 400, "8": 640}.get(char, 500 if char < "\u0100" else 1000)


def right_edge(char: str) -> int:
    """The right edge of a character's box at weight 400."""
    return 360 if char in "，。" else min(advance(char), 900) - 60


def top_edge(char: str) -> int:
    """The upper edge of a character's box."""
    return 300 + ord(char) % 400


def _outline(char: str, *, cubic: bool) -> list[list[Point]]:
    """Segments of one contour: the start, then lines of one point and a curve of two or three."""
    if char == " ":
        return []
    right, top, g = right_edge(char), top_edge(char), GROWTH
    corner: list[Point] = [(right, top, g), (right, top - 100, g)]
    if cubic:
        corner = [(right - 40, top, g), (right, top - 40, g), (right, top - 100, g)]
    return [[(LEFT, 0, 0)], [(LEFT, top, 0)], [(right - 100, top, g)], corner, [(right, 0, g)]]


def build(
    path: Path, *, kind: str = "glyf", characters: str = CHARACTERS, upem: int = 1000, variable: bool = False,
    fs_type: int = 0, licence: str = OFL, name: str = "Own",
) -> Path:  # fmt: skip
    """A font file at ``path``; ``kind`` is "glyf", "cff" or "cff2", which is always variable."""
    scale = upem / 1000
    codes = {ord(char): glyph_name(char) for char in characters}
    if " " in characters:
        codes[0xA0] = codes[0x20]  # two characters with one glyph, as in most fonts
    widths = {".notdef": 500} | {glyph_name(char): advance(char) for char in characters}
    builder = FontBuilder(upem, isTTF=kind == "glyf")
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap(codes)
    strings = {"familyName": name, "styleName": "Regular", "psName": name, "fullName": f"{name} Regular"}
    builder.setupNameTable(strings | ({"licenseDescription": licence} if licence else {}))
    if kind == "glyf":
        builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()} | {
            glyph_name(char): _true_type(char, scale) for char in characters
        })  # fmt: skip
    builder.setupHorizontalMetrics({one: (round(width * scale), round(LEFT * scale)) for one, width in widths.items()})
    builder.setupHorizontalHeader(ascent=round(880 * scale), descent=round(-120 * scale))
    builder.setupOS2(sTypoAscender=round(880 * scale), sTypoDescender=round(-120 * scale), fsType=fs_type)
    builder.setupPost(keepGlyphNames=False)
    if kind == "cff":
        strings = {glyph_name(char): _charstring(char, widths[glyph_name(char)], scale) for char in characters}
        builder.setupCFF(name, {}, {".notdef": T2CharString(program=[500, "endchar"]), **strings}, {})
    elif kind == "cff2":
        builder.setupFvar(AXES, INSTANCES)
        strings = {glyph_name(char): _charstring(char, None, scale) for char in characters}
        builder.setupCFF2({".notdef": T2CharString(program=[]), **strings}, regions=[{"wght": (0, 1, 1)}])
    elif variable:
        builder.setupFvar(AXES, INSTANCES)
        builder.setupGvar({".notdef": []} | {glyph_name(char): _varied(char, scale) for char in characters})
    builder.updateHead(created=0, modified=0)  # the clock would give other bytes a second later
    builder.font.recalcTimestamp = False
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def _true_type(char: str, scale: float):  # type: ignore[no-untyped-def]  # fontTools has no types
    pen = TTGlyphPen(None)
    segments = _outline(char, cubic=False)
    for index, segment in enumerate(segments):
        points = [(round(x * scale), round(y * scale)) for x, y, _ in segment]
        (pen.moveTo if index == 0 else pen.qCurveTo if len(points) > 1 else pen.lineTo)(*points)
    if segments:
        pen.closePath()
    return pen.glyph()


def _varied(char: str, scale: float) -> list[TupleVariation]:
    deltas = [(round(g * scale), 0) for segment in _outline(char, cubic=False) for _, _, g in segment]
    wider = WIDENING if "!" <= char < "\u0100" else 0
    phantom = [(0, 0), (round(wider * scale), 0), (0, 0), (0, 0)]
    return [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas + phantom)]


def _charstring(char: str, width: int | None, scale: float) -> T2CharString:
    """A Type 2 charstring; without a width it is one of CFF2 and blends to the heaviest weight."""
    program: list[object] = [] if width is None else [round(width * scale)]
    last = (0, 0, 0)
    for index, segment in enumerate(_outline(char, cubic=True)):
        steps: list[int] = []
        moved: list[int] = []
        for x, y, g in segment:
            steps += (round((x - last[0]) * scale), round((y - last[1]) * scale))
            moved += (round((g - last[2]) * scale), 0)
            last = (x, y, g)
        program += steps
        if width is None:
            program += [*moved, len(steps), "blend"]
        program.append("rmoveto" if index == 0 else "rrcurveto" if len(segment) > 1 else "rlineto")
    return T2CharString(program=program if width is None else [*program, "endchar"])


def collect(path: Path, files: Sequence[Path]) -> Path:
    """A collection of font files."""
    collection = TTCollection()
    collection.fonts = [TTFont(file) for file in files]
    collection.save(path)
    return path
