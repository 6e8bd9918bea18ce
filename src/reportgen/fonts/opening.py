"""Opening a user's font file: what it is, whether it is whole, which font of a collection, which instance.

HarfBuzz reads a broken table as an empty one, so that nothing crashes and glyphs are silently absent. What would be
seen only in print is therefore looked at here, before anything is set.
"""

import mmap
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec
import uharfbuzz as hb

from reportgen.fonts.error import FontError
from reportgen.fonts.own import OwnFile
from reportgen.fonts.permission import printable

_NEEDED = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp")
_OUTLINES = ("glyf", "CFF ", "CFF2")
# Pictures of glyphs: never painted here, and HarfBuzz would give their boxes for the outlines'.
_PICTURES = frozenset({"CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix"})
_LISTED = 12  # fonts or instances named in a message
_OTHER_FORMATS = {
    b"wOF2": "WOFF2",
    b"wOFF": "WOFF",
    b"%!PS": "Type 1",
    b"\x80\x01": "Type 1",
    b"%!Fo": "Type 1",
    b"<?xm": "XML",
    b"<svg": "SVG",
    b"PK\x03\x04": "ZIP",
    b"vers": "Git LFS",
}


def tags_of(directory: bytes) -> frozenset[str]:
    """The tables that a directory names."""
    return frozenset(directory[at : at + 4].decode("latin-1") for at in range(12, len(directory), 16))


class Opened(msgspec.Struct, frozen=True):
    """A font ready to be asked: ``axes`` are its pinned axes, empty for a font that is not variable."""

    face: hb.Face
    font: hb.Font
    axes: Mapping[str, float]
    directory: bytes  # the table directory with its checksums: it changes with any table


def inside(folder: Path, own: OwnFile, name: str) -> Path:
    """The file of ``own`` with its links followed. Raises FontError where it leads out of ``folder``."""
    root = folder.resolve()
    try:
        path = (root / own.file).resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a character no file name can have
        return root / own.file  # which is no file
    if not path.is_relative_to(root):
        raise FontError("font-own-outside", face=name, file=own.file)
    return path


def open_own(path: Path, own: OwnFile, name: str, weight: int) -> Opened:
    """Open ``own`` from ``path`` for the face ``name`` of ``weight``. Raises FontError with the reason."""
    said = {"face": name, "file": own.file}
    data = _mapped(path, said)
    try:
        blob = hb.Blob.from_file_path(str(path))
        start = 0
        if data[:4] == b"ttcf":
            start = _place_in_collection(data, blob, own, said)
        elif own.index:
            raise FontError("font-collection", **said, fonts="0")
        directory = _directory(data, start, said)
        face = hb.Face(blob, own.index or 0)
        _check_tables(face, directory, said)
        if tags_of(directory) & _PICTURES:
            face = _without_pictures(face)
        axes = _pinned(face, own, weight, said)
        font = hb.Font(face)
        if axes:
            font.set_variations(axes)
    except (OSError, hb.HarfBuzzError, UnicodeDecodeError) as error:  # a tag or a name that is no text
        raise FontError("font-own-damaged", **said, table="—") from error
    if not font.get_nominal_glyph(0x20):
        raise FontError("font-own-no-space", **said)
    return Opened(face, font, axes, directory)


def _mapped(path: Path, said: dict[str, str]) -> mmap.mmap:
    """The file, mapped: a collection of 30 MB is looked through in a millisecond."""
    try:
        if not path.is_file():
            raise FontError("font-own-missing", **said)
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise FontError("font-own-missing", **said) from error
    except ValueError as error:  # an empty file; a character that no path can have
        raise FontError("font-own-damaged", **said, table="—") from error
    if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO", b"ttcf"):
        kind = _OTHER_FORMATS.get(data[:4]) or _OTHER_FORMATS.get(data[:2]) or "?"
        raise FontError("font-own-format", **said, kind=kind)
    return data


