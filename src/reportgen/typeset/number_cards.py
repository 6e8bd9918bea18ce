"""Large numbers as cards: label, number with its unit small beside it, a comparison; ruled, open or on a tint."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Rect
from reportgen.model.card_rows import card_rows
from reportgen.model.document import CardData
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, PlacedLine
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import box
from reportgen.typeset.text import SetLine, told

_GUTTER = 10.5
_RULE = 1.5
_PAD = 0.85  # em
_UNIT_GAP = 2.5
_MOST_IN_A_ROW = 4
_SIZES = ("card", "card_small", "card_least")
_RADIUS = 8.5  # of a tinted card, as its padding is


class _Card:
    """A card's lines, broken for its width; ``role`` is the pair of sizes of its figure."""

    def __init__(self, card: CardData, setting: Setting, width: float, role: str) -> None:
        mark = () if card.light is None else (Run(card.light.sign, light=card.light.status), Run("\u00a0"))
        self.label = setting.ragged((*mark, Run(card.label)), "card_label", width)
        self.note = setting.ragged((Run(card.note),), "card_note", width) if card.note else ()
        self.number, self.unit = _figure(card, setting, role)


def _figure(card: CardData, setting: Setting, role: str) -> tuple[SetLine, SetLine | None]:
    number = setting.line(card.number, f"{role}_number")
    if not card.unit:
        return number, None
    return told(number), told(setting.line(card.unit, f"{role}_unit"))  # 860万人 is one word


def _largest(row: Sequence[CardData], setting: Setting, width: float, sizes: Sequence[str]) -> str:
    """The largest of ``sizes`` in which every figure of the row fits its card: one size a row."""
    for role in sizes:
        figures = [_figure(card, setting, role) for card in row]
        if all(number.width + (_UNIT_GAP + unit.width if unit else 0.0) <= width for number, unit in figures):
            break
    return role


def set_cards(cards: Sequence[CardData], setting: Setting, least: float, *, tinted: bool) -> list[Piece]:
    """Rows of cards that are at least ``least`` em of their labels wide; ``tinted``: on panels."""
    if not cards:
        return []
    least *= setting.style("card_label").size
    most = int((setting.measure + _GUTTER) / (least + _GUTTER))
    most = max(1, min(_MOST_IN_A_ROW, most))
    pad = 2 * _RADIUS if tinted else _pad(setting)
    like = 2 if tinted else 3
    rows, columns = _shared(cards, most, like)
    while most > 1 and not _all_fit(cards, setting, (setting.measure - _GUTTER * (columns - 1)) / columns - pad):
        most -= 1  # a figure that is too wide even in the least size: wider cards
        rows, columns = _shared(cards, most, like)
    if tinted:
        return _tinted(rows, columns, setting)
    return [_set_row(row, setting, columns) for row in rows]


def _shared(cards: Sequence[CardData], most: int, like: int) -> tuple[list[Sequence[CardData]], int]:
    """The rows, and how many cards' widths they are divided into: ``like`` at least, where there are several rows."""
    rows = card_rows(cards, most)
    return rows, max(len(rows[0]), min(like, most) if len(rows) > 1 or len(cards) > 3 else 1)


def _all_fit(cards: Sequence[CardData], setting: Setting, width: float) -> bool:
    """Whether every figure with its unit fits ``width`` in the least size."""
    figures = (_figure(card, setting, _SIZES[-1]) for card in cards)
    return all(number.width + (_UNIT_GAP + unit.width if unit else 0.0) <= width for number, unit in figures)


def _pad(setting: Setting) -> float:
    """What a card's rule takes of its width."""
    return _RULE + _PAD * setting.style("body").size if setting.theme.looks.cards == "ruled" else 0.0


