"""Forms filled in on a screen: as a library takes them apart, as PDFium and Poppler show them, and read back."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Field, FieldLook, Page
from reportgen.drawing import Path as PathMark
from reportgen.fonts import OwnFile, OwnFonts, open_fonts
from reportgen.pdf import FILLABLE, paint
from reportgen.resolve import resolve
from reportgen.theme import apply, load_theme, theme_names
from reportgen.typeset import form_pages, forms_of, typeset
from support.filling import Reader, Widget, changed, inside, poppler_picture, values, widgets
from support.forms import NAMES, write_forms
from support.own_fonts import build
from support.pages import pages_of, run_of
from support.pdf_reading import character_boxes, font_rows, opened, page_texts, qpdf_complaints

BOTH = "  - {kind: ballot}\n  - {kind: opinions, back: true}\n"
FEWER = "  - {kind: ballot}\n  - {kind: opinions, back: true, reply: false}\n"
Made = tuple[bytes, bytes, list[Page]]  # the form, the booklet, the pages of the booklet that are forms


def made(
    folder: Path, blocks: str, *, names: Sequence[str] = NAMES, theme: str = "official", trim: str = "null"
) -> Made:
    write_forms(folder, blocks, names=names, theme=theme, trim=trim)
    sink = Diagnostics()
    loaded = load_project(folder, sink, "demo")
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, sink)
    fonts = open_fonts()
    pages = typeset(document, apply(load_theme(theme), loaded.booklet.report.page), fonts, {}, sink)
    assert not sink.has_errors, list(sink)
    booklet = paint(pages, fonts)
    labels = {page.label for page in form_pages(pages.pages)}
    form = paint(forms_of(document, form_pages(pages.pages)), fonts, FILLABLE)
    return form, booklet, [page for page in pages.pages if page.label in labels]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The forms of an official A4 booklet."""
    return made(tmp_path_factory.mktemp("forms") / "p", BOTH, names=NAMES[:3])


def all_widgets(pdf: bytes) -> list[Widget]:
    return list(widgets(opened(pdf)))


def boxes(page: Page) -> list[tuple[float, ...]]:
    """The squares that are drawn on a page, with y up."""
    found = []
    for mark in page.marks:
        if isinstance(mark, PathMark) and mark.stroke and mark.fill and len(mark.segments) == 5:
            xs = [segment[1] for segment in mark.segments if segment[0] in "ML"]
            ys = [page.height - segment[2] for segment in mark.segments if segment[0] in "ML"]
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


@pytest.mark.parametrize("trim", ["null", "A5"])
@pytest.mark.parametrize("theme", theme_names())
def test_every_field_is_sound_and_lies_on_its_box(theme: str, trim: str, tmp_path: Path) -> None:
    form, booklet, pages = made(tmp_path / "p", FEWER if trim == "A5" else BOTH, theme=theme, trim=trim)
    assert qpdf_complaints(form) == ""
    document = opened(form)
    assert document.check_pdf_syntax() == []
    assert len(document.pages) == len(pages)
    for sheet, page in zip(document.pages, pages, strict=True):
        assert [round(float(side), 2) for side in sheet.mediabox] == [0, 0, round(page.width, 2), round(page.height, 2)]
        assert sheet.obj.Tabs == "/R"
    form_entry = document.Root.AcroForm
    assert "/NeedAppearances" not in form_entry and "/XFA" not in form_entry
    seen = all_widgets(form)
    for one in seen:
        assert one.own.P.objgen == document.pages[one.page].obj.objgen
        assert int(one.own.F) == 4, "printed, neither hidden nor locked"
        assert str(one.own.TU), "read out"
        if one.field.FT == "/Btn":
            assert any(one.box == pytest.approx(box, abs=0.002) for box in boxes(pages[one.page]))
            assert int(one.field.get("/Ff", 0)) == 0
            states = one.own.AP.N
            assert one.own.AS == one.field.V == "/Off" and len(states.keys()) == 2
            for state in states:
                assert states[state].Subtype == "/Form"
                assert [float(side) for side in states[state].BBox][2:] == pytest.approx([12.756, 12.756])
                assert b" Tf" not in states[state].read_bytes(), "no font, ours or the reader's"
            assert states["/Off"].read_bytes() == b""
        else:
            assert str(one.field.V) == ""
            assert "/T1" in form_entry.DR.Font and str(one.field.DA).startswith("/T1 ")
    assert len({one.name for one in seen if one.field.FT == "/Tx"}) == sum(one.field.FT == "/Tx" for one in seen)
    for action in (b"/JavaScript", b"/JS", b"/SubmitForm", b"/AA"):
        assert action not in form
    assert "/AcroForm" not in opened(booklet).Root, "what is printed and kept has nothing to fill in"


