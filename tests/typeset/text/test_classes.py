"""Specification 1: classes, ambiguous quotes, dashes and dots, measured by the widths and breaks they lead to."""

import itertools

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.fonts import FontBook
from reportgen.model.runs import Run
from reportgen.typeset.text import Look, TextSetting, set_line
from reportgen.typeset.text.classes import Class, class_of
from support.line_reading import LOOK, StubLines, painted
from support.setting import fonts

# text between two Han, its width in em
INSIDE = [
    ("“好”", 3.0),  # OP and CL, full width
    ("‘好’", 3.0),
    ("——", 2.0),
    ("⸺", 2.0),  # U+2E3A is a 破折号 as it stands
    ("————", 4.0),  # two of them
    ("—", 1.0),  # 一字线
    ("……", 2.0),
    ("⋯⋯", 2.0),
    ("～", 1.0),
    ("〜", 1.0),
    ("·", 0.5),
    ("•", 0.5),  # accepted for the interpunct
    ("・", 0.5),
    ("‧", 0.5),
    ("/", 0.5),
    ("\u3000", 1.0),
    ("〇々①㈠●", 5.0),
    ("Ａ１", 2.0),  # full-width letters and digits are HAN: no space beside them
]


@pytest.mark.parametrize(("text", "width"), INSIDE, ids=[text for text, _ in INSIDE])
def test_advance_of_the_class(text: str, width: float, stub: StubLines) -> None:
    assert stub.inside(text) == pytest.approx(width, abs=1e-6)


@pytest.mark.parametrize("opening", "“‘（《〈【〔〖〘［｛「『〝")
def test_opening_marks_have_their_blank_on_the_left(opening: str, stub: StubLines) -> None:
    assert stub.inside(opening) == pytest.approx(1.0)
    assert stub.width(opening + "口") == pytest.approx(1.5)


@pytest.mark.parametrize("closing", "”’）》〉】〕〗〙］｝」』〞〟，、；：。？！．")
def test_closing_marks_and_stops_have_their_blank_on_the_right(closing: str, stub: StubLines) -> None:
    assert stub.inside(closing) == pytest.approx(1.0)
    assert stub.width("口" + closing) == pytest.approx(1.5)


def test_quotes_around_han_are_full_width(stub: StubLines) -> None:
    assert stub.width("他说“好”") == pytest.approx(4.5)
    assert stub.breaks("他说“好”") == "他|说|“好”"


def test_apostrophe_is_part_of_its_word(stub: StubLines) -> None:
    assert stub.breaks("don’t") == "don’t"
    alone = painted(set_line(stub.setting(), (Run("don’t"),), LOOK), stub.book)
    stretched = stub.paragraph("我们don’t一二12345678901234567890", 10).glyphs[0]
    word = stretched[2:7]
    assert [one.text for one in word] == list("don’t") and stretched[-1].right == pytest.approx(100, abs=0.01)
    assert [one.origin - word[0].origin for one in word] == pytest.approx([one.origin for one in alone], abs=0.01)


WESTERN = [
    ("the “Act” says", "the |“Act” |says"),
    ("“GDP”", "“GDP”"),  # both neighbours are the paragraph's edges
    ("he said ‘now’ again", "he |said |‘now’ |again"),
    ("the “New Act” says", "the |“New |Act” |says"),
]


@pytest.mark.parametrize(("text", "shown"), WESTERN, ids=[text for text, _ in WESTERN])
def test_quotes_among_western_words(text: str, shown: str, stub: StubLines) -> None:
    assert stub.breaks(text) == shown
    # a quote of the words' own: no removable blank, so that nothing is trimmed, compressed or taken for an em
    glyphs = painted(set_line(stub.setting(), (Run(text),), LOOK), stub.book)
    quotes = [index for index, one in enumerate(glyphs) if one.text in "“”‘’"]
    assert len(quotes) == 2
    for index in quotes:
        if index:
            assert 0 <= glyphs[index].ink[0] - glyphs[index - 1].ink[1] <= 6.0
        if index + 1 < len(glyphs):
            assert 0 <= glyphs[index + 1].ink[0] - glyphs[index].ink[1] <= 6.5


def test_western_quotes_across_a_change_of_look(stub: StubLines) -> None:
    plain = stub.width("the “Act” says")
    assert stub.width((Run("the “"), Run("Act", strong=True), Run("” says"))) == pytest.approx(plain)


def test_a_han_neighbour_makes_the_quotes_chinese(stub: StubLines) -> None:
    # “ trimmed at the line's start 0.5, GDP 1.5, ” 1, 增长 2
    assert stub.width("“GDP”增长") == pytest.approx(5.0)
    assert stub.breaks("“GDP”增长") == "“GDP”|增|长"
    assert stub.inside("“GDP”") == pytest.approx(3.5)


def test_dashes(stub: StubLines) -> None:
    assert stub.breaks("北京—上海") == "北|京—|上|海"
    assert stub.breaks("甲——乙") == "甲|——|乙"
    assert stub.breaks("甲⸺乙") == "甲|⸺|乙"
    assert stub.breaks("甲⸺乙", prohibition="strict") == "甲⸺|乙"


def test_a_single_ellipsis_between_latin_is_latin(stub: StubLines) -> None:
    assert stub.breaks("ab…cd") == "ab…cd"


