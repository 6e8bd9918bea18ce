"""Pages to PDF: content streams, fonts, images, links, outline, page labels, document information."""

import hashlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen import __version__
from reportgen.drawing import LinkArea, Pages
from reportgen.fonts import FontBook
from reportgen.pdf.cid_font import CodeTable, write_font
from reportgen.pdf.content import font_name, image_name
from reportgen.pdf.edition import SCREEN, Edition
from reportgen.pdf.forms import PageFields, write_form
from reportgen.pdf.images import write_image
from reportgen.pdf.inks import inks_of
from reportgen.pdf.navigation import destinations, outline, page_labels
from reportgen.pdf.painted import Painted, paint_pages
from reportgen.pdf.syntax import number, text_string, uri_string

if TYPE_CHECKING:
    from reportgen.pdf.objects import ObjectFile


def paint(pages: Pages, book: FontBook, edition: Edition = SCREEN) -> bytes:
    """The PDF of ``pages``. Raises ValueError on a run with a missing glyph (a programmer's error by then)."""
    return write(pages, paint_pages(pages.pages, book, edition=edition), book, edition)


def write(booklet: Pages, painted: Painted, book: FontBook, edition: Edition = SCREEN) -> bytes:
    """The PDF of ``painted``; of ``booklet`` only what is said of the whole: outline, title, date and the like.

    ``edition`` is the one that it was painted for.
    """
    from reportgen.pdf.objects import ObjectFile  # and with it ReportLab, which only this needs

    file = ObjectFile()
    pages = painted.pages
    reserved = [file.reserve() for _ in pages]
    parent, page_tree = file.reserve()
    resources, resource_object = file.reserve()
    anchors: dict[str, str] = {}
    contents: list[str] = []
    for page, (reference, _) in zip(pages, reserved, strict=True):
        contents.append(file.add_deflated("", page.content))
        for anchor in page.anchors:
            left, top = (number(edge + edition.bleed) for edge in (max(0.0, anchor.x), page.height - anchor.y))
            anchors.setdefault(anchor.name, f"[{reference}/XYZ {left} {top} null]")
    resource_object.body = _resources(painted, book, file, edition).encode("latin-1")
    form, widgets = _form(painted, [reference for reference, _ in reserved], file, book)
    order = "R" if form else "S"  # what is filled in is visited row by row
    for page, (_, made), content, fields in zip(pages, reserved, contents, widgets, strict=True):
        # paper has no links, and a print file with annotations inside its bleed is sent back (ISO 15930-7, 6.17)
        annotations = [] if edition.ink else [_link(area, page.height, anchors, file) for area in page.links]
        annotations += fields
        annots = f"/Annots[{' '.join(filter(None, annotations))}]" if any(annotations) else ""
        made.body = (
            f"<</Type/Page/Parent {parent}{_boxes(page.width, page.height, edition)}"
            f"/Resources {resources}/Contents {content}{annots}/Tabs/{order}>>"
        ).encode("latin-1")
    kids = " ".join(reference for reference, _ in reserved)
    page_tree.body = f"<</Type/Pages/Count {len(reserved)}/Kids[{kids}]>>".encode("latin-1")
    catalog = _catalog(booklet, [page.label for page in pages], parent, anchors, file)
    more = form + (_output_intent(file) if edition.ink else "")
    if more:
        catalog = catalog.removesuffix(">>") + more + ">>"
    return file.finish(catalog, _information(booklet, edition), _identity(booklet, painted))


def _form(
    painted: Painted, references: Sequence[str], file: "ObjectFile", book: FontBook
) -> tuple[str, Sequence[Sequence[str]]]:
    """The catalog's entry for what can be filled in, "" where nothing can; the annotations of each page for it."""
    pages = [
        PageFields(reference, page.height, page.fields)
        for page, reference in zip(painted.pages, references, strict=True)
    ]
    if not any(page.fields for page in pages):
        return "", [() for _ in pages]
    form = write_form(pages, file, book)
    return form.entry, form.widgets


