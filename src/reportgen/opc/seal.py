"""Whether a file is still as the program wrote it: nobody's work is in it, and it may be written over.

The seal is a digest of all parts but the one that carries it (``dc:identifier`` of the core properties, ISO/IEC
29500-2, 11.1). It guards against a slip, not against forgery: Word, WPS and LibreOffice write every part anew when they
save.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping

from reportgen.opc.archive import Archive, Limits
from reportgen.opc.error import OpcError

CORE = "docProps/core.xml"
# The core properties alone are unpacked: a report may be as long as it likes.
_LIMITS = Limits(file=256 * 2**20, parts=20_000, part=256 * 2**20, unpacked=2**30, ratio=2000)
_END = b"</cp:coreProperties>"
_SEAL = re.compile(rb"<dc:identifier>urn:sha256:([0-9a-f]{64})</dc:identifier>")


def sealed(files: Mapping[str, bytes]) -> bytes:
    """The core properties among ``files``, the parts of a package by name, with the seal of all the others."""
    digest = _digest((name, zlib.crc32(data), len(data)) for name, data in files.items())
    return files[CORE].replace(_END, b"<dc:identifier>urn:sha256:" + digest.encode() + b"</dc:identifier>" + _END)


def is_sealed(data: bytes) -> bool:
    """Whether the package ``data`` is as it was sealed; False too for what is no package, or one without a seal."""
    try:
        archive = Archive(data, {}, _LIMITS)
        found = _SEAL.search(archive.read(CORE))
    except OpcError:
        return False
    return found is not None and found[1].decode() == _digest(archive.checksums())


def _digest(parts: Iterable[tuple[str, int, int]]) -> str:
    """Of parts by name, checksum (CRC-32) and size, in whatever order they are packed."""
    listed = sorted(f"{name} {checksum:08x} {size}" for name, checksum, size in parts if name != CORE)
    return hashlib.sha256("\n".join(listed).encode()).hexdigest()
