"""FandolFang's cubic outlines (CFF) as the quadratic ones of TrueType (glyf), which PDF's CIDFontType2 takes.

    python fonts/gpl/convert_fang.py FandolFang-Regular.otf out.ttf

converts the whole upstream font and renames nothing; ``fonts/build/build_fonts.py`` imports ``to_quadratic``
and adds the choice of characters and the names. Together they are the scripts that made
``BookletFang-Regular.ttf``.

Licence of this script: MIT, as the program's own code; see LICENSE. The font it makes stays under the GPL
with the font exception; see COPYING and README.md beside this file.
"""

import argparse
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph

MAX_ERROR = 0.8  # in units of 1/1000 em: under a quarter of a pixel at 300 dpi up to 72 pt

# Tables that speak of CFF outlines.
_CFF_TABLES = ("CFF ", "VORG")


def quadratic_glyphs(font: TTFont, max_error: float = MAX_ERROR) -> dict[str, Glyph]:
    """Every glyph of ``font`` with quadratic curves at most ``max_error`` units off, contours clockwise."""
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, max_error, reverse_direction=True))
        glyphs[name] = pen.glyph()
    return glyphs


def to_quadratic(font: TTFont, max_error: float = MAX_ERROR) -> None:
    """Turn ``font`` from CFF into glyf outlines in place. Raises KeyError when it has no CFF table."""
    glyphs = quadratic_glyphs(font, max_error)
    glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = glyphs
    for tag in _CFF_TABLES:
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    _describe_as_truetype(font)


def _describe_as_truetype(font: TTFont) -> None:
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
        "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth",
    ):  # fmt: skip
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def main() -> None:
    """Convert the file named on the command line."""
    parser = argparse.ArgumentParser(description="Convert FandolFang from CFF to TrueType outlines.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    asked = parser.parse_args()
    font = TTFont(asked.source, recalcTimestamp=False)
    to_quadratic(font)
    font.save(asked.target)


if __name__ == "__main__":
    main()
