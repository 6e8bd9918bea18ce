"""May this font be embedded? OS/2 fsType and the licence in the name table (OpenType 1.9, OS/2 and name ids 13, 14)."""

import re

from reportgen.fonts.own import Remark, remark

RESTRICTED, PREVIEW, EDITABLE = 0x0002, 0x0004, 0x0008
NO_SUBSETTING, BITMAP_ONLY = 0x0100, 0x0200

# Compiled when first asked. Licences that allow embedding a subset in any document, by the words naming them: the GPL
# does only with the font exception, Creative Commons only without "no derivatives" and "non-commercial".
_OPEN = (
    r"open font licen[cs]e|openfontlicense|scripts\.sil\.org|\bOFL\b|apache licen[cs]e|apache\.org/licenses|"
    r"ubuntu font licen[cs]e|\bCC0\b|creativecommons\.org/|creative commons|\bMIT licen[cs]e|bitstream vera|"
    r"arphic public licen[cs]e|\bIPA font licen[cs]e|public domain|"
    r"(?=.*(\bGPL|general public licen[cs]e)).*(font|special|embedding) exception"
)
_BARRED = (
    r"\b(by-)?n[cd]\b|non-?commercial|no-?deriv|\b(not|no|never|neither)\b[^.;]{0,40}(licen[cs]e|domain|exception|OFL)"
)
_SHOWN = 60


def remarks_on(fs_type: int, licence: str, declared: str, said: dict[str, str]) -> tuple[Remark, ...]:
    """What bars or qualifies embedding a subset. ``licence`` is the file's own text, ``declared`` the author's word.

    An author who declares a licence answers for it: nothing is remarked then. Where several of the bits 1 to 3 are
    set, as before OS/2 version 3, the least restrictive counts.
    """
    if declared.strip():
        return ()
    found: list[Remark] = []
    if fs_type & RESTRICTED and not fs_type & (PREVIEW | EDITABLE):
        found.append(remark("font-not-embeddable", fatal=True, **said))
    if fs_type & NO_SUBSETTING:
        found.append(remark("font-no-subsetting", fatal=True, **said))
    if fs_type & BITMAP_ONLY:
        found.append(remark("font-bitmap-only", fatal=True, **said))
    if found:
        return tuple(found)
    if fs_type & PREVIEW and not fs_type & EDITABLE:
        found.append(remark("font-preview-print", fatal=False, **said))
    is_open = re.search(_OPEN, licence, re.IGNORECASE | re.DOTALL)
    if not is_open or re.search(_BARRED, licence, re.IGNORECASE):
        found.append(remark("font-licence-unknown", fatal=False, **said, licence=printable(licence) or "—"))
    return tuple(found)


def printable(text: str) -> str:
    """Text of a font on one line, without control characters, cut to what a message holds."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[:400]).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
