"""Charts that Word draws itself, with their data inside, so that a department can edit them."""

from reportgen.word.native.derived import derived_shares
from reportgen.word.native.names import room_below
from reportgen.word.native.paint import Paint
from reportgen.word.native.part import chart_xml
from reportgen.word.native.sizes import as_drawn, height_of, without_falls
from reportgen.word.native.workbook import chart_workbook

__all__ = [
    "Paint",
    "as_drawn",
    "chart_workbook",
    "chart_xml",
    "derived_shares",
    "height_of",
    "room_below",
    "without_falls",
]
