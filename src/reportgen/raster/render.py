"""Pages as pixels, by PDFium."""

import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pypdfium2

from reportgen.raster.png import png


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


def render_widths(jobs: Sequence[tuple[bytes, int, int]]) -> list[bytes]:
    """PNG pictures for screens: of a PDF the page (from 0), so many pixels across.

    PDFium knows one thread; what it has painted is compressed by others meanwhile.
    """
    with ThreadPoolExecutor(max_workers=2) as pool:
        return [waiting.result() for waiting in [pool.submit(png, *_pixels(*job)) for job in jobs]]


def _pixels(pdf: bytes, number: int, width: int) -> tuple[bytes, int, int]:
    """Red, green and blue of page ``number``, ``width`` across; width and height."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        # PDFium rounds a page's size up: a hair less than the width, so that it comes to it
        bitmap = page.render(scale=(width - 0.01) / page.get_width(), rev_byteorder=True)
        high, wide, stride = bitmap.height, bitmap.width, bitmap.stride
        data = bytes(bitmap.buffer)
        if stride != 3 * wide:
            data = b"".join([data[at : at + 3 * wide] for at in range(0, stride * high, stride)])
        return data, wide, high
    finally:
        document.close()
