"""Prose comes back out of the PDF character for character, blanks included (typography specification 5.1, 6.1).

Squeezed comparisons would let a blank that is layout slip into the text, or a blank of the text get lost.
"""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.charts import plates
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import GlyphRun, Page, Pages
from reportgen.fonts import FontBook, open_fonts
from reportgen.model.blocks import Paragraph
from reportgen.model.document import Booklet, Document, Edition, Report, Section
from reportgen.model.inlines import Emphasis, Inline, LineBreak, Link, Note, Prose, Strong, Text
from reportgen.model.runs import Run
from reportgen.pdf import paint
from reportgen.resolve import resolve
from reportgen.theme import load_theme
from reportgen.typeset import typeset
from reportgen.typeset.text import Look, TextSetting, place_line, set_paragraph
from support.every_kind import write_every_kind
from support.marks_reading import all_text, own_text
from support.pdf_reading import page_texts, pdf_of_content, pdftotext, poppler_texts

HAN = "的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
RARE = "𣲗𬭎㛃䶮𫖯〇々①㈠"
MARKS = "，。、；：？！“”‘’（）《》〈〉【】——……～—％℃"
LATIN = "ABCxyz0123456789"
WORDS = [
    "gross domestic product",
    "don’t",
    "GDP",
    "5.2%",
    "R&D",
    "10 km",
    "A/B",
    "−3.5%",
    "https://www.gov.cn/a/b.html",
    "state-of-the-art",
    "COVID-19",
    "F-16",
    "A-股",
]
PIECES = ["，", "。", "——", "……", "“十四五”", "《通知》", "10～20km", "王·李", "国发〔2024〕12号", "2025年6月30日"]

SAMPLE = Path(__file__).resolve().parents[2] / "content" / "qingdao-2019h1"


@cache
def fonts() -> FontBook:
    return open_fonts()


_WIDE = "[\u3400-\u9fff\U00020000-\U0003ffff〇々①㈠]"


def replaced(text: str) -> str:
    """``text`` after the replacement of 5.1: a typed blank between Han and Latin is layout from then on."""
    text = re.sub(rf"(?<={_WIDE}) (?=[A-Za-z0-9−])", "", text)
    return re.sub(rf"(?<=[A-Za-z0-9%]) (?={_WIDE})", "", text)


words = st.one_of(
    st.text(HAN, min_size=1, max_size=20),
    st.text(HAN + RARE + LATIN, min_size=1, max_size=20),
    st.sampled_from(WORDS),
    st.sampled_from(PIECES),
)
texts = st.lists(words, min_size=1, max_size=14).flatmap(
    lambda parts: st.lists(st.sampled_from(["", "", " "]), min_size=len(parts), max_size=len(parts)).map(
        lambda blanks: "".join(part + blank for part, blank in zip(parts, blanks, strict=True)).strip()
    )
)


@st.composite
def proses(draw: st.DrawFn) -> tuple[Inline, ...]:
    def plain() -> Text:
        return Text(draw(texts))

    inner: list[Inline] = []
    for kind in draw(st.lists(st.sampled_from(["text", "strong", "emphasis", "link", "break"]), max_size=4)):
        match kind:
            case "strong":
                inner.append(Strong((plain(),)))
            case "emphasis":
                inner.append(Emphasis((plain(),)))
            case "link":
                inner.append(Link("https://example.cn/a", (plain(),)))
            case "break":
                inner.append(LineBreak())
            case _:
                inner.append(plain())
    return (plain(), *inner, plain())


def words_of(inlines: tuple[Inline, ...]) -> str:
    """The text of prose, by the test's own reading of it; a forced break ends a line and is no character."""
    found = ""
    for inline in inlines:
        match inline:
            case Text(text):
                found += text
            case Strong(children) | Emphasis(children) | Link(_, children):
                found += words_of(children)
            case _:
                found += "\n"
    return found


def document(paragraphs: list[tuple[Inline, ...]]) -> Document:
    blocks = tuple(Paragraph(text=Prose(inlines)) for inlines in paragraphs)
    section = Section(id="a", name="", short="", blocks=blocks)
    report = Report(
        title="示例", issuer="示例市", edition=Edition(period="2025年", date="2025-07-15"), sections=("a.yaml",)
    )
    booklet = Booklet(
        name="x", folder=".", report=report, sections=(section,), files=("a.yaml",), register={},
        register_spots={"": Spot("a.yaml")},
    )  # fmt: skip
    return resolve(booklet, Diagnostics())


