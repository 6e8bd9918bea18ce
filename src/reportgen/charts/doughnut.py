"""A whole and its parts: a ring from 12 o'clock, shares in it, names and values at its side, the total in its hole."""

from decimal import Decimal
from math import atan2, cos, degrees, hypot, radians, sin, sqrt

import msgspec

from reportgen.charts.lettering import Words
from reportgen.charts.sheet import HAIR, SWATCH, UNIT_GAP, Box, Sheet
from reportgen.indicators.wording import plain
from reportgen.model.chart_figures import percentages, total
from reportgen.model.document import ChartData
from reportgen.model.spread import spread
from reportgen.theme import Style

_ACROSS = 10  # lines of the grid
_HOLE = 2 / 3  # of the radius
_WIDEST = 0.46  # of the plate's width
_ASIDE = 31.0  # between ring and names
_OUT = 7.0  # from the ring to a share that stands outside
_THICK = 31.0  # of a ring that gives room to shares outside
_CARD_RULE = 1.5
_MOST_CARDS = 3
_SIZES = (
    ("card_number", "card_unit"),
    ("card_small_number", "card_small_unit"),
    ("card_least_number", "card_least_unit"),
)


class _Part(msgspec.Struct, frozen=True):
    index: int
    value: Decimal | None
    share: str
    turn: tuple[float, float]  # degrees clockwise from 12 o'clock
    fill: str

    @property
    def middle(self) -> float:
        return (self.turn[0] + self.turn[1]) / 2


class _Ring(msgspec.Struct, frozen=True):
    x: float
    y: float
    outer: float
    inner: float

    def at(self, turn: float, radius: float) -> tuple[float, float]:
        return self.x + radius * sin(radians(turn)), self.y - radius * cos(radians(turn))


