"""PNG and JPEG files by their structure, without decoding: size, wholeness, orientation."""

import struct
import zlib
from typing import Literal

import msgspec

_PNG = b"\x89PNG\r\n\x1a\n"
_UPRIGHT = 1  # the value of Exif's Orientation for a picture that is shown as it is stored
_ORIENTATION = 0x0112


class Header(msgspec.Struct, frozen=True):
    """What a file says of itself. ``turned``: viewers turn it before showing it, PDF readers do not."""

    format: Literal["png", "jpeg"]
    width: int
    height: int
    whole: bool
    turned: bool


def read_png(data: bytes) -> Header | None:
    """The header of a PNG file (ISO/IEC 15948); None for anything else. Whole: each chunk's sum holds, up to IEND."""
    if len(data) < 24 or data[:8] != _PNG or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return Header("png", width, height, _png_is_whole(data), turned=False)


def _png_is_whole(data: bytes) -> bool:
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 8 + length
        if data[end : end + 4] != struct.pack(">I", zlib.crc32(data[at + 4 : end])):
            return False
        if kind == b"IEND":
            return True
        at = end + 4
    return False


def read_jpeg(data: bytes) -> Header | None:
    """The header of a JPEG file (ITU-T T.81 B.1, B.2); None for anything else. Whole: a scan, then the end marker."""
    if data[:3] != b"\xff\xd8\xff":
        return None
    width = height = 0
    turned = False
    for marker, body, start in _segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and len(body) >= 5:
            height, width = struct.unpack(">HH", body[1:5])
        elif marker == 0xE1 and body[:6] == b"Exif\0\0":
            turned = _orientation(body[6:]) != _UPRIGHT
        elif marker == 0xDA:
            whole = data.find(b"\xff\xd9", start) >= 0
            return Header("jpeg", width, height, whole, turned)
    return Header("jpeg", width or 1, height or 1, whole=False, turned=turned)


def _segments(data: bytes) -> "list[tuple[int, bytes, int]]":
    """Marker, body and start of each segment up to and with the first scan's header."""
    found: list[tuple[int, bytes, int]] = []
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        length = int(struct.unpack(">H", data[at + 2 : at + 4])[0])
        if length < 2 or at + 2 + length > len(data):
            break
        found.append((marker, data[at + 4 : at + 2 + length], at))
        if marker == 0xDA:
            break
        at += 2 + length
    return found


def _orientation(exif: bytes) -> int:
    """Exif's Orientation in the first directory of a TIFF structure; upright where it cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return _UPRIGHT
    start = int(struct.unpack(order + "I", exif[4:8])[0])
    if start + 2 > len(exif):
        return _UPRIGHT
    count = int(struct.unpack(order + "H", exif[start : start + 2])[0])
    for index in range(count):
        entry = exif[start + 2 + 12 * index : start + 14 + 12 * index]
        if len(entry) == 12 and struct.unpack(order + "H", entry[:2])[0] == _ORIENTATION:
            value = int(struct.unpack(order + "H", entry[8:10])[0])
            return value if 1 <= value <= 8 else _UPRIGHT
    return _UPRIGHT
