"""Room ``fonts``: faces through HarfBuzz — coverage, advances, shaping, choice of face, subsets. Home of uharfbuzz."""

from reportgen.fonts.book import Choice, FontBook, open_fonts
from reportgen.fonts.error import FontError
from reportgen.fonts.face import Face, ShapedGlyph, Subset
from reportgen.fonts.table import FACE_NAMES, FACES, FaceRow

__all__ = [
    "FACES",
    "FACE_NAMES",
    "Choice",
    "Face",
    "FaceRow",
    "FontBook",
    "FontError",
    "ShapedGlyph",
    "Subset",
    "open_fonts",
]
