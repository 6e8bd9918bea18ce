"""Pages of the theme official: GB/T 9704's type area, lines and page numbers (typography specification 8.2, 8.3)."""

import itertools
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Line, Page, Pages, Rect
from reportgen.theme import load_theme
from reportgen.units import POINTS_PER_MM, TRIMS
from support.every_kind import document_of
from support.marks_reading import all_text, own_runs
from support.project import write_project
from support.setting import pages_of_document

MM = POINTS_PER_MM
PITCH, CELL = 225 * MM / 22, 156 * MM / 28
HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
REPORT = "title: 市人民政府工作报告\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\ntheme: official\n"


def official(folder: Path, blocks: str, *, front: bool = False, page: str = "{}", head: str = "") -> Pages:
    files = "sections/cover.yaml, sections/contents.yaml, " if front else ""
    report = f"{REPORT}page: {page}\nsections: [{files}sections/edu.yaml]\n"
    section = f"id: edu\nname: 示例局\nnumbered: false\n{head}blocks:\n{blocks}"
    return pages_of_document(document_of(write_project(folder, report=report, edu=section)))


def text_runs(page: Page) -> list[GlyphRun]:
    return [run for run in own_runs(page.marks) if run.face == "fang-regular"]


def folio(page: Page) -> tuple[str, float, float, float] | None:
    """The page number's text, its left and right edge and baseline."""
    found = [mark for mark in page.marks if isinstance(mark, GlyphRun) and "—" in mark.text]
    if not found:
        return None
    boxes = [mark for mark in page.marks if isinstance(mark, GlyphRun) and abs(mark.y - found[0].y) < 0.01]
    return "".join(mark.text for mark in boxes), min(mark.x for mark in boxes), 0.0, found[0].y


def test_baselines_stand_on_the_22_lines(tmp_path: Path) -> None:
    pages = official(tmp_path, "".join(f"  - {HAN * 3}。\n" for _ in range(12)))
    second = pages.pages[1]
    lines = sorted({round(run.y, 3) for run in text_runs(second)})
    assert len(lines) == 22
    for k, y in enumerate(lines, 1):
        assert y == pytest.approx(37 * MM + (k - 1) * PITCH + 20.48, abs=0.02)


def test_the_29th_character_begins_the_next_line(tmp_path: Path) -> None:
    pages = official(tmp_path, f"  - {HAN[:26]}\n  - {HAN[:27]}\n  - {HAN}{HAN}\n")
    by_line: dict[float, str] = {}
    for run in text_runs(pages.pages[0]):
        by_line[round(run.y, 2)] = by_line.get(round(run.y, 2), "") + run.text
    lines = [by_line[y] for y in sorted(by_line)]
    assert lines[0] == HAN[:26], "two characters of indent and 26 of text fill a line of 28"
    assert lines[1] + lines[2] == HAN[:27]
    assert lines[2], "the 29th goes to the next line"
    assert [len(line) for line in lines[3:6]] == [26, 28, 28]


def test_lines_reach_from_edge_to_edge_of_the_type_area(tmp_path: Path) -> None:
    from reportgen.pdf import paint
    from support.pdf_reading import character_boxes
    from support.setting import fonts

    pages = official(tmp_path, f"  - {HAN * 3}\n")
    boxes = character_boxes(paint(pages, fonts()))[0]
    height = pages.pages[0].height
    second = [box for box in boxes if abs((height - box.bottom) - (37 * MM + 3 * PITCH + 20.48)) < 6]
    assert len(second) == 28
    centres = [(box.left + box.right) / 2 for box in second]
    for k, centre in enumerate(centres):
        # ink is not centred in every character: within a fifth of the cell that it belongs to
        assert centre == pytest.approx(28 * MM + (k + 0.5) * CELL, abs=0.2 * CELL)


