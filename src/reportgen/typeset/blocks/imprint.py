"""Imprint and notes on the data: a label and what is said of it in each row, with rules between."""

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Imprint
from reportgen.model.imprint import imprint_rows
from reportgen.model.inlines import Prose
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, beside
from reportgen.typeset.setting import Setting, set_text
from reportgen.typeset.text import SetLine

_LABELS = 0.3  # of the measure: what labels may take
_GAP = 1.5  # em between a label and its text
_WHOLE = 0.4  # of a page: a deeper imprint may go on over the page
_PADDING = 0.25  # of the grid: above and below the lines of a row


def set_imprint(block: Imprint, setting: Setting) -> list[Piece]:
    """Title and rows, one piece a line so that a long row goes on over the page."""
    rows = imprint_rows(block, setting.document)
    if not rows:
        return []
    labels = [setting.ragged((Run(label),), "imprint_label", _LABELS * setting.measure) for label, _ in rows]
    left = max(line.width for lines in labels for line in lines) + _GAP * setting.style("imprint").size
    pieces: list[Piece] = []
    if block.title is not None:
        pieces = set_text(setting, setting.runs(block.title), "group_title", title=True)
        pieces = [msgspec.structs.replace(piece, keep=2) for piece in pieces]
        pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.row / 4)
    head = len(pieces)
    for index, ((_, text), lines) in enumerate(zip(rows, labels, strict=True)):
        row = _row(lines, text, left, (index == 0, index == len(rows) - 1), setting)
        if index in (0, len(rows) - 2) and index < len(rows) - 1:  # no row alone at the foot or the head of a page
            row[-1] = msgspec.structs.replace(row[-1], keep=1)
        pieces += row
    if sum(piece.height for piece in pieces) <= _WHOLE * setting.theme.page.depth:
        pieces = [msgspec.structs.replace(piece, keep=len(pieces) - 1 - at) for at, piece in enumerate(pieces)]
    pieces[head] = msgspec.structs.replace(pieces[head], snap=not head)
    pieces[0] = msgspec.structs.replace(pieces[0], before=setting.blank)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank)
    return pieces


def _row(
    labels: tuple[SetLine, ...], text: Prose, left: float, ends: tuple[bool, bool], setting: Setting
) -> list[Piece]:
    """A row's lines; ``ends``: whether it is the first, the last."""
    style, label = setting.style("imprint"), setting.style("imprint_label")
    pad = _PADDING * setting.grid
    lines = set_text(setting, setting.runs(text), "imprint", left=left)
    lines += [Piece(style.leading)] * (max(1, len(labels)) - len(lines))
    first = setting.baseline(style.leading, label.size)
    found: list[Piece] = []
    for index, piece in enumerate(lines):
        top = pad if index == 0 else 0.0
        own = ((0.0, first + top, labels[index]),) if index < len(labels) else ()
        under: list[Mark] = []
        height = top + piece.height
        if index == 0:
            weight, colour = (0.8, "ink") if ends[0] else (0.4, "rule")
            under.append(Rect(0.0, 0.0, setting.measure, weight, setting.colour(colour)))
        if index == len(lines) - 1:
            height += pad
            if ends[1]:
                under.append(Rect(0.0, height - 0.8, setting.measure, 0.8, setting.colour("ink")))
        moved = tuple((x, y + top, line) for x, y, line in piece.lines)
        made = msgspec.structs.replace(piece, height=height, lines=moved, under=tuple(under), snap=False)
        found.append(beside(made, own, several=len(labels) > 1, first=index == 0))
    return found
