"""Pages as pixels, by PDFium."""

import io

import pypdfium2


def render_page(pdf: bytes, page: int, dpi: float) -> bytes:
    """The PNG of page ``page`` (from 0) at ``dpi`` dots an inch; the same bytes for the same PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=dpi / 72).to_pil()
        stream = io.BytesIO()
        picture.save(stream, "PNG", dpi=(dpi, dpi))
        return stream.getvalue()
    finally:
        document.close()
