"""Terms explained, in two columns where there is room."""

import msgspec

from reportgen.model.blocks import Glossary
from reportgen.model.glossary import printed_terms
from reportgen.model.runs import Run
from reportgen.typeset.pages.columns import ColumnGrid, columns_piece
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text

_GUTTER = 1.0  # em of body text between two columns
_NARROWEST = 14.0  # em of an entry's type that a column must have, else there is one
_SPACE = "\u3000"  # between a term and what it means


def set_glossary(block: Glossary, id: str, setting: Setting) -> list[Piece]:
    """The entries one below the other, each with its anchor."""
    gutter = _GUTTER * setting.style("body").size
    width = (setting.measure - gutter) / 2
    single = width < _NARROWEST * setting.style("glossary").size
    inner = setting if single else setting.narrowed(width, "glossary")
    pieces: list[Piece] = []
    for index, (address, entry) in enumerate(printed_terms(block, id, setting.document)):
        runs = (Run(entry.term + _SPACE, strong=True), *setting.runs(entry.text))
        lines = [
            msgspec.structs.replace(piece, snap=not index and piece.snap) for piece in set_text(inner, runs, "glossary")
        ]
        lines[0] = msgspec.structs.replace(lines[0], anchors=(setting.document.anchors[address],))
        pieces += lines
    if not pieces:
        return []
    pieces[0] = msgspec.structs.replace(pieces[0], before=setting.grid)
    if single:
        pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.grid)
        return pieces
    piece = columns_piece(tuple(pieces), ColumnGrid(2, width + gutter, setting.grid, setting.theme.page.depth))
    return [msgspec.structs.replace(piece, before=setting.grid, after=setting.grid)]
