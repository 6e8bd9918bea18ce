"""Questions and answers: 问：and 答：before them, in the styles of their own."""

from reportgen.model.blocks import Questions
from reportgen.model.numerals import ANSWER, QUESTION
from reportgen.word.story import Story


def write_questions(block: Questions, story: Story) -> None:
    """A paragraph for each question and for each paragraph of its answer."""
    for item in block.items:
        words, text = story.runs(item.question)
        story.paragraph("question", story.words(QUESTION) + words, QUESTION + text)
        for index, paragraph in enumerate(item.answer):
            words, text = story.runs(paragraph)
            label = "" if index else ANSWER
            hanging = story.sheet.look("answer").indent < 0
            properties = '<w:ind w:firstLineChars="0" w:firstLine="0"/>' if index and hanging else ""
            story.paragraph("answer", story.words(label, "strong") + words, label + text, properties)
