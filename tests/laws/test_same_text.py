"""The text of the PDF is the text of the DOCX is the text of the document, in order (furniture aside)."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Pages
from reportgen.fonts import FontBook, open_fonts
from reportgen.model.blocks import (
    DRAWN_IN_WORD,
    AnyBlock,
    Bullets,
    Callout,
    Cell,
    Column,
    Heading,
    Opening,
    Paragraph,
    Quote,
    Row,
    Table,
)
from reportgen.model.document import Booklet, Document, Edition, Report, Section
from reportgen.model.inlines import Emphasis, LineBreak, Link, Name, Note, Prose, Strong, Text
from reportgen.pdf import paint
from reportgen.resolve import resolve
from reportgen.theme import NoteLook, Theme, load_theme
from reportgen.typeset import typeset
from reportgen.word import write_draft
from support.document_words import document_words, note_words
from support.docx_reading import note_texts, paragraph_texts
from support.drafting import final
from support.every_kind import LANDSCAPE, document_of, write_every_kind
from support.marks_reading import all_text, note_text, own_text
from support.pdf_reading import character_boxes, page_texts, poppler_texts

FOOT = NoteLook()
LOOKS = [
    FOOT,
    NoteLook(restart="booklet"),
    NoteLook(marks="bracketed"),
    NoteLook(place="end"),
    NoteLook(place="end", marks="bracketed", restart="booklet"),
]
_BLANK = re.compile(r"[\s\u00a0\u202f]+")


@cache
def fonts() -> FontBook:
    return open_fonts()


def squeezed(texts: Sequence[str]) -> str:
    """Joined, without blanks: where Han meets Latin they are layout, not text (typography specification 5.1)."""
    return _BLANK.sub("", "".join(texts))


def theme_with(notes: NoteLook) -> Theme:
    return msgspec.structs.replace(final(load_theme("civic")), notes=notes)


def set_pages(document: Document, sink: Diagnostics, notes: NoteLook = FOOT) -> Pages:
    theme = theme_with(notes)
    drawn = plates(document, theme, fonts(), theme.page.measure, sink) if document.charts else {}
    return typeset(document, theme, fonts(), drawn, sink)


def on_boards(document: Document) -> Document:
    """``document`` as civic prints it: a department's number, on its board, is 01; in Word it is 一、."""
    sections = document.booklet.sections
    numbered = [one for one in document.flow if isinstance(one.block, Opening) and one.id in document.numbers]
    boards = {
        one.id: f"{number:02}" for number, one in enumerate(numbered, 1) if sections[one.section].role == "department"
    }
    return msgspec.structs.replace(document, numbers={**document.numbers, **boards})


def as_drafted(document: Document) -> Document:
    """``document`` with the marks of its notes as Word has them, which knows circled figures up to 20."""
    circled = {note.number: f"[{note.number}]" for note in document.notes if note.number > 20}
    notes = tuple(msgspec.structs.replace(one, mark=circled.get(one.number, one.mark)) for one in document.notes)
    return msgspec.structs.replace(document, notes=notes)


def check(document: Document, notes: NoteLook = FOOT) -> None:
    sink = Diagnostics()
    pages = set_pages(document, sink, notes)
    assert not sink.has_errors, list(sink)
    wanted_notes = squeezed(note_words(document))
    assert squeezed([own_text(pages)]) == squeezed(document_words(on_boards(document), printed=True))
    assert squeezed([note_text(pages)]) == wanted_notes
    pdf = paint(pages, fonts())
    painted = [squeezed([all_text(page)]) for page in pages.pages]
    assert [squeezed([text]) for text in page_texts(pdf)] == painted
    assert [squeezed([text]) for text in poppler_texts(pdf)] == painted
    pictures = {id: b"" for id, data in document.charts.items() if data.type in DRAWN_IN_WORD}
    draft = write_draft(document, theme_with(notes), pictures, None)
    drafted = as_drafted(document)
    assert squeezed(paragraph_texts(draft, contents=False)) == squeezed(document_words(drafted))
    assert squeezed(note_texts(draft)) == squeezed(note_words(drafted))


def test_every_kind_says_the_same_everywhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    check(document_of(write_every_kind(tmp_path_factory.mktemp("every"))))


def test_landscape_pages_say_the_same_everywhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    check(document_of(write_every_kind(tmp_path_factory.mktemp("turned"), LANDSCAPE)))


HAN = "的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
RARE = "𣲗𬭎㛃䶮𫖯〇々①㈠"
MARKS = "，。、；：？！“”‘’（）《》〈〉【】——……·～—％℃"
LATIN = "ABCxyz0123456789.,%+-/&<>'\"()"

words = st.one_of(
    st.text(HAN, min_size=1, max_size=30),
    st.text(HAN + MARKS + LATIN + RARE + " ", min_size=1, max_size=40),
    st.sampled_from(
        ["GDP增长5.2%", "2025年6月30日", "——", "……", "“十四五”", "《通知》", "10～20km", "DRG/DIP", "R&D", "don’t"]
    ),
)
texts = st.lists(words, min_size=1, max_size=8).map("".join).map(lambda text: text.strip(" ") or "字")


marked_in_notes = st.one_of(
    texts.map(Text),
    texts.map(lambda text: Strong((Text(text),))),
    texts.map(lambda text: Link("https://example.cn/b", (Text(text),))),
    texts.map(lambda text: Name("title", (Text(text),))),
)


