"""All tasks as bars, the furthest first, by state; below each state its name and how many there are."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Line, Mark, Rect
from reportgen.model.document import ProgressData
from reportgen.model.statuses import Status, states_of, status_word
from reportgen.theme.paints import contrast
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact
from reportgen.typeset.setting import Setting
from reportgen.typeset.statuses import status_colour, status_mark
from reportgen.typeset.text import SetLine, place_line, told

_STEP = 26.0  # from bar to bar where there are few
_BAR = 0.66  # of the step
_GROUP = 11.0  # more between two states
_LEAST = 4.0  # a step: bars stand no closer for the sake of figures
_ABOVE = 4.5  # from a bar to its figure, from the line to figures above it
_ROW = 10.0  # from a row of figures to the one above it
_APART = 2.5  # between two figures of a row
_HEADROOM = 18.0
_UNIT_GAP = 2.5
_LABEL = 8.0  # before the label of the line, where it stands beside figures


def set_ranking(tasks: Sequence[ProgressData], setting: Setting, high: float) -> Piece:
    """The bars, ``high`` for 100 %, with the line of the time; at the year's end that of the target.

    Where bars stand too close for a figure each, only those that have not reached the line have theirs, above it in
    one row or two.
    """
    return _Ranking(tasks, setting, high).piece()


def share_of(task: ProgressData) -> float:
    """How much of a bar is filled: 0 to 1."""
    return 0.0 if task.percent is None else min(max(float(task.percent), 0.0), 100.0) / 100


class _Group(msgspec.Struct, frozen=True):
    """The tasks of one state; what is said below them, and how much room that takes."""

    status: Status
    tasks: tuple[ProgressData, ...]
    word: SetLine
    count: SetLine
    unit: SetLine

    @property
    def least(self) -> float:
        return max(10.0 + self.word.width, self.count.width + _UNIT_GAP + self.unit.width)


class _Spacing(msgspec.Struct, frozen=True):
    """From bar to bar, in the last group too; ``rows`` of figures: 0 where each bar has its own above it."""

    step: float
    last: float
    rows: int = 0

    @property
    def bar(self) -> float:
        return _BAR * self.step


class _Ranking:
    def __init__(self, tasks: Sequence[ProgressData], setting: Setting, high: float) -> None:
        self.setting, self.high = setting, high
        self.elapsed = setting.document.booklet.report.edition.elapsed
        # a state that no task is in keeps its place and its 0
        self.groups = [_group(status, tasks, setting) for status in states_of(self.elapsed)]
        self.label = setting.line(f"序时{self.elapsed:g}%" if self.elapsed < 100 else "目标", "label_strong")
        self.spacing = self._spacing()
        rows = self.spacing.rows
        self.ground = high + max(_HEADROOM, high * self.elapsed / 100 - high + _ABOVE + _ROW * rows + 2.0)
        self.time = self.ground - high * self.elapsed / 100

    def _spacing(self) -> _Spacing:
        """As wide as all stand within the measure."""
        beside = self.label.width + _LABEL
        even = self._fitted(0.0, beside if self.groups[-1].tasks else 0.0)
        widths = [self._line(task).width for group in self.groups for task in group.tasks]
        if all(width <= even - 1.0 for width in widths):
            return _Spacing(even, even)
        widest = max((self._line(task).width for task in self.groups[-1].tasks), default=0.0) + _APART
        for rows in (1, 2) if self.groups[-1].tasks else ():
            step = self._fitted(widest / rows, beside + widest / 2)
            if step >= _LEAST:
                return _Spacing(step, max(step, widest / rows), rows)
        return _Spacing(even, even, 1)

    def _fitted(self, last: float, beside: float) -> float:
        """The widest step with which all fit; ``last``: that of the last group at least.

        ``beside``: what must be free at its right, where the label of the line does not stand above its empty place.
        """
        low, high = 0.0, _STEP
        for _ in range(24):  # halving: what a state takes grows with the step, but is never less than its words
            step = (low + high) / 2
            widths = [self._width(group, _Spacing(step, max(step, last))) for group in self.groups]
            widths[-1] = max(widths[-1], self.label.width)
            fits = sum(widths) + (len(widths) - 1) * (_GROUP + (1 - _BAR) * step) + beside <= self.setting.measure
            low, high = (step, high) if fits else (low, step)
        return low

    def _width(self, group: _Group, spacing: _Spacing) -> float:
        step = spacing.last if group is self.groups[-1] else spacing.step
        return max((len(group.tasks) - 1) * step + spacing.bar, group.least)

    def piece(self) -> Piece:
        setting, ground, high, spacing = self.setting, self.ground, self.high, self.spacing
        label = setting.style("label")
        word_at = ground + 0.9 * label.leading
        count_at = word_at + 1.15 * setting.style("card_number").size
        under: list[Mark] = []
        over: list[Mark] = []
        lines: list[PlacedLine] = []
        x = 0.0
        for group in self.groups:
            width = self._width(group, spacing)
            step = spacing.last if group is self.groups[-1] else spacing.step
            under.append(Rect(x, ground, width, 0.8, setting.colour("ink")))
            for index, task in enumerate(group.tasks):
                left, top = x + index * step, ground - high * share_of(task)
                if self.elapsed >= 100 and top > self.time:  # what is missing
                    under.append(Rect(left, self.time, spacing.bar, top - self.time, setting.colour("track")))
                under.append(Rect(left, top, spacing.bar, ground - top, status_colour(task.status, setting)))
                lines += self._figure(task, left, top, index) if group is self.groups[-1] or not spacing.rows else []
            over += status_mark(group.status, x + 3.2, word_at - 3.1, setting)
            lines.append((x + 10.0, word_at, group.word))
            lines.append((x, count_at, group.count))
            lines.append((x + group.count.width + _UNIT_GAP, count_at, group.unit))
            x += width + _GROUP + (1 - _BAR) * spacing.step
        under.append(Line(0.0, self.time, setting.measure, self.time, 1.0, setting.colour("accent")))
        shown = as_artifact(*place_line(self.label, setting.measure - self.label.width, self.time - 3.5))
        height = -(-(count_at + 0.5 * setting.grid) // (setting.grid / 2)) * (setting.grid / 2)
        return Piece(height, tuple(lines), under=tuple(under), over=(*over, *shown), keep=1, after=0.25 * setting.grid)

    def _line(self, task: ProgressData, colour: str = "") -> SetLine:
        return self.setting.line(task.words.removesuffix("%"), "label_strong", colour)

    def _figure(self, task: ProgressData, left: float, top: float, index: int) -> list[PlacedLine]:
        """The completion over its bar, whose left and upper edge are given; in the bar where it would touch the line.

        Above the line where that is too low, and where there are rows of them; none where there is no room for that.
        """
        spacing, bar = self.spacing, self.spacing.bar
        line = self._line(task)
        middle = left + bar / 2
        if spacing.rows:
            if line.width > spacing.rows * spacing.last - 1.0:
                return []
            return [(max(0.0, middle - line.width / 2), self.time - _ABOVE - index % spacing.rows * _ROW, line)]
        at = top - _ABOVE
        if at - line.size < self.time + 2.0 and top > self.time + 0.01:
            inside = top + 1.2 * line.size
            if inside + 2.0 <= self.ground and line.width <= bar:
                at, line = inside, self._line(task, _inside(task.status, self.setting))
            else:
                at = self.time - _ABOVE
        return [(max(0.0, middle - line.width / 2), at, line)]


def _group(status: Status, tasks: Sequence[ProgressData], setting: Setting) -> _Group:
    own = tuple(task for task in tasks if task.status == status)
    word = status_word(status, setting.document.booklet.report.edition.elapsed)
    return _Group(
        status, own, setting.line(word, "label"), told(setting.line(str(len(own)), "card_number")),
        told(setting.line("项", "card_unit")),
    )  # fmt: skip


def _inside(status: Status, setting: Setting) -> str:
    """What reads on a bar: ink on a light colour, paper on the others."""
    fill = status_colour(status, setting)
    return max(("paper", "ink"), key=lambda name: contrast(setting.colour(name), fill))
