"""Runs into atoms: characters with class, width, glyph and face, and what may happen between neighbours.

An atom is one character with what combines with it; a pair of long dashes that the face draws as one glyph is one atom.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import or_

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.fonts import FACE_NAMES
from reportgen.model.runs import Run
from reportgen.typeset.text.classes import COUNT, FULL_WIDTH_AFFIXES, WESTERN, Class
from reportgen.typeset.text.glyphs import JOINED, SOFT_HYPHEN, Glyph, Glyphs, apart
from reportgen.typeset.text.hyphenation import soft_hyphens
from reportgen.typeset.text.reclassify import address_breaks, reclassify
from reportgen.typeset.text.rules import ALLOWED, DISCOURAGED, FORBIDDEN, SOFT, STUCK, Rules
from reportgen.typeset.text.unbreakable import date_joints, refinements

_DOUBLED = re.compile("(?<![？！])[？！]{2}(?![？！])")
_LEADING = "\u3000 \t"
_LEAST_WORD_SPACE = 0.25  # em (4.1)
_HYPHENATED = (Class.LAT, Class.NUM)
_NAME = 4  # Han: a proper name of so many is never broken (2.2 j)


class Atoms:
    """A paragraph's atoms as parallel lists; index i of ``glue``, ``breaks``, ``shrink`` is the gap before atom i.

    ``breaks``: codes of rules.PENALTIES. ``spaces``, ``latin``, ``stuck``: indices of gaps that are word spaces,
    Han-Latin spaces, or may not be opened in the last step of stretching (4.2). ``plain``: all glyphs are of one face
    and weight. ``regular``: every Han character fills its em. ``shifts``: for each atom the advance after it, beyond
    its glyph's own, that the natural gaps ask for (thousandths of an em). ``hyphens``: what is added where a word is
    hyphenated, by runs; none where no word may be.
    """

    __slots__ = (
        "breaks", "glue", "glyphs", "hyphens", "kinds", "latin", "looks", "plain", "regular", "rules", "shifts",
        "shrink", "spaces", "stuck", "texts",
    )  # fmt: skip

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
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
        self.hyphens: tuple[Glyph, ...] = ()


def make_atoms(
    runs: Sequence[Run], tables: Sequence[Glyphs], rules: Rules, sink: Diagnostics, spot: Spot | None
) -> Atoms:
    """The atoms of ``runs``; ``tables[i]`` is the face of run i. Missing glyphs are reported and left blank."""
    atoms = Atoms(rules)
    parts: list[str] = []
    for index, (run, table) in enumerate(zip(runs, tables, strict=True)):
        text = run.text if atoms.kinds or run.text[:1] not in _LEADING else run.text.lstrip(_LEADING)
        glyphs = list(map(table.__getitem__, text))
        if table.combining and not text.isascii():
            text = unicodedata.normalize("NFC", text)
            glyphs = list(map(table.__getitem__, text))
        if run.note:
            glyphs = list(map(table.note, text))
        if run.spaced:
            glyphs[:-1] = [apart(glyph) for glyph in glyphs[:-1]]
        atoms.glyphs += glyphs
        atoms.kinds += [glyph.kind for glyph in glyphs]
        atoms.looks += [index] * len(glyphs)
        parts.append(text)
        if table.missing:
            _report_missing(text, table, sink, spot)
    text = parts[0] if len(parts) == 1 else "".join(parts)
    atoms.texts = text
    atoms.plain = len(runs) == 1 and not tables[0].mixed and not runs[0].note
    atoms.regular = not any(table.irregular for table in tables) and not any(run.spaced for run in runs)
    at_tables = [tables[0]] * len(text) if len(tables) == 1 else [tables[look] for look in atoms.looks]
    atoms.texts = reclassify(text, atoms.glyphs, atoms.kinds, at_tables)
    if "——" in text:
        _join_dashes(atoms, tables)
    if any(table.combining for table in tables):
        _join_combining(atoms)
    if Class.SP in atoms.kinds:
        _replace_spaces(atoms)
    soft = _take_soft_hyphens(atoms) if any(table.soft for table in tables) and SOFT_HYPHEN in text else []
    if atoms.kinds:
        _gaps(atoms, any(table.wide for table in tables))
        if any(table.beyond for table in tables):
            _close_beyond(atoms)
        _keep_names(atoms, runs)
        if rules.typography.hyphenate and Class.LAT in atoms.kinds:
            _hyphenate(atoms, tables)
        if soft:
            _allow_hyphens(atoms, tables, soft)
    return atoms


def _report_missing(text: str, table: Glyphs, sink: Diagnostics, spot: Spot | None) -> None:
    for char in sorted(table.missing & set(text)):
        where = spot if spot is None else msgspec.structs.replace(spot, find=char)
        sink.error("font-glyph-missing", where, char=char, codepoint=f"U+{ord(char):04X}", faces="、".join(FACE_NAMES))


def _join_dashes(atoms: Atoms, tables: Sequence[Glyphs]) -> None:
    """—— as one glyph where the face has it, both dashes being of one run."""
    texts, glyphs, kinds, looks = list(atoms.texts), atoms.glyphs, atoms.kinds, atoms.looks
    at = 0
    while at + 1 < len(texts):
        if texts[at] == "—" == texts[at + 1]:
            dash = tables[looks[at]].dash
            if dash is not None and looks[at] == looks[at + 1]:
                texts[at : at + 2], glyphs[at : at + 2] = ["——"], [dash]
                del kinds[at + 1], looks[at + 1]
                at += 1
                continue
            at += 1
        at += 1
    atoms.texts = texts


def _join_combining(atoms: Atoms) -> None:
    """Variation selectors and joiners become part of the atom before them: marks are compressed through them (3.2)."""
    found = [index for index, text in enumerate(atoms.texts) if text in JOINED]
    if not found:
        return
    texts = list(atoms.texts)
    for index in reversed(found):
        if index:
            texts[index - 1] += texts[index]
        del texts[index], atoms.glyphs[index], atoms.kinds[index], atoms.looks[index]
    atoms.texts = texts


def _replace_spaces(atoms: Atoms) -> None:
    """A single typed space between Han and Latin is the layout's space, not a character (5.1)."""
    kinds = atoms.kinds
    drop = [
        index
        for index in range(1, len(kinds) - 1)
        if kinds[index] == Class.SP
        and Class.HAN in (kinds[index - 1], kinds[index + 1])
        and (kinds[index - 1] in WESTERN or kinds[index + 1] in WESTERN)
    ]
    if not drop:
        return
    texts = list(atoms.texts)
    for index in reversed(drop):
        del texts[index], atoms.glyphs[index], kinds[index], atoms.looks[index]
    atoms.texts = texts