def test_names_are_made_of_ids_and_words_are_read_out(filled: Made) -> None:
    seen = all_widgets(filled[0])
    rows = [one for one in seen if one.page == 0]
    assert [one.name for one in rows] == [f"forms.d{row}" for row in range(3) for _ in range(4)], "in reading order"
    assert [one.ticked for one in rows] == ["/1", "/2", "/3", "/4"] * 3
    assert str(rows[4].field.TU) == "市教育局：满意度"
    assert [str(one.own.TU) for one in rows[4:8]] == [
        f"市教育局：{grade}" for grade in ("满意", "基本满意", "不满意", "不了解")
    ]
    assert {one.name.partition(".")[2] for one in seen if one.page > 0} == {
        *(f"topic-{number}" for number in range(1, 13)), "topic-other", "department", "opinion", "reply", "person-1",
        "person-2", "overleaf",
    }  # fmt: skip
    opinion = next(one for one in seen if one.name == "forms#2.opinion")
    assert int(opinion.field.Ff) == 1 << 12, "several lines"
    assert "/Ff" not in next(one for one in seen if one.name == "forms#2.person-1").field


def test_the_pages_are_those_of_the_booklet_without_what_is_on_paper_alone(filled: Made) -> None:
    form, booklet, pages = filled
    printed = [text for text in page_texts(booklet) if "评议表" in text or "意见建议" in text]
    shown = page_texts(form)
    assert len(shown) == len(printed) == 3
    stubs = (Counter("沿虚线撕下本页，对折后投入票箱"), Counter("沿虚线撕下本页，投入意见箱或交给工作人员"), Counter())
    for on_paper, on_screen, stub in zip(printed, shown, stubs, strict=True):
        assert Counter(on_paper) - Counter(on_screen) == stub and not Counter(on_screen) - Counter(on_paper)
    with opened(form) as document:
        assert str(document.docinfo.Title) == "部门工作评议表、意见建议征集表"
        assert str(document.docinfo.Subject) == "示例"
    number = next(at for at, text in enumerate(page_texts(booklet)) if "评议表" in text)
    difference = changed(poppler_picture(booklet, number), poppler_picture(form, 0))
    assert difference is not None and difference[2] < 28 / 25.4 * 72, "the stub is in the gutter, all else is the same"
    assert (
        pages[0].label in [text[-len(pages[0].label) - 2 :].strip("— ") for text in shown] or pages[0].label in shown[0]
    )


def test_a_click_ticks_clears_the_others_and_clears(filled: Made) -> None:
    first, second, *_ = all_widgets(filled[0])
    with Reader(filled[0]) as reader:
        empty = reader.picture(0)
        reader.click(first)
        ticked = reader.picture(0)
        assert inside(changed(empty, ticked), first.box)
        assert values(reader.saved())["forms.d0"] == "/1"
        reader.click(second)
        other = reader.picture(0)
        assert inside(changed(empty, other), second.box), "the first is empty again"
        assert values(reader.saved())["forms.d0"] == "/2"
        reader.click(second)
        assert changed(empty, reader.picture(0)) is None, "who touched a row can still abstain"
        assert values(reader.saved())["forms.d0"] == "/Off"
        assert set(values(reader.saved()).values()) == {"/Off", ""}, "and no other row has changed"


