"""What forms share in a draft: title, check boxes, code and notes."""

from reportgen.model.document import BlockId
from reportgen.model.forms import BallotData, FormFoot, OpinionsData
from reportgen.word.cells import CENTRED, cell, row, table
from reportgen.word.codes import code_drawing
from reportgen.word.headings import write_title
from reportgen.word.runs import attribute, twips
from reportgen.word.story import Story

EMPTY, TICKED = "☐", "☑"
_GLYPHS = "MS Gothic"  # which every Word has, and which has the boxes
_SIDE = 76.0
_ROW, _LEAST = 25.5, 20.5  # points: 9 mm for a box to be ticked or a line to be written on by hand; on small sheets
_RULE = 0.5
_SIZE = 10.5  # points of the text that rows of this height stand below


def form_head(id: BlockId, data: BallotData | OpinionsData, story: Story) -> None:
    """The title as a heading on a new page, the line below it."""
    story.break_page()
    level = next(item.level for item in story.document.outline if item.block == id)
    write_title(story, id, level, data.title, '<w:spacing w:after="0"/>' if story.draft.look.joined else "")
    if data.subtitle.inlines:
        story.prose("form_subtitle", data.subtitle)


def foot_height(foot: FormFoot, story: Story) -> float:
    """What code and lines take of a page, points."""
    lines = story.sheet.look("form_line").line * (len(foot.notes) + bool(foot.stub))
    return max(_SIDE, lines) if foot.address else lines


def row_height(story: Story) -> float:
    """Of a row with boxes or to write on, points: lower where the sheet is so small that its words are."""
    words = story.sheet.look("table_text")
    asked = max(_LEAST, words.before + words.line + words.after + _RULE)
    return max(min(_ROW, asked), min(1.0, story.sheet.look("form_line").size / _SIZE) * _ROW)


def tick_box(story: Story, label: str, tag: str) -> str:
    """A check box (content control of Word 2010): a click ticks it; other programs show an empty box."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(label)}"/><w:tag w:val="{attribute(tag)}"/>'
        f'<w:id w:val="{story.control_id()}"/><w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2611" w14:font="{_GLYPHS}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_GLYPHS}"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{story.words(EMPTY, 'tick_box')}</w:sdtContent></w:sdt>"
    )


def form_foot(foot: FormFoot, story: Story) -> None:
    """The code with the form's lines and what its stub says beside it."""
    lines = [story.runs(prose) for prose in foot.notes]
    if foot.stub:
        lines.append((story.words(foot.stub, "form_hint"), foot.stub))
    if not foot.address:
        for content, text in lines:
            story.paragraph("form_line", content, text)
        return
    story.before_table()
    widths = [twips(_SIDE) + 200, story.width - twips(_SIDE) - 200]
    picture = story.cell_paragraph("figure", code_drawing(foot.address, _SIDE, story), '<w:keepNext w:val="0"/>')
    words = "".join(story.cell_paragraph("form_line", content) for content, _ in lines or [("", "")])
    cells = cell(widths[0], picture) + cell(widths[1], words, properties=CENTRED)
    story.parts.append(table(story.sheet.ids["bar"], widths, row(cells), description=f"二维码：{foot.address}"))
    story.pages.solid(foot_height(foot, story))
    story.paragraph("hairline", "", "")  # no higher: a form that fills its page shall not begin another
