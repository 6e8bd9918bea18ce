"""What stands around the text on every page: running heads, page numbers, and the page itself."""

from collections.abc import Mapping

import msgspec
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.theme import Draft
from reportgen.word.headings import lone_section
from reportgen.word.how_to import front_role
from reportgen.word.logo import logo_run
from reportgen.word.pagination import em_width
from reportgen.word.runs import END_MARK, TAB, field, text_run, twips
from reportgen.word.story import Story
from reportgen.word.styles import StyleSheet

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ONE_COLUMN = '<w:cols w:space="425"/>'
_EDGE = 0.55  # of a margin: running heads and feet of turned pages from the edge at most
_APART = 2.0  # em between what stands in a head at either side
_ROUNDED = 2  # twips by which rounded margins may leave less than whole lines
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_DRAWN = (
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)  # of a header with a picture


def running_title(story: Story) -> str:
    """The edition, as it heads every page."""
    report = story.document.booklet.report
    period = report.edition.period
    return report.title if period in report.title else f"{period}\u3000{report.title}"


def header(story: Story, chapter: str, *, turned: bool, even: bool) -> str:
    """A header part: ``chapter`` (runs) on the outer side, the edition on the other; its relationship id.

    A theme without running heads has them in drafts alone, and they say which draft it is: editors hold loose sheets.
    """
    part, id = story.package.open_numbered("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
    mark, inner = "", text_run(which_draft(story))
    if story.draft.look.running_head:
        mark, _ = logo_run("head", story, part)
        inner = mark + (text_run("\u3000") if mark else "") + text_run(head_words(story))
    stops = _wider_stop(story, "header") if turned else _own_stops(story, "header")
    words = head_paragraph(story.sheet, facing(inner, chapter, even=even), stops, marked=bool(mark))
    story.package.fill(part, f"{_HEAD}<w:hdr {_SPACES}{_DRAWN if mark else ''}>{words}</w:hdr>")
    return id


def head_paragraph(sheet: StyleSheet, content: str, stops: str = "", *, marked: bool = False) -> str:
    """The paragraph of a head: ``content`` is its runs.

    ``marked``: a picture stands in it, and the line is as high.
    """
    spacing = '<w:spacing w:line="240" w:lineRule="auto"/>' if marked else ""
    return f"<w:p><w:pPr>{sheet.named('header')}{stops}{spacing}</w:pPr>{content}</w:p>"


def head_words(story: Story) -> str:
    """The edition, and behind it that this is a draft, where it is one.

    Where the page is narrow and a section's name long, less of it.
    """
    report = story.document.booklet.report
    said = report.draft.name if story.is_draft else ""
    names = (one.text for one in story.document.outline if one.level == 1 and one.anchor in story.anchored)
    room = story.measure / story.sheet.look("header").size - _APART - max(map(em_width, names), default=0.0)
    tried = ["\u3000".join(filter(None, parts)) for parts in ((running_title(story), said), (report.title, said))]
    return next((words for words in tried if em_width(words) <= room), said)


def which_draft(story: Story) -> str:
    """What a draft is called, and which of them it is."""
    draft = story.document.booklet.report.draft
    return f"{draft.name}\u3000{draft.count}"


def foot_words(story: Story) -> str:
    """The issuer, or which draft it is."""
    report = story.document.booklet.report
    return report.draft.count if story.is_draft else report.issuer


def facing(inner: str, outer: str, *, even: bool) -> str:
    """What stands at the spine and at the edge of the sheet, from left to right."""
    return outer + TAB + inner if even else inner + TAB + outer


def chapter_field(story: Story, front: str) -> str:
    """The name of the section that a page belongs to, by its heading; of front matter (``front``) by its title.

    Cached only where it is the same everywhere.
    """
    if front:
        return field(f'STYLEREF "{story.draft.styles[front_role(front)].name}"', text_run(front))
    return field("STYLEREF 1", text_run(lone_section(story)))


def _wider_stop(story: Story, role: str) -> str:
    """The stop at the right edge alone, on a page that lies on its side."""
    draft = story.draft
    upright, across = draft.width - draft.left - draft.right, draft.height - draft.top - draft.bottom
    borrowed = story.borrowed
    there = (twips(upright),) if borrowed is None or role not in borrowed.ids else borrowed.stops.get(role, ())
    return _tabs(dict.fromkeys(there, "clear") | {twips(across): "right"})


def _own_stops(story: Story, role: str) -> str:
    """The stop at the right edge alone, where a template's style has others: a Word file's own are for three parts."""
    borrowed = story.borrowed
    if borrowed is None or role not in borrowed.ids:
        return ""
    edge = twips(story.draft.width - story.draft.left - story.draft.right)
    stops = dict.fromkeys(borrowed.stops.get(role, ()), "clear") | {edge: "right"}
    return _tabs(stops)


def _tabs(stops: Mapping[int, str]) -> str:
    made = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for at, kind in sorted(stops.items()))
    return f"<w:tabs>{made}</w:tabs>"


def footer(story: Story, total: int, *, turned: bool, even: bool) -> str:
    """A footer part: the issuer, or which draft it is, at the spine, the page at the outer side; its relationship id.

    ``total``: the count of the text's pages, said behind the page's number; 0 where it is not said.
    """
    stops = _wider_stop(story, "footer") if turned else _own_stops(story, "footer")
    return _foot(story, foot_paragraph(story.sheet, text_run(foot_words(story)), total, even=even, stops=stops))


