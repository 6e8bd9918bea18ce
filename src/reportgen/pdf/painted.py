"""Pages as content streams, before they are bound into a file: what two processes make apart can be joined."""

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from reportgen.drawing import Anchor, Field, Image, LinkArea, Page
from reportgen.fonts import FontBook
from reportgen.pdf.cid_font import CodeTable
from reportgen.pdf.content import ContentWriter
from reportgen.pdf.edition import SCREEN, Edition
from reportgen.pdf.syntax import deflate

Codes = Mapping[str, Mapping[tuple[int, str], str]]  # face -> (glyph, text) -> CID in hex, in the order of first use


class PaintedPage(msgspec.Struct, frozen=True):
    """A page whose ``content`` is deflated operators; ``digest`` is the SHA-256 of the operators themselves.

    Width and height are those of the trim, links, anchors and fields count from its upper left corner. Fields are kept
    where the edition can be filled in.
    """

    width: float
    height: float
    label: str
    content: bytes
    digest: bytes
    links: list[LinkArea]
    anchors: list[Anchor]
    fields: list[Field]


class Painted(msgspec.Struct, frozen=True):
    """Pages in their order, the codes that their text is written in, and the images that they show, by digest."""

    pages: list[PaintedPage]
    codes: Codes
    images: dict[str, Image]


def paint_pages(
    pages: Sequence[Page], book: FontBook, after: Codes | None = None, edition: Edition = SCREEN
) -> Painted:
    """Paint ``pages`` for ``edition``, with the codes of pages painted before them (``after``) going on.

    Raises ValueError on a run with a missing glyph (a programmer's error by then).
    """
    writer = ContentWriter(book, edition)
    for face, codes in (after or {}).items():
        table = writer.fonts[face] = CodeTable(book.face(face))
        table.take(codes)
    streams: list[bytes] = []
    beside: list[tuple[list[LinkArea], list[Anchor], list[Field]]] = []
    for page in pages:
        streams.append(writer.page(page.marks, page.width, page.height))
        beside.append((writer.links, writer.anchors, writer.fields if edition.fillable else []))
    painted = [
        PaintedPage(page.width, page.height, page.label, content, hashlib.sha256(operators).digest(), *found)
        for page, operators, content, found in zip(pages, streams, deflate(streams), beside, strict=True)
    ]
    return Painted(painted, {face: dict(table) for face, table in writer.fonts.items()}, writer.images)


def joined(first: Painted, second: Painted, book: FontBook) -> Painted | None:
    """Both as if painted one after the other; None where ``second`` gave codes that it would not have given then."""
    codes: dict[str, CodeTable] = {}
    for painted in (first, second):
        for face, known in painted.codes.items():
            table = codes.setdefault(face, CodeTable(book.face(face)))
            if not table.take(known):
                return None
    return Painted([*first.pages, *second.pages], codes, first.images | second.images)
