"""Lists with words before them, quotations of several paragraphs, columns: how Word is told of them."""

from collections.abc import Callable
from typing import Any

import pytest

from reportgen.model.document import Document
from reportgen.theme import Theme
from support.docx_lint import W
from support.docx_reading import part

Written = Callable[[str], tuple[Document, bytes]]
SIZE = 12 * 20  # twips: a character of the draft's body


def paragraphs(data: bytes) -> list[Any]:
    return list(part(data, "word/document.xml").find(f"{W}body").iterchildren(f"{W}p"))


def text_of(paragraph: Any) -> str:
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}tab"))


def indent(paragraph: Any) -> tuple[int, int]:
    found = paragraph.find(f"{W}pPr/{W}ind")
    return int(found.get(f"{W}left")), int(found.get(f"{W}hanging"))


def test_attachments_stand_below_each_other_after_their_word(write: Written) -> None:
    _, data = write("  - 正文。\n  - {kind: bullets, lead: 附件：, ordered: true, items: [名单, 说明]}\n")
    first, second = [one for one in paragraphs(data) if text_of(one).endswith(("名单", "说明"))]
    assert (text_of(first), text_of(second)) == ("附件：1.\t名单", "2.\t说明")
    assert indent(first)[0] == indent(second)[0], "the names at one edge"
    assert indent(first)[0] - indent(first)[1] == 2 * SIZE, "the word two characters in"
    assert indent(second)[0] - indent(second)[1] == 5 * SIZE, "the numbers below each other"
    assert int(first.find(f"{W}pPr/{W}spacing").get(f"{W}before")) == 22 * 20, "a line below the text"
    assert second.find(f"{W}pPr/{W}spacing") is None


def test_one_attachment_needs_neither_number_nor_tab(write: Written) -> None:
    _, data = write("  - {kind: bullets, lead: 附件：, items: [名单]}\n")
    (only,) = [one for one in paragraphs(data) if text_of(one).endswith("名单")]
    assert text_of(only) == "附件：名单"
    assert indent(only) == (5 * SIZE, 3 * SIZE)


def test_paragraphs_of_a_quotation_are_indented_without_blank_between(write: Written, theme: Theme) -> None:
    _, data = write("  - {kind: quote, text: [“一。, “二。”], by: 某人}\n")
    first, second = [one for one in paragraphs(data) if text_of(one).startswith("“")]
    assert first.find(f"{W}pPr/{W}spacing") is None
    assert second.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert first.find(f"{W}pPr/{W}keepNext") is None and second.find(f"{W}pPr/{W}keepNext") is not None
    assert theme.draft.styles["quote"].first_line_chars == 2


@pytest.mark.parametrize(("count", "gutter"), [(2, 2), (3, 3)])  # 36 = 17 + 2 + 17 = 10 + 3 + 10 + 3 + 10
def test_columns_are_a_section_that_goes_on_where_the_text_ends(write: Written, count: int, gutter: int) -> None:
    _, data = write(f"  - 前。\n  - {{kind: columns, count: {count}, blocks: [栏一。, 栏二。]}}\n  - 后。\n")
    sections = list(part(data, "word/document.xml").iter(f"{W}sectPr"))
    before, columns, after = sections[-3:]
    for one in (columns, after):
        assert one.find(f"{W}type").get(f"{W}val") == "continuous"
        assert not one.findall(f"{W}headerReference"), "what is around the text stays as it is"
    assert [one.find(f"{W}cols").get(f"{W}num") for one in (before, columns, after)] == [None, str(count), None]
    assert int(columns.find(f"{W}cols").get(f"{W}space")) == gutter * SIZE
    order = [text_of(one) for one in paragraphs(data)]
    ends = [at for at, one in enumerate(paragraphs(data)) if one.find(f"{W}pPr/{W}sectPr") is not None][-2:]
    assert order[ends[0] + 1 : ends[1]] == ["栏一。", "栏二。"]
    assert order[ends[1] + 1] == "后。"


def test_an_imprint_stays_whole(write: Written) -> None:
    _, data = write("  - {kind: imprint, rounding: true, internal: true}\n")
    table = part(data, "word/document.xml").find(f"{W}body/{W}tbl")
    kept = [row.find(f".//{W}keepNext") is not None for row in table.iterchildren(f"{W}tr")]
    assert len(kept) > 4 and kept == [True] * (len(kept) - 1) + [False]
