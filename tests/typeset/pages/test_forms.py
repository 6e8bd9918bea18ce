"""Ballots and opinion sheets: boxes and rows that a pen can hit, leaves of their own, codes that can be read."""

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path as FilePath

import pytest
import zxingcpp
from PIL import Image

from reportgen.content import Choice, load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Field, GlyphRun, Line, Page, Path, Rect
from reportgen.fonts import open_fonts
from reportgen.model.forms import BallotData
from reportgen.pdf import paint
from reportgen.raster import render_page
from reportgen.resolve import resolve
from reportgen.theme import Theme, apply, load_theme, theme_names
from reportgen.typeset import typeset
from reportgen.units import POINTS_PER_MM
from support.forms import ADDRESS, NAMES, write_forms
from support.marks_reading import own_runs

MM = POINTS_PER_MM
GRADES = "[很满意很满意, 满意满意满意, 一般一般一般, 不满意不满意, 很不满意, 不了解]"
FEWER = {"32开": ", reply: false"}  # 184 mm high
TRIMS = ["null", "A5", "210x285", "32开"]


def project(
    folder: FilePath, blocks: str, *, names: Sequence[str] = NAMES, theme: str = "official", trim: str = "null",
    after: str = "",
) -> tuple[list[Page], bytes, Diagnostics, Theme]:  # fmt: skip
    write_forms(folder, blocks, names=names, theme=theme, trim=trim, after=after)
    sink = Diagnostics()
    loaded = load_project(folder, sink, "demo")
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, sink)
    if sink.has_errors:
        return [], b"", sink, load_theme(theme)
    fonts = open_fonts()
    made = apply(load_theme(theme), loaded.booklet.report.page)
    pages = typeset(document, made, fonts, {}, sink)
    return list(pages.pages), paint(pages, fonts), sink, made


def fields(page: Page) -> list[Field]:
    return [mark for mark in page.marks if isinstance(mark, Field)]


def boxes(page: Page) -> list[tuple[float, float, float, float]]:
    """Stroked squares: left, top, right, bottom."""
    found = []
    for mark in page.marks:
        if isinstance(mark, Path) and mark.stroke and mark.fill and mark.segments[-1] == ("Z",):
            xs = [segment[1] for segment in mark.segments if segment[0] in "ML"]
            ys = [segment[2] for segment in mark.segments if segment[0] in "ML"]
            if len(xs) == 4:
                found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def said(page: Page) -> str:
    return "".join(run.text for run in page.marks if isinstance(run, GlyphRun))


@pytest.mark.parametrize("trim", TRIMS)
@pytest.mark.parametrize("theme", theme_names())
def test_boxes_rows_and_type_keep_their_size_on_every_page(theme: str, trim: str, tmp_path: FilePath) -> None:
    pages, pdf, sink, made = project(
        tmp_path / "p", f"  - {{kind: ballot}}\n  - {{kind: opinions{FEWER.get(trim, '')}}}\n", theme=theme, trim=trim
    )
    assert not sink.has_errors, list(sink)
    forms = [index for index, page in enumerate(pages) if fields(page)]
    rows = {}
    for index in forms:
        page = pages[index]
        assert index % 2 == 0, "a right-hand page"
        assert not pages[index + 1].marks, "nothing on its back"
        left, right = made.page.inner, made.page.width - made.page.outer
        for x, y, far, foot in boxes(page):
            assert far - x == pytest.approx(4.5 * MM) and foot - y == pytest.approx(4.5 * MM)
            assert left - 0.1 <= x and far <= right + 0.1 and foot <= made.page.height - made.page.bottom + 0.1
        for run in own_runs(page.marks):
            assert run.size >= (10 if run.angle else 11), run.text
            assert run.y <= made.page.height - made.page.bottom + 0.1 or run.angle
            assert run.x >= left - 0.1 or run.angle
        tops = sorted({round(field.y, 2) for field in fields(page) if field.kind != "text"})
        for above, below in pairwise(tops):
            assert below - above >= 9 * MM - 0.05, "a pen needs room"
        for field in fields(page):
            assert field.kind == "text" or (field.x, field.y) in {(x, y) for x, y, _, _ in boxes(page)}
            if field.kind == "choice" and field.name != "reply":
                rows.setdefault(field.name, []).append(field.value)
        image = Image.open(io.BytesIO(render_page(pdf, index, 150)))
        assert [one.text for one in zxingcpp.read_barcodes(image)] == [ADDRESS]
    assert rows == {f"d{index}": ["满意", "基本满意", "不满意", "不了解"] for index in range(len(NAMES))}


def test_fourteen_departments_stand_on_one_page(tmp_path: FilePath) -> None:
    pages, _, _, made = project(tmp_path / "p", "  - {kind: ballot}\n")
    (form,) = [page for page in pages if fields(page)]
    text = said(form)
    for number, name in enumerate(NAMES, 1):
        assert f"{number}{name}" in text, "in full, never abbreviated"
    assert "14个部门" in text
    (tear,) = [mark for mark in form.marks if isinstance(mark, Line) and mark.dash]
    assert tear.x1 == tear.x2 == pytest.approx(16 * MM)
    assert tear.y2 == made.page.height
    assert tear.x1 < made.page.inner, "in the gutter: no print is lost"
    (stub,) = {run.angle for run in own_runs(form.marks) if "沿虚线" in run.text}
    assert stub == 90


