"""Wording keeps the figure: what is printed is the number that was registered, digit for digit."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.indicators import Indicator, say
from reportgen.indicators.wording import plain

FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=None).filter(
    lambda figure: figure.adjusted() > -12 and len(str(figure)) < 30
)
ROUGH = st.sampled_from([None, "约", "近", "超", "不少于", "余", "多", "以上"])
UNITS = st.sampled_from(["", "个", "万人", "亿元", "万", "%", "平方米", "万余"])


def digits(words: str) -> str:
    return "".join(re.findall(r"[−0-9.]", words))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(FIGURES)
def test_plain_gives_the_number_back(figure: Decimal) -> None:
    printed = plain(figure)
    assert Decimal(printed.replace("−", "-")) == figure
    assert not re.search(r"[eE+,]", printed)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(FIGURES, UNITS, ROUGH)
def test_the_forms_agree_on_the_digits(figure: Decimal, unit: str, rough: str | None) -> None:
    one = Indicator(name="甲", value=figure, unit=unit, rough=rough)  # type: ignore[arg-type]  # a Rough
    number = say(one, "number")
    for form in ("value", "exact"):
        said = say(one, form)
        assert digits(said) == digits(number) == digits(plain(figure))
        assert sorted(said) == sorted(number + unit + (rough or "" if form == "value" else ""))
