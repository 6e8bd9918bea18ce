"""All departments at a glance: made from their cards and bars, whatever they have."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Line, LinkArea, Page, Rect
from reportgen.resolve import resolve
from reportgen.theme import load_theme
from reportgen.theme.paints import contrast
from reportgen.word import write_draft
from support.docx_reading import paragraph_texts
from support.drafting import final
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document

COLOURS = {"done": "#2A8C82", "on-course": "#0B4F7D", "behind": "#C8891A"}


def project(
    folder: Path,
    departments: list[str],
    *,
    trim: str = "大16开",
    registered: str = "",
    elapsed: float = 50,
    theme: str = "civic",
) -> Path:
    """An overview before departments, whose blocks are given."""
    names = [f"d{index}" for index in range(len(departments))]
    files = ["overview.yaml", *(f"{name}.yaml" for name in names)]
    write_project(folder, indicators=registered or "{}\n", report=(
        f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年, date: 2025-07-15, elapsed: {elapsed}}}\n"
        f"page: {{trim: {trim}}}\ntheme: {theme}\n"
        f"sections: [{', '.join(files)}]\n"
    ))  # fmt: skip
    blocks = "  - {kind: overview, title: 一览, source: 来源：各部门, id: all}\n"
    (folder / "overview.yaml").write_text(f"id: o\nrole: front\nname: 总览\nblocks:\n{blocks}", encoding="utf-8")
    for name, own in zip(names, departments, strict=True):
        (folder / f"{name}.yaml").write_text(
            f"id: {name}\nname: 示例市{name}局\nshort: {name}局\nblocks:\n{own}", encoding="utf-8"
        )
    return folder


def tasks(*percents: float) -> str:
    """A register of tasks with these completions."""
    return "".join(
        f"d.t{index}: {{name: 第{index}项, value: {percent}, unit: 个, target: 100}}\n"
        for index, percent in enumerate(percents)
    )


def bars(first: int, last: int) -> str:
    items = "".join(f"      - indicator: d.t{index}\n" for index in range(first, last))
    return f"  - kind: progress\n    title: 进度\n    items:\n{items}"


def page_of(folder: Path) -> Page:
    return next(page for page in pages_of_document(document_of(folder)).pages if "一览" in words(page))


def words(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, GlyphRun)]


def columns(page: Page) -> list[Rect]:
    """The skyline's bars, from the left: they stand on one ground and are higher than a cell's bar."""
    filled = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill in COLOURS.values()]
    ground = min(round(mark.y + mark.height, 2) for mark in filled)
    return sorted((mark for mark in filled if round(mark.y + mark.height, 2) == ground), key=lambda mark: mark.x)


def test_the_furthest_first_by_state_with_their_counts(tmp_path: Path) -> None:
    registered = tasks(37, 100, 55, 50, 98.3, 30)
    page = page_of(project(tmp_path / "demo", [bars(0, 3), bars(3, 6)], registered=registered))
    found = columns(page)
    assert [mark.fill for mark in found] == [COLOURS[one] for one in ("done", *["on-course"] * 3, *["behind"] * 2)]
    assert [round(mark.height / found[0].height * 100, 1) for mark in found] == [100, 98.3, 55, 50, 37, 30]
    said = words(page)
    for word, count in (("完成", "1"), ("正常", "3"), ("滞后", "2")):
        at = said.index(word)
        assert said[at + 1 : at + 3] == [count, "项"]
    assert [one for one in said if one in ("100", "98.3", "55", "50", "37", "30")] == [
        "100",
        "98.3",
        "55",
        "50",
        "37",
        "30",
    ]
    assert "序时50%" in said


def test_a_department_without_figures_says_so(tmp_path: Path) -> None:
    page = page_of(project(tmp_path / "demo", ["  - 一段话。\n"]))
    said = words(page)
    assert "d0局" in said and "未列年度目标，不计进度" in said
    assert "完成" not in said, "nothing to count"


def test_an_empty_state_keeps_its_place_and_its_nought(tmp_path: Path) -> None:
    said = words(page_of(project(tmp_path / "demo", [bars(0, 1)], registered=tasks(60))))
    at = said.index("滞后")
    assert said[at + 1 : at + 3] == ["0", "项"]


def test_at_the_years_end_a_task_is_done_or_not(tmp_path: Path) -> None:
    registered = tasks(120, 100, 94.4, 0)
    folder = project(tmp_path / "demo", [bars(0, 4)], registered=registered, elapsed=100)
    said = words(page_of(folder))
    for word, count in (("完成", "2"), ("未完成", "2")):
        at = said.index(word)
        assert said[at + 1 : at + 3] == [count, "项"]
    assert "目标" in said and not any("序时" in one or one in ("正常", "滞后") for one in said)
    draft = "".join(paragraph_texts(write_draft(document_of(folder), final(load_theme("civic")), {}, None)))
    assert "可比进度的任务共4项。●\xa0完成2项▲\xa0未完成2项部门" in draft
    assert "序时" not in draft


@pytest.mark.parametrize("trim", ["大16开", "A5"])
@pytest.mark.parametrize("count", [1, 40, 200])
def test_however_many_tasks_nothing_leaves_the_type_area(tmp_path: Path, count: int, trim: str) -> None:
    registered = tasks(*(index % 101 for index in range(count)))
    blocks = "".join(bars(first, min(first + 40, count)) for first in range(0, count, 40))
    page = page_of(project(tmp_path / "demo", [blocks, "  - 一段话。\n"], trim=trim, registered=registered))
    found = columns(page)
    assert len(found) >= count - sum(index % 101 == 0 for index in range(count))
    runs = [mark for mark in page.marks if isinstance(mark, GlyphRun)]
    (time,) = (mark for mark in page.marks if isinstance(mark, Line) and mark.width == 1.0)  # over the whole measure
    assert time.x1 <= found[0].x and found[-1].x + found[-1].width <= time.x2
    for one in runs:
        assert time.x1 - 0.01 <= one.x < time.x2
    for before, after in pairwise(found):
        assert before.x + before.width <= after.x + 0.01, "bars stand apart"


def test_a_cell_leads_to_its_department(tmp_path: Path) -> None:
    document = document_of(project(tmp_path / "demo", ["  - 一段话。\n", "  - 一段话。\n"]))
    page = next(page for page in pages_of_document(document).pages if "一览" in words(page))
    targets = [mark.target for mark in page.marks if isinstance(mark, LinkArea)]
    assert targets == ["#" + document.anchors[f"d{index}/head"] for index in range(2)]


def test_overlong_names_stay_in_their_cells(tmp_path: Path) -> None:
    folder = project(tmp_path / "demo", [bars(0, 30), "  - 一段话。\n"], registered=tasks(*range(30)))
    first = folder / "d0.yaml"
    first.write_text(
        first.read_text("utf-8").replace("short: d0局", "short: " + "很长的部门名称" * 6), encoding="utf-8"
    )
    page = page_of(folder)
    left, right = (mark for mark in page.marks if isinstance(mark, LinkArea))
    inside = [mark for mark in page.marks if isinstance(mark, GlyphRun) and "很长" in mark.text]
    assert len(inside) > 1
    for one in inside:
        assert one.x + len(one.text) * one.size <= left.x + left.width
    assert right.x >= left.x + left.width


def test_no_department_is_an_error_at_its_place(tmp_path: Path) -> None:
    folder = project(tmp_path / "demo", [])
    sink = Diagnostics()
    loaded = load_project(folder, sink, "demo")
    assert loaded.booklet is not None
    resolve(loaded.booklet, sink)
    (one,) = sink
    assert one.code == "overview-empty"


def painted(page: Page) -> list[GlyphRun]:
    return [mark for mark in page.marks if isinstance(mark, GlyphRun)]


def width(run: GlyphRun) -> float:
    """Of figures, which are 0.59 em each in the heavy face, and Chinese characters."""
    return run.size * sum(0.59 if char.isdigit() else 0.3 if char == "." else 1.0 for char in run.text)


@pytest.mark.parametrize("elapsed", [25, 50, 75, 100])
@pytest.mark.parametrize(("count", "every"), [(8, 6), (13, 2), (20, 3), (34, 5), (47, 6), (60, 6)])
def test_figures_of_a_row_stand_clear_of_each_other_and_of_the_lines_label(
    tmp_path: Path, count: int, every: int, elapsed: float
) -> None:
    percents = [
        elapsed * (index * 7 % 90 + 5) / 100 if index % every == 1 else 100.0 + index % 7 for index in range(count)
    ]
    blocks = "".join(bars(first, min(first + 40, count)) for first in range(0, count, 40))
    folder = project(
        tmp_path / "demo", [blocks], registered=tasks(*(round(one, 1) for one in percents)), elapsed=elapsed
    )
    page = page_of(folder)
    ground = columns(page)[0].y + columns(page)[0].height
    rows: dict[float, list[GlyphRun]] = {}
    for run in painted(page):
        if ground - 120 < run.y < ground and run.size == 8.5:
            rows.setdefault(round(run.y, 1), []).append(run)
    for row in rows.values():
        for one, other in pairwise(sorted(row, key=lambda run: run.x)):
            assert one.x + width(one) <= other.x + 0.01, (one.text, other.text)


def test_among_many_bars_those_short_of_the_target_have_figures_and_what_is_missing_is_seen(tmp_path: Path) -> None:
    percents = [103.3] * 20 + [94.4] + [100.0] * 19 + [86.0, 0]
    blocks = bars(0, 40) + bars(40, 42)
    page = page_of(project(tmp_path / "demo", [blocks], registered=tasks(*percents), elapsed=100))
    said = words(page)
    assert [one for one in said if one in ("103.3", "100", "94.4", "86")] == ["94.4", "86"]
    track = load_theme("civic").colours["track"]
    high = columns(page)[0].height
    missing = [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == track and mark.height != 5.25]
    assert [round(mark.height / high, 3) for mark in missing] == [0.056, 0.14, 1.0]


def test_an_overview_stands_on_one_page(tmp_path: Path) -> None:
    """Not two of its departments at the foot of one page, and the others on the next."""
    folder = project(tmp_path / "demo", [bars(0, 2), *["  - 一段话。\n"] * 9], registered=tasks(60, 70))
    file = folder / "overview.yaml"
    text = file.read_text("utf-8").replace("blocks:\n", "blocks:\n" + "  - 前面的话。\n" * 15)
    file.write_text(text, encoding="utf-8")
    pages = [words(page) for page in pages_of_document(document_of(folder)).pages]
    (own,) = (page for page in pages if "一览" in page)
    assert [f"d{index}局" in own for index in range(10)] == [True] * 10
    assert not any("一览" in page for page in pages[:1]), "it leaves the page that has no room for all of it"


@pytest.mark.parametrize("theme", ["civic", "official"])
@pytest.mark.parametrize("count", [3, 8, 12, 16])
def test_up_to_sixteen_departments_stand_on_one_page(tmp_path: Path, theme: str, count: int) -> None:
    registered = tasks(*(30 + 4 * at for at in range(count)))
    cards = "  - kind: keyfigures\n    cards: [{indicator: d.t%d}]\n"
    departments = [cards % at + bars(at, at + 1) for at in range(count)]
    folder = project(tmp_path, departments, trim="A4", registered=registered, theme=theme)
    page = page_of(folder)
    said = "".join(words(page))
    assert all(f"d{at}局" in said for at in range(count))
    assert "来源：各部门" in said
    assert min(mark.size for mark in page.marks if isinstance(mark, GlyphRun)) >= (7.0 if theme == "official" else 5.5)


def test_a_figure_in_a_bar_is_read_on_its_colour(tmp_path: Path) -> None:
    """What is behind is light in one theme and black in another."""
    for theme in ("civic", "official"):
        folder = project(
            tmp_path / theme, [bars(0, 3)], trim="A4", registered=tasks(38, 80, 60), elapsed=50, theme=theme
        )
        page = page_of(folder)
        (figure,) = [mark for mark in page.marks if isinstance(mark, GlyphRun) and mark.text == "38"]
        bar = next(
            mark for mark in page.marks
            if isinstance(mark, Rect) and mark.x <= figure.x < mark.x + mark.width
            and mark.y < figure.y < mark.y + mark.height and mark.height > 8
        )  # fmt: skip
        assert contrast(figure.colour, bar.fill) >= 4.5
