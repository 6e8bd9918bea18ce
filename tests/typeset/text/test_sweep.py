"""Many texts in many measures: no forbidden edge, nothing parted, every line exact, every exception reported."""

import random
from collections.abc import Sequence

import pytest

from reportgen.model.runs import Run
from support.line_checks import Found, sweep
from support.line_reading import StubLines
from support.line_texts import bench_texts, density, random_texts, sample_texts
from support.repertoire import repertoire_of

pytestmark = pytest.mark.slow
NARROW, WIDE = 60.0, 260.0


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> StubLines:
    texts = (*sample_texts(), *bench_texts(), *random_texts(1, 20_000))
    return StubLines(tmp_path_factory.mktemp("sweep"), repertoire_of("".join(texts)))


def measures(seed: int, count: int) -> list[float]:
    """``count`` measures over the whole range, not on any grid, the same in every run."""
    chance = random.Random(seed)
    step = (WIDE - NARROW) / count
    return [NARROW + step * (index + chance.random()) for index in range(count)]


def judge(found: Found, characters: int) -> None:
    counts, faults = found
    assert not faults, f"{len(faults)} faults, the first: {faults[:12]}"
    assert counts["characters"] >= characters
    assert counts["forced"] == 0
    assert counts["pairs"] == counts["compressed"] > 0


def spread(texts: Sequence[str], seed: int, times: int) -> list[tuple[tuple[Run], float]]:
    """Every text in ``times`` measures, each measure used about equally often."""
    chosen = measures(seed, len(texts) * times)
    random.Random(seed).shuffle(chosen)
    return [((Run(text),), measure) for text, measure in zip([*texts] * times, chosen, strict=True)]


def test_sample_content(lines: StubLines) -> None:
    texts = sample_texts()
    every = [((Run(text),), NARROW + index % 201) for index, text in enumerate(texts)]  # whole points too
    judge(sweep(lines.book, [*spread(texts, 1, 25), *every]), 200_000)


def test_sample_content_without_indent_in_other_levels(lines: StubLines) -> None:
    judge(sweep(lines.book, spread(sample_texts(), 8, 3), indent=0.0), 25_000)
    judge(sweep(lines.book, spread(sample_texts(), 9, 3), prohibition="strict"), 25_000)


def test_benchmark_prose(lines: StubLines) -> None:
    texts = bench_texts()
    assert sum(map(len, texts)) >= 200_000
    judge(sweep(lines.book, spread(texts, 2, 2)), 400_000)


def test_random_text(lines: StubLines) -> None:
    texts = list(random_texts(1, 200_000))
    marks, pieces = density(texts)
    assert marks >= 8 and pieces >= 4
    judge(sweep(lines.book, spread(texts, 4, 3)), 600_000)


def test_random_text_in_many_looks(lines: StubLines) -> None:
    chance = random.Random(6)
    cases = []
    for text in random_texts(7, 40_000):
        runs, at = [], 0
        while at < len(text):
            size = chance.randrange(1, 12)
            look = {chance.choice(("strong", "emphasis")): True} if chance.random() < 0.5 else {}
            runs.append(Run(text[at : at + size], **look))
            at += size
        cases.append((tuple(runs), chance.uniform(NARROW, WIDE)))
    judge(sweep(lines.book, cases), 40_000)


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"prohibition": "none"}, "begins a line"),
        ({"prohibition": "none"}, "ends a line"),
        ({"marks": "plain"}, "em apart"),
    ],
)
def test_the_checks_find_what_is_wrong(choices: dict[str, str], told: str, lines: StubLines) -> None:
    texts = list(random_texts(8, 20_000))
    faults = sweep(lines.book, spread(texts, 4, 1), **choices).faults
    # a fault at a line's edge is told as a break by force that nobody reported
    assert any(told in fault for fault in faults)