@pytest.mark.parametrize("dot", "·•・‧")
def test_interpuncts_are_set_as_one(dot: str, stub: StubLines) -> None:
    line = stub.paragraph(f"王{dot}李", 10)
    assert line.texts == ["王·李"]
    assert stub.width(f"王{dot}李") == pytest.approx(2.5)
    assert stub.breaks(f"王{dot}李") == "王·|李"


# --- the booklet's own fonts (1.3, 1.4)


def _glyphs(text: str, face: str) -> list[tuple[float, float, float]]:
    """Origin, ink's edges of each glyph in em, on a line of its own."""
    book: FontBook = fonts()
    line = set_line(TextSetting(book, Diagnostics()), (Run(text),), Look(face, face, 100.0, "#000000"))
    found = []
    for run in line.runs:
        assert run.size == 100.0
    for one in painted(line, book):
        found.append((one.origin / 100, one.ink[0] / 100, one.ink[1] / 100))
    return found


@pytest.mark.parametrize(
    "face", ["song-regular", "song-bold", "hei-regular", "hei-bold", "kai-regular", "fang-regular"]
)
@pytest.mark.parametrize("mark", "“‘（《【〔")
def test_ink_of_opening_marks_stands_right_in_their_em(mark: str, face: str) -> None:
    before, one, after = _glyphs(f"口{mark}口", face)
    assert after[0] - before[0] == pytest.approx(2.0, abs=2e-3)
    assert one[1] >= 1.5 - 0.02 and one[2] <= 2.0 + 1e-6  # right half of the second em
    trimmed, following = _glyphs(f"{mark}口", face)
    assert following[0] == pytest.approx(0.5, abs=2e-3)
    assert trimmed[1] >= -0.02 and trimmed[2] <= 0.5 + 1e-6


@pytest.mark.parametrize(
    "face", ["song-regular", "song-bold", "hei-regular", "hei-bold", "kai-regular", "fang-regular"]
)
@pytest.mark.parametrize("mark", "”’）》】〕，、；：。？！")
def test_ink_of_closing_marks_and_stops_stands_left_in_their_em(mark: str, face: str) -> None:
    before, one, after = _glyphs(f"口{mark}口", face)
    assert after[0] - before[0] == pytest.approx(2.0, abs=2e-3)
    assert one[1] >= 1.0 - 1e-6 and one[2] <= 1.5 + 0.02


@pytest.mark.parametrize("face", ["song-regular", "hei-regular", "kai-regular", "fang-regular"])
def test_interpunct_is_centred_in_half_an_em(face: str) -> None:
    before, dot, after = _glyphs("王·李", face)
    assert after[0] - before[0] == pytest.approx(1.5, abs=2e-3)
    assert (dot[1] + dot[2]) / 2 == pytest.approx(1.25, abs=5e-3)


def test_kai_quotes_are_given_an_em() -> None:
    # 0.35 em wide in the font: forced to one, ink flush right (1.3)
    before, quote, after = _glyphs("口“口", "kai-regular")
    assert after[0] - before[0] == pytest.approx(2.0, abs=2e-3)
    assert quote[0] == pytest.approx(1.65, abs=0.01)


@pytest.mark.parametrize(("face", "dashes"), [("song-regular", 1), ("hei-regular", 1), ("fang-regular", 2)])
def test_dashes_and_ellipses_are_shaped_as_chinese(face: str, dashes: int) -> None:
    glyphs = _glyphs("口——口", face)
    assert len(glyphs) == dashes + 2
    assert glyphs[-1][0] - glyphs[0][0] == pytest.approx(3.0, abs=2e-3)
    ellipsis = _glyphs("口……口", face)
    assert [b[0] - a[0] for a, b in itertools.pairwise(ellipsis)] == pytest.approx([1, 1, 1], abs=2e-3)


def test_fang_dashes_join() -> None:
    _, first, second, _ = _glyphs("口——口", "fang-regular")
    assert second[1] - first[2] < 0.01


@pytest.mark.parametrize("face", ["song-regular", "song-bold", "hei-regular", "kai-regular", "fang-regular"])
def test_a_full_width_solidus_stays_in_its_half_em(face: str) -> None:
    """Its glyph of a whole em would run over both neighbours."""
    look = Look(face, face, 10.0, "#000000")
    setting = TextSetting(fonts(), Diagnostics())
    line = set_line(setting, (Run("和／或"),), look)
    before, solidus, after = painted(line, fonts())
    assert line.text == "和／或" and line.width == pytest.approx(25.0)
    assert before.ink[1] <= solidus.ink[0] and solidus.ink[1] <= after.ink[0]


@pytest.mark.parametrize("face", ["song-regular", "hei-regular", "kai-regular", "fang-regular"])
def test_a_narrow_no_break_space_needs_no_glyph_of_its_own(face: str) -> None:
    sink = Diagnostics()
    line = set_line(TextSetting(fonts(), sink), (Run("10\u202f000"),), Look(face, face, 10.0, "#000000"))
    glyphs = painted(line, fonts())
    assert not list(sink) and line.text == "10\u202f000"
    assert glyphs[2].ink[0] == glyphs[2].ink[1]  # nothing is seen
    assert 1.5 <= glyphs[3].origin - glyphs[2].origin <= 4.0


@pytest.mark.parametrize("char", "ﬁﬂﬀἀᾳéЖλ")
def test_letters_and_ligatures_of_western_scripts_are_latin(char: str) -> None:
    assert class_of(char) == Class.LAT