def draw_doughnut(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. The values are known to be zero or more, their total more than zero."""
    series = data.series[0]
    whole = total(series.values)
    parts = _parts(sheet, data, whole)
    room = min(_ACROSS * sheet.grid, int(sheet.width * _WIDEST / sheet.grid) * sheet.grid)
    ring, inside, outside = _laid(sheet, parts, room)
    for part in parts:
        if part.value:
            sheet.ring_part((ring.x, ring.y), (ring.outer, ring.inner), part.turn, part.fill)
    edge = max((ring.x + ring.outer, *(x + words.width for words, x, _ in outside.values())))
    left = edge + _ASIDE * min(1.0, sheet.width / 400)
    if len(parts) <= _MOST_CARDS and _cards_fit(sheet, data, left, room):
        height = _cards(sheet, data, parts, (left, room))
    else:
        height = _list(sheet, data, parts, (left, room))
    for part in parts:
        if part.index in inside:
            words, x, y = inside[part.index]
            sheet.put(words, x, y + words.centre, align=0.5)
        elif part.index in outside:
            _put_outside(sheet, ring, part, outside[part.index])
    text = plain(whole)
    _hole(sheet, ring, text.rstrip("0").rstrip(".") if "." in text else text, data.unit)
    return max(room, height)


def _parts(sheet: Sheet, data: ChartData, whole: Decimal) -> list[_Part]:
    found = []
    at = Decimal(0)
    shares = percentages(data.series[0].values, whole)
    for index, value in enumerate(data.series[0].values):
        start = at
        at = total((at, value))
        turn = (float(start / whole) * 360, float(at / whole) * 360)
        found.append(_Part(index, value, shares[index], turn, sheet.paints.part(data, index)))
    return found


Placed = tuple[Words, float, float]  # middle, or left edge outside the ring; height of the middle


def _laid(sheet: Sheet, parts: list[_Part], room: float) -> tuple[_Ring, dict[int, Placed], dict[int, Placed]]:
    """The ring as large as the shares outside it allow, and where the shares stand."""
    ring = _Ring(room / 2, room / 2, room / 2, room / 2 * _HOLE)
    inside = _inside(sheet, ring, parts)
    if all(part.index in inside for part in parts if part.value):
        return ring, inside, {}
    outer = room / 2 - _OUT - sheet.strong.size / 2
    ring = _Ring(outer, room / 2, outer, max(outer * 0.4, min(outer * _HOLE, outer - _THICK)))
    small = [part for part in parts if part.value and part.index not in _inside(sheet, ring, parts)]
    words = {part.index: sheet.value(part.share, room / 4) for part in small}
    outside = _outside(ring, small, words, room)
    beyond = -min((0.0, *(x for _, x, _ in outside.values())))
    ring = msgspec.structs.replace(ring, x=ring.x + beyond)
    outside = {index: (one, x + beyond, y) for index, (one, x, y) in outside.items()}
    return ring, _inside(sheet, ring, parts), outside


def _inside(sheet: Sheet, ring: _Ring, parts: list[_Part]) -> dict[int, Placed]:
    """Shares that fit into their part of the ring with all four corners."""
    found: dict[int, Placed] = {}
    for part in parts:
        words = sheet.lettering.words(part.share, sheet.strong, sheet.paints.on(part.fill))
        x, y = ring.at(part.middle, (ring.outer + ring.inner) / 2)
        half, high = words.width / 2, words.size * 0.42
        corners = [(x + dx, y + dy) for dx in (-half, half) for dy in (-high, high)]
        if part.value and all(_within(ring, part, corner) for corner in corners):
            found[part.index] = (words, x, y)
    return found


def _within(ring: _Ring, part: _Part, corner: tuple[float, float]) -> bool:
    dx, dy = corner[0] - ring.x, ring.y - corner[1]
    radius = hypot(dx, dy)
    if not ring.inner + 0.5 <= radius <= ring.outer - 1.2:
        return False
    if part.turn[1] - part.turn[0] > 359:
        return True
    margin = degrees(1.5 / radius)
    turn = degrees(atan2(dx, dy)) % 360
    return part.turn[0] + margin <= turn <= part.turn[1] - margin


def _outside(ring: _Ring, small: list[_Part], words: dict[int, Words], room: float) -> dict[int, Placed]:
    """Shares around the ring, on the side of their parts, kept apart; none where there are too many."""
    found: dict[int, Placed] = {}
    reach = ring.outer + _OUT
    for right in (True, False):
        side = sorted(
            (part for part in small if (part.middle < 180) == right), key=lambda part: ring.at(part.middle, reach)[1]
        )
        if not side:
            continue
        gap = words[side[0].index].size * 1.06
        places = spread([ring.at(part.middle, reach)[1] for part in side], gap, gap / 2, room - gap / 2)
        if places is None:
            return {}
        for part, y in zip(side, places, strict=True):
            nearest = max(0.0, abs(y - ring.y) - gap / 2)  # of the box's edges to the ring's middle
            away = max(sqrt(max(0.0, reach**2 - nearest**2)), 2.0)
            x = ring.x + away if right else ring.x - away - words[part.index].width
            found[part.index] = (words[part.index], x, y)
    return found


def _put_outside(sheet: Sheet, ring: _Ring, part: _Part, placed: Placed) -> None:
    words, x, y = placed
    near = x - 1.5 if part.middle < 180 else x + words.width + 1.5
    start = ring.at(part.middle, ring.outer)
    sheet.rule(start, (near, y), HAIR, sheet.colour("grey"))
    sheet.put(words, x, y + words.centre)


def _hole(sheet: Sheet, ring: _Ring, text: str, unit: str) -> None:
    """The total as large as the hole allows, its unit below."""
    room = ring.inner * 1.62
    style = sheet.theme.style(_SIZES[-1][0])
    for number, _ in _SIZES:
        style = sheet.theme.style(number)
        if sheet.lettering.words(text, style).width <= room:
            break
    words = sheet.lettering.words(text, style)
    if words.width > room:
        words = sheet.value(text, room)
    lines = sheet.lettering.lines(unit, sheet.label, room * 0.8) if unit else ()
    high = words.size + (sheet.grid * 0.8 * min(len(lines), 2) if lines else 0.0)
    y = ring.y - high / 2 + words.size / 2
    sheet.put(words, ring.x, y + words.centre, align=0.5)
    for index, line in enumerate(lines[:2]):
        below = y + words.size / 2 + sheet.grid * (0.42 + 0.62 * index)
        sheet.put(line, ring.x, below + line.centre, align=0.5)


def _card_styles(sheet: Sheet, data: ChartData, room: float) -> tuple[Style, Style] | None:
    """The largest styles in which every number with its unit fits."""
    letter = sheet.lettering
    for number, unit in _SIZES:
        styles = (sheet.theme.style(number), sheet.theme.style(unit))
        wide = letter.words(data.unit, styles[1]).width + UNIT_GAP
        if all(letter.words(word, styles[0]).width + wide <= room for word in data.series[0].words):
            return styles
    return None


def _cards_fit(sheet: Sheet, data: ChartData, left: float, height: float) -> bool:
    room = sheet.width - left - _inset(sheet)
    if len(data.categories) * 3.5 * sheet.grid - sheet.grid / 2 > height:
        return False
    short = all(len(sheet.lettering.lines(name, sheet.label, room)) == 1 for name in data.categories)
    return short and _card_styles(sheet, data, room) is not None


def _inset(sheet: Sheet) -> float:
    return _CARD_RULE + sheet.theme.style("card_label").size


def _cards(sheet: Sheet, data: ChartData, parts: list[_Part], place: tuple[float, float]) -> float:
    """Few parts: a card each, its rule in the part's colour."""
    left, room = place
    styles = _card_styles(sheet, data, sheet.width - left - _inset(sheet))
    assert styles is not None
    high = 3 * sheet.grid
    gap = sheet.grid if len(parts) * 4 * sheet.grid - sheet.grid <= room else sheet.grid / 2
    tall = len(parts) * (high + gap) - gap
    y = max(0.0, (room - tall) / 2)
    x = left + _inset(sheet)
    for part in parts:
        sheet.rectangle((left, y, left + _CARD_RULE, y + high), part.fill)
        name = sheet.lettering.words(data.categories[part.index], sheet.theme.style("card_label"))
        sheet.put(name, x, y + sheet.grid / 2 + name.centre)
        number = sheet.lettering.words(data.series[0].words[part.index], styles[0])
        baseline = y + 2.5 * sheet.grid + sheet.theme.style("card_number").size * 0.2
        if part.value is not None and data.unit:
            sheet.put_quantity(number, sheet.lettering.words(data.unit, styles[1]), x, baseline)
        else:
            sheet.put(number, x, baseline)
        y += high + gap
    return max(tall, room)


def _list(sheet: Sheet, data: ChartData, parts: list[_Part], place: tuple[float, float]) -> float:
    """Many parts: a row each with name, value and share."""
    left, room = place
    letter, series = sheet.lettering, data.series[0]
    space = sheet.width - left
    values = [sheet.value(word, space * 0.4) for word in series.words]
    shares = [letter.words(part.share, sheet.label, sheet.colour("grey")) for part in parts]
    share_left = sheet.width - max(words.width for words in shares)
    value_right = share_left - sheet.grid * 0.75
    name_left = left + SWATCH + 4
    measure = value_right - max(words.width for words in values) - sheet.grid / 2 - name_left
    above = measure < sheet.label.size * 4
    names = [letter.lines(name, sheet.label, sheet.width - name_left if above else measure) for name in data.categories]
    pitch = sheet.grid * 0.65
    heights = [(len(lines) - 1) * pitch + sheet.grid + (pitch if above else 0.0) for lines in names]
    y = max(0.0, (room - sum(heights)) / 2)
    for part, lines, height in zip(parts, names, heights, strict=True):
        first = y + sheet.grid / 2
        box: Box = (left, first - SWATCH / 2, left + SWATCH, first + SWATCH / 2)
        sheet.rectangle(box, part.fill)
        if part.index:
            sheet.rule((left, y), (sheet.width, y), HAIR, sheet.colour("rule"))
        for index, words in enumerate(lines):
            sheet.put(words, name_left, first + index * pitch + words.centre)
        last = y + height - sheet.grid / 2 if above else first
        value, share = values[part.index], shares[part.index]
        sheet.put(value, value_right, last + value.centre, align=1.0)
        sheet.put(share, sheet.width, last + share.centre, align=1.0)
        y += height
    return max(y, room)
