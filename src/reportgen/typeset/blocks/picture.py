"""A picture file, with its number and caption below."""

import msgspec

from reportgen.drawing import Begin, End, Image
from reportgen.model.blocks import Picture
from reportgen.model.runs import Run
from reportgen.typeset.notes import notes_depth
from reportgen.typeset.pages.foot import marks_in
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, stacked


def set_picture(block: Picture, id: str, setting: Setting) -> list[Piece]:
    """The picture in its width, made smaller where it would not leave room for its caption on a page."""
    data = setting.document.pictures.get(id)
    if data is None:
        return []  # reported by resolve
    style = setting.style("caption")
    caption: list[Piece] = []
    if block.caption is not None:
        runs = (Run(setting.document.numbers[id] + "\u3000"), *setting.runs(block.caption))
        lines = setting.ragged(runs, "caption", setting.measure)
        placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size))
        caption = [Piece(style.leading * len(lines), placed, after=setting.row)]
    room = min(setting.room(id), setting.theme.page.depth - 2 * setting.grid) - sum(piece.height for piece in caption)
    room -= notes_depth(setting, [number for piece in caption for number in marks_in(piece)])
    width = setting.measure * block.width
    height = width * data.height / data.width
    if height > room:
        width, height = width * room / height, room
    image = Image(0.0, 0.0, width, height, data.data, data.digest, block.alt)
    body = Piece(
        height, over=(Begin("Figure", alt=block.alt), image, End()), before=setting.grid, snap=True, keep=len(caption)
    )
    anchor = setting.document.anchors.get(id)
    if anchor:
        body = msgspec.structs.replace(body, anchors=(anchor,))
    if not caption:
        body = msgspec.structs.replace(body, after=setting.row)
    return setting.placed([body, *caption], block.place)
