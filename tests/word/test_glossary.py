"""A glossary in the draft: each term a bookmark, its first use a link with dots below."""

from collections.abc import Callable

from reportgen.model.document import Document, term_id
from reportgen.theme import Theme
from reportgen.word import write_draft
from support.docx_lint import W
from support.docx_reading import paragraph_texts, part, run_look

BLOCKS = "  - 院前急救站新设十一个。\n  - kind: glossary\n    entries: [{term: 院前急救站, text: 负责抢救。}]\n"


def test_the_first_use_leads_to_the_entry(write: Callable[[str], tuple[Document, bytes]]) -> None:
    document, data = write(BLOCKS)
    body = part(data, "word/document.xml")
    name = "_" + document.anchors[term_id("edu/1", 0)]
    (link,) = (one for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor") == name)
    assert "".join(text.text for text in link.iter(f"{W}t")) == "院前急救站"
    assert [run_look(data, run, "u") for run in link.iter(f"{W}r")] == ["dotted"]
    assert [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")].count(name) == 1
    assert "院前急救站\u3000负责抢救。" in paragraph_texts(data)


def test_a_file_without_the_glossary_has_no_link(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset({"edu"}))
    body = part(data, "word/document.xml")
    assert "dotted" in {run_look(data, run, "u") for run in body.iter(f"{W}r")}
    names = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None} <= names
