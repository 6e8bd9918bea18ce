"""Files from outside: broken, locked, absurd. Each gets its diagnostic, none a traceback, none takes the machine."""

import io
import zipfile

import pikepdf
import pytest

from reportgen.cli.show import as_text
from reportgen.diagnostics import Diagnostics
from reportgen.fonts import open_fonts
from reportgen.parity import Report, read_and_compare
from reportgen.pdf import paint
from support.docx_editing import package, with_parts
from support.pages import pages_of, run_of

BOOK = open_fonts()
PDF = paint(pages_of([run_of(BOOK, "一页文字")]), BOOK)
USUAL = "http://schemas.openxmlformats.org/"
W = f"{USUAL}wordprocessingml/2006/main"


def story(body: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def word_file(document: bytes) -> bytes:
    return package({"document": document})


DOCX = word_file(story("<w:p><w:r><w:t>一页文字</w:t></w:r></w:p>"))


def codes(pdf: bytes, docx: bytes) -> tuple[list[str], Report | None]:
    found = Diagnostics()
    report = read_and_compare(pdf, docx, "a.docx", found)
    return [one.code for one in found if one.severity == "error"], report


def test_the_least_files_are_read() -> None:
    told, report = codes(PDF, DOCX)
    assert not told and report is not None and not report.differences


def with_flag() -> bytes:
    """As if a part were encrypted: bit 0 of the flags in both of its headers."""
    data = bytearray(DOCX)
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "word-file-format"),
        (PDF, "word-file-format"),
        (b"PK\x03\x04" + b"x" * 400, "word-file-damaged"),
        (DOCX[: len(DOCX) // 2], "word-file-damaged"),
        (package({"other": b"<a/>"}), "word-file-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "word-file-format"),
        (with_flag(), "word-file-encrypted"),
        (with_parts(DOCX, {"word/document.xml": b"<w:document"}), "word-file-damaged"),
        (word_file(b"<a/>"), "word-file-format"),
        (word_file(story("<w:p/>", LAUGHS)), "word-file-dtd"),
        (word_file(story("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", OUTSIDE)), "word-file-dtd"),
        (word_file(story(" " * 60_000_000)), "word-file-bomb"),
        (word_file(story("".join(f"<w:p><!--{at}--></w:p>" for at in range(450_000)))), "word-file-bomb"),
        (word_file(story("<w:tbl>" * 400 + "</w:tbl>" * 400)), "word-file-damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)  # fmt: skip
def test_a_word_file_nobody_should_open_is_refused(data: bytes, code: str) -> None:
    told, report = codes(PDF, data)
    assert told == [code] and report is None


STRICT = {
    f"{USUAL}wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    f"{USUAL}officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}


@pytest.mark.parametrize("parts", [["_rels/.rels", "word/document.xml"], ["word/document.xml"], ["_rels/.rels"]])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_strict_open_xml_is_a_word_document_that_is_to_be_saved_as_an_ordinary_one(parts: list[str], lang: str) -> None:
    made = {}
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        for name in parts:
            made[name] = archive.read(name)
            for usual, strict in STRICT.items():
                made[name] = made[name].replace(usual.encode(), strict.encode())
    found = Diagnostics()
    assert read_and_compare(PDF, with_parts(DOCX, made), "返回稿.docx", found) is None
    (told,) = found
    said = as_text(told, None, None, "zh" if lang == "zh" else "en")
    assert told.code == "word-file-strict" and "返回稿.docx" in said and "Strict Open XML" in said
    assert ("Word 文档（*.docx）" if lang == "zh" else "Word Document (*.docx)") in said and "不是 Word" not in said


def test_boxes_in_boxes_are_read_once_each() -> None:
    """Read at every depth anew, thirty of them would be read 2^30 times."""
    inner = "<w:p><w:r><w:t>一页文字</w:t></w:r></w:p>"
    for _ in range(30):
        inner = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    told, report = codes(PDF, word_file(story(inner)))
    assert not told and report is not None and not report.differences


def with_content(content: bytes, pages: int = 1) -> bytes:
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        stream = pdf.make_stream(content)
        for _ in range(pages - 1):
            pdf.pages.append(pdf.pages[0])
        for page in pdf.pages:
            page.obj.Contents = stream
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def with_map(told: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        for font in pdf.pages[0].obj.Resources.Font.values():
            font.ToUnicode = pdf.make_stream(told)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def nested() -> bytes:
    """Forms that each paint the next ten times: 10^12 of them."""
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        form = None
        for _ in range(12):
            made = pdf.make_stream(b"/F Do " * 10 if form is not None else b"q Q " * 10)
            made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            made.BBox = pikepdf.Array([0, 0, 9, 9])
            if form is not None:
                made.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
            form = made
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(F=form)
        pdf.pages[0].obj.Contents = pdf.make_stream(b"/F Do " * 100_000)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "press-no-pdf"),
        (DOCX, "press-no-pdf"),
        (PDF[: len(PDF) // 2], "press-broken"),
        (with_content(b"q Q " * 1_000_000), "parity-absurd"),
        (with_content(b"q Q " * 50_000, pages=200), "parity-absurd"),
        (nested(), "parity-absurd"),
        (with_map(b"begincodespacerange<0000><FFFF>endcodespacerange 3 beginbfrange " +
                  b"<0000><FFFF><0041>\n" * 50_000 + b"endbfrange"), "parity-absurd"),
        (with_map(b"beginbfchar" * 150_000), "parity-unread"),
        (with_map(b"1 beginbfchar <0><41> endbfchar"), "press-broken"),
        (with_content(b"0 0 m"), "parity-unread"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)  # fmt: skip
def test_a_pdf_nobody_should_read_is_refused(data: bytes, code: str) -> None:
    told, report = codes(data, DOCX)
    assert told == [code] and report is None


def test_a_file_that_does_not_say_what_is_furniture_is_read_with_a_warning() -> None:
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        content = pdf.pages[0].Contents.read_bytes().replace(b"/Artifact BMC", b"/P BMC")
        data = with_content(content)
    found = Diagnostics()
    report = read_and_compare(data, DOCX, "a.docx", found)
    assert report is not None and [one.code for one in found] == ["parity-unmarked"]
