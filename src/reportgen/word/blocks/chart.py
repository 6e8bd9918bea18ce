"""Charts: Word's own, with their data inside; a picture and a table of its figures for the kinds that Word lacks."""

import hashlib
import struct
from collections.abc import Callable, Mapping
from decimal import Decimal

import msgspec

from reportgen.model.blocks import DRAWN_IN_WORD, AnyBlock, Chart
from reportgen.model.chart_gaps import with_gaps_told
from reportgen.model.chart_table import chart_table
from reportgen.model.document import BlockId, ChartData
from reportgen.word.captions import write_caption, write_source, write_unit
from reportgen.word.drawings import inline_chart, inline_picture
from reportgen.word.native import (
    Paint,
    as_drawn,
    chart_workbook,
    chart_xml,
    derived_shares,
    height_of,
    room_below,
    without_falls,
)
from reportgen.word.story import Story

WriteBlock = Callable[[AnyBlock, BlockId], None]
_PANEL = 120.0  # points, of a small multiple whose names stand side by side
_PICTURED = "本图是图片，因为 Word 没有这种图表；数值在图下的表里，可以修改。"
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
        drawing, height = _native(data, story)
    reading = block.reading and data.reading
    tabled = block.data is not None or data.type in DRAWN_IN_WORD  # figures in a picture cannot be mended there
    more = block.source is not None or tabled
    keep = "" if more or reading else '<w:keepNext w:val="0"/>'
    story.paragraph("figure", drawing, "", keep, height=height)
    if reading:
        said = f"{data.reading}。"
        story.paragraph("table_note", story.words(said), said, "<w:keepNext/>" if more else "")
    if tabled:
        write_child(chart_table(data, block.source), f"{id}/data")
    else:
        write_source(story, block.source)


def _tallest(story: Story) -> float:
    return _TALLEST * (story.draft.height - story.draft.top - story.draft.bottom)


def _native(given: ChartData, story: Story) -> tuple[str, float]:
    width = story.measure
    data = with_gaps_told(as_drawn(given, width))
    height = height_of(data, width, _tallest(story))
    shares = derived_shares(data)
    xml = chart_xml(data, Paint(story.theme), (width, height), shares)
    relation = story.package.chart(xml.encode("utf-8"), chart_workbook(data, shares))
    return inline_chart(relation, story.drawing_id(), data.alt, width, height), height


def _panels(data: ChartData, story: Story) -> tuple[str, float]:
    """A chart of its own for each series, side by side in one line of text that breaks where it is full."""
    known = [value for series in data.series for value in series.values if value is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    if data.type == "line":
        lowest = low - (high - low) / 4 if low > 0 else low
    else:
        lowest, high = min(low, Decimal(0)), max(high, Decimal(0))
    if data.baseline is not None:
        lowest = data.baseline
    if lowest == high and high:
        lowest = high - 1
    room = (high - lowest) / 5  # for the figure above the highest mark, or below the lowest column
    span = (lowest - room if lowest < 0 and data.type == "column" else lowest, high + room or Decimal(1))
    count = len(data.series)
    columns = 2 if count in (2, 4) else min(3, count)
    width = (story.measure - 1.0) / columns  # less than the measure, or the last one would go to a line of its own
    drawn, paint = [], Paint(story.theme)
    ones = [with_gaps_told(without_falls(msgspec.structs.replace(data, series=(series,)))) for series in data.series]
    height = _PANEL + max(room_below(one, width, span) for one in ones)
    for index, (one, series) in enumerate(zip(ones, data.series, strict=True)):
        xml = chart_xml(one, paint, (width, height), span=span)
        relation = story.package.chart(xml.encode("utf-8"), chart_workbook(one))
        alt = data.alt if index == 0 else series.name
        drawn.append(inline_chart(relation, story.drawing_id(), alt, width, height))
    return "".join(drawn), height * -(-count // columns)


def _picture(png: bytes, data: ChartData, story: Story) -> tuple[str, float]:
    """A drawing of the booklet as wide as the measure, which says that it is a picture.

    ``png`` starts with its size (PNG specification 11.2.2).
    """
    pixels_wide, pixels_high = struct.unpack(">II", png[16:24])
    width = story.measure
    height = width * pixels_high / pixels_wide
    if height > _tallest(story):
        width, height = width * _tallest(story) / height, _tallest(story)
    relation = story.package.picture(png, hashlib.sha256(png).hexdigest(), "png")
    return inline_picture(relation, story.drawing_id(), data.alt + _PICTURED, width, height), height
