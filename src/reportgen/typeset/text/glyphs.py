"""Characters of a face as they are set: class, width, glyph, and where its ink stands in the body."""

import msgspec

from reportgen.fonts import Choice, Face, FontBook
from reportgen.typeset.text.classes import Class, class_of

_HALF = (Class.OP, Class.CL, Class.CM, Class.FS, Class.MID)
_EM = (Class.HAN, Class.IDSP, Class.CON)


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


class Glyphs(dict[str, Glyph]):
    """Characters of one face (with its fallbacks) as they are set, each looked up once.

    ``mixed``: a character of another face or weight has been met; ``irregular``: a Han character that does not fill its
    em. ``dash``: —— as one glyph, where the face has it.
    """

    def __init__(self, book: FontBook, name: str, *, tabular: bool) -> None:
        super().__init__()
        self._book = book
        self._name = name
        self._tabular = tabular
        self.mixed = False
        self.irregular = False
        self.missing: set[str] = set()
        self.dash: Glyph | None = None
        dash = book.face(name).shape("——")
        if len(dash) == 1:
            width = dash[0].advance / 1000
            self.dash = in_body(Class.DSH, 2.0, dash[0].glyph, width, (2.0 - width) / 2, Choice(name, 0.0))

    def __missing__(self, char: str) -> Glyph:
        chosen = self._book.choose(char, self._name)
        kind = class_of(char)
        if chosen is None:
            if kind not in (Class.SP, Class.BREAK):
                self.missing.add(char)
            made = in_body(kind, 0.25 if kind == Class.SP else 1.0, 0, 0.0, 0.0, Choice(self._name, 0.0))
        else:
            self.mixed = self.mixed or chosen.face != self._name or chosen.weight != 0.0
            made = _measured(char, kind, self._book.face(chosen.face), chosen, tabular=self._tabular)
        if kind == Class.HAN and (made.shift or made.tail):
            self.irregular = True
        self[char] = made
        return made


def _measured(char: str, kind: int, face: Face, chosen: Choice, *, tabular: bool) -> Glyph:
    """The class advance is forced on the glyph; its ink decides where in the body it stands (1.3)."""
    glyph = face.digit(char) if kind == Class.NUM and tabular else _chinese_glyph(char, face)
    advance = face.advances[glyph] / 1000
    body, shift = advance, 0.0
    if kind in _HALF:
        body, shift = 0.5, _half_shift(kind, advance, *face.ink(glyph))
    elif kind == Class.SOL or (kind == Class.CON and char == "–"):
        body, shift = 0.5, (0.5 - advance) / 2
    elif kind in _EM or kind == Class.ELL:
        if kind != Class.HAN or advance > 0.5 or char >= "\u2e80":
            body = 1.0
        shift = (body - advance) / 2 if advance < body else 0.0
    elif kind == Class.SP:
        body = max(0.25, min(advance, 0.35))
    return in_body(kind, body, glyph, advance, shift, chosen)


def _half_shift(kind: int, advance: float, left: float, right: float) -> float:
    """Where a mark stands in its half box; ``left`` and ``right`` edge of the ink in thousandths of an em."""
    low, high = left / 1000, right / 1000
    centred = (low < 0.5 < high and kind != Class.OP) or (kind == Class.OP and low < 0.45 < high < 0.6)
    if kind == Class.MID or centred:
        return 0.25 - (low + high) / 2
    if kind == Class.OP:
        return 0.5 - max(advance, high)  # ink flush right
    return min(0.0, 0.5 - high)


def _chinese_glyph(char: str, face: Face) -> int:
    if char in "—…":  # the language system decides their shape
        shaped = face.shape(char)
        if len(shaped) == 1:
            return int(shaped[0].glyph)
    return int(face.glyphs[char])
