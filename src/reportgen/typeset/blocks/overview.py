"""All departments at a glance: their tasks as a skyline, a count of each state, a cell for each department."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Line, LinkArea, Mark, Rect
from reportgen.model.blocks import Overview
from reportgen.model.document import OverviewCell
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, PlacedLine, restated
from reportgen.typeset.ranking import set_ranking, share_of
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.statuses import status_colour, status_mark
from reportgen.typeset.text import told
from reportgen.typeset.tiles import set_tiles

_HIGH = 72.0  # of 100 %
_HIGH_ALONE = 0.54  # of the type area: where the departments have pages of their own
_APART = 10.5  # between two cells
_LEAST = 165.0  # width of a cell; narrower, and they stand below each other
_UNIT_GAP = 2.5
_INLINE = 5.25  # a cell's bar
_SHARES = (0.48, 0.32)  # of a cell: the label of its bar, the bar


class _Plan(msgspec.Struct, frozen=True):
    """How close an overview is set: shares of its type, of the pitch of its lines, and further columns."""

    type: float = 1.0
    pitch: float = 1.0
    more: int = 0


# The first with which all stands on one page, from three departments to sixteen.
_PLANS = (
    _Plan(), _Plan(pitch=0.82), _Plan(0.92, 0.8), _Plan(0.85, 0.78), _Plan(0.8, 0.76, 1), _Plan(0.72, 0.76, 1),
    _Plan(0.65, 0.76, 1),
)  # fmt: skip


def set_overview(block: Overview, id: str, setting: Setting) -> list[Piece]:
    """Title, skyline with counts, rows of cells, source: on one page, set closer where that is needed for it."""
    data = setting.document.overviews[id]
    if not data.cells:
        return []  # reported by resolve
    if setting.theme.looks.overview == "tiles":
        return _set(block, id, setting, _Plan())
    for plan in _PLANS:
        pieces = _set(block, id, _closer(plan, setting), plan)
        if sum(piece.height + piece.after for piece in pieces[:-1]) + pieces[-1].height <= setting.room(id):
            return [msgspec.structs.replace(piece, keep=len(pieces) - 1 - at) for at, piece in enumerate(pieces)]
    return _set(block, id, setting, _Plan())  # rows of cells go over the page


def _closer(plan: _Plan, setting: Setting) -> Setting:
    """The same setting with the type and the pitch of labels that ``plan`` gives it."""
    setting = setting.lessened(plan.type)
    if plan.pitch >= 1.0:
        return setting
    label = setting.style("label")
    styles = {
        **setting.theme.styles, "label": msgspec.structs.replace(label, leading=plan.pitch * label.leading)
    }  # fmt: skip
    return msgspec.structs.replace(setting, theme=msgspec.structs.replace(setting.theme, styles=styles), looks={})


def _set(block: Overview, id: str, setting: Setting, plan: _Plan) -> list[Piece]:
    data = setting.document.overviews[id]
    pieces = _title(block, setting)
    titles = len(pieces)
    tiles = setting.theme.looks.overview == "tiles"
    if data.tasks:
        high = max(_HIGH, _HIGH_ALONE * setting.theme.page.depth) if tiles else _HIGH * plan.type
        pieces.append(set_ranking(data.tasks, setting, high))
    if tiles:
        pieces[-1:] = [msgspec.structs.replace(piece, keep=0) for piece in pieces[-1:]]
        pieces += set_tiles(block, data.cells, setting)
    else:
        pieces += _cells(data.cells, setting, plan)
    pieces[titles:] = map(restated, pieces[titles:])
    if block.source is not None and not tiles:
        style = setting.style("source")
        lines = setting.ragged(setting.runs(block.source), "source", setting.measure)
        placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size) + 2)
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        pieces.append(Piece(style.leading * len(lines), placed))
    pieces[0] = msgspec.structs.replace(
        pieces[0], before=setting.grid, snap=True, anchors=(setting.document.anchors[id],)
    )
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank)
    return pieces


def _title(block: Overview, setting: Setting) -> list[Piece]:
    if block.title is None:
        return []
    style = setting.style("group_title")
    lines = setting.ragged(setting.runs(block.title), "group_title", setting.measure)
    placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size))
    return [Piece(style.leading * len(lines), placed, keep=1)]


# --- the cells


def _cells(cells: Sequence[OverviewCell], setting: Setting, plan: _Plan) -> list[Piece]:
    count = 2 + plan.more if (setting.measure - _APART) / 2 >= _LEAST else 1
    unit = setting.grid / 2 if plan.pitch >= 1.0 else 1.0  # that a row's height is a multiple of
    width = (setting.measure - _APART * (count - 1)) / count
    figures = [setting.line(cell.bar.words, "label_strong").width for cell in cells if cell.bar is not None]
    beside = max(figures, default=0.0) + 0.5 * setting.style("label").size
    pieces: list[Piece] = []
    for begin in range(0, len(cells), count):
        row = [_Cell(cell, width, beside, setting) for cell in cells[begin : begin + count]]
        height = -(-max(one.height for one in row) // unit) * unit
        inner: list[tuple[float, float, Piece]] = []
        for index, one in enumerate(row):
            inner.append((index * (width + _APART), 0.0, one.piece(height)))
        pieces.append(Piece(height, inner=tuple(inner)))
    return pieces


class _Cell:
    """A department: number and name with the marks of its tasks, the key number with its label, a bar."""

    def __init__(self, cell: OverviewCell, width: float, beside: float, setting: Setting) -> None:
        """``beside``: what the figure of any cell's bar needs at its right."""
        self.cell, self.width, self.beside, self.setting = cell, width, beside, setting
        self.lines: list[PlacedLine] = []
        self.marks: list[Mark] = []
        self.row = setting.row
        on_board = setting.theme.opening == "board"
        self.number = (on_board and setting.ordinal(cell.opening)) or cell.number  # as it is printed there
        self._head()
        self._number()
        self._bar()

    def piece(self, height: float) -> Piece:
        """The cell with a rule above it; all of it leads to the department."""
        rule = Rect(0.0, 0.0, self.width, 0.4, self.setting.colour("ink"))
        target = "#" + self.setting.document.anchors[self.cell.opening]
        link = LinkArea(0.0, 0.0, self.width, height, target, f"{self.number} {self.cell.name}".strip())
        return Piece(height, tuple(self.lines), under=(rule, *self.marks), over=(link,))

    def _head(self) -> None:
        setting = self.setting
        style = setting.style("label_medium")
        foot = setting.baseline(self.row, style.size)
        taken = self._states(foot)
        x = 0.0
        if self.number:
            number = setting.line(self.number, "label", "grey")
            self.lines.append((0.0, foot, number))
            x = number.width + 0.7 * style.size
        names = setting.ragged((Run(self.cell.name),), "label_strong", self.width - x - taken - style.size)
        self.lines += stacked(names, 0.75 * self.row, foot, x)
        self.at = self.row + 0.75 * self.row * (len(names) - 1)

    def _states(self, foot: float) -> float:
        """The marks of all its tasks at the right edge, or one of each state with their number; the room they take."""
        setting, states = self.setting, self.cell.states
        pitch = 10.0
        if len(states) * pitch <= 0.42 * self.width:
            for index, status in enumerate(states):
                x = self.width - pitch * (len(states) - index) + pitch - 3.5
                self.marks += status_mark(status, x, foot - 3.1, setting)
            return len(states) * pitch
        right = self.width
        for status in reversed(list(dict.fromkeys(states))):
            count = setting.line(str(states.count(status)), "label")
            right -= count.width
            self.lines.append((right, foot, count))
            right -= 6.0
            self.marks += status_mark(status, right, foot - 3.1, setting)
            right -= 9.0
        return self.width - right

    def _number(self) -> None:
        setting, card = self.setting, self.cell.card
        if card is None:
            return
        role = "card" if self._fits("card") else "card_small" if self._fits("card_small") else "card_least"
        number = told(setting.line(card.number, f"{role}_number"))
        self.at += 1.15 * setting.style("card_number").size
        self.lines.append((0.0, self.at, number))
        if card.unit:
            self.lines.append((number.width + _UNIT_GAP, self.at, told(setting.line(card.unit, f"{role}_unit"))))
        labels = setting.ragged((Run(card.label),), "label", self.width)
        self.lines += stacked(labels, 0.75 * self.row, self.at + 0.85 * self.row)
        self.at += 0.85 * self.row + 0.75 * self.row * (len(labels) - 1) + 0.2 * self.row

    def _fits(self, role: str) -> bool:
        card, setting = self.cell.card, self.setting
        assert card is not None
        unit = setting.line(card.unit, f"{role}_unit").width + _UNIT_GAP if card.unit else 0.0
        return setting.line(card.number, f"{role}_number").width + unit <= self.width

    def _bar(self) -> None:
        setting, bar = self.setting, self.cell.bar
        style = setting.style("label")
        foot = self.at + setting.baseline(0.9 * self.row, style.size)
        self.height = self.at + 1.1 * self.row
        if bar is None:
            self.lines.append((0.0, foot, setting.line("未列年度目标，不计进度", "label", "grey")))
            return
        words = setting.line(bar.words, "label_strong")
        label_room = _SHARES[0] * self.width
        length = max(0.1 * self.width, min(_SHARES[1] * self.width, self.width - label_room - self.beside))
        labels = setting.ragged((Run(bar.label),), "label", label_room - 6.0)
        self.lines += stacked(labels, 0.75 * self.row, foot)
        self.height += 0.75 * self.row * (len(labels) - 1)
        middle = foot - 3.1
        track = Rect(label_room, middle - _INLINE / 2, length, _INLINE, setting.colour("track"))
        self.marks.append(track)
        if share := share_of(bar):
            done = Rect(label_room, track.y, length * share, _INLINE, status_colour(bar.status, setting))
            self.marks.append(done)
        elapsed = setting.document.booklet.report.edition.elapsed
        time = label_room + length * elapsed / 100
        self.marks.append(Line(time, track.y - 2.2, time, track.y + _INLINE + 2.2, 0.9, setting.colour("accent")))
        self.lines.append((self.width - words.width, foot, words))
