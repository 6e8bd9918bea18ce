"""Word's own numbers print what the document says, however the headings run."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.model.blocks import Heading
from reportgen.model.document import Document, Entry
from reportgen.model.inlines import Prose, Text
from reportgen.model.numerals import chinese_number
from reportgen.resolve.numbering import number_blocks
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import chinese_counting_thousand, headings, paragraph_texts, part

Written = Callable[[str], tuple[Document, bytes]]


def expected(document: Document, sections: frozenset[str] | None = None) -> list[tuple[int, str, str]]:
    return [
        (item.level, item.number, item.text)
        for item in document.outline
        if sections is None or item.block.split("/")[0] in sections
    ]


def test_headings_of_the_whole(document: Document, draft: bytes) -> None:
    assert headings(draft) == expected(document)


def test_one_department_keeps_its_number(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset({"civil"}))
    assert headings(data) == expected(document, frozenset({"civil"}))
    assert headings(data)[0][1] == "二、"


def test_two_departments_that_are_not_neighbours(theme: Theme, document: Document) -> None:
    chosen = frozenset({"edu", "terms"})
    assert headings(write_draft(document, theme, {}, chosen)) == expected(document, chosen)


_COURSE = st.lists(st.tuples(st.integers(1, 4), st.sampled_from([True, True, True, False])), min_size=1, max_size=30)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(course=_COURSE, kept=st.integers(0, 29))
def test_any_course_of_headings(document: Document, theme: Theme, course: list[tuple[int, bool]], kept: int) -> None:
    """Levels may be skipped, headings left without numbers, a file may begin anywhere: what is printed stays right."""
    blocks = [
        (f"edu/{index}", Heading(text=Prose((Text(str(index)),)), level=level, numbered=numbered))
        for index, (level, numbered) in enumerate(course)
    ]
    numbers = number_blocks(blocks)
    spot = document.flow[0].spot
    flow = tuple(Entry(id, block, 3 if index >= kept else 4, spot) for index, (id, block) in enumerate(blocks))
    made = msgspec.structs.replace(document, flow=flow, numbers=numbers, anchors={}, outline=())
    data = write_draft(made, theme, {}, frozenset({"edu"}))
    assert not faults(data)
    assert [label for _, label, _ in headings(data)] == [numbers.get(id, "") for id, _ in blocks[kept:]]


def test_headings_are_words_own_and_in_the_outline(draft: bytes) -> None:
    styles = {style.get(f"{W}styleId"): style for style in part(draft, "word/styles.xml").iter(f"{W}style")}
    for level in range(1, 5):
        style = styles[f"Heading{level}"]
        assert style.find(f"{W}name").get(f"{W}val") == f"heading {level}"
        assert style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == str(level - 1)
        assert style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"


def test_headings_that_count_on_are_counted_by_their_styles_alone(write: Written) -> None:
    """So that those below follow when an editor adds one: a list of its own would keep its number."""
    heads = "".join(
        f"  - {{kind: heading, text: {text}, level: {level}}}\n"
        for text, level in (("甲", 2), ("乙", 3), ("丙", 3), ("丁", 2), ("戊", 3), ("己", 4), ("庚", 2), ("辛", 3))
    )
    _, data = write(heads)
    assert [number for _, number, _ in headings(data)][-8:] == [
        "（一）", "1.", "2.", "（二）", "1.", "（1）", "（三）", "1."
    ]  # fmt: skip
    own = [
        one for one in part(data, "word/document.xml").iter(f"{W}p")
        if (style := one.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val").startswith("Heading")
        and one.find(f"{W}pPr/{W}numPr") is not None
    ]  # fmt: skip
    assert not own


def test_each_ordered_list_counts_from_one(write: Written) -> None:
    _, data = write(
        "  - {kind: bullets, ordered: true, items: [甲, 乙]}\n"
        "  - {kind: bullets, ordered: true, items: [丙]}\n"
        "  - {kind: bullets, items: [丁]}\n"
        "  - {kind: bullets, style: spoken, items: [戊, 己]}\n"
    )
    assert paragraph_texts(data)[-6:] == ["1.甲", "2.乙", "1.丙", "丁", "一是戊", "二是己"]


@pytest.mark.parametrize("number", [1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 210, 400, 999])
def test_word_counts_in_the_words_of_the_document(number: int) -> None:
    """chineseCountingThousand, as Word documents it, agrees with our numerals."""
    assert chinese_counting_thousand(number) == chinese_number(number)
