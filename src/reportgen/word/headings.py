"""A heading of any level, as section heads and headings inside a section share it."""

from reportgen.model.blocks import Opening
from reportgen.model.document import BlockId
from reportgen.model.inlines import Prose
from reportgen.word.numbering import NO_LIST
from reportgen.word.story import Story


def write_title(story: Story, id: BlockId, level: int, title: Prose, spacing: str = "") -> None:
    """A heading whose number is Word's; one without a number keeps its style and outline level.

    ``spacing`` is what its paragraph says of its own blanks.
    """
    number = story.document.numbers.get(id, "")
    if number:
        numbers = story.numbering.heading(level, story.counts[id])
    else:
        numbers = NO_LIST
    properties = ""
    if numbers is not None:
        properties = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{numbers}"/></w:numPr>'
    if numbers == NO_LIST:  # taken off its list, in some readers a heading loses its style's indent too
        spacing += story.sheet.indent(f"heading{level}")
    words, marks, text = story.title_runs(title)
    content = story.bookmark(id, words) + marks  # what refers to a heading repeats its bookmark
    story.paragraph(f"heading{level}", content, number + text, properties + spacing)


def lone_section(story: Story) -> str:
    """The name of the only section in the file, "" where there are several."""
    names = [entry.block for entry in story.flow if isinstance(entry.block, Opening)]
    return story.runs(names[0].name)[1] if len(names) == 1 else ""
