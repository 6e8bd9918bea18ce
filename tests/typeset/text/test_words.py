"""Titles and cells break between words (2.4)."""

import tempfile
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.model.segmenter import VERSION, _tokenizer, segmented
from reportgen.model.words import inner_breaks
from reportgen.theme import Typography
from reportgen.typeset.text import Look, TextSetting, set_cell, set_title
from support.setting import fonts

LOOK = Look("hei-bold", "hei-bold", 10.0, "#000000")


def shown(text: str) -> str:
    inner = inner_breaks(text)
    return "".join(("" if index in inner or index == 0 else "|") + char for index, char in enumerate(text))


@pytest.mark.parametrize(
    "words",
    [
        "中华人民共和国|国务院|办公厅", "关于|进一步|加强|政务|服务|标准化|建设|的|意见", "基础|设施", "优化|营商环境",
        "新旧动能转换|重大|工程", "老旧小区|改造", "城乡|居民|医疗保险", "上半年|完成|情况", "污水处理厂|建设",
        "枢纽|无障碍|改造|一|处|没有|动工",
    ],
)  # fmt: skip
def test_words_are_found(words: str) -> None:
    assert shown(words.replace("|", "")) == words


def setting(typography: Typography | None = None) -> TextSetting:
    return TextSetting(fonts(), Diagnostics(), typography or Typography())


def test_a_cover_title_is_not_broken_inside_a_word() -> None:
    title = "关于进一步加强政务服务标准化建设的意见"
    lines = [line.text for line in set_title(setting(), (Run(title),), LOOK, 120)]
    assert "".join(lines) == title
    assert len(lines) == 2
    assert len(lines[0]) not in inner_breaks(title)


def test_a_cell_breaks_between_words() -> None:
    assert [line.text for line in set_cell(setting(), (Run("基础设施"),), LOOK, 30)] == ["基础", "设施"]


def test_a_cell_goes_back_to_the_beginning_of_a_long_word() -> None:
    assert [line.text for line in set_cell(setting(), (Run("农村垃圾分类"),), LOOK, 55)] == ["农村", "垃圾分类"]


@given(st.text("城市道路和停车燃气供热农村垃圾分类海绵管廊", min_size=1, max_size=16), st.integers(30, 120))
def test_no_label_ends_with_one_character(text: str, room: int) -> None:
    lines = set_cell(setting(), (Run(text),), LOOK, room)
    assert "".join(line.text for line in lines) == text
    assert len(lines) == 1 or len(lines[-1].text) > 1, [line.text for line in lines]


def test_a_word_longer_than_the_cell_is_broken_all_the_same() -> None:
    lines = [line.text for line in set_cell(setting(), (Run("中华人民共和国"),), LOOK, 30)]
    assert "".join(lines) == "中华人民共和国"
    assert max(map(len, lines)) <= 3


def test_a_theme_may_leave_words_alone() -> None:
    lines = set_cell(setting(Typography(word_breaks="none")), (Run("基础设施建"),), LOOK, 30)
    assert [line.text for line in lines] == ["基础设", "施建"]


def test_a_theme_may_have_words_found_by_jieba() -> None:
    assert version("jieba") == VERSION
    text = "莱西至海阳输气管线"
    assert {1, 4, 6} <= set(inner_breaks(text, jieba=True))
    lines = set_cell(setting(Typography(word_breaks="jieba")), (Run("青岛市政务服务"),), LOOK, 40)
    assert [line.text for line in lines] == ["青岛市", "政务服务"]


def test_jieba_neither_reads_nor_writes_its_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _tokenizer.cache_clear()
    assert segmented("青岛市政务服务") == ["青岛市", "政务", "服务"]
    assert not list(tmp_path.iterdir())


def test_a_title_has_lines_of_one_length() -> None:
    widths = [line.width for line in set_title(setting(), (Run("上半年各部门重点工作完成情况公开"),), LOOK, 150)]
    assert len(widths) == 2
    assert abs(widths[0] - widths[1]) <= 20


@pytest.mark.parametrize(
    ("text", "measure", "whole"),
    [
        ("老旧小区整治改造，已经动工20.2万平方米", 78, "20.2万平方米"),
        ("建筑业总产值1049.7亿元同比", 60, "1049.7亿元"),
        ("开业50个百分点", 60, "50个百分点"), ("共有2700余个泊位", 62, "2700余个"),
        ("城乡面积20.2万平方米", 45, "平方米"),  # no room for all of it: between figure and unit
    ],
)  # fmt: skip
def test_a_figure_keeps_its_unit_in_titles_and_cells(text: str, measure: float, whole: str) -> None:
    for words in (Typography(), Typography(word_breaks="none")):
        for set_lines in (set_title, set_cell):
            lines = [line.text for line in set_lines(setting(words), (Run(text),), LOOK, measure)]
            assert "".join(lines) == text
            assert any(whole in line for line in lines), lines
