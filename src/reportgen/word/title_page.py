"""The title page of a draft: which draft it is, what is asked of whom and until when, who signs what comes back."""

import math
from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Opening
from reportgen.model.numerals import plain_date
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.how_to import HOW_TO, TITLE
from reportgen.word.pagination import em_width
from reportgen.word.runs import TAB, TWIPS, text_run, twips
from reportgen.word.slots import bookmark_name
from reportgen.word.story import Story
from reportgen.word.styles import border

_NO_DATE = "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"  # to be filled in by hand
_SHARES = (96.0, 336.0)  # of the measure: what is asked, the answer
# Points: of a row, of the space for a signature; the first pair that leaves blanks is taken.
_HEIGHTS = ((30.0, 44.0), (26.0, 40.0), (22.0, 32.0), (19.0, 30.0), (16.0, 28.0))
_LEAST_BLANK = 14.0  # above either table
_SIGNING = "核改签字"
_LABELS = ("收稿部门", "数据时段", "请核内容", "返回期限", "联系人、电话")
_WHAT = "全部正文，改法见"
_SIGNERS = ("填报人", "审核人", "部门负责人", "日期")
_LEAST = 0.6  # what a title keeps of its style's size
_WIDE = 420.0  # points: the measure that styles of titles are made for; on a narrower one they keep less
_MARGIN = 8.0  # points beside a label
_SLACK = 16.0  # points: lines of titles that Word sets otherwise than we count them


class _Answer(msgspec.Struct, frozen=True):
    """A row of what is asked: its label, the answer's words and runs."""

    label: str
    text: str
    runs: str


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
    look = story.sheet.look(role)
    size, measure = look.size, story.measure - 2 * look.sides  # a band ends with as much blank as it begins with
    width = max(1.0, em_width(title))
    lines = math.ceil(width * size / measure - 0.001)
    fitting = math.floor(2 * measure * (lines - 1) / width) / 2
    if lines < 2 or fitting < least * min(1.0, measure / _WIDE) * size:
        return story.words(title), title
    half_points = round(2 * fitting)
    words = text_run(title, mark=f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    return words, title[: int(len(title) * fitting / size)]


def write_asked(story: Story) -> None:
    """What is asked, and at the foot of the page the table for signatures."""
    receiver = _department(story)
    rows = _answers(receiver, story)
    line, look = story.sheet.look("round_text").line, story.sheet.look("signing_head")
    story.pages.solid(_ruled(story))
    fixed = look.before + look.line + look.after + story.sheet.look("gap").line + _SLACK
    for height, space in (one for at, one in enumerate(_HEIGHTS) if not at or one[0] >= line):
        heights = [height + (_lines(one.text, story) - 1) * line for one in rows]
        blank = (story.pages.left - fixed - sum(heights) - height - space) / 2
        if blank >= _LEAST_BLANK:
            break
    blank = max(0.0, blank)
    story.paragraph("gap", "", "", "<w:keepNext/>", before=blank)
    _write_answers(rows, heights, story)
    story.paragraph("signing_head", story.words(_SIGNING), _SIGNING, before=look.before + blank)
    _write_signing(height, space, story)


def _write_signing(height: float, space: float, story: Story) -> None:
    """The table for signatures: a row of heads ``height`` high, below them ``space`` to sign in."""
    look = story.sheet.look("round_label")
    equal, inset = story.measure / len(_SIGNERS), story.draft.styles["signing_table"].margins[3]
    widths = shared(story.width, [max(equal, em_width(one) * look.size + inset + _MARGIN) for one in _SIGNERS])
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


def _answer_widths(story: Story) -> list[int]:
    """The labels' column holds the longest of them on a line."""
    label = max(map(em_width, _LABELS)) * story.sheet.look("round_label").size + _MARGIN
    own = story.measure * _SHARES[0] / sum(_SHARES)
    return shared(story.width, [max(own, label), story.measure - max(own, label)])


def _lines(text: str, story: Story) -> int:
    """The lines of an answer."""
    look = story.sheet.look("round_text")
    room = _answer_widths(story)[1] / TWIPS - look.size  # a figure may go to the next line whole
    return story.pages.lines(look, text, room)


def _write_answers(rows: Sequence[_Answer], heights: Sequence[float], story: Story) -> None:
    widths = _answer_widths(story)
    made = ""
    for one, height in zip(rows, heights, strict=True):
        cells = cell(widths[0], story.cell_paragraph("round_label", story.words(one.label)), properties=CENTRED)
        cells += cell(widths[1], story.cell_paragraph("round_text", one.runs), properties=CENTRED)
        made += row(cells, height=twips(height))
    story.parts.append(table(story.sheet.ids["round_table"], widths, made, title="请核改"))
    story.pages.solid(sum(heights))


def _answers(receiver: str, story: Story) -> list[_Answer]:
    """What is asked with its answer; what nobody has written is left to be filled in by hand."""
    report = story.document.booklet.report
    period, cutoff = report.edition.period, report.edition.cutoff
    if cutoff:
        parts = (period, f"（{cutoff}）")
        period = ("\n" if _lines("".join(parts), story) > 1 else "").join(parts)
    due = _NO_DATE if report.draft.due is None else plain_date(report.draft.due)
    how = f'<w:hyperlink w:anchor="{bookmark_name(HOW_TO)}" w:history="1">{text_run(TITLE)}</w:hyperlink>'
    texts = (receiver, period, _WHAT + TITLE, due, report.draft.contact)
    runs = {_LABELS[2]: text_run(_WHAT) + how}
    return [
        _Answer(label, text, runs.get(label, story.words(text)))
        for label, text in zip(_LABELS, texts, strict=True) if receiver or label != _LABELS[0]
    ]  # fmt: skip


def _department(story: Story) -> str:
    """The department whose file this is; "" of the whole report."""
    sections = story.document.booklet.sections
    own = [sections[one.section] for one in story.flow if isinstance(one.block, Opening)]
    return own[0].name if not story.whole and len(own) == 1 and own[0].role == "department" else ""
