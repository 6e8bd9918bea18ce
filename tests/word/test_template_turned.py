"""Pages that lie on their side in a draft with a template: what stands around them is as wide as they are."""

import re
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from reportgen.model.document import Document
from reportgen.theme import load_theme
from reportgen.word import borrow, read_template, write_draft, write_specimen
from support.docx_lint import faults
from support.docx_reading import W, part
from support.every_kind import document_of, write_every_kind
from support.word_templates import changed, office, saved

CIVIC = load_theme("civic")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_TURNED = "  - {kind: landscape, blocks: [{kind: table, columns: [甲, 乙], rows: [[一, 二]]}]}\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = write_every_kind(tmp_path_factory.mktemp("turned"))
    section = folder / "civil.yaml"
    section.write_text(section.read_text(encoding="utf-8") + _TURNED, encoding="utf-8")
    return document_of(folder)


def around(report: Document, data: bytes, what: str) -> tuple[Any, Any, int]:
    """A header or footer of upright pages, that of pages that lie on their side, and how wide the text is there."""
    made = write_draft(report, CIVIC, {}, None, borrow(read_template(data, "brand.docx"), CIVIC.draft))
    assert not faults(made)
    targets = {
        one.get("Id"): one.get("Target") for one in part(made, "word/_rels/document.xml.rels") if one.get("Target")
    }
    found: dict[bool, Any] = {}
    width = 0
    for section in part(made, "word/document.xml").iter(f"{W}sectPr"):
        lies = section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
        reference = section.find(f"{W}{what}Reference[@{W}type='default']")
        if reference is not None and True not in found:  # upright: the last before it
            found[lies] = part(made, f"word/{targets[reference.get(f'{_R}id')]}")
        if lies:
            sheet, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
            width = int(sheet.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    return found[False], found[True], width


def stops(root: Any) -> list[tuple[str, int]]:
    return [(one.get(f"{W}val"), int(one.get(f"{W}pos"))) for one in root.iterfind(f"{W}p/{W}pPr/{W}tabs/{W}tab")]


@pytest.mark.parametrize("what", ["header", "footer"])
def test_the_right_stop_of_a_theme_s_template_is_at_the_edge_of_turned_pages(report: Document, what: str) -> None:
    upright, turned, width = around(report, write_specimen(CIVIC), what)
    assert stops(upright) == []  # the style has it
    assert stops(turned) == [("clear", 8640), ("right", pytest.approx(width, abs=2))]
    assert "".join(upright.itertext()) == "".join(turned.itertext())


def test_stops_in_the_middle_and_at_the_right_follow(report: Document) -> None:
    """As Word's own header has them, for a narrower page than this: as far from the edge as they were."""
    document = office()
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(25)
    document.styles["Header"].paragraph_format.tab_stops.clear_all()
    for kind, at in (("center", 4153), ("right", 8306)):
        tab = f'<w:tabs {nsdecls("w")}><w:tab w:val="{kind}" w:leader="dot" w:pos="{at}"/></w:tabs>'
        properties = document.styles["Header"].element.get_or_add_pPr()
        held = properties.find(f"{W}tabs")
        if held is None:
            properties.insert(0, parse_xml(tab))
        else:
            held.append(parse_xml(tab)[0])
    upright_width = round((210 - 50) / 25.4 * 1440)
    _, turned, width = around(report, saved(document), "header")
    assert stops(turned) == [
        ("clear", 4153), ("center", pytest.approx(4153 * width / upright_width, abs=2)), ("clear", 8306),
        ("right", pytest.approx(width - (upright_width - 8306), abs=2)),
    ]  # fmt: skip


def test_a_table_as_wide_as_the_text_is_so_on_turned_pages_too(report: Document) -> None:
    document = office()
    document.sections[0].left_margin = document.sections[0].right_margin = Mm(25)
    width = round((210 - 50) / 25.4 * 1440)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' for one in (3000, width - 3000)
    )
    table = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="3000"/><w:gridCol w:w="{width - 3000}"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )
    document.sections[0].header._element.insert(0, parse_xml(table))
    _, turned, across = around(report, saved(document), "header")
    columns = [int(one.get(f"{W}w")) for one in turned.iterfind(f"{W}tbl/{W}tblGrid/{W}gridCol")]
    assert sum(columns) == pytest.approx(across, abs=2)
    assert columns[0] == pytest.approx(3000 * across / width, abs=1)


def test_own_heads_with_a_template_s_styles_have_one_stop_on_turned_pages(report: Document) -> None:
    """A template without heads, whose style has the two stops of Word's: the name of a chapter is at the edge."""

    def without(xml: bytes) -> bytes:
        return re.sub(rb"<w:(header|footer)Reference[^>]*/>", b"", xml)

    data = changed(saved(office()), {"word/document.xml": without})
    _, turned, width = around(report, data, "header")
    assert [one for one in stops(turned) if one[0] != "clear"] == [("right", pytest.approx(width, abs=2))]
    assert len([one for one in stops(turned) if one[0] == "clear"]) == 2
