"""A glossary on the page: two columns, a mark below the first use that changes no line, links both engines know."""

from itertools import pairwise
from pathlib import Path

from reportgen.drawing import Anchor, GlyphRun, Line, LinkArea, Page
from support.setting import set_blocks

BODY = "  - 上半年政府通过购买服务新设院前急救站十一个，全年二十个的任务完成了百分之五十五，院前急救站还要再建。\n"
ENTRIES = "".join(
    f"      - {{term: 第{index}个词, text: 这是一条不长也不短的解释，总要排成两行才放得下。}}\n" for index in range(12)
)


def lines(page: Page) -> list[tuple[float, str]]:
    found: dict[float, str] = {}
    for mark in page.marks:
        if isinstance(mark, GlyphRun):
            found[round(mark.y, 2)] = found.get(round(mark.y, 2), "") + mark.text
    return sorted(found.items())


def test_the_mark_changes_no_line(tmp_path: Path) -> None:
    glossary = "  - kind: glossary\n    entries:\n      - {term: 院前急救站, text: 负责抢救和转运。}\n"
    (marked,) = set_blocks(tmp_path / "a", BODY + glossary).pages
    (plain,) = set_blocks(tmp_path / "b", BODY + "  - 负责抢救和转运。\n").pages
    body = [line for line in lines(plain) if "负责" not in line[1]]
    assert [line for line in lines(marked) if line in body] == body
    (link,) = (mark for mark in marked.marks if isinstance(mark, LinkArea))
    assert link.text == "院前急救站"
    (anchor,) = (mark for mark in marked.marks if isinstance(mark, Anchor) and mark.name == link.target[1:])
    assert anchor.y > link.y
    dots = [mark for mark in marked.marks if isinstance(mark, Line) and mark.round_cap]
    assert len(dots) == 1 and link.x <= dots[0].x1 < dots[0].x2 <= link.x + link.width
    (term,) = {mark.colour for mark in marked.marks if isinstance(mark, GlyphRun) and "院前急救站" in mark.text}
    assert term == "#1C2430", "the colour of the text, not of links"


def test_two_columns_of_one_depth_and_one_where_the_page_is_narrow(tmp_path: Path) -> None:
    text = "".join(f"第{index}个词、" for index in range(12))
    blocks = f"  - {text}\n  - kind: glossary\n    entries:\n{ENTRIES}"
    for trim, columns in (("大16开", 2), ("100x180", 1)):
        pages = set_blocks(tmp_path / trim, blocks, page=f"{{trim: {trim}}}").pages
        starts = {
            round(mark.x, 1) for page in pages for mark in page.marks
            if isinstance(mark, GlyphRun) and mark.face == "hei-bold" and mark.text.startswith("第")
        }  # fmt: skip
        assert len(starts) == columns or len(pages) > 1


def test_an_entry_keeps_nine_points_from_the_next(tmp_path: Path) -> None:
    text = "".join(f"第{index}个词、" for index in range(12))
    (page,) = set_blocks(tmp_path, f"  - {text}\n  - kind: glossary\n    entries:\n{ENTRIES}").pages
    terms = [m for m in page.marks if isinstance(m, GlyphRun) and m.face == "hei-bold" and m.text.startswith("第")]
    left = sorted(mark.y for mark in terms if mark.x == min(one.x for one in terms))
    assert len(left) == 6
    assert {round(after - before, 2) for before, after in pairwise(left)} == {36.0}
