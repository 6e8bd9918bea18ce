"""Contents, captions, references, running heads: fields with their results filled in."""

import re
from collections.abc import Callable

from reportgen.model.document import Document
from reportgen.model.runs import text_of
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W
from support.docx_reading import fields, paragraph_texts, part

Written = Callable[[str], tuple[Document, bytes]]


def bookmarks(data: bytes) -> dict[str, str]:
    """The text inside each bookmark."""
    found: dict[str, str] = {}
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        open_ones: dict[str, str] = {}
        for element in paragraph.iter():
            if element.tag == f"{W}bookmarkStart":
                open_ones[element.get(f"{W}id")] = element.get(f"{W}name")
                found[element.get(f"{W}name")] = ""
            elif element.tag == f"{W}bookmarkEnd":
                open_ones.pop(element.get(f"{W}id"), None)
            elif element.tag == f"{W}t":
                for name in open_ones.values():
                    found[name] += element.text or ""
    return found


def test_contents_are_filled_in_and_point_to_the_headings(document: Document, draft: bytes) -> None:
    entries = [text for text in paragraph_texts(draft) if text not in paragraph_texts(draft, contents=False)]
    heads = [item.number + item.text for item in document.outline if item.level == 1]
    assert [text for text in entries if text in heads] == [head for head in heads if head in entries]
    body = part(draft, "word/document.xml")
    listed = [
        link.get(f"{W}anchor")
        for paragraph in body.iter(f"{W}p")
        for link in paragraph.iter(f"{W}hyperlink")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "TOC1"
    ]
    assert listed == ["_" + item.anchor for item in document.outline if item.level == 1]


def test_contents_know_pages_and_may_be_updated(document: Document, draft: bytes) -> None:
    codes = [instruction.text for instruction in part(draft, "word/document.xml").iter(f"{W}instrText")]
    assert any(code.strip().startswith('TOC \\o "1-1" \\t "导语,2" \\n 2-2') for code in codes)
    heads = {"_" + item.anchor for item in document.outline}
    pages = [int(result) for code, result in fields(draft) if code.startswith("PAGEREF") and code.split()[1] in heads]
    assert pages == sorted(pages) and pages[0] == 3  # cover, contents, then the first section
    assert b"updateFields" not in draft
    assert part(draft, "word/settings.xml").find(f"{W}updateFields") is None


def test_lists_of_charts_and_tables_are_fields_of_their_captions(document: Document, draft: bytes) -> None:
    codes = [instruction.text.strip() for instruction in part(draft, "word/document.xml").iter(f"{W}instrText")]
    assert [code for code in codes if code.startswith("TOC") and "\\c" in code] == [
        'TOC \\h \\z \\c "图"',
        'TOC \\h \\z \\c "表"',
    ]
    listed = [
        ("".join(t.text for t in link.iter(f"{W}t")), link.get(f"{W}anchor"))
        for paragraph in part(draft, "word/document.xml").iter(f"{W}p")
        for link in paragraph.iter(f"{W}hyperlink")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "TableOfFigures"
    ]
    wanted = sorted(document.captions, key=lambda item: item.number[0] == "表")
    assert [(words.rstrip("0123456789"), anchor) for words, anchor in listed] == [
        (f"{item.number}\u3000{text_of(item.title, document)}", "_" + item.anchor) for item in wanted
    ]
    assert "图表目录" in paragraph_texts(draft)


def test_captions_count_as_the_document_does(document: Document, draft: bytes) -> None:
    numbered = [number for number in document.numbers.values() if number[0] in "图表"]
    found = [(code.split()[1], result) for code, result in fields(draft) if code.startswith("SEQ")]
    assert [label + number for label, number in found] == numbered
    assert not [code for code, _ in fields(draft) if code.startswith("SEQ") and "\\r" in code]


def test_a_file_that_begins_in_the_middle_says_where_counting_starts(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset({"civil"}))
    codes = [(code, result) for code, result in fields(data) if code.startswith("SEQ")]
    restarted = [("SEQ 图 \\* ARABIC \\r 2", "2"), ("SEQ 表 \\* ARABIC \\r 3", "3")]
    assert [(code, result) for code, result in codes if "\\r" in code] == restarted
    assert codes[0] == restarted[0]


def test_references_repeat_what_their_target_says(document: Document, draft: bytes) -> None:
    """A field whose update would print something else would be a lie in waiting."""
    texts = bookmarks(draft)
    references = [(code.split()[1], result) for code, result in fields(draft) if code.startswith("REF")]
    assert [result for _, result in references] == [*["表1"] * 4, "图1", "学位和食堂", "年度任务", "表1", "表1"]
    assert all(texts[name] == result for name, result in references)
    assert {"_" + target.anchor for target in document.targets.values()} <= set(texts)


def test_own_words_are_a_link_not_a_field(document: Document, draft: bytes) -> None:
    link = next(
        link
        for link in part(draft, "word/document.xml").iter(f"{W}hyperlink")
        if "".join(t.text for t in link.iter(f"{W}t")) == "民政"
    )
    assert link.get(f"{W}anchor") == "_" + document.targets["civil"].anchor


def test_references_out_of_the_file_become_words(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset({"about"}))
    assert "主要数字见表1。" in " ".join(paragraph_texts(data))
    assert not [code for code, _ in fields(data) if code.startswith("REF")]
    links = part(data, "word/document.xml").iter(f"{W}hyperlink")
    assert not [link for link in links if link.get(f"{W}anchor") is not None]


def test_bookmarks_are_hidden_unique_and_short(draft: bytes) -> None:
    names = [mark.get(f"{W}name") for mark in part(draft, "word/document.xml").iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"_r[0-9a-f]{12}", name) for name in names)


def test_pages_are_numbered_and_headed(draft: bytes) -> None:
    assert [code for code, _ in fields(draft, "word/footer1.xml")] == ["PAGE", "NUMPAGES"]
    assert [code for code, _ in fields(draft, "word/header2.xml")] == ["STYLEREF 1"]
    head = "".join(t.text for t in part(draft, "word/header2.xml").iter(f"{W}t"))
    assert head == "2025年上半年\u3000示例市部门工作成绩单"


def test_one_departments_file_is_headed_by_its_name(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset({"edu"}))
    assert list(fields(data, "word/header1.xml")) == [("STYLEREF 1", "示例市教育局")]
