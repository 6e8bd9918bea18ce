"""Lists written by meaning on their pages: one row, many, overlong words, in every theme and on a small page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Line, Pages, Rect
from reportgen.theme import load_theme, theme_names
from support.every_kind import document_of
from support.marks_reading import own_text
from support.project import write_project
from support.setting import fonts, pages_of_document

LONG = "很长的文字没有一处标点也没有一处空白" * 4


def names(count: int, words: str) -> str:
    rows = "".join(
        f"      - {{name: 张三, unit: {words}第{at}局, post: {words}, time: 9:10}}\n" for at in range(1, count + 1)
    )
    return f"  - kind: names\n    title: 名单{words}\n    id: one\n    items:\n{rows}    source: 注：{words}\n"


def agenda(count: int, words: str) -> str:
    rows = "".join(f"      - {{time: 9:10—10:25, item: {words}第{at}局, who: {words}}}\n" for at in range(1, count + 1))
    return f"  - kind: agenda\n    title: 议程{words}\n    id: one\n    items:\n{rows}"


def projects(count: int, words: str) -> str:
    rows = "".join(
        f"      - {{group: {words}第{at % 2}组, item: {words}第{at}局, goal: {words}目标, progress: {words}进展, "
        f"lead: {words}甲, support: {words}乙, deadline: 12月底前, status: {STATES[at % 5]}}}\n"
        for at in range(1, count + 1)
    )
    return f"  - kind: projects\n    title: 项目{words}\n    id: one\n    items:\n{rows}"


def problems(count: int, words: str) -> str:
    rows = "".join(
        f"      - {{problem: {words}第{at}局, measure: {words}措施, owner: {words}甲, status: {STATES[at % 5]}}}\n"
        for at in range(1, count + 1)
    )
    return f"  - kind: problems\n    title: 整改{words}\n    id: one\n    items:\n{rows}"


def indicators(count: int, words: str) -> str:
    own = f", label: {words}, note: {words}" if words else ""
    rows = "".join(f"      - {{group: {words}第{at // 7}组, indicator: d.n{at}{own}}}\n" for at in range(1, count + 1))
    return f"  - kind: indicators\n    title: 指标{words}\n    id: one\n    items:\n{rows}"


def promises(count: int, words: str) -> str:
    rows = "".join(
        f"      - {{promise: {words}第{at}局, result: {words}结果, owner: {words}甲, status: {STATES[at % 5]}}}\n"
        for at in range(1, count + 1)
    )
    return f"  - kind: promises\n    title: 承诺{words}\n    made: 年初\n    id: one\n    items:\n{rows}"


STATES = ("done", "on-course", "behind", "postponed", "stopped")
KINDS: dict[str, Callable[[int, str], str]] = {
    "names": names,
    "agenda": agenda,
    "projects": projects,
    "problems": problems,
    "promises": promises,
    "indicators": indicators,
}
REGISTER = "".join(
    f"d.n{at}: {{name: 第{at}局的一项, value: {at * 7}.5, unit: 万平方米, target: 300, yoy: {at}, note: 备注{at}}}\n"
    for at in range(1, 61)
)


def pages(folder: Path, block: str, theme: str = "civic", trim: str = "", sink: Diagnostics | None = None) -> Pages:
    report = (
        f"title: 示例\nissuer: 示例市\nedition: {{period: 2025年上半年, date: 2025-07-15}}\ntheme: {theme}\n"
        f"sections: [sections/edu.yaml]\n" + (f"page: {{trim: {trim}}}\n" if trim else "")
    )
    section = f"id: edu\nname: 示例局\nblocks:\n{block}  - 见[](#one)。\n"
    document = document_of(write_project(folder, report=report, indicators=REGISTER, edu=section))
    return pages_of_document(document, sink)


def runs(made: Pages) -> Iterator[tuple[int, GlyphRun]]:
    for at, page in enumerate(made.pages):
        for mark in page.marks:
            if isinstance(mark, GlyphRun):
                yield at, mark


def right_of(run: GlyphRun) -> float:
    face = fonts().face(run.face)
    width = sum(face.advance(glyph) + run.spacing for glyph in run.glyphs) + sum(run.shifts or ())
    return run.x + width * run.size / 1000


def box(made: Pages, at: int) -> tuple[float, float, float, float] | None:
    """The left, top, right and bottom edge of the tables on a page, by their heavy rules."""
    rules = [mark for mark in made.pages[at].marks if isinstance(mark, Rect) and mark.height == 0.8]
    if not rules:
        return None
    (across,) = {(round(one.x, 2), round(one.x + one.width, 2)) for one in rules}
    return across[0], min(one.y for one in rules), across[1], max(one.y for one in rules) + 0.8


@pytest.mark.parametrize("trim", ["", "A5"])
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("count", "words"), [(1, ""), (60, ""), (4, LONG)])
def test_nothing_leaves_the_type_area(tmp_path: Path, kind: str, theme: str, trim: str, count: int, words: str) -> None:
    sink = Diagnostics()
    made = pages(tmp_path, KINDS[kind](count, words), theme, trim, sink)
    # seven columns of long words on a small page: what cannot be set well is told, and stays in its column all the same
    assert {one.code for one in sink} <= ({"typeset-overfull"} if words and trim else set())
    boxes = {at: found for at in range(len(made.pages)) if (found := box(made, at)) is not None}
    assert len(boxes) > 1 if count == 60 else boxes
    for at, run in runs(made):
        assert run.x >= 0 and right_of(run) <= made.pages[at].width and 0 <= run.y <= made.pages[at].height
        left, top, right, bottom = boxes.get(at, (0.0, 0.0, 0.0, 0.0))
        if top < run.y < bottom:
            assert run.x >= left - 0.5 and right_of(run) <= right + 0.5, run.text
    if count == 60:
        said = re.sub(r"\s", "", own_text(made))
        assert [f"第{at}局" in said for at in range(1, 61)] == [True] * 60
        assert sum("续表1" in run.text for _, run in runs(made)) == len(boxes) - 1


def test_a_name_of_two_takes_the_room_of_three(tmp_path: Path) -> None:
    made = pages(tmp_path, "  - {kind: names, id: one, title: 名单, items: [{name: 张三}, {name: 王小五}]}\n")
    two, three = (next(run for _, run in runs(made) if run.text == name) for name in ("张三", "王小五"))
    assert two.x == three.x
    assert right_of(two) == pytest.approx(right_of(three), abs=0.01)
    assert "张三" in own_text(made) and two.actual, "the gap is no blank of the text"


def test_times_stand_with_their_colons_below_each_other(tmp_path: Path) -> None:
    items = "[{name: 甲, time: 9:10}, {name: 乙, time: 10:25}]"
    made = pages(tmp_path, f"  - {{kind: names, id: one, title: 名单, items: {items}}}\n")
    early, late = (next(run for _, run in runs(made) if run.text == time) for time in ("9:10", "10:25"))
    assert right_of(early) == pytest.approx(right_of(late), abs=0.01)
    assert early.x > late.x


def test_a_break_in_the_agenda_stands_between_rules(tmp_path: Path) -> None:
    items = "[{time: 9:00, item: 甲}, {time: 10:00, item: 休会, pause: true}, {time: 10:10, item: 乙}]"
    made = pages(tmp_path, f"  - {{kind: agenda, id: one, title: 议程, items: {items}}}\n")
    ink = load_theme("civic").colours["ink"]
    rules = sorted(mark.y for mark in made.pages[0].marks if isinstance(mark, Rect) and mark.fill == ink)
    first, pause, last = (next(run.y for _, run in runs(made) if run.text == word) for word in ("甲", "休会", "乙"))
    assert [sum(low < rule < high for rule in rules) for low, high in ((first, pause), (pause, last))] == [1, 1]


@pytest.mark.parametrize(("theme", "late"), [("civic", "▲"), ("official", "△")])
def test_a_light_has_its_colour_and_its_word_in_ink_on_one_line(tmp_path: Path, theme: str, late: str) -> None:
    made = pages(tmp_path, "  - {kind: projects, id: one, title: 项目, items: [{item: 某事, status: behind}]}\n", theme)
    colours = load_theme(theme).colours
    found = [run for _, run in runs(made)]
    at = max(index for index, run in enumerate(found) if run.text == late)
    sign, word = found[at : at + 2]
    assert (sign.colour, word.colour, word.text.strip()) == (colours["behind"], colours["ink"], "滞后")
    assert word.face != sign.face, "in weight"
    assert abs((sign.y - 0.36 * sign.size) - (word.y - 0.36 * word.size)) < 0.01, "their middles are level"


@pytest.mark.parametrize("theme", theme_names())
def test_counts_of_promises_stand_large_between_title_and_table(tmp_path: Path, theme: str) -> None:
    rows = "".join(f"      - {{promise: 第{at}事, result: 办了, status: done}}\n" for at in range(1, 7))
    rows += "      - {promise: 末一事, status: stopped}\n"
    block = f"  - kind: promises\n    id: one\n    title: 题\n    made: 年初\n    items:\n{rows}"
    made = pages(tmp_path, block, theme)
    said = re.sub(r"\s", "", own_text(made))
    late, none = ("△", "□") if theme == "official" else ("▲", "■")
    assert f"题年初承诺7项●兑现6项{late}部分兑现0项{none}未兑现1项序号年初承诺" in said
    assert "共7项" not in said, "the numbers say it"
    found = [run for _, run in runs(made)]
    (seven,) = [run for run in found if run.text == "7" and run.size > 15]
    marks = [run for run in found if run.text in ("●", none)]
    assert seven.size > 2 * marks[0].size
    colours = load_theme(theme).colours
    assert {(run.text, run.colour) for run in marks} == {("●", colours["done"]), (none, colours["stopped"])}
    assert [run.text for run in marks].count("●") == 1 + 6, "above the table and in each row"


def test_a_promise_has_a_face_of_its_own_beside_its_result(tmp_path: Path) -> None:
    items = "[{promise: 某事, result: 办了, status: done}]"
    made = pages(tmp_path, f"  - {{kind: promises, id: one, title: 题, items: {items}}}\n", "official")
    faces = {run.text: run.face for _, run in runs(made) if run.text in ("某事", "办了")}
    assert faces == {"某事": "kai-regular", "办了": "song-regular"}


def bars(made: Pages, colour: str) -> list[Rect]:
    """The filled rectangles of a colour that are as high as bars in a table."""
    found = [mark for mark in made.pages[0].marks if isinstance(mark, Rect) and mark.fill == colour]
    return [mark for mark in found if mark.height in (5.25, 6.8)]


def bar_table(folder: Path, register: str, elapsed: int, trim: str = "") -> Pages:
    items = ", ".join(f"{{indicator: {line.split(':')[0]}}}" for line in register.splitlines())
    report = (
        "title: 示例\nissuer: 示例市\nsections: [sections/edu.yaml]\n"
        f"edition: {{period: 2025年, elapsed: {elapsed}, date: 2025-07-15}}\n"
    ) + (f"page: {{trim: {trim}}}\n" if trim else "")
    section = f"id: edu\nname: 示例局\nblocks:\n  - {{kind: indicators, id: one, title: 题, items: [{items}]}}\n"
    return pages_of_document(document_of(write_project(folder, report=report, indicators=register, edu=section)))


BARRED = """\
d.quarter: {name: 四分之一, value: 25, unit: 个, target: 100}
d.most: {name: 四分之三, value: 75, unit: 个, target: 100}
d.over: {name: 超额, value: 130, unit: 个, target: 100}
"""


def test_bars_are_as_long_as_what_was_done_and_the_line_of_time_crosses_them(tmp_path: Path) -> None:
    made = bar_table(tmp_path, BARRED, 50)
    colours = load_theme("civic").colours
    (track, *others) = bars(made, colours["track"])
    assert {(one.x, one.width) for one in others} == {(track.x, track.width)}
    (quarter,), (most,), (over,) = (bars(made, colours[name]) for name in ("behind", "on-course", "done"))
    assert [one.width / track.width for one in (quarter, most, over)] == [0.25, 0.75, 1.0]
    lines = [mark for mark in made.pages[0].marks if isinstance(mark, Line) and mark.colour == colours["accent"]]
    assert len(lines) == 3
    assert {round(line.x1, 2) for line in lines} == {round(track.x + track.width / 2, 2)}
    figures = {run.text: run for _, run in runs(made) if run.text in ("25", "75", "130")}
    for bar, figure in zip((quarter, most, over), ("25", "75", "130"), strict=True):
        assert bar.y < figures[figure].y < bar.y + bar.height + 2, "on the line of its figures"


def test_at_the_year_s_end_bars_begin_at_the_line_of_the_target(tmp_path: Path) -> None:
    made = bar_table(tmp_path, BARRED, 100)
    colours = load_theme("civic").colours
    (axis, *_) = [
        mark for mark in made.pages[0].marks if isinstance(mark, Line) and mark.x1 == mark.x2 and mark.width == 0.4
    ]
    missing = bars(made, colours["behind"])
    (over,) = bars(made, colours["secondary"])
    assert [round(one.x + one.width, 2) for one in missing] == [round(axis.x1, 2)] * 2
    assert round(over.x, 2) == round(axis.x1, 2)
    assert over.width == missing[0].width, "at most twenty points to either side"
    said = own_text(made)
    assert "较目标" not in said, "the head of bars is furniture, as they are"


def test_a_narrow_page_has_no_room_for_bars_and_loses_no_figure(tmp_path: Path) -> None:
    register = "".join(
        f"d.n{at}: {{name: 名称比一般的要长出许多的第{at}项指标, value: {at}5, unit: 万平方米, target: 100, yoy: 5}}\n"
        for at in range(1, 4)
    )
    made = bar_table(tmp_path, register, 50, "A5")
    assert not bars(made, load_theme("civic").colours["track"])
    figures = [run.text for _, run in runs(made)]
    assert [figures.count(one) for one in ("100", "15", "25", "35", "↑5")] == [3, 2, 2, 2, 3]
