"""The invented numbers agree with each other: shares, parts and wholes, changes on the year before, counts."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from content_yearend.reading import DEPARTMENTS, document, quoted, register, section, tasks
from reportgen.indicators import Indicator
from reportgen.model.inlines import Text
from reportgen.model.walk import inlines_of, proses

TENTH = Decimal("0.1")


def value(id: str) -> Decimal:
    found = register()[id].value
    assert found is not None, id
    return found


def rounded(figure: Decimal) -> Decimal:
    return figure.quantize(TENTH, rounding=ROUND_HALF_UP)


def with_yoy() -> dict[str, Indicator]:
    return {id: one for id, one in register().items() if one.yoy is not None}


def test_changes_on_the_year_before_follow_from_both_years() -> None:
    assert len(with_yoy()) == 16
    for id, one in with_yoy().items():
        last = value(id + ".last")
        assert rounded((value(id) - last) / last * 100) == one.yoy, id


def test_what_a_rate_gained_is_the_difference() -> None:
    gains = [id.removesuffix(".gain") for id in register() if id.endswith(".gain")]
    assert len(gains) == 3
    for id in gains:
        assert value(id) - value(id + ".last") == value(id + ".gain"), id


PARTS = {
    "all.tasks": ("done", "short"),
    "all.promises": ("kept", "partial", "unkept"),
    "reps.all": ("reps.residents", "reps.deputies", "reps.business", "reps.grassroots"),
    "education.school_places": ("primary", "junior"),
    "education.teachers": ("rural", "urban"),
    "civil.canteens.late": ("civil.canteens.fire", "civil.canteens.lease"),
    "civil.covered": ("minimum", "alone", "edge"),
    "employment.jobs": ("q1", "q2", "q3", "q4"),
    "employment.insured": ("staff", "residents"),
    "housing.estates": ("bolu", "wangting", "xitang", "tinglan"),
    "housing.estates.late": ("housing.estates.rain", "housing.estates.pipes"),
    "housing.rental": ("newcomers", "graduates", "workers"),
    "transport.investment": ("roads", "stations", "ports"),
    "transport.investment.last": ("roads", "stations", "ports"),
}


@pytest.mark.parametrize("whole", PARTS)
def test_parts_make_the_whole(whole: str) -> None:
    parts = [part if part in register() else f"{whole}.{part}" for part in PARTS[whole]]
    assert sum(map(value, parts)) == value(whole)
    targets = [register()[part].target for part in parts]
    if targets[0] is not None:
        assert sum(one for one in targets if one is not None) == register()[whole].target


def test_shares_are_of_registered_wholes_and_close() -> None:
    by_name = {one.name: one.value for one in register().values() if one.value is not None and not one.period}
    by_name["半年承诺"] = value("all.promises")
    by_whole: dict[str, list[Decimal]] = {}
    for id, one in register().items():
        if one.share is not None:
            whole = by_name[one.share.of]
            assert one.value is not None
            assert whole is not None
            assert rounded(one.value / whole * 100) == one.share.percent, id
            by_whole.setdefault(one.share.of, []).append(one.share.percent)
    assert sum(by_whole["市民代表"]) == 100
    assert sum(by_whole["基本生活保障人数"]) == 100


def test_what_is_late_is_what_the_target_lacks() -> None:
    late = {id.removesuffix(".late") for id in register() if id.endswith(".late")}
    assert late == {
        "education.school_places",
        "health.beds",
        "civil.canteens",
        "employment.training",
        "housing.estates",
    }
    for id in late - {"employment.training"}:
        target = register()[id].target
        assert target is not None
        assert target - value(id) == value(id + ".late"), id
    target = register()["employment.training"].target
    assert target is not None
    assert (target - value("employment.training")) * 10000 == value("employment.training.late")


def test_tasks_done_and_short_are_counted_rightly() -> None:
    found = [one for id in DEPARTMENTS for one in tasks(id).values()]
    done = [one for one in found if one.progress is not None and one.progress >= 100]
    assert len(found) == value("all.tasks")
    assert len(done) == value("all.tasks.done")


def test_the_half_years_completions_follow_from_this_years_targets() -> None:
    half = {id.removeprefix("half."): one for id, one in register().items() if id.startswith("half.")}
    short = {id for one in DEPARTMENTS for id, task in tasks(one).items() if (task.progress or 0) < 100}
    assert set(half) == short
    for id, one in half.items():
        target = register()[id].target
        assert target is not None
        assert one.value is not None
        assert rounded(one.value / target * 100) == one.completion, id
        assert one.value <= value(id), id


def test_quarters_of_a_mean_have_it_as_their_mean() -> None:
    assert sum(value(f"transport.riders.q{n}") for n in (1, 2, 3, 4)) / 4 == value("transport.riders")


def test_every_registered_number_is_used() -> None:
    assert set(register()) - quoted() == set()


@pytest.mark.parametrize("department", DEPARTMENTS)
def test_a_department_uses_its_own_numbers_and_all_its_tasks(department: str) -> None:
    words = "\n".join(section(department).blocks.__repr__().split())
    for id in tasks(department):
        assert id in words, id
    assert not [other for other in DEPARTMENTS if other != department and f"'{other}." in words]


# What is no figure: dates, times, rules of the meeting, a hotline.
RULES = (
    r"20\d\d年(?:度)?|\d{1,2}月\d{1,2}日|\d{1,2}月|\d{1,2}[:时]\d{2}分?—?|\d{1,2}时|\d+分钟|\d+个工作日"
    r"|30日|80%|100%|12345|HPV"
)


def test_digits_typed_by_hand_are_dates_times_and_rules() -> None:
    for one in document().booklet.sections:
        for _, prose in proses((one.headline, *one.blocks) if one.headline else one.blocks):
            words = "\x00".join(part.text for part in inlines_of(prose) if isinstance(part, Text))
            assert not re.search(r"\d", re.sub(RULES, "", words)), (one.id, words)
