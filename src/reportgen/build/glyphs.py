"""Every character of the content against the fonts, before anything is set: a missing glyph is never silent."""

from reportgen.content import Loaded, values_of
from reportgen.diagnostics import Diagnostics, Place
from reportgen.fonts import FACE_NAMES, FontBook

_LAYOUT = frozenset("\n\r\t\u00a0\u202f\u2009\u200b\ufeff\ufe00\ufe01\u3000 ")


def check_glyphs(loaded: Loaded, fonts: FontBook, sink: Diagnostics) -> None:
    """Report each character that no face has, at each place where it is written (comments do not count)."""
    text = "".join(source.text for source in loaded.sources.values())
    missing = sorted(char for char in set(text) - _LAYOUT if fonts.choose(char, "song-regular") is None)
    if not missing:
        return
    for source in loaded.sources.values():
        written = values_of(source)
        for char in missing:
            if char not in source.text or not any(char in value for value in written):
                continue
            for number, line in enumerate(source.text.splitlines(), 1):
                column = line.find(char)
                if column >= 0 and not line.lstrip().startswith("#"):
                    sink.error(
                        "font-glyph-missing", Place(source.name, number, column + 1),
                        char=char, codepoint=f"U+{ord(char):04X}", faces="、".join(FACE_NAMES),
                    )  # fmt: skip
