"""A chart: its statement as title, number and unit at the right on the same baseline, the plate, reading and source."""

import msgspec

from reportgen.drawing import Begin, End
from reportgen.model.blocks import Chart
from reportgen.model.runs import Run
from reportgen.typeset.notes import notes_depth
from reportgen.typeset.pages.foot import marks_in
from reportgen.typeset.pages.piece import Piece, fitted
from reportgen.typeset.setting import Setting, stacked


def set_chart(block: Chart, id: str, setting: Setting) -> list[Piece]:
    """Title, plate and source stay on one page; a plate too tall for it is made smaller."""
    plate = setting.plates.get(id)
    if plate is None:
        return []  # reported by the charts room
    number = setting.document.numbers[id]
    data = setting.document.charts[id]
    caption = setting.style("caption")
    aside = setting.line(data.unit, "caption_aside") if data.unit else None
    room = setting.measure - (aside.width + 2 * caption.size if aside else 0.0)
    runs = (Run(number + "\u3000"), *setting.runs(block.title))
    lines = setting.ragged(runs, "caption", room)
    foot = setting.baseline(caption.leading, caption.size)
    placed = stacked(lines, caption.leading, foot)
    if aside:
        placed += ((setting.measure - aside.width, foot + caption.leading * (len(lines) - 1), aside),)
    title = Piece(
        caption.leading * len(lines) + setting.row / 4, placed, before=setting.grid, snap=True, keep=1,
        anchors=(setting.document.anchors[id],),
    )  # fmt: skip
    note = _below(block, data.reading, setting)
    depth = min(setting.room(id), setting.theme.page.depth - setting.grid)
    depth -= sum(piece.height for piece in (title, *note))
    depth -= notes_depth(setting, [number for piece in (title, *note) for number in marks_in(piece)])
    plate = fitted(plate, setting.measure, depth)
    drawn = Piece(
        plate.height,
        over=(Begin("Figure", alt=data.alt), *plate.marks, End()),
        keep=len(note),
        after=0.0 if note else setting.row,
    )
    return setting.placed([title, drawn, *note], block.place)


def _below(block: Chart, reading: str, setting: Setting) -> list[Piece]:
    """What the data say, where the author wants it, and the source; they stay together."""
    style = setting.style("source")
    foot = setting.baseline(style.leading, style.size)
    found = []
    if block.reading and reading:
        found.append(setting.ragged((Run(f"{reading}。"),), "source", setting.measure, "ink"))
    if block.source is not None:
        found.append(setting.ragged(setting.runs(block.source), "source", setting.measure))
    pieces = [Piece(style.leading * len(lines), stacked(lines, style.leading, foot), keep=1) for lines in found]
    if pieces:
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=0, after=setting.row)
    return pieces
