"""Specification 3: width of marks by style, adjacent marks, doubled marks, the ends of lines."""

from itertools import pairwise, product

import pytest

from reportgen.model.runs import Run
from support.line_reading import CLOSING, FINAL_STOPS, INNER_STOPS, OPENING, StubLines, gaps

# --- style (3.1)

STYLES = [
    # text, then quanjiao, kaiming, banjiao, plain
    ("口，口。口", 5, 4.5, 4, 5),
    ("口（口）口", 5, 4, 4, 5),
    ("口。口", 3, 3, 2.5, 3),
    ("口？口！口", 5, 5, 4, 5),
    ("口：口；口、口", 7, 5.5, 5.5, 7),
    ("口《口》口", 5, 4, 4, 5),
    ("口。”口", 3.5, 3, 3, 4),
    ("口，“口", 3.5, 3, 3, 4),
    ("口”，口", 3.5, 3, 3, 4),
    ("口——口", 4, 4, 4, 4),
    ("口·口", 2.5, 2.5, 2.5, 2.5),
]


@pytest.mark.parametrize("row", STYLES, ids=lambda row: row[0])
def test_style(row: tuple[str, float, float, float, float], stub: StubLines) -> None:
    text, *expected = row
    styles = ("quanjiao", "kaiming", "banjiao", "plain")
    assert [stub.width(text, marks=style) for style in styles] == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("style", ["quanjiao", "kaiming", "banjiao", "plain"])
def test_no_style_lets_inks_overlap(style: str, stub: StubLines) -> None:
    marks = "，。！？：；、“”‘’（）《》·"
    text = "".join(f"口{a}{b}口" for a, b in product(marks, marks))
    for measure in (7, 12.5, 23):
        for line in stub.paragraph(text, measure, marks=style).glyphs:
            assert min(b.ink[0] - a.ink[1] for a, b in pairwise(line)) > 0


# --- adjacent marks (3.2)

GROUPS = {"OP": "“（《【", "CL": "”）》】", "CM": "，、；：", "FS": "。？！"}
LOST = {
    ("OP", "OP"): 0.5, ("OP", "CL"): 0.0, ("OP", "CM"): 0.0, ("OP", "FS"): 0.0,
    ("CL", "OP"): 0.5, ("CL", "CL"): 0.5, ("CL", "CM"): 0.5, ("CL", "FS"): 0.5,
    ("CM", "OP"): 0.5, ("CM", "CL"): 0.5, ("CM", "CM"): 0.5, ("CM", "FS"): 0.5,
    ("FS", "OP"): 0.5, ("FS", "CL"): 0.5, ("FS", "CM"): 0.5,
}  # fmt: skip


@pytest.mark.parametrize("pair", LOST, ids="-".join)
def test_adjacent_marks(pair: tuple[str, str], stub: StubLines) -> None:
    for left, right in product(GROUPS[pair[0]], GROUPS[pair[1]]):
        assert stub.inside(left + right) == pytest.approx(2 - LOST[pair], abs=1e-6), left + right


@pytest.mark.parametrize("pair", LOST, ids="-".join)
@pytest.mark.parametrize(
    "look", [{"strong": True}, {"emphasis": True}, {"link": "https://example.cn"}, {"underline": "name"}], ids=str
)
def test_adjacent_marks_across_a_change_of_look(pair: tuple[str, str], look: dict, stub: StubLines) -> None:
    for left, right in product(GROUPS[pair[0]][:2], GROUPS[pair[1]][:2]):
        wanted = pytest.approx(2 - LOST[pair], abs=1e-6)
        assert stub.inside((Run(left), Run(right, **look))) == wanted, left + right
        assert stub.inside((Run(left, **look), Run(right))) == wanted, left + right


@pytest.mark.parametrize("mark", ["——", "……", "·", "～"])
def test_dashes_and_dots_take_nothing(mark: str, stub: StubLines) -> None:
    alone = stub.inside(mark)
    for one in "”），。":
        assert stub.inside(one + mark) == pytest.approx(alone + 1)
    assert stub.inside("（" + mark) == pytest.approx(alone + 1)


def test_a_full_width_space_takes_nothing(stub: StubLines) -> None:
    assert stub.inside("　（") == pytest.approx(2)
    assert stub.inside("）　") == pytest.approx(2)


WIDTHS = [
    ("，“", 1.5), ("：“", 1.5), ("）。", 1.5), ("。”", 1.5), ("》《", 1.5), ("“《", 1.5), ("）（", 1.5), ("》，", 1.5),
    ("。”）", 2.0), ("“（一）", 3.5), ("（？）", 2.5), ("（A）", 2.5),
    # doubled marks (3.3)
    ("？！", 1.0), ("！？", 1.0), ("？？", 1.0), ("！！", 1.0), ("？？？", 2.0), ("！！！", 2.0), ("？！！", 2.0),
    ("？”", 1.5),
    ("！）", 1.5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "width"), WIDTHS, ids=[text for text, _ in WIDTHS])