def test_more_departments_go_on_with_all_that_is_said(tmp_path: FilePath) -> None:
    names = [f"市第{index}局" for index in range(1, 31)]
    pages, _, _, _ = project(tmp_path / "p", "  - {kind: ballot, title: 测评票}\n", names=names)
    forms = [page for page in pages if fields(page)]
    counts = [len({field.name for field in fields(page)}) for page in forms]
    assert sum(counts) == 30 and len(forms) == 3 and max(counts) - min(counts) <= 1, "about as many on each leaf"
    for page in forms:
        for words in ("测评票", "填写说明", "正确", "作废", "弃权", "满意", "沿虚线"):
            assert words in said(page)
    once = "".join(run.text for page in pages for run in own_runs(page.marks))
    assert once.count("填写说明") == 1, "said once, shown on every leaf"
    assert all(once.count(name) == 2 for name in names), "its own opening, and the ballot"


def test_groups_stand_side_by_side_or_on_leaves_of_their_own(tmp_path: FilePath) -> None:
    block = "  - {kind: ballot, groups: [年度工作, 机关效能, 总体评价]}\n"
    wide, _, _, _ = project(tmp_path / "wide", block, names=NAMES[:6])
    (form,) = [page for page in wide if fields(page)]
    assert len(fields(form)) == 6 * 3 * 4
    assert len({field.name for field in fields(form)}) == 6 * 3
    assert {field.label.split("：")[1] for field in fields(form)} == {"年度工作", "机关效能", "总体评价"}
    small, _, sink, _ = project(tmp_path / "small", block, names=NAMES[:6], trim="A5")
    forms = [page for page in small if fields(page)]
    assert not sink.has_errors and len(forms) > 1
    assert sum(len(fields(page)) for page in forms) == 6 * 3 * 4
    assert len({field.label for page in forms for field in fields(page)}) == 6 * 3 * 4


def test_one_department_and_a_very_long_name(tmp_path: FilePath) -> None:
    name = "市住房和城乡建设以及房屋征收补偿和历史建筑保护工作委员会办公室"
    pages, _, sink, made = project(tmp_path / "p", "  - {kind: ballot}\n", names=[name])
    assert not sink.has_errors
    (form,) = [page for page in pages if fields(page)]
    assert name in said(form)
    first = min(field.x for field in fields(form))
    for run in own_runs(form.marks):
        if run.text in name and len(run.text) > 3:
            assert run.x + run.size * len(run.text) <= first
    assert made.page.inner < first


def test_own_grades_chosen_departments_and_nothing_else(tmp_path: FilePath) -> None:
    block = "  - {kind: ballot, departments: [d5, d2], grades: [好, 一般, 差], samples: false, stub: ''}\n"
    pages, _, _, _ = project(tmp_path / "p", block)
    (form,) = [page for page in pages if fields(page)]
    assert [field.value for field in fields(form)] == ["好", "一般", "差"] * 2
    assert [field.name for field in fields(form)] == ["d5"] * 3 + ["d2"] * 3
    text = said(form)
    assert "样例" not in text and "沿虚线" not in text
    assert not [mark for mark in form.marks if isinstance(mark, Line) and mark.dash]
    assert f"1{NAMES[5]}" in text and f"2{NAMES[2]}" in text, "in the order that is given"


def test_what_follows_begins_a_fresh_leaf(tmp_path: FilePath) -> None:
    for after in ("name: 附录\nblocks: [一段话。]", "blocks: [{kind: cover, back: true, lines: [再见]}]"):
        pages, _, _, _ = project(tmp_path / str(len(after)), "  - {kind: ballot}\n", after=after)
        at = next(index for index, page in enumerate(pages) if fields(page))
        assert not pages[at + 1].marks
        assert "附录" in said(pages[at + 2]) or "再见" in said(pages[at + 2])


def test_the_contents_lead_to_the_forms(tmp_path: FilePath) -> None:
    front = tmp_path / "p"
    front.mkdir()
    pages, _, _, _ = project(front, "  - {kind: ballot}\n  - {kind: opinions}\n", after="blocks: [{kind: contents}]")
    contents = said(pages[-1])
    assert "部门工作评议表" in contents and "意见建议征集表" in contents


def test_the_back_of_an_opinion_sheet_has_lines(tmp_path: FilePath) -> None:
    pages, _, _, made = project(tmp_path / "p", "  - {kind: opinions, back: true}\n")
    at = next(index for index, page in enumerate(pages) if fields(page))
    front, back = pages[at], pages[at + 1]
    (lines,) = fields(back)
    assert lines.kind == "text" and lines.height / lines.lines == pytest.approx(9 * MM, abs=0.1)
    assert lines.x == pytest.approx(made.page.outer, abs=0.6), "on the left-hand page"
    opinion = next(field for field in fields(front) if field.name == "opinion")
    assert opinion.lines == 9 and opinion.height == pytest.approx(81 * MM, abs=1.0)
    ticks = [field.value for field in fields(front) if field.kind == "tick"]
    assert len(ticks) == 12 and ticks[-1] == "其他"
    assert [field.value for field in fields(front) if field.name == "reply"] == ["不需要", "需要，请留联系方式"]


