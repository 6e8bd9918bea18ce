"""PDF syntax (ISO 32000-1 clause 7.3) and ReportLab's document as the writer of objects and cross-references."""

import threading
import zlib
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

COMPRESSION = 6  # level 9 gains 0.2 % and costs 15 % more time


_DEFLATED = "/Filter/FlateDecode"


class Verbatim(PDFObject):
    """An indirect object that is already written out."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, document: PDFDocument) -> bytes:
        """ReportLab's hook: the object's bytes, without ``obj`` and ``endobj``."""
        return self.body


class ObjectFile:
    """Numbered objects. Private hooks of ReportLab 5.1 used: Reference, Catalog, info, _ID, format."""

    def __init__(self) -> None:
        # Any: the hooks are attributes that the stubs do not list
        self._document: Any = PDFDocument(invariant=1, pdfVersion=(1, 7))
        self._waiting: list[tuple[Verbatim, str, bytes]] = []  # streams to be compressed

    def reserve(self) -> tuple[str, Verbatim]:
        """An object to be filled in later: its reference ("12 0 R") and itself."""
        made = Verbatim()
        name = self._document.Reference(made).name
        number, generation = self._document.idToObjectNumberAndVersion[name]
        return f"{number} {generation} R", made

    def add(self, body: str | bytes) -> str:
        """Add an object; its reference."""
        reference, made = self.reserve()
        made.body = body.encode("latin-1") if isinstance(body, str) else body
        return reference

    def add_stream(self, entries: str, data: bytes, *, compress: bool = True) -> str:
        """Add a stream with ``entries`` in its dictionary; its reference."""
        if not compress:
            return self.add(stream(entries, data, compress=False))
        reference, made = self.reserve()
        self._waiting.append((made, entries, data))
        return reference

    def add_deflated(self, entries: str, data: bytes) -> str:
        """Add a stream whose data ``deflate`` has made; its reference."""
        return self.add(_stream(entries + _DEFLATED, data))

    def finish(self, catalog: str, info: str, identity: bytes) -> bytes:
        """The file. ``identity`` is a 16-byte digest for /ID."""
        packed = deflate([data for _, _, data in self._waiting])
        for (made, entries, _), deflated in zip(self._waiting, packed, strict=True):
            made.body = _stream(entries + _DEFLATED, deflated)
        catalog_object, info_object = Verbatim(catalog.encode("latin-1")), Verbatim(info.encode("latin-1"))
        self._document.Catalog = self._document._catalog = catalog_object
        self._document.info = info_object
        written = f"<{identity.hex()}>"
        self._document._ID = f"[{written}{written}]".encode()
        data: bytes = self._document.format()
        return data


def stream(entries: str, data: bytes, *, compress: bool = True) -> bytes:
    """A stream object with an end-of-line before ``endstream`` (ISO 19005-2 6.1.7.1)."""
    if compress:
        return _stream(entries + _DEFLATED, zlib.compress(data, COMPRESSION))
    return _stream(entries, data)


def deflate(streams: Sequence[bytes]) -> list[bytes]:
    """The streams compressed, on two cores where there are two: zlib works without holding the interpreter."""
    packed: list[bytes | None] = [None] * len(streams)
    largest_first = iter(sorted(range(len(streams)), key=lambda index: -len(streams[index])))

    def work() -> None:
        for index in largest_first:
            packed[index] = zlib.compress(streams[index], COMPRESSION)

    helper = threading.Thread(target=work)
    helper.start()
    work()
    helper.join()
    # what the helper failed at, once more where it is heard
    return [
        zlib.compress(data, COMPRESSION) if done is None else done for data, done in zip(streams, packed, strict=True)
    ]


def _stream(entries: str, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries.encode("latin-1"), len(data), data)


def number(value: float) -> str:
    """A number with at most three decimals, no exponent."""
    text = f"{value:.3f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_string(text: str) -> str:
    """A text string (7.9.2.2): UTF-16BE in hex, which any character set of a reader survives."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def uri_string(address: str) -> str:
    """A URI as a literal string, everything outside ASCII percent-encoded (RFC 3986)."""
    encoded = quote(address, safe=":/?#[]@!$&'()*+,;=%-._~")
    return "(" + encoded.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"


def colour_operator(colour: str, operator: str) -> str:
    """``#RRGGBB`` as an ``rg`` or ``RG`` operand list."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{number(red)} {number(green)} {number(blue)} {operator}"
