"""Single blocks as they stand on a page: what stays with what, where lines begin, what fits."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reportgen.model.document import Document
from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import part
from support.drafting import final
from support.every_kind import document_of, png
from support.libreoffice import READABLE, laid_out, page_words
from support.project import REPORT, write_project

SIZE = 12 * 20  # twips: a character of the draft's body
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BLOCKS = """\
id: edu
name: 示例市教育局
headline: 一句话
people: [{title: 局长, name: 李某某}, {title: 副局长, name: 王某}]
blocks:
  - {kind: heading, text: 不编号的标题, numbered: false}
  - {kind: bullets, items: [甲项, 乙项]}
  - {kind: bullets, style: spoken, items: [抓学位。]}
  - {kind: qa, items: [{question: 学位从哪里来？, answer: [新建一所。, 改建两所。]}]}
  - kind: foreword
    text: 半年的账，请您看。
    by: [示例市人民政府办公室, 示例市督查室]
    date: 2025年7月15日
  - kind: timeline
    events: [{date: 1月8日, text: 开工。}]
  - {kind: picture, file: tall.png, alt: 一根柱, caption: 很高}
  - {kind: chart, type: bar, title: 有来源的图, categories: [甲, 乙], series: [{values: [1, 2]}],
     reading: true, source: 来源：示例}
  - {kind: chart, type: bar, title: 单独的图, categories: [甲, 乙], series: [{values: [1, 2]}]}
  - 图后的话。
  - {kind: progress, items: [{indicator: edu.canteens}]}
  - {kind: glossary, entries: [{term: 学位, text: 一名学生的位置。}]}
  - {kind: imprint, rows: [{label: 印数, text: 5000册}]}
  - kind: names
    items: [{name: 张三, post: 局长}, {name: 王小五, post: 局长}]
  - kind: table
    columns: [项, 数]
    title: "题目\\\\\\n第二行"
    rows: [[一, 1]]
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder: Path = write_project(tmp_path_factory.mktemp("paragraphs"), edu=BLOCKS)
    (folder / "tall.png").write_bytes(png(20, 200))
    return document_of(folder)


@pytest.fixture(scope="module")
def made(report: Document, theme: Theme) -> bytes:
    data = write_draft(report, theme, {}, frozenset({"edu"}))
    assert not faults(data)
    return data


def paragraphs(data: bytes) -> list[Any]:
    return list(part(data, "word/document.xml").iter(f"{W}p"))


