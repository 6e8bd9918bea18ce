"""ReportLab's document as the writer of objects and cross-references (ISO 32000-1 7.3.10, 7.5)."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from reportgen.pdf.syntax import deflate, deflated_stream, stream


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
        return self.add(deflated_stream(entries, data))

    def finish(self, catalog: str, info: str, identity: bytes) -> bytes:
        """The file. ``identity`` is a 16-byte digest for /ID."""
        packed = deflate([data for _, _, data in self._waiting])
        for (made, entries, _), deflated in zip(self._waiting, packed, strict=True):
            made.body = deflated_stream(entries, deflated)
        catalog_object, info_object = Verbatim(catalog.encode("latin-1")), Verbatim(info.encode("latin-1"))
        self._document.Catalog = self._document._catalog = catalog_object
        self._document.info = info_object
        written = f"<{identity.hex()}>"
        self._document._ID = f"[{written}{written}]".encode()
        data: bytes = self._document.format()
        return data
