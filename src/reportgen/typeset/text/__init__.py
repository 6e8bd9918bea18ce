"""Chinese line setting: classes, legal breaks, compression, justification (typography specification 1 to 6)."""

from reportgen.typeset.text.lines import VISIBLE_GAP, SetLine, SetRun, place_line, told
from reportgen.typeset.text.paragraph import (
    Look,
    TextSetting,
    set_cell,
    set_line,
    set_paragraph,
    set_title,
    text_width,
    widest_quantity,
)

__all__ = [
    "VISIBLE_GAP", "Look", "SetLine", "SetRun", "TextSetting", "place_line", "set_cell", "set_line", "set_paragraph",
    "set_title", "text_width", "told", "widest_quantity",
]  # fmt: skip
