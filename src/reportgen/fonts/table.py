"""The faces of the booklet as plain data, so that nothing is parsed at start; a test holds it to fonts.yaml."""

import msgspec

from reportgen.fonts.pins import PINS


class FaceRow(msgspec.Struct, frozen=True):
    """One face: ``file`` is relative to the fonts folder, ``sha256`` its pinned digest in hex.

    ``weight`` is the design's weight (400, 500, 700). ``fallbacks`` are asked in their order for a character
    that the face lacks: the same weight first, then the faces that cover most.
    """

    name: str
    file: str
    sha256: str
    weight: int
    serif: bool
    fallbacks: tuple[str, ...]
    optional: bool = False


def _row(name: str, weight: int, serif: bool, fallbacks: tuple[str, ...], *, optional: bool = False) -> FaceRow:
    file, sha256 = PINS[name]
    return FaceRow(name, file, sha256, weight, serif, fallbacks, optional)


# FangSong is nobody's fallback: it covers least, and a copy of the program may lack it.
FACES: dict[str, FaceRow] = {
    row.name: row
    for row in (
        _row("song-regular", 400, True, ("hei-regular", "kai-regular")),
        _row("song-bold", 700, True, ("hei-bold", "song-regular", "hei-regular", "kai-regular")),
        _row("hei-regular", 400, False, ("song-regular", "kai-regular")),
        _row("hei-medium", 500, False, ("song-regular", "hei-regular", "kai-regular")),
        _row("hei-bold", 700, False, ("song-bold", "song-regular", "hei-regular", "kai-regular")),
        _row("kai-regular", 400, True, ("song-regular", "hei-regular")),
        _row("fang-regular", 400, True, ("song-regular", "hei-regular", "kai-regular"), optional=True),
    )
}

FACE_NAMES: tuple[str, ...] = (
    "song-regular",
    "song-bold",
    "hei-regular",
    "hei-medium",
    "hei-bold",
    "kai-regular",
    "fang-regular",
)

# The face that stands in for an optional one whose file is absent.
STAND_IN = "song-regular"
