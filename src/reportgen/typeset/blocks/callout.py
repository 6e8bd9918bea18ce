"""A remark set off by a rule at its left."""

import msgspec

from reportgen.model.blocks import Callout
from reportgen.typeset.headings import HeadingStack, SetBlock, set_children
from reportgen.typeset.pages.piece import Piece, Rule, indented
from reportgen.typeset.setting import Setting, set_text

_RULE = 3.0
_INSET = 1.5  # em of the body


def set_callout(block: Callout, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """Title and children, moved in, with a rule of the secondary colour beside each piece."""
    inset = _INSET * setting.style("body").size
    inner = setting.narrowed(setting.measure - inset, "callout")
    pieces: list[Piece] = []
    above = HeadingStack(setting, setting.theme.page.depth - setting.room(id))
    if block.title is not None:
        pieces += set_text(inner, setting.runs(block.title), "callout_title", title=True)
        above.add(pieces)
    pieces += set_children(block.blocks, id, inner, set_child, above)
    rule = Rule(_RULE, setting.colour("secondary"))
    moved = []
    for index, piece in enumerate(pieces):
        moved.append(indented(piece, inset, rule, piece.before if index else 0.0))
    if moved:
        moved[0] = msgspec.structs.replace(moved[0], before=setting.grid, snap=True)
        moved[-1] = msgspec.structs.replace(moved[-1], after=setting.grid)
    return moved
