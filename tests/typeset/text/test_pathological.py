"""Very long and very odd texts are set whole, inside the measure, and what cannot be set well is told."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Pages
from reportgen.pdf import paint
from reportgen.theme import load_theme
from support.every_kind import document_of
from support.marks_reading import own_runs, own_text
from support.pathological import PARAGRAPHS
from support.pdf_reading import characters_outside
from support.project import write_project
from support.setting import fonts, pages_of_document

REPORT = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\npage: {opening: plain}\n"
CANNOT = {
    "stops", "opening brackets", "dashes", "ellipses", "digits", "grouped digits", "no-break spaces",
    "combining accents", "a word of 200 letters",
}  # fmt: skip


def laid(folder: Path, block: object) -> tuple[Pages, set[str]]:
    section = {"id": "edu", "name": "示例局", "short": "示例局", "blocks": [block]}
    text = yaml.safe_dump(section, allow_unicode=True, width=10**9, default_style='"')
    document = document_of(write_project(folder, report=REPORT + "sections: [sections/edu.yaml]\n", edu=text))
    sink = Diagnostics()
    return pages_of_document(document, sink), {diagnostic.code for diagnostic in sink}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_an_odd_paragraph_is_set_whole_and_inside_the_page(name: str, tmp_path: Path) -> None:
    pages, told = laid(tmp_path, PARAGRAPHS[name])
    assert told <= {"typeset-overfull", "typeset-loose", "typeset-runt"}
    assert ("typeset-overfull" in told) == (name in CANNOT)
    plain = PARAGRAPHS[name]
    if "style" not in name and "kinds" not in name and "names" not in name and "notes" not in name:
        text = own_text(pages).replace("\u00ad", "").removeprefix("一、示例局")
        assert text == unicodedata.normalize("NFC", plain.replace("\\\n", "").replace("\u00ad", ""))
    page = load_theme("civic").page
    edge = min(page.inner, page.outer) - 6  # an opening bracket's blank stands outside
    for one in pages.pages:
        assert all(edge <= run.x <= page.width - edge for run in own_runs(one.marks))
    assert not characters_outside(paint(pages, fonts()))


def test_a_column_of_three_characters_takes_whatever_is_put_into_it(tmp_path: Path) -> None:
    cell = "“（一）”口。”）口1234567890https://www.gov.cn/zhengce，abcdefghijklmnop"
    table = {"kind": "table", "columns": [f"列{at}" for at in range(1, 13)], "rows": [[cell] * 12]}
    pages, told = laid(tmp_path, table)
    assert told == {"typeset-overfull"}
    assert own_text(pages).replace("\u00ad", "").count("abcdefghijklmnop") == 12
    assert not characters_outside(paint(pages, fonts()))
