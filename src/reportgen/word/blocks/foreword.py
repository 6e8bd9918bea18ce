"""An address to the readers: salutation, paragraphs, signature and date."""

from reportgen.model.blocks import Foreword
from reportgen.model.signature import signed_at
from reportgen.word.pagination import em_width
from reportgen.word.runs import twips
from reportgen.word.story import Story


def write_foreword(block: Foreword, story: Story) -> None:
    """The signature keeps its place by an indent: Word has no rule for it."""
    if block.salutation is not None:
        story.prose(story.text_role, block.salutation, '<w:ind w:firstLineChars="0" w:firstLine="0"/>')
    for paragraph in block.text:
        story.prose(story.text_role, paragraph)
    look = story.sheet.look("signature")
    signers = [story.runs(by) for by in block.by]
    widest = max((em_width(text) for _, text in signers), default=0.0) * look.size
    at, date_at = signed_at(story.measure, widest, em_width(block.date) * look.size, look.size)
    blank = f'<w:spacing w:before="{twips(look.line)}"/>'
    for index, (content, text) in enumerate(signers):
        keep = "<w:keepNext/>" if block.date or index < len(signers) - 1 else ""
        story.paragraph("signature", content, text, keep + ("" if index else blank) + _indent(at))
    if block.date:
        story.paragraph("signature", story.words(block.date), block.date, ("" if signers else blank) + _indent(date_at))


def _indent(left: float) -> str:
    return f'<w:ind w:left="{twips(max(0.0, left))}"/>'
