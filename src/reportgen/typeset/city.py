"""A city of the edition's tasks, for a cover: a tower a task; where they are too many, a window a task.

Few tasks: each tower is as high as its task is done. Many: a tower for each department, or for a few of its tasks, with
a window for each, filled from below as far as the task is done, so that what is done can be counted.
"""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.typeset.icons import draw_icon
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import polygon
from reportgen.typeset.tasks import Group, Task
from reportgen.typeset.text import SetLine, place_line
from reportgen.typeset.tower import Tower, draw_tower

_WIDE = 0.8  # of the step: a tower
_FEW, _LARGER = 6, 1.5  # so few towers stand so much farther apart, at the right
_CLOSEST = 0.367  # of the step where they are few: closer, and tasks are windows
_ROOF = 0.56  # of a tower's width
_LOW = 0.12  # of the height of 100 %: a task not begun is a house all the same
_MOST = 8  # towers of windows, unless there are more departments
_LEAST = 4  # windows in a tower, where a department has more than one
_WIDEST = 1.28  # of that step: such a tower
_PANE = (0.24, 1.25)  # of its width: a window; of that its height
_PAIRS = 20.0  # points: narrower, and a storey has one window
_STOREY = (0.34, 0.83)  # of its width: above the first storey, a storey at most
_PANES = (0.19, 0.57)  # of its width: their left edges
_EAVES = 0.057
_SIGNED, _SIGN = 30.0, 0.44  # points: a wall as wide as that has a sign; of its width: the sign
_DEEP = 2.6  # lines of small type: below the last window, where the number of tasks stands


class Site(msgspec.Struct, frozen=True):
    """Where a city stands, in points: its left edge and width, the ground, where its walls end below it.

    ``tall``: what 100 % takes; ``roof``: a roof, at most; ``step``: from tower to tower where they are few; ``bright``:
    from there on the sky is as bright as a wall of sand.
    """

    left: float
    width: float
    ground: float
    foot: float
    tall: float
    roof: float
    step: float
    bright: float


def draw_city(groups: Sequence[Group], site: Site, setting: Setting) -> tuple[list[Mark], tuple[str, str]]:
    """The towers, and what they show in words: at length and in short."""
    tasks = [task for group in groups for task in group.tasks]
    largest = site.step * (_LARGER if len(tasks) <= _FEW else 1.0)
    step = min(largest, site.width / (len(tasks) - 1 + _WIDE))
    if step >= _CLOSEST * site.step or len(tasks) <= _LEAST:
        words = (f"楼高按册内{len(tasks)}项任务的完成率画出", "楼高按任务完成率画出")
        return _heights(tasks, step, site, setting), words
    most, each = _windows_each(groups)
    parts = [group.tasks[at : at + most] for group in groups for at in range(0, len(group.tasks), most)]
    names = [group.section for group in groups] if each else [""] * len(parts)
    short = "一窗一项任务，涂满的已完成"
    return _windows(parts, names, site, setting), (f"一楼一部门，{short}" if each else short, short)


