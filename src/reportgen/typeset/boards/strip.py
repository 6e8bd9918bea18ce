"""The strip at the foot of an A3 board: what comes next, where the figures come from, a place for a QR code."""

from collections.abc import Sequence

from reportgen.model.boards import BoardData, BoardFigure, BoardStep
from reportgen.qr import QUIET, drawn, modules
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.head import LEFT, RIGHT
from reportgen.typeset.boards.quantities import quantity
from reportgen.typeset.codes import code_words
from reportgen.typeset.text import SetLine

TOP = 247.0
_FOOT = 297.0
_TITLE, _TEXT = Type("strong", 22, 28), Type("text", 14, 20)
_NUMBER, _WORD = 28.0, 22.0
_GUTTER = 6.0
_QR = 30.0  # mm, its quiet zone drawn in
_FIRST = 83.0  # where plans begin: column 3
_TITLE_ROOM = 59.0


def set_strip(canvas: Canvas, data: BoardData) -> None:
    """The strip over the full width: plans, sources, a code where the report has an address."""
    colours = canvas.colours
    canvas.rect(0, TOP, 420, _FOOT - TOP, colours.strip)
    words = _caption(canvas, data)
    right = RIGHT if words is None else RIGHT - max(_QR, *map(canvas.width, words)) - _GUTTER
    if data.plans:
        sizes = [(_TITLE, 2), (Type("strong", 18, 24), 2)]
        found = canvas.fitted(data.plans_title, sizes, colours.strip_title, _TITLE_ROOM)
        if found is None:
            canvas.too_long(data.plans_title)
        else:
            last = canvas.stack(found[1], found[0], LEFT, TOP + 14)
            if data.plans_left:
                more = canvas.line(f"另有{data.plans_left}项", _TEXT, colours.strip_second)
                canvas.place(more, LEFT, last + 8.6)
        _plans(canvas, data.plans, right)
    _source(canvas, data, right)
    if words is not None:
        _code(canvas, data.address, words)


def _caption(canvas: Canvas, data: BoardData) -> tuple[SetLine, ...] | None:
    """What stands below the code, on two lines at most and no wider than need be; None without a code."""
    if not data.address:
        return None
    for width in (_QR, 44.0, 60.0, 80.0, 110.0):
        found = canvas.fitted(data.code_words, [(_TEXT, 2)], canvas.colours.on_strip, width)
        if found is not None:
            return found[1]
    canvas.too_long(data.code_words)
    return ()


def _code(canvas: Canvas, address: str, words: Sequence[SetLine]) -> None:
    """The code on white, its quiet zone in it, over its caption: both flush with the right edge."""
    side = _QR + (0.0 if len(words) < 2 else -4.0)
    x, y = RIGHT - side, TOP + (5.5 if len(words) < 2 else 4.0)
    canvas.begin("Figure", code_words(address))
    canvas.rect(x, y, side, side, "#FFFFFF")
    quiet = QUIET * side / (len(modules(address)) + 2 * QUIET)
    unit = canvas.unit
    canvas.marks.append(
        drawn(address, (x + quiet) * unit, (y + quiet) * unit, (side - 2 * quiet) * unit, "#000000")
    )  # fmt: skip
    canvas.end()
    last = _FOOT - 6.4
    first = last - (len(words) - 1) * canvas.pitch(_TEXT)
    if len(words) == 1 and canvas.width(words[0]) <= side:
        canvas.place(words[0], x + side / 2, last, 0.5)
    else:
        canvas.stack(words, _TEXT, RIGHT, first, 1.0)


def _plans(canvas: Canvas, plans: Sequence[BoardStep], right: float) -> None:
    """Up to four side by side, each a number or a short word over two lines of text, or three where one needs it."""
    slots = max(len(plans), 3)
    width = (right - _FIRST - _GUTTER * (slots - 1)) / slots
    two = [_said(canvas, plan, width, 2) for plan in plans]
    three = [_said(canvas, plan, width, 3) for plan in plans]
    deep = any(one[1] != other[1] for one, other in zip(two, three, strict=True))
    for index, (plan, (lines, text)) in enumerate(zip(plans, three if deep else two, strict=True)):
        x = _FIRST + index * (width + _GUTTER)
        y = TOP + (12.0 if deep else 14.0)
        if text is None:
            canvas.too_long(plan.texts[-1])
        _figure(canvas, plan, (x, y, width))
        canvas.stack(lines, _TEXT, x, y + (7.8 if deep else 8.6) if plan.number else y - 1.0)


def _said(canvas: Canvas, plan: BoardStep, width: float, most: int) -> tuple[tuple[SetLine, ...], str | None]:
    """The longest of a plan's texts that ``most`` lines hold, one more where no figure stands above; None for none."""
    for text in plan.texts:
        if not text:
            return (), ""
        lines = canvas.lines(text, _TEXT, canvas.colours.on_strip, width)
        if len(lines) <= most + (not plan.number) and canvas.fit(lines, width):
            return canvas.even(text, _TEXT, canvas.colours.on_strip, width), text
    return (), None


def _figure(canvas: Canvas, plan: BoardStep, at: tuple[float, float, float]) -> None:
    """What stands large above a plan's text."""
    x, y, width = at
    colour = canvas.colours.strip_title
    if not plan.number:
        return
    if plan.is_word:
        sizes = [(Type("number", size, size * 1.25), 1) for size in (_WORD, 18.0, 14.0)]
        word = canvas.fitted(plan.number, sizes, colour, width)
        if word is None:
            canvas.too_long(plan.number)
        else:
            canvas.stack(word[1], word[0], x - canvas.bearing(plan.number, word[0]), y)
        return
    figure = BoardFigure("", plan.number, plan.unit)
    sizes_of = (one for size in (_NUMBER, _WORD, 18.0) for one in quantity(canvas, figure, size, colour))
    fitting = next((one for one in sizes_of if one.width <= width), None)
    if fitting is None:
        canvas.too_long(plan.number + plan.unit)
    else:
        fitting.place(canvas, x, y)


def _source(canvas: Canvas, data: BoardData, right: float) -> None:
    """One line above the trim; what it has no room for is left out from its end, never the source itself."""
    colours = canvas.colours
    canvas.rule(LEFT, _FOOT - 13.2, right, _FOOT - 13.2, 0.4, colours.rule)
    y = _FOOT - 6.4
    x = LEFT
    for index, part in enumerate(data.sources):
        line = canvas.line(part, _TEXT, colours.strip_second)
        if x + canvas.width(line) > right:
            if index == 0:
                canvas.too_long(part)
            continue
        canvas.place(line, x, y)
        x += canvas.width(line) + 8.0
