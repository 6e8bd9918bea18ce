"""The year-end handbook is complete, says that it is invented, and its words are true of its numbers."""

import re

import pytest

from content_yearend.reading import DEPARTMENTS, YEAREND, document, register, sample, section, tasks, text
from reportgen.checks import check_typography
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import Chart, Glossary, Heading, KeyFigures, Progress, Projects
from reportgen.model.runs import text_of

HAN = "零一二三四五六七八九十"


def test_there_is_nothing_to_report() -> None:
    sink = Diagnostics()
    loaded = load_project(YEAREND, sink)
    check_typography(document(), loaded.sources, sink)
    assert [(one.code, one.where) for one in (*sample()[1], *sink)] == []


def test_the_sections_stand_in_order() -> None:
    ids = [one.id for one in document().booklet.sections]
    assert tuple(id for id in ids if id in DEPARTMENTS) == DEPARTMENTS
    assert ids[:3] == ["cover", "imprint", "contents"]
    assert ids[-1] == "back-cover"


def test_the_imprint_says_that_all_of_it_is_invented() -> None:
    assert re.search(r"示例", text("imprint"))
    assert "全部数字，都是为演示编造的，不对应任何真实的城市、单位和个人" in text("imprint")
    assert "虚构" in text("back-cover")


@pytest.mark.parametrize("id", DEPARTMENTS)
def test_a_department_has_all_its_parts(id: str) -> None:
    one = section(id)
    headline = text_of(one.headline, document())
    assert 12 <= len(headline) <= 30
    assert isinstance(one.blocks[0], KeyFigures)
    headings = [text_of(block.text, document()) for block in one.blocks if isinstance(block, Heading)]
    assert headings == ["全年工作", "指标完成情况", "半年承诺对照", "问题和整改", "2026年安排"]


def test_charts_are_of_many_kinds_and_state_what_they_show() -> None:
    charts = [block for one in document().booklet.sections for block in one.blocks if isinstance(block, Chart)]
    kinds = {block.type for block in charts}
    assert kinds == {
        "column", "bar", "line", "area", "stacked", "slope", "doughnut", "target", "strip", "dots", "people"
    }  # fmt: skip
    for block in charts:
        assert len(text_of(block.title, document())) >= 8
        for series in block.series:
            assert all(str(one).partition("|")[0] in register() for one in series.values)


@pytest.mark.parametrize("id", DEPARTMENTS)
def test_bars_are_sorted_and_their_title_counts_rightly(id: str) -> None:
    (bars,) = [block for block in section(id).blocks if isinstance(block, Progress)]
    assert {item.indicator for item in bars.items} == set(tasks(id))
    done = [register()[item.indicator].progress or 0 for item in bars.items]
    assert done == sorted(done, reverse=True)
    kept = sum(one >= 100 for one in done)
    assert bars.title is not None
    assert text_of(bars.title, document()).startswith(f"{HAN[len(done)]}项任务完成{HAN[kept]}项，")


def test_titles_of_charts_are_true() -> None:
    known = {id: one.value or 0 for id, one in register().items()}
    assert round(known["education.teachers.rural"] / known["education.teachers"] * 10) == 4
    assert 4 < known["health.response.2021"] - known["health.response"] < 5
    assert round(known["health.primary"]) == 55
    assert (register()["civil.canteens"].target, known["civil.canteens"]) == (60, 52)
    assert round(known["civil.covered.minimum"] / known["civil.covered"] * 4) == 3
    half = known["employment.jobs"] / 2
    assert known["employment.jobs.q2"] + known["employment.jobs.q3"] > half
    growth = {id: register()[f"employment.{id}"].yoy or 0 for id in ("loans", "graduates", "jobs", "insured")}
    assert list(growth.values()) == sorted(growth.values(), reverse=True)
    places = [f"housing.estates.{one}" for one in ("bolu", "wangting", "xitang", "tinglan")]
    assert [id for id in places if register()[id].progress == 100] == ["housing.estates.xitang"]
    assert 0.45 < known["housing.rental.newcomers"] / known["housing.rental"] < 0.5
    riders = [known[f"transport.riders.q{n}"] for n in (1, 2, 3, 4)]
    assert max(riders) == riders[3]
    for part in ("roads", "stations", "ports"):
        assert known[f"transport.investment.{part}"] > known[f"transport.investment.last.{part}"]
    assert round(known["transport.investment.roads"] / known["transport.investment"] * 10) == 6
    halves = [one.progress for id, one in register().items() if id.startswith("half.")]
    assert all(one is not None and one < 50 for one in halves)


def test_sentences_are_short_and_in_full_width_marks() -> None:
    for words in text().split("\n"):
        assert not re.search(r"[\u3400-\u9fff][,;:!?()\"'~]", words), words
        for one in re.split(r"(?<=[。！？；])", words):
            assert len(one) <= 90, one


def test_terms_of_the_glossary_are_of_this_booklet() -> None:
    """That each is used is checked by the program."""
    (block,) = [block for block in section("glossary").blocks if isinstance(block, Glossary)]
    terms = [entry.term for entry in block.entries]
    assert len(terms) == len(set(terms)) >= 15
    assert sum(map(len, document().first_uses.values())) == len(terms)


def test_five_of_ten_things_for_peoples_lives_are_done() -> None:
    (block,) = [block for block in section("livelihood").blocks if isinstance(block, Projects)]
    done = [register()[item.indicator].progress or 0 for item in block.items if item.indicator]
    assert (len(done), sum(one >= 100 for one in done)) == (10, 5)
    assert block.title is not None
    assert text_of(block.title, document()) == "十件民生实事，办成五件"
