"""Text of a painted page as readers' programs give it back."""

import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.drawing import Begin, End, GlyphRun, Line, LinkArea, Rect
from reportgen.fonts import FACE_NAMES, open_fonts
from reportgen.pdf import paint
from reportgen.raster import render_page
from support.pages import pages_of, run_of
from support.pdf_reading import (
    character_boxes,
    characters_outside,
    font_rows,
    opened,
    page_texts,
    poppler_texts,
    qpdf_complaints,
)

BOOK = open_fonts()


def advance(char: str) -> float:
    face = BOOK.face("song-regular")
    return face.advance(face.glyph(char))


def content(pdf: bytes, page: int = 0) -> bytes:
    with opened(pdf) as document:
        return document.pages[page].Contents.read_bytes()


LINES = ["全市经济运行总体平稳。", "甲𠂇乙𬭎丙", "AT&T <b>R&D</b> (x) \\ 100%", "“引号”《书名》—…", "㎡℃±①"]


@pytest.mark.parametrize("line", LINES)
def test_both_engines_give_the_text(line: str) -> None:
    pdf = paint(pages_of([run_of(BOOK, line)]), BOOK)
    assert page_texts(pdf) == [line]
    assert poppler_texts(pdf) == [line]
    assert qpdf_complaints(pdf) == ""
    assert characters_outside(pdf) == []


def test_every_face_is_embedded_subset_and_speaks_unicode() -> None:
    marks = [run_of(BOOK, "全市平稳ABC123", face=face, y=60 + 30 * index) for index, face in enumerate(FACE_NAMES)]
    pdf = paint(pages_of(marks), BOOK)
    rows = font_rows(pdf)
    assert len(rows) == len(FACE_NAMES)
    for row in rows:
        assert (row["type"], row["encoding"], row["emb"], row["sub"], row["uni"]) == (
            "CID TrueType", "Identity-H", "yes", "yes", "yes",
        )  # fmt: skip
        assert re.match(r"[A-Z]{6}\+", row["name"])
    assert b"Helvetica" not in pdf and b"ASCII85" not in pdf
    assert page_texts(pdf)[0].count("全市平稳ABC123") == len(FACE_NAMES)


def test_a_font_is_written_once_however_many_pages_use_it() -> None:
    pdf = paint(pages_of(*([run_of(BOOK, f"第{n}页")] for n in range(5))), BOOK)
    assert pdf.count(b"/FontFile2") == 1
    assert len(font_rows(pdf)) == 1


def test_one_glyph_for_two_characters_gives_each_its_own() -> None:
    """U+2F00 (a radical) and U+4E00 share a glyph in Song."""
    face = BOOK.face("song-regular")
    assert face.glyph("\u2f00") == face.glyph("一") != 0
    text = "一\u2f00一\u2f00"
    pdf = paint(pages_of([run_of(BOOK, text)]), BOOK)
    assert page_texts(pdf) == [text] and poppler_texts(pdf) == [text]


def test_one_glyph_that_is_two_characters() -> None:
    shaped = BOOK.face("song-regular").shape("甲——乙")
    run = GlyphRun(
        face="song-regular", size=12, colour="#000000", x=40, y=60, glyphs=tuple(one.glyph for one in shaped),
        text="甲——乙", clusters=(1, 2, 1),
    )  # fmt: skip
    pdf = paint(pages_of([run]), BOOK)
    assert page_texts(pdf) == ["甲——乙"] and poppler_texts(pdf) == ["甲——乙"]


def test_a_missing_glyph_is_never_painted() -> None:
    with pytest.raises(ValueError, match="no glyph"):
        paint(pages_of([run_of(BOOK, "甲\ue000")]), BOOK)


WIDE_GAPS = (0.0, 250.0, 400.0, 0.0, 250.0, 0.0)


def test_visible_gaps_are_no_spaces_where_the_text_is_told() -> None:
    first = run_of(BOOK, "占GDP的", shifts=WIDE_GAPS[:5], actual=True)
    second = run_of(
        BOOK,
        "5.6𠂇",
        x=40 + 12 * (sum(map(advance, "占GDP的")) + sum(WIDE_GAPS[:5])) / 1000,
        shifts=(300.0, 300.0, 300.0, 0.0),
        actual=True,
        colour="#AA0000",
    )
    pdf = paint(pages_of([first, second]), BOOK)
    assert page_texts(pdf) == ["占GDP的5.6𠂇"]
    assert poppler_texts(pdf) == ["占GDP的5.6𠂇"]


def test_a_line_of_the_bmp_is_told_in_one_span() -> None:
    marks = [run_of(BOOK, "占GDP的", shifts=WIDE_GAPS[:5], actual=True), run_of(BOOK, "5.6", x=150, actual=True)]
    assert content(paint(pages_of(marks), BOOK)).count(b"ActualText") == 1


