"""Chart plates with a cache before them: drawing a chart costs more than setting a page."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from reportgen import __version__
from reportgen.cache import Cache, cache_folder, key_of
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Mark, Page, Pages, Plate
from reportgen.fonts import FontBook
from reportgen.model.blocks import DRAWN_IN_WORD
from reportgen.model.document import ChartData, Document
from reportgen.theme import Theme

PICTURE_DPI = 220  # a chart picture in Word: sharp on an office printer, about 60 kB


def cached_plates(
    document: Document, theme: Theme, fonts: FontBook, *, force: bool, sink: Diagnostics, width: float | None = None
) -> dict[str, Plate]:
    """The plate of every chart, from the cache where its data, theme, fonts and program are the same.

    ``width`` in points, the theme's measure where it is None. ``force``: no cache is read. Faulty entries of the cache
    are dropped and drawn anew.
    """
    width = theme.chart_measure if width is None else width
    cache = Cache(cache_folder())
    common = (__version__, fonts.fingerprint(), msgspec.json.encode(theme), repr(width))
    found: dict[str, Plate] = {}
    wanted: dict[str, ChartData] = {}
    keys = {id: key_of("plate", *common, _drawn_of(data)) for id, data in document.charts.items()}
    for id, data in document.charts.items():
        stored = None if force else cache.get(keys[id])
        plate = None if stored is None else decode_plate(stored)
        if plate is None:
            wanted[id] = data
        else:
            found[id] = plate
    if wanted:
        from reportgen.charts import plates  # matplotlib: half a second, only when a chart is to be drawn

        before = len(sink)
        drawn = plates(msgspec.structs.replace(document, charts=wanted), theme, fonts, width, sink)
        found.update(drawn)
        if len(sink) == before:  # a plate that was reported on is drawn again, so that it is reported again
            for id, plate in drawn.items():
                cache.put(keys[id], encode_plate(plate))
            cache.trim()
    return {id: found[id] for id in document.charts if id in found}


def _drawn_of(data: ChartData) -> bytes:
    """What a plate depends on: title, reading and alternative text stand beside it."""
    return msgspec.json.encode(msgspec.structs.replace(data, title="", alt="", reading=""))


_KINDS: dict[str, type[Mark]] = {kind.__name__: kind for kind in get_args(Mark)}


def encode_plate(plate: Plate) -> bytes:
    """A plate as msgpack: width, height, then each mark as its kind's name and its fields in order."""
    marks = [[type(mark).__name__, *msgspec.structs.astuple(mark)] for mark in plate.marks]
    return msgspec.msgpack.encode([plate.width, plate.height, marks])


def decode_plate(stored: bytes) -> Plate | None:
    """The plate that ``encode_plate`` wrote, or None if it is not one (an entry of another program's make)."""
    try:
        width, height, marks = msgspec.msgpack.decode(stored)
        return Plate(width, height, tuple(_KINDS[kind](*map(_frozen, fields)) for kind, *fields in marks))
    except (msgspec.DecodeError, ValueError, TypeError, KeyError):
        return None


def _frozen(value: Any) -> Any:  # msgpack has one kind of sequence; marks are made of tuples
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def plate_pictures(document: Document, plates: Mapping[str, Plate], fonts: FontBook) -> dict[str, bytes]:
    """PNG pictures of the charts that Word has no chart for."""
    wanted = [id for id, data in document.charts.items() if data.type in DRAWN_IN_WORD and id in plates]
    if not wanted:
        return {}
    from reportgen.pdf import paint
    from reportgen.raster import render_page

    sheet = Pages(
        pages=tuple(Page(plates[id].width, plates[id].height, "", plates[id].marks) for id in wanted),
        outline=(), title="", author="", subject="", keywords="", language="zh-CN",
        date=document.booklet.report.edition.date,
    )  # fmt: skip
    painted = paint(sheet, fonts)
    return {id: render_page(painted, index, PICTURE_DPI) for index, id in enumerate(wanted)}
