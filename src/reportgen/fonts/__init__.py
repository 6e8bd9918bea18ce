"""Room ``fonts``: faces and the user's files through HarfBuzz — glyphs, shaping, choice, subsets. Home of uharfbuzz."""

from reportgen.fonts.book import Choice, FontBook, open_fonts
from reportgen.fonts.error import FontError
from reportgen.fonts.face import Face, ShapedGlyph, Subset
from reportgen.fonts.own import FaceName, OwnFile, OwnFonts, Remark
from reportgen.fonts.table import FACE_NAMES, FACES, FaceRow
from reportgen.fonts.whole import WholeFont, whole_font

__all__ = [
    "FACES",
    "FACE_NAMES",
    "Choice",
    "Face",
    "FaceName",
    "FaceRow",
    "FontBook",
    "FontError",
    "OwnFile",
    "OwnFonts",
    "Remark",
    "ShapedGlyph",
    "Subset",
    "WholeFont",
    "open_fonts",
    "whole_font",
]
