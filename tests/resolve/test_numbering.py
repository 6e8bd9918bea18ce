"""Numbers of headings, tables and illustrations as GB/T 9704 has them."""

import pytest

from reportgen.model.blocks import AnyBlock, Callout, Cell, Chart, Column, Heading, Opening, Picture, Row, Series, Table
from reportgen.model.inlines import Prose, Text
from reportgen.model.numerals import chinese_number
from reportgen.resolve.numbering import heading_label, number_blocks

T = Prose((Text("题"),))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (99, "九十九"),
        (100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"),
        (1010, "一千零一十"), (1100, "一千一百"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_counting_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_that_no_heading_has(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


def test_the_four_levels() -> None:
    assert [heading_label(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]


def numbered(*blocks: AnyBlock) -> list[str]:
    made = number_blocks((str(index), block) for index, block in enumerate(blocks))
    return [made.get(str(index), "") for index in range(len(blocks))]


def test_a_heading_starts_its_lower_levels_anew() -> None:
    levels = [2, 3, 4, 4, 3, 4, 2, 3]
    headings = [Heading(text=T, level=level) for level in levels]
    assert numbered(Opening(name=T), *headings, Opening(name=T), Heading(text=T, level=3)) == [
        "一、", "（一）", "1.", "（1）", "（2）", "2.", "（1）", "（二）", "1.", "二、", "1.",
    ]  # fmt: skip


def test_what_is_not_numbered_does_not_count_but_starts_anew() -> None:
    assert numbered(
        Opening(name=T, numbered=False), Opening(name=T), Heading(text=T), Heading(text=T, numbered=False),
        Heading(text=T, level=3), Heading(text=T), Opening(name=T, numbered=False), Heading(text=T), Opening(name=T),
    ) == ["", "一、", "（一）", "", "1.", "（二）", "", "（一）", "二、"]  # fmt: skip


def test_tables_and_illustrations_are_counted_apart_and_only_with_a_title() -> None:
    table = Table(title=T, columns=(Column(title=T),), rows=(Row(cells=(Cell(text=T),)),))
    bare = Table(columns=(Column(title=T),), rows=())
    chart = Chart(type="bar", title=T, categories=(T,), series=(Series(values=(1,)),))
    picture = Picture(file="a.png", alt="图", caption=T)
    plain = Picture(file="a.png", alt="图")
    inside = Callout(blocks=(table,))
    assert numbered(table, chart, bare, picture, plain, table, chart, inside) == [
        "表1", "图1", "", "图2", "", "表2", "图3", "",
    ]  # fmt: skip
