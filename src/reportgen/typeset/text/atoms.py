"""Runs into atoms: characters with class, width, glyph and face, and what may happen between neighbours.

An atom is one character; a pair of long dashes that the face draws as one glyph is one atom of two.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import compress, product
from operator import or_

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.fonts import FACE_NAMES
from reportgen.model.runs import Run
from reportgen.typeset.text.classes import (
    BREAKS,
    COUNT,
    FULL_WIDTH_AFFIXES,
    GLUE,
    MEASURES,
    SHRINKS,
    STRETCHES,
    Class,
    shrinks,
)
from reportgen.typeset.text.glyphs import Glyph, Glyphs

_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_AFTER_URL = frozenset("/?&=#_.-:")
_LABEL = re.compile(r"(?:（[一二三四五六七八九十百]+）|[一二三四五六七八九十]+、|[0-9]+\.)")
# A figure and what is better not parted from it, 第 and a figure (2.2 e).
_MEASURED = re.compile(f"[0-9](?=[{''.join(sorted(MEASURES))}])|第(?=[0-9])")
_UNIT = re.compile(r"[0-9] (?=[A-Za-zµΩ])|[+](?=[0-9])")  # 20 km, +5
_DOUBLED = re.compile("(?<![？！])[？！]{2}(?![？！])")
_WESTERN = (Class.LAT, Class.NUM, Class.PRE, Class.SUF)


class Atoms:
    """A paragraph's atoms as parallel lists; index i of ``glue``, ``breaks``, ``shrink`` is the gap before atom i.

    ``spaces``, ``latin``, ``stuck``: indices of gaps that are word spaces, Han-Latin spaces, or may not be opened in
    the last step of stretching (4.2). ``plain``: all glyphs are of one face and weight. ``regular``: every Han
    character fills its em. ``shifts``: for each atom the advance after it, beyond its glyph's own, that the natural
    gaps ask for (thousandths of an em).
    """

    __slots__ = (
        "breaks", "glue", "glyphs", "kinds", "latin", "looks", "plain", "regular", "shifts", "shrink", "spaces",
        "stuck", "texts",
    )  # fmt: skip

    def __init__(self) -> None:
        self.texts: Sequence[str] = ""
        self.glyphs: list[Glyph] = []
        self.kinds: list[int] = []
        self.looks: list[int] = []  # index of the run
        self.glue: list[float] = []
        self.breaks: list[int] = []
        self.shifts: list[float] = []
        self.shrink: list[float] = []
        self.spaces: list[int] = []
        self.latin: list[int] = []
        self.stuck: list[int] = []
        self.plain = False
        self.regular = False


def make_atoms(runs: Sequence[Run], tables: Sequence[Glyphs], sink: Diagnostics, spot: Spot | None) -> Atoms:
    """The atoms of ``runs``; ``tables[i]`` is the face of run i. Missing glyphs are reported and left blank."""
    atoms = Atoms()
    texts: Sequence[str] = ""
    for index, (run, table) in enumerate(zip(runs, tables, strict=True)):
        text = run.text
        glyphs = list(map(table.__getitem__, text))
        kinds = [glyph.kind for glyph in glyphs]
        parts: Sequence[str] = text
        if "—" in text or "…" in text or "’" in text or "http" in text or "www." in text:
            parts, glyphs, kinds = _special(text, glyphs, kinds, table)
        texts = [*texts, *parts] if index else parts
        atoms.glyphs += glyphs
        atoms.kinds += kinds
        atoms.looks += [index] * len(kinds)
        if table.missing:
            _report_missing(text, table, sink, spot)
    atoms.texts = texts
    atoms.plain = len(runs) == 1 and not tables[0].mixed
    atoms.regular = not any(table.irregular for table in tables)
    if Class.SP in atoms.kinds:
        _replace_spaces(atoms)
    if atoms.kinds:
        _gaps(atoms)
    return atoms


def _report_missing(text: str, table: Glyphs, sink: Diagnostics, spot: Spot | None) -> None:
    for char in sorted(table.missing & set(text)):
        where = spot if spot is None else msgspec.structs.replace(spot, find=char)
        sink.error("font-glyph-missing", where, char=char, codepoint=f"U+{ord(char):04X}", faces="、".join(FACE_NAMES))


def _special(
    text: str, glyphs: list[Glyph], kinds: list[int], table: Glyphs
) -> tuple[Sequence[str], list[Glyph], list[int]]:
    """Text with dashes, ellipses, apostrophes or addresses."""
    parts: Sequence[str] = text
    for found in _URL.finditer(text):
        for at in range(*found.span()):
            kinds[at] = Class.URL
    for at, char in enumerate(text):
        if char == "…":
            kinds[at] = Class.ELL
            glyphs[at] = _rebodied(glyphs[at], Class.ELL, 1.0)
        elif char == "’" and _is_letter(text[at - 1 : at]) and _is_letter(text[at + 1 : at + 2]):
            kinds[at] = Class.LAT
            glyphs[at] = _rebodied(glyphs[at], Class.LAT, glyphs[at].advance)
        elif char == "—" and (text[at + 1 : at + 2] == "—" or text[at - 1 : at] == "—"):
            kinds[at] = Class.DSH
    if table.dash is not None and "——" in text:
        parts = []
        joined: list[Glyph] = []
        merged: list[int] = []
        at = 0
        while at < len(text):
            pair = text[at : at + 2] == "——"
            parts.append("——" if pair else text[at])
            joined.append(table.dash if pair else glyphs[at])
            merged.append(kinds[at])
            at += 2 if pair else 1
        return parts, joined, merged
    return parts, glyphs, kinds


def _rebodied(glyph: Glyph, kind: int, body: float) -> Glyph:
    """``glyph`` as another class, centred in ``body``."""
    shift = (body - glyph.advance) / 2
    return msgspec.structs.replace(glyph, kind=kind, body=body, shift=shift, tail=shift)


def _is_letter(char: str) -> bool:
    return char.isalpha() and char < "\u2e80"


def _replace_spaces(atoms: Atoms) -> None:
    """A single typed space between Han and Latin is the layout's space, not a character (5.1)."""
    kinds = atoms.kinds
    drop = [
        index
        for index in range(1, len(kinds) - 1)
        if kinds[index] == Class.SP
        and Class.HAN in (kinds[index - 1], kinds[index + 1])
        and (kinds[index - 1] in _WESTERN or kinds[index + 1] in _WESTERN)
    ]
    texts = list(atoms.texts)
    for index in reversed(drop):
        del texts[index], atoms.glyphs[index], kinds[index], atoms.looks[index]
    atoms.texts = texts


