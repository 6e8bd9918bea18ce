"""The head of a section: on a board over the full width, or plain (front and back matter)."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Line, Mark, Rect
from reportgen.model.blocks import AnyBlock, KeyFigures, Opening
from reportgen.model.document import Section
from reportgen.model.runs import Run
from reportgen.typeset.banner import set_banner
from reportgen.typeset.pages.piece import Piece, PlacedLine
from reportgen.typeset.pages.sheet import stacked_items
from reportgen.typeset.scene import set_scene
from reportgen.typeset.setting import Setting, set_text, set_title, stacked
from reportgen.typeset.tasks import tasks_of
from reportgen.typeset.text import TextSetting, widest_quantity

_BAR = 9.6
_BAR_HEIGHT = 108.0  # of 100 %
_LOW = 45.0  # of 100 % below a headline
_LIFT = 36.0  # that a headline is raised by above such bars
_MOST = 60
_STEP = 16.6
_FEW = 3  # so few bars are twice as wide, like the columns of the cover
_CLOSEST = 7.0
_CLOSER = (1.0, 0.85, 0.7, 0.55)  # of the bars' own step, for a headline beside them that breaks badly else
_HALF = 24  # so many bars at most keep to half of the measure below a headline
_NAME_AT = 60.0  # from the number's left edge, where two figures leave room
_MARKS = frozenset("，。；：、！？…—”’》）")
_NUMBER_DROP = 4.0  # of the large number and its name below the page's first baseline
_SHARE = 0.66  # of the measure: what is left to the headline beside many bars


class SetBlock(Protocol):
    """Sets a block of any kind."""

    def __call__(self, block: AnyBlock, id: str, setting: Setting) -> list[Piece]:
        """The pieces of ``block``."""
        ...


def set_opening(block: Opening, id: str, setting: Setting, set_block: SetBlock) -> list[Piece]:
    """The section's name and headline. Departments have a board where the theme says so."""
    section = setting.section(id.rpartition("/")[0])
    looks = setting.theme.looks
    if section.role == "department" and setting.theme.opening == "board":
        if looks.board == "scene":
            return [set_scene(block, id, setting, _below(section, setting, set_block))]
        return [_board(block, id, setting)]
    if section.role != "department" and looks.head == "band":
        headline = setting.runs(block.headline) if block.headline else ()
        return set_banner(_name(block, id, setting), headline, block.people, setting.document.anchors[id], setting)
    pieces = _plain(block, id, setting)
    begins = looks.head == "page" and setting.theme.department_page != "flow"  # as departments do
    if section.role != "department" and begins:
        pieces[:1] = [msgspec.structs.replace(one, page="next") for one in pieces[:1]]
    return pieces


