"""A chart: its statement as title, number and unit at the right on the same baseline, the plate, reading and source."""

from collections.abc import Sequence
from functools import cached_property

import msgspec

from reportgen.drawing import Begin, End, Plate
from reportgen.model.blocks import Chart
from reportgen.model.chart_table import chart_table, told_figures
from reportgen.model.document import ChartData
from reportgen.model.runs import Run
from reportgen.typeset.headings import SetBlock
from reportgen.typeset.notes import notes_depth
from reportgen.typeset.pages.foot import marks_in
from reportgen.typeset.pages.lowering import least_share, lowered_marks
from reportgen.typeset.pages.piece import Piece, fitted
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.shapes import box

_RADIUS = 8.5  # of a panel
_FLEXIBLE = frozenset(
    {"column", "bar", "line", "area", "stacked", "slope", "target"}
)  # that have a scale to draw together
_WITH_FLOAT = 0.4  # of a page: a table as deep as that goes with a chart to the head or foot of a page


def set_chart(block: Chart, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """Title, plate and source stay on one page; a plate too tall for it is made smaller."""
    plate = setting.plates.get(id)
    if plate is None:
        return []  # reported by the charts room
    pad = setting.theme.chart_inset
    outer, setting = setting, setting.narrowed(setting.measure - 2 * pad, setting.container)
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
        caption.leading * len(lines) + setting.row / 4, placed, before=setting.blank, snap=True, keep=1,
        anchors=(setting.document.anchors[id],),
    )  # fmt: skip
    note = _below(block, data.reading, setting)
    depth = min(setting.room(id), setting.theme.page.depth - setting.grid)
    depth -= sum(piece.height for piece in (title, *note)) + 2 * pad
    depth -= notes_depth(setting, [number for piece in (title, *note) for number in marks_in(piece)])
    plot = _Plot(fitted(plate, setting.measure, depth), data)
    drawn = msgspec.structs.replace(
        plot.drawn(1.0),
        keep=len(note) + (block.data is not None),
        after=0.0 if note or block.data else setting.blank,
        flexible=plot if data.type in _FLEXIBLE else None,
    )
    own = [title, drawn, *note]
    own = own if not pad else [_panel(own, block.data is not None, outer)]
    return outer.placed([*own, *_table(block, id, outer, set_child)], block.place)


class _Plot:
    """The drawing itself."""

    def __init__(self, plate: Plate, data: ChartData) -> None:
        self._plate = plate
        self._begin = Begin("Figure", alt=data.alt, table=told_figures(data))

    @cached_property
    def _least(self) -> float:
        return least_share(self._plate.marks)

    def height(self, share: float) -> float:
        """As low as its words allow."""
        return self._plate.height if share >= 1.0 else self._plate.height * max(share, self._least)

    def drawn(self, share: float) -> Piece:
        """Its scale drawn together."""
        height = self.height(share)
        lower = height < self._plate.height
        marks = lowered_marks(self._plate.marks, height / self._plate.height) if lower else self._plate.marks
        return Piece(height, over=(self._begin, *marks, End()))


class _Panel:
    """All of a chart on a panel: lower by as much as its drawing."""

    def __init__(self, own: Sequence[Piece], setting: Setting) -> None:
        self._own = own
        self._setting = setting

    def height(self, share: float) -> float:
        """Of the panel."""
        return sum(_height(piece, share) for piece in self._own) + 1.7 * self._setting.theme.chart_inset

    def drawn(self, share: float) -> Piece:
        """Its pieces below each other, each moved up with the drawing."""
        pad = self._setting.theme.chart_inset
        inner, y = [], 0.7 * pad
        for piece in self._own:
            if piece.flexible is not None and share < 1.0:
                piece = piece.flexible.drawn(share)
            inner.append((pad, y, piece))
            y += piece.height
        height = y + pad
        panel = box((0.0, 0.0), (self._setting.measure, height), _RADIUS, self._setting.colour("band"))
        return Piece(height, under=(panel,), inner=tuple(inner))


def _height(piece: Piece, share: float) -> float:
    return piece.height if piece.flexible is None else piece.flexible.height(share)


def _panel(own: list[Piece], goes_on: bool, setting: Setting) -> Piece:
    """All of a chart on a panel; ``goes_on``: its table follows."""
    panel = _Panel(own, setting)
    return msgspec.structs.replace(
        panel.drawn(1.0), before=setting.blank, snap=True, keep=int(goes_on), after=setting.blank,
        flexible=panel if any(piece.flexible for piece in own) else None,
    )  # fmt: skip


def _table(block: Chart, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """The figures, where the author wants them; below a float they go with it as far as a page holds both."""
    if block.data is None:
        return []
    pieces = set_child(chart_table(setting.document.charts[id], block.source), f"{id}/data", setting)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank)
    if block.place != "here" and sum(piece.height for piece in pieces) < setting.theme.page.depth * _WITH_FLOAT:
        pieces[:-1] = [msgspec.structs.replace(piece, keep=max(piece.keep, 1)) for piece in pieces[:-1]]
    return pieces


def _below(block: Chart, reading: str, setting: Setting) -> list[Piece]:
    """What the data say, where the author wants it, and the source, unless a table has it; they stay together."""
    style = setting.style("source")
    foot = setting.baseline(style.leading, style.size)
    found = []
    if block.reading and reading:
        found.append(setting.ragged((Run(f"{reading}。"),), "source", setting.measure, "ink"))
    if block.source is not None and block.data is None:
        found.append(setting.ragged(setting.runs(block.source), "source", setting.measure))
    pieces = [Piece(style.leading * len(lines), stacked(lines, style.leading, foot), keep=1) for lines in found]
    if pieces:
        after = 0.0 if block.data else setting.blank
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1 if block.data else 0, after=after)
    return pieces
