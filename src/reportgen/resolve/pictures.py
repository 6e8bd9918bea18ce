"""Picture files, read once and checked before any renderer sees them (reliability findings 0.7, threats 7 and 8)."""

import hashlib
import struct
from pathlib import Path, PurePosixPath

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.document import PictureData

MAX_PIXELS = 50_000_000
MAX_BYTES = 32 * 1024 * 1024


def read_picture(folder: str, name: str, spot: Spot, sink: Diagnostics) -> PictureData | None:
    """The picture ``name`` of the project ``folder``, or None after a report.

    Only the header is looked at: size limits hold before anything is decoded.
    """
    root = Path(folder).resolve()
    path = _inside(root, name)
    if path is None:
        sink.error("picture-outside", spot, file=name)
        return None
    try:
        size = path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):  # too long, or a character no file name can have
        size = None
    if size is None:
        sink.error("picture-missing", spot, file=name)
        return None
    if size > MAX_BYTES:
        sink.error("picture-too-large", spot, file=name, limit=f"{MAX_BYTES // 2**20} MiB")
        return None
    data = path.read_bytes()
    found = _png_size(data) or _jpeg_size(data)
    if found is None or 0 in found[1:]:
        sink.error("picture-format", spot, file=name)
        return None
    kind, width, height = found
    if width * height > MAX_PIXELS:
        sink.error("picture-too-large", spot, file=name, limit=f"{MAX_PIXELS:,} px")
        return None
    digest = hashlib.sha256(data).hexdigest()
    return PictureData(data, digest, "png" if kind == "png" else "jpeg", width, height)


def _inside(root: Path, name: str) -> Path | None:
    """The file ``name`` with its links followed, or None where it leads out of ``root``."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or "\\" in name or ":" in name:
        return None
    try:
        path = (root / pure).resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a character no file name can have
        return root  # which is no file
    return path if path.is_relative_to(root) else None


def _png_size(data: bytes) -> tuple[str, int, int] | None:
    if len(data) < 24 or data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return "png", width, height


def _jpeg_size(data: bytes) -> tuple[str, int, int] | None:
    """Size from the first start-of-frame segment (ITU-T T.81 B.2.2)."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return "jpeg", width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
