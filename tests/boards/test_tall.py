"""The tall picture: 1080 wide, as high as its content, nothing small, nothing over anything else."""

from pathlib import Path

import pytest

from reportgen.build.boards import Workshop, set_tall_boards
from reportgen.drawing import Page
from reportgen.model.boards import BoardData
from reportgen.theme import load_theme, theme_names
from support.board_content import content
from support.boards import drawn_over_text, faults, fonts, read, words, write_department
from support.project import SAMPLE


def tall(folder: Path, theme: str) -> list[tuple[BoardData, Page]]:
    document, boards, sink = read(folder)
    pages = set_tall_boards(Workshop(document, load_theme(theme), fonts(), sink, True), boards)
    assert not [one for one in sink if one.severity == "error"], list(sink)
    return list(zip(boards, pages, strict=True))


def looked_at(folder: Path, theme: str) -> list[str]:
    found = []
    for board, page in tall(folder, theme):
        assert page.width == 1080
        wrong = (*faults(page, margin=72, least=28.0), *drawn_over_text(page))
        found += [f"{board.section}: {one}" for one in wrong]
    return found


@pytest.mark.parametrize("theme", theme_names())
def test_the_sample(theme: str) -> None:
    assert looked_at(SAMPLE, theme) == []
    assert len(tall(SAMPLE, theme)) == 8


@pytest.mark.parametrize("size", ["small", "sample", "large"])
@pytest.mark.parametrize("cards", [-1, 0, 1, 4, 7])
def test_sizes_of_content(size: str, cards: int, tmp_path: Path) -> None:
    for bars in (0, 3, 9):
        section, indicators = content(size, cards=cards, bars=bars)
        assert looked_at(write_department(tmp_path / str(bars), section, indicators), "civic") == []


@pytest.mark.parametrize("chart", ["column", "line", "doughnut", "stacked"])
def test_charts(chart: str, tmp_path: Path) -> None:
    section, indicators = content("sample", bars=0, chart=chart)
    folder = write_department(tmp_path, section, indicators)
    assert looked_at(folder, "civic") == []
    assert "校舍" in words(tall(folder, "civic")[0][1])


@pytest.mark.parametrize("note", ["", "其中城区二十二所，乡镇十五所"])
def test_a_hero_in_per_cent(note: str, tmp_path: Path) -> None:
    section, indicators = content("sample", cards=6)
    card = {"indicator": "d.n6", "note": note} if note else {"indicator": "d.n6"}
    section["board"] = {"hero": card}
    folder = write_department(tmp_path, section, indicators)
    assert looked_at(folder, "civic") == []
    assert "每点代表1%" in words(tall(folder, "civic")[0][1])


def test_more_content_is_a_taller_picture(tmp_path: Path) -> None:
    heights = []
    for size in ("small", "sample", "large"):
        section, indicators = content(size, cards=2 + len(heights) * 2, bars=1 + 3 * len(heights))
        heights.append(tall(write_department(tmp_path / size, section, indicators), "civic")[0][1].height)
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_it_says_what_the_sheet_says(tmp_path: Path) -> None:
    section, indicators = content("sample")
    ((board, page),) = tall(write_department(tmp_path, section, indicators), "civic")
    text = words(page)
    for part in (board.name, board.period, board.headline, *(card.label for card in board.cards), board.plans_title):
        assert part.replace("\n", "") in text
    for row in board.rows:
        assert row.label in text
        assert row.words in text
