"""Notes at the foot of pages and floats at their head and foot, as places on paper."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.theme import load_theme
from reportgen.typeset.pages.flow import Paginated, paginate
from reportgen.typeset.pages.foot import Foot, taken
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import FlowPiece, Sheet
from reportgen.typeset.text import Look, TextSetting, set_line
from support.setting import fonts

PAGE = load_theme("civic").page
GRID = PAGE.grid
LINES = round(PAGE.depth / GRID)
RULE = Piece(9.0)
NOTE_LINE = 12.0


def line(*notes: int, keep: int = 0, place: str = "", page: str = "") -> Piece:
    """A line of text with the marks of ``notes``."""
    setting = TextSetting(fonts(), Diagnostics(), load_theme("civic").typography)
    look = Look("song-regular", "song-semibold", 10.5, "#000000", "#000000", False)
    runs = [Run("字"), *(Run("①", note=number) for number in notes)]
    piece = Piece(GRID, ((0.0, 13.5, set_line(setting, runs, look)),), keep=keep, snap=True)
    return msgspec.structs.replace(piece, place=place, page=page)


PLAIN = Piece(GRID, snap=True)


def figure(lines: float, place: str) -> Piece:
    return msgspec.structs.replace(Piece(GRID * lines, snap=True, before=GRID, after=9.0), place=place)


def foot(*lengths: int) -> Foot:
    """Notes of so many lines each; a note's lines are told apart by their heights."""
    notes = [tuple(Piece(NOTE_LINE + number / 1e6 + at / 1e9) for at in range(length)) for number, length in
             enumerate(lengths, 1)]  # fmt: skip
    return Foot(lambda number: notes[number - 1], RULE)


def laid(pieces: list[Piece], notes: Foot | None = None, sections: list[int] | None = None) -> list[Sheet]:
    where = sections or [0] * len(pieces)
    flow = [FlowPiece(piece, where[index], index) for index, piece in enumerate(pieces)]
    found: Paginated = paginate(flow, PAGE, foot=notes)
    assert not found.too_tall
    return found.sheets


def flows(sheet: Sheet) -> list[int]:
    return [item.flow for item in sheet.items if item.flow >= 0]


def notes_on(sheet: Sheet) -> list[float]:
    """The heights, by which lines of notes are known."""
    return [item.piece.height for item in sheet.items if item.flow < 0 and item.piece is not RULE]


def test_a_note_stands_on_the_page_of_its_mark_at_the_very_foot() -> None:
    (sheet,) = laid([line(1), PLAIN, PLAIN], foot(2))
    last = sheet.items[-1]
    assert abs(last.y + last.piece.height - PAGE.depth) < 1e-6
    assert [round(height, 2) for height in notes_on(sheet)] == [12.0, 12.0]
    rule = next(item for item in sheet.items if item.piece is RULE)
    assert rule.y > sheet.items[2].y + GRID


def test_a_line_whose_short_note_has_no_room_takes_it_to_the_next_page() -> None:
    pieces = [PLAIN] * (LINES - 1) + [line(1), PLAIN]
    first, second = laid(pieces, foot(3))
    assert flows(first) == list(range(LINES - 1))
    assert not notes_on(first)
    assert len(notes_on(second)) == 3


def test_a_long_note_goes_on_at_the_foot_of_the_next_page_before_other_notes() -> None:
    pieces = [PLAIN] * (LINES - 6) + [line(1), *[PLAIN] * 8, line(2), PLAIN]
    first, second = laid(pieces, foot(12, 1))
    here, there = notes_on(first), notes_on(second)
    assert len(here) >= 2
    assert len(there) >= 3
    assert here + there == sorted(here + there)
    assert len(here + there) == 13


def test_a_note_longer_than_pages_fills_them_and_ends() -> None:
    sheets = laid([line(1), *[PLAIN] * 3], foot(200))
    assert sum(len(notes_on(sheet)) for sheet in sheets) == 200
    assert all(item.y + item.piece.height < PAGE.depth + 0.02 for sheet in sheets for item in sheet.items)
    assert flows(sheets[0])[0] == 0


def test_the_rest_of_a_note_never_crosses_into_the_next_department() -> None:
    pieces = [PLAIN] * (LINES - 3) + [line(1), msgspec.structs.replace(PLAIN, page="next")]
    sheets = laid(pieces, foot(60), sections=[0] * (LINES - 2) + [1])
    assert sheets[-1].section == 1
    assert not notes_on(sheets[-1])
    assert sum(len(notes_on(sheet)) for sheet in sheets) == 60


