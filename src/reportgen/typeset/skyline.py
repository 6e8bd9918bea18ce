"""Columns side by side, a group for each department: where they stand, their names below, the departments' names."""

from collections.abc import Iterator, Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.runs import Run
from reportgen.typeset.setting import Setting
from reportgen.typeset.tasks import Group, Task
from reportgen.typeset.text import SetLine, place_line

COLUMN = 0.68  # of the step
PITCH = 1.3235  # em from character to character of a name
RULE = 5.4  # from the columns' foot to a department's rule
_STEP = 60.0  # from column to column where there are few
_GROUP = 8.0  # more between two departments
_CLOSE = 21.0  # of the step; closer, a figure for each column would be a crowd
_MOST = 12  # characters of a name
_NAME = 13.6  # from a department's rule to the baseline of its name
_LINES = 2  # that departments' names may take
_LEFT_OUT = frozenset("“”‘’《》〈〉【】〔〕，、；：。！？—…·～~()[]/")  # of a name from top to bottom
_MORE = "︙"

Box = tuple[float, float, float, float]  # left, top, right, bottom


class Column(msgspec.Struct, frozen=True):
    """A task and where it stands: its left edge and its width, in points."""

    task: Task
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Its axis."""
        return self.x + self.width / 2


class Rank(msgspec.Struct, frozen=True):
    """All columns; the left and right edge of each group; the step from column to column."""

    columns: tuple[Column, ...]
    spans: tuple[tuple[float, float], ...]
    step: float

    @property
    def crowded(self) -> bool:
        """Whether there is no room for the figure of each column."""
        return self.step < _CLOSE


def rank_of(groups: Sequence[Group], left: float, right: float) -> Rank:
    """The columns of ``groups`` between ``left`` and ``right``: as far apart as there is room for, but never far."""
    count = sum(len(group.tasks) for group in groups)
    gap = min(_GROUP, 0.3 * (right - left) / max(1, len(groups)))
    step = min((right - left - gap * (len(groups) - 1)) / (count - 1 + COLUMN), _STEP)
    columns: list[Column] = []
    spans: list[tuple[float, float]] = []
    x = left
    for group in groups:
        spans.append((x, x + step * (len(group.tasks) - 1 + COLUMN)))
        columns += [Column(task, x + index * step, COLUMN * step) for index, task in enumerate(group.tasks)]
        x += step * len(group.tasks) + gap
    return Rank(tuple(columns), tuple(spans), step)


def names_of(rank: Rank, short: Sequence[bool], depth: float, setting: Setting) -> tuple[str, ...]:
    """What each column is called, for setting from top to bottom within ``depth``; "" where there is no room for it.

    ``short``: which columns are short of the mark. Where columns are narrow they alone have names, and of two that
    stand too close the further behind.
    """
    size = setting.style("cover_note").size
    most = min(_MOST, int((depth - size) / (PITCH * size)) + 1)
    if most < 2:
        return ("",) * len(rank.columns)
    if rank.columns and rank.columns[0].width >= 1.1 * size:
        return tuple(upright(one.task.label, most) for one in rank.columns)
    named: set[int] = set()
    for at in behind_first(rank, short):
        if all(abs(rank.columns[at].x - rank.columns[other].x) >= 1.15 * size for other in named):
            named.add(at)
    return tuple(upright(one.task.label, most) if at in named else "" for at, one in enumerate(rank.columns))


def behind_first(rank: Rank, short: Sequence[bool]) -> list[int]:
    """The columns that are short of the mark, the furthest behind first."""
    return sorted((at for at, one in enumerate(short) if one), key=lambda at: rank.columns[at].task.percent)


def hang(rank: Rank, names: Sequence[str], first: float, colour: str, setting: Setting) -> Iterator[Mark]:
    """Names from top to bottom, each on its column's axis, all begun on baseline ``first``."""
    pitch = PITCH * setting.style("cover_note").size
    for one, name in zip(rank.columns, names, strict=True):
        for at, char in enumerate(name):
            line = setting.line(char, "cover_note", colour)
            yield from place_line(line, one.middle - line.width / 2, first + at * pitch)


def upright(name: str, most: int) -> str:
    """A name as it is written from top to bottom: without what stands in brackets and without marks."""
    for bracket in "（(":
        head = name.split(bracket, 1)[0]
        name = head or name
    chars = "".join(char for char in name if char not in _LEFT_OUT and char not in "（）" and not char.isspace())
    return chars if len(chars) <= most else chars[: most - 1] + _MORE


def below_columns(setting: Setting) -> float:
    """What the names of departments need below the columns, in points."""
    return RULE + _NAME + (_LINES - 1) * setting.style("cover_note").leading + 6.0


def departments(
    groups: Sequence[Group], spans: Sequence[tuple[float, float]], ends: tuple[float, float], colour: str,
    setting: Setting,
) -> list[Mark]:  # fmt: skip
    """A rule below the columns of each department, and its name; ``ends``: the rules' height, the right margin.

    A name that is longer than its department's columns goes on below the next ones, which then take the second line.
    """
    y, right = ends
    style = setting.style("cover_note")
    reached = [0.0] * _LINES
    marks: list[Mark] = [Rect(left, y, end - left, 0.8, setting.colour(colour)) for left, end in spans]
    for index, ((left, _), group) in enumerate(zip(spans, groups, strict=True)):
        following = spans[index + 1][0] if index + 1 < len(spans) else right + style.size
        line = _department(group.name, following - left - 4.0, colour, setting)
        rows = (0, 1) if line else (1, 0)
        line = line or _department(group.name, right, colour, setting)
        x = left if line is None else min(left, right + 4.0 - line.width)
        free = next((row for row in rows if x >= reached[row]), None)
        if line is None or free is None:
            continue
        marks += place_line(line, x, y + _NAME + free * style.leading)
        reached[free] = x + line.width + 4.0
    return marks


def _department(name: str, room: float, colour: str, setting: Setting) -> SetLine | None:
    """A department's name on one line, without the city's 市 where that helps; None rather than a part of it."""
    for words in (name, name.removeprefix("市")):
        line = setting.line_of((Run(words),), "label_strong", colour)
        if line.width <= room:
            return line
    return None


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share anything."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
