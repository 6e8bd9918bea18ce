"""Of a hundred: a hundred dots for each share, the share of them filled. One dot may be filled in part."""

from decimal import Decimal
from math import ceil, floor

from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from reportgen.charts.lettering import LINE
from reportgen.charts.sheet import HAIR, Sheet
from reportgen.model.document import ChartData

_ALONE = 25  # dots in a line where there is one share, ten where there are several
_PITCH = 11.0  # of dots, at most
_SHARE = 0.76  # of the pitch, for a dot
_MOST_PANELS = 4  # side by side
_LEAST_PANEL = 62.0
_NUMBER = 0.26  # of the width, for a single share in figures
_LEAST_PART = Decimal("0.05")  # of a dot

Place = tuple[float, float]


def draw_dots(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. The shares are known to be between 0 and 100."""
    if len(data.categories) == 1:
        return _draw_alone(sheet, data)
    count = len(data.categories)
    gutter = sheet.grid
    columns = max(1, min(count, _MOST_PANELS, floor((sheet.width + gutter) / (_LEAST_PANEL + gutter))))
    columns = ceil(count / ceil(count / columns))  # rows about equally long
    width = (sheet.width - (columns - 1) * gutter) / columns
    pitch = min(_PITCH, width / 10)
    y = 0.0
    for first in range(0, count, columns):
        rows = range(first, min(first + columns, count))
        y = max(_draw_panel(sheet, data, at, ((at - first) * (width + gutter), y), (width, pitch)) for at in rows)
        y += sheet.grid
    return y - sheet.grid


def _draw_panel(sheet: Sheet, data: ChartData, at: int, corner: Place, size: tuple[float, float]) -> float:
    """A square of dots with the share and its name below; returns where it ends."""
    width, pitch = size
    left, top = corner
    colour = sheet.paints.bar(data, 0, at)
    _draw_hundred(sheet, data.series[0].values[at], corner, (10, pitch), colour)
    style = sheet.theme.style("card_least_number")
    y = top + 10 * pitch + style.size * 1.3
    value = sheet.lettering.words(_said(data, at), style)
    if value.width > width:
        value = sheet.value(_said(data, at), width)
    sheet.put(value, left, y)
    lines = sheet.lettering.lines(data.categories[at], sheet.label, width)
    for index, words in enumerate(lines):
        sheet.put(words, left, y + (index + 1) * words.size * LINE + sheet.grid / 6)
    return y + (len(lines) + 0.25) * sheet.label.size * LINE + sheet.grid / 6


def _draw_alone(sheet: Sheet, data: ChartData) -> float:
    """Name and share at the left, four lines of 25 dots beside them."""
    left = sheet.width * _NUMBER
    pitch = min((sheet.width - left) / _ALONE, sheet.grid)
    style = sheet.theme.style("card_number")
    said = _said(data, 0)
    value = sheet.lettering.words(said, style)
    room = left - sheet.grid / 2
    if value.width > room:
        value = sheet.value(said, room)
    lines = sheet.lettering.lines(data.categories[0], sheet.label, room)
    names = len(lines) * sheet.label.size * LINE
    tall = names + style.size * 1.15
    height = max(4 * pitch, tall)
    top = (height - tall) / 2
    for index, words in enumerate(lines):
        sheet.put(words, 0.0, top + (index + 0.5) * words.size * LINE + words.centre)
    sheet.put(value, 0.0, top + names + style.size)
    _draw_hundred(
        sheet, data.series[0].values[0], (left, (height - 4 * pitch) / 2), (_ALONE, pitch), sheet.colour("primary")
    )
    return height


def _said(data: ChartData, at: int) -> str:
    word = data.series[0].words[at]
    return word if word == "—" else word + "%"


def _draw_hundred(sheet: Sheet, share: Decimal | None, corner: Place, lattice: tuple[int, float], colour: str) -> None:
    """Filled dots first, then one filled in part, the rest as rings: they survive grey and a poor printer."""
    per, pitch = lattice
    radius = pitch * _SHARE / 2
    places = [
        (corner[0] + (index % per + 0.5) * pitch, corner[1] + (index // per + 0.5) * pitch) for index in range(100)
    ]
    whole = 0 if share is None else int(share)
    part = Decimal(0) if share is None else share - whole
    if whole:
        sheet.shape(_discs(places[:whole], radius), fill=colour)
    if whole < 100:
        sheet.shape(_discs(places[whole:], radius - HAIR), edge=sheet.colour("rule"), width=HAIR * 1.5)
    if part >= _LEAST_PART:
        wedge = Outline.wedge(-90, -90 + float(part) * 360)
        sheet.shape(wedge.transformed(Affine2D().scale(radius).translate(*places[whole])), fill=colour)


def _discs(places: list[Place], radius: float) -> Outline:
    """Discs at places, as one path."""
    disc = Outline.unit_circle()
    return Outline.make_compound_path(
        *(disc.transformed(Affine2D().scale(radius).translate(*place)) for place in places)
    )
