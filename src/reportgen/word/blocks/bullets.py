"""Lists: numbers and marks are Word's; 一是 二是 runs in with the text."""

from reportgen.model.blocks import Bullets
from reportgen.model.numerals import spoken_label
from reportgen.word.story import Story


def write_bullets(block: Bullets, story: Story) -> None:
    """An item a paragraph; every ordered list counts from 1."""
    if block.style == "spoken":
        for position, item in enumerate(block.items, 1):
            label = spoken_label(position)
            words, text = story.runs(item)
            story.paragraph(story.text_role, story.words(label, "strong") + words, label + text)
        return
    role, properties = "bullet", ""
    if block.ordered:
        numbers = story.numbering.items()
        role, properties = "ordered", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbers}"/></w:numPr>'
    for item in block.items:
        story.prose(role, item, properties)