@pytest.mark.parametrize("gap", [100.0, 150.0, 200.0, 256.0, 400.0])
@pytest.mark.parametrize("text", ["𠂇", "甲𠂇乙丙", "𠂇甲𠂉", "市𬭎A𠂇9"])
def test_gaps_beside_a_character_beyond_the_bmp_are_no_spaces(text: str, gap: float) -> None:
    run = run_of(BOOK, text, shifts=(gap,) * len(text), actual=True)
    tail = run_of(BOOK, "尾", x=40 + 12 * (sum(map(advance, text)) + gap * len(text)) / 1000)
    pdf = paint(pages_of([run, msgspec.structs.replace(tail, actual=True)]), BOOK)
    assert poppler_texts(pdf) == [text + "尾"]
    assert page_texts(pdf) == [text + "尾"]
    untold = [msgspec.structs.replace(run, actual=False), tail]
    assert render_page(pdf, 0, 72) == render_page(paint(pages_of(untold), BOOK), 0, 72)


def test_lines_told_apart_do_not_run_into_one_span() -> None:
    marks = [
        run_of(BOOK, "上一行", y=60, actual=True),
        run_of(BOOK, "下一行", y=80, actual=True),
        run_of(BOOK, "三", y=100),
    ]
    pdf = paint(pages_of(marks), BOOK)
    assert page_texts(pdf) == ["上一行下一行三"]
    assert content(pdf).count(b"ActualText") == 2


def test_characters_stand_where_the_marks_say() -> None:
    run = run_of(BOOK, "甲乙丙", x=100, y=200, size=20, shifts=(500.0, -500.0, 0.0))
    boxes = character_boxes(paint(pages_of([run]), BOOK))[0]
    assert [box.char for box in boxes] == list("甲乙丙")
    # natural advance 20; the first gap opens by 10, the second closes by 10
    for box, left in zip(boxes, (100, 130, 140), strict=True):
        assert left - 1 <= box.left and box.right <= left + 21
    assert all(595.28 - 200 - 6 <= box.bottom <= box.top <= 595.28 - 200 + 20 for box in boxes)


def test_a_turned_run_keeps_its_text_and_reads_upward() -> None:
    boxes = character_boxes(paint(pages_of([run_of(BOOK, "甲乙", x=100, y=300, size=20, angle=90)]), BOOK))[0]
    assert [box.char for box in boxes] == ["甲", "乙"]
    assert boxes[1].bottom > boxes[0].bottom + 15 and abs(boxes[1].left - boxes[0].left) < 5


def test_a_glyph_off_the_page_is_noticed() -> None:
    """The law's own eyes are open."""
    pdf = paint(pages_of([run_of(BOOK, "甲乙", x=415, y=60)]), BOOK)
    assert [(page, box.char) for page, box in characters_outside(pdf)] == [(1, "甲"), (1, "乙")]


def test_text_order_is_painting_order_whatever_stands_between() -> None:
    marks = [
        Begin("P"), run_of(BOOK, "一", y=300), Rect(0, 0, 50, 50, "#CCCCCC"), run_of(BOOK, "二", y=100), End(),
        Line(0, 0, 9, 9, 1, "#000000"), LinkArea(0, 0, 9, 9, "https://x.cn", "网"), run_of(BOOK, "三", y=200),
    ]  # fmt: skip
    pdf = paint(pages_of(marks), BOOK)
    assert page_texts(pdf) == ["一二三"] and poppler_texts(pdf) == ["一二三"]


CHARS = st.sampled_from("全市经济，。；“”（）《》—…·𠂇𬭎㎡ABCxyz019%&<>\\(){}[]/+-=#~")
RUNS = st.lists(
    st.tuples(st.text(CHARS, min_size=1, max_size=12), st.sampled_from(FACE_NAMES), st.booleans()),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(RUNS, min_size=1, max_size=3))
def test_any_pages_give_their_text_in_order(pages: list[list[tuple[str, str, bool]]]) -> None:
    painted, said = [], []
    for runs in pages:
        marks, words = [], ""
        for index, (text, face, actual) in enumerate(runs):
            kept = "".join(char for char in text if BOOK.face(face).glyph(char))
            if kept:
                pairs = pairwise([*kept, ""])
                # no gap between two characters beyond the BMP: nothing can bridge it
                gaps = (
                    tuple(0.0 if min(one, two or "甲") > "\uffff" else 300.0 for one, two in pairs) if actual else None
                )
                marks.append(run_of(BOOK, kept, face=face, y=60 + 30 * index, shifts=gaps, actual=actual))
                words += kept
        painted.append(marks)
        said.append(words)
    pdf = paint(pages_of(*painted), BOOK)
    assert page_texts(pdf) == said
    assert poppler_texts(pdf) == said
    assert characters_outside(pdf) == []
