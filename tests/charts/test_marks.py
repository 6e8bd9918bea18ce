"""Marks that count, counted as a reader would: so many of so many, dots of a hundred, rows of people."""

from decimal import Decimal

import pytest

from reportgen.charts.people import amount
from reportgen.drawing import Path, Plate
from support.plates import axis_lines, chart, draw, rects, series, text, theme, words

COLOURS = theme().colours


def _paths(plate: Plate, *, filled: bool) -> list[Path]:
    return [mark for mark in plate.marks if isinstance(mark, Path) and (mark.fill is not None) == filled]


def _parts(path: Path) -> int:
    return sum(segment[0] == "Z" for segment in path.segments)


def test_a_strip_has_a_mark_for_each_item() -> None:
    plate = draw(chart("strip", ("幼儿园",), series(17), series(20), unit="所"))
    assert len(rects(plate, COLOURS["primary"])) == 17
    assert sum(map(_parts, _paths(plate, filled=False))) == 3
    assert "".join(words(plate)) == "幼儿园17/20"


def test_what_is_under_way_is_paler_and_said() -> None:
    plate = draw(chart("strip", ("幼儿园", "食堂"), series(17, 3), series(2, 0), series(20, 4)))
    fills = {bar.fill for bar in rects(plate)}
    assert len(fills) == 2 and COLOURS["primary"] in fills
    (way,) = fills - {COLOURS["primary"]}
    assert len(rects(plate, way)) == 2
    assert "17＋2/20" in text(plate) and "3＋0/4" in text(plate)


def test_marks_of_all_rows_are_equally_wide_and_more_than_a_line_holds_are_broken() -> None:
    plate = draw(chart("strip", ("食堂", "园"), series(137, 4), series(200, 4)))
    done = rects(plate, COLOURS["primary"])
    assert len(done) == 141 and len({round(bar.width, 2) for bar in done}) == 1
    lines = {bar.y: sum(other.y == bar.y for other in done) for bar in done}
    assert list(lines.values()) == [50, 50, 37, 4]


def test_more_than_was_asked_for_shows_where_the_goal_was() -> None:
    plate = draw(chart("strip", ("床位",), series(22), series(20)))
    assert len(rects(plate, COLOURS["primary"])) == 22
    assert not _paths(plate, filled=False)
    assert [line.colour for line in axis_lines(plate)] == [COLOURS["ink"]]


@pytest.mark.parametrize(
    ("share", "whole", "part"), [(0, 0, 0), ("34.3", 34, 1), (37, 37, 0), ("99.96", 99, 1), (100, 100, 0)]
)
@pytest.mark.parametrize("several", (False, True))
def test_a_hundred_dots(share: object, whole: int, part: int, several: bool) -> None:
    names, row = (("甲", "乙"), (share, None)) if several else (("甲",), (share,))
    plate = draw(chart("dots", names, series(*row), unit="%"))  # type: ignore[arg-type]
    filled = _paths(plate, filled=True)
    assert sum(map(_parts, filled)) == whole + part
    assert sum(map(_parts, _paths(plate, filled=False))) == (100 - whole) + (100 if several else 0)
    assert f"{share}%" in text(plate)


def test_a_part_of_a_dot_is_as_large_as_the_share_says() -> None:
    plate = draw(chart("dots", ("甲",), series("0.5"), unit="%"))
    (sector,) = _paths(plate, filled=True)
    ring = _paths(plate, filled=False)[0]
    xs = [segment[-2] for segment in sector.segments if segment[0] != "Z"]
    left = min(segment[-2] for segment in ring.segments if segment[0] != "Z")
    assert min(xs) > left + 2  # the right half of the first dot  # type: ignore[operator]


def test_rows_of_people_are_counted_in_round_amounts_said_once() -> None:
    plate = draw(chart("people", ("居民", "职工", "灵活就业"), series("485.6", "374.4", "35")))
    key, *rows = _paths(plate, filled=True)
    assert _parts(key) == 2  # a head and a body
    assert [_parts(row) // 2 for row in rows] == [24, 19, 2]
    assert "＝20万人" in text(plate)
    assert all(word in text(plate) for word in ("485.6", "374.4", "35"))


def test_an_amount_is_round_and_no_person_is_cut() -> None:
    assert amount((Decimal(12), Decimal(31)), 33) == 1
    assert amount((Decimal(12), Decimal(3100000)), 33) == 100000
    assert amount((Decimal("2.7"), None), 33) == Decimal("0.1")
    assert amount((Decimal(0), None), 33) == 1
    assert amount((Decimal(34),), 33) == 2


def test_nobody_and_nothing_known_are_rows_all_the_same() -> None:
    assert words(draw(chart("people", ("甲", "乙"), series(0, None), unit="人")))[1:] == ["甲", "0", "乙", "—"]
