"""What a reader's programs see in a PDF: its text by two engines, where each character stands, its lower parts."""

import io
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_LINE_ENDS = str.maketrans("", "", "\r\n")
_OUTSIDE_TOLERANCE = 0.5  # points: PDFium's boxes are rounded outlines


class CharacterBox(NamedTuple):
    """A character and the box of its outline, in points from the page's lower left corner."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as PDFium (Chrome) copies it, lines joined."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().translate(_LINE_ENDS) for page in document]
    finally:
        document.close()


def poppler_texts(pdf: bytes) -> list[str]:
    """The text of each page as pdftotext gives it in the order of painting, lines joined."""
    return [page.translate(_LINE_ENDS) for page in _poppler_pages(pdf)]


def poppler_lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page as pdftotext gives them in the order of painting, without blanks at their ends."""
    return [[line.rstrip(" ") for line in page.splitlines()] for page in _poppler_pages(pdf)]


def pdftotext(pdf: bytes, *options: str) -> str:
    """What pdftotext gives with ``options``, page breaks as they are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            ["pdftotext", *options, "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True, timeout=120
        )
    return done.stdout.decode("utf-8")


def _poppler_pages(pdf: bytes) -> list[str]:
    return pdftotext(pdf, "-raw").split("\f")[:-1]


def character_boxes(pdf: bytes) -> list[list[CharacterBox]]:
    """For each page its characters with their boxes; spaces and the like, which have no outline, are left out."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    try:
        for page in document:
            text = page.get_textpage()
            boxes = []
            for index in range(text.count_chars()):
                char = chr(pdfium.FPDFText_GetUnicode(text, index) or 0xFFFD)
                left, bottom, right, top = text.get_charbox(index)
                if right > left and top > bottom:
                    boxes.append(CharacterBox(char, left, bottom, right, top))
            pages.append(boxes)
    finally:
        document.close()
    return pages


def pdf_of_content(content: str) -> bytes:
    """A PDF of one page with this content stream, Helvetica as /F: what a reader makes of operators alone."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(400, 200))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(content.encode("latin-1"))
        found = io.BytesIO()
        pdf.save(found)
    return found.getvalue()


def characters_outside(pdf: bytes) -> list[tuple[int, CharacterBox]]:
    """Every character whose outline leaves its page, with the page's number from 1: a good PDF has none."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = [page.get_size() for page in document]
    finally:
        document.close()
    outside = []
    for number, ((width, height), boxes) in enumerate(zip(sizes, character_boxes(pdf), strict=True), 1):
        for box in boxes:
            inside = (
                box.left >= -_OUTSIDE_TOLERANCE
                and box.bottom >= -_OUTSIDE_TOLERANCE
                and box.right <= width + _OUTSIDE_TOLERANCE
                and box.top <= height + _OUTSIDE_TOLERANCE
            )
            if not inside:
                outside.append((number, box))
    return outside


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.Pdf.open(io.BytesIO(pdf))


def qpdf_complaints(pdf: bytes) -> str:
    """What ``qpdf --check`` finds wrong; "" for a sound file."""
    return "" if (done := _on_file(["qpdf", "--check"], pdf)).returncode == 0 else done.stdout + done.stderr


def font_rows(pdf: bytes) -> list[dict[str, str]]:
    """The rows of ``pdffonts``: name, type, encoding, emb, sub, uni."""
    lines = _on_file(["pdffonts"], pdf).stdout.splitlines()
    if not lines:
        return []
    widths = [len(dashes) for dashes in lines[1].split()]
    rows = []
    for line in lines[2:]:
        cells, at = [], 0
        for width in widths:
            cells.append(line[at : at + width].strip())
            at += width + 1
        rows.append(dict(zip(("name", "type", "encoding", "emb", "sub", "uni"), cells, strict=False)))
    return rows


def _on_file(command: list[str], pdf: bytes) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        return subprocess.run([*command, str(path)], capture_output=True, encoding="utf-8", check=False, timeout=120)
