"""Many texts in many measures: no forbidden edge, nothing parted, every line exact, every exception reported."""

import random

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
    print(dict(counts))
    assert not faults, f"{len(faults)} faults, the first: {faults[:12]}"
    assert counts["characters"] >= characters
    assert counts["forced"] == 0
    assert counts["pairs"] == counts["compressed"] > 0


def test_sample_content_in_every_measure(lines: StubLines) -> None:
    texts = sample_texts()
    cases = [
        ((Run(text),), measure)
        for index, text in enumerate(texts)
        for measure in (*measures(index, 12), float(NARROW + index % 201))
    ]
    judge(sweep(lines.book, cases), 100_000)


def test_benchmark_prose(lines: StubLines) -> None:
    texts = bench_texts()
    assert sum(map(len, texts)) >= 200_000
    spread = measures(2, len(texts))
    random.Random(3).shuffle(spread)
    judge(sweep(lines.book, [((Run(text),), measure) for text, measure in zip(texts, spread, strict=True)]), 200_000)


def test_random_text(lines: StubLines) -> None:
    texts = list(random_texts(1, 200_000))
    marks, pieces = density(texts)
    assert marks >= 8 and pieces >= 4
    spread = measures(4, len(texts))
    random.Random(5).shuffle(spread)
    judge(sweep(lines.book, [((Run(text),), measure) for text, measure in zip(texts, spread, strict=True)]), 200_000)


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
