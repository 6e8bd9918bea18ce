"""A picture file, with its number and caption below."""

import msgspec

from reportgen.drawing import Begin, End, Image
from reportgen.model.blocks import Picture
from reportgen.model.runs import Run
from reportgen.typeset.notes import notes_depth
from reportgen.typeset.pages.foot import marks_in
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.text import SetLine

_WHOLE = 0.95  # of the measure: a picture from that width on is as wide as the text


def set_picture(block: Picture, id: str, setting: Setting) -> list[Piece]:
    """The picture in its width, made smaller where it would not leave room for its caption on a page."""
    data = setting.document.pictures.get(id)
    if data is None:
        return []  # reported by resolve
    caption = _caption(block, id, setting)
    room = min(setting.room(id), setting.theme.page.depth - 2 * setting.grid) - sum(piece.height for piece in caption)
    room -= notes_depth(setting, [number for piece in caption for number in marks_in(piece)])
    width = setting.measure * block.width
    height = width * data.height / data.width
    if height > room:
        width, height = width * room / height, room
    image = Image(0.0, 0.0, width, height, data.data, data.digest, block.alt)
    body = Piece(
        height, over=(Begin("Figure", alt=block.alt), image, End()), before=setting.blank, snap=True, keep=len(caption)
    )
    anchor = setting.document.anchors.get(id)
    if anchor:
        body = msgspec.structs.replace(body, anchors=(anchor,))
    if not caption:
        body = msgspec.structs.replace(body, after=setting.blank)
    return setting.placed([body, *caption], block.place)


def _caption(block: Picture, id: str, setting: Setting) -> list[Piece]:
    """Number and caption, the credit behind them: flush right below a picture over the whole measure."""
    style = setting.style("caption")
    foot = setting.baseline(style.leading, style.size)
    lines: tuple[SetLine, ...] = ()
    if block.caption is not None:
        runs = (Run(setting.document.numbers[id] + "\u3000"), *setting.runs(block.caption))
        lines = setting.ragged(runs, "caption", setting.measure)
    placed = list(stacked(lines, style.leading, foot))
    if block.credit is not None:
        credits = setting.ragged(setting.runs(block.credit), "caption_aside", setting.measure)
        taken = lines[-1].width + style.size if lines else 0.0
        beside = bool(lines) and len(credits) == 1 and taken + credits[0].width <= setting.measure
        row = len(lines) - beside
        for index, line in enumerate(credits):
            left = setting.measure - line.width if block.width > _WHOLE else taken if beside else 0.0
            placed.append((left, foot + (row + index) * style.leading, line))
    if not placed:
        return []
    height = placed[-1][1] - foot + style.leading
    return [Piece(height, tuple(placed), after=setting.blank)]
