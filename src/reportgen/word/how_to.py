"""A page for those who edit a draft (填改说明): what to change and how, how to leave traces, how to return the file.

It says what is true of the file: what is grey comes from the register, from which everything is made anew.
"""

from collections.abc import Sequence

from reportgen.model.figures import PENDING
from reportgen.model.numerals import plain_date
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.forms import tick_box
from reportgen.word.runs import TWIPS
from reportgen.word.story import Story

HOW_TO = "howto"  # its anchor
TITLE = "填改说明"
_LEAD = "请做三件事：核对数字，修改文字，补上空缺。"
_GROUNDS = (
    # how it looks and in which style, what it is, how it is edited
    ("白底文字", "strong", "标题、要点、正文、注释", "直接改，保留修订痕迹。"),
    (
        "灰底数字", "registered_strong", "登记的数字：卡片、进度、指标表，以及正文引用的",
        "只改一处并保留修订；编制单位核定后，其余各处和图表重新生成。",
    ),
    (PENDING, "pending", "还没有报来的数字或内容", f"填上内容，删去{PENDING}；正文里的数字带单位。"),
    ("编号和页码", "strong", "目录、序号、页眉、页码", "不用改，下一稿重新生成。"),
)  # fmt: skip
_HEADS = ("样子", "是什么", "怎么改")
_SHARES = (105.0, 188.0, 247.0)  # of the measure
_TRACES = (
    "打开修订：“审阅”选项卡，点“修订”；或按 Ctrl+Shift+E。",
    "说明依据：选中改动处，新建批注，写清文件名或统计口径。",
    "保持结构：不合并、拆分单元格，不换样式和字体，不删段落标记。",
)
_SAMPLE = (("样例：上半年完成改造", ""), ("458", "sample_deleted"), ("485", "sample_inserted"), ("户。", ""))
_RETURN = ("仍存为 .docx 格式，文件名不变；不要接受或拒绝修订。", "打印签字页，签字后与文件一并返回{due}。")
_CHECKS = ("数字与本部门上报数一致", f"{PENDING}全部处理", "机构、人名、职务为全称", "改动都有修订痕迹")


def write_how_to(story: Story) -> None:
    """The page, which begins a page and is listed in the contents."""
    story.paragraph("howto_title", story.place(HOW_TO, story.words(TITLE)), TITLE)
    story.paragraph("howto_lead", story.words(_LEAD), _LEAD)
    _head("（一）看底色，定改法", story)
    _write_grounds(story)
    _head("（二）怎样留下痕迹", story)
    _steps(_TRACES, story)
    sample = "".join(story.words(text, role) for text, role in _SAMPLE)
    story.paragraph("howto_sample", sample, "".join(text for text, _ in _SAMPLE))
    _head("（三）怎样返回", story)
    due = story.document.booklet.report.draft.due
    _steps([one.format(due="" if due is None else f"，{plain_date(due)}以前") for one in _RETURN], story)
    _head("（四）返回前自查", story)
    _write_checks(story)


def front_role(title: str) -> str:
    """The role of what is the title of front matter: of this page, or of contents."""
    return "howto_title" if title == TITLE else "contents_title"


def _head(text: str, story: Story) -> None:
    story.paragraph("howto_head", story.words(text), text)


def _steps(texts: Sequence[str], story: Story) -> None:
    list_ = story.numbering.steps()
    for text in texts:
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_}"/></w:numPr>'
        story.paragraph("howto_item", story.grounds.said(text), text, number)


def _write_grounds(story: Story) -> None:
    widths = shared(story.width, _SHARES)
    look = story.sheet.look("howto_cell")
    heads = (story.cell_paragraph("howto_column", story.words(one)) for one in _HEADS)
    made = row("".join(cell(width, one) for width, one in zip(widths, heads, strict=True)), header=True)
    heights = []
    for shown, role, what, how in _GROUNDS:
        lines = 1
        runs = (story.words(shown, role), story.grounds.said(what), story.grounds.said(how))
        cells = ""
        for width, text, run in zip(widths, (shown, what, how), runs, strict=True):
            room = width / TWIPS - story.draft.styles["howto_table"].margins[1]
            lines = max(lines, story.pages.lines(look, text, room))
            cells += cell(width, story.cell_paragraph("howto_cell", run), properties=CENTRED)
        made += row(cells)
        heights.append((look.before + lines * look.line + look.after, False))
    story.parts.append(table(story.sheet.ids["howto_table"], widths, made, title="看底色，定改法"))
    head = story.sheet.look("howto_column")
    story.pages.rows(head.before + head.line + head.after, heights)


def _write_checks(story: Story) -> None:
    """Boxes to tick, two in a row."""
    widths = shared(story.width, [1.0, 1.0])
    made = ""
    for at in range(0, len(_CHECKS), 2):
        cells = ""
        for place, (width, label) in enumerate(zip(widths, _CHECKS[at : at + 2], strict=True), at + 1):
            box = tick_box(story, label, f"check-{place}") + story.words(" ")
            cells += cell(width, story.cell_paragraph("howto_check", box + story.grounds.said(label)))
        made += row(cells)
    story.parts.append(table(story.sheet.ids["howto_checks"], widths, made, title="返回前自查"))
    look = story.sheet.look("howto_check")
    story.pages.solid((look.before + look.line + look.after) * len(_CHECKS) / 2)
