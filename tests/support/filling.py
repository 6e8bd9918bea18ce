"""A form as people fill it in: clicks and keys in PDFium (Chrome), values by a library, pictures by two engines."""

import ctypes
import io
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

DPI = 144
Box = tuple[float, float, float, float]  # left, bottom, right, top in points from the page's lower left corner


class Widget(NamedTuple):
    """A place to fill in: on which page and where, the full name of its field, its own entries and its field's."""

    page: int
    box: Box
    name: str
    own: pikepdf.Dictionary
    field: pikepdf.Dictionary
    file: pikepdf.Pdf  # without which objects are gone

    @property
    def ticked(self) -> str:
        """The name of its state that is not Off."""
        (state,) = [name for name in self.own.AP.N if name != "/Off"]
        return str(state)


def widgets(pdf: pikepdf.Pdf) -> Iterator[Widget]:
    """All places to fill in, in the order of the pages' annotations."""
    for number, page in enumerate(pdf.pages):
        for one in page.obj.get("/Annots", []):
            if one.Subtype == "/Widget":
                field = one if "/T" in one else one.Parent
                left, bottom, right, top = (float(side) for side in one.Rect)
                yield Widget(number, (left, bottom, right, top), full_name(field), one, field, pdf)


def full_name(field: pikepdf.Dictionary) -> str:
    """The partial names from the root down, with points between them (ISO 32000-1, 12.7.3.2)."""
    parts = [str(field.T)]
    while "/Parent" in field:
        field = field.Parent
        parts.append(str(field.T))
    return ".".join(reversed(parts))


def values(pdf: bytes) -> dict[str, str]:
    """What is filled in, by the full names of the fields."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {one.name: str(one.field.V) for one in widgets(document)}


class Reader:
    """PDFium with a form: what Chrome and Edge do with it."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)
        self._document.init_forms()
        self._form = self._document.formenv
        self._pages = [self._document[number] for number in range(len(self._document))]

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *error: object) -> None:
        self._document.close()

    def click(self, widget: Widget) -> None:
        """A click with the left button, and one elsewhere, so that nothing is marked as being worked on."""
        self._press(widget)
        pdfium.FORM_ForceToKillFocus(self._form)

    def write(self, widget: Widget, text: str) -> None:
        """A click, the keys, a click elsewhere."""
        self._press(widget)
        data = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
        pdfium.FORM_ReplaceSelection(
            self._form, self._pages[widget.page], ctypes.cast(data, ctypes.POINTER(ctypes.c_ushort))
        )
        pdfium.FORM_ForceToKillFocus(self._form)

    def _press(self, widget: Widget) -> None:
        left, bottom, right, top = widget.box
        place = (self._pages[widget.page], 0, (left + right) / 2, (bottom + top) / 2)
        pdfium.FORM_OnMouseMove(self._form, *place)
        pdfium.FORM_OnLButtonDown(self._form, *place)
        pdfium.FORM_OnLButtonUp(self._form, *place)

    def picture(self, page: int) -> Image.Image:
        """The page as it is now."""
        return self._pages[page].render(scale=DPI / 72, may_draw_forms=True).to_pil().convert("RGB")

    def saved(self) -> bytes:
        """The file as it is now."""
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()


def poppler_picture(pdf: bytes, page: int) -> Image.Image:
    """The page as Poppler (Evince, Okular) paints it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.pdf"
        path.write_bytes(pdf)
        number = str(page + 1)
        subprocess.run(
            ["pdftoppm", "-r", str(DPI), "-f", number, "-l", number, "-singlefile", "-png", path, path.with_suffix("")],
            check=True, timeout=120, capture_output=True,
        )  # fmt: skip
        with Image.open(path.with_suffix(".png")) as picture:
            return picture.convert("RGB")


def changed(before: Image.Image, after: Image.Image) -> Box | None:
    """The box of all pixels that differ, in points from the lower left corner; None where none does."""
    found = ImageChops.difference(before, after).getbbox()
    if found is None:
        return None
    left, top, right, bottom = (side * 72 / DPI for side in found)
    high = before.height * 72 / DPI
    return left, high - bottom, right, high - top


def inside(box: Box | None, outer: Box, slack: float = 0.8) -> bool:
    """Whether something changed, and all of it in ``outer``, give or take a pixel and a half."""
    return box is not None and (
        outer[0] - slack <= box[0] and outer[1] - slack <= box[1] and box[2] <= outer[2] + slack
        and box[3] <= outer[3] + slack
    )  # fmt: skip
