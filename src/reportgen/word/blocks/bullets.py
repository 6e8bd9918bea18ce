"""Lists: numbers and marks are Word's; 一是 二是 runs in with the text."""

from reportgen.model.blocks import Bullets
from reportgen.model.inlines import Prose
from reportgen.model.numerals import spoken_label
from reportgen.word.pagination import em_width
from reportgen.word.runs import TAB, twips
from reportgen.word.story import Story


def write_bullets(block: Bullets, story: Story) -> None:
    """An item a paragraph; every ordered list counts from 1."""
    if block.style == "spoken":
        for position, item in enumerate(block.items, 1):
            label = spoken_label(position)
            words, text = story.runs(item)
            story.paragraph(story.text_role, story.words(label, "strong") + words, label + text)
        return
    if block.lead is not None:
        _write_led(block.lead, block, story)
        return
    role, properties = "bullet", ""
    if block.ordered:
        numbers = story.numbering.items()
        role, properties = "ordered", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbers}"/></w:numPr>'
    for item in block.items:
        story.prose(role, item, properties)


def _write_led(lead: Prose, block: Bullets, story: Story) -> None:
    """附件：1.甲 / 2.乙: the items after a tab, all at one indent; the words and numbers are the paragraphs' own."""
    words, text = story.runs(lead)
    size = story.sheet.look(story.text_role).size
    labels = [f"{position}." if block.ordered else "" for position in range(1, len(block.items) + 1)]
    number = max(map(em_width, labels)) * size
    left = (2 + em_width(text)) * size + number
    for position, (label, item) in enumerate(zip(labels, block.items, strict=True)):
        first = position == 0
        hanging = left - 2 * size if first else number
        blank = f'<w:spacing w:before="{twips(story.sheet.look(story.text_role).line)}"/>' if first else ""
        indent = f'<w:ind w:left="{twips(left)}" w:firstLineChars="0" w:hanging="{twips(hanging)}"/>'
        content, said = story.runs(item)
        # without a number no tab: the words end where the items begin, and a tab would go on to the next stop
        head = (words if first else "") + (story.words(label) + TAB if label else "")
        story.paragraph(story.text_role, head + content, (text if first else "") + label + said, blank + indent)
