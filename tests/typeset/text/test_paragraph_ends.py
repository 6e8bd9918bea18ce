"""Specification 5.2 and 5.3: justified but for the last line; no last line of one character."""

import pytest

from support.line_reading import StubLines, gaps

HAN = "一二三四五六七八九十百千万亿甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"


def test_every_line_but_the_last_is_full(stub: StubLines) -> None:
    lines = stub.paragraph("一二，三四A五六七（八九）十百千。万亿甲10%乙丙丁戊己庚辛壬癸子丑寅，卯", 9.3)
    assert len(lines.texts) >= 3
    assert lines.rights()[:-1] == pytest.approx([9.3] * (len(lines.texts) - 1), abs=1e-3)


def test_the_last_line_is_natural(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九，十百千", 10)
    assert lines.lines[1].width == pytest.approx(30.0)
    assert gaps(lines.glyphs[1]) == pytest.approx([0.0, 0.0], abs=1e-6)


def test_the_line_before_a_forced_break_is_ragged(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五\n六七八九十百千万亿甲乙丙丁", 10)
    assert lines.texts[0].rstrip("\n") == "一二三四五"
    assert lines.lines[0].width == pytest.approx(50.0)
    assert lines.rights()[0] == pytest.approx(5.0, abs=1e-6)
    assert lines.rights()[1] == pytest.approx(10.0, abs=1e-3)


def test_a_paragraph_of_one_line_is_not_stretched(stub: StubLines) -> None:
    assert stub.paragraph("一二三四五六七八九", 10).rights() == pytest.approx([9.0])
    assert stub.paragraph("好。", 10).rights() == pytest.approx([1.5])


def test_ragged_lines_are_never_stretched(stub: StubLines) -> None:
    text = "一二，三四A五六七（八九）十百千。万亿甲10%乙丙丁戊己庚辛壬癸子丑寅，卯"
    lines = stub.paragraph(text, 9.3, justify=False)
    assert "".join(lines.texts) == text
    for line, told in zip(lines.texts, lines.lines, strict=True):
        assert told.width <= 93.0 + 1e-6
        assert told.width <= stub.width(line) * 10 + 1e-6  # marks may give, nothing is ever opened


# --- pulling in (5.2): at most half an em, and only by what the marks give


def test_pulled_in_by_half_an_em(stub: StubLines) -> None:
    lines = stub.paragraph("一二，三四五，六七八。", 10)
    assert lines.texts == ["一二，三四五，六七八。"]
    assert lines.rights() == pytest.approx([10.0], abs=1e-3)
    assert [gaps(lines.glyphs[0])[index] for index in (2, 6)] == pytest.approx([0.25, 0.25], abs=2e-3)


def test_not_pulled_in_by_more(stub: StubLines) -> None:
    assert len(stub.paragraph("一二，三四五，六七八九十", 11.4).texts) == 2


def test_not_pulled_in_without_marks(stub: StubLines) -> None:
    assert len(stub.paragraph("一二三四五六七八九十", 9.75).texts) == 2


# --- runts (5.3)

RUNTS = [
    ("一二三四五六七八九十百", 10, ["一二三四五六七八九", "十百"]),
    ("一二三四五六七八九十。", 10, ["一二三四五六七八", "九十。"]),
    ("一二，三四五，六七八。", 10, ["一二，三四五，六七八。"]),
    ("好。", 10, ["好。"]),
    ("好", 10, ["好"]),
    ("一二三四五六七八九十百。”", 10, ["一二三四五六七八九", "十百。”"]),
]


@pytest.mark.parametrize(("text", "measure", "expected"), RUNTS, ids=[text for text, _, _ in RUNTS])
def test_no_last_line_of_one_character(text: str, measure: float, expected: list[str], stub: StubLines) -> None:
    lines = stub.paragraph(text, measure)
    assert lines.texts == expected
    assert "typeset-runt" not in lines.codes


def test_the_single_character_is_first_pulled_back(stub: StubLines) -> None:
    # two commas of line 1 give an em: all moves up by one character, and no line is stretched
    lines = stub.paragraph("一二，三四，五六七八九十甲乙丙丁戊己庚辛壬", 10)
    assert lines.texts == ["一二，三四，五六七八九", "十甲乙丙丁戊己庚辛壬"]


def test_only_then_one_more_is_pushed_down(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子", 10)
    assert lines.texts[-1] in ("癸子", "壬癸子")
    assert "typeset-runt" not in lines.codes


def test_where_the_line_above_would_be_too_loose_it_is_left_and_told(stub: StubLines) -> None:
    lines = stub.paragraph("甲乙0123456789012345丙", 10.25)
    assert lines.texts[-1] == "丙" or len(lines.texts) == 1
    if len(lines.texts) > 1:
        assert "typeset-runt" in lines.codes


def test_runts_may_be_allowed(stub: StubLines) -> None:
    lines = stub.paragraph("一二三四五六七八九十百", 10, runts=False)
    assert lines.texts == ["一二三四五六七八九十", "百"]


@pytest.mark.parametrize("length", range(2, 42))
def test_runts_at_every_length(length: int, stub: StubLines) -> None:
    text = (HAN * 2)[:length]
    for measure in (8, 10, 14):
        lines = stub.paragraph(text, measure)
        assert "".join(lines.texts) == text
        if len(lines.texts) > 1:
            assert len(lines.texts[-1]) >= 2, (measure, lines.texts)


@pytest.mark.parametrize("length", range(9, 25))
def test_headings_and_items_have_no_runts_either(length: int, stub: StubLines) -> None:
    lines = stub.paragraph(HAN[:length], 8, justify=False)
    assert len(lines.texts) == 1 or len(lines.texts[-1]) >= 2