def _gaps(atoms: Atoms, wide: bool) -> None:
    """Every gap by the classes of its neighbours. Between two Han characters nothing needs looking up."""
    kinds, glyphs, rules = atoms.kinds, atoms.glyphs, atoms.rules
    count = len(kinds)
    atoms.glue, atoms.shrink, atoms.shifts = [0.0] * count, [0.0] * count, [0.0] * count
    atoms.breaks = [ALLOWED] * count
    atoms.breaks[0] = FORBIDDEN
    if atoms.regular:
        # HAN is 0: a gap needs looking up where either neighbour is something else
        where: Iterable[int] = compress(range(1, count), map(or_, kinds, kinds[1:]))
    else:
        where = range(1, count)
    glue, shrink, breaks, shifts = atoms.glue, atoms.shrink, atoms.breaks, atoms.shifts
    pairs, stuck, latin = rules.pairs, atoms.stuck, atoms.latin
    for index in where:
        gap, give, breaks[index], special = pairs[kinds[index - 1] * COUNT + kinds[index]]
        if gap:
            glue[index] = gap
            shrink[index] = give
        if special:
            (stuck if special == STUCK else latin).append(index)
        shift = glyphs[index - 1].tail + glyphs[index].shift + gap
        if shift:  # round: below a hundredth of a thousandth of an em is what floats make of nothing
            shifts[index - 1] = round(shift * 1000, 2)
    if wide:
        _narrow_blanks(atoms)
    _refine(atoms, atoms.texts if isinstance(atoms.texts, str) else "".join(atoms.texts))


def _close_beyond(atoms: Atoms) -> None:
    """No gap opens between two characters beyond the BMP: readers would see a blank there and cannot be told."""
    texts = atoms.texts
    where = [index for index in range(1, len(texts)) if texts[index] > "\uffff" and texts[index - 1] > "\uffff"]
    if where:
        atoms.stuck = sorted({*atoms.stuck, *where})


def _narrow_blanks(atoms: Atoms) -> None:
    """A mark whose ink needs more than half an em has so much less blank (1.3)."""
    for index, (kind, glyph) in enumerate(zip(atoms.kinds, atoms.glyphs, strict=True)):
        more = glyph.body - 0.5
        if kind not in (Class.OP, Class.CL, Class.CM, Class.FS) or more <= 0 or glyph.body >= 1.0:
            continue
        gap = index if kind == Class.OP else index + 1
        if gap and gap < len(atoms.kinds):
            _set_glue(atoms, gap, max(0.0, atoms.glue[gap] - more))


def _set_glue(atoms: Atoms, index: int, glue: float) -> None:
    """Another natural gap before atom ``index``, with what it may shrink by."""
    kinds = atoms.kinds
    atoms.shifts[index - 1] = round(atoms.shifts[index - 1] + (glue - atoms.glue[index]) * 1000, 2)
    atoms.glue[index] = glue
    atoms.shrink[index] = atoms.rules.shrinks(kinds[index - 1], kinds[index], glue)


