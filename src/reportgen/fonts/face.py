"""One face: characters to glyphs, advances, ink, shaping, subsets. Nothing is read before it is asked for.

All lengths are thousandths of an em, whatever the font's own units are.
"""

import hashlib
import mmap
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
import uharfbuzz as hb

from reportgen.fonts.cff import cff_program
from reportgen.fonts.error import FontError
from reportgen.fonts.metrics import Metrics, read_metrics
from reportgen.fonts.opening import Opened, open_own, tags_of
from reportgen.fonts.own import OwnFile
from reportgen.fonts.table import FaceRow

_NEEDED_TABLES = frozenset({"OS/2", "cmap", "head", "hhea", "hmtx", "maxp"})
_EMBEDDABLE_FSTYPES = (0, 8)  # installable; editable

# A glyph per character (long dashes aside), so that lines can be broken and justified between any two:
# ligatures off everywhere, kerning only where words are Latin.
_FEATURES = {
    "zh-Hans": {"liga": False, "clig": False, "dlig": False, "kern": False},
    "en": {"liga": False, "clig": False, "dlig": False, "kern": True},
}
_SCRIPTS = {"zh-Hans": "Hani", "en": "Latn"}
_FIGURES = {**_FEATURES["en"], "tnum": True, "lnum": True}  # tabular and lining, where the font has a choice

# What a painter never asks an embedded subset for: it names glyphs by number and places them itself.
_TABLES_NOT_EMBEDDED = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "cmap", "gasp", "meta", "name", "post", "vhea", "vmtx",
    "CBDT", "CBLC", "COLR", "CPAL", "EBDT", "EBLC", "MATH", "SVG ", "hdmx", "kern", "sbix", "VDMX",
)  # fmt: skip

_BLANKS = "\u2800\u115f\u1160\u3164\uffa0"  # letters and patterns that are empty by design


class ShapedGlyph(msgspec.Struct, frozen=True, gc=False):
    """A glyph as HarfBuzz placed it; ``cluster`` is the index of the first character it stands for."""

    glyph: int
    cluster: int
    advance: float
    x_offset: float


class Subset(msgspec.Struct, frozen=True):
    """A font file with few glyphs, and where each kept glyph went: original id -> id in ``data``."""

    data: bytes
    old_to_new: dict[int, int]


class _Glyphs(dict[str, int]):
    """Character -> glyph, 0 when the face lacks it; filled as characters are met."""

    def __init__(self, font: hb.Font, count: int) -> None:
        self._font = font
        self._count = count

    def __missing__(self, char: str) -> int:
        found = self._font.get_nominal_glyph(ord(char)) or 0
        if found >= self._count:  # a damaged cmap names what is not there
            found = 0
        self[char] = found
        return found


class _OwnGlyphs(_Glyphs):
    """The same for a user's font, where a glyph without ink counts as missing unless its character is a blank.

    Many fonts fill up their range with empty glyphs, and a damaged outline is read as an empty one: either would leave
    a hole on the page.
    """

    def __missing__(self, char: str) -> int:
        found = super().__missing__(char)
        if found and unicodedata.category(char)[0] not in "ZCM" and char not in _BLANKS:
            box = self._font.get_glyph_extents(found)
            if box is None or not (box.width and box.height):
                found = self[char] = 0
        return found


class _Advances(dict[int, float]):
    """Glyph -> natural advance; filled as glyphs are met."""

    def __init__(self, font: hb.Font, scale: float) -> None:
        self._font = font
        self._scale = scale

    def __missing__(self, glyph: int) -> float:
        found: float = self._font.get_glyph_h_advance(glyph) * self._scale
        self[glyph] = found
        return found


class _Inks(dict[int, tuple[float, float]]):
    """Glyph -> left and right edge of its outline; filled as glyphs are met."""

    def __init__(self, font: hb.Font, scale: float) -> None:
        self._font = font
        self._scale = scale

    def __missing__(self, glyph: int) -> tuple[float, float]:
        box = self._font.get_glyph_extents(glyph)
        found = (0.0, 0.0)
        if box is not None and box.width:
            found = (box.x_bearing * self._scale, (box.x_bearing + box.width) * self._scale)
        self[glyph] = found
        return found


class _Digits(dict[str, int]):
    """Character -> the glyph it gets among Latin words: the tabular one, where the face has two."""

    def __init__(self, face: "Face") -> None:
        self._face = face

    def __missing__(self, char: str) -> int:
        found = self[char] = self._face.shape(char, "en", _FIGURES)[0].glyph
        return found


