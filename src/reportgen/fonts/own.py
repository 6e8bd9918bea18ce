"""Font files of the user's own, set in place of the faces that ship or for their Latin letters."""

import re
from collections.abc import Mapping
from typing import Literal

import msgspec

FaceName = Literal[
    "song-regular", "song-medium", "song-semibold", "song-bold",
    "hei-light", "hei-regular", "hei-medium", "hei-bold", "hei-black",
    "kai-regular", "fang-regular",
]  # fmt: skip


class OwnFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One font of a user's file. ``file`` is relative to the folder the fonts are opened from, with slashes.

    ``index`` is the font's place in a collection, from 0. ``instance`` and ``axes`` fix a variable font: first the
    named instance, then single axes. ``licence`` is the author's word that the font may be embedded and subset.
    ``named_in`` is the file that names it, for messages.
    """

    file: str
    index: int | None = None
    instance: str = ""
    axes: tuple[tuple[str, float], ...] = ()
    licence: str = ""
    named_in: str = ""


class OwnFonts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A user's fonts: ``faces`` set everything they have, ``latin`` only Latin, Greek, Cyrillic letters and figures."""

    faces: Mapping[FaceName, OwnFile] = {}
    latin: Mapping[FaceName, OwnFile] = {}


class Remark(msgspec.Struct, frozen=True):
    """What is to be said of a user's font: a code of the catalogue and its arguments; ``fatal``: it is not used.

    ``named_in`` is the file that names the font, ``path`` where in it.
    """

    code: str
    arguments: Mapping[str, str]
    fatal: bool
    named_in: str = ""
    path: tuple[str, ...] = ()


def remark(code: str, *, fatal: bool, **arguments: str) -> Remark:
    """A remark with its arguments by name."""
    return Remark(code, arguments, fatal)


# Blanks belong to the words they part; marks that Chinese shares (quotes, dashes, ellipses) stay with the Han face.
LATIN = re.compile(
    "[\u0020-\u007e\u00a1-\u00a6\u00a9-\u00ac\u00ae\u00b2\u00b3\u00b5\u00b9-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff"
    "\u0400-\u052f\u1e00-\u1eff\u2212]"
)
