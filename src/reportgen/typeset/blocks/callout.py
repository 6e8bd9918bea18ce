"""A remark set off by a rule at its left."""

from collections.abc import Callable

import msgspec

from reportgen.model.blocks import AnyBlock, Callout
from reportgen.typeset.pages.piece import Piece, Rule, indented
from reportgen.typeset.setting import Setting, set_text

SetBlock = Callable[[AnyBlock, str, Setting], list[Piece]]

_RULE = 3.0
_INSET = 1.5  # em of the body


def set_callout(block: Callout, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """Title and children, moved in, with a rule of the secondary colour beside each piece."""
    inset = _INSET * setting.style("body").size
    inner = setting.narrowed(setting.measure - inset, "callout")
    pieces: list[Piece] = []
    if block.title is not None:
        pieces += set_text(inner, setting.runs(block.title), "callout_title", title=True)
    for index, child in enumerate(block.blocks):
        pieces += set_child(child, f"{id}/blocks/{index}", inner)
    rule = Rule(_RULE, setting.colour("secondary"))
    found = []
    for index, piece in enumerate(pieces):
        found.append(indented(piece, inset, rule, piece.before if index else 0.0))
    if found:
        found[0] = msgspec.structs.replace(found[0], before=setting.grid, snap=True)
        found[-1] = msgspec.structs.replace(found[-1], after=setting.grid)
    return found
