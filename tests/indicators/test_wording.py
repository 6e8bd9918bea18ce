"""Registered numbers in words: every form, every rough word, and what is never worked out."""

from decimal import Decimal

import pytest

from reportgen.indicators import FORMS, Indicator, Share, WordingError, is_printable, say


def one(**fields: object) -> Indicator:
    numbers = {"value", "upper", "target", "completion", "yoy"}
    made = {name: Decimal(str(given)) if name in numbers else given for name, given in fields.items()}
    return Indicator(name="指标", **made)  # type: ignore[arg-type]  # the fields' own types


@pytest.mark.parametrize(
    ("fields", "form", "words"),
    [
        ({"value": 37, "unit": "所"}, "value", "37所"),
        ({"value": "1049.70", "unit": "亿元"}, "value", "1049.70亿元"),
        ({"value": "1E+3", "unit": "个"}, "value", "1000个"),
        ({"value": "-0.5", "unit": "%"}, "value", "−0.5%"),
        ({"value": 37}, "value", "37"),
        ({"value": 3, "upper": 5, "unit": "个"}, "value", "3～5个"),
        ({"value": 3700, "unit": "户", "rough": "余"}, "value", "3700余户"),
        ({"value": "2.7", "unit": "万个", "rough": "余"}, "value", "2.7万余个"),
        ({"value": 3, "unit": "万人", "rough": "余"}, "value", "3万余人"),
        ({"value": 30, "unit": "个", "rough": "多"}, "value", "30多个"),
        ({"value": 5, "unit": "亿元", "rough": "近"}, "value", "近5亿元"),
        ({"value": 5, "unit": "亿元", "rough": "约"}, "value", "约5亿元"),
        ({"value": 5, "unit": "亿元", "rough": "超"}, "value", "超5亿元"),
        ({"value": 8000, "unit": "例", "rough": "不少于"}, "value", "不少于8000例"),
        ({"value": 95, "unit": "%", "rough": "以上"}, "value", "95%以上"),
        ({"value": 3700, "unit": "户", "rough": "余"}, "exact", "3700户"),
        ({"value": 3700, "unit": "户", "rough": "余"}, "number", "3700"),
        ({"value": 3700, "unit": "户"}, "unit", "户"),
        ({"value": 3700, "unit": "户"}, "name", "指标"),
        ({"value": 37, "target": 100, "unit": "所"}, "target", "100所"),
        ({"value": 37, "target": 100}, "completion", "37%"),
        ({"value": 1, "target": 3}, "completion", "33.3%"),
        ({"value": 2, "target": 3}, "completion", "66.7%"),
        ({"value": 1, "target": 3, "completion": "33"}, "completion", "33%"),  # as the source states it
        ({"value": 120, "target": 100}, "completion", "120%"),
        ({"value": 1, "yoy": "8.9"}, "yoy", "8.9%"),
        ({"value": 1, "yoy": "-8.9"}, "yoy", "8.9%"),
        ({"value": 1, "yoy": "8.9"}, "change", "增长8.9%"),
        ({"value": 1, "yoy": "-8.90"}, "change", "下降8.90%"),
        ({"value": 1, "yoy": 0}, "change", "持平"),
        ({"value": 1, "yoy": "8.9"}, "arrow", "↑8.9%"),
        ({"value": 1, "yoy": "-8.9"}, "arrow", "↓8.9%"),
        ({"value": 1, "yoy": 0}, "arrow", "→0%"),
        ({"share": Share(of="全市", percent=Decimal("32.5"))}, "share", "32.5%"),
    ],
)  # fmt: skip
def test_words(fields: dict[str, object], form: str, words: str) -> None:
    assert say(one(**fields), form) == words


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        ("value", "value"), ("exact", "value"), ("number", "value"), ("target", "target"), ("completion", "completion"),
        ("yoy", "yoy"), ("change", "yoy"), ("arrow", "yoy"), ("share", "share"),
    ],
)  # fmt: skip
def test_what_was_not_published_is_not_said(form: str, missing: str) -> None:
    with pytest.raises(WordingError) as caught:
        say(one(), form)
    assert caught.value.missing == missing


def test_a_target_is_never_worked_back_from_a_percentage() -> None:
    with pytest.raises(WordingError):
        say(one(value=37, completion=37), "target")


def test_no_completion_of_a_target_of_nought() -> None:
    with pytest.raises(WordingError):
        say(one(value=37, target=0), "completion")


def test_every_form_says_something_of_a_full_indicator() -> None:
    full = one(value=37, unit="所", target=100, yoy=5, share=Share(of="全市", percent=Decimal(5)))
    assert all(say(full, form) for form in FORMS)


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "-Infinity", "1E+30", "1E-30", "1" * 41])
def test_figures_nobody_can_print_are_refused(figure: str) -> None:
    assert not is_printable(Decimal(figure))
    with pytest.raises(ValueError, match="printed"):
        one(value=figure)


@pytest.mark.parametrize("figure", ["0", "-1", "0.0000000001", "12345678901234567890", "5.60"])
def test_figures_of_reports_are_taken(figure: str) -> None:
    assert is_printable(Decimal(figure))
