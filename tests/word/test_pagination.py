"""Lines and pages as they are counted for the contents."""

import pytest

from reportgen.word.pagination import Look, Pagination, line_count

BODY = Look(size=10, line=20, before=0, after=0, sides=0, indent=0, keep_next=False, page_break=False)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("字" * 20, 1),
        ("字" * 21, 2),
        ("字" * 19 + "12345", 2),
        ("字" * 39 + "12", 2),  # the number ends the second line
        ("字" * 19 + "1234" + "字" * 19, 3),  # it is not parted, and begins the second: the last character is alone
        ("字" * 20 + "。" + "字" * 19, 2),  # no line begins with a full stop: it hangs
        ("字" * 20 + "。”" + "字" * 19, 3),  # of two one hangs: they take a character along
        ("字" * 18 + "）。" + "字" * 20, 2),  # beside each other they are drawn together
        ("字" * 19 + "”）。" + "字" * 20, 2),  # drawn together and the last of them hanging, three stand behind 19
        ("字" * 18 + "33.5%", 2),  # the sign is wider than a figure
        ("字" * 19 + "（" + "字" * 20, 3),  # none ends with a bracket that opens
        ("", 1),
    ],
)
def test_lines_of_twenty_characters(text: str, lines: int) -> None:
    assert line_count(text, 20.0) == lines


def test_space_between_han_and_latin_counts() -> None:
    text = "共12所" * 5 + "字字字"
    assert [line_count(text, 18.0, autospace=spaced) for spaced in (0.0, 0.5)] == [1, 2]


def test_there_is_no_blank_beside_figures_that_stand_alone() -> None:
    """What a year changed, as tables say it: an arrow and a figure."""
    assert [line_count(text, 2.78, autospace=0.45) for text in ("↑2.5", "↓3.2", "增幅2.5")] == [1, 1, 2]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("市民办事更加方便快捷，上半年完成投资126.5亿元，同比增长5.2%。", 15.87, 3),  # 5.2% would end the line, no stop
        ("字" * 10 + "，" + "字" * 3, 10.6, 2),
        ("字" * 9 + "）。", 10.6, 2),  # nor are two drawn together
        ("字" * 9 + "）。", 11.0, 1),
        ("字" * 8 + "1234。", 10.6, 2),
        ("37所食堂改造完工。", 9.23, 1),  # a blank between Han and a figure, none at the head of the line
        ("完成投资126.5亿元", 8.75, 1),  # a point is a quarter
    ],
)
def test_no_mark_hangs_in_a_cell(text: str, room: float, lines: int) -> None:
    assert line_count(text, room, autospace=0.45, hangs=False) == lines


def test_cells_and_callouts_take_a_line_more_where_a_mark_would_hang() -> None:
    text, pages = "字" * 20 + "。", _pages()
    assert pages.lines(BODY, text, 200.0) == 2
    pages.paragraph(BODY, text, 200.0)
    assert pages.left == 80
    with pages.in_cell():
        pages.paragraph(BODY, text, 200.0)
    assert pages.left == 40


def _pages() -> Pagination:
    return Pagination(100.0)  # five lines


def _write(pages: Pagination, count: int, look: Look = BODY) -> None:
    pages.paragraph(look, "字" * (20 * (count - 1) + 1), 200.0)


def test_no_line_of_a_paragraph_is_alone_on_a_page() -> None:
    pages = _pages()
    _write(pages, 1)
    _write(pages, 5)  # 4 + 1 would leave a line alone: 3 + 2
    assert pages.here == 2 and pages.left == 60


def test_a_blank_above_a_paragraph_is_not_at_the_head_of_a_page() -> None:
    pages = _pages()
    _write(pages, 5)
    spaced = Look(size=10, line=20, before=15, after=0, sides=0, indent=0, keep_next=False, page_break=False)
    _write(pages, 1, spaced)
    assert pages.here == 2 and pages.left == 80


def test_of_the_blanks_between_two_paragraphs_the_larger_stands() -> None:
    pages = _pages()
    above, below = (
        Look(size=10, line=20, before=12, after=19, sides=0, indent=0, keep_next=kept, page_break=False, blank=12)
        for kept in (True, False)
    )
    _write(pages, 1, above)  # 12 + 20 + a rule of 7 with its distance + 12
    _write(pages, 1, below)
    assert pages.left == 100 - (12 + 20 + 19) - (20 + 19)


