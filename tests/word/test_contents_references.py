"""What a heading or a caption refers to is said in the contents and lists too, in both renderers, and in bookmarks."""

import re
from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, LinkArea
from reportgen.model.document import Document
from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import part, tabbed
from support.every_kind import document_of
from support.libreoffice import READABLE, laid_out, page_words
from support.project import SECTION, run, write_project
from support.setting import pages_of_document

_CONTENTS = "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 3, lists: [charts, tables]}\n"
_CHART = "  - {{kind: chart, type: bar, id: {id}, title: '{title}', categories: [全年], series: [{{values: [100]}}]}}\n"
_BLOCKS = (
    "  - {kind: heading, level: 2, id: h1, text: '标题看[](#c1)'}\n"
    "  - 字。\n"
    "  - {kind: table, id: t1, title: '同[](#c1)，见[网站](https://example.org/a)', columns: [项], rows: [[一]]}\n"
    + _CHART.format(id="c1", title="各项")
    + _CHART.format(id="c2", title="接[](#c1)看[](#h1)")
)
_HEADINGS = {"（一）标题看图1"}
_CAPTIONS = {"图1各项", "图2接图1看标题看图1", "表1同图1，见网站"}
_BLANK = re.compile(r"\s")


def written(folder: Path) -> Path:
    head = SECTION.partition("headline:")[0]
    edu = f"{head}headline: 都在[](#c1)\nblocks:\n{_BLOCKS}"
    return write_project(folder, contents=_CONTENTS, edu=edu)


@pytest.fixture
def referring(tmp_path: Path) -> Document:
    return document_of(written(tmp_path / "demo"))


def entries(draft: bytes) -> set[str]:
    """The words of the entries of contents and lists, without their pages."""
    found = set()
    for paragraph in part(draft, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val").startswith(("TOC", "TableOfFigures")):
            words = "".join(
                one.text or "" if one.tag == f"{W}t" else "\t" for one in paragraph.iter(f"{W}t", f"{W}tab")
            )
            found.add(_BLANK.sub("", words.partition("\t")[0]))
    return found


def test_contents_and_lists_of_a_draft_say_what_is_referred_to(referring: Document, theme: Theme) -> None:
    draft = write_draft(referring, theme, {}, None)
    assert not faults(draft)
    assert {*_HEADINGS, *_CAPTIONS} <= entries(draft)


def test_a_forced_break_is_a_blank_in_contents_as_an_update_in_libreoffice_has_it(tmp_path: Path) -> None:
    head = SECTION.partition("headline:")[0]
    heading = '  - {kind: heading, level: 2, text: "分行\\\\\\n标题"}\n'
    table = '  - {kind: table, title: "表\\\\\\n题", columns: [项], rows: [[一]]}\n'
    edu = f'{head}headline: "两\\\\\\n行"\nblocks:\n{heading}{table}'
    for depth, wanted in ((1, {"两 行\t1", "表1\u3000表 题\t1"}), (2, {"（一） 分行 标题\t1"})):
        folder = write_project(tmp_path / str(depth), contents=_CONTENTS.replace("3", str(depth)), edu=edu)
        draft = write_draft(document_of(folder), load_theme("civic"), {}, None)
        words = {tabbed(one) for one in part(draft, "word/document.xml").iter(f"{W}p")}
        assert wanted <= words


@pytest.mark.skipif(not READABLE, reason="no LibreOffice")
def test_libreoffice_shows_the_words_of_entries_whole(referring: Document, theme: Theme, tmp_path: Path) -> None:
    """It drops a field inside the link of an entry, with its words."""
    pages = page_words(laid_out(write_draft(referring, theme, {}, None), tmp_path / "laid"))
    (lists,) = [page for page in pages if "图表目录" in page]
    for words in (*_HEADINGS, *_CAPTIONS):
        assert words in lists


def test_contents_and_lists_of_a_booklet_say_what_is_referred_to(referring: Document) -> None:
    marks = pages_of_document(referring).pages[1].marks
    said = {_BLANK.sub("", mark.text) for mark in marks if isinstance(mark, LinkArea)}
    assert said >= _HEADINGS | _CAPTIONS


def test_an_entry_is_of_one_colour_for_it_leads_to_one_place(referring: Document) -> None:
    runs = [mark for mark in pages_of_document(referring).pages[1].marks if isinstance(mark, GlyphRun)]
    (first,) = [run for run in runs if run.text.startswith("同")]
    title = [run for run in runs if run.y == first.y and run.x >= first.x]
    assert _BLANK.sub("", "".join(run.text for run in title)).startswith("同图1，见网站")
    assert {run.colour for run in title} == {first.colour}


def test_booklet_and_draft_say_the_same(tmp_path: Path) -> None:
    written(tmp_path / "demo")
    assert run("build", "demo", "--out", "out", "--to", "pdf,docx", cwd=tmp_path).returncode == 0
    done = run("parity", "out/demo/booklet.pdf", "out/demo/draft.docx", cwd=tmp_path)
    assert done.returncode == 0 and "一致" in done.stdout, done.stdout
