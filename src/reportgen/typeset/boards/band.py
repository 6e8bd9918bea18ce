"""Layout ``hero-band``: the hero on a band across the board, its parts or tasks in rows, cards in one row below."""

from collections.abc import Mapping, Sequence

from reportgen.drawing import Plate
from reportgen.model.boards import BoardData, BoardFigure
from reportgen.model.document import ChartData
from reportgen.typeset.boards import panel
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.cards import Box, set_cards
from reportgen.typeset.boards.crowd import Crowd, crowd_of
from reportgen.typeset.boards.ground import GAP, Ground, ground
from reportgen.typeset.boards.head import LEFT, Head
from reportgen.typeset.boards.strip import TOP

_FOOT, _CARDS_TOP, _CARDS_FOOT = 176.0, 186.0, 241.0  # mm: the band's foot, the row of cards
_COLUMN, _GUTTER = 26.5, 6.0
_TEXT_AT = LEFT + 7 * (_COLUMN + _GUTTER)  # column 8
_NAMES = 2 * (_COLUMN + _GUTTER)  # names of rows of people: to column 3
PLATE = 189.0  # of bars and charts beside the hero
_MOST_ROWS, _LEAST_PITCH = 5, 13.2  # bars below each other; more stand in two columns
_SPANS = {1: (12,), 2: (6, 6), 3: (4, 4, 4), 4: (3, 3, 3, 3), 5: (4, 2, 2, 2, 2), 6: (2, 2, 2, 2, 2, 2)}
_LEAD = Type("strong", 22, 32)


def set_band(
    canvas: Canvas, data: BoardData, head: Head, plates: panel.Plates, charts: Mapping[str, ChartData]
) -> None:
    """Band and cards between head and strip."""
    band = ground(canvas, head.foot, _FOOT if data.cards else TOP, None, to_strip=not data.cards)
    chart = panel.chart_that_fits(canvas, data, plates, (band.foot - band.top - 24.0) * canvas.unit)
    crowd = crowd_of([charts[id] for id in data.charts if id in charts])
    if crowd is not None:
        _with_crowd(canvas, data, band, crowd)
    elif data.rows or chart:
        _beside(canvas, data, band, None if data.rows else (plates[chart], charts[chart]))
    else:
        _upper(canvas, data, band, band.foot - 8.0, (200.0, 176.0, *panel.HERO_SIZES))
    if data.cards:
        _cards(canvas, data.cards, small=head.small)


def _with_crowd(canvas: Canvas, data: BoardData, band: Ground, crowd: Crowd) -> None:
    """Rows of people over the whole width, the hero above them at the left."""
    top = band.foot - 8.0 - crowd.height
    _upper(canvas, data, band, top - 4.0, panel.HERO_SIZES)
    crowd.set(canvas, band.left, band.left + _NAMES, top, band.right)


def _beside(canvas: Canvas, data: BoardData, band: Ground, chart: tuple[Plate, ChartData] | None) -> None:
    """The hero with its sentences at the left; bars, or a chart, under their title at the right."""
    drawn_at = band.right - PLATE
    width = drawn_at - 16.0 - band.left
    foot = _number(canvas, data, band, width, band.foot - 8.0, panel.HERO_SIZES)
    if data.sentences:
        types = (panel.SMALL, panel.ROW)
        panel.set_sentences(canvas, data.sentences, (band.left, foot + 6.0, width), band.foot - 6.0, types)
    if chart is None:
        _rows(canvas, data, band)
        return
    plate, told = chart
    space = band.foot - band.top - 24.0 - plate.height / canvas.unit
    panel.set_chart(canvas, plate, told, (drawn_at, band.top + 8.0, PLATE), min(6.0, max(0.0, space / 2)))


