"""What stands on the large colour of a board: the hero number, bars of tasks, a chart, sentences."""

from collections.abc import Mapping, Sequence

import msgspec

from reportgen.diagnostics import Spot
from reportgen.drawing import GlyphRun, Plate
from reportgen.model.boards import BoardData, BoardFigure, BoardLine
from reportgen.model.document import ChartData
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.drawings import bar
from reportgen.typeset.boards.quantities import Quantity, change_words, growth_of, largest
from reportgen.typeset.pages.piece import moved
from reportgen.typeset.text import SetLine

LABEL, ASIDE = Type("label", 22, 30), Type("label", 18, 24)
TITLE, ROW, ROW_NAME, NOTE = Type("strong", 18, 24), Type("text", 14, 20), Type("label", 14, 20), Type("text", 18, 26)
SENTENCE, SMALL = Type("text", 22, 32), Type("text", 18, 27)
HERO_SIZES = (150.0, 128.0, 112.0, 96.0, 80.0, 66.0, 56.0)
BAR = 3.6  # mm
NOTE_DROP = 11.5  # from the number's baseline to its note's
_DIGIT = 0.735  # em: height of a figure
Plates = Mapping[str, Plate]


class Hero(msgspec.Struct, frozen=True):
    """The hero's label and number, measured."""

    label_type: Type
    label: tuple[SetLine, ...]
    aside: SetLine | None
    number: Quantity | None

    def height(self, canvas: Canvas) -> float:
        """From the top of the block to the number's baseline."""
        label = canvas.size(self.label_type) * 0.88 + canvas.pitch(self.label_type) * (len(self.label) - 1)
        return label + (0.0 if self.number is None else 8.4 + _DIGIT * canvas.size(self.number.type))


def measured(canvas: Canvas, figure: BoardFigure, width: float, sizes: Sequence[float] = HERO_SIZES) -> Hero | None:
    """The hero as large as ``width`` allows; None after a report."""
    colours = canvas.colours
    aside = canvas.line(figure.aside, ASIDE, colours.second) if figure.aside else None
    taken = 0.0 if aside is None else canvas.width(aside) + 8.0
    label = canvas.fitted(figure.label, [(LABEL, 1), (ASIDE, 1)], colours.on_hero, width - taken)
    if label is None:
        label = canvas.fitted(figure.label, [(LABEL, 2), (ASIDE, 2), (ROW_NAME, 3)], colours.on_hero, width - taken)
    number = largest(canvas, [figure], [width], sizes, colours.on_hero)
    if label is None or number is None:
        canvas.too_long(figure.label if label is None else figure.number + figure.unit)
        return None
    return Hero(label[0], label[1], aside, number[0])


def set_hero(canvas: Canvas, hero: Hero, x: float, y: float, width: float) -> float:
    """Label and number from ``y`` on; the number's baseline."""
    foot = y + hero.height(canvas)
    canvas.stack(hero.label, hero.label_type, x, y + 0.88 * canvas.size(hero.label_type))
    if hero.aside is not None:
        canvas.place(hero.aside, x + width, y + 0.88 * canvas.size(hero.label_type), 1.0)
    if hero.number is not None:
        hero.number.place(canvas, x, foot)
    return foot


def set_note(canvas: Canvas, figure: BoardFigure, x: float, y: float, width: float) -> float:
    """What the hero number is compared with, below it: its change, then its note; the last baseline, or ``y``."""
    colours = canvas.colours
    left = x
    if figure.growth is not None:
        said = canvas.line(change_words(figure.growth), NOTE, colours.second)
        canvas.place(said, left, y + NOTE_DROP)
        left += canvas.width(said) + 2.0
        growth = growth_of(canvas, figure.growth, figure.growth_words, Type("strong", 22, 30), colours.on_hero)
        growth.place(canvas, left, y + NOTE_DROP, canvas.size(LABEL))
        left += growth.width + 6.0
        if not figure.note:
            return y + NOTE_DROP
    if figure.note:
        room = width - (left - x)
        sizes = [(NOTE, 1), (ROW, 1)]
        found = canvas.first_fitted(figure.notes, sizes, colours.second, room)
        if found is None and left > x:
            left, room, y = x, width, y + canvas.pitch(NOTE)
        found = found or canvas.first_fitted(figure.notes, sizes, colours.second, room)
        if found is None:
            canvas.too_long(figure.notes[-1])
            return y
        return canvas.stack(found[1], found[0], left, y + NOTE_DROP)
    return y


