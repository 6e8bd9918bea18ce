"""Word files as people and programs make them, to be templates; and the same with a part changed by hand."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word import Borrowed, borrow, read_template, write_draft
from support.docx_lint import faults

Change = Callable[[bytes], bytes] | bytes | None


def changed(data: bytes, parts: Mapping[str, Change]) -> bytes:
    """The file ``data`` with parts replaced, changed by a function, added, or (None) taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, change in parts.items():
        if change is None:
            files.pop(name)
        else:
            files[name] = change(files[name]) if callable(change) else change
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of these names and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def saved(document: Any) -> bytes:
    """A document of python-docx as bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def office() -> Any:
    """A document as an office makes its own: FangSong text, red headings, wide margin, a logo and a line around it."""
    document = docx.Document()
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    heading = styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = RGBColor(0xC0, 0, 0), Pt(24)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(35), Mm(20)
    run = section.header.paragraphs[0].add_run()
    run.add_picture(io.BytesIO(png()), height=Mm(8))
    section.header.paragraphs[0].add_run("示例市某某局")
    section.footer.paragraphs[0].text = "内部资料"
    document.add_paragraph("模板自己的正文")
    return document


def png() -> bytes:
    """A red picture of four by one pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 4, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" + b"\xc8\x14\x28" * 4)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def borrowed(data: bytes, theme: Theme) -> Borrowed:
    """What the template ``data`` gives to drafts of ``theme``."""
    return borrow(read_template(data, "brand.docx"), theme.draft)


def drafted(report: Document, theme: Theme, data: bytes) -> bytes:
    """The whole draft with the template ``data``; the lint finds nothing in it."""
    made = write_draft(report, theme, {}, None, borrowed(data, theme))
    assert not faults(made)
    return made
