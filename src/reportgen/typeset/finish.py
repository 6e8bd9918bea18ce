"""The year's end: every task a column that has come up to the line of its target, or is short of it.

Columns stand on the ground, which is the sea's edge; what is missing is pale. Figures stand in one row above the line,
names hang from the columns' foot, below them their departments. Where there are too many columns for that, only those
that are short of the line have words.
"""

from collections.abc import Sequence

from reportgen.drawing import Mark, Rect
from reportgen.typeset.horizon import Paints, Water
from reportgen.typeset.setting import Setting
from reportgen.typeset.skyline import PITCH, RULE, Box, behind_first, departments, hang, meet, names_of, rank_of
from reportgen.typeset.tasks import Group
from reportgen.typeset.text import place_line

_FULL = 0.3  # of the page's height: a column of 100 %
_ABOVE = 6.0  # from the line to the figures
_ROW = 11.0  # from a row of figures to the one above it, where two would touch
_ROWS = 2
_ROOM = 13.0  # that figures may take above the highest place for a column
_HANG = 16.0  # from the ground to a name's first baseline
_OVER = 8.0  # that the line reaches beyond the columns


def draw_finish(groups: Sequence[Group], land: Water, paints: Paints, setting: Setting) -> list[Mark]:
    """Columns, line, figures, names and departments; ``land.surface`` is the ground."""
    ground = land.surface
    full = max(0.0, min(_FULL * setting.theme.page.height, ground - land.top - _ROW))
    rank = rank_of(groups, land.left, land.right)
    short = [one.task.percent < 100 for one in rank.columns]
    column, missing = setting.colour(paints.column), setting.colour("pale" if setting.filled else "track")
    marks: list[Mark] = []
    for one in rank.columns:
        top = ground - full * one.task.percent / 100
        if one.task.percent < 100:
            marks.append(Rect(one.x, ground - full, one.width, top - (ground - full), missing))
        if one.task.percent > 0:
            marks.append(Rect(one.x, top, one.width, ground - top, column))
    line = ground - full
    right = max(land.right, rank.spans[-1][1])
    marks.append(Rect(land.left - _OVER, line - 0.75, right - land.left + 2 * _OVER, 1.5, setting.colour("accent")))
    chosen = behind_first(rank, short) if rank.crowded else range(len(rank.columns))
    shown: list[Box] = []
    for at in chosen:
        one = rank.columns[at]
        role, colour = ("label_strong", "ink") if short[at] else ("label_medium", paints.figure)
        figure = setting.line(one.task.words, role, colour)
        x = one.middle - figure.width / 2
        for row in range(_ROWS):
            y = line - _ABOVE - row * _ROW
            box = (x - 1.0, y - 0.8 * figure.size, x + figure.width + 1.0, y + 1.0)
            if box[1] >= land.top - _ROOM and not any(meet(box, other) for other in shown):
                shown.append(box)
                marks += place_line(figure, x, y)
                break
    names = names_of(rank, short, land.foot - ground - _HANG, setting)
    longest = max(map(len, names), default=0)
    size = setting.style("cover_note").size
    marks += hang(rank, names, ground + _HANG, paints.word, setting)
    foot = ground + (_HANG + PITCH * size * (longest - 1) + 0.6 * size if longest else 0.0)
    return [*marks, *departments(groups, rank.spans, (foot + RULE, land.right), paints.word, setting)]
