"""Terms explained: a paragraph each, the term as its bookmark."""

from reportgen.model.blocks import Glossary
from reportgen.model.document import BlockId
from reportgen.model.glossary import printed_terms
from reportgen.word.captions import SPACE
from reportgen.word.story import Story


def write_glossary(block: Glossary, id: BlockId, story: Story) -> None:
    """Each term in heavy type, then what it means."""
    for address, entry in printed_terms(block, id, story.document):
        words, text = story.runs(entry.text)
        term = story.bookmark(address, story.words(entry.term, "strong"))
        story.paragraph("glossary", term + story.words(SPACE) + words, entry.term + SPACE + text)
