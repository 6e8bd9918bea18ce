"""Ballots and opinion sheets in the draft: boxes large enough to tick, names whole, words before their lines."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from docx.text.run import Run

from reportgen.build import Request, build_project
from support.forms import write_forms

NAMES = ("澄原市人力资源和社会保障局", "澄原市教育局")
TICK = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


def tables(folder: Path, blocks: str, theme: str = "official") -> list[Table]:
    project = write_forms(folder / "demo", blocks, names=NAMES, theme=theme)
    request = Request(folder=project, display="demo", out=folder / "out", targets=("docx",))
    built = build_project(request, lambda stage: None)
    assert not built.diagnostics.has_errors, list(built.diagnostics)
    return docx.Document(str(built.outputs[0].path)).tables


def test_names_stand_on_a_line_beside_boxes_of_14_points(tmp_path: Path) -> None:
    ballot = next(one for one in tables(tmp_path, "  - {kind: ballot}\n") if one.cell(0, 1).text == "部门")
    widths = [int(column.get(qn("w:w"))) / 20 for column in ballot._tbl.tblGrid]
    assert widths[1] >= 13 * 12 + 10, "13 characters of 12 points"
    assert min(widths[2:]) >= 48
    boxes = [one for one in ballot._tbl.iter(qn("w:sdt")) if one.find(f"{qn('w:sdtPr')}/{TICK}") is not None]
    assert len(boxes) == 2 * 4
    inside = ballot.cell(0, 0).paragraphs[0]
    sizes = {Run(run, inside).style.font.size for box in boxes for run in box.iter(qn("w:r"))}
    assert sizes == {Pt(14)}
    ballot_head = ballot.cell(0, 1).paragraphs[0]._p.pPr
    assert ballot_head.find(qn("w:jc")).get(qn("w:val")) == "left", "above the names"


def test_what_is_asked_stands_before_its_line(tmp_path: Path) -> None:
    found = tables(tmp_path, "  - {kind: opinions}\n")
    lines = {one.cell(0, 0).text: one for one in found}
    for words in ("二、您想对哪个部门说", "姓名"):
        row = lines[words].rows[0].cells
        ruled = [cell._tc.tcPr.find(f"{qn('w:tcBorders')}/{qn('w:bottom')}") for cell in row]
        assert ruled[0].get(qn("w:val")) == "nil", "no line below the words"
        assert ruled[1] is None and row[1].text == "", "the style's line below what is to be filled in"


def test_the_second_words_keep_clear_of_the_line_before_them(tmp_path: Path) -> None:
    found = tables(tmp_path, "  - {kind: opinions}\n")
    row = next(one for one in found if one.cell(0, 0).text == "姓名").rows[0].cells
    assert [cell.text for cell in row] == ["姓名", "", "", "电话", ""]
    ruled = [cell._tc.tcPr.find(f"{qn('w:tcBorders')}/{qn('w:bottom')}") is None for cell in row]
    assert ruled == [False, True, False, False, True]


@pytest.mark.parametrize(("theme", "least"), [("civic", 8), ("bright", 8), ("official", 5)])
def test_a_sheet_has_as_many_lines_as_fit_its_page(tmp_path: Path, theme: str, least: int) -> None:
    """Nine are asked for; on the grid of 22 lines there is room for fewer."""
    found = tables(tmp_path, "  - {kind: opinions}\n", theme)
    (lines,) = [one for one in found if len(one.columns) == 1 and len(one.rows) > 2]
    assert least <= len(lines.rows) <= 9


def test_every_box_of_a_sheet_begins_its_paragraph(tmp_path: Path) -> None:
    """LibreOffice takes the font of the letters for a box there, that of the words before it for any other one."""
    found = tables(tmp_path, "  - {kind: opinions}\n", "civic")
    boxes = [
        box for one in found for box in one._tbl.iter(qn("w:sdt")) if box.find(f"{qn('w:sdtPr')}/{TICK}") is not None
    ]
    assert any("不需要" in cell.text for one in found for cell in one._cells)
    for box in boxes:
        before = [one.tag for one in box.getparent()[: list(box.getparent()).index(box)]]
        assert set(before) <= {qn("w:pPr")}, before


def test_a_click_ticks_a_box(tmp_path: Path) -> None:
    """Word puts in what the box says of itself: another sign, and back again the one that is printed."""
    boxes = [one for table in tables(tmp_path, "  - {kind: ballot}\n") for one in table._tbl.iter(TICK)]
    assert boxes
    namespace = TICK.partition("}")[0] + "}"
    for box in boxes:
        signs = [
            chr(int(box.find(f"{namespace}{state}").get(f"{namespace}val"), 16))
            for state in ("uncheckedState", "checkedState")
        ]
        printed = next(box.getparent().getparent().iter(qn("w:t"))).text
        assert signs == [printed, "☑"] == ["☐", "☑"]
        assert box.find(f"{namespace}checked").get(f"{namespace}val") == "0"


def test_a_ballot_of_more_than_a_page_keeps_its_type(tmp_path: Path) -> None:
    names = tuple(f"示例市第{number}局" for number in range(1, 61))
    project = write_forms(tmp_path / "demo", "  - {kind: ballot}\n", names=names, theme="official")
    built = build_project(
        Request(folder=project, display="demo", out=tmp_path / "out", targets=("docx",)), lambda stage: None
    )
    assert docx.Document(str(built.outputs[0].path)).styles["表格文字"].font.size == Pt(12)


def test_other_topics_have_a_line_to_write_on(tmp_path: Path) -> None:
    found = tables(tmp_path, "  - {kind: opinions, topics: [教育, 其他]}\n", "civic")
    first, other = next(one.rows[0].cells[:2] for one in found if "其他" in one.rows[0].cells[1].text)
    (stop,) = other.paragraphs[0].paragraph_format.tab_stops
    assert stop.leader == WD_TAB_LEADER.LINES and other.paragraphs[0].text.endswith("其他\t")
    assert other.width - Pt(20) < stop.position < other.width
    assert "\t" not in first.text
