"""Notes, names and titles in the draft: Word's own footnotes and endnotes, numbered by Word as the booklet is."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

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
from support.docx_reading import fields, headings, note_marks, note_texts, paragraph_texts, part, run_look
from support.noted import noted_draft
from support.project import REPORT, write_project

Written = Callable[[str], tuple[Document, bytes]]
FOOT = NoteLook()
END = NoteLook(place="end")


@pytest.mark.parametrize(
    "look",
    [
        FOOT,
        NoteLook("foot", "bracketed", "booklet"),
        NoteLook("foot", "bracketed"),
        END,
        NoteLook("end", "circled", "booklet"),
        NoteLook("end", "bracketed"),
    ],
)
def test_word_prints_the_marks_and_notes_of_the_booklet(tmp_path: Path, theme: Theme, look: NoteLook) -> None:
    document, data = noted_draft(tmp_path, theme, look)
    assert len(document.notes) == 10
    assert paragraph_texts(data, contents=False) == document_words(document)
    assert note_texts(data) == note_words(document)


def test_the_count_begins_anew_with_a_department_which_stays_on_its_page(tmp_path: Path, theme: Theme) -> None:
    document, data = noted_draft(tmp_path, theme, FOOT)
    assert [note.mark for note in document.notes] == [*"①②", *"①②③④⑤⑥⑦", "①"]
    assert list(note_marks(data).values()) == [note.mark for note in document.notes]
    sections = list(part(data, "word/document.xml").iter(f"{W}sectPr"))
    kinds = [one.find(f"{W}type").get(f"{W}val") for one in sections]
    # the last department's text stands in columns for a while
    assert kinds == ["nextPage", "nextPage", *["continuous"] * 4, "nextPage"]
    inner = [one for one, kind in zip(sections, kinds, strict=True) if kind == "continuous"]
    assert not any(one.findall(f"{W}headerReference") or one.find(f"{W}titlePg") is not None for one in inner)
    restarts = [one.find(f"{W}footnotePr/{W}numRestart").get(f"{W}val") for one in sections]
    assert restarts == [*["eachSect"] * 3, "continuous", "continuous", "eachSect", "eachSect"]


def test_a_department_alone_begins_with_one_or_goes_on_as_in_the_booklet(tmp_path: Path, theme: Theme) -> None:
    _, alone = noted_draft(tmp_path / "a", theme, FOOT, "civil")
    assert list(note_marks(alone).values()) == [*"①②③④⑤⑥⑦"]
    _, through = noted_draft(tmp_path / "b", theme, NoteLook("foot", "circled", "booklet"), "civil")
    assert list(note_marks(through).values()) == [*"③④⑤⑥⑦⑧⑨"]
    _, second = noted_draft(tmp_path / "c", theme, NoteLook("foot", "circled", "booklet"), "civil", "学位^[注。]。")
    assert list(note_marks(second).values()) == [*"②③④⑤⑥⑦⑧"]


def test_a_note_has_words_fields_and_links_of_its_own_part(tmp_path: Path, theme: Theme) -> None:
    _, data = noted_draft(tmp_path, theme, FOOT)
    root = part(data, "word/footnotes.xml")
    reference, link = fields(data, "word/footnotes.xml")
    assert reference[1] == "表1" and link == ('HYPERLINK "https://example.cn/notes"', "网站")
    styles = {one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in root.iter(f"{W}p")
              if one.find(f"{W}pPr/{W}pStyle") is not None}  # fmt: skip
    assert styles == {"FootnoteText"}


def test_a_mark_is_raised_in_the_text_and_not_before_its_note(tmp_path: Path, theme: Theme) -> None:
    _, data = noted_draft(tmp_path, theme, FOOT)
    for style in part(data, "word/styles.xml").iter(f"{W}style"):
        if style.get(f"{W}styleId") in ("FootnoteReference", "EndnoteReference"):
            assert style.find(f"{W}rPr/{W}vertAlign").get(f"{W}val") == "superscript"
    for name, tag, raised in (("document", "footnoteReference", "superscript"), ("footnotes", "footnoteRef", None)):
        for run in part(data, f"word/{name}.xml").iter(f"{W}r"):
            if run.find(f"{W}{tag}") is not None:
                assert run_look(data, run, "vertAlign") == raised
                assert run.find(f"{W}rPr/{W}vertAlign") is None, "styles say it"


def test_a_heading_is_referred_to_without_its_note(tmp_path: Path, theme: Theme) -> None:
    _, data = noted_draft(tmp_path, theme, FOOT)
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
    _, data = noted_draft(tmp_path, theme, END)
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


@pytest.mark.parametrize("restart", ["section", "booklet"])
def test_endnotes_of_a_section_alone_have_their_heading(
    tmp_path: Path, theme: Theme, restart: Literal["section", "booklet"]
) -> None:
    document, data = noted_draft(tmp_path, theme, NoteLook("end", "circled", restart), "civil")
    texts = [text for text in paragraph_texts(data, contents=False) if text]
    assert texts.count("注释") == 1
    assert texts[-1] == "注释", "Word sets the notes behind it"
    own = [index for index, section in enumerate(document.booklet.sections) if section.id == "civil"]
    assert list(note_marks(data).values()) == [note.mark for note in document.notes if note.section in own]


def test_a_draft_without_notes_says_nothing_of_them(draft: bytes) -> None:
    for name in ("word/document.xml", "word/settings.xml"):
        assert not list(part(draft, name).iter(f"{W}footnotePr", f"{W}endnotePr"))
    with pytest.raises(KeyError):
        part(draft, "word/footnotes.xml")


def test_names_and_titles_have_their_lines(write: Written) -> None:
    _, data = write("  - '[张三]{.name}读[**红楼**梦]{.title}，*[李四]{.name}*。'\n")
    lined = [
        ("".join(run.itertext(f"{W}t")), line)
        for run in part(data, "word/document.xml").iter(f"{W}r")
        if (line := run_look(data, run, "u")) not in (None, "dotted")
    ]
    assert lined == [("张三", "single"), ("红楼", "wave"), ("梦", "wave"), ("李四", "single")]


def test_names_side_by_side_have_a_line_each(tmp_path: Path, write: Written) -> None:
    """Between two of them stands a blank that is no text: Word would draw one line under both."""
    names = "[张三]{.name}[李**四**]{.name}[红楼梦]{.title}"
    document, data = write(f"  - '会见{names}，[王五]{{.name}}^[{names}]。'\n")
    assert paragraph_texts(data, contents=False) == document_words(document)
    for name in ("word/document.xml", "word/footnotes.xml"):
        shown = ""
        for run in part(data, name).iter(f"{W}r"):
            line = run_look(data, run, "u")
            drawn = run.find(f"{W}drawing")
            shown += (
                "_" * len("".join(run.itertext(f"{W}t"))) if line is not None else "|" if drawn is not None else " "
            )
        assert "__|__|___" in shown, name
        assert shown.count("|") == 2
    blanks = [int(one.get("cx")) / 12700 for one in part(data, "word/document.xml").iter("{*}extent")]
    assert all(1 <= blank <= 2 for blank in blanks) and blanks, "wider, it would read as a space"


CIRCLED = [chr(0x245F + number) for number in range(1, 21)]


@pytest.mark.parametrize("look", [FOOT, END, NoteLook("foot", "circled", "booklet")], ids=["foot", "end", "booklet"])
def test_marks_are_in_brackets_from_where_word_has_no_circles(tmp_path: Path, theme: Theme, look: NoteLook) -> None:
    """In the text and before the note alike; where the count begins anew, circles do."""
    many = "，".join(f"建成{2000 + at}^[第{at}条]" for at in range(1, 26))
    report = REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/civil.yaml]")
    write_project(tmp_path, report=report, edu=f"id: edu\nname: 教育局\nblocks:\n  - 甲{many}。\n")
    civil = "id: civil\nname: 民政局\nblocks:\n  - 床位^[含改造]。\n"
    (tmp_path / "sections/civil.yaml").write_text(civil, encoding="utf-8")
    loaded = load_project(tmp_path, Diagnostics())
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, Diagnostics(), look)
    data = write_draft(document, msgspec.structs.replace(theme, notes=look), {}, None)
    assert not faults(data)
    kind = "word/endnotes.xml" if look is END else "word/footnotes.xml"
    marks = [*CIRCLED, "[21]", "[22]", "[23]", "[24]", "[25]", "[26]" if look.restart == "booklet" else "①"]
    said = [text for text in paragraph_texts(data, contents=False) if "建成" in text or "床位" in text]
    words = "，".join(f"建成{2000 + at}{mark}" for at, mark in enumerate(marks[:25], 1))
    assert "".join(said) == f"甲{words}。床位{marks[25]}。"
    assert note_texts(data) == [f"{mark}第{at}条" for at, mark in enumerate(marks[:25], 1)] + [f"{marks[25]}含改造"]
    assert not list(part(data, kind).iter(f"{W}rPr")), "no look of their own"


def test_the_words_of_a_note_hang_behind_its_mark(write: Written) -> None:
    """By a tab: the lines below the first begin where its words do."""
    _, data = write("  - 甲^[注一。]。\n")
    (mark,) = part(data, "word/footnotes.xml").iter(f"{W}footnoteRef")
    _, tab, words = mark.getparent().getparent().iter(f"{W}r")
    assert tab.find(f"{W}tab") is not None and "".join(words.itertext()) == "注一。"


def test_notes_at_the_end_wait_for_the_end_of_the_section_below_columns(tmp_path: Path, theme: Theme) -> None:
    """Columns are a section of the file: Word would set the notes right below them, in the middle of the text."""
    _, data = noted_draft(tmp_path, theme, END)
    waits = []
    for section in part(data, "word/document.xml").iter(f"{W}sectPr"):
        columns = section.find(f"{W}cols")
        waits.append((columns.get(f"{W}num") is not None, section.find(f"{W}noEndnote") is not None))
    assert (True, True) in waits, "columns"
    at = waits.index((True, True))
    assert waits[at - 1] == (False, True), "what stands above them in the same section"
    assert waits[-1] == (False, False)


def test_a_note_is_counted_on_the_page_of_its_mark(write: Written) -> None:
    """The page numbers of the contents: long notes take room from the text."""
    text = "".join(f"  - 第{number}段{{}}。\n" for number in range(60)) + "  - {{kind: heading, text: 末}}\n"
    pages = []
    for note in ("", "^[" + "注" * 200 + "]"):
        _, data = write(text.format(*[note] * 60))
        pages.append(int(part(data, "docProps/app.xml").find("{*}Pages").text))
    assert pages[1] > pages[0] + 3


@pytest.mark.parametrize("chosen", ["", "civil"])
def test_only_a_section_without_notes_says_another_format(tmp_path: Path, theme: Theme, chosen: str) -> None:
    """Plain figures that begin anew: the last section is there for readers that count when the format changes."""
    _, data = noted_draft(tmp_path, theme, NoteLook("foot", "bracketed"), chosen)
    noted: list[bool] = [False]
    formats = []
    for element in part(data, "word/document.xml").iter(f"{W}footnoteReference", f"{W}sectPr"):
        if element.tag == f"{W}sectPr":
            form = element.find(f"{W}footnotePr/{W}numFmt")
            formats.append(None if form is None else form.get(f"{W}val"))
            noted.append(False)
        else:
            noted[-1] = True
    assert formats[-1] == ("decimal" if chosen else "decimalFullWidth")
    assert noted[-2] is bool(chosen)
    assert set(formats[:-1]) <= {None}