def _refine(atoms: Atoms, text: str) -> None:
    """The rules that look at more than two classes."""
    present, breaks = set(atoms.kinds), atoms.breaks
    index_of = AtomIndex(atoms, text)
    if Class.URL in present:
        for index in address_breaks(atoms.texts, atoms.kinds):
            breaks[index] = ALLOWED
    for offset, code in refinements(text, Class.NUM in present, Class.LAT in present):
        index = index_of(offset)
        if index >= len(breaks) or (code == DISCOURAGED and breaks[index] != ALLOWED):
            continue
        if atoms.kinds[index] != Class.URL or atoms.kinds[index - 1] != Class.URL:
            breaks[index] = code
    if (Class.SUF in present or Class.PRE in present) and any(sign in text for sign in FULL_WIDTH_AFFIXES):
        _no_space_at_affixes(atoms)
    if atoms.rules.typography.date_tight and Class.NUM in present:
        tight = {index_of(offset) for offset in date_joints(text)}
        _no_space(atoms, [index for index in atoms.latin if index in tight])
    if Class.SP in present:
        _word_spaces(atoms)
    if Class.FS in present and ("？" in text or "！" in text):
        for found in _DOUBLED.finditer(text):
            after = index_of(found.end())  # two of them share one em: the second has no blank (GB/T 15834 5.1.2)
            if after < len(breaks):
                _set_glue(atoms, after, max(0.0, atoms.glue[after] - 0.5))


class AtomIndex:
    """Offset in the text -> index of the atom there; only atoms of several characters make them differ."""

    def __init__(self, atoms: Atoms, text: str) -> None:
        self.starts: list[int] | None = None
        if len(text) != len(atoms.kinds):
            self.starts, at = [], 0
            for part in atoms.texts:
                self.starts.append(at)
                at += len(part)

    def __call__(self, offset: int) -> int:
        """The index of the atom at ``offset``."""
        return offset if self.starts is None else bisect_left(self.starts, offset)


def _no_space_at_affixes(atoms: Atoms) -> None:
    """Full-width signs bring their own blank."""
    texts = atoms.texts
    _no_space(
        atoms,
        [at for at in atoms.latin if texts[at] in FULL_WIDTH_AFFIXES or texts[at - 1] in FULL_WIDTH_AFFIXES],
    )


def _no_space(atoms: Atoms, where: Sequence[int]) -> None:
    """No Han-Latin space at the gaps ``where``."""
    for index in where:
        _set_glue(atoms, index, 0.0)
    dropped = set(where)
    atoms.latin = [index for index in atoms.latin if index not in dropped]


def _word_spaces(atoms: Atoms) -> None:
    """Word spaces: they open first, and shrink to a quarter of an em where the face's are wider (4.1, 4.2)."""
    atoms.spaces = [index for index, kind in enumerate(atoms.kinds) if kind == Class.SP and index]
    for index in atoms.spaces:
        body = atoms.glyphs[index].body
        if body > _LEAST_WORD_SPACE:
            atoms.shrink[index] = body - _LEAST_WORD_SPACE


def _hyphenate(atoms: Atoms, tables: Sequence[Glyphs]) -> None:
    """Allow breaks in long Latin words, at a price (2.3)."""
    text = "".join(atoms.texts)
    index_of = AtomIndex(atoms, text)
    _allow_hyphens(atoms, tables, [index_of(offset) for offset in soft_hyphens(text)])


def _allow_hyphens(atoms: Atoms, tables: Sequence[Glyphs], where: Sequence[int]) -> None:
    """A hyphen may be added before the atoms ``where``, but between letters and figures only."""
    kinds, breaks = atoms.kinds, atoms.breaks
    atoms.hyphens = tuple(table["-"] for table in tables)
    for index in where:
        if not breaks[index] and kinds[index - 1] in _HYPHENATED and kinds[index] in _HYPHENATED:
            breaks[index] = SOFT


def _take_soft_hyphens(atoms: Atoms) -> list[int]:
    """Take the author's soft hyphens out; the atoms before which they stood, but at the edges of the text.

    They are no text until a line ends there (Unicode Standard Annex 14, SHY).
    """
    texts, kept, where = list(atoms.texts), list[int](), list[int]()
    for index, text in enumerate(texts):
        if text[0] == SOFT_HYPHEN:  # with a joiner behind it
            where.append(len(kept))
        else:
            kept.append(index)
    atoms.texts = [texts[index] for index in kept]
    atoms.glyphs = [atoms.glyphs[index] for index in kept]
    atoms.kinds = [atoms.kinds[index] for index in kept]
    atoms.looks = [atoms.looks[index] for index in kept]
    return [index for index in where if 0 < index < len(kept)]


_NAMES = ("name", "title")  # a term is broken as if nothing were below it


def _keep_names(atoms: Atoms, runs: Sequence[Run]) -> None:
    """A proper name or title under its line: short ones are never broken, longer ones unwillingly (2.2 j, 6.5)."""
    if not any(run.underline in _NAMES for run in runs):
        return
    lengths = [len(run.text) for run in runs]
    for index in range(1, len(atoms.kinds)):
        look = atoms.looks[index]
        before = atoms.looks[index - 1]
        one = look == before or (runs[look].goes_on and before == look - 1)
        if one and runs[look].underline in _NAMES and atoms.breaks[index]:
            atoms.breaks[index] = FORBIDDEN if lengths[look] <= _NAME else DISCOURAGED
