"""A remark set off by a rule at its left, or on a tint."""

import msgspec

from reportgen.model.blocks import Callout
from reportgen.typeset.headings import HeadingStack, SetBlock, set_children
from reportgen.typeset.pages.piece import Piece, Rule, indented
from reportgen.typeset.setting import Setting, set_text
from reportgen.typeset.shapes import FOOT, TOP, Corners, box

_RULE = 3.0
_INSET = 1.5  # em of the body
_RADIUS = 8.5


def set_callout(block: Callout, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """Title and children, moved in, with a rule of the secondary colour beside each piece, or a panel below it."""
    tinted = setting.theme.looks.callout == "tinted"
    inset = _INSET * setting.style("body").size
    inner = setting.narrowed(setting.measure - inset * (2 if tinted else 1), "callout")
    pieces: list[Piece] = []
    above = HeadingStack(setting, setting.theme.page.depth - setting.room(id))
    if block.title is not None:
        pieces += set_text(inner, setting.runs(block.title), "callout_title", title=True)
        above.add(pieces)
    pieces += set_children(block.blocks, id, inner, set_child, above)
    tint = setting.hue(id.split("/")[0]).tint
    rule = Rule(setting.measure, tint) if tinted else Rule(_RULE, setting.colour("secondary"))
    moved: list[Piece] = []
    blank = 0.0
    for piece in pieces:
        if tinted and moved:  # off the grid: the panel goes on between them
            piece = msgspec.structs.replace(piece, snap=False)
        moved.append(indented(piece, inset, rule, max(blank, piece.before) if moved else 0.0))
        blank = piece.after if tinted else 0.0
    if moved and tinted:
        moved[0] = msgspec.structs.replace(moved[0], before=0.0, snap=False)
        moved = [_edge(TOP, tint, setting), *moved, _edge(FOOT, tint, setting)]
        moved[-2] = msgspec.structs.replace(moved[-2], keep=max(1, moved[-2].keep), after=0.0)
    if moved:
        moved[0] = msgspec.structs.replace(moved[0], before=setting.grid, snap=True)
        moved[-1] = msgspec.structs.replace(moved[-1], after=setting.grid)
    return moved


def _edge(corners: Corners, tint: str, setting: Setting) -> Piece:
    """The upper or the lower end of a panel."""
    height = setting.grid / 2
    return Piece(
        height, under=(box((0.0, 0.0), (setting.measure, height), _RADIUS, tint, corners),), keep=int(corners is TOP)
    )
