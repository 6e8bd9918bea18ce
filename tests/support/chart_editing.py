"""Edits in Word's own charts, as "Edit data" or a careless program makes them."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from support.docx_editing import with_parts
from support.native_charts import C, targets_of

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Change = Callable[[etree._Element], object]


def names_of(docx: bytes, title: str) -> tuple[str, str]:
    """The chart part whose chart stands below the caption that has ``title``, and its workbook."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        targets, below = targets_of(archive, "word/document.xml"), False
        for one in etree.fromstring(archive.read("word/document.xml")).iter("{*}p", f"{C}chart"):
            if one.tag == f"{C}chart" and below:
                chart = targets[one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")]
                (book,) = targets_of(archive, chart).values()
                return chart, book
            style = one.find("{*}pPr/{*}pStyle")
            if style is not None and "Caption" in style.values():
                below = title in "".join(one.itertext("{*}t"))
    raise LookupError(title)


def in_chart(docx: bytes, title: str, change: Change) -> bytes:
    """The chart part below ``title`` changed, its workbook as it was."""
    name, _ = names_of(docx, title)
    return with_parts(docx, {name: _changed(docx, name, change)})


def in_sheet(docx: bytes, title: str, change: Change) -> bytes:
    """The first sheet of the workbook changed, the chart as it was."""
    _, name = names_of(docx, title)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        book = archive.read(name)
    sheet = "xl/worksheets/sheet1.xml"
    return with_parts(docx, {name: with_parts(book, {sheet: _changed(book, sheet, change)})})


def in_both(docx: bytes, title: str, place: str, old: str, new: str) -> bytes:
    """As "Edit data" does: the cell ``place`` and what the chart keeps of it."""
    return in_sheet(in_chart(docx, title, points(old, new)), title, cell(place, new))


def points(old: str, new: str) -> Change:
    """Wherever the chart keeps ``old``."""

    def change(root: etree._Element) -> None:
        found = [one for one in root.iter(f"{C}v") if one.text == old]
        assert found, old
        for one in found:
            one.text = new

    return change


def cell(place: str, new: str) -> Change:
    """What stands in a cell of the sheet."""

    def change(root: etree._Element) -> None:
        (found,) = (one for one in root.iter(f"{_S}c") if one.get("r") == place)
        (text,) = found.iter(f"{_S}v", f"{_S}t")
        text.text = new

    return change


def _changed(docx: bytes, name: str, change: Change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read(name))
    change(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
