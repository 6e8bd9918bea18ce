"""A QR code with its words beside it."""

from reportgen.model.blocks import Qr
from reportgen.model.runs import Run
from reportgen.qr import shown, written
from reportgen.typeset.codes import code_marks, quiet
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, stacked
from reportgen.units import POINTS_PER_MM

_APART = 14.2  # 5 mm
_LEAST = 80.0  # of the words' room; narrower, and they stand below


def set_qr(block: Qr, setting: Setting) -> list[Piece]:
    """The code at the left; its words begin at its head, its address, as people type it, ends at its foot."""
    contact = setting.document.booklet.report.contact
    address = block.address or (contact.address if contact is not None else "")
    if not address:
        return []  # reported by resolve
    side = min(block.size * POINTS_PER_MM, setting.measure)
    blank = quiet(address, side)
    left = side + max(_APART, blank)
    below = setting.measure - left < _LEAST
    room = setting.measure if below else setting.measure - left
    said = setting.runs(block.caption) if block.caption is not None else ()
    if not said and not block.address and contact is not None:
        said = (Run(contact.words),)
    style, small = setting.style("code_words"), setting.style("code_site")
    words = setting.ragged(said, "code_words", room) if said else ()
    typed = setting.ragged((Run(shown(address), link=written(address)),), "code_site", room, "ink")
    heights = style.leading * len(words), small.leading * len(typed)
    if below:
        x, top = 0.0, side + blank
        height = top + sum(heights)
    else:
        x, top = left, 0.0
        height = max(side, sum(heights))
    lines = stacked(words, style.leading, top + setting.baseline(style.leading, style.size), x)
    first = height - heights[1] + setting.baseline(small.leading, small.size)
    lines += stacked(typed, small.leading, first, x)
    return [
        Piece(
            height, lines, under=code_marks(address, 0.0, 0.0, side, setting), before=max(setting.grid, blank),
            after=max(setting.row, blank), snap=True,
        )
    ]  # fmt: skip
