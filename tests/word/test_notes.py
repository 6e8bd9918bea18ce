"""Notes, names and titles in the draft: Word's own footnotes and endnotes, numbered by Word as the booklet is."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.document import Document
from reportgen.resolve import resolve
from reportgen.theme import NoteLook, Theme
from reportgen.word import write_draft
from support.document_words import document_words, note_words
from support.docx_lint import W, faults
from support.docx_reading import fields, headings, note_marks, note_texts, paragraph_texts, part
from support.every_kind import write_every_kind

Written = Callable[[str], tuple[Document, bytes]]
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FOOT = NoteLook()
END = NoteLook(place="end")
EXTRA = """\
  - 床位^[见[](#main)和[网站](https://example.cn/notes)，共${civil.beds}。]与道路^[42条。]。
  - {kind: heading, text: '带注的标题^[标题的注。]', id: noted}
  - 见[](#noted)。
  - kind: table
    title: '题^[表的注。]'
    columns: [项]
    rows: [['格^[格的注。]'], {cells: ['计^[合计的注。]'], total: true}]
    source: '源^[来源的注。]'
"""


def sample(folder: Path, theme: Theme, look: NoteLook, chosen: str = "") -> tuple[Document, bytes]:
    """Two departments and the back matter have notes."""
    write_every_kind(folder, EXTRA)
    for name, words, noted in (
        ("edu", "  - 罕用字", "  - 学位^[当年。]，学校^[两所。]。\n  - 罕用字"),
        ("terms", "  - 一年过去的部分。", "  - 一年过去的部分^[按天数。]。"),
    ):
        text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
        assert words in text
        (folder / f"{name}.yaml").write_text(text.replace(words, noted), encoding="utf-8")
    loaded = load_project(folder, Diagnostics())
    assert loaded.booklet is not None
    sink = Diagnostics()
    document = resolve(loaded.booklet, sink, look)
    assert not list(sink)
    changed = msgspec.structs.replace(theme, notes=look)
    data = write_draft(document, changed, {}, frozenset({chosen}) if chosen else None)
    assert not faults(data)
    assert data == write_draft(document, changed, {}, frozenset({chosen}) if chosen else None)
    return document, data


@pytest.mark.parametrize(
    "look", [FOOT, NoteLook("foot", "bracketed", "booklet"), END, NoteLook("end", "circled", "booklet")]
)
def test_word_prints_the_marks_and_notes_of_the_booklet(tmp_path: Path, theme: Theme, look: NoteLook) -> None:
    document, data = sample(tmp_path, theme, look)
    assert len(document.notes) == 10
    assert paragraph_texts(data, contents=False) == document_words(document)
    assert note_texts(data) == note_words(document)


def test_the_count_begins_anew_with_a_department_which_stays_on_its_page(tmp_path: Path, theme: Theme) -> None:
    document, data = sample(tmp_path, theme, FOOT)
    assert [note.mark for note in document.notes] == [*"①②", *"①②③④⑤⑥⑦", "①"]
    assert list(note_marks(data).values()) == [note.mark for note in document.notes]
    sections = list(part(data, "word/document.xml").iter(f"{W}sectPr"))
    kinds = [one.find(f"{W}type").get(f"{W}val") for one in sections]
    assert kinds == ["nextPage", "nextPage", "continuous", "continuous", "nextPage"]
    inner = [one for one, kind in zip(sections, kinds, strict=True) if kind == "continuous"]
    assert not any(one.findall(f"{W}headerReference") or one.find(f"{W}titlePg") is not None for one in inner)
    restarts = {one.find(f"{W}footnotePr/{W}numRestart").get(f"{W}val") for one in sections}
    assert restarts == {"eachSect"}


def test_a_department_alone_begins_with_one_or_goes_on_as_in_the_booklet(tmp_path: Path, theme: Theme) -> None:
    _, alone = sample(tmp_path / "a", theme, FOOT, "civil")
    assert list(note_marks(alone).values()) == [*"①②③④⑤⑥⑦"]
    _, through = sample(tmp_path / "b", theme, NoteLook("foot", "circled", "booklet"), "civil")
    assert list(note_marks(through).values()) == [*"③④⑤⑥⑦⑧⑨"]


def test_a_note_has_words_fields_and_links_of_its_own_part(tmp_path: Path, theme: Theme) -> None:
    _, data = sample(tmp_path, theme, FOOT)
    root = part(data, "word/footnotes.xml")
    (link,) = root.iter(f"{W}hyperlink")
    relations = {one.get("Id"): one for one in part(data, "word/_rels/footnotes.xml.rels")}
    assert relations[link.get(f"{R}id")].get("Target") == "https://example.cn/notes"
    assert [result for _, result in fields(data, "word/footnotes.xml")] == ["表1"]
    styles = {one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in root.iter(f"{W}p")
              if one.find(f"{W}pPr/{W}pStyle") is not None}  # fmt: skip
    assert styles == {"FootnoteText"}


def test_a_heading_is_referred_to_without_its_note(tmp_path: Path, theme: Theme) -> None:
    _, data = sample(tmp_path, theme, FOOT)
    (mark,) = [
        paragraph for paragraph in part(data, "word/document.xml").iter(f"{W}p")
        if paragraph.find(f"{W}r/{W}footnoteReference") is not None and paragraph.find(f"{W}bookmarkStart") is not None
        and paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading2"
    ]  # fmt: skip
    tags = [one.tag for one in mark]
    call = next(at for at, one in enumerate(mark) if one.find(f"{W}footnoteReference") is not None)
    assert tags.index(f"{W}bookmarkEnd") < call
    assert "带注的标题③" in [text for _, _, text in headings(data)]
    assert "见带注的标题。" in paragraph_texts(data)


def test_endnotes_stand_where_their_section_ends_below_a_heading(tmp_path: Path, theme: Theme) -> None:
    _, data = sample(tmp_path, theme, END)
    body = part(data, "word/document.xml").find(f"{W}body")
    paragraphs = [one for one in body if one.tag == f"{W}p"]
    texts = ["".join(one.itertext(f"{W}t")) for one in paragraphs]
    for at, text in enumerate(texts):
        if text == "注释":
            section = paragraphs[at + 1].find(f"{W}pPr/{W}sectPr")
            assert section.find(f"{W}endnotePr/{W}pos").get(f"{W}val") == "sectEnd"
    assert texts.count("注释") == 3
    settings = part(data, "word/settings.xml")
    assert settings.find(f"{W}footnotePr") is None
    assert settings.find(f"{W}endnotePr/{W}pos").get(f"{W}val") == "sectEnd"


def test_a_draft_without_notes_says_nothing_of_them(draft: bytes) -> None:
    for name in ("word/document.xml", "word/settings.xml"):
        assert not list(part(draft, name).iter(f"{W}footnotePr", f"{W}endnotePr"))
    with pytest.raises(KeyError):
        part(draft, "word/footnotes.xml")


def test_names_and_titles_have_their_lines(write: Written) -> None:
    _, data = write("  - '[张三]{.name}读[**红楼**梦]{.title}，*[李四]{.name}*。'\n")
    lined = [
        ("".join(run.itertext(f"{W}t")), line.get(f"{W}val"))
        for run in part(data, "word/document.xml").iter(f"{W}r")
        if (line := run.find(f"{W}rPr/{W}u")) is not None
    ]
    assert lined == [("张三", "single"), ("红楼", "wave"), ("梦", "wave"), ("李四", "single")]


def test_a_note_is_counted_on_the_page_of_its_mark(write: Written) -> None:
    """The page numbers of the contents: long notes take room from the text."""
    text = "".join(f"  - 第{number}段{{}}。\n" for number in range(60)) + "  - {{kind: heading, text: 末}}\n"
    pages = []
    for note in ("", "^[" + "注" * 200 + "]"):
        _, data = write(text.format(*[note] * 60))
        pages.append(int(part(data, "docProps/app.xml").find("{*}Pages").text))
    assert pages[1] > pages[0] + 3
