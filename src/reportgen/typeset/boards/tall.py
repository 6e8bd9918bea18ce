"""The tall picture for telephones: 1080 pixels wide, as high as its content. Units are pixels."""

from collections.abc import Mapping, Sequence

from reportgen.drawing import Page, Rect
from reportgen.model.boards import BoardData, BoardFigure, BoardStep
from reportgen.model.document import ChartData
from reportgen.qr import QUIET, drawn, modules
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.drawings import bar, hundred_dots
from reportgen.typeset.boards.headlines import after_a_mark, set_headline
from reportgen.typeset.boards.panel import Plates
from reportgen.typeset.boards.quantities import change_words, growth_of, largest
from reportgen.typeset.boards.scaling import scaled
from reportgen.typeset.boards.tall_cards import set_tall_cards
from reportgen.typeset.codes import code_words
from reportgen.typeset.icons import draw_icon

WIDTH, MARGIN = 1080.0, 72.0
MEASURE = WIDTH - 2 * MARGIN
LEAST = 28.0  # the smallest type: 10 pixels of a telephone 390 wide
_NAME, _NOTE, _TEXT = Type("strong", 34, 46), Type("text", 28, 42), Type("text", 30, 46)
_STRONG, _LABEL = Type("strong", 30, 46), Type("label", 34, 46)
_HEADLINES = ((Type("headline", 92, 118), 3), (Type("headline", 76, 98), 4), (Type("headline", 60, 78), 6))
_HERO = (320.0, 270.0, 220.0, 180.0, 140.0, 110.0)
_TITLE, _TITLE_SMALL = Type("strong", 60, 78), Type("strong", 44, 60)
_NUMBER = Type("number", 64, 76)
_CODE = 208.0
_ICON = 52.0
_PLAN_COLUMN = 300.0


def set_tall(canvas: Canvas, data: BoardData, plates: Plates, charts: Mapping[str, ChartData]) -> Page:
    """The picture as a page whose points are pixels."""
    y = _head(canvas, data, plates, charts)
    if data.cards:
        y = set_tall_cards(canvas, data.cards, (MARGIN, y + 72.0, MEASURE)) + 72.0
    elif data.sentences:
        y = _sentences(canvas, data.sentences, y + 72.0) + 60.0
    foot = _foot(canvas, data, y)
    page = Rect(0.0, 0.0, WIDTH, foot, canvas.colours.paper)
    return Page(WIDTH, foot, "", (page, *canvas.marks))


# --- the coloured head


def _head(canvas: Canvas, data: BoardData, plates: Plates, charts: Mapping[str, ChartData]) -> float:
    """Whose it is, the headline, the hero number with its hundred dots, bars or a chart; where the colour ends."""
    begin = len(canvas.marks)
    y = _masthead(canvas, data)
    if data.hero is not None:
        y = _hero(canvas, data, y)
    if data.rows:
        y = _rows(canvas, data, y + 84.0)
    else:
        y = _chart(canvas, data, y, plates, charts)
    y += 72.0
    canvas.marks.insert(begin, Rect(0.0, 0.0, WIDTH, y, canvas.colours.hero))
    return y


def _masthead(canvas: Canvas, data: BoardData) -> float:
    colours = canvas.colours
    period = canvas.line(data.period, _NOTE, colours.second)
    left = MARGIN
    if data.icon is not None and canvas.tiled:
        canvas.marks.append(draw_icon(data.icon, left, 100.0 - 0.37 * _NAME.size - _ICON / 2, _ICON, colours.leading))
        left += 1.3 * _ICON
    room = MEASURE + MARGIN - left - canvas.width(period) - 40.0
    names = canvas.fitted(data.name, [(_NAME, 1), (_STRONG, 2)], colours.on_hero, room)
    if names is None and data.short:
        names = canvas.fitted(data.short, [(_NAME, 1), (_STRONG, 2)], colours.on_hero, room)
    y = 100.0
    if names is None:
        canvas.too_long(data.name)
    else:
        y = canvas.stack(names[1], names[0], left, y)
    canvas.place(period, WIDTH - MARGIN, y, 1.0)
    y += 34.0
    canvas.rule(MARGIN, y, WIDTH - MARGIN, y, 2.0, colours.second)
    canvas.begin("H1")
    found = after_a_mark(canvas, data.headline, [(type, MEASURE) for type, _ in _HEADLINES[:2]], colours.on_hero)
    found = found or canvas.fitted(data.headline, _HEADLINES, colours.on_hero, MEASURE)
    if found is None:
        canvas.too_long(data.headline, data.headline_spot)
    else:
        y = set_headline(canvas, found, MARGIN, y + 40.0 + 0.88 * found[0].size)
    canvas.end()
    return y