def test_what_is_kept_with_the_next_goes_over_with_it() -> None:
    pages = _pages()
    _write(pages, 4)
    kept = Look(size=10, line=20, before=10, after=0, sides=0, indent=0, keep_next=True, page_break=False)
    pages.mark("head")
    _write(pages, 1, kept)
    _write(pages, 1)
    assert pages.folios(["head"]) == {"2": "head"} and pages.left == 60


def test_what_is_kept_with_nothing_stays_before_the_break() -> None:
    """A department without text is a heading that the next one's page break comes after."""
    pages = _pages()
    broken, plain = (
        Look(size=10, line=20, before=10, after=0, sides=0, indent=0, keep_next=True, page_break=begins)
        for begins in (True, False)
    )
    for name in ("first", "second"):
        pages.mark(name)
        _write(pages, 1, broken)
    pages.mark("below")
    _write(pages, 1, plain)
    pages.mark("beyond")  # of what comes after the break
    pages.new_page()
    _write(pages, 1)
    assert pages.pages == {"first": 1, "second": 2, "below": 2, "beyond": 3}


def test_what_is_kept_with_nothing_goes_over_where_it_has_no_room() -> None:
    pages = _pages()
    _write(pages, 5)
    pages.mark("head")
    _write(pages, 1, Look(size=10, line=20, before=10, after=0, sides=0, indent=0, keep_next=True, page_break=False))
    pages.new_page()
    _write(pages, 1)
    assert pages.pages == {"head": 2} and pages.here == 3


def test_front_matter_is_counted_apart() -> None:
    pages = _pages()
    pages.mark("front")
    _write(pages, 1)
    pages.new_page()
    pages.count_from_here(right=True)
    pages.mark("text")
    _write(pages, 1)
    assert list(pages.folios(["text", "front", "nowhere"]).items()) == [("I", "front"), ("1", "text")]
    assert (pages.here, pages.finish()) == (1, 3)  # a blank page makes the text begin on the right


def test_a_word_longer_than_a_line_takes_several() -> None:
    assert line_count("字" * 3 + "n" * 100 + "字" * 3, 10.0) == 7  # 3, then 100 in five lines of its own, then 3


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("1234.5", 2.8, 1),  # a point is half as wide as a figure
        ("1234.5", 2.69, 2),  # no figure hangs
        ("1234", 1.11, 2),  # beside nothing there is no blank; two and two
        ("1234567", 1.78, 3),  # a line holds three
        ("1234，", 2.0, 1),  # the mark hangs
        ("完成1234567元", 2.2, 4),  # not parted before it stands on a line of its own: 完成, 1234, 567, 元
        ("33.5%", 2.0, 2),
    ],
)
def test_a_number_wider_than_its_cell_is_broken_where_the_line_ends(text: str, room: float, lines: int) -> None:
    assert line_count(text, room, autospace=0.45) == lines


def test_a_word_that_begins_an_indented_line_is_broken_on_it() -> None:
    assert line_count("n" * 30, 10.0, 2.0) == 2


def test_what_is_kept_together_and_is_more_than_a_page_goes_on_over_the_next() -> None:
    pages = _pages()
    pages.mark("table")
    pages.rows(20.0, [(30.0, True)] * 8)
    _write(pages, 1)
    assert pages.folios(["table"]) == {"1": "table"} and pages.here == 3


def test_a_header_comes_again_on_each_page_but_the_first() -> None:
    pages = _pages()
    _write(pages, 4)
    pages.rows(20.0, [(30.0, False)] * 2)  # no room below the text: header and rows begin the next page
    assert pages.here == 2 and pages.left == 100 - 20 - 2 * 30
    pages.rows(20.0, [(30.0, False)])
    assert pages.here == 3 and pages.left == 100 - 20 - 30


def test_notes_of_a_page_have_one_rule_above_them() -> None:
    pages = _pages()
    for _ in range(2):
        pages.note(BODY, "注", 200.0)
    _write(pages, 1)
    assert pages.left == 100 - 8 - 2 * 20 - 20
