"""Specification 6: indents, hanging labels, emphasis dots, lines under names, note marks, groups of digits."""

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.typeset.text import Look, TextSetting, set_paragraph
from support.line_reading import EM, StubLines, gaps

# --- indents (6.1, 6.2)


@pytest.mark.parametrize("lead", ["", "　　", "  ", "　", " 　", "\t"])
def test_one_indent_whatever_the_source_begins_with(lead: str, stub: StubLines) -> None:
    lines = stub.paragraph(lead + "口口", 10, indent=2)
    assert lines.texts == ["口口"]
    assert lines.glyphs[0][0].left == pytest.approx(20.0, abs=1e-6)
    assert lines.rights() == pytest.approx([4.0])


def test_leading_blanks_spread_over_runs(stub: StubLines) -> None:
    lines = stub.paragraph((Run("　"), Run("　口口", strong=True)), 10, indent=2)
    assert lines.texts == ["口口"]


def test_first_line_indented_others_flush(stub: StubLines) -> None:
    lines = stub.paragraph("（一）" + "口" * 18, 10, indent=2)
    assert lines.glyphs[0][0].left == pytest.approx(20.0)
    assert [line[0].left for line in lines.glyphs[1:]] == pytest.approx([0.0] * (len(lines.lines) - 1))


def test_hanging_label(stub: StubLines) -> None:
    lines = stub.paragraph("附件：1.长名称甲乙丙丁戊己庚辛", 10, hang_indent=4)
    assert len(lines.texts) == 2
    assert lines.glyphs[0][0].left == pytest.approx(0.0)
    assert lines.glyphs[1][0].left == pytest.approx(40.0)
    assert lines.rights()[0] == pytest.approx(10.0, abs=1e-3)


# --- emphasis dots (6.4)

DOTS = [
    ((Run("重点，突出", emphasis=True),), "重点突出"),
    ((Run("GDP重", emphasis=True),), "重"),
    ((Run("前"), Run("重 点", emphasis=True), Run("后")), "重点"),
    ((Run("（重）", emphasis=True),), "重"),
    ((Run("重——点……要", emphasis=True),), "重点要"),
    ((Run("5月", emphasis=True),), "月"),
]


