"""Charts of theme bright, which stand on panels: large bars with round corners, from zero, on white tracks."""

from itertools import pairwise

import pytest

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Path, Plate
from reportgen.model.document import ChartData
from reportgen.theme import load_theme
from support.plates import box, chart, document, fonts, runs, series, words

BRIGHT = load_theme("bright")
WIDTH = BRIGHT.chart_measure
COLOURS = BRIGHT.colours


def draw(data: ChartData) -> Plate:
    sink = Diagnostics()
    found = plates(document({"a/1": data}), BRIGHT, fonts(), WIDTH, sink)
    assert not len(sink), list(sink)
    return found["a/1"]


def bars(plate: Plate, *fills: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of the shapes in these colours."""
    found = []
    for mark in plate.marks:
        if isinstance(mark, Path) and mark.fill in fills:
            numbers = [segment[1:] for segment in mark.segments if segment[0] != "Z"]
            across = [one for segment in numbers for one in segment[::2]]
            down = [one for segment in numbers for one in segment[1::2]]
            found.append((min(across), min(down), max(across), max(down)))
    return found


def test_bars_are_large_round_and_as_long_as_their_figures() -> None:
    plate = draw(chart("bar", ("幼儿园开工", "食堂开工", "食堂完工"), series(60, 45, 15), emphasis=[0]))
    (first,) = bars(plate, COLOURS["primary"])
    others = bars(plate, *{mark.fill for mark in plate.marks if isinstance(mark, Path) and mark.fill})
    assert len(others) == 3
    assert {round(one[0], 2) for one in others} == {round(first[0], 2)}, "from zero, all of them"
    lengths = [one[2] - one[0] for one in others]
    assert [round(one / lengths[0], 3) for one in lengths] == [1.0, 0.75, 0.25]
    assert all(one[3] - one[1] > 12 for one in others)
    assert all(lower[1] - upper[1] > 20 for upper, lower in pairwise(others))


def test_what_is_left_to_a_target_is_white() -> None:
    plate = draw(chart("target", ("幼儿园开工", "食堂完工"), series(59, 37), series(60, 100)))
    tracks, done = bars(plate, COLOURS["paper"]), bars(plate, COLOURS["primary"])
    assert len(tracks) == len(done) == 2
    shares = [(bar[2] - bar[0]) / (track[2] - track[0]) for bar, track in zip(done, tracks, strict=True)]
    assert shares == pytest.approx([59 / 60, 0.37], abs=0.002)
    assert "98.3%" in words(plate)


@pytest.mark.parametrize("kind", ["bar", "target"])
@pytest.mark.parametrize("count", [1, 8, 9, 20])
def test_however_many_there_are_all_stands_on_the_plate(kind: str, count: int) -> None:
    names = tuple(f"第{index}项任务" for index in range(count))
    figures = series(*(index * 7 % 50 for index in range(count)))
    rows = (figures, series(*(50 for _ in range(count)))) if kind == "target" else (figures,)
    plate = draw(chart(kind, names, *rows))
    shapes = [*bars(plate, COLOURS["primary"], COLOURS["paper"]), *map(box, runs(plate))]
    for left, top, right, bottom in shapes:
        assert left >= -0.1
        assert top >= -0.1
        assert right <= plate.width + 0.1
        assert bottom <= plate.height + 0.1
