"""Captions: 表 or 图 with its number as a field, the title; the unit below it at the right."""

from reportgen.model.document import BlockId
from reportgen.model.inlines import Prose
from reportgen.word.runs import field
from reportgen.word.story import Story

SPACE = "\u3000"  # between a caption's number and its title


def write_caption(story: Story, id: BlockId, title: Prose, role: str = "caption", credit: Prose | None = None) -> None:
    """The caption of a numbered block. Its bookmark holds the number alone: that is what references repeat."""
    number = story.document.numbers[id]
    label, count = number[0], int(number[1:])
    # Word counts captions itself; where a file begins in the middle, the first one says where
    restart = "" if story.captions.get(label, 0) + 1 == count else f" \\r {count}"
    story.captions[label] = count
    words, text = story.runs(title)
    sequence = story.words(label, "caption_label") + field(
        f"SEQ {label} \\* ARABIC{restart}", story.words(str(count), "caption_label"), story.sheet.ids["caption_label"]
    )
    content = story.bookmark(id, sequence) + story.words(SPACE) + words
    said = number + SPACE + text
    if credit is not None:
        words, text = story.runs(credit, "credit")
        content, said = content + story.words(SPACE) + words, said + SPACE + text
    story.paragraph(role, content, said)


def write_unit(story: Story, unit: str) -> None:
    """The unit of all figures, if there is one."""
    if unit:
        story.paragraph("table_unit", story.words(unit), unit)


def write_source(story: Story, source: Prose | None) -> bool:
    """The source below a table or chart, as the author wrote it; whether there is one."""
    if source is None:
        return False
    story.prose("table_note", source)
    return True
