"""A sea whose surface is the time elapsed: every task a column that rises out of it, or has not yet come so far.

Above each column its figure, inside the water its name from top to bottom, below the columns their departments.
"""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.runs import Run
from reportgen.typeset.setting import Setting
from reportgen.typeset.tasks import Group, Task
from reportgen.typeset.text import SetLine, place_line

_COLUMN = 0.68  # of the step
_STEP = 60.0  # from column to column where there are few
_GROUP = 8.0  # more between two departments
_ABOVE = 5.0  # from a column to its figure
_BELOW = 12.0  # from the top of a column under water to its figure
_PITCH = 1.3235  # em from character to character of a name
_MOST = 12  # characters of a name
_NAME_FOOT = 14.0  # from a name's last baseline to the column's foot, where names are short
_RULE, _NAME = 5.4, 19.0  # from the columns' foot to a department's rule, to the baseline of its name
_LINES = 2  # that a department's name may take
_LEFT_OUT = frozenset("“”‘’《》〈〉【】〔〕，、；：。！？—…·～~()[]/")  # of a name from top to bottom
_MORE = "︙"

Box = tuple[float, float, float, float]  # left, top, right, bottom


class Water(msgspec.Struct, frozen=True):
    """Where things are: sides, surface, the highest a column may reach, the lowest place for what stands below."""

    left: float
    right: float
    surface: float
    top: float
    foot: float


class Paints(msgspec.Struct, frozen=True):
    """Names of colours above the water and in it, of columns and of text."""

    column: str
    figure: str
    deep: str
    word: str


def reserve(setting: Setting) -> float:
    """What the names of departments need below the columns, in points."""
    return _NAME + (_LINES - 1) * setting.style("cover_note").leading + 6.0


def draw_columns(groups: Sequence[Group], water: Water, paints: Paints, setting: Setting) -> list[Mark]:
    """The columns of all groups with their words."""
    return _Columns(groups, water, paints, setting).marks()


class _Column(msgspec.Struct, frozen=True):
    task: Task
    x: float
    top: float