def _boxes(width: float, height: float, edition: Edition) -> str:
    """A page's boxes: for print the trim with its bleed around it, and nothing beyond (ISO 32000-1, 14.11.2)."""
    if edition.ink is None:
        return f"/MediaBox[0 0 {number(width)} {number(height)}]"
    bleed = edition.bleed
    whole = f"[0 0 {number(width + 2 * bleed)} {number(height + 2 * bleed)}]"
    trim = f"[{number(bleed)} {number(bleed)} {number(bleed + width)} {number(bleed + height)}]"
    return f"/MediaBox{whole}/CropBox{whole}/BleedBox{whole}/TrimBox{trim}"


def _output_intent(file: "ObjectFile") -> str:
    """Which printing condition the inks are meant for, by its name and with its profile (ISO 32000-1, 14.11.5)."""
    from reportgen.pdf.separation import CONDITION, CONDITION_TITLE, separation

    profile = file.add_stream("/N 4/Alternate/DeviceCMYK", separation().profile)
    said = (CONDITION, CONDITION_TITLE)
    name, title = (text.replace("(", r"\(").replace(")", r"\)") for text in said)
    return (
        f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier({name})/OutputCondition({title})"
        f"/Info({title})/RegistryName(http://www.color.org)/DestOutputProfile {profile}>>]"
    )


def _resources(painted: Painted, book: FontBook, file: "ObjectFile", edition: Edition) -> str:
    """The one dictionary of all pages."""
    fonts = ""
    for face, codes in painted.codes.items():
        table = CodeTable(book.face(face))
        table.take(codes)
        fonts += f"/{font_name(face, book)} {write_font(table, file)}"
    images = ""
    for digest, image in painted.images.items():
        images += f"/{image_name(digest)} {write_image(image, file, edition)}"
    states = inks_of(edition).states
    states = f"/ExtGState<<{states}>>" if states else ""
    return f"<</Font<<{fonts}>>/XObject<<{images}>>{states}>>"


def _catalog(pages: Pages, labels: list[str], parent: str, anchors: dict[str, str], file: "ObjectFile") -> str:
    entries = f"<</Type/Catalog/Pages {parent}/Lang({pages.language})/ViewerPreferences<</DisplayDocTitle true>>"
    if anchors:
        entries += f"/Names<</Dests {file.add(destinations(anchors))}>>"
    known = [entry for entry in pages.outline if entry.anchor in anchors]
    if known:
        entries += f"/Outlines {outline(known, file)}/PageMode/UseOutlines"
    return entries + f"/PageLabels {file.add(page_labels(labels))}>>"


def _link(area: LinkArea, height: float, anchors: dict[str, str], file: "ObjectFile") -> str:
    box = (area.x, height - area.y - area.height, area.x + area.width, height - area.y)
    if area.target.startswith("#"):
        if area.target[1:] not in anchors:
            return ""  # the target's section is not part of this edition
        action = f"/Dest{text_string(area.target[1:])}"
    else:
        action = f"/A<</S/URI/URI{uri_string(area.target)}>>"
    return file.add(
        f"<</Type/Annot/Subtype/Link/Rect[{' '.join(number(side) for side in box)}]/Border[0 0 0]/F 4"
        f"/Contents{text_string(area.text or area.target)}{action}>>"
    )


def _information(pages: Pages, edition: Edition) -> str:
    date = re.sub(r"\D", "", pages.date)[:8]
    producer = text_string(f"reportgen {__version__}")
    fields = {"Title": pages.title, "Author": pages.author, "Subject": pages.subject, "Keywords": pages.keywords}
    written = "".join(f"/{name}{text_string(text)}" for name, text in fields.items() if text)
    trapped = "/Trapped/False" if edition.ink else ""
    stamp = f"(D:{date}000000Z)"
    return f"<<{written}/Creator{producer}/Producer{producer}/CreationDate{stamp}/ModDate{stamp}{trapped}>>"


def _identity(booklet: Pages, painted: Painted) -> bytes:
    content = b"".join(page.digest for page in painted.pages)
    content += b"".join(repr(page.fields).encode() for page in painted.pages if page.fields)
    return hashlib.sha256(content + f"{booklet.title}\n{booklet.date}\n{__version__}".encode()).digest()[:16]
