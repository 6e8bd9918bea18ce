"""Booklet and draft say the same by the program's own report: samples, reports of chance, documents of chance."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws.test_same_text import LOOKS, MANY, booklets, fonts, resolved, set_pages, theme_with
from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.manuscript import read_manuscript
from reportgen.model.document import Booklet, Document
from reportgen.parity import Difference, Report, read_and_compare
from reportgen.parity.drafts import without_marks
from reportgen.pdf import paint
from reportgen.theme import NoteLook, Theme, load_theme, theme_names
from reportgen.typeset import typeset
from reportgen.word import write_draft
from support.drafting import as_draft, final
from support.every_kind import document_of, png, write_every_kind
from support.libreoffice import SOFFICE, convert
from support.project import ROOT, run
from support.random_reports import random_reports

SAMPLES = ("qingdao-2019h1", "gongkai-shuzhi-sample")
PICTURE = png(40, 20)


def compared(pdf: bytes, draft: bytes) -> Report:
    found = Diagnostics()
    report = read_and_compare(pdf, draft, "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return report


def differences(document: Document, theme: Theme, sink: Diagnostics | None = None) -> tuple[Difference, ...]:
    """What differs between the booklet and the Word files of ``document``, the final one and the draft."""
    sink = Diagnostics() if sink is None else sink
    drawn = plates(document, theme, fonts(), theme.page.measure, sink) if document.charts else {}
    pdf = paint(typeset(document, theme, fonts(), drawn, sink), fonts())
    pictures = dict.fromkeys(document.charts, PICTURE)
    drafts = [write_draft(document, one, pictures, None) for one in (final(theme), as_draft(theme))]
    return tuple(one for draft in drafts for one in compared(pdf, draft).differences)


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("sample", SAMPLES)
def test_samples_are_equal_and_a_draft_has_its_marks_and_nothing_else(sample: str, theme: str, tmp_path: Path) -> None:
    files = {}
    for mode, kinds in (("final", "pdf,docx"), ("draft", "docx")):
        done = run(
            "build", ROOT / "content" / sample, "-o", tmp_path / mode, "--to", kinds, "--theme", theme, "--word-mode",
            mode, "--force", cwd=tmp_path,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        files[mode] = (tmp_path / mode / sample / "draft.docx").read_bytes()
    pdf = (tmp_path / "final" / sample / "booklet.pdf").read_bytes()
    for draft in files.values():
        report = compared(pdf, draft)
        assert report.differences == ()
        assert report.headings[0] == report.headings[1] > 50 and report.captions[0] == report.captions[1] > 15
    if SOFFICE is not None:  # .ci/run installs it
        again = convert(tmp_path / "draft" / sample / "draft.docx", "docx", tmp_path / "again").read_bytes()
        assert again != files["draft"] and compared(pdf, again).differences == ()
    kept, marks = without_marks(read_manuscript(files["draft"], "draft.docx"))
    whole, none = without_marks(read_manuscript(files["final"], "draft.docx"))
    said = [
        [one.words for one in part if one.text.strip() and not one.listed]
        for part in (kept.paragraphs, whole.paragraphs)
    ]
    assert said[0] == said[1] and marks > 20 and none == 0


@pytest.mark.parametrize("theme", theme_names())
def test_every_kind_is_equal(theme: str, tmp_path: Path) -> None:
    folder = write_every_kind(tmp_path)
    report = (folder / "report.yaml").read_text(encoding="utf-8")
    (folder / "report.yaml").write_text(f"{report}theme: {theme}\n", encoding="utf-8")
    document = document_of(folder)
    found = differences(document, load_theme(theme))
    assert not found


@pytest.mark.slow
def test_reports_of_chance_are_equal(tmp_path: Path) -> None:
    count = 0
    for number, (document, theme) in enumerate(random_reports(tmp_path, 45, 3)):
        sink = Diagnostics()
        found = differences(document, theme, sink)
        if sink.has_errors:
            continue  # too much for a page, and said so
        assert not found, (number, found)
        count += 1
    assert count >= 30


def test_a_row_that_goes_on_over_the_page_is_read_cell_by_cell(tmp_path: Path) -> None:
    long = "".join(f"第{number}句话写在这一格里。" for number in range(240))
    table = f"  - kind: table\n    columns: [甲, 乙]\n    rows: [[{long}, {long[:900]}], [一, 二]]\n"
    document = document_of(write_every_kind(tmp_path, table))
    assert not differences(document, load_theme("civic"))


LONG = "一直写到这一格里再也写不下一个字为止，" * 12
HARD = f"""\
  - kind: timeline
    events: [{{date: 很长的日子{LONG[:28]}, text: 第一件事{LONG}}}, {{date: 5月, text: 第二件事}}]
  - kind: imprint
    rows: [{{label: 很长的说明{LONG[:10]}, text: 说明的话{LONG}}}, {{label: 印数, text: 一册}}]
  - kind: table
    columns: [甲, 乙, 丙]
    rows:
      - [{{text: 跨三行的一格{LONG * 9}, rows: 3}}, 第一行, {LONG}]
      - [第二行{LONG * 3}, 又一格]
      - [第三行, 末一格]
      - [下一行, 二, 三]
"""
VOTE = """\
  - kind: ballot
    groups: [工作, 作风, 年度工作完成情况, 总体评价]
    grades: [很好, 较好, 一般, 较差, 很不满意, 不了解]
"""


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("blocks", [HARD, VOTE], ids=["beside each other", "ballot on several leaves"])
def test_what_takes_turns_on_the_page_is_read_in_its_order(blocks: str, theme: str, tmp_path: Path) -> None:
    document = document_of(write_every_kind(tmp_path, blocks))
    sink = Diagnostics()
    assert not differences(document, load_theme(theme), sink) and not sink.has_errors, list(sink)


@MANY
@given(booklets(), st.sampled_from(LOOKS))
def test_documents_of_chance_are_equal(booklet: Booklet, look: NoteLook) -> None:
    document = resolved(booklet, look)
    theme = theme_with(look)
    pdf = paint(set_pages(document, Diagnostics(), look), fonts())
    assert compared(pdf, write_draft(document, final(theme), {}, None)).differences == ()


def test_a_changed_document_is_not_equal(tmp_path: Path) -> None:
    """The law itself can fail."""
    document = document_of(write_every_kind(tmp_path))
    theme = theme_with(NoteLook())
    values = {key: words.replace("37", "73") for key, words in document.values.items()}
    drawn = plates(document, theme, fonts(), theme.page.measure, Diagnostics())
    pdf = paint(typeset(document, theme, fonts(), drawn, Diagnostics()), fonts())
    other = msgspec.structs.replace(document, values=values)
    draft = write_draft(other, final(theme), dict.fromkeys(document.charts, PICTURE), None)
    assert any("37所" in one.printed and "73所" in one.drafted for one in compared(pdf, draft).differences)
