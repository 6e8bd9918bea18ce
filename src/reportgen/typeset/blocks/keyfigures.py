"""Key-number cards: a rule at the left, label, number with its unit small on the same line, a comparison."""

from collections.abc import Sequence

from reportgen.drawing import Rect
from reportgen.model.document import CardData
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, PlacedLine
from reportgen.typeset.setting import Setting, baseline
from reportgen.typeset.text import SetLine

_GUTTER = 10.5
_RULE = 1.5
_PAD = 0.85  # em
_UNIT_GAP = 2.5
_MOST_IN_A_ROW = 4


_SIZES = ("card", "card_small", "card_least")


class _Card:
    """A card's lines, broken for its width; ``role`` is the pair of sizes of its figure."""

    def __init__(self, card: CardData, setting: Setting, width: float, role: str) -> None:
        self.label = setting.ragged((Run(card.label),), "card_label", width)
        self.note = setting.ragged((Run(card.note),), "card_note", width) if card.note else ()
        self.number, self.unit = _figure(card, setting, role)


def _figure(card: CardData, setting: Setting, role: str) -> tuple[SetLine, SetLine | None]:
    number = setting.line(card.number, f"{role}_number")
    return number, setting.line(card.unit, f"{role}_unit") if card.unit else None


def _largest(row: Sequence[CardData], setting: Setting, width: float) -> str:
    """The largest sizes in which every figure of the row fits its card: one size a row."""
    for role in _SIZES:
        figures = [_figure(card, setting, role) for card in row]
        if all(number.width + (_UNIT_GAP + unit.width if unit else 0.0) <= width for number, unit in figures):
            break
    return role


def set_keyfigures(id: str, setting: Setting) -> list[Piece]:
    """Rows of up to four cards of equal width and height, numbers on one baseline."""
    cards = setting.document.cards.get(id, ())
    pieces: list[Piece] = []
    for row in _rows(cards):
        pieces.append(_set_row(row, setting, columns=max(len(row), 3 if len(cards) > 3 else len(row))))
    return pieces


def _rows(cards: Sequence[CardData]) -> list[Sequence[CardData]]:
    """4 stand in a row; 5 to 8 are shared between two rows as evenly as can be."""
    if len(cards) <= _MOST_IN_A_ROW:
        return [cards] if cards else []
    first = (len(cards) + 1) // 2
    return [cards[:first], cards[first:]]


def _set_row(row: Sequence[CardData], setting: Setting, columns: int) -> Piece:
    grid = setting.grid
    pad = _PAD * setting.style("body").size
    width = (setting.measure - _GUTTER * (columns - 1)) / columns
    role = _largest(row, setting, width - pad - _RULE)
    made = [_Card(card, setting, width - pad - _RULE, role) for card in row]
    label_style = setting.style("card_label")
    tight = 0.75 * grid  # second lines of labels and notes
    label_lines = max(len(card.label) for card in made)
    note_lines = max(len(card.note) for card in made)
    first = baseline(label_style.leading, label_style.size)
    number_at = first + tight * (label_lines - 1) + 2 * grid
    note_at = number_at + 1.25 * grid
    height = number_at + 0.5 * grid + (0.75 * grid + tight * note_lines if note_lines else 0.0)
    lines: list[PlacedLine] = []
    rules = []
    for index, card in enumerate(made):
        left = index * (width + _GUTTER)
        x = left + _RULE + pad
        rules.append(Rect(left, 0.0, _RULE, height, setting.colour("primary")))
        lines += [(x, first + tight * at, line) for at, line in enumerate(card.label)]
        lines.append((x, number_at, card.number))
        if card.unit is not None:
            lines.append((x + card.number.width + _UNIT_GAP, number_at, card.unit))
        lines += [(x, note_at + tight * at, line) for at, line in enumerate(card.note)]
    return Piece(height, tuple(lines), under=tuple(rules), before=grid, after=grid, snap=True)
