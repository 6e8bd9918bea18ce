"""Every character of the content against the fonts, before anything is set: a missing glyph is never silent."""

import re

from reportgen.content import Loaded, places_of_characters
from reportgen.diagnostics import Diagnostics
from reportgen.fonts import FACE_NAMES, FontBook

_LAYOUT = frozenset("\n\r\t\u00a0\u00ad\u202f\u2009\u200b\ufeff\ufe00\ufe01\u3000 ")
# A character may also be written by its number, in double quotes.
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


def check_glyphs(loaded: Loaded, fonts: FontBook, sink: Diagnostics) -> None:
    """Report each character that no face has, at each place where it is written (comments do not count)."""
    text = "".join(source.text for source in loaded.sources.values())
    asked = set(text)
    if "\\" in asked:
        numbers = [int(one or two or three, 16) for one, two, three in _ESCAPE.findall(text)]
        asked |= {chr(number) for number in numbers if number <= 0x10FFFF}
    missing = {char for char in asked - _LAYOUT if fonts.choose(char, "song-regular") is None}
    if not missing:
        return
    for source in loaded.sources.values():
        for char, place in places_of_characters(source, missing):
            sink.error(
                "font-glyph-missing", place, char=char, codepoint=f"U+{ord(char):04X}", faces="、".join(FACE_NAMES)
            )
