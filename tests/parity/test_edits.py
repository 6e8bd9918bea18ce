"""What a clerk does to a draft, one thing each: the report says what a person would say of it, and nothing else."""

import copy
import sys
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from reportgen.cli.parity_report import as_lines
from reportgen.diagnostics import Diagnostics
from reportgen.parity import Report, read_and_compare
from support import docx_editing as edit
from support.both_files import every_kind_with
from support.docx_editing import W, paragraph, words_of

FIRST = "上半年街道办成的第一件事，是把37个小区的路灯全部换成了节能灯，夜里走路亮堂多了。"
SECOND = "第二件事是老旧电梯的更新，居民投票定了先后，已经换好12部，年底前再换8部。"
THIRD = "第三件事还在准备，设计图纸已经贴在小区门口，请大家看了提意见。"
NEW = "下半年还要新建22处服务点，方便群众就近办事。"
BLOCKS = f"""\
  - {{kind: heading, text: 街道办的实事}}
  - {FIRST}
  - {SECOND}
  - {THIRD}
  - {{kind: heading, text: 往后的打算}}
  - 明年的打算写在这里^[打算以年初公布的为准。]，先做急的，再做缓的。
  - kind: table
    title: 各街道办成的事
    columns: [街道, 路灯, {{title: 电梯, type: number}}, {{title: 服务点, type: number}}]
    rows: [[东街道, 换了新灯, 12, 31], [西街道, 还没有换, 45, 62], [南街道, 换了一半, 78, 93]]
"""
Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    return every_kind_with(tmp_path_factory.mktemp("edits"), BLOCKS)


