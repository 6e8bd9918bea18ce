"""Words set with our own faces: measured exactly, so that a chart knows what fits before it draws."""

import re
from collections.abc import Iterator

import msgspec

from reportgen.drawing import GlyphRun
from reportgen.fonts import FontBook
from reportgen.theme import Style

# Shaped as Latin words, so that figures are tabular in every face.
_LATIN = re.compile("[\u0020-\u007e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u2212]+")
_WORD = re.compile("[\u0021-\u007e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u2212]+ ?|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：！？）》〉」』】〕］｝”’…—·％‰℃°～ ）)]},.;:!?%") | {"\u3000"}
_NEVER_LAST = frozenset("（《〈「『【〔［｛“‘￥$([{")

ASCENT, DESCENT = 0.88, 0.12  # of the em box of Chinese characters
MIDDLE = 0.37  # above the baseline, in em: where figures and Chinese characters look centred
LINE = 1.24  # pitch of the lines of one label, in em


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one face in a row, ``at`` points from the start of their line."""

    at: float
    face: str
    glyphs: tuple[int, ...]
    text: str
    shifts: tuple[float, ...] | None
    clusters: tuple[int, ...] | None
    weight: float


class Words(msgspec.Struct, frozen=True, gc=False):
    """Text on one line in one style."""

    text: str
    width: float
    size: float
    colour: str
    stretches: tuple[Stretch, ...]

    @property
    def centre(self) -> float:
        """How far below the middle of the line its baseline lies."""
        return MIDDLE * self.size

    def runs(self, x: float, baseline: float, angle: float = 0.0, *, told: bool = False) -> Iterator[GlyphRun]:
        """The marks, starting at (x, baseline); ``angle`` is 0 or 90 (upwards).

        ``told``: they are one word with what is told beside them, whatever the gap (``GlyphRun.actual``).
        """
        for part in self.stretches:
            left, low = (x, baseline - part.at) if angle else (x + part.at, baseline)
            yield GlyphRun(
                part.face, self.size, self.colour, round(left, 3) + 0.0, round(low, 3) + 0.0, part.glyphs, part.text,
                part.shifts, part.clusters, told, part.weight, angle,
            )  # fmt: skip


class Lettering:
    """Sets words; each is shaped once. ``missing`` are the characters that no face has."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._known: dict[tuple[str, str, float, str], Words] = {}
        self.missing: dict[str, str] = {}  # character -> face asked

    def words(self, text: str, style: Style, colour: str = "", *, size: float = 0.0) -> Words:
        """``text`` on one line; line breaks and tabs in it become spaces."""
        key = (text, style.face, size or style.size, colour or style.colour)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._set(re.sub(r"[\t\n\r]+", " ", text), *key[1:])
        return found

    def lines(self, text: str, style: Style, measure: float, colour: str = "") -> tuple[Words, ...]:
        """``text`` in lines of at most ``measure``, about equally long; broken where Chinese lines may be."""
        found: list[Words] = []
        for part in text.split("\n"):
            whole = self.words(part.strip(), style, colour)
            if whole.width <= measure:
                found.append(whole)
                continue
            cut = self._broken(part.strip(), style, measure)
            even = whole.width / len(cut)
            while even < measure:  # the narrowest measure that needs no more lines
                narrower = self._broken(part.strip(), style, even)
                if len(narrower) == len(cut):
                    cut = narrower
                    break
                even += style.size / 2
            found.extend(self.words(line, style, colour) for line in cut)
        return tuple(found)

    def breaks_words(self, text: str, style: Style, measure: float) -> bool:
        """Whether lines of ``measure`` would cut a word or a figure in two."""
        return any(self.words(piece, style).width > measure for piece in _pieces(text))

    def _broken(self, text: str, style: Style, measure: float) -> list[str]:
        lines: list[str] = []
        line = ""
        for piece in _pieces(text):
            if self.words((line + piece).rstrip(), style).width <= measure:
                line += piece
                continue
            if line:
                lines.append(line.rstrip())
            line = piece
            while len(line) > 1 and self.words(line.rstrip(), style).width > measure:
                cut = len(line) - 1  # a word longer than a line is cut where it must be
                while cut > 1 and self.words(line[:cut], style).width > measure:
                    cut -= 1
                lines.append(line[:cut])
                line = line[cut:]
        return [*lines, line.rstrip()] if line.strip() else lines

    def _set(self, text: str, face: str, size: float, colour: str) -> Words:
        stretches: list[Stretch] = []
        at = 0.0
        for part, chosen, weight, language in self._parts(text, face):
            stretch, advance = self._shaped(part, chosen, language, weight, at * size / 1000)
            if stretches and (stretches[-1].face, stretches[-1].weight) == (chosen, weight):
                stretches[-1] = _joined(stretches[-1], stretch)
            else:
                stretches.append(stretch)
            at += advance
        return Words(text, at * size / 1000, size, colour, tuple(stretches))

    def _parts(self, text: str, face: str) -> Iterator[tuple[str, str, float, str]]:
        """Stretches of one face and one language: text, face, synthetic weight, language."""
        parts: list[tuple[str, str, float, str]] = []
        for char in text:
            choice = self._fonts.choose(char, face)
            name, weight = (face, 0.0) if choice is None else (choice.face, choice.weight)
            if choice is None and not char.isspace():
                self.missing.setdefault(char, face)
            language = "en" if _LATIN.fullmatch(char) else "zh-Hans"
            if parts and parts[-1][1:] == (name, weight, language):
                parts[-1] = (parts[-1][0] + char, name, weight, language)
            else:
                parts.append((char, name, weight, language))
        return iter(parts)

    def _shaped(self, text: str, name: str, language: str, weight: float, at: float) -> tuple[Stretch, float]:
        face = self._fonts.face(name)
        blank = face.glyphs[" "]
        glyphs: list[int] = []
        starts: list[int] = []
        shifts: list[float] = []
        for one in face.shape(text, language):
            glyph, advance = one.glyph, one.advance
            if glyph == 0 and text[one.cluster].isspace():  # a rare kind of space is a space
                glyph, advance = blank, face.advances[blank]
            glyphs.append(glyph)
            starts.append(one.cluster)
            shifts.append(round(advance - face.advances[glyph], 3) + 0.0)
        counts = tuple(end - start for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
        width = sum(face.advances[glyph] for glyph in glyphs) + sum(shifts)
        return (
            Stretch(
                at, name, tuple(glyphs), text, tuple(shifts) if any(shifts) else None,
                counts if any(count != 1 for count in counts) else None, weight,
            ),
            width,
        )  # fmt: skip


def _joined(one: Stretch, other: Stretch) -> Stretch:
    """Two stretches of one face as a single one."""
    shifts = clusters = None
    if one.shifts or other.shifts:
        shifts = (*(one.shifts or (0.0,) * len(one.glyphs)), *(other.shifts or (0.0,) * len(other.glyphs)))
    if one.clusters or other.clusters:
        clusters = (*(one.clusters or (1,) * len(one.glyphs)), *(other.clusters or (1,) * len(other.glyphs)))
    return Stretch(
        one.at, one.face, one.glyphs + other.glyphs, one.text + other.text, shifts, clusters, one.weight
    )  # fmt: skip


def _pieces(text: str) -> list[str]:
    """What a line may be broken between: words, and characters with the marks that cling to them."""
    pieces: list[str] = []
    for found in _WORD.finditer(text):
        piece = found[0]
        if pieces and (piece[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
