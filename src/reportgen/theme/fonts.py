"""The key ``fonts`` of a theme: font files of the user's own.

As written, files are named from ``folder``, which is named from the file that says so. ``settle_fonts`` names them all
from the project, before a theme is laid over the one it is based on: the two may lie in different folders.
"""

import posixpath
from collections.abc import Mapping

import msgspec

from reportgen.fonts import FaceName, OwnFile, OwnFonts


class WrittenFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A font file as an author writes it, when its name alone does not do."""

    file: str
    index: int | None = None
    instance: str = ""
    axes: Mapping[str, float] = {}
    licence: str = ""


class WrittenFonts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``fonts`` as an author writes it; ``licence`` holds for every file that has none of its own."""

    folder: str = "fonts"
    faces: Mapping[FaceName, str | WrittenFile] = {}
    latin: Mapping[FaceName, str | WrittenFile] = {}
    licence: str = ""


def settle_fonts(written: object, theme_file: str) -> dict[str, object]:
    """The plain value of ``fonts`` as a theme holds it: every file named from the project, every key given.

    ``theme_file`` is named from the project, with slashes.
    Raises msgspec.ValidationError or ValueError when it does not hold.
    """
    fonts = msgspec.convert(written, WrittenFonts, strict=False)  # numbers may come as text, so that digits are kept
    return {
        "faces": {face: _settled(one, fonts, theme_file) for face, one in fonts.faces.items()},
        "latin": {face: _settled(one, fonts, theme_file) for face, one in fonts.latin.items()},
    }


def _settled(written: str | WrittenFile, fonts: WrittenFonts, theme_file: str) -> dict[str, object]:
    one = WrittenFile(written) if isinstance(written, str) else written
    for name in (fonts.folder, one.file):
        if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or not name.strip():
            raise ValueError(name)
    return {
        "file": posixpath.normpath(posixpath.join(posixpath.dirname(theme_file), fonts.folder, one.file)),
        "index": one.index,
        "instance": one.instance,
        "axes": sorted(one.axes.items()),  # a list, which a theme laid over this one replaces whole
        "licence": one.licence or fonts.licence,
        "named_in": theme_file,
    }


__all__ = ["OwnFile", "OwnFonts", "WrittenFile", "WrittenFonts", "settle_fonts"]
