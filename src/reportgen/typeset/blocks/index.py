"""An index: entries under their letters, in two columns, with their pages; furniture all, its words stand elsewhere."""

import msgspec

from reportgen.drawing import Mark
from reportgen.model.document import IndexEntry
from reportgen.model.runs import Run
from reportgen.typeset.pages.columns import ColumnGrid, columns_piece
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import place_line, set_paragraph

_GUTTER = 1.0  # em of body text between two columns
_NARROWEST = 14.0  # em of an entry's type that a column must have, else there is one
_HANG = 1.0  # em: lines below an entry's first
_UNKNOWN = "88"  # stands for a page number until it is known
_APART = "、"


def set_index(id: str, setting: Setting) -> list[Piece]:
    """The letters and their entries; a letter keeps its first entry."""
    gutter = _GUTTER * setting.style("body").size
    half = (setting.measure - gutter) / 2
    single = half < _NARROWEST * setting.style("index").size
    width = setting.measure if single else half
    pieces: list[Piece] = []
    for group in setting.document.indexes[id]:
        entries = [piece for entry in group.entries for piece in _entry(entry, width, setting)]
        if entries:
            pieces += [_letter(group.letter, bool(pieces), setting), *entries]
    if not pieces:
        return []
    if not single:
        grid = ColumnGrid(2, half + gutter, setting.grid, setting.theme.page.depth)
        pieces = [columns_piece(tuple(pieces), grid)]
    pieces[0] = msgspec.structs.replace(pieces[0], before=setting.grid, snap=True)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.grid)
    return pieces


def _letter(letter: str, apart: bool, setting: Setting) -> Piece:
    style = setting.style("index_letter")
    line = setting.line(letter, "index_letter")
    marks = place_line(line, 0.0, setting.baseline(style.leading, style.size))
    return Piece(style.leading, over=as_artifact(*marks), keep=1, before=style.before if apart else 0.0)


def _entry(entry: IndexEntry, width: float, setting: Setting) -> list[Piece]:
    """A piece for each line; the pages lead to where the entry is spoken of. None for one that is nowhere here."""
    style = setting.style("index")
    pages = _pages(entry, setting)
    if not pages:
        return []
    runs = [Run(entry.words + "\u3000")]
    for position, (label, anchor) in enumerate(pages):
        if position:
            runs.append(Run(_APART))
        runs.append(Run(label, strong=anchor == entry.main, link=f"#{anchor}"))
    lines = set_paragraph(
        setting.text, tuple(runs), setting.look("index"), width, justify=False, hang=_HANG * style.size
    )
    first = setting.baseline(style.leading, style.size)
    last = len(lines) - 1
    pieces = []
    for index, line in enumerate(lines):
        marks: tuple[Mark, ...] = place_line(line, _HANG * style.size if index else 0.0, first)
        pieces.append(Piece(style.leading, over=as_artifact(*marks), keep=int(index < last)))
    return pieces


def _pages(entry: IndexEntry, setting: Setting) -> list[tuple[str, str]]:
    """Each page once, in order, with the first anchor on it; its own page comes first where it has any."""
    anchors = (*((entry.main,) if entry.main else ()), *entry.uses)
    if not setting.labels:
        return [(_UNKNOWN, anchor) for anchor in anchors[:2]]
    found: dict[str, str] = {}
    for anchor in anchors:
        label = setting.labels.get(anchor, "")
        if label:
            found.setdefault(label, anchor)
    return sorted(found.items(), key=lambda pair: (not pair[0].isdigit(), int(pair[0]) if pair[0].isdigit() else 0))
