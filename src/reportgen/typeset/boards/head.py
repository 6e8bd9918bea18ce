"""The head of an A3 board: the headline as large as it can be, whose board it is at the right edge."""

from reportgen.model.boards import BoardData
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.headlines import after_a_mark, set_headline
from reportgen.typeset.icons import draw_icon

LEFT, RIGHT = 18.0, 402.0  # mm: the type area of an A3 board
ONE_LINE, TWO_LINES = 53.0, 70.0  # where the head ends
MOST_EMS = 33  # a headline of more is refused
_LARGE, _SMALL = Type("headline", 56, 67), Type("headline", 44.5, 54)
_LINE = 13 * 56 / 72 * 25.4  # mm: two lines of thirteen characters
_LONG_LINE = 14.5 * 56 / 72 * 25.4  # of a headline that is broken after a mark
_APART = 20.0  # a headline in one line ends so far before the issuer
_NAME, _NAME_SMALL, _PERIOD = Type("strong", 18, 24), Type("strong", 14, 20), Type("text", 14, 20)
_NAME_ROOM = 112.0
_ICON, _LEAST_ICON, _ICON_DROP = 17.0, 11.0, 4.0  # mm: its side, at most and least; blank above and below it


class Head:
    """``foot``: where the head ends; ``small``: the headline had to be set in the smaller size."""

    def __init__(self, canvas: Canvas, data: BoardData) -> None:
        colours = canvas.colours
        if not canvas.tiled:
            canvas.rect(0, 0, 420, 5, colours.hero)
        period = canvas.line(data.period, _PERIOD, colours.grey)
        sizes = [(_NAME, 2), (_NAME_SMALL, 2)]
        names = canvas.fitted(data.name, sizes, colours.primary, _NAME_ROOM)
        if names is None and data.short:
            names = canvas.fitted(data.short, sizes, colours.primary, _NAME_ROOM)
        if names is None:
            canvas.too_long(data.name)
            names = _NAME, ()
        if canvas.width(period) > _NAME_ROOM:
            canvas.too_long(data.period)
        taken = max(canvas.width(line) for line in (*names[1], period))
        self.foot = ONE_LINE
        self.small = False
        self._headline(canvas, data, taken)
        type, lines = names
        last = canvas.stack(lines, type, RIGHT, 24.6, 1.0)
        canvas.place(period, RIGHT, last + 8.4, 1.0)
        self._icon(canvas, data, last + 8.4)

    def _icon(self, canvas: Canvas, data: BoardData, above: float) -> None:
        """The department's icon below the period, where the theme has such and the head room for it."""
        top = above + _ICON_DROP
        side = min(_ICON, self.foot - _ICON_DROP - top)
        if data.icon is not None and canvas.tiled and side >= _LEAST_ICON:
            place = (RIGHT - side) * canvas.unit, top * canvas.unit, side * canvas.unit
            canvas.marks.append(draw_icon(data.icon, *place, canvas.colours.primary))

    def _headline(self, canvas: Canvas, data: BoardData, taken: float) -> None:
        ink = canvas.colours.ink
        canvas.begin("H1")
        room = RIGHT - LEFT - taken
        if "\n" not in data.headline:
            one = canvas.line(data.headline, _LARGE, ink)
            if canvas.width(one) <= room - _APART:
                canvas.place(one, LEFT - canvas.bearing(data.headline, _LARGE), 37.0)
                canvas.end()
                return
        self.foot = TWO_LINES
        width = min(_LINE, room - 10.0)
        types = [(_LARGE, min(_LONG_LINE, room - 10.0)), (_SMALL, width)]
        found = after_a_mark(canvas, data.headline, types, ink)
        found = found or canvas.fitted(data.headline, [(_LARGE, 2), (_SMALL, 2)], ink, width)
        if found is None:
            canvas.sink.error(
                "board-headline-long", data.headline_spot, text=data.headline, count=_length(data.headline),
                most=MOST_EMS,
            )  # fmt: skip
        else:
            self.small = found[0] is _SMALL
            set_headline(canvas, found, LEFT, 33.5 if self.small else 35.0)
        canvas.end()


def _length(headline: str) -> int:
    """How many Han characters the headline is as long as, by a rule of thumb that a reader can follow."""
    return round(sum(1.0 if char >= "\u2e80" else 0.5 for char in headline))
