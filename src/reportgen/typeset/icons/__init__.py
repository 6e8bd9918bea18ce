"""Line drawings of departments: our own, on a square of 24 units, one weight of stroke."""

from reportgen.typeset.icons.drawing import draw_icon

__all__ = ["draw_icon"]