def bar_height(pitch: float) -> float:
    """How thick bars are whose rows stand ``pitch`` apart, in mm."""
    return BAR if pitch <= 17.0 else min(7.0, BAR + 0.35 * (pitch - 17.0))


class RowLook(msgspec.Struct, frozen=True):
    """A row of bars, measured: its label's lines, its note, its value."""

    label: tuple[SetLine, ...]
    note: SetLine | None
    value: SetLine
    line: BoardLine

    def height(self, canvas: Canvas) -> float:
        """From the first baseline to the bar's foot."""
        return canvas.pitch(ROW) * (len(self.label) - 1) + 2.8 + BAR


def kept(rows: Sequence[RowLook], count: int) -> list[RowLook]:
    """``count`` of the rows in their order: what is done gives way first, not what readers have to know of."""
    first = sorted(range(len(rows)), key=lambda index: _is_done(rows[index].line))
    return [rows[index] for index in sorted(first[: max(1, count)])]


def _is_done(line: BoardLine) -> bool:
    return not line.leading and line.percent is not None and line.percent >= 100


def measured_rows(canvas: Canvas, rows: Sequence[BoardLine], width: float) -> list[RowLook]:
    """Rows with their values at the right edge. A note stands where it has room; a name that has none is reported."""
    colours = canvas.colours
    found = []
    for row in rows:
        value = canvas.line(row.words, TITLE, colours.on_hero)
        room = width - canvas.width(value) - 4.0
        name_type = Type("strong", 14, 20) if row.leading else ROW_NAME
        label = canvas.fitted(row.label, [(name_type, 1), (name_type, 2)], colours.on_hero, room)
        if label is None:
            canvas.too_long(row.label)
            continue
        note = canvas.line(row.note, ROW, colours.second) if row.note else None
        if note is not None and (len(label[1]) > 1 or canvas.width(label[1][0]) + 3.2 + canvas.width(note) > room):
            note = None
        found.append(RowLook(label[1], note, value, row))
    return found


def set_rows(
    canvas: Canvas, rows: Sequence[RowLook], at: tuple[float, float, float], pitch: float, tick: tuple[float, str]
) -> float:
    """Bars below their names from the baseline ``at[1]`` on; a tick through all of them, said once below the last.

    ``at``: left edge, first baseline, width. ``tick``: per cent, and what it is called ("" for none). The last foot.
    """
    colours = canvas.colours
    x, y, width = at
    thick = bar_height(pitch)
    foot = y
    for row in rows:
        last = canvas.stack(row.label, ROW, x, y)
        if row.note is not None:
            canvas.place(row.note, x + canvas.width(row.label[0]) + 3.2, y)
        canvas.place(row.value, x + width, last, 1.0)
        share = float(row.line.percent or 0) / 100
        fill = colours.leading if row.line.leading else colours.fill
        canvas.begin("Figure", f"{row.line.label}{row.line.words}")
        bar(canvas, x, last + 2.8, (width, thick), share, (colours.track, fill))
        if tick[1]:
            mark = x + width * tick[0] / 100
            canvas.rule(mark, last + 2.0, mark, last + 3.6 + thick, 1.0, colours.on_hero)
        canvas.end()
        foot = last + 2.8 + thick
        y = last + pitch
    if tick[1] and rows:
        words = canvas.line(tick[1], ROW, colours.second)
        middle = min(max(x + width * tick[0] / 100, x + canvas.width(words) / 2), x + width - canvas.width(words) / 2)
        foot += 1.6 + canvas.size(ROW)
        canvas.place(words, middle, foot - 0.12 * canvas.size(ROW), 0.5)
    return foot


def chart_that_fits(canvas: Canvas, data: BoardData, plates: Plates, height: float) -> str:
    """The first of the board's charts that reads well and is not higher than ``height`` points; "" for none.

    One that the author asked for and that is higher is reported.
    """
    if data.rows:
        return ""
    found = next((id for id in data.charts if id in plates and _reads(plates[id], height)), "")
    if not found and data.charts_chosen and any(id in plates for id in data.charts):
        canvas.sink.error("board-chart-tall", Spot(data.spot.file, (*data.spot.path, "chart")))
    return found


