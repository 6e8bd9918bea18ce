"""Paragraphs, lists and quotations (typography specification 6.1 to 6.3): where their lines begin."""

from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page
from reportgen.theme import load_theme
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.project import write_project
from support.setting import pages_of_document, set_blocks

THEME = load_theme("civic")
LEFT = THEME.page.inner  # of the first page's type area
PLAIN = "{opening: plain}"
LONG = "全市经济运行总体平稳各项工作有序推进" * 4
EM = 10.5


def runs(page: Page) -> list[GlyphRun]:
    return [run for run in own_runs(page.marks) if run.size < 12]


def begins(page: Page) -> list[tuple[float, str]]:
    """Each line below the section's name: how many em from the type area it begins, and its text."""
    found: dict[float, list[GlyphRun]] = {}
    for run in runs(page):
        found.setdefault(round(run.y, 1), []).append(run)
    return [
        (round((min(run.x for run in line) - LEFT) / line[0].size, 2), "".join(run.text for run in line))
        for _, line in sorted(found.items())
    ]


def edges(folder: Path, blocks: str, page: str = PLAIN) -> list[float]:
    return [left for left, _ in begins(set_blocks(folder, blocks, page=page).pages[0])]


@pytest.mark.parametrize("text", [LONG, "\u3000\u3000" + LONG, "  " + LONG])
def test_a_paragraph_is_indented_by_two_characters_whatever_was_typed(tmp_path: Path, text: str) -> None:
    assert edges(tmp_path, f"  - '{text}'\n") == [2.0, 0.0]


def test_the_indent_is_two_characters_of_the_paragraphs_own_size(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - {LONG}\n", page="{size: 16pt, leading: 28pt, opening: plain}").pages[0]
    first = min((run for run in own_runs(page.marks) if run.size == 16), key=lambda run: run.y)
    assert first.x - LEFT == pytest.approx(32)


def test_the_paragraph_below_a_heading_is_indented_like_any_other(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - {{kind: heading, text: 学前教育}}\n  - {LONG}\n  - {LONG}\n", page=PLAIN).pages[0]
    assert [left for left, _ in begins(page)] == [2.0, 0.0, 2.0, 0.0]
    ys = sorted({round(run.y, 2) for run in runs(page)})
    assert {round(b - a, 2) for a, b in pairwise(ys)} == {18.0}, "no blank between paragraphs"


def test_numbered_paragraphs_go_on_flush(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - （一）{LONG}\n  - 一是{LONG}\n", page=PLAIN).pages[0]
    # an opening mark at the head of a line gives its blank: its ink stands where a character's would (3.4)
    found = begins(page)
    heads = [left for left, text in found if text.startswith(("（一）", "一是"))]
    assert heads == [pytest.approx(2.0, abs=0.5), 2.0]
    assert [left for left, text in found if not text.startswith(("（一）", "一是"))] == [0.0] * (len(found) - 2)


def test_spoken_items_run_in_and_go_on_flush(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - {{kind: bullets, style: spoken, items: [{LONG}, {LONG}]}}\n", page=PLAIN).pages[0]
    found = begins(page)
    assert [left for left, _ in found] == [2.0, 0.0, 2.0, 0.0]
    assert [text[:2] for _, text in found[::2]] == ["一是", "二是"]


@pytest.mark.parametrize("ordered", ["false", "true"])
def test_items_go_on_under_their_text(tmp_path: Path, ordered: str) -> None:
    blocks = f"  - {{kind: bullets, ordered: {ordered}, items: [{', '.join([LONG] * 11)}]}}\n"
    page = set_blocks(tmp_path, blocks, page=PLAIN).pages[0]
    texts = [run.x for run in runs(page) if "全市" in run.text or "有序" in run.text]
    assert len(texts) == 22
    assert max(texts) - min(texts) < 0.01


def test_a_long_attachment_goes_on_under_the_first_character_of_its_name(tmp_path: Path) -> None:
    blocks = f"  - {{kind: bullets, lead: 附件：, ordered: true, items: [甲{LONG}, 乙{LONG}]}}\n"
    page = set_blocks(tmp_path, blocks, page=PLAIN).pages[0]
    found = begins(page)
    assert found[0][0] == 2.0
    assert found[0][1].startswith("附件：1.甲全市")
    assert sum(text.startswith("2.乙全市") for _, text in found) == 1
    names = [run.x for run in runs(page) if len(run.text) > 5]
    assert len(names) == len(found) >= 4
    assert max(names) - min(names) < 0.01
    numbers = {run.text: run.x for run in runs(page) if run.text in ("1.", "2.")}
    # Song's 1 is narrower than its 2: the points stand below each other
    assert numbers["1."] == pytest.approx(numbers["2."], abs=1)
    words = next(run for run in runs(page) if run.text == "附件：")
    assert numbers["2."] - words.x == pytest.approx(3 * EM, abs=0.01), "the colon keeps its blank before the number"


def test_numbers_of_many_attachments_end_on_one_line(tmp_path: Path) -> None:
    blocks = f"  - {{kind: bullets, lead: 附件：, ordered: true, items: [{', '.join(['名称'] * 12)}]}}\n"
    page = set_blocks(tmp_path, blocks, page=PLAIN).pages[0]
    names = [run.x for run in runs(page) if run.text == "名称"]
    assert len(names) == 12
    assert max(names) - min(names) < 0.01


def test_one_attachment_needs_no_number(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - {{kind: bullets, lead: 附件：, items: [甲{LONG}]}}\n", page=PLAIN).pages[0]
    found = begins(page)
    assert found[0][1].startswith("附件：甲")
    assert found[1][0] == 5.0


def test_attachments_stand_a_line_below_the_text(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - {LONG}\n  - {{kind: bullets, lead: 附件：, items: [名称]}}\n", page=PLAIN).pages[
        0
    ]
    ys = sorted({round(run.y, 2) for run in runs(page)})
    assert ys[2] - ys[1] == pytest.approx(36)


def test_words_before_a_list_that_leave_no_room_have_a_line_of_their_own(tmp_path: Path) -> None:
    blocks = f"  - {{kind: bullets, lead: {LONG[:36]}：, ordered: true, items: [名称, 名称]}}\n"
    found = begins(set_blocks(tmp_path, blocks, page=PLAIN).pages[0])
    assert [text for _, text in found[-2:]] == ["1.名称", "2.名称"]
    assert "".join(text for _, text in found[:-2]) == LONG[:36] + "："


def test_a_quotation_stands_two_characters_in_and_its_first_line_two_more(tmp_path: Path) -> None:
    page = set_blocks(tmp_path, f"  - kind: quote\n    text: ['{LONG}', '{LONG}']\n    by: 某人\n", page=PLAIN).pages[0]
    found = begins(page)
    assert [left for left, _ in found[:-1]] == [4.0, 2.0, 2.0, 4.0, 2.0, 2.0][: len(found) - 1]
    lines = [run for run in runs(page) if "全市" in run.text]
    assert min(run.x for run in lines) - LEFT == pytest.approx(21)
    assert found[-1][1] == "——某人"


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last(tmp_path: Path) -> None:
    section = f"id: edu\nname: 示例局\nblocks:\n  - kind: quote\n    text: ['“{LONG}', '“{LONG}”']\n"
    document = document_of(write_project(tmp_path, edu=section))
    text = "".join(run.text for run in own_runs(pages_of_document(document).pages[-1].marks))
    assert f"“{LONG}“{LONG}”" in text
