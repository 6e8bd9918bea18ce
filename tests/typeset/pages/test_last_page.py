"""A part of the booklet does not end with a page that is almost empty, where less blank or smaller charts help."""

from pathlib import Path

from reportgen.drawing import GlyphRun, Page
from support.every_kind import png
from support.marks_reading import all_text
from support.page_listing import LINES, above, filler, laid, listing, paragraph
from support.project import write_project

CHART = (
    "  - {kind: chart, type: column, title: 各区进度, categories: [甲, 乙], series: [{name: 完成, values: [3, 5]}]}\n"
)
HEADING = "  - {kind: heading, text: 下步打算, level: 2}\n"


def test_charts_and_blanks_give_way_to_two_lines(tmp_path: Path) -> None:
    blocks = filler(LINES - above(tmp_path)) + CHART * 2
    count = next(
        count for count in range(1, 30)
        if len(laid(tmp_path / f"p{count}", blocks + filler(count), fitted=True).pages) > 2
    )  # fmt: skip
    whole = laid(tmp_path / "whole", blocks + filler(1), fitted=True).pages
    drawn = laid(tmp_path / "drawn", blocks + filler(count - 1), fitted=True).pages
    assert len(whole) == len(drawn) == 2
    (size, height), (lower_size, lower_height) = _labels(whole[1]), _labels(drawn[1])
    assert 0.8 * height <= lower_height < height, "the charts are a little lower"
    assert lower_size == size, "and their type as large as before"


def _labels(page: Page) -> tuple[float, float]:
    """The size of the type in the last chart, and how far its categories stand below its highest value."""
    runs = [mark for mark in page.marks if isinstance(mark, GlyphRun)]
    names = [mark for mark in runs if mark.text in ("甲", "乙")]
    value = [mark for mark in runs if mark.text == "5" and mark.y < names[-1].y][-1]
    return names[-1].size, names[-1].y - value.y


def test_where_nothing_can_give_way_the_last_heading_comes_over_with_its_text(tmp_path: Path) -> None:
    text = paragraph("安", 3) + paragraph("排", 3)
    blocks = filler(LINES - above(tmp_path) - 5) + HEADING + text
    first, second = laid(tmp_path / "case", blocks, fitted=True).pages
    assert "下步打算" not in all_text(first)
    assert listing(second)[0].endswith("下步打算")
    assert len(listing(second)) >= 7


def test_below_a_heading_far_up_no_more_comes_over_than_a_quarter_of_a_page(tmp_path: Path) -> None:
    blocks = filler(2) + HEADING + filler(LINES - above(tmp_path) - 3) + paragraph("末", 2)
    first, second = laid(tmp_path / "case", blocks, fitted=True).pages
    assert "下步打算" in all_text(first)
    assert listing(second)[-2:] == ["末一", "末二"]
    assert len(listing(second)) == LINES // 4 + 1


def test_a_page_of_a_picture_alone_gives_nothing_up(tmp_path: Path) -> None:
    # too tall to share a page with anything, it waits for the next; the text above it leaves no room for a paragraph
    folder = write_project(tmp_path / "case")
    (folder / "plan.png").write_bytes(png(40, 20))
    caption = "写得很长的题注" * 55
    picture = f"  - {{kind: picture, file: plan.png, alt: 平面图, place: bottom, caption: {caption}}}\n"
    blocks = filler(LINES - above(tmp_path) - 1) + picture + HEADING + paragraph("末", 2)
    first, second, third = laid(folder, blocks, fitted=True).pages
    assert "填充。" in listing(first)[-1]
    assert "写得很长" in all_text(second) and "下步打算" not in all_text(second)
    assert listing(third)[-3:] == ["（一）下步打算", "末一", "末二"]
