"""The states of tasks as they are drawn: a shape and a colour for each, told apart without the colour."""

from reportgen.drawing import Mark, Path, Segment
from reportgen.model.statuses import STATUS_COLOURS, Status
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import circle

_ARC = 0.5523  # control points of a quarter circle


def status_colour(status: Status, setting: Setting) -> str:
    """The colour of a bar whose task is in that state."""
    return setting.colour(STATUS_COLOURS[status])


def status_mark(status: Status, x: float, y: float, setting: Setting) -> tuple[Mark, ...]:
    """A shape for a status, centred on (x, y): told apart without colour."""
    r = 3.2
    match status:
        case "done":
            return (Path(circle(x, y, r), fill=setting.colour("done")),)
        case "on-course":
            colour = setting.colour("on-course")
            k = _ARC * r
            half: tuple[Segment, ...] = (
                ("M", x, y - r), ("C", x - k, y - r, x - r, y - k, x - r, y),
                ("C", x - r, y + k, x - k, y + r, x, y + r), ("Z",),
            )  # fmt: skip
            return (Path(circle(x, y, r - 0.45), stroke=colour, stroke_width=0.9), Path(half, fill=colour))
        case "partial" | "behind" | "postponed":
            corners: tuple[Segment, ...] = (
                ("M", x, y - r), ("L", x + 1.1 * r, y + 0.9 * r), ("L", x - 1.1 * r, y + 0.9 * r), ("Z",),
            )  # fmt: skip
            colour = setting.colour("behind")
            if setting.theme.looks.marks == "outlined":
                return (Path(corners, stroke=colour, stroke_width=0.9),)
            return (Path(corners, fill=colour),)
        case "stopped":
            side, colour = 0.9 * r, setting.colour("stopped")
            if setting.theme.looks.marks == "outlined":
                return (Path(_square(x, y, side - 0.45), stroke=colour, stroke_width=0.9),)
            return (Path(_square(x, y, side), fill=colour),)
        case "unknown":
            return (Path(circle(x, y, r - 0.45), stroke=setting.colour("grey"), stroke_width=0.9),)


def _square(x: float, y: float, half: float) -> tuple[Segment, ...]:
    return (
        ("M", x - half, y - half), ("L", x + half, y - half), ("L", x + half, y + half), ("L", x - half, y + half),
        ("Z",),
    )  # fmt: skip
