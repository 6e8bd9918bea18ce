"""The tests' own lint finds what it says it finds: each fault injected into a sound draft is told, and it alone."""

import copy
from typing import Any

import pytest

from support import docx_editing as edit
from support.docx_lint import W, faults

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
STYLES, NUMBERING, FOOTNOTES = "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"


def first(tag: str, attribute: str, value: str) -> edit.Change:
    """The attribute of the first element of that tag."""
    return lambda root: next(root.iter(tag)).set(attribute, value)


def second(tag: str, attribute: str) -> edit.Change:
    """The attribute of the second element is that of the first."""

    def change(root: Any) -> None:
        one, other = list(root.iter(tag))[:2]
        other.set(attribute, one.get(attribute))

    return change


def drop(tag: str, **attributes: str) -> edit.Change:
    def change(root: Any) -> None:
        found = next(
            one for one in root.iter(tag) if all(one.get(f"{W}{name}") == value for name, value in attributes.items())
        )
        found.getparent().remove(found)

    return change


def add_style(**values: str) -> edit.Change:
    """A style that says these things."""

    def change(root: Any) -> None:
        made = copy.deepcopy(root.find(f"{W}style[@{W}styleId='Heading2']"))
        made.set(f"{W}styleId", values.pop("id", "New"))
        made.find(f"{W}name").set(f"{W}val", values.pop("name", "新样式"))
        for tag, value in values.items():
            next(made.iter(f"{W}{tag}")).set(f"{W}val", value)
        root.append(made)

    return change


def empty_cell(root: Any) -> None:
    cell = next(root.iter(f"{W}tc"))
    for one in cell.findall(f"{W}p"):
        cell.remove(one)


def control(id: str, tag: str = "a") -> str:
    return (
        f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{id}"/></w:sdtPr>'
        f"<w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )


def controls(*made: str) -> edit.Change:
    from lxml import etree

    def change(root: Any) -> None:
        for one in made:
            root.find(f"{W}body").insert(0, etree.fromstring(one))

    return change


def set_texts(root: Any) -> None:
    next(one for one in root.iter(f"{W}t") if one.text).text = "两\n行"


def style_of_paragraph(root: Any) -> None:
    next(root.iter(f"{W}pStyle")).set(f"{W}val", "None")


def same_para_ids(root: Any) -> None:
    for one in list(root.iter(f"{W}p"))[:2]:
        one.set(f"{_W14}paraId", "00000001")


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        (edit.MAIN, second(f"{W}bookmarkStart", f"{W}name"), "bookmark name used 2 times"),
        (edit.MAIN, drop(f"{W}bookmarkEnd"), "is never closed"),
        (edit.MAIN, first(f"{W}bookmarkStart", f"{W}name", "x" * 41), "bookmark name too long"),
        (edit.MAIN, first(f"{W}bookmarkStart", f"{W}id", str(2**31)), "bookmarkStart id beyond 31 bits"),
        (edit.MAIN, drop(f"{W}fldChar", fldCharType="end"), "fields are never closed"),
        (edit.MAIN, drop(f"{W}fldChar", fldCharType="begin"), "field end without a beginning"),
        (edit.MAIN, empty_cell, "cell that does not end with a paragraph"),
        (edit.MAIN, style_of_paragraph, "no style None"),
        (edit.MAIN, first(f"{W}numId", f"{W}val", "999"), "no list 999"),
        (edit.MAIN, second(f"{_WP}docPr", "id"), "docPr id used 2 times"),
        (edit.MAIN, first(f"{_WP}docPr", "id", str(2**31)), "docPr id beyond 31 bits"),
        (edit.MAIN, first(f"{_WP}docPr", "id", "0"), "docPr id beyond 31 bits"),
        (edit.MAIN, first(f"{_WP}docPr", "descr", ""), "drawing without description"),
        (edit.MAIN, controls(control("7777"), control("7777")), "sdt id used 2 times: 7777"),
        (edit.MAIN, controls(control(str(2**31))), "sdt id beyond 31 bits"),
        (edit.MAIN, controls(control("7", "t" * 65)), "tag too long"),
        (edit.MAIN, same_para_ids, "paraId used 2 times"),
        (edit.MAIN, first(f"{W}p", f"{_W14}paraId", "80000000"), "paraId beyond 31 bits"),
        (edit.MAIN, set_texts, "line feed in text"),
        (edit.MAIN, drop(f"{W}footnoteReference"), "footnotes ["),
        (STYLES, add_style(id="Heading1"), "style id used 2 times"),
        (STYLES, add_style(name="Heading 1"), "style name used 2 times"),
        (STYLES, add_style(basedOn="None"), "style based on no style None"),
        (STYLES, add_style(next="None"), "style followed by no style None"),
        (STYLES, add_style(numId="999"), "style of no list 999"),
        (NUMBERING, first(f"{W}abstractNumId", f"{W}val", "999"), "list of no abstract list 999"),
        (NUMBERING, first(f"{W}pStyle", f"{W}val", "None"), "list tied to no style None"),
        (NUMBERING, second(f"{W}num", f"{W}numId"), "list used 2 times"),
        (NUMBERING, first(f"{W}num", f"{W}numId", str(2**31)), "num id beyond 31 bits"),
        (FOOTNOTES, first(f"{W}footnote", f"{W}id", str(2**31)), "footnote id beyond 31 bits"),
    ],
)
def test_an_injected_fault_is_found(noted: bytes, part: str, change: edit.Change, said: str) -> None:
    assert not faults(noted)
    found = faults(edit.edited(noted, change, part))
    assert any(said in one for one in found), found


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A draft with all that the faults need: headings, lists, notes, tables, drawings."""
    from reportgen.theme import load_theme
    from reportgen.word import write_draft
    from support.every_kind import document_of, write_every_kind

    document = document_of(write_every_kind(tmp_path_factory.mktemp("every"), "  - 有注的一段^[注。]。\n"))
    return write_draft(document, load_theme("civic"), {}, None)