class Face:
    """A face of the booklet. Making one reads nothing; the first question maps the file.

    With ``own`` it is a user's font that stands for the face of ``row``.
    """

    def __init__(self, row: FaceRow, path: Path, own: OwnFile | None = None, *, name: str = "") -> None:
        self.name = name or row.name
        self.path = path
        self.own = own
        self._row = row

    def __repr__(self) -> str:
        return f"Face({self.name!r})"

    @property
    def nominal_weight(self) -> int:
        """The weight of the face that this one is or stands for, 300 to 900; nothing is read."""
        return self._row.weight

    @property
    def nominal_ink(self) -> float:
        """How much of its em a common hanzi of that face blackens; nothing is read."""
        return self._row.ink

    # --- the file

    @cached_property
    def data(self) -> mmap.mmap:
        """The whole font file, mapped and not read. Raises FontError when it is missing or empty."""
        try:
            with self.path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as error:
            raise FontError("font-file-missing", face=self._row.name, file=self._row.file) from error
        except (OSError, ValueError) as error:
            raise self._damaged() from error

    def verify(self) -> None:
        """Hash the file (about 1 ms a megabyte). Raises FontError unless it is the pinned one."""
        if hashlib.sha256(self.data).hexdigest() != self._row.sha256:
            raise self._damaged()

    def _damaged(self, table: str = "OS/2") -> FontError:
        if self.own is not None:
            return FontError("font-own-damaged", face=self._row.name, file=self.own.file, table=table)
        return FontError("font-file-damaged", face=self._row.name, file=self._row.file)

    @cached_property
    def opened_own(self) -> Opened:
        """The user's file, looked through. Raises FontError with the reason why it cannot be used."""
        assert self.own is not None
        return open_own(self.path, self.own, self._row.name, self._row.weight)

    @cached_property
    def _opened(self) -> tuple[hb.Face, hb.Font, float]:
        if self.own is not None:
            return self.opened_own.face, self.opened_own.font, 1000 / self.opened_own.face.upem
        if not self.path.is_file():
            raise FontError("font-file-missing", face=self._row.name, file=self._row.file)
        try:
            face = hb.Face(hb.Blob.from_file_path(str(self.path)))
        except (OSError, hb.HarfBuzzError) as error:
            raise self._damaged() from error
        if face.glyph_count == 0 or not _NEEDED_TABLES.issubset(face.table_tags):
            raise self._damaged()
        return face, hb.Font(face), 1000 / face.upem

    @cached_property
    def metrics(self) -> Metrics:
        """What a PDF FontDescriptor says of the face; also as properties of the face itself."""
        face, font, scale = self._opened
        try:
            axes = self.opened_own.axes if self.own is not None else None
            return read_metrics(face, font, scale, self._row.serif, axes)
        except (ValueError, IndexError) as error:
            raise self._damaged() from error

    # --- glyphs

    @cached_property
    def glyphs(self) -> Mapping[str, int]:
        """Character -> glyph, 0 when missing. Index it directly in hot loops; ``in`` and ``get`` see only the cache."""
        face, font, _ = self._opened
        return (_Glyphs if self.own is None else _OwnGlyphs)(font, face.glyph_count)

    @cached_property
    def advances(self) -> Mapping[int, float]:
        """Glyph -> natural advance. Index it directly in hot loops; ``in`` and ``get`` see only the cache."""
        _, font, scale = self._opened
        return _Advances(font, scale)

    @cached_property
    def _inks(self) -> _Inks:
        _, font, scale = self._opened
        return _Inks(font, scale)

    @cached_property
    def _digits(self) -> _Digits:
        return _Digits(self)

    def glyph(self, char: str) -> int:
        """The glyph of one character outside any context; 0 when the face lacks it."""
        return self.glyphs[char]

    def advance(self, glyph: int) -> float:
        """How far ``glyph`` moves the pen."""
        return self.advances[glyph]

    def ink(self, glyph: int) -> tuple[float, float]:
        """Left and right edge of the outline, from the glyph's origin; (0, 0) for a blank."""
        return self._inks[glyph]

    def digit(self, char: str) -> int:
        """The glyph of ``char`` among Latin words: tabular digits, also in Song. 0 when the face lacks it."""
        return self._digits[char]

    @cached_property
    def figure_width(self) -> float:
        """The advance of the widest of the ten figures as ``digit`` gives them: the one width of tabular setting (6.8).

        A font without tabular figures has narrower ones, which are set in the middle of it. Those it lacks are another
        face's.
        """
        return max((self.advances[self.digit(char)] for char in "0123456789" if self.glyphs[char]), default=0.0)

    def shape(
        self, text: str, language: str = "zh-Hans", features: Mapping[str, bool] | None = None
    ) -> tuple[ShapedGlyph, ...]:
        """``text`` as glyphs in their order; ``language`` is "zh-Hans" (script Hani) or "en" (script Latn).

        A glyph stands for one character, but a pair of U+2014 in Chinese becomes one glyph of two ems, and a
        base with its combining mark may become one. ``features`` replace those of the language. Raises KeyError
        for another language.
        """
        _, font, scale = self._opened
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = _SCRIPTS[language]
        buffer.language = language
        hb.shape(font, buffer, dict(_FEATURES[language] if features is None else features))
        return tuple(
            ShapedGlyph(info.codepoint, info.cluster, place.x_advance * scale, place.x_offset * scale)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    # --- embedding

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """A font file of ``glyphs``, glyph 0 and the parts they are made of; the same set gives the same bytes.

        It has outlines and advances only: glyphs are to be addressed by number. Raises FontError when the
        face must not be embedded.
        """
        if not self.embeddable:
            raise FontError("font-not-embeddable", face=self._row.name, file=self._row.file)
        face = self._opened[0]
        asked = hb.SubsetInput()
        kept = asked.glyph_set
        kept.add(0)
        for glyph in sorted(set(glyphs)):
            kept.add(glyph)
        asked.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        dropped = asked.drop_table_tag_set
        for tag in _TABLES_NOT_EMBEDDED:
            dropped.add(int.from_bytes(tag.encode("ascii"), "big"))
        try:
            plan = hb.SubsetPlan(face, asked)
            data = plan.execute().blob.data
        except RuntimeError as error:  # what HarfBuzz cannot make sense of
            raise self._damaged("glyf") from error
        return Subset(data, {int(old): int(new) for old, new in plan.old_to_new_glyph_mapping.items()})

    def cff_program(self, name: str, cids: Mapping[int, int]) -> bytes:
        """A CID-keyed CFF program called ``name``: CID -> glyph; for faces that are not ``is_truetype``."""
        widths = {glyph: self.advances[glyph] for glyph in (0, *cids.values())}
        return cff_program(self._opened[1], name, cids, widths)

    @cached_property
    def is_truetype(self) -> bool:
        """Whether ``subset`` serves: TrueType outlines that do not vary. Else ``cff_program`` does."""
        if self.own is None:
            return True
        return "glyf" in tags_of(self.opened_own.directory) and not self.opened_own.axes

    @property
    def embeddable(self) -> bool:
        """Whether the font may be embedded. A user's font that may not is never made a face of a book."""
        return self.own is not None or self.metrics.fs_type in _EMBEDDABLE_FSTYPES

    @cached_property
    def postscript_name(self) -> str:
        """The name for a PDF's BaseFont, without a subset tag: a user's is reduced to what a PDF name may hold."""
        name = self.metrics.postscript_name
        return name if self.own is None else re.sub(r"[^A-Za-z0-9._-]", "", name)[:63] or self.name

    @property
    def number_of_glyphs(self) -> int:
        """How many glyphs the face has; ids run from 0 to one less."""
        return self.metrics.number_of_glyphs

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """The box that holds every outline: left, bottom, right, top."""
        return self.metrics.bbox

    @property
    def ascent(self) -> float:
        """Height of the design above the baseline."""
        return self.metrics.ascent

    @property
    def descent(self) -> float:
        """Depth of the design below the baseline, negative."""
        return self.metrics.descent

    @property
    def cap_height(self) -> float:
        """Height of a flat capital."""
        return self.metrics.cap_height

    @property
    def italic_angle(self) -> float:
        """Slant in degrees, counter-clockwise from upright."""
        return self.metrics.italic_angle

    @property
    def weight(self) -> int:
        """The design's weight, 400 for regular."""
        return self.metrics.weight

    @property
    def stem_v(self) -> float:
        """Width of an upright stem."""
        return self.metrics.stem_v

    @property
    def is_serif(self) -> bool:
        """Whether the strokes end in serifs (Song, Kai and FangSong) or not (Hei)."""
        return self.metrics.is_serif
