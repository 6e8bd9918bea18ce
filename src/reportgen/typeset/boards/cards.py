"""Cards of a board: a label, a number, and below it a strip that counts, a bar, small rows or a line of text."""

from collections.abc import Sequence
from itertools import chain

import msgspec

from reportgen.drawing import Colour
from reportgen.model.boards import BoardFigure, BoardLine
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.boards.colours import on_paper, on_tile
from reportgen.typeset.boards.drawings import bar, count_strip
from reportgen.typeset.boards.quantities import Growth, Quantity, change_words, growth_of, largest, repainted
from reportgen.typeset.text import SetLine

_RULE, _INSET = 1.2, 6.5  # mm
_LINE = 8.4  # of a change below a number
_TILE, _SLIM_TILE = 9.0, 5.0  # padding of a tile at its sides
_TALL, _WIDE = 58.0, 150.0  # a card of this height or width takes larger type
_SLIM = 75.0  # a card of less has its change on a line of its own below the number
_HALF, _BETWEEN = 0.44, 8.0  # of a wide card: label and number; a sentence stands beside them
_MOST_DROP = 9.0  # that what stands on a tile goes down into its middle
_SMALL, _SMALL_STRONG = Type("text", 14, 20), Type("strong", 14, 20)


class Box(msgspec.Struct, frozen=True):
    """Where a card stands, in mm."""

    x: float
    y: float
    width: float
    height: float


class CardStyle(msgspec.Struct, frozen=True):
    """Type of cards: sizes of numbers from the largest on, labels and texts from the largest on, distances in mm."""

    numbers: tuple[float, ...]
    labels: tuple[tuple[Type, int], ...]  # with the lines that each may have
    texts: tuple[Type, ...]
    change: Type
    first: float  # from a card's top to the label's baseline
    after_label: float  # from there to the top of the number
    to_strip: float  # from the number's baseline
    to_note: float
    strip: float  # height of bars and strips
    after_strip: float
    pad: float  # of a tile above and below, beyond a card's own
    huge: bool = False  # a card as tall as two: its sentence stands below, its change behind the number


def _labels(large: float, small: float, most: int) -> tuple[tuple[Type, int], ...]:
    types = [Type("label", size, size * 4 / 3) for size in (large, small)]
    return tuple((type, lines) for lines in range(1, most + 1) for type in types)


_PLAIN = CardStyle(
    numbers=(44.5, 36.0, 28.0, 22.0), labels=_labels(18, 14, 2), texts=(_SMALL,), change=Type("strong", 18, 24),
    first=6.2, after_label=6.2, to_strip=6.4, to_note=6.4, strip=6.0, after_strip=3.6, pad=2.5,
)  # fmt: skip
_LARGE = CardStyle(
    numbers=(56.0, *_PLAIN.numbers), labels=_labels(22, 18, 2), texts=(Type("text", 18, 26), _SMALL),
    change=Type("strong", 22, 30), first=7.6, after_label=7.6, to_strip=7.0, to_note=6.4, strip=6.0, after_strip=4.6,
    pad=4.5,
)  # fmt: skip
_HUGE = CardStyle(
    numbers=(96.0, 80.0, 66.0, *_LARGE.numbers), labels=_labels(22, 18, 2), texts=(Type("text", 22, 32), *_LARGE.texts),
    change=Type("strong", 28, 36), first=8.0, after_label=8.4, to_strip=7.5, to_note=8.0, strip=6.0, after_strip=4.6,
    pad=7.0, huge=True,
)  # fmt: skip
_TIGHT = CardStyle(
    numbers=(36.0, 28.0, 22.0), labels=_labels(14, 14, 3), texts=(_SMALL,), change=Type("strong", 18, 24),
    first=5.2, after_label=5.0, to_strip=4.6, to_note=4.4, strip=4.4, after_strip=3.4, pad=1.5,
)  # fmt: skip
_TIGHTEST = msgspec.structs.replace(_TIGHT, numbers=(22.0,), first=5.0, after_label=4.4, strip=3.6, pad=0.8)
_STYLES = (_HUGE, _LARGE, _PLAIN, _TIGHT, _TIGHTEST)


def _styles(width: float, height: float, *, small: bool) -> list[CardStyle]:
    """What may be tried in a card of this size; ``small``: beside a headline in the smaller size."""
    found = []
    for style in _STYLES:
        if style.huge and (height < 74.0 or width < _WIDE):
            continue
        if style is _LARGE and height < _TALL and (width < _WIDE or height < 46.0) and (width < 100.0 or height < 54.0):
            continue
        if small and not style.huge:
            style = msgspec.structs.replace(style, numbers=tuple(one for one in style.numbers if one < 44.5))
        found.append(style)
    return found


