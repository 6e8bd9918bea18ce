"""Word files without the marks of a draft."""

import msgspec

from reportgen.theme import Theme


def final(theme: Theme) -> Theme:
    """``theme`` whose Word files have the booklet's text and no more."""
    return msgspec.structs.replace(theme, word=msgspec.structs.replace(theme.word, mode="final"))