def test_topics_are_ticked_each_by_itself(filled: Made) -> None:
    topics = [one for one in all_widgets(filled[0]) if ".topic-" in one.name and one.field.FT == "/Btn"]
    with Reader(filled[0]) as reader:
        empty = reader.picture(1)
        for topic in topics[:2]:
            reader.click(topic)
        found = values(reader.saved())
        assert [found[topic.name] for topic in topics[:3]] == ["/Yes", "/Yes", "/Off"]
        row = (topics[0].box[0], topics[0].box[1], topics[1].box[2], topics[1].box[3])
        assert inside(changed(empty, reader.picture(1)), row)
        reader.click(topics[0])
        assert inside(changed(empty, reader.picture(1)), topics[1].box)


def test_what_is_typed_is_shown_and_kept(filled: Made) -> None:
    person, opinion = (
        next(one for one in all_widgets(filled[0]) if one.name == f"forms#2.{name}") for name in ("person-2", "opinion")
    )
    with Reader(filled[0]) as reader:
        empty = reader.picture(1)
        reader.write(person, "13800000000")
        typed = reader.picture(1)
        assert inside(changed(empty, typed), person.box)
        reader.write(opinion, "Bus 12\r\nBus 13\r\n第三行")
        assert inside(changed(typed, reader.picture(1)), opinion.box)
        saved = reader.saved()
    found = values(saved)
    assert found["forms#2.person-2"] == "13800000000"
    assert found["forms#2.opinion"].splitlines() == ["Bus 12", "Bus 13", "第三行"]
    assert inside(changed(poppler_picture(filled[0], 1), poppler_picture(saved, 1)), union(person, opinion))


def union(one: Widget, other: Widget) -> tuple[float, float, float, float]:
    return (
        min(one.box[0], other.box[0]), min(one.box[1], other.box[1]), max(one.box[2], other.box[2]),
        max(one.box[3], other.box[3]),
    )  # fmt: skip


def test_a_library_ticks_a_box_and_poppler_shows_our_tick(filled: Made) -> None:
    document = opened(filled[0])
    second = list(widgets(document))[5]
    second.field.V = second.own.AS = pikepdf.Name(second.ticked)
    stream = io.BytesIO()
    document.save(stream)
    assert values(stream.getvalue())["forms.d1"] == "/2"
    assert inside(changed(poppler_picture(filled[0], 0), poppler_picture(stream.getvalue(), 0)), second.box)
    with Reader(filled[0]) as empty, Reader(stream.getvalue()) as ticked:
        assert inside(changed(empty.picture(0), ticked.picture(0)), second.box)


def test_a_library_writes_chinese_and_poppler_sets_it_in_our_font(filled: Made) -> None:
    """Rare hanzi of GB/T 2312 too; no font of the machine is asked for."""
    document = opened(filled[0])
    opinion = next(one for one in widgets(document) if one.name == "forms#2.opinion")
    opinion.field.V = pikepdf.String("希望在幸福路小学门口加一座天桥，鬓爨。2026")
    document.Root.AcroForm.NeedAppearances = True
    stream = io.BytesIO()
    document.save(stream)
    difference = changed(poppler_picture(filled[0], 1), poppler_picture(stream.getvalue(), 1))
    assert inside(difference, opinion.box)
    rows = [row for row in font_rows(filled[0]) if "Song-Regular" in row["name"] or "NotoSerif" in row["name"]]
    assert rows and all(row["emb"] == row["sub"] == row["uni"] == "yes" for row in rows)
    font = document.Root.AcroForm.DR.Font.T1
    told = font.ToUnicode.read_bytes().decode("ascii")
    for char in "一鬓爨，A9":
        assert f"<{ord(char):04X}>" in told
    assert len(re.findall(r"^<[0-9A-F]{4}><[0-9A-F]{4}>$", told, re.MULTILINE)) > 7400


