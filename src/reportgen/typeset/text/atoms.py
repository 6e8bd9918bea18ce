"""Runs into atoms: characters with class, width, glyph and face, and what may happen between neighbours."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.fonts import FACE_NAMES, Choice, Face, FontBook
from reportgen.model.runs import Run
from reportgen.typeset.text.classes import BREAKS, FULL_WIDTH_AFFIXES, GLUE, MEASURES, Class, class_of

_HALF = (Class.OP, Class.CL, Class.CM, Class.FS, Class.MID)
_EM = (Class.HAN, Class.IDSP, Class.CON)
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_AFTER_URL = frozenset("/?&=#_.-:")
_LABEL = re.compile(r"(?:（[一二三四五六七八九十百]+）|[一二三四五六七八九十]+、|[0-9]+\.)")


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A character in a face. Widths in em: ``body`` without removable blank, ``shift`` of the origin into the body."""

    kind: Class
    body: float
    glyph: int
    advance: float
    shift: float
    face: str
    weight: float


class Glyphs(dict[str, Glyph]):
    """Characters of one face (with its fallbacks) as they are set, each looked up once."""

    def __init__(self, book: FontBook, name: str, *, tabular: bool) -> None:
        super().__init__()
        self._book = book
        self._name = name
        self._tabular = tabular
        self.missing: set[str] = set()
        dash = book.face(name).shape("——")
        self.dash: Glyph | None = None
        if len(dash) == 1:
            width = dash[0].advance / 1000
            self.dash = Glyph(Class.DSH, 2.0, dash[0].glyph, width, (2.0 - width) / 2, name, 0.0)

    def __missing__(self, char: str) -> Glyph:
        chosen = self._book.choose(char, self._name)
        kind = class_of(char)
        if chosen is None:
            if kind not in (Class.SP, Class.BREAK):
                self.missing.add(char)
            face = self._book.face(self._name)
            made = Glyph(kind, 0.25 if kind is Class.SP else 1.0, 0, 0.0, 0.0, self._name, 0.0)
        else:
            face = self._book.face(chosen.face)
            made = _measured(char, kind, face, chosen, tabular=self._tabular)
        self[char] = made
        return made


def _measured(char: str, kind: Class, face: Face, chosen: Choice, *, tabular: bool) -> Glyph:
    """The class advance is forced on the glyph; its ink decides where in the body it stands (1.3)."""
    name, weight = chosen.face, chosen.weight
    glyph = face.digit(char) if kind is Class.NUM and tabular else _chinese_glyph(char, kind, face)
    advance = face.advances[glyph] / 1000
    if kind in _HALF:
        low, high = (side / 1000 for side in face.ink(glyph))
        if (
            kind is Class.MID
            or (low < 0.5 < high and kind is not Class.OP)
            or (kind is Class.OP and low < 0.45 < high < 0.6)
        ):
            shift = 0.25 - (low + high) / 2  # centred ink: the middle of the half box
        elif kind is Class.OP:
            shift = 0.5 - max(advance, high)  # ink flush right
        else:
            shift = min(0.0, 0.5 - high)
        return Glyph(kind, 0.5, glyph, advance, shift, name, weight)
    if kind is Class.SOL:
        return Glyph(kind, 0.5, glyph, advance, (0.5 - advance) / 2, name, weight)
    if kind is Class.CON and char == "–":
        return Glyph(kind, 0.5, glyph, advance, (0.5 - advance) / 2, name, weight)
    if kind in _EM or kind is Class.ELL:
        body = 1.0 if kind is not Class.HAN or advance > 0.5 or char >= "\u2e80" else advance
        return Glyph(kind, body, glyph, advance, (body - advance) / 2 if advance < body else 0.0, name, weight)
    if kind is Class.SP:
        return Glyph(kind, max(0.25, min(advance, 0.35)), glyph, advance, 0.0, name, weight)
    return Glyph(kind, advance, glyph, advance, 0.0, name, weight)


