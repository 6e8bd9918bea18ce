"""The states of tasks: a word, a shape and a colour for each, told apart without the colour."""

from reportgen.drawing import Mark, Path, Segment
from reportgen.model.document import Status
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import circle

STATUS_WORDS: dict[Status, str] = {"done": "完成", "on-course": "正常", "behind": "滞后", "unknown": "未列进度"}
_ARC = 0.5523  # control points of a quarter circle


def status_colour(status: Status, setting: Setting) -> str:
    """The colour of a bar whose task is in that state."""
    return setting.colour({"done": "done", "on-course": "on-course", "behind": "behind"}.get(status, "grey"))


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
        case "behind":
            corners: tuple[Segment, ...] = (
                ("M", x, y - r), ("L", x + 1.1 * r, y + 0.9 * r), ("L", x - 1.1 * r, y + 0.9 * r), ("Z",),
            )  # fmt: skip
            colour = setting.colour("behind")
            if setting.theme.looks.marks == "outlined":
                return (Path(corners, stroke=colour, stroke_width=0.9),)
            return (Path(corners, fill=colour),)
        case "unknown":
            return (Path(circle(x, y, r - 0.45), stroke=setting.colour("grey"), stroke_width=0.9),)
