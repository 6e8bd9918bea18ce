"""Bars in the cells of a table: done of the year's target with the time elapsed, or what it is above or below it."""

from reportgen.drawing import Line, Mark, Rect
from reportgen.model.inlines import Bar
from reportgen.typeset.setting import Setting
from reportgen.typeset.statuses import status_colour

WIDTH = 5.0  # em of the table's text
_BAR = 5.25
_BESIDE = 6.8  # height of a bar beside the line of its target
_MOST = 20.0  # percentage points at either side of that line


def bar_marks(bar: Bar, left: float, right: float, height: float, setting: Setting) -> tuple[Mark, ...]:
    """``bar`` between ``left`` and ``right`` in the middle of a row that is ``height`` deep."""
    if bar.elapsed >= 100:
        return _about_target(bar, left, right, height, setting)
    if bar.percent is None:
        return ()
    width, top = right - left, (height - _BAR) / 2
    done = min(max(float(bar.percent), 0.0), 100.0) / 100 * width
    time = left + width * bar.elapsed / 100
    return (
        Rect(left, top, width, _BAR, setting.colour("track")),
        *((Rect(left, top, done, _BAR, status_colour(bar.status, setting)),) if done else ()),
        Line(time, 0.0, time, height, 0.9, setting.colour("accent")),
    )


def _about_target(bar: Bar, left: float, right: float, height: float, setting: Setting) -> tuple[Mark, ...]:
    """The line of the target in the middle: to its right what was done beyond it, to its left what is missing."""
    middle = (left + right) / 2
    axis = Line(middle, 0.0, middle, height, 0.4, setting.colour("ink"))
    if bar.percent is None:
        return (axis,)
    over = min(max(float(bar.percent) - 100, -_MOST), _MOST) / _MOST * (right - left) / 2
    if not over:
        return (axis,)
    colour = setting.colour("secondary") if over > 0 else status_colour("behind", setting)
    return (Rect(min(middle, middle + over), (height - _BESIDE) / 2, abs(over), _BESIDE, colour), axis)