def test_page_numbers_stand_outside_seven_millimetres_below(tmp_path: Path) -> None:
    pages = official(tmp_path, "".join(f"  - {HAN * 3}。\n" for _ in range(40)))
    assert len(pages.pages) >= 4
    foot = (37 + 225 + 7) * MM + 0.38 * 14
    third, fourth = folio(pages.pages[2]), folio(pages.pages[3])
    assert third is not None
    assert fourth is not None
    assert (third[0], fourth[0]) == ("— 3 —", "— 4 —")
    assert third[3] == pytest.approx(foot, abs=0.01)
    assert fourth[1] == pytest.approx(26 * MM + 14, abs=0.01), "left page: type area at 26 mm, one character in"
    wide = 2 * 14 + 0.0  # two dashes of one character each; the rest is the figure and its blanks
    right = 28 * MM + 156 * MM - 14
    assert right - third[1] > wide
    dashes = [mark for mark in pages.pages[2].marks if isinstance(mark, GlyphRun) and mark.text.endswith("—")]
    last = dashes[-1]
    from support.setting import fonts

    width = sum(fonts().face(last.face).advance(glyph) for glyph in last.glyphs) * last.size / 1000
    width += sum(last.shifts or ()) * last.size / 1000
    assert last.x + width == pytest.approx(right, abs=0.8), "right page: one character in from the type area's edge"


def test_covers_contents_and_blank_pages_have_no_number_and_the_text_begins_with_1(tmp_path: Path) -> None:
    pages = official(tmp_path, f"  - {HAN}\n", front=True).pages
    assert [page.label for page in pages] == ["", "", "1"]
    assert [folio(page) is None for page in pages] == [True, True, False]
    assert "示例局" in all_text(pages[1])
    assert "1" in all_text(pages[1])


def test_the_text_begins_on_a_right_page_behind_long_contents(tmp_path: Path) -> None:
    headings = "".join(f"  - {{kind: heading, text: 第{index}件事, level: 2}}\n  - {HAN}\n" for index in range(34))
    report = f"{REPORT}sections: [sections/cover.yaml, sections/contents.yaml, sections/edu.yaml]\n"
    contents = "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 2}\n"
    section = f"id: edu\nname: 示例局\nnumbered: false\nblocks:\n{headings}"
    pages = pages_of_document(document_of(write_project(tmp_path, report=report, contents=contents, edu=section))).pages
    assert [page.label for page in pages[:5]] == ["", "", "", "", "1"], "cover, two pages of contents, a blank one"
    assert all_text(pages[3]) == ""


def test_no_space_between_han_and_figures_and_an_opening_mark_keeps_its_blank(tmp_path: Path) -> None:
    pages = official(tmp_path, "  - 共12所。\n  - “十四五”规划\n")
    runs = sorted(text_runs(pages.pages[0]), key=lambda run: (run.y, run.x))
    first = [run for run in runs if run.y == runs[0].y]
    assert "".join(run.text for run in first) == "共12所。"
    assert not any(any(run.shifts[:-1]) for run in first if run.shifts), "figures of half a character fill their cells"
    typography = load_theme("official").typography
    assert (typography.autospace, typography.first_open) == (0, "keep")


def test_faces_of_the_headings(tmp_path: Path) -> None:
    blocks = "".join(f"  - {{kind: heading, text: 标题, level: {level}}}\n  - {HAN}\n" for level in (1, 2, 3, 4))
    pages = official(tmp_path, blocks)
    faces = [run.face for run in own_runs(pages.pages[0].marks) if run.text.endswith("标题")]
    assert faces == ["hei-medium", "kai-regular", "fang-regular", "fang-regular"]  # GB/T 9704 7.3.3
    title = next(run for run in own_runs(pages.pages[0].marks) if run.text == "示例局")
    assert (title.face, title.size) == ("song-bold", 22)
    assert title.x + 1.5 * 22 == pytest.approx(28 * MM + 78 * MM, abs=0.1), "in the middle of the type area"


