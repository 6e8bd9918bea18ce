"""The title page of a draft: which draft it is, what is asked of whom and until when, who signs what comes back."""

import math

from reportgen.model.blocks import Opening
from reportgen.model.numerals import plain_date
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.how_to import HOW_TO, TITLE
from reportgen.word.pagination import em_width
from reportgen.word.runs import TAB, text_run, twips
from reportgen.word.slots import bookmark_name
from reportgen.word.story import Story
from reportgen.word.styles import border

_NO_DATE = "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"  # to be filled in by hand
_SHARES = (96.0, 336.0)  # of the measure: what is asked, the answer
# Points: of a row, of the space for a signature; the first pair that leaves blanks is taken.
_HEIGHTS = ((30.0, 44.0), (26.0, 40.0), (22.0, 32.0))
_LEAST_BLANK = 14.0  # above either table
_SIGNING = "核改签字"
_SIGNERS = ("填报人", "审核人", "部门负责人", "日期")
_LEAST = 0.6  # what a title keeps of its style's size
_SLACK = 16.0  # points: lines of titles that Word sets otherwise than we count them


def write_which(story: Story) -> None:
    """The line that says that this is a draft, and which: at either edge, or in brackets below a masthead."""
    draft = story.document.booklet.report.draft
    if story.draft.look.cover == "masthead":
        text = f"（{draft.name}\u3000{draft.count}）"
        story.paragraph("round_mark", story.words(text), text)
    else:
        content = story.words(draft.name) + TAB + story.words(draft.count)
        story.paragraph("round_mark", content, draft.name + draft.count)


def write_title_page(story: Story) -> None:
    """The title page of a file that has no cover: a department's."""
    title = story.document.booklet.report.title
    masthead = story.draft.look.cover == "masthead"
    if not masthead:
        write_which(story)
    story.paragraph("round_title", *fitted_title("round_title", title, _LEAST, story))
    if masthead:
        write_which(story)
    write_asked(story)


def fitted_title(role: str, title: str, least: float, story: Story) -> tuple[str, str]:
    """A title in ``role``, as much smaller as saves a line, but no less than ``least`` of its style's size.

    Word knows no words and would leave the last character alone on a line. With the runs the words that are counted:
    of a smaller title as many as fill its lines at the style's size.
    """
    size = story.sheet.look(role).size
    width = max(1.0, em_width(title))
    lines = math.ceil(width * size / story.measure - 0.001)
    fitting = math.floor(2 * story.measure * (lines - 1) / width) / 2
    if lines < 2 or fitting < least * size:
        return story.words(title), title
    half_points = round(2 * fitting)
    words = text_run(title, mark=f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    return words, title[: int(len(title) * fitting / size)]


def write_asked(story: Story) -> None:
    """What is asked, and at the foot of the page the table for signatures."""
    receiver = _department(story)
    look = story.sheet.look("signing_head")
    fixed = look.before + look.line + look.after + story.sheet.look("gap").line + _ruled(story) + _SLACK
    for height, space in _HEIGHTS:
        blank = (story.pages.left - fixed - height * (5 + bool(receiver)) - space) / 2
        if blank >= _LEAST_BLANK:
            break
    blank = max(0.0, blank)
    story.paragraph("gap", "", "", "<w:keepNext/>", before=blank)
    _write_answers(_answers(receiver, story), height, story)
    story.paragraph("signing_head", story.words(_SIGNING), _SIGNING, before=look.before + blank)
    widths = shared(story.width, [1.0] * len(_SIGNERS))
    heads = "".join(
        cell(
            width,
            story.cell_paragraph("round_label", story.words(one), "<w:keepNext/>"),
            properties=_edge(at) + CENTRED,
        )
        for at, (one, width) in enumerate(zip(_SIGNERS, widths, strict=True))
    )
    _, colour, _ = story.draft.styles["round_table"].borders.get("inside_h", (0.5, "auto", 0.0))
    rule = f"<w:tcBorders>{border('left', 0.5, colour)}</w:tcBorders>"
    blanks = "".join(
        cell(width, story.cell_paragraph("round_text", ""), properties=rule if at else _edge(at))
        for at, width in enumerate(widths)
    )
    made = row(heads, height=twips(height)) + row(blanks, height=twips(space))
    story.parts.append(table(story.sheet.ids["signing_table"], widths, made, title=_SIGNING))
    story.pages.solid(height + space)


def _ruled(story: Story) -> float:
    """What rules above titles take, which are not counted with their lines."""
    styles = (story.draft.styles[role] for role in ("cover_title", "cover_issuer"))
    rules = (style.borders.get("top") for style in styles)
    return sum(rule[0] + rule[2] for rule in rules if rule is not None)


def _edge(at: int) -> str:
    """The first column begins at the table's edge, the others keep clear of a rule."""
    return "" if at else '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'


def _write_answers(rows: list[tuple[str, str]], height: float, story: Story) -> None:
    widths = shared(story.width, _SHARES)
    made = ""
    for label, answer in rows:
        cells = cell(widths[0], story.cell_paragraph("round_label", story.words(label)), properties=CENTRED)
        cells += cell(widths[1], story.cell_paragraph("round_text", answer), properties=CENTRED)
        made += row(cells, height=twips(height))
    story.parts.append(table(story.sheet.ids["round_table"], widths, made, title="请核改"))
    story.pages.solid(height * len(rows))


def _answers(receiver: str, story: Story) -> list[tuple[str, str]]:
    """What is asked with the runs of its answer; what nobody has written is left to be filled in by hand."""
    report = story.document.booklet.report
    period = report.edition.period + (f"（{report.edition.cutoff}）" if report.edition.cutoff else "")
    how = f'<w:hyperlink w:anchor="{bookmark_name(HOW_TO)}" w:history="1">{text_run(TITLE)}</w:hyperlink>'
    due = _NO_DATE if report.draft.due is None else plain_date(report.draft.due)
    found = [("收稿部门", story.words(receiver))] if receiver else []
    return [
        *found,
        ("数据时段", story.words(period)),
        ("请核内容", text_run("全部正文，改法见") + how),
        ("返回期限", story.words(due)),
        ("联系人、电话", story.words(report.draft.contact)),
    ]


def _department(story: Story) -> str:
    """The department whose file this is; "" of the whole report."""
    sections = story.document.booklet.sections
    own = [sections[one.section] for one in story.flow if isinstance(one.block, Opening)]
    return own[0].name if not story.whole and len(own) == 1 and own[0].role == "department" else ""
