"""A face as a whole font file, to be embedded in a document that others go on writing."""

import msgspec
import uharfbuzz as hb

from reportgen.fonts.face import Face
from reportgen.fonts.opening import tags_of
from reportgen.fonts.permission import EDITABLE, PREVIEW, RESTRICTED

_TRUETYPE = (b"\0\1\0\0", b"true")
_BOLD = 1 << 5  # of OS/2 fsSelection


class WholeFont(msgspec.Struct, frozen=True):
    """A font file; ``family`` is what word processors call it, ``is_bold`` whether it is the bold of that family."""

    family: str
    is_bold: bool
    data: bytes


def whole_font(face: Face) -> WholeFont | None:
    """The file of ``face``; None where it may not be embedded to be edited with, or is nothing to embed whole.

    That asks for the permission "editable" or "installable" of OS/2 fsType; a licence that an author declares opens
    PDF only, for whoever edits a Word file is someone else. Outlines are TrueType's and do not vary, the file is no
    collection. Raises FontError for a file that is missing or damaged.
    """
    data = bytes(face.data)
    if data[:4] not in _TRUETYPE or b"fvar" in _tags(data):
        return None
    kind = face.metrics.fs_type & (RESTRICTED | PREVIEW | EDITABLE)
    if kind and not kind & EDITABLE:
        return None
    opened = hb.Face(hb.Blob(data))
    family = opened.get_name(hb.OTNameIdPredefined.FONT_FAMILY, "en") or ""
    selection = int.from_bytes(bytes(opened.reference_table("OS/2").data)[62:64], "big")
    return WholeFont(family, bool(selection & _BOLD), data) if family else None


def _tags(data: bytes) -> frozenset[bytes]:
    count = int.from_bytes(data[4:6], "big")
    return frozenset(tag.encode("latin-1") for tag in tags_of(data[: 12 + 16 * count]))