def proses(texts: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Prose]:
    plain = texts.map(Text)
    marked = st.one_of(
        texts.map(lambda text: Strong((Text(text),))),
        texts.map(lambda text: Emphasis((Text(text),))),
        texts.map(lambda text: Link("https://example.cn/a", (Text(text),))),
        st.just(LineBreak()),
        st.builds(Name, st.sampled_from(["name", "title"]), texts.map(lambda text: (Text(text),))),
        st.lists(marked_in_notes, min_size=1, max_size=3).map(lambda found: Note(tuple(found))),
    )
    rest = st.lists(st.one_of(plain, marked), max_size=4)
    return st.tuples(plain, rest, plain).map(lambda parts: Prose((parts[0], *parts[1], parts[2])))


# A header that fills a page is refused, a row that goes on over the page is read page by page: cells are short here.
few = st.text(HAN + MARKS + LATIN + RARE, min_size=1, max_size=12)
short = st.text(HAN + MARKS + LATIN + RARE, min_size=1, max_size=24).map(lambda text: Prose((Text(text),)))
cells = st.one_of(
    st.tuples(words.map(Text), st.none() | words.map(lambda text: Note((Text(text.strip(" ") or "注"),)))).map(
        lambda pair: Prose(tuple(one for one in pair if one is not None))
    ),
    words.map(lambda text: Prose((Strong((Text(text),)), Name("name", (Text("某某"),))))),
    st.sampled_from(["12", "3.5", "−1.25", "12%", "—"]).map(lambda one: Prose((Text(one),))),
)


def tables() -> st.SearchStrategy[Table]:
    @st.composite
    def one(draw: st.DrawFn) -> Table:
        count = draw(st.integers(1, 5))
        columns = tuple(
            Column(title=draw(short), type=draw(st.sampled_from(("text", "number", "label")))) for _ in range(count)
        )
        rows = tuple(
            Row(cells=tuple(Cell(text=draw(cells)) for _ in range(count)), total=draw(st.booleans()))
            for _ in range(draw(st.integers(1, 6)))
        )
        title = draw(st.none() | short)
        return Table(title=title, columns=columns, rows=rows, unit=draw(st.sampled_from(["", "单位：个"])))

    return one()


leaves: st.SearchStrategy[AnyBlock] = st.one_of(
    proses().map(lambda text: Paragraph(text=text)),
    st.builds(Heading, text=proses(), level=st.integers(2, 4), numbered=st.booleans()),
    st.builds(
        Bullets, items=st.lists(proses(), min_size=1, max_size=4).map(tuple), ordered=st.booleans(),
        style=st.sampled_from(["plain", "spoken"]),
    ),
    st.builds(
        Bullets, items=st.lists(proses(), min_size=1, max_size=4).map(tuple), ordered=st.booleans(),
        lead=texts.map(lambda text: Prose((Text(text),))),
    ),
    st.builds(Quote, text=st.lists(proses(), min_size=1, max_size=3).map(tuple), by=st.none() | proses()),
    tables(),
)  # fmt: skip
blocks = st.one_of(
    leaves, st.builds(Callout, title=st.none() | proses(), blocks=st.lists(leaves, min_size=1, max_size=3).map(tuple))
)


MANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=(Phase.explicit, Phase.generate),  # shrinking a whole document takes minutes: ask for it by hand
)


@st.composite
def booklets(draw: st.DrawFn) -> Booklet:
    sections = tuple(
        Section(
            id=f"s{index}", name=draw(texts), short=draw(st.just("") | texts), headline=draw(st.none() | proses(few)),
            role=draw(st.sampled_from(["front", "department", "back"])),
            blocks=tuple(draw(st.lists(blocks, max_size=8))),
        )
        for index in range(draw(st.integers(1, 3)))
    )  # fmt: skip
    many = draw(st.sampled_from([0, 0, 0, 21, 55]))  # notes: more than Word has circled figures, or a font
    if many:
        noted = Prose(tuple(one for at in range(many) for one in (Text(f"第{at}处"), Note((Text("注"),)))))
        last = msgspec.structs.replace(sections[-1], blocks=(*sections[-1].blocks, Paragraph(text=noted)))
        sections = (*sections[:-1], last)
    report = Report(
        title="示例", issuer="示例市", edition=Edition(period="2025年", date="2025-07-15"), sections=("a.yaml",)
    )
    return Booklet(
        name="x", folder=".", report=report, sections=sections, files=tuple("a.yaml" for _ in sections), register={},
        register_spots={"": Spot("a.yaml")},
    )  # fmt: skip


def resolved(booklet: Booklet, look: NoteLook) -> Document:
    sink = Diagnostics()
    document = resolve(booklet, sink, look)
    assert not sink.has_errors, list(sink)
    return document


@MANY
@given(booklets(), st.sampled_from(LOOKS))
def test_random_documents_say_the_same_everywhere(booklet: Booklet, look: NoteLook) -> None:
    check(resolved(booklet, look), look)


@MANY
@given(booklets(), st.sampled_from(LOOKS))
def test_nothing_leaves_its_page_and_setting_again_gives_the_same(booklet: Booklet, look: NoteLook) -> None:
    document = resolved(booklet, look)
    sink = Diagnostics()
    pages = set_pages(document, sink, look)
    pdf = paint(pages, fonts())
    for page, boxes in zip(pages.pages, character_boxes(pdf), strict=True):
        for box in boxes:
            assert box.left >= -0.5 and box.right <= page.width + 0.5
            assert box.bottom >= -0.5 and box.top <= page.height + 0.5
    again = paint(set_pages(msgspec.structs.replace(document), Diagnostics(), look), fonts())
    assert again == pdf
