"""Names of categories below a plot: how they stand, and how much higher that makes a chart.

Word and LibreOffice share out a chart between its plot and its names as they like: of a frame that is too low for
names read upwards, LibreOffice leaves a quarter to the plot, or prints no names where the plot has a fixed place.
"""

import math
from collections.abc import Sequence
from decimal import Decimal

from reportgen.model.chart_figures import is_sequence
from reportgen.model.document import ChartData
from reportgen.word.native.bars import column_figures
from reportgen.word.native.ends import SCALE_SHARE, room_for_names
from reportgen.word.native.frame import NAMES, NamesHow, Room, width_of
from reportgen.word.native.paint import LABEL

LEAST = 0.4  # of a chart that cannot be as high as its names would need, for what stands above them
_BETWEEN = 4.0  # names of neighbours
_MOST_LINES = 3  # of a name
_LONGEST = 108.0  # points of names that count on: longer ones the booklet breaks, but no reader of a draft
_LEAST_STEP = LABEL + 1.5  # from name to name that are read upwards
_AIR = 12.0  # above and below names that are read upwards
_LEANING = 0.71  # of their length, the height of names at 45 degrees
_BELOW_LINES = 26.0  # points below a plot with a fixed place


def names_fit(names: Sequence[str], width: float) -> bool:
    """Whether all names can stand side by side below a plot that is ``width`` points wide, on a few lines each."""
    measure = width / len(names) - _BETWEEN
    widths = [width_of(name) for name in names]
    if max(widths) <= measure:
        return True
    return measure >= 3 * LABEL and all(math.ceil(one / measure) <= _MOST_LINES for one in widths)


def names_stand(room: Room) -> NamesHow:
    """How names stand below a plot: side by side, read upwards, or every so many of names that count on."""
    data = room.data
    if data.type not in ("column", "stacked", "line", "area") or names_fit(data.categories, _span(room)):
        return "level"
    return "thinned" if are_thinned(data.categories, _span(room)) else "turned"


def are_thinned(names: Sequence[str], width: float) -> bool:
    """Whether of names that do not stand side by side only every so many are printed.

    LibreOffice prints them all the same, at 45 degrees: long ones are better read upwards.
    """
    is_short = max(map(width_of, names)) <= _LONGEST
    return is_sequence(tuple(names)) and (is_short or width / len(names) < _LEAST_STEP)


def _span(room: Room) -> float:
    """The width of the plot that has names below it, in points."""
    beside = room_for_names(room) if room.data.type in ("line", "area") else 0.0
    if room.data.type == "line" or beside:
        return room.width * (1 - SCALE_SHARE) - beside
    if room.data.type == "area":
        return room.step(scaled=room.span is None) * room.count
    return room.step(scaled=room.data.type == "column" and column_figures(room) == "scale") * room.count


def names_room(data: ChartData, how: NamesHow) -> float:
    """Points that names take below a plot, more than level ones: read upwards, or leaning in LibreOffice."""
    if how == "level":
        return 0.0
    longest = max(map(width_of, data.categories))
    return max(longest + _AIR - NAMES if how == "turned" else (longest + LABEL) * _LEANING + _AIR - _BELOW_LINES, 0.0)


def room_below(data: ChartData, width: float, span: tuple[Decimal, Decimal] | None = None) -> float:
    """The same for a chart ``width`` points wide, one of several panels where they have a ``span``."""
    return names_room(data, names_stand(Room(data, width, span)))
