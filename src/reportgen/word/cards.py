"""Cards: a table without rules whose cells each say what is counted, how many there are, what that is compared with."""

import math
from collections.abc import Sequence
from itertools import pairwise

from reportgen.model.card_rows import card_rows
from reportgen.model.document import CardData
from reportgen.word.cells import cell, row, table
from reportgen.word.label_lines import ended
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_MOST_IN_A_ROW = 4
_DIGIT = 0.7  # em: figures of the widest bold Latin fonts that may stand in for the theme's
_BETWEEN = 0.3  # em of the unit: the blank that Word sets between figure and unit, and what rounding takes
_LIGHT = 1.5  # em: the mark of a state before a label, and the blank beside it
_CLEAR = 8.0  # points, of which the white rule between two cards takes three
_LEAST = 0.625  # of its size (a unit of 12 points as 六号, 7.5): rather than smaller, fewer cards stand in a row


def write_cards(cards: Sequence[CardData], story: Story) -> None:
    """Rows of up to four cards; each reads label, figure with unit, comparison."""
    story.before_table()
    rows, widths, share = _fitting(cards, story)
    made = "".join(_row(one, widths, share, story) for one in rows)
    story.parts.append(table(story.sheet.ids["cards"], widths, made, description=_reading(cards)))
    rule, _, _ = story.draft.styles["cards"].borders.get("inside_h", (0.0, "", 0.0))
    for at, one in enumerate(rows):
        story.pages.solid(_height(one, widths[0], story) + (rule if at else 0.0))
    story.after_table()


def _height(cards: Sequence[CardData], width: int, story: Story) -> float:
    """Of a row of cards."""
    above, _, below, _ = story.draft.styles["cards"].margins
    label, number, note = (story.sheet.look(role) for role in ("card_label", "card_number", "card_note"))
    room = width / TWIPS - _sides(story)
    notes = max(story.pages.lines(note, card.note, room) if card.note else 0 for card in cards)
    lines = max(_label_lines(card, width, story) for card in cards) * label.line + number.line + notes * note.line
    return above + lines + below


def _fitting(cards: Sequence[CardData], story: Story) -> tuple[list[Sequence[CardData]], list[int], float]:
    """Rows of cards, the widths of one, and the share of its size at which every figure keeps its unit beside it."""
    rows: list[Sequence[CardData]] = []
    widths: list[int] = []
    share = 1.0
    for most in range(_MOST_IN_A_ROW, 0, -1):
        rows = card_rows(cards, most)
        widths = _widths(len(rows[0]), story)
        share = min(_share(card, min(widths), story) for card in cards)
        if share >= _LEAST:
            break
    return rows, widths, share


def _share(card: CardData, width: int, story: Story) -> float:
    """The share of its size at which a figure and its unit stand on one line: 1.0, or as much as there is room for."""
    room = width / TWIPS - _sides(story)
    wide = sum(_DIGIT if char < "\u2e80" else 1.0 for char in card.number)
    taken = wide * story.sheet.look("card_number").size
    if card.unit:
        taken += (em_width(card.unit) + _BETWEEN) * _unit_size(story)
    return min(1.0, room / taken) if taken else 1.0


def _unit_size(story: Story) -> float:
    return story.draft.styles["card_unit"].size or story.sheet.look("card_number").size


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


def _row(cards: Sequence[CardData], widths: Sequence[int], share: float, story: Story) -> str:
    lines = [_label_lines(card, width, story) for card, width in zip(cards, widths, strict=False)]
    each = zip(cards, widths, lines, strict=False)
    made = "".join(_card(card, (width, share), max(lines) - count, story) for card, width, count in each)
    if len(cards) < len(widths):
        rest = widths[len(cards) :]
        blank = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
        made += cell(sum(rest), story.cell_paragraph("card_note", ""), span=len(rest), properties=blank)
    return row(made)


def _label_lines(card: CardData, width: int, story: Story) -> int:
    label = em_width(card.label) + (_LIGHT if card.light else 0.0)
    return max(1, math.ceil(label * story.sheet.look("card_label").size / (width / TWIPS - _sides(story)) - 0.01))


def _card(card: CardData, fitted: tuple[int, float], missing: int, story: Story) -> str:
    """``missing`` is how many lines its label is short of the longest beside it: figures stand on one line.

    ``fitted``: the card's width and the share of their sizes that its figure and unit are set at.
    """
    width, share = fitted
    blank = f'<w:spacing w:after="{twips(missing * story.sheet.look("card_label").line)}"/>' if missing else ""
    smaller = _smaller(story.sheet.look("card_number").size, share)
    number = story.grounds.said(card.number, mark=smaller)
    if card.unit:
        number += story.words(card.unit, "card_unit", _smaller(_unit_size(story), share))
    label = story.light(card.light.status) + story.words("\u00a0") if card.light else ""
    margins = story.draft.styles["cards"].margins
    clear = max(_CLEAR, margins[3]) if story.grounds.cell else margins[3]
    room = width / TWIPS - margins[1] - clear
    aside = "" if card.light else ended(card.label, "card_label", room, story)
    content = story.cell_paragraph("card_label", label + story.grounds.said(card.label), blank + aside)
    content += story.cell_paragraph("card_number", number)
    if card.note:
        content += story.cell_paragraph(
            "card_note", story.grounds.said(card.note), ended(card.note, "card_note", room, story)
        )
    return cell(width, content, properties=_ground(story))


def _sides(story: Story) -> float:
    """The margins beside the words of a card: in a draft cards are grey, and words keep clear of the grey's edge."""
    margins = story.draft.styles["cards"].margins
    return margins[1] + (max(_CLEAR, margins[3]) if story.grounds.cell else margins[3])


def _ground(story: Story) -> str:
    """The grey of a draft's cards, and the margin that keeps their words clear of its edge."""
    margins = story.draft.styles["cards"].margins
    edge = f'<w:tcMar><w:left w:w="{twips(_sides(story) - margins[1])}" w:type="dxa"/></w:tcMar>'
    return story.grounds.cell + edge if story.grounds.cell else ""


def _smaller(size: float, share: float) -> str:
    """The size of a run at ``share`` of ``size``, in whole half points; "" where it is the style's own."""
    if share >= 1.0:
        return ""
    half_points = int(2 * size * share)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _reading(cards: Sequence[CardData]) -> str:
    return "；".join(f"{card.label}：{card.number}{card.unit}" for card in cards)