def test_tables_reach_from_edge_to_edge_without_vertical_rules(tmp_path: Path) -> None:
    table = (
        "  - kind: table\n    columns: [指标, {title: 实绩, type: number}]\n    rows: [[甲, 1.5], [乙, 20], [丙, 3]]\n"
    )
    page = official(tmp_path, table).pages[0]
    rules = [mark for mark in page.marks if isinstance(mark, Rect)]
    left = 28 * MM
    assert {round(rule.x, 2) for rule in rules} == {round(left, 2)}
    assert {round(rule.width, 2) for rule in rules} == {round(156 * MM, 2)}
    assert sorted({rule.height for rule in rules}) == [0.25, 0.4, 0.8]
    first = next(run for run in own_runs(page.marks) if run.text == "指标")
    assert first.x == pytest.approx(left), "no blank at the edge"
    steps = sorted({round(run.y, 2) for run in own_runs(page.marks) if run.face == "song-regular"})
    assert [b - a for a, b in itertools.pairwise(steps)] == pytest.approx([PITCH, PITCH], abs=0.02)


def test_a_value_with_its_unit_stands_on_one_line_in_columns_meant_for_smaller_type(tmp_path: Path) -> None:
    """Widths of a table of theme civic: what its empty columns have over goes to those that would wrap."""
    table = (
        "  - kind: table\n    columns:\n"
        "      - {title: 类别, type: label, width: 3}\n      - {title: 指标, width: 6}\n"
        "      - {title: 上半年, width: 4, align: right}\n      - {title: 全年任务, width: 3, align: right}\n"
        "      - {title: 完成率, width: 2, align: right}\n      - {title: 同比, width: 2, align: right}\n    rows:\n"
        "      - [供热, 清洁能源供热面积, 超3688万平方米, —, —, —]\n"
        "      - [检查, 新增集中供热项目开工, 4800余万平方米, 20条, 85%, —]\n"
    )
    page = official(tmp_path, table).pages[0]
    cells = [run for run in own_runs(page.marks) if run.face == "song-regular"]
    lines = {round(run.y, 2) for run in cells}
    assert len(lines) == 2
    for value in ("超3688万平方米", "4800余万平方米"):
        assert any(value in "".join(run.text for run in cells if round(run.y, 2) == line) for line in lines)


def test_departments_begin_a_page_unless_the_report_says_otherwise(tmp_path: Path) -> None:
    def pages(folder: Path, page: str) -> list[str]:
        report = f"{REPORT}page: {page}\nsections: [sections/edu.yaml, sections/two.yaml]\n"
        edu, two = (f"id: {key}\nname: {key}局\nblocks: [{HAN}]\n" for key in ("edu", "two"))
        write_project(folder, report=report, edu=edu)
        (folder / "sections" / "two.yaml").write_text(two, encoding="utf-8")
        return [all_text(one) for one in pages_of_document(document_of(folder)).pages]

    first, second = pages(tmp_path / "a", "{}")
    assert "edu局" in first and "two局" in second
    (only,) = pages(tmp_path / "b", "{department_page: flow}")
    assert "edu局" in only and "two局" in only


def test_sections_that_are_no_departments_begin_a_page_too(tmp_path: Path) -> None:
    def pages(folder: Path, page: str) -> list[str]:
        report = f"{REPORT}page: {page}\nsections: [sections/edu.yaml, sections/two.yaml]\n"
        edu, two = (f"id: {key}\nrole: front\nname: {key}须知\nblocks: [{HAN}]\n" for key in ("edu", "two"))
        write_project(folder, report=report, edu=edu)
        (folder / "sections" / "two.yaml").write_text(two, encoding="utf-8")
        return [all_text(one) for one in pages_of_document(document_of(folder)).pages]

    first, second = pages(tmp_path / "a", "{}")
    assert "edu须知" in first and "two须知" in second
    assert len(pages(tmp_path / "b", "{department_page: flow}")) == 1


def test_back_matter_follows_the_departments_as_they_follow_each_other(tmp_path: Path) -> None:
    def pages(folder: Path, page: str) -> list[str]:
        report = f"{REPORT}page: {page}\nsections: [sections/edu.yaml, sections/back.yaml, sections/cover.yaml]\n"
        edu, back = (f"id: {key}\nname: {key}局\nblocks: [{HAN}]\n" for key in ("edu", "back"))
        write_project(
            folder, report=report, edu=edu, cover="id: end\nrole: back\nblocks: [{kind: cover, back: true}]\n"
        )
        (folder / "sections" / "back.yaml").write_text(back + "role: back\n", encoding="utf-8")
        return [all_text(one) for one in pages_of_document(document_of(folder)).pages]

    text, _ = pages(tmp_path / "a", "{department_page: flow}")  # and the cover on a page of its own
    assert "edu局" in text and "back局" in text
    assert len(pages(tmp_path / "b", "{}")) == 3