def _windows_each(groups: Sequence[Group]) -> tuple[int, bool]:
    """How many windows a tower has at most, and whether every department has one tower."""
    longest = max(len(group.tasks) for group in groups)
    if len(groups) >= _LEAST:
        return longest, True
    most = _LEAST
    while sum(-(-len(group.tasks) // most) for group in groups) > _MOST:
        most += 1
    return most, False


def _lefts(count: int, step: float, site: Site) -> list[float]:
    """The left edges: before the sun at the right where they are few, else in the middle."""
    left = site.left + (site.width - step * (count - 1 + _WIDE)) * (0.5 if count > _FEW else 1.0)
    return [left + index * step for index in range(count)]


def _walls(lefts: Sequence[float], wide: float, site: Site, setting: Setting) -> list[str]:
    """The colours of walls in turn; none of sand before a bright sky: it would melt into it."""
    names = ("paper", "sand", "pale", "paper", "pale") if setting.filled else ("pale", "track")
    walls = [names[index % len(names)] for index in range(len(lefts))]
    return [
        setting.colour("paper" if wall == "sand" and left + wide > site.bright else wall)
        for wall, left in zip(walls, lefts, strict=True)
    ]


def _roof(wall: str, setting: Setting) -> str:
    """The colour of a roof that is seen on the sky, which is the first department's, and over ``wall``."""
    hues = setting.theme.hues
    roof = hues[0].roof if hues else setting.colour("red")
    return setting.colour("paper") if roof == wall else roof


def _heights(tasks: Sequence[Task], step: float, site: Site, setting: Setting) -> list[Mark]:
    """A tower for each task."""
    wide = _WIDE * step
    roof = min(site.roof, _ROOF * wide)
    lines = [setting.line(f"{task.words}%", "label_strong", "ink") for task in tasks]
    if any(line.width > wide for line in lines):
        lines = [setting.line(task.words, "label_strong", "ink") for task in tasks]
    shown = all(line.width <= wide - 1.0 for line in lines)
    lefts = _lefts(len(tasks), step, site)
    marks: list[Mark] = []
    for task, line, x, wall in zip(tasks, lines, lefts, _walls(lefts, wide, site, setting), strict=True):
        tower = Tower(x, site.ground, wide, site.tall * max(_LOW, task.percent / 100), roof)
        marks.append(Rect(x, site.ground - 1.0, wide, site.foot - site.ground + 1.0, wall))
        colours = (wall, _roof(wall, setting), setting.colour("primary"))
        marks += draw_tower(tower, colours, line if shown else None)
    return marks


def _windows(parts: Sequence[Sequence[Task]], names: Sequence[str], site: Site, setting: Setting) -> list[Mark]:
    """A tower for each part of the tasks, with a window for each of them; as high as it has storeys.

    ``names``: the section that a tower is of, whose icon it has, or "".
    """
    step = min(_WIDEST * site.step / _WIDE, site.width / (len(parts) - 1 + _WIDE))
    wide = _WIDE * step
    roof = min(1.4 * site.roof, _ROOF * wide)
    icons = [setting.section(name).icon if name and wide >= _SIGNED else None for name in names]
    side = _SIGN * wide
    foot = _DEEP * setting.style("label").size + (1.2 * side if any(icons) else 0.0)
    lines = [setting.line(f"{len(part)}项", "label_strong", "ink") for part in parts]
    if any(line.width > wide - 1.0 for line in lines):
        lines = [setting.line(str(len(part)), "label_strong", "ink") for part in parts]
    shown = all(line.width <= wide - 1.0 for line in lines)
    across = 2 if wide >= _PAIRS else 1
    storeys = [-(-len(part) // across) for part in parts]
    highest = max(_STOREY[1] * wide, 1.2 * setting.grid)
    pitch = min((site.tall - foot - _STOREY[0] * wide) / max(storeys), highest)
    lefts = _lefts(len(parts), step, site)
    walls = _walls(lefts, wide, site, setting)
    marks: list[Mark] = []
    for part, count, line, icon, x, wall in zip(parts, storeys, lines, icons, lefts, walls, strict=True):
        top = site.ground - foot - count * pitch - _STOREY[0] * wide
        marks.append(Rect(x, top, wide, site.foot - top, wall))
        over = _EAVES * wide
        roofed = ((x - over, top), (x + wide / 2, top - roof), (x + wide + over, top))
        marks.append(polygon(roofed, _roof(wall, setting)))
        marks += _panes(part, (x, top + _STOREY[0] * wide), (wide, pitch), wall, setting)
        if icon is not None:
            y = site.ground - (1.9 * line.size if shown else 0.6 * line.size) - side
            marks.append(draw_icon(icon, x + (wide - side) / 2, y, side, setting.colour("primary")))
        if shown:
            marks += _below(line, x + wide / 2, site.ground)
    return marks


def _below(line: SetLine, middle: float, ground: float) -> tuple[Mark, ...]:
    return place_line(line, middle - line.width / 2, ground - 0.7 * line.size)


def _panes(
    tasks: Sequence[Task], corner: tuple[float, float], size: tuple[float, float], wall: str, setting: Setting
) -> list[Mark]:
    """The windows from ``corner`` down, filled from below; ``size``: a wall's width, a storey's height."""
    (x, y), (wide, pitch) = corner, size
    lefts = _PANES if wide >= _PAIRS else _PANES[:1]
    across = _PANE[0] * wide if len(lefts) > 1 else (1 - 2 * lefts[0]) * wide
    down = min(_PANE[1] * across, 0.7 * pitch)
    hollow = setting.colour("pale" if wall == setting.colour("paper") else "paper")
    marks: list[Mark] = []
    for index, task in enumerate(tasks):
        storey, place = divmod(index, len(lefts))
        left, top = x + lefts[place] * wide, y + storey * pitch
        filled = down * task.percent / 100
        if filled < down:
            marks.append(Rect(left, top, across, down - filled, hollow))
        if filled:
            marks.append(Rect(left, top + down - filled, across, filled, setting.colour("primary")))
    return marks
