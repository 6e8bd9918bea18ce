"""A quotation set apart."""

from reportgen.model.blocks import Quote
from reportgen.word.story import Story

_DASH = "——"


def write_quote(block: Quote, story: Story) -> None:
    """The quotation, then who said it after a dash."""
    keep = "" if block.by is None else "<w:keepNext/>"
    story.prose("quote", block.text, keep)
    if block.by is not None:
        words, text = story.runs(block.by)
        story.paragraph("quote_by", story.words(_DASH) + words, _DASH + text)
