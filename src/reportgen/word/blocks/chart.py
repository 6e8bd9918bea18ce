"""Charts: Word's own, with their data inside; a picture and a table of its figures for the kinds that Word lacks."""

import hashlib
import struct
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal

import msgspec

from reportgen.model.blocks import DRAWN_IN_WORD, AnyBlock, Chart
from reportgen.model.chart_table import chart_table
from reportgen.model.document import BlockId, ChartData, ChartSeries
from reportgen.word.captions import write_caption, write_source, write_unit
from reportgen.word.drawings import inline_chart, inline_picture
from reportgen.word.story import Story

WriteBlock = Callable[[AnyBlock, BlockId], None]
_ROW = 26.0  # points for a horizontal bar
_DEPTH = 190.0  # of a plot with upright bars or lines
_LEGEND = 24.0
_PANEL = 120.0  # of a small multiple
_SLOPE_LINE = 16.0  # points for the name of a line
_TALLEST = 0.75  # of the page's depth


def write_chart(
    block: Chart, id: BlockId, story: Story, pictures: Mapping[BlockId, bytes], write_child: WriteBlock
) -> None:
    """Caption, unit, the chart in a line of its own, what it says where the author wants that, source."""
    data = story.document.charts[id]
    write_caption(story, id, block.title)
    write_unit(story, data.unit)
    if data.panels:
        drawing, height = _panels(data, story)
    elif data.type in DRAWN_IN_WORD:
        drawing, height = _picture(pictures[id], data, story)
    else:
        drawing, height = _native(_turned(data) if data.type == "slope" else data, story)
    reading = block.reading and data.reading
    tabled = block.data is not None or data.type in DRAWN_IN_WORD  # figures in a picture cannot be mended there
    more = block.source is not None or tabled
    keep = "" if more or reading else '<w:keepNext w:val="0"/>'
    story.paragraph("figure", drawing, "", keep)
    story.pages.solid(height)
    if reading:
        said = f"{data.reading}。"
        story.paragraph("table_note", story.words(said), said, "<w:keepNext/>" if more else "")
    if tabled:
        write_child(chart_table(data, block.source), f"{id}/data")
    else:
        write_source(story, block.source)


def _turned(data: ChartData) -> ChartData:
    """A slope as Word draws it: two points in time, a line for each category."""
    times = tuple(series.name or str(index) for index, series in enumerate(data.series, 1))
    lines = tuple(
        ChartSeries(name, tuple(one.values[at] for one in data.series), tuple(one.words[at] for one in data.series))
        for at, name in enumerate(data.categories)
    )
    return msgspec.structs.replace(data, categories=times, series=lines)


def _tallest(story: Story) -> float:
    return _TALLEST * (story.draft.height - story.draft.top - story.draft.bottom)


def _native(data: ChartData, story: Story) -> tuple[str, float]:
    from reportgen.word.chart_part import chart_xml  # lxml and the rest: only for a draft with charts
    from reportgen.word.workbook import chart_workbook

    date = datetime.fromisoformat(story.document.booklet.report.edition.date)
    height = _DEPTH
    if data.type == "bar":
        height = _ROW * len(data.categories) * (1 + 0.5 * (len(data.series) - 1)) + 16
    if data.type == "slope":
        height = max(height, _SLOPE_LINE * len(data.series))
    elif len(data.series) > 1:
        height += _LEGEND
    height = min(max(height, 90.0), _tallest(story))
    relation = story.package.chart(chart_xml(data, story.theme, height), chart_workbook(data, date))
    return inline_chart(relation, story.drawing_id(), data.alt, story.measure, height), height


def _panels(data: ChartData, story: Story) -> tuple[str, float]:
    """A chart of its own for each series, side by side in one line of text that breaks where it is full."""
    from reportgen.word.chart_part import chart_xml  # lxml and the rest: only for a draft with charts
    from reportgen.word.workbook import chart_workbook

    date = datetime.fromisoformat(story.document.booklet.report.edition.date)
    known = [value for series in data.series for value in series.values if value is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    lowest = min(low, Decimal(0)) if data.type != "line" else low - (high - low) / 4 if low > 0 else low
    if data.baseline is not None:
        lowest = data.baseline
    span = (lowest, high + (high - lowest) / 5 or Decimal(1))  # room for the figure above the highest mark
    count = len(data.series)
    columns = 2 if count in (2, 4) else min(3, count)
    width = (story.measure - 1.0) / columns  # less than the measure, or the last one would go to a line of its own
    drawn = []
    for index, series in enumerate(data.series):
        one = msgspec.structs.replace(data, series=(series,))
        relation = story.package.chart(chart_xml(one, story.theme, _PANEL, span), chart_workbook(one, date))
        alt = data.alt if index == 0 else series.name
        drawn.append(inline_chart(relation, story.drawing_id(), alt, width, _PANEL))
    return "".join(drawn), _PANEL * -(-count // columns)


def _picture(png: bytes, data: ChartData, story: Story) -> tuple[str, float]:
    """A drawing of the booklet as wide as the measure; ``png`` starts with its size (PNG specification 11.2.2)."""
    pixels_wide, pixels_high = struct.unpack(">II", png[16:24])
    width = story.measure
    height = width * pixels_high / pixels_wide
    if height > _tallest(story):
        width, height = width * _tallest(story) / height, _tallest(story)
    relation = story.package.picture(png, hashlib.sha256(png).hexdigest(), "png")
    return inline_picture(relation, story.drawing_id(), data.alt, width, height), height
