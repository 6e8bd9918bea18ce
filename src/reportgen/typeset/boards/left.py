"""Layout ``hero-left``: the hero on a panel at the left down to the strip, cards in two columns beside it."""

from collections.abc import Mapping, Sequence

from reportgen.model.boards import BoardData, BoardFigure
from reportgen.model.document import ChartData
from reportgen.typeset.boards import panel
from reportgen.typeset.boards.canvas import Canvas
from reportgen.typeset.boards.cards import Box, set_cards
from reportgen.typeset.boards.ground import GAP, WIDE_GAP, Ground, ground
from reportgen.typeset.boards.head import RIGHT, Head
from reportgen.typeset.boards.strip import TOP

WIDE, NARROW, BROAD = 171.5, 139.0, 236.5  # right edge of the panel: with a drawing, without, beside short cards
PLATE = 141.5  # mm: width of a chart on the panel
_FOOT = 6.0  # of cards above the strip
_PITCHES = (16.0, 14.6, 13.2, 12.4)


def set_left(
    canvas: Canvas, data: BoardData, head: Head, plates: panel.Plates, charts: Mapping[str, ChartData]
) -> None:
    """Panel and cards between head and strip."""
    top = head.foot
    drawn = bool(data.rows) or bool(_chart(canvas, data, plates, top))
    edge = WIDE if drawn else NARROW
    if data.rows and len(data.cards) <= 3 and not any(card.sentence for card in data.cards):
        edge = BROAD  # cards of a few words take less room
    alone = not data.cards and not drawn  # nothing stands beside it
    area = ground(canvas, top, TOP, None if alone else edge, to_strip=True)
    _panel(canvas, data, area, (plates, charts))
    beside = area.edge + (GAP if canvas.tiled else WIDE_GAP)
    if data.cards:
        _cards(canvas, data.cards, beside, top, small=head.small)
    elif data.sentences and not alone:
        _beside(canvas, data, beside, top)


def _chart(canvas: Canvas, data: BoardData, plates: panel.Plates, top: float) -> str:
    return panel.chart_that_fits(canvas, data, plates, (TOP - top - 106.0) * 72 / 25.4)


def _panel(
    canvas: Canvas, data: BoardData, area: Ground, drawings: tuple[panel.Plates, Mapping[str, ChartData]]
) -> None:
    if data.rows:
        _with_rows(canvas, data, area)
        return
    chart = _chart(canvas, data, drawings[0], area.top)
    y = _number(canvas, data, area, panel.HERO_SIZES if chart else (200.0, 176.0, *panel.HERO_SIZES))
    if chart:
        plate = drawings[0][chart]
        space = area.foot - 6.0 - y - 22.0 - plate.height / canvas.unit
        at = (area.left, y + 4.6, area.width)
        panel.set_chart(canvas, plate, drawings[1][chart], at, min(6.0, max(0.0, space / 2)))
    elif data.sentences:
        panel.set_sentences(canvas, data.sentences, (area.left, y + 7.0, area.width), area.foot - 8.0)


def _number(canvas: Canvas, data: BoardData, area: Ground, sizes: Sequence[float]) -> float:
    """The hero down to its hairline; the hairline's y."""
    if data.hero is None:
        return area.top + 4.0
    hero = panel.measured(canvas, data.hero, area.width, sizes)
    if hero is None:
        return area.top
    y = panel.set_hero(canvas, hero, area.left, area.top + 8.2, area.width)
    last = panel.set_note(canvas, data.hero, area.left, y, area.width)
    y = last + (10.0 if last == y else 6.0)
    canvas.rule(area.left, y, area.right, y, 0.6, canvas.colours.second)
    return y


