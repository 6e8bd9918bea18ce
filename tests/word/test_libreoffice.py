"""A second reader: LibreOffice lays the draft out, and the same words come in the same order."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model.document import Document
from reportgen.theme import NoteLook, Theme, load_theme
from reportgen.units import POINTS_PER_MM
from reportgen.word import write_draft
from support.document_words import document_words
from support.libreoffice import READABLE, laid_out, page_words
from support.noted import noted_draft
from support.pdf_reading import character_boxes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext"),
]
_BLANK = re.compile(r"\s+")


@pytest.fixture(scope="module")
def pdf(draft: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(draft, tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="module")
def pages(pdf: Path) -> list[str]:
    return page_words(pdf)


def test_words_come_in_order(pages: list[str], document: Document) -> None:
    text = "".join(pages[:1] + pages[2:])  # the contents repeat what comes later
    at = 0
    for words in document_words(document):
        wanted = _BLANK.sub("", words)
        found = text.find(wanted, at)
        assert found >= 0, f"{words!r} not after {text[max(0, at - 30) : at]!r}"
        at = found + len(wanted)


def test_pages_of_the_contents_are_near_the_truth(pages: list[str], document: Document) -> None:
    """Another reader breaks lines elsewhere: one page off is allowed, the order is not."""
    heads = [item for item in document.outline if item.level == 1]
    for item in heads:
        label = item.number + item.text
        said = re.search(re.escape(label) + r"\.*(\d+)", pages[1])
        assert said is not None, pages[1]
        real = next(at for at, page in enumerate(pages[2:], 1) if label in page)
        assert abs(int(said[1]) - real) <= 1, (label, said[1], real)


def test_sections_begin_at_the_same_height(pdf: Path, pages: list[str], document: Document) -> None:
    """The first of all begins a section of the file on the right, where LibreOffice loses the blank below a head."""
    boxes = character_boxes(pdf.read_bytes())
    tops = {}
    for item in (item for item in document.outline if item.level == 1):
        label = item.number + item.text
        at = next(at for at, page in enumerate(pages) if at > 1 and label in page)
        tops[label] = max(box.top for box in boxes[at] if box.char == label[-1] and box.top < 841.89 - 60)
    assert len(tops) > 3
    assert max(tops.values()) - min(tops.values()) < 2


def test_a_departments_draft_that_ends_with_a_table_counts_its_pages(
    write: Callable[[str], tuple[Document, bytes]], tmp_path: Path
) -> None:
    """Two pages for its editors before the text: the text begins as deep as any page, and knows how many there are."""
    document, _ = write("  - 一段话。\n  - {kind: pagebreak}\n  - {kind: table, columns: [甲], rows: [[乙]]}\n")
    pdf = laid_out(write_draft(document, load_theme("civic"), {}, frozenset(["edu"])), tmp_path / "laid")
    pages = page_words(pdf)
    assert [re.findall(r"第(\d)页共(\d)页", page) for page in pages[2:]] == [[("1", "2")], [("2", "2")]]
    boxes = [box for box in character_boxes(pdf.read_bytes())[2] if box.char == "育"]  # in the head, then the name
    assert (297 - 32) * POINTS_PER_MM < sorted(box.top for box in boxes)[-2] < (297 - 30) * POINTS_PER_MM


def test_covers_have_no_furniture(pages: list[str]) -> None:
    assert "第II页" in pages[1] and "页共" not in pages[1]
    assert not [mark for mark in ("第I页", "页共") if mark in pages[0] or mark in pages[-1]]
    count = len(pages) - 3
    for at, page in enumerate(pages[2:-1], 1):
        assert f"第{at}页共{count}页" in page


@pytest.mark.parametrize("look", [NoteLook(), NoteLook(marks="bracketed"), NoteLook(restart="booklet")])
def test_notes_stand_on_the_page_of_their_marks(tmp_path: Path, theme: Theme, look: NoteLook) -> None:
    document, data = noted_draft(tmp_path, theme, look)
    pages = page_words(laid_out(data, tmp_path))
    said = ["学位", "学校", "床位", "道路", "带注的标题"]
    words = ["当年。", "两所。", "见表1和网站，共2700余张。", "42条。", "标题的注。"]
    for note, word, text in zip(document.notes, said, words, strict=False):
        page = next(page for page in pages[2:] if f"{word}{note.mark}" in page)
        # it sets the number before a note itself, without the brackets that belong to it in Word
        assert (text if look.marks == "bracketed" else note.mark + text) in page
        assert "[]" not in page


@pytest.mark.parametrize("chosen", ["", "civil"])
def test_the_count_of_pages_is_there_where_notes_are_gathered_too(tmp_path: Path, theme: Theme, chosen: str) -> None:
    _, data = noted_draft(tmp_path, theme, NoteLook("end"), *([chosen] if chosen else []))
    pages = page_words(laid_out(data, tmp_path))
    counts = {found[1] for page in pages if (found := re.search(r"第\d+页共(\d+)页", page))}
    assert len(counts) == 1
    assert f"第{counts.pop()}页共" in "".join(pages)