def _gaps(atoms: Atoms) -> None:
    """Every gap by the classes of its neighbours. Between two Han characters nothing needs looking up."""
    kinds, glyphs = atoms.kinds, atoms.glyphs
    count = len(kinds)
    atoms.glue, atoms.shrink, atoms.shifts = [0.0] * count, [0.0] * count, [0.0] * count
    atoms.breaks = [1] * count
    atoms.breaks[0] = 0
    if atoms.regular:
        # HAN is 0: a gap needs looking up where either neighbour is something else
        where: Iterable[int] = compress(range(1, count), map(or_, kinds, kinds[1:]))
    else:
        where = range(1, count)
    glue, shrink, breaks, shifts = atoms.glue, atoms.shrink, atoms.breaks, atoms.shifts
    for index in where:
        pair = kinds[index - 1] * COUNT + kinds[index]
        gap = GLUE[pair]
        if gap:
            glue[index] = gap
            shrink[index] = SHRINKS[pair]
        breaks[index] = BREAKS[pair]
        if not STRETCHES[pair]:
            atoms.stuck.append(index)
        if _LATIN[pair]:
            atoms.latin.append(index)
        shift = glyphs[index - 1].tail + glyphs[index].shift + gap
        if shift:  # round: below a hundredth of a thousandth of an em is what floats make of nothing
            shifts[index - 1] = round(shift * 1000, 2)
    _refine(atoms, atoms.texts if isinstance(atoms.texts, str) else "".join(atoms.texts))