def _with_rows(canvas: Canvas, data: BoardData, area: Ground) -> None:
    """The hero as large as the rows leave it, then as many rows as have room; how many more there are is said."""
    rows = panel.measured_rows(canvas, data.rows, area.width)
    titled = panel.title_height(canvas, data.rows_title, data.rows_unit, area.width)
    below = 5.0 + (6.5 if data.elapsed else 2.0)  # what the last bar needs to the panel's foot
    lines = sum(len(row.label) - 1 for row in rows) * canvas.pitch(panel.ROW)
    size, pitch = _share_out(canvas, data, area, titled, (len(rows), lines + below))
    y = _number(canvas, data, area, [one for one in panel.HERO_SIZES if one <= size])
    y = panel.set_title(canvas, data.rows_title, data.rows_unit, (area.left, y + 11.0, area.width)) + 11.5
    room = area.foot - below - y
    shown = rows
    while len(shown) > 1 and (len(shown) - 1) * pitch + lines + 2.8 + panel.BAR > room + 0.5:
        if len(shown) == len(rows) and not data.elapsed:
            room -= 4.5  # how many are left out needs the line that the tick's name would have had
        shown = panel.kept(rows, len(shown) - 1)
    if len(shown) == len(rows):
        pitch = panel.spread(room, len(rows), lines, pitch)
    foot = panel.set_rows(canvas, shown, (area.left, y, area.width), pitch, (data.elapsed_percent, data.elapsed))
    if len(shown) < len(rows):
        words = canvas.line(f"另有{len(rows) - len(shown)}项见手册", panel.ROW, canvas.colours.second)
        if not data.elapsed:
            foot += 1.6 + canvas.size(panel.ROW)
        before = bool(data.elapsed) and data.elapsed_percent > 50  # on the tick's line, away from its name
        canvas.place(
            words, area.left if before else area.right, foot - 0.12 * canvas.size(panel.ROW), 0.0 if before else 1.0
        )


def _share_out(
    canvas: Canvas, data: BoardData, area: Ground, titled: float, wanted: tuple[int, float]
) -> tuple[float, float]:
    """The largest hero size, then the widest pitch of rows, that leave room for all rows; else the least of both."""
    count, extra = wanted
    if data.hero is None:
        return panel.HERO_SIZES[0], _PITCHES[0]
    noted = 17.5 if data.hero.note or data.hero.growth is not None else 10.0
    for pitch in _PITCHES:
        for size in panel.HERO_SIZES[:5]:
            hero = panel.measured(canvas, data.hero, area.width, [one for one in panel.HERO_SIZES if one <= size])
            if hero is None:
                return size, pitch
            y = area.top + 8.2 + hero.height(canvas) + noted + 11.0 + titled + 11.5
            if y + (count - 1) * pitch + 2.8 + panel.BAR + extra <= area.foot:
                return size, pitch
    return panel.HERO_SIZES[4], _PITCHES[-1]


def _cards(canvas: Canvas, cards: Sequence[BoardFigure], left: float, top: float, *, small: bool) -> None:
    """One column of up to three, else two columns; the odd one of five stands across the first row."""
    count = len(cards)
    gap = GAP if canvas.tiled else WIDE_GAP
    columns = 1 if count <= 3 else 2
    rows: list[Sequence[BoardFigure]] = []
    rest = list(cards)
    while rest:
        here = 1 if columns == 2 and len(rest) % 2 else columns
        rows.append(rest[:here])
        rest = rest[here:]
    height = (TOP - _FOOT - top - gap * (len(rows) - 1)) / len(rows)
    placed = []
    for index, row in enumerate(rows):
        width = (RIGHT - left - gap * (len(row) - 1)) / len(row)
        y = top + index * (height + gap)
        placed.append([(card, Box(left + at * (width + gap), y, width, height)) for at, card in enumerate(row)])
    set_cards(canvas, placed, small=small)


def _beside(canvas: Canvas, data: BoardData, left: float, top: float) -> None:
    """Sentences on paper where there are no cards."""
    y = top + 8.0
    for sentence in data.sentences:
        lines = canvas.lines(sentence, panel.SENTENCE, canvas.colours.ink, RIGHT - left - 6.5)
        first = y + 0.88 * canvas.size(panel.SENTENCE)
        last = first + canvas.pitch(panel.SENTENCE) * (len(lines) - 1)
        if last > TOP - _FOOT:
            return
        canvas.rect(left, y, 1.2, last - y + 2.0, canvas.colours.bar)
        canvas.stack(lines, panel.SENTENCE, left + 6.5, first)
        y = last + 14.0