def test_two_ballots_and_an_id_of_its_own(tmp_path: Path) -> None:
    blocks = (
        "  - {kind: ballot, departments: [d0], title: 甲票}\n  - {kind: ballot, departments: [d0, d1], title: 乙票}\n"
        "  - {kind: ballot, departments: [d0], title: 丙票, id: third.one, groups: [年度工作, 机关效能]}\n"
    )
    form, _, _ = made(tmp_path / "p", blocks, names=NAMES[:2])
    seen = all_widgets(form)
    assert list(dict.fromkeys(one.name for one in seen)) == [
        "forms.d0", "forms#2.d0", "forms#2.d1", "third/one.d0#1", "third/one.d0#2",
    ]  # fmt: skip
    assert str(seen[-1].field.TU) == "市住房和城乡建设局：机关效能"
    assert str(seen[-1].own.TU) == "市住房和城乡建设局：机关效能：不了解"
    with opened(form) as document:
        assert str(document.docinfo.Title) == "甲票、乙票、丙票"
    with Reader(form) as reader:
        reader.click(seen[0])
        reader.click(seen[5])
        found = values(reader.saved())
    assert (found["forms.d0"], found["forms#2.d0"], found["third/one.d0#1"]) == ("/1", "/2", "/Off")


def test_sixty_departments_on_several_leaves(tmp_path: Path) -> None:
    names = [f"市第{index}工作委员会" for index in range(60)]
    form, _, pages = made(tmp_path / "p", "  - {kind: ballot, grades: [好, 一般, 差]}\n", names=names)
    seen = all_widgets(form)
    assert len(pages) > 3 and {one.page for one in seen} == set(range(len(pages)))
    rows = list(dict.fromkeys((one.page, one.name) for one in seen))
    assert [name for _, name in rows] == [f"forms.d{index}" for index in range(60)], "each on one leaf"
    assert str(seen[-1].field.TU) == "市第59工作委员会：评价"
    assert len({one.field.objgen for one in seen}) == 60
    with Reader(form) as reader:
        reader.click(seen[-1])
        assert values(reader.saved())["forms.d59"] == "/3"


def test_characters_stand_where_they_stand_in_the_booklet(filled: Made) -> None:
    """The text of the pages is not set in the font for typing, nor moved."""
    form, booklet, _ = filled
    number = next(at for at, text in enumerate(page_texts(booklet)) if "评议表" in text)
    printed, shown = character_boxes(booklet)[number], character_boxes(form)[0]
    assert set(shown) <= set(printed)


def test_text_is_typed_in_a_face_that_ships(tmp_path: Path) -> None:
    """Many licences let a font be embedded for reading and printing only, not where the text is changed."""
    build(tmp_path / "a", kind="cff")
    book = open_fonts(own=OwnFonts(faces={"song-regular": OwnFile("a")}), own_folder=tmp_path)
    look = FieldLook("song-regular", 12.0, "#123456", "#FFFFFF", ((0.0, 0.5), (0.5, 1.0), (1.0, 0.0)), 1.0)
    field = Field(40, 100, 200, 20, "text", "name", "姓名", "form", look)
    pdf = paint(pages_of([run_of(book, "中文"), field]), book, FILLABLE)
    assert qpdf_complaints(pdf) == ""
    with opened(pdf) as document:
        (page_font,) = document.pages[0].obj.Resources.Font.values()
        assert "Own" in str(page_font.BaseFont)
        assert "Own" not in str(document.Root.AcroForm.DR.Font.T1.BaseFont)
    (one,) = all_widgets(pdf)
    assert one.name == "form.name" and str(one.field.DA) == "/T1 12 Tf 0.071 0.204 0.337 rg"
    assert "/AcroForm" not in opened(paint(pages_of([run_of(book, "中文"), field]), book)).Root
