"""A face in a document: Type0, Identity-H over a subset (ISO 32000-1 9.7, 9.10.3).

TrueType is a CIDFontType2 over a HarfBuzz subset with a CIDToGIDMap; what else a user brings is written anew as a
CID-keyed CFF, a CIDFontType0, whose charset is the map. CID = original glyph id, so that content strings do not depend
on the rest of the document. A glyph that stands for a second text gets a second CID beyond the font's glyphs.
"""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.fonts import Face
from reportgen.pdf.syntax import stream

if TYPE_CHECKING:
    from reportgen.pdf.objects import ObjectFile  # and with it ReportLab, which painting does not need

_LAST_CID = 0xFFFE


class CodeTable(dict[tuple[int, str], str]):
    """(glyph, text) -> the CID as four hex digits; a new pair is registered when it is first asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.texts: dict[int, str] = {}  # cid -> text
        self.glyphs: dict[int, int] = {}  # cid -> glyph
        self._next = face.number_of_glyphs
        self._last = _LAST_CID
        space = face.glyph(" ")
        if space:  # PDFium measures by it, where a font has one, which gaps are spaces; else by the glyph at hand
            self[space, " "]

    def __missing__(self, pair: tuple[int, str]) -> str:
        glyph, text = pair
        if glyph == 0:
            raise ValueError(f"no glyph for {text!r} in {self.face.name}: the typesetter must have reported it")
        cid = glyph if glyph not in self.texts else self._free()
        self.texts[cid] = text
        self.glyphs[cid] = glyph
        code = self[pair] = f"{cid:04X}"
        return code

    def take(self, codes: Mapping[tuple[int, str], str]) -> bool:
        """Register pairs that another table has, in its order; whether all of them have the same CID here."""
        return all(self[pair] == code for pair, code in codes.items())

    def _free(self) -> int:
        """A CID beyond the glyphs; in a font of nearly 65536 glyphs the last that is not in use."""
        if self._next <= _LAST_CID:
            self._next += 1
            return self._next - 1
        while self._last in self.texts and self._last > 1:
            self._last -= 1
        if self._last in self.texts:
            raise ValueError(f"more than {_LAST_CID} pairs of glyph and text in {self.face.name}")
        return self._last


def write_font(table: CodeTable, file: "ObjectFile") -> str:
    """Embed what was used of the face; the reference of the font dictionary."""
    face = table.face
    digest = hashlib.sha256(repr((face.name, sorted(table.texts.items()))).encode()).digest()
    tag = "".join(chr(65 + byte % 26) for byte in digest[:6])
    name = f"{tag}+{face.postscript_name}"
    if face.is_truetype:
        subset = face.subset(set(table.glyphs.values()))
        program = f"/FontFile2 {file.add_stream(f'/Length1 {len(subset.data)}', subset.data)}"
        kind = f"/CIDFontType2/CIDToGIDMap {file.add(_glyph_map(table, subset.old_to_new))}"
    else:
        program = f"/FontFile3 {file.add_stream('/Subtype/CIDFontType0C', face.cff_program(name, table.glyphs))}"
        kind = "/CIDFontType0"
    box = " ".join(f"{round(value)}" for value in face.bbox)
    flags = 4 | (2 if face.is_serif else 0)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {face.italic_angle:g}"
        f"/Ascent {round(face.ascent)}/Descent {round(face.descent)}/CapHeight {round(face.cap_height)}"
        f"/StemV {round(face.stem_v)}{program}>>"
    )
    cid_font = file.add(
        f"<</Type/Font/Subtype{kind}/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor}/DW 1000/W[{_widths(table)}]>>"
    )
    unicode_map = file.add_stream("", _to_unicode(table).encode("ascii"))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{cid_font}]/ToUnicode {unicode_map}>>"
    )


def _widths(table: CodeTable) -> str:
    parts = []
    for cid in sorted(table.glyphs):
        width = table.face.advance(table.glyphs[cid])
        if width != 1000:
            parts.append(f"{cid}[{width:g}]")
    return "".join(parts)


def _glyph_map(table: CodeTable, old_to_new: dict[int, int]) -> bytes:
    mapping = bytearray(2 * (max(table.glyphs, default=0) + 1))
    for cid, glyph in table.glyphs.items():
        mapping[2 * cid : 2 * cid + 2] = old_to_new[glyph].to_bytes(2, "big")
    return stream("", bytes(mapping))


def _to_unicode(table: CodeTable) -> str:
    """UTF-16BE, so that characters beyond the BMP are surrogate pairs; at most 100 lines a block."""
    lines = [f"<{cid:04X}><{text.encode('utf-16-be').hex().upper()}>" for cid, text in sorted(table.texts.items())]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
