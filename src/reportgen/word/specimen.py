"""A template to start from: every style of a theme shown by its name, with the theme's page, header and footer.

Whoever changes a style, the page or the header in it and names it as ``word.template`` finds that in every draft.
"""

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.theme import Draft, DraftStyle, Theme
from reportgen.word.cells import CENTRED, cell, row, shared, table
from reportgen.word.fonts import font_table_xml
from reportgen.word.furniture import facing, folio_paragraph, foot_paragraph, head_paragraph, line_grid, paper
from reportgen.word.letterhead import FOOT_WORDS, HEAD_WORDS, custom_properties
from reportgen.word.numbering import Numbering
from reportgen.word.package import Package
from reportgen.word.pagination import em_width
from reportgen.word.runs import END_MARK, field, text_run, twips
from reportgen.word.settings import settings_xml, theme_xml
from reportgen.word.styles import HIDDEN, StyleSheet

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_CONTENT_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_TALLEST = 24.0  # points of blank above a style that is shown: covers have ten times as much
_FILLED = 0.9  # of a line: indents and marks of lists take the rest
_INTRODUCTION = (
    "这是 Word 稿的模板。改这里的样式、纸张、页边距、页眉页脚，存好，在主题文件里写 word: {template: 文件名}，"
    "生成的每一份稿就照着变。",
    "下面每一行是一个样式，行首是它的名称。名称不要改：稿里的文字按名称找样式。删掉的样式从主题补上。正文里的字不取，怎样写都行。",
    "页眉里的“期次和书名”、页脚里的“单位”是域，生成时填好；可以删，可以换成自己的字和标志。标题的编号由报告定。",
)


def write_specimen(theme: Theme) -> bytes:
    """The template as a .docx file: the same bytes for the same theme."""
    draft = theme.draft
    sheet = StyleSheet(draft, marked=True)
    package = Package()
    body = "".join((*_introduction(sheet), *_paragraphs(theme, sheet), *_tables(theme, sheet)))
    around = "".join(_around(theme, sheet, package))
    story = f"{_HEAD}<w:document {_SPACES}><w:body>{body}<w:sectPr>{around}{paper(draft)}{line_grid(draft)}</w:sectPr>"
    package.add("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, sheet.xml())
    numbering = Numbering(draft).xml(sheet.ids)
    package.add("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering)
    package.add("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings_xml(theme))
    package.add("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, font_table_xml(draft))
    package.add("theme/theme1.xml", _CONTENT_THEME, RELATIONSHIP_TYPE.THEME, theme_xml(theme))
    package.add_custom_properties(custom_properties({HEAD_WORDS: "期次和书名", FOOT_WORDS: "单位"}))
    return package.write(f"{story}</w:body></w:document>")


def _introduction(sheet: StyleSheet) -> Iterator[str]:
    for text in _INTRODUCTION:
        yield f"<w:p>{text_run(text)}</w:p>"


def _paragraphs(theme: Theme, sheet: StyleSheet) -> Iterator[str]:
    """A line for each style of paragraphs and of characters, in the theme's order."""
    for role, style in theme.draft.styles.items():
        if role in HIDDEN or style.kind == "table":
            continue
        words = _words(theme, role, sheet)
        if style.kind == "character":
            yield f"<w:p>{text_run(words, sheet.ids[role])}</w:p>"
            continue
        look = sheet.look(role)
        properties = sheet.named(role)
        properties += '<w:pageBreakBefore w:val="0"/>' if look.page_break else ""
        properties += f'<w:spacing w:before="{twips(_TALLEST)}"/>' if look.before > _TALLEST else ""
        yield f"<w:p><w:pPr>{properties}</w:pPr>{text_run(words)}</w:p>"


def _words(theme: Theme, role: str, sheet: StyleSheet) -> str:
    """A style's name, and of its fonts, size and pitch as much as one line holds."""
    draft = theme.draft
    parts = _measures(theme, role)
    size = sheet.look(role).size
    while parts and em_width(said := f"{draft.styles[role].name}\u3000{'，'.join(parts)}") * size > _room(draft):
        parts.pop()
    return said if parts else draft.styles[role].name


def _room(draft: Draft) -> float:
    return _FILLED * (draft.width - draft.left - draft.right)


def _measures(theme: Theme, role: str) -> list[str]:
    """A style's fonts, size and pitch in words, with what it inherits."""
    font, latin, size, line = (_inherited(theme, role, field) for field in ("east_asia", "ascii", "size", "line"))
    parts = ["、".join(dict.fromkeys(str(one) for one in (font, latin) if one))]
    parts += [f"{size:g} 磅"] if isinstance(size, float | int) else []
    parts += [f"行距 {line:g} 磅"] if isinstance(line, float | int) and line else []
    return [one for one in parts if one]


def _inherited(theme: Theme, role: str, name: str) -> object:
    while role:
        style: DraftStyle = theme.draft.styles[role]
        value: object = getattr(style, name)
        if value not in (None, ""):
            return value
        role = style.based_on
    return None


def _tables(theme: Theme, sheet: StyleSheet) -> Iterator[str]:
    """A small table for each style of tables, its name in the first cell."""
    draft = theme.draft
    width = twips(draft.width - draft.left - draft.right)
    for role, style in draft.styles.items():
        if role in HIDDEN or style.kind != "table":
            continue
        widths = shared(width, (2.0, 1.0))
        rows = "".join(
            row("".join(
                cell(one, f"<w:p><w:pPr>{sheet.named(shown)}</w:pPr>{text_run(words)}</w:p>", properties=CENTRED)
                for one, words in zip(widths, texts, strict=True)
            ), header=number == 0)
            for number, (shown, texts) in enumerate(
                (("table_head", (style.name, "表头")), ("table_text", ("一行", "12")), ("table_text", ("二行", "34")))
            )
        )  # fmt: skip
        yield f"<w:p><w:pPr>{sheet.named('gap')}</w:pPr></w:p>"
        yield table(sheet.ids[role], widths, rows, description=style.name)
    mark = f'<w:bookmarkStart w:id="1" w:name="{END_MARK}"/><w:bookmarkEnd w:id="1"/>'  # what footers count up to
    yield f"<w:p><w:pPr>{sheet.named('gap')}</w:pPr>{mark}</w:p>"


def _around(theme: Theme, sheet: StyleSheet, package: Package) -> Iterator[str]:
    """Headers and footers with fields for what a draft says there, as references of the section."""
    look = theme.draft.look
    kinds = ("default", "even") if look.mirrored else ("default",)
    edition = field(f"DOCPROPERTY {HEAD_WORDS}", text_run("期次和书名"))
    issuer = field(f"DOCPROPERTY {FOOT_WORDS}", text_run("单位"))
    chapter = field("STYLEREF 1", text_run("章名"))
    for kind in kinds if look.running_head else ():
        words = head_paragraph(sheet, facing(edition, chapter, even=kind == "even"))
        part, id = package.open_numbered("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
        package.fill(part, f"{_HEAD}<w:hdr {_SPACES}>{words}</w:hdr>")
        yield f'<w:headerReference w:type="{kind}" r:id="{id}"/>'
    for kind in kinds:
        even = kind == "even"
        dashed = look.folio == "dashed"
        words = folio_paragraph(sheet, even=even) if dashed else foot_paragraph(sheet, issuer, 1, even=even)
        part, id = package.open_numbered("footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
        package.fill(part, f"{_HEAD}<w:ftr {_SPACES}>{words}</w:ftr>")
        yield f'<w:footerReference w:type="{kind}" r:id="{id}"/>'
