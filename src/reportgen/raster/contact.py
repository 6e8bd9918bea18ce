"""Pages of a PDF side by side in one picture, as a contact sheet."""

import pypdfium2

from reportgen.raster.png import png

_GROUND = (0xD5, 0xD9, 0xDE)
_MARGIN = 0.012  # around and between the pages, of the picture's width
_HAIR = (0xB4, 0xBA, 0xC2)  # the line around a page, one pixel: paper is seen to end


def contact_sheet(pdf: bytes, width: int) -> bytes:
    """The PNG of all pages of ``pdf`` beside each other, ``width`` pixels across; they are of one size.

    The same bytes for the same PDF. The pages share the width in whole pixels: what is left over stands at the right.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        gap = max(1, round(width * _MARGIN))
        across = (width - (count + 1) * gap) // count
        pictures = [_rows(document[number], across) for number in range(count)]
    finally:
        document.close()
    high = max(map(len, pictures))
    blank = bytes(_GROUND) * across
    ground = bytes(_GROUND)
    rest = ground * (width - count * (across + gap))
    empty = ground * width * gap
    rows = [
        b"".join(ground * gap + (picture[y] if y < len(picture) else blank) for picture in pictures) + rest
        for y in range(high)
    ]
    return png(empty + b"".join(rows) + empty, width, high + 2 * gap)


def _rows(page: pypdfium2.PdfPage, across: int) -> list[bytes]:
    """The rows of a page so many pixels wide, red, green and blue, with a hairline around it."""
    bitmap = page.render(scale=(across - 0.01) / page.get_width(), rev_byteorder=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    edge = bytes(_HAIR)
    rows = [edge + data[y * stride + 3 : y * stride + 3 * across - 3] + edge for y in range(bitmap.height)]
    rows[0] = rows[-1] = edge * across
    return rows