def words(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def one_of(data: bytes, text: str) -> Any:
    return next(one for one in paragraphs(data) if words(one) == text)


def style_of(element: Any) -> str | None:
    found = element.find(f"{W}pPr/{W}pStyle")
    return None if found is None else str(found.get(f"{W}val"))


def is_kept(data: bytes, paragraph: Any) -> bool:
    """Whether Word keeps a paragraph with the next: as it says itself, else as its style does."""
    found = paragraph.find(f"{W}pPr/{W}keepNext")
    if found is None:
        styles = part(data, "word/styles.xml").iter(f"{W}style")
        own = next(one for one in styles if one.get(f"{W}styleId") == style_of(paragraph))
        found = own.find(f"{W}pPr/{W}keepNext")
    return found is not None and found.get(f"{W}val") != "0"


# --- what stays with what


def test_a_chart_stays_with_what_is_said_below_it_and_with_nothing_else(made: bytes) -> None:
    charts = [one for one in paragraphs(made) if one.find(f".//{W}drawing") is not None and style_of(one) == "Figure"]
    tall, sourced, alone = charts
    reading = sourced.getnext()
    assert words(reading).endswith("。") and words(reading.getnext()) == "来源：示例"
    assert is_kept(made, tall) and words(tall.getnext()).endswith("很高"), "a picture with its caption"
    assert is_kept(made, sourced) and is_kept(made, reading)
    assert words(alone.getnext()) == "图后的话。" and not is_kept(made, alone)


def test_a_signature_is_not_parted_and_stands_at_the_right(made: bytes) -> None:
    lines = [one for one in paragraphs(made) if style_of(one) == "Signature"]
    assert [words(one) for one in lines] == ["示例市人民政府办公室", "示例市督查室", "2025年7月15日"]
    assert [one.find(f"{W}pPr/{W}keepNext") is not None for one in lines] == [True, True, False]
    lefts = [int(one.find(f"{W}pPr/{W}ind").get(f"{W}left")) for one in lines]
    assert all(36 * SIZE / 2 < left + 3 * SIZE < 36 * SIZE for left in lefts), "in the right half of 36 characters"
    assert lefts[0] + 10 * SIZE <= 36 * SIZE, "the longest fits its line"


def test_names_below_a_headline_stand_close_to_it(made: bytes) -> None:
    """One blank below all of the head, none inside."""
    head = [one for one in paragraphs(made) if style_of(one) in ("Lead", "People")]
    assert words(head[0]) == "一句话" and len(head) == 3
    after = [one.find(f"{W}pPr/{W}spacing") for one in head]
    assert [None if one is None else one.get(f"{W}after") for one in after] == ["0", "0", None]


# --- where lines begin


def test_a_heading_without_a_number_begins_where_others_do(report: Document) -> None:
    """Taken off its list, it says its indent itself: some readers take the style's from it too."""
    data = write_draft(report, final(load_theme("official")), {}, frozenset({"edu"}))
    assert not faults(data)
    indent = one_of(data, "不编号的标题").find(f"{W}pPr/{W}ind")
    assert (indent.get(f"{W}firstLineChars"), indent.get(f"{W}firstLine")) == ("200", "640")


def test_marks_of_items_hang_and_numbers_of_headings_run_in(made: bytes) -> None:
    lists = {}
    for one in part(made, "word/numbering.xml").iter(f"{W}abstractNum"):
        lists[one.get(f"{W}abstractNumId")] = list(one.iter(f"{W}lvl"))
    for level in lists["1"]:  # of headings: 一、标题, with neither blank nor tab, in the font of Chinese
        assert level.find(f"{W}suff").get(f"{W}val") == "nothing"
        assert level.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    for id in ("2", "3"):  # marks and figures of items
        (level,) = lists[id]
        indent, stop = level.find(f"{W}pPr/{W}ind"), level.find(f"{W}pPr/{W}tabs/{W}tab")
        assert level.find(f"{W}suff").get(f"{W}val") == "tab"
        assert indent.get(f"{W}left") == stop.get(f"{W}pos"), "the first line's words above those of the others"
        assert int(indent.get(f"{W}left")) - int(indent.get(f"{W}hanging")) == 2 * SIZE, "marks where paragraphs begin"


def test_a_second_paragraph_of_an_answer_begins_below_the_words_of_the_first(made: bytes) -> None:
    first, second = [one for one in paragraphs(made) if style_of(one) == "Answer"]
    assert (words(first), words(second)) == ("答：新建一所。", "改建两所。")
    assert first.find(f"{W}pPr/{W}ind") is None, "its label hangs"
    assert second.find(f"{W}pPr/{W}ind").get(f"{W}firstLine") == "0"


def test_what_leads_a_line_is_in_heavy_type(made: bytes) -> None:
    for text, style in (("一是", "Strong"), ("1月8日", "Total"), ("答：", "Strong"), ("学位", "Strong")):
        runs = [one for one in part(made, "word/document.xml").iter(f"{W}r") if words(one) == text]
        found = [one.find(f"{W}rPr/{W}rStyle") for one in runs]
        assert style in [None if one is None else one.get(f"{W}val") for one in found], text


def test_a_name_of_two_takes_the_room_of_three(made: bytes) -> None:
    """张　三 above 王小五: both end at the same place, so the last character has no blank behind it."""
    cells = [one for one in paragraphs(made) if words(one) in ("张三", "王小五")]
    size = 10.5 * 20
    widths = []
    for cell in cells:
        blanks = [
            int(found.get(f"{W}val")) * len(words(run)) for run in cell.iter(f"{W}r")
            if (found := run.find(f"{W}rPr/{W}spacing")) is not None
        ]  # fmt: skip
        widths.append(len(words(cell)) * size + sum(blanks))
    assert widths == [3 * size, 3 * size]


# --- what fits


def test_no_picture_is_higher_than_its_page(made: bytes) -> None:
    """Ten times as high as wide: Word would cut it off at the foot."""
    picture = next(part(made, "word/document.xml").iter(f"{WP}inline"))
    extent = picture.find(f"{WP}extent")
    width, height = (int(extent.get(name)) / 12700 for name in ("cx", "cy"))
    assert height == pytest.approx(10 * width, rel=0.01)
    section = part(made, "word/document.xml").find(f".//{W}sectPr")
    margin = section.find(f"{W}pgMar")
    page = int(section.find(f"{W}pgSz").get(f"{W}h")) - sum(int(margin.get(f"{W}{one}")) for one in ("top", "bottom"))
    assert height + 3 * 22 <= page / 20, "its caption and a line of text below it"


def test_no_words_stand_in_a_row_of_fixed_height(draft: bytes) -> None:
    """Whoever types more into such a row sees it cut off."""
    heights = set()
    for row in part(draft, "word/document.xml").iter(f"{W}tr"):
        height = row.find(f"{W}trPr/{W}trHeight")
        if height is not None:
            heights.add((height.get(f"{W}hRule"), bool(words(row))))
    assert heights == {("exact", False), ("atLeast", True), ("atLeast", False)}


def test_rows_of_running_text_go_on_over_a_page(made: bytes) -> None:
    """Kept whole, a long one would leave the foot of its page blank."""
    rows = [
        one for one in part(made, "word/document.xml").iter(f"{W}tr") if words(one) in ("1月8日开工。", "印数5000册")
    ]
    assert len(rows) == 2
    assert not [one for one in rows if one.find(f"{W}trPr/{W}cantSplit") is not None]


def test_a_bar_stands_in_the_middle_of_its_row(made: bytes) -> None:
    """Not all readers centre a table inside a cell: a line above it does that."""
    bar = next(one for one in part(made, "word/document.xml").iter(f"{W}tbl") if one.getparent().tag == f"{W}tc")
    row = bar.getparent().getparent()
    above = bar.getprevious()
    assert above.tag == f"{W}p" and not words(above)
    style = next(
        one for one in part(made, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == style_of(above)
    )
    line = int(style.find(f"{W}pPr/{W}spacing").get(f"{W}line"))
    thick, whole = (int(one.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) for one in (bar.find(f"{W}tr"), row))
    assert line + thick / 2 == pytest.approx(whole / 2, abs=20)


def test_what_is_told_to_those_who_cannot_see_parts_words_where_lines_do(made: bytes) -> None:
    told = [one.get(f"{W}val") for one in part(made, "word/document.xml").iter(f"{W}tblCaption")]
    assert "题目 第二行" in told


def test_lists_of_contents_stand_apart(draft: bytes) -> None:
    rows = [one for one in paragraphs(draft) if style_of(one) == "TableOfFigures"]
    begins = [words(one)[0] != words(other)[0] for other, one in pairwise(rows)]
    assert sum(begins) == 1, "charts, then tables"
    assert [style_of(one.getprevious()) == "Gap" for one in rows[1:]] == begins, (
        "no entry's own spacing: updates drop it"
    )


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
def test_libreoffice_ends_a_callout_of_more_than_a_page_with_a_quotation(tmp_path: Path) -> None:
    """It never ended where the quotation was kept with its author: in a cell that runs on, with tables inside."""
    word = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente"
    said = f"第22段{'超出版面的文字一直写下去，' * 12}{word}{'直到没有地方可以再写。' * 6}"
    code = f"      - {{kind: qr, address: 'https://www.example.gov.cn/{'a' * 120}', caption: {said}, size: 60}}\n"
    callout = (
        "  - kind: callout\n    title: 请注意\n    blocks:\n"
        f"      - {{kind: quote, text: [{said}, {said}], by: {said}}}\n{code}      - {said}\n{code}"
    )
    edu = "id: edu\nname: 局\nblocks:\n" + "  - 行\n" * 3 + callout
    data = write_draft(document_of(write_project(tmp_path, edu=edu)), final(load_theme("official")), {}, None)
    assert "".join(page_words(laid_out(data, tmp_path / "laid"))).count("第22段") == 6


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
def test_nothing_comes_between_a_table_that_fills_its_page_and_the_next_chapter(tmp_path: Path, theme: Theme) -> None:
    """29 rows do; the line below them would begin a page, with nothing else on it."""
    report = REPORT.replace("sections/edu.yaml", "sections/edu.yaml, sections/two.yaml")
    for count, below in ((20, "Gap"), (29, "Hairline")):
        rows = ", ".join(f"[第{at}行, 一]" for at in range(count))
        edu = f"id: edu\nname: 局\nblocks:\n  - {{kind: table, title: 表, columns: [项, 数], rows: [{rows}]}}\n"
        folder = write_project(tmp_path / str(count), report=report, edu=edu)
        (folder / "sections/two.yaml").write_text("id: two\nname: 第二局\nblocks:\n  - 话。\n", "utf-8")
        data = write_draft(document_of(folder), theme, {}, None)
        last = part(data, "word/document.xml").findall(f".//{W}tbl")[-1].getnext()
        assert style_of(last) == below
        pages = page_words(laid_out(data, tmp_path / f"laid{count}"))
        assert len(pages) == 4 and f"第{count - 1}行" in pages[2] and "第二局" in pages[3]


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
@pytest.mark.parametrize("count", [2, 3])
def test_libreoffice_balances_columns_whose_last_one_has_a_heading(tmp_path: Path, theme: Theme, count: int) -> None:
    """One that is kept with what follows there left them all in the first, and what comes next on a new page."""
    said = "市民办事更加方便快捷，上半年完成投资126.5亿元，同比增长5.2%。"
    heading = "{kind: heading, text: 栏题, level: 3}"
    blocks = "".join(f"        - {one}\n" for one in (heading, said * 3, said * 2, heading, said))
    columns = f"  - kind: columns\n    count: {count}\n    blocks:\n{blocks}"
    folder = write_project(tmp_path, edu=f"id: edu\nname: 局\nblocks:\n  - {said}\n{columns}  - 后面的话。\n")
    data = write_draft(document_of(folder), theme, {}, None)
    kept = [one.find(f"{W}pPr/{W}keepNext") is None for one in paragraphs(data) if style_of(one) == "Heading3"]
    assert kept == [True, False] and not faults(data)
    pages = page_words(laid_out(data, tmp_path / "laid"))
    assert len(pages) == 3 and "后面的话。" in pages[2]
