"""Headings inside a section, numbered 一、（一）1.（1） (typography specification 7)."""

import msgspec

from reportgen.model.blocks import Heading
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, in_role
from reportgen.typeset.setting import Setting, set_text


def set_heading(block: Heading, id: str, setting: Setting) -> list[Piece]:
    """A heading that keeps two lines of what follows; no space stands between its number and its text."""
    number = setting.document.numbers.get(id, "")
    runs = (*((Run(number),) if number else ()), *setting.runs(block.text))
    pieces = set_text(setting, runs, f"heading{block.level}", title=True)
    if pieces:
        pieces[0] = msgspec.structs.replace(pieces[0], anchors=(setting.document.anchors[id],), pliable=True)
    return [in_role(piece, f"H{block.level}") for piece in pieces]
