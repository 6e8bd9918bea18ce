"""The law of text: what a reader of the draft reads is what the document says, in order."""

from collections.abc import Callable
from pathlib import Path

import docx
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.model.blocks import Bullets, Callout, Cell, Column, Heading, Paragraph, Quote, Row, Table
from reportgen.model.document import Document, Entry
from reportgen.model.inlines import Emphasis, Inline, LineBreak, Link, Prose, Strong, Text
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.document_words import document_words
from support.docx_lint import W, faults
from support.docx_reading import paragraph_texts, part, run_look
from support.every_kind import LANDSCAPE, SECTIONS

Written = Callable[[str], tuple[Document, bytes]]


def test_every_kind_says_what_the_document_says(document: Document, draft: bytes) -> None:
    assert paragraph_texts(draft, contents=False) == document_words(document)


@pytest.mark.parametrize("chosen", ["edu", "civil", "terms"])
def test_one_section_says_what_its_part_says(document: Document, theme: Theme, chosen: str) -> None:
    data = write_draft(document, theme, {}, frozenset({chosen}))
    assert not faults(data)
    assert paragraph_texts(data) == document_words(document, frozenset({chosen}))


def test_the_sample_for_these_tests_has_every_kind() -> None:
    from reportgen.model import blocks

    kinds = [one.__struct_config__.tag for one in blocks.AnyBlock.__args__]  # type: ignore[attr-defined]  # a union
    text = "\n".join((*SECTIONS.values(), LANDSCAPE))
    assert {kind for kind in kinds if f"kind: {kind}" not in text} == {
        "opening",
        "paragraph",
        "endnotes",
    }  # written in short, or made


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=12,
)
_PLAIN = st.builds(Text, _TEXT)
_INLINE: st.SearchStrategy[Inline] = st.recursive(
    _PLAIN | st.just(LineBreak()),
    lambda inner: st.one_of(
        st.builds(Strong, st.tuples(inner)),
        st.builds(Emphasis, st.tuples(inner)),
        st.builds(Link, st.just("https://example.cn/?a=1&b=“2”"), st.tuples(inner)),
    ),
    max_leaves=4,
)
_PROSE = st.lists(_INLINE, max_size=4).map(lambda inlines: Prose(tuple(inlines)))


def _cells(prose: list[Prose]) -> Table:
    columns = (Column(title=prose[0]), Column(title=prose[1], type="number"))
    return Table(columns=columns, rows=(Row(cells=(Cell(text=prose[2]), Cell(text=prose[3]))),), source=prose[4])


_BLOCK = st.one_of(
    st.builds(lambda text: Paragraph(text=text), _PROSE),
    st.builds(lambda text: Heading(text=text, numbered=False), _PROSE),
    st.builds(lambda a, b: Bullets(items=(a, b)), _PROSE, _PROSE),
    st.builds(lambda a, b: Bullets(items=(a, b), ordered=True), _PROSE, _PROSE),
    st.builds(lambda a, b: Quote(text=(a,), by=b), _PROSE, _PROSE),
    st.builds(lambda a, b: Callout(title=a, blocks=(Paragraph(text=b),)), _PROSE, _PROSE),
    st.lists(_PROSE, min_size=5, max_size=5).map(_cells),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(_BLOCK, min_size=1, max_size=6))
def test_any_prose_comes_through(document: Document, theme: Theme, blocks: list[Paragraph]) -> None:
    spot = document.flow[0].spot
    flow = tuple(Entry(f"edu/{index}", block, 3, spot) for index, block in enumerate(blocks))
    anchors = {entry.id: f"r{index:012x}" for index, entry in enumerate(flow)}
    random = msgspec.structs.replace(document, flow=flow, numbers={}, anchors=anchors, outline=())
    data = write_draft(random, theme, {}, None)
    assert not faults(data)
    assert paragraph_texts(data) == document_words(random)


def test_words_are_escaped_and_spaces_kept(write: Written) -> None:
    _, data = write("  - a  b < c & d\n")
    assert "a  b < c & d" in paragraph_texts(data)
    words = next(t for t in part(data, "word/document.xml").iter(f"{W}t") if t.text == "a  b < c & d")
    assert words.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_marks_shared_by_latin_and_chinese_take_the_chinese_font(write: Written) -> None:
    """Quotes, dashes, the dot in a name: in a Latin font they are narrow and stand askew among Han."""
    marked = ["他说“好”——真的…", "艾力·买买提", "长3×宽4", "气温25°"]
    _, data = write("".join(f"  - {text}\n" for text in [*marked, "全是汉字123"]))
    hints = {}
    for run in part(data, "word/document.xml").iter(f"{W}r"):
        font = run.find(f"{W}rPr/{W}rFonts")
        hints["".join(t.text for t in run.iter(f"{W}t"))] = None if font is None else font.get(f"{W}hint")
    assert {hints[text] for text in marked} == {"eastAsia"}
    assert hints["全是汉字123"] is None


def test_strong_emphasis_and_links_have_styles(draft: bytes) -> None:
    body = part(draft, "word/document.xml")
    styled = {}
    for run in body.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        styled["".join(t.text for t in run.iter(f"{W}t"))] = (
            None if style is None else style.get(f"{W}val"),
            run_look(draft, run, "em"),
        )
    assert styled["托管"] == ("Strong", None)
    assert styled["重点"] == ("Emphasis", "underDot")
    assert styled["网站"] == ("Hyperlink", None)


def test_a_page_break_belongs_to_what_follows(write: Written) -> None:
    _, data = write("  - 前\n  - {kind: pagebreak}\n  - 后\n  - {kind: pagebreak}\n")
    breaks = [
        "".join(t.text for t in paragraph.iter(f"{W}t"))
        for paragraph in part(data, "word/document.xml").iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert breaks == ["后"]


def test_a_picture_has_its_alternative_text_and_size(draft: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(draft)
    shapes = docx.Document(str(path)).inline_shapes
    pictures = [shape for shape in shapes if "一个点" in shape._inline.docPr.get("descr")]
    assert [shape._inline.docPr.get("descr") for shape in pictures] == ["一个点", "又一个点"]
    assert all(shape._inline.graphic.graphicData.pic is not None for shape in pictures)
    # half the measure of 432 points, and all of it; twice as wide as high
    assert [round(shape.width.pt) for shape in pictures] == [216, 432]
    assert [round(shape.height.pt) for shape in pictures] == [108, 216]
