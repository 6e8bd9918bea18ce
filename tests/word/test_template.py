"""A template of an office's own: its styles, page, headers and footers in the draft, and nothing else of it."""

import io
import re
import zipfile
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from reportgen.model.document import Document
from reportgen.opc import OpcError
from reportgen.theme import Theme, load_theme
from reportgen.word import read_template, write_draft
from support.docx_lint import faults
from support.docx_reading import W, around_text, paragraph_texts, part
from support.every_kind import document_of, write_every_kind
from support.word_templates import borrowed, changed, drafted, office, png, saved

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OUTSIDE = "https://example.org/secret"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("template")))


@pytest.fixture(scope="module")
def civic() -> Theme:
    return load_theme("civic")


def told(data: bytes, theme: Theme) -> dict[str, str]:
    return {one.code: " ".join(one.arguments.values()) for one in borrowed(data, theme).remarks}


def styles_of(data: bytes) -> dict[str, Any]:
    return {one.find(f"{W}name").get(f"{W}val"): one for one in part(data, "word/styles.xml").iter(f"{W}style")}


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def test_styles_page_header_and_footer_are_the_templates(report: Document, civic: Theme) -> None:
    made = drafted(report, civic, saved(office()))
    styles = styles_of(made)
    heading = styles["heading 1"] if "heading 1" in styles else styles["Heading 1"]
    assert heading.find(f"{W}rPr/{W}color").get(f"{W}val") == "C00000"
    assert heading.find(f"{W}rPr/{W}sz").get(f"{W}val") == "48"
    assert styles["Normal"].find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "仿宋"
    for section in part(made, "word/document.xml").iter(f"{W}sectPr"):
        margins = section.find(f"{W}pgMar")
        assert margins.get(f"{W}left") == str(round(35 / 25.4 * 1440))
    assert "示例市某某局" in around_text(made, "header") and "内部资料" in around_text(made, "footer")
    pictures = [name for name in names(made) if name.startswith("word/media/")]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert png() in [archive.read(name) for name in pictures]


def test_the_text_stays_the_reports(report: Document, civic: Theme) -> None:
    """Not a word of the template's own; not one of the report's less."""
    made = drafted(report, civic, saved(office()))
    assert words(made) == words(write_draft(report, civic, {}, None))


def test_the_same_template_gives_the_same_bytes(report: Document, civic: Theme) -> None:
    data = saved(office())
    assert drafted(report, civic, data) == drafted(report, civic, data)


def test_what_a_template_lacks_is_added_from_the_theme(report: Document, civic: Theme) -> None:
    styles = styles_of(drafted(report, civic, saved(office())))
    assert {"导语", "表内文字", "指标表"} <= styles.keys()
    assert styles["导语"].find(f"{W}basedOn").get(f"{W}val") == styles["Normal"].get(f"{W}styleId")


def test_added_styles_have_the_blanks_of_the_theme(report: Document, civic: Theme) -> None:
    """Body text with ten points below it: not below a line in a table, nor below the bar of a progress list."""
    document = office()
    document.styles["Normal"].paragraph_format.space_after = Pt(10)
    styles = styles_of(drafted(report, civic, saved(document)))
    for name in ("细行", "间隔", "数字标签", "表内单位"):
        spacing = styles[name].find(f"{W}pPr/{W}spacing")
        assert name == "表内单位" or spacing.get(f"{W}after") == "0"
    assert styles["表内单位"].find(f"{W}basedOn").get(f"{W}val") == styles["表内文字"].get(f"{W}styleId")
    assert styles["表内文字"].find(f"{W}pPr/{W}spacing").get(f"{W}after") == "40"


def _renamed(names: dict[str, str]) -> Any:
    def change(xml: bytes) -> bytes:
        for old, new in names.items():
            assert f'<w:name w:val="{old}"/>'.encode() in xml
            xml = xml.replace(f'<w:name w:val="{old}"/>'.encode(), f'<w:name w:val="{new}"/>'.encode())
        return xml

    return change


@pytest.mark.parametrize("called", ["Heading 1", "HEADING 1", "标题 1", "标题1"])
def test_a_built_in_style_is_found_by_any_of_its_names(report: Document, civic: Theme, called: str) -> None:
    data = changed(saved(office()), {"word/styles.xml": _renamed({"heading 1": called})})
    made = drafted(report, civic, data)
    own = styles_of(made)[called]
    assert own.find(f"{W}rPr/{W}color").get(f"{W}val") == "C00000"
    used = {one.get(f"{W}val") for one in part(made, "word/document.xml").iter(f"{W}pStyle")}
    assert own.get(f"{W}styleId") in used
    assert "heading 1" not in styles_of(made).keys() - {called}


