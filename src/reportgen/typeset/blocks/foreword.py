"""An address to the readers: salutation flush left, paragraphs, signature and date at the right.

The signature stands as in an official document without a seal (GB/T 9704 7.3.5.2): two characters from the right edge,
the date below it begun two characters further right; where the date is the longer, it is the date that keeps the two
characters from the edge.
"""

import msgspec

from reportgen.model.blocks import Foreword
from reportgen.model.runs import Run
from reportgen.model.signature import signed_at
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text

_TOGETHER = 2  # lines: the last of the text that stand with a signature


def set_foreword(block: Foreword, setting: Setting) -> list[Piece]:
    """All of it; the signature never stands alone on a page."""
    pieces: list[Piece] = []
    if block.salutation is not None:
        pieces = set_text(setting, setting.runs(block.salutation), "list")
        pieces = [msgspec.structs.replace(piece, keep=2) for piece in pieces]
    for paragraph in block.text:
        pieces += set_text(setting, setting.runs(paragraph), "body")
    signature = _signature(block, setting)
    for back in range(1, min(_TOGETHER, len(pieces)) + 1 if signature else 1):
        keep = back - 1 + len(signature)
        pieces[-back] = msgspec.structs.replace(pieces[-back], keep=keep)
    return pieces + signature


def _signature(block: Foreword, setting: Setting) -> list[Piece]:
    style = setting.style("list")
    size, room = style.size, setting.measure
    signers = [setting.ragged(setting.runs(by), "list", room - 2 * size) for by in block.by]
    dates = setting.ragged((Run(block.date),), "list", room - 2 * size) if block.date else ()
    widest = max((line.width for lines in signers for line in lines), default=0.0)
    at, date_at = signed_at(room, widest, max((line.width for line in dates), default=0.0), size)
    foot = setting.baseline(style.leading, size)
    placed = [(max(0.0, at), line) for lines in signers for line in lines]
    placed += [(max(0.0, date_at), line) for line in dates]
    pieces = []
    for index, (x, line) in enumerate(placed):
        before = 0.0 if index else setting.grid
        keep = int(index < len(placed) - 1)
        pieces.append(Piece(style.leading, ((x, foot, line),), before=before, snap=True, keep=keep))
    if pieces:
        pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.grid)
    return pieces