def _rows(canvas: Canvas, data: BoardData, band: Ground) -> None:
    """Bars at the right, in two columns where they are many; how many more there are is said."""
    count = len(data.rows)
    columns = 1 if count <= _MOST_ROWS else 2
    width = (PLATE - 10.0 * (columns - 1)) / columns
    rows = panel.measured_rows(canvas, data.rows, width)
    y = panel.set_title(canvas, data.rows_title, data.rows_unit, (band.right - PLATE, band.top + 15.0, PLATE)) + 11.5
    room = band.foot - 5.0 - (6.5 if data.elapsed else 2.0) - y
    per = -(-len(rows) // columns)
    parts = [rows[at : at + per] for at in range(0, len(rows), per)]
    extra = max((sum(len(row.label) - 1 for row in part) * canvas.pitch(panel.ROW) for part in parts), default=0.0)
    if per > 1 + int(max(0.0, room - extra - 2.8 - panel.BAR) / _LEAST_PITCH):
        room -= 4.0  # how many are left out is said below
    fitting = 1 + int(max(0.0, room - extra - 2.8 - panel.BAR) / _LEAST_PITCH)
    pitch = panel.spread(room, per, extra, _LEAST_PITCH) if per <= fitting else _LEAST_PITCH
    left_out = len(rows)
    if per > fitting:
        rows = panel.kept(rows, columns * fitting)
        parts = [rows[at : at + fitting] for at in range(0, len(rows), fitting)]
    left_out -= len(rows)
    foot = y
    for column, part in enumerate(parts):
        at = (band.right - PLATE + column * (width + 10.0), y, width)
        foot = max(foot, panel.set_rows(canvas, part, at, pitch, (data.elapsed_percent, data.elapsed)))
    if left_out:
        words = canvas.line(f"另有{left_out}项见手册", panel.ROW, canvas.colours.second)
        canvas.place(words, band.right, band.foot - 4.0, 1.0)


# --- hero and sentences


def _number(
    canvas: Canvas, data: BoardData, band: Ground, width: float, foot: float, sizes: Sequence[float], *,
    noted: bool = True,
) -> float:  # fmt: skip
    """The hero as large as stands above ``foot``, with what it is compared with (``noted``); the last baseline."""
    if data.hero is None:
        return band.top + 6.0
    below = panel.NOTE_DROP if noted and (data.hero.note or data.hero.growth is not None) else 0.0
    at = band.top + 9.0
    hero = panel.measured(canvas, data.hero, width, sizes)
    for index in range(1, len(sizes)):
        if hero is None or at + hero.height(canvas) + below <= foot:
            break
        hero = panel.measured(canvas, data.hero, width, sizes[index:])
    if hero is None:
        return at
    y = panel.set_hero(canvas, hero, band.left, at, width)
    return panel.set_note(canvas, data.hero, band.left, y, width) if noted else y


def _upper(canvas: Canvas, data: BoardData, band: Ground, foot: float, sizes: Sequence[float]) -> None:
    """The hero at the left, what it is compared with and sentences from column 8 on, all above ``foot``."""
    _number(canvas, data, band, _TEXT_AT - 12.0 - band.left, foot, sizes, noted=False)
    x, y = (_TEXT_AT if data.hero is not None else band.left), band.top + 9.0
    if data.hero is not None and data.hero.growth is not None:
        drop = panel.NOTE_DROP - 0.88 * canvas.size(panel.NOTE)
        y = panel.set_note(canvas, data.hero, x, y - drop, band.right - x) + 4.0
        said = data.sentences
    else:
        note = data.hero.note if data.hero is not None else ""
        said = (*((note,) if note else ()), *data.sentences)
        if said:
            top = y
            y = panel.set_sentences(canvas, said[:1], (x, y, band.right - x), foot, (_LEAD, panel.SMALL, panel.ROW))
            said, y = said[1:], y + (6.0 if y > top else 0.0)
    if said:
        panel.set_sentences(canvas, said, (x, y, band.right - x), foot, (panel.SMALL, panel.ROW))


def _cards(canvas: Canvas, cards: Sequence[BoardFigure], *, small: bool) -> None:
    x = LEFT
    top = _FOOT + GAP if canvas.tiled else _CARDS_TOP
    row = []
    for card, span in zip(cards, _SPANS[len(cards)], strict=True):
        width = _COLUMN * span + _GUTTER * (span - 1)
        row.append((card, Box(x, top, width, _CARDS_FOOT - top)))
        x += width + _GUTTER
    set_cards(canvas, [row], small=small)
