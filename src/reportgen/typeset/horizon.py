"""A sea whose surface is the time elapsed: every task a column that rises out of it, or has not yet come so far.

Above each column its figure, inside the water its name from top to bottom, below the columns their departments. Where
there are too many columns for that, only those still under water have words. See ``finish`` for the year's end.
"""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.typeset.setting import Setting
from reportgen.typeset.skyline import PITCH, RULE, Box, Column, behind_first, departments, hang, meet, names_of, rank_of
from reportgen.typeset.tasks import Group
from reportgen.typeset.text import place_line

_FULL = 0.535  # of the page's height: a column of 100 %
_ABOVE = 5.0  # from a column to its figure
_BELOW = 12.0  # from the top of a column under water to its figure
_NAME_FOOT = 14.0  # from a name's last baseline to the column's foot, where names are short


class Water(msgspec.Struct, frozen=True):
    """Where things are: sides, surface, the highest a column may reach, the lowest place for what stands below."""

    left: float
    right: float
    surface: float
    top: float
    foot: float


class Paints(msgspec.Struct, frozen=True):
    """Names of colours: columns above the water, their figures; the water, columns in it, words in it."""

    column: str
    figure: str
    water: str
    deep: str
    word: str


def draw_columns(groups: Sequence[Group], water: Water, paints: Paints, setting: Setting) -> list[Mark]:
    """The columns of all groups with their words."""
    return _Columns(groups, water, paints, setting).marks()


class _Columns:
    def __init__(self, groups: Sequence[Group], water: Water, paints: Paints, setting: Setting) -> None:
        self.groups, self.water, self.paints, self.setting = groups, water, paints, setting
        elapsed = setting.document.booklet.report.edition.elapsed
        highest = max((task.percent for group in groups for task in group.tasks), default=100.0)
        full = _FULL * setting.theme.page.height
        if highest > elapsed:
            full = min(full, (water.surface - water.top) / (highest - elapsed) * 100)
        if elapsed > 0:
            full = min(full, (water.foot - water.surface) / elapsed * 100)
        self.full = max(full, 0.0)
        self.ground = water.surface + self.full * elapsed / 100
        self.rank = rank_of(groups, water.left, water.right)
        self.short = [one.task.percent < elapsed for one in self.rank.columns]

    def top(self, one: Column) -> float:
        return self.ground - self.full * one.task.percent / 100

    def marks(self) -> list[Mark]:
        """Columns first, then what stands on them."""
        made: list[Mark] = []
        surface = self.water.surface
        column, deep = self.setting.colour(self.paints.column), self.setting.colour(self.paints.deep)
        for one in self.rank.columns:
            top = self.top(one)
            if top < surface:
                made.append(Rect(one.x, top, one.width, surface - top, column))
            wet = max(top, surface)
            if self.ground > wet:
                made.append(Rect(one.x, wet, one.width, self.ground - wet, deep))
        size = self.setting.style("cover_note").size
        names = names_of(self.rank, self.short, self.ground - surface - _NAME_FOOT - 2 * size, self.setting)
        longest = max(map(len, names), default=0)
        first = self.ground - _NAME_FOOT - PITCH * size * (longest - 1)
        made += self._figures(first - 0.88 * size if longest else self.ground)
        made += hang(self.rank, names, first, self.paints.word, self.setting)
        ends = (self.ground + RULE, self.water.right)
        return [*made, *departments(self.groups, self.rank.spans, ends, self.paints.word, self.setting)]

    def _figures(self, names: float) -> list[Mark]:
        """Each figure over its column, under the water in it; left out where it would touch another or a column.

        ``names``: where names begin. A column that ends lower has its figure above its name. Among too many columns
        only those under water have theirs, on a piece of water of its own.
        """
        crowded, rank = self.rank.crowded, self.rank
        shown: list[Box] = []
        marks: list[Mark] = []
        for index in behind_first(rank, self.short) if crowded else range(len(rank.columns)):
            one = rank.columns[index]
            dry, top = not self.short[index], self.top(one)
            role, colour = ("label_medium", self.paints.figure) if dry else ("label_strong", self.paints.word)
            line = self.setting.line(one.task.words, role, colour)
            inside = not dry and top + _BELOW + 4.0 <= names
            y = top + _BELOW if inside else min(top, names if not dry else top) - _ABOVE
            x = one.middle - line.width / 2
            box = (x - 1.0, y - 0.8 * line.size, x + line.width + 1.0, y + 1.5)
            if not dry and box[1] < self.water.surface + 2.0:
                continue
            if any(meet(box, other) for other in shown) or self._beside(box, index, dry=dry):
                continue
            shown.append(box)
            if crowded:
                marks.append(Rect(box[0], box[1], box[2] - box[0], box[3] - box[1], self._ground_of(line.width, one)))
            marks += place_line(line, x, y)
        return marks

    def _ground_of(self, width: float, one: Column) -> str:
        """What a figure among many columns stands on: the water, which parts there; its column where that is wider."""
        return self.setting.colour(self.paints.deep if width + 2.0 <= one.width else self.paints.water)

    def _beside(self, box: Box, index: int, *, dry: bool) -> bool:
        """Whether a figure would run into the column at its left or right, or off the page's margins.

        In the water, among many, only into the top of one.
        """
        columns = self.rank.columns
        if box[0] < self.water.left - 8.0 or box[2] > self.water.right + 8.0:
            return True
        for one in (columns[at] for at in (index - 1, index + 1) if 0 <= at < len(columns)):
            top = self.top(one)
            if meet(box, (one.x, top, one.x + one.width, self.ground if dry or not self.rank.crowded else top + 1.0)):
                return True
        return False
