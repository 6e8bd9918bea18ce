"""Tables, cards and bars: widths that add up, spans, repeated headers, figures under each other."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen.model.document import Document, PageSetup
from reportgen.theme import Theme, apply, load_theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import part
from support.drafting import final
from support.every_kind import document_of
from support.project import REPORT, write_project

Written = Callable[[str], tuple[Document, bytes]]
WIDTH = 8640  # twips: the measure of the draft, 36 characters of 12 points


def tables(data: bytes) -> list[Any]:
    """The tables of the body, not those inside cells."""
    return list(part(data, "word/document.xml").find(f"{W}body").iterchildren(f"{W}tbl"))


def value(element: Any, path: str) -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else str(found.get(f"{W}val"))


def words(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def rows_of(table: Any) -> list[list[Any]]:
    return [list(row.iterchildren(f"{W}tc")) for row in table.iterchildren(f"{W}tr")]


def styled(data: bytes, style: str) -> list[Any]:
    return [table for table in tables(data) if value(table, "tblPr/tblStyle") == style]


def test_every_table_is_as_wide_as_the_text(draft: bytes) -> None:
    for table in tables(draft):
        grid = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        assert sum(grid) == WIDTH == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


def test_headers_come_again_and_rows_do_not_split(draft: bytes) -> None:
    for table in styled(draft, "Table"):
        rows = list(table.iterchildren(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_page_break_stands_behind_what_is_kept(write: Written) -> None:
    # The schema has pStyle, keepNext, keepLines, pageBreakBefore, in this order.
    leaf = "  - kind: pagebreak\n"
    table = "  - {kind: table, columns: [甲], rows: [[乙]]}\n"
    _, draft = write(f"{leaf}  - {{kind: quote, text: 甲, by: 乙}}\n  - 丙\n{leaf}{table}")
    order = [f"{W}pStyle", f"{W}keepNext", f"{W}pageBreakBefore"]
    broken = [one.getparent() for one in part(draft, "word/document.xml").iter(f"{W}pageBreakBefore")]
    assert len([one for one in broken if one.find(f"{W}keepNext") is not None]) == 2
    for properties in broken:
        tags = [child.tag for child in properties if child.tag in order]
        assert tags == sorted(tags, key=order.index)


def test_a_tall_row_may_split(write: Written) -> None:
    text = "全市经济运行总体平稳。" * 60
    _, draft = write(f"  - kind: table\n    columns: [甲, 乙]\n    rows: [[短, 短], ['{text}', 短]]\n")
    rows = list(styled(draft, "Table")[0].iterchildren(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, True, False]


def test_spans(draft: bytes) -> None:
    rows = rows_of(styled(draft, "Table")[0])
    shape = [[(words(cell), value(cell, "tcPr/gridSpan"), value(cell, "tcPr/vMerge")) for cell in row] for row in rows]
    assert shape[3] == [("合并的一格", "2", None), ("约23.55", None, None), ("12%", None, None)]
    assert shape[4][0] == ("两行高", None, "restart")
    assert shape[5][0] == ("", None, "continue")
    assert [text for text, _, _ in shape[5]] == ["", "乙", "3", "4"]


def test_a_tall_cell_that_is_also_wide(write: Written) -> None:
    _, data = write(
        "  - kind: table\n    columns: [甲, 乙, 丙, 丁]\n    rows:\n"
        "      - [一, {text: 大, columns: 2, rows: 3}, 二]\n      - [三, 四]\n"
        "      - [五, 六]\n      - [七, 八, 九, 十]\n"
    )
    rows = rows_of(styled(data, "Table")[0])
    assert [[words(cell) for cell in row] for row in rows[1:]] == [
        ["一", "大", "二"], ["三", "", "四"], ["五", "", "六"], ["七", "八", "九", "十"]
    ]  # fmt: skip


def test_a_header_of_two_lines_takes_the_room_of_the_wider(write: Written) -> None:
    def grid(title: str) -> list[int]:
        columns = f'[项, {{title: "{title}", type: number}}]'
        _, data = write(f"  - kind: table\n    columns: {columns}\n    rows: [[某项, 3]]\n")
        return [int(one.get(f"{W}w")) for one in styled(data, "Table")[0].find(f"{W}tblGrid")]

    assert grid("完成率") == grid("完成率\\\\\\n全年") != grid("完成率全年")


def test_figures_stand_with_their_units_under_each_other(write: Written) -> None:
    """Right-aligned, moved in by the width of the decimals that others have and they lack."""
    _, data = write(
        "  - kind: table\n    columns: [项, {title: 数, type: number}]\n"
        "    rows: [[甲, 350], [乙, 72.3], [丙, 49.16], [丁, —], [戊, 2700余],"
        " [己, '1,234.5'], [庚, ≥95], [辛, 63%～68%]]\n"
    )
    head, *rows = rows_of(styled(data, "Table")[0])
    indents = []
    for row in rows:
        found = row[1].find(f"{W}p/{W}pPr/{W}ind")
        indents.append(120 if found is None else int(found.get(f"{W}right")))  # 6 points are the style's
    size = 10.5 * 20
    tails = [0, 0.75, 1.25, None, 1.0, 0.75, 0]  # em: a point is a quarter, a digit a half, a Han character one
    block = 2.5 + 1.25  # 1,234 with the decimals of 49.16; a dash stands in the middle, and so does the header
    assert indents[:-1] == [
        round(120 + (1.25 - tail if tail is not None else (block - 1) / 2) * size) for tail in tails
    ]
    assert indents[-1] == 120, "a range has no one point: flush right"
    over = head[1].find(f"{W}p/{W}pPr/{W}ind")
    assert [value(one, "p/pPr/jc") for one in head] == [None, "right"]
    assert {value(one, "tcPr/vAlign") for one in head} == {"bottom"}, (
        "one of a line beside one of two stands at the rule"
    )
    assert int(over.get(f"{W}right")) == pytest.approx(120 + (block * size - 9.5 * 20) / 2, abs=1)


def test_columns_without_widths_hold_their_figures_on_one_line(write: Written) -> None:
    _, data = write(
        "  - kind: table\n    columns: [{title: 说明}, {title: 数, type: number}]\n"
        f"    rows: [[{'很长的说明' * 20}, 1234567.89万平方公里]]\n"
    )
    grid = [int(column.get(f"{W}w")) for column in styled(data, "Table")[0].find(f"{W}tblGrid")]
    assert grid[1] > 11 * 10.5 * 20 and grid[0] > grid[1]


def test_widths_of_the_author_are_kept(draft: bytes) -> None:
    grid = [int(column.get(f"{W}w")) for column in styled(draft, "Table")[1].find(f"{W}tblGrid")]
    assert grid == [WIDTH // 4, WIDTH * 3 // 4]


def test_a_total_is_set_off(draft: bytes) -> None:
    rows = list(styled(draft, "Table")[0].iterchildren(f"{W}tr"))
    for row, set_off in ((rows[-1], True), (rows[-2], False)):
        cell = row.find(f"{W}tc")
        assert (cell.find(f"{W}tcPr/{W}tcBorders/{W}top") is not None) is set_off
    assert {value(run, "rPr/rStyle") for run in rows[-1].iter(f"{W}r")} == {"Total"}


def test_a_table_is_named_for_those_who_cannot_see_it(draft: bytes) -> None:
    assert value(styled(draft, "Table")[0], "tblPr/tblCaption") == "主要指标"


def test_cards_are_equal_and_say_label_figure_note(document: Document, draft: bytes, theme: Theme) -> None:
    first, _, five, one = styled(draft, "CardsTable")  # the second counts the states of an overview
    rule = round(theme.draft.styles["cards"].borders["inside_v"][0] * 20)
    grid = [int(column.get(f"{W}w")) for column in first.find(f"{W}tblGrid")]
    shown = [grid[0] - rule / 2, grid[1] - rule, grid[2] - rule / 2]  # Word centres a rule on its edge
    assert max(shown) - min(shown) <= 1
    cards = [[words(paragraph) for paragraph in cell.iterchildren(f"{W}p")] for cell in rows_of(first)[0]]
    assert cards == [
        ["食堂完工", "37所", "全年目标100所"], ["新增学位", "3895个", "同比增长8.9%"], ["托管覆盖率", "75.5%"]
    ]  # fmt: skip
    assert [len(row) for row in rows_of(five)] == [3, 3]  # three, then two and room for one
    room = rows_of(five)[1][2]
    assert (words(room), room.find(f"{W}tcPr/{W}shd").get(f"{W}fill")) == ("", "FFFFFF"), "no blank card"
    assert [words(cell) for row in rows_of(one) for cell in row] == ["救助站改造—"]


def test_figures_of_cards_stand_on_one_line(write: Written) -> None:
    _, data = write(
        "  - kind: keyfigures\n    cards: [{indicator: edu.canteens, label: 一行}, {indicator: edu.places, label: 两行"
        + "长" * 30
        + "}]\n"
    )
    labels = [cell.find(f"{W}p") for cell in rows_of(styled(data, "CardsTable")[0])[0]]
    after = [label.find(f"{W}pPr/{W}spacing") for label in labels]
    assert after[0].get(f"{W}after") == "320"  # the line of 16 points that the other has more
    assert after[1] is None


@pytest.mark.parametrize("trim", ["A4", "A5", "32开"])
@pytest.mark.parametrize("name", ["civic", "official"])
def test_a_figure_of_a_card_keeps_its_unit_beside_it(tmp_path: Path, name: str, trim: str) -> None:
    """By the widths of a wide bold face: 0.7 em a figure."""
    units = ("亿元", "套（户）", "万平方米", "余万人次")
    indicators = "".join(f"edu.a{at}: {{name: 一, value: 1049.7, unit: {unit}}}\n" for at, unit in enumerate(units))
    cards = "".join(f"{{indicator: edu.a{at}}}, " for at in range(4))
    edu = f"id: edu\nname: 示例局\nblocks:\n  - kind: keyfigures\n    cards: [{cards}]\n"
    theme = apply(load_theme(name), PageSetup(trim=trim))
    document = document_of(write_project(tmp_path, report=REPORT, indicators=indicators, edu=edu))
    data = write_draft(document, theme, {}, None)
    assert not faults(data)
    margins = theme.draft.styles["cards"].margins
    own = {role: theme.draft.styles[role].size or 0.0 for role in ("card_number", "card_unit")}
    seen = 0
    for cell in (cell for row in rows_of(styled(data, "CardsTable")[0]) for cell in row):
        line = cell.findall(f"{W}p")[1] if len(cell.findall(f"{W}p")) > 1 else None
        if line is None:
            continue
        taken = 0.0
        for run, role in zip(line.iter(f"{W}r"), own, strict=True):
            size = next((int(one.get(f"{W}val")) / 2 for one in run.iter(f"{W}sz")), own[role])
            taken += size * sum(0.7 if char < "\u2e80" else 1.0 for char in "".join(run.itertext()))
            assert size >= 0.6 * own[role] - 0.5
        assert taken <= int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) / 20 - margins[1] - margins[3]
        seen += 1
    assert seen == 4


def test_bars_are_drawn_to_scale_by_cells(document: Document, draft: bytes, theme: Theme) -> None:
    table = styled(draft, "ProgressTable")[0]
    signs = {"done": "●", "on-course": "◐", "behind": "▲"}
    for row, bar in zip(rows_of(table)[1:], document.progress["civil/1"], strict=True):
        assert [words(cell) for cell in row] == [signs[bar.status], bar.label, "", bar.words, bar.target]
        drawn = row[2].find(f"{W}tbl")
        cells = list(drawn.find(f"{W}tr").iterchildren(f"{W}tc"))
        track = theme.colours["track"][1:]
        widths = [
            (int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")), cell.find(f"{W}tcPr/{W}shd").get(f"{W}fill"))
            for cell in cells
        ]
        whole = sum(width for width, _ in widths)
        done = sum(width for width, fill in widths if fill != track)
        assert bar.percent is not None
        assert abs(done / whole * 100 - min(float(bar.percent), 100)) < 0.1
        elapsed, passed = [], 0
        for (width, _), cell in zip(widths, cells, strict=True):
            passed += width
            if cell.find(f"{W}tcPr/{W}tcBorders/{W}right") is not None:
                elapsed.append(round(passed / whole * 100))
        assert elapsed == [50]


def test_the_heads_of_bars_come_again_and_tell_the_time_over_its_mark(draft: bytes) -> None:
    table = styled(draft, "ProgressTable")[0]
    first = table.find(f"{W}tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    cells = list(first.iterchildren(f"{W}tc"))
    assert [words(cell) for cell in cells] == ["任务", "序时50%", "完成率", "全年目标"]
    assert value(cells[0], "tcPr/gridSpan") == "2"
    place = cells[1].find(f"{W}p/{W}pPr")
    assert value(place, "jc") == "center" and place.find(f"{W}ind").get(f"{W}right") == "200"  # what no bar takes


def test_a_short_list_of_bars_stays_on_one_page_and_a_long_one_keeps_its_ends(write: Written) -> None:
    def kept(count: int) -> list[bool]:
        items = ", ".join("{indicator: edu.canteens}" for _ in range(count))
        _, data = write(f"  - {{kind: progress, title: 任务, source: 来源, items: [{items}]}}\n")
        rows = list(styled(data, "ProgressTable")[0].iterchildren(f"{W}tr"))[1:]
        return [
            all(one.find(f"{W}pPr/{W}keepNext") is not None for one in row.findall(f"{W}tc/{W}p") if words(one))
            for row in rows
        ]

    assert kept(6) == [True] * 6
    assert kept(24) == [True, *[False] * 21, True, True]


def test_marks_of_states_have_styles_of_their_own(draft: bytes, theme: Theme) -> None:
    """Named by what they tell, in one face for all shapes; no run has a colour of its own."""
    styles = part(draft, "word/styles.xml")
    fonts = {}
    for run in part(draft, "word/document.xml").iter(f"{W}r"):
        if words(run) in tuple("●◐▲■○"):
            assert run.find(f"{W}rPr/{W}color") is None
            id = value(run, "rPr/rStyle")
            style = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == id)
            assert value(style, "name").startswith("状态 ")
            fonts[words(run)] = (value(style, "rPr/color"), style.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii"))
    colours = {"●": "done", "◐": "on-course", "▲": "behind", "■": "stopped", "○": "grey"}
    assert fonts == {sign: (theme.colours[name][1:], "黑体") for sign, name in colours.items()}


def test_bars_tell_their_state_in_words_too(draft: bytes) -> None:
    said = value(styled(draft, "ProgressTable")[0], "tblPr/tblDescription")
    assert said == "新增床位：135%，完成；道路：70%，正常；救助站改造：55%，正常。序时50%。"


def test_no_row_stands_alone_on_a_page(write: Written) -> None:
    """Header and two rows, the last two rows and the source, a head and what it heads: each stays together."""
    _, data = write(
        "  - kind: table\n    columns: [项, 数]\n    source: 来源\n"
        "    rows: [[甲, 1], [乙, 2], [{text: 小结, columns: 2}], [丙, 3], [丁, 4], [戊, 5], [己, 6], [庚, 7],\n"
        "      [辛, 8]]\n"
    )
    rows = list(styled(data, "Table")[0].iterchildren(f"{W}tr"))[1:]
    kept = [words(row) for row in rows if row.find(f".//{W}keepNext") is not None]
    assert kept == ["甲1", "小结", "庚7", "辛8"]


def test_a_low_table_is_not_parted(write: Written) -> None:
    """What takes less than a quarter of a page goes to the next one whole, with its caption."""
    _, data = write("  - {kind: table, title: 表题, columns: [项, 数], rows: [[甲, 1], [乙, 2], [丙, 3], [丁, 4]]}\n")
    (table,) = styled(data, "Table")
    rows = list(table.iterchildren(f"{W}tr"))
    assert [row.find(f".//{W}keepNext") is not None for row in rows[1:]] == [True, True, True, False]


def test_a_table_keeps_clear_of_the_text_above(write: Written) -> None:
    _, data = write("  - 上文\n  - {kind: callout, blocks: [下文]}\n")
    above = styled(data, "CalloutTable")[0].getprevious()
    assert (words(above), value(above, "pPr/pStyle")) == ("", "Gap")


def test_a_callout_holds_its_blocks(draft: bytes) -> None:
    cell = rows_of(styled(draft, "CalloutTable")[0])[0][0]
    assert [words(child) for child in cell if child.tag == f"{W}p" and words(child)] == [
        "请注意", "这是提示。", "表2\u3000提示里的表", "提示里的项"
    ]  # fmt: skip
    inner = cell.find(f"{W}tbl")
    assert sum(int(column.get(f"{W}w")) for column in inner.find(f"{W}tblGrid")) == WIDTH - 14 * 20


def test_a_callout_of_nothing_but_a_break_is_still_a_cell(write: Written) -> None:
    write("  - {kind: callout, blocks: [{kind: pagebreak}]}\n  - 后\n")  # the lint of ``write`` is the test


def test_given_widths_leave_no_figure_broken_beside_room_to_spare(write: Written) -> None:
    written = write(
        "  - kind: table\n    columns:\n"
        "      - {title: 指标, width: 6}\n      - {title: 目标, width: 3, align: right}\n"
        "      - {title: 同比, width: 1.2, align: right}\n"
        "    rows:\n      - [学位, 120 个, 增长 13.0%]\n      - [食堂, 60 所, 下降 11.9%]\n"
    )
    table = next(one for one in tables(written[1]) if "同比" in words(one))
    grid = [int(column.get(f"{W}w")) / 20 for column in table.find(f"{W}tblGrid")]
    assert grid[2] > 10.5 * (2 + 0.25 + 2 + 0.83), grid  # 增长, a blank, 13.0 and % in the type of tables, 10.5 points
    assert grid[0] > grid[1] > grid[2] and sum(grid) == pytest.approx(WIDTH / 20)  # the order the author gave stays


def test_words_keep_clear_of_the_grey_beside_them(tmp_path: Path) -> None:
    """In a draft a column of registered figures is grey; a final file has no grey, and no blank beside it."""
    table = (
        '  - {kind: table, columns: [指标, {title: 实绩, type: number}, 备注], rows: [[食堂, "${edu.canteens}", 完]]}\n'
    )
    document = document_of(write_project(tmp_path, edu=f"id: edu\nname: 局\nshort: 局\nblocks:\n{table}"))

    def insets(theme: Theme) -> list[list[bool]]:
        body = part(write_draft(document, theme, {}, None), "word/document.xml")
        (found,) = [one for one in body.iter(f"{W}tbl") if "食堂" in "".join(one.itertext())]
        return [
            [cell.find(f"{W}tcPr/{W}tcMar/{W}left") is not None for cell in line.iterchildren(f"{W}tc")]
            for line in found.iterchildren(f"{W}tr")
        ]

    assert insets(load_theme("civic")) == [[False, False, True]] * 2
    assert insets(final(load_theme("civic"))) == [[False, False, False]] * 2


def test_a_tall_header_inside_a_callout_stands_once(tmp_path: Path) -> None:
    """Word repeats none there, and LibreOffice, asked to, lays such a table out without end."""
    tall = ["表头的字一直写下去" * 30] * 4
    table = "{{kind: table, title: 题, columns: {}, rows: [[甲, 乙, 丙, 丁]]}}"
    counts = []
    for columns in (["表头"] * 4, tall):
        block = table.format(columns)
        blocks = f"  - {block}\n  - {{kind: callout, title: 说明, blocks: [{block}]}}\n"
        folder = tmp_path / str(len(counts))
        document = document_of(write_project(folder, edu=f"id: edu\nname: 示例局\nblocks:\n{blocks}"))
        draft = write_draft(document, load_theme("civic"), {}, frozenset({"edu"}))
        made = [one for one in part(draft, "word/document.xml").iter(f"{W}tbl") if one.find(f".//{W}tbl") is None]
        counts.append([len(list(one.iter(f"{W}tblHeader"))) for one in made if "乙" in "".join(one.itertext())])
    assert counts == [[1, 1], [1, 0]]
