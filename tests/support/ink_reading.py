"""What a PDF file paints with: every colour operator and every image, in pages, forms and patterns."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from PIL import Image, ImageCms

from reportgen.pdf.separation import separation

COLOURS = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}


class Operation(NamedTuple):
    page: int  # from 1
    operator: str
    operands: tuple[float | str, ...]


def colour_operations(data: bytes) -> list[Operation]:
    """All of them, in the order of the file; those of forms and patterns with the page that has them."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            found += [Operation(number, *one) for one in _of(page)]
            for stream in _streams(page.obj.get("/Resources", pikepdf.Dictionary()), set()):
                if str(stream.get("/Subtype")) != "/Image":
                    found += [Operation(number, *one) for one in _of(stream)]
    return found


def _of(stream: pikepdf.Object | pikepdf.Page) -> Iterator[tuple[str, tuple[float | str, ...]]]:
    for one in pikepdf.parse_content_stream(stream):
        name = str(one.operator)
        if name in COLOURS or name == "INLINE IMAGE":
            yield name, tuple(str(part) if isinstance(part, pikepdf.Name) else float(part) for part in one.operands)


def _streams(resources: pikepdf.Object, seen: set[tuple[int, int]]) -> Iterator[pikepdf.Stream]:
    for key in ("/XObject", "/Pattern"):
        for stream in dict(resources.get(key, {})).values():
            if isinstance(stream, pikepdf.Stream) and stream.objgen not in seen:
                seen.add(stream.objgen)
                yield stream
                yield from _streams(stream.get("/Resources", pikepdf.Dictionary()), seen)


def image_spaces(data: bytes) -> list[str]:
    """The colour space of every image of the file, its soft masks aside: they are no colour."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        masks = {one.SMask.objgen for one in images if "/SMask" in one}
        return [str(one.ColorSpace) for one in images if one.objgen not in masks]


def on_paper(inks: tuple[int, int, int, int]) -> tuple[int, int, int]:
    """How inks look on the condition's paper, as sRGB."""
    press = ImageCms.ImageCmsProfile(io.BytesIO(separation().profile))
    look = ImageCms.buildTransform(press, ImageCms.createProfile("sRGB"), "CMYK", "RGB", 1)
    shown = ImageCms.applyTransform(Image.new("CMYK", (1, 1), inks), look)
    assert shown is not None
    return shown.getpixel((0, 0))  # type: ignore[return-value]  # RGB


def near(one: tuple[int, ...], two: tuple[int, ...], most: int) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, two, strict=True))
