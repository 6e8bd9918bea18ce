"""Notes of the text: their order and marks, where they may stand, where their text goes."""

from pathlib import Path

import msgspec
import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.model.blocks import EndNotes, Heading, Paragraph
from reportgen.model.document import Booklet, Document
from reportgen.model.inlines import Note, Prose, Text
from reportgen.model.runs import Run, quoted_runs, runs_of, text_of
from reportgen.resolve import resolve
from reportgen.theme import NoteLook
from support.project import REPORT, write_project

TWO = REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/civil.yaml, sections/back.yaml]")
FOOT = NoteLook()
BACK = "id: back\nrole: back\nblocks:\n  - {kind: cover, back: true}\n"


def booklet(folder: Path, edu: str, civil: str = "") -> Booklet:
    head = "id: {0}\nname: 示例市{1}局\nshort: 市{1}局\nheadline: '{2}'\nblocks:\n"
    report = TWO if civil else REPORT
    write_project(folder, report=report, edu=head.format("edu", "教育", "完工^[题目的注。]") + edu)
    (folder / "sections/civil.yaml").write_text(head.format("civil", "民政", "完工") + civil, encoding="utf-8")
    (folder / "sections/back.yaml").write_text(BACK, encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None and not list(sink), list(sink)
    return loaded.booklet


def resolved(folder: Path, edu: str, civil: str = "", look: NoteLook = FOOT) -> tuple[Document, list[Diagnostic]]:
    sink = Diagnostics()
    return resolve(booklet(folder, edu, civil), sink, look), list(sink)


EVERYWHERE = """\
  - 正文^[甲。]，又^[乙${edu.canteens}。]。
  - {kind: heading, text: '标题^[丙。]', id: h}
  - {kind: bullets, items: ['项^[丁。]']}
  - {kind: quote, text: '引^[戊。]', by: '某^[己。]'}
  - kind: callout
    title: '提示^[庚。]'
    blocks: ['里面^[辛。]']
  - kind: table
    title: '表^[壬。]'
    id: t
    columns: [甲]
    rows: [['格^[癸。]']]
    source: '源^[子。]'
  - kind: chart
    type: bar
    title: '图^[丑。]'
    categories: [甲]
    series: [{values: [1]}]
    source: '源^[寅。]'
"""


def test_notes_are_numbered_in_the_order_of_the_text(tmp_path: Path) -> None:
    document, found = resolved(tmp_path, EVERYWHERE)
    assert not found
    assert [text_of(note.prose, document) for note in document.notes] == [
        "题目的注。", "甲。", "乙37所。", "丙。", "丁。", "戊。", "己。", "庚。", "辛。", "壬。", "癸。", "子。",
        "丑。", "寅。",
    ]  # fmt: skip
    assert "".join(note.mark for note in document.notes) == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭"


def test_the_count_begins_anew_in_a_section_or_goes_on_through_the_booklet(tmp_path: Path) -> None:
    by_section, _ = resolved(tmp_path, "  - 甲^[一]乙^[二]\n", "  - 丙^[三]\n")
    assert [note.mark for note in by_section.notes] == ["①", "②", "③", "①"]
    through, _ = resolved(tmp_path, "  - 甲^[一]乙^[二]\n", "  - 丙^[三]\n", NoteLook("foot", "bracketed", "booklet"))
    assert [note.mark for note in through.notes] == ["[1]", "[2]", "[3]", "[4]"]


def test_no_two_notes_on_a_page_have_one_mark(tmp_path: Path) -> None:
    """Sections that run on below each other share a count at the foot; at their ends each has its own notes."""
    made = booklet(tmp_path, "  - 甲^[一]\n", "  - 丙^[二]\n")

    def marks(look: NoteLook, *, flowing: bool = False, roles: tuple[str, ...] = ()) -> str:
        prose = (Paragraph(text=Prose((Text("甲"), Note((Text(mark),))))) for mark in "一二三四")
        wanted = roles or ("front", "department", "department", "back")
        sections = tuple(
            msgspec.structs.replace(section, role=role, blocks=(block,), headline=None, name="甲")
            for section, role, block in zip(made.sections[1:], wanted, prose, strict=True)
        )
        changed = msgspec.structs.replace(made, sections=sections, files=made.files[1:])
        return "".join(note.mark for note in resolve(changed, Diagnostics(), look, flowing=flowing).notes)

    assert marks(FOOT) == "①①①①"
    assert marks(FOOT, flowing=True) == "①①②③"
    assert marks(FOOT, flowing=True, roles=("back", "front", "department", "back")) == "①①①②"
    assert marks(FOOT, roles=("front", "front", "department", "back")) == "①②①①"
    assert marks(FOOT, roles=("department", "back", "back", "back")) == "①①②③"
    assert marks(NoteLook(place="end"), flowing=True, roles=("front", "front", "back", "back")) == "①①①①"


def test_circled_figures_end_with_fifty(tmp_path: Path) -> None:
    document, _ = resolved(tmp_path, "  - 甲" + "^[注]" * 51 + "\n")
    marks = [note.mark for note in document.notes]
    assert marks[19:22] == ["⑳", "㉑", "㉒"]
    assert marks[34:37] == ["㉟", "㊱", "㊲"]
    assert marks[49:] == ["㊿", "[51]", "[52]"]


def test_notes_that_read_alike_have_each_its_own_number(tmp_path: Path) -> None:
    document, _ = resolved(tmp_path, "  - 甲^[同]\n  - 甲^[同]\n")
    same = [entry.block for entry in document.flow if isinstance(entry.block, Paragraph)]
    assert [runs_of(block.text, document)[-1].text for block in same] == ["②", "③"]


def test_one_object_cannot_be_two_notes(tmp_path: Path) -> None:
    made = booklet(tmp_path, "  - 甲\n")
    prose = Prose((Text("甲"), Note((Text("注"),))))
    blocks = (Paragraph(text=prose), Paragraph(text=prose))
    sections = (*made.sections[:-1], msgspec.structs.replace(made.sections[-1], blocks=blocks))
    with pytest.raises(ValueError, match="注"):
        resolve(msgspec.structs.replace(made, sections=sections), Diagnostics())


def test_what_is_said_again_is_said_without_its_notes(tmp_path: Path) -> None:
    document, _ = resolved(tmp_path, EVERYWHERE)
    assert [item.text for item in document.outline] == ["示例市教育局", "标题"]
    assert document.targets["h"].label == "标题"
    (chart,) = document.charts.values()
    assert chart.title == "图"
    assert chart.alt.startswith("图。")
    headline = document.booklet.sections[-1].headline
    assert headline is not None
    assert quoted_runs(headline, document) == (Run("完工"),)
    assert runs_of(headline, document) == (Run("完工"), Run("①", link="#note1", note=1))


@pytest.mark.parametrize(
    "block",
    [
        "{kind: cover, lines: ['甲^[注]']}",
        "{kind: keyfigures, cards: [{indicator: edu.canteens, label: '甲^[注]'}]}",
        "{kind: keyfigures, cards: [{indicator: edu.canteens, note: '甲^[注]'}]}",
        "{kind: progress, items: [{indicator: edu.canteens, label: '甲^[注]'}]}",
        "{kind: table, columns: ['甲^[注]'], rows: [[乙]]}",
        "{kind: chart, type: bar, title: 题, categories: ['甲^[注]'], series: [{values: [1]}]}",
    ],
)
def test_where_no_note_can_stand_it_is_an_error_with_its_place(tmp_path: Path, block: str) -> None:
    document, found = resolved(tmp_path, f"  - {block}\n")
    (fault,) = found
    assert fault.code == "note-place"
    assert fault.where is not None and getattr(fault.where, "find", "") == "^["
    assert len(document.notes) == 1  # the headline's
    assert "^" not in str(document.cards) + str(document.progress) + str(document.charts)


def test_references_and_figures_of_a_note_are_checked_where_they_stand(tmp_path: Path) -> None:
    _, found = resolved(tmp_path, "  - 甲^[见[](#nowhere)，${edu.none}。]\n")
    assert sorted(one.code for one in found) == ["indicator-unknown", "reference-unknown"]


def ends(document: Document) -> list[tuple[str, str]]:
    """(section, kind) of what stands in the flow."""
    return [(entry.id.split("/")[0], type(entry.block).__name__) for entry in document.flow]


def test_notes_at_the_end_of_each_section_follow_its_text_under_a_heading(tmp_path: Path) -> None:
    document, _ = resolved(tmp_path, "  - 甲\n", "  - 丙^[三]\n", NoteLook(place="end"))
    assert ends(document)[2:] == [
        ("edu", "Opening"), ("edu", "Paragraph"), ("edu", "Heading"), ("edu", "EndNotes"),
        ("civil", "Opening"), ("civil", "Paragraph"), ("civil", "Heading"), ("civil", "EndNotes"), ("back", "Cover"),
    ]  # fmt: skip
    lists = [entry.block.notes for entry in document.flow if isinstance(entry.block, EndNotes)]
    assert lists == [(1,), (2,)]
    assert [(item.level, item.number, item.text) for item in document.outline if item.text == "注释"] == [
        (2, "", "注释"), (2, "", "注释"),
    ]  # fmt: skip


def test_notes_at_the_end_of_the_booklet_stand_before_its_back_cover(tmp_path: Path) -> None:
    look = NoteLook(place="end", restart="booklet")
    document, _ = resolved(tmp_path, "  - 甲\n", "  - 丙^[三]\n", look)
    assert ends(document)[-4:] == [
        ("civil", "Paragraph"),
        ("civil", "Heading"),
        ("civil", "EndNotes"),
        ("back", "Cover"),
    ]
    heading, notes = (entry.block for entry in document.flow[-3:-1])
    assert isinstance(heading, Heading) and (heading.level, heading.numbered) == (1, False)
    assert isinstance(notes, EndNotes) and notes.notes == (1, 2)


def test_a_booklet_without_notes_has_no_place_for_them(tmp_path: Path) -> None:
    report = write_project(tmp_path, edu="id: edu\nname: 甲\nblocks: [乙]\n")
    loaded = load_project(report, Diagnostics())
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, Diagnostics(), NoteLook(place="end"))
    assert document.notes == ()
    assert not any(isinstance(entry.block, EndNotes) for entry in document.flow)
