"""Two texts side by side: what is told as equal is equal, in order, and what was not touched is told as equal."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.parity.aligning import _anchors, aligned
from reportgen.parity.hunks import Alignment

HAN = "的一是在不了有和人这中大为上个国"


def whole(text: str) -> list[int]:
    return [at for at in range(len(text)) if at % 7 == 0]


@settings(max_examples=200, deadline=None)
@given(st.text(HAN, max_size=400), st.text(HAN, max_size=400))
def test_matches_are_equal_and_rise(first: str, second: str) -> None:
    at = there = 0
    for start, from_, count in aligned(first, second):
        assert start >= at and from_ >= there and count > 0
        assert first[start : start + count] == second[from_ : from_ + count]
        at, there = start + count, from_ + count


@settings(max_examples=100, deadline=None)
@given(st.text(HAN, max_size=300), st.text(HAN, max_size=300))
def test_hunks_and_what_is_between_them_are_both_texts(first: str, second: str) -> None:
    begins = set(whole(second))
    found = Alignment(first, second, begins.__contains__).hunks
    made, at = "", 0
    for hunk in found:
        made += first[at : hunk.start] + second[hunk.from_ : hunk.to]
        at = hunk.end
    assert made + first[at:] == second


def test_a_long_text_with_three_changes_differs_in_three_places() -> None:
    chance = random.Random(7)
    first = "".join(chance.choice(HAN + "0123456789，。") for _ in range(60_000))
    second = first[:10_000] + "甲" + first[10_001:30_000] + first[30_040:50_000] + "乙乙" + first[50_000:]
    hunks = Alignment(first, second, lambda _: False).hunks
    assert [(one.start, one.end, second[one.from_ : one.to]) for one in hunks] == [
        (10_000, 10_001, "甲"), (30_000, 30_040, ""), (50_000, 50_000, "乙乙"),
    ]  # fmt: skip


def test_texts_made_to_be_slow_are_told_as_different() -> None:
    """Nothing rare to hold on to: every string stands everywhere."""
    first, second = "一二" * 40_000, "二一一" * 30_000
    assert sum(count for _, _, count in aligned(first, second)) < 10


def test_what_stands_twice_is_nothing_to_hold_on_to() -> None:
    """Even where it stands but once at the places that are looked at, every other one."""
    assert _anchors("一二三四五六", "甲一二三四五六乙一二三四五六", 6) == []
    assert _anchors("一二三四五六", "甲乙一二三四五六", 6) == [(0, 2)]