class _Columns:
    def __init__(self, groups: Sequence[Group], water: Water, paints: Paints, setting: Setting) -> None:
        self.groups, self.water, self.paints, self.setting = groups, water, paints, setting
        elapsed = setting.document.booklet.report.edition.elapsed
        highest = max((task.percent for group in groups for task in group.tasks), default=100.0)
        full = 0.535 * setting.theme.page.height
        if highest > elapsed:
            full = min(full, (water.surface - water.top) / (highest - elapsed) * 100)
        if elapsed > 0:
            full = min(full, (water.foot - water.surface) / elapsed * 100)
        self.full = max(full, 0.0)
        self.ground = water.surface + self.full * elapsed / 100
        count = sum(len(group.tasks) for group in groups)
        gap = min(_GROUP, 0.3 * (water.right - water.left) / max(1, len(groups)))
        room = water.right - water.left - gap * (len(groups) - 1)
        self.step = min(room / (count - 1 + _COLUMN), _STEP)
        self.gap = gap
        self.width = _COLUMN * self.step
        self.columns: list[_Column] = []
        self.spans: list[tuple[float, float]] = []
        x = water.left
        for group in groups:
            self.spans.append((x, x + self.step * (len(group.tasks) - 1) + self.width))
            for task in group.tasks:
                self.columns.append(_Column(task, x, self.ground - self.full * task.percent / 100))
                x += self.step
            x += gap

    def marks(self) -> list[Mark]:
        """Columns first, then what stands on them."""
        made: list[Mark] = []
        surface = self.water.surface
        column, deep = self.setting.colour(self.paints.column), self.setting.colour(self.paints.deep)
        for one in self.columns:
            if one.top < surface:
                made.append(Rect(one.x, one.top, self.width, surface - one.top, column))
            wet = max(one.top, surface)
            if self.ground > wet:
                made.append(Rect(one.x, wet, self.width, self.ground - wet, deep))
        names, begin = self._names()
        made += self._figures(begin)
        return [*made, *names, *self._departments()]

    def _names(self) -> tuple[list[Mark], float]:
        """The names from top to bottom, all begun at one height, and that height; the ground's where there are none."""
        size = self.setting.style("cover_note").size
        pitch = _PITCH * size
        depth = self.ground - self.water.surface
        most = min(_MOST, int((depth - _NAME_FOOT - 3 * size) / pitch) + 1)
        if self.width < 1.1 * size or most < 2:
            return [], self.ground
        names = [_upright(one.task.label, most) for one in self.columns]
        longest = max(map(len, names))
        if not longest:
            return [], self.ground
        first = self.ground - _NAME_FOOT - pitch * (longest - 1)
        marks: list[Mark] = []
        for one, name in zip(self.columns, names, strict=True):
            for at, char in enumerate(name):
                line = self.setting.line(char, "cover_note", self.paints.word)
                marks += place_line(line, one.x + (self.width - line.width) / 2, first + at * pitch)
        return marks, first - 0.88 * size

    def _figures(self, names: float) -> list[Mark]:
        """Each figure over its column, under the water in it; left out where it would touch another or a column.

        ``names``: where names begin. A column that ends lower has its figure above its name.
        """
        style = self.setting.style("label_medium")
        shown: list[Box] = []
        marks: list[Mark] = []
        for index, one in enumerate(self.columns):
            dry = one.top <= self.water.surface
            inside = not dry and one.top + _BELOW + 4.0 <= names
            role, colour = ("label_medium", self.paints.figure) if dry else ("label_strong", self.paints.word)
            line = self.setting.line(one.task.words, role, colour)
            y = one.top + _BELOW if inside else min(one.top, names if not dry else one.top) - _ABOVE
            x = one.x + (self.width - line.width) / 2
            box = (x - 0.5, y - 0.8 * style.size, x + line.width + 0.5, y + 1.0)
            if not dry and box[1] < self.water.surface + 2.0:
                continue
            if any(_meet(box, other) for other in shown) or self._beside(box, index):
                continue
            shown.append(box)
            marks += place_line(line, x, y)
        return marks

    def _beside(self, box: Box, index: int) -> bool:
        """Whether a figure would run into the column at its left or right, or off the page's margins."""
        near = [self.columns[at] for at in (index - 1, index + 1) if 0 <= at < len(self.columns)]
        outer = box[0] < self.water.left - 8.0 or box[2] > self.water.right + 8.0
        return outer or any(_meet(box, (one.x, one.top, one.x + self.width, self.ground)) for one in near)

    def _departments(self) -> list[Mark]:
        """A rule below the columns of each department, and its name."""
        pitch = self.setting.style("cover_note").leading
        marks: list[Mark] = []
        ends = [*(left for left, _ in self.spans[1:]), self.water.right + self.gap + 4.0]
        made = []
        for (left, right), end, group in zip(self.spans, ends, self.groups, strict=True):
            marks.append(Rect(left, self.ground + _RULE, right - left, 0.8, self.setting.colour(self.paints.word)))
            made.append((left, self._department(group.name, end - left - 4.0)))
        for left, lines in made:
            for at, line in enumerate(lines):
                marks += place_line(line, left, self.ground + _NAME + at * pitch)
        return marks

    def _department(self, name: str, room: float) -> Sequence[SetLine]:
        """A department's name in two lines at most, without the city's 市 where that helps; none rather than a part."""
        for words in (name, name.removeprefix("市")):
            if room < 2 * self.setting.style("label_strong").size:
                return ()
            lines = self.setting.ragged((Run(words),), "label_strong", room, self.paints.word)
            if len(lines) <= _LINES and all(line.width <= room + 0.01 for line in lines):
                return lines
        return ()


def _upright(name: str, most: int) -> str:
    """A name as it is written from top to bottom: without what stands in brackets and without marks."""
    for bracket in "（(":
        head = name.split(bracket, 1)[0]
        name = head or name
    chars = "".join(char for char in name if char not in _LEFT_OUT and char not in "（）" and not char.isspace())
    return chars if len(chars) <= most else chars[: most - 1] + _MORE


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
