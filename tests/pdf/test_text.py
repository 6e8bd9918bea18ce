"""Text of a painted page as readers' programs give it back."""

import pytest

from reportgen.fonts import open_fonts
from reportgen.pdf import paint
from support.pages import pages_of, run_of
from support.pdf_reading import characters_outside, font_rows, page_texts, poppler_texts, qpdf_complaints

BOOK = open_fonts()
LINES = ["全市经济运行总体平稳。", "甲𠂇乙𬭎丙", "AT&T <b>R&D</b> (x) \\ 100%", "“引号”《书名》—…"]


@pytest.mark.parametrize("line", LINES)
def test_both_engines_give_the_text(line):
    pdf = paint(pages_of([run_of(BOOK, line)]), BOOK)
    assert page_texts(pdf) == [line]
    assert poppler_texts(pdf) == [line]
    assert qpdf_complaints(pdf) == ""
    assert characters_outside(pdf) == []
    assert [(row["type"], row["emb"], row["sub"], row["uni"]) for row in font_rows(pdf)] == [
        ("CID TrueType", "yes", "yes", "yes")
    ]