@pytest.mark.parametrize(
    ("block", "names", "trim", "code"),
    [
        ("{kind: ballot}", [], "null", "ballot-empty"),
        (f"{{kind: ballot, grades: {GRADES}}}", NAMES, "32开", "ballot-wide"),
        (f"{{kind: ballot, title: {'很长的题目' * 80}}}", NAMES, "null", "form-full"),
        (f"{{kind: opinions, subtitle: {'很长的题目' * 120}}}", NAMES, "A5", "form-full"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_form_is_an_error(
    block: str, names: Sequence[str], trim: str, code: str, tmp_path: FilePath
) -> None:
    _, _, sink, _ = project(tmp_path / "p", f"  - {block}\n", names=names, trim=trim)
    assert [one.code for one in sink if one.severity == "error"] == [code]


@pytest.mark.parametrize(
    ("picked", "names"), [("d0, d2, forms", [NAMES[0], NAMES[2]]), ("forms", NAMES[:3])], ids=["its own", "all"]
)
def test_an_edition_votes_on_its_own_departments_or_on_all(
    tmp_path: FilePath, picked: str, names: Sequence[str]
) -> None:
    """An edition of nothing but forms, to be printed for those who come, is about the whole report."""
    folder = tmp_path / "p"
    project(folder, "  - {kind: ballot}\n", names=NAMES[:3])
    (folder / "editions").mkdir()
    (folder / "editions" / "some.yaml").write_text(f"sections: [{picked}]\n", encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(folder, sink, "demo", choice=Choice("some"))
    assert loaded.booklet is not None
    data = resolve(loaded.booklet, sink).forms["forms/0"]
    assert list(sink) == []
    assert isinstance(data, BallotData)
    assert [row.name for row in data.rows] == list(names)


def test_an_official_ballot_of_twelve_has_the_measures_of_its_drawing(tmp_path: FilePath) -> None:
    """In millimetres from the type area's head: instructions 25 to 59, table at 70, its head 10, rows 9 (visual.md)."""
    pages, _, _, made = project(tmp_path / "p", "  - {kind: ballot}\n", names=NAMES[:12])
    (form,) = [page for page in pages if fields(page)]
    rules = [mark for mark in form.marks if isinstance(mark, Rect) and mark.height == 0.8]
    top, foot = sorted((mark.y - made.page.top) / MM for mark in rules)
    assert top == pytest.approx(70, abs=0.2) and foot == pytest.approx(70 + 10 + 12 * 9, abs=0.4)
    how = next(run for run in own_runs(form.marks) if run.text == "填写说明")
    assert (how.y - made.page.top) / MM - 0.38 * how.size / MM - 12 / MM == pytest.approx(25, abs=0.4)
    samples = [box for box in boxes(form) if box[1] < made.page.top + 60 * MM]
    assert [round((box[0] - made.page.inner) / MM, 1) for box in samples[:4]] == [119.0, 125.6, 132.2, 138.8]


@pytest.mark.parametrize("theme", theme_names())
def test_heads_of_columns_are_of_one_size_and_stand_as_in_other_tables(theme: str, tmp_path: FilePath) -> None:
    names = ["澄原市人力资源和社会保障局", "澄原市教育局"]
    pages, _, _, made = project(tmp_path / "p", "  - {kind: ballot}\n", names=names, theme=theme, trim="A4")
    (form,) = [page for page in pages if fields(page)]
    heads = [run for run in own_runs(form.marks) if run.text in ("部门", "满意", "基本满意", "不满意", "不了解")]
    assert len(heads) == 5 and len({run.size for run in heads}) == 1 and heads[0].size > 11
    fill = made.looks.table.fill
    grounds = [mark for mark in form.marks if isinstance(mark, Rect) and fill and mark.fill == fill]
    if not fill:
        assert {run.colour for run in heads} == {made.colours["ink"]}
        return
    (ground,) = grounds
    assert {run.colour for run in heads} == {made.style("table_header").colour} != {fill}
    assert all(ground.y < run.y < ground.y + ground.height for run in heads)
    assert min(run.x for run in own_runs(form.marks) if run.text == "序号") > ground.x + 3


@pytest.mark.parametrize("theme", theme_names())
def test_small_pages_keep_their_room_for_rows(theme: str, tmp_path: FilePath) -> None:
    """184 mm high: how to fill it in is told in little, not a leaf for a department or two."""
    pages, _, sink, _ = project(tmp_path / "p", "  - {kind: ballot}\n", theme=theme, trim="32开")
    assert not sink.has_errors
    forms = [page for page in pages if fields(page)]
    assert min(len({field.name for field in fields(page)}) for page in forms[:-1]) >= 4
    for page in forms:
        words = [run for run in own_runs(page.marks, figures=True) if run.text in ("正确", "作废", "弃权")]
        assert len({run.y for run in words}) <= 1, "in one row"