def _number(data: bytes | mmap.mmap, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")


def _place_in_collection(data: mmap.mmap, blob: hb.Blob, own: OwnFile, said: dict[str, str]) -> int:
    """Where the chosen font's directory begins; a collection of several fonts wants its index said."""
    count = _number(data, 8, 4)
    if count == 0 or 12 + 4 * count > len(data):
        raise FontError("font-own-damaged", **said, table="ttcf")
    index = 0 if own.index is None and count == 1 else own.index
    if index is None or not 0 <= index < count:
        names = []
        for one in range(min(count, _LISTED)):
            names.append(f"{one} {_named(hb.Face(blob, one), hb.OTNameIdPredefined.FULL_NAME)}")
        more = ["…"] if count > _LISTED else []
        raise FontError("font-collection", **said, fonts="、".join(names + more))
    return _number(data, 12 + 4 * index, 4)


def _directory(data: mmap.mmap, start: int, said: dict[str, str]) -> bytes:
    """The table directory at ``start``; every table it names lies within the file."""
    count = _number(data, start + 4, 2)
    end = start + 12 + 16 * count
    if count == 0 or end > len(data):
        raise FontError("font-own-damaged", **said, table="—")
    for at in range(start + 12, end, 16):
        if _number(data, at + 8, 4) + _number(data, at + 12, 4) > len(data):
            tag = printable(data[at : at + 4].decode("latin-1"))
            raise FontError("font-own-damaged", **said, table=tag)
    return data[start:end]


def _check_tables(face: hb.Face, directory: bytes, said: dict[str, str]) -> None:
    tags = tags_of(directory)
    missing = [tag for tag in _NEEDED if tag not in tags]
    if missing:
        raise FontError("font-own-damaged", **said, table="、".join(missing))
    if not tags.intersection(_OUTLINES):
        raise FontError("font-no-outlines", **said)
    if face.glyph_count == 0:
        raise FontError("font-own-damaged", **said, table="maxp")
    if not 16 <= _number(bytes(face.reference_table("head").data), 18, 2) <= 16384:
        raise FontError("font-own-damaged", **said, table="head")


def _without_pictures(whole: hb.Face) -> hb.Face:
    """The font as its outlines alone tell it."""

    held: dict[str, bytes] = {}  # HarfBuzz points into what it is given and does not keep it alive

    def table(_: hb.Face, tag: str, __: object) -> bytes:
        if tag not in held:
            held[tag] = b"" if tag in _PICTURES else bytes(whole.reference_table(tag).data)
        return held[tag]

    tags = [tag for tag in whole.table_tags if tag not in _PICTURES]
    face = hb.Face.create_for_tables(table, None)
    face.set_get_table_tags_func(lambda _, __: tags, None)
    return face


# --- variable fonts


def _pinned(face: hb.Face, own: OwnFile, weight: int, said: dict[str, str]) -> dict[str, float]:
    """A place on every axis: the author's, else the weight of the face that is replaced, else the font's default."""
    known = {axis.tag: axis for axis in face.axis_infos}
    if not known:
        if own.instance or own.axes:
            raise FontError("font-not-variable", **said)
        return {}
    places = {tag: axis.default_value for tag, axis in known.items()}
    if own.instance:
        places.update(_named_instance(face, own.instance, list(known), said))
    elif "wght" in known:
        axis = known["wght"]
        places["wght"] = min(max(float(weight), axis.min_value), axis.max_value)
    for tag, value in own.axes:
        if tag not in known or not known[tag].min_value <= value <= known[tag].max_value:
            ranges = "、".join(f"{one.tag} {one.min_value:g}–{one.max_value:g}" for one in known.values())
            raise FontError("font-instance", **said, asked=f"{tag} {value:g}", known=ranges)
        places[tag] = value
    return {printable(tag): value for tag, value in places.items()}


def _named_instance(face: hb.Face, asked: str, tags: list[str], said: dict[str, str]) -> dict[str, float]:
    names = []
    for instance in face.named_instances:
        for language in ("en", "zh-Hans"):
            name = face.get_name(instance.subfamily_name_id, language) or ""
            if _plain(name) == _plain(asked):
                return dict(zip(tags, instance.design_coords, strict=False))
        names.append(_named(face, instance.subfamily_name_id))
    known = "、".join(names[:_LISTED]) or "—"
    raise FontError("font-instance", **said, asked=asked, known=known)


def _named(face: hb.Face, id: int) -> str:
    """A name of the font for a message, English before Chinese."""
    return printable(face.get_name(id) or face.get_name(id, "zh-Hans") or "?")


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).casefold()
