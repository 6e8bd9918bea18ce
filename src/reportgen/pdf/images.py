"""PNG and JPEG pictures as image XObjects (ISO 32000-1 8.9)."""

import io
from typing import TYPE_CHECKING

from reportgen.drawing import Image
from reportgen.pdf.edition import SCREEN, Edition
from reportgen.pdf.syntax import stream

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from reportgen.pdf.objects import ObjectFile

_QUALITY = 95  # of a photograph packed anew for print: its losses stay below the screen of the plates
_COLOURLESS = 6  # levels by which the channels of a grey picture may differ: what JPEG makes of one


def write_image(image: Image, file: "ObjectFile", edition: Edition = SCREEN) -> str:
    """Embed the picture; its reference. JPEG data goes in as it is, PNG as flate samples with a soft mask.

    For print a picture is separated: greys are black alone, one in CMYK keeps its inks, all else goes by the profile.
    """
    from PIL import Image as Pillow  # only for reports with pictures; so below

    with Pillow.open(io.BytesIO(image.data)) as opened:
        if edition.ink is not None:
            return _printed(opened, file, edition)
        size = _size(opened)
        if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
            space = "/DeviceRGB" if opened.mode == "RGB" else "/DeviceGray"
            entries = f"{size}/ColorSpace{space}/Filter/DCTDecode"
            return file.add(stream(entries, image.data, compress=False))
        transparent = _is_transparent(opened)
        pixels = _of_eight_bits(opened).convert("RGBA" if transparent else "RGB")
    mask = _mask(pixels, file) if transparent else ""
    if transparent:
        pixels = pixels.convert("RGB")
    return file.add_stream(f"{size}/ColorSpace/DeviceRGB{mask}", pixels.tobytes())


def _printed(opened: "Picture", file: "ObjectFile", edition: Edition) -> str:
    """A picture in inks. Transparency stays: what is below shows through on the plates as on the screen."""
    from reportgen.pdf.separation import separation

    parted = separation()
    photograph = opened.format == "JPEG"
    profile = opened.info.get("icc_profile")
    mask = ""
    pixels = _of_eight_bits(opened)
    if _is_transparent(opened):
        pixels = pixels.convert("RGBA")
        mask = _mask(pixels, file)
        pixels = pixels.convert("RGB")
    elif pixels.mode not in ("RGB", "CMYK", "L"):
        pixels = pixels.convert("RGB")
    if edition.ink == "cmyk" and pixels.mode == "CMYK":
        return _embedded(pixels, mask, file, photograph=photograph)
    seen = parted.on_screen(pixels, profile)
    if _is_colourless(seen):
        pixels = seen.getchannel("G").point(parted.grey_levels)
    elif edition.ink == "grey":
        pixels = seen.filter(parted.grey_table).getchannel(0)
    else:
        pixels = seen.filter(parted.process_table)
    return _embedded(pixels, mask, file, photograph=photograph)


def _embedded(pixels: "Picture", mask: str, file: "ObjectFile", *, photograph: bool) -> str:
    space = "/DeviceCMYK" if pixels.mode == "CMYK" else "/DeviceGray"
    entries = f"{_size(pixels)}/ColorSpace{space}{mask}"
    if not photograph:
        return file.add_stream(entries, pixels.tobytes())
    packed = io.BytesIO()
    pixels.save(packed, "JPEG", quality=_QUALITY, subsampling=0)
    # Pillow writes CMYK as Adobe's programs do, upside down
    decode = "/Decode[1 0 1 0 1 0 1 0]" if pixels.mode == "CMYK" else ""
    return file.add(stream(f"{entries}{decode}/Filter/DCTDecode", packed.getvalue(), compress=False))


def _is_colourless(picture: "Picture") -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    differences = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return not any(any(one.histogram()[_COLOURLESS + 1 :]) for one in differences)


def _size(picture: "Picture") -> str:
    return f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"


def _is_transparent(picture: "Picture") -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _mask(pixels: "Picture", file: "ObjectFile") -> str:
    """The soft mask of an RGBA picture, as an entry of the image's dictionary."""
    alpha = pixels.getchannel("A")
    return "/SMask " + file.add_stream(f"{_size(pixels)}/ColorSpace/DeviceGray", alpha.tobytes())


def _of_eight_bits(picture: "Picture") -> "Picture":
    """A grey picture of 16 bits with 8: Pillow's own conversion would make everything above 255 white."""
    if picture.mode != "I" and not picture.mode.startswith("I;16"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