def test_a_style_that_differs_by_case_alone_stands_back(report: Document, civic: Theme) -> None:
    """LibreOffice saves its own Caption before the caption of the file that it opened."""
    document = office()
    own = '<w:style {} w:type="paragraph" w:customStyle="1" w:styleId="Own"><w:name w:val="CAPTION"/></w:style>'
    document.styles.element.insert(1, parse_xml(own.format(nsdecls("w"))))
    ids = borrowed(saved(document), civic).ids
    assert ids["caption"] == document.styles["Caption"].element.get(qn("w:styleId"))


def test_a_heading_that_hangs_has_no_first_line_of_its_base(report: Document, civic: Theme) -> None:
    """Body text goes in by two characters, headings say only that nothing hangs: they begin at the edge."""
    document = office()
    indent = f'<w:ind {nsdecls("w")} w:firstLine="480"/>'
    document.styles["Normal"].element.get_or_add_pPr().append(parse_xml(indent))
    hanging = f'<w:ind {nsdecls("w")} w:hanging="0"/>'
    document.styles["Heading 1"].element.get_or_add_pPr().append(parse_xml(hanging))
    draft = borrowed(saved(document), civic).draft
    assert draft.styles["heading1"].first_line_chars == 0
    assert draft.styles["body"].first_line_chars == pytest.approx(480 / 20 / 14)


def test_a_style_of_ones_own_is_found_by_its_exact_name(report: Document, civic: Theme) -> None:
    document = office()
    lead = document.styles.add_style("导语", 1)
    lead.font.size = Pt(20)
    made = drafted(report, civic, saved(document))
    assert styles_of(made)["导语"].find(f"{W}rPr/{W}sz").get(f"{W}val") == "40"
    assert '导语,2"' in "".join(one.text for one in part(made, "word/document.xml").iter(f"{W}instrText"))


def test_a_name_that_another_type_has_is_told_and_the_themes_style_stands_apart(report: Document, civic: Theme) -> None:
    document = office()
    document.styles.add_style("导语", 2)
    data = saved(document)
    assert "导语（稿）" in told(data, civic)["word-template-type"]
    styles = styles_of(drafted(report, civic, data))
    assert (styles["导语"].get(f"{W}type"), styles["导语（稿）"].get(f"{W}type")) == ("character", "paragraph")


_CHAPTERS = (
    '<w:numbering {}><w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="第%1章"/>'
    '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    "</w:numbering>"
).format(nsdecls("w"))


