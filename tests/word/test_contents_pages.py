"""Contents and the lists below them on as few pages as they need, and none that two lines run over to."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import fields, part
from support.drafting import final
from support.every_kind import document_of
from support.libreoffice import READABLE, laid_out
from support.pdf_reading import poppler_lines
from support.project import REPORT, write_project


def made(folder: Path, theme: Theme, sections: int, tables: int, headline: str = "一句话") -> bytes:
    """A draft with so many sections, the first of which has so many tables."""
    names = [f"sections/s{at}.yaml" for at in range(sections)]
    write_project(
        folder,
        report=REPORT.replace("sections/edu.yaml", ", ".join(names)),
        contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1, lists: [charts, tables]}\n",
    )
    table = "  - {{kind: table, title: 第{}张表, columns: [项], rows: [[一]]}}\n"
    for at in range(sections):
        own = "".join(table.format(number) for number in range(tables)) if at == 0 else ""
        text = f"id: s{at}\nname: 第{at}局\nshort: 局\nheadline: {headline}\nblocks:\n  - 字。\n{own}"
        (folder / f"sections/s{at}.yaml").write_text(text, "utf-8")
    data = write_draft(document_of(folder), theme, {}, None)
    assert not faults(data)
    return data


def list_title(data: bytes) -> Any:
    (found,) = [
        one for one in part(data, "word/document.xml").iter(f"{W}p")
        if (style := one.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "ListTitle"
    ]  # fmt: skip
    return found


def pitch(data: bytes, style: str) -> int:
    (found,) = [one for one in part(data, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == style]
    return int(found.find(f"{W}pPr/{W}spacing").get(f"{W}line"))


@pytest.mark.parametrize(
    ("sections", "tables", "apart"),
    [(4, 6, False), (10, 12, False), (12, 20, True), (28, 90, True), (4, 90, False)],
    ids=["all fit", "all fit closer", "each a page", "little is left", "no page holds the list"],
)
def test_lists_begin_a_page_where_that_keeps_them_whole(
    tmp_path: Path, theme: Theme, sections: int, tables: int, apart: bool
) -> None:
    title = list_title(made(tmp_path, theme, sections, tables))
    assert "".join(one.text for one in title.iter(f"{W}t")) == "表目录"
    assert (title.find(f"{W}pPr/{W}pageBreakBefore") is not None) == apart


def test_a_list_that_is_a_little_too_long_for_its_page_is_set_closer(tmp_path: Path, theme: Theme) -> None:
    few, close, many = (made(tmp_path / str(count), theme, 12, count) for count in (20, 42, 60))
    assert pitch(few, "TableOfFigures") == pitch(many, "TableOfFigures") == 340
    assert 42 * pitch(close, "TableOfFigures") / 20 <= 841.89 - 85.05 - 74.85 - 22 - 4
    assert {pitch(one, "TOC1") for one in (few, close, many)} == {400}


def test_long_contents_do_not_run_over_to_a_page_by_a_few_lines(tmp_path: Path, theme: Theme) -> None:
    """27 sections take two pages, 31 a little more, 40 well more."""
    fit, closer, more = (made(tmp_path / str(count), theme, count, 0) for count in (27, 31, 40))
    assert [pitch(one, "TOC1") < 400 for one in (fit, closer, more)] == [False, True, False]
    depth = 841.89 - 85.05 - 74.85
    entry = (1.3 * pitch(closer, "TOC1") + pitch(closer, "TOC2")) / 20
    assert 45.5 + 31 * entry <= 2 * depth


def how_to_page(data: bytes) -> str:
    return next(result for code, result in fields(data) if code.startswith("PAGEREF _howto"))


@pytest.mark.parametrize(("characters", "page"), [(36, "III"), (38, "IV")])
def test_a_headline_that_leaves_no_room_for_its_page_takes_another_line(
    tmp_path: Path, characters: int, page: str
) -> None:
    data = made(tmp_path / "in", load_theme("civic"), 14, 0, "字" * characters)
    assert how_to_page(data) == page
    if READABLE:
        pages = poppler_lines(laid_out(data, tmp_path / "out").read_bytes())
        assert "填改说明" in pages[("III", "IV").index(page) + 2]


def test_a_name_is_kept_with_what_stands_below_it(tmp_path: Path, theme: Theme) -> None:
    rows = [
        (style.get(f"{W}val"), one.find(f"{W}pPr/{W}keepNext") is not None)
        for one in part(made(tmp_path, theme, 4, 0), "word/document.xml").iter(f"{W}p")
        if (style := one.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val").startswith("TOC")
    ]
    assert ("TOC2", False) in rows
    for (style, kept), (below, _) in pairwise([*rows, ("", False)]):
        assert kept == (style == "TOC1" and below == "TOC2")


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
@pytest.mark.parametrize(("name", "sections", "tables"), [("civic", 12, 42), ("official", 22, 31), ("bright", 14, 40)])
def test_contents_and_lists_take_a_page_each_in_libreoffice_too(
    tmp_path: Path, name: str, sections: int, tables: int
) -> None:
    pdf = laid_out(made(tmp_path / "in", load_theme(name), sections, tables), tmp_path / "out")
    pages = poppler_lines(pdf.read_bytes())
    listed = [sum(line.startswith("表") and "第" in line for line in page) for page in pages[:4]]
    assert listed == [0, 0, tables, 0]


def test_what_libreoffice_calls_a_list_looks_as_the_list_does(tmp_path: Path, theme: Theme) -> None:
    """After an update there the entries stand in a style of that program's own name."""
    data = made(tmp_path, theme, 4, 6)
    styles = {one.find(f"{W}name").get(f"{W}val"): one for one in part(data, "word/styles.xml").iter(f"{W}style")}
    assert styles["Figure Index 1"].find(f"{W}basedOn").get(f"{W}val") == "TableOfFigures"
    assert styles["Figure Index 1"].find(f"{W}semiHidden") is not None


def test_departments_without_text_keep_their_pages(tmp_path: Path, theme: Theme) -> None:
    """A heading alone on its page, a landscape that begins a department, a heading ahead of a page break."""
    landscape = "{kind: landscape, blocks: [{kind: table, title: 表, columns: [项], rows: [[一]]}]}"
    heading = "{kind: heading, text: 附表}"
    blocks = ["", "", heading, landscape, f"{heading}, {{kind: pagebreak}}, 字。", "字。"]
    names = [f"sections/s{at}.yaml" for at in range(len(blocks))]
    write_project(
        tmp_path,
        report=REPORT.replace("sections/edu.yaml", ", ".join(names)),
        contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1}\n",
    )
    for name, (at, own) in zip(names, enumerate(blocks), strict=True):
        text = f"id: s{at}\nrole: department\nname: 第{at}局\n" + (f"blocks: [{own}]\n" if own else "")
        (tmp_path / name).write_text(text, "utf-8")
    paragraphs = part(write_draft(document_of(tmp_path), final(theme), {}, None), "word/document.xml").iter(f"{W}p")
    entries = [one for one in paragraphs if one.find(f"{W}pPr/{W}pStyle[@{W}val='TOC1']") is not None]
    said = [list(one.iter(f"{W}t"))[-1].text for one in entries]
    assert said == ["1", "2", "3", "4", "6", "8"]
