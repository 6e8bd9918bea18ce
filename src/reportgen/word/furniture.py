"""What stands around the text on every page: running heads, page numbers, and the page itself."""

import msgspec
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.word.logo import logo_run
from reportgen.word.runs import TAB, field, text_run, twips
from reportgen.word.story import Story

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ONE_COLUMN = '<w:cols w:space="425"/>'
_EDGE = 0.55  # of a margin: running heads and feet of turned pages from the edge at most
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


def header(story: Story, name: str, chapter: str, *, turned: bool = False) -> str:
    """A header part: the edition at the left, ``chapter`` (runs) at the right; its relationship id."""
    style = story.sheet.named("header") + (_wider_stop(story) if turned else "")
    part, id = story.package.open_beside(f"{name}.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
    mark, _ = logo_run("head", story, part)
    blank = text_run("\u3000") if mark else ""
    style += '<w:spacing w:line="240" w:lineRule="auto"/>' if mark else ""  # a line as high as what stands in it
    inner = mark + blank + text_run(running_title(story) + _draft_name(story)) + TAB + chapter
    story.package.fill(
        part, f"{_HEAD}<w:hdr {_SPACES}{_DRAWN if mark else ''}><w:p><w:pPr>{style}</w:pPr>{inner}</w:p></w:hdr>"
    )
    return id


def _draft_name(story: Story) -> str:
    """Behind the edition: that this is a draft, where it is one."""
    return f"\u3000{story.document.booklet.report.draft.name}" if story.is_draft else ""


def chapter_field(story: Story) -> str:
    """The name of the section that a page belongs to, by its heading. Cached only where it is the same everywhere."""
    return field("STYLEREF 1", text_run(story.lone_section()))


def _wider_stop(story: Story) -> str:
    """The stop at the right edge, on a page that lies on its side."""
    draft = story.draft
    upright, across = draft.width - draft.left - draft.right, draft.height - draft.top - draft.bottom
    stops = ((upright, "clear"), (across, "right"))
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{twips(at)}"/>' for at, kind in stops) + "</w:tabs>"


def footer(story: Story, name: str, pages: int, *, turned: bool = False) -> str:
    """A footer part: the issuer, or which draft it is, at the left, page and count at the right; its id."""
    style = story.sheet.named("footer") + (_wider_stop(story) if turned else "")
    report = story.document.booklet.report
    inner = (
        text_run(report.draft.count if story.is_draft else report.issuer)
        + TAB
        + text_run("第 ")
        + field("PAGE", text_run("1"))
    )
    inner += text_run(" 页\u3000共 ") + field("NUMPAGES", text_run(str(pages))) + text_run(" 页")
    xml = f"{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr>{style}</w:pPr>{inner}</w:p></w:ftr>"
    return story.package.add(f"{name}.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, xml)


def page_numbers(story: Story) -> dict[str, str]:
    """Footer parts with — 3 — a character from the outer edge (GB/T 9704 7.5): their relationship ids by kind of page.

    The folio is the field between two dashes of one em; ``default`` is the footer of odd pages where even ones differ.
    """
    inset = twips(story.sheet.look("footer").size)
    inner = text_run("— ") + field("PAGE", text_run("1")) + text_run(" —")
    ids = {}
    for number, (kind, side) in enumerate((("default", "right"), ("even", "left")), 1):
        properties = f'{story.sheet.named("footer")}<w:ind w:{side}="{inset}"/><w:jc w:val="{side}"/>'
        xml = f"{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr>{properties}</w:pPr>{inner}</w:p></w:ftr>"
        name = f"footer{number}.xml"
        ids[kind] = story.package.add(name, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, xml)
    return ids


def empty_footer(story: Story) -> str:
    """A footer without a word: a section that names none has that of the section before it."""
    xml = f"{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr>{story.sheet.named('footer')}</w:pPr></w:p></w:ftr>"
    return story.package.add("footer0.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, xml)


class Surroundings(msgspec.Struct, frozen=True):
    """What a section of the file has around its text: headers and footers by kind of page, how it begins."""

    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    cover: bool = False  # its first page has neither
    from_one: bool = False  # its pages are counted from 1, beginning on the right
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
    begins = "continuous" if around.goes_on else "oddPage" if around.from_one else "nextPage"
    waits = "<w:noEndnote/>" if around.ends_inside and story.notes.kind == "endnote" else ""
    counted = '<w:pgNumType w:start="1"/>' if around.from_one else ""
    width, height, turn = draft.width, draft.height, ""
    top, right, bottom, left = draft.top, draft.right, draft.bottom, draft.left
    head, foot = draft.header, draft.footer
    if around.turned:
        head, foot = min(head, _EDGE * left), min(foot, _EDGE * right)  # the margins there are the narrower ones
        width, height, turn = height, width, ' w:orient="landscape"'
        top, right, bottom, left = left, top, right, bottom
    return (
        f'<w:sectPr>{named}{story.notes.properties(last=last, anew=not around.counts_on)}<w:type w:val="{begins}"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turn}/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}"'
        f' w:left="{twips(left)}" w:header="{twips(head)}" w:footer="{twips(foot)}"'
        f' w:gutter="0"/>{counted}{around.columns or _ONE_COLUMN}{waits}{first}'
        f'<w:docGrid w:type="lines" w:linePitch="{twips(draft.grid)}"/></w:sectPr>'
    )