def _hero(canvas: Canvas, data: BoardData, y: float) -> float:
    """Label, number, what it is compared with, a hundred dots where it is a share; the last baseline or foot."""
    hero, colours = data.hero, canvas.colours
    assert hero is not None
    said = f"{hero.label}\u3000{hero.aside}" if hero.aside else hero.label
    label = canvas.fitted(said, [(_LABEL, 2), (_TEXT, 3)], colours.second, MEASURE)
    number = largest(canvas, [hero], [MEASURE], _HERO, colours.on_hero, least=40.0, below=True)
    if label is None or number is None:
        canvas.too_long(said if label is None else hero.number + hero.unit)
        return y
    y = canvas.stack(label[1], label[0], MARGIN, y + 104.0)
    y += 46.0 + 0.735 * number[0].type.size
    number[0].place(canvas, MARGIN, y)
    y += number[0].drop
    if hero.percent is not None and 0 <= hero.percent <= 100:
        canvas.begin("Figure", f"{hero.label}{hero.percent}%")
        y += 56.0
        y += hundred_dots(canvas, MARGIN, y, MEASURE, float(hero.percent), (colours.leading, colours.fill))
        canvas.end()
        legend = canvas.line("每点代表1%", _NOTE, colours.second)
        canvas.place(legend, WIDTH - MARGIN, y + 56.0, 1.0)
        return max(y + 56.0, _compared(canvas, data, y - 8.0, MEASURE - canvas.width(legend) - 40.0))
    return _compared(canvas, data, y, MEASURE)


def _compared(canvas: Canvas, data: BoardData, y: float, width: float) -> float:
    """The hero's change and its note; the last baseline."""
    hero, colours = data.hero, canvas.colours
    assert hero is not None
    if hero.growth is not None:
        y += 64.0
        words = canvas.line(change_words(hero.growth), _LABEL, colours.second)
        canvas.place(words, MARGIN, y)
        growth = growth_of(canvas, hero.growth, hero.growth_words, Type("strong", 44, 60), colours.on_hero)
        growth.place(canvas, MARGIN + canvas.width(words) + 12.0, y, 44.0)
    if hero.notes:
        found = canvas.first_fitted(hero.notes, [(_NAME, 2), (_STRONG, 3)], colours.on_hero, width)
        if found is None:
            canvas.too_long(hero.notes[-1])
        else:
            y = canvas.stack(found[1], found[0], MARGIN, y + 64.0)
    return y


def _rows(canvas: Canvas, data: BoardData, y: float) -> float:
    """All bars under their title; the last one's foot."""
    colours = canvas.colours
    title = canvas.fitted(data.rows_title, [(_TITLE_SMALL, 3)], colours.on_hero, MEASURE)
    if title is None:
        canvas.too_long(data.rows_title)
        return y
    y = canvas.stack(title[1], title[0], MARGIN, y + 20.0)
    if data.rows_unit:
        y += 48.0
        canvas.place(canvas.line(data.rows_unit, _NOTE, colours.second), MARGIN, y)
    y += 70.0
    mark = MARGIN + MEASURE * data.elapsed_percent / 100
    for row in data.rows:
        value = canvas.line(row.words, _NAME, colours.on_hero)
        room = MEASURE - canvas.width(value) - 24.0
        type = _STRONG if row.leading else Type("label", 30, 42)
        label = canvas.fitted(row.label, [(type, 3)], colours.on_hero, room)
        if label is None:
            canvas.too_long(row.label)
            return y
        last = canvas.stack(label[1], type, MARGIN, y)
        note = canvas.line(row.note, _NOTE, colours.second) if row.note else None
        at = MARGIN + canvas.width(label[1][-1]) + 20.0
        if note is not None and at + canvas.width(note) <= MARGIN + room:
            canvas.place(note, at, last)
        canvas.place(value, WIDTH - MARGIN, last, 1.0)
        canvas.begin("Figure", f"{row.label}{row.words}")
        fill = colours.leading if row.leading else colours.fill
        bar(canvas, MARGIN, last + 20.0, (MEASURE, 26.0), float(row.percent or 0) / 100, (colours.track, fill))
        if data.elapsed:
            canvas.rule(mark, last + 14.0, mark, last + 52.0, 3.0, colours.on_hero)
        canvas.end()
        y = last + 112.0
    foot = y - 112.0 + 46.0
    if data.elapsed:
        words = canvas.line(data.elapsed, _NOTE, colours.second)
        half = canvas.width(words) / 2
        foot += 44.0
        canvas.place(words, min(max(mark, MARGIN + half), WIDTH - MARGIN - half), foot, 0.5)
    return foot


def _chart(canvas: Canvas, data: BoardData, y: float, plates: Plates, charts: Mapping[str, ChartData]) -> float:
    """The board's chart under its title, as wide as the text; the last foot."""
    id = next((one for one in data.charts if one in plates), "")
    if not id:
        return y
    plate, told = plates[id], charts[id]
    colours = canvas.colours
    title = canvas.fitted(told.title, [(_TITLE_SMALL, 3)], colours.on_hero, MEASURE)
    if title is None:
        canvas.too_long(told.title)
        return y
    y = canvas.stack(title[1], title[0], MARGIN, y + 104.0)
    if told.unit:
        y += 48.0
        canvas.place(canvas.line(told.unit, _NOTE, colours.second), MARGIN, y)
    factor = MEASURE / plate.width
    canvas.begin("Figure", told.alt)
    canvas.marks += [scaled(mark, factor, MARGIN, y + 32.0) for mark in plate.marks]
    canvas.end()
    return y + 32.0 + plate.height * factor


