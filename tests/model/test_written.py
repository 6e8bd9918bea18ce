"""Every character of a prose has its place in the written form, marks and all."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.inlines import IndicatorRef, Reference
from reportgen.model.markup import MarkupError, parse
from reportgen.model.written import spelled, written_at

# written form -> where the characters named stand in it
CASES = {
    "甲,乙": {",": 1},
    "  甲,乙": {",": 3},
    "**甲**,乙": {",": 5},
    "甲${a.b|name},乙": {",": 12},
    r"甲\*,\[乙": {"*": 2, ",": 3, "[": 5},
    "[甲](https://a.cn/(x),y),乙": {"甲": 1, ",": 23},
    '[甲](<https://a.cn/a,b> "题,目"),乙': {",": 29},
    "见[](#main),乙": {",": 10},
    "见[表](#main),乙": {"表": 2, ",": 11},
    "甲\\\n乙,丙": {"\n": 2, "乙": 3, ",": 4},
    "甲 \n  乙,丙": {"乙": 5, ",": 6},
    "ab\n  cd,": {"c": 5, ",": 7},
    "***甲**乙*,": {"甲": 3, "乙": 6, ",": 8},
    "2*3*4,*": {"2": 0},
    r"路径\甲,": {"甲": 3, ",": 4},
    "甲^[ 注,**文**。 ]，[乙]{.name},丙": {"注": 4, ",": 5, "文": 8, "乙": 16, "丙": 26},
    r"甲\^[乙],": {"^": 2, ",": 6},
    "a](b),[甲](#x),": {"b": 3, "甲": 7},
}


@pytest.mark.parametrize("written", CASES)
def test_cases(written: str) -> None:
    prose = parse(written)
    places = written_at(prose, written)
    leaves = [leaf for _, leaf in spelled(prose)]
    assert len(places) == len(leaves)
    for char, at in CASES[written].items():
        assert at in [place for leaf, place in zip(leaves, places, strict=True) if leaf == char]


PARTS = [
    "甲", "乙", "，", ",", " ", "\n", "\\", "*", "**", "[", "]", "(", ")", "](#a)", "](https://a.cn/,b)", "${a.b}", "a",
    "1", "_", "\\\n", "\u3000", '"', "<", ">",
]  # fmt: skip


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_whatever_parses_has_its_places(parts: list[str]) -> None:
    written = "".join(parts)
    try:
        prose = parse(written)
    except MarkupError:
        return
    leaves = [leaf for _, leaf in spelled(prose)]
    places = written_at(prose, written)
    assert len(places) == len(leaves)
    assert all(one < two for one, two in pairwise(places))
    for leaf, at in zip(leaves, places, strict=True):
        if isinstance(leaf, IndicatorRef):
            assert written.startswith("${", at)
        elif isinstance(leaf, Reference):
            assert written[at] == "["
        else:
            assert written[at] == leaf or (leaf == " " and written[at] in " \n")
