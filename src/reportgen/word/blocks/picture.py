"""A picture file with its caption below."""

from reportgen.model.blocks import Picture
from reportgen.model.document import BlockId
from reportgen.word.captions import write_caption
from reportgen.word.drawings import inline_picture
from reportgen.word.story import Story

_TALLEST = 0.8  # of the page's depth: caption and a line of text still fit


def write_picture(block: Picture, id: BlockId, story: Story) -> None:
    """The picture in its share of the measure, with its alternative text."""
    data = story.document.pictures[id]
    width = story.measure * block.width
    height = width * data.height / data.width
    tallest = _TALLEST * (story.draft.height - story.draft.top - story.draft.bottom)
    if height > tallest:
        width, height = width * tallest / height, tallest
    relation = story.package.picture(data.data, data.digest, data.format)
    drawing = inline_picture(relation, story.drawing_id(), block.alt, width, height)
    if block.caption is None and block.credit is None:
        story.paragraph("figure", story.bookmark(id, drawing), "", '<w:keepNext w:val="0"/>', height=height)
        return
    content = drawing if block.caption is not None else story.bookmark(id, drawing)
    story.paragraph("figure", content, "", height=height)
    if block.caption is not None:
        write_caption(story, id, block.caption, "figure_caption", block.credit)
    elif block.credit is not None:
        story.prose("table_note", block.credit)