def test_a_float_goes_to_the_head_of_the_page_it_is_written_on() -> None:
    (sheet,) = laid([PLAIN, PLAIN, figure(5, "top"), PLAIN])
    assert flows(sheet) == [2, 0, 1, 3]
    assert sheet.items[0].y == 0
    offset = sheet.items[1].y / GRID
    assert offset == round(offset) >= 6


def test_a_float_goes_to_the_foot_above_the_notes() -> None:
    (sheet,) = laid([line(1), figure(5, "bottom"), PLAIN], foot(1))
    assert flows(sheet) == [0, 2, 1]
    low = next(item for item in sheet.items if item.flow == 1)
    rule = next(item for item in sheet.items if item.piece is RULE)
    assert low.y + low.piece.height <= rule.y
    assert low.y > PAGE.depth / 2


def test_a_float_without_room_waits_for_the_next_page_and_the_text_goes_on() -> None:
    pieces = [PLAIN] * (LINES - 3) + [figure(8, "top"), *[PLAIN] * 10]
    first, second = laid(pieces)
    assert flows(first) == [*range(LINES - 3), LINES - 2, LINES - 1, LINES]
    assert flows(second)[0] == LINES - 3


def test_no_float_is_set_above_one_that_is_written_before_it() -> None:
    pieces = [*[PLAIN] * 10, figure(5, "bottom"), PLAIN, figure(5, "top"), *[PLAIN] * 40]
    sheets = laid(pieces)
    at = {flow: (page, item.y) for page, sheet in enumerate(sheets) for item in sheet.items if (flow := item.flow) >= 0}
    assert at[10][0] == 0 and at[10] < at[12]
    assert at[12][0] == 1, "the head of the next page is the first place behind it"


def test_a_float_is_never_set_above_an_opening() -> None:
    opening = msgspec.structs.replace(PLAIN, page="next")
    (sheet,) = laid([opening, PLAIN, figure(5, "top"), PLAIN])
    assert flows(sheet) == [0, 1, 3, 2]


def test_a_float_stays_in_its_section() -> None:
    pieces = [PLAIN] * (LINES - 2) + [figure(8, "bottom"), PLAIN, PLAIN, PLAIN]
    sheets = laid(pieces, sections=[0] * (LINES - 1) + [1] * 3)
    order = [index for sheet in sheets for index in flows(sheet)]
    assert order == list(range(LINES + 2))


PIECES = st.lists(
    st.one_of(
        st.builds(lambda keep: ("line", keep), st.integers(0, 2)),
        st.builds(lambda count: ("notes", count), st.integers(1, 3)),
        st.builds(lambda size, place: ("float", size, place), st.integers(1, 30), st.sampled_from(["top", "bottom"])),
        st.just(("page",)),
        st.just(("section",)),
    ),
    max_size=120,
)


@given(PIECES, st.data())
@settings(max_examples=150, deadline=None)
def test_every_piece_and_every_note_line_is_set_once_within_the_page(
    spec: list[tuple[object, ...]], data: st.DataObject
) -> None:
    pieces, lengths, sections, section = [], [], [], 0
    for one in spec:
        match one:
            case ("line", keep):
                pieces.append(msgspec.structs.replace(PLAIN, keep=keep))
            case ("notes", int(count)):
                numbers = range(len(lengths) + 1, len(lengths) + 1 + count)
                lengths += [data.draw(st.integers(1, 90)) for _ in numbers]
                pieces.append(line(*numbers))
            case ("float", float() | int() as size, str(place)):
                pieces.append(figure(size, place))
            case ("page",):
                pieces.append(msgspec.structs.replace(PLAIN, page="next"))
            case _:
                section += 1
                continue
        sections.append(section)
    sheets = laid(pieces, foot(*lengths), sections)
    assert sorted(index for sheet in sheets for index in flows(sheet)) == list(range(len(pieces)))
    text = [index for sheet in sheets for index in flows(sheet) if not pieces[index].place]
    assert text == sorted(text)
    floats = [index for index in range(len(pieces)) if pieces[index].place]
    page_of = {index: sheet.number for sheet in sheets for index in flows(sheet)}
    assert [page_of[index] for index in floats] == sorted(page_of[index] for index in floats)
    seen = [height for sheet in sheets for height in notes_on(sheet)]
    assert len(seen) == sum(lengths)
    assert seen == sorted(seen)
    for sheet in sheets:
        boxes = sorted((item.y, item.y + item.piece.height) for item in sheet.items)
        assert all(upper[1] <= lower[0] + 0.02 for upper, lower in pairwise(boxes))
        assert not boxes or boxes[-1][1] <= PAGE.depth + 0.02


