"""The key ``fonts`` of a theme: font files of the user's own.

As written, files are named from ``folder``, which is named from the file that says so. ``settle_fonts`` names them all
from the project, before a theme is laid over the one it is based on: the two may lie in different folders.
"""

import posixpath
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from reportgen.fonts import FaceName, OwnFile, OwnFonts

FontFile = Annotated[str, msgspec.Meta(extra={"written": "file"})]  # see ``is_inside``
Axis = Annotated[float, msgspec.Meta(ge=-4000, le=4000)]


class WrittenFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A font file as an author writes it, when its name alone does not do."""

    file: FontFile
    index: int | None = None
    instance: str = ""
    axes: Mapping[str, Axis] = {}
    licence: str = ""


class WrittenFonts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``fonts`` as an author writes it; ``licence`` holds for every file that has none of its own."""

    folder: FontFile = "fonts"
    faces: Mapping[FaceName, FontFile | WrittenFile] = {}
    latin: Mapping[FaceName, FontFile | WrittenFile] = {}
    licence: str = ""


def is_inside(name: str) -> bool:
    """Whether a file or folder is named as one of the project's: from another of its folders, with slashes."""
    return not (name.startswith("/") or "\\" in name or ":" in name or "\0" in name or not name.strip())


def settle_fonts(written: dict[str, Any] | None, theme_file: str) -> dict[str, object] | None:
    """The plain value of ``fonts`` as a theme holds it: every file named from the project, every key given.

    ``written`` has no faults (see ``overlay``). ``theme_file`` is named from the project, with slashes. A face that is
    null stays null: it takes that of the theme below away.
    """
    if written is None:
        return None
    given = {key: one for key, one in written.items() if one is not None}
    taken = {key: [face for face, one in given.get(key, {}).items() if one is None] for key in ("faces", "latin")}
    # numbers may come as text, so that digits are kept
    fonts = msgspec.convert(_without_nulls(given), WrittenFonts, strict=False)
    return {
        key: {face: _settled(one, fonts, theme_file) for face, one in files.items()} | dict.fromkeys(taken[key])
        for key, files in (("faces", fonts.faces), ("latin", fonts.latin))
    }


def _without_nulls(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: _without_nulls(inner) for key, inner in value.items() if inner is not None}


def _settled(written: str | WrittenFile, fonts: WrittenFonts, theme_file: str) -> dict[str, object]:
    one = WrittenFile(written) if isinstance(written, str) else written
    return {
        "file": posixpath.normpath(posixpath.join(posixpath.dirname(theme_file), fonts.folder, one.file)),
        "index": one.index,
        "instance": one.instance,
        "axes": sorted(one.axes.items()),  # a list, which a theme laid over this one replaces whole
        "licence": one.licence or fonts.licence,
        "named_in": theme_file,
    }


__all__ = ["OwnFile", "OwnFonts", "WrittenFile", "WrittenFonts", "settle_fonts"]
