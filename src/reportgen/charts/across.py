"""Names of categories below columns and lines: side by side, turned, or every so many where time runs on."""

from itertools import pairwise
from typing import Literal

import msgspec

from reportgen.charts.lettering import LINE, Words
from reportgen.charts.sheet import HAIR, Sheet
from reportgen.model.chart_figures import is_sequence

_MOST_LINES = 3
_BETWEEN = 4.0  # points between the names of neighbours
_OVER = 12.0  # how far a name may reach over the right edge: beyond it stand names of lines
_EVERY = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 25, 30, 40, 50, 60, 100)
_LONGEST = 108.0  # of a turned or thinned name
_TICK = 3.0  # below a category whose name is printed, where not all are


class Across(msgspec.Struct, frozen=True):
    """The plan: ``lines`` holds the names that are printed, by category; x of category i is ``x(i)``."""

    left: float
    step: float
    how: Literal["level", "turned", "thinned"]
    lines: dict[int, tuple[Words, ...]]
    height: float  # of the zone below the drawing, in whole lines of the grid
    edges: tuple[float, float]  # beyond which no name may reach

    def x(self, category: int) -> float:
        """The middle of a category."""
        return self.left + (category + 0.5) * self.step

    def put(self, sheet: Sheet, category: int, top: float) -> None:
        """Print the name of ``category`` below ``top``, if it is one of those printed."""
        lines = self.lines.get(category)
        if lines is None:
            return
        if self.how == "turned":
            pitch = lines[0].size * LINE
            for index, words in enumerate(lines):
                x = self.x(category) + (index - (len(lines) - 1) / 2) * pitch
                sheet.put(words, x, top + 5 + words.width, turned=True)
            return
        if self.how == "thinned":
            x = self.x(category)
            sheet.rule((x, top), (x, top + _TICK), HAIR, sheet.colour("ink"))
        for index, words in enumerate(lines):
            baseline = top + sheet.grid / 2 + index * words.size * LINE + words.centre
            sheet.put(words, self.middle(category, words.width), baseline, align=0.5)

    def middle(self, category: int, width: float) -> float:
        """Where the middle of a name ``width`` wide stands: below its category, but inside the edges."""
        low, high = self.edges
        return min(max(self.x(category), low + width / 2), high - width / 2)


def level(sheet: Sheet, categories: tuple[str, ...], left: float, right: float) -> Across | None:
    """Every name printed upright below its category, or None where one does not fit."""
    step = (right - left) / len(categories)
    measure = step - _BETWEEN
    letter, style = sheet.lettering, sheet.label
    longest = max(letter.words(name, style).width for name in categories)
    if measure < (style.size if longest <= measure else style.size * 3):
        return None
    if any(letter.breaks_words(name, style, measure) for name in categories):
        return None
    lines = tuple(letter.lines(name, style, measure) for name in categories)
    most = max(map(len, lines))
    if most > _MOST_LINES:
        return None
    height = _high(sheet, sheet.grid + (most - 1) * style.size * LINE)
    return Across(left, step, "level", dict(enumerate(lines)), height, (left, right))


def thinned(sheet: Sheet, categories: tuple[str, ...], left: float, right: float) -> Across:
    """Every second, third … name, as many as fit without touching."""
    step = (right - left) / len(categories)
    letter, style = sheet.lettering, sheet.label
    measure = min(_LONGEST, right - left)
    lines = tuple(letter.lines(name, style, measure) for name in categories)
    widths = [max(words.width for words in line) for line in lines]
    count = len(categories)
    for every in (*_EVERY, count):
        plan = Across(left, step, "thinned", {}, 0.0, (0.0, min(sheet.width, right + _OVER)))
        kept = range(0, count, every)
        spans = [
            (plan.middle(one, widths[one]) - widths[one] / 2, plan.middle(one, widths[one]) + widths[one] / 2)
            for one in kept
        ]
        if all(end + 2 * _BETWEEN <= start for (_, end), (start, _) in pairwise(spans)):
            break
    most = max(len(lines[one]) for one in kept)
    height = _high(sheet, sheet.grid + (most - 1) * style.size * LINE)
    return msgspec.structs.replace(plan, lines={one: lines[one] for one in kept}, height=height)


def turned(sheet: Sheet, categories: tuple[str, ...], left: float, right: float) -> Across | None:
    """Every name read upwards, or None where the step is too small for it."""
    step = (right - left) / len(categories)
    style = sheet.label
    if step < style.size + 1.5:
        return None
    lines = tuple(sheet.lettering.lines(name, style, _LONGEST) for name in categories)
    if max(map(len, lines)) * style.size * LINE > step:
        return None
    longest = max(words.width for line in lines for words in line)
    return Across(left, step, "turned", dict(enumerate(lines)), _high(sheet, longest + 6), (left, right))


def any_across(sheet: Sheet, categories: tuple[str, ...], left: float, right: float) -> Across:
    """The best plan for a drawing that has to stand upright."""
    plan = level(sheet, categories, left, right)
    if plan is None and not is_sequence(categories):
        plan = turned(sheet, categories, left, right)
    return plan or thinned(sheet, categories, left, right)


def _high(sheet: Sheet, height: float) -> float:
    return sheet.lines_high(height) * sheet.grid
