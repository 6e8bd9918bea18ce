"""What a chart's data say in one sentence: true, in the words of the domain, for every kind and every edge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.resolve.readings import reading_of
from support.plates import chart, series

THREE = ("开工", "竣工", "新开工")
QUARTERS = ("一季度", "二季度", "三季度")


@pytest.mark.parametrize(
    ("names", "figures", "unit", "said"),
    [
        (THREE, (10, 33, 45), "个", "三项中新开工最多，为45个，比竣工多12个"),
        (THREE, (45, 45, 1), "个", "三项中开工、竣工并列最多，都是45个"),
        (THREE, (5, 5, 5), "个", "三项相同，都是5个"),
        (THREE, (5, None, None), "个", "开工为5个"),
        (("甲", "乙"), ("26.4", "19.9"), "同比，%", "两项中甲最高，为26.4%，比乙高6.5个百分点"),
        (("甲", "乙"), (30, 5), "单位：天", "两项中甲最长，为30天，比乙长25天"),
        (("甲", "乙"), (113, 11), "处（个）", "两项中甲最多，为113，比乙多102"),
        (("甲", "乙"), (-3, -5), "", "两项中甲最大，为−3，比乙大2"),
        (QUARTERS, ("73.1", "74.2", "75.5"), "岁", "从一季度的73.1岁上升到三季度的75.5岁，上升2.4岁"),
        (QUARTERS, (7, 9, 6), "件", "从一季度的7件减少到三季度的6件，减少1件，二季度最多，为9件"),
        (QUARTERS, (7, 2, 7), "件", "一季度和三季度都是7件，二季度最少，为2件"),
    ],
)
def test_one_series(names: tuple[str, ...], figures: tuple[int | None, ...], unit: str, said: str) -> None:
    for kind in ("bar", "column", "line", "area"):
        assert reading_of(chart(kind, names, series(*figures), unit=unit)) == said


@pytest.mark.parametrize(
    ("kind", "names", "rows", "said"),
    [
        ("line", QUARTERS, ((1, 2, 3), (2, 3, 4)), "三季度，两项中今年最多，为4个，比去年多1个"),
        ("line", QUARTERS, ((1, 2, 3), (2, 3, None)), "二季度，两项中今年最多，为3个，比去年多1个"),
        ("column", THREE, ((1, 2, 3), (2, 9, 4)), "三项都是今年多于去年，相差最大的是竣工，今年多7个"),
        ("bar", THREE, ((1, 2, 9), (2, 9, 4)), "三项中有两项今年多于去年，一项少于去年，相差最大的是竣工，今年多7个"),
        (
            "bar",
            THREE,
            ((1, 2, 19), (2, 9, 4)),
            "三项中有两项今年多于去年，一项少于去年，相差最大的是新开工，今年少15个",
        ),
        ("bar", THREE, ((1, 2, 3), (1, 2, 3)), "三项去年和今年都相同"),
        ("column", ("甲",), ((1,), (2,)), "甲今年比去年多1个"),
        ("stacked", ("城", "乡"), ((3, 4), (1, 2)), "合计数两项中乡最多，为6个，比城多2个；其中去年占66.7%"),
        ("area", QUARTERS, ((3, 3, 4), (1, 1, 2)), "合计从一季度的4个增加到三季度的6个，增加2个；其中去年占66.7%"),
        ("slope", THREE, ((1, 2, 3), (4, 1, 3)), "三项中一项增加，一项减少，一项持平，变化最大的是开工，从1个到4个"),
        ("slope", ("甲", "乙"), ((1, 2), (9, 3)), "两项都增加，变化最大的是甲，从1个到9个"),
        ("slope", ("甲",), ((9,), (1,)), "甲从9个减少到1个"),
        ("slope", ("甲", "乙"), ((1, 2), (1, 2)), "两项没有变化"),
        ("strip", ("幼儿园",), ((17,), (20,)), "幼儿园20个中完成17个，还有3个没有完成"),
        ("strip", ("甲", "乙"), ((17, 3), (20, 9)), "两项合计29个中完成20个，还有9个没有完成，剩得最多的是乙，6个"),
        ("strip", ("甲", "乙"), ((5, 9), (5, 9)), "两项合计14个中完成14个，全部完成"),
        ("strip", ("甲",), ((22,), (20,)), "甲20个中完成22个，超出2个"),
        ("strip", ("2023",), ((17,), (20,)), "2023，20个中完成17个，还有3个没有完成"),
        ("target", ("开工", "完工"), ((50, 30), (60, 100)), "两项都未达到目标，完成率最低的是完工，为30%，还差70个"),
        ("target", ("开工", "完工"), ((70, 30), (60, 100)), "两项中一项达到目标，完成率最低的是完工，为30%，还差70个"),
        ("target", ("开工", "完工"), ((70, 150), (60, 100)), "两项都达到目标，完成率最高的是完工，为150%"),
        ("target", ("完工",), ((30,), (100,)), "完工完成30%，还差70个"),
    ],
)
def test_several_series(kind: str, names: tuple[str, ...], rows: tuple[tuple[int, ...], ...], said: str) -> None:
    made = [series(*row, name=name) for row, name in zip(rows, ("去年", "今年"), strict=True)]
    assert reading_of(chart(kind, names, *made, unit="个")) == said


def test_a_whole_and_its_parts() -> None:
    assert reading_of(chart("doughnut", ("居民", "职工"), series("485.6", "374.4"))) == "合计860万人，居民最多，占56.5%"
    assert reading_of(chart("doughnut", ("甲", "乙"), series(50, 50), unit="%")) == "两项各占50%"


def test_nothing_known_says_nothing() -> None:
    assert reading_of(chart("bar", ("甲",), series(None))) == ""
    assert reading_of(chart("target", ("甲",), series(1), series(0))) == ""


FIGURES = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.decimals(-100, 100, places=2))


@given(
    st.sampled_from(("column", "bar", "line", "area", "stacked", "slope", "doughnut", "target")),
    st.lists(st.lists(FIGURES, min_size=4, max_size=4), min_size=1, max_size=4),
    st.sampled_from(("个", "%", "", "同比，%", "单位：天")),
    st.sampled_from((("甲", "乙", "丙", "丁"), ("1月", "2月", "3月", "4月"))),
)
@settings(max_examples=200, deadline=None)
def test_a_sentence_whatever_the_data(
    kind: str, rows: list[list[int | None]], unit: str, names: tuple[str, ...]
) -> None:
    said = reading_of(chart(kind, names, *(series(*row, name=f"列{at}") for at, row in enumerate(rows)), unit=unit))
    assert "\n" not in said and "。" not in said and "None" not in said
    known = [value for row in rows for value in row if value is not None]
    assert bool(said) or not known or kind in ("doughnut", "target", "slope")


def test_the_leader_is_the_largest() -> None:
    said = reading_of(chart("bar", ("甲", "乙", "丙"), series("9.99", "10", "1e1"), unit="个"))
    assert said == "三项中乙、丙并列最多，都是10个"
