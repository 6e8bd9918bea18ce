"""Landscape pages in the draft: sections whose sheet lies on its side, none of them empty."""

from collections.abc import Callable

import pytest

from reportgen.model.document import Document
from support.docx_lint import W
from support.docx_reading import part

TABLE = "{kind: table, columns: [甲, 乙], rows: [[一, 二]]}"
TURNED = f"  - {{kind: landscape, blocks: [{TABLE}]}}\n"


def sheets(data: bytes) -> list[tuple[str, bool]]:
    """How each section's sheet lies, and whether it has any words or a table."""
    found, filled = [], False
    body = part(data, "word/document.xml").find(f"{W}body")
    for element in body:
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        filled = filled or element.tag == f"{W}tbl" or any(one.text for one in element.iter(f"{W}t"))
        if section is not None:
            size = section.find(f"{W}pgSz")
            lies = int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
            assert lies == (size.get(f"{W}orient") == "landscape")
            found.append(("turned" if lies else "upright", filled))
            filled = False
    return found


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        (f"  - 前。\n{TURNED}  - 后。\n", ["upright", "turned", "upright"]),
        (f"  - 前。\n{TURNED}{TURNED}  - 后。\n", ["upright", "turned", "upright"]),
        (f"  - 前。\n{TURNED}", ["upright", "turned"]),
        (f"  - 前。\n{TURNED}  - 中。\n{TURNED}", ["upright", "turned", "upright", "turned"]),
    ],
)
def test_sections_lie_as_they_should_and_none_is_empty(
    write: Callable[[str], tuple[Document, bytes]], blocks: str, wanted: list[str]
) -> None:
    _, data = write(blocks)
    found = sheets(data)
    text = [lies for lies, _ in found][-len(wanted) :]
    assert text == wanted
    assert all(filled for _, filled in found[1:])


def test_what_follows_begins_upright_with_its_running_head(write: Callable[[str], tuple[Document, bytes]]) -> None:
    _, data = write(f"  - 前。\n{TURNED}  - 后。\n")
    sections = list(part(data, "word/document.xml").iter(f"{W}sectPr"))[-2:]
    assert [section.find(f"{W}type").get(f"{W}val") for section in sections] == ["nextPage", "nextPage"]
    heads = [
        [one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
         for one in section.iter(f"{W}headerReference")]
        for section in sections
    ]  # fmt: skip
    assert heads[0] and heads[1] and heads[0] != heads[1]
