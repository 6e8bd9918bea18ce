"""The words of the sample: its own, in proper punctuation, and true of the register."""

import hashlib
import re
from decimal import Decimal

from content_sample.reading import DEPARTMENTS, HERE, document, prose_of, section
from reportgen.model.blocks import Chart, Progress

RUN = 14
HAN = re.compile(r"[\u3400-\u9fff]")


def han(words: str) -> str:
    return "".join(HAN.findall(words))


def test_no_run_of_14_han_characters_is_the_articles() -> None:
    article = set((HERE / "article-runs.txt").read_text(encoding="ascii").split())
    names = [han(name) for name in (HERE / "names.txt").read_text(encoding="utf-8").split("\n")]
    copied = []
    for id, words in prose_of(document()):
        text = han(words)
        for start in range(len(text) - RUN + 1):
            run = text[start : start + RUN]
            if hashlib.sha256(run.encode()).hexdigest()[:8] in article and not any(run in name for name in names):
                copied.append((id, run))
    assert copied == []


def test_punctuation_is_full_width_after_han() -> None:
    for id, words in prose_of(document()):
        assert not re.search(r"[\u3400-\u9fff][,;:!?()\"'~]", words), (id, words)
        assert not re.search(r"[\u3400-\u9fff] [\u3400-\u9fff]", words), (id, words)
        assert not re.search(r"[，。；：？！、]{2}", words), (id, words)
        assert "）、" not in words or not re.match(r"（[一二三四五六七八九十]+）、", words), (id, words)
        assert words.count("“") == words.count("”"), (id, words)
        assert words.count("（") == words.count("）"), (id, words)
        assert words.count("《") == words.count("》"), (id, words)
        assert "-" not in words.replace("OP级", ""), (id, words)


def test_sentences_are_short() -> None:
    long = []
    for id, words in prose_of(document()):
        long += [(id, one) for one in re.split(r"(?<=[。！？])", words) if len(one) > 80]
    assert long == []


def number(id: str) -> Decimal:
    value = document().booklet.register[id].value
    assert value is not None
    return value


def target(id: str) -> Decimal:
    value = document().booklet.register[id].target
    assert value is not None
    return value


def test_headline_of_the_overview_is_true() -> None:
    (overview,) = document().overviews.values()
    done = [task.percent for task in overview.tasks]
    assert len(done) == 13
    assert sum(one is not None and one >= 50 for one in done) == 10
    assert done == sorted(done, key=lambda one: -(one or 0))


def test_the_overview_shows_every_number_with_a_completion() -> None:
    (overview,) = document().overviews.values()
    known = [one.progress for one in document().booklet.register.values() if one.progress is not None]
    assert sorted(task.percent for task in overview.tasks if task.percent is not None) == sorted(known)
    assert [cell.name for cell in overview.cells] == [section(id).short for id in DEPARTMENTS]


def test_titles_of_charts_and_bars_are_true() -> None:
    assert target("health.stations") - number("health.stations") == 9
    assert target("health.clinics") - number("health.clinics") == 20
    assert number("urban.coverage") >= 75
    assert target("urban.collection") == 100
    assert number("medical.residents") > number("medical.employees")
    register = document().booklet.register
    assert (register["employment.jobs"].yoy or 0) > (register["employment.insured"].yoy or 0)
    other = number("civil.named") + number("civil.adjusted") + number("civil.cancelled")
    assert number("civil.renamed") > other
    assert target("education.school_places") > number("education.places")
    assert number("education.canteens_done") * 10 < target("education.canteens_done") * 4
    assert number("sports.villages") == max(number(f"sports.{one}") for one in ("villages", "fields", "bars", "parks"))
    assert number("housing.roads_started") * 10 > target("housing.roads_started") * 8
    assert number("housing.roads_done") * 10 == target("housing.roads_done") * 3
    growth = {id: register[f"housing.{id}"].yoy or 0 for id in ("abroad", "output", "real_estate")}
    assert max(growth, key=lambda id: growth[id]) == "abroad"


def test_bars_of_a_department_are_sorted_and_counted() -> None:
    register = document().booklet.register
    for id in DEPARTMENTS:
        for block in section(id).blocks:
            if isinstance(block, Progress):
                done = [register[item.indicator].progress or 0 for item in block.items]
                assert done == sorted(done, reverse=True), id
    housing = next(one for one in section("housing").blocks if isinstance(one, Progress))
    assert len(housing.items) == 7
    assert sum((register[item.indicator].progress or 0) > 50 for item in housing.items) == 5


def test_titles_are_statements_not_topics() -> None:
    for entry in document().flow:
        if isinstance(entry.block, Chart):
            assert document().charts[entry.id].title
            assert entry.block.emphasis, entry.id