def test_width_between_han(text: str, width: float, stub: StubLines) -> None:
    assert stub.inside(text) == pytest.approx(width, abs=1e-6)


def test_doubled_marks_across_a_change_of_look(stub: StubLines) -> None:
    assert stub.inside((Run("？"), Run("！", strong=True))) == pytest.approx(1.0)


def test_variation_selectors_do_not_hide_neighbours(stub: StubLines) -> None:
    assert stub.inside("，\ufe00“") == pytest.approx(1.5)
    assert stub.inside("。\ufe01”") == pytest.approx(1.5)


def test_tighter_pairs_by_choice(stub: StubLines) -> None:
    for pair in ("，“", "）（", "。《", "》《"):
        assert stub.inside(pair, tight_pairs=True) == pytest.approx(1.0), pair
    for pair in ("“《", "。”", "）。"):
        assert stub.inside(pair, tight_pairs=True) == pytest.approx(1.5), pair


# --- beginning of a line (3.4)


@pytest.mark.parametrize("mark", OPENING)
def test_opening_mark_at_the_start_of_a_line(mark: str, stub: StubLines) -> None:
    assert stub.width(mark + "口口") == pytest.approx(2.5)
    lines = stub.paragraph("一二三四五六七八九十" + mark + "甲乙丙丁", 10)
    assert lines.texts[1].startswith(mark)
    assert lines.glyphs[1][0].left == pytest.approx(0.0, abs=1e-6)
    assert lines.glyphs[1][1].left == pytest.approx(5.0, abs=1e-6)


def test_opening_mark_at_the_start_of_a_paragraph(stub: StubLines) -> None:
    trimmed = stub.paragraph("“口口", 10, indent=2)
    assert trimmed.rights() == pytest.approx([4.5])
    assert trimmed.glyphs[0][0].left == pytest.approx(20.0)
    kept = stub.paragraph("“口口", 10, indent=2, first_open="keep")
    assert kept.rights() == pytest.approx([5.0])
    assert kept.glyphs[0][0].left == pytest.approx(25.0)


def test_keeping_the_blank_is_for_the_first_line_only(stub: StubLines) -> None:
    lines = stub.paragraph("“一二三四五”一二三“甲乙丙丁戊”己庚辛", 8, indent=2, first_open="keep")
    opened = [line[0] for line in lines.glyphs[1:] if line[0].text in OPENING]
    assert all(one.left == pytest.approx(0.0, abs=1e-6) for one in opened)
    assert stub.paragraph("甲乙丙\n“丁戊", 8, indent=2, first_open="keep").glyphs[1][0].left == pytest.approx(
        0, abs=1e-6
    )


def test_an_indented_quotation(stub: StubLines) -> None:
    assert stub.paragraph("“十四五”规划", 10, indent=2).rights() == pytest.approx([8.5])


# --- end of a line (3.5)


@pytest.mark.parametrize("mark", CLOSING + INNER_STOPS + FINAL_STOPS)
def test_marks_at_the_end_of_any_line_take_half_an_em(mark: str, stub: StubLines) -> None:
    assert stub.width("好" + mark) == pytest.approx(1.5)
    last = stub.paragraph("好" + mark, 10)
    assert last.lines[0].width == pytest.approx(15.0)
    full = stub.paragraph("一二三四五六七八九" + mark + "十百千", 10)
    assert full.texts[0] == "一二三四五六七八九" + mark
    assert full.glyphs[0][-1].right == pytest.approx(100.0, abs=0.01)
    forced = stub.paragraph(f"好{mark}\n好", 10)
    assert forced.lines[0].width == pytest.approx(15.0)
    ragged = stub.paragraph("一二三四五六七八九" + mark + "十百千", 10, justify=False)
    assert ragged.lines[0].width == pytest.approx(95.0)


def test_marks_at_the_end(stub: StubLines) -> None:
    assert stub.width("好。") == pytest.approx(1.5)
    assert stub.width("好。”") == pytest.approx(2.0)
    assert stub.width("一二三四五六七八九，") == pytest.approx(9.5)
    assert stub.width("（一二三四五六七八九）") == pytest.approx(10.0)


def test_both_edges_trimmed_fill_the_line_exactly(stub: StubLines) -> None:
    line = stub.paragraph("（一二三四五六七八九）甲乙丙丁", 10)
    assert line.texts[0] == "（一二三四五六七八九）"
    assert gaps(line.glyphs[0]) == pytest.approx([0.0] * 10, abs=1e-3)
    assert line.glyphs[0][0].left == pytest.approx(0.0, abs=1e-6)


def test_marks_in_the_middle_keep_their_em_on_a_full_line(stub: StubLines) -> None:
    line = stub.paragraph("一二三四，五六七八九甲乙丙丁", 10).glyphs[0]
    assert gaps(line)[4] == pytest.approx(0.5, abs=1e-3)
