"""The faces of the booklet as plain data, so that nothing is parsed at start; a test holds it to fonts.yaml."""

import msgspec

from reportgen.fonts.pins import PINS


class FaceRow(msgspec.Struct, frozen=True):
    """One face: ``file`` is relative to the fonts folder, ``sha256`` its pinned digest in hex.

    ``weight`` is the design's weight, 300 to 900. ``ink`` is how much of its em a common hanzi blackens, on average:
    Song and Hei of one weight differ by it. ``fallbacks`` are asked in their order for a character that the face
    lacks: the same weight first, or the nearest where text is to stand out; then the faces that cover most.
    """

    name: str
    file: str
    sha256: str
    weight: int
    ink: float
    serif: bool
    fallbacks: tuple[str, ...]
    optional: bool = False


def _row(name: str, weight: int, ink: float, fallbacks: tuple[str, ...], *, optional: bool = False) -> FaceRow:
    file, sha256 = PINS[name]
    return FaceRow(name, file, sha256, weight, ink, not name.startswith("hei"), fallbacks, optional)


# FangSong is nobody's fallback: it covers least, and a copy of the program may lack it.
FACES: dict[str, FaceRow] = {
    row.name: row
    for row in (
        _row("song-regular", 400, 0.237, ("hei-regular", "kai-regular")),
        _row("song-medium", 500, 0.270, ("song-regular", "hei-regular", "kai-regular")),
        _row("song-semibold", 600, 0.303, ("song-regular", "hei-regular", "kai-regular")),
        _row("song-bold", 700, 0.352, ("hei-bold", "song-regular", "hei-regular", "kai-regular")),
        _row("hei-light", 300, 0.214, ("song-regular", "hei-regular", "kai-regular")),
        _row("hei-regular", 400, 0.312, ("song-regular", "kai-regular")),
        _row("hei-medium", 500, 0.381, ("song-regular", "hei-regular", "kai-regular")),
        _row("hei-bold", 700, 0.466, ("song-bold", "song-regular", "hei-regular", "kai-regular")),
        _row("hei-black", 900, 0.545, ("hei-bold", "song-bold", "song-regular", "hei-regular", "kai-regular")),
        _row("kai-regular", 400, 0.245, ("song-regular", "hei-regular")),
        _row("fang-regular", 400, 0.159, ("song-regular", "hei-regular", "kai-regular"), optional=True),
    )
}

FACE_NAMES: tuple[str, ...] = (
    "song-regular",
    "song-medium",
    "song-semibold",
    "song-bold",
    "hei-light",
    "hei-regular",
    "hei-medium",
    "hei-bold",
    "hei-black",
    "kai-regular",
    "fang-regular",
)

# The face that stands in for an optional one whose file is absent.
STAND_IN = "song-regular"