def _below(section: Section, setting: Setting, set_block: SetBlock) -> float:
    """How deep the key numbers are that the section begins with, 0.0 where it does not."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, KeyFigures):
        return 0.0
    quiet = TextSetting(setting.text.book, Diagnostics(), setting.theme.typography, setting.text.lights)
    pieces = set_block(first, f"{section.id}/0", msgspec.structs.replace(setting, text=quiet))
    return stacked_items(enumerate(pieces), setting.grid)[1] - pieces[-1].after if pieces else 0.0


def _name(block: Opening, id: str, setting: Setting) -> tuple[Run, ...]:
    number = setting.document.numbers.get(id, "")
    return (*((Run(number),) if number else ()), *setting.runs(block.name))


def _plain(block: Opening, id: str, setting: Setting) -> list[Piece]:
    pieces = set_text(setting, _name(block, id, setting), "section_name", title=True)
    if block.headline is not None:
        pieces = [msgspec.structs.replace(piece, after=0.0) for piece in pieces]  # the headline belongs to the name
        pieces += set_text(setting, setting.runs(block.headline), "section_headline", title=True)
    for person in block.people:
        pieces = [*pieces[:-1], msgspec.structs.replace(pieces[-1], after=0.0)]
        pieces += set_text(setting, (Run(person.words),), "section_people", title=True)
    if pieces:
        kept = pieces[0].before if setting.theme.typography.opening_space == "keep" else 0.0
        pieces[0] = msgspec.structs.replace(pieces[0], anchors=(setting.document.anchors[id],), head=kept)
        pieces = [msgspec.structs.replace(piece, opens=True) for piece in pieces]
        pieces[:-1] = [msgspec.structs.replace(piece, keep=1) for piece in pieces[:-1]]
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=2)
    return pieces


def _board(block: Opening, id: str, setting: Setting) -> Piece:
    grid = setting.grid
    name_style, style = setting.style("board_name"), setting.style("board_headline")
    headline = setting.runs(block.headline) if block.headline else ()
    plan = _planned(_bars(id, setting), headline, setting)
    number = setting.line(ordinal, "board_number") if (ordinal := setting.ordinal(id)) else None
    name_at = 0.0 if number is None else max(_NAME_AT, number.width + name_style.size)
    names = setting.ragged(setting.runs(block.name), "board_name", setting.measure - name_at)
    lines = set_title(setting, headline, "board_headline", plan.room, style.colour)  # what it refers to as well
    people = [
        line for one in block.people
        for line in setting.ragged((Run(one.words),), "board_people", setting.measure - name_at)
    ]  # fmt: skip
    small = setting.style("board_people").leading
    depth = 4.5 + 2 * len(lines) + len(names) + (small * len(people) / grid)
    foot = max(10.0, depth) * grid  # the board's lower edge
    foot = round(foot / grid + 0.49) * grid
    first = setting.baseline(name_style.leading, name_style.size) + (0.0 if number is None else _NUMBER_DROP)
    placed: list[PlacedLine] = [] if number is None else [(0.0, first, number)]
    placed += stacked(names, name_style.leading, first, name_at)
    last = foot - 1.5 * grid - (_LIFT if plan.below else 0.0)
    placed += stacked(lines, style.leading, last - style.leading * (len(lines) - 1))
    placed += stacked(people, small, first + name_style.leading * (len(names) - 1) + 1.1 * small, name_at)
    marks = _skyline(plan, foot, setting) if plan.bars else ()
    return Piece(
        foot, tuple(placed), under=marks, opens=True, keep=1, after=2 * grid,
        bands=setting.board(foot, setting.colour("primary")), anchors=(setting.document.anchors[id],),
    )  # fmt: skip


class _Plan(msgspec.Struct, frozen=True):
    """The bars with their step, what is left to the headline; ``below``: the bars stand below it."""

    bars: tuple[float, ...]
    step: float
    room: float
    below: bool = False


def _planned(bars: tuple[float, ...], headline: Sequence[Run], setting: Setting) -> _Plan:
    """Headline and bars side by side, closer bars or bars below the headline where that breaks it better.

    Better is on fewer lines, with more of them ended by a mark.
    """
    measure, count = setting.measure, len(bars)
    if not count:
        return _Plan(bars, _STEP, measure)
    own, gap = _step(count, headline, setting), 1.5 * setting.style("board_headline").size
    shares = (2.0, *_CLOSER) if count <= _FEW else _CLOSER
    steps = [share * own for share in shares if share >= 1.0 or share * own >= _CLOSEST]
    plans = [_Plan(bars, step, measure - step * count - gap) for step in steps]
    wide = measure if count > _HALF else 0.5 * measure
    low = _Plan(bars, min(_STEP * (2.0 if count <= _FEW else 1.0), wide / count), measure, below=True)
    return min([low] if count > _HALF else [*plans, low], key=lambda plan: _badness(headline, plan.room, setting))


def _badness(headline: Sequence[Run], room: float, setting: Setting) -> int:
    """How many lines a headline takes, and how many of them end within a phrase."""
    quiet = TextSetting(setting.text.book, Diagnostics(), setting.theme.typography, setting.text.lights)
    lines = set_title(msgspec.structs.replace(setting, text=quiet), headline, "board_headline", room)
    return len(lines) + sum(line.text.rstrip()[-1:] not in _MARKS for line in lines[:-1])


def _step(bars: int, headline: Sequence[Run], setting: Setting) -> float:
    """How far the bars beside a headline stand apart: closer where one of its figures would lose its unit else."""
    look = setting.look("board_headline")
    step = min(_STEP, setting.measure * (1 - _SHARE) / bars)
    left = setting.measure - 1.5 * look.size - widest_quantity(setting.text, headline, look)
    return max(min(step, left / bars), min(step, _CLOSEST))


def _bars(id: str, setting: Setting) -> tuple[float, ...]:
    """The completion of every task of this section, in per cent, in the order of its text."""
    return tuple(task.percent for task in tasks_of(id.rpartition("/")[0], setting)[:_MOST])


def _skyline(plan: _Plan, foot: float, setting: Setting) -> tuple[Mark, ...]:
    """Bars of paper that rise out of the board's lower edge, with the line of the time elapsed.

    At the year's end what is missing to the target is seen too.
    """
    elapsed = setting.document.booklet.report.edition.elapsed
    full = _LOW if plan.below else _BAR_HEIGHT
    width = min(_BAR * (2.0 if len(plan.bars) <= _FEW else 1.0), 0.6 * plan.step)
    left = setting.measure - plan.step * len(plan.bars) + (plan.step - width)
    paper = setting.colour("paper" if setting.filled else "primary")
    missing = setting.colour("deep" if setting.filled else "track")
    marks: list[Mark] = []
    for index, percent in enumerate(plan.bars):
        x, height = left + index * plan.step, full * percent / 100
        if elapsed >= 100 and height < full:
            marks.append(Rect(x, foot - full, width, full - height, missing))
        marks.append(Rect(x, foot - height, width, height, paper))
    time = foot - full * elapsed / 100
    marks.append(Line(left - 6, time, setting.measure + 6, time, 1.2, setting.colour("accent")))
    return tuple(marks)
