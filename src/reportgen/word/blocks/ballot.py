"""A ballot as a table with check boxes that Word ticks when they are clicked."""

from reportgen.model.blocks import Ballot
from reportgen.model.document import BlockId
from reportgen.model.forms import BallotData
from reportgen.model.runs import text_of
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.forms import EMPTY, TICKED, form_foot, form_head, row_height, tick_box
from reportgen.word.pagination import em_width
from reportgen.word.runs import TWIPS, twips
from reportgen.word.story import Story

_HANG = 24.0
_NUMBER, _GRADE = 40.0, 62.0  # points
_NARROW = 0.105  # of the measure: the column of numbers on small sheets
_LEAST, _SIDES = 40.0, 14.0  # of a grade; what a cell keeps beside its words
_CENTRE, _LEFT = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
_TIGHT = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def write_ballot(block: Ballot, id: BlockId, story: Story) -> None:
    """Title, how to fill it in, samples, the table, code and notes, on a page of its own."""
    data = story.document.forms[id]
    assert isinstance(data, BallotData)
    if not data.rows:
        return
    form_head(id, data, story)
    story.paragraph("form_head", story.words(data.how), data.how)
    numbers = story.numbering.items()
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbers}"/></w:numPr>'
    indent = f'<w:ind w:left="{twips(_HANG)}" w:firstLineChars="0" w:hanging="{twips(_HANG)}"/>'
    for prose in data.instructions:
        story.prose("form_line", prose, listed + indent)
    if data.samples:
        _samples(data, story)
    _table(id, data, story)
    form_foot(data.foot, story)
    story.break_page()


def _samples(data: BallotData, story: Story) -> None:
    story.paragraph("form_head", story.words(data.sample), data.sample)
    count = min(len(data.grades), 4)
    content, text = "", ""
    for word, ticked in zip(data.samples, (1, 2, 0), strict=True):
        boxes = TICKED * ticked + EMPTY * (count - ticked)
        gap = "\u3000" if content else ""
        content += story.words(gap) + story.words(boxes, "form_box") + story.words(word)
        text += gap + boxes + word
    story.paragraph("form_line", content, text)


def _table(id: BlockId, data: BallotData, story: Story) -> None:
    groups = max(1, len(data.groups))
    count = groups * len(data.grades)
    grade = _grade_width(data, count, story)
    first = _number_width(story)
    widths = shared(story.width, [first, story.measure - first - count * grade, *[grade] * count])
    made = ""
    if data.groups:
        above = _head("", sum(widths[:2]), story, span=2)
        for place, group in enumerate(data.groups):
            begin = 2 + place * len(data.grades)
            above += _head(group, sum(widths[begin : begin + len(data.grades)]), story, span=len(data.grades))
        made += row(above, height=twips(row_height(story)), header=True)
    heads = _head(data.heads[0], widths[0], story)
    heads += cell(widths[1], story.cell_paragraph("table_head", story.words(data.heads[1]), _LEFT), properties=CENTRED)
    heads += "".join(_head(one, width, story) for one, width in zip(data.grades * groups, widths[2:], strict=True))
    made += row(heads, height=twips(row_height(story)), header=True)
    heights = []
    for one in data.rows:
        number = story.cell_paragraph("table_text", story.words(str(one.number)), _CENTRE)
        name = story.cell_paragraph("table_text", story.words(one.name))
        cells = cell(widths[0], number, properties=CENTRED) + cell(widths[1], name, properties=CENTRED)
        for place, width in enumerate(widths[2:]):
            judging, at = divmod(place, len(data.grades))
            judged = f"{one.name}：{data.groups[judging]}" if data.groups else one.name
            box = tick_box(story, f"{judged}：{data.grades[at]}", f"{one.section}-{judging + 1}-{at + 1}")
            cells += cell(width, story.cell_paragraph("table_text", box, _CENTRE), properties=_TIGHT + CENTRED)
        made += row(cells, height=twips(row_height(story)))
        heights.append((_height(one.name, "table_text", widths[1] / TWIPS - 10.0, story), False))
    story.before_table()
    description = f"{len(data.rows)}个部门，每个部门在{'、'.join(data.grades)}中选一项"
    story.parts.append(
        table(
            story.sheet.ids["table"], widths, made, title=text_of(data.title, story.document), description=description
        )
    )
    header = max(_height(one, "table_head", widths[2] / TWIPS, story) for one in data.grades)
    if data.groups:
        room = len(data.grades) * widths[2] / TWIPS
        header += max(_height(one, "table_head", room, story) for one in data.groups)
    story.pages.rows(header, heights)
    story.after_table()


def _height(text: str, role: str, room: float, story: Story) -> float:
    """Of a row, whose least height is that of a box to be ticked by hand."""
    look = story.sheet.look(role)
    return max(row_height(story), story.pages.lines(look, text, room) * look.line + look.before + look.after)


def _number_width(story: Story) -> float:
    return min(_NUMBER, _NARROW * story.measure)


def _grade_width(data: BallotData, count: int, story: Story) -> float:
    """Of each of ``count`` columns, points: names of departments keep to a line where that leaves enough for a box."""
    size = story.sheet.look("table_text").size
    least = 0.27 * story.measure
    longest = max(em_width(one.name) for one in data.rows) * size + _SIDES
    for room in (max(least, longest), least):
        grade = min(_GRADE, (story.measure - _number_width(story) - room) / count)
        if grade >= _LEAST:
            break
    return grade


def _head(text: str, width: int, story: Story, span: int = 1) -> str:
    paragraph = story.cell_paragraph("table_head", story.words(text), _CENTRE)
    return cell(width, paragraph, span=span, properties=_TIGHT + CENTRED)
