"""Contents, captions, references, running heads: fields with their results filled in."""

import re
from collections.abc import Callable
from pathlib import Path

from reportgen.model.document import Document
from reportgen.model.runs import text_of
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import around, fields, paragraph_texts, part, sections, tabbed
from support.every_kind import document_of
from support.project import REPORT, write_project

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


def contents_codes(data: bytes) -> list[str]:
    """The codes of tables of contents as Word reads them, tabs in them too."""
    runs = part(data, "word/document.xml").iter(f"{W}r")
    codes = ["".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in run) for run in runs
             if run.find(f"{W}instrText") is not None]  # fmt: skip
    return [code.strip() for code in codes if code.lstrip().startswith("TOC ")]


def caption_paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The words of each numbered caption, and the bookmark of its number."""
    return [
        ("".join(one.text or "" for one in paragraph.iter(f"{W}t")), mark.get(f"{W}name"))
        for paragraph in part(data, "word/document.xml").iter(f"{W}p")
        if any("SEQ " in (code.text or "") for code in paragraph.iter(f"{W}instrText"))
        for mark in paragraph.iter(f"{W}bookmarkStart")
        if mark.get(f"{W}name").startswith("_r")
    ]


def test_entries_are_words_a_tab_and_a_page_as_an_update_in_libreoffice_writes_them(draft: bytes) -> None:
    """It knows no switch that puts blanks beside a leader or leaves pages out."""
    body = part(draft, "word/document.xml")
    entries = [one for one in body.iter(f"{W}p") if one.find(f"{W}hyperlink//{W}tab") is not None]
    assert {one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in entries} == {"TOC1", "TOC2", "TableOfFigures"}
    for entry in entries:
        assert re.fullmatch(r"\S(?:.*\S)?\t(?:[0-9]+|[IVX]+)", tabbed(entry)), tabbed(entry)
    assert not {"\\n", "\\p"} & {word for code in contents_codes(draft) for word in code.split()}


def test_contents_are_filled_in_and_point_to_the_headings(document: Document, draft: bytes) -> None:
    heads = [f"{item.number} {item.text}".lstrip() for item in document.outline if item.level == 1]
    texts = paragraph_texts(draft)
    assert any("、 " in head for head in heads)
    assert [text for text in texts[: texts.index(heads[-1]) + 1] if text in heads] == heads
    body = part(draft, "word/document.xml")
    listed = [
        link.get(f"{W}anchor")
        for paragraph in body.iter(f"{W}p")
        for link in paragraph.iter(f"{W}hyperlink")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "TOC1"
    ]
    assert listed == ["_" + item.anchor for item in document.outline if item.level == 1]


def test_contents_know_pages_and_may_be_updated(document: Document, draft: bytes) -> None:
    (code,) = [code for code in contents_codes(draft) if "\\o" in code]
    assert code == 'TOC \\o "1-1" \\t "导语,2" \\h \\z'
    heads = {"_" + item.anchor for item in document.outline if item.level == 1}
    found = [int(result) for code, result in fields(draft) if code.startswith("PAGEREF") and code.split()[1] in heads]
    pages = found[: len(heads)]
    assert pages == sorted(pages) and pages[0] == 1  # counted from the first section
    assert b"updateFields" not in draft
    assert part(draft, "word/settings.xml").find(f"{W}updateFields") is None


def test_lists_of_charts_and_tables_are_fields_of_their_captions(document: Document, draft: bytes) -> None:
    assert [code for code in contents_codes(draft) if "\\c" in code] == [
        'TOC \\h \\z \\c "图"',
        'TOC \\h \\z \\c "表"',
    ]
    listed = [
        (tabbed(link).rpartition("\t")[0], link.get(f"{W}anchor"))
        for paragraph in part(draft, "word/document.xml").iter(f"{W}p")
        for link in paragraph.iter(f"{W}hyperlink")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "TableOfFigures"
    ]
    wanted = sorted(document.captions, key=lambda item: item.number[0] == "表")
    captions = {anchor: words for words, anchor in caption_paragraphs(draft)}
    assert listed == [(captions["_" + item.anchor], "_" + item.anchor) for item in wanted], "as an update finds them"
    assert all(
        words.startswith(text_of(item.title, document), 3) for (words, _), item in zip(listed, wanted, strict=True)
    )
    assert "图2\u3000床位分布\u3000摄影：某某" in dict(listed)
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
    names.remove("_rend")  # where the text ends
    assert all(re.fullmatch(r"_r[0-9a-f]{12}|_use[0-9]+", name) for name in names)


def words(data: bytes, name: str) -> list[str]:
    """What a head or foot says at the left and at the right, the results of its fields with it."""
    runs = part(data, name).iter(f"{W}t", f"{W}tab")
    return "".join("\t" if one.tag == f"{W}tab" else one.text for one in runs).split("\t")


def test_front_matter_is_in_roman_figures_and_the_text_counted_from_one(draft: bytes) -> None:
    front, text, back = sections(draft)
    assert front.find(f"{W}titlePg") is not None  # no furniture on the cover
    assert [one.find(f"{W}pgNumType").attrib for one in (front, text)] == [
        {f"{W}fmt": "upperRoman"}, {f"{W}start": "1"}
    ]  # fmt: skip
    assert text.find(f"{W}type").get(f"{W}val") == "nextPage"  # a right-hand page by its number
    foot = around(draft, front)["footer", "default"]
    assert [code for code, _ in fields(draft, foot)] == ["PAGE"]
    assert words(draft, foot) == ["示例市人民政府", "第 I 页"]
    assert all(words(draft, name) == [""] for name in around(draft, back).values())


def test_the_count_of_pages_is_the_page_where_the_text_ends(draft: bytes) -> None:
    """Not NUMPAGES: that counts the front matter and the back cover too."""
    _, text, _ = sections(draft)
    named = around(draft, text)
    (page, _), (total, count) = fields(draft, named["footer", "default"])
    assert (page, total) == ("PAGE", "PAGEREF _rend")
    assert words(draft, named["footer", "default"]) == ["示例市人民政府", f"第 1 页\u3000共 {count} 页"]
    assert words(draft, named["footer", "even"]) == [f"第 1 页\u3000共 {count} 页", "示例市人民政府"]
    body = part(draft, "word/document.xml").find(f"{W}body")
    paragraphs = [one for one in body if one.tag == f"{W}p"]
    (at,) = [
        index for index, one in enumerate(paragraphs)
        if any(mark.get(f"{W}name") == "_rend" for mark in one.iter(f"{W}bookmarkStart"))
    ]  # fmt: skip
    assert paragraphs[at].find(f"{W}pPr/{W}sectPr") is None  # LibreOffice takes that one out
    assert paragraphs[at + 1].find(f"{W}pPr/{W}sectPr") is not None


def test_heads_have_the_section_outside_and_the_edition_inside(draft: bytes) -> None:
    assert part(draft, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    edition = "2025年上半年\u3000示例市部门工作成绩单"
    front, text, _ = (around(draft, section) for section in sections(draft))
    for kind in ("default", "even"):
        assert list(fields(draft, text["header", kind])) == [("STYLEREF 1", "")]
        assert list(fields(draft, front["header", kind])) == [('STYLEREF "目录标题"', "目录")]
    assert words(draft, text["header", "default"]) == [edition, ""]
    assert words(draft, text["header", "even"]) == ["", edition]
    assert words(draft, front["header", "even"]) == ["目录", edition]


def test_one_departments_file_is_headed_by_its_name_and_counted_to_its_end(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset({"edu"}))
    (only,) = sections(data)
    named = around(data, only)
    assert list(fields(data, named["header", "default"])) == [("STYLEREF 1", "示例市教育局")]
    assert list(fields(data, named["footer", "even"]))[1][0] == "PAGEREF _rend"
    assert only.find(f"{W}pgNumType") is None


def test_a_named_section_before_the_contents_is_front_matter(tmp_path: Path, theme: Theme) -> None:
    folder = write_project(tmp_path, report=REPORT.replace("sections/contents", "note.yaml, sections/contents"))
    note = "id: note\nrole: front\nname: 本册说明\nblocks:\n  - 数据截至6月。\n"
    (folder / "note.yaml").write_text(note, "utf-8")
    data = write_draft(document_of(folder), theme, {}, None)
    assert not faults(data)
    named, contents, text = sections(data)
    assert [one.find(f"{W}pgNumType").get(f"{W}fmt") for one in (named, contents)] == ["upperRoman"] * 2
    assert text.find(f"{W}pgNumType").get(f"{W}start") == "1"
    assert [code for code, _ in fields(data, around(data, named)["header", "default"])] == ["STYLEREF 1"]
    folios = [result for code, result in fields(data) if code.startswith("PAGEREF _r") and "\\h" in code]
    assert folios == ["II", "1", "1"]  # of what stands before the contents, a name, its headline


def test_contents_that_nearly_fit_a_page_are_set_closer(tmp_path: Path, theme: Theme) -> None:
    """In their styles: an update has them no looser. Contents that need two pages are left as they are."""

    def pitches(count: int) -> dict[str, str]:
        names = [f"sections/s{at}.yaml" for at in range(count)]
        report = REPORT.replace("sections/edu.yaml", ", ".join(names))
        folder = write_project(tmp_path / str(count), report=report)
        for at in range(count):
            section = f"id: s{at}\nname: 第{at}局\nshort: 局\nheadline: 一句话\nblocks:\n  - 字。\n"
            (folder / f"sections/s{at}.yaml").write_text(section, "utf-8")
        data = write_draft(document_of(folder), theme, {}, None)
        styles = {one.get(f"{W}styleId"): one for one in part(data, "word/styles.xml").iter(f"{W}style")}
        return {name: styles[name].find(f"{W}pPr/{W}spacing").get(f"{W}line") for name in ("TOC1", "TOC2")}

    few, close, many = (pitches(count) for count in (4, 17, 40))
    assert few == many == {"TOC1": "400", "TOC2": "360"}
    assert int(close["TOC1"]) < 400 and int(close["TOC2"]) < 360
    # 45.5 points are the title's
    assert 17 * (int(close["TOC1"]) * 1.3 + int(close["TOC2"])) / 20 <= 841.89 - 85.05 - 74.85 - 45.5


def test_the_number_of_a_caption_looks_like_its_label_to_the_field_s_end(draft: bytes) -> None:
    """LibreOffice gives a number the look of the run that ends its field, Word that of the one that begins it."""
    body = part(draft, "word/document.xml")
    captions = [
        one for one in body.iter(f"{W}p") if any("SEQ" in (code.text or "") for code in one.iter(f"{W}instrText"))
    ]
    assert captions
    for caption in captions:
        runs = list(caption.iter(f"{W}r"))
        ends = [at for at, run in enumerate(runs) if run.find(f"{W}fldChar") is not None]
        styles = [run.find(f"{W}rPr/{W}rStyle") for run in runs[: ends[-1] + 1]]
        assert {None if one is None else one.get(f"{W}val") for one in styles} == {"CaptionLabel"}
