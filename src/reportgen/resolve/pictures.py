"""Picture files, read once and checked before any renderer sees them (reliability findings 0.7, threats 7 and 8)."""

import hashlib
from pathlib import Path, PurePosixPath

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.document import PictureData
from reportgen.resolve.picture_headers import read_jpeg, read_png

MAX_PIXELS = 50_000_000
MAX_BYTES = 32 * 1024 * 1024


def read_picture(folder: str, name: str, spot: Spot, sink: Diagnostics) -> PictureData | None:
    """The picture ``name`` of the project ``folder``, or None after a report.

    Nothing is decoded: size limits hold before that, and a file that breaks off is found by its structure.
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
    header = read_png(data) or read_jpeg(data)
    if header is None or 0 in (header.width, header.height):
        sink.error("picture-format", spot, file=name)
        return None
    if header.width * header.height > MAX_PIXELS:
        sink.error("picture-too-large", spot, file=name, limit=f"{MAX_PIXELS:,} px")
        return None
    if not header.whole:
        sink.error("picture-damaged", spot, file=name)
        return None
    if header.turned:
        sink.error("picture-rotated", spot, file=name)
        return None
    digest = hashlib.sha256(data).hexdigest()
    return PictureData(data, digest, header.format, header.width, header.height)


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
