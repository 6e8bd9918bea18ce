"""What a PDF FontDescriptor says of a face, read from the font's own tables."""

import struct
from collections.abc import Mapping

import msgspec
import uharfbuzz as hb


class Metrics(msgspec.Struct, frozen=True):
    """Numbers of a face in thousandths of an em, ``italic_angle`` in degrees; ``descent`` is negative."""

    postscript_name: str
    number_of_glyphs: int
    fs_type: int
    weight: int
    is_serif: bool
    bbox: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    stem_v: float


def read_metrics(
    face: hb.Face, font: hb.Font, scale: float, is_serif: bool, axes: Mapping[str, float] | None = None
) -> Metrics:
    """The metrics of ``face``, at ``axes`` if it is variable. Raises ValueError when a table is too short to hold them.

    The line metrics are OS/2's "typo" ones: hhea and "win" differ from system to system (Noto counts the
    tallest outline there), while the typo ones are the em box of Chinese type, 880 and -120.
    """
    os2 = _table(face, "OS/2", 72)
    head = _table(face, "head", 54)
    post = bytes(face.reference_table("post").data)
    weight, fs_type = _unsigned(os2, 4), _unsigned(os2, 8)
    if axes and "wght" in axes:
        weight = round(axes["wght"])
    has_cap_height = _unsigned(os2, 0) >= 2 and len(os2) >= 90
    cap_height = float(_signed(os2, 88)) if has_cap_height else 0.0
    return Metrics(
        postscript_name=_postscript_name(face, axes or {}),
        number_of_glyphs=face.glyph_count,
        fs_type=fs_type,
        weight=weight,
        is_serif=is_serif,
        bbox=(
            _signed(head, 36) * scale,
            _signed(head, 38) * scale,
            _signed(head, 40) * scale,
            _signed(head, 42) * scale,
        ),
        ascent=_signed(os2, 68) * scale,
        descent=_signed(os2, 70) * scale,
        cap_height=(cap_height or _height_of_capital(font)) * scale,
        italic_angle=struct.unpack_from(">i", post, 4)[0] / 65536 if len(post) >= 8 else 0.0,
        # Nothing in a font states its stem; this is the usual estimate from the weight, 88 for regular.
        stem_v=round(50 + (weight / 65) ** 2, 1),
    )


def _postscript_name(face: hb.Face, axes: Mapping[str, float]) -> str:
    """Of a variable font's instance: the family's prefix, then each axis (Adobe TN 5902)."""
    prefix = face.get_name(hb.OTNameIdPredefined.VARIATIONS_PS_PREFIX) if axes else ""
    name = prefix or face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or ""
    return name + "".join(f"_{value:g}{tag}" for tag, value in axes.items())


def _table(face: hb.Face, tag: str, least: int) -> bytes:
    data = bytes(face.reference_table(tag).data)
    if len(data) < least:
        raise ValueError(f"table {tag} has {len(data)} bytes, {least} are needed")
    return data


def _unsigned(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _signed(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big", signed=True)


def _height_of_capital(font: hb.Font) -> float:
    glyph = font.get_nominal_glyph(ord("H"))
    box = font.get_glyph_extents(glyph) if glyph else None
    return float(box.y_bearing) if box is not None else 700.0
