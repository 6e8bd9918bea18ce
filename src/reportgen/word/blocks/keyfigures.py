"""Key-number cards: a table without rules whose cells are the cards."""

import math
from collections.abc import Sequence
from itertools import pairwise

from reportgen.model.document import BlockId, CardData
from reportgen.word.cells import cell, row, table
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_MOST_IN_A_ROW = 4


def write_keyfigures(id: BlockId, story: Story) -> None:
    """Rows of up to four cards; each reads label, figure with unit, comparison."""
    cards = story.document.cards[id]
    if not cards:
        return
    story.before_table()
    rows = _rows(cards)
    columns = len(rows[0])
    widths = _widths(columns, story)
    made = "".join(_row(one, widths, story) for one in rows)
    story.parts.append(table(story.sheet.ids["cards"], widths, made, description=_reading(cards)))
    heights = [story.sheet.look(role).line for role in ("card_label", "card_number", "card_note")]
    for one in rows:
        more = max(_label_lines(card, widths[0], story) for card in one) - 1
        story.pages.solid(sum(heights) + heights[0] * more + 22)
    story.after_table()


def _rows(cards: Sequence[CardData]) -> list[Sequence[CardData]]:
    """Up to 4 stand in a row; 5 to 8 are shared between two rows as evenly as can be."""
    if len(cards) <= _MOST_IN_A_ROW:
        return [cards]
    first = (len(cards) + 1) // 2
    return [cards[:first], cards[first:]]


def _widths(columns: int, story: Story) -> list[int]:
    """Cards of equal width: Word centres the white rule between two on their common edge."""
    between = story.draft.styles["cards"].borders.get("inside_v")
    rule = twips(between[0]) if between else 0
    card = (story.width - rule * (columns - 1)) / columns
    edges = [0.0]
    for column in range(columns):
        half = rule / 2
        outer = (half if column > 0 else 0) + (half if column < columns - 1 else 0)
        edges.append(edges[-1] + card + outer)
    rounded = [round(edge) for edge in edges]
    return [right - left for left, right in pairwise(rounded)]


def _row(cards: Sequence[CardData], widths: Sequence[int], story: Story) -> str:
    lines = [_label_lines(card, width, story) for card, width in zip(cards, widths, strict=False)]
    made = "".join(
        _card(card, width, max(lines) - count, story) for card, width, count in zip(cards, widths, lines, strict=False)
    )
    if len(cards) < len(widths):
        rest = widths[len(cards) :]
        blank = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
        made += cell(sum(rest), story.cell_paragraph("card_note", ""), span=len(rest), properties=blank)
    return row(made)


def _label_lines(card: CardData, width: int, story: Story) -> int:
    margins = story.draft.styles["cards"].margins
    room = width / TWIPS - margins[1] - margins[3]
    return max(1, math.ceil(em_width(card.label) * story.sheet.look("card_label").size / room - 0.01))


def _card(card: CardData, width: int, missing: int, story: Story) -> str:
    """``missing`` is how many lines its label is short of the longest beside it: figures stand on one line."""
    blank = f'<w:spacing w:after="{twips(missing * story.sheet.look("card_label").line)}"/>' if missing else ""
    number = story.words(card.number)
    if card.unit:
        number += story.words(card.unit, "card_unit")
    content = story.cell_paragraph("card_label", story.words(card.label), blank)
    content += story.cell_paragraph("card_number", number)
    if card.note:
        content += story.cell_paragraph("card_note", story.words(card.note))
    return cell(width, content)


def _reading(cards: Sequence[CardData]) -> str:
    return "；".join(f"{card.label}：{card.number}{card.unit}" for card in cards)
