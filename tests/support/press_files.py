"""Small PDF files as others write them: pages of given size and boxes, with content of one's own."""

import io
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
TRIM = (8.5, 8.5, 308.5, 428.5)
MEDIA = (0, 0, 317, 437)


def helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def numbered(index: int) -> bytes:
    """A page that shows its number, large, and a band that runs into the bleed at foot and sides."""
    return b"0 0 0.2 0.1 k 0 0 317 60 re f 0 0 0 1 k BT /F1 80 Tf 110 200 Td (%d) Tj ET\n" % (index + 1)


def make_pdf(
    contents: Sequence[bytes] | int, *, media: Sequence[float] = MEDIA, trim: Sequence[float] | None = TRIM,
    page: dict[str, object] | None = None, change: Callable[[pikepdf.Pdf], None] | None = None,
    **saving: object,
) -> bytes:  # fmt: skip
    """A file of these pages (so many numbered ones); ``page``: further entries; ``change``: anything else."""
    if isinstance(contents, int):
        contents = [numbered(index) for index in range(contents)]
    pdf = pikepdf.Pdf.new()
    font = pdf.make_indirect(helvetica())
    for content in contents:
        made = Dictionary(
            Type=Name.Page, MediaBox=Array(list(media)), Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=pdf.make_stream(content),
        )  # fmt: skip
        if trim is not None:
            made.TrimBox = Array(list(trim))
        for key, value in (page or {}).items():
            made["/" + key] = value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    if change:
        change(pdf)
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id="encryption" not in saving, **saving)  # type: ignore[arg-type]
    return stream.getvalue()


def box(page: pikepdf.Page, key: str) -> tuple[float, float, float, float]:
    a, b, c, d = (float(number) for number in page.obj[key])
    return a, b, c, d


def accepted(data: bytes, folder: Path) -> None:
    """qpdf finds nothing wrong, PDFium and Poppler open it and draw every page."""
    path = folder / "accepted.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    drawn = subprocess.run(
        ["pdftoppm", "-r", "20", str(path), str(folder / "accepted")], capture_output=True, text=True, check=False
    )
    assert drawn.returncode == 0 and drawn.stderr == ""
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    for page in document:
        page.render(scale=0.2)
    document.close()
    assert len(list(folder.glob("accepted*.ppm"))) == count
