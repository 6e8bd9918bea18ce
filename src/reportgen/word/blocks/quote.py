"""A quotation set apart."""

from reportgen.model.blocks import Quote
from reportgen.word.story import Story

_DASH = "——"


def write_quote(block: Quote, story: Story) -> None:
    """Its paragraphs, then who said it after a dash."""
    for paragraph in block.text[:-1]:
        story.prose("quote", paragraph)
    story.prose("quote", block.text[-1], "" if block.by is None else "<w:keepNext/>")
    if block.by is not None:
        words, text = story.runs(block.by)
        story.paragraph("quote_by", story.words(_DASH) + words, _DASH + text)
