"""The ZIP file around the parts, opened without trust: everything is counted before anything is unpacked.

What is refused: an encrypted file, a file that unpacks to too much (all of it, one part, or many times its size), too
many parts, parts that lie over one another, names that lead elsewhere or are one name twice. What a part really unpacks
to is bounded too, whatever its header says.
"""

import io
import zipfile
import zlib
from urllib.parse import unquote

import msgspec

from reportgen.opc.error import OpcError, Said

_MB = 1024 * 1024
_END = b"PK\5\6"  # the record at the end of the file: number of entries, size of the list
_ENTRY = 46 + 260  # bytes of an entry in the list, with a name of any use
_LOCAL = 30  # bytes of the header before a part, without its name
_STORED, _DEFLATED = 0, 8
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream of a file with a password (MS-OFFCRYPTO 2.3.4)
_KINDS = {b"%PDF": "PDF", b"{\\rt": "RTF", b"<?xm": "XML", b"<htm": "HTML", b"vers": "Git LFS"}

_BEGINNING = 4096  # bytes: text has no zero among them


class Limits(msgspec.Struct, frozen=True):
    """How much a file may hold, bytes but for ``parts`` and ``ratio``, unpacked to packed size of a part above 1 MB."""

    file: int = 64 * _MB
    parts: int = 2000
    part: int = 64 * _MB
    unpacked: int = 256 * _MB
    ratio: int = 200


LIMITS = Limits()


class Archive:
    """The parts of a ZIP file by name; opening one raises OpcError with the reason it is refused for."""

    def __init__(self, data: bytes, said: Said, limits: Limits = LIMITS) -> None:
        self._said = said
        self._infos = {info.filename.casefold(): info for info in _entries(data, said, limits)}
        self._zip = zipfile.ZipFile(io.BytesIO(data))

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts, without a slash before them."""
        return frozenset(info.filename for info in self._infos.values())

    def __contains__(self, name: str) -> bool:
        return self._find(name) is not None

    def _find(self, name: str) -> zipfile.ZipInfo | None:
        """A part by its name, whatever its case (ISO/IEC 29500-2 6.2.2.3), also where one of the two is escaped."""
        return self._infos.get(name.casefold()) or self._infos.get(unquote(name).casefold())

    def checksums(self) -> list[tuple[str, int, int]]:
        """Every part's name, CRC-32 and unpacked size, as the list of the file says."""
        return [(info.filename, info.CRC, info.file_size) for info in self._infos.values()]

    def read(self, name: str) -> bytes:
        """The content of a part. Raises OpcError for one that is not there, is damaged, or is larger than it says."""
        said = self._said
        info = self._find(name)
        if info is None:
            raise OpcError("word-file-damaged", **said, part=name)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        # NotImplementedError: packed in a way that zipfile does not know; RuntimeError: with a password
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise OpcError("word-file-damaged", **said, part=name) from error
        if len(data) > info.file_size:
            raise OpcError("word-file-bomb", **said, part=name)
        return data


def _entries(data: bytes, said: Said, limits: Limits) -> list[zipfile.ZipInfo]:
    if len(data) > limits.file:
        raise OpcError("word-file-large", **said, most=str(limits.file // _MB))
    _check_kind(data, said)
    end = data.rfind(_END)
    if end < 0 or len(data) < end + 22:
        raise OpcError("word-file-damaged", **said, part="—")
    count, size = (int.from_bytes(data[end + at : end + to], "little") for at, to in ((10, 12), (12, 16)))
    if count > limits.parts or size > limits.parts * _ENTRY:  # before the list is read: it may hold a million
        raise OpcError("word-file-parts", **said, most=str(limits.parts))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
    # a damaged list: places before the file's beginning (ValueError), past what can be sought, a version not known
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise OpcError("word-file-damaged", **said, part="—") from error
    if len(found) > limits.parts:
        raise OpcError("word-file-parts", **said, most=str(limits.parts))
    _check_names(found, said)
    _check_sizes(found, said, limits)
    return [info for info in found if not info.is_dir()]


def _check_kind(data: bytes, said: Said) -> None:
    if data.startswith(b"PK"):
        return
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise OpcError("word-file-encrypted", **said)
        raise OpcError("word-file-format", **said, kind=".doc")
    raise OpcError("word-file-format", **said, kind=_kind(data))


def _kind(data: bytes) -> str:
    """What else than a zip file this is, by how it begins."""
    begins = data[:4].lower() if data[:1] == b"<" else data[:4]
    return _KINDS.get(begins) or ("BIN" if b"\0" in data[:_BEGINNING] else "TXT")


def _check_names(found: list[zipfile.ZipInfo], said: Said) -> None:
    seen: set[str] = set()
    for info in found:
        name = info.orig_filename  # zipfile cuts a name at a NUL
        steps = name.removesuffix("/").split("/")
        if any(step in ("", ".", "..") for step in steps) or any(char in name for char in "\\:\0"):
            raise OpcError("word-file-names", **said, part=_printable(name))
        key = name.casefold()  # part names are the same whatever their case (ISO/IEC 29500-2 6.2.2.3)
        if key in seen:
            raise OpcError("word-file-names", **said, part=_printable(name))
        seen.add(key)


def _check_sizes(found: list[zipfile.ZipInfo], said: Said, limits: Limits) -> None:
    total = 0
    until = 0
    for info in sorted(found, key=lambda one: one.header_offset):
        part = _printable(info.filename)
        if info.flag_bits & 1:
            raise OpcError("word-file-encrypted", **said)
        if info.compress_type not in (_STORED, _DEFLATED):
            raise OpcError("word-file-damaged", **said, part=part)
        total += info.file_size
        inflated = info.file_size > _MB and info.file_size > limits.ratio * max(1, info.compress_size)
        if info.file_size > limits.part or total > limits.unpacked or inflated or info.header_offset < until:
            raise OpcError("word-file-bomb", **said, part=part)
        until = info.header_offset + _LOCAL + info.compress_size


def _printable(name: str) -> str:
    line = "".join(char if char.isprintable() else "?" for char in name[:80])
    return line or "—"
