"""Characters of a face as they are set: class, width, glyph, and where its ink stands in the body."""

import unicodedata

import msgspec

from reportgen.fonts import Choice, Face, FontBook
from reportgen.typeset.text.classes import Class, class_of

NOTE_SIZE = 0.6  # of the text: note marks
NOTE_RISE = 0.36  # em above the baseline

_HALF = (Class.OP, Class.CL, Class.CM, Class.FS, Class.MID)
_EM = (Class.HAN, Class.IDSP, Class.CON)
_WESTERN_BEARING = 0.06  # em on either side of a Western quote
# variation selectors and joiners: parts of the character before them, without a glyph of their own
SOFT_HYPHEN = "\u00ad"
JOINED = frozenset([*map(chr, range(0xFE00, 0xFE10)), "\u200c", "\u200d", "\u2060"])


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A character in a face. Widths in em: ``body`` without removable blank, ``shift`` of the origin into the body.

    ``tail``: what is left of the body behind the natural advance, so that body = shift + advance + tail.
    """

    kind: int
    body: float
    glyph: int
    advance: float
    shift: float
    tail: float
    face: str
    weight: float


def in_body(kind: int, body: float, glyph: int, advance: float, shift: float, of: Choice) -> Glyph:
    """A glyph of ``advance`` standing ``shift`` into a body of ``body``."""
    return Glyph(kind, body, glyph, advance, shift, body - advance - shift, of.face, of.weight)


def apart(glyph: Glyph) -> Glyph:
    """``glyph`` with an em of blank behind it (均排)."""
    return msgspec.structs.replace(glyph, body=glyph.body + 1.0, tail=glyph.tail + 1.0)


class Glyphs(dict[str, Glyph]):
    """Characters of one face (with its fallbacks) as they are set, each looked up once.

    ``mixed``: a character of another face or weight has been met; ``irregular``: a Han character that does not fill its
    em; ``wide``: a mark whose ink does not fit half an em, so that its blank is smaller; ``combining``: a character
    that belongs to the one before it; ``soft``: a soft hyphen; ``beyond``: one beyond the BMP. ``dash``: —— as one
    glyph, where the face has it. ``full_marks``: marks fill their em and have no blank to give (3.1, plain).
    """

    def __init__(self, book: FontBook, name: str, *, tabular: bool, full_marks: bool = False) -> None:
        super().__init__()
        self._book = book
        self._name = name
        self._tabular = tabular
        self._full_marks = full_marks
        self._western: dict[str, Glyph] = {}
        self._notes: dict[str, Glyph] = {}
        self.mixed = False
        self.irregular = False
        self.wide = False
        self.combining = False
        self.soft = False
        self.beyond = False
        self.missing: set[str] = set()
        self.dash: Glyph | None = None
        chosen = book.choose("—", name)  # a fallback's, where the face has none
        glyph = 0 if chosen is None else _long_dash(book.face(chosen.face))
        if chosen is not None and glyph:
            width = book.face(chosen.face).advances[glyph] / 1000
            self.dash = in_body(Class.DSH, 2.0, glyph, width, (2.0 - width) / 2, chosen)

    def western(self, char: str) -> Glyph:
        """A curly quote of a Western text: as wide as its ink, and a little (1.1)."""
        found = self._western.get(char)
        if found is None:
            kind = Class.LOP if char in "“‘" else Class.LCL
            glyph = self[char]
            left, right = self._book.face(glyph.face).ink(glyph.glyph)
            body = glyph.advance
            if body > 0.6:
                body = (right - left) / 1000 + 2 * _WESTERN_BEARING
            shift = (body - (left + right) / 1000) / 2
            found = msgspec.structs.replace(
                glyph, kind=kind, body=body, shift=shift, tail=body - shift - glyph.advance
            )  # fmt: skip
            self._western[char] = found
        return found

    def note(self, char: str) -> Glyph:
        """A character of a note mark, small."""
        found = self._notes.get(char)
        if found is None:
            glyph = self[char]
            advance = glyph.advance * NOTE_SIZE
            found = self._notes[char] = msgspec.structs.replace(
                glyph, kind=Class.NOTE, body=advance, advance=advance, shift=0.0, tail=0.0
            )
        return found

    def __missing__(self, char: str) -> Glyph:
        if char == SOFT_HYPHEN:
            self.soft = True
            return self.setdefault(char, in_body(Class.LAT, 0.0, 0, 0.0, 0.0, Choice(self._name, 0.0)))
        if unicodedata.combining(char) or char in JOINED:
            self.combining = True
            if char in JOINED:
                return in_body(Class.HAN, 0.0, 0, 0.0, 0.0, Choice(self._name, 0.0))
        self.beyond = self.beyond or char > "\uffff"
        kind = class_of(char)
        chosen = self._book.choose(char, self._name)
        if chosen is None and kind == Class.NBSP:  # no face has U+202F: a blank like the others
            return self.setdefault(char, msgspec.structs.replace(self[" "], kind=kind))
        if chosen is None:
            if kind not in (Class.SP, Class.BREAK):
                self.missing.add(char)
            made = in_body(kind, 0.25 if kind == Class.SP else 1.0, 0, 0.0, 0.0, Choice(self._name, 0.0))
        else:
            self.mixed = self.mixed or chosen.face != self._name or chosen.weight != 0.0
            made = _measured(char, kind, self._book.face(chosen.face), chosen, tabular=self._tabular)
            if kind in _HALF and kind != Class.MID:
                self.wide = self.wide or made.body > 0.5
                if self._full_marks:
                    made = _filling(made)
        if kind == Class.HAN and (made.shift or made.tail):
            self.irregular = True
        elif unicodedata.combining(char):
            made = in_body(Class.LAT, made.advance, made.glyph, made.advance, 0.0, Choice(made.face, made.weight))
        self[char] = made
        return made


def _measured(char: str, kind: int, face: Face, chosen: Choice, *, tabular: bool) -> Glyph:
    """The class advance is forced on the glyph; its ink decides where in the body it stands (1.3)."""
    if kind == Class.NUM and tabular:
        return _tabular(char, face, chosen)
    glyph = _chinese_glyph(char, face)
    advance = face.advances[glyph] / 1000
    body, shift = advance, 0.0
    if kind in _HALF:
        left, right = face.ink(glyph)
        body = max(0.5, min(1.0, (right - left) / 1000))
        shift = _half_shift(kind, body, advance, left, right)
    elif kind == Class.SOL or (kind == Class.CON and char in "–‐"):
        body, shift = 0.5, (0.5 - advance) / 2
    elif kind == Class.DSH:  # ⸺ is a pair of long dashes in one character
        body, shift = 2.0, (2.0 - advance) / 2
    elif kind in _EM or kind == Class.ELL:
        if kind != Class.HAN or advance > 0.5 or char >= "\u2e80":
            body = 1.0
        shift = (body - advance) / 2 if advance < body else 0.0
    elif kind == Class.SP:
        body = max(0.25, min(advance, 0.35))
    return in_body(kind, body, glyph, advance, shift, chosen)


def _tabular(char: str, face: Face, chosen: Choice) -> Glyph:
    """A figure as wide as the widest of its face (6.8)."""
    glyph = face.digit(char)
    advance, body = face.advances[glyph] / 1000, face.figure_width / 1000
    return in_body(Class.NUM, body, glyph, advance, (body - advance) / 2, chosen)


def _half_shift(kind: int, body: float, advance: float, left: float, right: float) -> float:
    """Where a mark stands in its half box; ``left`` and ``right`` edge of the ink in thousandths of an em."""
    low, high = left / 1000, right / 1000
    centred = (low < 0.5 < high and kind != Class.OP) or (kind == Class.OP and low < 0.45 < high < 0.6)
    if kind == Class.MID or centred:
        return (body - low - high) / 2
    if kind == Class.OP:
        return body - max(advance, high)  # ink flush right
    return min(max(0.0, -low), body - high)


def _filling(glyph: Glyph) -> Glyph:
    """A mark that fills its em: with the blank that it otherwise gives up (3.1, plain)."""
    more = 1.0 - glyph.body
    if glyph.kind == Class.OP:
        return msgspec.structs.replace(glyph, body=1.0, shift=glyph.shift + more)
    if glyph.advance >= 1.0:  # as the face has it: centred marks stay centred
        return msgspec.structs.replace(glyph, body=1.0, shift=0.0, tail=1.0 - glyph.advance)
    return msgspec.structs.replace(glyph, body=1.0, tail=glyph.tail + more)


def _long_dash(face: Face) -> int:
    """The glyph of ——: what Chinese shaping makes of the pair, else a ⸺ of two ems, which has no seam; 0 without."""
    shaped = face.shape("——")
    if len(shaped) == 1:
        return int(shaped[0].glyph)
    glyph = int(face.glyphs["⸺"])
    return glyph if face.advances[glyph] == 2000 else 0


def _chinese_glyph(char: str, face: Face) -> int:
    if char == "／" and _is_wider_than_half(face, char) and face.glyphs["/"]:
        return int(face.glyphs["/"])  # a glyph of an em would run over its neighbours (GB/T 15834 5.1.9: half an em)
    if char in "—…":  # the language system decides their shape
        shaped = face.shape(char)
        if len(shaped) == 1:
            return int(shaped[0].glyph)
    return int(face.glyphs[char])


def _is_wider_than_half(face: Face, char: str) -> bool:
    """Whether the ink of ``char`` needs more than half an em."""
    left, right = face.ink(int(face.glyphs[char]))
    return right - left > 500