def _reads(plate: Plate, height: float) -> bool:
    """Whether a chart has room, and no figure in it had to be set small."""
    sizes = [mark.size for mark in plate.marks if isinstance(mark, GlyphRun)]
    return plate.height <= height and min(sizes, default=ROW.size) >= ROW.size - 0.01


def set_chart(canvas: Canvas, plate: Plate, told: ChartData, at: tuple[float, float, float], space: float) -> None:
    """A chart below its title and unit, ``space`` more between them. ``at``: left edge, top, width."""
    x, y, width = at
    colours = canvas.colours
    title = canvas.fitted(told.title, [(TITLE, 1), (TITLE, 2), (ROW_NAME, 3)], colours.on_hero, width)
    if title is None:
        canvas.too_long(told.title)
        return
    y = canvas.stack(title[1], title[0], x, y + canvas.size(TITLE))
    if told.unit:
        y += 7.0
        canvas.place(canvas.line(told.unit, ROW, colours.second), x, y)
    y += 4.0 + space
    canvas.begin("Figure", told.alt)
    canvas.marks += [moved(mark, x * canvas.unit, y * canvas.unit) for mark in plate.marks]
    canvas.end()


def set_title(canvas: Canvas, title: str, unit: str, at: tuple[float, float, float]) -> float:
    """The title of bars on the baseline ``at[1]``, the unit behind it or below it; the last baseline."""
    x, y, width = at
    colours = canvas.colours
    lines = canvas.fitted(title, [(TITLE, 1), (TITLE, 2), (ROW_NAME, 3)], colours.on_hero, width)
    if lines is None:
        canvas.too_long(title)
        return y
    y = canvas.stack(lines[1], lines[0], x, y)
    if unit:
        words = canvas.line(unit, ROW, colours.second)
        left = x + canvas.width(lines[1][-1]) + 4.0
        if left + canvas.width(words) > x + width:
            left, y = x, y + canvas.pitch(ROW)
        canvas.place(words, left, y)
    return y


def title_height(canvas: Canvas, title: str, unit: str, width: float) -> float:
    """From the first baseline of a title to its last, at most."""
    lines = canvas.fitted(title, [(TITLE, 1), (TITLE, 2), (ROW_NAME, 3)], canvas.colours.on_hero, width)
    if lines is None:
        return 0.0
    return canvas.pitch(lines[0]) * (len(lines[1]) - 1) + (canvas.pitch(ROW) if unit else 0.0)


def spread(room: float, count: int, extra: float, least: float) -> float:
    """How far rows stand apart that share ``room`` from the first baseline to the last bar's foot."""
    if count < 2:
        return max(least, min(26.0, room))
    pitch = (room - extra - 2.8 - BAR) / (count - 1)
    if pitch > 17.0:  # thicker bars: the last one takes of the room too
        pitch = min(28.0, (room - extra - 2.8 - BAR + 0.35 * 17.0) / (count - 1 + 0.35))
    return max(least, pitch)


def set_sentences(
    canvas: Canvas, sentences: Sequence[str], at: tuple[float, float, float], foot: float,
    types: Sequence[Type] = (SENTENCE, SMALL, ROW),
) -> float:  # fmt: skip
    """As many whole sentences as stand above ``foot``, in the largest type that holds the first; the last baseline."""
    x, y, width = at
    colour = canvas.colours.on_hero
    for type in types:
        first = canvas.even(sentences[0], type, colour, width)
        if y + canvas.size(type) + canvas.pitch(type) * (len(first) - 1) > foot or not canvas.fit(first, width):
            continue
        last = y
        for sentence in sentences:
            lines = canvas.even(sentence, type, colour, width)
            top = y + 0.88 * canvas.size(type)
            end = top + canvas.pitch(type) * (len(lines) - 1)
            if end + 0.12 * canvas.size(type) > foot:
                break
            last = canvas.stack(lines, type, x, top)
            y = end + 0.92 * canvas.size(type)
        return last
    return y
