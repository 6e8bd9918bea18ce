"""A quotation set apart, in Kai, two characters in (typography specification 6.1, 6.3)."""

import msgspec

from reportgen.model.blocks import Quote
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text


def set_quote(block: Quote, setting: Setting) -> list[Piece]:
    """Its paragraphs, then who said it, flush right after a dash."""
    pieces = [piece for paragraph in block.text for piece in set_text(setting, setting.runs(paragraph), "quote")]
    if block.by is not None:
        if pieces:
            pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        pieces += set_text(setting, (Run("——"), *setting.runs(block.by)), "quote_by")
    return pieces
