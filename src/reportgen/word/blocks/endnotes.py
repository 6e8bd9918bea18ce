"""Notes gathered at an end: Word itself sets them where the section of the file ends."""

from reportgen.model.blocks import EndNotes
from reportgen.model.runs import text_of
from reportgen.word.story import Story


def write_end_notes(block: EndNotes, story: Story) -> None:
    """Nothing to write: the notes are in a part of their own. Their height counts for the pages that follow."""
    look = story.sheet.look("endnote")
    for number in block.notes:
        story.pages.paragraph(look, text_of(story.document.notes[number - 1].prose, story.document), story.measure)
