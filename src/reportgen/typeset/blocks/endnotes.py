"""Notes gathered at the end of a section or of the booklet."""

import msgspec

from reportgen.model.blocks import EndNotes
from reportgen.typeset.notes import note_pieces
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting


def set_end_notes(block: EndNotes, setting: Setting) -> list[Piece]:
    """The notes one below the other, each with its mark."""
    pieces = [piece for number in block.notes for piece in note_pieces(setting, number)]
    pieces[0] = msgspec.structs.replace(pieces[0], snap=True)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.grid / 2)
    return pieces