def _tinted(rows: Sequence[Sequence[CardData]], columns: int, setting: Setting) -> list[Piece]:
    """Cards on the tints of the theme's hues in turn, neighbours on different ones."""
    pieces: list[Piece] = []
    width = (setting.measure - _GUTTER * (columns - 1)) / columns
    pitch = 0.8 * setting.row
    count = 0
    for row in rows:
        role = _largest(row, setting, width - 2 * _RADIUS, _SIZES[1:])
        made = [_Card(card, setting, width - 2 * _RADIUS, role) for card in row]
        labels, notes = max(len(card.label) for card in made), max(len(card.note) for card in made)
        first = 0.5 * _RADIUS + pitch
        number_at = first + pitch * (labels - 1) + 0.55 * pitch + 0.85 * setting.style(f"{role}_number").size
        height = number_at + (0.3 * pitch + pitch * notes if notes else 0.0) + 1.1 * _RADIUS
        lines: list[PlacedLine] = []
        panels = []
        for index, card in enumerate(made):
            left = index * (width + _GUTTER)
            panels.append(box((left, 0.0), (width, height), _RADIUS, setting.theme.hue(count).tint))
            count += 1
            lines += _words_of(card, left + _RADIUS, (first, number_at, number_at + 1.15 * pitch), pitch)
        pieces.append(Piece(height, tuple(lines), under=tuple(panels), after=_GUTTER, keep=1))
    pieces[0] = msgspec.structs.replace(pieces[0], before=setting.grid, snap=True)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank, keep=0)
    return pieces


def _words_of(card: _Card, x: float, down: tuple[float, float, float], pitch: float) -> list[PlacedLine]:
    """A card's lines with their left edge at ``x``; ``down``: first baselines of label, figure and note."""
    label, figure, note = down
    lines: list[PlacedLine] = [(x, label + pitch * at, line) for at, line in enumerate(card.label)]
    lines.append((x, figure, card.number))
    if card.unit is not None:
        lines.append((x + card.number.width + _UNIT_GAP, figure, card.unit))
    return lines + [(x, note + pitch * at, line) for at, line in enumerate(card.note)]


def _set_row(row: Sequence[CardData], setting: Setting, columns: int) -> Piece:
    cards = _CardRow(row, setting, columns)
    drawn = cards.drawn(1.0)
    return msgspec.structs.replace(drawn, before=setting.grid, after=setting.blank, snap=True, flexible=cards)


class _CardRow:
    """A row of cards: where it is lower, there is less blank above and below the figures."""

    def __init__(self, row: Sequence[CardData], setting: Setting, columns: int) -> None:
        self._setting = setting
        self._pad = _pad(setting)
        self._width = (setting.measure - _GUTTER * (columns - 1)) / columns
        role = _largest(row, setting, self._width - self._pad, _SIZES)
        self._made = [_Card(card, setting, self._width - self._pad, role) for card in row]
        grid = setting.row
        self._pitch = 0.75 * grid  # second lines of labels and notes
        label_lines = max(len(card.label) for card in self._made)
        note_lines = max(len(card.note) for card in self._made)
        style = setting.style("card_label")
        self._first = setting.baseline(style.leading, style.size)
        closer = setting.theme.looks.cards == "open"  # no rule or tint holds a card's lines together
        self._number_at = self._first + self._pitch * (label_lines - 1) + (1.6 if closer else 2.0) * grid
        self._note_at = self._number_at + (0.9 if closer else 1.25) * grid
        self._natural = self._note_at + (
            (0.35 if closer else 0.5) * grid + self._pitch * (note_lines - 1) if note_lines else -0.75 * grid
        )
        self._most = grid / (4 if closer else 2)

    def height(self, share: float) -> float:
        """Half a line less at most, a third of it below the figures."""
        return max(self._natural * share, self._natural - self._most)

    def drawn(self, share: float) -> Piece:
        """The cards."""
        setting, height = self._setting, self.height(share)
        look = setting.theme.looks.cards
        less = self._natural - height
        number_at = self._number_at - less * 2 / 3
        note_at = self._note_at - less
        lines: list[PlacedLine] = []
        rules = []
        for index, card in enumerate(self._made):
            left = index * (self._width + _GUTTER)
            if look == "ruled":
                rules.append(Rect(left, 0.0, _RULE, height, setting.colour("primary")))
            elif look == "tinted" and index:
                rules.append(Rect(left - 0.75 * _GUTTER, 0.0, 0.4, height, setting.colour("rule")))
            lines += _words_of(card, left + self._pad, (self._first, number_at, note_at), self._pitch)
        return Piece(height, tuple(lines), under=tuple(rules))