@pytest.mark.parametrize(("runs", "dotted"), DOTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_dot_under_each_han(runs: tuple[Run, ...], dotted: str, stub: StubLines) -> None:
    lines = stub.paragraph(runs, 20)
    centres = [(one.left + one.right) / 2 for one in lines.glyphs[0] if one.text in dotted]
    assert lines.lines[0].dots == pytest.approx(centres, abs=0.02)
    assert len(centres) == len(dotted)


def test_dots_go_with_their_characters_to_the_next_line(stub: StubLines) -> None:
    lines = stub.paragraph((Run("一二三四五六七"), Run("重点突出要点强调", emphasis=True), Run("后面")), 10)
    assert len(lines.texts) == 2
    for line, glyphs in zip(lines.lines, lines.glyphs, strict=True):
        dotted = [one for one in glyphs if one.text in "重点突出要强调"]
        assert dotted
        assert line.dots == pytest.approx([(one.left + one.right) / 2 for one in dotted], abs=0.02)


def test_dots_on_a_justified_line_stand_under_their_characters(stub: StubLines) -> None:
    lines = stub.paragraph(
        (Run("一二，A三"), Run("重点突出", emphasis=True), Run("。0123456789012345678901234567")), 10
    )
    dotted = [one for one in lines.glyphs[0] if one.text in "重点突出"]
    assert lines.lines[0].dots == pytest.approx([(one.left + one.right) / 2 for one in dotted], abs=0.02)


# --- lines under names (6.5)


def strokes(lines: tuple) -> list[list[tuple[float, float]]]:
    return [[(stroke.left, stroke.right) for stroke in line.strokes] for line in lines]


def test_a_line_as_long_as_the_name(stub: StubLines) -> None:
    lines = stub.paragraph((Run("代表"), Run("王小明", underline="name"), Run("说")), 20)
    assert strokes(lines.lines) == [[pytest.approx((20.0, 50.0), abs=0.7)]]


def test_neighbouring_names_have_lines_of_their_own(stub: StubLines) -> None:
    lines = stub.paragraph((Run("王小明", underline="name"), Run("李四", underline="name")), 20)
    ((first, second),) = strokes(lines.lines)
    assert second[0] - first[1] >= EM / 8 - 1e-6
    assert first[0] >= -1e-6 and second[1] <= 50.0 + 1e-6


def test_no_overhang_at_the_end_of_a_line(stub: StubLines) -> None:
    lines = stub.paragraph((Run("一二三四五"), Run("红楼梦，", underline="title"), Run("甲乙丙丁戊己庚辛")), 8.5)
    ends = [stroke for line in strokes(lines.lines) for stroke in line]
    assert ends and max(right for _, right in ends) <= 85.0 + 0.01


def test_the_space_beside_a_name_is_not_underlined(stub: StubLines) -> None:
    lines = stub.paragraph((Run("我和"), Run("Tom", underline="name"), Run("去")), 20)
    ((stroke,),) = strokes(lines.lines)
    glyphs = lines.glyphs[0]
    assert stroke[0] >= glyphs[2].origin - 0.01
    assert stroke[1] <= glyphs[4].origin + glyphs[4].advance + 0.01


@pytest.mark.parametrize("measure", [3.5, 4, 4.5, 5, 6, 7.5])
def test_a_name_is_not_broken(measure: float, stub: StubLines) -> None:
    lines = stub.paragraph((Run("一二三四五六"), Run("王小明", underline="name"), Run("七八九十甲乙丙丁")), measure)
    assert any("王小明" in text for text in lines.texts)


# --- groups of digits (6.7)

GROUPS = ["10 000", "12 345 678", "12\u2009345\u2009678", "1,234,567.89", "12\u00a0345"]


@pytest.mark.parametrize("number", GROUPS)
@pytest.mark.parametrize("measure", [7, 8, 9, 10, 11])
def test_a_number_is_never_split(number: str, measure: float, stub: StubLines) -> None:
    for before in range(2, 12):
        lines = stub.paragraph("甲乙丙丁戊己庚辛壬癸子丑"[:before] + number + "元一二三四五六七八", measure)
        assert any(number in text for text in lines.texts), lines.texts


# --- note marks (6.9)

NOTES = [
    (("口。", "①", ""), "口。①"),
    (("口", "①", "，口"), "口①，口"),
    (("口”", "[1]", "。"), "口”[1]。"),
]


@pytest.mark.parametrize(("parts", "text"), NOTES, ids=[text for _, text in NOTES])
def test_note_mark_after_what_it_belongs_to(parts: tuple[str, str, str], text: str, stub: StubLines) -> None:
    before, mark, after = parts
    lines = stub.paragraph((Run(before), Run(mark, note=1), Run(after)), 10)
    assert lines.texts == [text]
    assert lines.lines[0].notes == (1,)


@pytest.mark.parametrize("measure", [4, 5, 5.5, 6, 7, 8, 9.5, 10])
@pytest.mark.parametrize("before", ["甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛。", "甲乙丙丁戊己庚“辛”"])
def test_note_mark_never_begins_a_line(before: str, measure: float, stub: StubLines) -> None:
    for cut in range(2, len(before) + 1):
        runs = (Run(before[:cut]), Run("[12]", note=3), Run("壬癸子丑寅卯辰巳午未"))
        lines = stub.paragraph(runs, measure)
        assert not any(text.startswith("[") for text in lines.texts)
        assert [line.notes for line in lines.lines if "[12]" in line.text] == [(3,)]
        assert sum(len(line.notes) for line in lines.lines) == 1


def test_note_mark_is_small_and_raised(stub: StubLines) -> None:
    line = stub.paragraph((Run("口口"), Run("[1]", note=1), Run("口")), 10).lines[0]
    mark = next(run for run in line.runs if run.text == "[1]")
    assert mark.size < EM and mark.rise > 0
    assert all(run.size == EM and run.rise == 0 for run in line.runs if run is not mark)


# --- the booklet's fonts: figures (6.8)


def test_tabular_figures_are_of_one_width(stub: StubLines) -> None:
    from support.setting import fonts

    for face in ("song-regular", "song-bold", "hei-regular"):
        look = Look(face, face, 10.0, "#000000", tabular=True)
        widths = {
            round(set_paragraph(TextSetting(fonts(), Diagnostics()), (Run(digit * 4),), look, 200.0)[0].width, 4)
            for digit in "0123456789"
        }
        assert len(widths) == 1, face


def test_gaps_between_runs_are_painted_like_gaps_inside(stub: StubLines) -> None:
    text = "一二，三四A五六（七八）九十百千万亿甲乙丙丁"
    whole = stub.paragraph(text, 8.3)
    split = stub.paragraph(tuple(Run(char, strong=index % 2 == 1) for index, char in enumerate(text)), 8.3)
    assert split.texts == whole.texts
    for one, other in zip(whole.glyphs, split.glyphs, strict=True):
        assert gaps(one) == pytest.approx(gaps(other), abs=2e-3)