def test_headings_are_not_numbered_twice(report: Document, civic: Theme) -> None:
    """A template that numbers its chapters: the numbers are the report's, as in its contents and its booklet."""
    document = office()
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.insert(0, parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="9"/></w:numPr>'))
    data = changed(saved(document), {"word/numbering.xml": _CHAPTERS.encode()})
    assert "第%1章" in told(data, civic)["word-template-numbers"]
    made = drafted(report, civic, data)
    assert words(made) == words(write_draft(report, civic, {}, None))
    assert "第%1章" not in str(zip_text(made, "word/numbering.xml"))


def words(data: bytes) -> list[str]:
    """The text without the pages that contents and index name: a template's pages hold more or less."""
    return paragraph_texts(data, contents=False)


def zip_text(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_a_list_that_a_style_of_the_template_has_comes_along(report: Document, civic: Theme) -> None:
    """List Bullet of a template has the template's own mark."""
    made = drafted(report, civic, saved(office()))
    style = styles_of(made).get("List Bullet")
    number = style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = part(made, "word/numbering.xml")
    pointer = numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId").get(f"{W}val")
    assert numbering.find(f"{W}abstractNum[@{W}abstractNumId='{pointer}']/{W}lvl/{W}numFmt").get(f"{W}val") == "bullet"


@pytest.mark.parametrize("kind", ["even", "first"])
def test_pages_with_heads_of_their_own_have_the_templates(report: Document, civic: Theme, kind: str) -> None:
    document = office()
    section = document.sections[0]
    if kind == "even":
        document.settings.odd_and_even_pages_header_footer = True
        section.even_page_header.paragraphs[0].text = "双页的页眉"
    else:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "首页的页眉"
    made = drafted(report, civic, saved(document))
    assert ("双页的页眉" if kind == "even" else "首页的页眉") in around_text(made, "header")
    kinds = {one.get(f"{W}type") for one in part(made, "word/document.xml").iter(f"{W}headerReference")}
    assert kinds == {"default", kind}
    assert (part(made, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None) == (kind == "even")


def test_the_grid_and_the_folio_of_the_page_are_the_templates(report: Document, civic: Theme) -> None:
    document = office()
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="579"/>'))
    made = drafted(report, civic, saved(document))
    for one in part(made, "word/document.xml").iter(f"{W}docGrid"):
        assert one.get(f"{W}linePitch") == "579"


def _field(instruction: str, shown: str) -> list[Any]:
    runs = (
        '<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{shown}</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    return [parse_xml(f"<w:r {nsdecls('w')}>{one}</w:r>") for one in runs]


def test_fields_of_a_header_stay_and_show_what_they_say_in_the_draft(report: Document, civic: Theme) -> None:
    document = office()
    paragraph = document.sections[0].header.paragraphs[0]._p
    for run in (*_field("TITLE", "样本的标题"), *_field('STYLEREF "标题 1"', "样本的章名"), *_field("NUMPAGES", "999")):
        paragraph.append(run)
    made = drafted(report, civic, saved(document))
    shown = around_text(made, "header")
    assert report.booklet.report.title in shown
    assert "样本的" not in shown and "999" not in shown
    assert 'STYLEREF "标题 1"' in shown


def test_a_field_in_one_run_stays_and_half_a_field_goes(report: Document, civic: Theme) -> None:
    document = office()
    paragraph = document.sections[0].header.paragraphs[0]._p
    whole = (
        '<w:fldChar w:fldCharType="begin"/><w:instrText>TITLE</w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>样本的标题</w:t><w:fldChar w:fldCharType="end"/>'
    )
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:b/></w:rPr>{whole}</w:r>"))
    paragraph.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"/><w:t>半个域</w:t></w:r>'))
    made = drafted(report, civic, saved(document))  # which counts beginnings and ends
    shown = around_text(made, "header")
    assert report.booklet.report.title in shown and "样本的标题" not in shown
    assert "半个域" in shown


@pytest.mark.parametrize(
    "instruction",
    ['DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"', f'INCLUDEPICTURE "{_OUTSIDE}"', f'INCLUDETEXT "{_OUTSIDE}"',
     f'HYPERLINK "{_OUTSIDE}"', f'LINK Excel.Sheet "{_OUTSIDE}"'],
)  # fmt: skip
def test_a_field_that_fetches_or_runs_becomes_text(report: Document, civic: Theme, instruction: str) -> None:
    document = office()
    for run in _field(instruction.replace('"', "&quot;"), "看得见的字"):
        document.sections[0].header.paragraphs[0]._p.append(run)
    data = saved(document)
    assert told(data, civic)["word-template-outside"] == instruction[:59] + "…" * (len(instruction) > 60)
    made = drafted(report, civic, data)
    shown = around_text(made, "header")
    assert "看得见的字" in shown
    assert instruction.split()[0] not in shown and _OUTSIDE not in shown


def test_a_field_that_stays_in_the_file_is_no_cause_for_a_warning(civic: Theme) -> None:
    document = office()
    for run in (*_field('HYPERLINK \\l "某处"', "某处"), *_field("MERGEFIELD 单位", "某局"), *_field("PAGE", "1")):
        document.sections[0].header.paragraphs[0]._p.append(run)
    assert told(saved(document), civic) == {}


def test_nothing_refers_out_of_the_draft_but_its_own_links(report: Document, civic: Theme) -> None:
    document = office()
    header = document.sections[0].header
    link = header.part.relate_to(_OUTSIDE, f"{R[1:-1]}/hyperlink", is_external=True)
    linked = header.part.relate_to(f"{_OUTSIDE}.png", f"{R[1:-1]}/image", is_external=True)
    object_ = header.part.relate_to(f"{_OUTSIDE}.xlsx", f"{R[1:-1]}/oleObject", is_external=True)
    header.paragraphs[0]._p.append(parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>我们的网站</w:t></w:r></w:hyperlink>'
    ))  # fmt: skip
    blip = header.part.element.find(f".//{qn('a:blip')}")
    blip.set(qn("r:link"), linked)
    header.paragraphs[0].add_run()._r.append(parse_xml(
        f'<w:object {nsdecls("w", "r")} xmlns:o="urn:schemas-microsoft-com:office:office">'
        f'<o:OLEObject Type="Link" ProgID="Excel.Sheet.12" r:id="{object_}"/></w:object>'
    ))  # fmt: skip
    document.part.relate_to(f"{_OUTSIDE}.dotm", f"{R[1:-1]}/attachedTemplate", is_external=True)
    data = saved(document)
    said = told(data, civic)
    assert _OUTSIDE in said["word-template-outside"] and "Excel" in said["word-template-object"]
    made = drafted(report, civic, data)
    assert "我们的网站" in around_text(made, "header")
    for name in names(made):
        assert b"example.org" not in zipfile.ZipFile(io.BytesIO(made)).read(name), name


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"[Content_Types].xml": lambda xml: xml.replace(
            b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")}, "word-file-macros"),
        ({"[Content_Types].xml": lambda xml: xml.replace(b"<Default ", b'<Override PartName="/word/vbaProject.bin" '
          b'ContentType="application/vnd.ms-office.vbaProject"/><Default ', 1), "word/vbaProject.bin": b"x"},
         "word-file-macros"),
        ({"[Content_Types].xml": lambda xml: xml.replace(
            b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")}, "word-file-format"),
        ({"word/styles.xml": lambda xml: xml.replace(b'w:styleId="Heading1"', b'w:styleId="a&quot;/&gt;"')},
         "word-file-damaged"),
        ({"word/styles.xml": lambda xml: b"<!DOCTYPE a []>" + xml[xml.index(b"<w:styles"):]}, "word-file-dtd"),
    ],
)  # fmt: skip
def test_programs_and_other_kinds_of_files_are_refused(parts: dict[str, Any], code: str) -> None:
    with pytest.raises(OpcError) as caught:
        read_template(changed(saved(office()), parts), "brand.docx")
    assert caught.value.code == code


def test_a_dotx_is_a_template_too(report: Document, civic: Theme) -> None:
    def typed(xml: bytes) -> bytes:
        return xml.replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")

    data = changed(saved(office()), {"[Content_Types].xml": typed})
    assert "示例市某某局" in around_text(drafted(report, civic, data), "header")


def test_the_drafts_own_file_as_a_template_changes_nothing(report: Document) -> None:
    """What one theme wrote is read back as it was measured: page, styles, lists."""
    for name in ("civic", "official", "bright"):
        theme = load_theme(name)
        plain = write_draft(report, theme, {}, None)
        again = borrowed(plain, theme)
        assert again.remarks == ()
        assert again.ids.keys() == theme.draft.styles.keys()
        made = write_draft(report, theme, {}, None, again)
        assert not faults(made)
        assert paragraph_texts(made) == paragraph_texts(plain)
        assert zip_text(made, "word/styles.xml").count("<w:style ") == zip_text(plain, "word/styles.xml").count(
            "<w:style "
        )
        pages = [re.findall("<Pages>[0-9]+", zip_text(one, "docProps/app.xml")) for one in (made, plain)]
        assert pages[0] == pages[1]


def test_the_ground_of_registered_figures_is_the_templates(report: Document, civic: Theme) -> None:
    """In a table the ground is the cell's: it follows the style that says it in the text."""
    document = office()
    style = document.styles.add_style("登记数", 2)
    style.element.get_or_add_rPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="FFEE00"/>'))
    made = drafted(report, civic, saved(document))
    grounds = {one.get(f"{W}fill") for one in part(made, "word/document.xml").iterfind(f".//{W}tcPr/{W}shd")}
    assert "FFEE00" in grounds and civic.draft.styles["registered"].shading not in grounds


def test_a_template_whose_styles_say_nothing_makes_a_draft(report: Document, civic: Theme) -> None:
    """Every style of the theme by its name, without a size, a line or a rule."""
    document = office()
    known = {one.name for one in document.styles}
    for style in civic.draft.styles.values():
        if not style.builtin and style.name not in known:
            document.styles.add_style(style.name, {"paragraph": 1, "character": 2, "table": 3}[style.kind])
    data = saved(document)
    assert told(data, civic) == {}
    made = drafted(report, civic, data)
    assert words(made) == words(write_draft(report, civic, {}, None))


def test_larger_type_in_a_template_takes_more_pages(report: Document, civic: Theme) -> None:
    document = office()
    document.styles["Normal"].font.size = Pt(28)
    document.styles["Normal"].font.color.rgb = RGBColor(0, 0, 0)
    document.sections[0].left_margin = document.sections[0].right_margin = Mm(60)
    large, usual = (
        int(re.findall("<Pages>([0-9]+)", zip_text(drafted(report, civic, data), "docProps/app.xml"))[0])
        for data in (saved(document), saved(office()))
    )
    assert large > usual
