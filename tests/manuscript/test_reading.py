"""What a person sees who opens the file: numbers of lists, accepted changes, results of fields, text in its order."""

import io
import zipfile
from pathlib import Path

import pytest

from reportgen.manuscript import Cell, Manuscript, Span, read_manuscript
from reportgen.model.document import Document
from reportgen.theme import load_theme
from reportgen.word import write_draft
from support.docx_editing import package, with_parts
from support.docx_reading import headings, note_texts, paragraph_texts
from support.every_kind import document_of, write_every_kind

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
 <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="小节"/><w:basedOn w:val="1"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="P"><w:name w:val="待补"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="3">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="1"/>
  <w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1-%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="4">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="3"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>
"""


def read(body: str, **parts: str) -> Manuscript:
    given = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, "numbering": NUMBERING, **parts}
    return read_manuscript(
        package({name: f"<w:{name} {NAMES}>{content}</w:{name}>".encode() for name, content in given.items()}), "a.docx"
    )


def words(body: str, **parts: str) -> list[str]:
    return [one.words for one in read(body, **parts).paragraphs]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text: str, list_: int, level: int = 0) -> str:
    return p(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    return p(run(text), f'<w:pStyle w:val="{style}"/>')


def test_headings_have_the_numbers_and_levels_of_their_styles() -> None:
    body = styled("甲", "1") + styled("子", "2") + styled("丑", "2") + styled("乙", "1") + styled("寅", "2")
    found = read(body).paragraphs
    assert [(one.level, one.words) for one in found] == [
        (1, "一、甲"), (2, "（一）子"), (2, "（二）丑"), (1, "二、乙"), (2, "（一）寅"),
    ]  # fmt: skip


def test_lists_count_as_word_does() -> None:
    body = numbered("甲", 7) + numbered("子", 7, 2) + numbered("丑", 7, 2) + numbered("乙", 8) + numbered("丙", 7)
    assert words(body + numbered("丁", 9)) == ["一、甲", "一-iii子", "一-iv丑", "十一、乙", "十二、丙", "丁"]


def test_a_paragraph_taken_off_its_list_has_no_number() -> None:
    off = p(run("乙"), '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert words(styled("甲", "1") + off + styled("丙", "1")) == ["一、甲", "乙", "二、丙"]


def test_tracked_changes_count_as_accepted() -> None:
    gone = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    body = p(run("有") + gone + f"<w:ins>{run('新')}</w:ins>")
    body += p(run("前半"), "<w:rPr><w:del/></w:rPr>") + p(run("后半"))
    body += p(f"<w:moveFrom>{run('移走')}</w:moveFrom>") + p(f"<w:moveTo>{run('移来')}</w:moveTo>")
    assert words(body) == ["有新", "前半后半", "", "移来"]


def test_a_deleted_row_is_not_read() -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p(run(text))}</w:tc></w:tr>"

    found = read(
        f"<w:tbl>{row('头', '<w:tblHeader/>')}{row('一')}{row('删', '<w:del/>')}{row('二')}</w:tbl>"
    ).paragraphs
    assert [(one.text, one.cell) for one in found] == [
        ("头", Cell(1, 1, 1, True)), ("一", Cell(1, 2, 1, False)), ("二", Cell(1, 4, 1, False)),
    ]  # fmt: skip


def test_controls_links_and_boxes_are_seen_through() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    inside = f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标签')}</w:smartTag>{control}"
    box = f"<w:txbxContent>{p(run('框里'))}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(run('块'))}</w:sdtContent></w:sdt>"
    assert words(p(inside) + p(run("图") + drawn) + block) == ["链接标签控件", "图", "框里", "块"]


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + told + mark("separate") + result + mark("end")


def test_fields_say_their_results_but_no_pages() -> None:
    nested = field("REF a \\h", run("图") + field("SEQ 图", run("3")))
    assert words(p(nested + field(" PAGEREF a", run("12")) + run("。"))) == ["图3。"]
    simple = (
        f'<w:fldSimple w:instr=" SEQ 表 ">{run("5")}</w:fldSimple><w:fldSimple w:instr="PAGE">{run("9")}</w:fldSimple>'
    )
    assert words(p(simple)) == ["5"]


def test_contents_are_told_by_field_and_by_style_or_gallery_beside_one() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    opened = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("甲")
    body = p(opened) + p(run("乙") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + styled("丙", "T") + p(run("文"))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{p(run('目录'))}</w:sdtContent></w:sdt>"
    body = control + p("") + body + styled("丁", "T") + control
    assert [(one.text, one.listed) for one in read(body).paragraphs] == [
        ("目录", True), ("", False), ("甲", True), ("乙", True), ("丙", True), ("文", False),
        ("丁", False), ("目录", False),
    ]  # fmt: skip


def test_hidden_text_is_not_read_and_styles_of_characters_are_told() -> None:
    body = p(run("藏", "<w:vanish/>") + run("见") + run("【待补】", '<w:rStyle w:val="P"/>'))
    (one,) = read(body).paragraphs
    assert one.text == "见【待补】" and one.spans == (Span(1, 5, "待补"),)


def test_text_that_a_style_hides_is_not_read() -> None:
    hidden = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    based = '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="底"/><w:basedOn w:val="X"/></w:style>'
    styles = STYLES + hidden.format("paragraph", "X") + hidden.format("character", "Z") + based
    body = styled("不印", "X") + styled("也不印", "Y") + p(run("印") + run("不印", '<w:rStyle w:val="Z"/>'))
    body += p(run("照印", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="X"/>')
    assert words(body, styles=styles) == ["", "", "印", "照印"]


@pytest.mark.parametrize(("restart", "marks"), [("eachSect", "①①"), ("continuous", "①②")])
def test_notes_have_the_marks_that_word_prints(restart: str, marks: str) -> None:
    settings = (
        f"""<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numRestart w:val="{restart}"/></w:footnotePr>"""
    )

    def called(id: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'

    notes = "".join(
        f'<w:footnote w:id="{id}">{p("<w:r><w:footnoteRef/></w:r>" + run(f"注{id}"))}</w:footnote>' for id in (5, 4)
    )
    body = p(run("甲") + called(4), "<w:sectPr/>") + p(run("乙") + called(5)) + "<w:sectPr/>"
    found = read(body, settings=settings, footnotes=notes)
    assert [one.text for one in found.paragraphs] == [f"甲{marks[0]}", f"乙{marks[1]}"]
    assert [one.text for one in found.notes] == [f"{marks[0]}注4", f"{marks[1]}注5"]


@pytest.mark.parametrize(("program", "marks"), [("LibreOffice/7.4$Linux", "①①②"), ("Microsoft Office Word", "①②③")])
def test_a_file_that_libreoffice_saved_has_its_notes_counted_by_chapters(program: str, marks: str) -> None:
    """It drops the sections that said where to begin anew, and goes on to begin at headings."""
    settings = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    notes = "".join(f'<w:footnote w:id="{id}">{p(run("注"))}</w:footnote>' for id in (4, 5, 6))
    called = [f'<w:r><w:footnoteReference w:id="{id}"/></w:r>' for id in (4, 5, 6)]
    body = styled("首", "1") + p(called[0]) + styled("次", "1") + p(called[1]) + styled("节", "2") + p(called[2])
    parts = {
        "document": f"<w:body>{body}<w:sectPr/></w:body>",
        "styles": STYLES,
        "settings": settings,
        "footnotes": notes,
    }
    data = package({name: f"<w:{name} {NAMES}>{content}</w:{name}>".encode() for name, content in parts.items()})
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    told = f'<Relationship Id="b" Type="{kinds}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    related = zipfile.ZipFile(io.BytesIO(data)).read("_rels/.rels").decode()
    data = with_parts(
        data,
        {
            "_rels/.rels": related.replace("</Relationships>", told).encode(),
            "docProps/app.xml": f"<Properties><Application>{program}</Application></Properties>".encode(),
        },
    )
    found = read_manuscript(data, "a.docx")
    assert "".join(one.text for one in found.paragraphs if not one.level) == marks


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder: Path = tmp_path_factory.mktemp("every")
    return document_of(write_every_kind(folder))


@pytest.mark.parametrize("theme", ["civic", "official", "bright"])
def test_drafts_are_read_as_the_tests_own_reader_reads_them(document: Document, theme: str) -> None:
    """The two share no line: one judges the other."""
    draft = write_draft(document, load_theme(theme), {}, None)
    found = read_manuscript(draft, "a.docx")
    said = [one.words.replace("\t", "") for one in found.paragraphs if not one.listed]
    assert [one for one in said if one] == paragraph_texts(draft, contents=False)
    told = [(one.level, one.label, one.text.replace("\t", "")) for one in found.paragraphs if one.level]
    assert told == headings(draft)
    assert [one.text.replace("\t", "") for one in found.notes] == note_texts(draft)


def test_a_report_of_800_charts_is_read() -> None:
    """Each is three parts: the chart, what it refers to, its workbook."""
    data = package({"document": f"<w:document {NAMES}><w:body>{p(run('甲'))}</w:body></w:document>".encode()})
    many = with_parts(data, {f"word/charts/chart{at}.xml": b"<c/>" for at in range(2_400)})
    assert [one.text for one in read_manuscript(many, "a.docx").paragraphs] == ["甲"]


def test_words_with_their_pronunciation_are_read_once() -> None:
    base = f"<w:rubyBase>{run('拼音500')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('pin')}</w:rt>{base}</w:ruby></w:r>"
    assert words(p(run("前") + ruby + run("后"))) == ["前拼音500后"]


def test_formulas_are_read_in_the_line_and_between_paragraphs() -> None:
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    inner = "<m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>500</m:t></m:r></m:num></m:f>"
    formula = f"<m:oMath {names}>{inner}</m:oMath>"
    body = p(run("前") + formula + run("后")) + f"<m:oMathPara {names}>{formula}</m:oMathPara>"
    assert words(body) == ["前x=500后", "x=500"]
