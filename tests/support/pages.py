"""Pages of marks made by hand, for tests of the painter."""

import hashlib
from collections.abc import Iterable

from reportgen.drawing import GlyphRun, Image, Mark, OutlineEntry, Page, Pages
from reportgen.fonts import FontBook

A5 = (419.53, 595.28)


def run_of(
    book: FontBook, text: str, *, face: str = "song-regular", x: float = 40, y: float = 60, size: float = 12,
    colour: str = "#000000", **more: object,
) -> GlyphRun:  # fmt: skip
    """``text`` in one face, a glyph a character."""
    glyphs = tuple(book.face(face).glyph(char) for char in text)
    return GlyphRun(face=face, size=size, colour=colour, x=x, y=y, glyphs=glyphs, text=text, **more)  # type: ignore[arg-type]  # the fields' own


def image_of(data: bytes, *, x: float = 40, y: float = 60, width: float = 100, height: float = 100) -> Image:
    """A picture in a box."""
    return Image(x, y, width, height, data, hashlib.sha256(data).hexdigest(), "图")


def pages_of(
    *marks: Iterable[Mark], labels: Iterable[str] = (), outline: Iterable[OutlineEntry] = (), title: str = "示例",
    size: tuple[float, float] = A5,
) -> Pages:  # fmt: skip
    """A booklet of one page for each argument."""
    names = [*labels, *("" for _ in marks)]
    return Pages(
        pages=tuple(Page(*size, label, tuple(some)) for label, some in zip(names, marks, strict=False)),
        outline=tuple(outline), title=title, author="示例市人民政府", subject="2025年上半年", keywords="民生",
        language="zh-CN", date="2025-07-15",
    )  # fmt: skip
