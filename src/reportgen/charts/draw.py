"""Every chart of a document as a plate; what cannot be drawn is reported where it stands."""

from collections.abc import Callable
from typing import assert_never

import msgspec

from reportgen.charts import library  # before all others: it is the first to import matplotlib
from reportgen.charts.area import draw_area
from reportgen.charts.columns import draw_column
from reportgen.charts.dots import draw_dots
from reportgen.charts.doughnut import draw_doughnut
from reportgen.charts.lettering import Lettering
from reportgen.charts.line import draw_line
from reportgen.charts.panels import draw_panels
from reportgen.charts.people import draw_people
from reportgen.charts.rows import draw_bar
from reportgen.charts.sheet import Sheet
from reportgen.charts.slope import draw_slope
from reportgen.charts.stacked import draw_stacked
from reportgen.charts.strip import draw_strip
from reportgen.charts.target import draw_target
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Plate
from reportgen.fonts import FontBook
from reportgen.model.blocks import PANELLED
from reportgen.model.chart_faults import SERIES_OF, fault_of
from reportgen.model.document import BlockId, ChartData, ChartSeries, Document
from reportgen.theme import Theme

_LEGIBLE = 6.0  # points: no lettering is smaller


def plates(document: Document, theme: Theme, fonts: FontBook, width: float, sink: Diagnostics) -> dict[BlockId, Plate]:
    """The plate of every chart, ``width`` wide and a whole number of grid lines high.

    A plate holds the drawing only: title, unit and source are the typesetter's. A chart that cannot be drawn (the
    resolver has said why) has none.
    """
    found: dict[BlockId, Plate] = {}
    lettering = Lettering(fonts)
    with library.fixed_settings():
        for id, given in document.charts.items():
            spot = _spot(document, id)
            data = _whole(given)
            if not _can_be_drawn(data):
                continue
            sheet = Sheet(theme, lettering, width)
            plate = sheet.plate(_drawn(sheet, data))
            found[id] = plate
            _room(plate.height, theme, spot, sink)
            for char, face in lettering.missing.items():
                sink.error(
                    "font-glyph-missing", msgspec.structs.replace(spot, find=char) if spot else None, char=char,
                    codepoint=f"U+{ord(char):04X}", faces="、".join(fonts.order(face)),
                )  # fmt: skip
            lettering.missing.clear()
    return found


def _room(height: float, theme: Theme, spot: Spot | None, sink: Diagnostics) -> None:
    """What is taller than a page is made smaller as a whole: said, and refused where nobody could read it."""
    depth, grid = theme.page.depth, theme.page.grid
    if height <= depth:
        return
    size = theme.style("label").size * depth / height
    if size < _LEGIBLE:
        sink.error("chart-illegible", spot, size=f"{size:.1f}", least=f"{_LEGIBLE:g}")
    else:
        sink.warning("chart-crowded", spot, lines=int(height / grid), most=int(depth / grid))


def _drawn(sheet: Sheet, data: ChartData) -> float:
    """Draw ``data`` by its kind; returns the height."""
    draw: Callable[[Sheet, ChartData], float]
    if data.panels:
        return draw_panels(sheet, data)
    match data.type:
        case "column":
            draw = draw_column
        case "bar":
            draw = draw_bar
        case "line":
            draw = draw_line
        case "area":
            draw = draw_area
        case "stacked":
            draw = draw_stacked
        case "slope":
            draw = draw_slope
        case "doughnut":
            draw = draw_doughnut
        case "target":
            draw = draw_target
        case "strip":
            draw = draw_strip
        case "dots":
            draw = draw_dots
        case "people":
            draw = draw_people
        case _:
            assert_never(data.type)
    return draw(sheet, data)


def _can_be_drawn(data: ChartData) -> bool:
    """Whether there is a drawing of ``data``; the resolver has reported it where that is not so."""
    if data.panels and data.type not in PANELLED:
        return False
    least, most = SERIES_OF.get(data.type, (1, len(data.series)))
    return bool(data.categories) and least <= len(data.series) <= most and fault_of(data) is None


def _whole(data: ChartData) -> ChartData:
    """``data`` with as many values as categories; the resolver has reported it where that was not so."""
    count = len(data.categories)
    if all(len(series.values) == len(series.words) == count for series in data.series):
        return data
    series = tuple(
        ChartSeries(
            one.name, (*one.values, *(None,) * count)[:count], (*one.words, *("—",) * count)[:count]
        )
        for one in data.series
    )  # fmt: skip
    return msgspec.structs.replace(data, series=series)


def _spot(document: Document, id: BlockId) -> Spot | None:
    """Where the author wrote the chart: the block of the flow, and the way into it for one in a container."""
    for entry in document.flow:
        if id == entry.id or id.startswith(entry.id + "/"):
            inner = id[len(entry.id) + 1 :]
            steps = tuple(int(step) if step.isdigit() else step for step in inner.split("/")) if inner else ()
            return Spot(entry.spot.file, (*entry.spot.path, *steps))
    return None