def noted(piece: Piece, *notes: int) -> Piece:
    """``piece`` with the marks of ``notes`` in it, as in the caption of a picture."""
    return msgspec.structs.replace(piece, lines=line(*notes).lines)


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_the_note_of_a_float_stands_at_the_foot_of_its_page(place: str) -> None:
    (sheet,) = laid([line(1), noted(figure(5, place), 2), PLAIN, line(3)], foot(1, 2, 1))
    assert [round((height - NOTE_LINE) * 1e6) for height in notes_on(sheet)] == [1, 2, 2, 3]
    low = max(item.y + item.piece.height for item in sheet.items if item.flow >= 0)
    assert low <= next(item.y for item in sheet.items if item.piece is RULE) + 0.01


def test_a_float_goes_where_there_is_room_for_its_note_too() -> None:
    pieces = [PLAIN] * (LINES - 7) + [noted(figure(5, "bottom"), 1), PLAIN, PLAIN]
    first, second = laid(pieces, foot(4))
    assert not notes_on(first)
    assert flows(second) == [LINES - 7]
    assert len(notes_on(second)) == 4


def test_notes_are_not_pushed_off_the_page_of_their_mark_by_a_float_that_waited() -> None:
    pieces = [PLAIN] * (LINES - 2) + [figure(LINES - 3, "bottom"), PLAIN, PLAIN, line(1)]
    sheets = laid(pieces, foot(2))
    (page,) = [sheet for sheet in sheets if notes_on(sheet)]
    assert LINES + 1 in flows(page)


def test_a_row_on_a_new_page_below_the_repeated_header_has_its_long_note() -> None:
    header = Piece(GRID)
    row = msgspec.structs.replace(line(1), repeat=(header,))
    sheets = laid([*[PLAIN] * LINES, row, PLAIN], foot(2 * LINES))
    lines = [[height for height in notes_on(sheet) if height != GRID] for sheet in sheets]
    assert sum(map(len, lines)) == 2 * LINES
    assert len(next(found for sheet, found in zip(sheets, lines, strict=True) if LINES in flows(sheet))) > LINES / 2


def test_no_repeated_header_stays_on_a_page_that_has_no_room_for_its_row() -> None:
    """A waiting float took the room of the page's foot."""
    header = Piece(2 * GRID)
    row = Piece(4 * GRID, repeat=(header,))
    sheets = laid([*[PLAIN] * (LINES - 1), figure(LINES - 3, "bottom"), row, PLAIN])
    assert flows(sheets[1]) == [LINES - 1]
    assert [item.piece for item in sheets[1].items] == [sheets[1].items[0].piece]
    assert [item.piece for item in sheets[2].items][:2] == [header, row]


def test_an_opening_too_deep_for_what_it_keeps_leaves_a_heading_with_its_text() -> None:
    opening = Piece((LINES - 3) * GRID, keep=1, page="next")
    heading = msgspec.structs.replace(PLAIN, keep=2)
    first, second = laid([opening, heading, heading, PLAIN, PLAIN, PLAIN])
    assert (flows(first), flows(second)) == ([0], [1, 2, 3, 4, 5])


def test_an_opening_too_deep_for_two_lines_of_text_leaves_none_alone() -> None:
    opening = Piece((LINES - 1) * GRID, keep=1, page="next")
    first, second = laid([opening, msgspec.structs.replace(PLAIN, keep=1), PLAIN, PLAIN])
    assert (flows(first), flows(second)) == ([0], [1, 2, 3])


def test_many_headings_below_each_other_fill_their_pages() -> None:
    sheets = laid([msgspec.structs.replace(PLAIN, keep=2)] * (20 * LINES))
    assert len(sheets) == 20


def test_a_float_inside_what_a_heading_keeps_does_not_go_behind_the_next_section() -> None:
    heading = msgspec.structs.replace(PLAIN, keep=2)
    pieces = [*[PLAIN] * (LINES - 6), heading, figure(8, "top"), PLAIN, PLAIN, PLAIN, PLAIN]
    sheets = laid(pieces, sections=[0] * (LINES - 3) + [1] * 3)
    order = [index for sheet in sheets for index in flows(sheet)]
    assert order.index(LINES - 5) < order.index(LINES - 3)


