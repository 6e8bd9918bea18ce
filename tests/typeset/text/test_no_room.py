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
