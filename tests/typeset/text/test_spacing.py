"""Specification 5.1: the space between Han and Latin is layout, never a character."""

import pytest

from reportgen.model.runs import Run
from support.line_reading import EM, StubLines, gap_after, gaps

WIDTHS = [
    ("我A", 1.75),
    ("我5.2%的", 4.5),
    ("A，我", 2.5),
    ("中 A 中", 3.0),
    ("我GDP我", 4.0),
    ("我α我", 3.5),  # Greek is Latin here; the stub's α is an em wide
    ("在2024年", 4.5),
    ("我−5我", 3.5),
    ("我$5我", 3.5),
    # none beside full-width marks, blanks and signs
    ("我，A", 2.5),
    ("我（A）", 3.0),
    ("我“A”我", 4.5),
    ("我　A", 2.5),
    ("我￥5我", 3.75),
    ("我5％我", 3.75),
    ("我5℃我", 3.75),
    ("我≥5我", 3.75),
    ("我≈5.2%", 4.0),
    ("我～5", 2.5),
    ("我——A", 3.5),
    ("我·A", 2.0),
    ("我/A", 2.0),
    # a typed space is replaced, other blanks are kept
    ("我 A", 1.75),
    ("我 5%", 2.25),
    ("5 我", 1.75),
    ("我  A", 2.0),
    ("我\u00a0A", 1.75),
]


@pytest.mark.parametrize(("text", "width"), WIDTHS, ids=[repr(text) for text, _ in WIDTHS])
def test_width(text: str, width: float, stub: StubLines) -> None:
    assert stub.width(text) == pytest.approx(width, abs=1e-6)


def test_between_brackets(stub: StubLines) -> None:
    assert stub.inside("（A）") == pytest.approx(2.5)


@pytest.mark.parametrize("share", [0.0, 1 / 8, 1 / 6, 1 / 4])
def test_the_space_is_a_choice(share: float, stub: StubLines) -> None:
    assert stub.width("我A我", autospace=share) == pytest.approx(2.5 + 2 * share, abs=1e-5)
    assert stub.width("我 A 我", autospace=share) == pytest.approx(2.5 + 2 * share, abs=1e-5)


def test_it_shrinks_and_opens_to_the_chosen_limits(stub: StubLines) -> None:
    number = "0123456789012345678901234567890123456789"
    shrunk = stub.paragraph("甲A乙" + number + "丙丁戊己", 23.25 - 0.375 + 1e-6).glyphs[0]
    assert [gap_after(shrunk, one) for one in "甲A乙"] == pytest.approx([0.125] * 3, abs=2e-3)
    less = stub.paragraph("甲A乙" + number + "丙丁戊己", 23.25 - 0.55, autospace_least=1 / 16).glyphs[0]
    assert [gap_after(less, one) for one in "甲A乙"] == pytest.approx([0.25 - 0.55 / 3] * 3, abs=2e-3)
    opened = stub.paragraph("甲乙A丙丁" + number, 5 + 0.5, autospace_most=0.5).glyphs[0]
    assert [gap_after(opened, one) for one in "甲乙A丙"] == pytest.approx([0, 0.5, 0.5, 0], abs=2e-3)


def test_nothing_is_said_by_the_space(stub: StubLines) -> None:
    for text in ("中 A 中", "中A中"):
        assert stub.paragraph(text, 10).texts == ["中A中"]
        assert "".join(run.text for run in stub.paragraph(text, 10).lines[0].runs) == "中A中"
    assert stub.paragraph("我\u00a0A", 10).texts == ["我\u00a0A"]
    assert stub.paragraph("我  A", 10).texts == ["我  A"]
    assert stub.paragraph("一个 two words三", 20).texts == ["一个two words三"]
    assert stub.paragraph("甲 乙", 20).texts == ["甲 乙"]  # between Han it is told to the author, not taken away


def test_a_typed_space_is_replaced_across_changes_of_look(stub: StubLines) -> None:
    for runs in (
        (Run("我 "), Run("A", strong=True), Run(" 我")),
        (Run("我"), Run(" A ", strong=True), Run("我")),
        (Run("我", strong=True), Run(" "), Run("A", strong=True), Run(" 我")),
    ):
        assert stub.width(runs) == pytest.approx(3.0, abs=1e-6)
        assert "".join(stub.paragraph(runs, 20).texts) == "我A我"


def test_none_at_the_ends_of_lines(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九A十百千万亿", 9.5)
    assert lines.texts == ["一二三四五六七八九", "A十百千万亿"] or lines.texts[0].endswith("A")
    full = stub.paragraph("一二三四五六七八九A十百千万亿", 9.75)
    assert full.texts[0] == "一二三四五六七八九A"
    assert full.rights()[0] == pytest.approx(9.75, abs=1e-3)
    assert gaps(full.glyphs[0])[-1] == pytest.approx(0.25, abs=2e-3)
    start = stub.paragraph("一二三四五六七八九十A百千万", 10)
    assert start.texts[1].startswith("A")
    assert start.glyphs[1][0].left == pytest.approx(0.0, abs=1e-6)


DATES = [
    ("2024年", 3.25, 3.0),
    ("2024年1月2日", 7.25, 6.0),
    ("在2024年1月2日内", 9.5, 8.25),
    ("2024年度A级", 6.25, 6.0),
    ("增长5倍", 4.0, 4.0),
]


@pytest.mark.parametrize(("text", "spaced", "tight"), DATES, ids=[text for text, _, _ in DATES])
def test_dates_may_be_set_tight(text: str, spaced: float, tight: float, stub: StubLines) -> None:
    assert stub.width(text) == pytest.approx(spaced, abs=1e-6)
    assert stub.width(text, date_tight=True) == pytest.approx(tight, abs=1e-6)


def test_addresses_may_stand_without(stub: StubLines) -> None:
    text = "见https://a.cn/页"
    assert stub.width(text) == pytest.approx(9.0, abs=1e-6)
    assert stub.width(text, address_space=False) == pytest.approx(8.5, abs=1e-6)


def test_none_beside_note_marks(stub: StubLines) -> None:
    for mark in ("1", "[1]", "①"):
        glyphs = stub.paragraph((Run("口"), Run(mark, note=1), Run("口口")), 10).glyphs[0]
        assert glyphs[1].origin - glyphs[0].right <= 0.1 * EM
        last = glyphs[-3]
        assert glyphs[-2].left - (last.origin + last.advance) <= 0.1 * EM


def test_across_faces_and_looks(stub: StubLines) -> None:
    for runs in (
        (Run("我"), Run("A", strong=True)),
        (Run("我", strong=True), Run("A")),
        (Run("我", emphasis=True), Run("A")),
    ):
        assert stub.width(runs) == pytest.approx(1.75, abs=1e-6)
        glyphs = stub.paragraph(runs, 10).glyphs[0]
        assert gaps(glyphs) == pytest.approx([0.25], abs=2e-3)
