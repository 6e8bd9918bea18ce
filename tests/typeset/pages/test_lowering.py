"""Charts made lower: their scale is drawn together; words, markers and strokes keep their size and their places."""

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from reportgen.charts import plates
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Image, Line, Mark, Plate, Rect
from reportgen.drawing import Path as Outline
from reportgen.resolve import resolve
from reportgen.theme import apply, load_theme, theme_names
from reportgen.typeset.pages.lowering import least_share, lowered_marks
from support.setting import fonts

SAMPLE = Path(__file__).parents[3] / "content" / "gongkai-shuzhi-sample"
SHARE = 0.85


@cache
def drawn(theme: str) -> dict[str, Plate]:
    """Every chart of the sample in ``theme``."""
    sink = Diagnostics()
    loaded = load_project(SAMPLE, sink, display="sample")
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, sink)
    set_up = apply(load_theme(theme), document.booklet.report.page)
    return plates(document, set_up, fonts(), set_up.chart_measure, sink)


def flexible(theme: str) -> list[tuple[Plate, float]]:
    """Those that can be made lower, with the share of their height that they are lowered to."""
    found = [(plate, max(SHARE, least_share(plate.marks))) for plate in drawn(theme).values()]
    return [(plate, share) for plate, share in found if share < 1.0]


def width(run: GlyphRun) -> float:
    return sum(fonts().face(run.face).advance(glyph) for glyph in run.glyphs) * run.size / 1000


def touch(one: GlyphRun, other: GlyphRun) -> bool:
    """Whether the ink of two runs may meet."""
    beside = min(one.x + width(one), other.x + width(other)) - max(one.x, other.x) < 0.1
    return not beside and abs(one.y - other.y) < 0.95 * max(one.size, other.size)


def size(path: Outline) -> tuple[float, float]:
    points = [segment[1:] for segment in path.segments if len(segment) > 1]
    xs, ys = [x for point in points for x in point[::2]], [y for point in points for y in point[1::2]]
    return round(max(xs) - min(xs), 3), round(max(ys) - min(ys), 3)


@pytest.mark.parametrize("theme", theme_names())
def test_words_keep_their_size_and_stay_clear_of_each_other(theme: str) -> None:
    charts = flexible(theme)
    assert len(charts) >= 3
    for plate, share in charts:
        before = [mark for mark in plate.marks if isinstance(mark, GlyphRun)]
        after = [mark for mark in lowered_marks(plate.marks, share) if isinstance(mark, GlyphRun)]
        assert [(run.text, run.size, run.x) for run in after] == [(run.text, run.size, run.x) for run in before]
        for (one, other), (low, low_other) in zip(combinations(before, 2), combinations(after, 2), strict=True):
            assert touch(one, other) or not touch(low, low_other), (one.text, other.text)


@pytest.mark.parametrize("theme", theme_names())
def test_all_of_the_drawing_stands_in_its_lower_frame(theme: str) -> None:
    for plate, share in flexible(theme):
        for mark in lowered_marks(plate.marks, share):
            assert lowest(mark) <= plate.height * share + 1.0


def lowest(mark: Mark) -> float:
    match mark:
        case GlyphRun():
            return mark.y
        case Rect() | Image():
            return mark.y + mark.height
        case Line():
            return max(mark.y1, mark.y2)
        case Outline():
            return max(y for segment in mark.segments for y in segment[2::2] if not isinstance(y, str))
        case _:
            return 0.0


def test_a_marker_stays_round_and_a_rule_as_heavy_and_a_bar_is_lower() -> None:
    circle = Outline(
        (("M", 10.0, 50.0), ("C", 10.0, 52.0, 8.0, 54.0, 6.0, 54.0), ("C", 4.0, 54.0, 2.0, 52.0, 2.0, 50.0), ("Z",)),
        "#000000",
    )
    rule, bar, swatch = (Rect(0.0, 80.0, 90.0, 0.4, "#000000"), Rect(0.0, 20.0, 30.0, 60.0, "#000000"),
                         Rect(0.0, 0.0, 7.0, 7.0, "#000000"))  # fmt: skip
    line = Line(0.0, 0.0, 90.0, 80.0, 1.5, "#000000")
    assert least_share((circle, rule, bar, swatch, line)) == 0.0
    low = lowered_marks((circle, rule, bar, swatch, line), 0.5)
    assert isinstance(low[0], Outline)
    assert size(low[0]) == size(circle)
    assert low[0].segments[0] == ("M", 10.0, 24.0)  # its middle, 52, has come to 26
    assert low[1] == Rect(0.0, 39.9, 90.0, 0.4, "#000000")
    assert low[2] == Rect(0.0, 10.0, 30.0, 30.0, "#000000")
    assert isinstance(low[3], Rect)
    assert (low[3].width, low[3].height) == (7.0, 7.0)
    assert low[4] == Line(0.0, 0.0, 90.0, 40.0, 1.5, "#000000")


def test_a_ring_is_not_bent() -> None:
    ring = Outline(
        (("M", 90.0, 50.0), ("C", 90.0, 70.0, 70.0, 90.0, 50.0, 90.0), ("C", 30.0, 90.0, 10.0, 70.0, 10.0, 50.0)),
        "#000000",
    )
    assert least_share((ring,)) == 1.0