def compared(built: tuple[bytes, bytes], change: Change, part: str = edit.MAIN) -> Report:
    found = Diagnostics()
    report = read_and_compare(built[0], edit.edited(built[1], change, part), "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return report


def set_words(element: Any, text: str) -> None:
    first, *rest = element.iter(f"{W}t")
    first.text = text
    for one in rest:
        one.text = ""


def say(words: str, text: str) -> Change:
    return lambda root: set_words(paragraph(root, words), text)


def beside(words: str, text: str, *, before: bool = False, then: str = "") -> Change:
    """A new paragraph, and the one beside it changed."""

    def change(root: Any) -> None:
        found = paragraph(root, words)
        made = copy.deepcopy(found)
        set_words(made, text)
        (found.addprevious if before else found.addnext)(made)
        if then:
            set_words(found, then)

    return change


def mark(name: str, **values: str) -> Any:
    found = etree.Element(f"{W}{name}")
    for key, value in {"id": "9001", "author": "某人", **values}.items():
        found.set(f"{W}{key}", value)
    return found


def run(text: str) -> Any:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = text
    return made


def wrapped(element: Any, name: str) -> None:
    """All runs of a paragraph and its end as one tracked change."""
    for one in element.findall(f"{W}r"):
        place = mark(name)
        one.addprevious(place)
        place.append(one)
    for one in element.iter(f"{W}t") if name == "del" else ():
        one.tag = f"{W}delText"
    properties = element.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        element.insert(0, properties)
    etree.SubElement(properties, f"{W}rPr").append(mark(name))


def delete_tracked(root: Any) -> None:
    wrapped(paragraph(root, SECOND), "del")


def insert_tracked(root: Any) -> None:
    made = copy.deepcopy(paragraph(root, SECOND))
    set_words(made, NEW)
    wrapped(made, "ins")
    paragraph(root, SECOND).addnext(made)


def move_tracked(root: Any) -> None:
    found = paragraph(root, FIRST)
    made = copy.deepcopy(found)
    wrapped(found, "moveFrom")
    wrapped(made, "moveTo")
    paragraph(root, THIRD).addnext(made)


def insert_sentence_tracked(root: Any) -> None:
    place = mark("ins")
    place.append(run("居民都说好。"))
    paragraph(root, SECOND).append(place)


def comment(root: Any) -> None:
    found = paragraph(root, SECOND)
    found.insert(1, mark("commentRangeStart"))
    found.append(mark("commentRangeEnd"))
    found.append(run(""))
    found[-1].append(mark("commentReference"))


def hide(root: Any) -> None:
    made = run("内部备注，不公开。")
    made.insert(0, etree.Element(f"{W}rPr"))
    made[0].append(etree.Element(f"{W}vanish"))
    paragraph(root, SECOND).append(made)


def box(root: Any) -> None:
    names = f'xmlns:w="{W[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml"'
    inner = "<w:txbxContent><w:p><w:r><w:t>请核对这一段</w:t></w:r></w:p></w:txbxContent>"
    paragraph(root, SECOND).append(
        etree.fromstring(f"<w:r {names}><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>")
    )


def styled(style: str) -> Change:
    """A new paragraph of the text in a style that stands elsewhere in the draft."""

    def change(root: Any) -> None:
        made = etree.Element(f"{W}p")
        properties = etree.SubElement(made, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
        made.append(run(NEW))
        paragraph(root, SECOND).addnext(made)

    return change


def galleried(root: Any) -> None:
    """New text in a control that says it is contents."""
    control = etree.Element(f"{W}sdt")
    part = etree.SubElement(etree.SubElement(control, f"{W}sdtPr"), f"{W}docPartObj")
    etree.SubElement(part, f"{W}docPartGallery").set(f"{W}val", "Table of Contents")
    made = etree.SubElement(etree.SubElement(control, f"{W}sdtContent"), f"{W}p")
    made.append(run(NEW))
    paragraph(root, SECOND).addnext(control)


def formula(root: Any) -> None:
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    paragraph(root, SECOND).append(etree.fromstring(f"<m:oMath {names}><m:r><m:t>x=500</m:t></m:r></m:oMath>"))


def pronounced(root: Any) -> None:
    """Word's 拼音指南 on all words of a paragraph."""
    for one in paragraph(root, SECOND).findall(f"{W}r"):
        made = etree.Element(f"{W}r")
        one.addprevious(made)
        ruby = etree.SubElement(made, f"{W}ruby")
        etree.SubElement(ruby, f"{W}rt").append(run("pīn"))
        etree.SubElement(ruby, f"{W}rubyBase").append(one)


def cut_in_two(root: Any) -> None:
    found = paragraph(root, SECOND)
    made = copy.deepcopy(found)
    at = SECOND.index("，") + 1
    set_words(found, SECOND[:at])
    set_words(made, SECOND[at:])
    found.addnext(made)


def join(root: Any) -> None:
    found = paragraph(root, FIRST)
    following = found.getnext()
    for one in following.findall(f"{W}r"):
        found.append(one)
    following.getparent().remove(following)


def row(root: Any, words: str) -> Any:
    return next(paragraph(root, words).iterancestors(f"{W}tr"))


def move_row(root: Any) -> None:
    row(root, "东街道").addprevious(row(root, "南街道"))


def swap_cells(root: Any) -> None:
    cells = row(root, "西街道").findall(f"{W}tc")
    cells[1].addprevious(cells[2])


def merge_cells(root: Any) -> None:
    first, second = row(root, "西街道").findall(f"{W}tc")[:2]
    for one in second.findall(f"{W}p"):
        first.append(one)
    second.getparent().remove(second)


def add_row(root: Any) -> None:
    made = copy.deepcopy(row(root, "南街道"))
    for cell, text in zip(made.findall(f"{W}tc"), ("北街道", "刚刚开始", "5", "6"), strict=True):
        set_words(cell, text)
    row(root, "南街道").addnext(made)


def plain_number(root: Any) -> None:
    """The field of a caption's number replaced by what it says."""
    for one in list(paragraph(root, "表").iter(f"{W}fldChar", f"{W}instrText")):
        one.getparent().getparent().remove(one.getparent())


def plain_note(root: Any) -> None:
    found = next(root.iter(f"{W}footnoteReference")).getparent()
    found.remove(found[-1])
    etree.SubElement(found, f"{W}t").text = "①"


def drop_note(root: Any) -> None:
    found = next(one for one in root.iter(f"{W}footnoteReference")
                 if words_of(next(one.iterancestors(f"{W}p"))).startswith("明年的打算"))  # fmt: skip
    found.getparent().getparent().remove(found.getparent())


def red(root: Any) -> None:
    for one in paragraph(root, SECOND).findall(f"{W}r"):
        one.insert(0, etree.Element(f"{W}rPr"))
        etree.SubElement(one[0], f"{W}color").set(f"{W}val", "FF0000")


def controlled(root: Any) -> None:
    found = paragraph(root, SECOND)
    control = etree.Element(f"{W}sdt")
    found.addprevious(control)
    etree.SubElement(control, f"{W}sdtContent").append(found)


def add_heading(root: Any) -> None:
    made = copy.deepcopy(paragraph(root, "往后的打算"))
    set_words(made, "新添的小标题")
    paragraph(root, SECOND).addprevious(made)


def swap_far(root: Any) -> None:
    one, other = paragraph(root, FIRST), paragraph(root, "明年的打算")
    place = etree.Element("place")
    one.addprevious(place)
    other.addprevious(one)
    place.addprevious(other)
    place.getparent().remove(place)


@pytest.mark.parametrize(
    "change",
    [comment, hide, cut_in_two, join, plain_number, red, controlled, merge_cells, pronounced,
     edit.replace("已经换好", " 已经 换好\u3000")],
)  # fmt: skip
def test_what_prints_the_same_words_is_equal(built: tuple[bytes, bytes], change: Change) -> None:
    assert compared(built, change).differences == ()


Told = list[tuple[str, str, str]]
ENDED = SECOND.replace("年底前再换8部。", "明年再说。")
CASES: dict[str, tuple[Change, Told]] = {
    "added below a changed end": (beside(SECOND, NEW, then=ENDED), [("figure", SECOND, ENDED), ("extra", "", NEW)]),
    "added below a changed figure": (
        beside(FIRST, NEW, then=FIRST.replace("37", "73")),
        [("figure", FIRST, FIRST.replace("37", "73")), ("extra", "", NEW)],
    ),
    "added above a changed beginning": (
        beside(SECOND, NEW, before=True, then=SECOND.replace("第二件事是", "另一件是")),
        [("text", SECOND, SECOND.replace("第二件事是", "另一件是")), ("extra", "", NEW)],
    ),
    "added above, much like it": (
        beside(FIRST, FIRST[:20] + "另外的说法。", before=True, then=FIRST.replace("37", "73")),
        [("extra", "", FIRST[:20] + "另外的说法。"), ("figure", FIRST, FIRST.replace("37", "73"))],
    ),
    "one gone, the next changed": (
        lambda root: (edit.drop(FIRST)(root), say(SECOND, ENDED)(root)),
        [("missing", FIRST, ""), ("figure", SECOND, ENDED)],
    ),
    "both sides of a joint": (
        lambda root: (say(FIRST, FIRST[:-7] + "好多了。")(root), say(SECOND, "另一" + SECOND[2:])(root)),
        [("text", FIRST, FIRST[:-7] + "好多了。"), ("text", SECOND, "另一" + SECOND[2:])],
    ),
    "all new": (say(SECOND, NEW), [("figure", SECOND, NEW)]),
    "deleted, tracked": (delete_tracked, [("missing", SECOND, "")]),
    "inserted, tracked": (insert_tracked, [("extra", "", NEW)]),
    "moved, tracked": (move_tracked, [("order", FIRST, FIRST)]),
    "a sentence, tracked": (insert_sentence_tracked, [("text", SECOND, SECOND + "居民都说好。")]),
    "a word gone at the beginning": (say(SECOND, SECOND[4:]), [("text", SECOND, SECOND[4:])]),
    "a sentence gone at the end": (say(FIRST, FIRST[:-9]), [("text", FIRST, FIRST[:-9])]),
    "full-width digits": (edit.replace("12部", "１２部"), [("figure", SECOND, SECOND.replace("12", "１２"))]),
    "another unit": (edit.replace("12部", "12万部"), [("figure", SECOND, SECOND.replace("12部", "12万部"))]),
    "half-width comma": (edit.replace("更新，", "更新,"), [("text", SECOND, SECOND.replace("更新，", "更新,"))]),
    "twice": (beside(SECOND, SECOND), [("extra", "", SECOND)]),
    "a formula": (formula, [("figure", SECOND, SECOND + "x=500")]),
    "text in a box": (box, [("extra", "", "请核对这一段")]),
    "places changed": (swap_far, [("order", FIRST, FIRST), ("order", "", "")]),
    "a row moved": (move_row, [("order", "", "")]),
    "cells changed places": (swap_cells, [("order", "", "")]),
    "a row added": (add_row, [("extra", "", "北街道\n刚刚开始\n5\n6")]),
    "a row gone": (edit.drop_row("西街道"), [("missing", "西街道还没有换4562", "")]),
    "a mark typed": (plain_note, [("note", "", "")]),
    "a note gone": (drop_note, [("text", "", ""), ("note", "", "")]),
    "a heading gone": (edit.drop("往后的打算"), [("heading", "", "")]),
    "a heading added": (add_heading, [("heading", "", "（N）新添的小标题"), ("heading", "", "")]),
}


@pytest.mark.parametrize("name", CASES)
def test_the_report_says_what_a_person_would_say(built: tuple[bytes, bytes], name: str) -> None:
    """ "": whatever is said there; of a list the order does not matter."""
    change, wanted = CASES[name]
    found = compared(built, change).differences
    assert len(found) == len(wanted), found
    left = list(wanted)
    for one in found:
        told = next(
            (
                it
                for it in left
                if it[0] == one.kind and _fits(one.printed, it[1]) and _fits(one.drafted, it[2], one.kind)
            ),
            None,
        )
        assert told is not None, (one, left)
        left.remove(told)
        assert one.page > 1 and one.heading if one.kind != "note" else one.page > 1, one


def _fits(said: str, wanted: str, kind: str = "") -> bool:
    if kind == "heading" and wanted:
        return said.endswith(wanted.rpartition("）")[2])
    return not wanted or said == wanted


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_the_report_is_readable_in_both_languages(
    built: tuple[bytes, bytes], name: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = compared(built, CASES[name][0])
    monkeypatch.setattr(sys, "argv", ["reportgen", "--lang", lang])
    lines = list(as_lines(report, ("booklet.pdf", "draft.docx"), None))
    count = len(report.differences)
    assert lines[-1] == (f"共 {count} 处不同。" if lang == "zh" else f"{count} difference{'s' * (count != 1)}.")
    assert all(len(line) <= 240 and "\n" not in line for line in lines)
    places = [line for line in lines if line.startswith("  第 " if lang == "zh" else "  page ")]
    assert len(places) == count


def style_ids(draft: bytes) -> dict[str, str]:
    """The styles of paragraphs of a Word file, by name."""
    found: dict[str, str] = {}

    def read(root: Any) -> None:
        for one in root.iterfind(f"{W}style[@{W}type='paragraph']"):
            found[one.find(f"{W}name").get(f"{W}val")] = one.get(f"{W}styleId")

    edit.edited(draft, read, "word/styles.xml")
    return found


MARKS = ("稿次", "封面信息项", "封面信息", "签字标题", "填改说明标题", "说明要点", "说明小标题", "说明表头",
         "说明表文字", "说明编号", "样例", "自查", "toc 1", "table of figures", "目录标题")  # fmt: skip


def test_a_paragraph_in_a_style_of_the_marks_is_no_mark_in_the_text(built: tuple[bytes, bytes]) -> None:
    ids = style_ids(built[1])
    changes = {name: styled(ids[name]) for name in MARKS if name in ids}
    assert len(changes) > 12
    for name, change in {**changes, "gallery": galleried}.items():
        told = [(one.kind, one.printed, one.drafted.removeprefix("1.")) for one in compared(built, change).differences]
        assert told == [("extra", "", NEW)], (name, told)
