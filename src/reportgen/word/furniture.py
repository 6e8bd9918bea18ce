"""What stands around the text on every page: running heads, page numbers, and the page itself."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.word.runs import TAB, field, text_run, twips
from reportgen.word.story import Story

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def running_title(story: Story) -> str:
    """The edition, as it heads every page."""
    report = story.document.booklet.report
    period = report.edition.period
    return report.title if period in report.title else f"{period}\u3000{report.title}"


def header(story: Story, name: str, chapter: str) -> str:
    """A header part: the edition at the left, ``chapter`` (runs) at the right; its relationship id."""
    sheet = story.sheet
    inner = text_run(running_title(story)) + TAB + chapter
    xml = f"{_HEAD}<w:hdr {_SPACES}><w:p><w:pPr>{sheet.named('header')}</w:pPr>{inner}</w:p></w:hdr>"
    return story.package.add(f"{name}.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, xml)


def chapter_field(story: Story) -> str:
    """The name of the section that a page belongs to, by its heading. Cached only where it is the same everywhere."""
    return field("STYLEREF 1", text_run(story.lone_section()))


def footer(story: Story, name: str, pages: int) -> str:
    """A footer part: the issuer at the left, page and count at the right; its relationship id."""
    inner = text_run(story.document.booklet.report.issuer) + TAB + text_run("第 ") + field("PAGE", text_run("1"))
    inner += text_run(" 页\u3000共 ") + field("NUMPAGES", text_run(str(pages))) + text_run(" 页")
    xml = f"{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr>{story.sheet.named('footer')}</w:pPr>{inner}</w:p></w:ftr>"
    return story.package.add(f"{name}.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, xml)


def section(story: Story, header_id: str, footer_id: str, *, cover: bool) -> str:
    """``w:sectPr``: A4 with the draft's margins and line grid; a cover page has neither header nor footer."""
    draft = story.draft
    first = "<w:titlePg/>" if cover else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header_id}"/>'
        f'<w:footerReference w:type="default" r:id="{footer_id}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(draft.width)}" w:h="{twips(draft.height)}"/>'
        f'<w:pgMar w:top="{twips(draft.top)}" w:right="{twips(draft.right)}" w:bottom="{twips(draft.bottom)}"'
        f' w:left="{twips(draft.left)}" w:header="{twips(draft.header)}" w:footer="{twips(draft.footer)}"'
        f' w:gutter="0"/><w:cols w:space="425"/>{first}'
        f'<w:docGrid w:type="lines" w:linePitch="{twips(draft.grid)}"/></w:sectPr>'
    )
