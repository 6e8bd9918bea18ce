"""How a draft looks in a template that was not made for it: what the template leaves unsaid is as the theme has it."""

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from reportgen.model.document import Document
from reportgen.theme import load_theme
from support.docx_reading import W, part
from support.every_kind import document_of, write_every_kind
from support.word_templates import drafted, office, saved


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("looks")))


def style(made: bytes, name: str) -> Any:
    return part(made, "word/styles.xml").find(f"{W}style/{W}name[@{W}val='{name}']/..")


def test_a_caption_stays_with_its_figure_where_the_template_does_not_say(report: Document) -> None:
    assert office().styles["Caption"].paragraph_format.keep_with_next is None
    made = style(drafted(report, load_theme("civic"), saved(office())), "caption")
    assert made.find(f"{W}pPr/{W}keepNext") is not None
    assert made.find(f"{W}pPr")[0].tag == f"{W}keepNext"


def test_a_caption_parts_from_its_figure_where_the_template_says_so(report: Document) -> None:
    document = office()
    document.styles["Caption"].paragraph_format.keep_with_next = False
    made = style(drafted(report, load_theme("civic"), saved(document)), "caption")
    assert [one.get(f"{W}val") for one in made.iterfind(f"{W}pPr/{W}keepNext")] == ["0"]


def test_the_language_is_chinese_whatever_the_template_s(report: Document) -> None:
    """Quotation marks are as wide as Han characters, lines break as Chinese ones do."""
    document = office()
    language = parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="en-US"/>')
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    made = drafted(report, load_theme("civic"), saved(document))
    said = [one.get(f"{W}eastAsia") for one in part(made, "word/styles.xml").iter(f"{W}lang")]
    assert said and set(said) == {"zh-CN"}
    assert style(made, "Normal").find(f"{W}rPr/{W}lang").get(f"{W}val") == "en-GB"
    settings = part(made, "word/settings.xml")
    assert settings.find(f"{W}themeFontLang").get(f"{W}eastAsia") == "zh-CN"


def test_a_template_that_names_no_language_has_one(report: Document) -> None:
    document = office()
    defaults = document.styles.element.find(qn("w:docDefaults"))
    document.styles.element.remove(defaults)
    made = part(drafted(report, load_theme("civic"), saved(document)), "word/styles.xml")
    assert made.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}eastAsia") == "zh-CN"


def _columns(made: bytes) -> list[list[int]]:
    tables = part(made, "word/document.xml").iter(f"{W}tbl")
    return [[int(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")] for table in tables]


def test_figures_of_a_wide_font_have_wider_columns(report: Document) -> None:
    """The letters of Verdana, or of what a machine without the font shows, are wider than those of Times New Roman."""
    made = {}
    for font in ("Times New Roman", "Verdana"):
        document = office()
        document.styles["Normal"].font.name = font
        made[font] = _columns(drafted(report, load_theme("civic"), saved(document)))
    wide, usual = made["Verdana"], made["Times New Roman"]
    assert [len(one) for one in wide] == [len(one) for one in usual]
    assert any(sum(one) == sum(other) and one != other for one, other in zip(wide, usual, strict=True))


@pytest.mark.parametrize(("theme", "side"), [("civic", "center"), ("official", "left")])
def test_lines_of_a_cover_stand_as_the_template_s_title_does(report: Document, theme: str, side: str) -> None:
    document = office()
    title = document.styles["Title"]
    title.paragraph_format.alignment = {"left": 0, "center": 1}[side]
    made = drafted(report, load_theme(theme), saved(document))
    for name in ("封面标记", "封面单位", "封底标题", "封底文字", "封底二维码"):
        assert style(made, name).find(f"{W}pPr/{W}jc").get(f"{W}val") == side


def test_no_line_of_a_cover_stands_alone_on_the_ground_of_the_title(report: Document) -> None:
    """Bright has its title and what stands by it on one blue ground; a template's title has none."""
    theme = load_theme("bright")
    ground = theme.draft.styles["cover_title"].shading
    assert ground and theme.draft.styles["cover_mark"].shading == ground
    mark = style(drafted(report, theme, saved(office())), "封面标记")
    assert mark.find(f"{W}pPr/{W}shd") is None
    assert mark.find(f"{W}rPr/{W}color").get(f"{W}val") == ground


def test_a_narrow_page_keeps_figures_whole(report: Document) -> None:
    """Letter with wide margins and a font that is wide: no figure has less than its width."""
    document = office()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Verdana", Pt(10.5)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.left_margin = section.right_margin = Mm(31.75)
    made = part(drafted(report, load_theme("civic"), saved(document)), "word/document.xml")
    checked = 0
    for cell in made.iter(f"{W}tc"):
        words = "".join(one.text or "" for one in cell.iter(f"{W}t"))
        numbered = cell.find(f"{W}p/{W}pPr/{W}pStyle[@{W}val='TableNumber']")
        if numbered is None or not words.isascii():
            continue
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) / 20
        assert len(words) * 0.636 * 10.5 <= width, words
        checked += 1
    assert checked > 10
