"""Where Word breaks the words of a cell, and how far to move its right edge in for it to break them at a word.

Word breaks between any two characters: 供热和燃|气 is what a narrow column makes of a label. No character is put in
that an editor would meet: the edge of that one paragraph stands further in.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reportgen.model.pieces import atoms_of, is_scrap, within_quantities
from reportgen.model.words import inner_breaks
from reportgen.word.runs import twips
from reportgen.word.story import Story
from reportgen.word.table_widths import text_width

_SLACK = 0.3  # em: what the moved edge leaves, for widths that are not quite those reckoned with
_NARROW = 0.5  # of the room: no edge is moved further in than that
_QUANTITY = 3  # so many words are rather parted than a figure from its unit
_MOST = 6  # lines: longer cells are read as text


@lru_cache(maxsize=4096)
def moved_in(text: str, room: float, *, words: bool = True) -> float:
    """How many em the right edge of a cell of ``room`` em stands further in, so that the lines end well.

    As many lines as before, the last of two characters at least, as few breaks as can be inside words, fewer still
    inside quantities. 0.0: as it is.
    """
    if text_width(text) <= room:
        return 0.0
    atoms = atoms_of(text)
    edges = [text_width("".join(atoms[:end])) for end in range(len(atoms) + 1)]  # with the blanks between them
    widths = [after - before for before, after in pairwise(edges)]
    before = _ends(widths, room)
    if not 1 < len(before) <= _MOST:
        return 0.0
    inside = dict.fromkeys(inner_breaks(text) if words else (), 1) | dict.fromkeys(within_quantities(text), _QUANTITY)
    best, found = _faults(atoms, before, inside), 0.0
    passed = 0.0
    for width in widths:
        passed += width
        if not _NARROW * room <= passed or passed + _SLACK >= room:
            continue
        ends = _ends(widths, passed)
        faults = _faults(atoms, ends, inside)
        # of equal ones the widest
        if len(ends) == len(before) and (faults < best or (found and faults == best)):
            best, found = faults, room - passed - _SLACK
    return found


def aside_of(text: str, role: str, room: float, story: Story) -> float:
    """How many points the right edge of a paragraph in ``role``, ``room`` points wide, stands further in."""
    if "\n" in text:
        return 0.0
    em = story.sheet.look(role).size + story.sheet.number(role, "tracking")
    return moved_in(text, room / em, words=story.theme.typography.word_breaks != "none") * em


def ended(text: str, role: str, room: float, story: Story) -> str:
    """``w:ind`` of a paragraph whose lines would end badly, else ""; arguments as of ``aside_of``."""
    aside = aside_of(text, role, room, story)
    if not aside:
        return ""
    if story.draft.styles[role].align == "center":
        return f'<w:ind w:left="{twips(aside / 2)}" w:right="{twips(aside / 2)}"/>'
    return f'<w:ind w:right="{twips(aside)}"/>'


def _ends(widths: Sequence[float], room: float) -> list[int]:
    """Where lines of ``room`` end: counts of atoms."""
    ends: list[int] = []
    used = 0.0
    for at, width in enumerate(widths):
        if used and used + width > room + 1e-6:
            ends.append(at)
            used = 0.0
        used += width
    return [*ends, len(widths)]


def _faults(atoms: Sequence[str], ends: Sequence[int], inside: Mapping[int, int]) -> tuple[bool, int]:
    """Whether the last line is a scrap, and how bad it is where lines end inside words and quantities."""
    last = "".join(atoms[ends[-2] :]) if len(ends) > 1 else ""
    offsets = [sum(len(atom) for atom in atoms[:end]) for end in ends[:-1]]
    return bool(last) and is_scrap(last), sum(inside.get(offset, 0) for offset in offsets)
