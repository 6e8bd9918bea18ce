"""Cards of the tall picture: two columns, each row as high as its fuller card. Units are pixels."""

from collections.abc import Sequence

from reportgen.model.boards import BoardFigure
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.drawings import bar, count_strip
from reportgen.typeset.boards.quantities import Quantity, change_words, growth_of, largest
from reportgen.typeset.text import SetLine

_GAP, _ROW_GAP, _INSET, _RULE = 48.0, 56.0, 36.0, 8.0
_LABELS = (
    (Type("label", 34, 46), 1), (Type("label", 30, 42), 1), (Type("label", 34, 46), 2), (Type("label", 30, 42), 4),
)  # fmt: skip
_TEXT, _NOTE, _STRONG = Type("text", 30, 46), Type("text", 28, 42), Type("strong", 28, 42)
_NUMBERS = (104.0, 88.0, 72.0, 60.0, 48.0)
_CHANGE = Type("strong", 34, 46)
_LEAST_UNIT = 30.0
_STRIP = 28.0


def set_tall_cards(canvas: Canvas, figures: Sequence[BoardFigure], at: tuple[float, float, float]) -> float:
    """All cards from ``at`` (left edge, top, width) on, a last odd one over the whole width; where they end."""
    left, y, width = at
    half = (width - _GAP) / 2
    rows = [figures[index : index + 2] for index in range(0, len(figures), 2)]
    rooms = [half - _INSET if len(row) == 2 else width - _INSET for row in rows for _ in row]
    numbers = largest(canvas, figures, rooms, _NUMBERS, canvas.colours.ink, least=_LEAST_UNIT, below=True)
    if numbers is None:
        longest = max(figures, key=lambda one: len(one.number) + len(one.unit))
        canvas.too_long(longest.number + longest.unit)
        return y
    index = 0
    for row in rows:
        here = numbers[index : index + len(row)]
        y = _row(canvas, row, here, (left, y, half if len(row) == 2 else width)) + _ROW_GAP
        index += len(row)
    return y - _ROW_GAP


def _row(
    canvas: Canvas, figures: Sequence[BoardFigure], numbers: Sequence[Quantity], at: tuple[float, float, float]
) -> float:
    left, y, width = at
    labels: list[tuple[Type, tuple[SetLine, ...]]] = []
    for figure in figures:
        found = canvas.fitted(figure.label, _LABELS, canvas.colours.ink, width - _INSET)
        if found is None:
            canvas.too_long(figure.label)
            return y
        labels.append(found)
    depth = max((len(lines) - 1) * type.leading for type, lines in labels)
    number_at = y + 30.0 + depth + 38.0 + 0.74 * numbers[0].type.size
    ends = []
    for index, (figure, number, (type, lines)) in enumerate(zip(figures, numbers, labels, strict=True)):
        x = left + index * (width + _GAP) + _INSET
        canvas.stack(lines, type, x, y + 30.0)
        number.place(canvas, x, number_at)
        ends.append(_below(canvas, figure, (x, number_at + number.drop, width - _INSET)))
    foot = max(ends) + 12.0
    for index, figure in enumerate(figures):
        fill = canvas.colours.leading if figure.leading else canvas.colours.bar
        canvas.rect(left + index * (width + _GAP), y, _RULE, foot - y, fill)
    return foot


def _below(canvas: Canvas, figure: BoardFigure, at: tuple[float, float, float]) -> float:
    """Change, strip, note or small rows below a number; the last baseline or foot."""
    x, y, width = at
    colours = canvas.colours
    if figure.growth is not None:
        y += 56.0
        words = canvas.line(change_words(figure.growth), _TEXT, colours.grey)
        canvas.place(words, x, y)
        colour = colours.growth if figure.growth > 0 else colours.ink
        growth = growth_of(canvas, figure.growth, figure.growth_words, _CHANGE, colour)
        growth.place(canvas, x + canvas.width(words) + 12.0, y, 34.0)
    if figure.count is not None or figure.percent is not None:
        y += 38.0
        canvas.begin("Figure", figure.label)
        if figure.count is not None:
            count_strip(canvas, x, y, (width, _STRIP), figure.count, (colours.bar, colours.grey))
        else:
            bar(canvas, x, y, (width, _STRIP), float(figure.percent or 0) / 100, (colours.bar_track, colours.bar))
        canvas.end()
        y += _STRIP
        if figure.percent_words:
            y += 44.0
            canvas.place(canvas.line(figure.percent_words, _NOTE, colours.grey), x, y)
    text = figure.note or ("" if figure.rows else figure.sentence)
    if text:
        y = canvas.stack(canvas.even(text, _TEXT, colours.ink, width), _TEXT, x, y + 58.0)
    for row in figure.rows:
        y += 54.0
        value = canvas.line(row.words, _STRONG, colours.ink)
        label = canvas.lines(row.label, _NOTE, colours.ink, width - canvas.width(value) - 16.0)
        y = canvas.stack(label, _NOTE, x, y)
        canvas.place(value, x + width, y, 1.0)
        if row.growth is not None:
            y += 44.0
            growth = growth_of(canvas, row.growth, row.note, _STRONG, colours.growth if row.growth > 0 else colours.ink)
            growth.place(canvas, x + width - growth.width, y, 28.0)
    return y
