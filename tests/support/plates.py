"""Charts made from plain figures, and what a reader sees of a plate: its words with their boxes, its bars."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Line, Plate, Rect
from reportgen.fonts import FontBook, open_fonts
from reportgen.indicators.wording import plain
from reportgen.model.document import Booklet, ChartData, ChartSeries, Document, Edition, Entry, Report
from reportgen.theme import Theme, load_theme

WIDTH = 399.0
Figure = int | float | str | None
Box = tuple[float, float, float, float]  # left, top, right, bottom


@cache
def fonts() -> FontBook:
    return open_fonts()


@cache
def theme() -> Theme:
    return load_theme("civic")


def series(*figures: Figure, name: str = "") -> ChartSeries:
    values = tuple(None if figure is None else Decimal(str(figure)) for figure in figures)
    return ChartSeries(name, values, tuple("—" if value is None else plain(value) for value in values))


def chart(
    kind: str, categories: Sequence[str], *rows: ChartSeries, emphasis: Sequence[int] = (), unit: str = "万人"
) -> ChartData:
    return ChartData(kind, "说法", unit, tuple(categories), rows, tuple(emphasis), "")  # type: ignore[arg-type]


def document(charts: dict[str, ChartData], flow: tuple[Entry, ...] = ()) -> Document:
    report = Report(title="示例", issuer="示例", edition=Edition(period="2019年", date="2019-07-15"), sections=("a",))
    booklet = Booklet(name="示例", folder=".", report=report, sections=(), files=(), register={}, register_spots={})
    return Document(
        booklet=booklet, flow=flow, numbers={}, anchors={}, targets={}, outline=(), values={}, charts=charts,
        cards={}, progress={}, pictures={},
    )  # fmt: skip


def draw(data: ChartData, width: float = WIDTH) -> Plate:
    sink = Diagnostics()
    found = plates(document({"a/1": data}), theme(), fonts(), width, sink)
    errors = [one for one in sink if one.severity == "error"]
    assert all(one.code == "chart-illegible" for one in errors), errors  # its drawing keeps the laws all the same
    return found["a/1"]


def runs(plate: Plate) -> list[GlyphRun]:
    return [mark for mark in plate.marks if isinstance(mark, GlyphRun)]


def box(run: GlyphRun) -> Box:
    """The em box of Chinese characters: 0.88 above the baseline, 0.12 below, as wide as the advances."""
    advances = fonts().face(run.face).advances
    width = sum(advances[glyph] for glyph in run.glyphs) + sum(run.shifts or ())
    width *= run.size / 1000
    up, down = 0.88 * run.size, 0.12 * run.size
    if run.angle:
        assert run.angle == 90
        return (run.x - up, run.y - width, run.x + down, run.y)
    return (run.x, run.y - up, run.x + width, run.y + down)


def words(plate: Plate) -> list[str]:
    """The plate's words in reading order; stretches that continue each other on one line are joined."""
    found: list[str] = []
    last: tuple[GlyphRun, Box] | None = None
    for run in runs(plate):
        here = box(run)
        joined = last is not None and (
            abs(here[0] - last[1][2]) < 0.01 and run.y == last[0].y
            if not run.angle
            else abs(here[3] - last[1][1]) < 0.01 and run.x == last[0].x
        )
        if joined and last is not None and run.size == last[0].size:
            found[-1] += run.text
        else:
            found.append(run.text)
        last = (run, here)
    return found


def text(plate: Plate) -> str:
    return "".join(run.text for run in runs(plate))


def rects(plate: Plate, *fills: str) -> list[Rect]:
    return [mark for mark in plate.marks if isinstance(mark, Rect) and (not fills or mark.fill in fills)]


def axis_lines(plate: Plate) -> list[Line]:
    return [mark for mark in plate.marks if isinstance(mark, Line) and mark.width == 0.8]
