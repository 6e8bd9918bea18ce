"""The head of a department on its hue: a large number, the headline, and its tasks as towers on the ground below."""

from collections.abc import Sequence
from math import ceil

from reportgen.drawing import Begin, End, Mark
from reportgen.model.blocks import Opening
from reportgen.model.document import Section, opening_of
from reportgen.model.runs import Run
from reportgen.theme import Hue
from reportgen.theme.paints import contrast
from reportgen.typeset.icons import draw_icon
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact
from reportgen.typeset.setting import Setting, set_title
from reportgen.typeset.shapes import TOP, box, disc, hill
from reportgen.typeset.tasks import Group, Task, cover_alt, tasks_of
from reportgen.typeset.text import place_line
from reportgen.typeset.tower import Tower, draw_tower

_SHARE = 0.6  # of the page's height: the hue's lower edge, where tasks stand below the key numbers
_ALONE = 0.66  # where nothing else does
_LEAST = 72.0  # what a drawing needs
_ABOVE = 0.8  # grid lines from the words to the drawing
_BELOW = 2.0  # grid lines from the hue's lower edge to the key numbers
_INSIDE = 0.8  # of a hill's radius: an icon in it
_WIDE, _STEP = 0.1, 0.125  # of the measure: a tower, from tower to tower, where there are few
_FEW = 3  # so few towers are wider by half
_ROOF = 0.56  # of a tower's width
_PEOPLE = ((0.02, 0.13, 0), (0.085, 0.1, 1), (0.19, 0.12, 2))  # left edge, height (of the measure), colour
_CONTRAST = 4.0  # of an icon to what it stands on
_MOST = 24  # more towers than that would be sticks
_TALLEST = 0.42  # of the measure


def set_scene(block: Opening, id: str, setting: Setting, below: float) -> Piece:
    """The whole board as one piece; what it shows is also said, in words, below it.

    ``below``: how deep the key numbers are that stand under it, on the same page if they can.
    """
    section = id.rpartition("/")[0]
    hue = setting.hue(section)
    words = _Words(block, id, setting, hue)
    page, grid = setting.theme.page, setting.grid
    share = _SHARE if tasks_of(section, setting) else _ALONE
    foot = round((share * page.height - page.top) / grid + 0.3) * grid
    if below:
        foot = min(foot, int((page.depth - below) / grid - _BELOW) * grid)
    foot = max(foot, ceil(words.foot / grid + 1.5) * grid)
    drawn = _landscape(section, (words.foot + _ABOVE * grid, foot), hue, setting)
    return Piece(
        foot, tuple(words.lines), over=(*words.shown, *drawn), opens=True, keep=1, after=_BELOW * grid,
        bands=setting.board(foot, hue.fill), anchors=(setting.document.anchors[id],),
    )  # fmt: skip


def room_below(section: Section, setting: Setting) -> float:
    """What is left of the page below the board of ``section``, where that is as low as its drawing lets it."""
    words = _Words(opening_of(section), f"{section.id}/head", setting, setting.hue(section.id))
    foot = ceil((words.foot + _LEAST) / setting.grid + _ABOVE) + _BELOW
    return setting.theme.page.depth - foot * setting.grid


class _Words:
    """Number at the left, name and period at the right, headline below; ``foot`` is where they end."""

    def __init__(self, block: Opening, id: str, setting: Setting, hue: Hue) -> None:
        self.lines: list[PlacedLine] = []
        name, head = setting.style("board_name"), setting.style("board_headline")
        ordinal = setting.ordinal(id)
        number = setting.line(ordinal, "board_number", hue.strong) if ordinal else None
        taken = 0.0 if number is None else number.width + name.size
        first = setting.baseline(name.leading, name.size)
        at = max(first, 0.58 * setting.style("board_number").size)
        if number is not None:
            self.lines.append((-0.02 * number.size, at, number))
        y = first
        for line in setting.ragged(setting.runs(block.name), "board_name", setting.measure - taken, hue.text):
            self.lines.append((setting.measure - line.width if number else 0.0, y, line))
            y += name.leading
        self.shown = self._period(y + 0.1 * name.leading, bool(number), setting, hue)
        people, y = self._people(block, y + 0.1 * name.leading, bool(number), setting, hue)
        y = max(at, y + 0.5 * name.leading)
        self.foot = y
        y += 0.4 * setting.grid + head.leading
        headline = setting.runs(block.headline) if block.headline else ()
        for line in set_title(setting, headline, "board_headline", setting.measure, hue.text) if headline else ():
            self.lines.append((0.0, y, line))
            self.foot = y
            y += head.leading
        self.lines += people

    def _people(
        self, block: Opening, y: float, right: bool, setting: Setting, hue: Hue
    ) -> tuple[list[PlacedLine], float]:  # fmt: skip
        """Who is in charge, below the period on baseline ``y``; and the last baseline."""
        style, found = setting.style("board_people"), []
        for person in block.people:
            for line in setting.ragged((Run(person.words),), "board_people", 0.6 * setting.measure, hue.text):
                y += style.leading
                found.append((setting.measure - line.width if right else 0.0, y, line))
        return found, y

    def _period(self, y: float, right: bool, setting: Setting, hue: Hue) -> tuple[Mark, ...]:
        """The edition below the name: furniture, the cover has said it."""
        line = setting.line(setting.document.booklet.report.edition.period, "label", hue.text)
        if line.width > 0.5 * setting.measure:
            return ()
        return as_artifact(*place_line(line, setting.measure - line.width if right else 0.0, y))


