"""A quotation set apart."""

from reportgen.model.blocks import Quote
from reportgen.word.story import Story

_DASH = "——"


def write_quote(block: Quote, story: Story) -> None:
    """Its paragraphs, then who said it after a dash."""
    last = len(block.text) - 1
    keeps = block.by is not None and story.text_role == "body"  # in a cell of many pages LibreOffice never ends else
    for index, paragraph in enumerate(block.text):
        keep = "<w:keepNext/>" if index == last and keeps else ""
        story.prose("quote", paragraph, keep + ('<w:spacing w:before="0"/>' if index else ""))
    if block.by is not None:
        words, text = story.runs(block.by)
        story.paragraph("quote_by", story.words(_DASH) + words, _DASH + text)