def _chinese_glyph(char: str, kind: Class, face: Face) -> int:
    if char in "—…":  # the language system decides their shape
        shaped = face.shape(char)
        if len(shaped) == 1:
            return int(shaped[0].glyph)
    return int(face.glyphs[char])


class Atoms:
    """A paragraph's atoms as parallel lists; index i of ``glue``, ``breaks`` is the gap before atom i."""

    __slots__ = ("breaks", "glue", "glyphs", "kinds", "looks", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.glyphs: list[Glyph] = []
        self.kinds: list[Class] = []
        self.looks: list[int] = []  # index of the run
        self.glue: list[float] = []
        self.breaks: list[int] = []


def make_atoms(runs: Sequence[Run], tables: Sequence[Glyphs], sink: Diagnostics, spot: Spot | None) -> Atoms:
    """The atoms of ``runs``; ``tables[i]`` is the face of run i. Missing glyphs are reported and left blank."""
    atoms = Atoms()
    for index, (run, table) in enumerate(zip(runs, tables, strict=True)):
        text = run.text
        glyphs = [table[char] for char in text]
        if "—" in text or "…" in text or "“" in text or "’" in text or "‘" in text or "http" in text or "www." in text:
            _append_special(atoms, text, glyphs, table, index)
        else:
            atoms.texts.extend(text)
            atoms.glyphs.extend(glyphs)
            atoms.kinds.extend([glyph.kind for glyph in glyphs])
            atoms.looks.extend([index] * len(text))
        if table.missing:
            _report_missing(text, table, sink, spot)
    if any(kind is Class.SP for kind in atoms.kinds):
        _replace_spaces(atoms)
    _gaps(atoms)
    return atoms


def _report_missing(text: str, table: Glyphs, sink: Diagnostics, spot: Spot | None) -> None:
    for char in sorted(table.missing & set(text)):
        where = spot if spot is None else msgspec.structs.replace(spot, find=char)
        sink.error("font-glyph-missing", where, char=char, codepoint=f"U+{ord(char):04X}", faces="、".join(FACE_NAMES))


def _append_special(atoms: Atoms, text: str, glyphs: list[Glyph], table: Glyphs, index: int) -> None:
    """Text with dashes, ellipses, ambiguous quotes or addresses."""
    urls = [found.span() for found in _URL.finditer(text)]
    at = 0
    while at < len(text):
        char, glyph = text[at], glyphs[at]
        pair = text[at : at + 2]
        if pair == "——" and table.dash is not None:
            _append(atoms, pair, table.dash, Class.DSH, index)
            at += 2
            continue
        kind = glyph.kind
        if char == "…":
            kind = Class.ELL
        elif char == "—" and (pair == "——" or text[at - 1 : at] == "—"):
            kind = Class.DSH
        elif char == "’" and _is_latin(text[at - 1 : at]) and _is_latin(text[at + 1 : at + 2]):
            kind = Class.LAT
            advance = glyph.advance
            glyph = msgspec.structs.replace(glyph, kind=kind, body=advance, shift=0.0)
        elif any(start <= at < end for start, end in urls):
            kind = Class.URL
        _append(atoms, char, glyph, kind, index)
        at += 1


def _append(atoms: Atoms, text: str, glyph: Glyph, kind: Class, index: int) -> None:
    if kind is Class.ELL and glyph.kind is not Class.ELL:
        glyph = msgspec.structs.replace(glyph, kind=kind, body=1.0, shift=(1.0 - glyph.advance) / 2)
    atoms.texts.append(text)
    atoms.glyphs.append(glyph)
    atoms.kinds.append(kind)
    atoms.looks.append(index)


def _is_latin(char: str) -> bool:
    return bool(char) and class_of(char) is Class.LAT


def _replace_spaces(atoms: Atoms) -> None:
    """A single typed space between Han and Latin is the layout's space, not a character (5.1)."""
    western = (Class.LAT, Class.NUM, Class.PRE, Class.SUF)
    kinds = atoms.kinds
    drop = [
        index
        for index in range(1, len(kinds) - 1)
        if kinds[index] is Class.SP
        and {kinds[index - 1], kinds[index + 1]} & {Class.HAN}
        and (kinds[index - 1] in western or kinds[index + 1] in western)
    ]
    for index in reversed(drop):
        for column in (atoms.texts, atoms.glyphs, atoms.kinds, atoms.looks):
            del column[index]


def _gaps(atoms: Atoms) -> None:
    kinds = atoms.kinds
    if not kinds:
        return
    glue_rows, break_rows = GLUE, BREAKS
    left = kinds[0]
    glue, breaks = [0.0], [0]
    add_glue, add_break = glue.append, breaks.append
    for right in kinds[1:]:
        add_glue(glue_rows[left][right])
        add_break(break_rows[left][right])
        left = right
    atoms.glue, atoms.breaks = glue, breaks
    _refine(atoms)


def _refine(atoms: Atoms) -> None:
    """The rules that look at more than two classes."""
    kinds, texts, glue, breaks = atoms.kinds, atoms.texts, atoms.glue, atoms.breaks
    present = set(kinds)
    last = len(kinds) - 1
    if Class.NUM in present:
        for index in range(1, last + 1):
            if (kinds[index] is Class.HAN and kinds[index - 1] is Class.NUM and texts[index] in MEASURES) or (
                kinds[index] is Class.NUM and texts[index - 1] == "第"
            ):
                breaks[index] = 2
            elif (
                kinds[index - 1] is Class.SP and index > 1 and kinds[index - 2] is Class.NUM
                and kinds[index] is Class.LAT
            ):  # fmt: skip
                breaks[index] = 0  # 20 km
            elif texts[index - 1] in "+" and kinds[index] is Class.NUM:
                breaks[index] = 0
    if Class.ELL in present or Class.DSH in present:
        for index in range(1, last + 1):
            same = kinds[index] is kinds[index - 1] and kinds[index] in (Class.ELL, Class.DSH)
            if same and len(texts[index]) == 1:
                run = index
                while run > 0 and kinds[run - 1] is kinds[index]:
                    run -= 1
                if (index - run) % 2:
                    breaks[index] = 0
    if present & {Class.SUF, Class.PRE}:
        for index in range(1, last + 1):
            beside = texts[index - 1] in FULL_WIDTH_AFFIXES or texts[index] in FULL_WIDTH_AFFIXES
            if beside and glue[index] == 0.25:
                glue[index] = 0.0
    if Class.URL in present:
        _url_breaks(atoms)
    if Class.FS in present:
        _doubled_stops(atoms)
    found = _LABEL.match("".join(texts[:8]))
    if found and len(found[0]) <= last:
        breaks[len(found[0])] = 0  # a label keeps a character of its text (2.2 g)


def _url_breaks(atoms: Atoms) -> None:
    """Breaks inside an address after / ? & = # _ . - : with at least three characters on each side (2.3)."""
    kinds, texts = atoms.kinds, atoms.texts
    start = 0
    while start < len(kinds):
        if kinds[start] is not Class.URL:
            start += 1
            continue
        end = start
        while end < len(kinds) and kinds[end] is Class.URL:
            end += 1
        for index in range(start + 3, end - 2):
            if texts[index - 1] in _AFTER_URL and texts[index] not in _AFTER_URL:
                atoms.breaks[index] = 1
        start = end


def _doubled_stops(atoms: Atoms) -> None:
    """Two of ？！ share one em (GB/T 15834 5.1.2): the second has no blank of its own."""
    kinds, texts, glue = atoms.kinds, atoms.texts, atoms.glue
    for index in range(1, len(kinds)):
        if texts[index] in "？！" and texts[index - 1] in "？！":
            alone = (index < 2 or texts[index - 2] not in "？！") and (
                index + 1 == len(kinds) or texts[index + 1] not in "？！"
            )
            if alone and index + 1 < len(kinds):
                glue[index + 1] = max(0.0, glue[index + 1] - 0.5)
