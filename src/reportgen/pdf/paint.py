"""Pages to PDF: content streams, fonts, images, links, outline, page labels, document information."""

import hashlib
import re

from reportgen import __version__
from reportgen.drawing import LinkArea, Pages
from reportgen.fonts import FontBook
from reportgen.pdf.cid_font import write_font
from reportgen.pdf.content import ContentWriter, image_name
from reportgen.pdf.images import write_image
from reportgen.pdf.navigation import destinations, outline, page_labels
from reportgen.pdf.syntax import ObjectFile, number, text_string, uri_string


def paint(pages: Pages, book: FontBook) -> bytes:
    """The PDF of ``pages``. Raises ValueError on a run with a missing glyph (a programmer's error by then)."""
    file = ObjectFile()
    writer = ContentWriter(book)
    reserved = [file.reserve() for _ in pages.pages]
    parent, page_tree = file.reserve()
    resources, resource_object = file.reserve()
    anchors: dict[str, str] = {}
    links: list[list[LinkArea]] = []
    contents: list[str] = []
    digest = hashlib.sha256()
    for page, (reference, _) in zip(pages.pages, reserved, strict=True):
        operators = writer.page(page.marks, page.height)
        digest.update(operators)
        contents.append(file.add_stream("", operators))
        links.append(writer.links)
        for anchor in writer.anchors:
            left, top = number(max(0.0, anchor.x)), number(page.height - anchor.y)
            anchors.setdefault(anchor.name, f"[{reference}/XYZ {left} {top} null]")
    fonts = "".join(f"/{writer.font_names[face]} {write_font(table, file)}" for face, table in writer.fonts.items())
    images = "".join(f"/{image_name(digest)} {write_image(one, file)}" for digest, one in writer.images.items())
    resource_object.body = f"<</Font<<{fonts}>>/XObject<<{images}>>>>".encode("latin-1")
    for page, (_, made), content, areas in zip(pages.pages, reserved, contents, links, strict=True):
        annotations = [_link(area, page.height, anchors, file) for area in areas]
        annots = f"/Annots[{' '.join(filter(None, annotations))}]" if any(annotations) else ""
        made.body = (
            f"<</Type/Page/Parent {parent}/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
            f"/Resources {resources}/Contents {content}{annots}/Tabs/S>>"
        ).encode("latin-1")
    kids = " ".join(reference for reference, _ in reserved)
    page_tree.body = f"<</Type/Pages/Count {len(reserved)}/Kids[{kids}]>>".encode("latin-1")
    return file.finish(_catalog(pages, parent, anchors, file), _information(pages), _identity(pages, digest.digest()))


def _catalog(pages: Pages, parent: str, anchors: dict[str, str], file: ObjectFile) -> str:
    entries = f"<</Type/Catalog/Pages {parent}/Lang({pages.language})/ViewerPreferences<</DisplayDocTitle true>>"
    if anchors:
        entries += f"/Names<</Dests {file.add(destinations(anchors))}>>"
    known = [entry for entry in pages.outline if entry.anchor in anchors]
    if known:
        entries += f"/Outlines {outline(known, file)}/PageMode/UseOutlines"
    return entries + f"/PageLabels {file.add(page_labels([page.label for page in pages.pages]))}>>"


def _link(area: LinkArea, height: float, anchors: dict[str, str], file: ObjectFile) -> str:
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


def _information(pages: Pages) -> str:
    date = re.sub(r"\D", "", pages.date)[:8]
    producer = text_string(f"reportgen {__version__}")
    fields = {"Title": pages.title, "Author": pages.author, "Subject": pages.subject, "Keywords": pages.keywords}
    written = "".join(f"/{name}{text_string(text)}" for name, text in fields.items() if text)
    stamp = f"(D:{date}000000Z)"
    return f"<<{written}/Creator{producer}/Producer{producer}/CreationDate{stamp}/ModDate{stamp}>>"


def _identity(pages: Pages, content: bytes) -> bytes:
    return hashlib.sha256(content + f"{pages.title}\n{pages.date}\n{__version__}".encode()).digest()[:16]
