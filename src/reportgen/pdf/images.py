"""PNG and JPEG pictures as image XObjects (ISO 32000-1 8.9)."""

import io
from typing import TYPE_CHECKING

from reportgen.drawing import Image
from reportgen.pdf.syntax import stream

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from reportgen.pdf.objects import ObjectFile


def write_image(image: Image, file: "ObjectFile") -> str:
    """Embed the picture; its reference. JPEG data goes in as it is, PNG as flate samples with a soft mask."""
    from PIL import Image as Pillow  # only for reports with pictures; so below

    with Pillow.open(io.BytesIO(image.data)) as opened:
        size = f"/Type/XObject/Subtype/Image/Width {opened.width}/Height {opened.height}/BitsPerComponent 8"
        if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
            space = "/DeviceRGB" if opened.mode == "RGB" else "/DeviceGray"
            entries = f"{size}/ColorSpace{space}/Filter/DCTDecode"
            return file.add(stream(entries, image.data, compress=False))
        transparent = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
        pixels = _of_eight_bits(opened).convert("RGBA" if transparent else "RGB")
    mask = ""
    if transparent:
        alpha = pixels.getchannel("A")
        mask = "/SMask " + file.add_stream(f"{size}/ColorSpace/DeviceGray", alpha.tobytes())
        pixels = pixels.convert("RGB")
    return file.add_stream(f"{size}/ColorSpace/DeviceRGB{mask}", pixels.tobytes())


def _of_eight_bits(picture: "Picture") -> "Picture":
    """A grey picture of 16 bits with 8: Pillow's own conversion would make everything above 255 white."""
    if picture.mode != "I" and not picture.mode.startswith("I;16"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
