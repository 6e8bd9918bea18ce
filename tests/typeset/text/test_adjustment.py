"""Specification 4: shrinking and stretching in order, total fit, hanging; measured where the glyphs are painted."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.typeset.text import Look, TextSetting, set_line, set_paragraph
from support.line_reading import EM, Lines, StubLines, gap_after, gaps, painted
from support.setting import fonts

CASES = json.loads((Path(__file__).parent / "typography-cases.json").read_text(encoding="utf-8"))

# --- shrinking (4.1)

# A line with one source of each step before a number that cannot be parted: （一）二，三。四A…  The line either takes
# it all in, or would be hopelessly loose. Widths:
# （ 0.5, 一 1, ） 1, 二 1, ， 1, 三 1, 。 1, 四 1, space 0.25, the number 8.
ONE_OF_EACH = "（一）二，三。四A012345678901234甲乙丙丁戊己庚"
NATURAL = 15.75
# what is left of the gaps after ） ， 四 。 when so much has to go: brackets first, commas, Han-Latin, full stops
STEPS = [
    (0.0, 0.5, 0.5, 0.25, 0.5),
    (0.3, 0.2, 0.5, 0.25, 0.5),
    (0.5, 0.0, 0.5, 0.25, 0.5),
    (0.7, 0.0, 0.3, 0.25, 0.5),
    (1.0, 0.0, 0.0, 0.25, 0.5),
    (1.1, 0.0, 0.0, 0.15, 0.5),
    (1.125, 0.0, 0.0, 0.125, 0.5),
    (1.4, 0.0, 0.0, 0.125, 0.225),
    (1.625, 0.0, 0.0, 0.125, 0.0),
]


@pytest.mark.parametrize("row", STEPS, ids=lambda row: f"{row[0]} em too wide")
def test_order_of_shrinking(row: tuple[float, ...], stub: StubLines) -> None:
    excess, *left = row
    lines = stub.paragraph(ONE_OF_EACH, NATURAL - excess)
    assert lines.texts[0] == "（一）二，三。四A012345678901234"
    line = lines.glyphs[0]
    assert [gap_after(line, text) for text in "），四。"] == pytest.approx(left, abs=2e-3)
    assert line[-1].right / EM == pytest.approx(NATURAL - excess, abs=1e-3)


def test_beyond_all_shrink_the_line_breaks_elsewhere(stub: StubLines) -> None:
    lines = stub.paragraph(ONE_OF_EACH, NATURAL - 1.7)
    assert lines.texts[0] == "（一）二，三。四"


def test_the_blank_of_full_stops_can_be_kept(stub: StubLines) -> None:
    lines = stub.paragraph(ONE_OF_EACH, NATURAL - 1.125, keep_stop=True)
    assert lines.texts[0].endswith("4")
    assert gap_after(lines.glyphs[0], "。") == pytest.approx(0.5, abs=2e-3)
    assert stub.paragraph(ONE_OF_EACH, NATURAL - 1.3, keep_stop=True).texts[0] == "（一）二，三。四"


def test_equally_inside_a_step(stub: StubLines) -> None:
    text = "一、二，三；四：A012345678901234甲乙丙丁戊"
    line = stub.paragraph(text, 4 + 4 + 8 - 1.0).glyphs[0]
    assert [gap_after(line, mark) for mark in "、，；："] == pytest.approx([0.25] * 4, abs=2e-3)


def test_left_blanks_of_opening_marks_go_with_the_brackets(stub: StubLines) -> None:
    line = stub.paragraph("一《二》三，四A012345678901234甲乙丙丁戊", 7.25 + 8 - 0.5).glyphs[0]
    assert [gap_after(line, text) for text in "一》，"] == pytest.approx([0.25, 0.25, 0.5], abs=2e-3)


AVAILABLE = [("一二，三四", 0.5), ("（一）二", 0.5), ("一。二", 0.5), ("口口", 0.0), ("他说：“好", 0.5)]


@pytest.mark.parametrize(("text", "available"), AVAILABLE, ids=[text for text, _ in AVAILABLE])
def test_available_shrink(text: str, available: float, stub: StubLines) -> None:
    """What a line can give is what its measure may lack until it no longer holds it."""
    whole = text + "A0123456789012345678901234567890甲乙丙丁戊己庚辛壬癸"
    width = stub.width(text + "A0123456789012345678901234567890")
    latin = 0.125  # what the case's own Han-Latin space before A gives
    fits = stub.paragraph(whole, width - available - latin + 1e-6)
    assert fits.texts[0].endswith("7890")
    assert stub.paragraph(whole, width - available - latin - 0.01).texts[0] == text


def test_available_shrink_of_brackets_and_spaces(stub: StubLines) -> None:
    text = "我A，（B）。"
    assert stub.paragraph(text, 4.75 - 0.5).texts == [text]
    whole = "我A，（B）。A0123456789甲乙丙丁戊己庚"
    width = stub.width("我A，（B）。A0123456789")
    assert stub.paragraph(whole, width - 0.625 - 0.5 + 1e-6).texts[0].endswith("6789")  # and the full stop's half


def test_between_colon_and_quote_half_an_em_is_left(stub: StubLines) -> None:
    line = stub.paragraph("他说：“好，是吧", 20).glyphs[0]
    assert gap_after(line, "：") == pytest.approx(0.5, abs=1e-3)


def test_word_spaces_do_not_shrink_below_a_quarter(stub: StubLines) -> None:
    whole = "ab cd ef A0123456789甲乙丙丁戊己"
    width = stub.width("ab cd ef A0123456789")
    assert stub.paragraph(whole, width - 0.05).texts[0] != "ab cd ef A0123456789"


def test_han_is_never_tightened(stub: StubLines) -> None:
    text = "一二三四五六七八九十，百千万亿（甲乙）丙丁“戊己”庚辛A1壬癸。" * 6
    for measure in (5, 6.3, 7.7, 9.1, 12.4, 17.9, 23.3):
        for line in stub.paragraph(text, measure).glyphs:
            for one, after, gap in zip(line, line[1:], gaps(line), strict=False):
                assert gap >= -2e-3, (one.text, after.text, gap)


# --- stretching (4.2)

# 一二A b三四 before a number that does not fit: word space 0.25 may become 0.5, Han-Latin 0.25 each 1/3, then all gaps.
OPENED = "一二A b三四0123456789012345678901234567890123456789甲乙丙"
OPEN_WIDTH = 5.75


@pytest.mark.parametrize(
    ("slack", "space", "latin", "han"),
    [
        (0.1, 0.35, 0.25, 0.0),
        (0.25, 0.5, 0.25, 0.0),
        (0.35, 0.5, 0.30, 0.0),
        (0.25 + 1 / 6, 0.5, 1 / 3, 0.0),
    ],
)
def test_order_of_stretching(slack: float, space: float, latin: float, han: float, stub: StubLines) -> None:
    lines = stub.paragraph(OPENED, OPEN_WIDTH + slack)
    assert lines.texts[0] == "一二A b三四"
    line = lines.glyphs[0]
    assert [one.text for one in line] == list("一二A b三四")
    assert (line[4].left - line[2].right) / EM == pytest.approx(space, abs=2e-3)
    found = gaps(line)
    assert [found[1], found[4]] == pytest.approx([latin, latin], abs=2e-3)
    assert [found[0], found[5]] == pytest.approx([han, han], abs=2e-3)


def test_what_remains_is_shared_equally(stub: StubLines) -> None:
    line = stub.paragraph(OPENED, OPEN_WIDTH + 1.2).glyphs[0]
    found = gaps(line)
    assert found[0] == pytest.approx(found[5], abs=2e-3)
    assert found[1] == pytest.approx(found[4], abs=2e-3)
    assert found[0] > 0.05 and found[1] >= 1 / 3 - 2e-3
    assert line[-1].right / EM == pytest.approx(OPEN_WIDTH + 1.2, abs=1e-3)


def test_the_missing_half_em_of_a_trimmed_comma_is_shared(stub: StubLines) -> None:
    line = stub.paragraph("一二三四五六七八九，十百千", 10).glyphs[0]
    assert gaps(line) == pytest.approx([1 / 18] * 9, abs=1e-3)


def test_han_latin_spaces_open_first(stub: StubLines) -> None:
    line = stub.paragraph("我国GDP增长5.2%达到预期目标", 10).glyphs[0]
    assert "".join(one.text for one in line) == "我国GDP增长5.2%达"
    found = gaps(line)
    latin = [found[index] for index in (1, 4, 6, 10)]
    assert min(latin) >= 1 / 3 - 2e-3 and max(latin) == pytest.approx(min(latin), abs=2e-3)
    assert max(latin) <= 1 / 3 + 1 / 6 / 2 + 2e-3
    inside = [found[index] for index in (2, 3, 7, 8, 9)]  # GDP and 5.2%
    assert inside == pytest.approx([0.0] * 5, abs=1e-3)
    assert sum(found) == pytest.approx(1.5, abs=2e-3)


CLOSED = [
    # text, what must not open inside it
    ("GDP", "GDP"), ("1,234.56", "1,234.56"), ("10～20", "10～20"), ("A/B", "A/B"), ("甲/乙", "甲/乙"),
    ("甲—乙", "甲—乙"), ("——", "——"), ("……", "……"), ("￥100", "￥100"), ("5.2%", "5.2%"),
    ("−3.5", "−3.5"), ("100℃", "100℃"),
    ("don’t", "don’t"), ("www.gov.cn", "www.gov.cn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whole"), CLOSED, ids=[text for text, _ in CLOSED])
def test_units_are_never_opened(text: str, whole: str, stub: StubLines) -> None:
    natural = stub.width(f"甲乙{text}丙丁")
    unit = stub.paragraph(f"甲乙{text}丙丁", 30).glyphs[0][2:-2]
    for slack in (0.5, 1.0, 1.5):
        lines = stub.paragraph(f"甲乙{text}丙丁0123456789012345678901234567890123456789", natural + slack)
        line = lines.glyphs[0]
        assert lines.texts[0] == f"甲乙{text}丙丁"
        assert line[-1].right / EM == pytest.approx(natural + slack, abs=1e-3)
        assert "".join(one.text for one in line[2:-2]) == whole
        assert gaps(line[2:-2]) == pytest.approx(gaps(unit), abs=2e-3)


def test_before_a_note_mark_nothing_opens(stub: StubLines) -> None:
    runs = (Run("甲乙"), Run("1", note=1), Run("丙丁0123456789012345678901234567890123456789"))
    tight, loose = (stub.paragraph(runs, measure).glyphs[0] for measure in (5.0, 6.0))
    assert loose[2].origin - loose[1].right == pytest.approx(tight[2].origin - tight[1].right, abs=0.01)
    assert loose[-1].right == pytest.approx(60.0, abs=0.01)


# --- what is reported


def test_loose_lines_are_reported(stub: StubLines) -> None:
    loose = stub.paragraph("甲乙丙丁戊" + "0123456789" * 4 + "甲乙", 6.1)  # 1.1 em over four gaps: 0.275
    assert "typeset-loose" in loose.codes
    fine = stub.paragraph("甲乙丙丁戊" + "0123456789", 5.9)  # 0.225
    assert "typeset-loose" not in fine.codes
    stuck = stub.paragraph("0123456789" + "甲乙丙丁戊", 5.9)  # nothing may open: the line cannot reach the measure
    assert stuck.texts[0] == "0123456789"
    assert "typeset-loose" in stuck.codes


# --- choosing breaks (4.3)


def _check(lines: Lines, expected: list[dict[str, str]], measure: float) -> None:
    assert lines.texts == [one["line"] for one in expected]
    for right, one in zip(lines.rights(), expected, strict=True):
        if one["adjust"] == "last":
            assert right <= measure + 1e-6
        else:
            assert right == pytest.approx(measure, abs=1e-3)


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: f"{case['text']}-{case['measure_em']}")
def test_line_cases_as_painted(case: dict, stub: StubLines) -> None:
    lines = stub.paragraph(case["text"], case["measure_em"], case["first_indent_em"])
    _check(lines, case["expect"], case["measure_em"])
    for line, one in zip(lines.texts, case["expect"], strict=True):
        natural = stub.width(line) + (case["first_indent_em"] if line == lines.texts[0] else 0)
        assert natural == pytest.approx(float(Fraction(one["natural_em"])), abs=1e-6)


def test_strict_keeps_dashes_from_the_start(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九——十百", 10, prohibition="strict")
    assert lines.texts == ["一二三四五六七八", "九——十百"]


def test_equal_costs_are_decided_alike(stub: StubLines) -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥" * 3
    for measure in (6.5, 7.25, 9.5):
        assert len({tuple(stub.paragraph(text, measure).texts) for _ in range(3)}) == 1


# --- hanging (4.4)


def test_a_mark_hangs_where_it_does_not_fit(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九十，百千万", 10, hang=True)
    assert lines.texts == ["一二三四五六七八九十，", "百千万"]
    line = lines.glyphs[0]
    assert line[9].right == pytest.approx(100.0, abs=0.01)  # the last Han is flush
    assert line[10].left == pytest.approx(100.0, abs=0.01)  # and nothing opens before the mark
    assert gaps(line)[:9] == pytest.approx([0.0] * 9, abs=1e-3)


@pytest.mark.parametrize("mark", "，、。；：？！")
def test_marks_that_hang(mark: str, stub: StubLines) -> None:
    lines = stub.paragraph(f"甲乙丙丁戊己庚辛壬癸{mark}百千万", 10, hang=True)
    assert lines.texts[0].endswith(mark)


NOT_HUNG = [
    "一二三四五六七八九十。”百千",
    "一二三四五六七八九十）百千",
    "一二三四五六七八九十——百千",
    "一二三四五六七八九，十百千",
    "（二三四五六七八九十）。百千万",  # behind another mark
    "一二三四五六七八九十，“百”千万",  # before another mark
]


@pytest.mark.parametrize("text", NOT_HUNG)
def test_marks_that_do_not_hang(text: str, stub: StubLines) -> None:
    hung, plain = stub.paragraph(text, 10, hang=True), stub.paragraph(text, 10)
    assert hung.texts == plain.texts
    assert max(hung.rights()) <= 10 + 1e-3


def test_a_mark_that_fits_after_shrinking_does_not_hang(stub: StubLines) -> None:
    lines = stub.paragraph("一，二，三四五六七八九。十百千", 10, hang=True)  # natural 10.5: a comma gives half an em
    assert all(right <= 10 + 1e-3 for right in lines.rights())


def test_stretched_lines_with_a_hung_mark(stub: StubLines) -> None:
    text = "甲乙丙丁戊己庚辛壬癸，" * 12 + "子丑寅卯"
    for measure in (7.5, 8.25, 9.75, 10.4, 11.2, 13.3):
        lines = stub.paragraph(text, measure, hang=True)
        for line in lines.glyphs[:-1]:
            hung = line[-1].right / EM > measure + 1e-3
            flush = line[-2] if hung else line[-1]
            assert flush.right / EM == pytest.approx(measure, abs=1e-3)
            if hung:
                assert line[-1].left == pytest.approx(flush.right, abs=0.01)


def test_hanging_is_off_by_default(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九十，百千", 10)
    assert lines.texts == ["一二三四五六七八九", "十，百千"]


def test_a_wide_word_space_shrinks_before_marks() -> None:
    """The blank of the Kai face is 0.35 em; the test metrics have none to give (4.1, step 2)."""
    setting, look = TextSetting(fonts(), Diagnostics()), Look("kai-regular", "kai-regular", EM, "#000000")
    first = "ab cd，甲乙丙丁戊己庚辛"
    natural = set_line(setting, (Run(first),), look)
    lines = set_paragraph(setting, (Run(first + "壬癸子丑"),), look, natural.width - 0.8)
    assert lines[0].text == first
    before, after = painted(natural, fonts()), painted(lines[0], fonts())
    assert after[-1].origin == pytest.approx(before[-1].origin - 0.8, abs=1e-2)
    comma = first.index("，")
    for at in (comma, comma + 1):  # all is given by the word space, nothing by the comma
        assert after[at].origin == pytest.approx(before[at].origin - 0.8, abs=1e-2)