@settings(
    max_examples=60, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(st.lists(proses(), min_size=1, max_size=12))
def test_prose_is_read_back_to_the_blank(paragraphs: list[tuple[Inline, ...]]) -> None:
    pages = typeset(document(paragraphs), load_theme("civic"), fonts(), {}, Diagnostics())
    wanted = "".join(replaced(words_of(inlines)).replace("\n", "") for inlines in paragraphs)
    assert own_text(pages).replace("\u00ad", "") == wanted
    pdf = paint(pages, fonts())
    painted = [all_text(page) for page in pages.pages]
    assert page_texts(pdf) == painted
    assert poppler_texts(pdf) == painted


def inserted(painted: str, found: str) -> list[int]:
    """Where in ``painted`` a reader has put a blank of its own; both must be the same otherwise."""
    places, at = [], 0
    for char in found:
        if at < len(painted) and char == painted[at]:
            at += 1
        else:
            assert char == " ", (painted[max(at - 20, 0) : at], char, painted[at : at + 20])
            places.append(at)
    assert at == len(painted)
    return places


def boxes_of(page: Page) -> set[int]:
    """Where in a page's text another box begins: on another line, or apart by as much as a blank is wide."""
    found: set[int] = set()
    at, before = 0, None
    for mark in page.marks:
        if isinstance(mark, GlyphRun):
            if before is not None and (abs(mark.y - before.y) > before.size / 2 or _apart(before, mark) > 0.2):
                found.add(at)
            at, before = at + len(mark.text), mark
    return found


def _apart(run: GlyphRun, following: GlyphRun) -> float:
    """The blank between two runs, in em of the smaller."""
    face = fonts().face(run.face)
    width = sum(face.advance(glyph) + run.spacing for glyph in run.glyphs) + sum(run.shifts or ())
    return (following.x - run.x - width * run.size / 1000) / min(run.size, following.size)


def every_page(kind: str, theme: str, folder: Path) -> Pages:
    """The sample's pages, or those of a report with every kind of block."""
    project = write_every_kind(folder / "every") if kind == "every kind" else folder / "sample"
    if kind == "sample":
        shutil.copytree(SAMPLE, project)
    report = project / "report.yaml"
    report.write_text(re.sub(r"(?m)^theme:.*$", "", report.read_text("utf-8")) + f"\ntheme: {theme}\n", "utf-8")
    sink = Diagnostics()
    loaded = load_project(project, sink)
    assert loaded.booklet is not None
    found = resolve(loaded.booklet, sink)
    look = load_theme(theme)
    return typeset(found, look, fonts(), plates(found, look, fonts(), look.page.measure, sink), sink)


@pytest.mark.parametrize("theme", ["civic", "official"])
@pytest.mark.parametrize("kind", ["sample", "every kind"])
def test_all_that_readers_add_is_a_blank_between_boxes(kind: str, theme: str, tmp_path: Path) -> None:
    """Rows of a table of contents, cells, labels and cards: words apart on the page are words apart in the text."""
    pages = every_page(kind, theme, tmp_path)
    pdf = paint(pages, fonts())
    added = 0
    for page, google, poppler in zip(pages.pages, page_texts(pdf), poppler_texts(pdf), strict=True):
        painted = all_text(page).replace("\u00ad", "\ufffe")
        boxes = boxes_of(page)
        for found in (google, poppler.replace("\u00ad", "\ufffe")):
            places = inserted(painted, found)
            added += len(places)
            assert boxes.issuperset(places), [painted[max(at - 9, 0) : at + 9] for at in places if at not in boxes]
    assert added > 50


def test_a_figure_and_its_unit_are_one_word(tmp_path: Path) -> None:
    pages = every_page("sample", "civic", tmp_path)
    cards = {"860万人", "2.1亿元", "136.7万户", "64%"}
    pdf = paint(pages, fonts())
    for texts in (page_texts(pdf), poppler_texts(pdf)):
        assert {card for card in cards if card in "".join(texts)} == cards


def test_a_note_mark_in_a_loose_line_has_no_blank_beside_it() -> None:
    """The line tells its text itself (5.1); a mark above its baseline is part of it."""
    word = "Pneumonoultramicroscopicsilicovolcanoconiosisandmoreofthesameword"
    inlines = (Text("这里是注"), Note((Text("甲"),)), Text("又一注"), Note((Text("乙"),)), Text("末" + word + "。"))
    pages = typeset(document([inlines]), load_theme("civic"), fonts(), {}, Diagnostics())
    runs = [mark for mark in pages.pages[0].marks if isinstance(mark, GlyphRun)]
    assert any(run.actual and run.text == "①" for run in runs)  # the first line is loose
    pdf = paint(pages, fonts())
    assert page_texts(pdf)[0].startswith("这里是注①又一注②末")
    assert poppler_texts(pdf)[0].startswith("这里是注①又一注②末")


def pages_of_lines(text: str, measure: float, face: str = "song-regular") -> tuple[list[str], Pages]:
    """``text`` set to a measure, as it reads line by line, and on a page."""
    setting = TextSetting(fonts(), Diagnostics(), load_theme("civic").typography)
    lines = set_paragraph(setting, (Run(text),), Look(face, face, 10.5, "#000000"), measure)
    marks = [mark for at, line in enumerate(lines) for mark in place_line(line, 50, 50 + 20 * at)]
    pages = Pages((Page(400, 800, "1", tuple(marks)),), (), "", "", "", "", "zh-CN", "2025-01-01")
    return ["".join(run.text for run in line.runs) for line in lines], pages


@pytest.mark.parametrize("face", ["song-regular", "kai-regular", "hei-bold"])
def test_an_authors_hyphen_at_a_lines_end_is_text(face: str) -> None:
    """Readers take it for one that hyphenation added: both engines would drop it."""
    text = "甲乙丙state-of-the-art-and-well-known丁戊己庚COVID-19与e-mail甲-A股F-16战斗机，"
    text += "vice-主任𣲗-a𣲗县A-𣲗区甲--乙--丙"
    ends = 0
    for measure in range(40, 200, 7):
        lines, pages = pages_of_lines(text, measure, face)
        ends += sum(line.endswith("-") for line in lines[:-1])
        pdf = paint(pages, fonts())
        assert page_texts(pdf) == [text], measure
        for options in ((), ("-raw",), ("-layout",)):
            found = pdftotext(pdf, *options).replace("\f", "").splitlines()
            assert "".join(line.strip(" ") for line in found) == text, (measure, options)
    assert ends > 20


@pytest.mark.parametrize("face", ["song-regular", "hei-bold"])
def test_a_hyphen_with_a_blank_behind_it_at_a_lines_end_is_text(face: str) -> None:
    text = "甲乙pre- and post-war丙丁the first- and second-rate戊己庚a - b and c- d"
    ends = 0
    for measure in range(40, 200, 7):
        lines, pages = pages_of_lines(text, measure, face)
        ends += sum(line.endswith("- ") for line in lines[:-1])
        pdf = paint(pages, fonts())
        assert page_texts(pdf) == [text], measure
        assert "".join(pdftotext(pdf, "-raw").replace("\f", "").splitlines()) == text, measure
    assert ends > 5


def test_the_blanks_beside_a_ligature_are_text() -> None:
    """A ligature is a letter: as a Han character it would have taken the blank for layout."""
    for measure in range(40, 200, 7):
        lines, pages = pages_of_lines("of ﬁsh office ﬂow and eﬀort", measure)
        assert "".join(lines) == "of ﬁsh office ﬂow and eﬀort"
        assert poppler_texts(paint(pages, fonts())) == ["of ﬁsh office ﬂow and eﬀort"]


def test_a_soft_hyphen_is_read_back_only_where_it_is_drawn() -> None:
    """PDFium gives it as U+FFFE, for its callers to join the word; not drawn, it is no text."""
    text = "甲乙丙丁in\u00adter\u00adna\u00adtion\u00adal\u00adization戊己\u00ad庚\u200d，A\u00ad\u200dB\u00ad"
    ends = 0
    for measure in range(40, 200, 7):
        lines, pages = pages_of_lines(text, measure)
        ends += sum(line.endswith("\u00ad") for line in lines)
        assert "".join(lines).replace("\u00ad", "") == text.replace("\u00ad\u200d", "").replace("\u00ad", "")
        assert "\u00ad" not in "".join(line[:-1] for line in lines)
        pdf = paint(pages, fonts())
        assert page_texts(pdf) == ["".join(lines).replace("\u00ad", "\ufffe")], measure
        for options in ((), ("-raw",), ("-layout",)):
            found = pdftotext(pdf, *options).replace("\f", "").splitlines()
            assert "".join(line.strip(" ") for line in found) == "".join(lines), (measure, options)
    assert ends > 8


@pytest.mark.parametrize(
    "text",
    [
        "甲乙10\u00a0km丙丁20\u00a0km戊己庚a\u00a0b辛A\u00a0甲",
        "长10\u2009km丙丁20\u202fkm戊己庚a\u2002b辛一\u2003二三",
        "张 三",
        "a b c",
        "赵 甲、钱 乙、孙 丙、李 丁、周 戊",
        "甲the quick brown fox, jumps over the lazy dog; R&D of its own乙",
    ],
)
def test_blanks_are_read_back_as_they_are(text: str) -> None:
    """Poppler makes a space of any blank, and nothing of the blanks of a line whose words have one character each."""
    for measure in range(40, 200, 7):
        lines, pages = pages_of_lines(text, measure)
        assert "".join(lines) == text
        pdf = paint(pages, fonts())
        assert page_texts(pdf) == [text], measure
        for options in ((), ("-raw",), ("-layout",)):
            found = pdftotext(pdf, *options).replace("\f", "").splitlines()
            assert "".join(line.lstrip(" ") for line in found) == text, (measure, options)


def test_a_blank_of_another_look_than_its_word_is_read_back() -> None:
    setting = TextSetting(fonts(), Diagnostics(), load_theme("civic").typography)
    look = Look("song-regular", "song-bold", 10.5, "#000000")
    runs = (Run("甲乙abcdef", strong=True), Run(" ghijkl mnop丙丁"), Run(" ", strong=True), Run("戊"))
    text = "甲乙abcdef ghijkl mnop丙丁 戊"
    for measure in range(40, 140, 5):
        lines = set_paragraph(setting, runs, look, measure)
        marks = [mark for at, line in enumerate(lines) for mark in place_line(line, 50, 50 + 20 * at)]
        pdf = paint(Pages((Page(400, 800, "1", tuple(marks)),), (), "", "", "", "", "zh-CN", "2025-01-01"), fonts())
        assert page_texts(pdf) == [text], measure
        assert poppler_texts(pdf) == [text], measure


@pytest.mark.parametrize("content", ["(a  b)Tj", "/Span<</ActualText(a  b)>>BDC(a  b)Tj EMC", "(a )Tj( b)Tj"])
def test_two_blanks_are_one_to_pdfium_whatever_is_written(content: str) -> None:
    """The exception that docs/typesetting.md 5.1 names is the reader's own: drop it once this fails."""
    pdf = pdf_of_content(f"BT /F 10 Tf 50 100 Td {content} ET")
    assert page_texts(pdf) == ["a b"]
    assert set_twice("a  b") == ["a b"]


def set_twice(text: str) -> list[str]:
    return page_texts(paint(pages_of_lines(text, 100)[1], fonts()))


def test_characters_beyond_the_bmp_have_no_blank_between_them() -> None:
    """Nothing can be told there (PDFium drops them from an ActualText): no gap that could be one opens."""
    text = "甲乙𣲗𣲗丙丁𬭎𣲗𣲗戊己𣲗庚，𣲗、𣲗辛𣲗𣲗𣲗𣲗壬"
    loose = 0
    for measure in range(30, 200, 7):
        _, pages = pages_of_lines(text, measure)
        loose += sum(isinstance(mark, GlyphRun) and mark.actual for mark in pages.pages[0].marks)
        pdf = paint(pages, fonts())
        assert page_texts(pdf) == [text], measure
        assert poppler_texts(pdf) == [text], measure
    assert loose > 10


def test_narrow_marks_of_a_face_with_a_wide_space_stand_by_their_words() -> None:
    text = "他说:\"半角引号\"和'单引号',还有(半角括号)[方括号]{花}.句点!"
    for measure in range(60, 200, 3):
        _, pages = pages_of_lines(text, measure, "kai-regular")
        assert page_texts(paint(pages, fonts())) == [text], measure