def foot_paragraph(sheet: StyleSheet, words: str, total: int, *, even: bool, stops: str = "") -> str:
    """The paragraph of a foot: ``words`` (runs) at the spine, page and count at the outer side."""
    page = text_run("第 ") + field("PAGE", text_run("1" if total else "I")) + text_run(" 页")
    if total:  # NUMPAGES would count front matter too
        page += text_run("\u3000共 ") + field(f"PAGEREF {END_MARK}", text_run(str(total))) + text_run(" 页")
    return f"<w:p><w:pPr>{sheet.named('footer')}{stops}</w:pPr>{facing(words, page, even=even)}</w:p>"


def dashed_footer(story: Story, *, even: bool) -> str:
    """A footer part with the page's number between dashes; its relationship id."""
    return _foot(story, folio_paragraph(story.sheet, even=even))


def folio_paragraph(sheet: StyleSheet, *, even: bool) -> str:
    """— 3 — a character from the outer edge (GB/T 9704 7.5). The folio is the field between two dashes of one em."""
    side = "left" if even else "right"
    inset = twips(sheet.look("footer").size)
    properties = f'{sheet.named("footer")}<w:ind w:{side}="{inset}"/><w:jc w:val="{side}"/>'
    content = text_run("— ") + field("PAGE", text_run("1")) + text_run(" —")
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _foot(story: Story, words: str) -> str:
    part, id = story.package.open_numbered("footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
    story.package.fill(part, f"{_HEAD}<w:ftr {_SPACES}>{words}</w:ftr>")
    return id


def blank_header(story: Story) -> str:
    """A header without a word: a section that names none has that of the section before it."""
    part, id = story.package.open_numbered("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
    properties = story.sheet.named("hairline")  # a header's own style has a rule below
    story.package.fill(part, f"{_HEAD}<w:hdr {_SPACES}><w:p><w:pPr>{properties}</w:pPr></w:p></w:hdr>")
    return id


def blank_footer(story: Story) -> str:
    """A footer without a word."""
    return _foot(story, f"<w:p><w:pPr>{story.sheet.named('footer')}</w:pPr></w:p>")


class Surroundings(msgspec.Struct, frozen=True):
    """What a section of the file has around its text: headers and footers by kind of page, how it begins."""

    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    cover: bool = False  # its first page has neither
    roman: bool = False  # its pages are counted in Roman figures
    from_one: bool = False  # its pages are counted from 1, beginning on the right where pages face each other
    columns: str = ""  # its w:cols, where it is set in more than one
    counts_on: bool = False  # its notes are counted on from the section before
    ends_inside: bool = False  # notes gathered at an end wait for the next section's
    turned: bool = False  # its pages lie on their side
    goes_on: bool = False  # it begins on the page of the section before, and has around it what that has


def section(story: Story, around: Surroundings, *, last: bool = False) -> str:
    """``w:sectPr``: the draft's sheet, margins and line grid."""
    draft = story.draft
    first = "<w:titlePg/>" if around.cover else ""
    named = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{id}"/>'
        for part, ids in (("header", around.headers), ("footer", around.footers)) for kind, id in ids.items()
    )  # fmt: skip
    # Page 1 of the text is a right-hand page by its number alone: Word prints a blank one before it where needed.
    # Told so by oddPage, LibreOffice loses the blank below the head of that page.
    begins = "continuous" if around.goes_on else "nextPage"
    waits = "<w:noEndnote/>" if around.ends_inside and story.notes.kind == "endnote" else ""
    return (
        f'<w:sectPr>{named}{story.notes.properties(last=last, anew=not around.counts_on)}<w:type w:val="{begins}"/>'
        f"{paper(draft, turned=around.turned)}{_page_borders(story)}{_counted(story, around)}"
        f"{around.columns or _ONE_COLUMN}{waits}{first}{_grid(story)}</w:sectPr>"
    )


def paper(draft: Draft, *, turned: bool = False) -> str:
    """``w:pgSz`` and ``w:pgMar``: the draft's sheet and margins."""
    width, height, turn = twips(draft.width), twips(draft.height), ""
    top, right, bottom, left = (twips(side) for side in (draft.top, draft.right, draft.bottom, draft.left))
    head, foot = draft.header, draft.footer
    pitch = twips(draft.grid)
    short = -(height - top - bottom) % pitch
    if short <= min(_ROUNDED, bottom):  # else the last of the lines that the margins are made for goes overleaf
        bottom -= short
    if turned:
        head, foot = min(head, _EDGE * draft.left), min(foot, _EDGE * draft.right)  # the margins there are narrower
        width, height, turn = height, width, ' w:orient="landscape"'
        top, right, bottom, left = left, top, right, bottom
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}"'
        f' w:left="{left}" w:header="{twips(head)}" w:footer="{twips(foot)}" w:gutter="0"/>'
    )


def _counted(story: Story, around: Surroundings) -> str:
    """How pages are numbered: front matter in Roman figures, the text as the template has it or in plain ones."""
    form = "upperRoman" if around.roman else "" if story.borrowed is None else story.borrowed.template.sheet.folios
    said = (f' w:fmt="{form}"' if form else "") + (' w:start="1"' if around.from_one else "")
    return f"<w:pgNumType{said}/>" if said else ""


def _grid(story: Story) -> str:
    """The grid of lines: the template's, where there is one."""
    if story.borrowed is not None:
        return story.borrowed.template.sheet.grid
    return line_grid(story.draft)


def line_grid(draft: Draft) -> str:
    """``w:docGrid``: the draft's grid of lines."""
    return f'<w:docGrid w:type="lines" w:linePitch="{twips(draft.grid)}"/>'


def _page_borders(story: Story) -> str:
    return "" if story.borrowed is None else story.borrowed.template.sheet.borders
