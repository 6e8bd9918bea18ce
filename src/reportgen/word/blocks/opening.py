"""The head of a section: its name as a heading of the first level, its headline."""

from reportgen.model.blocks import Opening
from reportgen.model.document import BlockId
from reportgen.model.runs import text_of
from reportgen.word.headings import write_title
from reportgen.word.label_lines import ended
from reportgen.word.story import Story


def write_opening(block: Opening, id: BlockId, story: Story) -> None:
    """Name, headline, who is in charge; the heading's style starts a page."""
    look = story.draft.look
    below = block.headline is not None or bool(block.people)
    write_title(story, id, 1, block.name, '<w:spacing w:after="0"/>' if look.joined and below else "")
    if block.headline is not None:
        spacing = '<w:spacing w:after="0"/>' if block.people else ""
        aside = ended(text_of(block.headline, story.document), "lead", story.measure, story)
        story.prose("lead", block.headline, spacing + aside)
    for index, person in enumerate(block.people):
        spacing = '<w:spacing w:after="0"/>' if index < len(block.people) - 1 else ""
        story.paragraph("people", story.words(person.words), person.words, spacing)