def test_dots_of_the_contents_stand_in_columns(tmp_path: Path) -> None:
    page = official(tmp_path, f"  - {{kind: heading, text: 一件事, level: 2}}\n  - {HAN}\n", front=True).pages[1]
    leaders = [mark for mark in page.marks if isinstance(mark, Line) and mark.round_cap]
    assert leaders
    assert len({leader.x1 for leader in leaders}) == 1, "counted from the right"
    assert all((leader.x1 - leader.x2) % 5 == pytest.approx(0, abs=1e-6) for leader in leaders)


def test_the_cover_is_red_in_its_title_and_rules_alone(tmp_path: Path) -> None:
    pages = official(tmp_path, f"  - {HAN}\n", front=True).pages
    red = load_theme("official").colours["red"]
    cover = [mark for mark in pages[0].marks if isinstance(mark, GlyphRun)]
    assert {mark.text for mark in cover if mark.colour == red} == {"市人民政府工作报告"}
    faces = {mark.text: mark.face for mark in cover}
    assert faces["示例市"] == "song-medium"  # the issuer, above the date in regular
    assert faces["二〇二五年七月"] == "song-regular"
    assert faces["二〇二五年"] == "song-semibold"
    assert [mark.fill for mark in pages[0].marks if isinstance(mark, Rect)] == [red, red]
    assert "二〇二五年七月" in all_text(pages[0])
    others = [mark for page in pages[1:] for mark in page.marks if isinstance(mark, GlyphRun)]
    assert red not in {mark.colour for mark in others}


@pytest.mark.parametrize("trim", [*TRIMS, "120x170"])
@pytest.mark.parametrize("subtitle", ["", "subtitle: 向市民报告\n"])
def test_nothing_on_a_cover_touches_whatever_its_trim(tmp_path: Path, trim: str, subtitle: str) -> None:
    report = (
        f"{REPORT}{subtitle}page: {{trim: {trim}}}\nsections: [sections/cover.yaml, sections/edu.yaml, back.yaml]\n"
    )
    write_project(tmp_path, report=report, edu=f"id: edu\nname: 局\nblocks: [{HAN}]\n")
    back = "id: back\nrole: back\nblocks:\n  - {kind: cover, back: true, lines: [看完成绩单，请您来评议, 年终再见]}\n"
    (tmp_path / "back.yaml").write_text(back, encoding="utf-8")
    pages = pages_of_document(document_of(tmp_path)).pages
    for page in (pages[0], pages[-1]):
        rows = {round(run.y, 2): run.size for run in page.marks if isinstance(run, GlyphRun)}
        boxes = [(y - 0.88 * size, y + 0.12 * size) for y, size in rows.items()]
        boxes += [(rule.y, rule.y + rule.height) for rule in page.marks if isinstance(rule, Rect)]
        boxes.sort()
        assert len(boxes) >= 5
        assert all(upper[1] < lower[0] for upper, lower in itertools.pairwise(boxes)), boxes
        assert boxes[0][0] > 0 and boxes[-1][1] < page.height


def test_steps_on_the_back_begin_below_each_other(tmp_path: Path) -> None:
    report = f"{REPORT}sections: [sections/edu.yaml, back.yaml]\n"
    write_project(tmp_path, report=report, edu=f"id: edu\nname: 局\nblocks: [{HAN}]\n")
    steps = "[{word: 读, text: 会前读完述职。}, {word: 问, text: 当面问。}, {word: 投, text: 听完投票}]"
    cover = f"{{kind: cover, back: true, lines: [请您来评议, 年终再见], steps: {steps}}}"
    (tmp_path / "back.yaml").write_text(f"id: back\nrole: back\nblocks:\n  - {cover}\n", encoding="utf-8")
    page = pages_of_document(document_of(tmp_path)).pages[-1]
    begins = {mark.text[0]: mark for mark in page.marks if isinstance(mark, GlyphRun)}
    assert begins["读"].x == begins["问"].x == begins["投"].x
    assert begins["会"].x == begins["当"].x == begins["听"].x
    assert begins["读"].y < begins["问"].y < begins["投"].y < begins["年"].y
    assert begins["读"].y == begins["会"].y