def set_cards(canvas: Canvas, rows: Sequence[Sequence[tuple[BoardFigure, Box]]], *, small: bool) -> None:
    """Rows of cards, all numbers in one size, those of a row on one baseline.

    They are as large as lets every card hold what stands on it; what has no room in the smallest is reported.
    """
    pairs = list(chain.from_iterable(rows))
    styles = _styles(min(box.width for _, box in pairs), min(box.height for _, box in pairs), small=small)
    for style in styles:
        made = _made(canvas, rows, style)
        fault = _numbered(canvas, made)
        if not fault:
            break
    if fault:
        canvas.too_long(fault)
        return
    for row in made:
        drop = min(card.spare for card in row) / 2 if canvas.tiled else 0.0
        for card in row:
            card.top += min(drop, _MOST_DROP)
            card.set()


def _made(canvas: Canvas, rows: Sequence[Sequence[tuple[BoardFigure, Box]]], style: CardStyle) -> "list[list[_Card]]":
    """The cards, their tiles in turn, so that neighbours in a row and below each other differ."""
    tiles = canvas.look.tiles if canvas.tiled else ()
    step = 2 if max(map(len, rows)) > 1 else 1
    return [
        [
            _Card(canvas, figure, box, style, tiles[(index + step * number) % len(tiles)] if tiles else "")
            for index, (figure, box) in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]


def _numbered(canvas: Canvas, rows: "Sequence[Sequence[_Card]]") -> str:
    """Give all cards their numbers; the text that has no room, "" where all have."""
    cards = list(chain.from_iterable(rows))
    for card in cards:
        if not card.label:
            return card.figure.label
    rooms = [card.width - card.change_room for card in cards]
    figures, sizes, ink = [card.figure for card in cards], cards[0].style.numbers, canvas.colours.ink
    numbers = largest(canvas, figures, rooms, sizes, ink, below=True)
    if numbers is None:
        longest = max((card.figure for card in cards), key=lambda one: len(one.number) + len(one.unit))
        return longest.number + longest.unit
    for card, number in zip(cards, numbers, strict=True):
        card.number = number if card.inside.ink == ink else repainted(number, card.inside.ink)
    for row in rows:
        at = max(card.least_number_at for card in row)
        for card in row:
            card.number_at = at
    return next((fault for card in cards if (fault := card.fault())), "")


class _Card:
    """One card, measured before it is set; ``width`` is the room of its text in mm."""

    number: Quantity
    number_at: float  # from the card's top to the number's baseline

    def __init__(self, canvas: Canvas, figure: BoardFigure, box: Box, style: CardStyle, tile: Colour) -> None:
        self.canvas, self.figure, self.box, self.style, self.tile = canvas, figure, box, style, tile
        tiles = canvas.tiled
        side = _TILE if box.width >= _SLIM else _SLIM_TILE
        self.left = box.x + (side if tiles else _INSET)
        self.width = box.width - (2 * side if tiles else _INSET)
        self.top, self.foot = box.y, box.y + box.height
        if tiles:
            self.top, self.foot = self.top + style.pad, self.foot - style.pad
        self.beside = bool(figure.sentence) and box.width >= _WIDE and not style.huge
        if self.beside:
            self.aside_width = self.width * (1 - _HALF) - _BETWEEN
            self.width *= _HALF
        colours = canvas.colours
        self.inside = on_tile(colours, tile) if tile else on_paper(colours)
        self.stacked = box.width < _SLIM and figure.growth is not None
        self.change: Growth | None = None
        self.change_room = 0.0
        if figure.growth is not None:
            colour = self.inside.growth if figure.growth > 0 else self.inside.ink
            self.change = growth_of(canvas, figure.growth, figure.growth_words, style.change, colour)
            self.change_said = canvas.line(change_words(figure.growth), _SMALL, self.inside.grey)
            if not self.stacked:
                apart = 10.0 if style.huge else 4.0
                self.change_room = max(self.change.width, canvas.width(self.change_said)) + apart
        room = self.width - (0.0 if style.huge else self.change_room)
        found = canvas.fitted(figure.label, style.labels, self.inside.ink, room)
        self.label_type, self.label = found or (style.labels[-1][0], ())
        self.drawn = figure.count is not None or figure.percent is not None

    @property
    def least_number_at(self) -> float:
        """From the card's top to the number's baseline, by its own label."""
        label = self.canvas.pitch(self.label_type) * max(0, len(self.label) - 1)
        return self.style.first + label + self.style.after_label + 0.78 * self.canvas.size(self.number.type)

    @property
    def _end(self) -> float:
        """Where the number's block ends: its baseline, or that of what stands below it."""
        return self.top + self.number_at + self.number.drop + (_LINE if self.stacked else 0.0)

    @property
    def _note_at(self) -> float:
        """Where the note's line begins, by the card's strip."""
        y = self._end
        if not self.drawn:
            return y + self.style.to_note
        y += self.style.to_strip + self.style.strip
        if self.figure.percent_words:
            y += 2.4 + self.canvas.size(_SMALL)
        return y + self.style.after_strip

    @property
    def spare(self) -> float:
        """Blank between what stands on the card and its foot; none where a sentence of the text may take it."""
        if self.figure.sentence and not self.beside:
            return 0.0
        if self.figure.rows:
            return max(0.0, self.foot - self._rows_end()[0])
        end = self._note_at - self.style.after_strip if self.drawn else self._end
        found = self._note() if self.figure.notes else None
        if found is not None:
            end = self._note_at + self.canvas.size(found[0]) + self.canvas.pitch(found[0]) * (len(found[1]) - 1)
        return max(0.0, self.foot - end)

    def _note(self) -> tuple[Type, tuple[SetLine, ...]] | None:
        room = self.foot - self._note_at
        sizes = [(type, self._most(type, room)) for type in self.style.texts]
        return self.canvas.first_fitted(self.figure.notes, sizes, self.inside.ink, self.width)

    def fault(self) -> str:
        """What has no room below the number, "" for nothing."""
        figure, canvas = self.figure, self.canvas
        if self.stacked and self.change is not None and self._stacked_width(self.change) > self.width:
            return figure.growth_words
        if self._end > self.foot:
            return figure.label
        if figure.rows:
            foot, fault = self._rows_end()
            return fault or (figure.rows[-1].label if foot > self.foot else "")
        if self.drawn:
            words = canvas.line(figure.percent_words, _SMALL, self.inside.grey) if figure.percent_words else None
            end = self._note_at - self.style.after_strip
            if end > self.foot or (words is not None and canvas.width(words) > self.width):
                return figure.percent_words or figure.label
        return figure.notes[-1] if figure.notes and self._note() is None else ""

    def _stacked_width(self, change: Growth) -> float:
        return self.canvas.width(self.change_said) + 1.6 + change.width

    def set(self) -> None:
        """Set the card."""
        canvas = self.canvas
        self._ground()
        first = self.top + self.style.first
        canvas.stack(self.label, self.label_type, self.left, first)
        self.number.place(canvas, self.left, self.top + self.number_at)
        if self.change is not None:
            self._change(self.change, first, self.top + self.number_at + (self.number.drop if self.stacked else 0.0))
        self._below()
        if self.beside:
            top = first - 0.88 * canvas.size(self.style.texts[0])
            self._sentence(self.figure.sentence, self.left + self.width + _BETWEEN, top, self.aside_width)

    def _change(self, change: Growth, first: float, y: float) -> None:
        """At the right edge, its words beside the label; on a huge card behind the number, on a slim one below it."""
        canvas = self.canvas
        right = self.left + self.width
        if self.stacked:
            canvas.place(self.change_said, self.left, y + _LINE)
            x = self.left + canvas.width(self.change_said) + 1.6
            change.place(canvas, x, y + _LINE, canvas.size(self.style.change))
        elif self.style.huge:
            x = self.left + self.number.width + 10.0
            change.place(canvas, x, y, canvas.size(self.style.change))
            canvas.place(self.change_said, x, y - 1.5 * canvas.size(self.style.change))
        else:
            canvas.place(self.change_said, right, first, 1.0)
            change.place(canvas, right - change.width, y, canvas.size(self.style.change))

    def _ground(self) -> None:
        """Its tile, or the rule at its left."""
        box, colours = self.box, self.canvas.colours
        if self.tile:
            self.canvas.rect(box.x, box.y, box.width, box.height, self.tile, self.canvas.look.radius / self.canvas.unit)
        else:
            fill = colours.leading if self.figure.leading else colours.bar
            self.canvas.rect(box.x, box.y, _RULE, box.height, fill)

    def _sentence(self, text: str, x: float, y: float, width: float) -> None:
        """A sentence of the section's own below ``y``, where it has room."""
        for type in self.style.texts:
            lines = self.canvas.even(text, type, self.inside.ink, width)
            if len(lines) <= self._most(type, self.foot - y):
                self.canvas.stack(lines, type, x, y + 0.88 * self.canvas.size(type))
                return

    def _below(self) -> None:
        """What stands below the number."""
        figure, canvas = self.figure, self.canvas
        if figure.rows:
            self._rows(self._end)
            return
        if self.drawn:
            self._strip(self._end + self.style.to_strip)
        y = self._note_at
        found = self._note() if figure.notes else None
        if found is not None:
            y = canvas.stack(found[1], found[0], self.left, y + 0.88 * canvas.size(found[0])) + 4.4
        if figure.sentence and not self.beside and (self.style.huge or found is None):
            self._sentence(figure.sentence, self.left, y, self.width)

    def _most(self, type: Type, room: float) -> int:
        """How many lines of ``type`` stand in ``room``."""
        size = self.canvas.size(type)
        return 0 if room < size else 1 + int((room - size) / self.canvas.pitch(type) + 1e-6)

    def _strip(self, y: float) -> None:
        """A strip that counts or a bar, with what it says below it."""
        canvas, figure, inside = self.canvas, self.figure, self.inside
        size = (self.width, self.style.strip)
        canvas.begin("Figure", figure.label)
        if figure.count is not None:
            count_strip(canvas, self.left, y, size, figure.count, (inside.bar, inside.grey))
        else:
            bar(canvas, self.left, y, size, float(figure.percent or 0) / 100, (inside.track, inside.bar))
        canvas.end()
        if figure.percent_words:
            words = canvas.line(figure.percent_words, _SMALL, inside.grey)
            canvas.place(words, self.left, y + self.style.strip + 2.4 + 0.88 * canvas.size(_SMALL))

    def _rows_end(self) -> tuple[float, str]:
        """The last row's baseline, and the name or value that is too long even for a line of its own."""
        at, fault = self._end, ""
        folded = self._folded()
        for index, row in enumerate(self.figure.rows):
            at += self._row_step(index, folded=folded) + (self.canvas.pitch(_SMALL) if folded else 0.0)
            label = self.canvas.width(self.canvas.line(row.label, _SMALL, self.inside.ink))
            if folded and max(label, self._row_width(row) - label - 3.0) > self.width:
                fault = row.label
        return at, fault

    def _row_step(self, index: int, *, folded: bool) -> float:
        """From what stands above a row to its baseline."""
        if index:
            return 8.4 if folded else 9.0
        return 12.4 if self.style.to_strip > 5.0 else 7.6

    def _folded(self) -> bool:
        """Whether values stand below their names, where one row has no room for both."""
        return any(self._row_width(row) > self.width for row in self.figure.rows)

    def _row_width(self, row: BoardLine) -> float:
        canvas, inside = self.canvas, self.inside
        width = canvas.width(canvas.line(row.label, _SMALL, inside.ink)) + 3.0
        width += canvas.width(canvas.line(row.words, _SMALL_STRONG, inside.ink))
        if row.growth is not None:
            width += growth_of(canvas, row.growth, row.note, _SMALL_STRONG, inside.ink).width + 3.0
        return width

    def _rows(self, y: float) -> None:
        """Names with their values at the right edge, a hairline between them."""
        canvas, inside = self.canvas, self.inside
        folded = self._folded()
        for index, row in enumerate(self.figure.rows):
            y += self._row_step(index, folded=folded)
            right = self.left + self.width
            if index:
                canvas.rule(self.left, y - 6.2, right, y - 6.2, 0.4, canvas.colours.rule)
            canvas.place(canvas.line(row.label, _SMALL, inside.ink), self.left, y)
            y += canvas.pitch(_SMALL) if folded else 0.0
            growth: Growth | None = None
            if row.growth is not None:
                colour = inside.growth if row.growth > 0 else inside.ink
                growth = growth_of(canvas, row.growth, row.note, _SMALL_STRONG, colour)
                right -= growth.width + 3.0
            canvas.place(canvas.line(row.words, _SMALL_STRONG, inside.ink), right, y, 1.0)
            if growth is not None:
                growth.place(canvas, right + 3.0, y, canvas.size(_SMALL_STRONG))
