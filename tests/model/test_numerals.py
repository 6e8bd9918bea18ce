"""Years and months in Han digits, as on the cover of a document."""

import pytest

from reportgen.model.numerals import han_date, han_years


def test_year_and_month() -> None:
    assert han_date("2019-07-15") == "二〇一九年七月"
    assert han_date("2020-12-01") == "二〇二〇年十二月"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2025年度", "二〇二五年度"), ("2019年上半年", "二〇一九年上半年"), ("2024年—2025年", "二〇二四年—二〇二五年"),
        ("12025年", "12025年"), ("2024—2025年", "2024—2025年"), ("2025年第3期", "2025年第3期"),
        ("２０２５年", "２０２５年"),
    ],
)  # fmt: skip
def test_years_in_words(words: str, said: str) -> None:
    assert han_years(words) == said