def test_rows_of_a_table_that_fills_a_page_are_eight_millimetres_high(tmp_path: Path) -> None:
    """As those of its lists; a shorter table stands on the lines."""

    def steps(folder: Path, rows: int) -> list[float]:
        listed = ", ".join(f"[第{at}行, {at}]" for at in range(rows))
        table = f"  - {{kind: table, columns: [指标, {{title: 实绩, type: number}}], rows: [{listed}]}}\n"
        page = official(folder, table).pages[0]
        found = sorted({round(run.y, 2) for run in own_runs(page.marks) if run.text.endswith("行")})
        return [b - a for a, b in itertools.pairwise(found)]

    assert steps(tmp_path / "short", 6) == pytest.approx([PITCH] * 5, abs=0.02)
    many = steps(tmp_path / "long", 30)
    assert many == pytest.approx([8 * MM] * len(many), abs=0.02)


def test_rows_of_lists_are_eight_millimetres_high(tmp_path: Path) -> None:
    entries = ", ".join(f"{{name: 王{at}, unit: 示例局, post: 代表}}" for at in "一二三四")
    page = official(tmp_path, f"  - {{kind: names, items: [{entries}]}}\n").pages[0]
    found = sorted({round(run.y, 2) for run in own_runs(page.marks) if run.text == "示例局" and run.size < 20})
    assert [b - a for a, b in itertools.pairwise(found)] == pytest.approx([8 * MM] * 3, abs=0.02)


def test_the_label_of_a_group_stands_in_hei_beside_its_first_row(tmp_path: Path) -> None:
    table = (
        "  - kind: table\n    columns: [{title: 类别, type: label}, 指标]\n    rows:\n"
        "      - [{text: 住房, rows: 3}, 保障]\n      - [公寓]\n      - [棚改]\n"
    )
    runs = {run.text: run for run in own_runs(official(tmp_path, table).pages[0].marks)}
    assert (runs["住房"].face, runs["保障"].face) == ("hei-medium", "song-regular")
    assert runs["住房"].y == pytest.approx(runs["保障"].y, abs=0.01)


def test_marks_of_states_are_smaller_than_their_words_and_in_their_middle(tmp_path: Path) -> None:
    items = "[{promise: 甲, status: done}, {promise: 乙, status: partial}, {promise: 丙, status: stopped}]"
    page = official(tmp_path, f"  - {{kind: promises, items: {items}}}\n").pages[0]
    marks = [run for run in own_runs(page.marks) if run.text in ("●", "△", "□")]
    assert len(marks) >= 3
    for mark in marks:
        near = [run for run in own_runs(page.marks) if run is not mark and abs(run.y - mark.y) < 6 and run.x > mark.x]
        word = min(near, key=lambda run: run.x)
        assert mark.size == pytest.approx(0.75 * word.size, abs=0.01)
        assert mark.y - 0.36 * mark.size == pytest.approx(word.y - 0.36 * word.size, abs=0.01)


def test_units_are_grey_and_a_groups_name_is_not(tmp_path: Path) -> None:
    table = (
        "  - kind: table\n    columns: [类别, 指标, {title: 单位, type: label}]\n    rows:\n"
        "      - [{text: '**住房**', rows: 2}, 保障, 套]\n      - [公寓, 个]\n"
    )
    runs = {run.text: run for run in own_runs(official(tmp_path, table).pages[0].marks)}
    assert (runs["套"].face, runs["套"].colour) == ("song-regular", load_theme("official").colours["grey"])
    assert (runs["住房"].face, runs["住房"].y) == ("hei-medium", runs["保障"].y)
