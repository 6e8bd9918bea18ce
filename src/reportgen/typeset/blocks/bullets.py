"""Lists: marks and numbers hang, 一是 二是 runs in with the text (typography specification 6.2)."""

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Bullets
from reportgen.model.numerals import spoken_label
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text
from reportgen.typeset.text import SetLine

_MARK = 0.3  # side of an unordered item's mark, em
_GAP = 0.5  # between a label and its text, em


def set_bullets(block: Bullets, setting: Setting) -> list[Piece]:
    """The items below each other, without space between them."""
    if block.style == "spoken":
        pieces: list[Piece] = []
        for position, item in enumerate(block.items, 1):
            spoken = Run(spoken_label(position), strong=True)
            pieces += set_text(setting, (spoken, *setting.runs(item)), "body")
        return pieces
    if block.ordered and setting.theme.looks.ordered == "run-in":
        return _run_in(block, setting)
    labels = [setting.line(f"{position}.", "list") for position in range(1, len(block.items) + 1)]
    size = setting.style("list").size
    hang = 2 * size
    if block.ordered:
        hang = max(hang, max(label.width for label in labels) + _GAP * size)
    pieces = []
    for item, label in zip(block.items, labels, strict=True):
        lines = set_text(setting, setting.runs(item), "list", left=hang)
        if lines:
            lines[0] = _labelled(lines[0], label if block.ordered else None, hang, setting)
        pieces += lines
    return pieces


def _run_in(block: Bullets, setting: Setting) -> list[Piece]:
    """Numbered paragraphs: indented like any other, with flush lines below the first (回行顶格)."""
    pieces: list[Piece] = []
    for position, item in enumerate(block.items, 1):
        pieces += set_text(setting, (Run(f"{position}."), *setting.runs(item)), "body")
    return pieces


def _labelled(piece: Piece, label: SetLine | None, hang: float, setting: Setting) -> Piece:
    """The first line of an item with its number flush with the text, or its mark."""
    style = setting.style("list")
    foot = setting.baseline(style.leading, style.size)
    if label is not None:
        x = hang - label.width - _GAP * style.size
        return msgspec.structs.replace(piece, lines=((x, foot, label), *piece.lines))
    side = _MARK * style.size
    centre = foot - 0.38 * style.size  # the middle of the em box
    mark: Mark = Rect(hang - style.size - side / 2, centre - side / 2, side, side, setting.colour("primary"))
    return msgspec.structs.replace(piece, under=(mark, *piece.under))
