"""An index in the draft: marked entries in the text, and a field with the result filled in."""

from collections.abc import Callable

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W
from support.docx_reading import paragraph_texts, part

BLOCKS = (
    "  - {kind: keyfigures, cards: [{indicator: edu.places}]}\n"
    "  - 食堂完工${edu.canteens}^[说的是${edu.canteens}。]。\n"
    "  - {kind: pagebreak}\n  - 又是${edu.canteens}。\n  - {kind: index}\n"
)


def codes(data: bytes, name: str = "word/document.xml") -> list[str]:
    return [(one.text or "").strip() for one in part(data, name).iter(f"{W}instrText")]


def test_uses_are_marked_and_the_index_is_filled_in(write: Callable[[str], tuple[Document, bytes]]) -> None:
    _, data = write(BLOCKS)
    marks = [code for code in codes(data) if code.startswith("XE")]
    assert sorted(set(marks)) == ['XE "新增学位" \\f "i"', 'XE "食堂完工" \\f "i"']
    assert marks.count('XE "食堂完工" \\f "i"') >= 2
    assert not [code for code in codes(data, "word/footnotes.xml") if code.startswith("XE")], "Word takes none there"
    (field,) = [code for code in codes(data) if code.startswith("INDEX")]
    assert '\\f "i"' in field and "\\h" not in field
    listed = [text for text in paragraph_texts(data) if text not in paragraph_texts(data, contents=False)]
    entries = {text.partition("\u3000")[0]: text.partition("\u3000")[2] for text in listed if "\u3000" in text}
    pages = [int(one) for one in entries["食堂完工"].split("、")]
    assert len(pages) == 2 and pages[1] == pages[0] + 1


def test_marks_are_hidden(write: Callable[[str], tuple[Document, bytes]]) -> None:
    _, data = write(BLOCKS)
    for one in part(data, "word/document.xml").iter(f"{W}instrText"):
        if (one.text or "").strip().startswith("XE"):
            assert one.getparent().find(f"{W}rPr/{W}vanish") is not None


def test_a_file_without_the_index_has_no_marks(document: Document, theme: Theme) -> None:
    assert [code for code in codes(write_draft(document, theme, {}, None)) if code.startswith("XE")]
    assert not [code for code in codes(write_draft(document, theme, {}, frozenset({"edu"}))) if code.startswith("XE")]