def _sentences(canvas: Canvas, sentences: Sequence[str], y: float) -> float:
    """Sentences on paper, each with a rule at its left."""
    type = Type("text", 40, 62)
    for sentence in sentences:
        lines = canvas.even(sentence, type, canvas.colours.ink, MEASURE - 36.0)
        last = canvas.stack(lines, type, MARGIN + 36.0, y + 0.88 * type.size)
        canvas.rect(MARGIN, y, 8.0, last - y + 8.0, canvas.colours.bar)
        y = last + 64.0
    return y - 64.0


# --- the foot


def _foot(canvas: Canvas, data: BoardData, y: float) -> float:
    """Plans, sources, the code; where the picture ends."""
    begin, top = len(canvas.marks), y
    colours = canvas.colours
    if data.plans:
        title = canvas.fitted(data.plans_title, [(_TITLE, 2), (_TITLE_SMALL, 3)], colours.strip_title, MEASURE)
        if title is None:
            canvas.too_long(data.plans_title)
        else:
            y = canvas.stack(title[1], title[0], MARGIN, y + 100.0)
            if data.plans_left:
                words = canvas.line(f"另有{data.plans_left}项", _NOTE, colours.strip_second)
                canvas.place(words, WIDTH - MARGIN, y, 1.0)
        y += 36.0
        for plan in data.plans:
            y = _plan(canvas, plan, y) + 30.0
        canvas.rule(MARGIN, y + 6.0, WIDTH - MARGIN, y + 6.0, 2.0, colours.rule)
    y += 14.0
    foot = _sources(canvas, data, y) + 64.0
    canvas.marks.insert(begin, Rect(0.0, top, WIDTH, foot - top, colours.strip))
    return foot


def _plan(canvas: Canvas, plan: BoardStep, y: float) -> float:
    """A plan's figure or word at the left, its text beside it; where it ends."""
    colours = canvas.colours
    x, width = MARGIN + _PLAN_COLUMN, MEASURE - _PLAN_COLUMN
    if not plan.number:
        x, width = MARGIN, MEASURE
    first = y + 58.0
    end = first
    if plan.number:
        end = _figure(canvas, plan, first)
    for text in plan.texts:
        if not text:
            return end + 12.0
        lines = canvas.even(text, _TEXT, colours.on_strip, width)
        if len(lines) <= 5:
            return max(end, canvas.stack(lines, _TEXT, x, first)) + 12.0
    canvas.too_long(plan.texts[-1])
    return end


def _figure(canvas: Canvas, plan: BoardStep, y: float) -> float:
    """What stands large beside a plan's text; its last baseline."""
    colours, room = canvas.colours, _PLAN_COLUMN - 28.0
    if plan.is_word:
        sizes = [(Type("number", 44, 54), 1), (Type("number", 36, 46), 2)]
        words = canvas.fitted(plan.number, sizes, colours.strip_title, room)
        if words is None:
            canvas.too_long(plan.number)
            return y
        return canvas.stack(words[1], words[0], MARGIN, y + 6.0)
    figure = BoardFigure("", plan.number, plan.unit)
    found = largest(canvas, [figure], [room], (64.0, 52.0, 44.0, 36.0), colours.strip_title, least=LEAST, below=True)
    if found is None:
        canvas.too_long(plan.number + plan.unit)
        return y
    found[0].place(canvas, MARGIN, y + 10.0)
    return y + 10.0 + found[0].drop


def _sources(canvas: Canvas, data: BoardData, y: float) -> float:
    """Where figures come from, line by line, the code at the right; the last baseline or the code's foot."""
    colours = canvas.colours
    width, foot = MEASURE, y
    if data.address:
        width -= _CODE + 48.0
        left, top = WIDTH - MARGIN - _CODE, y + 36.0
        canvas.begin("Figure", code_words(data.address))
        canvas.rect(left, top, _CODE, _CODE, "#FFFFFF")
        quiet = QUIET * _CODE / (len(modules(data.address)) + 2 * QUIET)
        canvas.marks.append(drawn(data.address, left + quiet, top + quiet, _CODE - 2 * quiet, "#000000"))
        canvas.end()
        foot = top + _CODE
        words = canvas.fitted(data.code_words, [(_TITLE_SMALL, 1), (_NAME, 2), (_STRONG, 4)], colours.on_strip, width)
        if words is None:
            canvas.too_long(data.code_words)
        else:
            y = canvas.stack(words[1], words[0], MARGIN, y + 76.0) - 4.0
    y += 12.0
    for part in data.sources:
        lines = canvas.lines(part, _NOTE, colours.strip_second, width)
        y = canvas.stack(lines, _NOTE, MARGIN, y + 44.0)
    return max(y, foot)
