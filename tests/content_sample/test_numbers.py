"""Each number of the article stands in its own department, comes from the register, and none is worked back."""

import re
from decimal import Decimal

import pytest
import yaml

from content_sample.reading import DEPARTMENTS, HERE, document, section, text
from reportgen.indicators import FORMS, Indicator, WordingError, say
from reportgen.model.blocks import Chart
from reportgen.model.inlines import Text
from reportgen.model.walk import inlines_of, proses

ARTICLE: dict[str, list[str]] = yaml.safe_load((HERE / "article-numbers.yaml").read_text(encoding="utf-8"))
REGISTER = document().booklet.register

# Digits that are dates or parts of names, not figures.
NAMES = re.compile(
    r"2019年|5月中旬|今年5月|11月份|6月30日|7月15日|500强|30强|华电9F|2019ICF|青岛58中|青岛2中"
    r"|2021国际OP级|2023年亚洲杯|www\.\S+"
)


def stands(figure: str, words: str) -> bool:
    return re.search(rf"(?<![\d.～]){re.escape(figure)}(?!\d)", words) is not None


@pytest.mark.parametrize("department", DEPARTMENTS)
def test_every_number_of_the_article_stands_in_its_department(department: str) -> None:
    words = text(department)
    assert [figure for figure in ARTICLE[department] if not stands(figure, words)] == []


def test_the_article_has_about_130_numbers() -> None:
    assert tuple(ARTICLE) == DEPARTMENTS
    assert sum(map(len, ARTICLE.values())) > 110


def printed(one: Indicator) -> dict[str, str]:
    """What the register holds of a number, in words."""
    found = {}
    for field, form in (("value", "value"), ("target", "target"), ("completion", "completion"), ("yoy", "yoy")):
        if getattr(one, field) is not None:
            found[field] = say(one, form)
    if one.share is not None:
        found["share"] = say(one, "share")
    return found


@pytest.mark.parametrize("id", REGISTER)
def test_the_register_holds_nothing_that_the_article_does_not_print(id: str) -> None:
    one = REGISTER[id]
    article = ARTICLE[id.split(".")[0]]
    for field, words in printed(one).items():
        # 超 stands for a verb of the article's, which is no part of the number
        if words.removeprefix("超") in article:
            continue
        assert field == "target", f"{field} {words}"
        assert one.value is not None
        assert one.completion is not None
        assert one.target is not None
        assert one.value * 100 == one.target * one.completion, "a target that is worked back and does not come out even"


def test_stated_completions_agree_with_value_and_target() -> None:
    for one in REGISTER.values():
        if one.completion is not None and one.target is not None and one.value is not None:
            step = Decimal(1).scaleb(int(one.completion.as_tuple().exponent))
            assert (one.value / one.target * 100).quantize(step, rounding="ROUND_HALF_UP") == one.completion, one.name


def test_the_parts_of_the_insured_make_the_whole() -> None:
    whole, employees, residents = (REGISTER[f"medical.{name}"].value for name in ("insured", "employees", "residents"))
    assert employees is not None
    assert residents is not None
    assert employees + residents == whole


def test_each_indicator_has_a_name_and_a_source() -> None:
    for id, one in REGISTER.items():
        assert one.name, id
        assert one.source, id
    names = [(id.split(".")[0], one.name) for id, one in REGISTER.items()]
    assert len(set(names)) == len(names)


def typed() -> list[str]:
    """All that is typed by hand: prose without its indicators, and the plain words of the report and its sections."""
    report = document().booklet.report
    found = [report.title, report.subtitle, report.issuer]
    for one in document().booklet.sections:
        found += [one.name, one.short]
        for _, prose in proses((one.headline, *one.blocks) if one.headline else one.blocks):
            found.append("\x00".join(part.text for part in inlines_of(prose) if isinstance(part, Text)))
    return found


def test_no_number_with_its_unit_is_typed_by_hand() -> None:
    registered = set()
    for one in REGISTER.values():
        for form in {form for form in FORMS if not form.endswith("figure")} - {"unit", "name", "number"}:
            try:
                registered.add(say(one, form))
            except WordingError:
                continue
    for words in typed():
        assert [figure for figure in registered if stands(figure, words)] == [], words


def test_digits_typed_by_hand_are_dates_or_names() -> None:
    for words in typed():
        assert not re.search(r"\d", NAMES.sub("", words)), words


def test_charts_plot_registered_numbers_only() -> None:
    for department in DEPARTMENTS:
        for block in section(department).blocks:
            if isinstance(block, Chart):
                for series in block.series:
                    assert all(
                        isinstance(value, str) and value.partition("|")[0] in REGISTER for value in series.values
                    )


def test_every_registered_number_is_quoted_in_the_text_of_its_department() -> None:
    for id, one in REGISTER.items():
        words = text(id.split(".")[0])
        for field, said in printed(one).items():
            assert stands(said.removeprefix("超"), words), f"{id} {field} {said}"
