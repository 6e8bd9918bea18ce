"""LibreOffice as a second reader of charts: what it saves again has the same data; its table opens the workbook."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word import write_draft
from reportgen.word.native import chart_workbook, derived_shares
from support.chart_gallery import GALLERY
from support.every_kind import document_of, png
from support.libreoffice import SOFFICE, convert
from support.native_charts import Rows, cached, parts
from support.plates import chart, series
from support.project import ROOT

# .ci/run installs it: there nothing is skipped
pytestmark = [pytest.mark.slow, pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")]


def caches(docx: bytes) -> list[Rows]:
    """What each chart holds. LibreOffice gives the line along an area cells of its own: the same row counts once."""
    found = []
    for part, _, _ in parts(docx):
        rows: Rows = []
        for row in cached(part):
            if row not in rows:
                rows.append(row)
        found.append(rows)
    return found


def saved_again(draft: bytes, folder: Path) -> bytes:
    (folder / "draft.docx").write_bytes(draft)
    return convert(folder / "draft.docx", "docx", folder / "again").read_bytes()


@pytest.mark.parametrize("name", ["qingdao-2019h1", "gongkai-shuzhi-sample"])
def test_charts_of_the_samples_keep_their_data(name: str, theme: Theme, tmp_path: Path) -> None:
    document = document_of(ROOT / "content" / name)
    draft = write_draft(document, theme, dict.fromkeys(document.charts, png(300, 100)), None)
    assert caches(saved_again(draft, tmp_path)) == caches(draft)


def test_charts_of_every_kind_keep_their_data(write: Callable[[str], tuple[Document, bytes]], tmp_path: Path) -> None:
    _, draft = write(GALLERY)
    assert caches(saved_again(draft, tmp_path)) == caches(draft)


def table(workbook: bytes, folder: Path) -> list[list[tuple[str, str]]]:
    """The kind and the words of each cell as Calc shows it."""
    (folder / "data.xlsx").write_bytes(workbook)
    root = etree.parse(convert(folder / "data.xlsx", "fods", folder / "read")).getroot()
    found = []
    for row in root.iter("{*}table-row"):
        cells = []
        for cell in row.iter("{*}table-cell"):
            kind = next((value for name, value in cell.items() if name.endswith("office:1.0}value-type")), "")
            cells.append((kind, "".join(one.text or "" for one in cell.iter("{*}p"))))
        while cells and cells[-1] == ("", ""):  # the blank rest of the sheet
            cells.pop()
        found.append(cells)
    return [row for row in found if row]


def test_calc_opens_a_workbook_and_reckons_its_shares(tmp_path: Path) -> None:
    data = chart("target", ("急救站", "国医馆"), series(11, "20.5"), series(20, 40))
    text = [[words for _, words in row] for row in table(chart_workbook(data, derived_shares(data)), tmp_path)]
    assert text == [["", "实绩", "目标", "完成率"], ["急救站", "11", "20", "55%"], ["国医馆", "20.5", "40", "51.3%"]]


def test_text_that_looks_like_a_formula_is_text_to_calc(tmp_path: Path) -> None:
    hostile = ("=1+1", "@SUM(A1)", "_x0041_", "007", "-1")
    rows = table(chart_workbook(chart("column", hostile, series(1, 2, 3, -4, 5, name="+2+3"))), tmp_path)
    assert [row[0] for row in rows[1:]] == [("string", text) for text in hostile]
    assert rows[0][1] == ("string", "+2+3") and rows[4][1] == ("float", "\N{MINUS SIGN}4")
