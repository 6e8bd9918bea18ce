"""An index in the draft: entries whose pages are fields."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import fields, part
from support.every_kind import document_of
from support.libreoffice import READABLE, laid_out
from support.pdf_reading import poppler_lines
from support.project import SECTION, write_project

BLOCKS = (
    "  - {kind: keyfigures, cards: [{indicator: edu.places}]}\n"
    "  - 食堂完工${edu.canteens}^[说的是${edu.canteens}。]。\n"
    "  - {kind: pagebreak}\n  - 又是${edu.canteens}。\n  - {kind: index}\n"
)


Written = Callable[[str], tuple[Document, bytes]]


def entries(data: bytes) -> dict[str, list[str]]:
    """Entry -> its pages."""
    found = {}
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") == "Index1":
            words, _, pages = "".join(one.text for one in paragraph.iter(f"{W}t")).partition("\u3000")
            found[words] = pages.split("、\u200b")
    return found


def test_the_index_is_filled_in_and_each_page_is_a_field(write: Written) -> None:
    _, data = write(BLOCKS)
    found = entries(data)
    assert set(found) == {"新增学位", "食堂完工"}
    pages = [int(one) for one in found["食堂完工"]]
    assert len(pages) == 2 and pages[1] == pages[0] + 1
    targets = [code.split()[1] for code, _ in fields(data) if code.startswith("PAGEREF _use")]
    assert len(targets) == len(set(targets)) == 3
    assert set(targets) <= {one.get(f"{W}name") for one in part(data, "word/document.xml").iter(f"{W}bookmarkStart")}
    assert not [name for code, _ in fields(data) if (name := code.split()[0]) in ("XE", "INDEX")]


def test_a_long_index_stands_in_two_columns(tmp_path: Path, theme: Theme) -> None:
    names = [f"第{at}项任务" for at in range(20)]
    indicators = "".join(f"edu.i{at}: {{name: {name}, value: {at}, unit: 所}}\n" for at, name in enumerate(names))
    said = "".join(f"  - 完成${{edu.i{at}}}。\n" for at in range(20))
    section = f"{SECTION.partition('headline')[0]}blocks:\n{said}  - {{kind: index}}\n"
    document = document_of(write_project(tmp_path, edu=section, indicators=indicators))
    data = write_draft(document, theme, {}, None)
    assert not faults(data)
    assert set(entries(data)) == set(names)
    columns = [one.find(f"{W}cols").get(f"{W}num") for one in part(data, "word/document.xml").iter(f"{W}sectPr")]
    assert columns.count("2") == 1
    body = list(part(data, "word/document.xml").find(f"{W}body"))
    assert body[-2].tag == f"{W}p" and body[-2].find(f"{W}pPr/{W}sectPr") is None  # no section is empty


def test_a_file_without_the_index_has_no_marks(document: Document, theme: Theme) -> None:
    def marks(data: bytes) -> list[str]:
        found = [one.get(f"{W}name") for one in part(data, "word/document.xml").iter(f"{W}bookmarkStart")]
        return [name for name in found if name.startswith("_use")]

    assert marks(write_draft(document, theme, {}, None))
    assert not marks(write_draft(document, theme, {}, frozenset({"edu"})))


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
def test_lines_of_many_pages_end_behind_a_mark(tmp_path: Path, theme: Theme) -> None:
    """Word knows that no line begins with one; LibreOffice does not behind a field, and parts the field's number."""
    said = "".join("  - 又是${edu.canteens}。\n  - {kind: pagebreak}\n" for _ in range(99))
    section = f"{SECTION.partition('headline')[0]}blocks:\n{said}  - {{kind: index}}\n"
    data = write_draft(document_of(write_project(tmp_path / "in", edu=section)), theme, {}, None)
    lines = [line for page in poppler_lines(laid_out(data, tmp_path / "out").read_bytes()) for line in page]
    begin = next(at for at, line in enumerate(lines) if line.startswith("食堂完工 1、"))
    end = next(at for at in range(begin, len(lines)) if lines[at].endswith("、99"))
    assert end - begin > 1
    assert all(re.fullmatch("[0-9、]*[0-9]、", line) for line in lines[begin + 1 : end])
    assert all(line[0].isdigit() for line in lines[begin + 1 : end + 1])
