"""Cards in rows, as the booklet and the draft share them out."""

from collections.abc import Sequence

from reportgen.model.document import CardData


def card_rows(cards: Sequence[CardData], most: int) -> list[Sequence[CardData]]:
    """Up to ``most`` stand in a row; more are shared between as few rows as can be, as evenly as can be."""
    count = -(-len(cards) // most)
    rows: list[Sequence[CardData]] = []
    while cards:
        here = -(-len(cards) // (count - len(rows)))
        rows.append(cards[:here])
        cards = cards[here:]
    return rows