_LATIN = tuple(
    Class.HAN in pair and not {*_WESTERN, Class.URL}.isdisjoint(pair) for pair in product(range(COUNT), repeat=2)
)


def _refine(atoms: Atoms, text: str) -> None:
    """The rules that look at more than two classes."""
    present, breaks = set(atoms.kinds), atoms.breaks
    index_of = _index_of(atoms, text)
    if Class.NUM in present:
        for found in _MEASURED.finditer(text):
            at = index_of(found.end())
            if breaks[at]:
                breaks[at] = 2
        for found in _UNIT.finditer(text):
            breaks[index_of(found.end())] = 0
    for kind in (Class.DSH, Class.ELL):
        if kind in present:
            _keep_pairs(atoms, kind)
    if (Class.SUF in present or Class.PRE in present) and not FULL_WIDTH_AFFIXES.isdisjoint(text):
        _no_space_at_affixes(atoms)
    if Class.SP in present:
        atoms.spaces = [index for index, kind in enumerate(atoms.kinds) if kind == Class.SP and index]
    if Class.URL in present:
        _url_breaks(atoms)
    if Class.FS in present and ("？" in text or "！" in text):
        for found in _DOUBLED.finditer(text):
            _narrow(atoms, index_of(found.end()))
    label = _LABEL.match(text[:8])
    if label and len(label[0]) < len(breaks):
        breaks[len(label[0])] = 0  # a label keeps a character of its text (2.2 g)


class _index_of:  # noqa: N801  # a function with a table
    """Offset in the text -> index of the atom there; only dashes of two characters make them differ."""

    def __init__(self, atoms: Atoms, text: str) -> None:
        self.starts: list[int] | None = None
        if len(text) != len(atoms.kinds):
            self.starts, at = [], 0
            for part in atoms.texts:
                self.starts.append(at)
                at += len(part)

    def __call__(self, offset: int) -> int:
        return offset if self.starts is None else bisect_left(self.starts, offset)


def _keep_pairs(atoms: Atoms, kind: int) -> None:
    """No break inside —— and ……, counted from the beginning of their run."""
    kinds, texts = atoms.kinds, atoms.texts
    run = 0
    for index, one in enumerate(kinds):
        run = run + 1 if one == kind and len(texts[index]) == 1 else 0
        if run and run % 2 == 0:
            atoms.breaks[index] = 0


def _no_space_at_affixes(atoms: Atoms) -> None:
    """Full-width signs bring their own blank."""
    texts, glue = atoms.texts, atoms.glue
    kept = []
    for index in atoms.latin:
        if texts[index] in FULL_WIDTH_AFFIXES or texts[index - 1] in FULL_WIDTH_AFFIXES:
            atoms.shifts[index - 1] = round(atoms.shifts[index - 1] - glue[index] * 1000, 2)
            glue[index] = atoms.shrink[index] = 0.0
        else:
            kept.append(index)
    atoms.latin = kept


def _url_breaks(atoms: Atoms) -> None:
    """Breaks inside an address after / ? & = # _ . - : with at least three characters on each side (2.3)."""
    kinds, texts = atoms.kinds, atoms.texts
    start = 0
    while start < len(kinds):
        if kinds[start] != Class.URL:
            start += 1
            continue
        end = start
        while end < len(kinds) and kinds[end] == Class.URL:
            end += 1
        for index in range(start + 3, end - 2):
            if texts[index - 1] in _AFTER_URL and texts[index] not in _AFTER_URL:
                atoms.breaks[index] = 1
        start = end


def _narrow(atoms: Atoms, after: int) -> None:
    """Two of ？！ share one em (GB/T 15834 5.1.2): the second has no blank of its own."""
    if after < len(atoms.kinds):
        kinds, glue = atoms.kinds, atoms.glue[after]
        atoms.glue[after] = max(0.0, glue - 0.5)
        atoms.shifts[after - 1] = round(atoms.shifts[after - 1] + (atoms.glue[after] - glue) * 1000, 2)
        atoms.shrink[after] = shrinks(kinds[after - 1], kinds[after], atoms.glue[after])