def test_a_chart_keeps_its_title_where_the_headings_above_leave_too_little_room() -> None:
    heading = msgspec.structs.replace(PLAIN, keep=2)
    chart = [msgspec.structs.replace(PLAIN, keep=1), Piece((LINES - 3) * GRID)]
    pieces = [heading] * 4 + chart
    flow = [FlowPiece(piece, 0, min(index, 4)) for index, piece in enumerate(pieces)]
    first, second = paginate(flow, PAGE).sheets
    assert (flows(first), flows(second)) == ([0, 1, 2, 3], [4, 5])


def test_the_float_of_a_section_of_nothing_else_stands_before_the_next_section() -> None:
    opening = msgspec.structs.replace(PLAIN, keep=1)
    sheets = laid([opening, figure(LINES - 2, "top"), opening, PLAIN], sections=[0, 0, 1, 1])
    assert [flows(sheet) for sheet in sheets] == [[0, 1], [2, 3]]


def test_an_opening_leaves_its_text_to_the_next_page_where_a_note_has_no_room() -> None:
    opening = Piece(GRID * (LINES - 3), opens=True, page="next", keep=1)
    pieces = [opening, msgspec.structs.replace(PLAIN, keep=1), line(1, keep=1), PLAIN, PLAIN]
    first, second = laid(pieces, foot(2))
    assert flows(first) == [0]
    assert flows(second) == [1, 2, 3, 4]
    assert len(notes_on(second)) == 2


def test_a_split_note_has_two_lines_on_either_page() -> None:
    note = tuple(Piece(NOTE_LINE) for _ in range(5))
    lines = {room: taken([note], room * NOTE_LINE) for room in range(1, 6)}
    here = {room: None if found is None else (len(found.here), len(found.over)) for room, found in lines.items()}
    assert here == {1: None, 2: (2, 3), 3: (3, 2), 4: (3, 2), 5: (5, 0)}
    assert taken([note[:3]], 2 * NOTE_LINE) is None, "three lines are not split"


def test_the_end_of_a_long_note_leaves_room_for_three_lines_of_text() -> None:
    sheets = laid([line(1), *[PLAIN] * 40], foot(150))
    for sheet in sheets[1:]:
        if notes_on(sheet):
            assert len(flows(sheet)) >= 3


class Row(msgspec.Struct, frozen=True):
    """A row of a table of ``count`` lines, the mark of a note in its first: two lines at least on either page."""

    count: int
    note: int

    def piece(self) -> Piece:
        row = Piece(GRID * self.count, stock=self if self.count > 3 else None)
        return noted(row, self.note) if self.note else row

    def take(self, room: float) -> tuple[Piece, Piece] | None:
        count = min(int(room / GRID), self.count - 2)
        return (Row(count, self.note).piece(), Row(self.count - count, 0).piece()) if count >= 2 else None


def test_a_tall_row_below_another_leaves_its_note_room() -> None:
    """The page would hold both rows, but for the note."""
    above = msgspec.structs.replace(Row(4, 0).piece(), keep=1)
    first, second = laid([above, Row(LINES - 5, 1).piece(), PLAIN], foot(3))
    assert (flows(first), flows(second)) == ([0, 1], [1, 2])
    assert (len(notes_on(first)), len(notes_on(second))) == (3, 0)


@pytest.mark.parametrize("places", [("top", "top"), ("top", "bottom"), ("bottom", "top"), ("bottom", "bottom")])
@pytest.mark.parametrize(("second", "together"), [(10, True), (12.4, False)])
def test_floats_that_waited_leave_almost_a_third_of_the_page_to_the_text(
    second: float, together: bool, places: tuple[str, str]
) -> None:
    """Of 34 lines, blanks included: 11 or 12 with as many more are less than 7/10, with 13 more they are not."""
    floats = [figure(10.5, places[0]), figure(second, places[1])]
    sheets = laid([*[PLAIN] * (LINES - 2), *floats, *[PLAIN] * (2 * LINES)])
    assert LINES - 2 in flows(sheets[1])
    assert (LINES - 1 in flows(sheets[1])) == (together and places != ("bottom", "top"))  # none above an earlier one
    assert LINES - 1 in flows(sheets[1]) + flows(sheets[2])
