"""A line narrower than a character: one character a line, told, and no end but the text's."""

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.theme import load_theme
from reportgen.typeset.text import Look, TextSetting, set_paragraph, set_title
from support.setting import fonts

LOOK = Look("song-regular", "song-bold", 16, "#000000", "#000000", False)


@pytest.mark.parametrize("text", ["甲", "甲乙丙", "“（甲）”。", "AB", "https://a.cn/b", "甲1乙——丙"])
@pytest.mark.parametrize("measure", [1.0, 7.9, 15.9])
@pytest.mark.parametrize("setter", [set_paragraph, set_title])
def test_a_measure_below_one_character(setter, text: str, measure: float) -> None:  # type: ignore[no-untyped-def]  # either of two functions
    sink = Diagnostics()
    lines = setter(TextSetting(fonts(), sink, load_theme("civic").typography), (Run(text),), LOOK, measure)
    assert "".join(line.text for line in lines) == text
    assert "typeset-overfull" in {one.code for one in sink}


def test_a_note_whose_mark_had_to_be_broken_is_called_once() -> None:
    setting = TextSetting(fonts(), Diagnostics(), load_theme("civic").typography)
    runs = (Run("甲"), Run("[15]", note=15), Run("[16]", note=16), Run("乙"))
    lines = set_paragraph(setting, runs, LOOK, 16.0)
    assert len(lines) > 2
    assert [number for line in lines for number in line.notes] == [15, 16]


@pytest.mark.parametrize(
    ("text", "em", "wanted"),
    [
        # between two marks rather than behind the character before them (2.5, step 4)
        ("“（一）”口", 2.0, ["“", "（一）", "”口"]),
        ("（“口”）。口口", 2.0, ["（", "“口”", "）。口", "口"]),
        # inside an address, whose end goes with the marks, rather than between those (step 3 before step 4)
        ("（见https://ab.cn）。”口", 3.5, ["（见htt", "ps://a", "b.c", "n）。”口"]),
        ("（https://ab）】。", 3.0, ["（http", "s://a", "b）】。"]),
    ],
)
def test_a_line_without_a_break_is_parted_where_it_hurts_least(text: str, em: float, wanted: list[str]) -> None:
    sink = Diagnostics()
    setting = TextSetting(fonts(), sink, load_theme("civic").typography)
    assert [line.text for line in set_paragraph(setting, (Run(text),), LOOK, em * LOOK.size)] == wanted
    assert "typeset-overfull" in {one.code for one in sink}
