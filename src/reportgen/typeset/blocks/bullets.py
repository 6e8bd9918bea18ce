"""Lists: marks and numbers hang, so do words before a list (附件：), 一是 二是 run in with the text (6.2)."""

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Bullets
from reportgen.model.inlines import Prose
from reportgen.model.numerals import spoken_label
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text
from reportgen.typeset.text import SetLine

_MARK = 0.3  # side of an unordered item's mark, em
_LEAST = 8.0  # em that items after words before the list must have
_GAP = 0.5  # between a label and its text, em


def set_bullets(block: Bullets, setting: Setting) -> list[Piece]:
    """The items below each other, without space between them."""
    if block.style == "spoken":
        pieces: list[Piece] = []
        for position, item in enumerate(block.items, 1):
            spoken = Run(spoken_label(position), strong=True)
            pieces += set_text(setting, (spoken, *setting.runs(item)), "body")
        return pieces
    if block.lead is not None:
        return _led(block.lead, block, setting)
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


def _led(lead: Prose, block: Bullets, setting: Setting) -> list[Piece]:
    """Words of the first item's line, then all items below each other: 附件：1.甲 / 2.乙 (GB/T 9704 7.3.4)."""
    style = setting.style("list")
    size = style.size
    runs = setting.runs(lead)
    left = 2 * size
    words = setting.line_of(runs, "list")
    # with the blank of its last mark, which a line of its own would not have
    numbers_at = left + setting.line_of((*runs, Run("口")), "list").width - size
    labels = [
        setting.line(f"{position}." if block.ordered else "", "list") for position in range(1, len(block.items) + 1)
    ]
    hang = numbers_at + max(label.width for label in labels)
    apart = hang > setting.measure - _LEAST * size or "\n" in words.text
    if apart:  # words as long as a sentence stand on lines of their own
        hang = left + max(label.width for label in labels)
    foot = setting.baseline(style.leading, size)
    pieces = set_text(setting, runs, "list", left=left) if apart else []
    if pieces:
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=2)
    for position, (item, label) in enumerate(zip(block.items, labels, strict=True)):
        lines = set_text(setting, setting.runs(item), "list", left=hang) or [Piece(style.leading, snap=True)]
        before = ((left, foot, words),) if position == 0 and not apart else ()
        label_at = hang - label.width
        lines[0] = msgspec.structs.replace(lines[0], lines=(*before, (label_at, foot, label), *lines[0].lines))
        pieces += lines
    pieces[0] = msgspec.structs.replace(pieces[0], before=setting.grid)
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