def _landscape(section: str, room: tuple[float, float], hue: Hue, setting: Setting) -> tuple[Mark, ...]:
    """Hills, and a tower for each task on their ground; nothing where there is no room for it."""
    top, ground = room
    height = ground - top
    if height < _LEAST:
        return ()
    measure = setting.measure
    tasks = tasks_of(section, setting)[:_MOST]
    r = min(0.27 * measure, height - 4.0)
    marks: list[Mark] = [hill(0.7 * measure, ground, r, hue.tint)] if setting.filled and tasks else []
    marks += _people(ground, hue, setting) if 0 < len(tasks) <= _FEW else []
    if not tasks:
        return as_artifact(*marks, *_alone(section, room, hue, setting))
    marks += _towers(tasks, (top, ground), hue, setting)
    alt = cover_alt([Group(section, "", tasks)]).replace("：，", "：")
    return (Begin("Figure", alt=alt), *marks, End())


def _alone(section: str, room: tuple[float, float], hue: Hue, setting: Setting) -> list[Mark]:
    """What a department without tasks is shown by: its icon on a hill, or hills."""
    measure, (top, ground) = setting.measure, room
    paper = setting.colour("paper") if setting.filled else hue.tint
    icon = setting.section(section).icon
    if icon is None:
        r = min(0.27 * measure, ground - top - 4.0)
        marks: list[Mark] = [hill(0.7 * measure, ground, r, hue.tint)] if setting.filled else []
        marks += [hill(0.46 * measure, ground, 0.62 * r, paper), hill(0.93 * measure, ground, 0.38 * r, hue.roof)]
        return [*marks, hill(0.2 * measure, ground, 0.3 * r, hue.strong)]
    r = min(0.4 * measure, ground - top - 4.0)
    side, middle = _INSIDE * r, 0.66 * measure
    marks = [hill(middle, ground, r, hue.tint)]
    marks.append(draw_icon(icon, middle - side / 2, ground - 0.06 * r - side, side, _inked(hue, setting)))
    return [*marks, *_people(ground, hue, setting)]


def _inked(hue: Hue, setting: Setting) -> str:
    """The colour of an icon on the tint of ``hue``: its own, or ink where that is too light."""
    return hue.fill if contrast(hue.fill, hue.tint) >= _CONTRAST else setting.colour("ink")


def _people(ground: float, hue: Hue, setting: Setting) -> list[Mark]:
    """Three of those whom it is about, at the left."""
    measure = setting.measure
    marks: list[Mark] = []
    for left, height, which in _PEOPLE:
        colour = (hue.strong, hue.roof, setting.colour("paper") if setting.filled else hue.fill)[which]
        tall, wide = height * measure, 0.36 * height * measure
        x = left * measure
        marks.append(disc(x + wide / 2, ground - tall + 0.42 * wide, 0.42 * wide, colour))
        body = 0.68 * tall
        marks.append(box((x, ground - body), (wide, body), wide / 2, colour, TOP))
    return marks


def _towers(tasks: Sequence[Task], room: tuple[float, float], hue: Hue, setting: Setting) -> list[Mark]:
    top, ground = room
    measure, count = setting.measure, len(tasks)
    largest = _STEP * measure * (1.5 if count <= _FEW else 1.0)
    step = min(largest, measure / (count - 1 + _WIDE / _STEP))
    wide = _WIDE / _STEP * step
    roof = _ROOF * wide
    tall = min(ground - top - roof, _TALLEST * measure)
    taken = step * (count - 1) + wide
    left = min((measure - taken) / 2 + 0.2 * measure, measure - taken)
    left = max(left, 0.0) if count > 3 else 0.7 * measure - taken / 2
    wall = setting.colour("paper") if setting.filled else hue.tint
    lines = [setting.line(f"{task.words}%", "label_strong", "ink") for task in tasks]
    if any(line.width > wide - 4.0 for line in lines):
        lines = [setting.line(task.words, "label_strong", "ink") for task in tasks]
    shown = all(line.width <= wide - 1.0 for line in lines)
    marks: list[Mark] = []
    for index, task in enumerate(tasks):
        tower = Tower(left + index * step, ground, wide, max(0.16, task.percent / 100) * tall, roof)
        marks += draw_tower(tower, (wall, hue.roof, hue.fill), lines[index] if shown else None)
    return marks
