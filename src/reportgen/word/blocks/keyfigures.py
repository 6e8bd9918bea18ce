"""Key numbers: cards."""

from reportgen.model.document import BlockId
from reportgen.word.cards import write_cards
from reportgen.word.story import Story


def write_keyfigures(id: BlockId, story: Story) -> None:
    """The cards, as many in a row as keep their figures whole."""
    if cards := story.document.cards[id]:
        write_cards(cards, story)
