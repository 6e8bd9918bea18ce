"""Events along an axis: dates at its left, what happened at its right, one piece a line so that all may go on."""

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Event, Timeline
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, beside
from reportgen.typeset.setting import Setting, set_text, stacked
from reportgen.typeset.shapes import disc
from reportgen.typeset.text import SetLine

_DATES = 0.3  # of the measure: what dates may take
_AXIS = 0.8  # weight of the axis
_DOT = 2.7  # radius of an event's dot
_MIDDLE = 0.38  # em: the middle of a line above its baseline


def set_timeline(block: Timeline, id: str, setting: Setting) -> list[Piece]:
    """Title, events, source; half a line between events."""
    size = setting.style("list").size
    dates = [setting.ragged((Run(event.date),), "label_strong", _DATES * setting.measure) for event in block.events]
    axis = max(line.width for lines in dates for line in lines) + size
    pieces: list[Piece] = []
    if block.title is not None:
        pieces = set_text(setting, setting.runs(block.title), "group_title", title=True)
        pieces = [msgspec.structs.replace(piece, keep=2) for piece in pieces]
        pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.row / 4)
    head = len(pieces)
    for index, (event, lines) in enumerate(zip(block.events, dates, strict=True)):
        ends = (index == 0, index == len(block.events) - 1)
        pieces += _event(event, lines, axis, ends, setting)
    pieces[head] = msgspec.structs.replace(pieces[head], snap=not head)
    pieces[0] = msgspec.structs.replace(pieces[0], before=setting.blank, anchors=(setting.document.anchors[id],))
    if block.source is not None:
        style = setting.style("source")
        said = setting.ragged(setting.runs(block.source), "source", setting.measure)
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        placed = stacked(said, style.leading, setting.baseline(style.leading, style.size) + 2)
        pieces.append(Piece(style.leading * len(said), placed))
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank)
    return pieces


def _event(
    event: Event, dates: tuple[SetLine, ...], axis: float, ends: tuple[bool, bool], setting: Setting
) -> list[Piece]:
    """An event's lines, ``axis`` points in; ``ends``: whether it is the first, the last."""
    style = setting.style("list")
    text = set_text(setting, setting.runs(event.text), "list", left=axis + style.size)
    text += [Piece(style.leading)] * (max(1, len(dates)) - len(text))  # a date of more lines than its event
    first = setting.baseline(style.leading, style.size)
    middle = first - _MIDDLE * style.size
    found: list[Piece] = []
    for index, piece in enumerate(text):
        blank = setting.grid / 2 if index == len(text) - 1 and not ends[1] else 0.0
        height = piece.height + blank
        top = middle if ends[0] and index == 0 else 0.0
        foot = middle if ends[1] and index == 0 else 0.0 if ends[1] else height
        under: list[Mark] = (
            [Rect(axis - _AXIS / 2, top, _AXIS, foot - top, setting.colour("primary"))] if foot > top else []
        )
        if index == 0:
            under.append(disc(axis, middle, _DOT, setting.colour("primary")))
        at = axis - style.size - dates[index].width if index < len(dates) else 0.0  # flush with the axis
        own = ((at, first, dates[index]),) if index < len(dates) else ()
        made = msgspec.structs.replace(piece, height=height, under=tuple(under), snap=False)
        found.append(beside(made, own, several=len(dates) > 1, first=index == 0))
    return found
