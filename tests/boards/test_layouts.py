"""A board fits what it is given: nothing leaves its place, nothing is set small, whatever the content."""

import re
from pathlib import Path

import pytest

from reportgen.drawing import Begin, GlyphRun
from reportgen.drawing import Path as DrawnPath
from reportgen.model.boards import BoardLayout
from reportgen.theme import load_theme, theme_names
from reportgen.theme.paints import contrast
from reportgen.units import POINTS_PER_MM
from support.board_content import content
from support.boards import LAYOUTS, drawn_over_text, faults, laid, read, words, write_department
from support.project import SAMPLE

MARGIN = 18 * POINTS_PER_MM


def looked_at(folder: Path, theme: str, layout: BoardLayout | None) -> list[str]:
    """What is wrong with the boards of a project, by what a reader sees."""
    boards, codes = laid(folder, theme, layout)
    assert not [code for code in codes if code != "font-fang-missing"], codes
    found = []
    for board, page in boards:
        found += [
            f"{board.section}: {one}" for one in (*faults(page, margin=MARGIN, least=14.0), *drawn_over_text(page))
        ]
        assert (round(page.width / POINTS_PER_MM), round(page.height / POINTS_PER_MM)) == (420, 297)
    return found


@pytest.mark.parametrize("size", ["small", "sample", "large"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("theme", theme_names())
def test_three_sizes_of_content(theme: str, layout: BoardLayout, size: str, tmp_path: Path) -> None:
    counts = {"small": (1, 1), "sample": (4, 3), "large": (6, 8)}[size]
    section, indicators = content(size, cards=counts[0], bars=counts[1])
    assert looked_at(write_department(tmp_path, section, indicators, theme), theme, layout) == []


@pytest.mark.parametrize("bars", [0, 1, 2, 5, 7, 9])
@pytest.mark.parametrize("cards", range(-1, 8))
@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_number_of_cards_and_bars(layout: BoardLayout, cards: int, bars: int, tmp_path: Path) -> None:
    for size in ("small", "large"):
        section, indicators = content(size, cards=cards, bars=bars)
        folder = write_department(tmp_path / size, section, indicators)
        for theme in ("civic", "bright"):  # cards with rules, cards as tiles
            assert looked_at(folder, theme, layout) == [], (size, theme)


@pytest.mark.parametrize("chart", ["bar", "column", "doughnut", "line"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_chart_in_place_of_bars(layout: BoardLayout, chart: str, tmp_path: Path) -> None:
    section, indicators = content("sample", bars=0, chart=chart)
    folder = write_department(tmp_path, section, indicators)
    assert looked_at(folder, "civic", layout) == []
    ((_, page),) = laid(folder, "civic", layout)[0]
    assert "四类工程里" in words(page) or chart == "doughnut"
    assert "485.6" in words(page)


# six cards with small rows stand in a row on paper, on tiles only in two columns
@pytest.mark.parametrize(
    ("theme", "layout"),
    [
        (theme, layout)
        for theme in theme_names()
        for layout in (None, *LAYOUTS)
        if (theme, layout) != ("bright", "hero-band")
    ],
)
def test_the_sample(theme: str, layout: BoardLayout | None) -> None:
    assert looked_at(SAMPLE, theme, layout) == []
    assert len(laid(SAMPLE, theme, layout)[0]) == 8


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_targets_nothing_is_drawn_or_said_in_per_cent(layout: BoardLayout, tmp_path: Path) -> None:
    section, indicators = content("sample", targets=False)
    indicators = {id: {key: one for key, one in figure.items() if key != "yoy"} for id, figure in indicators.items()}
    section["blocks"] = [
        block for block in section["blocks"] if not isinstance(block, dict) or block["kind"] != "progress"
    ]
    for card in section["blocks"][0]["cards"]:
        card["note"] = "上半年累计"
    section["blocks"] = [
        block for block in section["blocks"] if not isinstance(block, dict) or block["kind"] != "bullets"
    ]
    folder = write_department(tmp_path, section, indicators)
    ((board, page),), _ = laid(folder, "civic", layout)
    assert "%" not in words(page)
    assert all(card.percent is None and card.count is None for card in board.cards)
    assert looked_at(folder, "civic", layout) == []


def test_reading_order(tmp_path: Path) -> None:
    section, indicators = content("sample")
    ((board, page),), _ = laid(write_department(tmp_path, section, indicators), "civic", "hero-left")
    text = words(page)
    assert board.hero is not None
    parts = [
        "义务教育学位增加", "示例市教育局", "2025年上半年工作解读", board.hero.label, board.hero.number,
        "各项任务的进度",
        *(card.label for card in board.cards), "下半年安排", "数据：", "编印：示例市人民政府",
    ]  # fmt: skip
    places = [text.index(part) for part in parts[:3]]
    at = 0
    for part in parts[3:]:
        at = text.index(part, at)
        places.append(at)
    assert places == sorted(places)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_bars_that_are_left_out_are_those_of_what_is_done(tmp_path: Path, layout: BoardLayout) -> None:
    """At the year's end the task that nobody finished is the last of the bars."""
    section, indicators = content("sample", cards=2, bars=30)
    for index in range(30):
        indicators[f"d.n{index}"] = {"name": f"食堂{index}", "value": 100 - index // 29, "unit": "所", "target": 100}
    folder = write_department(tmp_path, section, indicators)
    ((board, page),), _ = laid(folder, "civic", layout)
    drawn = [mark.alt for mark in page.marks if isinstance(mark, Begin)]
    late = [row for row in board.rows if row.percent is not None and row.percent < 100]
    assert [row.label for row in late] == ["食堂29"]
    assert late[0].label + late[0].words in drawn
    assert re.search(r"另有\d+项见手册", words(page))


def test_many_bars_are_counted_where_they_have_no_room(tmp_path: Path) -> None:
    section, indicators = content("large", cards=2, bars=30)
    folder = write_department(tmp_path, section, indicators)
    for layout in LAYOUTS:
        ((board, page),), _ = laid(folder, "civic", layout)
        more = re.search(r"另有(\d+)项见手册", words(page))
        drawn = [mark.alt for mark in page.marks if isinstance(mark, Begin)]
        shown = sum(row.label + row.words in drawn for row in board.rows)
        assert more is not None
        assert shown + int(more[1]) == len(board.rows)
        assert looked_at(folder, "civic", layout) == []


def test_what_is_read_of_the_sample() -> None:
    boards = {board.section: board for board in read(SAMPLE)[1]}
    assert list(boards) == ["health", "urban", "medical", "employment", "civil", "education", "sports", "housing"]
    assert (boards["health"].hero.number, boards["health"].hero.unit) == ("11", "个")  # type: ignore[union-attr]
    assert [row.words for row in boards["housing"].rows][:3] == ["100%", "96.7%", "85%"]
    assert boards["health"].plans_title == "下半年安排"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("elapsed", [25, 83.3, 99, 100])
def test_what_is_left_out_is_said_clear_of_the_time(tmp_path: Path, elapsed: float, layout: BoardLayout) -> None:
    section, indicators = content("sample", cards=2, bars=30)
    folder = write_department(tmp_path, section, indicators)
    report = folder / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("elapsed: 50", f"elapsed: {elapsed}"), "utf-8")
    ((_, page),), _ = laid(folder, "civic", layout)
    assert ("序时" in words(page)) == (elapsed < 100)
    assert looked_at(folder, "civic", layout) == []


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_icon_of_a_department_stands_clear_of_all_where_a_theme_has_such(
    theme: str, layout: BoardLayout, tmp_path: Path
) -> None:
    for headline in ("一句话", "一句话说出半年里最要紧的事，另一句话说出还要做的事"):
        section, indicators = content("sample", cards=3)
        section |= {"icon": "house", "headline": headline}
        folder = write_department(tmp_path / headline, section, indicators, theme)
        assert looked_at(folder, theme, layout) == []
        ((_, page),) = laid(folder, theme, layout)[0]
        icons = [mark for mark in page.marks if isinstance(mark, DrawnPath) and mark.round_ends]
        assert len(icons) == (theme == "bright")
        for icon in icons:
            across, down = zip(*((one[-2], one[-1]) for one in icon.segments if one[0] != "Z"), strict=True)
            assert max(across) <= page.width - MARGIN
            beside = (mark for mark in page.marks if isinstance(mark, GlyphRun) and mark.x > min(across) - 60)
            for run in beside:
                assert run.y < min(down) - 3 or run.y - run.size > max(down) + 3


def test_what_stands_on_a_tile_stands_in_its_middle(tmp_path: Path) -> None:
    section, indicators = content("small", cards=3)
    folder = write_department(tmp_path, section, indicators, "bright")
    ((_, page),) = laid(folder, "bright", "hero-left")[0]
    fills = set(load_theme("bright").looks.poster.tiles)
    checked = 0
    for mark in page.marks:
        if isinstance(mark, DrawnPath) and mark.fill in fills:
            xs, ys = zip(*((one[-2], one[-1]) for one in mark.segments if one[0] != "Z"), strict=True)
            inside = [
                run for run in page.marks
                if isinstance(run, GlyphRun) and min(xs) < run.x < max(xs) and min(ys) < run.y < max(ys)
            ]  # fmt: skip
            above = min(run.y - 0.88 * run.size for run in inside) - min(ys)
            below = max(ys) - max(run.y for run in inside)
            assert abs(above - below) < 30 or min(above, below) > 40, (above, below)
            checked += 1
    assert checked == 3


def test_a_department_keeps_its_hue_on_its_board(tmp_path: Path) -> None:
    theme = load_theme("bright")
    hues = {hue.fill for hue in theme.hues}
    boards, codes = laid(SAMPLE, "bright")
    assert codes == []
    seen = set()
    for number, (board, page) in enumerate(boards):
        assert board.number == number
        hue = theme.hue(number)
        fills = []
        for mark in page.marks:
            if isinstance(mark, DrawnPath) and mark.fill in hues:
                xs, ys = zip(*((one[-2], one[-1]) for one in mark.segments if one[0] != "Z"), strict=True)
                fills.append(((max(xs) - min(xs)) * (max(ys) - min(ys)), mark.fill))
        large = [fill for area, fill in sorted(fills, reverse=True) if area > 60 * 60]
        assert large[0] == hue.fill
        assert hue.fill not in large[1:], "no tile has the hero's own"
        runs = [run for run in page.marks if isinstance(run, GlyphRun)]
        hero = max(runs, key=lambda run: run.size)
        assert hero.colour == hue.text
        assert contrast(hero.colour, hue.fill) >= 4.5
        seen.add(hue.fill)
    assert seen == hues
