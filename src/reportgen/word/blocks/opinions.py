"""An opinion sheet: topics with check boxes, ruled rows to write in."""

from reportgen.model.blocks import Opinions
from reportgen.model.document import BlockId
from reportgen.model.forms import OTHER, Head, OpinionsData
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.forms import foot_height, form_foot, form_head, row_height, tick_box
from reportgen.word.pagination import em_width
from reportgen.word.runs import TAB, twips
from reportgen.word.story import Story

_COLUMNS = 4
_OVERLEAF = 20  # lines, as far as a page holds them
_SPARE = 4.0  # points that are left at the foot of a sheet
_PERSONS = (0.1, 0.3, 0.04, 0.1, 0.46)  # of the measure: name and its line, a gap, telephone and its line
_BOX = 5.0  # em of a check box, with the blank beside it and before the next
_SIDES = 14.0  # points that a cell keeps beside its words
_LINE = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{}"/></w:tabs>'
_UNRULED = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'  # a word before a line to write on


def write_opinions(block: Opinions, id: BlockId, story: Story) -> None:
    """Title, questions in their order, code and notes, on a page of its own."""
    data = story.document.forms[id]
    assert isinstance(data, OpinionsData)
    form_head(id, data, story)
    if data.topic is not None:
        _question(data.topic, story)
        _topics(data, story)
    if data.department is not None:
        _answered(data.department, story)
    _question(data.opinion, story)
    _ruled(_room(data, story), data.opinion.text, story)
    if data.reply is not None:
        _question(data.reply, story)
        _reply(data, story)
    form_foot(data.foot, story)
    if data.back:
        story.break_page()
        story.paragraph("form_head", story.words(data.overleaf), data.overleaf)
        room = story.pages.left - 2 * story.sheet.look("gap").line - _SPARE
        _ruled(max(2, min(_OVERLEAF, int(room / row_height(story)))), data.overleaf, story)
    story.break_page()


def _room(data: OpinionsData, story: Story) -> int:
    """Lines to write on, as many as leave the rest of the sheet on its page."""
    head = story.sheet.look("form_head")
    gap = story.sheet.look("gap").line
    height = row_height(story)
    asked = head.before + head.line + 3 * gap + 2 * height if data.reply is not None else 0.0
    room = story.pages.left - 2 * gap - asked - foot_height(data.foot, story) - _SPARE
    return max(2, min(data.lines, int(room / height)))


def _question(head: Head, story: Story) -> None:
    words = story.words(head.text)
    if head.hint:
        words += story.words("\u3000") + story.words(head.hint, "form_hint")
    story.paragraph("form_head", words, f"{head.text}\u3000{head.hint}".rstrip("\u3000"))


def _topics(data: OpinionsData, story: Story) -> None:
    """A row of four and so on, a line behind other topics; what is left of the last row stays blank."""
    assert data.topic is not None
    widths = shared(story.width, [1.0] * _COLUMNS)
    made = ""
    for begin in range(0, len(data.topics), _COLUMNS):
        here = data.topics[begin : begin + _COLUMNS]
        cells = ""
        for at, width in enumerate(widths):
            content = line = ""
            if at < len(here):
                box = tick_box(story, f"{data.topic.text}：{here[at]}", f"topic-{begin + at + 1}")
                content = box + story.words(f"\u3000{here[at]}")
                if here[at] in OTHER:
                    content += TAB
                    line = _LINE.format(width - twips(_SIDES) * (at + 1 < _COLUMNS))
            cells += cell(width, story.cell_paragraph("table_text", content, line), properties=CENTRED)
        made += row(cells, height=twips(row_height(story)))
    _boxed(made, widths, data.topic.text, -(-len(data.topics) // _COLUMNS), story, style="bar")


def _ruled(count: int, label: str, story: Story) -> None:
    """Rows with a rule below each, which grow with what is typed into them."""
    paragraph = story.cell_paragraph("table_text", "")
    made = "".join(row(cell(story.width, paragraph), height=twips(row_height(story)), split=True) for _ in range(count))
    _boxed(made, [story.width], label, count, story, style="lines")


def _answered(head: Head, story: Story) -> None:
    """A question with its line on one row; on two where the question is long."""
    size = story.sheet.look("form_head").size
    wide = twips(em_width(head.text) * size + _SIDES)
    if head.hint or wide > 0.6 * story.width:
        _question(head, story)
        _ruled(1, head.text, story)
        return
    widths = [wide, story.width - wide]
    words = story.cell_paragraph("form_head", story.words(head.text), '<w:spacing w:before="0" w:after="0"/>')
    cells = cell(wide, words, properties=_UNRULED + CENTRED)
    cells += cell(widths[1], story.cell_paragraph("table_text", ""), properties=CENTRED)
    _boxed(row(cells, height=twips(row_height(story))), widths, head.text, 1, story, style="lines")


def _boxed(made: str, widths: list[int], label: str, rows: int, story: Story, style: str) -> None:
    story.before_table()
    story.parts.append(table(story.sheet.ids[style], widths, made, title=label))
    for _ in range(rows):
        story.pages.solid(row_height(story))
    story.after_table()


def _reply(data: OpinionsData, story: Story) -> None:
    assert data.reply is not None
    # a cell for each: LibreOffice takes another font for a box behind words than for one at a paragraph's beginning
    taken = [em_width(answer) + _BOX for answer in data.answers]
    widths = shared(story.width, [*taken[:-1], max(taken[-1], _em_across(story) - sum(taken[:-1]))])
    cells = ""
    for index, (width, answer) in enumerate(zip(widths, data.answers, strict=True)):
        box = tick_box(story, f"{data.reply.text}：{answer}", f"reply-{index + 1}")
        content = story.cell_paragraph("table_text", box + story.words(f"\u3000{answer}"))
        cells += cell(width, content, properties=CENTRED)
    _boxed(row(cells, height=twips(row_height(story))), widths, data.reply.text, 1, story, style="bar")
    widths = shared(story.width, _PERSONS)
    cells = ""
    for width, words in zip(widths, (data.persons[0], "", None, data.persons[1], ""), strict=True):
        ruled = "" if words == "" else _UNRULED
        cells += cell(width, story.cell_paragraph("table_text", story.words(words or "")), properties=ruled + CENTRED)
    _boxed(row(cells, height=twips(row_height(story))), widths, "".join(data.persons), 1, story, style="lines")


def _em_across(story: Story) -> float:
    return story.measure / story.sheet.look("table_text").size
